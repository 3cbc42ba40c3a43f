// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Queries and their names; conditions are in join_conditions.cpp.
#include "model/relations/sql/join_collector.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int deepestQuery = 60;

TracedColumns renamedColumns(const TracedColumns& columns, const QStringList& names)
{
    if (names.isEmpty() || columns == nullptr)
        return columns;
    auto renamed = std::make_shared<std::vector<TracedColumn>>(*columns);
    const std::size_t count = std::min(renamed->size(), std::size_t(names.size()));
    for (std::size_t i = 0; i < count; ++i)
        (*renamed)[i].name = names[qsizetype(i)];
    return renamed;
}

/// The columns of a union: one of its columns is a base column when all branches say so.
TracedColumns commonColumns(const TracedColumns& first, const TracedColumns& second)
{
    if (first == nullptr || second == nullptr || first->size() != second->size())
        return first;
    auto common = std::make_shared<std::vector<TracedColumn>>(*first);
    for (std::size_t i = 0; i < common->size(); ++i) {
        if ((*common)[i].column != (*second)[i].column)
            (*common)[i].column.reset();
    }
    return common;
}

} // namespace

JoinCollector::JoinCollector(const Catalog& catalog, const CatalogNames& names, SqlContext context,
                             ColumnsOfTable columnsOf)
    : m_catalog(catalog)
    , m_names(names)
    , m_context(std::move(context))
    , m_columnsOf(std::move(columnsOf))
{
}

TracedColumns JoinCollector::collect(const SqlQuery& statement)
{
    SqlScope root;
    root.names = &m_names;
    bindOwnRow(root);
    return collectQuery(statement, &root);
}

void JoinCollector::bindOwnRow(SqlScope& scope)
{
    if (!m_context.ownRow)
        return;
    for (const char* name : {"new", "old"}) {
        BoundRange row;
        row.alias = QLatin1String(name);
        row.columns = m_columnsOf(*m_context.ownRow);
        row.onlyQualified = true;
        scope.ranges.push_back(std::move(row));
    }
}

TracedColumns JoinCollector::collectQuery(const SqlQuery& query, const SqlScope* outer)
{
    const QScopedValueRollback<int> rollback(m_depth, m_depth + 1);
    if (m_depth > deepestQuery)
        return nullptr;
    SqlScope scope;
    scope.names = &m_names;
    scope.outer = outer;
    bindCommonTables(query, scope);
    if (!query.branches.empty()) {
        TracedColumns columns = collectBranches(query, scope, nullptr);
        addExpressions(query.expressions, scope);
        return columns;
    }
    for (const SqlRange& range : query.ranges)
        bindRange(range, scope);
    for (const SqlExpression& condition : query.conditions)
        readLiterals(condition, scope);
    for (const SqlMerge& merge : query.merges)
        addMerge(merge, scope);
    for (const SqlExpression& condition : query.conditions)
        addCondition(condition, scope, {});
    addAssignments(query, scope);
    addExpressions(query.expressions, scope);
    return outputsOf(query, scope);
}

/// `own` is the common table that this query defines, in `scope`: its later branches read what the
/// first one gives.
TracedColumns JoinCollector::collectBranches(const SqlQuery& query, SqlScope& scope,
                                             const SqlCommonTable* own)
{
    TracedColumns columns;
    for (std::size_t i = 0; i < query.branches.size(); ++i) {
        const TracedColumns branch = collectQuery(query.branches[i], &scope);
        columns = i == 0 ? branch : commonColumns(columns, branch);
        if (i == 0 && own != nullptr)
            scope.commonTables.push_back({own->name, renamedColumns(branch, own->columns)});
    }
    return columns;
}

void JoinCollector::bindCommonTables(const SqlQuery& query, SqlScope& scope)
{
    for (const SqlCommonTable& table : query.commonTables) {
        if (table.query == nullptr) {
            scope.commonTables.push_back({table.name, nullptr});
            continue;
        }
        TracedColumns columns;
        const bool readsItself =
            query.recursive && !table.query->branches.empty() && table.query->commonTables.empty();
        if (readsItself) {
            SqlScope inner;
            inner.names = &m_names;
            inner.outer = &scope;
            columns = collectBranches(*table.query, inner, &table);
            addExpressions(table.query->expressions, inner);
        } else {
            columns = collectQuery(*table.query, &scope);
        }
        scope.commonTables.push_back({table.name, renamedColumns(columns, table.columns)});
    }
}

