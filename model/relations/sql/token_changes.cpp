// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DELETE, INSERT and REPLACE with their variants, TRUNCATE, CALL, and tables that a text makes.
#include "model/relations/sql/token_reader.h"

namespace cadastre {

/// `a, b.*` up to the next word that ends the list.
std::vector<QStringList> SqlTokenReader::readTargets()
{
    std::vector<QStringList> targets;
    while (token().canBeName() && !isAny({"FROM", "USING", "WHERE"}) && !m_failed) {
        targets.push_back(readName());
        if (isSymbol('.') && isSymbol('*', 1))
            skip(2);
        if (!acceptSymbol(','))
            break;
    }
    return targets;
}

/// DELETE a, b FROM tables; DELETE FROM a, b USING tables; DELETE FROM table.
SqlQuery SqlTokenReader::deletion()
{
    SqlQuery change;
    skip();
    while (acceptAny({"LOW_PRIORITY", "QUICK", "IGNORE", "HISTORY"})) {
    }
    std::vector<QStringList> targets = readTargets();
    accept("FROM");
    const std::size_t tables = m_at;
    const std::vector<QStringList> before = readTargets();
    if (accept("USING"))
        targets = before;
    else
        m_at = tables;
    readTables(change);
    if (targets.empty())
        targets.emplace_back();
    for (QStringList& target : targets)
        change.writes.push_back({SqlWrite::Action::Delete, std::move(target), {}});
    readConditionOf(change);
    return change;
}

SqlQuery SqlTokenReader::insertion()
{
    SqlQuery change;
    bool replaces = is("REPLACE");
    skip();
    while (acceptAny({"LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE"}) || is("OR")) {
        replaces = replaces || (is("OR") && is("REPLACE", 1));
        skip(is("OR") ? 2 : 0);
    }
    accept("INTO");
    SqlRange range;
    range.name = readName();
    if (accept("AS"))
        range.alias = readName().value(0);
    change.ranges.push_back(std::move(range));
    change.writes.push_back({SqlWrite::Action::Insert, {}, {}});
    if (replaces)
        change.writes.push_back({SqlWrite::Action::Delete, {}, {}});
    if (accept("PARTITION"))
        skipParentheses(change.expressions);
    if (isSymbol('(') && !startsQuery(1))
        change.insertedColumns = readNameList();
    if (isAny({"SELECT", "WITH", "VALUES", "VALUE"}) || isSymbol('('))
        change.inserted = std::make_shared<const SqlQuery>(query());
    else if (accept("SET"))
        readAssignments(change);
    readConflicts(change);
    skipUntil({}, change.expressions);
    return change;
}

/// MariaDB's ON DUPLICATE KEY UPDATE, SQLite's ON CONFLICT (..) DO UPDATE SET.
void SqlTokenReader::readConflicts(SqlQuery& change)
{
    while (is("ON") && isAny({"DUPLICATE", "CONFLICT"}, 1)) {
        std::vector<SqlExpression> keys;
        skip(2);
        skipUntil({"UPDATE", "NOTHING"}, keys);
        if (!accept("UPDATE")) {
            accept("NOTHING");
            continue;
        }
        accept("SET");
        SqlQuery changed;
        readAssignments(changed);
        SqlWrite write{SqlWrite::Action::Update, {}, {}};
        for (SqlAssignment& assignment : changed.assignments) {
            write.columns << assignment.column.value(assignment.column.size() - 1);
            change.expressions.push_back(std::move(assignment.value));
        }
        for (SqlExpression& other : changed.expressions)
            change.expressions.push_back(std::move(other));
        change.writes.push_back(std::move(write));
        if (accept("WHERE"))
            change.conditions.push_back(expression());
    }
}

SqlQuery SqlTokenReader::truncation()
{
    SqlQuery change;
    skip();
    accept("TABLE");
    SqlRange range;
    range.name = readName();
    change.ranges.push_back(std::move(range));
    change.writes.push_back({SqlWrite::Action::Truncate, {}, {}});
    skipUntil({}, change.expressions);
    return change;
}

SqlQuery SqlTokenReader::call()
{
    SqlQuery statement;
    skip();
    statement.expressions.push_back(sqlCall(readName()));
    if (isSymbol('('))
        skipParentheses(statement.expressions);
    return statement;
}

/// CREATE [OR REPLACE] TEMPORARY TABLE [IF NOT EXISTS] name; the cursor stays.
void SqlTokenReader::noteOwnTable()
{
    std::size_t at = is("OR", 1) ? 3 : 1;
    at += isAny({"TEMPORARY", "TEMP"}, at) ? 1 : 0;
    if (!is("TABLE", at++))
        return;
    at += is("IF", at) ? 3 : 0;
    if (token(at).canBeName())
        m_script.ownTables << token(at).text;
}

} // namespace cadastre
