// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// FROM clauses, aliases and common table expressions.
#include "model/dialect/mariadb_reference_reader.h"

#include <algorithm>
#include <array>

namespace cadastre::mariadb {

namespace {

constexpr std::array noAlias{
    "JOIN",   "INNER", "LEFT",   "RIGHT",  "CROSS",      "NATURAL",   "STRAIGHT_JOIN", "ON",
    "USING",  "WHERE", "GROUP",  "HAVING", "ORDER",      "LIMIT",     "UNION",         "EXCEPT",
    "SET",    "USE",   "FORCE",  "IGNORE", "INTERSECT",  "PARTITION", "WINDOW",        "INTO",
    "VALUES", "VALUE", "SELECT", "LOCK",   "PROCEDURE",  "OFFSET",    "FETCH",         "FOR",
    "END",    "DO",    "THEN",   "LOOP",   "TABLESAMPLE"};
constexpr std::array fromEnds{"WHERE", "GROUP", "HAVING", "ORDER",  "LIMIT",    "WINDOW",
                              "INTO",  "FOR",   "LOCK",   "OFFSET", "PROCEDURE"};
constexpr std::array selectEnds{"UNION", "EXCEPT", "INTERSECT"};

} // namespace

bool ReferenceReader::keyword()
{
    return m_frames.back().expectAlias && !token().isOneOf(noAlias) && !is("AS")
               ? false
               : queryKeyword() || statementKeyword();
}

bool ReferenceReader::queryKeyword()
{
    Frame& top = frame();
    if (is("FROM") && top.kind == FrameKind::Query)
        return startTables();
    if ((is("JOIN") || is("STRAIGHT_JOIN")) && top.kind != FrameKind::Expression &&
        !token(1).isSymbol('.'))
        return startTables();
    if (token().isOneOf(selectEnds) && top.kind == FrameKind::Query)
        return endSelect();
    if (top.inFrom && token().isOneOf(fromEnds))
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

bool ReferenceReader::previousStartsQuery() const
{
    return previous().isSymbol('(') || startsStatement() ||
           previous().isWord(QLatin1String("AS")) || previous().isWord(QLatin1String("FOR"));
}

bool ReferenceReader::startTables()
{
    Frame& top = frame();
    top.inFrom = top.expectTable = true;
    top.expectAlias = false;
    return skip(1);
}

bool ReferenceReader::endTables()
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

bool ReferenceReader::endSelect()
{
    Frame& top = frame();
    top.inFrom = top.expectTable = top.expectAlias = false;
    m_scopes.nextSelect();
    return skip(1);
}

bool ReferenceReader::startCommonTables()
{
    skip(is("RECURSIVE", 1) ? 2 : 1);
    frame().commonTables = true;
    nameCommonTable();
    return true;
}

void ReferenceReader::nameCommonTable()
{
    if (!token().canBeName())
        return;
    m_scopes.nameCommonTable(token().text);
    ++m_at;
}

void ReferenceReader::tableOfFrom()
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

void ReferenceReader::alias()
{
    if (is("AS")) {
        ++m_at;
        return;
    }
    frame().expectAlias = false;
    if (token().isOneOf(noAlias)) {
        ++m_at;
        return;
    }
    m_scopes.nameAlias(token().text);
    ++m_at;
}

} // namespace cadastre::mariadb
