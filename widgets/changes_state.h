// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ChangesState: what the panel of changes shows: two catalogs, what differs, and since when. Made
// off the UI thread, shared as a value.
#pragma once

#include "model/diff/difference.h"

namespace cadastre {

struct ChangesState
{
    std::shared_ptr<const Catalog> before; ///< null: there is nothing to compare with
    std::shared_ptr<const Catalog> after;
    CatalogDifference difference;
    QString since; ///< "10:42", "yesterday, 18:03", "staging (PostgreSQL 15)"
    /// Whether what hung on old names (places, decisions, staged comments) followed the renames of
    /// this comparison already.
    bool renamesAreFollowed = false;
    /// Whether `before` is another database, called `since`, not an earlier state of this one.
    bool isOtherDatabase = false;

    [[nodiscard]] bool isThere() const { return before != nullptr; }
};

using ChangesStatePointer = std::shared_ptr<const ChangesState>;

enum class ChangesGrouping : std::uint8_t { Severity, Kind, Table };

} // namespace cadastre
