// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What error numbers of MariaDB, MySQL and their client library mean: for a reader (SqlFailure) and
// for a person who could not connect (a sentence). Nothing is asked of a server here.
#pragma once

#include "model/sql/connection.h"
#include "model/sql/mariadb/mariadb_options.h"

namespace cadastre {

/// Numbers: MariaDB and MySQL "Server Error Message Reference", and 2000.. of the client.
SqlFailure mariaDbFailure(unsigned int number);

/// The server's words with `password` taken out, should they ever contain it.
QString withoutPassword(const QString& words, const QByteArray& password);

/// The sentence for a server without TLS where the address asks for it.
Error mariaDbNoTlsError(const MariaDbOptions& options);

/// One sentence for a connection that was not made.
Error mariaDbConnectError(unsigned int number, const QString& words, const MariaDbOptions& options);

} // namespace cadastre
