// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What libpq is asked to connect with: the URL as it is, and beside it what this program adds. How
// libpq finds services, passwords and environment variables is left to libpq.
#pragma once

#include "model/sql/ssh/ssh_tunnel.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace cadastre {

/// Keywords and values in the order of PQconnectStartParams with expand_dbname: what stands before
/// `dbname` gives way to the URL, what stands after it does not.
struct ConnectionSettings
{
    std::vector<std::pair<QByteArray, QByteArray>> parameters;

    /// The last value of a keyword; empty when there is none.
    [[nodiscard]] QByteArray value(const QByteArray& keyword) const;
};

/// Where a URL leads through this host of OpenSSH: what libpq would connect to by URL, service and
/// environment. Fails for several hosts.
Result<SshWay> sshWayOf(const QString& url, const QString& sshHost);

/// The settings for a URL without password. TLS is required where URL, service and environment say
/// nothing about it and a host is not this machine. An empty password leaves .pgpass and the
/// environment in charge. `tunnelPort` is this machine's end of a way through OpenSSH, 0 for none:
/// the host stays what is checked in the server's certificate and looked up in .pgpass.
ConnectionSettings connectionSettings(const QString& url, const QString& password,
                                      int tunnelPort = 0);

/// Whether a host of libpq is this machine: a socket folder, empty, localhost or loopback.
bool isLocalHost(const QString& host);

} // namespace cadastre
