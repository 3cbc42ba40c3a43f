// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How near the two tables are: schema, module prefix, and whether one's name begins with the
// other's (`order_items` and `orders`).
#include "model/relations/engine/signal.h"

#include <algorithm>

namespace cadastre {

namespace {

enum NearnessFeature {
    OtherSchema,
    OtherSource,
    SameModule,
    OtherModule,
    ChildIsPartOfParent,
    ParentIsPartOfChild,
    OtherSchemaHasTwin,
    SameSchemaOfSeveral,
    LongerPrefixElsewhere,
    LongestPrefix,
    Self,
    SelfWithoutRelative,
};

const QStringList nearnessFeatures{
    QStringLiteral("another schema"),
    QStringLiteral("another database"),
    QStringLiteral("same module prefix"),
    QStringLiteral("another module prefix"),
    QStringLiteral("the child's name begins with the parent's"),
    QStringLiteral("the parent's name begins with the child's"),
    QStringLiteral("another schema, and the own one has a candidate with words, too"),
    QStringLiteral("same schema, of several"),
    QStringLiteral("another candidate shares more leading words with the child"),
    QStringLiteral("shares most leading words of all candidates"),
    QStringLiteral("the same table"),
    QStringLiteral("the same table, and no word says so"),
};

int sharedLead(const PairContext& pair, TableId parent)
{
    const auto& ours = pair.profile().tables[pair.childTable().index].words;
    const auto& theirs = pair.profile().tables[parent.index].words;
    int shared = 0;
    while (shared < static_cast<int>(std::min(ours.size(), theirs.size())) &&
           pair.vocabulary()[ours[shared]].stem == pair.vocabulary()[theirs[shared]].stem)
        ++shared;
    return shared;
}

void measureSchemas(const PairContext& pair, FeatureList& features)
{
    const SchemaId ours = pair.catalog().table(pair.childTable()).schema;
    const SchemaId theirs = pair.catalog().table(pair.candidate.parent).schema;
    if (ours == theirs) {
        if (pair.catalog().objects().schemas.size() > 1)
            features.add(SameSchemaOfSeveral);
        return;
    }
    features.add(OtherSchema);
    if (pair.catalog().schema(ours).source != pair.catalog().schema(theirs).source)
        features.add(OtherSource);
    const bool twin = std::ranges::any_of(pair.column.candidates, [&](const Candidate& other) {
        return pair.catalog().table(other.parent).schema == ours && other.match.matches();
    });
    if (twin)
        features.add(OtherSchemaHasTwin);
}

void measureLead(const PairContext& pair, FeatureList& features)
{
    const int shared = sharedLead(pair, pair.candidate.parent);
    const auto& ours = pair.profile().tables[pair.childTable().index].words;
    const auto& theirs = pair.profile().tables[pair.candidate.parent.index].words;
    if (pair.isSelf())
        return;
    if (shared > 0)
        features.add(SameModule);
    else if (ours.size() > 1 && theirs.size() > 1)
        features.add(OtherModule);
    if (shared == static_cast<int>(theirs.size()))
        features.add(ChildIsPartOfParent);
    else if (shared == static_cast<int>(ours.size()))
        features.add(ParentIsPartOfChild);
    int most = 0;
    for (const Candidate& other : pair.column.candidates) {
        if (other.parent != pair.candidate.parent && other.parent != pair.childTable())
            most = std::max(most, sharedLead(pair, other.parent));
    }
    if (most > shared)
        features.add(LongerPrefixElsewhere);
    else if (shared > most && most > 0)
        features.add(LongestPrefix);
}

void measureNearness(const PairContext& pair, FeatureList& features)
{
    measureSchemas(pair, features);
    measureLead(pair, features);
    if (!pair.isSelf())
        return;
    features.add(Self);
    if (!(pair.candidate.sources & CandidateSource::Relative))
        features.add(SelfWithoutRelative);
}

QString sayNearness(const PairContext& pair)
{
    const SchemaId ours = pair.catalog().table(pair.childTable()).schema;
    const SchemaId theirs = pair.catalog().table(pair.candidate.parent).schema;
    if (ours != theirs)
        return QStringLiteral("the tables are in different schemas");
    if (pair.isSelf())
        return QStringLiteral("the column would point at its own table");
    const int shared = sharedLead(pair, pair.candidate.parent);
    if (shared == static_cast<int>(pair.profile().tables[pair.candidate.parent.index].words.size()))
        return QStringLiteral("`%1` is named as a part of `%2`")
            .arg(pair.catalog().table(pair.childTable()).name,
                 pair.catalog().table(pair.candidate.parent).name);
    return shared > 0 ? QStringLiteral("the names of both tables begin alike") : QString();
}

} // namespace

Signal nearnessSignal()
{
    return {QStringLiteral("nearness"), nearnessFeatures, measureNearness, sayNearness};
}

} // namespace cadastre
