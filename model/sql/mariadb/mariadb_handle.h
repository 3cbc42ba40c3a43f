// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// MariaDbHandle: the client library's connection object, made with all options of an address, and
// the two ways to run one statement on it. What a session looks like is decided elsewhere.
#pragma once

#include "model/sql/connection.h"
#include "model/sql/mariadb/mariadb_options.h"

#include <memory>

struct st_mysql;

namespace cadastre {

class MariaDbHandle
{
public:
    /// Connects; several statements in one text are not possible on this connection.
    static Result<std::unique_ptr<MariaDbHandle>> connect(const MariaDbOptions& options);
    ~MariaDbHandle();
    MariaDbHandle(const MariaDbHandle&) = delete;
    MariaDbHandle& operator=(const MariaDbHandle&) = delete;

    /// Text protocol without parameters, prepared with them; rows come as they are read.
    std::optional<SqlError> run(const QByteArray& sql, const QStringList& parameters,
                                const RowHandler& handler);

    /// Ends a wait of another thread for an answer that will not come; only while this lives.
    void hangUp();
    [[nodiscard]] unsigned long threadId() const;
    [[nodiscard]] unsigned int warningCount() const { return m_warningCount; }
    [[nodiscard]] QString versionText() const;
    /// "TLSv1.3", or empty.
    [[nodiscard]] QString tlsVersion() const;
    [[nodiscard]] bool isUnixSocket() const;
    /// Whether the peer is this machine: a socket or a loopback address.
    [[nodiscard]] bool isLocal() const;
    /// Whether certificates are checked against what the address says, now that option files, which
    /// win over it, were read.
    [[nodiscard]] bool verifiesAsAsked() const;

private:
    explicit MariaDbHandle(const MariaDbOptions& options);
    void setOptions();
    /// False when it could not be connected, or not in time, or was cancelled.
    bool connectInTime();
    /// Notices a peer that is gone without a word: after sleep, behind a VPN that dropped.
    void watchPeer();
    std::optional<SqlError> runPlain(const QByteArray& sql, const RowHandler& handler);
    std::optional<SqlError> runPrepared(const QByteArray& sql, const QStringList& parameters,
                                        const RowHandler& handler);
    [[nodiscard]] SqlError error(unsigned int number, const char* words) const;
    [[nodiscard]] SqlError lastError() const;

    MariaDbOptions m_options;
    st_mysql* m_mysql = nullptr;
    unsigned int m_warningCount = 0;
};

} // namespace cadastre
