// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Foreign keys from two statements: joined on the server their cost would be quadratic.
#include "model/sql/mariadb/mariadb_steps.h"

namespace cadastre {

namespace {

using KeyName = std::pair<int, QString>; ///< table, constraint
using KeyPlaces = QHash<KeyName, std::size_t>;

/// The places of a row of foreign_keys.sql.
enum Place { ConstraintName = 2, Position, ColumnName, ParentSchema, ParentTable, ParentColumn };

ReferentialAction actionFrom(const QString& rule)
{
    if (rule == QLatin1String("CASCADE"))
        return ReferentialAction::Cascade;
    if (rule == QLatin1String("SET NULL"))
        return ReferentialAction::SetNull;
    if (rule == QLatin1String("SET DEFAULT"))
        return ReferentialAction::SetDefault;
    if (rule == QLatin1String("NO ACTION"))
        return ReferentialAction::NoAction;
    return ReferentialAction::Restrict;
}

Constraint keyFrom(const MariaDbContext& context, const Row& row, TableId table)
{
    Constraint key;
    setName(key, row[ConstraintName]);
    key.table = table;
    key.kind = ConstraintKind::ForeignKey;
    const QString schema = row[ParentSchema].text();
    const QString parent = row[ParentTable].text();
    key.referencedTable = context.table(schema, parent);
    if (!key.referencedTable)
        key.referencedName = schema + QLatin1Char('.') + parent;
    return key;
}

void addColumns(const MariaDbContext& context, const Row& row, Constraint& key)
{
    if (const auto column = context.column(key.table, row[ColumnName].text()))
        key.columns.push_back(*column);
    if (!key.referencedTable)
        return;
    if (const auto column = context.column(*key.referencedTable, row[ParentColumn].text()))
        key.referencedColumns.push_back(*column);
}

/// Takes the keys whose rules were read out of `unread`.
std::optional<SqlError> readRules(MariaDbContext& context, KeyPlaces& unread)
{
    return context.ask("foreign_key_rules", [&](const Row& row) {
        const std::optional<TableId> table = context.tableOf(row);
        const auto known = table ? unread.constFind({table->index, row[2].text()}) : unread.cend();
        if (known == unread.cend())
            return;
        Constraint& key = context.objects.constraints[*known];
        if (const QString match = row[3].text(); match != QLatin1String("NONE"))
            key.matchType = match;
        key.onUpdate = actionFrom(row[4].text());
        key.onDelete = actionFrom(row[5].text());
        unread.erase(known);
    });
}

void reportHiddenRules(MariaDbContext& context, const KeyPlaces& unread, StepReport& report)
{
    for (const std::size_t place : unread) {
        context.objects.constraints[place].notRead =
            QStringLiteral("its ON UPDATE and ON DELETE are shown only to users with more than the "
                           "privilege SELECT");
    }
    if (!unread.isEmpty()) {
        report.setPartlyRead(
            QStringLiteral("ON UPDATE and ON DELETE of %1 foreign keys are shown only to users "
                           "with more than the privilege SELECT.")
                .arg(unread.size()));
    }
}

} // namespace

std::optional<SqlError> readForeignKeys(MariaDbContext& context, StepReport& report)
{
    std::vector<Constraint>& all = context.objects.constraints;
    KeyPlaces byName;
    const auto error = context.ask("foreign_keys", [&](const Row& row) {
        const std::optional<TableId> table = context.tableOf(row);
        if (!table)
            return;
        const KeyName name{table->index, row[ConstraintName].text()};
        auto known = byName.find(name);
        if (known == byName.end()) {
            known = byName.insert(name, all.size());
            all.push_back(keyFrom(context, row, *table));
            report.addObjects(1);
        }
        addColumns(context, row, all[*known]);
    });
    if (error)
        return error;
    context.reportWarnings(report);
    for (Constraint& key : all) {
        if (key.columns.size() != key.referencedColumns.size())
            key.referencedColumns.clear();
    }
    const auto rulesError = readRules(context, byName);
    if (!rulesError)
        context.reportWarnings(report);
    reportHiddenRules(context, byName, report);
    return rulesError;
}

} // namespace cadastre
