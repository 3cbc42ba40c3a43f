// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What it costs to find how tables join: the facts of a catalog once, then five ways between two
// tables and a tree over five, on average and at worst.
#include "tests/bench/bench.h"

#include "model/paths/find_paths.h"
#include "model/paths/join_facts.h"
#include "tests/support/synthetic_catalog.h"

#include <QElapsedTimer>

namespace cadastre {

namespace {

constexpr int askedQuestions = 100;

struct AskedTime
{
    double meanMs = 0;
    double worstMs = 0;
    int found = 0;
};

AskedTime askMany(const JoinGraph& graph, int tablesEach)
{
    const int tables = int(graph.catalog().objects().tables.size());
    const std::atomic_bool cancelled = false;
    AskedTime time;
    for (int i = 0; i < askedQuestions; ++i) {
        PathQuestion question;
        for (int k = 0; k < tablesEach; ++k)
            question.tables.push_back(TableId{int((i * 7919LL + k * 104729LL) % tables)});
        QElapsedTimer timer;
        timer.start();
        time.found += findPaths(graph, question, cancelled).paths.empty() ? 0 : 1;
        const double spent = double(timer.nsecsElapsed()) / 1e6;
        time.meanMs += spent / askedQuestions;
        time.worstMs = std::max(time.worstMs, spent);
    }
    return time;
}

void measurePaths(int tables)
{
    const auto catalog = test::syntheticCatalog(tables);
    const auto relationships =
        std::make_shared<const Relationships>(declaredRelationships(*catalog));
    JoinFactsPointer facts;
    const double factsMs = bench::fastest(
        3, [&] { facts = makeJoinFacts(catalog, relationships, std::atomic_bool(false)); });
    const AskedTime two = askMany(facts->graph, 2);
    const AskedTime five = askMany(facts->graph, 5);
    bench::printRow({QString::number(tables), QString::number(relationships->size()),
                     bench::number(factsMs), bench::number(two.meanMs), bench::number(two.worstMs),
                     QString::number(two.found), bench::number(five.meanMs),
                     bench::number(five.worstMs)});
}

void runPaths(const bench::BenchOptions& options)
{
    bench::printHead({QStringLiteral("tables"), QStringLiteral("relationships"),
                      QStringLiteral("facts ms"), QStringLiteral("two tables ms"),
                      QStringLiteral("worst ms"), QStringLiteral("found of 100"),
                      QStringLiteral("five tables ms"), QStringLiteral("worst ms")});
    for (const int tables : options.sizes)
        measurePaths(tables);
}

} // namespace

BenchSection pathsSection()
{
    return {QStringLiteral("paths"), QStringLiteral("how tables join, five ways each"), runPaths};
}

} // namespace cadastre
