// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PostgreSQL takes a foreign key where the parent's index has an equality for the two types, or
// where the child's type turns into the parent's by itself (implicit casts of pg_cast).
#include "model/relations/key_types.h"

namespace cadastre {

namespace {

using Names = std::initializer_list<QLatin1String>;

bool isNameIn(const QString& name, Names names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isInteger(const QString& name)
{
    return isNameIn(name,
                    {QLatin1String("smallint"), QLatin1String("int"), QLatin1String("bigint")});
}

/// Numbers turn by themselves only into wider kinds: integer, numeric, float.
bool doesNumberFit(const QString& child, const QString& parent)
{
    if (isInteger(parent))
        return isInteger(child);
    if (parent == QLatin1String("decimal"))
        return isInteger(child) || child == parent;
    if (parent == QLatin1String("oid"))
        return isInteger(child) || child == parent;
    return isInteger(child) || isNameIn(child, {QLatin1String("decimal"), QLatin1String("float"),
                                                QLatin1String("double")});
}

bool isPlainText(const QString& name)
{
    return isNameIn(name, {QLatin1String("text"), QLatin1String("varchar"), QLatin1String("char")});
}

bool doesTextFit(const QString& child, const QString& parent)
{
    if (child == parent)
        return true;
    if (isNameIn(parent, {QLatin1String("text"), QLatin1String("varchar")}))
        return true;
    return isNameIn(parent, {QLatin1String("char"), QLatin1String("name")}) && isPlainText(child);
}

bool isMoment(const QString& name)
{
    return isNameIn(
        name, {QLatin1String("date"), QLatin1String("timestamp"), QLatin1String("timestamptz")});
}

bool isTimeOfDay(const QString& name)
{
    return isNameIn(name, {QLatin1String("time"), QLatin1String("timetz")});
}

bool doesOtherFit(const QString& child, const QString& parent)
{
    const auto isAddress = [](const QString& name) {
        return isNameIn(name, {QLatin1String("inet"), QLatin1String("cidr")});
    };
    const auto isBits = [](const QString& name) {
        return isNameIn(name, {QLatin1String("bit"), QLatin1String("varbit")});
    };
    return child == parent || (isAddress(child) && isAddress(parent)) ||
           (isBits(child) && isBits(parent));
}

KeyTypeJudgement typesDifferOnPostgreSql(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    return {KeyTypeFit::TypesDiffer,
            QStringLiteral("PostgreSQL refuses a key from %1 to %2: the two do not compare")
                .arg(child.text, parent.text)};
}

KeyTypeJudgement fitsOnPostgreSql(bool fits, const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    if (fits)
        return {};
    return {
        KeyTypeFit::NeedsChange,
        QStringLiteral("PostgreSQL does not turn %1 into %2 by itself: one of the two types has "
                       "to be changed")
            .arg(child.text, parent.text)};
}

KeyTypeJudgement judgeDates(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    const QString& from = child.shape.name;
    const QString& to = parent.shape.name;
    if (from == to || (isMoment(from) && isMoment(to)))
        return {};
    if (isTimeOfDay(from) && isTimeOfDay(to))
        return fitsOnPostgreSql(to == QLatin1String("timetz"), child, parent);
    return typesDifferOnPostgreSql(child, parent);
}

KeyTypeJudgement judgeNumbers(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    const QString& from = child.shape.name;
    const QString& to = parent.shape.name;
    if (from == to)
        return {};
    if (from == QLatin1String("money") || to == QLatin1String("money"))
        return typesDifferOnPostgreSql(child, parent);
    return fitsOnPostgreSql(doesNumberFit(from, to), child, parent);
}

KeyTypeJudgement judgeOthers(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    return doesOtherFit(child.shape.name, parent.shape.name)
               ? KeyTypeJudgement{}
               : typesDifferOnPostgreSql(child, parent);
}

KeyTypeJudgement judgeDocuments(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    for (const KeyTypeEnd* end : {&child, &parent}) {
        if (end->shape.name != QLatin1String("jsonb"))
            return {KeyTypeFit::NeedsChange,
                    QStringLiteral("PostgreSQL cannot tell whether two values of %1 are equal")
                        .arg(end->text)};
    }
    return {};
}

/// The operators of arrays are polymorphic and do not look through varchar to text.
KeyTypeJudgement judgeArrays(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    if (child.shape.name != parent.shape.name)
        return typesDifferOnPostgreSql(child, parent);
    return fitsOnPostgreSql(child.shape.name != QLatin1String("varchar"), child, parent);
}

} // namespace

KeyTypeJudgement judgePostgreSqlKeyTypes(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    if (child.shape.family != parent.shape.family)
        return typesDifferOnPostgreSql(child, parent);
    switch (child.shape.family) {
    case TypeFamily::Number:
        return judgeNumbers(child, parent);
    case TypeFamily::Text:
        return fitsOnPostgreSql(doesTextFit(child.shape.name, parent.shape.name), child, parent);
    case TypeFamily::Date:
        return judgeDates(child, parent);
    case TypeFamily::Array:
        return judgeArrays(child, parent);
    case TypeFamily::Bool:
    case TypeFamily::Uuid:
    case TypeFamily::Binary:
        return {};
    case TypeFamily::Json:
        return judgeDocuments(child, parent);
    case TypeFamily::Enum:
    case TypeFamily::Other:
    case TypeFamily::Unknown:
        return judgeOthers(child, parent);
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
