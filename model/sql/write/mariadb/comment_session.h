// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CommentSession: a connection on which comments are read or written, what it reached, and how one
// object is kept for oneself meanwhile. Which objects and statements is decided elsewhere.
#pragma once

#include "model/dialect/mariadb_comment_statements.h"
#include "model/sql/mariadb/mariadb_connection.h"
#include "model/sql/write/mariadb/comment_targets.h"

namespace cadastre::mariadb {

enum class SessionPurpose : std::uint8_t { Reading, Writing };

/// How far others are kept away from an object.
enum class Hold : std::uint8_t {
    None,      ///< not held: `error` says why
    Everybody, ///< LOCK TABLES
    Cadastres, ///< a named lock: programs that do not ask for it are not kept away
};

struct HoldResult
{
    Hold hold = Hold::None;
    std::optional<SqlError> error = std::nullopt;
};

class CommentSession
{
public:
    static Result<std::unique_ptr<CommentSession>> open(const DatabaseAddress& address,
                                                        const QString& password,
                                                        const CommentWriteRequest& request,
                                                        SessionPurpose purpose);

    [[nodiscard]] MariaDbConnection& connection() { return *m_connection; }
    [[nodiscard]] const WriteTarget& target() const { return m_target; }
    [[nodiscard]] bool isMariaDb() const { return m_connection->engine() == Engine::MariaDb; }
    /// explicit_defaults_for_timestamp: a TIMESTAMP without DEFAULT stays one.
    [[nodiscard]] bool keepsTimestamps() const { return m_keepsTimestamps; }

    /// As in the server's list of processes.
    [[nodiscard]] qint64 connectionId() const { return m_connectionId; }

    std::optional<SqlError> run(const QByteArray& sql);
    std::optional<SqlError> ask(const char* name, const QStringList& parameters,
                                const RowHandler& handler);
    std::optional<SqlError> rows(const QByteArray& sql, const RowHandler& handler);
    /// As run() and rows() for what has to be known or given back also when a person stopped the
    /// work: a cancel that comes late is not allowed to hit it.
    std::optional<SqlError> insist(const QByteArray& sql, const RowHandler& handler);

    /// Waits at most the request's lock timeout.
    HoldResult holdTable(const QByteArray& path);
    HoldResult holdName(const QByteArray& kind, const QByteArray& path);
    void release();

private:
    CommentSession(std::unique_ptr<MariaDbConnection> connection, int lockTimeoutMs);
    Result<Nothing> askTarget(const DatabaseAddress& address);

    std::unique_ptr<MariaDbConnection> m_connection;
    WriteTarget m_target;
    int m_lockSeconds;
    qint64 m_connectionId = 0;
    bool m_keepsTimestamps = false;
    bool m_locksTables = false;
    QByteArray m_namedLock; ///< empty for none
};

} // namespace cadastre::mariadb
