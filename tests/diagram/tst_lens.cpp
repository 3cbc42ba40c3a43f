// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/lens.h"
#include "model/notes/commented_catalog.h"
#include "tests/support/relationship_fixture.h"
#include "tests/support/synthetic_catalog.h"

#include <QtTest>

using namespace cadastre;

class TestLens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLensSaysSomethingOfEveryTable();
    void everyFillIsInTheLegend();
    void namesAreUniqueAndFound();
    void unknownNamesAreNotFound();
    void keyTypesAreTold_data();
    void keyTypesAreTold();
    void keyTypesAreCounted();
    void keysOfAnotherTypeAreMarked();
    void commentsAreCounted();
    void stagedCommentsCount();
    void conventionsAreTold();
    void referencesAreCounted();
};

void TestLens::everyLensSaysSomethingOfEveryTable()
{
    const auto graph = test::graphOf(test::syntheticCatalog(200));
    QVERIFY(allLenses().size() >= 5);
    for (const Lens& lens : allLenses())
        QCOMPARE(lens.apply(*graph).marks.size(), graph->nodes.size());
}

void TestLens::everyFillIsInTheLegend()
{
    const auto graph = test::graphOf(test::syntheticCatalog(200));
    for (const Lens& lens : allLenses()) {
        const LensResult result = lens.apply(*graph);
        for (const LensMark& mark : result.marks)
            QVERIFY2(std::any_of(result.legend.begin(), result.legend.end(),
                                 [&](const LegendEntry& e) { return e.fill == mark.fill; }),
                     qPrintable(lens.name));
    }
}

void TestLens::namesAreUniqueAndFound()
{
    QSet<QString> names;
    for (const Lens& lens : allLenses()) {
        QVERIFY(!names.contains(lens.name));
        names.insert(lens.name);
        QCOMPARE(lensByName(lens.name)->title, lens.title);
    }
    QCOMPARE(lensByName({})->name, QStringLiteral("kind"));
}

void TestLens::unknownNamesAreNotFound()
{
    QVERIFY(!lensByName(QStringLiteral("weather")));
    QVERIFY(!lensByName(QStringLiteral("Schema")));
}

void TestLens::keyTypesAreTold_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("badge");
    QTest::newRow("number") << QByteArray("a\n  id bigint pk\n") << QStringLiteral("123");
    QTest::newRow("uuid") << QByteArray("a\n  id uuid pk\n") << QStringLiteral("uuid");
    QTest::newRow("text") << QByteArray("a\n  id text pk\n") << QStringLiteral("abc");
    QTest::newRow("bytes") << QByteArray("a\n  id bytea pk\n") << QStringLiteral("bytes");
    QTest::newRow("letters of int") << QByteArray("a\n  id point pk\n") << QStringLiteral("other");
    QTest::newRow("none") << QByteArray("a\n  id bigint\n") << QStringLiteral("no key");
}

void TestLens::keyTypesAreTold()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, badge);
    const auto graph = test::graphOf(schema.constData());
    const LensResult result = lensByName(QStringLiteral("key-type"))->apply(*graph);
    QCOMPARE(result.marks.front().badge, badge);
}

void TestLens::keyTypesAreCounted()
{
    const auto graph = test::graphOf("a\n  id bigint pk\nb\n  id integer pk\nc\n  id uuid pk\n"
                                     "view v\n  id bigint\n");
    QStringList legend;
    for (const LegendEntry& entry : lensByName(QStringLiteral("key-type"))->apply(*graph).legend)
        legend << entry.text;
    QCOMPARE(legend, (QStringList{QStringLiteral("number (2)"), QStringLiteral("uuid (1)"),
                                  QStringLiteral("view (1)")}));
}

void TestLens::keysOfAnotherTypeAreMarked()
{
    const auto catalog = test::catalogFromText("a\n  id bigint pk\nb\n  id bigint pk\n"
                                               "  a_id character(36)\nc\n  id bigint pk\n"
                                               "  a_id integer\n");
    std::vector<Relationship> relationships;
    for (const QString& child : {QStringLiteral("b.a_id"), QStringLiteral("c.a_id")}) {
        const ColumnId column{catalog->resolve(child)->index};
        Relationship relationship;
        relationship.origin = RelationshipOrigin::Inferred;
        relationship.confidence = 0.9;
        relationship.child = catalog->column(column).table;
        relationship.childColumns = {column};
        relationship.targets = {{TableId{catalog->resolve(u"a")->index},
                                 {ColumnId{catalog->resolve(u"a.id")->index}},
                                 {}}};
        relationships.push_back(relationship);
    }
    const DiagramGraph graph = buildGraph(catalog, relationships, {}, fixedBoxMetrics());
    const LensResult result = lensByName(QStringLiteral("key-type"))->apply(graph);
    QStringList badges;
    for (const LensMark& mark : result.marks)
        badges << mark.badge;
    QCOMPARE(badges,
             (QStringList{QStringLiteral("123"), QStringLiteral("123 ≠"), QStringLiteral("123")}));
    QCOMPARE(result.legend.back().text, QStringLiteral("≠ reference to a key of another type: 1"));
}

