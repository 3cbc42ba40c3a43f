// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whether comments are still true: @values against CHECKs, enums and types, @references and names
// in the words against the catalog, @sentinel and @format likewise, tags that stand twice. What
// cannot be told from the catalog is no finding.
#pragma once

#include "model/boundaries/boundaries.h"
#include "model/notes/commented_catalog.h"
#include "model/notes/conventions.h"

namespace cadastre {

enum class CommentProblemKind : std::uint8_t {
    ValuesDiffer,     ///< @values against a CHECK, an enum, a type, or data that was looked at
    ReferenceMissing, ///< @references names what is not there
    NameMissing,      ///< words name a table or column that is not there
    SentinelDiffers,  ///< does not fit the type or CHECK
    FormatDiffers,    ///< a format for a type that has its own
    TagTwice,
    TagWithoutValue,
    ConventionUnknown, ///< not in the workspace's list, where there is one
    OwnerUnknown,      ///< no boundary or owner of that name, where boundaries are drawn
    MisspeltTag,       ///< one letter from a known tag: @vaules
};

struct CommentProblem
{
    CommentProblemKind kind = CommentProblemKind::NameMissing;
    ObjectRef object;
    QString sentence;   ///< what is no longer true, with both sides
    QString suggestion; ///< what to write instead; empty for none

    bool operator==(const CommentProblem&) const = default;
};

/// What is known of the data of columns, where a person allowed looking at it.
using OccurringValues = QHash<ColumnId, QStringList>;

struct CommentCheckInput
{
    const CommentedCatalog& commented;
    const Conventions& conventions;
    const Boundaries& boundaries;
    /// Values that occur, of columns that were looked at; null: no data was looked at.
    const OccurringValues* occurring = nullptr;
};

/// Sorted by object, then kind. A few microseconds per comment.
std::vector<CommentProblem> checkComments(const CommentCheckInput& input);
std::vector<CommentProblem> checkComments(const CommentedCatalog& commented,
                                          const Conventions& conventions,
                                          const Boundaries& boundaries);

/// "values differ", ...: in lower case, for lists and reports.
QString commentProblemName(CommentProblemKind kind);

} // namespace cadastre
