// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Owners of tables that differ within one boundary: whoever owns a table may do everything with it,
// whatever is granted.
#include "model/boundaries/access/access_parts.h"

#include <algorithm>
#include <map>

namespace cadastre::access {

namespace {

using TablesByOwner = std::map<QString, std::vector<TableId>>;

/// Each owner but the one of most tables (the first by name among equals), with that one's tables
/// counted.
void addMinorities(AccessReview& review, BoundaryIndex boundary, const TablesByOwner& owners)
{
    const auto largest =
        std::ranges::max_element(owners, {}, [](const auto& owner) { return owner.second.size(); });
    for (const auto& [owner, tables] : owners) {
        if (owner == largest->first)
            continue;
        review.add("owners-differ", BoundarySeverity::Note, tables.front(), boundary,
                   QStringLiteral("Role %1 owns %2 of %3 (%4), while most belong to role %5 (%6).")
                       .arg(owner, countedTables(tables.size()), review.ownership.names[boundary],
                            namedTables(review.catalog, tables), largest->first,
                            countedTables(largest->second.size())),
                   QStringLiteral("Give them one owner, or a boundary of their own."));
    }
}

} // namespace

void findMixedOwners(AccessReview& review)
{
    std::map<std::pair<BoundaryIndex, SourceId>, TablesByOwner> owners;
    const auto& tables = review.catalog.objects().tables;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        const BoundaryIndex boundary = review.ownership.ofTables[i];
        if (boundary >= 0 && !tables[i].system && !tables[i].owner.isEmpty())
            owners[{boundary, review.catalog.sourceOf(TableId{i})}][tables[i].owner].push_back({i});
    }
    for (const auto& [place, ofPlace] : owners) {
        if (ofPlace.size() > 1)
            addMinorities(review, place.first, ofPlace);
    }
}

} // namespace cadastre::access
