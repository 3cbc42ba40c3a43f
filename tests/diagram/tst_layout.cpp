// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The whole way from a catalog to places, with a real worker.
#include "diagram/graph_builder.h"
#include "diagram/grouping.h"
#include "diagram/layout.h"
#include "diagram/layout_cache.h"
#include "tests/support/drawn_boundaries.h"
#include "tests/support/schema_text.h"
#include "tests/support/synthetic_catalog.h"

#include <QtTest>

using namespace cadastre;

namespace {

LayoutOptions workerOptions()
{
    LayoutOptions options;
    options.workerProgram = QStringLiteral(CADASTRE_LAYOUT_WORKER);
    return options;
}

DiagramLayout layoutOf(const DiagramGraph& graph, const Placements& previous = {},
                       LayoutReason reason = LayoutReason::First,
                       const LayoutOptions& options = workerOptions())
{
    const std::atomic_bool cancelled = false;
    return layoutDiagram(graph, previous, reason, options, cancelled);
}

/// A small shop in two schemas.
const char* const shop = "sales.customers\n  id integer pk\n"
                         "sales.orders\n  id integer pk\n  customer integer > sales.customers.id\n"
                         "sales.lines\n  id integer pk\n  parent integer > sales.orders.id\n"
                         "stock.items\n  id integer pk\n"
                         "stock.places\n  id integer pk\n  item integer > stock.items.id\n";

DiagramGraph graphOf(const std::shared_ptr<const Catalog>& catalog)
{
    return buildGraph(catalog, declaredRelationships(*catalog), {}, fixedBoxMetrics());
}

QRectF rectOf(const DiagramGraph& graph, const DiagramLayout& layout, const char* title)
{
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (graph.nodes[i].title == QLatin1String(title))
            return layout.nodes[i];
    }
    return {};
}

/// The first pair of overlapping boxes found, as text; empty for none.
QString firstOverlap(const std::vector<QRectF>& boxes)
{
    std::vector<int> order(boxes.size());
    for (int i = 0; i < static_cast<int>(order.size()); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return boxes[a].left() < boxes[b].left(); });
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t k = i + 1;
             k < order.size() && boxes[order[k]].left() < boxes[order[i]].right(); ++k) {
            if (boxes[order[i]].intersects(boxes[order[k]]))
                return QStringLiteral("%1 and %2").arg(order[i]).arg(order[k]);
        }
    }
    return {};
}

std::vector<QRectF> topLevelOf(const DiagramGraph& graph, const DiagramLayout& layout)
{
    std::vector<QRectF> topLevel;
    for (std::size_t i = 0; i < graph.groups.size(); ++i) {
        if (graph.groups[i].parent < 0)
            topLevel.push_back(layout.groups[i]);
    }
    return topLevel;
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOverlaps_data();
    void nothingOverlaps();
    void givesTheSamePlacesEveryTime();
    void putsParentsLeftOfChildren();
    void framesHoldTheirMembers();
    void becomesAGridWhenTheWorkerFails();
    void onlyTheFailedGroupBecomesAGrid();
    void refreshKeepsEveryPlace();
    void refreshPutsNewTablesBesideTheirNeighbours();
    void refreshFindsRoomForMany();
    void oneBoundaryMovesOnlyItsTables();
    void aGroupWithAnotherNameStays();
    void refreshPutsNewGroupsBesideTheOthers();
    void groupsThatCoverEachOtherPart();
    void tidyMovesAllButPins();
    void asksTheWorkerOnlyForWhatChanged();
};

void TestLayout::nothingOverlaps_data()
{
    QTest::addColumn<int>("tables");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("sample") << 45;
    QTest::newRow("hundreds") << 500;
    QTest::newRow("ten thousand") << 10000;
}

void TestLayout::nothingOverlaps()
{
    QFETCH(int, tables);
    const DiagramGraph graph = graphOf(test::syntheticCatalog(tables));
    const DiagramLayout layout = layoutOf(graph);
    QCOMPARE(layout.nodes.size(), graph.nodes.size());
    QCOMPARE(layout.groups.size(), graph.groups.size());
    QVERIFY(layout.fallbackGroups.empty());
    QCOMPARE(firstOverlap(layout.nodes), QString());
    QCOMPARE(firstOverlap(topLevelOf(graph, layout)), QString());
    if (tables > 10) {
        const double aspect = layout.bounds.width() / layout.bounds.height();
        QVERIFY2(aspect > 0.5 && aspect < 2.5, qPrintable(QString::number(aspect)));
    }
}

