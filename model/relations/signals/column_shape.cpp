// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the column itself is, whatever it would point at: its type, part of a key, unique, indexed,
// where it stands, whether it has a default.
#include "model/relations/engine/signal.h"
#include "model/relations/type_families.h"

namespace cadastre {

namespace {

enum ShapeFeature {
    IntegerColumn,
    DecimalColumn,
    TextColumn,
    UuidColumn,
    BinaryColumn,
    OtherColumn,
    LongText,
    ShortText,
    UnlimitedText,
    PartOfPrimary,
    IsPrimary,
    IsPrimaryNumbersItself,
    IsUnique,
    HasIndex,
    NoIndexAlthoughOthers,
    HasDefault,
    Required,
    Early,
    Late,
    SmallInteger,
    TableWithoutKey,
    PartOfPrimaryOfTwo,
    HasIndexUnmarked,
    IsEnumeration,
};

const QStringList columnShapeFeatures{
    QStringLiteral("integer"),
    QStringLiteral("decimal"),
    QStringLiteral("text"),
    QStringLiteral("uuid"),
    QStringLiteral("binary"),
    QStringLiteral("another type"),
    QStringLiteral("text of more than a hundred characters"),
    QStringLiteral("text of less than ten characters"),
    QStringLiteral("text without limit"),
    QStringLiteral("part of the primary key"),
    QStringLiteral("the primary key"),
    QStringLiteral("the primary key, and it numbers itself"),
    QStringLiteral("unique"),
    QStringLiteral("indexed"),
    QStringLiteral("not indexed"),
    QStringLiteral("has a default"),
    QStringLiteral("required"),
    QStringLiteral("among the first three columns"),
    QStringLiteral("behind the twentieth column"),
    QStringLiteral("a small integer"),
    QStringLiteral("its table has no key"),
    QStringLiteral("half of a primary key of two columns"),
    QStringLiteral("indexed although its name has no mark"),
    QStringLiteral("an enumeration"),
};

int familyFeature(ValueFamily family)
{
    switch (family) {
    case ValueFamily::Integer:
        return IntegerColumn;
    case ValueFamily::Decimal:
        return DecimalColumn;
    case ValueFamily::Text:
        return TextColumn;
    case ValueFamily::Uuid:
        return UuidColumn;
    case ValueFamily::Binary:
        return BinaryColumn;
    default:
        return OtherColumn;
    }
}

void measureType(const PairContext& pair, FeatureList& features)
{
    const ColumnType& type = pair.child().type;
    features.add(familyFeature(type.family));
    if (type.family == ValueFamily::Text) {
        if (type.width == 0)
            features.add(UnlimitedText);
        else if (type.width > 100)
            features.add(LongText);
        else if (type.width < 10)
            features.add(ShortText);
    }
    if (type.family == ValueFamily::Integer && type.width <= 2)
        features.add(SmallInteger);
    const auto userType = pair.catalog().column(pair.column.child).userType;
    if (userType && pair.catalog().type(*userType).kind == TypeKind::Enum)
        features.add(IsEnumeration);
}

void measureKeys(const PairContext& pair, FeatureList& features)
{
    const ColumnProfile& child = pair.child();
    if (child.primaryPart) {
        features.add(PartOfPrimary);
        const Constraint* key = pair.catalog().primaryKeyOf(pair.childTable());
        if (key && key->columns.size() == 2)
            features.add(PartOfPrimaryOfTwo);
    }
    if (child.primaryAlone)
        features.add(child.numbersItself ? IsPrimaryNumbersItself : IsPrimary);
    else if (child.uniqueAlone)
        features.add(IsUnique);
    features.add(child.indexed ? HasIndex : NoIndexAlthoughOthers);
    const NameCore& core = pair.column.cores.front();
    if (child.indexed && core.suffix < 0 && core.prefix < 0)
        features.add(HasIndexUnmarked);
}

void measureColumnShape(const PairContext& pair, FeatureList& features)
{
    measureType(pair, features);
    measureKeys(pair, features);
    const Column& column = pair.catalog().column(pair.column.child);
    if (column.defaultExpression && !pair.child().numbersItself)
        features.add(HasDefault);
    if (!column.nullable)
        features.add(Required);
    const int place = pair.column.child.index - pair.catalog().firstColumn(pair.childTable()).index;
    if (place < 3)
        features.add(Early);
    else if (place >= 20)
        features.add(Late);
    if (!pair.profile().tables[pair.childTable().index].keyDeclared)
        features.add(TableWithoutKey);
}

/// What is measured, not only its index: any of it may be what speaks against.
QString sayColumnShape(const PairContext& pair)
{
    const ColumnProfile& child = pair.child();
    if (child.primaryAlone)
        return QStringLiteral("the column is its table's own primary key");
    if (child.primaryPart)
        return QStringLiteral("the column is part of its table's primary key");
    const Column& column = pair.catalog().column(pair.column.child);
    QStringList facts{typeFamilyName(typeShape(pair.catalog(), pair.column.child).family)};
    facts << (child.indexed ? QStringLiteral("indexed") : QStringLiteral("without an index"));
    facts << (column.nullable ? QStringLiteral("may be empty") : QStringLiteral("never empty"));
    if (column.defaultExpression)
        facts << QStringLiteral("with a default");
    return QStringLiteral("how often such a column refers to another table (%1)")
        .arg(facts.join(QStringLiteral(", ")));
}

} // namespace

Signal columnShapeSignal()
{
    return {QStringLiteral("column-shape"), columnShapeFeatures, measureColumnShape,
            sayColumnShape};
}

} // namespace cadastre
