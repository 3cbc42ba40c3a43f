// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Suggestions: which boundaries a schema that nobody has drawn might have, from schemas, names,
// owners, grants, uses, comments and relationships; ranked and explained.
#pragma once

#include "model/boundaries/uses/uses.h"
#include "model/relations/relationship.h"

#include <QStringList>

namespace cadastre {

/// Why a table might belong to a proposed boundary.
struct BoundaryEvidence
{
    QString
        signal; ///< "schema", "prefix", "words", "owner", "grants", "uses", "comment", "community"
    double weight = 0; ///< 0..1, share of the decision
    QString sentence;

    bool operator==(const BoundaryEvidence&) const = default;
};

struct ProposedMember
{
    TableId table;
    double confidence = 0;                  ///< 0..1
    std::vector<BoundaryEvidence> evidence; ///< strongest first

    bool operator==(const ProposedMember&) const = default;
};

struct ProposedBoundary
{
    QString name;  ///< unique among the proposals; a shared prefix, word or the central table
    QString owner; ///< from `@owner` or the objects' owner; empty when nothing says so
    double confidence = 0; ///< 0..1: of its members, weighted
    QString reason;        ///< one sentence
    QStringList patterns;  ///< that describe its members where patterns do: `billing.*`, `inv_*`
    std::vector<ProposedMember> members; ///< by table

    bool operator==(const ProposedBoundary&) const = default;
};

struct SuggestOptions
{
    double minimumConfidence = 0.5; ///< of inferred relationships that have a say
    const std::vector<Relationship>* relationships = nullptr; ///< never null
    const UseReading* uses = nullptr;                         ///< may be null
};

/// Every table, view and foreign table of the catalog is in at most one proposal; system objects
/// are in none. Strongest first: by confidence, large ones a little before small ones. One table by
/// itself is none unless a comment, schema or role says so. Deterministic; below a second at 10,000
/// tables.
std::vector<ProposedBoundary> suggestBoundaries(const Catalog& catalog,
                                                const SuggestOptions& options);

} // namespace cadastre
