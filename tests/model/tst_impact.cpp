// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Who depends on an object, and in which order a change is rolled out.
#include "tests/support/impact_fixture.h"
#include "tests/support/sql_fixture.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

const char* const shop = R"(
customers
  id integer pk
  email text
orders
  id integer pk
  customer_id integer > customers.id
  total integer
lines
  id integer pk
  order_id integer
loop_a
  id integer pk
  b_id integer > loop_b.id
  a_id integer > loop_a.id
loop_b
  id integer pk
  a_id integer > loop_a.id
view v_orders
  id integer
view v_sum
  id integer
view v_deep
  id integer
)";

SqlFixture shopFixture(Engine engine = Engine::MariaDb)
{
    SqlFixture fixture(shop, engine);
    fixture.view(QStringLiteral("v_orders"), QStringLiteral("SELECT o.id AS id FROM orders o"));
    fixture.view(QStringLiteral("v_sum"),
                 QStringLiteral("SELECT v.id AS id FROM v_orders v, orders o WHERE o.total > 1"));
    fixture.view(QStringLiteral("v_deep"), QStringLiteral("SELECT v.id AS id FROM v_sum v"));
    fixture.routine(QStringLiteral("close_all"), QStringLiteral("UPDATE orders SET total = 0"));
    fixture.routine(QStringLiteral("caller"), QStringLiteral("SELECT close_all()"));
    fixture.trigger(QStringLiteral("customers"), QStringLiteral("DELETE FROM orders"));
    return fixture;
}

Boundaries shopBoundaries()
{
    return boundariesFromText({{"ordering", "orders lines v_orders"},
                               {"people", "customers"},
                               {"reports", "v_sum v_deep caller"}});
}

QStringList stepTexts(const Impact& impact)
{
    QStringList texts;
    for (const RolloutStep& step : impact.rollout)
        texts << step.sentence;
    return texts;
}

} // namespace

class TestImpact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void directAndThroughViews();
    void ofAColumn();
    void ofARoutine();
    void ofAType();
    void logicalReferences();
    void rolloutOrder();
    void whatHangsOnViewsIsMadeAgain();
    void boundRoutinesAreDropped();
    void circlesEnd();
    void acrossDatabases();
    void whatIsNotKnown();
    void nothingDepends();
};

void TestImpact::directAndThroughViews()
{
    const ImpactFixture fixture(*shopFixture().catalog(), shopBoundaries());
    const Impact impact = fixture.impact(QStringLiteral("orders"));
    QCOMPARE(
        impactTexts(fixture, impact),
        (QStringList{
            QStringLiteral("1 view v_orders reads table orders (ordering)"),
            QStringLiteral("1 view v_sum reads table orders (reports, outside)"),
            QStringLiteral("1 trigger customers.trg writes table orders (people, outside)"),
            QStringLiteral("1 function close_all() writes table orders (nobody, outside)"),
            QStringLiteral("2 view v_deep reads view v_sum (reports, outside)"),
            QStringLiteral("2 function caller() calls function close_all() (reports, outside)"),
        }));
    QCOMPARE(impact.toTell, (std::vector<BoundaryIndex>{1, 2}));
    QVERIFY(impact.unknown.empty());
}

void TestImpact::ofAColumn()
{
    const ImpactFixture fixture(*shopFixture().catalog(), shopBoundaries());
    const Impact total = fixture.impact(QStringLiteral("orders.total"));
    QCOMPARE(
        impactTexts(fixture, total).mid(0, 2),
        (QStringList{
            QStringLiteral("1 view v_sum reads column orders.total (reports, outside)"),
            QStringLiteral("1 function close_all() writes column orders.total (nobody, outside)"),
        }));
    const Impact id = fixture.impact(QStringLiteral("customers.id"));
    QCOMPARE(impactTexts(fixture, id),
             QStringList{QStringLiteral(
                 "1 table orders has a foreign key to column customers.id (ordering, outside)")});
    QCOMPARE(impactTexts(fixture, fixture.impact(QStringLiteral("customers.email"))),
             QStringList());
}

void TestImpact::ofARoutine()
{
    const ImpactFixture fixture(*shopFixture().catalog(), shopBoundaries());
    QCOMPARE(impactTexts(fixture, fixture.impact(QStringLiteral("close_all"))),
             QStringList{QStringLiteral(
                 "1 function caller() calls function close_all() (reports, outside)")});
}

void TestImpact::ofAType()
{
    SqlFixture fixture(shop, Engine::PostgreSql);
    UserType type;
    type.name = QStringLiteral("mood");
    type.schema = fixture.objects().tables.front().schema;
    fixture.objects().types.push_back(type);
    fixture.objects().columns.front().userType = TypeId{0};
    const ImpactFixture impacts(*fixture.catalog(), shopBoundaries());
    QCOMPARE(impactTexts(impacts, impactOf(impacts.facts(), TypeId{0})),
             QStringList{QStringLiteral(
                 "1 table customers reads type of unknown kind mood (people, outside)")});
}

