// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Connecting to PostgreSQL when something is wrong: each mistake gives one sentence that names what
// to look at, in reasonable time, and never contains the password.
#include "model/sql/postgresql/connection_settings.h"
#include "tests/server/loopback_listener.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestPostgresqlConnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongAddress_data();
    void wrongAddress();
    void passwords_data();
    void passwords();
    void passwordFile();
    void noTlsOffered();
    void noDatabaseServer();
    void silentServerTimesOut();
    void silentServerIsCancelled();
    void transportIsTold();
    void serviceFile();
    void testButton();
    void tlsIsRequiredElsewhere_data();
    void tlsIsRequiredElsewhere();

private:
    Error errorOf(const QString& url, const QString& password = {});

    QString m_url;
};

void TestPostgresqlConnect::initTestCase()
{
    const Result<QString> url = serverUrl(Engine::PostgreSql);
    QVERIFY2(url.has_value(), url ? "" : qPrintable(url.error().message));
    m_url = *url;
}

Error TestPostgresqlConnect::errorOf(const QString& url, const QString& password)
{
    ReadOptions options;
    options.connectTimeoutMs = 5000;
    const Result<ReadResult> result = readFrom({url, password, options, {}});
    return result ? Error{QStringLiteral("it could be read"), {}} : result.error();
}

void TestPostgresqlConnect::wrongAddress_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("sentence");
    const QString server = *serverUrl(Engine::PostgreSql);
    QTest::newRow("host") << QStringLiteral("postgresql://me@no-such-host.invalid/shop")
                          << QStringLiteral("The host \"no-such-host.invalid\" is not known");
    QTest::newRow("port") << QStringLiteral("postgresql://me@127.0.0.1:1/shop")
                          << QStringLiteral("Nobody answers at 127.0.0.1:1:");
    QTest::newRow("socket") << QStringLiteral("postgresql://me@%2Fno%2Fsuch%2Ffolder/shop")
                            << QStringLiteral("There is no server at the socket "
                                              "/no/such/folder/.s.PGSQL.5432");
    QTest::newRow("database") << urlWithDatabase(server, QStringLiteral("no_such_database"))
                              << QStringLiteral("The database \"no_such_database\" does not exist");
    QTest::newRow("user") << urlWithUser(server, QStringLiteral("no_such_user"))
                          << QStringLiteral("The user \"no_such_user\" does not exist");
    QTest::newRow("TLS refused")
        << urlWithUser(server, QStringLiteral("cadastre_clear")) +
               QStringLiteral("?sslmode=require")
        << QStringLiteral("does not let the user \"cadastre_clear\" into the database");
    QTest::newRow("service") << QStringLiteral("postgresql:///?service=no_such_service")
                             << QStringLiteral("service");
}

void TestPostgresqlConnect::wrongAddress()
{
    QFETCH(const QString, url);
    QFETCH(const QString, sentence);
    const Error error = errorOf(url);
    QVERIFY2(error.message.contains(sentence), qPrintable(errorText(error)));
    QVERIFY(!error.message.contains(QLatin1Char('\n')));
}

void TestPostgresqlConnect::passwords_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("none") << QString() << QStringLiteral("wants a password for the user");
    QTest::newRow("wrong") << QStringLiteral("not-the-secret")
                           << QStringLiteral("does not accept this password for the user");
    QTest::newRow("right") << QStringLiteral("cadastre") << QStringLiteral("it could be read");
}

void TestPostgresqlConnect::passwords()
{
    QFETCH(const QString, password);
    QFETCH(const QString, sentence);
    const Error error = errorOf(urlWithUser(m_url, QStringLiteral("cadastre_password")), password);
    QVERIFY2(error.message.contains(sentence), qPrintable(errorText(error)));
    const bool failed = !sentence.contains(QLatin1String("could be read"));
    QCOMPARE(error.kind, failed ? ErrorKind::PasswordNeeded : ErrorKind::Other);
    QVERIFY(!errorText(error).contains(QLatin1String("not-the-secret")));
}

void TestPostgresqlConnect::passwordFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("pgpass")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("*:*:*:cadastre_password:cadastre\n");
    file.close();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    qputenv("PGPASSFILE", file.fileName().toUtf8());
    const Error error = errorOf(urlWithUser(m_url, QStringLiteral("cadastre_password")));
    qunsetenv("PGPASSFILE");
    QCOMPARE(error.message, QStringLiteral("it could be read"));
}

void TestPostgresqlConnect::noTlsOffered()
{
    const LoopbackListener listener("N");
    const Error error = errorOf(
        QStringLiteral("postgresql://me@127.0.0.1:%1/shop?sslmode=require").arg(listener.port()));
    QVERIFY2(error.message.contains(QLatin1String("refuses TLS")), qPrintable(errorText(error)));
    QVERIFY(error.message.contains(QString::number(listener.port())));
}

void TestPostgresqlConnect::noDatabaseServer()
{
    const LoopbackListener listener("HTTP/1.1 400 Bad Request\r\n\r\n");
    const Error error =
        errorOf(QStringLiteral("postgresql://me@127.0.0.1:%1/shop").arg(listener.port()));
    QVERIFY2(error.message.contains(QLatin1String("is no PostgreSQL server")),
             qPrintable(errorText(error)));
}

void TestPostgresqlConnect::silentServerTimesOut()
{
    const LoopbackListener listener({});
    ReadOptions options;
    options.connectTimeoutMs = 300;
    QElapsedTimer timer;
    timer.start();
    const Result<ReadResult> result =
        readFrom({QStringLiteral("postgresql://me@127.0.0.1:%1/shop").arg(listener.port()),
                  {},
                  options,
                  {}});
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(QLatin1String("did not answer within 0.3 s")),
             qPrintable(errorText(result.error())));
    QVERIFY(timer.elapsed() < 3000);
}

