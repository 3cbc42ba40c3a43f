// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The column is its table's own key: a reference only where the table extends the other one (1:1,
// shared key), and hardly ever between tables that merely both have an `id`.
#include "model/relations/engine/signal.h"

namespace cadastre {

namespace {

enum OwnKeyFeature {
    SameNameBothKeys,
    GenericBothKeys,
    ExtendsByName,
    ExtendsByWords,
    OwnNameElsewhere,
    NamedAfterOther,
    NamedAfterSelf,
    ParentNumbersItself,
    NeitherNumbersItself,
    ExtendsAndParentNumbers,
};

const QStringList ownKeyFeatures{
    QStringLiteral("both are keys of the same name"),
    QStringLiteral("both are keys, and the name says nothing"),
    QStringLiteral("both are keys, and the table is named as part of the other"),
    QStringLiteral("both are keys, and the column has words of the other table"),
    QStringLiteral("the table is named after the other, but its key is not"),
    QStringLiteral("the key is named after the other table, not after its own"),
    QStringLiteral("the key is named after its own table"),
    QStringLiteral("the other table numbers its rows, this one does not"),
    QStringLiteral("neither table numbers its rows"),
    QStringLiteral("the table is named as part of one that numbers its rows, and does not itself"),
};

bool hasPrefix(const PairContext& pair)
{
    const auto& ours = pair.profile().tables[pair.childTable().index].words;
    const auto& theirs = pair.profile().tables[pair.candidate.parent.index].words;
    if (theirs.size() >= ours.size())
        return false;
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        if (pair.vocabulary()[ours[i]].loose != pair.vocabulary()[theirs[i]].loose)
            return false;
    }
    return true;
}

void measureOwnKey(const PairContext& pair, FeatureList& features)
{
    if (!pair.child().primaryAlone || pair.isSelf())
        return;
    const bool sameName = pair.child().name == pair.key().name;
    const bool generic =
        pair.childName().words.size() == 1 &&
        pair.vocabulary()[pair.childName().words.front()].roles & WordRole::Identifier;
    const bool prefix = hasPrefix(pair);
    if (sameName)
        features.add(generic ? GenericBothKeys : SameNameBothKeys);
    if (!pair.child().numbersItself) {
        features.add(pair.key().numbersItself ? ParentNumbersItself : NeitherNumbersItself);
        if (prefix && pair.key().numbersItself)
            features.add(ExtendsAndParentNumbers);
    }
    if (prefix)
        features.add(sameName ? ExtendsByName : OwnNameElsewhere);
    if (pair.candidate.match.matches() && !generic) {
        features.add(ExtendsByWords);
        const NameMatch own =
            matchTable(pair.profile(), pair.column.cores, pair.childTable(), pair.childTable());
        features.add(own.matches() && own.isWhole() ? NamedAfterSelf : NamedAfterOther);
    }
}

QString sayOwnKey(const PairContext& pair)
{
    return hasPrefix(pair) ? QStringLiteral("the column is the key of `%1`, which extends `%2`")
                                 .arg(pair.catalog().table(pair.childTable()).name,
                                      pair.catalog().table(pair.candidate.parent).name)
                           : QStringLiteral("the column is its own table's key");
}

} // namespace

Signal ownKeySignal()
{
    return {QStringLiteral("own-key"), ownKeyFeatures, measureOwnKey, sayOwnKey};
}

} // namespace cadastre
