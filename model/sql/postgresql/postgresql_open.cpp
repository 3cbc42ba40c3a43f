// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How a session of PostgreSQL comes about: connecting in time, directly or through OpenSSH, and its
// settings. What is asked of it lives in postgresql_connection.cpp.
#include "model/sql/postgresql/connection_settings.h"
#include "model/sql/postgresql/postgresql_connection.h"
#include "model/sql/postgresql/postgresql_error.h"
#include "model/sql/sql_texts.h"

#include <QDeadlineTimer>

#include <libpq-fe.h>

#include <poll.h>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int longestCancelGraceMs = 3000;
constexpr int connectSliceMs = 50; ///< how long a wait lasts before a cancel is noticed
constexpr int answerGraceMs = 30000;

PgConn startConnecting(const ConnectionSettings& settings)
{
    std::vector<const char*> keywords;
    std::vector<const char*> values;
    for (const auto& [keyword, value] : settings.parameters) {
        keywords.push_back(keyword.constData());
        values.push_back(value.constData());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    return PgConn(PQconnectStartParams(keywords.data(), values.data(), 1));
}

/// The connect_timeout of URL, service or environment; else the default.
int connectTimeoutMs(pg_conn* connection, int defaultMs)
{
    PQconninfoOption* options = PQconninfo(connection);
    int timeoutMs = defaultMs;
    for (auto* option = options; option && option->keyword; ++option) {
        if (qstrcmp(option->keyword, "connect_timeout") == 0 && option->val && *option->val)
            timeoutMs = QByteArray(option->val).toInt() * 1000;
    }
    PQconninfoFree(options);
    return timeoutMs > 0 ? timeoutMs : defaultMs;
}

std::optional<Error> finishConnecting(pg_conn* connection, const QString& password,
                                      const ReadOptions& options, const ReadControl& control)
{
    if (!connection || PQstatus(connection) == CONNECTION_BAD)
        return connectError(connection, password);
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE);
    const int timeoutMs = connectTimeoutMs(connection, options.connectTimeoutMs);
    const QDeadlineTimer deadline(timeoutMs);
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK) {
        if (state == PGRES_POLLING_FAILED)
            return connectError(connection, password);
        if (control.isCancelled())
            return Error{QStringLiteral("Connecting was cancelled."), {}, ErrorKind::Cancelled};
        if (deadline.hasExpired())
            return connectTimeoutError(connection, timeoutMs);
        pollfd descriptor{PQsocket(connection),
                          static_cast<short>(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (poll(&descriptor, 1, connectSliceMs) > 0)
            state = PQconnectPoll(connection);
    }
    PQsetErrorVerbosity(connection, PQERRORS_DEFAULT);
    return std::nullopt;
}

/// How long an answer is waited for before the server is taken for gone: longer than it lets a
/// statement run itself. What is written takes as long as it takes.
int answerTimeoutMs(const ReadOptions& options, SessionUse use)
{
    const bool limited = use == SessionUse::Reading && options.statementTimeoutMs > 0;
    return limited ? options.statementTimeoutMs + answerGraceMs : 0;
}

void ignoreNotice(void*, const char*) {}

} // namespace

Result<std::unique_ptr<PostgresConnection>>
PostgresConnection::open(const DatabaseAddress& address, const QString& password,
                         const ReadOptions& options, const ReadControl& control, SessionUse use)
{
    if (!address.sshHost.isEmpty())
        return openThroughSsh(address, password, options, control, use);
    return openAt(address, connectionSettings(address.url, password), password, options, control,
                  use);
}

Result<std::unique_ptr<PostgresConnection>>
PostgresConnection::openThroughSsh(const DatabaseAddress& address, const QString& password,
                                   const ReadOptions& options, const ReadControl& control,
                                   SessionUse use)
{
    const Result<SshWay> way = sshWayOf(address.url, address.sshHost);
    if (!way)
        return way.error();
    const auto attempt = [&](const std::shared_ptr<SshTunnel>& tunnel) {
        auto opened = openAt(address, connectionSettings(address.url, password, tunnel->port()),
                             password, options, control, use);
        if (opened) {
            (*opened)->m_tunnel = tunnel;
            return opened;
        }
        Error error = opened.error(); // libpq knows this machine's end only
        const QString nearEnd = QString(QLatin1Char(':') + QString::number(tunnel->port()));
        error.message.replace(nearEnd, QString(QLatin1Char(':') + QString::number(way->port)));
        return Result<std::unique_ptr<PostgresConnection>>(error);
    };
    return throughTunnel(
        *way, [&control] { return control.isCancelled(); }, options.connectTimeoutMs, attempt);
}

Result<std::unique_ptr<PostgresConnection>>
PostgresConnection::openAt(const DatabaseAddress& address, const ConnectionSettings& settings,
                           const QString& password, const ReadOptions& options,
                           const ReadControl& control, SessionUse use)
{
    PgConn raw = startConnecting(settings);
    PQsetNoticeProcessor(raw.get(), ignoreNotice, nullptr);
    if (auto error = finishConnecting(raw.get(), password, options, control))
        return *error;
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(std::move(raw)));
    if (connection->versionNumber() < 120000) {
        return Error{QStringLiteral("%1 is PostgreSQL %2; versions from 12 on can be read.")
                         .arg(address.displayText(), connection->versionText()),
                     {}};
    }
    connection->m_answerTimeoutMs = answerTimeoutMs(options, use);
    connection->m_cancelGraceMs = std::min(longestCancelGraceMs, options.connectTimeoutMs);
    if (const auto error = connection->prepareSession(options, use)) {
        return Error{QStringLiteral("The session on %1 could not be prepared: %2")
                         .arg(address.displayText(), error->message),
                     error->code};
    }
    return connection;
}

std::optional<SqlError> PostgresConnection::prepareSession(const ReadOptions& options,
                                                           SessionUse use)
{
    takeBytesAsTheyAre(false);
    const QString text =
        use == SessionUse::Reading ? QStringLiteral("session") : QStringLiteral("write_session");
    const QByteArray sql = sqlText(QStringLiteral("postgresql"), text, versionNumber());
    const QStringList timeouts{QString::number(options.lockTimeoutMs),
                               QString::number(options.statementTimeoutMs),
                               QString::number(std::max(options.statementTimeoutMs, 60000))};
    if (auto error = run(sql, timeouts, {}))
        return error;
    if (parameterStatus("standard_conforming_strings") == QLatin1String("on"))
        return std::nullopt;
    return SqlError{SqlFailure::Other, {}, QStringLiteral("standard_conforming_strings stays off")};
}

} // namespace cadastre
