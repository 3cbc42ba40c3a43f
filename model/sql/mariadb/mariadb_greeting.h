// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Looks at a server's greeting before anybody logs in. The client library's "enforce TLS" logs in
// in clear text where the server offers none, so what may be sent to it is decided here first.
#pragma once

#include <QByteArray>

#include <optional>

namespace cadastre {

/// Whether the server at host and port offers TLS; absent when nothing could be learnt (it does not
/// answer, or not in this protocol). Blocks for at most about `timeoutMs` per address of the host.
std::optional<bool> offersTls(const QByteArray& host, unsigned int port, int timeoutMs);

/// The capability CLIENT_SSL of a greeting packet; absent when it is none.
/// Source: MariaDB, "Connection: Initial Handshake Packet" (the same for MySQL).
std::optional<bool> greetingOffersTls(const QByteArray& packet);

} // namespace cadastre
