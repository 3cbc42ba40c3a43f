// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Lookups of a Catalog by id and by owner. Keys and names live in catalog_keys.cpp.
#include "model/catalog/catalog.h"

#include <algorithm>

namespace cadastre {

namespace {

/// offsets[i]..offsets[i + 1] of children sorted by owner index.
template <typename T, typename Owner>
std::vector<int> childOffsets(const std::vector<T>& children, std::size_t ownerCount, Owner owner)
{
    std::vector<int> offsets(ownerCount + 1, 0);
    for (const T& child : children)
        ++offsets[owner(child) + 1];
    for (std::size_t i = 1; i < offsets.size(); ++i)
        offsets[i] += offsets[i - 1];
    return offsets;
}

template <typename T>
std::span<const T> childSpan(const std::vector<T>& children, const std::vector<int>& offsets,
                             int owner)
{
    return {children.data() + offsets[owner], children.data() + offsets[owner + 1]};
}

} // namespace

Catalog::Catalog(CatalogObjects objects)
    : m_objects(std::move(objects))
{
    buildRanges();
    buildForeignKeysTo();
    buildKeys();
}

void Catalog::buildRanges()
{
    const auto byTable = [](const auto& object) { return object.table.index; };
    const auto bySchema = [](const auto& object) { return object.schema.index; };
    const std::size_t tableCount = m_objects.tables.size();
    m_tableOffsets = childOffsets(m_objects.tables, m_objects.schemas.size(), bySchema);
    m_columnOffsets = childOffsets(m_objects.columns, tableCount, byTable);
    m_constraintOffsets = childOffsets(m_objects.constraints, tableCount, byTable);
    m_indexOffsets = childOffsets(m_objects.indexes, tableCount, byTable);
    m_triggerOffsets = childOffsets(m_objects.triggers, tableCount, byTable);
}

void Catalog::buildForeignKeysTo()
{
    m_foreignKeyOffsets.assign(m_objects.tables.size() + 1, 0);
    const auto isResolvedKey = [](const Constraint& constraint) {
        return constraint.kind == ConstraintKind::ForeignKey && constraint.referencedTable;
    };
    for (const Constraint& constraint : m_objects.constraints) {
        if (isResolvedKey(constraint))
            ++m_foreignKeyOffsets[constraint.referencedTable->index + 1];
    }
    for (std::size_t i = 1; i < m_foreignKeyOffsets.size(); ++i)
        m_foreignKeyOffsets[i] += m_foreignKeyOffsets[i - 1];
    m_foreignKeysTo.resize(m_foreignKeyOffsets.back());
    std::vector<int> next = m_foreignKeyOffsets;
    for (std::size_t i = 0; i < m_objects.constraints.size(); ++i) {
        const Constraint& constraint = m_objects.constraints[i];
        if (isResolvedKey(constraint))
            m_foreignKeysTo[next[constraint.referencedTable->index]++] = {static_cast<int>(i)};
    }
}

const ObjectBase& Catalog::base(ObjectRef ref) const
{
    switch (ref.kind) {
    case ObjectKind::Source:
        return m_objects.sources[ref.index];
    case ObjectKind::Schema:
        return m_objects.schemas[ref.index];
    case ObjectKind::Table:
        return m_objects.tables[ref.index];
    case ObjectKind::Column:
        return m_objects.columns[ref.index];
    case ObjectKind::Constraint:
        return m_objects.constraints[ref.index];
    case ObjectKind::Index:
        return m_objects.indexes[ref.index];
    case ObjectKind::Trigger:
        return m_objects.triggers[ref.index];
    case ObjectKind::Routine:
        return m_objects.routines[ref.index];
    case ObjectKind::Type:
        return m_objects.types[ref.index];
    case ObjectKind::Role:
        return m_objects.roles[ref.index];
    case ObjectKind::Other:
        return m_objects.others[ref.index];
    }
    Q_UNREACHABLE();
}

std::span<const Table> Catalog::tablesOf(SchemaId id) const
{
    return childSpan(m_objects.tables, m_tableOffsets, id.index);
}

TableId Catalog::firstTable(SchemaId id) const
{
    return {m_tableOffsets[id.index]};
}

std::span<const Column> Catalog::columnsOf(TableId id) const
{
    return childSpan(m_objects.columns, m_columnOffsets, id.index);
}

ColumnId Catalog::firstColumn(TableId id) const
{
    return {m_columnOffsets[id.index]};
}

std::span<const Constraint> Catalog::constraintsOf(TableId id) const
{
    return childSpan(m_objects.constraints, m_constraintOffsets, id.index);
}

ConstraintId Catalog::firstConstraint(TableId id) const
{
    return {m_constraintOffsets[id.index]};
}

std::span<const Index> Catalog::indexesOf(TableId id) const
{
    return childSpan(m_objects.indexes, m_indexOffsets, id.index);
}

IndexId Catalog::firstIndex(TableId id) const
{
    return {m_indexOffsets[id.index]};
}

std::span<const Trigger> Catalog::triggersOf(TableId id) const
{
    return childSpan(m_objects.triggers, m_triggerOffsets, id.index);
}

TriggerId Catalog::firstTrigger(TableId id) const
{
    return {m_triggerOffsets[id.index]};
}

std::vector<ConstraintId> Catalog::foreignKeysTo(TableId id) const
{
    return {m_foreignKeysTo.begin() + m_foreignKeyOffsets[id.index],
            m_foreignKeysTo.begin() + m_foreignKeyOffsets[id.index + 1]};
}

const Constraint* Catalog::primaryKeyOf(TableId id) const
{
    const auto constraints = constraintsOf(id);
    const auto found =
        std::find_if(constraints.begin(), constraints.end(),
                     [](const Constraint& c) { return c.kind == ConstraintKind::PrimaryKey; });
    return found == constraints.end() ? nullptr : &*found;
}

const KindReport* Catalog::kindReport(SourceId id, CatalogKind kind) const
{
    const auto& kinds = source(id).kinds;
    const auto found = std::find_if(kinds.begin(), kinds.end(), [kind](const KindReport& report) {
        return report.kind == kind;
    });
    return found == kinds.end() ? nullptr : &*found;
}

SourceId Catalog::sourceOf(ObjectRef ref) const
{
    switch (ref.kind) {
    case ObjectKind::Source:
        return {ref.index};
    case ObjectKind::Schema:
        return m_objects.schemas[ref.index].source;
    case ObjectKind::Table:
        return sourceOf(TableId{ref.index});
    case ObjectKind::Column:
        return sourceOf(m_objects.columns[ref.index].table);
    case ObjectKind::Constraint:
        return sourceOf(m_objects.constraints[ref.index].table);
    case ObjectKind::Index:
        return sourceOf(m_objects.indexes[ref.index].table);
    case ObjectKind::Trigger:
        return sourceOf(m_objects.triggers[ref.index].table);
    case ObjectKind::Routine:
        return schema(m_objects.routines[ref.index].schema).source;
    case ObjectKind::Type:
        return schema(m_objects.types[ref.index].schema).source;
    case ObjectKind::Role:
        return m_objects.roles[ref.index].source;
    case ObjectKind::Other:
        return m_objects.others[ref.index].source;
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
