// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Conditions: equalities of one conjunction become one join per pair of ranges.
#include "model/relations/sql/join_collector.h"

#include <algorithm>
#include <tuple>

namespace cadastre {

namespace {

using ColumnPair = std::pair<ColumnId, ColumnId>;

bool isQueryEquality(const SqlExpression& term)
{
    return term.kind == SqlExpressionKind::Equals &&
           (term.parts.front().query != nullptr || term.parts.back().query != nullptr);
}

bool isIdentityPair(const ColumnPair& pair)
{
    return pair.first == pair.second;
}

/// Sorted, each once, the smaller table (of one table: the smaller columns) first.
void putInOrder(std::vector<ColumnPair>& columns, bool swapTables, bool isOneTable)
{
    std::vector<ColumnPair> swapped;
    for (const auto& [first, second] : columns)
        swapped.emplace_back(second, first);
    std::ranges::sort(columns);
    std::ranges::sort(swapped);
    if (swapTables || (isOneTable && swapped < columns))
        columns = std::move(swapped);
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
}

bool hasRepeats(const std::vector<ColumnPair>& columns)
{
    const auto repeats = [&columns](auto member) {
        return std::ranges::any_of(columns, [&](const ColumnPair& pair) {
            return std::ranges::count(columns, pair.*member, member) > 1;
        });
    };
    return repeats(&ColumnPair::first) || repeats(&ColumnPair::second);
}

} // namespace

void JoinCollector::addCondition(const SqlExpression& condition, const SqlScope& scope,
                                 const std::vector<BoundLiteral>& around)
{
    Conjunction found;
    addTerm(condition, scope, found);
    emitJoins(found, scope, around);
}

void JoinCollector::addTerm(const SqlExpression& term, const SqlScope& scope, Conjunction& found)
{
    switch (term.kind) {
    case SqlExpressionKind::Equals:
        return addEquality(term.parts.front(), term.parts.back(), scope, found);
    case SqlExpressionKind::OneOf:
        return addLiterals(term, scope, found);
    case SqlExpressionKind::Or:
        // each branch stands alone, with what holds for all of them beside it
        for (const SqlExpression& branch : term.parts)
            addCondition(branch, scope, found.literals);
        return;
    case SqlExpressionKind::Query:
        collectQuery(*term.query, &scope);
        return;
    case SqlExpressionKind::And:
        // literals first: branches of an OR between them want to know
        for (const bool isOr : {false, true}) {
            for (const SqlExpression& part : term.parts) {
                if ((part.kind == SqlExpressionKind::Or) == isOr)
                    addTerm(part, scope, found);
            }
        }
        return;
    default:
        for (const SqlExpression& part : term.parts) {
            // an equality inside a function or a negation states nothing; IN (query) still does
            Conjunction inside;
            addTerm(part, scope, inside);
            if (isQueryEquality(part))
                emitJoins(inside, scope, {});
        }
    }
}

void JoinCollector::addEquality(const SqlExpression& left, const SqlExpression& right,
                                const SqlScope& scope, Conjunction& found)
{
    using enum SqlExpressionKind;
    if (left.kind == Row && right.kind == Row && left.parts.size() == right.parts.size()) {
        for (std::size_t i = 0; i < left.parts.size(); ++i)
            addEquality(left.parts[i], right.parts[i], scope, found);
        return;
    }
    if (right.kind == Query)
        return addQueryEquality(left, right, scope, found);
    if (left.kind == Query)
        return addQueryEquality(right, left, scope, found);
    if (left.kind == Literal && right.kind == Column)
        return addEquality(right, left, scope, found);
    if (left.kind != Column) {
        addTerm(left, scope, found);
        return addTerm(right, scope, found);
    }
    const auto first = resolveSqlColumn(scope, left.name);
    if (right.kind == Literal && first)
        found.literals.push_back({*first, right.text});
    else if (right.kind != Column)
        return addTerm(right, scope, found);
    const auto second = right.kind == Column ? resolveSqlColumn(scope, right.name) : std::nullopt;
    if (first && second)
        found.pairs.push_back({*first, *second});
    else if (first && !right.text.isEmpty() && right.kind == Column)
        found.literals.push_back({*first, right.text});
}

/// `a IN (SELECT b ..)`, `(a, b) IN (SELECT c, d ..)`, `a = (SELECT b ..)`.
void JoinCollector::addQueryEquality(const SqlExpression& left, const SqlExpression& query,
                                     const SqlScope& scope, Conjunction& found)
{
    BoundRange result;
    result.columns = collectQuery(*query.query, &scope);
    const std::vector<SqlExpression> single{left};
    const auto& parts = left.kind == SqlExpressionKind::Row ? left.parts : single;
    if (result.columns == nullptr || result.columns->size() != parts.size())
        return;
    const BoundRange& kept = m_results.emplace_back(std::move(result));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::optional<ColumnId> other = (*kept.columns)[i].column;
        if (parts[i].kind != SqlExpressionKind::Column || !other)
            continue;
        if (const auto column = resolveSqlColumn(scope, parts[i].name))
            found.pairs.push_back({*column, {&kept, *other}});
    }
}