void TestImpact::logicalReferences()
{
    ImpactFixture fixture(*shopFixture().catalog(), shopBoundaries());
    Relationship inferred;
    inferred.origin = RelationshipOrigin::Inferred;
    inferred.confidence = 0.9;
    const auto table = [&](const char* name) {
        return TableId{fixture.object(QString::fromUtf8(name)).index};
    };
    const auto column = [&](const char* name) {
        return ColumnId{fixture.object(QString::fromUtf8(name)).index};
    };
    inferred.child = table("lines");
    inferred.childColumns = {column("lines.order_id")};
    inferred.targets = {{table("orders"), {column("orders.id")}, {}}};
    fixture.relationships().push_back(inferred);
    inferred.child = table("customers");
    inferred.confidence = 0.2;
    fixture.relationships().push_back(inferred);
    inferred.confidence = 1;
    inferred.origin = RelationshipOrigin::Rejected;
    fixture.relationships().push_back(inferred);
    const Impact impact = fixture.impact(QStringLiteral("orders"));
    QVERIFY(impactTexts(fixture, impact)
                .contains(QStringLiteral(
                    "1 table lines refers, without a foreign key, to table orders (ordering)?")));
    QVERIFY(
        !impactTexts(fixture, impact).join(QLatin1Char('\n')).contains(u"table customers refers"));
    QVERIFY(stepTexts(impact).contains(
        QStringLiteral("Look at table lines, which refers to it without a foreign key.")));
}

void TestImpact::rolloutOrder()
{
    const ImpactFixture fixture(*shopFixture().catalog(), shopBoundaries());
    QCOMPARE(
        stepTexts(fixture.impact(QStringLiteral("orders"))),
        (QStringList{QStringLiteral("Tell people: trigger customers.trg depends on it."),
                     QStringLiteral("Tell reports: 3 of its objects depend on it."),
                     QStringLiteral("Drop view v_deep."), QStringLiteral("Drop view v_sum."),
                     QStringLiteral("Drop view v_orders."), QStringLiteral("Change table orders."),
                     QStringLiteral("Make view v_orders again."),
                     QStringLiteral("Make view v_sum again."),
                     QStringLiteral("Make view v_deep again."),
                     QStringLiteral("Adapt trigger customers.trg."),
                     QStringLiteral("Adapt function close_all()."),
                     QStringLiteral("Adapt function caller().")}));
    QCOMPARE(stepTexts(fixture.impact(QStringLiteral("customers"))),
             (QStringList{
                 QStringLiteral("Tell ordering: table orders depends on it."),
                 QStringLiteral("Drop foreign key orders.orders_customer_id_fkey, if the change "
                                "touches its key."),
                 QStringLiteral("Change table customers."),
                 QStringLiteral("Make foreign key orders.orders_customer_id_fkey again, if it was "
                                "dropped."),
                 QStringLiteral("Adapt trigger customers.trg."),
             }));
}

void TestImpact::whatHangsOnViewsIsMadeAgain()
{
    SqlFixture fixture = shopFixture(Engine::Sqlite);
    fixture.trigger(QStringLiteral("v_orders"), QStringLiteral("DELETE FROM lines"));
    fixture.objects().triggers.back().name = QStringLiteral("instead");
    const ImpactFixture impacts(*fixture.catalog(), shopBoundaries());
    const QStringList steps = stepTexts(impacts.impact(QStringLiteral("orders")));
    const QString again = QStringLiteral("Make trigger v_orders.instead again.");
    QVERIFY2(steps.contains(again), qPrintable(steps.join(QLatin1Char('\n'))));
    QVERIFY(steps.indexOf(again) > steps.indexOf(QStringLiteral("Make view v_orders again.")));
    QVERIFY(!steps.contains(QStringLiteral("Adapt trigger v_orders.instead.")));
}

/// PostgreSQL keeps a parsed body from losing its tables; a text it does not.
void TestImpact::boundRoutinesAreDropped()
{
    SqlFixture fixture = shopFixture(Engine::PostgreSql);
    CatalogObjects& objects = fixture.objects();
    const auto orders = std::ranges::find(objects.tables, QStringLiteral("orders"), &Table::name);
    objects.dependencies.push_back({RoutineId{0},
                                    TableId{static_cast<int>(orders - objects.tables.begin())},
                                    DependencyKind::Reads});
    const ImpactFixture impacts(*fixture.catalog(), shopBoundaries());
    const QStringList steps = stepTexts(impacts.impact(QStringLiteral("orders")));
    QVERIFY2(steps.contains(QStringLiteral("Drop function close_all().")),
             qPrintable(steps.join(QLatin1Char('\n'))));
    QVERIFY(steps.contains(QStringLiteral("Make function close_all() again.")));
    QVERIFY(steps.contains(QStringLiteral("Adapt function caller().")));
}

