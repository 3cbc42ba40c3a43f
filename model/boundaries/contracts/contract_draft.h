// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Contract drafts: from private objects of a boundary that others read, the views that would
// publish exactly what they use. The statements are put together in model/export/ddl_contract.h.
#pragma once

#include "model/boundaries/crossings/crossings.h"

namespace cadastre {

struct ContractDraft
{
    TableId base;
    BoundaryIndex boundary = 0;
    QString viewName;               ///< free name: `v_products_v1`
    QString version;                ///< "v1"
    std::vector<ColumnId> columns;  ///< exactly those that others use, in the table's order
    bool columnsKnown = false;      ///< false: for some reader it is not known which
    std::vector<ObjectRef> readers; ///< views, routines, triggers of other boundaries
    std::vector<RoleId> roles; ///< of other boundaries that may read the base table: GRANT, REVOKE
    /// A contract of the boundary that takes all these columns already: readers could move there.
    std::optional<TableId> alreadyIn;
    QStringList unknown; ///< what could not be known, a sentence each

    bool operator==(const ContractDraft&) const = default;
};

/// For every private table of the boundary that others read (or for one table), by table.
std::vector<ContractDraft> contractDrafts(const BoundaryFacts& facts, BoundaryIndex boundary);
std::optional<ContractDraft> contractDraft(const BoundaryFacts& facts, TableId base);

} // namespace cadastre
