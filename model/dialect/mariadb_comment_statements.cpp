// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/mariadb_comment_statements.h"

#include <algorithm>

namespace cadastre::mariadb {

namespace {

QByteArray algorithmClause(AlterAlgorithm algorithm)
{
    switch (algorithm) {
    case AlterAlgorithm::Instant:
        return "ALGORITHM=INSTANT";
    case AlterAlgorithm::NoCopy:
        return "ALGORITHM=NOCOPY";
    case AlterAlgorithm::InPlace:
        return "ALGORITHM=INPLACE";
    case AlterAlgorithm::Copy:
        break;
    }
    return "ALGORITHM=COPY";
}

QByteArray orEmptyLiteral(const QByteArray& literal)
{
    return literal.isEmpty() ? QByteArray("''") : literal;
}

QByteArray quotedName(const QString& name)
{
    QByteArray doubled = name.toUtf8();
    doubled.replace('`', "``");
    return '`' + doubled + '`';
}

using CommentedIndexes = std::vector<std::pair<QString, QByteArray>>;

const QByteArray* literalOf(const CommentedIndexes& commented, const QString& name)
{
    const auto found = std::ranges::find(commented, name, &CommentedIndexes::value_type::first);
    return found == commented.end() ? nullptr : &found->second;
}

} // namespace

Result<QByteArray> commentLiteral(const QString& text)
{
    if (text.isEmpty())
        return QByteArray();
    const Result<QString> literal = quotedLiteral(text, BackslashMode::Escapes);
    if (!literal)
        return literal.error();
    return literal->toUtf8();
}

QByteArray modifyColumnClause(const QByteArray& columnLine)
{
    return "MODIFY COLUMN " + columnLine;
}

QByteArray tableCommentClause(const QByteArray& literal)
{
    return "COMMENT = " + orEmptyLiteral(literal);
}

std::vector<QByteArray> indexCommentClauses(const CreateTableText& table,
                                            const CommentedIndexes& commented)
{
    std::vector<QByteArray> drops;
    std::vector<QByteArray> adds;
    std::vector<IndexGroup> begun;
    for (const TableItem& item : table.items) {
        if (item.kind != TableItemKind::Index)
            continue;
        const QByteArray* literal = literalOf(commented, item.name);
        if (literal && std::ranges::find(begun, item.group) == begun.end())
            begun.push_back(item.group);
        if (std::ranges::find(begun, item.group) == begun.end())
            continue;
        drops.push_back(item.group == IndexGroup::Primary ? QByteArray("DROP PRIMARY KEY")
                                                          : "DROP INDEX " + quotedName(item.name));
        adds.push_back("ADD " + (literal ? indexLine(table, item, *literal) : table.line(item)));
    }
    drops.insert(drops.end(), adds.begin(), adds.end());
    return drops;
}

QByteArray alterTable(const QByteArray& path, const std::vector<QByteArray>& clauses,
                      AlterAlgorithm algorithm)
{
    QByteArray statement = "ALTER TABLE " + path;
    for (const QByteArray& clause : clauses)
        statement += ' ' + clause + ',';
    return statement + ' ' + algorithmClause(algorithm);
}

QByteArray getLock(const QByteArray& name, int seconds)
{
    return "SELECT GET_LOCK('" + name + "', " + QByteArray::number(seconds) + ')';
}

QByteArray releaseLock(const QByteArray& name)
{
    return "SELECT RELEASE_LOCK('" + name + "')";
}

QByteArray lockTable(const QByteArray& path)
{
    return "LOCK TABLES " + path + " WRITE";
}

QByteArray unlockTables()
{
    return "UNLOCK TABLES";
}

QByteArray showCreate(const QByteArray& kind, const QByteArray& path)
{
    return "SHOW CREATE " + kind + ' ' + path;
}

QByteArray selectDefault(const QByteArray& tablePath, const QByteArray& quotedColumn)
{
    const QByteArray value = "DEFAULT(" + tablePath + '.' + quotedColumn + ')';
    return "SELECT HEX(" + value + "), HEX(CONVERT(" + value + " USING utf8mb4)), CHARSET(" +
           value + ") FROM (SELECT 1) AS `one` LEFT JOIN " + tablePath + " ON FALSE";
}

QByteArray alterDatabase(const QByteArray& name, const QByteArray& literal)
{
    return "ALTER DATABASE " + name + " COMMENT " + orEmptyLiteral(literal);
}

QByteArray alterRoutine(const QByteArray& kind, const QByteArray& path, const QByteArray& literal)
{
    return "ALTER " + kind + ' ' + path + " COMMENT " + orEmptyLiteral(literal);
}

QByteArray alterEvent(const QByteArray& path, const QByteArray& definer, const QByteArray& literal)
{
    return "ALTER DEFINER=" + definer + " EVENT " + path + " COMMENT " + orEmptyLiteral(literal);
}

} // namespace cadastre::mariadb
