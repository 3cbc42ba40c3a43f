// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The summary of a schema's relationships as one page of Markdown. What is in it is found in
// model/relations/relations_summary.
#pragma once

#include "model/relations/relations_summary.h"

#include <QByteArray>

namespace cadastre {

/// UTF-8, LF; characters that Markdown reads are escaped; long lists are cut with how many follow.
/// Same input, same bytes.
QByteArray relationsSummaryMarkdown(const Catalog& catalog, const RelationsSummary& summary);

} // namespace cadastre
