// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The canonical order of a source's objects: same facts, same value, whatever order a server
// answered in.
#include "model/catalog/renumber.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>

namespace cadastre {

namespace {

/// Old indexes in their new order.
template <typename T, typename Key>
std::vector<int> sortedOrder(const std::vector<T>& objects, Key key)
{
    using KeyValue = decltype(key(objects.front()));
    std::vector<KeyValue> keys;
    keys.reserve(objects.size());
    for (const T& object : objects)
        keys.push_back(key(object));
    std::vector<int> order(objects.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return keys[a] < keys[b]; });
    return order;
}

std::vector<int> inverted(const std::vector<int>& order)
{
    std::vector<int> map(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        map[order[i]] = static_cast<int>(i);
    return map;
}

template <typename T> void permute(std::vector<T>& objects, const std::vector<int>& order)
{
    std::vector<T> sorted;
    sorted.reserve(objects.size());
    for (int index : order)
        sorted.push_back(std::move(objects[index]));
    objects = std::move(sorted);
}

/// Sorts one kind by a key made with the maps of the kinds before it.
template <typename T, typename Key>
std::vector<int> order(IdMap& map, ObjectKind kind, const std::vector<T>& objects, Key key)
{
    std::vector<int> result = sortedOrder(objects, key);
    map.of(kind) = inverted(result);
    return result;
}

using OptionalRef = std::optional<ObjectRef>;

/// The order of what is in no vector of objects, after the ids are final.
void sortWithinObjects(CatalogObjects& c)
{
    std::stable_sort(c.sources.front().kinds.begin(), c.sources.front().kinds.end(),
                     [](const KindReport& a, const KindReport& b) { return a.kind < b.kind; });
    for (Table& table : c.tables)
        std::sort(table.inherits.begin(), table.inherits.end());
    for (Role& role : c.roles) {
        std::sort(role.memberOf.begin(), role.memberOf.end());
        std::sort(role.bySetRole.begin(), role.bySetRole.end());
    }
    permute(c.grants, sortedOrder(c.grants, [](const Grant& o) {
                return std::tuple(o.object, o.grantee ? o.grantee->index : -1, o.grantor,
                                  o.ownerDefault, o.privileges.toInt());
            }));
    std::sort(c.dependencies.begin(), c.dependencies.end());
    c.dependencies.erase(std::unique(c.dependencies.begin(), c.dependencies.end()),
                         c.dependencies.end());
}

} // namespace

SourceCatalog finishSource(CatalogObjects c)
{
    Q_ASSERT(c.sources.size() == 1);
    IdMap map;
    map.of(ObjectKind::Source) = {0};
    const auto schemas =
        order(map, ObjectKind::Schema, c.schemas, [](const Schema& o) { return o.name; });
    const auto roles = order(map, ObjectKind::Role, c.roles, [](const Role& o) { return o.name; });
    const auto tables = order(map, ObjectKind::Table, c.tables, [&](const Table& o) {
        return std::tuple(map(o.schema), o.name, o.kind);
    });
    const auto types = order(map, ObjectKind::Type, c.types,
                             [&](const UserType& o) { return std::tuple(map(o.schema), o.name); });
    const auto routines = order(map, ObjectKind::Routine, c.routines, [&](const Routine& o) {
        return std::tuple(map(o.schema), o.name, o.argumentTypes, o.kind);
    });
    const auto columns = order(map, ObjectKind::Column, c.columns, [&](const Column& o) {
        return std::tuple(map(o.table), o.position);
    });
    const auto mapped = [&](std::vector<ColumnId> ids) {
        std::transform(ids.begin(), ids.end(), ids.begin(), std::cref(map)); // not a copy each
        return ids;
    };
    const auto constraints =
        order(map, ObjectKind::Constraint, c.constraints, [&](const Constraint& o) {
            return std::tuple(map(o.table), o.kind, o.name, mapped(o.columns), o.referencedName,
                              o.expression);
        });
    const auto indexes = order(map, ObjectKind::Index, c.indexes,
                               [&](const Index& o) { return std::tuple(map(o.table), o.name); });
    const auto triggers = order(map, ObjectKind::Trigger, c.triggers,
                                [&](const Trigger& o) { return std::tuple(map(o.table), o.name); });
    // `about` of a sequence may be a column, never another of the same kind
    const auto others = order(map, ObjectKind::Other, c.others, [&](const OtherObject& o) {
        const bool mappable = o.about && o.about->kind != ObjectKind::Other;
        return std::tuple(o.kind, o.kindName, o.schema ? map(*o.schema).index : -1, o.name,
                          mappable ? OptionalRef(map(*o.about)) : OptionalRef(), o.definition);
    });

    renumber(c, map);
    permute(c.schemas, schemas);
    permute(c.roles, roles);
    permute(c.tables, tables);
    permute(c.types, types);
    permute(c.routines, routines);
    permute(c.columns, columns);
    permute(c.constraints, constraints);
    permute(c.indexes, indexes);
    permute(c.triggers, triggers);
    permute(c.others, others);
    sortWithinObjects(c);
    return SourceCatalog{std::move(c)};
}

} // namespace cadastre
