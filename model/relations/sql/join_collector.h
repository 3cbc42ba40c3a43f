// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Walks a statement with its names resolved and collects the equalities between columns of two
// tables that its conditions state, with the literals beside them. Parsers and texts live
// elsewhere.
#pragma once

#include "model/relations/sql/sql_joins.h"
#include "model/relations/sql/sql_scope.h"

#include <functional>

namespace cadastre {

/// How a statement is to be read.
struct SqlContext
{
    QStringList path;              ///< schemas for names without one, before the default schema
    std::optional<TableId> ownRow; ///< what NEW and OLD are rows of, in a trigger
};

class JoinCollector
{
public:
    /// The columns of a table or view, traced; called for every table that is read.
    using ColumnsOfTable = std::function<TracedColumns(TableId)>;

    JoinCollector(const Catalog& catalog, const CatalogNames& names, SqlContext context,
                  ColumnsOfTable columnsOf);

    /// Collects the joins of a statement. Returns the columns that it gives, null when unknown.
    TracedColumns collect(const SqlQuery& statement);

    /// What was found so far, place and name left empty; each list of columns sorted.
    std::vector<SqlJoin> takeJoins() { return std::move(m_joins); }

private:
    struct Pair
    {
        BoundColumn left;
        BoundColumn right;
    };
    /// What one conjunction says.
    struct Conjunction
    {
        std::vector<Pair> pairs;
        std::vector<BoundLiteral> literals;
    };

    TracedColumns collectQuery(const SqlQuery& query, const SqlScope* outer);
    TracedColumns collectBranches(const SqlQuery& query, SqlScope& scope,
                                  const SqlCommonTable* own);
    void bindCommonTables(const SqlQuery& query, SqlScope& scope);
    void bindRange(const SqlRange& range, SqlScope& scope);
    void bindOwnRow(SqlScope& scope);
    void addMerge(const SqlMerge& merge, SqlScope& scope);
    void addAssignments(const SqlQuery& query, const SqlScope& scope);
    void addAssignment(const TracedColumn* written, std::optional<ColumnId> value);
    void addExpressions(const std::vector<SqlExpression>& expressions, const SqlScope& scope);
    std::optional<ColumnId> valueOf(const SqlExpression& expression, const SqlScope& scope);
    TracedColumns outputsOf(const SqlQuery& query, const SqlScope& scope);

    void addCondition(const SqlExpression& condition, const SqlScope& scope,
                      const std::vector<BoundLiteral>& around);
    void addTerm(const SqlExpression& term, const SqlScope& scope, Conjunction& found);
    void addEquality(const SqlExpression& left, const SqlExpression& right, const SqlScope& scope,
                     Conjunction& found);
    void addQueryEquality(const SqlExpression& left, const SqlExpression& query,
                          const SqlScope& scope, Conjunction& found);
    void addLiterals(const SqlExpression& oneOf, const SqlScope& scope, Conjunction& found);
    void readLiterals(const SqlExpression& condition, SqlScope& scope);
    void emitJoins(const Conjunction& found, const SqlScope& scope,
                   const std::vector<BoundLiteral>& around);
    [[nodiscard]] std::vector<std::vector<Pair>> groupsOf(const std::vector<Pair>& pairs) const;
    void emitJoin(const std::vector<Pair>& pairs, const std::vector<BoundLiteral>& literals);
    static std::vector<SqlJoin::Literal> literalsBeside(const Pair& pair,
                                                        const std::vector<BoundLiteral>& literals);

    const Catalog& m_catalog;
    const CatalogNames& m_names;
    SqlContext m_context;
    ColumnsOfTable m_columnsOf;
    std::deque<BoundRange> m_results; ///< of subqueries that are compared with
    std::vector<SqlJoin> m_joins;
    int m_depth = 0;
};

} // namespace cadastre
