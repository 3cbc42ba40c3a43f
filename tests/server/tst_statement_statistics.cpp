// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The statements that real servers have counted, read as joins; and what a server says that counts
// none or shows none.
#include "model/sql/statement_statistics.h"

#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestStatementStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresql();
    void postgresqlWithoutExtension();
    void postgresqlOfOthers();
    void postgresqlOfOtherEncodings();
    void mariadb();
    void mariadbWithoutRight();
    void files();
};

namespace {

const char* const tables = "CREATE TABLE customers (id integer PRIMARY KEY, name varchar(20));"
                           "CREATE TABLE orders (id integer PRIMARY KEY, buyer integer);";

Result<std::vector<SqlText>> statisticsOf(const QString& url)
{
    const Result<DatabaseAddress> address = parseDatabaseAddress(url);
    if (!address)
        return address.error();
    ReadControl control;
    return readStatementStatistics(*address, {}, {}, control);
}

QStringList joinsOf(const Catalog& catalog, const std::vector<SqlText>& texts)
{
    const std::atomic_bool cancelled = false;
    QStringList joins;
    for (const SqlJoin& join : readSqlTexts(catalog, texts, cancelled).joins)
        joins << QString(catalog.column(join.left.front()).name + QLatin1Char('=') +
                         catalog.column(join.right.front()).name);
    return joins;
}

QString sentenceOf(const Result<std::vector<SqlText>>& texts)
{
    return texts ? QStringLiteral("(no error)") : texts.error().message;
}

} // namespace

void TestStatementStatistics::postgresql()
{
    PostgresTestDatabase database(QStringLiteral("statistics"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    QCOMPARE(
        database.execute("CREATE SCHEMA tools; CREATE EXTENSION pg_stat_statements SCHEMA tools"),
        QString());
    // other tests leave statements of other encodings
    QCOMPARE(database.execute("SELECT tools.pg_stat_statements_reset()"), QString());
    QCOMPARE(database.execute(tables), QString());
    QCOMPARE(database.execute(
                 "SELECT o.id FROM orders o JOIN customers c ON c.id = o.buyer AND c.name = "
                 "'hush5813'"),
             QString());
    const auto texts = statisticsOf(database.url());
    QVERIFY2(texts.has_value(), qPrintable(sentenceOf(texts)));
    for (const SqlText& text : *texts) {
        QCOMPARE(text.place, SqlPlace::Statistics);
        QVERIFY(!text.text.contains(QLatin1String("hush5813")));
    }
    const Result<ReadResult> read = readFrom({database.url(), {}, {}, {}});
    QVERIFY(read);
    QCOMPARE(joinsOf(catalogOf(*read), *texts), QStringList(QStringLiteral("id=buyer")));
}

void TestStatementStatistics::postgresqlWithoutExtension()
{
    PostgresTestDatabase database(QStringLiteral("statistics"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    const auto texts = statisticsOf(database.url());
    QVERIFY(!texts);
    QVERIFY2(texts.error().message.contains(QLatin1String("pg_stat_statements is not installed")),
             qPrintable(texts.error().message));
}

void TestStatementStatistics::postgresqlOfOthers()
{
    PostgresTestDatabase database(QStringLiteral("statistics"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    const QString role = uniqueDatabaseName(QStringLiteral("reader"));
    QCOMPARE(database.execute("CREATE EXTENSION pg_stat_statements; SELECT "
                              "pg_stat_statements_reset(); CREATE ROLE " +
                              role.toLatin1() + " LOGIN"),
             QString());
    QCOMPARE(database.execute("SELECT 1 AS one"), QString());
    const auto texts = statisticsOf(database.urlFor(role));
    // its own statements at most, never those of others
    if (texts)
        for (const SqlText& text : *texts)
            QVERIFY2(!text.text.contains(QLatin1String("insufficient")) &&
                         !text.text.contains(QLatin1String("AS one")),
                     qPrintable(text.text));
    else
        QVERIFY2(texts.error().message.contains(QLatin1String("pg_read_all_stats")),
                 qPrintable(texts.error().message));
    QCOMPARE(database.execute("DROP ROLE " + role.toLatin1()), QString());
}

void TestStatementStatistics::postgresqlOfOtherEncodings()
{
    PostgresTestDatabase database(QStringLiteral("statistics"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    QCOMPARE(database.execute("CREATE EXTENSION pg_stat_statements; CREATE TABLE t (id integer)"),
             QString());
    PostgresTestDatabase other(QStringLiteral("ascii"),
                               "ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'");
    QVERIFY2(other.error().isEmpty(), qPrintable(other.error()));
    QCOMPARE(other.execute("SELECT 1 AS \"gr\xf6\xdf"
                           "e\""),
             QString());
    const auto texts = statisticsOf(database.url());
    QVERIFY(!texts);
    QVERIFY2(texts.error().message.contains(QLatin1String("pg_stat_statements_reset()")),
             qPrintable(texts.error().message));
    QCOMPARE(database.execute("SELECT pg_stat_statements_reset()"), QString());
    QCOMPARE(database.execute("SELECT id FROM t"), QString());
    QVERIFY(statisticsOf(database.url()));
}

void TestStatementStatistics::mariadb()
{
    MariaDbTestDatabase database(QStringLiteral("statistics"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    // the server remembers a limited number of statements; those of other tests fill it
    QCOMPARE(
        database.execute("TRUNCATE TABLE performance_schema.events_statements_summary_by_digest"),
        QString());
    QCOMPARE(database.execute(tables), QString());
    QCOMPARE(database.execute("SELECT o.id FROM orders o JOIN customers c ON c.id = o.buyer WHERE "
                              "c.name IN ('hush5813', 'x')"),
             QString());
    for (const QString& url : {database.url(), database.serverUrl()}) {
        const auto texts = statisticsOf(url);
        QVERIFY2(texts.has_value(), qPrintable(sentenceOf(texts)));
        QVERIFY(!texts->empty());
        for (const SqlText& text : *texts)
            QVERIFY(!text.text.contains(QLatin1String("hush5813")));
        const Catalog catalog = catalogOf(database.url());
        QCOMPARE(joinsOf(catalog, *texts), QStringList(QStringLiteral("id=buyer")));
    }
}

void TestStatementStatistics::mariadbWithoutRight()
{
    MariaDbTestDatabase database(QStringLiteral("statistics"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    const QString user = uniqueDatabaseName(QStringLiteral("u"));
    const QByteArray account = "'" + user.toLatin1() + "'@'127.0.0.1'";
    QCOMPARE(database.execute("CREATE USER " + account + "; GRANT SELECT ON `" +
                              database.name().toLatin1() + "`.* TO " + account),
             QString());
    const auto texts = statisticsOf(urlWithUser(database.url(), user));
    QVERIFY(!texts);
    QVERIFY2(texts.error().message.contains(QLatin1String("gives no statement statistics")),
             qPrintable(texts.error().message));
    QVERIFY2(texts.error().message.contains(QLatin1String("denied")),
             qPrintable(texts.error().message));
    QCOMPARE(database.execute("DROP USER " + account), QString());
}

void TestStatementStatistics::files()
{
    const auto texts =
        statisticsOf(QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite"));
    QVERIFY(!texts);
    QVERIFY2(texts.error().message.contains(QLatin1String("only servers")),
             qPrintable(texts.error().message));
}

QTEST_GUILESS_MAIN(TestStatementStatistics)
#include "tst_statement_statistics.moc"
