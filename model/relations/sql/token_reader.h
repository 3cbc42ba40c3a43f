// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A recursive descent over the tokens of MariaDB, MySQL and SQLite, as far as joins need it:
// expressions, FROM clauses and statements, each in a file of its own. Behind the first thing that
// it cannot read it sees only the end, so that what it has stays right.
#pragma once

#include "model/relations/sql/token_script.h"

#include <initializer_list>

namespace cadastre {

class SqlTokenReader
{
public:
    SqlTokenReader(std::vector<mariadb::Token> tokens, Engine engine);

    SqlScript run();

private:
    using Token = mariadb::Token;
    using TokenKind = mariadb::TokenKind;
    using enum SqlExpressionKind;
    using Words = std::initializer_list<const char*>;

    // the tokens
    [[nodiscard]] const mariadb::Token& token(std::size_t offset = 0) const;
    [[nodiscard]] const mariadb::Token& previous() const;
    [[nodiscard]] bool atEnd() const { return m_failed || m_at >= m_tokens.size(); }
    [[nodiscard]] bool is(const char* word, std::size_t offset = 0) const;
    [[nodiscard]] bool isAny(Words words, std::size_t offset = 0) const;
    [[nodiscard]] bool isSymbol(char symbol, std::size_t offset = 0) const;
    [[nodiscard]] bool startsQuery(std::size_t offset = 0) const;
    /// Steps over one token; true, so that it can stand in a condition.
    bool skip(std::size_t count = 1);
    bool accept(const char* word) { return is(word) && skip(); }
    bool acceptAny(Words words) { return isAny(words) && skip(); }
    bool acceptSymbol(char symbol) { return isSymbol(symbol) && skip(); }
    void expectSymbol(char symbol);
    void fail(const QString& why);
    void failHere();
    QStringList readName();
    [[nodiscard]] QStringList readNameList();
    /// The name that is next, as a column, a call or a star.
    void readMention(std::vector<SqlExpression>& mentions);
    /// The queries, names and calls inside the parentheses that are next; steps over them.
    void skipParentheses(std::vector<SqlExpression>& queries);
    /// The same up to one of these words, a semicolon or a parenthesis that closes.
    void skipUntil(Words words, std::vector<SqlExpression>& queries);

    // expressions
    /// Not literals.
    static void addPart(SqlExpression& whole, SqlExpression part);
    SqlExpression expression();
    SqlExpression conjunction();
    SqlExpression negation();
    SqlExpression comparison();
    SqlExpression comparisonRest(SqlExpression left);
    SqlExpression equality(SqlExpression left);
    SqlExpression inList(SqlExpression left, bool denied);
    SqlExpression arithmetic();
    SqlExpression unary();
    SqlExpression primary();
    SqlExpression parenthesized();
    SqlExpression caseExpression();
    SqlExpression castCall();
    SqlExpression literal();
    SqlExpression nameOrCall();
    [[nodiscard]] std::size_t arithmeticOperator() const;

    // queries
    SqlQuery query();
    SqlQuery queryBlock();
    void readSelect(SqlQuery& block);
    void skipTail(SqlQuery& block);
    void readCommonTables(SqlQuery& query);
    void readOutputs(SqlQuery& query);
    void readValues(SqlQuery& query);
    void readTables(SqlQuery& query);
    void readJoins(SqlQuery& query);
    void readTableFactor(SqlQuery& query);
    void readNamedTable(SqlQuery& query);
    void readJoinCondition(SqlQuery& query, bool natural, int left, int right);
    void readTableOptions(SqlQuery& query);
    void readAlias(SqlRange& range);
    bool skipJoinWords(bool& natural);
    SqlExpression subquery();

    // statements
    SqlQuery statement();
    SqlQuery update();
    SqlQuery deletion();
    SqlQuery insertion();
    SqlQuery truncation();
    SqlQuery call();
    void readConflicts(SqlQuery& change);
    std::vector<QStringList> readTargets();
    void noteOwnTable();
    [[nodiscard]] bool startsStatement() const;
    [[nodiscard]] bool behindStatementStart() const;
    void readStatement();
    void readConditionOf(SqlQuery& query);
    void readAssignments(SqlQuery& change);

    std::vector<mariadb::Token> m_tokens;
    Engine m_engine;
    std::size_t m_at = 0;
    bool m_failed = false;
    QString m_why;
    int m_depth = 0;
    bool m_dynamic = false;
    SqlScript m_script;
};

} // namespace cadastre
