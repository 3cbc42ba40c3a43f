// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/graph_builder.h"
#include "diagram/graph_rows.h"
#include "tests/support/relationship_fixture.h"
#include "tests/support/synthetic_catalog.h"

#include <QtTest>

using namespace cadastre;

namespace {

const char* const shop = "customers\n"
                         "  name text\n"
                         "  id integer pk\n"
                         "orders\n"
                         "  id integer pk\n"
                         "  customer_id integer? > customers.id\n"
                         "  parent_id integer? > orders.id\n"
                         "lines\n"
                         "  order_id integer > orders.id\n"
                         "view v_orders\n"
                         "  id integer\n"
                         "alone\n"
                         "  id integer\n";

TableId tableNamed(const Catalog& catalog, const QString& name)
{
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        if (catalog.table(TableId{i}).name == name)
            return TableId{i};
    }
    return TableId{-1};
}

/// The shop, with a view that reads orders and, column by column, customers.
std::shared_ptr<const Catalog> shopWithView()
{
    CatalogObjects objects = test::catalogFromText(shop)->objects();
    const Catalog catalog(objects);
    const TableId view = tableNamed(catalog, QStringLiteral("v_orders"));
    const TableId customers = tableNamed(catalog, QStringLiteral("customers"));
    const TableId orders = tableNamed(catalog, QStringLiteral("orders"));
    objects.dependencies = {
        {view, orders, DependencyKind::Reads},
        {view, catalog.firstColumn(customers), DependencyKind::Reads},
        {view, ColumnId{catalog.firstColumn(customers).index + 1}, DependencyKind::Reads}};
    return std::make_shared<const Catalog>(objects);
}

DiagramGraph graphOf(const std::shared_ptr<const Catalog>& catalog,
                     const GraphOptions& options = {})
{
    return buildGraph(catalog, declaredRelationships(*catalog), options, fixedBoxMetrics());
}

QStringList titles(const DiagramGraph& graph)
{
    QStringList list;
    for (const DiagramNode& node : graph.nodes)
        list << node.title;
    return list;
}

/// "from row -> to row" per edge, rows by text, the header as "*".
QStringList edges(const DiagramGraph& graph)
{
    const auto end = [&](int node, int row) {
        const DiagramNode& shown = graph.nodes[node];
        return QString(shown.title % QLatin1Char(' ') %
                       (row < 0 ? QStringLiteral("*") : shown.rows[row].text));
    };
    QStringList list;
    for (const DiagramEdge& edge : graph.edges)
        list << QString(end(edge.from, edge.fromRow) % QStringLiteral(" -> ") %
                        end(edge.to, edge.toRow));
    return list;
}

} // namespace

class TestGraphBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edgesEndAtTheRowsOfTheirColumns();
    void viewDependenciesAreOncePerTable();
    void viewsCanBeLeftOut();
    void showsOnlyTheChosenTables();
    void foldsFamiliesIntoTheirRepresentative();
    void foldsWideTables();
    void marksRows();
    void saysWhatActsOnItsOwn();
    void neighbourhoodGrowsByStep();
    void neighbourhoodNeedsTrust();
    void weakAndRejectedRelationshipsHaveNoPull();
    void polymorphicReferencesGiveAnEdgePerTable();
    void onlyForeignKeysAreMarkedAsSuch();
    void guessesBringTablesTogether();
    void isTheSameEveryTime();
    void rowEstimates_data();
    void rowEstimates();
    void shortTypes_data();
    void shortTypes();
    void namesStayOnOneLine();
    void boxesHoldTheirTexts();
};

void TestGraphBuilder::edgesEndAtTheRowsOfTheirColumns()
{
    const DiagramGraph graph = graphOf(test::catalogFromText(shop));
    QCOMPARE(edges(graph), (QStringList{QStringLiteral("lines order_id -> orders id"),
                                        QStringLiteral("orders customer_id -> customers id"),
                                        QStringLiteral("orders parent_id -> orders id")}));
    QCOMPARE(graph.edges[1].title, QStringLiteral("orders.customer_id → customers.id"));
    QCOMPARE(graph.edges[1].toEnd, Cardinality::ZeroOrOne);
    QCOMPARE(graph.edges[0].toEnd, Cardinality::ExactlyOne);
}

