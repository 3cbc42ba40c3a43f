// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/mariadb/table_state.h"

#include <algorithm>

namespace cadastre::mariadb {

namespace {

SqlError unreadable(const Error& error)
{
    return {SqlFailure::Other, {}, error.message};
}

std::optional<SqlError> readText(CommentSession& session, const CommentTarget& target,
                                 TableState& state)
{
    QByteArray sql;
    const auto error = session.insist(showCreate("TABLE", target.path), [&sql](const Row& row) {
        sql = row[1].bytes().toByteArray();
    });
    if (error)
        return error;
    Result<CreateTableText> text = parseCreateTable(sql, BackslashMode::Escapes);
    if (!text)
        return unreadable(text.error());
    state.text = std::move(*text);
    return std::nullopt;
}

std::optional<SqlError> readReferenceSystems(CommentSession& session, const CommentTarget& target,
                                             TableState& state)
{
    return session.ask("write_reference_systems", {target.schema, target.object},
                       [&state](const Row& row) {
                           const auto system = static_cast<unsigned int>(row[1].integer());
                           if (system != 0)
                               state.referenceSystems[row[0].text()] = system;
                       });
}

HiddenDefault hiddenDefault(const Row& row, const QByteArray& printed)
{
    const QByteArray bytes = QByteArray::fromHex(row[0].bytes().toByteArray());
    if (row[2].text() == QLatin1String("binary"))
        return {bytes, bytes == printed ? QByteArray() : "x'" + bytes.toHex() + '\''};
    const QByteArray text = QByteArray::fromHex(row[1].bytes().toByteArray());
    return {bytes, text == printed ? QByteArray() : "_utf8mb4 x'" + text.toHex() + '\''};
}

std::optional<SqlError> readHiddenDefault(CommentSession& session, const CommentTarget& target,
                                          const TableItem& column, TableState& state)
{
    const Result<QString> name = quotedIdentifier(column.name);
    if (!name)
        return unreadable(name.error());
    const QByteArray printed = defaultText(state.text, column);
    return session.rows(selectDefault(target.path, name->toUtf8()), [&](const Row& row) {
        state.hiddenDefaults[column.name] = hiddenDefault(row, printed);
    });
}

} // namespace

std::optional<SqlError> readTableState(CommentSession& session, const CommentTarget& target,
                                       const QStringList& columns, TableState& state)
{
    if (auto error = readText(session, target, state))
        return error;
    bool hasGeometry = false;
    for (const QString& name : columns) {
        const TableItem* column = state.text.column(name);
        if (!column)
            continue;
        hasGeometry = hasGeometry || isGeometry(state.text, *column);
        if (!hasDoubtfulDefault(state.text, *column))
            continue;
        if (auto error = readHiddenDefault(session, target, *column, state))
            return error;
    }
    return hasGeometry && session.isMariaDb() ? readReferenceSystems(session, target, state)
                                              : std::nullopt;
}

QString unwantedChange(const TableState& before, const TableState& after,
                       const CommentedParts& parts)
{
    if (!sameButComments(before.text, after.text, parts))
        return QStringLiteral("its definition differs from before");
    if (before.referenceSystems != after.referenceSystems)
        return QStringLiteral("the reference system of a geometry differs from before");
    if (before.hiddenDefaults != after.hiddenDefaults)
        return QStringLiteral("the default of a column differs from before");
    return {};
}

std::optional<QByteArray> storedCommentOf(const CreateTableText& table, const CommentTarget& target)
{
    if (target.kind == TargetKind::Table)
        return table.comment;
    const TableItem* item =
        target.kind == TargetKind::Column ? table.column(target.part) : table.index(target.part);
    return item ? std::optional(item->comment) : std::nullopt;
}

} // namespace cadastre::mariadb
