// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Styles of names, the conventions they suggest, how often conventions are noted, and the edits
// that tag tables with them.
#include "model/worklist/naming_styles.h"
#include "tests/support/worklist_fixture.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestConventions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void styles_data();
    void styles();
    void erasOfADatabase();
    void oneWordSaysNothing();
    void proposals();
    void uses();
    void tagging();
    void renaming();
};

namespace {

const QString eras = QStringLiteral("orders // @convention snake-2019\n"
                                    "  id integer pk\n"
                                    "  created_at timestamp\n"
                                    "order_items\n"
                                    "  id integer pk\n"
                                    "  order_id integer\n"
                                    "suppliers // Whom we buy from.\n"
                                    "  id integer pk\n"
                                    "  dateSince text // @convention legacy-2014\n"
                                    "  accountManager text\n"
                                    "ReturnRequests\n"
                                    "  ReturnRequestId integer pk\n"
                                    "  created_at timestamp\n"
                                    "brands\n"
                                    "  id integer pk\n"
                                    "view vShipping\n"
                                    "  id integer\n");

} // namespace

void TestConventions::styles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("style");
    const auto row = [](const char* name, const char* style) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(style);
    };
    row("order_items", "snake_case");
    row("_order_items_2", "snake_case");
    row("orderNotes", "camelCase");
    row("ReturnRequests", "PascalCase");
    row("Orders", "PascalCase");
    row("ORDER_ITEMS", "UPPER_CASE");
    row("ORDERS", "UPPER_CASE");
    row("Order_Items", "Title_Snake");
    row("orders", "plain");
    row("orders2", "plain");
    row("_id_", "plain");
    row("ID", "plain");
    row("SKU", "plain");
    row("order_Items", "mixed");
    row("order items", "mixed");
    row("order-items", "mixed");
    row("größe_in_cm", "snake_case");
    row("顧客", "plain");
    row("", "plain");
}

void TestConventions::styles()
{
    QFETCH(QString, name);
    QFETCH(QString, style);
    QCOMPARE(namingStyleName(namingStyleOf(name)), style);
}

void TestConventions::erasOfADatabase()
{
    const WorklistFixture fixture(eras);
    const NamingReading reading = namingStyles(*fixture.catalog);
    QCOMPARE(namingSentence(reading),
             QStringLiteral("This database has 3 naming conventions: snake_case (2 tables), "
                            "camelCase (1), PascalCase (1)."));
    QCOMPARE(reading.tables.size(), std::size_t(5)); // no views
    const auto naming = [&](const char* table) {
        return *std::ranges::find(reading.tables, TableId{fixture.object(table).index},
                                  &TableNaming::table);
    };
    QCOMPARE(naming("suppliers").style, NamingStyle::Camel);
    QCOMPARE(naming("suppliers").example, QStringLiteral("suppliers.dateSince"));
    QCOMPARE(naming("suppliers").share, 1.0);
    QCOMPARE(naming("brands").style, NamingStyle::Plain);
    // the table's name counts for three, its columns for one each
    QCOMPARE(naming("\"ReturnRequests\"").style, NamingStyle::Pascal);
    QCOMPARE(naming("\"ReturnRequests\"").share, 0.8);
}

void TestConventions::oneWordSaysNothing()
{
    const WorklistFixture fixture{QStringLiteral("orders\n  id integer pk\n")};
    const NamingReading reading = namingStyles(*fixture.catalog);
    QVERIFY(reading.groups.empty());
    QCOMPARE(namingSentence(reading),
             QStringLiteral("Names of one word only: no naming convention shows."));
}

void TestConventions::proposals()
{
    WorklistFixture fixture(eras);
    fixture.conventions[QStringLiteral("snake-2019")].meaning = QStringLiteral("As written.");
    const auto proposals =
        conventionProposals(fixture.commented, namingStyles(*fixture.catalog), fixture.conventions);
    QCOMPARE(proposals.size(), std::size_t(3));
    // named as its tables say; the workspace's words stay
    QCOMPARE(proposals[0].name, QStringLiteral("snake-2019"));
    QCOMPARE(proposals[0].convention.meaning, QStringLiteral("As written."));
    QCOMPARE(proposals[0].untagged,
             std::vector<TableId>{TableId{fixture.object("order_items").index}});
    QCOMPARE(proposals[1].name, QStringLiteral("camel-case"));
    QCOMPARE(proposals[1].convention.meaning, QStringLiteral("camelCase"));
    QCOMPARE(proposals[1].convention.example, QStringLiteral("suppliers.dateSince"));
}

void TestConventions::uses()
{
    WorklistFixture fixture(eras);
    fixture.conventions[QStringLiteral("pascal-2022")] = {};
    fixture.conventions[QStringLiteral("snake-2019")] = {};
    fixture.stage("order_items", "@convention snake-2019");
    const std::vector<ConventionUse> uses = conventionUses(fixture.commented, fixture.conventions);
    const std::vector<ConventionUse> expected{
        {QStringLiteral("legacy-2014"), 0, 1, 0, false},
        {QStringLiteral("pascal-2022"), 0, 0, 0, true},
        {QStringLiteral("snake-2019"), 2, 0, 0, true},
    };
    QCOMPARE(uses, expected);
    QVERIFY(conventionUses({}, {}).empty());
}

void TestConventions::tagging()
{
    const WorklistFixture fixture(eras);
    const auto edits = conventionEdits(
        fixture.commented,
        {fixture.object("orders"), fixture.object("order_items"), fixture.object("suppliers")},
        QStringLiteral("snake-2019"));
    // `orders` says so already
    QCOMPARE(edits.size(), std::size_t(2));
    QCOMPARE(edits[0].after, QStringLiteral("@convention snake-2019"));
    QCOMPARE(edits[1].before, QStringLiteral("Whom we buy from."));
    QCOMPARE(edits[1].after, QStringLiteral("Whom we buy from.\n@convention snake-2019"));
}

void TestConventions::renaming()
{
    const WorklistFixture fixture(eras);
    const auto edits = conventionRenameEdits(fixture.commented, QStringLiteral("legacy-2014"),
                                             QStringLiteral("era-1"));
    QCOMPARE(edits.size(), std::size_t(1));
    QCOMPARE(edits[0].key.toString(), QStringLiteral("shop/column:public.suppliers.\"dateSince\""));
    QCOMPARE(edits[0].after, QStringLiteral("@convention era-1"));
}

QTEST_GUILESS_MAIN(TestConventions)
#include "tst_conventions.moc"
