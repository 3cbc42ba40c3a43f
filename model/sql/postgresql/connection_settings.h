// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What libpq is asked to connect with: the URL as it is, and beside it what this program adds. How
// libpq finds services, passwords and environment variables is left to libpq.
#pragma once

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

/// The settings for a URL without password. TLS is required where URL, service and environment say
/// nothing about it and a host is not this machine. An empty password leaves .pgpass and the
/// environment in charge.
ConnectionSettings connectionSettings(const QString& url, const QString& password);

/// Whether a host of libpq is this machine: a socket folder, empty, localhost or loopback.
bool isLocalHost(const QString& host);

} // namespace cadastre