void TestLens::stagedCommentsCount()
{
    const auto graph = test::graphOf("a\n  id bigint pk // the key\n  b text\n  c text\n");
    StagedEdits staged;
    const ObjectRef table = graph->nodes.front().table;
    staged.stage({graph->catalog->keyOf(table), {}, QStringLiteral("Words.")});
    const CommentedCatalog commented(graph->catalog, staged);
    const Lens lens = *lensByName(QStringLiteral("comments"));
    QCOMPARE(appliedLens(lens, *graph, &commented).marks.front().badge, QStringLiteral("50%"));
    QCOMPARE(appliedLens(lens, *graph, nullptr).marks.front().badge, QStringLiteral("25%"));
    // of another catalog: its ids mean nothing here
    const auto other = test::graphOf("a\n  id bigint pk\n");
    const CommentedCatalog foreign(other->catalog, {});
    QCOMPARE(appliedLens(lens, *graph, &foreign).marks.front().badge, QStringLiteral("25%"));
}

void TestLens::conventionsAreTold()
{
    const auto graph = test::graphOf("a // @convention old\n  id bigint pk\n"
                                     "b // Words.\n  id bigint pk\n"
                                     "c // @convention new\n  id bigint pk\n");
    const Lens lens = *lensByName(QStringLiteral("convention"));
    const LensResult result = lens.apply(*graph);
    QCOMPARE(result.legend.size(), std::size_t(3));
    QCOMPARE(result.legend[0].text, QStringLiteral("new"));
    QCOMPARE(result.legend[2].text, QStringLiteral("no convention noted"));
    for (std::size_t i = 0; i < graph->nodes.size(); ++i) {
        const QString name = graph->catalog->table(graph->nodes[i].table).name;
        const QString badge = name == QLatin1String("a")   ? QStringLiteral("old")
                              : name == QLatin1String("c") ? QStringLiteral("new")
                                                           : QString();
        QCOMPARE(result.marks[i].badge, badge);
    }
    StagedEdits staged;
    const Result<ObjectRef> b = graph->catalog->resolve(QStringLiteral("b"));
    QVERIFY(b.has_value());
    staged.stage({graph->catalog->keyOf(*b), {}, QStringLiteral("@convention old")});
    const CommentedCatalog commented(graph->catalog, staged);
    QCOMPARE(appliedLens(lens, *graph, &commented).legend.size(), std::size_t(2));
}

void TestLens::commentsAreCounted()
{
    const auto graph = test::graphOf("a\n  id bigint pk // the key\n  b text\n  c text\n");
    const LensResult result = lensByName(QStringLiteral("comments"))->apply(*graph);
    // One of the table itself and three columns.
    QCOMPARE(result.marks.front().badge, QStringLiteral("25%"));
    QVERIFY(result.marks.front().fill == rampInk(1));
}

void TestLens::referencesAreCounted()
{
    const auto graph = test::mixedRelationships().graph();
    const LensResult result = lensByName(QStringLiteral("relations"))->apply(*graph);
    QMap<QString, QString> badges;
    for (std::size_t node = 0; node < graph->nodes.size(); ++node)
        badges[graph->nodes[node].title] = result.marks[node].badge;
    QCOMPARE(badges.value(QStringLiteral("customers")), QString());
    QCOMPARE(badges.value(QStringLiteral("companies")), QStringLiteral("1/1"));
    // One declared, one added, four inferred; not the one of 20 %.
    QCOMPARE(badges.value(QStringLiteral("orders")), QStringLiteral("1/6"));
    // The polymorphic one counts once; weak and rejected ones do not.
    QCOMPARE(badges.value(QStringLiteral("comments")), QStringLiteral("0/2"));
    QCOMPARE(result.legend.size(), std::size_t(5));
}

QTEST_GUILESS_MAIN(TestLens)
#include "tst_lens.moc"
