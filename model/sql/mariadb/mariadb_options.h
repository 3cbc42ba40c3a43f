// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a connection to MariaDB or MySQL is made with, taken from an address and checked. Option
// files are read later, by the client library; what the address says wins over them.
#pragma once

#include "model/sql/source_reader.h"
#include "model/sql/ssh/ssh_tunnel.h"

#include <QByteArray>

namespace cadastre {

/// How far the way to the server must be protected. The words of `ssl-mode` in an address are
/// MySQL's.
enum class TlsDemand : std::uint8_t {
    Automatic,      ///< required where the server is not on this machine
    Off,            ///< "disabled": clear text, chosen by a person
    Required,       ///< "required": encrypted, certificate not checked
    VerifyCa,       ///< "verify-ca", and what ssl-ca or ssl-capath means without an ssl-mode
    VerifyIdentity, ///< "verify-identity": also the host name
};

struct MariaDbOptions
{
    QByteArray host; ///< empty: the option files', else this machine
    QByteArray socket;
    unsigned int port = 0;
    QByteArray user;
    QByteArray password; ///< empty: the option files'
    QByteArray database;
    QByteArray sslCa;
    QByteArray sslCapath;
    QByteArray sslCert;
    QByteArray sslKey;
    QByteArray sslCipher;
    TlsDemand tls = TlsDemand::Automatic;
    QByteArray optionGroup;            ///< read beside [client] from the option files
    QString displayText;               ///< the address for sentences, without secrets
    SshWay ssh;                        ///< the way through OpenSSH, where there is one
    std::shared_ptr<SshTunnel> tunnel; ///< that way, once it is open; the last copy ends it
    std::function<bool()> isCancelled; ///< while connecting; may be empty
    int connectTimeoutMs = 10000;
    int lockTimeoutMs = 1000;
    int statementTimeoutMs = 120000;

    /// What the library connects to: this machine's end of a tunnel, else what the address says.
    [[nodiscard]] QByteArray connectHost() const { return tunnel ? "127.0.0.1" : host; }
    [[nodiscard]] unsigned int connectPort() const
    {
        return tunnel ? static_cast<unsigned int>(tunnel->port()) : port;
    }

    /// Whether the address itself names a place on this machine: a socket, localhost, 127.0.0.1,
    /// ::1. Without host and socket the option files decide, so that is not known here.
    [[nodiscard]] bool isLocal() const;
    [[nodiscard]] bool isPlaceUnknown() const { return host.isEmpty() && socket.isEmpty(); }
    [[nodiscard]] bool wantsEncryption() const;
    [[nodiscard]] bool wantsVerification() const;
    /// Also the host name; so too where no authority is named, because the library then checks
    /// both or nothing.
    [[nodiscard]] bool wantsHostCheck() const;
};

/// Fails for an unknown ssl-mode and for contradictions (certificates with ssl-mode=disabled, the
/// host name checked behind SSH, where the library only sees this machine). `control` stops
/// connecting; it must outlive it.
Result<MariaDbOptions> mariaDbOptions(const DatabaseAddress& address, const QString& password,
                                      const ReadOptions& options,
                                      const ReadControl* control = nullptr);

} // namespace cadastre
