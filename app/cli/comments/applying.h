// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Applying a comment file from the command line: what of it may be written by the rules of the
// window, sending it, overwriting conflicts where a person said so, and the report. Options are
// read in actions/apply.cpp.
#pragma once

#include "app/cli/comments/action.h"
#include "model/notes/comment_write.h"

namespace cadastre {

struct ApplyOptions
{
    bool takeMine = false; ///< what is in the way is overwritten, and reported
    bool allOrNothing = false;
    bool allowCopy = false; ///< MariaDB and MySQL may rebuild a table
    QString production;     ///< the production database that a person named
};

struct AppliedComment
{
    CommentWrite write;
    QString name;                       ///< "table public.orders"
    std::optional<QString> overwritten; ///< a comment that was in the way and is gone
};

struct AppliedFile
{
    std::vector<AppliedComment> comments; ///< in the order of the file
    QStringList warnings;
};

/// What the statements ask for: `was` as before; without it, none. Those whose object is not there
/// are refused.
std::vector<AppliedComment> editsOfFile(const CommentsInput& input,
                                        const std::vector<FiledComment>& comments);

/// Fails where nothing may be written: a snapshot, a source that is marked as read only, production
/// that was not named.
Result<Nothing> mayWrite(const CommentsInput& input, const ApplyOptions& options);

/// Sends them, with an audit trail in the local data folder. Fails when nothing was sent.
Result<AppliedFile> applyComments(const CommentsInput& input, std::vector<AppliedComment> comments,
                                  const ApplyOptions& options);

/// The SQL of everything that could be written now, one statement after the other; what could not
/// is an outcome. Fails when the database cannot be asked.
struct PlannedFile
{
    QString sql;
    AppliedFile file; ///< as it would be; `written` where SQL stands for it
};
Result<PlannedFile> planFile(const CommentsInput& input, std::vector<AppliedComment> comments,
                             const ApplyOptions& options);

/// One line per object (conflicts: three more) and one with the counts.
QString appliedText(const AppliedFile& file, bool wasDryRun);

/// 2 where an outcome is unknown, 1 where anything is neither written nor unchanged.
ExitStatus statusOf(const AppliedFile& file);

} // namespace cadastre