void JoinCollector::addLiterals(const SqlExpression& oneOf, const SqlScope& scope,
                                Conjunction& found)
{
    const SqlExpression& first = oneOf.parts.front();
    if (first.kind != SqlExpressionKind::Column)
        return addTerm(first, scope, found);
    const auto column = resolveSqlColumn(scope, first.name);
    for (std::size_t i = 1; column && i < oneOf.parts.size(); ++i) {
        if (oneOf.parts[i].kind == SqlExpressionKind::Literal)
            found.literals.push_back({*column, oneOf.parts[i].text});
    }
}

void JoinCollector::readLiterals(const SqlExpression& condition, SqlScope& scope)
{
    using enum SqlExpressionKind;
    if (condition.kind == And) {
        for (const SqlExpression& part : condition.parts)
            readLiterals(part, scope);
        return;
    }
    Conjunction found;
    if (condition.kind == OneOf)
        addLiterals(condition, scope, found);
    const auto isSimple = [](const SqlExpression& part) {
        return part.kind == Column || part.kind == Literal;
    };
    if (condition.kind == Equals && std::ranges::all_of(condition.parts, isSimple))
        addEquality(condition.parts.front(), condition.parts.back(), scope, found);
    scope.literals.insert(scope.literals.end(), found.literals.begin(), found.literals.end());
}

void JoinCollector::emitJoins(const Conjunction& found, const SqlScope& scope,
                              const std::vector<BoundLiteral>& around)
{
    if (found.pairs.empty())
        return;
    std::vector<BoundLiteral> literals = found.literals;
    literals.insert(literals.end(), around.begin(), around.end());
    for (const SqlScope* at = &scope; at != nullptr; at = at->outer)
        literals.insert(literals.end(), at->literals.begin(), at->literals.end());

    for (const std::vector<Pair>& group : groupsOf(found.pairs))
        emitJoin(group, literals);
}

/// Pairs of the same two ranges and tables, all the same way round.
std::vector<std::vector<JoinCollector::Pair>>
JoinCollector::groupsOf(const std::vector<Pair>& pairs) const
{
    const auto ends = [this](const Pair& pair) {
        return std::tuple(pair.left.range, pair.right.range,
                          m_catalog.column(pair.left.column).table,
                          m_catalog.column(pair.right.column).table);
    };
    std::vector<std::vector<Pair>> groups;
    for (const Pair& pair : pairs) {
        if (pair.left.range == pair.right.range)
            continue;
        const Pair swapped{pair.right, pair.left};
        const auto group = std::ranges::find_if(groups, [&](const std::vector<Pair>& others) {
            return ends(others.front()) == ends(pair) || ends(others.front()) == ends(swapped);
        });
        if (group == groups.end())
            groups.push_back({pair});
        else
            group->push_back(ends(group->front()) == ends(pair) ? pair : swapped);
    }
    return groups;
}

/// A column that repeats at one end cannot be part of one key with its neighbours: such pairs
/// stand alone.
void JoinCollector::emitJoin(const std::vector<Pair>& pairs,
                             const std::vector<BoundLiteral>& literals)
{
    std::vector<ColumnPair> columns;
    for (const Pair& pair : pairs)
        columns.emplace_back(pair.left.column, pair.right.column);
    const TableId left = m_catalog.column(columns.front().first).table;
    const TableId right = m_catalog.column(columns.front().second).table;
    putInOrder(columns, left > right, left == right);
    if (std::ranges::all_of(columns, isIdentityPair))
        return;

    const auto beside = literalsBeside(pairs.front(), literals);
    if (hasRepeats(columns)) {
        for (const ColumnPair& pair : columns) {
            if (!isIdentityPair(pair))
                m_joins.push_back({{pair.first}, {pair.second}, {}, {}, beside});
        }
        return;
    }
    SqlJoin join;
    join.literals = beside;
    for (const ColumnPair& pair : columns) {
        join.left.push_back(pair.first);
        join.right.push_back(pair.second);
    }
    m_joins.push_back(std::move(join));
}

std::vector<SqlJoin::Literal>
JoinCollector::literalsBeside(const Pair& pair, const std::vector<BoundLiteral>& literals)
{
    std::vector<SqlJoin::Literal> beside;
    for (const BoundLiteral& literal : literals) {
        if (literal.column.range == pair.left.range || literal.column.range == pair.right.range)
            beside.push_back({literal.column.column, literal.value});
    }
    std::ranges::sort(beside, [](const SqlJoin::Literal& a, const SqlJoin::Literal& b) {
        return std::tie(a.column, a.value) < std::tie(b.column, b.value);
    });
    beside.erase(std::unique(beside.begin(), beside.end()), beside.end());
    return beside;
}

} // namespace cadastre
