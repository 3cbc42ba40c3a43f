// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The fields of the query language: their names, what they ask, and what help and completion say
// of them. The language itself is read in object_query.h.
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <span>

namespace cadastre {

enum class QueryField : std::uint8_t {
    Word, ///< a word of names or comments, without a field
    Name,
    Table,
    Column,
    Comment,
    Note,
    Convention,
    Called,
    Staged,
    Type,
    Nullable,
    ForeignKey,
    References,
    PrimaryKey,
    Index,
    Rows,
    Size,
    Columns,
    Kind,
    Schema,
    Source,
    Owner,
    Boundary,
};

/// How the values of a field are typed.
enum class QueryFieldValues : std::uint8_t {
    Text,   ///< words
    Choice, ///< one of a list
    Number, ///< a number or a range of numbers
    YesNo,
};

struct QueryFieldInfo
{
    QueryField field = QueryField::Word;
    QLatin1String name;
    QLatin1String otherName; ///< that is also understood; may be empty
    QueryFieldValues values = QueryFieldValues::Text;
    bool mayBeAbsent = false; ///< `none`, `any` and `!field` make sense
    QLatin1String choices;    ///< between blanks, for completion; may be empty
    const char* example;
    const char* meaning; ///< one sentence without a full stop, for help
};

/// In the order in which people are offered them.
std::span<const QueryFieldInfo> queryFields();
/// Letter case aside; null for an unknown name.
const QueryFieldInfo* queryField(QStringView name);
const QueryFieldInfo& queryField(QueryField field);
/// The name of a field that is spelled nearly like this; empty for none.
QString nearestQueryField(QStringView name);

} // namespace cadastre
