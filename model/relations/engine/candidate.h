// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Candidates: pairs of a column and a key that it may point at, with who proposed them. How likely
// they are is not decided here.
#pragma once

#include "model/relations/engine/name_match.h"

#include <QFlags>

namespace cadastre {

/// Who proposed a candidate.
enum class CandidateSource : std::uint16_t {
    TableWords = 0x1,  ///< words of the column are words of the table
    KeyName = 0x2,     ///< the name of the column is, or ends in, the name of a key
    Person = 0x4,      ///< a person's role, and the table is of people
    Relative = 0x8,    ///< another row of its own table
    Habit = 0x10,      ///< columns of this name point there elsewhere in the schema
    Sql = 0x20,        ///< SQL joins the two
    Comment = 0x40,    ///< a comment says so
    LinkTable = 0x80,  ///< the name of the link table names the target
    OwnKey = 0x100,    ///< the child's own key, shared with a table of a similar name
    Compact = 0x200,   ///< the same letters without separators
    Initials = 0x400,  ///< the initials of the table words
    ShortForm = 0x800, ///< an abbreviation of a word of the table
};
Q_DECLARE_FLAGS(CandidateSources, CandidateSource)
Q_DECLARE_OPERATORS_FOR_FLAGS(CandidateSources)

struct Candidate
{
    TableId parent;
    ColumnId key; ///< of the parent
    CandidateSources sources;
    NameMatch match;
};

/// The candidates of one column, and what they have in common.
struct ColumnCandidates
{
    ColumnId child;
    std::vector<NameCore> cores;
    std::vector<Candidate> candidates; ///< by key
};

} // namespace cadastre
