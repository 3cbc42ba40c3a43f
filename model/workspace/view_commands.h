// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Commands on saved views and on what is hidden: any edit as one step that can be undone, with its
// name. The document must outlive its commands.
#pragma once

#include "model/workspace/command.h"
#include "model/workspace/saved_view.h"

namespace cadastre {

/// Makes the list of views what `after` is. Only entries that differ are touched, forward and
/// backward, so that what somebody else changed meanwhile stays.
Command changeViews(SavedViews& document, const SavedViews& after);
/// "Save the view Refunds", "Update ...", "Rename the view A to B", "Change the note of the view
/// A", "Delete ...", "Change 3 views".
QString viewChangeName(const SavedViews& before, const SavedViews& after);

/// Shows and hides what differs between now and `after`; what was hidden otherwise stays so when it
/// is undone.
Command changeChoice(TableChoice& document, const TableChoice& after, const QString& name);
/// "Hide 12 tables", "Hide orders", "Show orders", "Isolate 3 tables", "Show all tables".
QString choiceChangeName(const TableChoice& before, const TableChoice& after);

/// What changed from `before` to `now`, made in `target`.
ViewDocument viewsOnTop(ViewDocument target, const ViewDocument& before, const ViewDocument& now);

/// "orders" for one, "12 tables" for more; a name without its source.
QString tablesText(const std::vector<ObjectKey>& tables);

} // namespace cadastre
