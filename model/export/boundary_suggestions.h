// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Proposed boundaries as text for people, as TSV and as JSON.
#pragma once

#include "model/boundaries/suggest.h"

#include <QByteArray>

namespace cadastre {

/// Each proposal with its reason, its patterns and its members.
QByteArray boundarySuggestionsText(const Catalog& catalog,
                                   const std::vector<ProposedBoundary>& proposals);
/// Header `table boundary confidence reason`; escapes as in relations TSV; by table.
QByteArray boundarySuggestionsTsv(const Catalog& catalog,
                                  const std::vector<ProposedBoundary>& proposals);
/// `{"format":"cadastre-boundary-suggestions","version":1,..}`, one proposal per line.
QByteArray boundarySuggestionsJson(const Catalog& catalog,
                                   const std::vector<ProposedBoundary>& proposals);

} // namespace cadastre
