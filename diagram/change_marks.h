// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the diagram tells of a comparison: which tables are new or altered. No table moves for it.
#pragma once

#include "model/diff/difference.h"

namespace cadastre {

struct ChangeMark
{
    bool isNew = false;
    QString text; ///< for the tool tip: "new", "altered: type of total, comment"

    bool operator==(const ChangeMark&) const = default;
};

struct ChangeMarks
{
    std::shared_ptr<const Catalog> catalog; ///< the one after the changes
    QHash<TableId, ChangeMark> tables;
};

/// Tables that came, and those in which something changed; what went has no place any more.
std::shared_ptr<const ChangeMarks> changeMarks(const std::shared_ptr<const Catalog>& after,
                                               const CatalogDifference& difference);

} // namespace cadastre
