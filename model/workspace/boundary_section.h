// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sections "boundaries", "exposures", "rules", "crossings", "flows" and "baseline" of a
// workspace: one entry per line. Commands that change them live in boundary_commands.h.
#pragma once

#include "model/boundaries/boundaries.h"
#include "model/workspace/entry_document.h"

#include <QStringList>

namespace cadastre {

/// Reads what this version knows; entries of another form belong to somebody else and are left out.
Boundaries boundariesOf(const EntryDocument& document);

/// Puts the boundaries into the document; entries that boundariesOf() leaves out, members that it
/// does not know and entries that did not change keep their bytes. A baseline that is there but
/// empty stays there.
void setBoundaries(EntryDocument& document, const Boundaries& boundaries);

/// A sentence for each entry that boundariesOf() leaves out, so that nobody believes in a rule or
/// decision that does not count. In the order of the file.
QStringList unreadBoundaryEntries(const EntryDocument& document);

} // namespace cadastre
