// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// `cadastre comments` from outside on servers: export, drift, conflicts, --take mine, migrations;
// one file for all engines, translated; what MariaDB cannot store beside the workspace.
#include "tests/app/cli_fixture.h"
#include "tests/server/client_program.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"

#include <QTest>

#include <sqlite3.h>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

const QByteArray tables = "CREATE TABLE customers (id int PRIMARY KEY, flag1 int);"
                          "CREATE TABLE orders (id int PRIMARY KEY);"
                          "CREATE VIEW totals AS SELECT 1 AS one;";

/// Works on every engine.
const QByteArray portable =
    "-- was: NULL\nCOMMENT ON TABLE customers IS 'who buys';\n"
    "-- was: NULL\nCOMMENT ON COLUMN customers.flag1 IS E'VIP''s\\n@values 1=x';\n"
    "COMMENT ON VIEW totals IS 'by day';\n";

} // namespace

class tst_CliCommentsServers : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(u(name)); }
    [[nodiscard]] CommandResult run(const char* action, const QStringList& more) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u("XDG_DATA_HOME"), path("data"));
        environment.insert(u("XDG_CONFIG_HOME"), path("config"));
        return runCadastre(QStringList{u("comments"), u(action)} + more, environment);
    }

    /// The way of a file through one database; what differs is said by the caller.
    void goesRound(const QStringList& database, const std::function<void()>& changeElsewhere)
    {
        const QString file = path("round.sql");
        write(file, portable);
        const CommandResult dry = run("apply", database + QStringList{file, u("--dry-run")});
        QVERIFY2(dry.status == 0, dry.errors);
        QVERIFY(!dry.output.isEmpty());
        QCOMPARE(run("check", database + QStringList{file}).status, 1);
        const CommandResult applied = run("apply", database + QStringList{file});
        QVERIFY2(applied.status == 0, applied.errors);
        QVERIFY2(applied.errors.endsWith("3 written\n"), applied.errors);
        QCOMPARE(run("check", database + QStringList{file}).status, 0);
        const CommandResult again = run("apply", database + QStringList{file});
        QVERIFY2(again.errors.endsWith("0 written, 3 unchanged\n"), again.errors);

        changeElsewhere();
        write(file, "-- was: 'who buys'\nCOMMENT ON TABLE customers IS 'mine';\n"
                    "COMMENT ON TABLE orders IS 'first';\n");
        const CommandResult conflict = run("apply", database + QStringList{file});
        QCOMPARE(conflict.status, 1);
        QVERIFY2(conflict.errors.contains("    database: 'theirs'\n"), conflict.errors);
        QVERIFY2(conflict.errors.endsWith("1 written, 1 conflict\n"), conflict.errors);
        const CommandResult mine =
            run("apply", database + QStringList{file, u("--take"), u("mine")});
        QVERIFY2(mine.status == 0, mine.errors);
        QVERIFY2(mine.errors.contains("    overwritten: 'theirs'\n"), mine.errors);
        QCOMPARE(run("check", database + QStringList{file}).status, 0);
    }

