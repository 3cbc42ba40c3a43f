// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// TableChoice: which tables a person hid, or which alone are to be shown. A value keyed by
// ObjectKey; hiding never places anything, and what is hidden is listed by the window.
#pragma once

#include "model/catalog/object_key.h"

#include <QHash>

#include <set>
#include <vector>

namespace cadastre {

struct TableChoice
{
    std::set<ObjectKey> hidden;
    /// Where there are any, only these are shown; what a refresh adds is not among them.
    std::set<ObjectKey> isolated;

    [[nodiscard]] bool showsAll() const { return hidden.empty() && isolated.empty(); }
    [[nodiscard]] bool shows(const ObjectKey& table) const
    {
        return !hidden.contains(table) && (isolated.empty() || isolated.contains(table));
    }
    bool operator==(const TableChoice&) const = default;
};

/// These are not shown any more.
TableChoice withHidden(TableChoice choice, const std::vector<ObjectKey>& tables);
/// These are shown again, the others as before.
TableChoice withShown(TableChoice choice, const std::vector<ObjectKey>& tables);
/// Only these are shown; what was hidden before is forgotten. Everything where there are none.
TableChoice onlyThese(const std::vector<ObjectKey>& tables);

/// Keys under their new names; those without one stay.
TableChoice rekeyed(const TableChoice& choice, const QHash<ObjectKey, ObjectKey>& renamed);

} // namespace cadastre
