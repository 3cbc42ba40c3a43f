// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The walk itself: parentheses, statements' ends and names in expressions.
#include "model/dialect/mariadb_reference_reader.h"

#include <algorithm>
#include <array>

namespace cadastre::mariadb {

namespace {

constexpr std::array notFunctions{
    "IN",     "VALUES",   "AND",    "OR",       "NOT",    "ON",   "USING",     "AS",     "WHERE",
    "SELECT", "FROM",     "BY",     "KEY",      "IF",     "CASE", "WHEN",      "THEN",   "ELSE",
    "EXISTS", "ANY",      "ALL",    "SOME",     "OVER",   "SET",  "PARTITION", "RETURN", "LIKE",
    "IS",     "DISTINCT", "UNION",  "INTERVAL", "HAVING", "JOIN", "DO",        "UNTIL",  "WHILE",
    "ELSEIF", "BETWEEN",  "REGEXP", "XOR",      "DIV",    "MOD",  "EXCEPT",    "UPDATE", "VALUE"};

} // namespace

ReferenceReader::ReferenceReader(const QString& sql, SqlMode mode)
    : m_tokens(tokenize(sql, mode))
{
    m_frames.push_back({FrameKind::Query});
}

References ReferenceReader::run()
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

const Token& ReferenceReader::token(std::size_t offset) const
{
    static const Token end;
    return m_at + offset < m_tokens.size() ? m_tokens[m_at + offset] : end;
}

const Token& ReferenceReader::previous() const
{
    static const Token end{TokenKind::Symbol, QStringLiteral(";")};
    return m_at > 0 ? m_tokens[m_at - 1] : end;
}

bool ReferenceReader::is(const char* word, std::size_t offset) const
{
    return token(offset).isWord(QLatin1String(word));
}

void ReferenceReader::step()
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

void ReferenceReader::openParenthesis()
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

void ReferenceReader::closeParenthesis()
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

void ReferenceReader::endStatement()
{
    m_scopes.nextStatement();
    m_frames.assign(1, {FrameKind::Query});
    ++m_at;
}

void ReferenceReader::comma()
{
    Frame& top = frame();
    top.expectAlias = false;
    top.expectTable = top.inFrom;
    ++m_at;
    if (top.assigning && top.kind == FrameKind::Query)
        assignmentTarget();
}

bool ReferenceReader::skip(std::size_t count)
{
    m_at += count;
    return true;
}

QStringList ReferenceReader::readName()
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

QString ReferenceReader::schemaOf(const QStringList& parts)
{
    return parts.size() > 1 ? parts.at(parts.size() - 2) : QString();
}

void ReferenceReader::nameOrOther()
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

void ReferenceReader::nameInExpression()
{
    const bool afterSet = previous().isWord(QLatin1String("SET")) || previous().isSymbol(',');
    const bool bareFunction = !token().isOneOf(notFunctions);
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

bool ReferenceReader::isOwnRow(const QString& qualifier)
{
    return qualifier.compare(QLatin1String("NEW"), Qt::CaseInsensitive) == 0 ||
           qualifier.compare(QLatin1String("OLD"), Qt::CaseInsensitive) == 0;
}

void ReferenceReader::noteAssignment(const QStringList& parts, bool afterSet)
{
    const bool assigns = token().isSymbol('=') || token().text == QLatin1String(":=");
    if (afterSet && assigns && frame().setStatement)
        m_result.assignedColumns << parts.last();
}

} // namespace cadastre::mariadb
