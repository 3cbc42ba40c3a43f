// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/mariadb/comment_session.h"

#include <QCryptographicHash>

namespace cadastre::mariadb {

namespace {

constexpr int mostLateCancels = 5;
constexpr int weekMs = 7 * 24 * 3600 * 1000;
constexpr unsigned int defaultPortNumber = 3306;

ReadOptions sessionOptions(const CommentWriteRequest& request, SessionPurpose purpose)
{
    ReadOptions options;
    options.lockTimeoutMs = request.lockTimeoutMs;
    options.connectTimeoutMs = request.connectTimeoutMs;
    if (purpose == SessionPurpose::Writing && request.allowCopy)
        options.statementTimeoutMs = weekMs; // a copy takes as long as the table is large
    return options;
}

QString placeOf(const DatabaseAddress& address, const QString& serverName, const QString& port)
{
    if (!address.socket.isEmpty())
        return QStringLiteral("this machine (%1)").arg(address.socket);
    const QString host = address.host.isEmpty() ? serverName : address.host;
    const QString number = address.port != 0 ? QString::number(address.port) : port;
    return host + QLatin1Char(':') +
           (number.isEmpty() ? QString::number(defaultPortNumber) : number);
}

void ignoreRows(const Row&) {}

} // namespace

CommentSession::CommentSession(std::unique_ptr<MariaDbConnection> connection, int lockTimeoutMs)
    : m_connection(std::move(connection))
    , m_lockSeconds(std::max(1, (lockTimeoutMs + 999) / 1000))
{
}

Result<std::unique_ptr<CommentSession>> CommentSession::open(const DatabaseAddress& address,
                                                             const QString& password,
                                                             const CommentWriteRequest& request,
                                                             SessionPurpose purpose)
{
    const Result<MariaDbOptions> options =
        mariaDbOptions(address, password, sessionOptions(request, purpose));
    if (!options)
        return options.error();
    auto connection = purpose == SessionPurpose::Writing
                          ? MariaDbConnection::openForWriting(*options)
                          : MariaDbConnection::open(*options);
    if (!connection)
        return connection.error();
    std::unique_ptr<CommentSession> session(
        new CommentSession(std::move(*connection), request.lockTimeoutMs));
    if (const Result<Nothing> asked = session->askTarget(address); !asked)
        return asked.error();
    return session;
}

Result<Nothing> CommentSession::askTarget(const DatabaseAddress& address)
{
    const auto error = ask("write_target", {}, [&](const Row& row) {
        m_target.role = row[0].text();
        m_target.readOnly = row[1].boolean();
        m_keepsTimestamps = row[2].boolean();
        m_target.server = placeOf(address, row[3].text(), row[4].text());
        m_connectionId = row[5].integer();
    });
    if (error)
        return Error{QStringLiteral("%1 could not be asked what can be written, so nothing was.")
                         .arg(address.displayText()),
                     error->message};
    m_target.database = address.database;
    m_target.engine = engineName(m_connection->engine()) + QLatin1Char(' ') +
                      m_connection->versionText().section(QLatin1Char('-'), 0, 0);
    return ok();
}

std::optional<SqlError> CommentSession::run(const QByteArray& sql)
{
    return m_connection->run(sql, {}, ignoreRows);
}

std::optional<SqlError> CommentSession::ask(const char* name, const QStringList& parameters,
                                            const RowHandler& handler)
{
    return m_connection->run(m_connection->text(name), parameters, handler);
}

std::optional<SqlError> CommentSession::rows(const QByteArray& sql, const RowHandler& handler)
{
    return m_connection->run(sql, {}, handler);
}

std::optional<SqlError> CommentSession::insist(const QByteArray& sql, const RowHandler& handler)
{
    std::optional<SqlError> error;
    for (int attempt = 0; attempt < mostLateCancels; ++attempt) {
        error = m_connection->run(sql, {}, handler);
        if (!error || error->failure != SqlFailure::Cancelled)
            break;
    }
    return error;
}

HoldResult CommentSession::holdName(const QByteArray& kind, const QByteArray& path)
{
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray(kind + ' ' + path), QCryptographicHash::Sha1).toHex();
    const QByteArray name = "cadastre." + hash;
    bool isOurs = false;
    const auto error = rows(getLock(name, m_lockSeconds),
                            [&isOurs](const Row& row) { isOurs = row[0].integer() == 1; });
    if (error)
        return {Hold::None, error};
    if (!isOurs) {
        return {
            Hold::None,
            SqlError{SqlFailure::LockTimeout, {}, QStringLiteral("another Cadastre works on it")}};
    }
    m_namedLock = name;
    return {Hold::Cadastres};
}

HoldResult CommentSession::holdTable(const QByteArray& path)
{
    const HoldResult named = holdName("TABLE", path);
    if (named.hold == Hold::None)
        return named;
    const std::optional<SqlError> error = run(lockTable(path));
    if (!error) {
        m_locksTables = true;
        return {Hold::Everybody};
    }
    switch (error->failure) {
    case SqlFailure::LockTimeout:
    case SqlFailure::Cancelled:
    case SqlFailure::ConnectionLost:
    case SqlFailure::StatementTimeout:
        release();
        return {Hold::None, error};
    default:
        return {Hold::Cadastres, error};
    }
}

void CommentSession::release()
{
    if (m_locksTables)
        (void)insist(unlockTables(), ignoreRows);
    if (!m_namedLock.isEmpty())
        (void)insist(releaseLock(m_namedLock), ignoreRows);
    m_locksTables = false;
    m_namedLock.clear();
}

} // namespace cadastre::mariadb
