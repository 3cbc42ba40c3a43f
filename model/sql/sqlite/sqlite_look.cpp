// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/sqlite/sqlite_look.h"

#include "model/sql/sqlite/sqlite_connection.h"

#include <QCryptographicHash>

namespace cadastre {

namespace {

constexpr int busyMs = 500;
constexpr int rootPageColumn = 4; ///< of objects.sql: another one after VACUUM

Result<Nothing> lookInto(SqliteConnection& connection, const QString& path, bool checkPages,
                         SqliteLook& look)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    const auto failure = [&](const SqlError& error) {
        return sqliteFileError(path, error.code.toInt(), error.message);
    };
    const auto objects = connection.run(connection.text("objects"), {}, [&](const Row& row) {
        for (int i = 1; i < row.size(); ++i) {
            if (i != rootPageColumn)
                hash.addData(QByteArray(row[i].text().toUtf8()).append('\0'));
        }
    });
    if (objects)
        return failure(*objects);
    look.schema = hash.result();
    if (!checkPages)
        return ok();
    const auto checked = connection.run(connection.text("quick_check"), {}, [&](const Row& row) {
        if (look.damage.isEmpty() && row[0].text() != QLatin1String("ok"))
            look.damage = row[0].text();
    });
    if (checked && checked->failure == SqlFailure::Other)
        look.damage = checked->message; // so broken that it cannot be checked
    return ok();
}

} // namespace

Result<SqliteLook> lookAtSqlite(const QString& path, bool checkPages,
                                const std::function<bool()>& shouldStop)
{
    const Result<SqliteFileState> state = sqliteFileState(path);
    if (!state)
        return state.error();
    SqliteLook look;
    look.file = *state;
    Result<Nothing> looked = ok();
    {
        auto connection = SqliteConnection::open(path, sqliteOpenMode(*state), busyMs);
        if (!connection)
            return connection.error();
        (*connection)->setInterruption(shouldStop);
        looked = lookInto(**connection, path, checkPages, look);
    }
    removeSharedMemoryWeMade(path, *state);
    if (!looked)
        return looked.error();
    return look;
}

} // namespace cadastre
