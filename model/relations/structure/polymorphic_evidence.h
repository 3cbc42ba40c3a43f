// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What speaks for and against a pair of columns being a polymorphic reference, and how much. The
// pairs come from polymorphic.cpp; nothing here looks for any.
#pragma once

#include "model/relations/relationship.h"

namespace cadastre {

/// How the two names belong together.
enum class PairForm : std::uint8_t {
    SameStem,    ///< owner_type, owner_id
    NoStem,      ///< type, blockable_id
    TableWord,   ///< table_name, row_id
    ContentType, ///< content_type_id, object_id
    Registry,    ///< ad_table_id, record_id
    TwoGeneric,  ///< object_type, record_id
    Bare,        ///< entity, entity_id
    NoIdWord,    ///< author_type, author
};

/// What the common words name.
enum class PairStem : std::uint8_t {
    Ability, ///< commentable
    Generic, ///< object, owner, target
    Actor,   ///< author, sender
    Thing,   ///< anything else
};

/// What can be told of a pair without looking at another pair.
struct PairFacts
{
    PairForm form = PairForm::SameStem;
    PairStem stem = PairStem::Thing;
    bool namesTable = false;      ///< a table is called like the stem
    bool namesOwnTable = false;   ///< the table itself is
    bool endsOwnTable = false;    ///< its own name ends with the stem
    bool endsLikeTable = false;   ///< a table's name ends with the stem
    bool registryExists = false;  ///< a table of types is there for the type column
    bool indexedTogether = false; ///< neighbours in a key or index
    bool adjacent = false;        ///< neighbours in the table
    bool idAloneUnique = false;
    bool typeIsNumber = false;
    bool typeIsShortCode = false; ///< char(1) to char(3)
    bool idIsOnlyNumber = false;  ///< key, no, ref: the word may mean something else
    bool idFitsNoKey = false;     ///< no key of the source is of its kind of type
    bool idIsText = false;        ///< text can hold ids of any kind
    bool statedBySql = false;     ///< a join of the id with a condition on the type
    bool statedByComment = false; ///< `@references ... when type='..'`
    int values = 0;               ///< distinct type values that are known
    int valuesWithTable = 0;

    bool operator==(const PairFacts&) const = default;
};

/// Names for the sentences.
struct PairNames
{
    QString type;
    QString id;
    QString stem;
};

/// The evidence, strongest first; what speaks against it has a negative weight.
std::vector<Evidence> pairEvidence(const PairFacts& facts, const PairNames& names);

/// The probability of these weights together.
double pairConfidence(const std::vector<Evidence>& evidence);

} // namespace cadastre
