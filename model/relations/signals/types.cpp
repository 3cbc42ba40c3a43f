// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The types of the column and of the key: the same, of one family, or such that values could not
// even be compared.
#include "model/relations/engine/signal.h"

namespace cadastre {

namespace {

enum TypesFeature {
    SameType,
    SameFamilyOtherWidth,
    WiderThanKey,
    NumberFamilies,
    UuidAndText,
    OtherFamily,
    BothUuid,
    BothInteger,
    BothText,
    SameOddType,
};

const QStringList typesFeatures{
    QStringLiteral("same type"),
    QStringLiteral("same family, other width"),
    QStringLiteral("the column is wider than the key"),
    QStringLiteral("integer and decimal"),
    QStringLiteral("uuid and text"),
    QStringLiteral("families that do not compare"),
    QStringLiteral("both uuid"),
    QStringLiteral("both integers"),
    QStringLiteral("both texts"),
    QStringLiteral("same type, which few columns have"),
};

bool isNumber(ValueFamily family)
{
    return family == ValueFamily::Integer || family == ValueFamily::Decimal;
}

void measureTypes(const PairContext& pair, FeatureList& features)
{
    const ColumnType& ours = pair.child().type;
    const ColumnType& theirs = pair.key().type;
    const Column& child = pair.catalog().column(pair.column.child);
    const Column& key = pair.catalog().column(pair.candidate.key);
    if (ours.family == theirs.family) {
        features.add(child.type == key.type ? SameType : SameFamilyOtherWidth);
        if (ours.width > theirs.width && theirs.width > 0)
            features.add(WiderThanKey);
        if (ours.family == ValueFamily::Uuid)
            features.add(BothUuid);
        else if (ours.family == ValueFamily::Integer)
            features.add(BothInteger);
        else if (ours.family == ValueFamily::Text)
            features.add(BothText);
        if (child.type == key.type && ours.family == ValueFamily::Text && ours.width > 0)
            features.add(SameOddType);
        return;
    }
    if (isNumber(ours.family) && isNumber(theirs.family))
        return features.add(NumberFamilies);
    const bool uuidText =
        (ours.family == ValueFamily::Uuid && theirs.family == ValueFamily::Text) ||
        (ours.family == ValueFamily::Text && theirs.family == ValueFamily::Uuid);
    features.add(uuidText ? UuidAndText : OtherFamily);
}

QString sayTypes(const PairContext& pair)
{
    const QString ours = pair.catalog().column(pair.column.child).type;
    const QString theirs = pair.catalog().column(pair.candidate.key).type;
    if (ours == theirs)
        return QStringLiteral("both are %1").arg(ours);
    return QStringLiteral("the types differ: %1 and %2").arg(ours, theirs);
}

} // namespace

Signal typesSignal()
{
    return {QStringLiteral("types"), typesFeatures, measureTypes, sayTypes};
}

} // namespace cadastre
