// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Declared relationships: the foreign keys of the catalog, without the copies that a server keeps
// of them for partitions. Nothing is guessed here.
#include "model/relations/cardinality.h"

#include <algorithm>

namespace cadastre {

namespace {

bool haveSameNames(const Catalog& catalog, const std::vector<ColumnId>& left,
                   const std::vector<ColumnId>& right)
{
    return std::ranges::equal(left, right, [&](ColumnId a, ColumnId b) {
        return catalog.column(a).name == catalog.column(b).name;
    });
}

/// Whether the table of which `table` is a partition, at any height, has the same key.
bool isCopyFromPartitionedTable(const Catalog& catalog, const Constraint& key)
{
    std::optional<TableId> ancestor = catalog.table(key.table).partitionOf;
    for (; ancestor; ancestor = catalog.table(*ancestor).partitionOf) {
        const auto constraints = catalog.constraintsOf(*ancestor);
        if (std::ranges::any_of(constraints, [&](const Constraint& other) {
                return other.kind == ConstraintKind::ForeignKey &&
                       other.referencedTable == key.referencedTable &&
                       haveSameNames(catalog, other.columns, key.columns);
            }))
            return true;
    }
    return false;
}

/// Whether the key points at a partition while a sister key of the same columns points at the
/// partitioned table: PostgreSQL keeps one such entry per partition.
bool isCopyForPartitionOfTarget(const Catalog& catalog, const Constraint& key)
{
    std::optional<TableId> ancestor = catalog.table(*key.referencedTable).partitionOf;
    for (; ancestor; ancestor = catalog.table(*ancestor).partitionOf) {
        const auto constraints = catalog.constraintsOf(key.table);
        if (std::ranges::any_of(constraints, [&](const Constraint& other) {
                return other.kind == ConstraintKind::ForeignKey &&
                       other.referencedTable == ancestor && other.columns == key.columns;
            }))
            return true;
    }
    return false;
}

QString sentenceFor(const Constraint& key)
{
    QString sentence = key.name.isEmpty() ? QStringLiteral("declared without a name")
                                          : QString(QStringLiteral("declared as ") + key.name);
    if (!key.enforced)
        sentence += QStringLiteral(", not enforced");
    else if (!key.validated)
        sentence += QStringLiteral(", not validated");
    return sentence;
}

Relationship relationshipOf(const Catalog& catalog, ConstraintId id)
{
    const Constraint& key = catalog.constraint(id);
    Relationship relationship;
    relationship.child = key.table;
    relationship.childColumns = key.columns;
    relationship.targets = {{*key.referencedTable, key.referencedColumns, {}}};
    relationship.constraint = id;
    relationship.childEnd = childCardinality(catalog, key.table, key.columns);
    relationship.parentEnd = parentCardinality(catalog, key.columns, key.validated && key.enforced);
    relationship.evidence = {{QStringLiteral("foreign-key"), 1, sentenceFor(key)}};
    return relationship;
}

} // namespace

std::vector<Relationship> declaredRelationships(const Catalog& catalog)
{
    std::vector<Relationship> relationships;
    const auto& constraints = catalog.objects().constraints;
    for (int i = 0; i < static_cast<int>(constraints.size()); ++i) {
        const Constraint& key = constraints[i];
        if (key.kind != ConstraintKind::ForeignKey || !key.referencedTable)
            continue;
        if (isCopyFromPartitionedTable(catalog, key) || isCopyForPartitionOfTarget(catalog, key))
            continue;
        relationships.push_back(relationshipOf(catalog, ConstraintId{i}));
    }
    return relationships;
}

} // namespace cadastre
