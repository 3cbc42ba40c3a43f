// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Find and replace in the comments of a catalog, as they read with what is staged. Patterns that
// cannot be, or that would take forever, are refused with the reason.
#pragma once

#include "model/notes/bulk/bulk_proposal.h"

#include <atomic>

namespace cadastre {

struct CommentSearch
{
    QString find;
    /// Of a pattern: `\1` to `\9` are what its groups found, `\n` is a newline, `\\` a backslash.
    QString replacement;
    bool wholeWords = false;
    bool matchCase = false;
    bool isPattern = false; ///< a regular expression (PCRE)
    bool inNotes = false;   ///< in the whole text; otherwise in the words alone

    bool operator==(const CommentSearch&) const = default;
};

/// Fails for an empty search, a wrong pattern (with the place), a group that is not there, and a
/// pattern that takes too long on a comment. Found nothing: an empty list. Stops early when
/// cancelled.
Result<BulkList> replaceInComments(const CommentedCatalog& commented, const CommentSearch& search,
                                   const std::atomic_bool& cancelled = false);

} // namespace cadastre
