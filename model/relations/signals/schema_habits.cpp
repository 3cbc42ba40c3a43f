// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What this schema does in general: whether columns with this mark and type usually point
// somewhere, and how many others point at this key, or rather at another key of its table.
#include "model/relations/engine/signal.h"

#include <algorithm>

namespace cadastre {

namespace {

enum HabitFeature {
    MarkNever,
    MarkSeldom,
    MarkOften,
    MarkUsually,
    MarkAlways,
    MarkWithCandidateSeldom,
    MarkWithCandidateOften,
    MarkWithCandidateUsually,
    MarkWithCandidateAlways,
    NobodyElse,
    FewOthers,
    SomeOthers,
    ManyOthers,
    ThisKeyOfTable,
    OtherKeyOfTable,
    KnownNowhere,
    RejectedBefore,
};

const QStringList schemaHabitFeatures{
    QStringLiteral("columns with this mark and type never point anywhere"),
    QStringLiteral("columns with this mark and type seldom point anywhere"),
    QStringLiteral("columns with this mark and type often point somewhere"),
    QStringLiteral("columns with this mark and type usually point somewhere"),
    QStringLiteral("columns with this mark and type nearly always point somewhere"),
    QStringLiteral("such columns that have a candidate seldom point somewhere"),
    QStringLiteral("such columns that have a candidate often point somewhere"),
    QStringLiteral("such columns that have a candidate usually point somewhere"),
    QStringLiteral("such columns that have a candidate nearly always point somewhere"),
    QStringLiteral("nothing else points at the key"),
    QStringLiteral("one or two others point at the key"),
    QStringLiteral("three to ten others point at the key"),
    QStringLiteral("more than ten others point at the key"),
    QStringLiteral("of the table's keys this one is pointed at"),
    QStringLiteral("of the table's keys another one is pointed at"),
    QStringLiteral("this schema declares its references, but none of this name"),
    QStringLiteral("a person rejected this for another column of this name"),
};

void measureMark(const PairContext& pair, const Habits& habits, const ColumnBelief* belief,
                 FeatureList& features)
{
    const int schema = pair.catalog().table(pair.childTable()).schema.index;
    const auto found = habits.byMark.constFind({schema, markOf(pair.profile(), pair.column.child)});
    if (found == habits.byMark.constEnd() || found->columns < 4)
        return;
    double own = 0;
    if (belief) {
        for (const auto& [key, probability] : belief->keys)
            own += probability;
    }
    const double share = (found->references - own) / (found->columns - 1);
    features.add(share < 0.1    ? MarkNever
                 : share < 0.3  ? MarkSeldom
                 : share < 0.55 ? MarkOften
                 : share < 0.8  ? MarkUsually
                                : MarkAlways);
    if (found->withCandidates < 4)
        return;
    const double sure =
        (found->sure - (own > 0.5 ? 1 : 0)) / std::max(1.0, found->withCandidates - 1);
    features.add(sure < 0.3   ? MarkWithCandidateSeldom
                 : sure < 0.6 ? MarkWithCandidateOften
                 : sure < 0.9 ? MarkWithCandidateUsually
                              : MarkWithCandidateAlways);
}

void measurePopularity(const PairContext& pair, const Habits& habits, const ColumnBelief* belief,
                       FeatureList& features)
{
    const auto ownPart = [&](ColumnId key) {
        if (belief) {
            for (const auto& [other, probability] : belief->keys) {
                if (other == key)
                    return probability;
            }
        }
        return 0.0;
    };
    const ColumnId key = pair.candidate.key;
    const double others = habits.references.value(key) - ownPart(key);
    features.add(others < 0.5   ? NobodyElse
                 : others < 2.5 ? FewOthers
                 : others < 10  ? SomeOthers
                                : ManyOthers);
    double siblings = 0;
    for (const ColumnId other : pair.profile().tables[pair.candidate.parent.index].keys) {
        if (other != key)
            siblings = std::max(siblings, habits.references.value(other) - ownPart(other));
    }
    if (siblings > 1 && siblings > 2 * others)
        features.add(OtherKeyOfTable);
    else if (others > 1 && others > 2 * siblings)
        features.add(ThisKeyOfTable);
}

void measureSchemaHabits(const PairContext& pair, FeatureList& features)
{
    const Habits* habits = pair.inference.habits;
    if (!habits)
        return;
    const auto found = habits->beliefs.constFind(pair.column.child);
    const ColumnBelief* belief = found == habits->beliefs.constEnd() ? nullptr : &*found;
    measureMark(pair, *habits, belief, features);
    measurePopularity(pair, *habits, belief, features);
    const int schema = pair.catalog().table(pair.childTable()).schema.index;
    const auto known = habits->knownBySchema.constFind(schema);
    if (known != habits->knownBySchema.constEnd() && known->columns > 20 &&
        pair.childName().columns.size() >= 4 &&
        !habits->knownByName.contains({schema, pair.child().name}))
        features.add(KnownNowhere);
    if (habits->isRejected(pair.child().name, pair.candidate.key))
        features.add(RejectedBefore);
}

QString saySchemaHabits(const PairContext& pair)
{
    const Habits* habits = pair.inference.habits;
    if (!habits)
        return {};
    if (habits->isRejected(pair.child().name, pair.candidate.key))
        return QStringLiteral("a person rejected this for another column of this name");
    const auto others = qRound(habits->references.value(pair.candidate.key));
    return others > 1
               ? QStringLiteral("about %1 columns of this schema point at this key").arg(others)
               : QStringLiteral("hardly anything else points at this key");
}

} // namespace

Signal schemaHabitsSignal()
{
    return {QStringLiteral("schema-habits"), schemaHabitFeatures, measureSchemaHabits,
            saySchemaHabits};
}

} // namespace cadastre
