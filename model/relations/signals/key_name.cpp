// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The column's name is the name of another table's key (`customer_id` is the key of `customer`), or
// ends in it, with or without the prefixes that all columns of a table share.
#include "model/relations/engine/signal.h"

#include <algorithm>

namespace cadastre {

namespace {

enum KeyNameFeature {
    EqualOnly,
    EqualFew,
    EqualMany,
    EndsOnly,
    EndsMany,
    StrippedEqual,
    StrippedEnds,
    KeyIsGeneric,
    KeyIsItsTable,
    EqualAndItsTable,
    EqualNotItsTable,
    EqualBothKeys,
    NotAtAll,
    EqualOwnerElsewhere,
    EqualLimitedText,
    EqualIsTableName,
};

const QStringList keyNameFeatures{
    QStringLiteral("same name as the key, which no other table has"),
    QStringLiteral("same name as the key of two or three tables"),
    QStringLiteral("same name as the key of many tables"),
    QStringLiteral("ends in the name of the key of one table"),
    QStringLiteral("ends in the name of the key of several tables"),
    QStringLiteral("same name as the key, prefixes of the tables aside"),
    QStringLiteral("ends in the name of the key, prefixes of the tables aside"),
    QStringLiteral("the key is called id, code ... as many are"),
    QStringLiteral("the key is named after its table"),
    QStringLiteral("same name as the key, and that is named after its table"),
    QStringLiteral("same name as the key, but that is not named after its table"),
    QStringLiteral("same name, and both are keys"),
    QStringLiteral("not the name of the key"),
    QStringLiteral("same name as the key, but another table is named so"),
    QStringLiteral("same name as the key, and both are texts of the same limit"),
    QStringLiteral("column, key and table have one name"),
};

bool endsIn(const std::vector<int>& words, const std::vector<int>& end, const Vocabulary& v)
{
    if (end.empty() || end.size() > words.size())
        return false;
    return std::equal(end.rbegin(), end.rend(), words.rbegin(),
                      [&](int a, int b) { return v[a].loose == v[b].loose; });
}

std::vector<int> withoutPrefix(const std::vector<int>& words, int prefix)
{
    if (words.size() > 1 && words.front() == prefix)
        return {words.begin() + 1, words.end()};
    return words;
}

bool isGenericName(const std::vector<int>& words, const Vocabulary& vocabulary)
{
    return words.size() == 1 &&
           bool(vocabulary[words.front()].roles &
                (WordRole::Identifier | WordRole::WeakIdentifier | WordRole::Attribute));
}

/// Whether the words of a key's name, its mark aside, are the last words of its table.
bool isNamedAfterTable(const PairContext& pair, TableId table, const std::vector<int>& keyWords)
{
    std::vector<int> words = keyWords;
    if (words.size() > 1 && pair.vocabulary()[words.back()].roles & WordRole::Identifier)
        words.pop_back();
    if (words.size() > 1 && pair.vocabulary()[words.front()].roles & WordRole::Identifier)
        words.erase(words.begin());
    return endsIn(pair.profile().tables[table.index].words, words, pair.vocabulary());
}

/// Tables of the parent's schema whose key has this name.
int ownersOf(const PairContext& pair)
{
    return pair.keyName().keyOwners.value(pair.catalog().table(pair.candidate.parent).schema.index);
}

void measureEqual(const PairContext& pair, FeatureList& features)
{
    const int owners = ownersOf(pair);
    features.add(owners <= 1 ? EqualOnly : owners <= 3 ? EqualFew : EqualMany);
    const bool after = isNamedAfterTable(pair, pair.candidate.parent, pair.keyName().words);
    features.add(after ? EqualAndItsTable : EqualNotItsTable);
    if (pair.child().singleKey)
        features.add(EqualBothKeys);
    const ColumnType& type = pair.child().type;
    if (type.family == ValueFamily::Text && type.width > 0 && type == pair.key().type)
        features.add(EqualLimitedText);
    if (pair.keyName().compact == pair.profile().tables[pair.candidate.parent.index].compact)
        features.add(EqualIsTableName);
    if (!after && owners > 1) {
        for (const Candidate& other : pair.column.candidates) {
            if (other.key != pair.candidate.key &&
                pair.profile().columns[other.key.index].name == pair.child().name &&
                isNamedAfterTable(pair, other.parent, pair.keyName().words))
                return features.add(EqualOwnerElsewhere);
        }
    }
}

void measureKeyName(const PairContext& pair, FeatureList& features)
{
    const Vocabulary& vocabulary = pair.vocabulary();
    const std::vector<int>& ours = pair.childName().words;
    const std::vector<int>& theirs = pair.keyName().words;
    if (isGenericName(theirs, vocabulary))
        return features.add(KeyIsGeneric);
    if (isNamedAfterTable(pair, pair.candidate.parent, theirs))
        features.add(KeyIsItsTable);
    if (pair.child().name == pair.key().name)
        return measureEqual(pair, features);
    const TableProfile& child = pair.profile().tables[pair.childTable().index];
    const TableProfile& parent = pair.profile().tables[pair.candidate.parent.index];
    const std::vector<int> oursStripped = withoutPrefix(ours, child.columnPrefix);
    const std::vector<int> theirsStripped = withoutPrefix(theirs, parent.columnPrefix);
    const bool stripped =
        oursStripped.size() < ours.size() || theirsStripped.size() < theirs.size();
    if (endsIn(ours, theirs, vocabulary))
        return features.add(ownersOf(pair) <= 1 ? EndsOnly : EndsMany);
    if (!stripped || isGenericName(theirsStripped, vocabulary))
        return features.add(NotAtAll);
    if (oursStripped.size() == theirsStripped.size() &&
        endsIn(oursStripped, theirsStripped, vocabulary))
        return features.add(StrippedEqual);
    features.add(endsIn(oursStripped, theirsStripped, vocabulary) ? StrippedEnds : NotAtAll);
}

QString sayKeyName(const PairContext& pair)
{
    const QString table = pair.catalog().table(pair.candidate.parent).name;
    const QString key = pair.catalog().column(pair.candidate.key).name;
    if (pair.child().name == pair.key().name)
        return QStringLiteral("the column has the name of the key of table `%1`").arg(table);
    if (endsIn(pair.childName().words, pair.keyName().words, pair.vocabulary()) &&
        !isGenericName(pair.keyName().words, pair.vocabulary()))
        return QStringLiteral("the column's name ends in `%1`, the key of table `%2`")
            .arg(key, table);
    return {};
}

} // namespace

Signal keyNameSignal()
{
    return {QStringLiteral("key-name"), keyNameFeatures, measureKeyName, sayKeyName};
}

} // namespace cadastre