void TestGraphBuilder::viewDependenciesAreOncePerTable()
{
    const auto catalog = shopWithView();
    const DiagramGraph graph = graphOf(catalog);
    QStringList views;
    for (const DiagramEdge& edge : graph.edges) {
        if (edge.kind == EdgeKind::ViewDependency)
            views << edge.title;
    }
    QCOMPARE(views, (QStringList{QStringLiteral("v_orders reads customers"),
                                 QStringLiteral("v_orders reads orders")}));
    GraphOptions options;
    options.showViewDependencies = false;
    QCOMPARE(graphOf(catalog, options).edges.size(), std::size_t(3));
}

void TestGraphBuilder::viewsCanBeLeftOut()
{
    GraphOptions options;
    options.showViews = false;
    const DiagramGraph graph = graphOf(shopWithView(), options);
    QVERIFY(!titles(graph).contains(QStringLiteral("v_orders")));
    QCOMPARE(graph.edges.size(), std::size_t(3));
}

void TestGraphBuilder::showsOnlyTheChosenTables()
{
    const auto catalog = test::catalogFromText(shop);
    GraphOptions options;
    options.tables = {tableNamed(*catalog, QStringLiteral("orders")),
                      tableNamed(*catalog, QStringLiteral("customers")),
                      tableNamed(*catalog, QStringLiteral("orders"))};
    const DiagramGraph graph = graphOf(catalog, options);
    QCOMPARE(titles(graph), (QStringList{QStringLiteral("customers"), QStringLiteral("orders")}));
    QCOMPARE(graph.edges.size(), std::size_t(2));
    options.tables = std::vector<TableId>();
    QVERIFY(graphOf(catalog, options).nodes.empty());
}

void TestGraphBuilder::foldsFamiliesIntoTheirRepresentative()
{
    const auto catalog =
        test::catalogFromText("customers\n  id integer pk\n"
                              "regions\n  id integer pk\n"
                              "orders\n  id integer pk\n  customer_id integer > customers.id\n"
                              "orders_2019\n  id integer pk\n  customer_id integer > customers.id\n"
                              "orders_bak\n  id integer pk\n  customer_id integer > regions.id\n");
    const DiagramGraph folded = graphOf(catalog);
    QCOMPARE(titles(folded), (QStringList{QStringLiteral("customers"), QStringLiteral("orders"),
                                          QStringLiteral("regions")}));
    QCOMPARE(folded.nodes[1].foldedTables, 2);
    QCOMPARE(edges(folded), (QStringList{QStringLiteral("orders customer_id -> customers id"),
                                         QStringLiteral("orders customer_id -> regions id")}));
    GraphOptions options;
    options.foldTableFamilies = false;
    QCOMPARE(graphOf(catalog, options).nodes.size(), std::size_t(5));
    options.foldTableFamilies = true;
    options.tables = {tableNamed(*catalog, QStringLiteral("orders_2019"))};
    QCOMPARE(titles(graphOf(catalog, options)), QStringList{QStringLiteral("orders_2019")});
}

