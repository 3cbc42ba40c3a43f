// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The tour of a database: which groups and tables it has, in which order, and what it says of them.
#include "model/orientation/start_here.h"
#include "model/orientation/table_sentences.h"
#include "tests/support/orientation_fixture.h"

#include <QTest>

#include <algorithm>

using namespace cadastre;
using namespace cadastre::test;

class TestStartHere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstSentences_data();
    void firstSentences();
    void namesAndMoreOfThem();
    void nothingOpen();
    void groupsBySchema();
    void groupsByBoundary();
    void whatNobodyOwnsKeepsItsGroups();
    void orderInAGroup();
    void whatIsLeftOut();
    void sentences();
    void stagedWordsCount();
    void theSameTwice();
};

namespace {

QString twoSchemas()
{
    return QStringLiteral("sales.orders // What customers bought. One row per order.\n"
                          "  id integer pk\n"
                          "  customer_id integer > sales.customers.id\n"
                          "  total numeric\n"
                          "  placed_on date\n"
                          "  channel text\n"
                          "sales.customers\n"
                          "  id integer pk\n"
                          "  name text\n"
                          "  city text\n"
                          "sales.order_items\n"
                          "  id integer pk\n"
                          "  order_id integer > sales.orders.id\n"
                          "  quantity integer\n"
                          "  price numeric\n"
                          "sales.shipments\n"
                          "  id integer pk\n"
                          "  order_id integer > sales.orders.id\n"
                          "  sent_to text\n"
                          "  carrier text\n"
                          "sales.orders_bak\n"
                          "  id integer\n"
                          "  customer_id integer\n"
                          "  total numeric\n"
                          "  placed_on date\n"
                          "  channel text\n"
                          "help.articles\n"
                          "  id integer pk\n"
                          "  title text\n");
}

QStringList namesIn(const OrientationFixture& fixture, const TourGroup& group)
{
    QStringList names;
    for (const TourStop& stop : group.stops)
        names << fixture.catalog->table(stop.table).name;
    return names;
}

QStringList groupNames(const StartHere& start)
{
    QStringList names;
    for (const TourGroup& group : start.groups)
        names << group.name;
    return names;
}

Boundaries boundariesOf(std::initializer_list<std::pair<const char*, const char*>> members)
{
    Boundaries boundaries;
    for (const auto& [name, pattern] : members)
        boundaries.entries[QString::fromLatin1(name)].members << QString::fromLatin1(pattern);
    return boundaries;
}

} // namespace

void TestStartHere::firstSentences_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const char* comment, const char* sentence) {
        QTest::newRow(name) << QString::fromUtf8(comment) << QString::fromUtf8(sentence);
    };
    row("one", "What was bought.", "What was bought.");
    row("two", "What was bought. One row each.", "What was bought.");
    row("without a stop", "what was bought", "what was bought");
    row("two lines are one sentence", "what was\nbought", "what was bought");
    row("paragraphs", "what was bought\n\nMore of it", "what was bought");
    row("a number", "Rate 3.5 of all. Really.", "Rate 3.5 of all.");
    row("an abbreviation", "Codes, e.g. of towns. More.", "Codes, e.g. of towns.");
    row("notes are none", "Orders.\n@called orders", "Orders.");
    row("only notes", "@called orders", "");
    row("nothing", "", "");
    row("a question", "Is it used? Nobody knows.", "Is it used?");
}

void TestStartHere::firstSentences()
{
    QFETCH(QString, comment);
    QFETCH(QString, sentence);
    QCOMPARE(firstSentence(comment), sentence);
    const QString cut = firstSentence(QStringLiteral("word ").repeated(100), 40);
    QVERIFY(cut.size() <= 41);
    QVERIFY(cut.endsWith(QChar(0x2026)));
}

void TestStartHere::namesAndMoreOfThem()
{
    const auto names = [](int count) {
        QStringList list;
        for (int i = 0; i < count; ++i)
            list << QString(QChar(u'a' + i));
        return namesAndMore(list, 2);
    };
    QCOMPARE(names(0), QString());
    QCOMPARE(names(1), QStringLiteral("a"));
    QCOMPARE(names(2), QStringLiteral("a and b"));
    QCOMPARE(names(3), QStringLiteral("a, b and c"));
    QCOMPARE(names(5), QStringLiteral("a, b and 3 more"));
}

void TestStartHere::nothingOpen()
{
    const CommentedCatalog nothing;
    QCOMPARE(startHere({nothing, {}}), StartHere());
}

