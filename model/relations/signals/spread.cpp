// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How many tables have a column of this name, and how many name the target: names that stand
// everywhere mean what they say, or nothing.
#include "model/relations/engine/signal.h"

namespace cadastre {

namespace {

enum SpreadFeature {
    OneTable,
    FewTables,
    SomeTables,
    ManyTables,
    ManyTablesUnmarked,
    NoOtherCandidate,
    TwoCandidates,
    ManyCandidates,
    BestMatch,
    NotBestMatch,
    WholeMatchElsewhere,
    SeveralWholeMatches,
    BetterFitElsewhere,
};

const QStringList spreadFeatures{
    QStringLiteral("one table has such a column"),
    QStringLiteral("two to four tables have such a column"),
    QStringLiteral("five to fifteen tables have such a column"),
    QStringLiteral("more than fifteen tables have such a column"),
    QStringLiteral("more than fifteen tables have such a column, without mark"),
    QStringLiteral("no other candidate"),
    QStringLiteral("two or three candidates"),
    QStringLiteral("more than seven candidates"),
    QStringLiteral("no candidate leaves fewer words over"),
    QStringLiteral("another candidate leaves fewer words over"),
    QStringLiteral("the whole name of another candidate is met"),
    QStringLiteral("the whole names of several candidates are met"),
    QStringLiteral("another candidate is met to the letter"),
};

int wordsLeft(const NameMatch& match)
{
    if (!match.matches())
        return 9;
    return match.before + 2 * match.after + match.lead + 2 * match.tail;
}

void measureCompetition(const PairContext& pair, FeatureList& features)
{
    const auto& candidates = pair.column.candidates;
    if (candidates.size() == 1)
        features.add(NoOtherCandidate);
    else if (candidates.size() <= 3)
        features.add(TwoCandidates);
    else if (candidates.size() > 7)
        features.add(ManyCandidates);
    const int ours = wordsLeft(pair.candidate.match);
    bool best = true;
    bool wholeElsewhere = false;
    bool better = false;
    for (const Candidate& other : candidates) {
        if (other.parent == pair.candidate.parent)
            continue;
        best = best && wordsLeft(other.match) >= ours;
        wholeElsewhere = wholeElsewhere || other.match.isWhole();
        better = better || (wordsLeft(other.match) == ours && other.match.matches() &&
                            other.match.fit < pair.candidate.match.fit);
    }
    features.add(best ? BestMatch : NotBestMatch);
    if (wholeElsewhere)
        features.add(pair.candidate.match.isWhole() ? SeveralWholeMatches : WholeMatchElsewhere);
    if (better)
        features.add(BetterFitElsewhere);
}

/// Tables of the child's schema that have a column of this name.
int tablesWithName(const PairContext& pair)
{
    return pair.childName().tables.value(pair.catalog().table(pair.childTable()).schema.index);
}

void measureSpread(const PairContext& pair, FeatureList& features)
{
    const int tables = tablesWithName(pair);
    features.add(tables == 1    ? OneTable
                 : tables <= 4  ? FewTables
                 : tables <= 15 ? SomeTables
                                : ManyTables);
    const NameCore& core = pair.column.cores.front();
    if (tables > 15 && core.suffix < 0 && core.prefix < 0)
        features.add(ManyTablesUnmarked);
    measureCompetition(pair, features);
}

QString saySpread(const PairContext& pair)
{
    const int tables = tablesWithName(pair);
    const auto others = pair.column.candidates.size() - 1;
    if (others > 0)
        return QStringLiteral("%1 other keys could be meant").arg(others);
    return tables > 1 ? QStringLiteral("%1 tables have a column of this name").arg(tables)
                      : QString();
}

} // namespace

Signal spreadSignal()
{
    return {QStringLiteral("spread"), spreadFeatures, measureSpread, saySpread};
}

} // namespace cadastre
