// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The URLs of servers, taken apart: postgresql:// by libpq itself, mariadb:// and mysql:// by rules
// of our own, and the places in both where a password can stand.
#pragma once

#include "model/sql/database_address.h"

namespace cadastre {

/// Whether the text begins with the scheme of a server, in any case.
bool isPostgreSqlUrl(const QString& text);
bool isMariaDbUrl(const QString& text);

/// Whether a password stands in the URL, be it well-formed or not.
bool containsPassword(const QString& url);

/// A part of a URL with its percent signs resolved.
QString percentDecoded(const QString& part);

/// Both expect a URL without password. Errors never repeat the URL.
Result<DatabaseAddress> parsePostgreSqlUrl(const QString& url);
/// `mariadb://[user@](host[:port]|/socket)/[database][?ssl-ca=..&..]`. A socket path ends at its
/// last slash, or with `.sock` or `.socket`. Unknown parameters are an error.
Result<DatabaseAddress> parseMariaDbUrl(const QString& url);

/// The parameters that parseMariaDbUrl() accepts, sorted.
QStringList mariaDbParameters();

} // namespace cadastre
