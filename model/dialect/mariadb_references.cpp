// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A walk over the tokens with a stack of parentheses: each is an expression, a query, or tables of
// a FROM clause in brackets. Statements that write are recognised by their first word.
#include "model/dialect/mariadb_references.h"

#include "model/dialect/mariadb_query_scopes.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace cadastre::mariadb {

namespace {

template <std::size_t N> bool isOneOf(const Token& token, const std::array<const char*, N>& words)
{
    return token.kind == TokenKind::Word && std::ranges::any_of(words, [&token](const char* word) {
               return token.isWord(QLatin1String(word));
           });
}

constexpr std::array noAlias{
    "JOIN",   "INNER", "LEFT",   "RIGHT",  "CROSS",      "NATURAL",   "STRAIGHT_JOIN", "ON",
    "USING",  "WHERE", "GROUP",  "HAVING", "ORDER",      "LIMIT",     "UNION",         "EXCEPT",
    "SET",    "USE",   "FORCE",  "IGNORE", "INTERSECT",  "PARTITION", "WINDOW",        "INTO",
    "VALUES", "VALUE", "SELECT", "LOCK",   "PROCEDURE",  "OFFSET",    "FETCH",         "FOR",
    "END",    "DO",    "THEN",   "LOOP",   "TABLESAMPLE"};
constexpr std::array fromEnds{"WHERE", "GROUP", "HAVING", "ORDER",  "LIMIT",    "WINDOW",
                              "INTO",  "FOR",   "LOCK",   "OFFSET", "PROCEDURE"};
constexpr std::array selectEnds{"UNION", "EXCEPT", "INTERSECT"};
constexpr std::array statementStarts{"BEGIN", "THEN", "ELSE", "DO", "LOOP", "REPEAT"};
constexpr std::array modifiers{"LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE",
                               "INTO",         "QUICK",   "HISTORY",       "TABLE",
                               "IF",           "NOT",     "EXISTS"};
constexpr std::array notFunctions{
    "IN",     "VALUES",   "AND",    "OR",       "NOT",    "ON",   "USING",     "AS",     "WHERE",
    "SELECT", "FROM",     "BY",     "KEY",      "IF",     "CASE", "WHEN",      "THEN",   "ELSE",
    "EXISTS", "ANY",      "ALL",    "SOME",     "OVER",   "SET",  "PARTITION", "RETURN", "LIKE",
    "IS",     "DISTINCT", "UNION",  "INTERVAL", "HAVING", "JOIN", "DO",        "UNTIL",  "WHILE",
    "ELSEIF", "BETWEEN",  "REGEXP", "XOR",      "DIV",    "MOD",  "EXCEPT",    "UPDATE", "VALUE"};

class ReferenceReader
{
public:
    ReferenceReader(const QString& sql, SqlMode mode)
        : m_tokens(tokenize(sql, mode))
    {
        m_frames.push_back({FrameKind::Query});
    }

    References run()
    {
        while (m_at < m_tokens.size() && m_result.unreadable.isEmpty())
            step();
        if (m_frames.size() > 1 && m_result.unreadable.isEmpty())
            m_result.unreadable = QStringLiteral("a parenthesis is not closed");
        m_result.all = m_scopes.takeAll();
        m_result.assignedColumns.sort();
        m_result.assignedColumns.removeDuplicates();
        return std::move(m_result);
    }

private:
    enum class FrameKind : std::uint8_t { Expression, Query, Tables };
    struct Frame
    {
        FrameKind kind = FrameKind::Expression;
        bool inFrom = false;
        bool expectTable = false;
        bool expectAlias = false;
        bool updating = false;       ///< UPDATE tables, before its SET
        bool assigning = false;      ///< the SET of an UPDATE
        bool setStatement = false;   ///< SET variable = ..
        bool isDerivedTable = false; ///< a query in the place of a table
        bool commonTables = false;   ///< WITH, before its SELECT
    };

    [[nodiscard]] const Token& token(std::size_t offset = 0) const
    {
        static const Token end;
        return m_at + offset < m_tokens.size() ? m_tokens[m_at + offset] : end;
    }
    [[nodiscard]] const Token& previous() const
    {
        static const Token end{TokenKind::Symbol, QStringLiteral(";")};
        return m_at > 0 ? m_tokens[m_at - 1] : end;
    }
    [[nodiscard]] bool is(const char* word, std::size_t offset = 0) const
    {
        return token(offset).isWord(QLatin1String(word));
    }
    Frame& frame() { return m_frames.back(); }

