// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sessions that read a catalog cannot write: the database itself refuses, on every engine.
#include "model/sql/mariadb/mariadb_connection.h"
#include "model/sql/postgresql/postgresql_connection.h"
#include "model/sql/sqlite/sqlite_connection.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace cadastre;
using namespace cadastre::test;

namespace {

/// What must be refused, as a person would write it.
void writeStatements(std::initializer_list<const char*> statements)
{
    QTest::addColumn<QByteArray>("statement");
    for (const char* statement : statements)
        QTest::newRow(statement) << QByteArray(statement);
}

/// As another program would write; empty, or SQLite's words.
QString writeToFile(const QString& path, const QByteArray& statement)
{
    sqlite3* handle = nullptr;
    sqlite3_open(path.toUtf8().constData(), &handle);
    const bool done =
        sqlite3_exec(handle, statement.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    const QString message = done ? QString() : QString::fromUtf8(sqlite3_errmsg(handle));
    sqlite3_close(handle);
    return message;
}

} // namespace

class TestReadingSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgreSql_data()
    {
        writeStatements({"COMMENT ON TABLE public.t IS 'x'", "COMMENT ON COLUMN public.t.a IS 'x'",
                         "INSERT INTO public.t VALUES (1)", "CREATE TABLE public.u (a int)",
                         "ALTER TABLE public.t RENAME TO u", "DROP TABLE public.t"});
    }

    void postgreSql()
    {
        QFETCH(QByteArray, statement);
        PostgresTestDatabase database(QStringLiteral("reading"));
        QCOMPARE(database.error(), QString());
        QCOMPARE(database.execute("CREATE TABLE public.t (a int)"), QString());
        ReadControl control;
        const auto connection =
            PostgresConnection::open(*parseDatabaseAddress(database.url()), {}, {}, control);
        QVERIFY(connection.has_value());
        const auto error = (*connection)->run(statement, {}, {});
        QVERIFY(error.has_value());
        QCOMPARE(error->code, QStringLiteral("25006"));   // read_only_sql_transaction
        QCOMPARE(database.execute(statement), QString()); // another session may
    }

    void mariaDb_data()
    {
        writeStatements({"ALTER TABLE t COMMENT 'x'", "ALTER TABLE t MODIFY a int COMMENT 'x'",
                         "INSERT INTO t VALUES (1)", "CREATE TABLE u (a int)", "DROP TABLE t"});
    }

    void mariaDb()
    {
        QFETCH(QByteArray, statement);
        MariaDbTestDatabase database(QStringLiteral("reading"));
        QCOMPARE(database.error(), QString());
        QCOMPARE(database.execute("CREATE TABLE t (a int)"), QString());
        const auto options = mariaDbOptions(*parseDatabaseAddress(database.url()), {}, {});
        QVERIFY(options.has_value());
        const auto connection = MariaDbConnection::open(*options);
        QVERIFY(connection.has_value());
        const auto error = (*connection)->run(statement, {}, {});
        QVERIFY(error.has_value());
        QCOMPARE(error->code, QStringLiteral("1792")); // in a read only transaction
        QCOMPARE(database.execute(statement), QString());
    }

    void sqlite_data()
    {
        writeStatements({"INSERT INTO t VALUES (1)", "CREATE TABLE u (a int)",
                         "ALTER TABLE t RENAME TO u", "DROP TABLE t"});
    }

    void sqlite()
    {
        QFETCH(QByteArray, statement);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("reading.sqlite"));
        QCOMPARE(writeToFile(path, "CREATE TABLE t (a int)"), QString());
        {
            const auto connection = SqliteConnection::open(path, SqliteOpenMode::ReadOnly, 1000);
            QVERIFY(connection.has_value());
            const auto error = (*connection)->run(statement, {}, {});
            QVERIFY(error.has_value());
            QVERIFY2(error->message.contains(QStringLiteral("readonly")),
                     qPrintable(error->message));
        }
        QCOMPARE(writeToFile(path, statement), QString());
    }
};

QTEST_GUILESS_MAIN(TestReadingSessions)
#include "tst_reading_sessions.moc"
