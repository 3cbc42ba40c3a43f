// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/sqlite/sqlite_read.h"

#include <algorithm>

namespace cadastre {

QString sqliteFolded(const QString& name)
{
    QString folded = name;
    for (QChar& c : folded) {
        if (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
            c = QChar(c.unicode() + ('a' - 'A'));
    }
    return folded;
}

QString sqliteUnparsedReason()
{
    return QStringLiteral("this SQLite cannot parse its CREATE text");
}

std::optional<TableId> SqliteRead::findTable(const QString& name) const
{
    const auto found = tableByName.constFind(sqliteFolded(name));
    if (found == tableByName.cend())
        return std::nullopt;
    return *found;
}

std::optional<ColumnId> SqliteRead::findColumn(TableId table, const QString& name) const
{
    const QString folded = sqliteFolded(name);
    const std::vector<ColumnId>& ids = columnsOf(table);
    const auto found = std::ranges::find_if(ids, [this, &folded](ColumnId id) {
        return sqliteFolded(objects.columns[std::size_t(id.index)].name) == folded;
    });
    if (found == ids.end())
        return std::nullopt;
    return *found;
}

const SqliteConstraintDdl* sqliteConstraintOver(const SqliteRead& read, TableId table,
                                                SqliteConstraintKind kind,
                                                const std::vector<ColumnId>& columns)
{
    const auto isOver = [&read, &columns](const SqliteConstraintDdl& constraint) {
        return std::ranges::equal(
            constraint.columns, columns, [&read](const QString& name, ColumnId id) {
                const Column& column = read.objects.columns[std::size_t(id.index)];
                return sqliteFolded(name) == sqliteFolded(column.name);
            });
    };
    for (const SqliteConstraintDdl& one : read.ddl[std::size_t(table.index)].constraints) {
        if (one.kind == kind && isOver(one))
            return &one;
    }
    return nullptr;
}

} // namespace cadastre