    void step()
    {
        const Token& next = token();
        if (next.kind == TokenKind::Broken)
            m_result.unreadable = QStringLiteral("a quote or comment is not closed");
        else if (next.isSymbol('('))
            openParenthesis();
        else if (next.isSymbol(')'))
            closeParenthesis();
        else if (next.isSymbol(';'))
            endStatement();
        else if (next.isSymbol(','))
            comma();
        else if (!(next.kind == TokenKind::Word && keyword()))
            nameOrOther();
    }

    void openParenthesis()
    {
        std::size_t inner = 1;
        while (token(inner).isSymbol('('))
            ++inner;
        const bool query = is("SELECT", inner) || is("WITH", inner);
        Frame opened;
        opened.kind = query ? FrameKind::Query : FrameKind::Expression;
        if (frame().expectTable && frame().inFrom) {
            frame().expectTable = false;
            opened.isDerivedTable = query;
            if (!query) {
                opened.kind = FrameKind::Tables;
                opened.inFrom = opened.expectTable = true;
            }
        }
        if (query)
            m_scopes.open();
        m_frames.push_back(opened);
        ++m_at;
    }

    void closeParenthesis()
    {
        if (m_frames.size() == 1) {
            m_result.unreadable = QStringLiteral("a parenthesis is closed that was not opened");
            return;
        }
        const Frame closed = frame();
        m_frames.pop_back();
        ++m_at;
        if (closed.kind == FrameKind::Query)
            m_scopes.close();
        if (!closed.isDerivedTable)
            return;
        m_scopes.addDerivedTable();
        frame().expectAlias = true;
    }

    void endStatement()
    {
        m_scopes.nextStatement();
        m_frames.assign(1, {FrameKind::Query});
        ++m_at;
    }

    void comma()
    {
        Frame& top = frame();
        top.expectAlias = false;
        top.expectTable = top.inFrom;
        ++m_at;
        if (top.assigning && top.kind == FrameKind::Query)
            assignmentTarget();
    }

    /// Whether the word was a keyword with a meaning here, and has been consumed.
    bool keyword()
    {
        return m_frames.back().expectAlias && !isOneOf(token(), noAlias) && !is("AS")
                   ? false
                   : queryKeyword() || statementKeyword();
    }

    bool queryKeyword()
    {
        Frame& top = frame();
        if (is("FROM") && top.kind == FrameKind::Query)
            return startTables();
        if ((is("JOIN") || is("STRAIGHT_JOIN")) && top.kind != FrameKind::Expression &&
            !token(1).isSymbol('.'))
            return startTables();
        if (isOneOf(token(), selectEnds) && top.kind == FrameKind::Query)
            return endSelect();
        if (top.inFrom && isOneOf(token(), fromEnds))
            return endTables();
        if (is("ON") || is("USING")) {
            top.expectAlias = top.expectTable = false;
            return skip(1);
        }
        if (is("WITH") && top.kind == FrameKind::Query && previousStartsQuery())
            return startCommonTables();
        if (is("SELECT"))
            top.commonTables = false;
        return false;
    }

    [[nodiscard]] bool previousStartsQuery() const
    {
        return previous().isSymbol('(') || startsStatement() ||
               previous().isWord(QLatin1String("AS")) || previous().isWord(QLatin1String("FOR"));
    }

    [[nodiscard]] bool startsStatement() const
    {
        return previous().isSymbol(';') || previous().isSymbol(':') ||
               isOneOf(previous(), statementStarts);
    }

    bool skip(std::size_t count)
    {
        m_at += count;
        return true;
    }

    bool startTables()
    {
        Frame& top = frame();
        top.inFrom = top.expectTable = true;
        top.expectAlias = false;
        return skip(1);
    }

    bool endTables()
    {
        Frame& top = frame();
        if (is("FOR") && is("SYSTEM_TIME", 1)) {
            top.expectAlias = false; // an alias behind the point in time is left unknown
            return skip(3);
        }
        if (top.kind == FrameKind::Query)
            top.inFrom = false;
        top.expectTable = top.expectAlias = false;
        return skip(1);
    }

