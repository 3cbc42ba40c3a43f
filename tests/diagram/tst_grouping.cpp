// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/graph_builder.h"
#include "diagram/grouping.h"
#include "diagram/grouping_communities.h"
#include "tests/support/drawn_boundaries.h"
#include "tests/support/synthetic_catalog.h"

#include <QtTest>

#include <map>

using namespace cadastre;

namespace {

DiagramGraph graphOf(const std::shared_ptr<const Catalog>& catalog,
                     const GraphOptions& options = {})
{
    return buildGraph(catalog, declaredRelationships(*catalog), options, fixedBoxMetrics());
}

/// A star of `leaves` tables around each hub, and what is given besides.
std::shared_ptr<const Catalog> stars(const QStringList& hubs, int leaves, const QString& besides)
{
    QString text;
    for (const QString& hub : hubs) {
        text += hub + QStringLiteral("\n  id integer pk\n");
        for (int i = 0; i < leaves; ++i)
            text += QStringLiteral("%1%2\n  h integer > %3.id\n")
                        .arg(QChar('a' + i % 26))
                        .arg(QString::number(i) + hub, hub);
    }
    return test::SchemaText::catalog(text + besides);
}

QStringList groupNames(const DiagramGraph& graph)
{
    QStringList names;
    for (const DiagramGroup& group : graph.groups)
        names << group.name;
    return names;
}

} // namespace

class TestGrouping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheTwoHalves();
    void keepsCommunitiesBelowTheirLimit();
    void givesASmallSchemaOneGroup();
    void givesEachSchemaAGroup();
    void dividesALargeSchema();
    void nestsCommunitiesInTheirSchema();
    void doesNotNestASingleCommunity();
    void namesCommunitiesByPrefix_data();
    void namesCommunitiesByPrefix();
    void putsTheUnconnectedTogether();
    void keepsEveryNodeInOneGroup_data();
    void keepsEveryNodeInOneGroup();
    void keepsKnownGroups();
    void keepsGroupsThatBecameFew();
    void oneBoundaryLeavesTheOthersInTheirGroups();
    void aBoundaryMayHaveTheNameOfAGroup();
    void partsStayWhole();
    void groupsByBoundaries();
    void keepsABoundaryTogetherWhateverItsSchemas();
    void dividesALargeBoundaryInside();
    void groupsBySchemasWhereNothingIsOwned();
    void nobodysTablesKeepTheirSources();
    void foldsWhatABoundaryMayNotSee_data();
    void foldsWhatABoundaryMayNotSee();
    void knowsWhatCrosses();
};

void TestGrouping::findsTheTwoHalves()
{
    std::vector<CommunityLink> links;
    for (int half : {0, 5}) {
        for (int a = 0; a < 5; ++a) {
            for (int b = a + 1; b < 5; ++b)
                links.push_back({half + a, half + b, 1});
        }
    }
    links.push_back({4, 5, 1});
    QCOMPARE(findCommunities(11, links, 60), (std::vector<int>{0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2}));
}

void TestGrouping::keepsCommunitiesBelowTheirLimit()
{
    std::vector<CommunityLink> links;
    for (int i = 1; i < 500; ++i)
        links.push_back({i % 3, i + 3, 1});
    std::map<int, int> sizes;
    for (int community : findCommunities(503, links, 60))
        ++sizes[community];
    for (const auto& [community, size] : sizes)
        QVERIFY2(size <= 60, qPrintable(QString::number(size)));
}

void TestGrouping::givesASmallSchemaOneGroup()
{
    const DiagramGraph graph = graphOf(stars({QStringLiteral("hub")}, 59, {}));
    QCOMPARE(groupNames(graph), QStringList{QStringLiteral("public")});
    QCOMPARE(graph.groups[0].nodes.size(), std::size_t(60));
    QCOMPARE(graph.groups[0].kind, GroupKind::Schema);
}

