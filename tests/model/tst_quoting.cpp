// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Quoting of names and literals for every engine, with the names that break quoting.
#include "model/dialect/quoting.h"

#include <QTest>

using namespace cadastre;

class tst_Quoting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sqlite");
        QTest::addColumn<QString>("postgresql");
        QTest::addColumn<QString>("mariadb");
        const auto row = [](const QString& name, const char* sqlite, const char* postgresql,
                            const char* mariadb) {
            QTest::newRow(qPrintable(name))
                << name << QString::fromUtf8(sqlite) << QString::fromUtf8(postgresql)
                << QString::fromUtf8(mariadb);
        };
        row(QStringLiteral("plain"), R"("plain")", "plain", "`plain`");
        row(QStringLiteral("a.b"), R"("a.b")", R"("a.b")", "`a.b`");
        row(QStringLiteral("we\"ird"), R"("we""ird")", R"("we""ird")", "`we\"ird`");
        row(QStringLiteral("back`tick"), R"("back`tick")", R"("back`tick")", "`back``tick`");
        row(QStringLiteral("\"quoted\""), R"("""quoted""")", R"("""quoted""")", "`\"quoted\"`");
        row(QStringLiteral("select"), R"("select")", R"("select")", "`select`");
        row(QStringLiteral("Mixed"), R"("Mixed")", R"("Mixed")", "`Mixed`");
        row(QStringLiteral("new\nline"), "\"new\nline\"", "\"new\nline\"", "`new\nline`");
    }

    void quotesNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, sqlite);
        QFETCH(QString, postgresql);
        QFETCH(QString, mariadb);
        QCOMPARE(*quotedIdentifier(Engine::Sqlite, name), sqlite);
        QCOMPARE(*quotedIdentifier(Engine::PostgreSql, name), postgresql);
        QCOMPARE(*quotedIdentifier(Engine::MariaDb, name), mariadb);
        QCOMPARE(*quotedIdentifier(Engine::MySql, name), mariadb);
    }

    void refusesWhatCannotBeWritten()
    {
        const QString nul = QStringLiteral("a") + QChar(0) + QStringLiteral("b");
        const QString half = QString(QChar(0xd83d));
        for (Engine engine : {Engine::Sqlite, Engine::PostgreSql, Engine::MariaDb, Engine::MySql}) {
            QVERIFY(!quotedIdentifier(engine, nul));
            QVERIFY(!quotedIdentifier(engine, half));
            QVERIFY(!quotedLiteral(engine, nul));
            QCOMPARE(quotedIdentifier(engine, QString()).has_value(), engine == Engine::Sqlite);
            QVERIFY(quotedIdentifier(engine, QString::fromUtf8("\xf0\x9f\xa6\x84")).has_value());
        }
    }

    void joinsPaths()
    {
        const auto path = [](Engine engine, const QString& schema, const QString& name) {
            return *quotedPath(engine, {schema, name});
        };
        QCOMPARE(path(Engine::PostgreSql, QStringLiteral("S"), QStringLiteral("t")),
                 QStringLiteral("\"S\".t"));
        QCOMPARE(path(Engine::MariaDb, QStringLiteral("a.b"), QStringLiteral("t")),
                 QStringLiteral("`a.b`.`t`"));
        QCOMPARE(path(Engine::Sqlite, QString(), QString()), QStringLiteral("\"\""));
        QVERIFY(!quotedPath(Engine::PostgreSql, {QStringLiteral("s"), QString()}));
    }
};

QTEST_APPLESS_MAIN(tst_Quoting)
#include "tst_quoting.moc"
