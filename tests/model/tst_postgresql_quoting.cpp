// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PostgreSQL names and literals: hostile ones, and what must not be quoted.
#include "model/dialect/postgresql.h"

#include <QTest>

using namespace cadastre::postgresql;

class TestPostgresqlQuoting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identifiers_data();
    void identifiers();
    void literals_data();
    void literals();
    void impossibleTextIsRejected();
    void qualifiedNames();
};

void TestPostgresqlQuoting::identifiers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(expected);
    };
    row("orders", "orders");
    row("_private", "_private");
    row("t1", "t1");
    row("name", "name"); // unreserved keyword
    row("abort", "abort");
    row("between", "\"between\""); // may be a column name only
    row("left", "\"left\"");       // may be a function or type name only
    row("user", "\"user\"");
    row("select", "\"select\"");
    row("xmltable", "\"xmltable\"");
    row("all", "\"all\"");
    row("", "\"\"");
    row("Orders", "\"Orders\"");
    row("1st", "\"1st\"");
    row("a$b", "\"a$b\"");
    row("a.b", "\"a.b\"");
    row("we\"ird", "\"we\"\"ird\"");
    row("\"quoted\"", "\"\"\"quoted\"\"\"");
    row("back`tick", "\"back`tick\"");
    row("x; DROP TABLE y; --", "\"x; DROP TABLE y; --\"");
    row("line\nbreak", "\"line\nbreak\"");
    row("größe", "\"größe\"");
    row("🐘", "\"🐘\"");
    row("שלום", "\"שלום\"");
}

void TestPostgresqlQuoting::identifiers()
{
    QFETCH(const QString, name);
    QTEST(quotedIdentifier(name).value_or(QString()), "expected");
}

void TestPostgresqlQuoting::literals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("", "''");
    row("plain", "'plain'");
    row("it's", "'it''s'");
    row("'; DROP TABLE y; --", "'''; DROP TABLE y; --'");
    row("\\", "E'\\\\'");
    row("\\'; DROP TABLE y; --", "E'\\\\''; DROP TABLE y; --'");
    row("a\nb\tc\r", "E'a\\nb\\tc\\r'");
    row("\x01\x7f", "E'\\u0001\\u007f'");
    row("🐘 $$ %s ?", "'🐘 $$ %s ?'");
}

void TestPostgresqlQuoting::literals()
{
    QFETCH(const QString, text);
    QTEST(quotedLiteral(text).value_or(QString()), "expected");
}

void TestPostgresqlQuoting::impossibleTextIsRejected()
{
    const QString nul = QStringLiteral("a") + QChar(QChar::Null) + QStringLiteral("b");
    const QString loneHigh = QStringLiteral("a") + QChar(0xd83d);
    const QString loneLow = QChar(0xdc18) + QStringLiteral("a");
    for (const QString& text : {nul, loneHigh, loneLow}) {
        QVERIFY(!quotedIdentifier(text));
        QVERIFY(!quotedLiteral(text));
        QVERIFY(!qualifiedName(text, QStringLiteral("t")));
        QVERIFY(!qualifiedName(QStringLiteral("s"), text));
    }
}

void TestPostgresqlQuoting::qualifiedNames()
{
    QCOMPARE(*qualifiedName(QStringLiteral("public"), QStringLiteral("Order")),
             QStringLiteral("public.\"Order\""));
    QCOMPARE(*qualifiedName(QStringLiteral("a.b"), QStringLiteral("c")),
             QStringLiteral("\"a.b\".c"));
    QCOMPARE(*qualifiedName(QString(), QStringLiteral("c")), QStringLiteral("c"));
}

QTEST_GUILESS_MAIN(TestPostgresqlQuoting)
#include "tst_postgresql_quoting.moc"
