// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Statements that change rows, and where statements begin in bodies and scripts.
#include "model/relations/sql/token_reader.h"

#include "model/dialect/sqlite_tokens.h"

namespace cadastre {

bool SqlTokenReader::behindStatementStart() const
{
    const Token& before = previous();
    if (m_at == 0 || before.isSymbol(';') || before.isSymbol(':'))
        return true;
    static constexpr const char* starts[] = {"BEGIN",  "THEN", "ELSE",    "DO",  "LOOP",
                                             "REPEAT", "AS",   "EXPLAIN", "ROW", "RETURN"};
    return before.isOneOf(starts);
}

bool SqlTokenReader::startsStatement() const
{
    const bool isQuery = isAny({"SELECT", "WITH"});
    if (isQuery && previous().isWord(QLatin1String("FOR")))
        return true;
    if (isSymbol('(') && startsQuery(1))
        return true;
    // REPLACE(..) and INSERT(..) are functions
    const bool isChange =
        isAny({"INSERT", "REPLACE", "UPDATE", "DELETE", "TRUNCATE", "CALL"}) && !isSymbol('(', 1);
    return (isQuery || isChange) && behindStatementStart();
}

SqlScript SqlTokenReader::run()
{
    while (m_at < m_tokens.size()) {
        if (startsStatement()) {
            readStatement();
            continue;
        }
        if (is("CREATE") && behindStatementStart())
            noteOwnTable();
        const bool isDynamic = is("PREPARE") || (is("EXECUTE") && is("IMMEDIATE", 1));
        m_dynamic = m_dynamic || (isDynamic && behindStatementStart());
        if (token().kind == TokenKind::Broken)
            m_script.skipped
                << QStringLiteral("A quote or comment never ends (\"%1\").").arg(token().text);
        ++m_at;
    }
    if (m_dynamic)
        m_script.skipped << QStringLiteral(
            "It makes SQL text itself (PREPARE), which is not read.");
    return std::move(m_script);
}

/// A statement that cannot be read to its end costs its rest, up to the next semicolon.
void SqlTokenReader::readStatement()
{
    m_failed = false;
    m_depth = 0;
    // a query in parentheses inside an expression ends with them
    const bool isInside = isSymbol('(') && !behindStatementStart();
    m_script.statements.push_back(isInside ? *subquery().query : statement());
    const bool isOver = isInside || atEnd() || isSymbol(';') || isSymbol(')') || isSymbol('/') ||
                        isSymbol('$') || isAny({"DO", "LOOP", "THEN", "END", "UNTIL"});
    if (!m_failed && !isOver)
        failHere();
    if (!m_failed)
        return;
    m_script.skipped << QStringLiteral("It could be read only in part: %1.").arg(m_why);
    m_failed = false;
    while (m_at < m_tokens.size() && !m_tokens[m_at].isSymbol(';'))
        ++m_at;
}

SqlQuery SqlTokenReader::statement()
{
    if (is("UPDATE"))
        return update();
    if (is("DELETE"))
        return deletion();
    if (isAny({"INSERT", "REPLACE"}))
        return insertion();
    if (is("TRUNCATE"))
        return truncation();
    return is("CALL") ? call() : query();
}

void SqlTokenReader::readConditionOf(SqlQuery& query)
{
    if (accept("WHERE"))
        query.conditions.push_back(expression());
    skipUntil({}, query.expressions);
}

SqlQuery SqlTokenReader::update()
{
    SqlQuery change;
    change.writes.push_back({SqlWrite::Action::Update, {}, {}});
    skip();
    while (acceptAny({"LOW_PRIORITY", "IGNORE"}) || (is("OR") && skip(2))) {
    }
    readTables(change);
    if (!accept("SET")) {
        failHere();
        return change;
    }
    readAssignments(change);
    if (accept("FROM"))
        readTables(change);
    readConditionOf(change);
    return change;
}

void SqlTokenReader::readAssignments(SqlQuery& change)
{
    do {
        if (isSymbol('(')) { // SQLite: (a, b) = (..)
            const QStringList columns = readNameList();
            expectSymbol('=');
            change.expressions.push_back(expression());
            for (const QString& column : columns)
                change.assignments.push_back({{column}, {}});
            continue;
        }
        SqlAssignment assignment;
        assignment.column = readName();
        acceptSymbol(':');
        expectSymbol('=');
        assignment.value = expression();
        change.assignments.push_back(std::move(assignment));
    } while (acceptSymbol(','));
}

std::vector<mariadb::Token> sqlTokens(const QString& text, Engine engine, mariadb::SqlMode mode)
{
    if (engine != Engine::Sqlite)
        return mariadb::tokenize(text, mode);
    std::vector<mariadb::Token> tokens;
    for (const SqliteToken& token : sqliteTokens(text)) {
        const auto view = QStringView(text).sliced(token.begin, token.end - token.begin);
        switch (token.kind) {
        case SqliteTokenKind::Word:
            tokens.push_back({mariadb::TokenKind::Word, view.toString()});
            break;
        case SqliteTokenKind::QuotedName:
            tokens.push_back({mariadb::TokenKind::QuotedName, sqliteUnquoted(view)});
            break;
        case SqliteTokenKind::String:
            tokens.push_back({mariadb::TokenKind::String, sqliteUnquoted(view)});
            break;
        case SqliteTokenKind::Number:
            tokens.push_back({mariadb::TokenKind::Number, view.toString()});
            break;
        case SqliteTokenKind::Symbol:
            tokens.push_back({mariadb::TokenKind::Symbol, view.toString()});
            break;
        case SqliteTokenKind::Comment:
            break;
        }
    }
    return tokens;
}

SqlScript readTokenScript(const QString& text, Engine engine, mariadb::SqlMode mode)
{
    return SqlTokenReader(sqlTokens(text, engine, mode), engine).run();
}

} // namespace cadastre
