// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The lines of the panel of changes: how changes are grouped, what a line says, and the page about
// the current one. Values in, texts out; the panel lives in changes_panel.h.
#pragma once

#include "widgets/changes_state.h"
#include "widgets/grouped_model.h"

namespace cadastre {

/// Rows are indexes into difference.changes.
std::vector<GroupedModel::Group> groupedChanges(const ChangesState& state,
                                                ChangesGrouping grouping);
QVariant changeRowData(const ChangesState& state, int row, int role);
/// Name, what it means, and every property before and after, with what differs marked.
QString changeHtml(const ChangesState& state, int row);
/// Sign and word: "+ added".
/// Comparing thinks in English, which files and the command line get: its fixed sentences and kinds
/// in the language of the window.
QString differenceSentence(const QString& english);
QString changeKindWords(const ObjectChange& change);
QString changeSignWords(const ObjectChange& change);
/// "Breaking", "Worth a look", "Harmless".
QString changeSeverityTitle(ChangeSeverity severity);

} // namespace cadastre
