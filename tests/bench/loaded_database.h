// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A database with a synthetic schema in it, on the test servers or in a temporary file; dropped
// when the value goes.
#pragma once

#include "model/catalog/catalog.h"
#include "model/sql/database_address.h"

#include <memory>

namespace cadastre::bench {

struct LoadedDatabase
{
    Engine engine = Engine::Sqlite;
    DatabaseAddress address;
    std::shared_ptr<void> cleanup;
};

/// Fails with a sentence when the server or the engine's client program is missing.
Result<LoadedDatabase> loadSynthetic(Engine engine, const Catalog& catalog);

/// Runs a program with a script on its standard input; its standard error when it failed.
std::optional<QString> runClient(const QString& program, const QStringList& arguments,
                                 const QByteArray& input);
/// How the mariadb client is told where the server is.
QStringList mariadbArguments(const DatabaseAddress& address);

} // namespace cadastre::bench
