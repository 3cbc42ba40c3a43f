// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Decisions: what a person said of relationships, by object key, so that it outlives a refresh. A
// document like placements; commands on it and its place in the workspace file live in workspace/.
#pragma once

#include "model/catalog/object_key.h"
#include "model/relations/relationship.h"

#include <map>

namespace cadastre {

enum class DecisionKind : std::uint8_t {
    Confirmed, ///< proposed, and a person agreed
    Rejected,  ///< proposed, and a person disagreed
    Added,     ///< drawn by a person, or chosen instead of what was proposed
};

/// Which relationship: child columns to parent columns, by names.
struct DecisionKey
{
    ObjectKey child; ///< table or view
    QStringList childColumns;
    QString typeColumn; ///< polymorphic; empty otherwise
    ObjectKey parent;   ///< table or view
    QStringList parentColumns;

    std::strong_ordering operator<=>(const DecisionKey& other) const;
    bool operator==(const DecisionKey&) const = default;
};

struct Decision
{
    DecisionKind kind = DecisionKind::Confirmed;
    QString reason;                  ///< what the person wrote; may be empty
    QString typeValue;               ///< polymorphic: the value that chooses this parent
    QStringList moreTypeValues = {}; ///< further values that choose the same parent

    bool operator==(const Decision&) const = default;
};

struct Decisions
{
    std::map<DecisionKey, Decision> entries;

    bool operator==(const Decisions&) const = default;
};

/// One key per target of the relationship.
std::vector<DecisionKey> decisionKeys(const Catalog& catalog, const Relationship& relationship);

/// A decision whose tables and columns are all in a catalog, by id.
struct ResolvedDecision
{
    TableId child;
    std::vector<ColumnId> childColumns;
    std::optional<ColumnId> typeColumn;
    RelationshipTarget target;
    Decision decision;
};

struct ResolvedDecisions
{
    /// In the order of the keys; one for each type value of a decision.
    std::vector<ResolvedDecision> found;
    std::vector<DecisionKey> missing; ///< an object of it is not in the catalog
};

ResolvedDecisions resolveDecisions(const Catalog& catalog, const Decisions& decisions);

} // namespace cadastre
