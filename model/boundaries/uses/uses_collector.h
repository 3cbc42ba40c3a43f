// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Walks one statement with its names resolved and collects what it reads, writes and calls, down to
// the columns. Parsers live in model/relations/sql; whose text it is, uses.cpp knows.
#pragma once

#include "model/boundaries/uses/uses.h"
#include "model/boundaries/uses/uses_names.h"
#include "model/relations/sql/sql_query.h"

#include <map>
#include <set>

namespace cadastre {

/// What one text does to one object.
struct UseFact
{
    std::set<ColumnId> columns;
    bool columnsKnown = true;
    bool star = false;
    Privileges actions;
    bool fromText = true;
};

/// By used object and kind.
using UseFacts = std::map<std::pair<ObjectRef, UseKind>, UseFact>;

class UseCollector
{
public:
    /// Adds to `facts`. `ownTable` is what columns alone mean outside of any query (policies).
    UseCollector(const Catalog& catalog, const UseNames& names, UseFacts& facts,
                 std::optional<TableId> ownTable = {});

    void collect(const SqlQuery& statement);

private:
    /// A table or derived table under the name by which its query speaks of it.
    struct Range
    {
        QString alias;
        QString schema;
        std::optional<TableId> table;
        QStringList columns; ///< in order; of a table as the query calls them
        bool known = false;  ///< whether `columns` are all
        bool written = false;
    };
    struct Named
    {
        QString name;
        QStringList columns;
        bool known = false;
    };
    struct Scope
    {
        const Scope* outer = nullptr;
        std::vector<Range> ranges;
        std::vector<Named> commonTables;
        QStringList merged;  ///< of USING and NATURAL
        QStringList aliases; ///< that ORDER BY and GROUP BY mean before any column
    };

    Named collectQuery(const SqlQuery& query, const Scope* outer);
    void bindCommonTables(const SqlQuery& query, Scope& scope);
    void bindRange(const SqlRange& range, Scope& scope);
    void bindTable(TableId table, Range& bound) const;
    void addWrites(const SqlQuery& query, Scope& scope);
    void addWrite(const SqlWrite& write, const SqlQuery& query, Scope& scope);
    void addAssigned(const SqlQuery& query, Scope& scope);
    void addInserted(const SqlQuery& query, const Scope& scope);
    void addMerge(const SqlMerge& merge, Scope& scope);
    void addOutputs(const SqlQuery& query, const Scope& scope, Named& given);
    void walk(const SqlExpression& expression, const Scope& scope);
    void walkAll(const std::vector<SqlExpression>& expressions, const Scope& scope);
    void addColumn(const QStringList& name, const Scope& scope);
    bool addUnqualified(const QString& name, const Scope& scope);
    void addStar(const SqlExpression& star, const Scope& scope, Named* given);
    void addCall(const SqlExpression& call);
    void readColumn(const Range& range, qsizetype position);
    void writeColumn(const Range& range, const QString& name, Privilege action);
    [[nodiscard]] qsizetype positionOf(const Range& range, const QString& name) const;
    [[nodiscard]] static const Range* rangeOf(const UseNames& names, const Scope& scope,
                                              const QStringList& qualifier);
    [[nodiscard]] const Named* commonTable(const Scope& scope, const QString& name) const;
    UseFact& fact(ObjectRef used, UseKind kind) { return m_facts[{used, kind}]; }

    const Catalog& m_catalog;
    const UseNames& m_names;
    UseFacts& m_facts;
    std::optional<TableId> m_ownTable;
    int m_depth = 0;
};

} // namespace cadastre
