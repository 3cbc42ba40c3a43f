// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the server and libpq say when something fails, told apart by SQLSTATE, and as sentences for
// a person. No password ever stays in them.
#pragma once

#include "model/result.h"
#include "model/sql/connection.h"

struct pg_conn;
struct pg_result;

namespace cadastre {

/// The kind of failure that an SQLSTATE means for a reader.
/// Source: PostgreSQL documentation, appendix "PostgreSQL Error Codes".
SqlFailure failureOfState(const QString& sqlState);

/// The error of a failed statement. `cancelAsked` tells a cancelled statement from one that timed
/// out.
SqlError statementError(const pg_result* result, const pg_conn* connection, bool cancelAsked);

/// Why there is no connection, from a failed PGconn whose verbosity was PQERRORS_VERBOSE.
Error connectError(const pg_conn* connection, const QString& password);
/// No answer within the time.
Error connectTimeoutError(const pg_conn* connection, int timeoutMs);

/// `text` with every occurrence of the password replaced by asterisks.
QString withoutPassword(const QString& text, const QString& password);

} // namespace cadastre
