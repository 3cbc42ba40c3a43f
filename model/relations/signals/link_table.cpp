// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The name of a link table names its two ends: `entity0` of `l_artist_release` is an artist.
#include "model/relations/engine/outside_evidence.h"
#include "model/relations/engine/signal.h"

#include <algorithm>

namespace cadastre {

namespace {

const QStringList linkTableFeatures{
    QStringLiteral("the name of the link table names the target"),
    QStringLiteral("it names the target, and the column does not"),
    QStringLiteral("it names another candidate"),
};

bool isNamedByLink(const PairContext& pair, ColumnId key)
{
    const PairEvidence* evidence =
        pair.inference.outside ? pair.inference.outside->find(pair.column.child, key) : nullptr;
    return evidence && !evidence->linkTable.isEmpty();
}

void measureLinkTable(const PairContext& pair, FeatureList& features)
{
    if (isNamedByLink(pair, pair.candidate.key)) {
        features.add(0);
        if (!pair.candidate.match.matches())
            features.add(1);
        return;
    }
    if (std::ranges::any_of(pair.column.candidates,
                            [&](const Candidate& other) { return isNamedByLink(pair, other.key); }))
        features.add(2);
}

QString sayLinkTable(const PairContext& pair)
{
    const PairEvidence* outside = pair.outside();
    return outside ? outside->linkTable : QString();
}

} // namespace

Signal linkTableSignal()
{
    return {QStringLiteral("link-table"), linkTableFeatures, measureLinkTable, sayLinkTable};
}

} // namespace cadastre
