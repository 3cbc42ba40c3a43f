// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comments from elsewhere beside those that are here: same, only here, only there, both with words
// of their own; merged where what both began with is known. Where they come from (CSV, a comment
// file, another database) is in files of their own.
#pragma once

#include "model/notes/bulk/bulk_proposal.h"

namespace cadastre {

struct IncomingComment
{
    ObjectRef object; ///< here
    QString text;
    /// What the text was made from: the `was` of a comment file.
    std::optional<QString> base = std::nullopt;
    /// The text is words alone: the notes that are here stay (CSV has no notes).
    bool wordsOnly = false;

    bool operator==(const IncomingComment&) const = default;
};

struct IncomingComments
{
    std::vector<IncomingComment> comments; ///< each object once
    QStringList remarks;                   ///< sentences: what could not be read or found
    int unusableLines = 0;                 ///< of a file, all of them; remarks may name fewer

    bool operator==(const IncomingComments&) const = default;
};

/// By default, what is new here and what merges cleanly; not what would replace words or take them
/// away. The base, where nothing comes with it, is what a staged edit began with. `all`: also
/// objects that are the same, and those of the same source that have a comment only here.
BulkList compareIncoming(const CommentedCatalog& commented, SourceId source,
                         const IncomingComments& incoming, bool all);

} // namespace cadastre
