// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Boundaries after a refresh: object keys under the new names of what was renamed, with a report.
#pragma once

#include "model/boundaries/boundaries.h"

#include <QHash>

namespace cadastre {

struct BoundaryRefresh
{
    Boundaries boundaries; ///< never fewer entries than there were
    QStringList sentences; ///< for the message bar; empty when nothing changed

    bool operator==(const BoundaryRefresh&) const = default;
};

/// `renamed` as renamedKeys() gives it. Keys without a new one stay.
BoundaryRefresh refreshedBoundaries(const Boundaries& boundaries,
                                    const QHash<ObjectKey, ObjectKey>& renamed);

} // namespace cadastre
