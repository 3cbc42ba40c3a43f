// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PostgresConnection: one session on libpq itself, because a reader needs the bytes of undecodable
// text, the exact conninfo (services, several hosts, .pgpass) and cancelling, none of which Qt
// SQL's driver gives. What is asked lives in resources/sql/postgresql; what is written comes from
// model/dialect.
#pragma once

#include "model/sql/connection.h"
#include "model/sql/source_reader.h"

#include <atomic>

#include <memory>

struct pg_conn;
struct pg_result;

namespace cadastre {

struct ConnectionSettings;
class SshTunnel;

struct PgConnDeleter
{
    void operator()(pg_conn* connection) const;
};
struct PgResultDeleter
{
    void operator()(pg_result* result) const;
};
using PgConn = std::unique_ptr<pg_conn, PgConnDeleter>;
using PgResult = std::unique_ptr<pg_result, PgResultDeleter>;

/// What a session is for: reading ones are made read-only on the server. Writing ones are for
/// model/sql/write alone.
enum class SessionUse : std::uint8_t { Reading, Writing };

/// What came of statements that were sent in one go.
struct TogetherOutcome
{
    std::size_t done = 0;          ///< so many succeeded
    std::optional<SqlError> error; ///< of the one behind them; those behind that one did not run
};

class PostgresConnection : public Connection
{
public:
    /// Connects and prepares the session, with an empty search path, standard_conforming_strings on
    /// and the timeouts of `options`. Gives up after connectTimeoutMs, or at once when `control` is
    /// cancelled (name resolution cannot be interrupted). Fails with a sentence that names server,
    /// user or database.
    static Result<std::unique_ptr<PostgresConnection>>
    open(const DatabaseAddress& address, const QString& password, const ReadOptions& options,
         const ReadControl& control, SessionUse use = SessionUse::Reading);

    [[nodiscard]] std::optional<SqlError> run(const QByteArray& sql, const QStringList& parameters,
                                              const RowHandler& handler) override;
    /// Runs statements without rows, each a message of its own, in one round trip.
    [[nodiscard]] TogetherOutcome runTogether(const std::vector<QByteArray>& statements);
    /// A transaction is open, and nothing in it has failed.
    [[nodiscard]] bool isInSoundTransaction() const;
    /// "db.example.org:5432", or "this machine" for a socket.
    [[nodiscard]] QString serverPlace() const;
    /// Sticky: after a cancel no further statement of this connection runs.
    [[nodiscard]] CancelFunction canceller() override;
    [[nodiscard]] Engine engine() const override { return Engine::PostgreSql; }
    [[nodiscard]] int versionNumber() const override;
    [[nodiscard]] QString versionText() const override;
    [[nodiscard]] QString transportSecurity() const override;
    [[nodiscard]] int statementCount() const override { return m_statementCount; }
    /// Text as the database keeps it, without any conversion (true), or as UTF-8 (false).
    void takeBytesAsTheyAre(bool asTheyAre);
    /// The database's encoding as the server names it: "UTF8", "SQL_ASCII".
    [[nodiscard]] QString serverEncoding() const;

private:
    explicit PostgresConnection(PgConn connection);
    static Result<std::unique_ptr<PostgresConnection>>
    openAt(const DatabaseAddress& address, const ConnectionSettings& settings,
           const QString& password, const ReadOptions& options, const ReadControl& control,
           SessionUse use);
    static Result<std::unique_ptr<PostgresConnection>>
    openThroughSsh(const DatabaseAddress& address, const QString& password,
                   const ReadOptions& options, const ReadControl& control, SessionUse use);

    std::optional<SqlError> prepareSession(const ReadOptions& options, SessionUse use);
    std::optional<SqlError> send(const QByteArray& sql, const QStringList& parameters);
    std::optional<SqlError> receive(PgResult& result);
    std::optional<SqlError> sendTogether(const std::vector<QByteArray>& statements);
    /// Takes the answer to one of several statements; an absent result where there is none.
    std::optional<SqlError> receiveOne(PgResult& result);
    TogetherOutcome receiveTogether(std::size_t count);
    std::optional<SqlError> awaitResult();
    [[nodiscard]] SqlError errorOf(const pg_result* result) const;
    [[nodiscard]] QString parameterStatus(const char* name) const;

    std::shared_ptr<SshTunnel> m_tunnel; ///< ends after the connection
    PgConn m_connection;
    int m_answerTimeoutMs = 0; ///< 0: as long as it takes
    int m_cancelGraceMs = 0;   ///< after a cancel a server that does not stop is given up
    std::shared_ptr<std::atomic_bool> m_cancelAsked;
    int m_statementCount = 0;
};

} // namespace cadastre
