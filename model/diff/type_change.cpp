// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sources: https://www.postgresql.org/docs/current/datatype.html,
// https://mariadb.com/kb/en/data-types/, https://sqlite.org/datatype3.html.
#include "model/diff/type_change.h"

#include "model/dialect/value_family.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <limits>

namespace cadastre {

namespace {

constexpr qint64 unlimited = std::numeric_limits<qint64>::max();

struct TypeParts
{
    Engine engine = Engine::Sqlite;
    QString base;      ///< one name per type, without length
    QStringList words; ///< what stood in parentheses
    QString rest;      ///< "unsigned", "with time zone", "[]"
    ValueFamily family = ValueFamily::Other;
};

QString oneName(const QString& base)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("int"), QStringLiteral("integer")},
        {QStringLiteral("int4"), QStringLiteral("integer")},
        {QStringLiteral("int8"), QStringLiteral("bigint")},
        {QStringLiteral("int2"), QStringLiteral("smallint")},
        {QStringLiteral("varchar"), QStringLiteral("character varying")},
        {QStringLiteral("char"), QStringLiteral("character")},
        {QStringLiteral("bpchar"), QStringLiteral("character")},
        {QStringLiteral("decimal"), QStringLiteral("numeric")},
        {QStringLiteral("float8"), QStringLiteral("double precision")},
        {QStringLiteral("double"), QStringLiteral("double precision")},
        {QStringLiteral("float4"), QStringLiteral("real")},
        {QStringLiteral("float"), QStringLiteral("real")},
        {QStringLiteral("bool"), QStringLiteral("boolean")},
    };
    return names.value(base, base);
}

TypeParts partsOfType(Engine engine, const QString& type)
{
    static const QRegularExpression inside(QStringLiteral("\\(([^()]*)\\)"));
    TypeParts parts;
    parts.engine = engine;
    parts.base = oneName(baseTypeName(type));
    const auto match = inside.match(type);
    if (match.hasMatch()) {
        for (const QString& word : match.captured(1).split(QLatin1Char(',')))
            parts.words << word.trimmed();
    }
    QString rest = type.toLower();
    rest.remove(inside);
    for (const char* word : {"unsigned", "with time zone", "[]"}) {
        if (rest.contains(QLatin1String(word)))
            parts.rest += QLatin1String(word);
    }
    parts.family = valueFamily(engine == Engine::Sqlite ? Engine::PostgreSql : engine, type);
    if (engine == Engine::Sqlite && parts.family == ValueFamily::Other)
        parts.family = valueFamily(engine, type); // no name of a server: what the affinity holds
    if (engine != Engine::PostgreSql && parts.base == QLatin1String("tinyint") &&
        parts.words == QStringList{QStringLiteral("1")})
        parts.family = ValueFamily::Boolean;
    if (parts.rest.contains(QLatin1String("[]")))
        parts.family = ValueFamily::Other;
    return parts;
}

TypeChange byRange(qint64 before, qint64 after)
{
    return before == after  ? TypeChange::Same
           : before < after ? TypeChange::Widened
                            : TypeChange::Narrowed;
}

/// The stronger of two: narrowed beats widened.
TypeChange bothOf(TypeChange one, TypeChange other)
{
    return std::max(one, other);
}

qint64 integerBytes(const QString& base)
{
    static const QHash<QString, int> bytes{
        {QStringLiteral("tinyint"), 1},   {QStringLiteral("smallint"), 2},
        {QStringLiteral("mediumint"), 3}, {QStringLiteral("integer"), 4},
        {QStringLiteral("bigint"), 8},    {QStringLiteral("smallserial"), 2},
        {QStringLiteral("serial"), 4},    {QStringLiteral("bigserial"), 8},
    };
    return bytes.value(base, 4);
}

qint64 textLength(const TypeParts& type)
{
    static const QHash<QString, qint64> lengths{
        {QStringLiteral("tinytext"), 255},        {QStringLiteral("tinyblob"), 255},
        {QStringLiteral("text"), 65535},          {QStringLiteral("blob"), 65535},
        {QStringLiteral("mediumtext"), 16777215}, {QStringLiteral("mediumblob"), 16777215},
    };
    bool isNumber = false;
    const qint64 length = type.words.value(0).toLongLong(&isNumber);
    if (isNumber)
        return length;
    if (type.base == QLatin1String("character"))
        return 1;
    if (type.base == QLatin1String("text") && type.engine != Engine::MariaDb &&
        type.engine != Engine::MySql)
        return unlimited;
    return lengths.value(type.base, unlimited);
}

bool listsValues(const TypeParts& type)
{
    return type.base == QLatin1String("enum") || type.base == QLatin1String("set");
}

TypeChange textChange(const TypeParts& before, const TypeParts& after)
{
    if (!listsValues(before) && !listsValues(after))
        return byRange(textLength(before), textLength(after));
    if (before.base != after.base)
        return listsValues(after) ? TypeChange::Narrowed : TypeChange::Widened;
    const QSet<QString> old(before.words.begin(), before.words.end());
    const QSet<QString> now(after.words.begin(), after.words.end());
    if (before.words == after.words)
        return TypeChange::Same;
    return now.contains(old) ? TypeChange::Widened : TypeChange::Narrowed;
}

