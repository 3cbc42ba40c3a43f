// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Verdicts: what a relationship is worth to the server: checked, could be declared and what stands
// in the way, or never a key. How relationships are found and checked with rows lives beside it.
#pragma once

#include "model/relations/key_obstacles.h"

#include <functional>

namespace cadastre {

enum class Verdict : std::uint8_t {
    Declared,          ///< a foreign key that the server checks for every row
    DeclaredUnchecked, ///< a foreign key that is not enforced, or not validated for older rows
    CouldBeDeclared,   ///< a foreign key is possible; obstacles say what has to be done before
    TypesDiffer,       ///< values of the two types do not compare: it cannot hold as it is
    Polymorphic,       ///< another column chooses the target: never a key
    AcrossDatabases,   ///< the two ends are in different databases
    CannotBeDeclared,  ///< as it is: an end is a view or keeps no keys, or the parent is not unique
    Rejected,          ///< a person said that it is none
};

/// The verdicts in the order in which they are listed.
inline constexpr Verdict allVerdicts[] = {
    Verdict::Declared,         Verdict::DeclaredUnchecked, Verdict::CouldBeDeclared,
    Verdict::TypesDiffer,      Verdict::Polymorphic,       Verdict::AcrossDatabases,
    Verdict::CannotBeDeclared, Verdict::Rejected,
};

struct RelationshipVerdict
{
    Verdict verdict = Verdict::CouldBeDeclared;
    QString reason;                     ///< one whole sentence
    std::vector<KeyObstacle> obstacles; ///< of CouldBeDeclared only; the hardest first

    bool operator==(const RelationshipVerdict&) const = default;
};

/// What a look at rows said of a relationship; absent when nobody looked. An empty function: never.
using VerificationLookup = std::function<std::optional<Verification>(const Relationship&)>;

/// Nothing of it is guessed: types, keys and indexes are the catalog's, orphans only when checked.
RelationshipVerdict judgeRelationship(const Catalog& catalog, const Relationship& relationship,
                                      const Verification* verification = nullptr);

/// Only the verdict, for filters over many relationships: what stands in the way is not looked for.
Verdict verdictOf(const Catalog& catalog, const Relationship& relationship);

/// "types-differ", ...: the lower-case word in files and options.
QString verdictName(Verdict verdict);
/// The inverse of verdictName(); absent for an unknown word.
std::optional<Verdict> verdictFromName(QStringView name);
/// "Types differ", ...: sentence case, for lists and filters.
QString verdictTitle(Verdict verdict);

struct VerdictCount
{
    Verdict verdict = Verdict::Declared;
    int count = 0;
    QString sentence; ///< "12 relationships could be declared: 3 want an index on the child."

    bool operator==(const VerdictCount&) const = default;
};

/// One entry per verdict that occurs, in the order of allVerdicts.
std::vector<VerdictCount> verdictSummary(const Catalog& catalog,
                                         const std::vector<Relationship>& relationships,
                                         const VerificationLookup& verifications = {});

} // namespace cadastre
