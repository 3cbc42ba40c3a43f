// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The section "conventions" of a workspace: one convention per line. Commands that change them live
// in convention_commands.h.
#pragma once

#include "model/notes/conventions.h"
#include "model/workspace/entry_document.h"

namespace cadastre {

/// Reads what this version knows; entries of another form belong to somebody else and are left out.
Conventions conventionsOf(const EntryDocument& document);

/// Puts the conventions into the document; entries that conventionsOf() leaves out, members that
/// it does not know and entries that did not change keep their bytes.
void setConventions(EntryDocument& document, const Conventions& conventions);

} // namespace cadastre
