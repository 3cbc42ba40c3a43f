// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a MariaDB or MySQL address asks for before anybody connects: where TLS is demanded, what a
// greeting offers, which text fits which server, and how lists stand in texts.
#include "model/sql/mariadb/mariadb_connection.h"
#include "model/sql/mariadb/mariadb_context.h"
#include "model/sql/mariadb/mariadb_errors.h"
#include "model/sql/mariadb/mariadb_greeting.h"

#include <QTest>

using namespace cadastre;

class TestMariaDbOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tlsDemand_data();
    void tlsDemand();
    void takenFromTheAddress();
    void greetings_data();
    void greetings();
    void versions_data();
    void versions();
    void lists_data();
    void lists();
    void passwordsLeaveErrors();
};

namespace {

MariaDbOptions optionsOf(const QString& url)
{
    const Result<DatabaseAddress> address = parseDatabaseAddress(url);
    if (!address)
        qFatal("%s", qPrintable(address.error().message));
    const Result<MariaDbOptions> options = mariaDbOptions(*address, QStringLiteral("pw"), {});
    if (!options)
        qFatal("%s", qPrintable(options.error().message));
    return *options;
}

} // namespace

void TestMariaDbOptions::tlsDemand_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected"); ///< encryption, verification, host check
    const auto row = [](const char* url, const char* expected) {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(expected);
    };
    row("mariadb://u@db.example.org/x", "e--");
    row("mysql://u@10.0.0.7/x", "e--");
    row("mariadb://u@localhost/x", "---");
    row("mariadb://u@127.0.0.1:3307/x", "---");
    row("mariadb://u@[::1]/x", "---");
    row("mariadb:///run/mysqld/mysqld.sock/x", "---");
    row("mariadb://u@localhost.evil.org/x", "e--");
    row("mariadb://u@127.0.0.1.evil.org/x", "e--");
    row("mariadb://u@db.example.org/x?ssl-mode=disabled", "---");
    row("mariadb://u@127.0.0.1/x?ssl-mode=required", "e--");
    row("mariadb://u@db.example.org/x?ssl-ca=/ca.pem", "ev-");
    row("mariadb://u@db.example.org/x?ssl-mode=verify-ca&ssl-ca=/ca.pem", "ev-");
    row("mariadb://u@db.example.org/x?ssl-mode=verify-ca", "evh");
    row("mariadb://u@db.example.org/x?ssl-mode=VERIFY_IDENTITY", "evh");
    row("mariadb://u@127.0.0.1/x?ssl-cert=/c.pem&ssl-key=/k.pem", "e--");
}

void TestMariaDbOptions::tlsDemand()
{
    QFETCH(QString, url);
    QFETCH(QString, expected);
    const MariaDbOptions options = optionsOf(url);
    const QString actual = QString(QLatin1Char(options.wantsEncryption() ? 'e' : '-')) +
                           QLatin1Char(options.wantsVerification() ? 'v' : '-') +
                           QLatin1Char(options.wantsHostCheck() ? 'h' : '-');
    QCOMPARE(actual, expected);
}

void TestMariaDbOptions::takenFromTheAddress()
{
    const MariaDbOptions options = optionsOf(
        QStringLiteral("mariadb://some%40one@db:3307/my%2Fdb?defaults-group=reporting&ssl-ca=/c"));
    QCOMPARE(options.host, QByteArray("db"));
    QCOMPARE(options.port, 3307U);
    QCOMPARE(options.user, QByteArray("some@one"));
    QCOMPARE(options.database, QByteArray("my/db"));
    QCOMPARE(options.optionGroup, QByteArray("reporting"));
    QCOMPARE(options.sslCa, QByteArray("/c"));
    QCOMPARE(options.password, QByteArray("pw"));
    QVERIFY(!options.displayText.contains(QLatin1String("pw")));
}

void TestMariaDbOptions::greetings_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<int>("offers"); ///< -1: no greeting
    const QByteArray start("J\0\0\0\x0a"
                           "10.11.0-MariaDB\0"
                           "1234"
                           "scramble\0",
                           5 + 16 + 4 + 9);
    QTest::newRow("TLS") << QByteArray(start + QByteArray("\xfe\xff", 2)) << 1;
    QTest::newRow("no TLS") << QByteArray(start + QByteArray("\xfe\xf7", 2)) << 0;
    QTest::newRow("cut short") << start << -1;
    QTest::newRow("error packet") << QByteArray("\x10\0\0\0\xff\x15\x04Host blocked", 19) << -1;
    QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH_9.2") << -1;
    QTest::newRow("nothing") << QByteArray() << -1;
}

void TestMariaDbOptions::greetings()
{
    QFETCH(QByteArray, packet);
    QFETCH(int, offers);
    const std::optional<bool> answer = greetingOffersTls(packet);
    QCOMPARE(answer ? int(*answer) : -1, offers);
}

void TestMariaDbOptions::versions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("isMariaDb");
    QTest::newRow("MariaDB") << QStringLiteral("10.11.19-MariaDB-0+deb12u1") << 101119 << true;
    QTest::newRow("behind 5.5.5") << QStringLiteral("5.5.5-10.6.2-MariaDB-log") << 100602 << true;
    QTest::newRow("MySQL") << QStringLiteral("8.0.36") << 80036 << false;
    QTest::newRow("Percona") << QStringLiteral("8.4.0-1") << 80400 << false;
    QTest::newRow("nonsense") << QStringLiteral("unknown") << 0 << false;
}

void TestMariaDbOptions::versions()
{
    QFETCH(QString, text);
    QFETCH(int, number);
    QFETCH(bool, isMariaDb);
    QCOMPARE(mariaDbVersionNumber(text), number);
    QCOMPARE(mariaDbEngine(text) == Engine::MariaDb, isMariaDb);
}

void TestMariaDbOptions::lists_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QStringList>("parameters");
    const QStringList two{QStringLiteral("x"), QStringLiteral("y")};
    QTest::newRow("none") << QByteArray("SELECT 1") << QByteArray("SELECT 1") << QStringList();
    QTest::newRow("two values") << QByteArray("IN (:a)") << QByteArray("IN (?, ?)") << two;
    QTest::newRow("empty list matches nothing")
        << QByteArray("IN (:b)") << QByteArray("IN (?)") << QStringList{QString()};
    QTest::newRow("in the order of the text")
        << QByteArray("(:b) (:a) (:b)") << QByteArray("(?) (?, ?) (?)")
        << QStringList{QString(), two[0], two[1], QString()};
}

void TestMariaDbOptions::lists()
{
    QFETCH(QByteArray, text);
    const BoundText bound =
        bindLists(text, {{"a", {QStringLiteral("x"), QStringLiteral("y")}}, {"b", {}}});
    QTEST(bound.sql, "sql");
    QTEST(bound.parameters, "parameters");
}

void TestMariaDbOptions::passwordsLeaveErrors()
{
    const MariaDbOptions options = optionsOf(QStringLiteral("mariadb://u@db.example.org/x"));
    const Error error = mariaDbConnectError(9999, QStringLiteral("it was 'pw', really"), options);
    QVERIFY(!error.detail.contains(QLatin1String("'pw'")));
    QVERIFY(error.detail.contains(QLatin1String("***")));
}

QTEST_APPLESS_MAIN(TestMariaDbOptions)
#include "tst_mariadb_options.moc"
