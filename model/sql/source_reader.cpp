// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/source_reader.h"

#include "model/notes/sidecar/sidecar.h"
#include "model/sql/mariadb/mariadb_reader.h"
#include "model/sql/postgresql/postgresql_reader.h"
#include "model/sql/sqlite/sqlite_reader.h"

namespace cadastre {

namespace {

Error notADatabase(const DatabaseAddress& address)
{
    return {QStringLiteral("%1 is a file of Cadastre, not a database: open it instead of reading "
                           "it.")
                .arg(address.displayText()),
            {}};
}

Result<ReadResult> readDatabase(const DatabaseAddress& address, const QString& password,
                                const ReadOptions& options, ReadControl& control)
{
    switch (address.kind) {
    case AddressKind::Sqlite:
        return readSqlite(address, password, options, control);
    case AddressKind::PostgreSql:
        return readPostgreSql(address, password, options, control);
    case AddressKind::MariaDb:
        return readMariaDb(address, password, options, control);
    case AddressKind::Snapshot:
    case AddressKind::Workspace:
        break;
    }
    return notADatabase(address);
}

} // namespace

void ReadControl::cancel()
{
    m_cancelled = true;
    const std::lock_guard lock(m_mutex);
    if (m_cancelOnServer)
        m_cancelOnServer();
}

void ReadControl::setServerCancel(std::function<void()> cancelOnServer)
{
    const std::lock_guard lock(m_mutex);
    m_cancelOnServer = std::move(cancelOnServer);
    if (m_cancelled && m_cancelOnServer)
        m_cancelOnServer();
}

Result<ReadResult> readSource(const DatabaseAddress& address, const QString& password,
                              const ReadOptions& options, ReadControl& control)
{
    Result<ReadResult> result = readDatabase(address, password, options, control);
    const QString sidecar = options.sidecarPath.isEmpty() && address.kind == AddressKind::Sqlite
                                ? sqliteSidecarPath(address.path)
                                : options.sidecarPath;
    if (!result || sidecar.isEmpty())
        return result;
    SidecarReading reading = withSidecar(result->catalog, sidecar);
    result->catalog = std::move(reading.catalog);
    result->sidecarProblems = std::move(reading.problems);
    return result;
}

Result<ConnectionTest> testConnection(const DatabaseAddress& address, const QString& password,
                                      const ReadOptions& options, ReadControl& control)
{
    switch (address.kind) {
    case AddressKind::Sqlite:
        return testSqlite(address, password, options, control);
    case AddressKind::PostgreSql:
        return testPostgreSql(address, password, options, control);
    case AddressKind::MariaDb:
        return testMariaDb(address, password, options, control);
    case AddressKind::Snapshot:
    case AddressKind::Workspace:
        break;
    }
    return notADatabase(address);
}

} // namespace cadastre
