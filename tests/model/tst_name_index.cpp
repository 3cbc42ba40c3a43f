// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tables and keys found by words, spellings, initials and abbreviations, nearest first, and never
// more than asked for.
#include "model/relations/engine/name_index.h"

#include "tests/support/inference_fixture.h"

#include <QTest>

using namespace cadastre;
using test::EngineFixture;

class TestNameIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByWords_data();
    void findsByWords();
    void findsBySpelling_data();
    void findsBySpelling();
    void findsByInitials_data();
    void findsByInitials();
    void findsByAbbreviation_data();
    void findsByAbbreviation();
    void findsKeysByName();
    void findsKeysAtTheEnd_data();
    void findsKeysAtTheEnd();
    void findsExtendedTables();
    void ranksPeople_data();
    void ranksPeople();
    void keepsToItsLimits();
};

namespace {

constexpr const char* shop = R"(
customers
  customer_id bigint pk
customer_addresses
  id bigint pk
orders
  id bigint pk
  customer_id bigint
  other_customer_id bigint
order_items
  id bigint pk
keyless
  colour text
distribution_sets
  id bigint pk
sp_actions
  id bigint pk
sp_targets
  id bigint pk
sp_software_modules
  id bigint pk
item
  i_item_sk bigint pk
  i_brand text
  i_class text
departments
  id bigint pk
)";

NameCore coreFrom(const EngineFixture& fixture, const QString& words)
{
    NameCore core;
    for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const int number = fixture.profile.vocabulary.find(word);
        if (number < 0)
            qFatal("no word %s", qPrintable(word));
        core.words.push_back(number);
    }
    return core;
}

void columnsOfRows()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected");
}

void row(const char* query, const char* expected)
{
    QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(expected);
}

} // namespace

void TestNameIndex::findsByWords_data()
{
    columnsOfRows();
    row("customer", "customer_addresses customers");
    row("other customer", "customer_addresses customers");
    row("order items", "order_items orders item"); // the whole run first
    row("colour", "");                             // no key, no target
    row("id", "");
    row("brand", "");
}

void TestNameIndex::findsByWords()
{
    QFETCH(QString, query);
    const EngineFixture fixture(shop);
    const auto found = fixture.index.tablesWithWordsOf(coreFrom(fixture, query),
                                                       fixture.table(QStringLiteral("orders")), 14);
    QTEST(fixture.names(found).join(QLatin1Char(' ')), "expected");
}

void TestNameIndex::findsBySpelling_data()
{
    columnsOfRows();
    row("orderitem", "order_items");
    row("orderitems", "order_items");
    row("softwaremodule", "sp_software_modules");
    row("spsoftwaremodule", "sp_software_modules");
    row("software", "");
    row("keyless", "");
}

void TestNameIndex::findsBySpelling()
{
    QFETCH(QString, query);
    const EngineFixture fixture(shop);
    const TableId child = fixture.table(QStringLiteral("orders"));
    QTEST(fixture.names(fixture.index.tablesSpelled(query, child)).join(QLatin1Char(' ')),
          "expected");
}

void TestNameIndex::findsByInitials_data()
{
    columnsOfRows();
    row("ds", "distribution_sets");
    row("sm", "sp_software_modules");
    row("ssm", "sp_software_modules");
    row("oi", "order_items");
    row("o", "");
    row("xy", "");
}

void TestNameIndex::findsByInitials()
{
    QFETCH(QString, query);
    const EngineFixture fixture(shop);
    const auto found =
        fixture.index.tablesWithInitials(query, fixture.table(QStringLiteral("orders")));
    QTEST(fixture.names(found).join(QLatin1Char(' ')), "expected");
}

void TestNameIndex::findsByAbbreviation_data()
{
    columnsOfRows();
    row("cust", "customer_addresses customers");
    row("addr", "customer_addresses");
    row("dept", "departments");
    row("targ", "sp_targets");
    row("tgt", ""); // only what keeps the first two letters
    row("sp", "");  // the module is no word of their own
    row("zz", "");
}

void TestNameIndex::findsByAbbreviation()
{
    QFETCH(QString, query);
    // abbreviations of a schema's own columns are looked up, and no others
    const EngineFixture fixture(
        QString(QLatin1String(shop) +
                QStringLiteral("\nnotes\n  id bigint pk\n  %1_id bigint\n").arg(query)));
    const int word = fixture.profile.vocabulary.find(query);
    QVERIFY(word >= 0);
    const auto found =
        fixture.index.tablesAbbreviated(word, fixture.table(QStringLiteral("orders")));
    QTEST(fixture.names(found).join(QLatin1Char(' ')), "expected");
}

