// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// KeptPlaces: where the tables of a database were in the picture when it was open last, as a value
// and as text. For databases whose places are in no workspace, or not all of them; the files live
// in app/kept_places_file.h.
#pragma once

#include "model/catalog/catalog.h"
#include "model/workspace/placements.h"

namespace cadastre {

struct KeptPlaces
{
    Placements placements;
    /// Of tables that somebody owns: where they were before; see TableHomes.
    QHash<ObjectKey, Placement> homes;
    QHash<ObjectKey, QStringList> columns; ///< by table: what it is found by under another name

    bool operator==(const KeptPlaces&) const = default;
};

/// With the columns of the tables that have a place.
KeptPlaces keptPlacesOf(const Placements& placements, const QHash<ObjectKey, Placement>& homes,
                        const Catalog& catalog);

QByteArray keptPlacesText(const KeptPlaces& kept);
/// Absent for what this version did not write. What is odd in it is left out.
std::optional<KeptPlaces> keptPlacesFromText(const QByteArray& text);

/// New keys by old ones: tables that are gone, and tables without a place that have most columns of
/// exactly one of these.
QHash<ObjectKey, ObjectKey> renamedSince(const KeptPlaces& kept, const Catalog& catalog);

/// With every table under the name it has now.
KeptPlaces followed(const KeptPlaces& kept, const Catalog& catalog);

/// Whether all that `known` has is in `kept` as it is there.
bool extends(const KeptPlaces& kept, const Placements& known);

} // namespace cadastre
