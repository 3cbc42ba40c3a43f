// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person may write as DATABASE: URLs of three engines, paths, and everything that is
// refused.
#include "model/sql/database_address.h"
#include "model/sql/server_url.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace cadastre;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestDatabaseAddress : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString fileWith(const QString& name, const QByteArray& content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

private Q_SLOTS:
    void postgreSql()
    {
        const auto address =
            parseDatabaseAddress(text("postgresql://me@h1:5433,h2:5434/shop?sslmode=require"));
        QVERIFY(address);
        QCOMPARE(address->kind, AddressKind::PostgreSql);
        QCOMPARE(address->host, text("h1"));
        QCOMPARE(address->port, 5433);
        QCOMPARE(address->user, text("me"));
        QCOMPARE(address->database, text("shop"));
        QCOMPARE(address->options.size(), 1);
        QCOMPARE(address->options.first().first, text("sslmode"));
        QCOMPARE(address->displayText(),
                 text("postgresql://me@h1:5433,h2:5434/shop?sslmode=require"));
        QCOMPARE(address->suggestedSourceName(), text("shop"));
    }

    void postgreSqlSocketAndService()
    {
        const auto socket = parseDatabaseAddress(text("postgres://%2Fvar%2Frun%2Fpg:5499/shop"));
        QVERIFY(socket);
        QCOMPARE(socket->socket, text("/var/run/pg"));
        QCOMPARE(socket->port, 5499);
        const auto service = parseDatabaseAddress(text("postgresql:///?service=billing"));
        QVERIFY(service);
        QCOMPARE(service->options.first().second, text("billing"));
    }

    void mariaDb_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("socket");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("database");
        const auto row = [](const char* url, const char* host, int port, const char* socket,
                            const char* user, const char* database) {
            QTest::newRow(url) << text(url) << text(host) << port << text(socket) << text(user)
                               << text(database);
        };
        row("mariadb://h", "h", 0, "", "", "");
        row("mariadb://h/", "h", 0, "", "", "");
        row("mysql://me@h:3307/shop", "h", 3307, "", "me", "shop");
        row("MariaDB://h/shop", "h", 0, "", "", "shop");
        row("mariadb://m%40e@h/sh%20op", "h", 0, "", "m@e", "sh op");
        row("mariadb://me@[::1]:3306/shop", "::1", 3306, "", "me", "shop");
        row("mariadb://me@/run/mysqld/mysqld.sock/shop", "", 0, "/run/mysqld/mysqld.sock", "me",
            "shop");
        row("mariadb:///run/mysqld/mysqld.sock", "", 0, "/run/mysqld/mysqld.sock", "", "");
        row("mariadb:///run/mysqld/s/", "", 0, "/run/mysqld/s", "", "");
        row("mariadb:///shop", "", 0, "", "", "shop");
        row("mariadb://%2Ftmp%2Fm.sock/shop", "", 0, "/tmp/m.sock", "", "shop");
    }
    void mariaDb()
    {
        QFETCH(QString, url);
        const auto address = parseDatabaseAddress(url);
        QVERIFY2(address, address ? "" : qPrintable(address.error().message));
        QCOMPARE(address->kind, AddressKind::MariaDb);
        QTEST(address->host, "host");
        QTEST(address->port, "port");
        QTEST(address->socket, "socket");
        QTEST(address->user, "user");
        QTEST(address->database, "database");
    }

    void mariaDbParameters()
    {
        const auto good =
            parseDatabaseAddress(text("mariadb://h/shop?ssl-ca=%2Fca.pem&defaults-group=billing"));
        QVERIFY(good);
        QCOMPARE(good->options.size(), 2);
        QCOMPARE(good->options.first().second, text("/ca.pem"));
        const auto bad = parseDatabaseAddress(text("mariadb://h/shop?sslmode=require"));
        QVERIFY(!bad);
        QVERIFY(bad.error().message.contains(text("\"sslmode\"")));
        QVERIFY(bad.error().message.contains(text("ssl-ca")));
    }

    void passwordsAreRefused_data()
    {
        QTest::addColumn<QString>("url");
        for (const char* url :
             {"postgresql://me:hunter2@h/shop", "postgresql://h/shop?password=hunter2",
              "postgresql://h/shop?user=me&PASSWORD=hunter2", "postgres://me:hun@ter2@h/shop",
              "postgresql://me:hun/ter2@h/shop", "postgresql://me:h%40unter2@h1:1,h2:2/shop",
              "postgresql://h/s?sslpassword=hunter2", "mariadb://me:hunter2@h/shop",
              "mysql://me:hun?ter2@h/shop", "mariadb://h/shop?password=hunter2",
              "mariadb://h/shop?pass%77ord=hunter2",
              "mariadb://me:hunter2@/run/mysqld/mysqld.sock/shop"})
            QTest::newRow(url) << text(url);
    }
    void passwordsAreRefused()
    {
        QFETCH(QString, url);
        const auto address = parseDatabaseAddress(url);
        QVERIFY(!address);
        const QString message = address.error().message + address.error().detail;
        QVERIFY(!message.contains(text("hun")));
        QVERIFY(!message.contains(text("ter2")));
        const bool isPostgreSql = isPostgreSqlUrl(url);
        QVERIFY(message.contains(isPostgreSql ? text("~/.pgpass") : text("~/.my.cnf")));
        QVERIFY(message.contains(isPostgreSql ? text("PGPASSWORD") : text("MYSQL_PWD")));
        QVERIFY(message.contains(text("connection dialog")));
    }

    void addressesThatAreUnknownDoNotRepeatPasswords()
    {
        for (const char* slip :
             {" postgresql://me:hunter2@h/shop", "jdbc:postgresql://me:hun/ter2@h/shop",
              "jdbc:mariadb://h/shop?user=me&password=hunter2", "host=h password=hunter2",
              "host=h user=me password='hun ter2'"}) {
            const auto address = parseDatabaseAddress(text(slip));
            QVERIFY(!address);
            const QString message = address.error().message + address.error().detail;
            QVERIFY2(!message.contains(text("hun")), slip);
            QVERIFY2(!message.contains(text("ter2")), slip);
        }
        const QString odd = fileWith(text("password=shop.db"), "SQLite format 3\0............");
        QVERIFY(!parseDatabaseAddress(odd).error().message.contains(text("not repeated")));
    }

    void whatIsNoPasswordIsAccepted()
    {
        for (const char* url : {"postgresql://me@h:5432/d@b", "postgresql://me:@h/shop",
                                "postgresql://h1:1,h2:2/shop?passfile=%2Fp",
                                "mariadb://me@h:3306/shop", "mariadb://[::1]:3306/shop@x"})
            QVERIFY2(parseDatabaseAddress(text(url)), url);
    }

    void splittingPasswords_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("without");
        QTest::addColumn<QString>("password");
        const auto row = [](const char* url, const char* without, const char* password) {
            QTest::newRow(url) << text(url) << text(without) << text(password);
        };
        row("postgresql://me:p%40w@h/shop", "postgresql://me@h/shop", "p@w");
        row("postgresql://h/shop?password=pw&sslmode=require",
            "postgresql://h/shop?sslmode=require", "pw");
        row("mariadb://me:p:w@h:1/shop", "mariadb://me@h:1/shop", "p:w");
        row("mariadb://me:p/w@h/shop", "mariadb://me@h/shop", "p/w");
        row("mariadb://h/shop?password=pw", "mariadb://h/shop", "pw");
        row("mariadb://me@h/shop", "mariadb://me@h/shop", "");
        row("/home/me:pw@x/shop.db", "/home/me:pw@x/shop.db", "");
    }
    void splittingPasswords()
    {
        QFETCH(QString, url);
        const UrlWithPassword split = splitPassword(url);
        QTEST(split.url, "without");
        QTEST(split.password, "password");
        QVERIFY(!isPostgreSqlUrl(split.url) || !containsPassword(split.url));
    }

    void filesAreToldByContent()
    {
        const QByteArray header("SQLite format 3\0............", 28);
        const QString named = fileWith(text("shop.json"), header);
        QCOMPARE(parseDatabaseAddress(named)->kind, AddressKind::Sqlite);
        QCOMPARE(parseDatabaseAddress(text("sqlite:") + named)->path, named);
        const QString snapshot = fileWith(text("Big Shop.catalog.json"),
                                          "{\"format\":\"cadastre-catalog\",\"version\":1}");
        QCOMPARE(parseDatabaseAddress(snapshot)->kind, AddressKind::Snapshot);
        QCOMPARE(parseDatabaseAddress(snapshot)->suggestedSourceName(), text("big_shop"));
        const QString workspace = fileWith(
            text("w.db"), " {\n \"boundaries\": {},\n \"format\" : \"cadastre-workspace\"}");
        QCOMPARE(parseDatabaseAddress(workspace)->kind, AddressKind::Workspace);
        const auto forced = parseDatabaseAddress(text("sqlite:") + snapshot);
        QVERIFY(!forced);
        QVERIFY(forced.error().message.contains(snapshot));
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("sentence");
        QByteArray noise;
        for (quint32 i = 0, state = 1; i < 8192; ++i) {
            state = state * 1664525 + 1013904223;
            noise += static_cast<char>(state >> 24);
        }
        QTest::newRow("empty") << QByteArray() << text("is empty");
        QTest::newRow("truncated") << QByteArray("SQLite for") << text("is cut off");
        QTest::newRow("text") << QByteArray("hello").repeated(1000) << text("is not a database");
        QTest::newRow("other json")
            << QByteArray("{\"format\":\"x\"}") << text("is not a database");
        QTest::newRow("encrypted") << noise << text("looks encrypted");
        QTest::newRow("archive") << QByteArray("\x1f\x8b") + noise.mid(2)
                                 << text("is not a database");
    }
    void badFiles()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, sentence);
        const QString path = fileWith(text("bad file.db"), content);
        for (const QString& written : QStringList{path, text("sqlite:") + path}) {
            const auto address = parseDatabaseAddress(written);
            QVERIFY(!address);
            QVERIFY2(address.error().message.contains(sentence),
                     qPrintable(address.error().message));
            QVERIFY(address.error().message.contains(path));
        }
    }

    void missingFileAndFolder()
    {
        const QString missing = m_folder.filePath(text("missing.db"));
        const auto address = parseDatabaseAddress(missing);
        QVERIFY(!address);
        QVERIFY(address.error().message.contains(missing));
        QVERIFY(!QFile::exists(missing));
        QVERIFY(parseDatabaseAddress(m_folder.path()).error().message.contains(text("folder")));
        QVERIFY(!parseDatabaseAddress(text("  ")));
        QVERIFY(!parseDatabaseAddress(text("sqlite:")));
    }

    void unknownSchemes()
    {
        for (const char* url : {"oracle://h/shop", "postgresql:shop", "file:///tmp/x.db"}) {
            const auto address = parseDatabaseAddress(text(url));
            QVERIFY(!address);
            QVERIFY2(address.error().message.contains(text("is not known")), url);
        }
    }

    void malformedUrlsAreNotRepeated()
    {
        const auto port = parseDatabaseAddress(text("mariadb://h:99999/shop"));
        QVERIFY(!port);
        QVERIFY(port.error().message.contains(text("port")));
        QVERIFY(!parseDatabaseAddress(text("postgresql://h/shop?nonsense=1")));
        QVERIFY(!parseDatabaseAddress(text("mariadb://h/a/b")));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseAddress)
#include "tst_database_address.moc"
