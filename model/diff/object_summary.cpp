// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/diff/object_summary.h"

#include "model/catalog/kind_words.h"
#include "model/diff/comparison.h"

namespace cadastre {

namespace {

void addCount(QStringList& parts, std::size_t count, const char* one, const char* several)
{
    if (count > 0)
        parts << QStringLiteral("%1 %2").arg(count).arg(QLatin1String(count == 1 ? one : several));
}

QString tableSummary(const Catalog& catalog, TableId id)
{
    QStringList parts;
    addCount(parts, catalog.columnsOf(id).size(), "column", "columns");
    addCount(parts, catalog.constraintsOf(id).size(), "constraint", "constraints");
    std::size_t indexes = 0;
    for (const Index& index : catalog.indexesOf(id))
        indexes += index.backsConstraint ? 0 : 1;
    addCount(parts, indexes, "index", "indexes");
    addCount(parts, catalog.triggersOf(id).size(), "trigger", "triggers");
    return parts.join(QStringLiteral(", "));
}

QString schemaSummary(const Catalog& catalog, SchemaId id)
{
    QStringList parts;
    addCount(parts, catalog.tablesOf(id).size(), "table", "tables");
    return parts.join(QStringLiteral(", "));
}

QString typeSummary(const UserType& type)
{
    const QStringList labels(type.labels.begin(), type.labels.end());
    return labels.isEmpty() ? type.baseType : labels.join(QStringLiteral(", "));
}

QString triggerLine(const Trigger& trigger)
{
    return trigger.calls.isEmpty()
               ? trigger.events
               : QString(trigger.events + QStringLiteral(", calls ") + trigger.calls);
}

class MemberCollector
{
public:
    explicit MemberCollector(const Catalog& catalog)
        : m_catalog(catalog)
    {
    }

    std::vector<PropertyChange> ofTable(TableId id)
    {
        add(DifferenceArea::Columns, ObjectKind::Column, m_catalog.firstColumn(id).index,
            m_catalog.columnsOf(id).size());
        add(DifferenceArea::Constraints, ObjectKind::Constraint,
            m_catalog.firstConstraint(id).index, m_catalog.constraintsOf(id).size());
        add(DifferenceArea::Indexes, ObjectKind::Index, m_catalog.firstIndex(id).index,
            m_catalog.indexesOf(id).size());
        add(DifferenceArea::Triggers, ObjectKind::Trigger, m_catalog.firstTrigger(id).index,
            m_catalog.triggersOf(id).size());
        return std::move(m_properties);
    }

    std::vector<PropertyChange> ofSchema(SchemaId id)
    {
        add(DifferenceArea::Tables, ObjectKind::Table, m_catalog.firstTable(id).index,
            m_catalog.tablesOf(id).size());
        return std::move(m_properties);
    }

private:
    void add(DifferenceArea area, ObjectKind kind, int first, std::size_t count)
    {
        for (int i = first; i < first + static_cast<int>(count); ++i) {
            const ObjectRef member(kind, i);
            if (kind == ObjectKind::Index && m_catalog.index({i}).backsConstraint)
                continue;
            const QString name = m_catalog.base(member).name;
            PropertyChange property;
            property.area = area;
            property.property =
                name.isEmpty()
                    ? objectKindName(m_catalog, member)
                    : QString(objectKindName(m_catalog, member) + QLatin1Char(' ') + name);
            property.after = objectSummary(m_catalog, member);
            property.severity = ChangeSeverity::Harmless;
            m_properties.push_back(std::move(property));
        }
    }

    const Catalog& m_catalog;
    std::vector<PropertyChange> m_properties;
};

} // namespace

QString objectSummary(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Schema:
        return schemaSummary(catalog, {object.index});
    case ObjectKind::Table:
        return tableSummary(catalog, {object.index});
    case ObjectKind::Column:
        return columnText(catalog.column({object.index}));
    case ObjectKind::Constraint:
        return constraintText(catalog, {object.index});
    case ObjectKind::Index:
        return indexText(catalog, {object.index});
    case ObjectKind::Trigger:
        return triggerLine(catalog.trigger({object.index}));
    case ObjectKind::Routine:
        return catalog.routine({object.index}).returns.isEmpty()
                   ? QString()
                   : QStringLiteral("returns %1").arg(catalog.routine({object.index}).returns);
    case ObjectKind::Type:
        return typeSummary(catalog.type({object.index}));
    default:
        return {};
    }
}

std::vector<PropertyChange> memberProperties(const Catalog& catalog, ObjectRef object)
{
    if (object.kind == ObjectKind::Table)
        return MemberCollector(catalog).ofTable({object.index});
    if (object.kind == ObjectKind::Schema)
        return MemberCollector(catalog).ofSchema({object.index});
    return {};
}

} // namespace cadastre
