// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Statements and FROM clauses of PostgreSQL's parse trees.
#include "model/relations/sql/postgresql_tree.h"

#include <QJsonArray>

#include <algorithm>

namespace cadastre {

namespace {

/// Fills one query from the body of its node.
class PostgreSqlQueryReader
{
public:
    explicit PostgreSqlQueryReader(const QJsonObject& body)
        : m_body(body)
    {
    }

    SqlQuery select()
    {
        readCommonTables();
        if (field("op").toString(QStringLiteral("SETOP_NONE")) == QLatin1String("SETOP_NONE"))
            readPlainSelect();
        else
            readBranches();
        for (const char* clause : {"sortClause", "limitCount", "limitOffset"})
            addPostgreSqlSubqueries(field(clause), m_query.expressions);
        return std::move(m_query);
    }

    SqlQuery insert()
    {
        readCommonTables();
        addTable(field("relation").toObject());
        for (const QJsonValue& column : field("cols").toArray())
            m_query.insertedColumns << nameOf(PostgreSqlNode(column).body);
        const PostgreSqlNode rows(field("selectStmt"));
        if (rows.is("SelectStmt"))
            m_query.inserted = std::make_shared<const SqlQuery>(postgresqlSelect(rows.body));
        addPostgreSqlSubqueries(field("onConflictClause"), m_query.expressions);
        readOutputs(field("returningList"));
        return std::move(m_query);
    }

    /// UPDATE and DELETE; `others` is the clause with the further tables.
    SqlQuery change(const char* others)
    {
        readCommonTables();
        addTable(field("relation").toObject());
        for (const QJsonValue& item : field(others).toArray())
            addRange(item);
        addCondition(field("whereClause"));
        readAssignments();
        readOutputs(field("returningList"));
        return std::move(m_query);
    }

    SqlQuery merge()
    {
        readCommonTables();
        addTable(field("relation").toObject());
        addRange(field("sourceRelation"));
        addCondition(field("joinCondition"));
        addPostgreSqlSubqueries(field("mergeWhenClauses"), m_query.expressions);
        return std::move(m_query);
    }

private:
    [[nodiscard]] QJsonValue field(const char* name) const
    {
        return m_body.value(QLatin1String(name));
    }

    void readCommonTables()
    {
        const QJsonObject with = field("withClause").toObject();
        m_query.recursive = with.value(QLatin1String("recursive")).toBool();
        for (const QJsonValue& value : with.value(QLatin1String("ctes")).toArray()) {
            const QJsonObject body = PostgreSqlNode(value).body;
            SqlCommonTable table;
            table.name = body.value(QLatin1String("ctename")).toString();
            table.columns = postgresqlStrings(body.value(QLatin1String("aliascolnames")));
            const PostgreSqlNode query(body.value(QLatin1String("ctequery")));
            if (std::optional<SqlQuery> read = postgresqlQuery(query))
                table.query = std::make_shared<const SqlQuery>(std::move(*read));
            m_query.commonTables.push_back(std::move(table));
        }
    }

    void readPlainSelect()
    {
        for (const QJsonValue& item : field("fromClause").toArray())
            addRange(item);
        addCondition(field("whereClause"));
        addCondition(field("havingClause"));
        readOutputs(field("targetList"));
        readValues();
        for (const char* clause : {"groupClause", "windowClause", "distinctClause"})
            addPostgreSqlSubqueries(field(clause), m_query.expressions);
    }

    /// Of VALUES, the first row are the outputs.
    void readValues()
    {
        QJsonArray rows = field("valuesLists").toArray();
        if (rows.isEmpty())
            return;
        const PostgreSqlNode row(rows.takeAt(0));
        for (const QJsonValue& value : row.body.value(QLatin1String("items")).toArray())
            m_query.outputs.push_back({{}, postgresqlExpression(value)});
        addPostgreSqlSubqueries(rows, m_query.expressions);
    }

    /// `a UNION b UNION c` is a tree that leans to the left.
    void readBranches()
    {
        QJsonObject left = m_body;
        const auto isSetOperation = [](const QJsonObject& body) {
            const QString operation = body.value(QLatin1String("op")).toString();
            return !operation.isEmpty() && operation != QLatin1String("SETOP_NONE");
        };
        std::vector<SqlQuery> branches;
        do {
            branches.push_back(postgresqlSelect(left.value(QLatin1String("rarg")).toObject()));
            left = left.value(QLatin1String("larg")).toObject();
        } while (isSetOperation(left) && !left.contains(QLatin1String("withClause")));
        branches.push_back(postgresqlSelect(left));
        std::reverse(branches.begin(), branches.end());
        m_query.branches = std::move(branches);
    }

