// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Type texts of PostgreSQL, MariaDB and SQLite by their first words; see the header.
#include "model/relations/structure/value_kinds.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

template <std::size_t N>
bool typeMentions(const QString& type, const std::array<const char*, N>& parts)
{
    return std::any_of(parts.begin(), parts.end(), [&](const char* part) {
        return type.contains(QLatin1String(part), Qt::CaseInsensitive);
    });
}

ValueKind kindOfText(const QString& type)
{
    static constexpr std::array others{"bool", "date",  "time",  "interval", "json",  "xml",
                                       "[]",   "point", "geo",   "bit",      "float", "double",
                                       "real", "money", "range", "inet",     "cidr",  "vector"};
    static constexpr std::array texts{"char", "text", "clob", "string", "citext", "name"};
    static constexpr std::array numbers{"int", "serial", "numeric", "decimal", "number", "oid"};
    static constexpr std::array bytes{"bytea", "binary", "blob", "raw"};
    if (type.startsWith(QLatin1String("enum("), Qt::CaseInsensitive))
        return ValueKind::Enumeration;
    if (type.startsWith(QLatin1String("uuid"), Qt::CaseInsensitive) ||
        type.startsWith(QLatin1String("uniqueidentifier"), Qt::CaseInsensitive))
        return ValueKind::Uuid;
    if (typeMentions(type, others) || type.compare(QLatin1String("tinyint(1)")) == 0)
        return ValueKind::Other;
    if (typeMentions(type, texts))
        return ValueKind::Text;
    if (typeMentions(type, numbers))
        return ValueKind::Number;
    if (typeMentions(type, bytes))
        return ValueKind::Binary;
    // SQLite allows a column without a type
    return type.isEmpty() ? ValueKind::Text : ValueKind::Other;
}

} // namespace

ValueKind valueKind(const Catalog& catalog, ColumnId id)
{
    const Column& column = catalog.column(id);
    if (!column.userType)
        return kindOfText(column.type);
    const UserType& type = catalog.type(*column.userType);
    if (type.kind == TypeKind::Enum)
        return column.type.endsWith(QLatin1String("[]")) ? ValueKind::Other
                                                         : ValueKind::Enumeration;
    return type.kind == TypeKind::Domain ? kindOfText(type.baseType) : ValueKind::Other;
}

bool canHoldIds(const Catalog& catalog, ColumnId column)
{
    constexpr int longestId = 255;
    const ValueKind kind = valueKind(catalog, column);
    if (kind == ValueKind::Text)
        return declaredLength(catalog.column(column).type).value_or(0) <= longestId;
    return kind == ValueKind::Number || kind == ValueKind::Uuid || kind == ValueKind::Binary;
}

std::optional<int> declaredLength(const QString& type)
{
    const qsizetype open = type.indexOf(QLatin1Char('('));
    const qsizetype close = type.indexOf(QLatin1Char(')'), open);
    if (open < 0 || close < 0)
        return std::nullopt;
    bool isNumber = false;
    const int length = type.mid(open + 1, close - open - 1).toInt(&isNumber);
    return isNumber ? std::optional(length) : std::nullopt;
}

} // namespace cadastre
