// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Passwords in DDL, bodies and options become ***; code that only speaks of passwords stays.
#include "model/dialect/masking.h"

#include <QtTest>

using namespace cadastre;

class TestMasking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sql_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* input, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(input) << QString::fromUtf8(expected);
        };
        row("connection literal", "SELECT dblink('host=h password=hunter2 dbname=d')",
            "SELECT dblink('host=h password=*** dbname=d')");
        row("doubled quotes", "dblink('password=''hun ter2'' host=h')",
            "dblink('password=''***'' host=h')");
        row("url", "SELECT http('https://bob:hunter2@h/p')", "SELECT http('https://bob:***@h/p')");
        row("create role", "CREATE ROLE r PASSWORD 'hunter2'", "CREATE ROLE r PASSWORD '***'");
        row("identified", "CREATE USER u IDENTIFIED BY 'hunter2'",
            "CREATE USER u IDENTIFIED BY '***'");
        row("json", "INSERT INTO c VALUES ('{\"password\": \"hunter2\"}')",
            "INSERT INTO c VALUES ('{\"password\": \"***\"}')");
        row("assigned literal", "UPDATE t SET password = 'hunter2'",
            "UPDATE t SET password = '***'");
        row("after a comment's apostrophe", "-- don't\nSELECT f('pwd=hunter2')",
            "-- don't\nSELECT f('pwd=***')");
        for (const char* untouched :
             {"CREATE TABLE u (password varchar(80) NOT NULL)",
              "UPDATE u SET password = NEW.password WHERE id = 1", "CHECK (password <> '')",
              "SELECT 'http://host:80/path'", "WHERE password = $1", "SELECT 'a:b', 'me@x.org'",
              "password = ''", "SELECT ''"})
            row(untouched, untouched, untouched);
    }
    void sql()
    {
        QFETCH(QString, input);
        QTEST(maskedSql(input), "expected");
    }

    void options()
    {
        QCOMPARE(maskedOptions(QStringLiteral("host=h password=hunter2, user=u")),
                 QStringLiteral("host=h password=***, user=u"));
        QCOMPARE(maskedOptions(QStringLiteral("mysql://u:pw@h/d/t")),
                 QStringLiteral("mysql://u:***@h/d/t"));
        QCOMPARE(maskedOptions(QStringLiteral("host=h user=pw")), QStringLiteral("host=h user=pw"));
    }

    void secretNames()
    {
        QVERIFY(isSecretName(QStringLiteral("PassWord")));
        QVERIFY(isSecretName(QStringLiteral("sslpassword")));
        QVERIFY(!isSecretName(QStringLiteral("password_required")));
        QVERIFY(!isSecretName(QStringLiteral("user")));
    }
};

QTEST_GUILESS_MAIN(TestMasking)
#include "tst_masking.moc"
