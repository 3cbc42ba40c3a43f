// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The column names another row of its own table: `parent_id`, `manager_id`, `reports_to`,
// `previous_order_id`.
#include "model/relations/engine/signal.h"

namespace cadastre {

namespace {

enum RelativeFeature {
    RelativeAndNothingElse,
    RelativeAndOwnTable,
    RelativeAndOtherTable,
    RelativeButOtherTable,
    RelativeUnmarked,
    RelativeOwnTypeDiffers,
    RelativeOfChildPart,
};

const QStringList relativesFeatures{
    QStringLiteral("a relative and nothing else, own table"),
    QStringLiteral("a relative and the words of its own table"),
    QStringLiteral("a relative and other words, own table"),
    QStringLiteral("a relative, but another table"),
    QStringLiteral("a relative without mark, own table"),
    QStringLiteral("a relative, own table, and the types differ"),
    QStringLiteral("a relative and nothing else, and the table is named as part of the other"),
};

void measureRelatives(const PairContext& pair, FeatureList& features)
{
    const NameCore& core = pair.column.cores.back();
    bool relative = false;
    bool others = false;
    for (const int word : core.words) {
        const WordRoles roles = pair.vocabulary()[word].roles;
        if (roles & WordRole::Relative)
            relative = true;
        else if (!(roles & (WordRole::Filler | WordRole::Identifier)))
            others = true;
    }
    if (!relative)
        return;
    if (!pair.isSelf()) {
        if (!pair.candidate.match.matches())
            features.add(RelativeButOtherTable);
        const auto& ours = pair.profile().tables[pair.childTable().index].words;
        const auto& theirs = pair.profile().tables[pair.candidate.parent.index].words;
        if (!others && theirs.size() < ours.size() && ours.front() == theirs.front())
            features.add(RelativeOfChildPart);
        return;
    }
    const bool unmarked = core.suffix < 0 && core.prefix < 0;
    if (!others)
        features.add(RelativeAndNothingElse);
    else
        features.add(pair.candidate.match.matches() ? RelativeAndOwnTable : RelativeAndOtherTable);
    if (unmarked)
        features.add(RelativeUnmarked);
    if (pair.child().type.family != pair.key().type.family)
        features.add(RelativeOwnTypeDiffers);
}

QString sayRelatives(const PairContext& pair)
{
    return pair.isSelf() ? QStringLiteral("the name means another row of the same table")
                         : QStringLiteral("the name rather means another row of the same table");
}

} // namespace

Signal relativesSignal()
{
    return {QStringLiteral("relatives"), relativesFeatures, measureRelatives, sayRelatives};
}

} // namespace cadastre
