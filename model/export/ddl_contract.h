// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The statements that would publish a contract, in rollout order: the view, who may read it, who
// may no longer read the table. Text to be copied and reviewed, never executed here.
#pragma once

#include "model/boundaries/contracts/contract_draft.h"

namespace cadastre {

/// Numbered steps as SQL comments, then statements in the dialect of the table's source. SQLite
/// gets no GRANT and REVOKE, and says why. Fails with a sentence when a name cannot be written.
Result<QString> contractScript(const Catalog& catalog, const ContractDraft& draft);

} // namespace cadastre