void TestLayout::givesTheSamePlacesEveryTime()
{
    const DiagramGraph graph = graphOf(test::syntheticCatalog(400));
    const DiagramLayout first = layoutOf(graph);
    const DiagramLayout second = layoutOf(graphOf(test::syntheticCatalog(400)));
    QCOMPARE(second.nodes, first.nodes);
    QCOMPARE(second.groups, first.groups);
}

void TestLayout::putsParentsLeftOfChildren()
{
    const DiagramGraph graph = graphOf(test::catalogFromText(shop));
    const DiagramLayout layout = layoutOf(graph);
    QVERIFY(rectOf(graph, layout, "customers").right() < rectOf(graph, layout, "orders").left());
    QVERIFY(rectOf(graph, layout, "orders").right() < rectOf(graph, layout, "lines").left());
}

void TestLayout::framesHoldTheirMembers()
{
    const DiagramGraph graph = graphOf(test::syntheticCatalog(300));
    const DiagramLayout layout = layoutOf(graph);
    for (std::size_t i = 0; i < graph.groups.size(); ++i) {
        for (int node : graph.groups[i].nodes)
            QVERIFY(layout.groups[i].adjusted(20, 40, -20, -20).contains(layout.nodes[node]));
        if (graph.groups[i].parent >= 0)
            QVERIFY(layout.groups[graph.groups[i].parent].contains(layout.groups[i]));
        QVERIFY(layout.bounds.contains(layout.groups[i]));
    }
}

void TestLayout::becomesAGridWhenTheWorkerFails()
{
    const DiagramGraph graph = graphOf(test::syntheticCatalog(200));
    LayoutOptions options;
    options.workerProgram = QStringLiteral("/nowhere/at/all");
    const DiagramLayout layout = layoutOf(graph, {}, LayoutReason::First, options);
    QCOMPARE(firstOverlap(layout.nodes), QString());
    QVERIFY(!layout.fallbackGroups.empty());
}

void TestLayout::onlyTheFailedGroupBecomesAGrid()
{
    qputenv("CADASTRE_TEST_WORKER", "crash");
    qputenv("CADASTRE_TEST_WORKER_BOXES", "2"); // stock has two tables
    const DiagramGraph graph = graphOf(test::catalogFromText(shop));
    const DiagramLayout layout = layoutOf(graph);
    qunsetenv("CADASTRE_TEST_WORKER");
    QCOMPARE(layout.fallbackGroups.size(), std::size_t(1));
    QCOMPARE(graph.groups[layout.fallbackGroups.front()].name, QStringLiteral("stock"));
    QVERIFY(rectOf(graph, layout, "orders").right() < rectOf(graph, layout, "lines").left());
    QCOMPARE(firstOverlap(layout.nodes), QString());
}

void TestLayout::refreshKeepsEveryPlace()
{
    const DiagramGraph graph = graphOf(test::syntheticCatalog(300));
    const DiagramLayout first = layoutOf(graph);
    Placements previous = placementsOf(graph, first, {});
    const ObjectKey moved = graph.catalog->keyOf(graph.nodes[7].table);
    previous.tables[moved].position += QPoint(-700, 40);
    previous.tables[moved].pinned = true;
    const DiagramLayout second = layoutOf(graph, previous, LayoutReason::Refresh);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        QCOMPARE(second.nodes[i], i == 7 ? first.nodes[i].translated(-700, 40) : first.nodes[i]);
    QVERIFY(placementsOf(graph, second, previous).tables[moved].pinned);
}

void TestLayout::refreshPutsNewTablesBesideTheirNeighbours()
{
    const DiagramGraph before = graphOf(test::catalogFromText(shop));
    const DiagramLayout first = layoutOf(before);
    const QByteArray text =
        QByteArray(shop) + "sales.payments\n  id integer pk\n  o integer > sales.orders.id\n";
    const DiagramGraph after = graphOf(test::catalogFromText(text.constData()));
    const DiagramLayout second =
        layoutOf(after, placementsOf(before, first, {}), LayoutReason::Refresh);
    for (const char* kept : {"customers", "orders", "lines", "items", "places"})
        QCOMPARE(rectOf(after, second, kept), rectOf(before, first, kept));
    QCOMPARE(firstOverlap(second.nodes), QString());
    QCOMPARE(firstOverlap(second.groups), QString());
    const QPointF distance =
        rectOf(after, second, "payments").center() - rectOf(after, second, "orders").center();
    QVERIFY2(distance.manhattanLength() < 700, qPrintable(QString::number(distance.x())));
}

