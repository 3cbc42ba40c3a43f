// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre join as a shell sees it: sentences, SQL, JSON, exit statuses, and what is wrong said.
#include "tests/app/cli_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestCliJoin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentences();
    void sql();
    void json();
    void noWayIsStatusOne();
    void wrongWords_data();
    void wrongWords();

private:
    static CommandResult join(const QString& rest)
    {
        return runCadastre(QStringList{QStringLiteral("join"), sample()} +
                           rest.split(QLatin1Char(' ')));
    }
    static QString sample()
    {
        return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
    }
};

void TestCliJoin::sentences()
{
    const CommandResult run = join(QStringLiteral("tmp_orders refunds"));
    QCOMPARE(run.status, 0);
    const QString text = QString::fromUtf8(run.output);
    QVERIFY2(
        text.startsWith(QStringLiteral("1. tmp_orders → invoices → payments → refunds: 3 joins")),
        qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("   - One row of tmp_orders can have several")));
    const CommandResult one = join(QStringLiteral("tmp_orders products --alternatives 1"));
    QVERIFY(!one.output.contains("\n2. "));
}

void TestCliJoin::sql()
{
    const CommandResult run =
        join(QStringLiteral("customers tmp_orders --format sql --alternatives 1"));
    QCOMPARE(run.status, 0);
    QVERIFY2(run.output.contains("WHERE c.\"deleted_at\" IS NULL\n"), run.output.constData());
    QVERIFY(run.output.endsWith("LIMIT 100;\n"));
    const CommandResult bare = join(QStringLiteral(
        "customers tmp_orders --format sql --alternatives 1 --inner --deleted --limit 0"));
    QVERIFY(!bare.output.contains("IS NULL"));
    QVERIFY(!bare.output.contains("LEFT"));
    QVERIFY(!bare.output.contains("LIMIT"));
}

void TestCliJoin::json()
{
    const CommandResult run = join(QStringLiteral("tmp_orders refunds --format json"));
    QCOMPARE(run.status, 0);
    const QJsonObject object = QJsonDocument::fromJson(run.output).object();
    QCOMPARE(object.value(QStringLiteral("format")).toString(), QStringLiteral("cadastre-paths"));
    const QJsonObject first = object.value(QStringLiteral("paths")).toArray().first().toObject();
    QCOMPARE(first.value(QStringLiteral("steps")).toArray().size(), 3);
    QVERIFY(first.value(QStringLiteral("sql")).toString().contains(QStringLiteral("SELECT")));
    QCOMPARE(run.output, join(QStringLiteral("tmp_orders refunds --format json")).output);
}

void TestCliJoin::noWayIsStatusOne()
{
    const CommandResult run = join(QStringLiteral("tmp_orders orders_bak_2019 --min-confidence 1"));
    QCOMPARE(run.status, 1);
    QVERIFY2(!run.output.isEmpty(), run.errors.constData());
}

void TestCliJoin::wrongWords_data()
{
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one table") << QStringLiteral("tmp_orders") << QStringLiteral("two to 6 tables");
    QTest::newRow("no such table")
        << QStringLiteral("tmp_orders nowhere") << QStringLiteral("nowhere");
    QTest::newRow("format") << QStringLiteral("tmp_orders refunds --format xml")
                            << QStringLiteral("not as \"xml\"");
}

void TestCliJoin::wrongWords()
{
    QFETCH(QString, rest);
    QFETCH(QString, expected);
    const CommandResult run = join(rest);
    QCOMPARE(run.status, 2);
    QVERIFY2(run.errors.contains(expected.toUtf8()), run.errors.constData());
}

QTEST_GUILESS_MAIN(TestCliJoin)
#include "tst_cli_join.moc"
