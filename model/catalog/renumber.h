// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Renumbering: applies a map of ids to every id field of every catalog object. The one place that
// lists which fields are ids; ordering and merging both go through it.
#pragma once

#include "model/catalog/catalog_objects.h"

#include <array>

namespace cadastre {

constexpr std::size_t objectKindCount = static_cast<std::size_t>(ObjectKind::Other) + 1;

/// Old index -> new index, per kind of object.
class IdMap
{
public:
    std::vector<int>& of(ObjectKind kind) { return m_maps[static_cast<std::size_t>(kind)]; }
    const std::vector<int>& of(ObjectKind kind) const
    {
        return m_maps[static_cast<std::size_t>(kind)];
    }

    ObjectRef operator()(ObjectRef ref) const { return {ref.kind, of(ref.kind)[ref.index]}; }
    template <typename Tag> Id<Tag> operator()(Id<Tag> id) const
    {
        return {(*this)(ObjectRef(id)).index};
    }

private:
    std::array<std::vector<int>, objectKindCount> m_maps;
};

/// Adds a fixed offset per kind: what merging needs.
class IdOffsets
{
public:
    /// The numbers of objects that come before.
    explicit IdOffsets(const CatalogObjects& before);

    ObjectRef operator()(ObjectRef ref) const
    {
        return {ref.kind, ref.index + m_offsets[static_cast<std::size_t>(ref.kind)]};
    }
    template <typename Tag> Id<Tag> operator()(Id<Tag> id) const
    {
        return {(*this)(ObjectRef(id)).index};
    }

private:
    std::array<int, objectKindCount> m_offsets{};
};

void renumber(CatalogObjects& objects, const IdMap& map);
void renumber(CatalogObjects& objects, const IdOffsets& offsets);

} // namespace cadastre
