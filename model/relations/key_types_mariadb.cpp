// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// InnoDB takes a foreign key where both columns are stored alike: integers of one width and sign,
// texts of one character set and collation. It also takes some pairs whose bytes mean different
// things; those are told apart by what the values mean.
#include "model/relations/key_types.h"

namespace cadastre {

namespace {

bool isStoredInteger(const TypeShape& shape)
{
    return shape.name.endsWith(QLatin1String("int"));
}

/// What lies in the index is a prefix or nothing: no key can stand on it.
bool isTooLongForKeys(const TypeShape& shape)
{
    return shape.name == QLatin1String("text") || shape.name == QLatin1String("blob") ||
           shape.name == QLatin1String("json");
}

/// tinyint(1) is a number too, and bit(1) a small one.
TypeFamily meaningOf(const TypeShape& shape)
{
    return shape.family == TypeFamily::Bool ? TypeFamily::Number : shape.family;
}

KeyTypeJudgement needsChange(const QString& reason)
{
    return {KeyTypeFit::NeedsChange, reason};
}

KeyTypeJudgement judgeStoredIntegers(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    const bool sameWidth =
        child.shape.name == parent.shape.name || (child.shape.name == QLatin1String("boolean") &&
                                                  parent.shape.name == QLatin1String("tinyint"));
    const bool sameSign = child.shape.isUnsigned == parent.shape.isUnsigned;
    if (sameWidth && sameSign)
        return {};
    const QString what = !sameWidth && !sameSign ? QStringLiteral("width and sign")
                         : !sameWidth            ? QStringLiteral("width")
                                                 : QStringLiteral("sign");
    return needsChange(QStringLiteral("InnoDB wants integers of the same width and sign; %1 and %2 "
                                      "differ in %3")
                           .arg(child.text, parent.text, what));
}

KeyTypeJudgement judgeStoredNumbers(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    if (isStoredInteger(child.shape) && isStoredInteger(parent.shape))
        return judgeStoredIntegers(child, parent);
    if (child.shape.name == parent.shape.name && child.shape.length == parent.shape.length &&
        child.shape.scale == parent.shape.scale &&
        child.shape.isUnsigned == parent.shape.isUnsigned)
        return {};
    return needsChange(
        QStringLiteral("InnoDB wants numbers of the same type, precision and scale; here they are "
                       "%1 and %2")
            .arg(child.text, parent.text));
}

KeyTypeJudgement judgeStoredTexts(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    const auto differ = [](const QString& a, const QString& b) {
        return !a.isEmpty() && !b.isEmpty() && a.compare(b, Qt::CaseInsensitive) != 0;
    };
    if (differ(child.characterSet, parent.characterSet))
        return needsChange(QStringLiteral("the character sets differ: %1 and %2")
                               .arg(child.characterSet, parent.characterSet));
    if (differ(child.collation, parent.collation))
        return needsChange(QStringLiteral("the collations differ: %1 and %2")
                               .arg(child.collation, parent.collation));
    return {};
}

KeyTypeJudgement judgeStoredBytes(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    if (child.shape.length == parent.shape.length ||
        (child.shape.name == QLatin1String("varbinary") &&
         parent.shape.name == QLatin1String("varbinary")))
        return {};
    return needsChange(QStringLiteral("a fixed number of bytes is filled up with zeros; %1 and %2 "
                                      "need the same length")
                           .arg(child.text, parent.text));
}

KeyTypeJudgement typesDifferOnMariaDb(const KeyTypeEnd& child, const KeyTypeEnd& parent,
                                      Engine engine)
{
    const auto isText = [](const KeyTypeEnd& end) { return end.shape.family == TypeFamily::Text; };
    const auto isNumber = [](const KeyTypeEnd& end) {
        return meaningOf(end.shape) == TypeFamily::Number;
    };
    if ((isText(child) && isNumber(parent)) || (isNumber(child) && isText(parent)))
        return {KeyTypeFit::TypesDiffer,
                QStringLiteral("%1 refuses a key from %2 to %3, and compares them as numbers: a "
                               "text that does not begin with digits counts as 0")
                    .arg(engineName(engine), child.text, parent.text)};
    return {KeyTypeFit::TypesDiffer,
            QStringLiteral("values of %1 and %2 do not mean the same to %3, even where it takes a "
                           "key between them")
                .arg(child.text, parent.text, engineName(engine))};
}

KeyTypeJudgement judgeStoredDates(const KeyTypeEnd& child, const KeyTypeEnd& parent, Engine engine)
{
    const auto hasDay = [](const TypeShape& shape) {
        return shape.name != QLatin1String("time") && shape.name != QLatin1String("year");
    };
    if (child.shape.name == parent.shape.name && child.shape.length == parent.shape.length)
        return {};
    if (child.shape.name != parent.shape.name && (!hasDay(child.shape) || !hasDay(parent.shape)))
        return typesDifferOnMariaDb(child, parent, engine);
    return needsChange(QStringLiteral("%1 and %2 are stored differently: the types have to be the "
                                      "same to the fraction of a second")
                           .arg(child.text, parent.text));
}

KeyTypeJudgement judgeLists(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    if (child.text == parent.text)
        return {};
    return {
        KeyTypeFit::TypesDiffer,
        QStringLiteral("InnoDB compares the positions in the two lists of words, which differ")};
}

/// Families that the engine compares as what they mean, though it stores them differently.
bool doCompareAcross(TypeFamily a, TypeFamily b)
{
    if (a == TypeFamily::Uuid || b == TypeFamily::Uuid) {
        const TypeFamily other = a == TypeFamily::Uuid ? b : a;
        return other == TypeFamily::Text || other == TypeFamily::Binary;
    }
    return (a == TypeFamily::Enum && b == TypeFamily::Text) ||
           (a == TypeFamily::Text && b == TypeFamily::Enum);
}

} // namespace

KeyTypeJudgement judgeMariaDbKeyTypes(const KeyTypeEnd& child, const KeyTypeEnd& parent,
                                      Engine engine)
{
    const TypeFamily from = meaningOf(child.shape);
    const TypeFamily to = meaningOf(parent.shape);
    if (from != to) {
        if (!doCompareAcross(from, to))
            return typesDifferOnMariaDb(child, parent, engine);
        return needsChange(QStringLiteral("%1 and %2 are stored differently: one of the two types "
                                          "has to be changed")
                               .arg(child.text, parent.text));
    }
    if (isTooLongForKeys(child.shape) || isTooLongForKeys(parent.shape))
        return needsChange(QStringLiteral("InnoDB has no keys on %1: give it a type with a length")
                               .arg(isTooLongForKeys(child.shape) ? child.text : parent.text));
    switch (from) {
    case TypeFamily::Number:
        return judgeStoredNumbers(child, parent);
    case TypeFamily::Text:
        return judgeStoredTexts(child, parent);
    case TypeFamily::Binary:
        return judgeStoredBytes(child, parent);
    case TypeFamily::Date:
        return judgeStoredDates(child, parent, engine);
    case TypeFamily::Enum:
        return judgeLists(child, parent);
    default:
        return child.shape.name == parent.shape.name ? KeyTypeJudgement{}
                                                     : typesDifferOnMariaDb(child, parent, engine);
    }
}

} // namespace cadastre
