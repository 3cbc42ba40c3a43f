// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ReferenceReader: a walk over the tokens with a stack of parentheses: each is an expression, a
// query, or the tables of a FROM clause in brackets. Statements that write are recognised by their
// first word. Used by referencesOf() alone.
#pragma once

#include "model/dialect/mariadb_query_scopes.h"

namespace cadastre::mariadb {

class ReferenceReader
{
public:
    ReferenceReader(const QString& sql, SqlMode mode);
    References run();

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
    [[nodiscard]] const Token& token(std::size_t offset = 0) const;
    [[nodiscard]] const Token& previous() const;
    [[nodiscard]] bool is(const char* word, std::size_t offset = 0) const;
    Frame& frame() { return m_frames.back(); }
    void step();
    void openParenthesis();
    void closeParenthesis();
    void endStatement();
    void comma();
    /// Whether the word was a keyword with a meaning here, and has been consumed.
    bool keyword();
    bool queryKeyword();
    [[nodiscard]] bool previousStartsQuery() const;
    [[nodiscard]] bool startsStatement() const;
    bool skip(std::size_t count);
    bool startTables();
    bool endTables();
    bool endSelect();
    /// WITH [RECURSIVE] name [(columns)] AS (query), ..: names are known to what follows.
    bool startCommonTables();
    void nameCommonTable();
    bool statementKeyword();
    bool skipStatement();
    bool skipDynamicStatement();
    QStringList readName();
    static QString schemaOf(const QStringList& parts);
    bool writeTo(std::size_t wordCount);
    bool startUpdate();
    bool startSet();
    /// The left side of an assignment in an UPDATE; with several tables its qualifier says which of
    /// them is written.
    void assignmentTarget();
    bool startDelete();
    std::vector<QStringList> readDeleteTargets();
    bool readCall();
    bool readTemporaryTable();
    void nameOrOther();
    void tableOfFrom();
    void alias();
    void nameInExpression();
    static bool isOwnRow(const QString& qualifier);
    void noteAssignment(const QStringList& parts, bool afterSet);
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    std::vector<Frame> m_frames;
    QueryScopes m_scopes;
    References m_result;
};

} // namespace cadastre::mariadb