namespace {

/// Sixteen tables in two schemas, each a chain.
std::shared_ptr<const Catalog> twoChains()
{
    QString text;
    for (const char* schema : {"left", "right"}) {
        for (int i = 0; i < 8; ++i)
            text += QStringLiteral("%1.%1%2\n  id integer pk\n  up integer > %1.%1%3.id\n")
                        .arg(QLatin1String(schema), QString::number(i),
                             QString::number(std::max(0, i - 1)));
    }
    return test::SchemaText::catalog(text);
}

DiagramGraph graphAfter(const DiagramGraph& before, const std::vector<test::DrawnBoundary>& drawn)
{
    GraphOptions options;
    for (const DiagramNode& node : before.nodes)
        options.knownGroups.insert(before.catalog->keyOf(node.table),
                                   groupPath(before, node.group));
    options.boundaries =
        std::make_shared<const BoundaryPicture>(test::pictureOf(*before.catalog, drawn));
    return buildGraph(before.catalog, declaredRelationships(*before.catalog), options,
                      fixedBoxMetrics());
}

} // namespace

void TestLayout::oneBoundaryMovesOnlyItsTables()
{
    const DiagramGraph before = graphOf(twoChains());
    const DiagramLayout first = layoutOf(before);
    const QStringList owned{QStringLiteral("left.left6"), QStringLiteral("left.left7")};
    const DiagramGraph after = graphAfter(before, {{QStringLiteral("Billing"), owned}});
    const DiagramLayout second =
        layoutOf(after, placementsOf(before, first, {}), LayoutReason::Regroup);
    QRectF were;
    QRectF are;
    for (std::size_t i = 0; i < after.nodes.size(); ++i) {
        if (after.nodes[i].boundary < 0) {
            QCOMPARE(second.nodes[i], first.nodes[i]);
            continue;
        }
        were |= first.nodes[i];
        are |= second.nodes[i];
    }
    QCOMPARE(firstOverlap(second.nodes), QString());
    QCOMPARE(firstOverlap(second.groups), QString());
    const double far = QLineF(were.center(), are.center()).length();
    QVERIFY2(far < 0.75 * first.bounds.width(), qPrintable(QString::number(far)));
}

/// A boundary of what was a group stands where the group stood.
void TestLayout::aGroupWithAnotherNameStays()
{
    const DiagramGraph before = graphOf(twoChains());
    const DiagramLayout first = layoutOf(before);
    test::DrawnBoundary whole{QStringLiteral("Billing"), {}};
    for (int i = 0; i < 8; ++i)
        whole.tables << QStringLiteral("left.left%1").arg(i);
    const DiagramGraph after = graphAfter(before, {whole});
    const DiagramLayout second =
        layoutOf(after, placementsOf(before, first, {}), LayoutReason::Regroup);
    QCOMPARE(second.nodes, first.nodes);
}

/// Every fifth table is new: nothing overlaps, the others stay where they were in their group, few
/// groups have to move, and it takes no long search.
void TestLayout::refreshFindsRoomForMany()
{
    const auto catalog = test::syntheticCatalog(1000);
    const DiagramGraph before = graphOf(catalog);
    const DiagramLayout first = layoutOf(before);
    Placements previous = placementsOf(before, first, {});
    for (std::size_t i = 0; i < before.nodes.size(); i += 5)
        previous.tables.remove(catalog->keyOf(before.nodes[i].table));
    GraphOptions options;
    for (auto it = previous.tables.cbegin(); it != previous.tables.cend(); ++it)
        options.knownGroups.insert(it.key(), it->group);
    const DiagramGraph after =
        buildGraph(catalog, declaredRelationships(*catalog), options, fixedBoxMetrics());
    const DiagramLayout second = layoutOf(after, previous, LayoutReason::Refresh);
    QHash<int, QPointF> moves; // of top-level groups
    std::size_t stayed = 0;
    for (std::size_t i = 0; i < after.nodes.size(); ++i) {
        if (i % 5 == 0)
            continue;
        int group = after.nodes[i].group;
        while (after.groups[group].parent >= 0)
            group = after.groups[group].parent;
        const QPointF by = second.nodes[i].topLeft() - first.nodes[i].topLeft();
        QCOMPARE(by, *moves.emplace(group, moves.value(group, by)));
        stayed += by.isNull();
    }
    QVERIFY2(stayed > after.nodes.size() * 4 / 5 / 2, qPrintable(QString::number(stayed)));
    QCOMPARE(firstOverlap(second.nodes), QString());
    QCOMPARE(firstOverlap(topLevelOf(after, second)), QString());
}