void TestGraphBuilder::foldsWideTables()
{
    QString text = QStringLiteral("wide\n  id integer pk\n");
    for (int i = 0; i < 45; ++i)
        text += QStringLiteral("  address_%1 text\n").arg(i);
    text += QStringLiteral("child\n  wide_address text > wide.address_7\n");
    const auto catalog = test::SchemaText::catalog(text);
    const DiagramGraph graph = graphOf(catalog);
    const DiagramNode& wide = graph.nodes[1];
    QVERIFY(wide.folded);
    QCOMPARE(wide.rows.size(), std::size_t(3));
    QCOMPARE(wide.rows[1].kind, RowKind::Family);
    QCOMPARE(wide.rows[1].type, QStringLiteral("text"));
    QCOMPARE(wide.rows[2].text, QStringLiteral("address_7"));
    QCOMPARE(edges(graph), QStringList{QStringLiteral("child wide_address -> wide address_7")});
    GraphOptions options;
    options.unfoldedTables = {wide.table};
    const DiagramGraph unfolded = graphOf(catalog, options);
    QCOMPARE(unfolded.nodes[1].rows.size(), std::size_t(46));
    QVERIFY(!unfolded.nodes[1].folded);
}

void TestGraphBuilder::marksRows()
{
    const auto catalog = test::catalogFromText("a\n  id integer pk\n"
                                               "b\n  id integer pk\n  code text unique\n"
                                               "  a_id integer? > a.id\n  plain text?\n"
                                               "  index a_id\n");
    const auto rows = graphOf(catalog).nodes[1].rows;
    QVERIFY(rows[0].marks.primaryKey && rows[0].marks.notNull && !rows[0].marks.foreignKey);
    QVERIFY(rows[1].marks.unique && !rows[1].marks.primaryKey);
    QVERIFY(rows[2].marks.foreignKey && rows[2].marks.indexed && !rows[2].marks.notNull);
    QCOMPARE(rows[3].marks, RowMarks());
}

void TestGraphBuilder::saysWhatActsOnItsOwn()
{
    CatalogObjects objects = test::catalogFromText("a\n  id integer\nb\n  id integer\n")->objects();
    Trigger trigger;
    trigger.table = TableId{1};
    objects.triggers.push_back(trigger);
    objects.tables[0].broken = QStringLiteral("Column x is gone.");
    objects.tables[0].kind = TableKind::View;
    const DiagramGraph graph = graphOf(std::make_shared<const Catalog>(objects));
    QVERIFY(!graph.nodes[0].actsOnItsOwn && graph.nodes[1].actsOnItsOwn);
    QCOMPARE(graph.nodes[0].warning, std::optional(QStringLiteral("Column x is gone.")));
    QCOMPARE(graph.nodes[0].subtitle, QStringLiteral("view"));
    QVERIFY(!graph.nodes[1].warning);
}

void TestGraphBuilder::neighbourhoodGrowsByStep()
{
    const auto catalog = shopWithView();
    const auto relationships = declaredRelationships(*catalog);
    const auto names = [&](int depth) {
        QStringList list;
        for (TableId id : focusNeighbourhood(*catalog, relationships,
                                             tableNamed(*catalog, QStringLiteral("lines")), depth))
            list << catalog->table(id).name;
        return list.join(QLatin1Char(' '));
    };
    QCOMPARE(names(1), QStringLiteral("lines orders"));
    QCOMPARE(names(2), QStringLiteral("customers lines orders v_orders"));
    QCOMPARE(names(4), QStringLiteral("customers lines orders v_orders"));
    QCOMPARE(names(0), names(1));
}

void TestGraphBuilder::neighbourhoodNeedsTrust()
{
    const auto maker = test::mixedRelationships();
    const auto names = [&](const char* table, const RelationshipFilter& filter) {
        QStringList list;
        for (TableId id : focusNeighbourhood(
                 *maker.catalog(), maker.all(),
                 TableId{maker.catalog()->resolve(QString::fromLatin1(table))->index}, 1, filter))
            list << maker.catalog()->table(id).name;
        return list.join(QLatin1Char(' '));
    };
    QCOMPARE(names("comments", {}), QStringLiteral("comments companies customers orders"));
    QCOMPARE(names("comments", {true, 0.3, true}),
             QStringLiteral("comments companies customers employees orders"));
    QCOMPARE(names("comments", {true, 0.91, false}), QStringLiteral("comments"));
    QCOMPARE(names("employees", {false, 0.5, false}), QStringLiteral("employees"));
    QCOMPARE(names("managers", {false, 0.5, false}), QStringLiteral("managers orders"));
}