void TestStartHere::groupsBySchema()
{
    const OrientationFixture fixture(twoSchemas());
    const StartHere start = fixture.start();
    QCOMPARE(groupNames(start), QStringList({QStringLiteral("sales"), QStringLiteral("help")}));
    QVERIFY(start.groups[0].kind == TableGroupKind::Schema);
    QCOMPARE(start.groups[0].tables, 5);
    QCOMPARE(start.tablesInAll, 6);
    QVERIFY(!start.usesUnknown);
}

void TestStartHere::groupsByBoundary()
{
    OrientationFixture fixture(twoSchemas());
    fixture.draw(boundariesOf({{"Shipping", "sales.shipments"}, {"Orders", "sales.*"}}));
    const StartHere start = fixture.start();
    QCOMPARE(groupNames(start), QStringList({QStringLiteral("Orders"), QStringLiteral("Shipping"),
                                             QStringLiteral("Other tables")}));
    QVERIFY(start.groups[0].kind == TableGroupKind::Boundary);
    QVERIFY(!namesIn(fixture, start.groups[0]).contains(QStringLiteral("shipments")));
}

/// One boundary changes the tour of nothing else.
void TestStartHere::whatNobodyOwnsKeepsItsGroups()
{
    OrientationFixture fixture(twoSchemas());
    const StartHere before = fixture.start();
    fixture.draw(boundariesOf({{"Help", "help.*"}}));
    const StartHere start = fixture.start();
    QCOMPARE(groupNames(start), QStringList({QStringLiteral("sales"), QStringLiteral("Help")}));
    QVERIFY(start.groups[0] == before.groups[0]);
    QVERIFY(start.groups[1].kind == TableGroupKind::Boundary);
    QVERIFY(start.groups[1].stops == before.groups[1].stops);
}

void TestStartHere::orderInAGroup()
{
    const OrientationFixture fixture(twoSchemas());
    const StartHere start = fixture.start();
    const QStringList names = namesIn(fixture, start.groups[0]);
    // what explains most, what it refers to, then what refers to it
    QCOMPARE(names.mid(0, 2), QStringList({QStringLiteral("orders"), QStringLiteral("customers")}));
    QVERIFY(names.indexOf(QStringLiteral("order_items")) > 1);
    QVERIFY(!names.contains(QStringLiteral("orders_bak")));
}

void TestStartHere::whatIsLeftOut()
{
    const OrientationFixture fixture(twoSchemas());
    const StartHere start = fixture.start({.groups = 1, .tablesPerGroup = 2});
    QCOMPARE(start.groups.size(), std::size_t(1));
    QCOMPARE(start.groups[0].stops.size(), std::size_t(2));
    QCOMPARE(start.groupsLeftOut, 1);
    QCOMPARE(start.tablesLeftOut, 1);
}

void TestStartHere::sentences()
{
    const OrientationFixture fixture(twoSchemas());
    const StartHere start = fixture.start();
    const auto stopOf = [&](const char* name) {
        for (const TourStop& stop : start.groups[0].stops) {
            if (stop.table == fixture.table(name))
                return stop;
        }
        return TourStop{};
    };
    const TourStop orders = stopOf("sales.orders");
    QCOMPARE(orders.what, QStringLiteral("What customers bought."));
    QVERIFY(orders.whatIsComment);
    QCOMPARE(orders.why, QStringLiteral("2 tables refer to it (sales.order_items and "
                                        "sales.shipments)."));
    const TourStop customers = stopOf("sales.customers");
    QVERIFY(!customers.whatIsComment);
    QCOMPARE(customers.what, QStringLiteral("Holds name and city."));
    QCOMPARE(customers.why, QStringLiteral("1 table refers to it (sales.orders)."));
    QCOMPARE(stopOf("sales.order_items").what,
             QStringLiteral("Holds quantity and price; refers to sales.orders."));
}

void TestStartHere::stagedWordsCount()
{
    OrientationFixture fixture(twoSchemas());
    fixture.stage("sales.customers", "Who buys.\n@called clients");
    const StartHere start = fixture.start();
    const auto& stops = start.groups[0].stops;
    const auto customers =
        std::ranges::find(stops, fixture.table("sales.customers"), &TourStop::table);
    QVERIFY(customers != stops.end());
    QCOMPARE(customers->what, QStringLiteral("Meant as “clients”. Who buys."));
}

void TestStartHere::theSameTwice()
{
    QCOMPARE(OrientationFixture(twoSchemas()).start(), OrientationFixture(twoSchemas()).start());
}

QTEST_GUILESS_MAIN(TestStartHere)
#include "tst_start_here.moc"
