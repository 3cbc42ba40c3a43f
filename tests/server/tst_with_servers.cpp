// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The test servers themselves: both are there, a test gets a database of its own and leaves
// nothing behind, and URLs are rewritten as the tests need it.
#include "tests/server/postgresql_test_database.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestWithServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothServersAreNamed();
    void databaseIsMadeAndDropped();
    void urlsAreRewritten_data();
    void urlsAreRewritten();
};

void TestWithServers::bothServersAreNamed()
{
    for (const Engine engine : {Engine::PostgreSql, Engine::MariaDb}) {
        const Result<QString> url = serverUrl(engine);
        QVERIFY2(url.has_value(), url ? "" : qPrintable(url.error().message));
    }
}

void TestWithServers::databaseIsMadeAndDropped()
{
    QString name;
    {
        PostgresTestDatabase database(QStringLiteral("fixture"));
        QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
        name = database.name();
        QCOMPARE(database.execute("create table t(id int); insert into t values (7)"), QString());
        QCOMPARE(database.session().value("select id from t"), QStringLiteral("7"));
        QCOMPARE(database.session().value("select current_database()"), name);
    }
    PostgresSession admin(*serverUrl(Engine::PostgreSql));
    QVERIFY(!admin.column("select datname from pg_database").contains(name));
}

void TestWithServers::urlsAreRewritten_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all") << QStringLiteral("postgresql://u@h:1/d?sslmode=require")
                         << QStringLiteral("postgresql://x@h:1/other?sslmode=require");
    QTest::newRow("bare") << QStringLiteral("mariadb://h") << QStringLiteral("mariadb://x@h/other");
    QTest::newRow("slash") << QStringLiteral("mariadb://u@h/")
                           << QStringLiteral("mariadb://x@h/other");
}

void TestWithServers::urlsAreRewritten()
{
    QFETCH(const QString, url);
    const QString database = urlWithDatabase(url, QStringLiteral("other"));
    QTEST(urlWithUser(database, QStringLiteral("x")), "expected");
}

QTEST_GUILESS_MAIN(TestWithServers)
#include "tst_with_servers.moc"
