// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Many pictures with one worker: the same places as each alone, by one process.
#include "diagram/graph_builder.h"
#include "diagram/layout_series.h"
#include "diagram/layout_worker.h"
#include "tests/support/synthetic_catalog.h"

#include <QtTest>

using namespace cadastre;

class TestLayoutSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreThoseOfEachAlone();
    void oneProcessLaysOutAll();
    void becomesAGridWithoutAWorker();

private:
    static std::vector<DiagramGraph> pictures();
    const std::atomic_bool m_cancelled = false;
};

/// Of one catalog, forty tables each.
std::vector<DiagramGraph> TestLayoutSeries::pictures()
{
    const auto catalog = test::syntheticCatalog(120);
    const auto relationships =
        std::make_shared<const std::vector<Relationship>>(declaredRelationships(*catalog));
    std::vector<DiagramGraph> graphs;
    for (int first = 0; first < 120; first += 40) {
        GraphOptions options;
        options.tables.emplace();
        for (int i = first; i < first + 40; ++i)
            options.tables->push_back(TableId{i});
        graphs.push_back(buildGraph(catalog, relationships, options, fixedBoxMetrics()));
    }
    return graphs;
}

void TestLayoutSeries::placesAreThoseOfEachAlone()
{
    LayoutOptions options;
    options.workerProgram = QStringLiteral(CADASTRE_LAYOUT_WORKER);
    LayoutWorker worker(options.workerProgram, {}, m_cancelled);
    for (const DiagramGraph& graph : pictures()) {
        const DiagramLayout alone =
            layoutDiagram(graph, {}, LayoutReason::First, options, m_cancelled);
        const DiagramLayout inSeries = layoutWith(worker, graph);
        QVERIFY(!graph.edges.empty());
        QVERIFY(inSeries.fallbackGroups.empty());
        QCOMPARE(inSeries.nodes, alone.nodes);
        QCOMPARE(inSeries.groups, alone.groups);
        QCOMPARE(inSeries.bounds, alone.bounds);
    }
}

void TestLayoutSeries::oneProcessLaysOutAll()
{
    const QTemporaryDir folder;
    const QString starts = folder.filePath(QStringLiteral("starts"));
    const QString program = folder.filePath(QStringLiteral("counting worker"));
    QFile script(program);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\necho started >> '" + starts.toUtf8() +
                 "'\nexec '" CADASTRE_LAYOUT_WORKER "' \"$@\"\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    LayoutWorker worker(program, {}, m_cancelled);
    for (const DiagramGraph& graph : pictures())
        QVERIFY(layoutWith(worker, graph).fallbackGroups.empty());
    QFile file(starts);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("started\n"));
}

void TestLayoutSeries::becomesAGridWithoutAWorker()
{
    LayoutWorker worker(QStringLiteral("/nowhere/at/all"), {}, m_cancelled);
    for (const DiagramGraph& graph : pictures()) {
        const DiagramLayout layout = layoutWith(worker, graph);
        QCOMPARE(layout.nodes.size(), graph.nodes.size());
        QVERIFY(!layout.fallbackGroups.empty());
        QVERIFY(!layout.bounds.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestLayoutSeries)
#include "tst_layout_series.moc"
