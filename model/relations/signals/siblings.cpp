// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What columns of the same name, the same first or last word do elsewhere in this schema: its own
// habits, from declared keys, from what a person decided, and from a first pass.
#include "model/relations/engine/signal.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

enum Kind { OfName, OfLastWord, OfFirstWord, OfPersons, OfKnownName, OfKnownLastWord, KindCount };

constexpr std::array kindTexts{"of this name",         "with this last word",
                               "with this first word", "that mean a person",
                               "of this name, known",  "with this last word, known"};
constexpr std::array shareTexts{"hardly any", "some", "half", "most", "nearly all"};
constexpr std::array strengthTexts{"weakly", "perhaps", "probably", "surely"};
constexpr int shares = shareTexts.size();
constexpr int strengths = strengthTexts.size();
constexpr int perKind = 2 * shares + strengths;

QStringList siblingFeatures()
{
    QStringList names;
    for (const char* kind : kindTexts) {
        const QString columns = QStringLiteral(" columns ") + QLatin1String(kind);
        for (const char* share : shareTexts)
            names << QString(QLatin1String(share) + columns + QStringLiteral(" point here"));
        for (const char* share : shareTexts)
            names << QString(QLatin1String(share) + columns +
                             QStringLiteral(" have this as their likeliest key"));
        for (const char* strength : strengthTexts)
            names << QString(QStringLiteral("another of the") + columns + QLatin1Char(' ') +
                             QLatin1String(strength) + QStringLiteral(" points here"));
    }
    return names;
}

int shareStep(double share)
{
    return share < 0.1 ? 0 : share < 0.35 ? 1 : share < 0.65 ? 2 : share < 0.9 ? 3 : 4;
}

int strengthStep(double probability)
{
    return probability < 0.25 ? 0 : probability < 0.5 ? 1 : probability < 0.8 ? 2 : 3;
}

double beliefIn(const ColumnBelief* belief, ColumnId key)
{
    if (!belief)
        return 0;
    for (const auto& [other, probability] : belief->keys) {
        if (other == key)
            return probability;
    }
    return 0;
}

/// What the other columns of a kind say of the candidate's key.
void measureKind(const PairContext& pair, Kind kind, const HabitCount& count,
                 const ColumnBelief* belief, FeatureList& features)
{
    const double others = count.columns - (belief ? 1 : 0);
    if (others < 0.5)
        return;
    const ColumnId key = pair.candidate.key;
    const auto found = count.keys.constFind(key);
    const KeyHabit habit = found == count.keys.constEnd() ? KeyHabit() : *found;
    const int first = kind * perKind;
    features.add(first + shareStep(std::max(0.0, habit.expected - beliefIn(belief, key)) / others));
    const auto* best = belief ? belief->best() : nullptr;
    const double candidates = count.withCandidates - (best ? 1 : 0);
    if (candidates > 0.5) {
        const double bestHere = habit.best - (best && best->first == key ? 1 : 0);
        features.add(first + shares + shareStep(bestHere / candidates));
    }
    features.add(first + 2 * shares + strengthStep(habit.strongestBut(pair.column.child)));
}

template <typename Counts, typename Key>
void measureCounts(const PairContext& pair, Kind kind, const Counts& counts, const Key& of,
                   const ColumnBelief* belief, FeatureList& features)
{
    const auto found = counts.constFind(of);
    if (found != counts.constEnd())
        measureKind(pair, kind, *found, belief, features);
}

void measureSiblings(const PairContext& pair, FeatureList& features)
{
    const Habits* habits = pair.inference.habits;
    if (!habits)
        return;
    const ColumnId child = pair.column.child;
    const auto found = habits->beliefs.constFind(child);
    const ColumnBelief* belief = found == habits->beliefs.constEnd() ? nullptr : &*found;
    const ColumnBelief* known = belief && belief->known ? belief : nullptr;
    const int schema = pair.catalog().table(pair.childTable()).schema.index;
    const std::pair name(schema, pair.child().name);
    measureCounts(pair, OfName, habits->byName, name, belief, features);
    measureCounts(pair, OfKnownName, habits->knownByName, name, known, features);
    if (const int word = lastCoreWord(pair.profile(), child); word >= 0) {
        const std::pair last(schema, word);
        measureCounts(pair, OfLastWord, habits->byLastWord, last, belief, features);
        measureCounts(pair, OfKnownLastWord, habits->knownByLastWord, last, known, features);
    }
    if (const int word = firstCoreWord(pair.profile(), child); word >= 0)
        measureCounts(pair, OfFirstWord, habits->byFirstWord, std::pair(schema, word), belief,
                      features);
    if (namesPersonRole(pair.profile(), child))
        measureCounts(pair, OfPersons, habits->byPersonSchema, schema, belief, features);
}

QString saySiblings(const PairContext& pair)
{
    const Habits* habits = pair.inference.habits;
    if (!habits)
        return {};
    const int schema = pair.catalog().table(pair.childTable()).schema.index;
    const auto found = habits->byName.constFind({schema, pair.child().name});
    if (found == habits->byName.constEnd() || found->columns < 2)
        return {};
    const auto here = qRound(found->keys.value(pair.candidate.key).expected);
    return QStringLiteral("of %1 columns of this name about %2 point here")
        .arg(qRound(found->columns))
        .arg(here);
}

} // namespace

Signal siblingsSignal()
{
    return {QStringLiteral("siblings"), siblingFeatures(), measureSiblings, saySiblings};
}

} // namespace cadastre