private Q_SLOTS:
    void postgresql()
    {
        PostgresTestDatabase database(u("cli_comments"));
        QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
        QCOMPARE(database.execute(tables), QString());
        goesRound({database.url()}, [&] {
            QCOMPARE(database.execute("COMMENT ON TABLE customers IS 'theirs'"), QString());
        });
        QCOMPARE(database.session().value("SELECT obj_description('customers'::regclass)"),
                 u("mine"));
        QCOMPARE(database.session().value("SELECT col_description('customers'::regclass, 2)"),
                 u("VIP's\n@values 1=x"));
        const CommandResult exported = run("export", {database.url()});
        QVERIFY2(exported.output.contains("-- was: 'by day'\n"
                                          "COMMENT ON VIEW public.totals IS 'by day';\n"),
                 exported.output);
        QCOMPARE(run("status", {database.url()}).status, 0);
    }

    void whoMayNotIsRefused()
    {
        PostgresTestDatabase database(u("cli_rights"));
        QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
        QCOMPARE(database.execute(tables + "CREATE ROLE cli_comments_reader LOGIN"), QString());
        const QString file = path("rights.sql");
        write(file, portable);
        const CommandResult result =
            run("apply", {database.urlFor(u("cli_comments_reader")), file});
        database.execute("DROP ROLE cli_comments_reader");
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains("refused: table customers: "), result.errors);
        QVERIFY2(result.errors.endsWith("0 written, 3 refused\n"), result.errors);
    }

    void mariaDb()
    {
        MariaDbTestDatabase database(u("cli_comments"));
        QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
        QCOMPARE(database.execute(tables), QString());
        const QString workspace = path("w.cadastre");
        write(workspace, "{\"format\":\"cadastre-workspace\",\"version\":1,\n\"sources\":{\n"
                         "\"shop\":{\"database\":\"" +
                             database.url().toUtf8() + "\"}\n}}\n");
        goesRound({database.url(), u("--workspace"), workspace}, [&] {
            QCOMPARE(database.execute("ALTER TABLE customers COMMENT = 'theirs'"), QString());
        });
        QCOMPARE(content(path("w.shop.comments.sql")),
                 "COMMENT ON VIEW " + database.name().toUtf8() + ".totals IS 'by day';\n");
        const QString shown =
            database.session().secondColumn("SHOW CREATE TABLE customers").value(0);
        QVERIFY2(shown.contains(u("`flag1` int(11) DEFAULT NULL COMMENT 'VIP''s")),
                 qPrintable(shown));
        QVERIFY2(shown.contains(u("COMMENT='mine'")), qPrintable(shown));
    }

    void withoutAWorkspaceThereIsNoPlaceForViews()
    {
        MariaDbTestDatabase database(u("cli_nowhere"));
        QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
        QCOMPARE(database.execute(tables), QString());
        const QString file = path("nowhere.sql");
        write(file, portable);
        const CommandResult result = run("apply", {database.url(), file});
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains("refused: view totals: "), result.errors);
        QVERIFY2(result.errors.endsWith("2 written, 1 refused\n"), result.errors);
    }

    /// What PostgreSQL exported is for the others, too.
    void oneFileForAll()
    {
        PostgresTestDatabase postgres(u("cli_all"));
        MariaDbTestDatabase maria(u("cli_all"));
        QVERIFY(postgres.error().isEmpty() && maria.error().isEmpty());
        QCOMPARE(postgres.execute(tables) + maria.execute(tables), QString());
        const QString sqlite = path("all.db");
        sqlite3* handle = nullptr;
        QCOMPARE(sqlite3_open(sqlite.toUtf8().constData(), &handle), SQLITE_OK);
        QCOMPARE(sqlite3_exec(handle, tables.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(handle);
        const QString file = path("all.sql");
        write(file, portable);
        QCOMPARE(run("apply", {postgres.url(), file}).status, 0);
        // as people write it for others: without was lines
        QByteArray exported;
        for (const QByteArray& line : run("export", {postgres.url()}).output.split('\n')) {
            const bool isTheirs = line.contains(" public.");
            exported += isTheirs && !line.startsWith("-- was") ? line + '\n' : QByteArray();
        }
        write(file, exported);
        const CommandResult toMaria = run("apply", {maria.url(), file});
        QVERIFY2(toMaria.errors.endsWith("2 written, 1 refused\n"), toMaria.errors);
        const CommandResult toSqlite = run("apply", {sqlite, file});
        QVERIFY2(toSqlite.errors.endsWith("3 written\n"), toSqlite.errors);
        QCOMPARE(run("check", {sqlite, file}).status, 0);
        QVERIFY2(content(path("all.comments.sql"))
                     .contains("COMMENT ON COLUMN customers.flag1 IS E'VIP''s\\n@values 1=x';\n"),
                 content(path("all.comments.sql")));
    }

    void migrations()
    {
        PostgresTestDatabase database(u("cli_migration"));
        QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
        QCOMPARE(database.execute(tables), QString());
        const QString file = path("migration.sql");
        write(file, portable);
        const QString folder = path("migrations");
        const QStringList words{
            database.url(), file,         u("--migration"), u("flyway"), u("-o"),
            folder,         u("--title"), u("Describe it"), u("--time"), u("2026-11-26T12:00:00Z")};
        const CommandResult made = run("export", words);
        QVERIFY2(made.status == 0, made.errors);
        const QString up = folder + u("/V20261126120000__describe_it.sql");
        QVERIFY(QFile::exists(folder + u("/U20261126120000__describe_it.sql")));
        QCOMPARE(run("export", words).status, 2); // it is there already
        const QString said = psqlFile(database.url(), up);
        QVERIFY2(said.isEmpty(), qPrintable(said));
        QCOMPARE(run("check", {database.url(), file}).status, 0);
        // a snapshot has no place, but can become a migration
        const QString snapshot = path("shop.catalog.json");
        QCOMPARE(runCadastre({u("read"), database.url(), u("-o"), snapshot}).status, 0);
        QCOMPARE(run("apply", {snapshot, file}).status, 2);
        const CommandResult offline =
            run("export", {snapshot, u("--migration"), u("dbmate"), u("-o"), path("offline")});
        QVERIFY2(offline.status == 0, offline.errors);
    }
};

QTEST_GUILESS_MAIN(tst_CliCommentsServers)
#include "tst_cli_comments_servers.moc"
