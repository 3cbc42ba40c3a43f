// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Queries, their ranges and expressions; names are in uses_columns.cpp, what statements write is in
// uses_writes.cpp.
#include "model/boundaries/uses/uses_collector.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int deepestUseQuery = 60;

} // namespace

UseCollector::UseCollector(const Catalog& catalog, const UseNames& names, UseFacts& facts,
                           std::optional<TableId> ownTable)
    : m_catalog(catalog)
    , m_names(names)
    , m_facts(facts)
    , m_ownTable(ownTable)
{
}

void UseCollector::collect(const SqlQuery& statement)
{
    Scope root;
    if (m_ownTable) {
        Range own;
        own.alias = m_catalog.table(*m_ownTable).name;
        bindTable(*m_ownTable, own);
        root.ranges.push_back(std::move(own));
    }
    collectQuery(statement, &root);
}

/// Returns the columns that a query gives.
UseCollector::Named UseCollector::collectQuery(const SqlQuery& query, const Scope* outer)
{
    const QScopedValueRollback<int> rollback(m_depth, m_depth + 1);
    Named given;
    if (m_depth > deepestUseQuery)
        return given;
    Scope scope;
    scope.outer = outer;
    bindCommonTables(query, scope);
    for (std::size_t i = 0; i < query.branches.size(); ++i) {
        Named branch = collectQuery(query.branches[i], &scope);
        if (i == 0)
            given = std::move(branch);
    }
    for (const SqlRange& range : query.ranges)
        bindRange(range, scope);
    addWrites(query, scope);
    for (const Range& range : scope.ranges) {
        if (range.table && !range.written)
            fact(*range.table, UseKind::Reads);
    }
    for (const SqlMerge& merge : query.merges)
        addMerge(merge, scope);
    walkAll(query.conditions, scope);
    for (const SqlAssignment& assignment : query.assignments)
        walk(assignment.value, scope);
    addInserted(query, scope);
    if (query.branches.empty())
        addOutputs(query, scope, given);
    scope.aliases = given.columns;
    walkAll(query.expressions, scope);
    return given;
}

void UseCollector::bindCommonTables(const SqlQuery& query, Scope& scope)
{
    for (const SqlCommonTable& table : query.commonTables) {
        Named common{table.name, table.columns, !table.columns.isEmpty()};
        if (query.recursive) // it may read itself
            scope.commonTables.push_back({common.name, {}, false});
        if (table.query != nullptr) {
            Named given = collectQuery(*table.query, &scope);
            for (qsizetype i = table.columns.size(); i < given.columns.size(); ++i)
                common.columns << given.columns[i];
            common.known = given.known;
        }
        if (query.recursive)
            scope.commonTables.pop_back();
        scope.commonTables.push_back(std::move(common));
    }
}

void UseCollector::bindTable(TableId table, Range& bound) const
{
    bound.table = table;
    for (const Column& column : m_catalog.columnsOf(table))
        bound.columns << column.name;
    bound.known = !bound.columns.isEmpty();
}

void UseCollector::bindRange(const SqlRange& range, Scope& scope)
{
    Range bound;
    bound.alias = range.alias;
    if (range.query != nullptr) {
        Named given = collectQuery(*range.query, &scope);
        bound.columns = given.columns;
        bound.known = given.known;
    } else if (!range.name.isEmpty()) {
        if (bound.alias.isEmpty()) {
            bound.alias = range.name.last();
            bound.schema = range.name.size() > 1 ? range.name[range.name.size() - 2] : QString();
        }
        const Named* common =
            range.name.size() == 1 ? commonTable(scope, range.name.first()) : nullptr;
        if (common != nullptr) {
            bound.columns = common->columns;
            bound.known = common->known;
        } else if (const auto table = m_names.table(m_catalog, range.name)) {
            bindTable(*table, bound);
        }
    }
    const qsizetype renamed = std::min(range.columnAliases.size(), bound.columns.size());
    for (qsizetype i = 0; i < renamed; ++i)
        bound.columns[i] = range.columnAliases[i];
    scope.ranges.push_back(std::move(bound));
}

void UseCollector::addMerge(const SqlMerge& merge, Scope& scope)
{
    const auto read = [&](int begin, int end, const QString& name) {
        bool found = false;
        for (int i = begin; i < end; ++i) {
            const qsizetype at = positionOf(scope.ranges[std::size_t(i)], name);
            if (at < 0)
                continue;
            found = true;
            readColumn(scope.ranges[std::size_t(i)], at);
        }
        return found;
    };
    QStringList names = merge.columns;
    if (names.isEmpty()) { // NATURAL
        QStringList left;
        for (int i = merge.left; i < merge.right; ++i)
            left << scope.ranges[std::size_t(i)].columns;
        for (int i = merge.right; i < merge.end; ++i) {
            for (const QString& column : scope.ranges[std::size_t(i)].columns) {
                const auto isEqual = [&](const QString& other) {
                    return m_names.areEqual(other, column);
                };
                if (std::ranges::any_of(left, isEqual))
                    names << column;
            }
        }
    }
    for (const QString& name : names) {
        read(merge.left, merge.right, name);
        read(merge.right, merge.end, name);
    }
    scope.merged << names;
}

void UseCollector::addOutputs(const SqlQuery& query, const Scope& scope, Named& given)
{
    given.known = true;
    for (const SqlOutput& output : query.outputs) {
        if (output.expression.kind == SqlExpressionKind::Star) {
            addStar(output.expression, scope, &given);
            continue;
        }
        walk(output.expression, scope);
        given.columns << output.name;
    }
}

void UseCollector::walkAll(const std::vector<SqlExpression>& expressions, const Scope& scope)
{
    for (const SqlExpression& expression : expressions)
        walk(expression, scope);
}

void UseCollector::walk(const SqlExpression& expression, const Scope& scope)
{
    if (expression.kind == SqlExpressionKind::Column)
        addColumn(expression.name, scope);
    else if (expression.kind == SqlExpressionKind::Star)
        addStar(expression, scope, nullptr);
    if (expression.query != nullptr) {
        const bool asksForRows = expression.exists && expression.query->branches.empty();
        SqlQuery rows;
        if (asksForRows) {
            rows = *expression.query;
            rows.outputs.clear();
        }
        collectQuery(asksForRows ? rows : *expression.query, &scope);
    }
    if (!expression.call.isEmpty())
        addCall(expression);
    walkAll(expression.parts, scope);
}

} // namespace cadastre