void TestGrouping::givesEachSchemaAGroup()
{
    const auto catalog = test::catalogFromText("b.x\n  id integer\na.y\n  id integer\n");
    const DiagramGraph graph = graphOf(catalog);
    QCOMPARE(groupNames(graph), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(graph.groups[0].parent, -1);
}

void TestGrouping::dividesALargeSchema()
{
    const auto catalog = stars({QStringLiteral("hub"), QStringLiteral("pub")}, 40, {});
    const DiagramGraph graph = graphOf(catalog);
    QCOMPARE(groupNames(graph), (QStringList{QStringLiteral("hub"), QStringLiteral("pub")}));
    QCOMPARE(graph.groups[0].kind, GroupKind::Community);
    QCOMPARE(graph.groups[0].parent, -1);
}

void TestGrouping::nestsCommunitiesInTheirSchema()
{
    const DiagramGraph graph = graphOf(test::syntheticCatalog(1000));
    int communities = 0;
    for (const DiagramGroup& group : graph.groups) {
        if (group.kind != GroupKind::Community)
            continue;
        ++communities;
        QVERIFY(group.parent >= 0);
        QCOMPARE(graph.groups[group.parent].kind, GroupKind::Schema);
        for (int node : group.nodes) {
            const Table& table = graph.catalog->table(graph.nodes[node].table);
            QCOMPARE(graph.catalog->schema(table.schema).name, graph.groups[group.parent].name);
        }
    }
    QVERIFY(communities > 10);
}

void TestGrouping::doesNotNestASingleCommunity()
{
    QString text = QStringLiteral("other.one\n  id integer\n");
    for (int i = 0; i < 70; ++i)
        text += QStringLiteral("docs.t%1\n  id integer\n").arg(i);
    const DiagramGraph graph = graphOf(test::SchemaText::catalog(text));
    QCOMPARE(groupNames(graph), (QStringList{QStringLiteral("docs"), QStringLiteral("other")}));
    QCOMPARE(graph.groups[0].nodes.size(), std::size_t(70));
}

void TestGrouping::namesCommunitiesByPrefix_data()
{
    QTest::addColumn<QString>("tables");
    QTest::addColumn<QString>("name");
    QTest::newRow("a word") << QStringLiteral("billing_") << QStringLiteral("billing");
    QTest::newRow("two letters") << QStringLiteral("ad_") << QStringLiteral("ad");
    QTest::newRow("a letter and a word") << QStringLiteral("a_yf_") << QStringLiteral("a_yf");
    QTest::newRow("a letter alone") << QStringLiteral("a_") << QStringLiteral("a_base");
}

void TestGrouping::namesCommunitiesByPrefix()
{
    QFETCH(QString, tables);
    QFETCH(QString, name);
    QString text =
        QStringLiteral("%1base\n  id integer pk\nship_base\n  id integer pk\n").arg(tables);
    for (int i = 0; i < 35; ++i) {
        text += QStringLiteral("%1%2\n  b integer > %1base.id\n").arg(tables).arg(i);
        text += QStringLiteral("ship_%1\n  b integer > ship_base.id\n").arg(i);
    }
    QCOMPARE(groupNames(graphOf(test::SchemaText::catalog(text))),
             (QStringList{name, QStringLiteral("ship")}));
}

void TestGrouping::putsTheUnconnectedTogether()
{
    const auto catalog = stars({QStringLiteral("hub")}, 58,
                               QStringLiteral("p\n  id integer pk\n"
                                              "q\n  p_id integer > p.id\n"
                                              "r\n  id integer\n"));
    const DiagramGraph graph = graphOf(catalog);
    QCOMPARE(groupNames(graph),
             (QStringList{QStringLiteral("hub"), QStringLiteral("Few or no relationships")}));
    QCOMPARE(graph.groups[1].nodes.size(), std::size_t(3));
}

void TestGrouping::keepsEveryNodeInOneGroup_data()
{
    QTest::addColumn<int>("tables");
    for (int tables : {1, 60, 61, 300, 3000, 10000})
        QTest::addRow("%d", tables) << tables;
}

void TestGrouping::keepsEveryNodeInOneGroup()
{
    QFETCH(int, tables);
    const DiagramGraph graph = graphOf(test::syntheticCatalog(tables));
    std::vector<int> seen(graph.nodes.size(), 0);
    for (int group = 0; group < static_cast<int>(graph.groups.size()); ++group) {
        QVERIFY(graph.groups[group].parent < group);
        const bool remainder = graph.groups[group].name.startsWith(QStringLiteral("Few or no"));
        QVERIFY(remainder || graph.groups[group].nodes.size() <= largestCommunity);
        for (int node : graph.groups[group].nodes) {
            QCOMPARE(graph.nodes[node].group, group);
            ++seen[node];
        }
    }
    QCOMPARE(std::count(seen.begin(), seen.end(), 1), static_cast<std::ptrdiff_t>(seen.size()));
}

void TestGrouping::keepsKnownGroups()
{
    const QStringList hubs{QStringLiteral("hub"), QStringLiteral("pub")};
    const DiagramGraph before = graphOf(stars(hubs, 40, {}));
    GraphOptions options;
    for (const DiagramNode& node : before.nodes)
        options.knownGroups[before.catalog->keyOf(node.table)] = groupPath(before, node.group);
    options.knownGroups[ObjectKey{QStringLiteral("shop"),
                                  KeyKind::Table,
                                  {QStringLiteral("public"), QStringLiteral("a0hub")},
                                  {}}] =
        QStringLiteral("pub"); // somebody's earlier grouping, not what would be found again
    const DiagramGraph after =
        graphOf(stars(hubs, 40, QStringLiteral("newcomer\n  x integer > pub.id\n")), options);
    QCOMPARE(groupNames(after), hubs);
    for (const DiagramNode& node : after.nodes) {
        if (node.title == QStringLiteral("newcomer") || node.title == QStringLiteral("a0hub"))
            QCOMPARE(after.groups[node.group].name, QStringLiteral("pub"));
    }
}

namespace {

QHash<ObjectKey, QString> pathsOf(const DiagramGraph& graph)
{
    QHash<ObjectKey, QString> paths;
    for (const DiagramNode& node : graph.nodes)
        paths[graph.catalog->keyOf(node.table)] = groupPath(graph, node.group);
    return paths;
}

/// By title, the group of each node.
QMap<QString, QString> groupsByTitle(const DiagramGraph& graph)
{
    QMap<QString, QString> groups;
    for (const DiagramNode& node : graph.nodes)
        groups[node.title] = graph.groups[node.group].name;
    return groups;
}

GraphOptions optionsAfter(const DiagramGraph& before, const Catalog& catalog,
                          const std::vector<test::DrawnBoundary>& drawn)
{
    GraphOptions options;
    options.knownGroups = pathsOf(before);
    options.boundaries = std::make_shared<const BoundaryPicture>(test::pictureOf(catalog, drawn));
    return options;
}

} // namespace

/// As many as make communities, then fewer than that, and one that is new.
void TestGrouping::keepsGroupsThatBecameFew()
{
    const QStringList hubs{QStringLiteral("hub"), QStringLiteral("pub")};
    const DiagramGraph before = graphOf(stars(hubs, 40, {}));
    GraphOptions options;
    options.knownGroups = pathsOf(before);
    const DiagramGraph after =
        graphOf(stars(hubs, 20, QStringLiteral("newcomer\n  x integer > pub.id\n")), options);
    QCOMPARE(groupNames(after), hubs);
    const auto groups = groupsByTitle(after);
    const auto earlier = groupsByTitle(before);
    for (auto group = groups.begin(); group != groups.end(); ++group)
        QCOMPARE(*group, group.key() == QStringLiteral("newcomer") ? QStringLiteral("pub")
                                                                   : earlier.value(group.key()));
    QCOMPARE(groupNames(graphOf(after.catalog)), QStringList{QStringLiteral("public")});
}

void TestGrouping::oneBoundaryLeavesTheOthersInTheirGroups()
{
    const QStringList hubs{QStringLiteral("hub"), QStringLiteral("pub")};
    const auto catalog = stars(hubs, 40, {});
    const DiagramGraph before = graphOf(catalog);
    const QStringList owned{QStringLiteral("hub"), QStringLiteral("a0hub"),
                            QStringLiteral("b1hub")};
    const GraphOptions options =
        optionsAfter(before, *catalog, {{QStringLiteral("Billing"), owned}});
    const DiagramGraph after = graphOf(catalog, options);
    QCOMPARE(groupNames(after).join(u','), QStringLiteral("Billing,hub,pub"));
    const auto groups = groupsByTitle(after);
    const auto earlier = groupsByTitle(before);
    for (auto group = groups.begin(); group != groups.end(); ++group)
        QCOMPARE(*group, owned.contains(group.key()) ? QStringLiteral("Billing")
                                                     : earlier.value(group.key()));
    for (const DiagramGroup& group : after.groups) {
        QCOMPARE(group.kind, GroupKind::Boundary);
        QCOMPARE(group.boundary.has_value(), group.name == QStringLiteral("Billing"));
        QCOMPARE(group.parent, -1);
    }
    // what was never grouped before stands in one group
    GraphOptions fresh = options;
    fresh.knownGroups.clear();
    QVERIFY(groupNames(graphOf(catalog, fresh)).contains(unownedName()));
}

void TestGrouping::aBoundaryMayHaveTheNameOfAGroup()
{
    const QStringList hubs{QStringLiteral("hub"), QStringLiteral("pub")};
    const auto catalog = stars(hubs, 40, {});
    const DiagramGraph after =
        graphOf(catalog, optionsAfter(graphOf(catalog), *catalog,
                                      {{QStringLiteral("hub"), {QStringLiteral("a0hub")}}}));
    QCOMPARE(groupNames(after).join(u','), QStringLiteral("hub,hub …,pub"));
    QVERIFY(after.groups[0].boundary.has_value());
    QVERIFY(!after.groups[1].boundary.has_value());
}

void TestGrouping::partsStayWhole()
{
    const auto catalog = stars({QStringLiteral("hub"), QStringLiteral("pub")}, 40, {});
    GraphOptions options;
    options.knownGroups = pathsOf(graphOf(catalog));
    options.tables.emplace();
    for (int i = 20; i < 60; ++i)
        options.tables->push_back(TableId{i});
    QCOMPARE(groupNames(graphOf(catalog, options)), QStringList{QStringLiteral("public")});
}

namespace {

QStringList tablesOf(const DiagramGraph& graph, int group)
{
    QStringList names;
    for (const int node : graph.groups[group].nodes)
        names << graph.nodes[node].title;
    names.sort();
    return names;
}

int groupNamed(const DiagramGraph& graph, const char* name)
{
    return int(groupNames(graph).indexOf(QLatin1String(name)));
}

} // namespace

void TestGrouping::groupsByBoundaries()
{
    const auto graph = test::ownedShopGraph();
    QCOMPARE(groupNames(*graph).join(u','),
             QStringLiteral("Billing,Dunning,Ordering,Reference,Nobody owns these"));
    const int module = groupNamed(*graph, "Dunning");
    QCOMPARE(graph->groups[module].parent, groupNamed(*graph, "Billing"));
    QCOMPARE(groupPath(*graph, module), QStringLiteral("Billing / Dunning"));
    QCOMPARE(tablesOf(*graph, groupNamed(*graph, "Billing")).join(u','),
             QStringLiteral("invoices"));
    QCOMPARE(tablesOf(*graph, groupNamed(*graph, "Ordering")).join(u','),
             QStringLiteral("customers,order_items,orders,v_orders_v1"));
    for (const DiagramGroup& group : graph->groups)
        QCOMPARE(group.kind, GroupKind::Boundary);
    QCOMPARE(graph->groups[2].boundary.value_or(-1), 2);
    QVERIFY(!graph->groups[4].boundary);
    QCOMPARE(graph->nodes[graph->groups[4].nodes.front()].boundary, -1);
}

void TestGrouping::keepsABoundaryTogetherWhateverItsSchemas()
{
    const auto catalog = test::catalogFromText("a.one\n  id integer pk\n"
                                               "b.two\n  id integer pk\n"
                                               "b.three\n  id integer pk\n");
    const auto graph = test::graphOf(
        catalog, test::pictureOf(*catalog, {{QStringLiteral("Empty"), {}},
                                            {QStringLiteral("Mine"),
                                             {QStringLiteral("a.one"), QStringLiteral("b.two")}}}));
    QCOMPARE(groupNames(*graph).join(u','), QStringLiteral("Mine,Nobody owns these"));
    QCOMPARE(tablesOf(*graph, 0).join(u','), QStringLiteral("one,two"));
}

void TestGrouping::dividesALargeBoundaryInside()
{
    const auto catalog = stars({QStringLiteral("hub"), QStringLiteral("centre")}, 40,
                               QStringLiteral("other\n  id integer pk\n"));
    test::DrawnBoundary large{QStringLiteral("Large"), {}};
    for (const Table& table : catalog->objects().tables)
        if (table.name != QLatin1String("other"))
            large.tables << table.name;
    const auto graph = test::graphOf(catalog, test::pictureOf(*catalog, {large}));
    QCOMPARE(graph->groups[0].name, QStringLiteral("Large"));
    QVERIFY(graph->groups[0].nodes.empty());
    QCOMPARE(graph->groups[1].kind, GroupKind::Community);
    QCOMPARE(graph->groups[1].parent, 0);
    QVERIFY(boundaryRegionOf(*graph, 1) == 0);
    QCOMPARE(graph->groups.back().name, unownedName());

    GraphOptions options;
    options.boundaries = graph->boundaries;
    for (const DiagramNode& node : graph->nodes)
        options.knownGroups[catalog->keyOf(node.table)] = groupPath(*graph, node.group);
    QCOMPARE(groupNames(graphOf(catalog, options)), groupNames(*graph));
}

void TestGrouping::groupsBySchemasWhereNothingIsOwned()
{
    const auto catalog = test::catalogFromText("a.one\n  id integer pk\nb.two\n  id integer pk\n");
    const auto graph =
        test::graphOf(catalog, test::pictureOf(*catalog, {{QStringLiteral("Empty"), {}}}));
    QCOMPARE(groupNames(*graph).join(u','), QStringLiteral("a,b"));
    QCOMPARE(graph->groups[0].kind, GroupKind::Schema);
    BoundaryPicture stale =
        test::pictureOf(*catalog, {{QStringLiteral("Mine"), {QStringLiteral("a.one")}}});
    stale.ownership.ofTables.pop_back();
    QVERIFY(!test::graphOf(catalog, stale)->boundaries);
}

void TestGrouping::nobodysTablesKeepTheirSources()
{
    const auto part = [](const char* text, const char* name) {
        return std::make_shared<const SourceCatalog>(
            test::SchemaText::source(QString::fromLatin1(text), QString::fromLatin1(name)));
    };
    const auto catalog = std::make_shared<const Catalog>(
        mergeSources({part("mine\n  id integer pk\nleft\n  id integer pk\n", "shop"),
                      part("right\n  id integer pk\n", "stock")}));
    const auto graph = test::graphOf(
        catalog, test::pictureOf(*catalog, {{QStringLiteral("Mine"), {QStringLiteral("mine")}}}));
    QCOMPARE(groupNames(*graph).join(u','),
             QStringLiteral("Mine,Nobody owns these,shop/public,stock/public"));
    QCOMPARE(graph->groups[2].parent, 1);
    QVERIFY(boundaryRegionOf(*graph, 3) == 1);
}

void TestGrouping::foldsWhatABoundaryMayNotSee_data()
{
    QTest::addColumn<QString>("seenBy");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<int>("hidden");
    QTest::newRow("a service sees contracts, what is shared and what nobody owns")
        << QStringLiteral("Billing")
        << QStringLiteral("countries,dunning,invoices,leftover,v_orders_v1") << 3;
    QTest::newRow("a module sees its service")
        << QStringLiteral("Dunning")
        << QStringLiteral("countries,dunning,invoices,leftover,v_orders_v1") << 3;
    QTest::newRow("its own") << QStringLiteral("Ordering")
                             << QStringLiteral(
                                    "countries,customers,leftover,order_items,orders,v_orders_v1")
                             << 2;
}

void TestGrouping::foldsWhatABoundaryMayNotSee()
{
    QFETCH(QString, seenBy);
    QFETCH(QString, shown);
    QFETCH(int, hidden);
    const auto catalog = test::catalogFromText(test::ownedShop);
    BoundaryPicture picture = test::pictureOf(*catalog, test::ownedShopBoundaries());
    picture.seenBy = picture.ownership.indexOf(seenBy);
    const auto graph = test::graphOf(catalog, picture);
    QStringList names;
    int folded = graph->hiddenElsewhere;
    for (const DiagramNode& node : graph->nodes)
        names << node.title;
    for (const DiagramGroup& group : graph->groups)
        folded += group.hiddenTables;
    names.sort();
    QCOMPARE(names.join(u','), shown);
    QCOMPARE(folded, hidden);
}

void TestGrouping::knowsWhatCrosses()
{
    const auto catalog = test::catalogFromText(test::ownedShop);
    const auto graph = test::ownedShopGraph();
    QStringList crossing;
    for (const DiagramEdge& edge : graph->edges)
        if (edge.crosses)
            crossing << edge.title;
    crossing.sort();
    // From leftover, which nobody owns, nothing crosses.
    QCOMPARE(crossing.join(u';'), QStringLiteral("dunning.invoice_id → invoices.id;"
                                                 "invoices.order_id → orders.id"));
}

QTEST_GUILESS_MAIN(TestGrouping)
#include "tst_grouping.moc"
