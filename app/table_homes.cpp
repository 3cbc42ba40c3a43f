// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/table_homes.h"

#include "diagram/grouping.h"

namespace cadastre {

namespace {

/// The corner that a position in a group is measured from; absent where it is not known.
std::optional<QPoint> originOf(const Placements& places, const QString& group)
{
    for (const QString& name : {group, group.section(pathSeparator(), 0, 0)}) {
        const auto origin = places.groups.constFind(name);
        if (origin != places.groups.cend())
            return *origin;
    }
    return std::nullopt;
}

bool isBoundarysGroup(const DiagramGraph& graph, const QString& path)
{
    const QString outermost = path.section(pathSeparator(), 0, 0);
    return graph.boundaries->ownership.indexOf(outermost).has_value();
}

Placement homeOf(const DiagramGraph& graph, const Placements& before, const ObjectKey& table)
{
    const auto place = before.tables.constFind(table);
    if (place == before.tables.cend() || isBoundarysGroup(graph, place->group))
        return {};
    const auto origin = originOf(before, place->group);
    if (!origin)
        return {};
    Placement home = *place;
    home.position += *origin;
    return home;
}

} // namespace

TableHomes homesAfter(const DiagramGraph& graph, const Placements& before, TableHomes homes)
{
    for (const DiagramNode& node : graph.nodes) {
        const ObjectKey key = graph.catalog->keyOf(node.table);
        if (node.boundary < 0)
            homes.remove(key);
        else if (!homes.contains(key))
            homes.insert(key, homeOf(graph, before, key));
    }
    return homes;
}

Placements withHomes(Placements places, const TableHomes& homes,
                     const std::function<bool(const ObjectKey&)>& isOwned)
{
    for (auto home = homes.cbegin(); home != homes.cend(); ++home) {
        const auto place = places.tables.find(home.key());
        if (place == places.tables.end() || isOwned(home.key()))
            continue;
        const auto origin = originOf(places, home->group);
        if (home->group.isEmpty() || !origin) {
            places.tables.erase(place);
            continue;
        }
        place->group = home->group;
        place->position = home->position - *origin;
    }
    return places;
}

} // namespace cadastre