void TestImpact::circlesEnd()
{
    SqlFixture fixture = shopFixture();
    fixture.routine(QStringLiteral("ping"), QStringLiteral("SELECT pong(); DELETE FROM lines"));
    fixture.routine(QStringLiteral("pong"), QStringLiteral("SELECT ping()"));
    fixture.view(QStringLiteral("v_orders"), QStringLiteral("SELECT id FROM v_deep, lines"));
    const ImpactFixture impacts(*fixture.catalog(), shopBoundaries());
    QCOMPARE(impactTexts(impacts, impacts.impact(QStringLiteral("lines"))).size(), 5);
    // and tables that refer to each other, and to themselves
    QCOMPARE(impactTexts(impacts, impacts.impact(QStringLiteral("loop_a"))).size(), 1);
    QCOMPARE(impactTexts(impacts, impacts.impact(QStringLiteral("loop_b"))).size(), 1);
    const QStringList steps = stepTexts(impacts.impact(QStringLiteral("v_deep")));
    QCOMPARE(steps.filter(QStringLiteral("Drop view")).size(), 2);
}

void TestImpact::acrossDatabases()
{
    CatalogObjects here = SchemaText::source(QStringLiteral("stock\n  id integer pk\n"
                                                            "view v_local\n  id integer"),
                                             QStringLiteral("here"))
                              .objects;
    here.tables.back().viewDefinition = QStringLiteral("SELECT id FROM stock");
    CatalogObjects there = SchemaText::source(QStringLiteral("far_stock\n  id integer\n"
                                                             "view v_far\n  id integer"),
                                              QStringLiteral("there"))
                               .objects;
    there.tables.front().kind = TableKind::ForeignTable;
    there.tables.front().foreignServer = QStringLiteral("link");
    there.tables.front().properties = {{QStringLiteral("Foreign options"),
                                        QStringLiteral("schema_name=public, table_name=stock")}};
    OtherObject server;
    server.name = QStringLiteral("link");
    server.kind = CatalogKind::ForeignServers;
    server.kindName = QStringLiteral("foreign server");
    server.properties = {{QStringLiteral("Foreign data wrapper"), QStringLiteral("postgres_fdw")},
                         {QStringLiteral("Options"), QStringLiteral("dbname=here")}};
    there.others.push_back(server);
    there.tables.back().viewDefinition = QStringLiteral("SELECT id FROM far_stock");
    const ImpactFixture fixture(
        catalogOf({finishSource(std::move(here)), finishSource(std::move(there))}),
        boundariesFromText({{"a", "here/*.*"}, {"b", "there/*.*"}}));
    const Impact impact = fixture.impact(QStringLiteral("here/public.stock"));
    QCOMPARE(impactTexts(fixture, impact).size(), 3);
    QCOMPARE(
        stepTexts(impact),
        (QStringList{
            QStringLiteral("Tell b: 2 of its objects depend on it."),
            QStringLiteral("Drop view there/v_far (database there)."),
            QStringLiteral("Drop view here/v_local."),
            QStringLiteral("Change table here/stock."),
            QStringLiteral("Adapt foreign table there/far_stock (database there) to the change."),
            QStringLiteral("Make view here/v_local again."),
            QStringLiteral("Make view there/v_far (database there) again."),
        }));
    QCOMPARE(rippleOf(fixture.catalog(), impact), (Ripple{3, 2, 1}));
}

void TestImpact::whatIsNotKnown()
{
    SqlFixture fixture = shopFixture();
    fixture.routine(QStringLiteral("dynamic"), QStringLiteral("PREPARE s FROM @x"));
    fixture.routine(QStringLiteral("both"), QStringLiteral("DELETE FROM lines; PREPARE s FROM @x"));
    const ImpactFixture impacts(*fixture.catalog(), shopBoundaries());
    const Impact impact = impacts.impact(QStringLiteral("lines"));
    QCOMPARE(
        impactTexts(impacts, impact),
        QStringList{QStringLiteral("1 function both() writes table lines (nobody, outside)?")});
    QCOMPARE(impact.unknown.size(), 1U);
    QCOMPARE(impact.unknown.front().user, impacts.object(QStringLiteral("dynamic")));
    QVERIFY(stepTexts(impact).contains(
        QStringLiteral("Look whether function both() has to be adapted.")));
}

void TestImpact::nothingDepends()
{
    const ImpactFixture fixture(*shopFixture().catalog(), shopBoundaries());
    const Impact impact = fixture.impact(QStringLiteral("lines"));
    QVERIFY(impact.entries.empty());
    QCOMPARE(stepTexts(impact), QStringList{QStringLiteral("Change table lines.")});
    QCOMPARE(rippleOf(fixture.catalog(), impact), (Ripple{0, 1, 0}));
}

QTEST_APPLESS_MAIN(TestImpact)
#include "tst_impact.moc"
