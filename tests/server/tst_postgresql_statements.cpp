// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the PostgreSQL reader sends: as many statements for a thousand tables as for ten, in a
// session that cannot write, that says who it is, and that leaves nothing behind.
#include "model/sql/postgresql/postgresql_connection.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

/// Tables with everything that needs a query of its own, made in small transactions.
QString makeTables(PostgresTestDatabase& database, int count)
{
    QString error = database.execute(
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
    for (int i = 0; i < count && error.isEmpty(); i += 50) {
        const QByteArray script =
            "DO $$BEGIN FOR i IN %1 .. %2 LOOP EXECUTE format('CREATE TABLE t%s (id serial PRIMARY "
            "KEY, a text DEFAULT '''' CHECK (a <> ''x''), b int REFERENCES t%s, c int GENERATED "
            "ALWAYS AS (id * 2) STORED)', i, i); EXECUTE format('CREATE INDEX ON t%s (lower(a))', "
            "i); EXECUTE format('CREATE VIEW v%s AS SELECT a FROM t%s', i, i); EXECUTE "
            "format('CREATE TRIGGER tr BEFORE UPDATE ON t%s FOR EACH ROW EXECUTE FUNCTION f()', "
            "i); EXECUTE format('COMMENT ON TABLE t%s IS ''c''', i); END LOOP; END$$";
        error = database.execute(QByteArray(script)
                                     .replace("%1", QByteArray::number(i))
                                     .replace("%2", QByteArray::number(qMin(count, i + 50) - 1)));
    }
    return error;
}

std::unique_ptr<PostgresConnection> connectTo(const QString& url)
{
    const ReadControl control;
    auto connection =
        PostgresConnection::open(*parseDatabaseAddress(url), {}, ReadOptions(), control);
    if (!connection)
        qFatal("%s", qPrintable(errorText(connection.error())));
    return std::move(connection).value();
}

} // namespace

class TestPostgresqlStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countDoesNotDependOnTables();
    void sessionCannotWrite_data();
    void sessionCannotWrite();
    void sessionSettings_data();
    void sessionSettings();
    void sessionSaysWhoItIs();
    void nothingStaysOpen();
};

void TestPostgresqlStatements::countDoesNotDependOnTables()
{
    QList<int> counts;
    for (const int tables : {10, 1000}) {
        PostgresTestDatabase database(QStringLiteral("count"));
        QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
        QCOMPARE(makeTables(database, tables), QString());
        const Result<ReadResult> result = readFrom({database.url(), {}, {}, {}});
        QVERIFY2(result.has_value(), result ? "" : qPrintable(errorText(result.error())));
        QCOMPARE(static_cast<int>(result->catalog->objects.tables.size()), 2 * tables);
        QCOMPARE(unreadKinds(*result), QString());
        counts << result->statementCount;
    }
    QCOMPARE(counts.first(), counts.last());
    QVERIFY2(counts.first() < 100, qPrintable(QString::number(counts.first())));
}

void TestPostgresqlStatements::sessionCannotWrite_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("create") << QByteArray("CREATE TABLE public.x (a int)");
    QTest::newRow("insert") << QByteArray("INSERT INTO public.t VALUES (1)");
    QTest::newRow("drop") << QByteArray("DROP TABLE public.t");
    QTest::newRow("comment") << QByteArray("COMMENT ON TABLE public.t IS 'x'");
    QTest::newRow("nextval") << QByteArray("SELECT nextval('public.s')");
}

void TestPostgresqlStatements::sessionCannotWrite()
{
    QFETCH(const QByteArray, sql);
    PostgresTestDatabase database(QStringLiteral("readonly"));
    QCOMPARE(database.execute("CREATE TABLE t (a int); CREATE SEQUENCE s"), QString());
    const auto connection = connectTo(database.url());
    const auto error = connection->run(sql, {}, {});
    QVERIFY(error.has_value());
    QCOMPARE(error->code, QStringLiteral("25006")); // read_only_sql_transaction
    QVERIFY(!connection->run("SELECT a FROM public.t", {}, {}).has_value());
}

void TestPostgresqlStatements::sessionSettings_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* setting, const char* value) {
        QTest::newRow(setting) << QString::fromLatin1(setting) << QString::fromLatin1(value);
    };
    row("default_transaction_read_only", "on");
    row("standard_conforming_strings", "on");
    row("search_path", "");
    row("lock_timeout", "1s");
    row("statement_timeout", "2min");
    row("idle_in_transaction_session_timeout", "2min");
    row("client_encoding", "UTF8");
    row("TimeZone", "UTC");
    row("application_name", "cadastre");
}

void TestPostgresqlStatements::sessionSettings()
{
    QFETCH(const QString, setting);
    PostgresTestDatabase database(QStringLiteral("settings"));
    QCOMPARE(database.execute("ALTER DATABASE " + database.name().toLatin1() +
                              " SET search_path = public, pg_catalog"),
             QString());
    QCOMPARE(database.execute("ALTER DATABASE " + database.name().toLatin1() +
                              " SET standard_conforming_strings = off"),
             QString());
    const auto connection = connectTo(database.url());
    QString value;
    const auto error = connection->run("SELECT current_setting($1)", {setting},
                                       [&](const Row& row) { value = row[0].text(); });
    QVERIFY(!error.has_value());
    QTEST(value, "value");
}

void TestPostgresqlStatements::sessionSaysWhoItIs()
{
    PostgresTestDatabase database(QStringLiteral("name"));
    QStringList names;
    const auto look = [&](const ReadProgress& progress, ReadControl&) {
        if (progress.phase == CatalogKind::Tables && names.isEmpty())
            names = database.session().column("SELECT application_name FROM pg_stat_activity WHERE "
                                              "datname = current_database() AND pid <> "
                                              "pg_backend_pid() AND backend_type = 'client "
                                              "backend'");
    };
    const Result<ReadResult> result = readFrom({database.url(), {}, {}, look});
    QVERIFY(result.has_value());
    QCOMPARE(names, QStringList({QStringLiteral("cadastre")}));
}

void TestPostgresqlStatements::nothingStaysOpen()
{
    PostgresTestDatabase database(QStringLiteral("gone"));
    QVERIFY(readFrom({database.url(), {}, {}, {}}).has_value());
    const auto others = [&] {
        return database.session().value("SELECT count(*) FROM pg_stat_activity WHERE datname = "
                                        "current_database() AND application_name = 'cadastre'");
    };
    QTRY_COMPARE(others(), QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(TestPostgresqlStatements)
#include "tst_postgresql_statements.moc"