    void readOutputs(const QJsonValue& list)
    {
        for (const QJsonValue& value : list.toArray()) {
            const QJsonObject target = PostgreSqlNode(value).body;
            SqlOutput output;
            output.expression = postgresqlExpression(target.value(QLatin1String("val")));
            output.name = nameOf(target);
            if (output.name.isEmpty() && output.expression.kind == SqlExpressionKind::Column)
                output.name = output.expression.name.last();
            m_query.outputs.push_back(std::move(output));
        }
    }

    static QString nameOf(const QJsonObject& target)
    {
        return target.value(QLatin1String("name")).toString();
    }

    void readAssignments()
    {
        for (const QJsonValue& value : field("targetList").toArray()) {
            const QJsonObject target = PostgreSqlNode(value).body;
            m_query.assignments.push_back(
                {{nameOf(target)}, postgresqlExpression(target.value(QLatin1String("val")))});
        }
    }

    void addCondition(const QJsonValue& condition)
    {
        if (condition.isObject())
            m_query.conditions.push_back(postgresqlExpression(condition));
    }

    void addRange(const QJsonValue& value)
    {
        const PostgreSqlNode item(value);
        if (item.is("RangeVar"))
            addTable(item.body);
        else if (item.is("JoinExpr"))
            addJoin(item.body);
        else if (item.is("RangeTableSample"))
            addRange(item.body.value(QLatin1String("relation")));
        else
            addDerived(item);
    }

    static void takeAlias(const QJsonObject& body, SqlRange& range)
    {
        const QJsonObject alias = body.value(QLatin1String("alias")).toObject();
        range.alias = alias.value(QLatin1String("aliasname")).toString();
        range.columnAliases = postgresqlStrings(alias.value(QLatin1String("colnames")));
    }

    void addTable(const QJsonObject& body)
    {
        SqlRange range;
        takeAlias(body, range);
        range.name = postgresqlTableName(body);
        m_query.ranges.push_back(std::move(range));
    }

    /// A subquery, or a function whose columns are unknown.
    void addDerived(const PostgreSqlNode& item)
    {
        SqlRange range;
        takeAlias(item.body, range);
        const PostgreSqlNode query(item.body.value(QLatin1String("subquery")));
        if (query.is("SelectStmt"))
            range.query = std::make_shared<const SqlQuery>(postgresqlSelect(query.body));
        else
            addPostgreSqlSubqueries(item.body, m_query.expressions);
        m_query.ranges.push_back(std::move(range));
    }

    void addJoin(const QJsonObject& body)
    {
        if (body.contains(QLatin1String("alias")))
            return addNamedJoin(body);
        const int left = static_cast<int>(m_query.ranges.size());
        addRange(body.value(QLatin1String("larg")));
        const int right = static_cast<int>(m_query.ranges.size());
        addRange(body.value(QLatin1String("rarg")));
        const int end = static_cast<int>(m_query.ranges.size());
        const QStringList columns = postgresqlStrings(body.value(QLatin1String("usingClause")));
        if (!columns.isEmpty() || body.value(QLatin1String("isNatural")).toBool())
            m_query.merges.push_back({columns, left, right, end});
        addCondition(body.value(QLatin1String("quals")));
    }

    /// `(a JOIN b ..) AS j` hides a and b behind j.
    void addNamedJoin(QJsonObject body)
    {
        SqlRange range;
        takeAlias(body, range);
        body.remove(QLatin1String("alias"));
        PostgreSqlQueryReader inner{QJsonObject()};
        inner.addJoin(body);
        SqlOutput everything;
        everything.expression.kind = SqlExpressionKind::Star;
        inner.m_query.outputs.push_back(std::move(everything));
        range.query = std::make_shared<const SqlQuery>(std::move(inner.m_query));
        m_query.ranges.push_back(std::move(range));
    }

    QJsonObject m_body;
    SqlQuery m_query;
};

} // namespace

SqlQuery postgresqlSelect(const QJsonObject& body)
{
    return PostgreSqlQueryReader(body).select();
}

std::optional<SqlQuery> postgresqlQuery(const PostgreSqlNode& node)
{
    PostgreSqlQueryReader reader(node.body);
    std::optional<SqlQuery> query;
    if (node.is("SelectStmt"))
        query = reader.select();
    else if (node.is("InsertStmt"))
        query = reader.insert();
    else if (node.is("UpdateStmt"))
        query = reader.change("fromClause");
    else if (node.is("DeleteStmt"))
        query = reader.change("usingClause");
    else if (node.is("MergeStmt"))
        query = reader.merge();
    if (query)
        addPostgreSqlWrites(node, *query);
    return query;
}

} // namespace cadastre
