// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sections "views" (one saved view per line) and "shown" (one hidden or isolated table per
// line) of a workspace. Commands that change them live in view_commands.h.
#pragma once

#include "model/workspace/entry_document.h"
#include "model/workspace/saved_view.h"

namespace cadastre {

/// Reads what this version knows; entries of another form belong to somebody else and are left out.
ViewDocument viewsOf(const EntryDocument& document);

/// Puts views and choice into the document; entries that viewsOf() leaves out, members that it does
/// not know and entries that did not change keep their bytes.
void setViews(EntryDocument& document, const ViewDocument& views);

} // namespace cadastre
