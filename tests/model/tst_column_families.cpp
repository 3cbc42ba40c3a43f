// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/catalog/column_families.h"
#include "tests/support/schema_text.h"

#include <QtTest>

using namespace cadastre;

namespace {

/// "name: column column" per entry; singles are their name alone.
QStringList described(const Catalog& catalog, const std::vector<ColumnEntry>& entries)
{
    QStringList lines;
    for (const ColumnEntry& entry : entries) {
        QStringList names;
        for (ColumnId id : entry.columns)
            names << catalog.column(id).name;
        lines << (entry.kind == ColumnFamilyKind::Single
                      ? entry.name
                      : entry.name + QStringLiteral(": ") + names.join(QLatin1Char(' ')));
    }
    return lines;
}

QStringList folded(const QStringList& columns, const QStringList& alwaysShown = {})
{
    const QString text =
        QStringLiteral("t\n  ") + columns.join(QStringLiteral("\n  ")) + QLatin1Char('\n');
    const auto catalog = test::SchemaText::catalog(text);
    QSet<ColumnId> shown;
    for (int i = 0; i < static_cast<int>(catalog->objects().columns.size()); ++i) {
        if (alwaysShown.contains(catalog->column(ColumnId{i}).name))
            shown.insert(ColumnId{i});
    }
    return described(*catalog, foldColumns(*catalog, TableId{0}, shown));
}

} // namespace

class TestColumnFamilies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data();
    void folds();
    void keepsWhatIsAlwaysShown();
    void endsInOneRowForTheRest();
    void hidesNoHandful();
    void isTheSameEveryTime();
};

void TestColumnFamilies::folds_data()
{
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const char* columns, const QStringList& expected) {
        QStringList list;
        for (const QString& column : QString::fromLatin1(columns).split(QLatin1Char(',')))
            list << (column.contains(QLatin1Char(' ')) ? column : column + QStringLiteral(" text"));
        QTest::newRow(name) << list << expected;
    };
    using L = QStringList;
    row("prefix", "id,billing_a,billing_b,billing_c,billing_d,note",
        L{QStringLiteral("id"),
          QStringLiteral("billing_… (4): billing_a billing_b billing_c billing_d"),
          QStringLiteral("note")});
    row("three are no prefix family", "billing_a,billing_b,billing_c",
        L{QStringLiteral("billing_a"), QStringLiteral("billing_b"), QStringLiteral("billing_c")});
    row("camel case", "billingStreet,billingCity,billingZip,billingState,a,b",
        L{QStringLiteral("billing… (4): billingStreet billingCity billingZip billingState"),
          QStringLiteral("a"), QStringLiteral("b")});
    row("Pascal case", "ShipToName,ShipToCity,ShipToZip,ShipToState,a,b",
        L{QStringLiteral("ShipTo… (4): ShipToName ShipToCity ShipToZip ShipToState"),
          QStringLiteral("a"), QStringLiteral("b")});
    row("a word within a word is no prefix", "order,ordering,orders,orderly,orderable",
        L{QStringLiteral("order"), QStringLiteral("ordering"), QStringLiteral("orders"),
          QStringLiteral("orderly"), QStringLiteral("orderable")});
    row("the table's own prefix tells nothing",
        "ws_id,ws_sold_date,ws_bill_name,ws_bill_city,ws_bill_zip,ws_bill_state",
        L{QStringLiteral("ws_id"), QStringLiteral("ws_sold_date"),
          QStringLiteral("ws_bill_… (4): ws_bill_name ws_bill_city ws_bill_zip ws_bill_state")});
    row("numbered", "address,address_2,address_3,address_4",
        L{QStringLiteral("address"), QStringLiteral("address_2…4: address_2 address_3 address_4")});
    row("numbered with gaps", "line1,line2,line9",
        L{QStringLiteral("line1…9 (3): line1 line2 line9")});
    row("numbered inside", "address_1_city,address_2_city",
        L{QStringLiteral("address_1…2_city: address_1_city address_2_city")});
    row("a single number stays", "address_2,log_2fa,sha256",
        L{QStringLiteral("address_2"), QStringLiteral("log_2fa"), QStringLiteral("sha256")});
    row("flags", "is_a,has_b,flag7,vip_flag",
        L{QStringLiteral("flags (4): is_a has_b flag7 vip_flag")});
    row("flags need a word of their own", "issue,hash,canal,island",
        L{QStringLiteral("issue"), QStringLiteral("hash"), QStringLiteral("canal"),
          QStringLiteral("island")});
    row("booleans", "active boolean,paid boolean,open boolean,name text",
        L{QStringLiteral("booleans (3): active paid open"), QStringLiteral("name")});
    row("timestamps", "sold date,shipped timestamp,paid timestamp,name text",
        L{QStringLiteral("timestamps (3): sold shipped paid"), QStringLiteral("name")});
    row("audit", "id,created_at,created_by,updatedAt,last_modified_by",
        L{QStringLiteral("id"),
          QStringLiteral("audit (4): created_at created_by updatedAt last_modified_by")});
    row("audit words of other meaning", "created_orders,updated_price",
        L{QStringLiteral("created_orders"), QStringLiteral("updated_price")});
}

void TestColumnFamilies::folds()
{
    QFETCH(QStringList, columns);
    QFETCH(QStringList, expected);
    QCOMPARE(folded(columns), expected);
}

void TestColumnFamilies::keepsWhatIsAlwaysShown()
{
    QStringList columns;
    for (const char* name :
         {"billing_a", "billing_id", "billing_b", "billing_c", "billing_d", "note", "name"})
        columns << QString::fromLatin1(name) + QStringLiteral(" text");
    const QStringList expected{
        QStringLiteral("billing_… (4): billing_a billing_b billing_c billing_d"),
        QStringLiteral("billing_id"), QStringLiteral("note"), QStringLiteral("name")};
    QCOMPARE(folded(columns, {QStringLiteral("billing_id")}), expected);
}

void TestColumnFamilies::endsInOneRowForTheRest()
{
    QStringList columns;
    for (int i = 0; i < 1600; ++i) { // words without anything in common
        QString word;
        for (int digit = i + 17576; digit > 0; digit /= 26)
            word += QLatin1Char(static_cast<char>('a' + digit % 26));
        columns << word + QStringLiteral(" text");
    }
    const QString last = columns.last().section(QLatin1Char(' '), 0, 0);
    const QStringList rows = folded(columns, {last});
    QCOMPARE(rows.size(), columnsShownUnfolded);
    QVERIFY(rows.contains(last));
    QVERIFY(rows.last().startsWith(QStringLiteral("1561 more…")));
}

void TestColumnFamilies::hidesNoHandful()
{
    QStringList columns;
    for (int i = 0; i < 46; ++i)
        columns << QStringLiteral("%1%2 text").arg(QChar('a' + i % 26), QChar('a' + i / 26));
    QCOMPARE(folded(columns).size(), 46);
}

void TestColumnFamilies::isTheSameEveryTime()
{
    QStringList columns;
    for (int i = 0; i < 60; ++i)
        columns << QStringLiteral("%1_%2 text").arg(QChar('a' + i % 7)).arg(i);
    QCOMPARE(folded(columns), folded(columns));
}

QTEST_GUILESS_MAIN(TestColumnFamilies)
#include "tst_column_families.moc"
