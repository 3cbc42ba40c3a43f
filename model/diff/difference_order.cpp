// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/diff/difference_order.h"

#include <algorithm>
#include <tuple>

namespace cadastre {

namespace {

struct ChangePlace
{
    QString source;
    QString schema;
    int group = 0; ///< the schema itself, tables, what stands beside tables
    QString table;
    int kind = 0;
    int position = 0; ///< of columns
    QString name;
    ChangeSign sign = ChangeSign::Added;

    [[nodiscard]] auto order() const
    {
        return std::tie(source, schema, group, table, kind, position, name, sign);
    }
};

std::optional<SchemaId> schemaHolding(const Catalog& catalog, ObjectRef object)
{
    while (object.kind != ObjectKind::Schema) {
        const ObjectRef owner = parentOf(catalog, object);
        if (owner == object)
            return std::nullopt;
        object = owner;
    }
    return SchemaId{object.index};
}

class PlaceFinder
{
public:
    explicit PlaceFinder(const Comparison& all)
        : m_all(all)
    {
    }

    [[nodiscard]] ChangePlace of(const ObjectChange& change) const
    {
        const bool isOld = !change.after;
        const Catalog& catalog = isOld ? m_all.before : m_all.after;
        const ObjectRef object = isOld ? *change.before : *change.after;
        ChangePlace place;
        place.source = name(catalog.sourceOf(object), isOld);
        if (const auto schema = schemaHolding(catalog, object)) {
            place.schema = name(*schema, isOld);
            place.group = object.kind == ObjectKind::Schema ? 0 : 2;
        }
        if (const auto table = tableHolding(catalog, object)) {
            place.table = name(*table, isOld);
            place.group = 1;
        }
        place.kind = static_cast<int>(object.kind);
        if (object.kind == ObjectKind::Column)
            place.position = catalog.column({object.index}).position;
        place.name = change.name;
        place.sign = change.sign;
        return place;
    }

private:
    [[nodiscard]] QString name(ObjectRef object, bool isOld) const
    {
        return isOld ? m_all.nameNow(object) : m_all.after.base(object).name;
    }

    const Comparison& m_all;
};

} // namespace

void sortChanges(const Comparison& all, std::vector<ObjectChange>& changes)
{
    const PlaceFinder finder(all);
    std::vector<std::pair<ChangePlace, int>> places;
    places.reserve(changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i)
        places.emplace_back(finder.of(changes[i]), static_cast<int>(i));
    std::ranges::stable_sort(places, [](const auto& one, const auto& other) {
        return one.first.order() < other.first.order();
    });
    std::vector<ObjectChange> sorted;
    sorted.reserve(changes.size());
    for (const auto& [place, index] : places)
        sorted.push_back(std::move(changes[index]));
    changes = std::move(sorted);
}

ObjectRef ownerOf(const Catalog& catalog, ObjectRef object)
{
    if (object.kind == ObjectKind::Other) {
        if (const auto about = catalog.other({object.index}).about)
            return *about;
        if (const auto schema = catalog.other({object.index}).schema)
            return *schema;
    }
    return parentOf(catalog, object);
}

} // namespace cadastre
