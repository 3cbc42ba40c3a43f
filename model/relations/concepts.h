// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Concepts: what a schema points at, and under how many names and types: "customer: user_id 41,
// userId 12, UserID 3". Roles ("owner_user_id") stand apart from spellings.
#pragma once

#include "model/relations/key_types.h"
#include "model/relations/relationship.h"

namespace cadastre {

/// How a reference is written, and in how many columns.
struct ConceptSpelling
{
    QString spelling; ///< a column name as it is
    int count = 0;

    bool operator==(const ConceptSpelling&) const = default;
};

/// References that play one part: all plain ones, all owners, all creators.
struct ConceptRole
{
    QString role; ///< "owner", "created by"; empty for references that only name the concept
    int count = 0;
    std::vector<ConceptSpelling> spellings; ///< most frequent first

    bool operator==(const ConceptRole&) const = default;
};

/// A type of referring columns.
struct ConceptType
{
    QString type;
    int count = 0;
    KeyTypeFit fit = KeyTypeFit::Declarable; ///< against the type of the key

    bool operator==(const ConceptType&) const = default;
};

struct Concept
{
    TableId table;
    ColumnId key;
    int count = 0;                  ///< referring columns
    std::vector<ConceptRole> roles; ///< plain ones first, then most frequent first
    std::vector<ConceptType> types; ///< most frequent first

    bool operator==(const Concept&) const = default;
};

/// The concepts of declared, decided and inferred relationships of at least this confidence, of
/// one column to one column; most references first, then by table. Polymorphic references name no
/// concept.
std::vector<Concept> findConcepts(const Catalog& catalog,
                                  const std::vector<Relationship>& relationships,
                                  double minimumConfidence = 0.5);

/// "customers: user_id 41, userId 12; owner: owner_user_id 3".
QString conceptSentence(const Catalog& catalog, const Concept& one);

/// Of how many referring columns the type cannot match the key's.
int differingTypes(const Concept& one);

} // namespace cadastre
