// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The one page as blocks of a document, so that the window, Markdown and HTML say the same. What it
// says is found in overview.
#pragma once

#include "model/export/document.h"
#include "model/orientation/overview.h"

#include <functional>

namespace cadastre {

/// Where an object's own part of the document is: an anchor of a heading, or empty for none.
using AnchorOf = std::function<QString(ObjectRef)>;

/// Appends the page: headings from `level` on (1 to 3), lists of entries that lead to `anchorOf`.
/// An empty function: entries lead nowhere.
void addOverview(Document& document, const Overview& overview, int level = 1,
                 const AnchorOf& anchorOf = {});

/// "12 tables, 3 views".
QString groupSizeText(const TourGroup& group);

/// Appends the tour: a heading for each group and its tables with what they are and why they
/// matter.
void addStartHere(Document& document, const Catalog& catalog, const StartHere& start, int level = 2,
                  const AnchorOf& anchorOf = {});

} // namespace cadastre