TypeChange numberChange(const TypeParts& before, const TypeParts& after)
{
    const QString exact = QStringLiteral("numeric");
    if (before.base != after.base) {
        const bool isWider =
            before.base == QLatin1String("real") && after.base == QLatin1String("double precision");
        const bool isNarrower =
            after.base == QLatin1String("real") && before.base == QLatin1String("double precision");
        return isWider      ? TypeChange::Widened
               : isNarrower ? TypeChange::Narrowed
                            : TypeChange::Changed;
    }
    if (before.base != exact || before.words == after.words)
        return TypeChange::Same;
    if (after.words.isEmpty())
        return TypeChange::Widened;
    if (before.words.isEmpty())
        return TypeChange::Narrowed;
    const auto scale = [](const TypeParts& type) { return type.words.value(1).toLongLong(); };
    const auto whole = [&](const TypeParts& type) {
        return type.words.value(0).toLongLong() - scale(type);
    };
    return bothOf(byRange(whole(before), whole(after)), byRange(scale(before), scale(after)));
}

TypeChange inFamily(const TypeParts& before, const TypeParts& after)
{
    switch (before.family) {
    case ValueFamily::Integer:
        if (before.rest != after.rest)
            return TypeChange::Narrowed; // negative numbers, or the largest ones
        return byRange(integerBytes(before.base), integerBytes(after.base));
    case ValueFamily::Number:
        return numberChange(before, after);
    case ValueFamily::Text:
        return textChange(before, after);
    case ValueFamily::Binary:
        return byRange(textLength(before), textLength(after));
    case ValueFamily::Moment:
        if (before.base != after.base || before.rest != after.rest)
            return TypeChange::Changed;
        return byRange(before.words.isEmpty() ? 6 : before.words.first().toInt(),
                       after.words.isEmpty() ? 6 : after.words.first().toInt());
    default:
        return before.base == after.base && before.words == after.words && before.rest == after.rest
                   ? TypeChange::Same
                   : TypeChange::Changed;
    }
}

/// Whether an engine keeps values of this family in columns of that family for want of a type.
bool standsFor(Engine engine, ValueFamily held, ValueFamily meant)
{
    const bool isSqlite = engine == Engine::Sqlite;
    switch (meant) {
    case ValueFamily::Boolean:
        return held == ValueFamily::Integer || (isSqlite && held == ValueFamily::Number);
    case ValueFamily::Uuid:
        return held == ValueFamily::Text || held == ValueFamily::Binary;
    case ValueFamily::Other:
        return held == ValueFamily::Text;
    case ValueFamily::Moment:
        return isSqlite && (held == ValueFamily::Text || held == ValueFamily::Integer);
    case ValueFamily::Number:
        return isSqlite && held == ValueFamily::Integer;
    default:
        return false;
    }
}

TypeChange betweenEngines(Engine engineBefore, const TypeParts& before, Engine engineAfter,
                          const TypeParts& after)
{
    if (before.family != after.family) {
        return standsFor(engineBefore, before.family, after.family) ||
                       standsFor(engineAfter, after.family, before.family)
                   ? TypeChange::Same
                   : TypeChange::Changed;
    }
    const bool areSizesKept = engineBefore != Engine::Sqlite && engineAfter != Engine::Sqlite;
    const bool haveSizes = !before.words.isEmpty() && !after.words.isEmpty();
    if (before.family == ValueFamily::Integer && areSizesKept)
        return byRange(integerBytes(before.base), integerBytes(after.base));
    if (before.family == ValueFamily::Number && haveSizes)
        return numberChange(before, after);
    if (before.family == ValueFamily::Text && haveSizes)
        return byRange(textLength(before), textLength(after));
    return TypeChange::Same;
}

bool isWholeToExact(const TypeParts& before, const TypeParts& after)
{
    return before.family == ValueFamily::Integer && after.base == QLatin1String("numeric") &&
           after.words.isEmpty();
}

bool isNumberToWhole(const TypeParts& before, const TypeParts& after)
{
    return before.family == ValueFamily::Number && after.family == ValueFamily::Integer;
}

} // namespace

TypeChange typeChange(Engine before, const QString& typeBefore, Engine after,
                      const QString& typeAfter)
{
    if (before == after && typeBefore == typeAfter)
        return TypeChange::Same;
    const TypeParts old = partsOfType(before, typeBefore);
    const TypeParts now = partsOfType(after, typeAfter);
    if (before != after)
        return betweenEngines(before, old, after, now);
    if (isWholeToExact(old, now))
        return TypeChange::Widened;
    if (isNumberToWhole(old, now))
        return TypeChange::Narrowed;
    if (old.family != now.family)
        return TypeChange::Changed;
    const TypeChange change = inFamily(old, now);
    if (change != TypeChange::Same)
        return change;
    // texts differ, ranges do not: another name, or another type of the same size
    const bool isNamedAlike = old.base == now.base && old.rest == now.rest;
    return isNamedAlike || old.family == ValueFamily::Integer ? TypeChange::Spelled
                                                              : TypeChange::Changed;
}

} // namespace cadastre
