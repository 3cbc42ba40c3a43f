// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Findings: what somebody should look at in the relationships of a schema, one sentence each, with
// what to do. Values only; nothing is changed or reported here.
#pragma once

#include "model/relations/concepts.h"
#include "model/relations/sql/comment_references.h"
#include "model/relations/verdict.h"

namespace cadastre {

enum class FindingSeverity : std::uint8_t {
    Note,    ///< worth knowing
    Warning, ///< something does not do what it seems to do
};

struct Finding
{
    QString rule; ///< "types-differ", ...: the lower-case word in files
    ObjectRef object;
    FindingSeverity severity = FindingSeverity::Note;
    QString sentence;   ///< a whole one
    QString suggestion; ///< what to do; a whole sentence
    /// The relationship that it is about: index into those given.
    std::optional<int> relationship = std::nullopt;

    bool operator==(const Finding&) const = default;
};

struct FindingsInput
{
    const Catalog& catalog;
    const std::vector<Relationship>& relationships;
    const CommentReading* comments = nullptr; ///< commentReferences(); null when not read
    /// allowedValues(): which kinds of rows a type column allows; null when not read.
    const QHash<ColumnId, QStringList>* allowedValues = nullptr;
    double minimumConfidence = 0.5;        ///< weaker inferred relationships are left out
    VerificationLookup verifications = {}; ///< what looking at rows said
};

/// Warnings first, then by rule and object.
/// - types-differ: a relationship whose ends cannot match (BIGINT against CHAR(36))
/// - comment-names-nothing: a comment names a table or column that does not exist
/// - type-value-without-table: a polymorphic reference has a value for which there is no table
/// - orphans: rows were looked at, and some point at nothing
/// - missing-index: the child columns of a relationship that nobody declared have no index
/// - subtype-without-table: a type column allows a kind that has no table, where others have one
std::vector<Finding> relationshipFindings(const FindingsInput& input);

} // namespace cadastre
