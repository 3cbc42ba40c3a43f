// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// In which order a person should be asked about relationships: the decision that settles most comes
// first. Lists and keys for answering live in widgets/.
#pragma once

#include "model/relations/relationship.h"

namespace cadastre {

/// Relationships that one answer may settle: child columns of the same names to the same target.
struct ReviewGroup
{
    /// Child columns, type column and target as one text; the same after inference ran again on the
    /// same catalog.
    QString key;
    std::vector<int> members; ///< indexes into the relationships, ascending
    /// How much an answer settles; 0 when every member is decided or declared.
    double usefulness = 0;
};

/// Bits that nobody knows yet of where the child columns point: 0 for decided and declared ones.
/// The entropy of the proposed target, its alternatives and "none of them".
double uncertainty(const Relationship& relationship);

/// Groups of all relationships, most useful first, then by first member. The usefulness is the sum
/// over members of uncertainty and a small share for the answer itself, times the importance of the
/// two tables (the logarithm of how many relationships they take part in).
std::vector<ReviewGroup> reviewOrder(const Catalog& catalog,
                                     const std::vector<Relationship>& relationships);

/// The same groups in the order that a person sees already: groups of `shown` (keys) keep their
/// place, new ones stand before the first that is less useful.
std::vector<ReviewGroup> reviewOrderKept(std::vector<ReviewGroup> groups, const QStringList& shown);

/// The child columns and the target as one text: tells relationships of one catalog apart.
QString reviewKey(const Relationship& relationship);

} // namespace cadastre
