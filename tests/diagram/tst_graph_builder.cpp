// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/graph_builder.h"
#include "tests/support/schema_text.h"
#include "tests/support/synthetic_catalog.h"

#include <QtTest>

using namespace cadastre;

class TestGraphBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edgesEndAtTheRowsOfTheirColumns();
};

void TestGraphBuilder::edgesEndAtTheRowsOfTheirColumns()
{
    const auto catalog = test::catalogFromText("customers\n"
                                               "  name text\n"
                                               "  id integer pk\n"
                                               "orders\n"
                                               "  id integer pk\n"
                                               "  customer_id integer? > customers.id\n");
    const DiagramGraph graph =
        buildGraph(catalog, declaredRelationships(*catalog), {}, fixedBoxMetrics());
    QCOMPARE(graph.nodes.size(), std::size_t(2));
    QCOMPARE(graph.edges.size(), std::size_t(1));
    const DiagramEdge& edge = graph.edges.front();
    QCOMPARE(graph.nodes[edge.from].title, QStringLiteral("orders"));
    QCOMPARE(graph.nodes[edge.from].rows[edge.fromRow].text, QStringLiteral("customer_id"));
    QCOMPARE(graph.nodes[edge.to].rows[edge.toRow].text, QStringLiteral("id"));
    QCOMPARE(edge.title, QStringLiteral("orders.customer_id → customers.id"));
    QVERIFY(graph.nodes[edge.to].rows[edge.toRow].marks.primaryKey);
    QVERIFY(!graph.nodes[edge.to].rows[0].marks.primaryKey);
}

QTEST_GUILESS_MAIN(TestGraphBuilder)
#include "tst_graph_builder.moc"
