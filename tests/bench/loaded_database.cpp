// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Loads synthetic schemas with the engines' own clients.
#include "tests/bench/loaded_database.h"

#include "tests/server/server_fixture.h"
#include "tests/support/synthetic_sql.h"

#include <QProcess>
#include <QTemporaryDir>

#include <sqlite3.h>

namespace cadastre::bench {

namespace {

Error loadError(Engine engine, const QString& detail)
{
    return {
        QStringLiteral("The synthetic schema could not be loaded into %1.").arg(engineName(engine)),
        detail};
}

Result<LoadedDatabase> loadSqlite(const QByteArray& sql)
{
    auto folder = std::make_shared<QTemporaryDir>();
    const QString path = folder->filePath(QStringLiteral("synthetic.sqlite"));
    sqlite3* handle = nullptr;
    char* message = nullptr;
    sqlite3_open(path.toUtf8().constData(), &handle);
    const QByteArray script = "BEGIN;" + sql + "COMMIT;";
    sqlite3_exec(handle, script.constData(), nullptr, nullptr, &message);
    const QString problem = QString::fromUtf8(message);
    sqlite3_free(message);
    sqlite3_close(handle);
    if (!problem.isEmpty())
        return loadError(Engine::Sqlite, problem);
    const Result<DatabaseAddress> address = parseDatabaseAddress(path);
    if (!address)
        return address.error();
    return LoadedDatabase{Engine::Sqlite, *address, folder};
}

Result<LoadedDatabase> loadPostgres(const QByteArray& sql)
{
    const Result<QString> server = test::serverUrl(Engine::PostgreSql);
    if (!server)
        return server.error();
    const QString name = test::uniqueDatabaseName(QStringLiteral("bench"));
    const QStringList quiet{QStringLiteral("-qX"), QStringLiteral("-v"),
                            QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-d")};
    const QByteArray create = "CREATE DATABASE " + name.toUtf8() + ";";
    if (const auto problem =
            runClient(QStringLiteral("psql"), quiet + QStringList{*server}, create))
        return loadError(Engine::PostgreSql, *problem);
    const QString serverUrl = *server;
    std::shared_ptr<void> cleanup(nullptr, [quiet, serverUrl, name](void*) {
        runClient(QStringLiteral("psql"), quiet + QStringList{serverUrl},
                  "DROP DATABASE " + name.toUtf8() + ";");
    });
    const QString url = test::urlWithDatabase(*server, name);
    if (const auto problem =
            runClient(QStringLiteral("psql"), quiet + QStringList{url}, sql + "ANALYZE;"))
        return loadError(Engine::PostgreSql, *problem);
    const Result<DatabaseAddress> address = parseDatabaseAddress(url);
    if (!address)
        return address.error();
    return LoadedDatabase{Engine::PostgreSql, *address, cleanup};
}

/// Every schema is a database there; all of them begin with a prefix of this run.
Result<LoadedDatabase> loadMariaDb(const Catalog& catalog, QByteArray sql)
{
    const Result<QString> server = test::serverUrl(Engine::MariaDb);
    if (!server)
        return server.error();
    const Result<DatabaseAddress> address = parseDatabaseAddress(*server);
    if (!address)
        return address.error();
    QByteArray drops;
    for (const Schema& schema : catalog.objects().schemas)
        drops += "DROP DATABASE IF EXISTS `" + schema.name.toUtf8() + "`;";
    const QStringList arguments = mariadbArguments(*address);
    std::shared_ptr<void> cleanup(nullptr, [arguments, drops](void*) {
        runClient(QStringLiteral("mariadb"), arguments, drops);
    });
    const QByteArray script = drops + "SET foreign_key_checks = 0;\n" + sql;
    if (const auto problem = runClient(QStringLiteral("mariadb"), arguments, script))
        return loadError(Engine::MariaDb, *problem);
    return LoadedDatabase{Engine::MariaDb, *address, cleanup};
}

} // namespace

std::optional<QString> runClient(const QString& program, const QStringList& arguments,
                                 const QByteArray& input)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(600000))
        return program + QStringLiteral(": ") + process.errorString();
    if (process.exitCode() != 0)
        return QString::fromUtf8(process.readAllStandardError());
    return std::nullopt;
}

QStringList mariadbArguments(const DatabaseAddress& address)
{
    QStringList arguments{QStringLiteral("--no-defaults"),
                          QStringLiteral("--user=") + address.user};
    if (!address.socket.isEmpty())
        return arguments << QStringLiteral("--socket=") + address.socket;
    return arguments << QStringLiteral("--host=") + address.host
                     << QStringLiteral("--port=%1").arg(address.port)
                     << QStringLiteral("--protocol=tcp");
}

Result<LoadedDatabase> loadSynthetic(Engine engine, const Catalog& catalog)
{
    const QByteArray sql = test::syntheticSql(catalog, engine);
    if (engine == Engine::Sqlite)
        return loadSqlite(sql);
    return engine == Engine::PostgreSql ? loadPostgres(sql) : loadMariaDb(catalog, sql);
}

} // namespace cadastre::bench
