// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Statements: which of them write, call or make their own SQL text.
#include "model/dialect/mariadb_reference_reader.h"

#include <algorithm>
#include <array>

namespace cadastre::mariadb {

namespace {

constexpr std::array statementStarts{"BEGIN", "THEN", "ELSE", "DO", "LOOP", "REPEAT"};
constexpr std::array modifiers{"LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE",
                               "INTO",         "QUICK",   "HISTORY",       "TABLE",
                               "IF",           "NOT",     "EXISTS"};

} // namespace

bool ReferenceReader::startsStatement() const
{
    return previous().isSymbol(';') || previous().isSymbol(':') ||
           previous().isOneOf(statementStarts);
}

bool ReferenceReader::statementKeyword()
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

bool ReferenceReader::skipStatement()
{
    while (m_at < m_tokens.size() && !token().isSymbol(';'))
        ++m_at;
    return true;
}

bool ReferenceReader::skipDynamicStatement()
{
    m_result.dynamicSql = true;
    return skipStatement();
}

bool ReferenceReader::writeTo(std::size_t wordCount)
{
    skip(wordCount);
    while (token().isOneOf(modifiers))
        ++m_at;
    const QStringList name = readName();
    if (!name.isEmpty())
        m_scopes.addTable(schemaOf(name), name.last(), ReferenceKind::Writes);
    return true;
}

bool ReferenceReader::startUpdate()
{
    const Token& before = previous();
    ++m_at;
    if (before.isWord(QLatin1String("KEY")) || before.isWord(QLatin1String("FOR")))
        return true;
    while (token().isOneOf(modifiers))
        ++m_at;
    Frame& top = frame();
    top.inFrom = top.expectTable = top.updating = true;
    return true;
}

bool ReferenceReader::startSet()
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

void ReferenceReader::assignmentTarget()
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

bool ReferenceReader::startDelete()
{
    ++m_at;
    while (token().isOneOf(modifiers))
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

std::vector<QStringList> ReferenceReader::readDeleteTargets()
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

bool ReferenceReader::readCall()
{
    ++m_at;
    const QStringList name = readName();
    if (!name.isEmpty())
        m_scopes.add({schemaOf(name), name.last(), {}, ReferenceKind::Calls});
    return true;
}

bool ReferenceReader::readTemporaryTable()
{
    while (token().canBeName() && !is("TEMPORARY") && !is("TABLE"))
        ++m_at;
    const bool temporary = is("TEMPORARY");
    while (is("TEMPORARY") || token().isOneOf(modifiers))
        ++m_at;
    const QStringList name = readName();
    if (temporary && name.size() == 1)
        m_scopes.nameTemporaryTable(name.first());
    return true;
}

} // namespace cadastre::mariadb
