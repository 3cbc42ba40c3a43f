// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The files that the window writes about boundaries: the report with its pictures, and comments
// that say who owns what. Blocks; what is asked of a person is boundary_dialogs.h's.
#pragma once

#include "diagram/boundary_picture.h"
#include "model/result.h"
#include "widgets/boundary_state.h"

#include <atomic>

namespace cadastre {

/// Markdown where the file ends in .md, else HTML with pictures.
QByteArray boundaryReportFor(const BoundaryState& state, const QString& title, const QString& path,
                             const std::atomic_bool& cancelled);

/// The comments that would say what the document says, a statement each, by source; empty when they
/// say it already. Fails with a sentence for a text that cannot be written.
Result<QString> boundaryCommentFile(const BoundaryState& state);

} // namespace cadastre
