// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reading type texts; see the header.
#include "model/relations/profile/column_type.h"

#include <array>

namespace cadastre {

namespace {

struct TypeWord
{
    const char* begin; ///< of the lower-case type text
    ValueFamily family;
    int width;
};

constexpr std::array typeWords{
    TypeWord{"tinyint(1)", ValueFamily::Boolean, 1},
    TypeWord{"bigint", ValueFamily::Integer, 8},
    TypeWord{"bigserial", ValueFamily::Integer, 8},
    TypeWord{"int8", ValueFamily::Integer, 8},
    TypeWord{"smallint", ValueFamily::Integer, 2},
    TypeWord{"int2", ValueFamily::Integer, 2},
    TypeWord{"tinyint", ValueFamily::Integer, 1},
    TypeWord{"mediumint", ValueFamily::Integer, 3},
    TypeWord{"interval", ValueFamily::Time, 0},
    TypeWord{"int", ValueFamily::Integer, 4},
    TypeWord{"serial", ValueFamily::Integer, 4},
    TypeWord{"oid", ValueFamily::Integer, 4},
    TypeWord{"numeric", ValueFamily::Decimal, 0},
    TypeWord{"decimal", ValueFamily::Decimal, 0},
    TypeWord{"number", ValueFamily::Decimal, 0},
    TypeWord{"uuid", ValueFamily::Uuid, 16},
    TypeWord{"uniqueidentifier", ValueFamily::Uuid, 16},
    TypeWord{"character", ValueFamily::Text, 0},
    TypeWord{"varchar", ValueFamily::Text, 0},
    TypeWord{"nvarchar", ValueFamily::Text, 0},
    TypeWord{"nchar", ValueFamily::Text, 0},
    TypeWord{"char", ValueFamily::Text, 0},
    TypeWord{"bpchar", ValueFamily::Text, 0},
    TypeWord{"text", ValueFamily::Text, 0},
    TypeWord{"citext", ValueFamily::Text, 0},
    TypeWord{"name", ValueFamily::Text, 0},
    TypeWord{"clob", ValueFamily::Text, 0},
    TypeWord{"boolean", ValueFamily::Boolean, 1},
    TypeWord{"bool", ValueFamily::Boolean, 1},
    TypeWord{"bit", ValueFamily::Boolean, 1},
    TypeWord{"timestamp", ValueFamily::Time, 0},
    TypeWord{"datetime", ValueFamily::Time, 0},
    TypeWord{"date", ValueFamily::Time, 0},
    TypeWord{"time", ValueFamily::Time, 0},
    TypeWord{"year", ValueFamily::Time, 0},
    TypeWord{"double", ValueFamily::Float, 8},
    TypeWord{"float", ValueFamily::Float, 4},
    TypeWord{"real", ValueFamily::Float, 4},
    TypeWord{"money", ValueFamily::Float, 8},
    TypeWord{"binary", ValueFamily::Binary, 0},
    TypeWord{"varbinary", ValueFamily::Binary, 0},
    TypeWord{"bytea", ValueFamily::Binary, 0},
    TypeWord{"blob", ValueFamily::Document, 0},
    TypeWord{"tinyblob", ValueFamily::Document, 0},
    TypeWord{"mediumblob", ValueFamily::Document, 0},
    TypeWord{"longblob", ValueFamily::Document, 0},
    TypeWord{"tinytext", ValueFamily::Text, 0},
    TypeWord{"mediumtext", ValueFamily::Document, 0},
    TypeWord{"longtext", ValueFamily::Document, 0},
    TypeWord{"json", ValueFamily::Document, 0},
    TypeWord{"xml", ValueFamily::Document, 0},
    TypeWord{"hstore", ValueFamily::Document, 0},
    TypeWord{"geometry", ValueFamily::Document, 0},
    TypeWord{"geography", ValueFamily::Document, 0},
    TypeWord{"point", ValueFamily::Document, 0},
    TypeWord{"tsvector", ValueFamily::Document, 0},
    TypeWord{"inet", ValueFamily::Document, 0},
    TypeWord{"cidr", ValueFamily::Document, 0},
};

int widthInParentheses(const QString& type)
{
    const qsizetype open = type.indexOf(QLatin1Char('('));
    const qsizetype close = type.indexOf(QLatin1Char(')'), open + 1);
    if (open < 0 || close < 0)
        return 0;
    return QStringView(type).sliced(open + 1, close - open - 1).toInt();
}

} // namespace

ColumnType columnTypeOf(const QString& typeText)
{
    const QString type = typeText.toLower();
    if (type.endsWith(QLatin1String("[]")))
        return {ValueFamily::Document, 0};
    for (const TypeWord& word : typeWords) {
        if (!type.startsWith(QLatin1String(word.begin)))
            continue;
        const bool hasLength =
            word.family == ValueFamily::Text || word.family == ValueFamily::Binary;
        const int width = hasLength ? widthInParentheses(type) : word.width;
        return {word.family, width};
    }
    return {};
}

} // namespace cadastre
