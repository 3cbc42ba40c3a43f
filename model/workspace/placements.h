// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Placements: where a person or a layout put things, by object key, so that it outlives a refresh.
#pragma once

#include "model/catalog/object_key.h"

#include <QHash>
#include <QPoint>

namespace cadastre {

struct Placement
{
    QPoint position;     ///< top left, whole scene pixels, from its top-level group's top left
    QString group;       ///< path of the group it is in: "billing", "public / orders"
    bool pinned = false; ///< put there by a person

    bool operator==(const Placement&) const = default;
};

struct Placements
{
    QHash<ObjectKey, Placement> tables;
    QHash<QString, QPoint> groups; ///< top left of each top-level group by name, scene pixels

    bool operator==(const Placements&) const = default;
};

} // namespace cadastre