void TestLayout::refreshPutsNewGroupsBesideTheOthers()
{
    const DiagramGraph before = graphOf(test::catalogFromText(shop));
    const DiagramLayout first = layoutOf(before);
    const QByteArray text = QByteArray(shop) +
                            "audit.events\n  id integer pk\n  item integer > stock.items.id\n"
                            "audit.reads\n  id integer pk\n  event integer > audit.events.id\n";
    const DiagramGraph after = graphOf(test::catalogFromText(text.constData()));
    const DiagramLayout second =
        layoutOf(after, placementsOf(before, first, {}), LayoutReason::Refresh);
    QCOMPARE(rectOf(after, second, "orders"), rectOf(before, first, "orders"));
    QCOMPARE(firstOverlap(second.groups), QString());
    QVERIFY(rectOf(after, second, "events").right() < rectOf(after, second, "reads").left());
}

/// A group whose remembered place is on another's comes off it in one piece; nothing else moves.
void TestLayout::groupsThatCoverEachOtherPart()
{
    const DiagramGraph graph = graphOf(test::catalogFromText(shop));
    const DiagramLayout first = layoutOf(graph);
    Placements previous = placementsOf(graph, first, {});
    const QString sales = QStringLiteral("sales");
    const QString stock = QStringLiteral("stock");
    QVERIFY(previous.groups.contains(sales) && previous.groups.contains(stock));
    previous.groups[stock] = previous.groups[sales] + QPoint(60, 10);
    const DiagramLayout second = layoutOf(graph, previous, LayoutReason::Refresh);
    QCOMPARE(firstOverlap(second.groups), QString());
    QCOMPARE(firstOverlap(second.nodes), QString());
    for (const char* kept : {"customers", "orders", "lines"})
        QCOMPARE(rectOf(graph, second, kept), rectOf(graph, first, kept));
    QCOMPARE(rectOf(graph, second, "places").topLeft() - rectOf(graph, second, "items").topLeft(),
             rectOf(graph, first, "places").topLeft() - rectOf(graph, first, "items").topLeft());
    const DiagramLayout third =
        layoutOf(graph, placementsOf(graph, second, previous), LayoutReason::Refresh);
    QCOMPARE(third.nodes, second.nodes);
}

void TestLayout::tidyMovesAllButPins()
{
    const DiagramGraph graph = graphOf(test::catalogFromText(shop));
    Placements previous = placementsOf(graph, layoutOf(graph), {});
    for (Placement& placement : previous.tables)
        placement.position += QPoint(900, 0);
    const ObjectKey pinned{QStringLiteral("shop"),
                           KeyKind::Table,
                           {QStringLiteral("sales"), QStringLiteral("orders")},
                           {}};
    QVERIFY(previous.tables.contains(pinned));
    previous.tables[pinned].position = QPoint(28, 72);
    previous.tables[pinned].pinned = true;
    const DiagramLayout tidy = layoutOf(graph, previous, LayoutReason::Tidy);
    QCOMPARE(firstOverlap(tidy.nodes), QString());
    const QRectF frame = tidy.groups[0];
    QCOMPARE(graph.groups[0].name, QStringLiteral("sales"));
    QCOMPARE(rectOf(graph, tidy, "orders").topLeft() - frame.topLeft(), QPointF(28, 72));
    QVERIFY(tidy.bounds.width() < 1500);
}

void TestLayout::asksTheWorkerOnlyForWhatChanged()
{
    LayoutOptions options = workerOptions();
    options.cache = std::make_shared<LayoutCache>();
    const DiagramGraph before = graphOf(test::catalogFromText(shop));
    const DiagramLayout first = layoutOf(before, {}, LayoutReason::First, options);
    const int jobs = options.cache->size();
    options.workerProgram = QStringLiteral("/nowhere/at/all");
    const DiagramLayout second = layoutOf(before, {}, LayoutReason::First, options);
    QCOMPARE(second.nodes, first.nodes);
    QVERIFY(second.fallbackGroups.empty());
    options.workerProgram = QStringLiteral(CADASTRE_LAYOUT_WORKER);
    const QByteArray text = QByteArray(shop) + "stock.more\n  item integer > stock.items.id\n";
    layoutOf(graphOf(test::catalogFromText(text.constData())), {}, LayoutReason::First, options);
    QCOMPARE(options.cache->size(), jobs + 1);
}

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