void TestGraphBuilder::weakAndRejectedRelationshipsHaveNoPull()
{
    const auto maker = test::mixedRelationships();
    GraphOptions options;
    options.minimumConfidence = 0.6;
    const auto graph = maker.graph(options);
    QMap<int, double> pulls;
    for (const DiagramEdge& edge : graph->edges)
        pulls[edge.relationship] += edge.pull;
    QVERIFY(!pulls.contains(6)); // too weak for an edge
    for (const int without : {4, 5, 9})
        QCOMPARE(pulls.value(without, -1), 0.0);
    for (const int full : {0, 1, 7, 8})
        QCOMPARE(pulls.value(full), 1.0);
    QVERIFY(pulls.value(2) > pulls.value(3) && pulls.value(2) < 1);
    QVERIFY(pulls.value(12) > 0 && pulls.value(12) < pulls.value(2));
    QCOMPARE(graph->relationships->size(), maker.all().size());
}

void TestGraphBuilder::polymorphicReferencesGiveAnEdgePerTable()
{
    const auto graph = test::mixedRelationships().graph();
    QStringList found;
    for (const DiagramEdge& edge : graph->edges) {
        if (edge.relationship != 12)
            continue;
        QVERIFY(edge.polymorphic);
        QCOMPARE(graph->nodes[edge.from].rows[edge.typeRow].text, QStringLiteral("subject_type"));
        QCOMPARE(graph->nodes[edge.from].rows[edge.fromRow].text, QStringLiteral("subject_id"));
        found << QString(edge.title % QStringLiteral(" #") % QString::number(edge.target));
    }
    QCOMPARE(found, (QStringList{QStringLiteral("comments.subject_id → orders.id #0"),
                                 QStringLiteral("comments.subject_id → companies.id #1")}));
    int arcs = 0;
    int kinds = 0;
    for (const DiagramEdge& edge : graph->edges) {
        arcs += edge.arc == 1;
        kinds += edge.subtype;
    }
    QCOMPARE(arcs, 2);
    QCOMPARE(kinds, 1);
}

void TestGraphBuilder::onlyForeignKeysAreMarkedAsSuch()
{
    const auto graph = test::mixedRelationships().graph();
    QStringList marked;
    for (const DiagramNode& node : graph->nodes)
        for (const DiagramRow& row : node.rows)
            if (row.marks.foreignKey)
                marked << QString(node.title % QLatin1Char('.') % row.text);
    QCOMPARE(marked, (QStringList{QStringLiteral("companies.customer_id"),
                                  QStringLiteral("orders.customer_id")}));
}

/// A schema without keys is one heap; what is inferred sorts it.
void TestGraphBuilder::guessesBringTablesTogether()
{
    QByteArray schema;
    for (const char* module : {"shop", "staff"}) {
        schema += QByteArray(module) + "_root\n  id integer pk\n";
        for (int i = 0; i < 35; ++i)
            schema += QByteArray(module) + "_leaf" + QByteArray::number(i) + "\n  root integer\n";
    }
    test::RelationshipMaker maker(test::catalogFromText(schema.constData()));
    const auto groupsWith = [&](double minimum) {
        GraphOptions options;
        options.minimumConfidence = minimum;
        QStringList names;
        const auto graph = maker.graph(options);
        for (const DiagramGroup& group : graph->groups)
            names << group.name;
        return names;
    };
    for (const QByteArray module : {"shop", "staff"})
        for (int i = 0; i < 35; ++i)
            maker.add(RelationshipOrigin::Inferred, 0.7,
                      QByteArray(module + "_leaf" + QByteArray::number(i) + ".root").constData(),
                      QByteArray(module + "_root.id").constData());
    QCOMPARE(groupsWith(0.5), (QStringList{QStringLiteral("shop"), QStringLiteral("staff")}));
    QCOMPARE(groupsWith(0.8).size(), 1);
}

