// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which views were probably made with SELECT *, and which lists of columns are a choice.
#include "model/boundaries/contracts/probable_star_text.h"
#include "tests/support/contract_fixture.h"

#include <QTest>

using namespace cadastre;
using test::ContractFixture;

class TestProbableStar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void views_data();
    void views();
    void joins();
    void texts_data();
    void texts();
};

void TestProbableStar::views_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("used");
    QTest::addColumn<QString>("expected"); ///< "star", "star: added columns", or empty
    const auto row = [](const char* name, const char* table, const char* view, const char* used,
                        const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(table) << QString::fromUtf8(view)
                            << QString::fromUtf8(used) << QString::fromUtf8(expected);
    };
    const char* const three = "  a integer\n  b text?\n  c text?\n";
    row("all", three, three, "a,b,c", "star:");
    row("one came later", three, "  a integer\n  b text?\n", "a,b", "star: c");
    row("it cannot have come later", "  a integer\n  b text?\n  c text\n",
        "  a integer\n  b text?\n", "a,b", "");
    row("another order", three, "  b text?\n  a integer\n", "a,b", "");
    row("not the first ones", three, "  b text?\n  c text?\n", "b,c", "");
    row("renamed", three, "  a integer\n  d text?\n", "a,b", "");
    row("another type", three, "  a integer\n  b integer?\n", "a,b", "");
    row("one more", three, "  a integer\n  b text?\n  c text?\n  d text?\n", "a,b,c", "");
    row("one column of one", "  a integer\n", "  a integer\n", "a", "");
    row("a short list is a choice", "  a integer\n  b text?\n  c text?\n  d text?\n  e text?\n",
        "  a integer\n  b text?\n", "a,b", "");
}

void TestProbableStar::views()
{
    QFETCH(QString, table);
    QFETCH(QString, view);
    QFETCH(QString, used);
    QFETCH(QString, expected);
    ContractFixture fixture(
        qPrintable(QString(QStringLiteral("t\n") + table + QStringLiteral("view v\n") + view)));
    fixture.reads("shop/view:public.v", "shop/table:public.t", qPrintable(used));
    QString found;
    for (const ProbableStar& star : probableStars(fixture.catalog(), fixture.facts().uses)) {
        QCOMPARE(star.view, fixture.table("shop/view:public.v"));
        QCOMPARE(star.base, fixture.table("shop/table:public.t"));
        QVERIFY(!star.certain);
        found = QStringLiteral("star:");
        for (const ColumnId id : star.added)
            found += QLatin1Char(' ') + fixture.catalog().column(id).name;
    }
    QCOMPARE(found, expected);
}

void TestProbableStar::joins()
{
    ContractFixture fixture("t\n  a integer\n  b text\nu\n  a integer\nview v\n  a integer\n"
                            "  b text\nview w\n  a integer\n  b text\n");
    fixture.reads("shop/view:public.v", "shop/table:public.t", "a,b")
        .reads("shop/view:public.v", "shop/table:public.u", "a")
        .reads("shop/view:public.w", "shop/table:public.t", "a,b")
        .isUnknown("shop/view:public.w", "its text could not be parsed");
    QVERIFY(probableStars(fixture.catalog(), fixture.facts().uses).empty());
}

void TestProbableStar::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<bool>("plain");
    const QStringList ab{QStringLiteral("a"), QStringLiteral("b")};
    const auto row = [](const char* text, const QStringList& names, bool plain) {
        QTest::newRow(text) << QString::fromUtf8(text) << names << plain;
    };
    row(" SELECT t.a,\n    t.b\n   FROM public.t;", ab, true);
    row("select `d`.`t`.`a` AS `a`,`d`.`t`.`b` AS `b` from `d`.`t`", ab, true);
    row("SELECT t.\"we\"\"ird\", t.b FROM t", {QStringLiteral("we\"ird"), QStringLiteral("b")},
        true);
    row("SELECT t.\"from\", t.b FROM t", {QStringLiteral("from"), QStringLiteral("b")}, true);
    row("SELECT a, b FROM t WHERE lower(a) = 'x'", ab, true);
    row("SELECT t.a, t.c AS b FROM t", ab, false);
    row("SELECT t.a, lower(t.b) AS b FROM t", ab, false);
    row("SELECT t.a, t.b || '' AS b FROM t", ab, false);
    row("SELECT DISTINCT t.a, t.b FROM t", ab, false);
    row("SELECT a, CASE WHEN a THEN b END AS b FROM t", ab, false);
    row("WITH x AS (SELECT 1) SELECT a, b FROM t", ab, false);
    row("SELECT a, b, c FROM t", ab, false);
    row("SELECT a FROM t", ab, false);
    row("SELECT a, b", ab, false);
    row("", ab, false);
}

void TestProbableStar::texts()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    QFETCH(bool, plain);
    QCOMPARE(selectsPlainColumns(text, names), plain);
}

QTEST_GUILESS_MAIN(TestProbableStar)
#include "tst_probable_star.moc"