void TestPostgresqlConnect::silentServerIsCancelled()
{
    const LoopbackListener listener({});
    const auto address = parseDatabaseAddress(
        QStringLiteral("postgresql://me@127.0.0.1:%1/shop").arg(listener.port()));
    ReadControl control;
    std::thread canceller([&control] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        control.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    const Result<ReadResult> result = readSource(*address, {}, {}, control);
    canceller.join();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QVERIFY(timer.elapsed() < 3000);
}

void TestPostgresqlConnect::transportIsTold()
{
    const Result<ReadResult> clear =
        readFrom({m_url + QStringLiteral("?sslmode=disable"), {}, {}, {}});
    QVERIFY(clear.has_value());
    QCOMPARE(clear->transportSecurity, QString());
    PostgresSession session(m_url);
    if (session.value("SHOW ssl") == QLatin1String("on")) {
        const Result<ReadResult> tls =
            readFrom({m_url + QStringLiteral("?sslmode=require"), {}, {}, {}});
        QVERIFY(tls.has_value());
        QVERIFY2(tls->transportSecurity.startsWith(QLatin1String("TLSv1.")),
                 qPrintable(tls->transportSecurity));
    }
    const QString folder = session.value("SHOW unix_socket_directories");
    if (folder.startsWith(QLatin1Char('/'))) {
        const Result<ReadResult> local =
            readFrom({QStringLiteral("postgresql://cadastre@%1:%2/postgres")
                          .arg(QString(folder).replace(QLatin1Char('/'), QLatin1String("%2F")),
                               session.value("SHOW port")),
                      {},
                      {},
                      {}});
        QVERIFY2(local.has_value(), local ? "" : qPrintable(errorText(local.error())));
        QCOMPARE(local->transportSecurity, QStringLiteral("local"));
    }
}

void TestPostgresqlConnect::serviceFile()
{
    PostgresSession session(m_url);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("services")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[test]\nhost=127.0.0.1\nport=" + session.value("SHOW port").toLatin1() +
               "\nuser=cadastre\ndbname=postgres\n");
    file.close();
    qputenv("PGSERVICEFILE", file.fileName().toUtf8());
    const Error error = errorOf(QStringLiteral("postgresql:///?service=test"));
    qunsetenv("PGSERVICEFILE");
    QCOMPARE(errorText(error), QStringLiteral("it could be read | "));
}

void TestPostgresqlConnect::testButton()
{
    PostgresTestDatabase database(QStringLiteral("button"));
    QCOMPARE(database.execute("CREATE SCHEMA shop"), QString());
    ReadControl control;
    const Result<ConnectionTest> test =
        testConnection(*parseDatabaseAddress(database.url()), {}, {}, control);
    QVERIFY2(test.has_value(), test ? "" : qPrintable(errorText(test.error())));
    QCOMPARE(test->schemas, QStringList({QStringLiteral("public"), QStringLiteral("shop")}));
    QCOMPARE(test->serverVersion, database.session().value("SHOW server_version"));
}

void TestPostgresqlConnect::tlsIsRequiredElsewhere_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("environment");
    QTest::addColumn<QByteArray>("sslmode");
    const auto row = [&](const char* name, const char* url, const char* environment,
                         const char* sslmode) {
        QTest::newRow(name) << QString::fromLatin1(url) << QByteArray(environment)
                            << QByteArray(sslmode);
    };
    row("remote", "postgresql://db.example.org/shop", "", "require");
    row("remote address", "postgresql:///shop?hostaddr=192.0.2.7", "", "require");
    row("one of several", "postgresql://localhost,db.example.org/shop", "", "require");
    row("remote, url says", "postgresql://db.example.org/shop?sslmode=disable", "", "");
    row("remote, environment says", "postgresql://db.example.org/shop", "verify-full", "");
    row("localhost", "postgresql://localhost/shop", "", "");
    row("loopback", "postgresql://127.0.0.1/shop", "", "");
    row("name that begins like a loopback", "postgresql://127.0.0.1.example.org/shop", "",
        "require");
    row("local name of a remote address", "postgresql://localhost/shop?hostaddr=192.0.2.7", "",
        "require");
    row("remote name of a local address", "postgresql://db.example.org/shop?hostaddr=127.0.0.1", "",
        "");
    row("one remote address", "postgresql://localhost,localhost/shop?hostaddr=,192.0.2.7", "",
        "require");
    row("loopback 6", "postgresql://[::1]/shop", "", "");
    row("socket", "postgresql:///shop", "", "");
    row("socket folder", "postgresql://%2Fvar%2Frun%2Fpostgresql/shop", "", "");
}

void TestPostgresqlConnect::tlsIsRequiredElsewhere()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, environment);
    if (!environment.isEmpty())
        qputenv("PGSSLMODE", environment);
    const ConnectionSettings settings = connectionSettings(url, QStringLiteral("secret"));
    qunsetenv("PGSSLMODE");
    QTEST(settings.value("sslmode"), "sslmode");
    QCOMPARE(settings.value("dbname"), url.toUtf8());
    QCOMPARE(settings.value("password"), QByteArray("secret"));
    QCOMPARE(settings.value("application_name"), QByteArray("cadastre"));
}

QTEST_GUILESS_MAIN(TestPostgresqlConnect)
#include "tst_postgresql_connect.moc"