    bool endSelect()
    {
        Frame& top = frame();
        top.inFrom = top.expectTable = top.expectAlias = false;
        m_scopes.nextSelect();
        return skip(1);
    }

    /// WITH [RECURSIVE] name [(columns)] AS (query), ..: names are known to what follows.
    bool startCommonTables()
    {
        skip(is("RECURSIVE", 1) ? 2 : 1);
        frame().commonTables = true;
        nameCommonTable();
        return true;
    }

    void nameCommonTable()
    {
        if (!token().canBeName())
            return;
        m_scopes.nameCommonTable(token().text);
        ++m_at;
    }

    bool statementKeyword()
    {
        if (is("UPDATE"))
            return startUpdate();
        if (is("SET"))
            return startSet();
        if ((is("INSERT") || is("REPLACE")) && !token(1).isSymbol('('))
            return writeTo(1);
        if (is("DELETE"))
            return startDelete();
        if (is("CALL"))
            return readCall();
        if (is("INTO") && is("TABLE", 1))
            return writeTo(1);
        if (!startsStatement())
            return false;
        if (is("TRUNCATE") || ((is("ALTER") || is("DROP")) && is("TABLE", 1)))
            return writeTo(1);
        if (is("CREATE") || is("DROP"))
            return readTemporaryTable();
        if (is("PREPARE") || (is("EXECUTE") && is("IMMEDIATE", 1)))
            return skipDynamicStatement();
        if (is("FETCH") || is("SHOW") || is("DEALLOCATE"))
            return skipStatement();
        return false;
    }

    bool skipStatement()
    {
        while (m_at < m_tokens.size() && !token().isSymbol(';'))
            ++m_at;
        return true;
    }

    bool skipDynamicStatement()
    {
        m_result.dynamicSql = true;
        return skipStatement();
    }

    QStringList readName()
    {
        QStringList parts;
        while (token().canBeName()) {
            parts << token().text;
            ++m_at;
            if (!token().isSymbol('.') || !token(1).canBeName())
                break;
            ++m_at;
        }
        return parts;
    }

    static QString schemaOf(const QStringList& parts)
    {
        return parts.size() > 1 ? parts.at(parts.size() - 2) : QString();
    }

    bool writeTo(std::size_t wordCount)
    {
        skip(wordCount);
        while (isOneOf(token(), modifiers))
            ++m_at;
        const QStringList name = readName();
        if (!name.isEmpty())
            m_scopes.addTable(schemaOf(name), name.last(), ReferenceKind::Writes);
        return true;
    }

    bool startUpdate()
    {
        const Token& before = previous();
        ++m_at;
        if (before.isWord(QLatin1String("KEY")) || before.isWord(QLatin1String("FOR")))
            return true;
        while (isOneOf(token(), modifiers))
            ++m_at;
        Frame& top = frame();
        top.inFrom = top.expectTable = top.updating = true;
        return true;
    }

    bool startSet()
    {
        Frame& top = frame();
        ++m_at;
        top.inFrom = top.expectTable = top.expectAlias = false;
        if (top.updating) {
            top.updating = false;
            top.assigning = true;
            if (m_scopes.tableCount() == 1)
                m_scopes.writeOnlyTable();
            assignmentTarget();
            return true;
        }
        top.setStatement = true;
        return true;
    }

    /// The left side of an assignment in an UPDATE; with several tables its qualifier says which of
    /// them is written.
    void assignmentTarget()
    {
        if (!token().canBeName())
            return;
        const QStringList target = readName();
        if (m_scopes.tableCount() < 2)
            return;
        if (target.size() > 1) {
            m_scopes.addWrite(target.value(target.size() - 3), target.at(target.size() - 2));
            return;
        }
        m_result.unreadable =
            QStringLiteral("an UPDATE of several tables does not say whose column %1 is")
                .arg(target.value(0));
    }

    bool startDelete()
    {
        ++m_at;
        while (isOneOf(token(), modifiers))
            ++m_at;
        const bool fromFirst = is("FROM");
        if (fromFirst)
            ++m_at;
        std::vector<QStringList> targets = readDeleteTargets();
        if (fromFirst && !is("USING")) {
            for (const QStringList& target : targets)
                m_scopes.addTable(schemaOf(target), target.last(), ReferenceKind::Writes);
            frame().expectAlias = true;
            return true;
        }
        for (const QStringList& target : targets)
            m_scopes.addWrite(schemaOf(target), target.last());
        return startTables();
    }

