// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Between decisions by name and objects by id; see the header.
#include "model/relations/decisions.h"

#include "model/catalog/code_points.h"

namespace cadastre {

namespace {

std::strong_ordering compareLists(const QStringList& a, const QStringList& b)
{
    for (qsizetype i = 0; i < a.size() && i < b.size(); ++i) {
        if (const auto order = compareCodePoints(a[i], b[i]); order != 0)
            return order;
    }
    return a.size() <=> b.size();
}

QStringList decisionColumnNames(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (ColumnId id : columns)
        names << catalog.column(id).name;
    return names;
}

std::optional<TableId> findDecisionTable(const Catalog& catalog, const ObjectKey& key)
{
    const auto found = catalog.find(key);
    if (!found || found->kind != ObjectKind::Table)
        return std::nullopt;
    return TableId{found->index};
}

std::optional<ColumnId> findDecisionColumn(const Catalog& catalog, TableId table,
                                           const QString& name)
{
    const ColumnId first = catalog.firstColumn(table);
    const auto columns = catalog.columnsOf(table);
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        if (columns[i].name == name)
            return ColumnId{first.index + i};
    }
    return std::nullopt;
}

std::optional<std::vector<ColumnId>> findDecisionColumns(const Catalog& catalog, TableId table,
                                                         const QStringList& names)
{
    std::vector<ColumnId> columns;
    for (const QString& name : names) {
        const auto column = findDecisionColumn(catalog, table, name);
        if (!column)
            return std::nullopt;
        columns.push_back(*column);
    }
    return columns;
}

std::optional<ResolvedDecision> resolve(const Catalog& catalog, const DecisionKey& key,
                                        const Decision& decision)
{
    const auto child = findDecisionTable(catalog, key.child);
    const auto parent = findDecisionTable(catalog, key.parent);
    if (!child || !parent)
        return std::nullopt;
    const auto childColumns = findDecisionColumns(catalog, *child, key.childColumns);
    const auto parentColumns = findDecisionColumns(catalog, *parent, key.parentColumns);
    if (!childColumns || !parentColumns || childColumns->size() != parentColumns->size())
        return std::nullopt;
    std::optional<ColumnId> typeColumn;
    if (!key.typeColumn.isEmpty()) {
        typeColumn = findDecisionColumn(catalog, *child, key.typeColumn);
        if (!typeColumn)
            return std::nullopt;
    }
    return ResolvedDecision{
        *child, *childColumns, typeColumn, {*parent, *parentColumns, decision.typeValue}, decision};
}

} // namespace

std::strong_ordering DecisionKey::operator<=>(const DecisionKey& other) const
{
    if (const auto order = child <=> other.child; order != 0)
        return order;
    if (const auto order = compareLists(childColumns, other.childColumns); order != 0)
        return order;
    if (const auto order = compareCodePoints(typeColumn, other.typeColumn); order != 0)
        return order;
    if (const auto order = parent <=> other.parent; order != 0)
        return order;
    return compareLists(parentColumns, other.parentColumns);
}

std::vector<DecisionKey> decisionKeys(const Catalog& catalog, const Relationship& relationship)
{
    std::vector<DecisionKey> keys;
    for (const RelationshipTarget& target : relationship.targets) {
        if (!target.isResolved())
            continue;
        DecisionKey key;
        key.child = catalog.keyOf(relationship.child);
        key.childColumns = decisionColumnNames(catalog, relationship.childColumns);
        if (relationship.typeColumn)
            key.typeColumn = catalog.column(*relationship.typeColumn).name;
        key.parent = catalog.keyOf(target.table);
        key.parentColumns = decisionColumnNames(catalog, target.columns);
        keys.push_back(std::move(key));
    }
    return keys;
}

ResolvedDecisions resolveDecisions(const Catalog& catalog, const Decisions& decisions)
{
    ResolvedDecisions resolved;
    for (const auto& [key, decision] : decisions.entries) {
        auto found = resolve(catalog, key, decision);
        if (!found) {
            resolved.missing.push_back(key);
            continue;
        }
        resolved.found.push_back(*found);
        for (const QString& value : decision.moreTypeValues) {
            found->target.typeValue = value;
            resolved.found.push_back(*found);
        }
    }
    return resolved;
}

} // namespace cadastre