void JoinCollector::bindRange(const SqlRange& range, SqlScope& scope)
{
    BoundRange bound;
    bound.alias = range.alias;
    if (range.query != nullptr) {
        bound.columns = collectQuery(*range.query, &scope);
    } else if (!range.name.isEmpty()) {
        if (bound.alias.isEmpty()) {
            bound.alias = range.name.last();
            bound.schema = range.name.size() > 1 ? range.name[range.name.size() - 2] : QString();
        }
        const NamedColumns* common =
            range.name.size() == 1 ? resolveCommonTable(scope, range.name.first()) : nullptr;
        if (common != nullptr)
            bound.columns = common->columns;
        else if (const auto table = m_names.table(range.name, m_context.path))
            bound.columns = m_columnsOf(*table);
    }
    bound.columns = renamedColumns(bound.columns, range.columnAliases);
    scope.ranges.push_back(std::move(bound));
}

void JoinCollector::addMerge(const SqlMerge& merge, SqlScope& scope)
{
    const auto& ranges = scope.ranges;
    Conjunction found;
    for (int right = merge.right; right < merge.end; ++right) {
        if (ranges[right].columns == nullptr)
            continue;
        for (const TracedColumn& column : *ranges[right].columns) {
            const bool named = std::ranges::any_of(merge.columns, [&](const QString& name) {
                return m_names.areEqual(name, column.name);
            });
            if (!named && !merge.columns.isEmpty())
                continue;
            for (int left = merge.left; left < merge.right; ++left) {
                const TracedColumn* partner = columnOfRange(m_names, ranges[left], column.name);
                if (partner == nullptr)
                    continue;
                scope.mergedColumns << column.name;
                if (partner->column && column.column)
                    found.pairs.push_back(
                        {{&ranges[left], *partner->column}, {&ranges[right], *column.column}});
            }
        }
    }
    emitJoins(found, scope, {});
}

/// Values, not conditions: only the queries inside them state something.
void JoinCollector::addExpressions(const std::vector<SqlExpression>& expressions,
                                   const SqlScope& scope)
{
    if (!expressions.empty())
        addCondition(sqlExpression(SqlExpressionKind::Other, expressions), scope, {});
}

/// The base column whose values an expression gives; the queries inside it are read on the way.
std::optional<ColumnId> JoinCollector::valueOf(const SqlExpression& expression,
                                               const SqlScope& scope)
{
    if (expression.kind == SqlExpressionKind::Column) {
        const auto column = resolveSqlColumn(scope, expression.name);
        return column ? std::optional(column->column) : std::nullopt;
    }
    if (expression.kind == SqlExpressionKind::Query) {
        const TracedColumns given = collectQuery(*expression.query, &scope);
        return given != nullptr && given->size() == 1 ? given->front().column : std::nullopt;
    }
    addExpressions({expression}, scope);
    return std::nullopt;
}

TracedColumns JoinCollector::outputsOf(const SqlQuery& query, const SqlScope& scope)
{
    auto columns = std::make_shared<std::vector<TracedColumn>>();
    bool known = true;
    const auto addAll = [&](const BoundRange& range) {
        known = known && range.columns != nullptr;
        if (range.columns != nullptr)
            columns->insert(columns->end(), range.columns->begin(), range.columns->end());
    };
    for (const SqlOutput& output : query.outputs) {
        const SqlExpression& expression = output.expression;
        if (expression.kind == SqlExpressionKind::Star) {
            const BoundRange* range = resolveSqlRange(scope, expression.name);
            if (range != nullptr)
                addAll(*range);
            else if (expression.name.isEmpty())
                std::ranges::for_each(scope.ranges, addAll);
            else
                known = false;
            continue;
        }
        columns->push_back({output.name, valueOf(expression, scope)});
    }
    return known ? columns : nullptr;
}

} // namespace cadastre
