// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sends comments to one source: on a connection of its own, holding first and comparing then, each
// edit alone, read back afterwards. Engines are one file each beside this one; what cannot live in
// the database goes to the sidecar by the same rules.
#pragma once

#include "model/notes/comment_write.h"
#include "model/sql/source_reader.h"

#include <span>

namespace cadastre {

struct CommentWriteRequest
{
    std::shared_ptr<const Catalog> catalog; ///< whose keys the edits name
    SourceId source;
    std::vector<CommentEdit> edits; ///< of this source, each object once
    bool allOrNothing = false;      ///< refused above allOrNothingLimit edits
    bool allowCopy = false; ///< MariaDB and MySQL: a table may be rebuilt where nothing less helps
    QString sidecarPath;    ///< for what the engine cannot store; empty: such edits are refused
    int lockTimeoutMs = 1000;
    int connectTimeoutMs = 10000;
    /// Before a transaction (or statement) with these is sent; when it fails, they are not tried.
    std::function<Result<Nothing>(std::span<const PlannedComment>)> onSending;
    /// Their outcomes, as they become known; each edit once.
    std::function<void(std::span<const CommentWrite>)> onResults;
    std::function<void(int done, int total)> onProgress;
};

constexpr int allOrNothingLimit = 2000;
constexpr int commentsPerTransaction = 500;

/// Fails only when nothing was sent (not reachable, password needed, read-only); everything else is
/// an outcome. Cancelling leaves the rest as NotTried.
Result<CommentWriteReport> writeComments(const DatabaseAddress& address, const QString& password,
                                         const CommentWriteRequest& request, ReadControl& control);

struct CommentPlan
{
    WriteTarget target;
    std::vector<PlannedComment> comments; ///< parallel to the request's edits
};

/// The exact SQL of each edit as it would be sent now; writes nothing.
Result<CommentPlan> planComments(const DatabaseAddress& address, const QString& password,
                                 const CommentWriteRequest& request, ReadControl& control);

/// What the database holds now for these edits: for those whose outcome is unknown. `written` where
/// it holds `after`, `not tried` where `before`, else a conflict.
Result<CommentWriteReport> resolveUnknown(const DatabaseAddress& address, const QString& password,
                                          const CommentWriteRequest& request, ReadControl& control);

} // namespace cadastre
