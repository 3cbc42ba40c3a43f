// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the target is: the primary key, another unique column, or a column that only looks like a
// key; and whether that key itself points on at another table.
#include "model/relations/engine/signal.h"

#include <algorithm>

namespace cadastre {

namespace {

enum TargetFeature {
    Primary,
    Unique,
    NotDeclared,
    FirstOfSeveral,
    LaterOfSeveral,
    UniqueNamedAlike,
    KeyNumbersItself,
    KeyAttributeName,
    SmallTable,
    WideTable,
    KeyFitsTypeBetter,
    KeyFitsTypeWorse,
};

const QStringList targetKeyFeatures{
    QStringLiteral("primary key"),
    QStringLiteral("unique, not primary"),
    QStringLiteral("no key is declared"),
    QStringLiteral("first of several keys"),
    QStringLiteral("not the first of several keys"),
    QStringLiteral("unique, and its last word is the column's"),
    QStringLiteral("the key numbers itself"),
    QStringLiteral("the key's name is that of an attribute"),
    QStringLiteral("a table of three columns or less"),
    QStringLiteral("a table of more than twenty columns"),
    QStringLiteral("of several keys the one whose type fits"),
    QStringLiteral("another key of the table fits the type better"),
};

bool sameType(const PairContext& pair, ColumnId key)
{
    return pair.profile().columns[key.index].type == pair.child().type;
}

void measureTargetKey(const PairContext& pair, FeatureList& features)
{
    const TableProfile& table = pair.profile().tables[pair.candidate.parent.index];
    const ColumnProfile& key = pair.key();
    features.add(!table.keyDeclared ? NotDeclared : key.primaryAlone ? Primary : Unique);
    if (table.keys.size() > 1) {
        features.add(pair.candidate.key == table.keys.front() ? FirstOfSeveral : LaterOfSeveral);
        const bool fits = sameType(pair, pair.candidate.key);
        const bool anotherFits = std::ranges::any_of(table.keys, [&](ColumnId other) {
            return other != pair.candidate.key && sameType(pair, other);
        });
        if (fits && !anotherFits)
            features.add(KeyFitsTypeBetter);
        if (!fits && anotherFits)
            features.add(KeyFitsTypeWorse);
    }
    const std::vector<int>& words = pair.keyName().words;
    if (!key.primaryAlone && !words.empty() && !pair.childName().words.empty() &&
        words.back() == pair.childName().words.back())
        features.add(UniqueNamedAlike);
    if (key.numbersItself)
        features.add(KeyNumbersItself);
    if (words.size() == 1 && pair.vocabulary()[words.front()].roles & WordRole::Attribute)
        features.add(KeyAttributeName);
    const auto width = pair.catalog().columnsOf(pair.candidate.parent).size();
    if (width <= 3)
        features.add(SmallTable);
    else if (width > 20)
        features.add(WideTable);
}

QString sayTargetKey(const PairContext& pair)
{
    const TableProfile& table = pair.profile().tables[pair.candidate.parent.index];
    const QString name = pair.catalog().displayName(pair.candidate.key);
    if (!table.keyDeclared)
        return QStringLiteral("`%1` is not declared as a key").arg(name);
    return pair.key().primaryAlone ? QStringLiteral("`%1` is the primary key").arg(name)
                                   : QStringLiteral("`%1` is unique").arg(name);
}

} // namespace

Signal targetKeySignal()
{
    return {QStringLiteral("target-key"), targetKeyFeatures, measureTargetKey, sayTargetKey};
}

} // namespace cadastre
