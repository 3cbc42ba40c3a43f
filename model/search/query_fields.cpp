// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/query_fields.h"

#include "model/notes/checks/near_names.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

using Values = QueryFieldValues;

QLatin1String latin(const char* text)
{
    return QLatin1String(text);
}

/// Behind the fields that people are offered, "word" itself has no name.
const std::array<QueryFieldInfo, 23>& fieldTable()
{
    static const std::array<QueryFieldInfo, 23> table{{
        {QueryField::Comment, latin("comment"), latin("comments"), Values::Text, true,
         latin("none any"), "comment:none", "what the comment says, or that there is none"},
        {QueryField::Type, latin("type"), latin("datatype"), Values::Text, false,
         latin("number text date bool json uuid binary enum array"), "type:json",
         "columns of this type, or of a kind of types"},
        {QueryField::Owner, latin("owner"), latin("team"), Values::Text, true, latin("none any"),
         "owner:billing", "the role, boundary or team that owns it"},
        {QueryField::ForeignKey, latin("fk"), latin("relationship"), Values::Choice, true,
         latin("declared inferred confirmed added rejected none any"), "fk:inferred",
         "points elsewhere: by a foreign key, or as was found out"},
        {QueryField::References, latin("refs"), latin("references"), Values::Number, true,
         latin("none any >10"), "refs:>10", "how many relationships point at it"},
        {QueryField::Schema,
         latin("in"),
         latin("schema"),
         Values::Text,
         false,
         {},
         "in:public",
         "stands in this schema"},
        {QueryField::Kind, latin("kind"), latin("is"), Values::Choice, false,
         latin("table view matview column partition foreign virtual index constraint trigger "
               "function procedure type role sequence schema"),
         "kind:view", "what it is"},
        {QueryField::Boundary, latin("boundary"), latin("service"), Values::Text, true,
         latin("none any"), "boundary:billing", "belongs to this boundary"},
        {QueryField::Table,
         latin("table"),
         {},
         Values::Text,
         false,
         {},
         "table:order*",
         "the name of the table"},
        {QueryField::Column,
         latin("column"),
         latin("col"),
         Values::Text,
         false,
         {},
         "column:email",
         "has a column of this name"},
        {QueryField::Name,
         latin("name"),
         {},
         Values::Text,
         false,
         {},
         "name:tmp*",
         "its own name, not its comment"},
        {QueryField::Rows,
         latin("rows"),
         {},
         Values::Number,
         false,
         latin(">1000 >1M 0"),
         "rows:>1000",
         "rows of the table, as its database estimates them"},
        {QueryField::Size,
         latin("size"),
         {},
         Values::Number,
         false,
         latin(">1MB >1GB"),
         "size:>1GB",
         "what the table takes on disk"},
        {QueryField::Columns,
         latin("columns"),
         {},
         Values::Number,
         false,
         latin(">50 1..5"),
         "columns:>50",
         "how many columns the table has"},
        {QueryField::Index, latin("index"), latin("indexed"), Values::Choice, true,
         latin("none any unique"), "index:none", "an index of this name, or that there is none"},
        {QueryField::PrimaryKey, latin("pk"), latin("key"), Values::YesNo, true, latin("none any"),
         "pk:none", "has a primary key; of columns: is part of it"},
        {QueryField::Nullable, latin("nullable"), latin("null"), Values::YesNo, false,
         latin("yes no"), "nullable:yes", "columns that may be empty"},
        {QueryField::Note, latin("note"), latin("tag"), Values::Text, true, latin("none any"),
         "note:pii", "a note of the comment, also with its value: note:convention=legacy"},
        {QueryField::Convention,
         latin("convention"),
         {},
         Values::Text,
         true,
         latin("none any"),
         "convention:legacy",
         "which naming convention its note names"},
        {QueryField::Called,
         latin("called"),
         {},
         Values::Text,
         true,
         latin("none any"),
         "called:orders",
         "what its @called note says it should be called"},
        {QueryField::Staged,
         latin("staged"),
         {},
         Values::YesNo,
         true,
         latin("yes no"),
         "staged:yes",
         "an edit of its comment waits to be written"},
        {QueryField::Source,
         latin("source"),
         latin("database"),
         Values::Text,
         false,
         {},
         "source:shop",
         "is in this database, where several are open"},
        {QueryField::Word,
         {},
         {},
         Values::Text,
         false,
         {},
         "orders",
         "letters of names and comments"},
    }};
    return table;
}

} // namespace

std::span<const QueryFieldInfo> queryFields()
{
    return std::span(fieldTable()).first(fieldTable().size() - 1);
}

const QueryFieldInfo* queryField(QStringView name)
{
    const auto fields = queryFields();
    const auto found = std::ranges::find_if(fields, [&](const QueryFieldInfo& field) {
        return name.compare(field.name, Qt::CaseInsensitive) == 0 ||
               (!field.otherName.isEmpty() &&
                name.compare(field.otherName, Qt::CaseInsensitive) == 0);
    });
    return found == fields.end() ? nullptr : &*found;
}

const QueryFieldInfo& queryField(QueryField field)
{
    return *std::ranges::find(fieldTable(), field, &QueryFieldInfo::field);
}

QString nearestQueryField(QStringView name)
{
    constexpr int farthest = 2;
    QString nearest;
    int least = farthest + 1;
    for (const QueryFieldInfo& field : queryFields()) {
        for (const QLatin1String spelling : {field.name, field.otherName}) {
            const QString text(spelling);
            const int distance = editDistance(name.toString().toLower(), text, farthest);
            if (!text.isEmpty() && distance < least && distance < text.size() / 2 + 1) {
                least = distance;
                nearest = field.name;
            }
        }
    }
    return nearest;
}

} // namespace cadastre