void TestGraphBuilder::isTheSameEveryTime()
{
    const DiagramGraph first = graphOf(test::syntheticCatalog(500));
    const DiagramGraph second = graphOf(test::syntheticCatalog(500));
    QCOMPARE(titles(second), titles(first));
    QCOMPARE(edges(second), edges(first));
}

void TestGraphBuilder::rowEstimates_data()
{
    QTest::addColumn<double>("rows");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << 0.0 << QStringLiteral("no rows");
    QTest::newRow("1") << 1.0 << QStringLiteral("≈ 1 row");
    QTest::newRow("830") << 830.0 << QStringLiteral("≈ 830 rows");
    QTest::newRow("9999") << 9999.0 << QStringLiteral("≈ 9999 rows");
    QTest::newRow("12 k") << 12345.0 << QStringLiteral("≈ 12\u00a0k rows");
    QTest::newRow("2.1 M") << 2.1e6 << QStringLiteral("≈ 2.1\u00a0M rows");
    QTest::newRow("1 M") << 999600.0 << QStringLiteral("≈ 1\u00a0M rows");
    QTest::newRow("3 G") << 3e9 << QStringLiteral("≈ 3\u00a0G rows");
}

void TestGraphBuilder::rowEstimates()
{
    QFETCH(double, rows);
    QTEST(rowEstimateText(rows), "text");
}

void TestGraphBuilder::shortTypes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* type, const QString& text) {
        QTest::newRow(type) << QString::fromLatin1(type) << text;
    };
    row("integer", QStringLiteral("integer"));
    row("character varying(80)", QStringLiteral("varchar(80)"));
    row("character varying(80)[]", QStringLiteral("varchar(80)[]"));
    row("character(2)", QStringLiteral("char(2)"));
    row("characters", QStringLiteral("characters"));
    row("timestamp with time zone", QStringLiteral("timestamptz"));
    row("enum('a very long','list of','values')", QStringLiteral("enum('a very long','lis…"));
}

void TestGraphBuilder::shortTypes()
{
    QFETCH(QString, type);
    QTEST(shortTypeText(type), "text");
}

void TestGraphBuilder::namesStayOnOneLine()
{
    QCOMPARE(visibleName(QStringLiteral("a\nb\tc\u2028d\x7f")), QStringLiteral("a␊b␉c␤d␡"));
    QCOMPARE(visibleName(QStringLiteral("naïve 表 \"x\"")), QStringLiteral("naïve 表 \"x\""));
}

void TestGraphBuilder::boxesHoldTheirTexts()
{
    const BoxMetrics metrics = fixedBoxMetrics();
    DiagramNode node;
    node.title = QString(10, QLatin1Char('x'));
    QCOMPARE(boxSize(node, metrics), QSizeF(150, 40));
    DiagramRow row;
    row.text = QString(20, QLatin1Char('x'));
    row.type = QString(10, QLatin1Char('x'));
    node.rows = {row, row};
    const QSizeF size = boxSize(node, metrics);
    QCOMPARE(size, QSizeF(10 + 34 + 140 + 18 + 70 + 10, 40 + 2 * 20 + 5));
    const QRectF box(QPointF(100, 200), size);
    QCOMPARE(rowRect(box, metrics.shape, -1).height(), 40.0);
    QCOMPARE(rowRect(box, metrics.shape, 1), QRectF(100, 260, size.width(), 20));
    QCOMPARE(rowAt(box, metrics.shape, 210, 2), std::optional(-1));
    QCOMPARE(rowAt(box, metrics.shape, 261, 2), std::optional(1));
    QCOMPARE(rowAt(box, metrics.shape, 282, 2), std::nullopt);
    node.rows[0].text = QString(200, QLatin1Char('x'));
    QCOMPARE(boxSize(node, metrics).width(), metrics.shape.maximumWidth);
}

QTEST_GUILESS_MAIN(TestGraphBuilder)
#include "tst_graph_builder.moc"
