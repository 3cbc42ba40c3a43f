// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The table of words, and the word of each kind of object; see the header.
// Source: PostgreSQL 15, "COMMENT"; EVENT is MariaDB's and MySQL's.
#include "model/notes/comment_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cadastre {

namespace {

using Form = CommentNameForm;

constexpr CommentWord entry(const char* word, Form form, const char* group)
{
    return {QLatin1String(word), form, QLatin1String(group)};
}

constexpr std::array commentWordTable{
    entry("TABLE", Form::Qualified, "table"),
    entry("VIEW", Form::Qualified, "table"),
    entry("MATERIALIZED VIEW", Form::Qualified, "table"),
    entry("FOREIGN TABLE", Form::Qualified, "table"),
    entry("COLUMN", Form::Column, "column"),
    entry("CONSTRAINT", Form::OnTable, "constraint"),
    entry("DOMAIN CONSTRAINT", Form::OnDomain, "domain constraint"),
    entry("INDEX", Form::Index, "index"),
    entry("TRIGGER", Form::OnTable, "trigger"),
    entry("POLICY", Form::OnTable, "policy"),
    entry("RULE", Form::OnTable, "rule"),
    entry("FUNCTION", Form::Routine, "function"),
    entry("PROCEDURE", Form::Routine, "procedure"),
    entry("AGGREGATE", Form::Routine, "function"),
    entry("ROUTINE", Form::Routine, "routine"),
    entry("TYPE", Form::Qualified, "type"),
    entry("DOMAIN", Form::Qualified, "type"),
    entry("SEQUENCE", Form::Qualified, "sequence"),
    entry("DATABASE", Form::Plain, "database"),
    entry("SCHEMA", Form::Plain, "schema"),
    entry("ROLE", Form::Plain, "role"),
    entry("EXTENSION", Form::Plain, "extension"),
    entry("SERVER", Form::Plain, "server"),
    entry("FOREIGN DATA WRAPPER", Form::Plain, "foreign-data wrapper"),
    entry("PUBLICATION", Form::Plain, "publication"),
    entry("SUBSCRIPTION", Form::Plain, "subscription"),
    entry("EVENT TRIGGER", Form::Plain, "event trigger"),
    entry("EVENT", Form::Qualified, "event"),
    entry("COLLATION", Form::Qualified, "collation"),
    entry("CONVERSION", Form::Qualified, "conversion"),
    entry("STATISTICS", Form::Qualified, "statistics object"),
    entry("LANGUAGE", Form::Plain, "language"),
    entry("ACCESS METHOD", Form::Plain, "access method"),
    entry("TEXT SEARCH CONFIGURATION", Form::Qualified, "text search configuration"),
    entry("TEXT SEARCH DICTIONARY", Form::Qualified, "text search dictionary"),
    entry("TEXT SEARCH PARSER", Form::Qualified, "text search parser"),
    entry("TEXT SEARCH TEMPLATE", Form::Qualified, "text search template"),
};

QLatin1String wordOfTable(TableKind kind)
{
    switch (kind) {
    case TableKind::View:
        return QLatin1String("VIEW");
    case TableKind::MaterializedView:
        return QLatin1String("MATERIALIZED VIEW");
    case TableKind::ForeignTable:
        return QLatin1String("FOREIGN TABLE");
    default:
        return QLatin1String("TABLE");
    }
}

QLatin1String wordOfRoutine(RoutineKind kind)
{
    switch (kind) {
    case RoutineKind::Procedure:
        return QLatin1String("PROCEDURE");
    case RoutineKind::Aggregate:
        return QLatin1String("AGGREGATE");
    case RoutineKind::Function:
    case RoutineKind::Window:
        return QLatin1String("FUNCTION");
    case RoutineKind::Unknown:
        return QLatin1String("ROUTINE");
    }
    Q_UNREACHABLE();
}

QLatin1String wordOfOther(const OtherObject& object)
{
    switch (object.kind) {
    case CatalogKind::Sequences:
        return QLatin1String("SEQUENCE");
    case CatalogKind::Policies:
        return QLatin1String("POLICY");
    case CatalogKind::Rules:
        return QLatin1String("RULE");
    case CatalogKind::EventTriggers:
        return QLatin1String("EVENT TRIGGER");
    case CatalogKind::Events:
        return QLatin1String("EVENT");
    case CatalogKind::Publications:
        return QLatin1String("PUBLICATION");
    case CatalogKind::Subscriptions:
        return QLatin1String("SUBSCRIPTION");
    case CatalogKind::Extensions:
        return QLatin1String("EXTENSION");
    case CatalogKind::ForeignServers:
        return QLatin1String("SERVER");
    case CatalogKind::Collations:
        return QLatin1String("COLLATION");
    default:
        break;
    }
    if (object.kind != CatalogKind::Unknown)
        return {};
    // the server's own word for it, as pg_identify_object() says it
    const auto* const found = std::ranges::find_if(
        commentWordTable, [&](const CommentWord& word) { return word.group == object.kindName; });
    return found == commentWordTable.end() ? QLatin1String() : found->word;
}

} // namespace

std::span<const CommentWord> commentWords()
{
    return commentWordTable;
}

const CommentWord* commentWord(QStringView word)
{
    const auto* const found = std::ranges::find_if(
        commentWordTable, [&](const CommentWord& entry) { return entry.word == word; });
    return found == commentWordTable.end() ? nullptr : found;
}

QString commentWordOf(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Source:
        return QStringLiteral("DATABASE");
    case ObjectKind::Schema:
        return QStringLiteral("SCHEMA");
    case ObjectKind::Table:
        return wordOfTable(catalog.table({object.index}).kind);
    case ObjectKind::Column:
        return QStringLiteral("COLUMN");
    case ObjectKind::Constraint:
        return QStringLiteral("CONSTRAINT");
    case ObjectKind::Index:
        return QStringLiteral("INDEX");
    case ObjectKind::Trigger:
        return QStringLiteral("TRIGGER");
    case ObjectKind::Routine:
        return wordOfRoutine(catalog.routine({object.index}).kind);
    case ObjectKind::Type:
        return catalog.type({object.index}).kind == TypeKind::Domain ? QStringLiteral("DOMAIN")
                                                                     : QStringLiteral("TYPE");
    case ObjectKind::Role:
        return QStringLiteral("ROLE");
    case ObjectKind::Other:
        return wordOfOther(catalog.other({object.index}));
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
