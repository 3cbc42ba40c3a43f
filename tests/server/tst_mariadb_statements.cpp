// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How the reader behaves on the server: the number of statements does not grow with the schema, the
// session cannot write, it names itself, and it can be stopped from outside.
#include "model/sql/mariadb/mariadb_connection.h"
#include "tests/server/mariadb_test_database.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace cadastre;
using namespace cadastre::test;

class TestMariaDbStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countIsTheSame();
    void sessionCannotWrite_data();
    void sessionCannotWrite();
    void oneStatementAtATime();
    void sessionIsKnown();
    void parametersAreBound();
    void longValuesArriveWhole();
    void optionFilesAreRead();
    void cancelStopsTheServer();
    void cancelledReadSaysSo();
};

namespace {

QByteArray tablesScript(int count)
{
    QByteArray script;
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        const QByteArray parent = QByteArray::number(i / 3);
        script +=
            "CREATE TABLE t" + n + " (id INT PRIMARY KEY, p INT, note VARCHAR(40) COMMENT 'x'";
        const bool quick = i >= 100; // InnoDB makes a file with every table
        if (i > 0 && !quick)
            script += ", CONSTRAINT f" + n + " FOREIGN KEY (p) REFERENCES t" + parent + " (id)";
        script += quick ? ") ENGINE=MyISAM;" : ");";
        if (i % 10 == 1) {
            script += "CREATE VIEW v" + n + " AS SELECT id, note FROM t" + n + ";CREATE TRIGGER g" +
                      n + " BEFORE INSERT ON t" + n + " FOR EACH ROW SET NEW.p = 0;" +
                      "CREATE FUNCTION fn" + n + "(a INT) RETURNS INT RETURN a;";
        }
    }
    return script;
}

std::unique_ptr<MariaDbConnection> connectionTo(const QString& url)
{
    const Result<MariaDbOptions> options = mariaDbOptions(*parseDatabaseAddress(url), {}, {});
    auto connection = MariaDbConnection::open(*options);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().message));
    return std::move(*connection);
}

QString firstValue(MariaDbConnection& connection, const QByteArray& sql,
                   const QStringList& parameters = {})
{
    QString value;
    const auto error =
        connection.run(sql, parameters, [&value](const Row& row) { value = row[0].text(); });
    return error ? QString(QStringLiteral("error ") + error->code) : value;
}

} // namespace

void TestMariaDbStatements::countIsTheSame()
{
    QList<int> counts;
    for (const int tables : {10, 1000}) {
        MariaDbTestDatabase database(QStringLiteral("count"));
        QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
        QCOMPARE(database.execute(tablesScript(tables)), QString());
        const Result<ReadResult> read = readUrl(database.url());
        QVERIFY(read.has_value());
        QCOMPARE(int(read->catalog->objects.tables.size()), tables + (tables + 8) / 10);
        counts << read->statementCount;
    }
    QCOMPARE(counts[0], counts[1]);
    QVERIFY2(counts[0] <= 24, qPrintable(QString::number(counts[0])));
}

void TestMariaDbStatements::sessionCannotWrite_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("insert") << QByteArray("INSERT INTO kept VALUES (2)");
    QTest::newRow("update") << QByteArray("UPDATE kept SET id = 3");
    QTest::newRow("delete") << QByteArray("DELETE FROM kept");
    QTest::newRow("create") << QByteArray("CREATE TABLE other (id INT)");
    QTest::newRow("drop") << QByteArray("DROP TABLE kept");
    QTest::newRow("comment") << QByteArray("ALTER TABLE kept COMMENT 'x'");
    QTest::newRow("truncate") << QByteArray("TRUNCATE TABLE kept");
    QTest::newRow("grant") << QByteArray("CREATE USER cadastre_nobody");
}

void TestMariaDbStatements::sessionCannotWrite()
{
    QFETCH(QByteArray, sql);
    MariaDbTestDatabase database(QStringLiteral("readonly"));
    QCOMPARE(database.execute("CREATE TABLE kept (id INT); INSERT INTO kept VALUES (1)"),
             QString());
    const auto connection = connectionTo(database.url());
    QCOMPARE(firstValue(*connection, "SELECT id FROM kept"), QStringLiteral("1"));
    QCOMPARE(firstValue(*connection, sql), QStringLiteral("error 1792"));
    QCOMPARE(database.session().column("SELECT id FROM kept"), QStringList{QStringLiteral("1")});
    QCOMPARE(database.session().column("SHOW TABLES"), QStringList{QStringLiteral("kept")});
}

void TestMariaDbStatements::oneStatementAtATime()
{
    MariaDbTestDatabase database(QStringLiteral("stacked"));
    const auto connection = connectionTo(database.url());
    QCOMPARE(firstValue(*connection, "SELECT 1; SELECT 2"), QStringLiteral("error 1064"));
    QCOMPARE(firstValue(*connection, "SELECT ?; SELECT 2", {QStringLiteral("1")}),
             QStringLiteral("error 1064"));
    QCOMPARE(firstValue(*connection, "SELECT 3"), QStringLiteral("3"));
}

