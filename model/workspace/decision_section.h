// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The section "decisions" of a workspace: one decision per line, by the text of its key. Commands
// that change decisions live in decision_commands.h.
#pragma once

#include "model/relations/decisions.h"
#include "model/workspace/entry_document.h"

namespace cadastre {

/// Reads `{"kind":"confirmed|rejected|added","reason":..,"type_value":..,"more_type_values":[..]}`
/// entries. Those with
/// another kind, or with a name that is no decision key, belong to somebody else and are left out.
Decisions decisionsOf(const EntryDocument& document);

/// Puts the decisions into the document; entries that decisionsOf() leaves out, members that it
/// does not know and entries that did not change keep their bytes.
void setDecisions(EntryDocument& document, const Decisions& decisions);

} // namespace cadastre
