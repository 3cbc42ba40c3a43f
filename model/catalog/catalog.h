// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Catalog: the immutable facts of all sources of a workspace, with lookups by id, by owner and by
// key. Everything after the readers sees only this. Nothing here reads a database.
#pragma once

#include "model/catalog/catalog_objects.h"
#include "model/catalog/object_key.h"

#include <QHash>

#include <span>

namespace cadastre {

class Catalog
{
public:
    Catalog() = default;
    explicit Catalog(CatalogObjects objects);

    [[nodiscard]] const CatalogObjects& objects() const { return m_objects; }
    [[nodiscard]] bool isEmpty() const { return m_objects.sources.empty(); }

    [[nodiscard]] const Source& source(SourceId id) const { return m_objects.sources[id.index]; }
    [[nodiscard]] const Schema& schema(SchemaId id) const { return m_objects.schemas[id.index]; }
    [[nodiscard]] const Table& table(TableId id) const { return m_objects.tables[id.index]; }
    [[nodiscard]] const Column& column(ColumnId id) const { return m_objects.columns[id.index]; }
    [[nodiscard]] const Constraint& constraint(ConstraintId id) const
    {
        return m_objects.constraints[id.index];
    }
    [[nodiscard]] const Index& index(IndexId id) const { return m_objects.indexes[id.index]; }
    [[nodiscard]] const Trigger& trigger(TriggerId id) const
    {
        return m_objects.triggers[id.index];
    }
    [[nodiscard]] const Routine& routine(RoutineId id) const
    {
        return m_objects.routines[id.index];
    }
    [[nodiscard]] const UserType& type(TypeId id) const { return m_objects.types[id.index]; }
    [[nodiscard]] const Role& role(RoleId id) const { return m_objects.roles[id.index]; }
    [[nodiscard]] const OtherObject& other(OtherId id) const { return m_objects.others[id.index]; }
    /// What every object has, whatever its kind.
    [[nodiscard]] const ObjectBase& base(ObjectRef ref) const;

    /// Columns of a table by position. The id of element i is `firstColumn(table).index + i`.
    [[nodiscard]] std::span<const Column> columnsOf(TableId id) const;
    [[nodiscard]] ColumnId firstColumn(TableId id) const;
    [[nodiscard]] std::span<const Constraint> constraintsOf(TableId id) const;
    [[nodiscard]] ConstraintId firstConstraint(TableId id) const;
    [[nodiscard]] std::span<const Index> indexesOf(TableId id) const;
    [[nodiscard]] IndexId firstIndex(TableId id) const;
    [[nodiscard]] std::span<const Trigger> triggersOf(TableId id) const;
    [[nodiscard]] TriggerId firstTrigger(TableId id) const;
    /// Tables of a schema by name.
    [[nodiscard]] std::span<const Table> tablesOf(SchemaId id) const;
    [[nodiscard]] TableId firstTable(SchemaId id) const;
    /// Foreign keys of other tables (and of itself) that point at this table, by id.
    [[nodiscard]] std::vector<ConstraintId> foreignKeysTo(TableId id) const;
    /// The primary key; null when there is none.
    [[nodiscard]] const Constraint* primaryKeyOf(TableId id) const;

    [[nodiscard]] SourceId sourceOf(ObjectRef ref) const;
    [[nodiscard]] SourceId sourceOf(TableId id) const { return schema(table(id).schema).source; }
    [[nodiscard]] ObjectKey keyOf(ObjectRef ref) const;
    [[nodiscard]] std::optional<ObjectRef> find(const ObjectKey& key) const;
    /// What people read: the key's parts, the source left out where there is one, the schema where
    /// it is the default one; parts quoted as in keys.
    [[nodiscard]] QString displayName(ObjectRef ref) const;
    /// The object that a person typed: `orders`, `billing.invoices`, `shop/public.orders.id`, any
    /// form of displayName() or key. Fails with a sentence that names near misses or the ambiguity.
    [[nodiscard]] Result<ObjectRef> resolve(QStringView text) const;
    /// The report of a kind in a source; absent when the reader said nothing about it.
    [[nodiscard]] const KindReport* kindReport(SourceId id, CatalogKind kind) const;

    bool operator==(const Catalog& other) const { return m_objects == other.m_objects; }

private:
    void buildRanges();
    void buildForeignKeysTo();
    void buildKeys();

    CatalogObjects m_objects;
    // offsets[i]..offsets[i + 1] are the children of owner i
    std::vector<int> m_tableOffsets;
    std::vector<int> m_columnOffsets;
    std::vector<int> m_constraintOffsets;
    std::vector<int> m_indexOffsets;
    std::vector<int> m_triggerOffsets;
    QHash<ObjectKey, ObjectRef> m_byKey;
    std::vector<int> m_foreignKeyOffsets;
    std::vector<ConstraintId> m_foreignKeysTo;
};

/// The parts of several sources as one catalog, in the given order.
Catalog mergeSources(const std::vector<std::shared_ptr<const SourceCatalog>>& parts);

} // namespace cadastre