    std::vector<QStringList> readDeleteTargets()
    {
        std::vector<QStringList> targets;
        while (token().canBeName() && !is("FROM") && !is("USING")) {
            targets.push_back(readName());
            if (token().isSymbol('.') && token(1).isSymbol('*'))
                m_at += 2;
            if (!token().isSymbol(','))
                break;
            ++m_at;
        }
        return targets;
    }

    bool readCall()
    {
        ++m_at;
        const QStringList name = readName();
        if (!name.isEmpty())
            m_scopes.add({schemaOf(name), name.last(), {}, ReferenceKind::Calls});
        return true;
    }

    bool readTemporaryTable()
    {
        while (token().canBeName() && !is("TEMPORARY") && !is("TABLE"))
            ++m_at;
        const bool temporary = is("TEMPORARY");
        while (is("TEMPORARY") || isOneOf(token(), modifiers))
            ++m_at;
        const QStringList name = readName();
        if (temporary && name.size() == 1)
            m_scopes.nameTemporaryTable(name.first());
        return true;
    }

    void nameOrOther()
    {
        Frame& top = frame();
        if (!token().canBeName()) {
            top.expectAlias = false;
            ++m_at;
        } else if (top.commonTables && previous().isSymbol(',') && top.kind == FrameKind::Query) {
            nameCommonTable();
        } else if (top.inFrom && top.expectTable) {
            tableOfFrom();
        } else if (top.expectAlias) {
            alias();
        } else {
            nameInExpression();
        }
    }

    void tableOfFrom()
    {
        Frame& top = frame();
        if (is("LATERAL") || is("DUAL") || is("LEFT") || is("RIGHT")) {
            ++m_at;
            return;
        }
        const QStringList name = readName();
        top.expectTable = false;
        top.expectAlias = true;
        if (token().isSymbol('('))
            m_scopes.addDerivedTable();
        else
            m_scopes.addTable(schemaOf(name), name.last(), ReferenceKind::Reads);
    }

    void alias()
    {
        if (is("AS")) {
            ++m_at;
            return;
        }
        frame().expectAlias = false;
        if (isOneOf(token(), noAlias)) {
            ++m_at;
            return;
        }
        m_scopes.nameAlias(token().text);
        ++m_at;
    }

    void nameInExpression()
    {
        const bool afterSet = previous().isWord(QLatin1String("SET")) || previous().isSymbol(',');
        const bool bareFunction = !isOneOf(token(), notFunctions);
        const QStringList parts = readName();
        const bool isCall = token().isSymbol('(');
        if (isCall && (parts.size() > 1 || bareFunction)) {
            m_scopes.add({schemaOf(parts), parts.last(), {}, ReferenceKind::Calls});
        } else if (isCall || parts.size() < 2) {
            return;
        } else if (parts.size() == 3) {
            m_scopes.add({parts.at(0), parts.at(1), parts.at(2), ReferenceKind::Reads});
        } else if (isOwnRow(parts.first())) {
            noteAssignment(parts, afterSet);
        } else {
            m_scopes.addColumn(parts.first(), parts.last());
        }
    }

    static bool isOwnRow(const QString& qualifier)
    {
        return qualifier.compare(QLatin1String("NEW"), Qt::CaseInsensitive) == 0 ||
               qualifier.compare(QLatin1String("OLD"), Qt::CaseInsensitive) == 0;
    }

    void noteAssignment(const QStringList& parts, bool afterSet)
    {
        const bool assigns = token().isSymbol('=') || token().text == QLatin1String(":=");
        if (afterSet && assigns && frame().setStatement)
            m_result.assignedColumns << parts.last();
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    std::vector<Frame> m_frames;
    QueryScopes m_scopes;
    References m_result;
};

} // namespace

bool Reference::operator<(const Reference& other) const
{
    return std::tie(schema, name, column, kind) <
           std::tie(other.schema, other.name, other.column, other.kind);
}

References referencesOf(const QString& sql, SqlMode mode)
{
    return ReferenceReader(sql, mode).run();
}

} // namespace cadastre::mariadb
