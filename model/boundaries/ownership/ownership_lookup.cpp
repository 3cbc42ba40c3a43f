// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Questions to an ownership that was found; see ownership.h.
#include "model/boundaries/ownership/ownership.h"

#include <algorithm>

namespace cadastre {

namespace {

std::optional<BoundaryIndex> ownerAt(const std::vector<BoundaryIndex>& owners, int index)
{
    const bool isOwned = index < static_cast<int>(owners.size()) && owners[index] >= 0;
    return isOwned ? std::optional(owners[index]) : std::nullopt;
}

} // namespace

std::optional<BoundaryIndex> Ownership::boundaryOf(const Catalog& catalog, ObjectRef object) const
{
    switch (object.kind) {
    case ObjectKind::Table:
        return ownerAt(ofTables, object.index);
    case ObjectKind::Column:
        return ownerAt(ofTables, catalog.column({object.index}).table.index);
    case ObjectKind::Constraint:
        return ownerAt(ofTables, catalog.constraint({object.index}).table.index);
    case ObjectKind::Index:
        return ownerAt(ofTables, catalog.index({object.index}).table.index);
    case ObjectKind::Trigger:
        return ownerAt(ofTables, catalog.trigger({object.index}).table.index);
    case ObjectKind::Routine:
        return ownerAt(ofRoutines, object.index);
    case ObjectKind::Type:
        return ownerAt(ofTypes, object.index);
    case ObjectKind::Other:
        return ownerAt(ofOthers, object.index);
    case ObjectKind::Source:
    case ObjectKind::Schema:
    case ObjectKind::Role:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::vector<TableId> Ownership::unowned(const Catalog& catalog) const
{
    std::vector<TableId> result;
    for (int i = 0; i < static_cast<int>(ofTables.size()); ++i) {
        const Table& table = catalog.table({i});
        if (ofTables[i] < 0 && !table.system && table.extension.isEmpty())
            result.push_back({i});
    }
    return result;
}

std::vector<TableId> Ownership::tablesOf(BoundaryIndex boundary) const
{
    std::vector<TableId> result;
    for (int i = 0; i < static_cast<int>(ofTables.size()); ++i) {
        if (ofTables[i] == boundary)
            result.push_back({i});
    }
    return result;
}

std::optional<BoundaryIndex> Ownership::indexOf(const QString& name) const
{
    const auto found = std::ranges::lower_bound(names, name);
    const bool isThere = found != names.end() && *found == name;
    return isThere ? std::optional(static_cast<int>(found - names.begin())) : std::nullopt;
}

} // namespace cadastre
