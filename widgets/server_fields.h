// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person fills in to reach a server, and the URL that says the same. Never a password. How
// URLs are read lives in model/sql; the dialog gets that as a function.
#pragma once

#include <QString>

#include <utility>

#include <QList>

namespace cadastre {

enum class ServerEngine : std::uint8_t { PostgreSql, MariaDb };

/// How the way to the server is protected, as far as a person chooses it.
enum class TlsChoice : std::uint8_t {
    Default,    ///< required, except on this machine
    Required,   ///< encrypted, certificate not verified
    VerifyCa,   ///< signed by a known authority
    VerifyFull, ///< and made for this host
    ClearText,
};

struct ServerFields
{
    ServerEngine engine = ServerEngine::PostgreSql;
    QString host; ///< or the path of a socket, told by its leading slash
    int port = 0; ///< 0 for the engine's default
    QString user;
    QString database;
    TlsChoice tls = TlsChoice::Default;
    QString caFile;
    QString service; ///< PostgreSQL service, MariaDB group of the option files
    QString sshHost; ///< the way leads through this host of OpenSSH; empty for none
    /// Parameters of the URL without a field of their own.
    QList<std::pair<QString, QString>> otherParameters;

    bool operator==(const ServerFields&) const = default;
};

/// "postgresql://anna@db.example:5432/shop?sslmode=verify-full".
QString serverUrl(const ServerFields& fields);
/// The URL, and behind it " (ssh HOST)" where the way leads through one.
QString serverAddress(const ServerFields& fields);
/// Takes the parameters that have a field out of `parameters`; the rest become otherParameters.
void takeParameters(ServerFields& fields, const QList<std::pair<QString, QString>>& parameters);
int defaultPort(ServerEngine engine);

} // namespace cadastre
