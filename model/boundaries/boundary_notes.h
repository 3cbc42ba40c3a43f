// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Boundary notes: `@owner`, `@contract`, `@private` and `@replica` in comments, read, and what
// comments would have to say so that the document can be found in them.
#pragma once

#include "model/boundaries/ownership/ownership.h"
#include "model/notes/staged_edits.h"

namespace cadastre {

struct BoundaryNotes
{
    QString owner;                         ///< empty for none
    std::optional<ExposureEntry> exposure; ///< absent when the comment says nothing
    /// Further notes that say something else, as written; they do not count.
    QStringList ignored;

    bool operator==(const BoundaryNotes&) const = default;
};

/// Of a comment's text; the first of each counts.
BoundaryNotes boundaryNotesOf(const QString& comment);

/// Whether two say different things of one object; what only one of them says contradicts nothing.
bool exposuresContradict(const ExposureEntry& first, const ExposureEntry& second);

/// The edits that make comments of tables and views say what the document says: `@owner` with the
/// team where that names one boundary, else with the boundary's name; `@contract`, `@replica`, and
/// `@private` where an entry says so or a note says otherwise. Those that say it already,
/// partitions and shadow tables that follow another table, and undecodable ones are left out. Only
/// the bytes of these tag lines change. By key.
std::vector<CommentEdit> boundaryNoteEdits(const Catalog& catalog, const Boundaries& boundaries,
                                           const Ownership& ownership);

} // namespace cadastre
