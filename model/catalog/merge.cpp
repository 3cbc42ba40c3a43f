// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Several sources behind each other as one catalog.
#include "model/catalog/catalog.h"
#include "model/catalog/renumber.h"

namespace cadastre {

namespace {

template <typename T> void append(std::vector<T>& to, std::vector<T>&& from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

CatalogObjects mergeObjects(const std::vector<std::shared_ptr<const SourceCatalog>>& parts)
{
    CatalogObjects whole;
    for (const auto& part : parts) {
        CatalogObjects objects = part->objects;
        if (!whole.sources.empty())
            renumber(objects, IdOffsets(whole));
        append(whole.sources, std::move(objects.sources));
        append(whole.schemas, std::move(objects.schemas));
        append(whole.tables, std::move(objects.tables));
        append(whole.columns, std::move(objects.columns));
        append(whole.constraints, std::move(objects.constraints));
        append(whole.indexes, std::move(objects.indexes));
        append(whole.triggers, std::move(objects.triggers));
        append(whole.routines, std::move(objects.routines));
        append(whole.types, std::move(objects.types));
        append(whole.roles, std::move(objects.roles));
        append(whole.others, std::move(objects.others));
        append(whole.grants, std::move(objects.grants));
        append(whole.dependencies, std::move(objects.dependencies));
    }
    return whole;
}

Catalog mergeSources(const std::vector<std::shared_ptr<const SourceCatalog>>& parts)
{
    return Catalog(mergeObjects(parts));
}

} // namespace cadastre
