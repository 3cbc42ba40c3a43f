// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where the test servers are: the URLs of CADASTRE_TEST_SERVERS, per engine, and names for a
// database of one's own. A missing server is a failure with a sentence, never a skip. Making and
// dropping databases is in the engines' own files.
#pragma once

#include "model/catalog/source.h"
#include "model/result.h"

namespace cadastre::test {

/// The URL of the engine's test server, without a database's own objects in it (`.../postgres`,
/// `.../`). Fails with the sentence that says how to start the servers.
Result<QString> serverUrl(Engine engine);

/// `url` with another database in place of its own.
QString urlWithDatabase(const QString& url, const QString& database);
/// `url` with another user in place of its own.
QString urlWithUser(const QString& url, const QString& user);

/// A database name that no other test of this machine uses: `cadastre_STEM_PID_N`.
QString uniqueDatabaseName(const QString& stem);

} // namespace cadastre::test
