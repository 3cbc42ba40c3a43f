// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The column's name is marked as an identifier (`_id`, `_uuid`, `id_`, `_fk`, `_code`), and the
// mark fits the name of the key.
#include "model/relations/engine/signal.h"

namespace cadastre {

namespace {

enum MarkFeature {
    StrongMark,
    WeakMark,
    MarkInFront,
    NoMark,
    NoMarkWholeName,
    NoMarkInteger,
    NoMarkText,
    OnlyMark,
    KeySameMark,
    KeyOtherMark,
    KeyWithoutMark,
    WeakMarkSameKey,
    WeakMarkOtherKey,
    ForeignMark,
    NoMarkWholeInteger,
    NoMarkWholeText,
    NoMarkUuid,
};

const QStringList identifierMarkFeatures{
    QStringLiteral("ends in id, uuid, key, fk ..."),
    QStringLiteral("ends in code, no, name, ref ..."),
    QStringLiteral("begins with id, fk, cod ..."),
    QStringLiteral("no mark"),
    QStringLiteral("no mark, but the whole name is the table's"),
    QStringLiteral("no mark, a number"),
    QStringLiteral("no mark, a text"),
    QStringLiteral("the name is nothing but a mark"),
    QStringLiteral("the key ends in the same mark"),
    QStringLiteral("the key ends in another mark"),
    QStringLiteral("the key has no mark"),
    QStringLiteral("weak mark, and the key's name ends in it"),
    QStringLiteral("weak mark, and the key's name does not"),
    QStringLiteral("a word for identifiers of others: external, session ..."),
    QStringLiteral("no mark, whole name, a number"),
    QStringLiteral("no mark, whole name, a text"),
    QStringLiteral("no mark, a uuid"),
};

void measureUnmarked(const PairContext& pair, FeatureList& features)
{
    const ValueFamily family = pair.child().type.family;
    const bool number = family == ValueFamily::Integer || family == ValueFamily::Decimal;
    features.add(NoMark);
    features.add(number ? NoMarkInteger : family == ValueFamily::Uuid ? NoMarkUuid : NoMarkText);
    if (!pair.candidate.match.isWhole())
        return;
    features.add(NoMarkWholeName);
    features.add(number ? NoMarkWholeInteger : NoMarkWholeText);
}

void measureAgainstKey(const PairContext& pair, int mark, bool weak, FeatureList& features)
{
    const std::vector<int>& key = pair.keyName().words;
    const bool same = !key.empty() && key.back() == mark;
    const bool marked = !key.empty() && pair.vocabulary()[key.back()].roles &
                                            (WordRole::Identifier | WordRole::WeakIdentifier);
    features.add(same ? KeySameMark : marked ? KeyOtherMark : KeyWithoutMark);
    if (weak)
        features.add(same ? WeakMarkSameKey : WeakMarkOtherKey);
}

void measureIdentifierMark(const PairContext& pair, FeatureList& features)
{
    const NameCore& core = pair.column.cores.front();
    const std::vector<int>& words = pair.childName().words;
    for (const int word : core.words) {
        if (pair.vocabulary()[word].roles & WordRole::Foreign) {
            features.add(ForeignMark);
            break;
        }
    }
    if (words.size() == 1 && pair.vocabulary()[words.front()].roles & WordRole::Identifier)
        return features.add(OnlyMark);
    if (core.suffix >= 0) {
        const bool weak = !(pair.vocabulary()[core.suffix].roles & WordRole::Identifier);
        features.add(weak ? WeakMark : StrongMark);
        return measureAgainstKey(pair, core.suffix, weak, features);
    }
    if (core.prefix >= 0)
        return features.add(MarkInFront);
    measureUnmarked(pair, features);
}

QString sayIdentifierMark(const PairContext& pair)
{
    const NameCore& core = pair.column.cores.front();
    if (core.suffix >= 0)
        return QStringLiteral("the name ends in `%1`").arg(pair.vocabulary()[core.suffix].text);
    if (core.prefix >= 0)
        return QStringLiteral("the name begins with `%1`").arg(pair.vocabulary()[core.prefix].text);
    return QStringLiteral("the name is not marked as an identifier");
}

} // namespace

Signal identifierMarkSignal()
{
    return {QStringLiteral("identifier-mark"), identifierMarkFeatures, measureIdentifierMark,
            sayIdentifierMark};
}

} // namespace cadastre
