// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Opens the engine's own connection; see the header.
#include "model/sql/verify/check_connection.h"

#include "model/sql/mariadb/mariadb_connection.h"
#include "model/sql/postgresql/postgresql_connection.h"
#include "model/sql/sql_texts.h"
#include "model/sql/sqlite/sqlite_connection.h"

#include <algorithm>

namespace cadastre {

namespace {

Error cannotBeAsked(const DatabaseAddress& address)
{
    return {QStringLiteral("%1 is a snapshot: it holds no rows that could be checked; open the "
                           "database itself.")
                .arg(address.displayText()),
            {}};
}

template <typename Opened>
Result<Nothing> adoptConnection(Result<std::unique_ptr<Opened>> opened,
                                std::unique_ptr<Connection>& connection)
{
    if (!opened)
        return opened.error();
    connection = *std::move(opened);
    return ok();
}

} // namespace

CheckConnection::CheckConnection(const DatabaseAddress& address, const ReadOptions& options,
                                 ReadControl& control)
    : m_address(address)
    , m_options(options)
    , m_control(control)
{
}

CheckConnection::~CheckConnection()
{
    m_cancel.reset();
    m_connection.reset();
    if (m_fileState)
        removeSharedMemoryWeMade(m_address.path, *m_fileState);
}

Result<std::unique_ptr<CheckConnection>> CheckConnection::open(const DatabaseAddress& address,
                                                               const QString& password,
                                                               const ReadOptions& options,
                                                               ReadControl& control)
{
    std::unique_ptr<CheckConnection> connection(new CheckConnection(address, options, control));
    if (const Result<Nothing> connected = connection->connect(password); !connected)
        return connected.error();
    connection->m_cancel.emplace(control, *connection->m_connection);
    if (connection->engine() != Engine::PostgreSql)
        return connection;
    if (const auto error = connection->askBound("verify_session", {}, {}))
        return Error{QStringLiteral("The session on %1 could not be prepared for checks: %2")
                         .arg(address.displayText(), error->message),
                     error->code};
    return connection;
}

Result<Nothing> CheckConnection::connect(const QString& password)
{
    switch (m_address.kind) {
    case AddressKind::Sqlite:
        return connectSqlite();
    case AddressKind::PostgreSql:
        return adoptConnection(PostgresConnection::open(m_address, password, m_options, m_control),
                               m_connection);
    case AddressKind::MariaDb: {
        const Result<MariaDbOptions> options =
            mariaDbOptions(m_address, password, m_options, &m_control);
        if (!options)
            return options.error();
        return adoptConnection(MariaDbConnection::open(*options), m_connection);
    }
    case AddressKind::Snapshot:
    case AddressKind::Workspace:
        break;
    }
    return cannotBeAsked(m_address);
}

/// SQLite has no timeout for statements: the engine asks now and then whether to go on.
Result<Nothing> CheckConnection::connectSqlite()
{
    const Result<SqliteFileState> state = sqliteFileState(m_address.path);
    if (!state)
        return state.error();
    auto opened =
        SqliteConnection::open(m_address.path, sqliteOpenMode(*state), m_options.lockTimeoutMs);
    if (!opened)
        return opened.error();
    m_fileState = *state;
    (*opened)->setInterruption(
        [this] { return m_control.isCancelled() || m_deadline.hasExpired(); });
    m_connection = *std::move(opened);
    return ok();
}

QByteArray CheckConnection::text(const char* name) const
{
    const QString file = QString::fromLatin1(name);
    switch (engine()) {
    case Engine::Sqlite:
        return sqlText(QStringLiteral("sqlite"), file, m_connection->versionNumber());
    case Engine::PostgreSql:
        return sqlText(QStringLiteral("postgresql"), file, m_connection->versionNumber());
    case Engine::MariaDb:
    case Engine::MySql:
        return mariaDbText(engine(), m_connection->versionNumber(), file);
    }
    Q_UNREACHABLE();
}

QString CheckConnection::part(const char* name, const TemplateValues& values) const
{
    return QString::fromUtf8(filledTemplate(text(name), values));
}

std::optional<SqlError> CheckConnection::ask(const char* name, const TemplateValues& values,
                                             const RowHandler& handler)
{
    return run(filledTemplate(text(name), values), {}, handler);
}

std::optional<SqlError> CheckConnection::askBound(const char* name, const QStringList& parameters,
                                                  const RowHandler& handler)
{
    return run(text(name), parameters, handler);
}

std::optional<SqlError> CheckConnection::run(const QByteArray& sql, const QStringList& parameters,
                                             const RowHandler& handler)
{
    const SqlError stopped{SqlFailure::Cancelled, {}, {}};
    if (m_control.isCancelled())
        return stopped;
    m_deadline.setRemainingTime(std::max(1, m_options.statementTimeoutMs));
    std::optional<SqlError> error = m_connection->run(sql, parameters, handler);
    if (!error || error->failure != SqlFailure::Cancelled)
        return error;
    if (m_control.isCancelled())
        return stopped;
    if (engine() == Engine::Sqlite)
        return SqlError{SqlFailure::StatementTimeout, {}, {}};
    return error;
}

bool CheckConnection::changedMeanwhile() const
{
    return m_fileState && sqliteFileChanged(m_address.path, *m_fileState);
}

} // namespace cadastre
