// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How far changes go: of single tables, of whole boundaries, and of ten thousand tables at once.
#include "tests/support/impact_fixture.h"
#include "tests/support/sql_fixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

const char* const shop = R"(
customers
  id integer pk
orders
  id integer pk
  customer_id integer > customers.id
ring_a
  id integer pk > ring_b.id
ring_b
  id integer pk > ring_a.id
lonely
  id integer pk
view v_orders
  id integer
view v_sum
  id integer
)";

} // namespace

class TestRipple : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tables();
    void boundaries();
    void databasesOfMariaDb();
    void sameAsImpact();
    void speed();
};

static ImpactFixture shopImpacts(const Boundaries& boundaries)
{
    SqlFixture fixture(shop, Engine::Sqlite);
    fixture.view(QStringLiteral("v_orders"), QStringLiteral("SELECT id FROM orders"));
    fixture.view(QStringLiteral("v_sum"), QStringLiteral("SELECT id FROM v_orders"));
    return {*fixture.catalog(), boundaries};
}

static Ripple rippleOfTable(const ImpactFixture& fixture, const char* name)
{
    return ripples(fixture.facts())[std::size_t(fixture.object(QLatin1String(name)).index)];
}

void TestRipple::tables()
{
    const ImpactFixture fixture = shopImpacts(boundariesFromText(
        {{"orders", "orders v_orders"}, {"people", "customers"}, {"reports", "v_sum"}}));
    QCOMPARE(rippleOfTable(fixture, "orders"), (Ripple{2, 1, 1}));
    QCOMPARE(rippleOfTable(fixture, "customers"), (Ripple{1, 1, 1}));
    QCOMPARE(rippleOfTable(fixture, "v_orders"), (Ripple{1, 1, 1}));
    QCOMPARE(rippleOfTable(fixture, "v_sum"), (Ripple{0, 1, 0}));
    QCOMPARE(rippleOfTable(fixture, "lonely"), (Ripple{0, 1, 0}));
    QCOMPARE(rippleOfTable(fixture, "ring_a"), (Ripple{1, 1, 0}));
}

/// Each object once, and only those outside.
void TestRipple::boundaries()
{
    const ImpactFixture fixture = shopImpacts(boundariesFromText(
        {{"empty", "nothing"}, {"orders", "orders v_orders customers"}, {"reports", "v_sum"}}));
    QCOMPARE(boundaryRipples(fixture.facts()),
             (std::vector<Ripple>{{0, 0, 0}, {1, 1, 1}, {0, 1, 0}}));
}

void TestRipple::databasesOfMariaDb()
{
    SqlFixture fixture("orders\n  id integer pk\nreports.v\n  id integer\n", Engine::MariaDb);
    Table& view = fixture.objects().tables.back();
    const bool isView = view.name == QLatin1String("v");
    Table& other = isView ? view : fixture.objects().tables.front();
    other.kind = TableKind::View;
    other.viewDefinition = QStringLiteral("SELECT id FROM public.orders");
    const ImpactFixture impacts(*fixture.catalog(), {});
    QCOMPARE(rippleOfTable(impacts, "orders"), (Ripple{1, 2, 0}));
}

void TestRipple::sameAsImpact()
{
    const ImpactFixture fixture = shopImpacts(
        boundariesFromText({{"orders", "orders"}, {"people", "customers"}, {"reports", "v_*"}}));
    const std::vector<Ripple> all = ripples(fixture.facts());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Impact impact = impactOf(fixture.facts(), TableId{static_cast<int>(i)});
        QCOMPARE(all[i], rippleOf(fixture.catalog(), impact));
    }
}

/// Not a limit: ten times what it takes. Chains of views over ten thousand tables.
void TestRipple::speed()
{
    CatalogObjects objects = SchemaText::source(QStringLiteral("t\n  id integer pk")).objects;
    constexpr int tables = 10000;
    constexpr int chain = 50;
    for (int i = 0; i < tables + 2000; ++i) {
        Table table = objects.tables.front();
        table.name = QStringLiteral("t%1").arg(i);
        table.kind = i < tables ? TableKind::Table : TableKind::View;
        const int id = static_cast<int>(objects.tables.size());
        objects.tables.push_back(table);
        if (i < tables)
            continue;
        const int before = i % chain == 0 ? 1 + i - tables : id - 1;
        objects.dependencies.push_back({TableId{id}, TableId{before}, DependencyKind::Reads});
    }
    const ImpactFixture fixture(
        mergeSources({std::make_shared<const SourceCatalog>(finishSource(std::move(objects)))}),
        boundariesFromText({{"a", "t1*"}, {"b", "t2*"}}));
    QElapsedTimer timer;
    timer.start();
    const std::vector<Ripple> all = ripples(fixture.facts());
    const qint64 ripplesTook = timer.elapsed();
    qInfo("ripples of %d tables: %lld ms", tables, static_cast<long long>(ripplesTook));
    timer.restart();
    const std::vector<MayGo> found = mayGo(fixture.facts());
    qInfo("may go: %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY(!found.empty());
    timer.restart();
    QCOMPARE(fixture.impact(QStringLiteral("t0")).entries.size(), std::size_t(chain));
    qInfo("impact of one: %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(std::ranges::max(all, {}, &Ripple::objects).objects, chain);
    QVERIFY2(ripplesTook < 3000, qPrintable(QString::number(ripplesTook)));
}

QTEST_APPLESS_MAIN(TestRipple)
#include "tst_ripple.moc"
