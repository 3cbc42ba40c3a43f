// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How the way to a database is protected, in words that promise nothing that was not checked.
#pragma once

#include "model/sql/database_address.h"

namespace cadastre {

struct TransportText
{
    QString text;         ///< "TLS 1.3, certificate verified"
    bool warning = false; ///< clear text over a network, or an unverified certificate

    bool operator==(const TransportText&) const = default;
};

/// `security` as Connection::transportSecurity: a TLS version, "local", or empty for clear text.
/// Whether the certificate was verified is what the address asked for.
TransportText transportText(const DatabaseAddress& address, const QString& security);

} // namespace cadastre
