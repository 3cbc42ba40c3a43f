// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What views, triggers, routines and events use: no table of the server says it, so their texts are
// read. What a text names and the catalog does not have is listed at the object, nothing is
// guessed.
#include "model/dialect/mariadb_references.h"
#include "model/sql/mariadb/mariadb_steps.h"

#include <set>

namespace cadastre {

namespace {

using mariadb::Reference;
using mariadb::ReferenceKind;

DependencyKind kindOf(ReferenceKind kind)
{
    switch (kind) {
    case ReferenceKind::Reads:
        return DependencyKind::Reads;
    case ReferenceKind::Writes:
        return DependencyKind::Writes;
    case ReferenceKind::Calls:
        return DependencyKind::Calls;
    }
    Q_UNREACHABLE();
}

mariadb::SqlMode modeOf(const ObjectBase& object)
{
    for (const Property& property : object.properties) {
        if (property.label == QLatin1String("SQL mode"))
            return mariadb::SqlMode::fromText(property.value);
    }
    return {};
}

class Resolver
{
public:
    Resolver(MariaDbContext& context, StepReport& report)
        : m_context(context)
        , m_report(report)
    {
    }

    void resolve(ObjectRef dependent, ObjectBase& object, SchemaId schema, const QString& text,
                 mariadb::SqlMode mode)
    {
        if (text.isEmpty())
            return;
        const mariadb::References references = mariadb::referencesOf(text, mode);
        const QString ownSchema = schemaName(schema);
        QStringList elsewhere;
        for (const Reference& reference : references.all)
            addOne(dependent, reference, ownSchema, elsewhere);
        addProperty(object, QStringLiteral("Sets"),
                    references.assignedColumns.join(QStringLiteral(", ")));
        addProperty(object, QStringLiteral("Also uses"), elsewhere.join(QStringLiteral(", ")));
        QString doubt = references.unreadable;
        if (references.dynamicSql && doubt.isEmpty())
            doubt = QStringLiteral("it runs SQL text that it makes itself");
        if (!doubt.isEmpty())
            m_report.addMissing(ownSchema + QLatin1Char('.') + object.name, doubt);
    }

    void finish()
    {
        m_report.addObjects(static_cast<qint64>(m_found.size()));
        m_context.objects.dependencies.assign(m_found.begin(), m_found.end());
    }

private:
    [[nodiscard]] QString schemaName(SchemaId id) const
    {
        return m_context.objects.schemas[static_cast<std::size_t>(id.index)].name;
    }

    void addOne(ObjectRef dependent, const Reference& reference, const QString& ownSchema,
                QStringList& elsewhere)
    {
        const QString schema = reference.schema.isEmpty() ? ownSchema : reference.schema;
        const DependencyKind kind = kindOf(reference.kind);
        if (kind == DependencyKind::Calls) {
            if (const auto routine = m_context.routine(schema, reference.name))
                m_found.insert({dependent, *routine, kind});
            return;
        }
        const std::optional<TableId> table = m_context.table(schema, reference.name);
        if (!table) {
            const QString name = schema + QLatin1Char('.') + reference.name;
            if (reference.column.isEmpty() && !isSequence(schema, reference.name) &&
                !elsewhere.contains(name))
                elsewhere << name;
        } else if (reference.column.isEmpty()) {
            m_found.insert({dependent, *table, kind});
        } else if (const auto column = m_context.column(*table, reference.column)) {
            m_found.insert({dependent, *column, kind});
        }
    }

    [[nodiscard]] bool isSequence(const QString& schema, const QString& name) const
    {
        return std::ranges::any_of(m_context.objects.others, [&](const OtherObject& other) {
            return other.kind == CatalogKind::Sequences && other.name == name && other.schema &&
                   schemaName(*other.schema) == schema;
        });
    }

    MariaDbContext& m_context;
    StepReport& m_report;
    std::set<Dependency> m_found;
};

ObjectRef refTo(ObjectKind kind, std::size_t index)
{
    return {kind, static_cast<std::int32_t>(index)};
}

} // namespace

std::optional<SqlError> resolveDependencies(MariaDbContext& context, StepReport& report)
{
    Resolver resolver(context, report);
    CatalogObjects& all = context.objects;
    for (std::size_t i = 0; i < all.tables.size(); ++i) {
        // the server writes views in its own words: never with ANSI_QUOTES
        resolver.resolve(refTo(ObjectKind::Table, i), all.tables[i], all.tables[i].schema,
                         all.tables[i].viewDefinition, {});
    }
    for (std::size_t i = 0; i < all.triggers.size(); ++i) {
        const SchemaId schema = context.tableAt(all.triggers[i].table).schema;
        resolver.resolve(refTo(ObjectKind::Trigger, i), all.triggers[i], schema,
                         all.triggers[i].body, modeOf(all.triggers[i]));
    }
    for (std::size_t i = 0; i < all.routines.size(); ++i) {
        resolver.resolve(refTo(ObjectKind::Routine, i), all.routines[i], all.routines[i].schema,
                         all.routines[i].body, modeOf(all.routines[i]));
    }
    for (std::size_t i = 0; i < all.others.size(); ++i) {
        if (all.others[i].kind == CatalogKind::Events && all.others[i].schema) {
            resolver.resolve(refTo(ObjectKind::Other, i), all.others[i], *all.others[i].schema,
                             all.others[i].definition, modeOf(all.others[i]));
        }
    }
    resolver.finish();
    return std::nullopt;
}

} // namespace cadastre
