// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/table_text.h"
#include "tests/support/schema_text.h"

#include <QtTest>

using namespace cadastre;

class TestTableText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesAreDescribed();
    void columnsAreDescribed();
    void whatIsBrokenIsSaid();

private:
    static QString text(const Catalog& catalog, const char* name)
    {
        return objectText(catalog, *catalog.resolve(QString::fromLatin1(name)));
    }
};

void TestTableText::tablesAreDescribed()
{
    const auto catalog = test::catalogFromText("customers\n"
                                               "  id integer pk\n"
                                               "orders\n"
                                               "  id integer pk\n"
                                               "  customer_id integer? > customers.id\n");
    QCOMPARE(text(*catalog, "customers"),
             QStringLiteral("customers\ntable\n1 column, references 0, referenced by 1"));
    QCOMPARE(text(*catalog, "orders"),
             QStringLiteral("orders\ntable\n2 columns, references 1, referenced by 0"));
}

void TestTableText::columnsAreDescribed()
{
    const auto catalog = test::catalogFromText("orders\n"
                                               "  id integer pk\n"
                                               "  note text? // said on the phone\n");
    QCOMPARE(text(*catalog, "orders.id"), QStringLiteral("orders.id\ninteger not null"));
    QCOMPARE(text(*catalog, "orders.note"), QStringLiteral("orders.note\ntext\nsaid on the phone"));
}

void TestTableText::whatIsBrokenIsSaid()
{
    SourceCatalog source = test::SchemaText::source(QStringLiteral("view v\n  a integer\n"));
    source.objects.tables.front().broken = QStringLiteral("The table t is missing.");
    const Catalog catalog(source.objects);
    const QString said = text(catalog, "v");
    QVERIFY(said.contains(QStringLiteral("The table t is missing.")));
    QVERIFY(!said.contains(QStringLiteral("referenced by")));
}

QTEST_GUILESS_MAIN(TestTableText)
#include "tst_table_text.moc"
