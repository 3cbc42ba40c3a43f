// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the words of the column that no table has usually mean: attributes (`product_count`) and
// identifiers of others (`external_id`) speak against a reference.
#include "model/relations/engine/signal.h"

namespace cadastre {

namespace {

enum LeftoverFeature {
    AttributeBefore,
    AttributeAfter,
    ForeignBefore,
    ForeignAfter,
    TypeAfter,
    NumberAfter,
    PersonBefore,
    AttributeLast,
    ForeignAlone,
    TypeUnmarked,
};

const QStringList leftoverFeatures{
    QStringLiteral("an attribute before the table's words"),
    QStringLiteral("an attribute behind the table's words"),
    QStringLiteral("a word for others before the table's words"),
    QStringLiteral("a word for others behind the table's words"),
    QStringLiteral("type or kind behind the table's words"),
    QStringLiteral("a number behind the table's words"),
    QStringLiteral("a person before the table's words"),
    QStringLiteral("the last word is that of an attribute"),
    QStringLiteral("only words for others"),
    QStringLiteral("type or kind last, without mark"),
};

bool isNumberWord(const WordInfo& word)
{
    return !word.text.isEmpty() && word.text.front().isDigit();
}

void measureEnds(const PairContext& pair, const NameCore& core, FeatureList& features)
{
    const NameMatch& match = pair.candidate.match;
    const int end = match.before + match.common;
    bool seen[4] = {};
    for (int i = 0; i < static_cast<int>(core.words.size()); ++i) {
        if (i >= match.before && i < end)
            continue;
        const WordInfo& word = pair.vocabulary()[core.words[i]];
        const bool before = i < match.before;
        if (word.roles & WordRole::Attribute)
            seen[before ? 0 : 1] = true;
        if (word.roles & WordRole::Foreign)
            seen[before ? 2 : 3] = true;
        if (!before && word.roles & WordRole::Type)
            features.add(TypeAfter);
        if (!before && isNumberWord(word))
            features.add(NumberAfter);
        if (before && word.roles & (WordRole::PersonRole | WordRole::PersonTable))
            features.add(PersonBefore);
    }
    for (int i = 0; i < 4; ++i) {
        if (seen[i])
            features.add(AttributeBefore + i);
    }
}

void measureLeftover(const PairContext& pair, FeatureList& features)
{
    const NameCore& core = pair.core();
    if (pair.candidate.match.matches())
        measureEnds(pair, core, features);
    if (core.words.empty())
        return;
    const WordRoles last = pair.vocabulary()[core.words.back()].roles;
    if (last & WordRole::Attribute)
        features.add(AttributeLast);
    if (last & WordRole::Type && core.suffix < 0)
        features.add(TypeUnmarked);
    bool foreign = true;
    for (const int word : core.words)
        foreign = foreign && pair.vocabulary()[word].roles & WordRole::Foreign;
    if (foreign)
        features.add(ForeignAlone);
}

QString sayLeftover(const PairContext& pair)
{
    return pair.candidate.match.matches()
               ? QStringLiteral("words of the column's name are left over that usually name no row")
               : QStringLiteral("the words of the column's name usually name no row");
}

} // namespace

Signal leftoverWordsSignal()
{
    return {QStringLiteral("leftover-words"), leftoverFeatures, measureLeftover, sayLeftover};
}

} // namespace cadastre
