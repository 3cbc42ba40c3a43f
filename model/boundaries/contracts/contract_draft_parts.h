// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the parts of drafting a contract share: the facts, the roles, the name of the view.
#pragma once

#include "model/boundaries/contracts/contract_draft.h"
#include "model/boundaries/contracts/contracts_parts.h"

#include <set>

namespace cadastre {

struct DraftContext
{
    const BoundaryFacts& facts;
    const SelectGrants& grants;
    const StandIns& standIns;
    QHash<TableId, std::set<ColumnId>> references; ///< that tables of others refer to
};

/// Roles of other boundaries that may read the table, and the columns that are granted to them one
/// by one. Roles that its owner needs, too, and everybody are said to be unknown.
void addDraftRoles(const DraftContext& context, ContractDraft& draft, std::set<ColumnId>& columns);

/// The first version that is free: `v_products_v1`.
void nameDraft(const Catalog& catalog, ContractDraft& draft);

} // namespace cadastre
