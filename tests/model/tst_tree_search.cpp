// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The search for the nearest missing table leaves out most of the schema: here it is asked beside
// one that looks at everything, about hundreds of questions with uncertain and exclusive steps.
#include "model/paths/tree_search.h"
#include "tests/support/synthetic_catalog.h"

#include <QTest>

#include <map>
#include <random>

using namespace cadastre;

namespace {

constexpr int tables = 240;

/// What the server knows, a third of it as if it had been guessed, some references exclusive.
std::shared_ptr<const Relationships> uncertainRelationships(const Catalog& catalog)
{
    Relationships all = declaredRelationships(catalog);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i % 3 == 1) {
            all[i].origin = RelationshipOrigin::Inferred;
            all[i].confidence = 0.4 + double(i % 60) / 100;
        }
        if (i % 4 == 0)
            all[i].arc = static_cast<int>(i / 40);
    }
    return std::make_shared<const Relationships>(std::move(all));
}

struct Asked
{
    std::set<TableId> sources;
    std::set<TableId> targets;
    std::set<int> banned;
};

/// Dijkstra over the whole schema; of equal routes the one whose places come first.
std::optional<Route> nearestOfAll(const SearchGraph& graph, const Asked& asked)
{
    struct Arrival
    {
        int cost;
        int step;
        int previous;
    };
    std::map<int, Arrival> arrivals; // by table * 2 + (came from a child ? 1 : 0)
    std::set<std::pair<int, int>> waiting;
    for (const TableId source : asked.sources) {
        arrivals[source.index * 2] = {0, -1, -1};
        waiting.insert({0, source.index * 2});
    }
    while (!waiting.empty()) {
        const auto [cost, place] = *waiting.begin();
        waiting.erase(waiting.begin());
        if (arrivals.at(place).cost != cost)
            continue;
        const int before = arrivals.at(place).step;
        if (asked.targets.contains(TableId{place / 2})) {
            Route route{{}, cost};
            for (int at = place; arrivals.at(at).step >= 0; at = arrivals.at(at).previous)
                route.steps.insert(route.steps.begin(), arrivals.at(at).step);
            return route;
        }
        graph.forStepsFrom(place / 2, [&, cost = cost, place = place](int index) {
            const JoinStep& step = graph.step(index);
            if (asked.banned.contains(index & ~1) || asked.sources.contains(step.to) ||
                step.to == step.from || (before >= 0 && excludeEachOther(graph.step(before), step)))
                return;
            const bool shares = place % 2 == 1 && !step.towardsParent;
            const int price =
                cost + graph.price(index) + (shares ? graph.sharedParent(step.from.index) : 0);
            const int to = step.to.index * 2 + (step.towardsParent ? 1 : 0);
            const auto known = arrivals.find(to);
            if (known != arrivals.end() && known->second.cost <= price)
                return;
            arrivals[to] = {price, index, place};
            waiting.insert({price, to});
        });
    }
    return std::nullopt;
}

} // namespace

class TestTreeSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatLookingAtEverythingFinds_data();
    void findsWhatLookingAtEverythingFinds();
    void findsNothingWhenCancelled();
};

void TestTreeSearch::findsWhatLookingAtEverythingFinds_data()
{
    QTest::addColumn<int>("banned");
    QTest::addColumn<bool>("avoidAuditColumns");
    QTest::newRow("every step") << 0 << true;
    QTest::newRow("every step, through audit columns") << 0 << false;
    QTest::newRow("some steps left out") << 20 << true;
    QTest::newRow("most steps left out") << 200 << true;
}

void TestTreeSearch::findsWhatLookingAtEverythingFinds()
{
    QFETCH(int, banned);
    QFETCH(bool, avoidAuditColumns);
    const auto catalog = test::syntheticCatalog(tables);
    const JoinGraph joins(catalog, uncertainRelationships(*catalog));
    const std::atomic_bool cancelled = false;
    std::mt19937 random(7);
    const auto below = [&](std::size_t limit) { return int(random() % limit); };
    int found = 0;
    int withSteps = 0;
    for (int question = 0; question < 60; ++question) {
        std::vector<TableId> ends;
        for (int i = 0; i < 5; ++i)
            ends.push_back(TableId{below(tables)});
        const SearchGraph graph(joins, {.avoidAuditColumns = avoidAuditColumns}, ends);
        TreeSearch search(PathSearch(graph, cancelled), graph, ends, cancelled);
        for (int round = 0; round < 4; ++round) { // one search, asked again and again
            Asked asked{{ends.front()}, {ends.begin() + 1 + round % 2, ends.end()}, {}};
            for (int i = 0; i < round; ++i)
                asked.sources.insert(TableId{below(tables)});
            for (const TableId source : asked.sources)
                asked.targets.erase(source);
            for (int i = 0; i < banned; ++i)
                asked.banned.insert(below(joins.steps().size()) & ~1);
            const auto expected = nearestOfAll(graph, asked);
            const auto answer = search.nearest(asked.sources, asked.targets, asked.banned);
            QCOMPARE(answer, expected);
            found += answer ? 1 : 0;
            withSteps += answer && answer->steps.size() > 2 ? 1 : 0;
        }
    }
    QVERIFY(found > 20);
    QVERIFY(withSteps > 10);
}

void TestTreeSearch::findsNothingWhenCancelled()
{
    const auto catalog = test::syntheticCatalog(tables);
    const JoinGraph joins(catalog, uncertainRelationships(*catalog));
    std::vector<TableId> ends;
    for (int i = 0; i < tables; ++i)
        ends.push_back(TableId{i});
    const SearchGraph graph(joins, {}, ends);
    std::atomic_bool cancelled = false;
    TreeSearch search(PathSearch(graph, cancelled), graph, ends, cancelled);
    const std::set<TableId> targets(ends.begin() + 1, ends.end());
    QVERIFY(search.nearest({ends.front()}, targets, {}).has_value());
    cancelled = true;
    QVERIFY(!search.nearest({ends.front()}, targets, {}).has_value());
}

QTEST_GUILESS_MAIN(TestTreeSearch)
#include "tst_tree_search.moc"
