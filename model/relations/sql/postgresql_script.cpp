// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/postgresql_script.h"

#include "model/relations/sql/plpgsql_body.h"
#include "model/relations/sql/postgresql_parse.h"
#include "model/relations/sql/postgresql_tree.h"
#include "model/relations/sql/psql_commands.h"

#include <QRegularExpression>

namespace cadastre {

namespace {

constexpr int deepestFunction = 4;

/// Adds the queries of statements to a script.
class PostgreSqlScriptReader
{
public:
    SqlScript read(const QString& text)
    {
        readText(text);
        return std::move(m_script);
    }

private:
    void readText(const QString& text)
    {
        const Result<QJsonArray> whole = parsePostgreSql(text);
        if (whole)
            return addStatements(*whole, text.toUtf8());
        const QStringList statements = splitPostgreSql(withoutPsqlCommands(text));
        if (statements.size() < 2)
            return skip(whole.error());
        static const QRegularExpression rows(QStringLiteral("^\\s*insert\\b"),
                                             QRegularExpression::CaseInsensitiveOption);
        for (const QString& statement : statements) {
            // the rows of a dump state nothing
            if (statement.contains(rows) &&
                !statement.contains(QLatin1String("select"), Qt::CaseInsensitive))
                continue;
            const Result<QJsonArray> one = parsePostgreSql(statement);
            if (one)
                addStatements(*one, statement.toUtf8());
            else
                skip(one.error());
        }
    }

    void skip(const Error& error) { m_script.skipped << error.message; }

    void addStatements(const QJsonArray& statements, const QByteArray& script)
    {
        for (const QJsonValue& value : statements) {
            const QJsonObject raw = value.toObject();
            const int start = raw.value(QLatin1String("stmt_location")).toInt();
            const int length = raw.value(QLatin1String("stmt_len")).toInt(-1);
            addStatement(PostgreSqlNode(raw.value(QLatin1String("stmt"))),
                         script.mid(start, length));
        }
    }

    void addStatement(const PostgreSqlNode& node, const QByteArray& text)
    {
        noteOwnTable(node);
        if (auto query = postgresqlQuery(node)) {
            m_script.statements.push_back(std::move(*query));
        } else if (auto command = postgresqlCommand(node)) {
            m_script.statements.push_back(std::move(*command));
        } else if (node.is("CreateFunctionStmt")) {
            addFunction(node.body, text);
        } else if (node.is("DoStmt")) {
            addProcedural(QString::fromUtf8(text), bodyOf(node.body, "args"));
        } else if (node.is("RuleStmt")) {
            SqlQuery condition;
            addPostgreSqlSubqueries(node.body.value(QLatin1String("whereClause")),
                                    condition.expressions);
            if (!condition.expressions.empty())
                m_script.statements.push_back(std::move(condition));
            for (const QJsonValue& action : node.body.value(QLatin1String("actions")).toArray())
                addStatement(PostgreSqlNode(action), text);
        } else if (node.body.value(QLatin1String("query")).isObject()) {
            addStatement(PostgreSqlNode(node.body.value(QLatin1String("query"))), text);
        }
    }

    /// CREATE TABLE, with a query or without, and SELECT INTO.
    void noteOwnTable(const PostgreSqlNode& node)
    {
        QJsonObject table = node.body.value(QLatin1String("intoClause")).toObject();
        if (node.is("CreateTableAsStmt"))
            table = node.body.value(QLatin1String("into")).toObject();
        table = node.is("CreateStmt") ? node.body.value(QLatin1String("relation")).toObject()
                                      : table.value(QLatin1String("rel")).toObject();
        const QStringList name = postgresqlTableName(table);
        if (!name.isEmpty())
            m_script.ownTables << name.last();
    }

    static QJsonValue optionOf(const QJsonObject& body, const char* list, const char* name)
    {
        for (const QJsonValue& value : body.value(QLatin1String(list)).toArray()) {
            const QJsonObject option = PostgreSqlNode(value).body;
            if (option.value(QLatin1String("defname")) == QLatin1String(name))
                return option.value(QLatin1String("arg"));
        }
        return {};
    }

    /// The text behind AS.
    static QString bodyOf(const QJsonObject& body, const char* list)
    {
        const PostgreSqlNode node(optionOf(body, list, "as"));
        if (node.is("String"))
            return node.body.value(QLatin1String("sval")).toString();
        return postgresqlStrings(node.body.value(QLatin1String("items"))).value(0);
    }

    void addFunction(const QJsonObject& body, const QByteArray& text)
    {
        const PostgreSqlNode atomic(body.value(QLatin1String("sql_body")));
        if (!atomic.kind.isEmpty())
            return addAtomic(atomic, text);
        const PostgreSqlNode language(optionOf(body, "options", "language"));
        const QString name = language.body.value(QLatin1String("sval")).toString().toLower();
        if (name == QLatin1String("plpgsql"))
            addProcedural(QString::fromUtf8(text), bodyOf(body, "options"));
        else if (name == QLatin1String("sql") && m_depth < deepestFunction)
            addSqlBody(bodyOf(body, "options"));
        else if (name != QLatin1String("c") && name != QLatin1String("internal"))
            m_script.skipped << QStringLiteral("It is written in %1, which is not read.").arg(name);
    }

    void addSqlBody(const QString& body)
    {
        ++m_depth;
        readText(body);
        --m_depth;
    }

    /// RETURN expression, or BEGIN ATOMIC with lists of statements in lists.
    void addAtomic(const PostgreSqlNode& node, const QByteArray& text)
    {
        if (node.is("ReturnStmt")) {
            SqlQuery query;
            addPostgreSqlSubqueries(node.body, query.expressions);
            m_script.statements.push_back(std::move(query));
        } else if (node.is("List")) {
            for (const QJsonValue& item : node.body.value(QLatin1String("items")).toArray())
                addAtomic(PostgreSqlNode(item), text);
        } else {
            addStatement(node, text);
        }
    }

    void addProcedural(const QString& statement, const QString& body)
    {
        const PlpgsqlBody read = readPlpgsqlBody(statement, body);
        for (const QString& query : read.queries) {
            const Result<QJsonArray> parsed = parsePostgreSql(query);
            if (parsed)
                addStatements(*parsed, {});
            else
                skip(parsed.error());
        }
        SqlQuery calls;
        for (const QStringList& name : read.calls)
            calls.expressions.push_back(sqlCall(name));
        if (!calls.expressions.empty())
            m_script.statements.push_back(std::move(calls));
        if (read.dynamicStatements > 0)
            m_script.skipped << QStringLiteral(
                "It makes SQL text itself (EXECUTE), which is not read.");
    }

    SqlScript m_script;
    int m_depth = 0;
};

} // namespace

SqlScript readPostgreSqlScript(const QString& script)
{
    return PostgreSqlScriptReader().read(script);
}

} // namespace cadastre
