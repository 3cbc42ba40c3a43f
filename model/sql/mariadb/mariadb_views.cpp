// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// View definitions, and for a broken view what exactly it misses, as far as its text says it.
#include "model/dialect/mariadb_references.h"
#include "model/dialect/masking.h"
#include "model/sql/mariadb/mariadb_steps.h"

namespace cadastre {

namespace {

using mariadb::Reference;

/// The places of a row of views.sql.
enum Place { Definition = 2, CheckOption, Updatable, Definer, Security, Algorithm };

void addMissing(const MariaDbContext& context, const Reference& reference, QStringList& missing)
{
    const QString name = reference.schema + QLatin1Char('.') + reference.name;
    const std::optional<TableId> table = context.table(reference.schema, reference.name);
    if (!table)
        missing << name;
    else if (!reference.column.isEmpty() && !context.column(*table, reference.column) &&
             !context.tableAt(*table).broken)
        missing << name + QLatin1Char('.') + reference.column;
}

/// The server writes built-in functions without backticks.
void addMissingFunction(const MariaDbContext& context, const Table& view,
                        const Reference& reference, QStringList& missing)
{
    const Result<QString> quoted = mariadb::quotedIdentifier(reference.name);
    const QString schema = reference.schema.isEmpty() ? context.schemaOf(view) : reference.schema;
    const bool isStored =
        quoted && view.viewDefinition.contains(QString(*quoted + QLatin1Char('(')));
    if (isStored && context.schema(schema) && !context.routine(schema, reference.name))
        missing << schema + QLatin1Char('.') + reference.name + QStringLiteral("()");
}

/// Objects that a view's text names and that the catalog does not have; databases out of scope say
/// nothing.
QStringList missingObjects(const MariaDbContext& context, const Table& view)
{
    QStringList missing;
    for (const Reference& reference : mariadb::referencesOf(view.viewDefinition).all) {
        if (reference.kind == mariadb::ReferenceKind::Calls)
            addMissingFunction(context, view, reference, missing);
        else if (context.schema(reference.schema))
            addMissing(context, reference, missing);
    }
    // a missing table makes each of its columns missing too
    QStringList first;
    for (const QString& name : std::as_const(missing)) {
        const bool isPart = std::ranges::any_of(missing, [&name](const QString& other) {
            return name.startsWith(other + QLatin1Char('.'));
        });
        if (!isPart && !first.contains(name))
            first << name;
    }
    return first;
}

/// Views that this one reads and that are broken themselves.
QStringList brokenViewsIn(const MariaDbContext& context, const QString& definition)
{
    QStringList broken;
    for (const Reference& reference : mariadb::referencesOf(definition).all) {
        const std::optional<TableId> table = context.table(reference.schema, reference.name);
        if (table && reference.column.isEmpty() && context.tableAt(*table).broken)
            broken << context.fullName(*table);
    }
    return broken;
}

QString brokenReason(const MariaDbContext& context, const Table& view)
{
    const QStringList missing = missingObjects(context, view);
    const QStringList broken = brokenViewsIn(context, view.viewDefinition);
    if (missing.isEmpty() && !broken.isEmpty())
        return QStringLiteral("It reads %1, which is broken.")
            .arg(broken.join(QStringLiteral(", ")));
    if (missing.isEmpty())
        return QStringLiteral("It uses something that is missing or broken, or its definer may not "
                              "use it.");
    return missing.join(QStringLiteral(", ")) + (missing.size() == 1
                                                     ? QStringLiteral(" does not exist.")
                                                     : QStringLiteral(" do not exist."));
}

void takeDefinition(MariaDbContext& context, Table& view, const Row& row)
{
    view.viewDefinition = maskedSql(row[Definition].text());
    if (view.viewDefinition.isEmpty())
        view.notRead = QStringLiteral("its definition is shown only with the privilege SHOW VIEW");
    const QString definer = row[Definer].text();
    const QString security = row[Security].text();
    addProperty(view, QStringLiteral("Definer"), definer);
    addProperty(view, QStringLiteral("SQL security"), security);
    if (row[CheckOption].text() != QLatin1String("NONE"))
        addProperty(view, QStringLiteral("Check option"), row[CheckOption].text());
    addProperty(view, QStringLiteral("Updatable"), row[Updatable].text().toLower());
    if (row[Algorithm].text() != QLatin1String("UNDEFINED"))
        addProperty(view, QStringLiteral("Algorithm"), row[Algorithm].text());
    if (security == QLatin1String("DEFINER") && context.lostDefiners.contains(definer))
        view.broken = QStringLiteral("Its definer %1 does not exist.").arg(definer);
    else if (view.broken)
        view.broken = brokenReason(context, view);
}

} // namespace

std::optional<SqlError> readViews(MariaDbContext& context, StepReport& report)
{
    const auto error = context.ask("views", [&](const Row& row) {
        const std::optional<TableId> id = context.tableOf(row);
        if (!id)
            return;
        Table& view = context.tableAt(*id);
        takeDefinition(context, view, row);
        if (view.notRead)
            report.addMissing(context.fullName(*id), *view.notRead);
        report.addObjects(1);
    });
    if (!error)
        context.reportWarnings(report);
    return error;
}

} // namespace cadastre
