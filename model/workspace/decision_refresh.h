// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Decisions after a refresh: under the new names of renamed tables and columns, with a report of
// what followed and what has lost its objects, so that nothing is dropped silently.
#pragma once

#include "model/relations/decisions.h"

#include <QHash>

namespace cadastre {

struct RenamedDecision
{
    DecisionKey before;
    DecisionKey after;

    bool operator==(const RenamedDecision&) const = default;
};

struct RekeyedDecisions
{
    Decisions decisions;                  ///< never fewer than there were
    std::vector<RenamedDecision> renamed; ///< sorted by the old key
    /// Kept under the old name, because there is a decision under the new one already. Sorted.
    std::vector<RenamedDecision> clashes;

    bool operator==(const RekeyedDecisions&) const = default;
};

/// The decisions under their new keys; `renamed` has the keys of tables and columns, as
/// renamedKeys() gives them. Those without a new key stay.
RekeyedDecisions rekeyedDecisions(const Decisions& decisions,
                                  const QHash<ObjectKey, ObjectKey>& renamed);

/// What a refresh did to decisions.
struct DecisionRefresh
{
    RekeyedDecisions rekeyed;
    /// Kept, but a table or column of theirs was there before and is not now. New keys, sorted.
    std::vector<DecisionKey> missing;

    [[nodiscard]] bool isSilent() const
    {
        return rekeyed.renamed.empty() && rekeyed.clashes.empty() && missing.empty();
    }
    bool operator==(const DecisionRefresh&) const = default;
};

/// Carries decisions from one catalog to the next.
DecisionRefresh refreshedDecisions(const Decisions& decisions, const Catalog& before,
                                   const Catalog& after,
                                   const QHash<ObjectKey, ObjectKey>& renamed);

/// Sentences for the message bar, at most one each for what was renamed, clashed and is missing:
/// "2 decisions follow renamed tables or columns: orders.cust → customers.id is now ...". At most
/// three examples each.
QStringList refreshSentences(const DecisionRefresh& refresh);

} // namespace cadastre
