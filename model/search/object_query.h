// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The query language of palette, tree filter and saved views as a value: text in, terms out, and
// back. Which objects terms let through lives in query_answer.h, the list of fields in
// query_fields.h.
//
//     query := term*                              every term must hold
//     term  := word[|word...]                     orders, "in full"; customers|orders is either
//            | -term | !term                      must not hold
//            | field:value[,value...]             one of the values must hold; | is a comma
//            | !field                             field:none, where a field may be absent
//     value := word | "in quotes" | none | any | >1000 | <=10 | 10..20
//
// Words are names in any spelling (created_at is createdDate); quoted ones are taken letter by
// letter. `*` and `?` in a value stand for any letters. In quotes `\"` is a quote, `\\` a
// backslash.
#pragma once

#include "model/search/query_fields.h"

#include <optional>
#include <vector>

namespace cadastre {

/// Both ends belong to it.
struct QueryRange
{
    double least = 0;
    double most = 0;

    bool operator==(const QueryRange&) const = default;
};

enum class QueryValueKind : std::uint8_t {
    Text,
    Quoted,
    None,  ///< "none": there is none
    Any,   ///< "any", "*": there is one
    Range, ///< of a field of numbers
};

struct QueryValue
{
    QueryValueKind kind = QueryValueKind::Text;
    QString text; ///< as typed, without quotes; of none and any the word
    QueryRange range;

    bool operator==(const QueryValue&) const = default;
};

struct QueryTerm
{
    QueryField field = QueryField::Word;
    bool negated = false;
    std::vector<QueryValue> values; ///< never empty; one must hold

    bool operator==(const QueryTerm&) const = default;
};

/// A part of the text that was left out: half typed, or of a field that there is not.
struct QueryProblem
{
    qsizetype start = 0; ///< characters of the text
    qsizetype length = 0;
    QString sentence;

    bool operator==(const QueryProblem&) const = default;
};

struct ObjectQuery
{
    std::vector<QueryTerm> terms;       ///< as they stand in the text
    std::vector<QueryProblem> problems; ///< in the order of the text

    /// Whether it lets everything through.
    [[nodiscard]] bool isEmpty() const { return terms.empty(); }
    bool operator==(const ObjectQuery&) const = default;
};

/// Never fails: what cannot be read is left out and is among the problems. Takes the first
/// maximumQueryLength characters.
ObjectQuery parseObjectQuery(QStringView text);
/// The text that parses to the same terms; empty for no term.
QString printObjectQuery(const ObjectQuery& query);
/// The words that must be found, between blanks: what a ranked search is asked. Of words that stand
/// for each other (a|b) all.
QString queryWords(const ObjectQuery& query);
/// In quotes where it would be read as something else.
QString printQueryValue(const QString& text);

inline constexpr qsizetype maximumQueryLength = 2000;

} // namespace cadastre
