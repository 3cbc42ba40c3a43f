// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts what the finders of each kind found in order. Each kind lives in a file of its own:
// crossing_keys, crossing_logical, crossing_uses, crossing_types, crossing_copies.
#include "model/boundaries/crossings/crossings.h"

#include "model/boundaries/crossings/crossing_search.h"

namespace cadastre {

CrossingKey crossingKeyOf(const Catalog& catalog, const Crossing& crossing)
{
    return {crossing.kind, catalog.keyOf(crossing.from), catalog.keyOf(crossing.into)};
}

std::vector<Crossing> findCrossings(const BoundaryFacts& facts)
{
    CrossingSearch search(facts);
    findForeignKeyCrossings(search);
    findLogicalCrossings(search);
    findUseCrossings(search);
    findTypeCrossings(search);
    findCopyCrossings(search);
    std::vector<Crossing> found = search.takeCrossings();

    std::vector<std::pair<CrossingKey, std::size_t>> order;
    order.reserve(found.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        order.emplace_back(crossingKeyOf(facts.catalog, found[i]), i);
    std::ranges::sort(order);
    std::vector<Crossing> sorted;
    sorted.reserve(found.size());
    const CrossingKey* last = nullptr; // broken catalogs may name two objects alike
    for (const auto& [key, position] : order) {
        if (!last || *last != key)
            sorted.push_back(std::move(found[position]));
        last = &key;
    }
    return sorted;
}

} // namespace cadastre
