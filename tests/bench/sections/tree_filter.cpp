// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What one pause in typing costs in the filter of the tree: thinking, off the UI thread, and
// what the UI thread itself does: the longest time between two ticks of it.
#include "tests/bench/bench.h"

#include "tests/support/synthetic_catalog.h"
#include "widgets/catalog_panel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTimer>
#include <QTreeView>

namespace cadastre {

namespace {

constexpr int rounds = 3;

double longestGapMs(CatalogPanel& panel, const QString& text)
{
    QElapsedTimer since;
    qint64 longest = 0;
    QTimer ticks;
    QObject::connect(&ticks, &QTimer::timeout, &ticks, [&] {
        longest = std::max(longest, since.nsecsElapsed());
        since.restart();
    });
    ticks.start(0);
    since.start();
    panel.filterField()->setText(text);
    while (panel.isLooking())
        QApplication::processEvents();
    panel.view()->grab();
    QApplication::processEvents(); // the tick behind it
    return double(longest) / 1e6;
}

void measureTree(int tables)
{
    QueryFacts facts;
    facts.catalog = test::syntheticCatalog(tables);
    facts.relationships =
        std::make_shared<const std::vector<Relationship>>(declaredRelationships(*facts.catalog));
    const auto index = std::make_shared<const QueryIndex>(facts);
    CatalogPanel panel;
    panel.resize(320, 760);
    panel.show();
    panel.setCatalog(facts.catalog);
    panel.setQueryIndex(index);
    for (const char* text : {"o", "order", "order customer", "created_at", "ordres itmes",
                             "order customer type:date", "comment:none", "no such thing at all"}) {
        const QString words = QString::fromLatin1(text);
        const CatalogTreeQuestion question{facts.catalog, {false, words}, index, {}};
        const double thinking =
            bench::fastest(rounds, [&] { (void)answerTree(question, std::atomic_bool(false)); });
        double gap = 1e9;
        double back = 1e9;
        for (int i = 0; i < rounds; ++i) {
            gap = std::min(gap, longestGapMs(panel, words));
            back = std::min(back, longestGapMs(panel, {}));
        }
        bench::printRow({QString::number(tables), words, bench::number(thinking),
                         bench::number(gap), bench::number(back)});
    }
}

void runTree(const bench::BenchOptions& options)
{
    bench::printHead({QStringLiteral("tables"), QStringLiteral("filter"),
                      QStringLiteral("thinking ms"), QStringLiteral("longest gap ms"),
                      QStringLiteral("cleared: longest gap ms")});
    for (const int tables : options.sizes)
        measureTree(tables);
}

} // namespace

BenchSection treeFilterSection()
{
    return {QStringLiteral("tree"), QStringLiteral("typing in the filter of the tree"), runTree};
}

} // namespace cadastre
