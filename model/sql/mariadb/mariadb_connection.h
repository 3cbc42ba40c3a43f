// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// MariaDbConnection: a connection to MariaDB or MySQL on the client library itself, because Qt's
// driver ignores TLS options and option files; read-only unless it is opened for writing comments.
// One thread at a time.
#pragma once

#include "model/sql/connection.h"
#include "model/sql/mariadb/mariadb_handle.h"

#include <memory>

namespace cadastre {

class MariaDbConnection : public Connection
{
public:
    /// Connects, checks that the way is as protected as asked for, and makes the session read-only
    /// with timeouts and a known SQL mode.
    static Result<std::unique_ptr<MariaDbConnection>> open(const MariaDbOptions& options);
    /// As open(), but the session may write: SQL mode empty, times in UTC, text in utf8mb4, and
    /// statements that run as long as they need. For model/sql/write only.
    static Result<std::unique_ptr<MariaDbConnection>> openForWriting(const MariaDbOptions& options);
    ~MariaDbConnection() override;

    std::optional<SqlError> run(const QByteArray& sql, const QStringList& parameters,
                                const RowHandler& handler) override;
    /// The function opens a second connection on a thread of its own and does not wait for it.
    CancelFunction canceller() override;
    Engine engine() const override;
    int versionNumber() const override;
    QString versionText() const override { return m_versionText; }
    QString transportSecurity() const override { return m_transportSecurity; }
    int statementCount() const override { return m_statementCount; }

    /// The text of resources/sql/mariadb for this server, or that of resources/sql/mysql where
    /// MySQL needs one of its own.
    [[nodiscard]] QByteArray text(const char* name) const;
    /// Warnings of the last statement; their text is asked for by a statement.
    [[nodiscard]] unsigned int warningCount() const { return m_handle->warningCount(); }

private:
    class Canceller;
    MariaDbConnection(const MariaDbOptions& options, std::unique_ptr<MariaDbHandle> handle);
    static Result<std::unique_ptr<MariaDbConnection>> openChecked(const MariaDbOptions& options);
    Result<Nothing> checkProtection();
    Result<Nothing> prepareSession();
    Result<Nothing> prepareWritingSession();

    MariaDbOptions m_options;
    std::unique_ptr<MariaDbHandle> m_handle;
    std::shared_ptr<Canceller> m_canceller;
    QString m_versionText;
    QString m_transportSecurity;
    int m_statementCount = 0;
};

/// As MariaDbConnection::text(), for any server.
QByteArray mariaDbText(Engine engine, int versionNumber, const QString& name);
/// The version of a server from its greeting: major * 10000 + minor * 100 + patch. Old MariaDB
/// servers put "5.5.5-" before theirs.
int mariaDbVersionNumber(const QString& versionText);
/// MariaDB names itself in its version; everything else is MySQL.
Engine mariaDbEngine(const QString& versionText);

} // namespace cadastre