void TestMariaDbStatements::sessionIsKnown()
{
    MariaDbTestDatabase database(QStringLiteral("session"));
    const auto connection = connectionTo(database.url());
    QCOMPARE(firstValue(*connection, "SELECT @@sql_mode"), QString());
    QCOMPARE(firstValue(*connection, "SELECT @@lock_wait_timeout"), QStringLiteral("1"));
    QCOMPARE(firstValue(*connection, "SELECT @@character_set_client"), QStringLiteral("utf8mb4"));
    QCOMPARE(firstValue(*connection,
                        "SELECT ATTR_VALUE FROM performance_schema.session_connect_attrs "
                        "WHERE ATTR_NAME = 'program_name' AND PROCESSLIST_ID = CONNECTION_ID()"),
             QStringLiteral("cadastre"));
    QCOMPARE(connection->versionText(), database.session().value("SELECT VERSION()"));
}

void TestMariaDbStatements::parametersAreBound()
{
    MariaDbTestDatabase database(QStringLiteral("bound"));
    const auto connection = connectionTo(database.url());
    for (const QString& hostile :
         {QStringLiteral("'; DROP TABLE x; -- "), QStringLiteral("\\'"),
          QStringLiteral("\U0001F600"), QString(), QStringLiteral("a`b\"c")}) {
        QCOMPARE(firstValue(*connection, "SELECT CONVERT(? USING utf8mb4)", {hostile}), hostile);
    }
}

void TestMariaDbStatements::longValuesArriveWhole()
{
    MariaDbTestDatabase database(QStringLiteral("long"));
    const auto connection = connectionTo(database.url());
    QStringList lengths;
    const auto error =
        connection->run("SELECT REPEAT('x', 100000), ? UNION ALL SELECT 'y', NULL UNION ALL SELECT "
                        "REPEAT('z', 700), 1",
                        {QStringLiteral("p")}, [&lengths](const Row& row) {
                            lengths
                                << QString::number(row[0].bytes().size()) + QLatin1Char(' ') +
                                       (row[1].isNull() ? QStringLiteral("null") : row[1].text());
                        });
    QVERIFY(!error);
    const QStringList expected{QStringLiteral("100000 p"), QStringLiteral("1 null"),
                               QStringLiteral("700 1")};
    QCOMPARE(lengths, expected);
}

void TestMariaDbStatements::optionFilesAreRead()
{
    QTemporaryDir home;
    QFile file(home.filePath(QStringLiteral(".my.cnf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[cadastre_shop]\nuser=cadastre_password\npassword=cadastre\n");
    file.close();
    const QByteArray realHome = qgetenv("HOME");
    qputenv("HOME", home.path().toUtf8());
    const QString url =
        urlWithUser(*serverUrl(Engine::MariaDb), QStringLiteral("cadastre_password"));
    const QString withoutUser = QString(url).remove(QStringLiteral("cadastre_password@"));
    ReadOptions nothing;
    nothing.schemas = {QStringLiteral("no_such_database")};
    const QString group = QStringLiteral("?defaults-group=cadastre_shop");
    const Result<ReadResult> withGroup = readUrl(url + group, {}, nothing);
    const Result<ReadResult> userToo = readUrl(withoutUser + group, {}, nothing);
    const Result<ReadResult> withoutGroup = readUrl(url, {}, nothing);
    qputenv("HOME", realHome);
    QVERIFY(withGroup.has_value());
    QVERIFY(userToo.has_value());
    QVERIFY(!withoutGroup);
}

void TestMariaDbStatements::cancelStopsTheServer()
{
    MariaDbTestDatabase database(QStringLiteral("cancel"));
    const auto connection = connectionTo(database.url());
    const CancelFunction cancel = connection->canceller();
    std::thread other([&cancel] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        cancel();
        cancel();
    });
    QElapsedTimer timer;
    timer.start();
    const auto error = connection->run(
        "SELECT COUNT(*) FROM seq_1_to_100000 a JOIN seq_1_to_100000 b WHERE a.seq = b.seq + 1 OR "
        "a.seq < 0",
        {}, [](const Row&) {});
    other.join();
    QVERIFY(error.has_value());
    QVERIFY(error->failure == SqlFailure::Cancelled);
    QVERIFY(timer.elapsed() < 10000);
    QCOMPARE(firstValue(*connection, "SELECT 4"), QStringLiteral("4"));
}

void TestMariaDbStatements::cancelledReadSaysSo()
{
    MariaDbTestDatabase database(QStringLiteral("stopped"));
    ReadControl control;
    control.onProgress = [&control](const ReadProgress& progress) {
        if (progress.phase == CatalogKind::Columns)
            control.cancel();
    };
    const auto read = readSource(*parseDatabaseAddress(database.url()), {}, {}, control);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QLatin1String("cancelled")),
             qPrintable(read.error().message));
    control.cancel(); // after the end: nothing to stop, nothing happens
}

QTEST_GUILESS_MAIN(TestMariaDbStatements)
#include "tst_mariadb_statements.moc"
