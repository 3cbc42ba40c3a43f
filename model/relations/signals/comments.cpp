// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A comment says what the column points at: as a tag that is made for it, or in words.
#include "model/relations/engine/outside_evidence.h"
#include "model/relations/engine/signal.h"

namespace cadastre {

namespace {

const QStringList commentFeatures{
    QStringLiteral("a tag says so: @references"),
    QStringLiteral("words say so: references, FK to"),
};

void measureComments(const PairContext& pair, FeatureList& features)
{
    const PairEvidence* outside = pair.outside();
    if (outside && !outside->tag.isEmpty())
        features.add(0);
    else if (outside && !outside->words.isEmpty())
        features.add(1);
}

QString sayComments(const PairContext& pair)
{
    const PairEvidence* outside = pair.outside();
    if (!outside)
        return {};
    return QStringLiteral("the comment says: %1")
        .arg(outside->tag.isEmpty() ? outside->words : outside->tag);
}

} // namespace

Signal commentsSignal()
{
    return {QStringLiteral("comments"), commentFeatures, measureComments, sayComments};
}

} // namespace cadastre