void TestNameIndex::findsKeysByName()
{
    const EngineFixture fixture(shop);
    const TableId child = fixture.table(QStringLiteral("orders"));
    const auto keys = [&](const char* column, int limit) {
        const int name = fixture.columnProfile(QString::fromLatin1(column)).name;
        return fixture.names(fixture.index.keysNamed(name, child, limit));
    };
    QCOMPARE(keys("orders.customer_id", 6), QStringList{QStringLiteral("customers.customer_id")});
    QCOMPARE(keys("orders.other_customer_id", 6), QStringList());
    QCOMPARE(keys("orders.id", 3).size(), 3);
    // nearest first: those whose names begin alike
    QVERIFY(keys("orders.id", 2).contains(QStringLiteral("orders.id")));
}

void TestNameIndex::findsKeysAtTheEnd_data()
{
    columnsOfRows();
    row("other customer id", "customers.customer_id");
    row("customer id", "customers.customer_id");
    row("item sk", "item.i_item_sk");
    row("brand item sk", "item.i_item_sk");
    row("customer", "");
    row("id", ""); // a mark alone is the end of everything
    row("sk", "");
}

void TestNameIndex::findsKeysAtTheEnd()
{
    QFETCH(QString, query);
    const EngineFixture fixture(shop);
    const auto found = fixture.index.keysEnding(coreFrom(fixture, query).words,
                                                fixture.table(QStringLiteral("orders")), 6);
    QTEST(fixture.names(found).join(QLatin1Char(' ')), "expected");
}

void TestNameIndex::findsExtendedTables()
{
    const EngineFixture fixture("order\n  id bigint pk\norder_item\n  id bigint pk\n"
                                "order_item_tax\n  id bigint pk\nsales_order\n  id bigint pk\n"
                                "keyless_part\n  colour text\nkeyless\n  size text\n");
    const auto extended = [&](const char* table) {
        return fixture.names(fixture.index.tablesExtendedBy(fixture.table(QLatin1String(table))));
    };
    QCOMPARE(extended("order_item_tax"),
             (QStringList{QStringLiteral("order_item"), QStringLiteral("order")}));
    QCOMPARE(extended("sales_order"), QStringList{QStringLiteral("order")});
    QCOMPARE(extended("order"), QStringList());
    QCOMPARE(extended("keyless_part"), QStringList());
}

void TestNameIndex::ranksPeople_data()
{
    QTest::addColumn<QString>("tables");
    QTest::addColumn<QString>("expected");
    QTest::newRow("users before employees") << "employees users orders"
                                            << "users employees";
    QTest::newRow("nobody") << "orders items"
                            << "";
    QTest::newRow("people") << "people pets"
                            << "people";
    QTest::newRow("whole name before part") << "user_groups users admin_users"
                                            << "users admin_users";
    QTest::newRow("in German") << "benutzer konten"
                               << "benutzer";
    QTest::newRow("at most four") << "users members contacts agents actors"
                                  << "four";
}

void TestNameIndex::ranksPeople()
{
    QFETCH(QString, tables);
    QFETCH(QString, expected);
    QString text;
    for (const QString& name : tables.split(QLatin1Char(' ')))
        text += name + QStringLiteral("\n  id bigint pk\n");
    const EngineFixture fixture(text);
    const auto& people = fixture.index.peopleTables(fixture.catalog->table({0}).schema);
    if (expected == QStringLiteral("four")) {
        QCOMPARE(people.size(), 4U);
        QCOMPARE(fixture.names(people).first(), QStringLiteral("users"));
    } else {
        QCOMPARE(fixture.names(people).join(QLatin1Char(' ')), expected);
    }
}

/// A word that very many tables share finds a few of them, those of the own module first.
void TestNameIndex::keepsToItsLimits()
{
    QString text;
    for (int i = 0; i < 5000; ++i)
        text += QStringLiteral("m%1_status\n  id bigint pk\n").arg(i);
    text += QStringLiteral("m4999_orders\n  id bigint pk\n  status_id bigint\n  stat_id bigint\n");
    const EngineFixture fixture(text);
    const TableId child = fixture.table(QStringLiteral("m4999_orders"));
    const auto found =
        fixture.index.tablesWithWordsOf(coreFrom(fixture, QStringLiteral("status")), child, 14);
    QVERIFY2(!found.empty() && found.size() <= 14, qPrintable(QString::number(found.size())));
    QVERIFY(fixture.index.tablesWithInitials(QStringLiteral("ms"), child).size() <= 3);
    const int stat = fixture.profile.vocabulary.find(QStringLiteral("stat"));
    QVERIFY(stat >= 0);
    QVERIFY(fixture.index.tablesAbbreviated(stat, child).size() <= 5);
    QVERIFY(fixture.index.tablesSpelled(QStringLiteral("status"), child).size() <= 12);
    const int id = fixture.columnProfile(QStringLiteral("m4999_orders.id")).name;
    QCOMPARE(fixture.index.keysNamed(id, child, 6).size(), 6U);
}

QTEST_APPLESS_MAIN(TestNameIndex)
#include "tst_name_index.moc"
