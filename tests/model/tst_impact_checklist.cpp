// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The checklist of a change: whom to talk to, in which order, with names that would be Markdown.
#include "model/export/impact_checklist.h"
#include "tests/support/impact_fixture.h"
#include "tests/support/sql_fixture.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestImpactChecklist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whole();
    void nobodyDepends();
    void hostileNames();
};

namespace {

SqlFixture ordersFixture()
{
    SqlFixture fixture("orders\n  id integer pk\nview v_orders\n  id integer\n", Engine::MariaDb);
    fixture.view(QStringLiteral("v_orders"), QStringLiteral("SELECT id FROM orders"));
    fixture.routine(QStringLiteral("purge"), QStringLiteral("DELETE FROM orders"));
    fixture.routine(QStringLiteral("dynamic"), QStringLiteral("PREPARE s FROM @x"));
    return fixture;
}

QString checklistOf(const ImpactFixture& fixture, const QString& object)
{
    return QString::fromUtf8(impactChecklist(fixture.catalog(), fixture.boundaries(),
                                             fixture.ownership(), fixture.impact(object)));
}

} // namespace

void TestImpactChecklist::whole()
{
    Boundaries boundaries = boundariesFromText({{"ordering", "orders"}, {"reports", "v_orders"}});
    boundaries.entries[QStringLiteral("reports")].owner = QStringLiteral("Team Numbers");
    boundaries.entries[QStringLiteral("reports")].contact = QStringLiteral("call 1-2-3");
    const ImpactFixture fixture(*ordersFixture().catalog(), boundaries);
    QCOMPARE(checklistOf(fixture, QStringLiteral("orders")),
             QString::fromUtf8(R"(# Change of table orders

It belongs to ordering.
2 objects depend on it, 2 of them outside of its boundary.

## Whom to talk to

- [ ] reports (Team Numbers, call 1-2-3): view v\_orders
- [ ] Find out who owns: function purge()

## In which order

- [ ] Drop view v\_orders.
- [ ] Change table orders.
- [ ] Make view v\_orders again.
- [ ] Adapt function purge().

## Who depends on it

| object | how | of | sure |
|---|---|---|---|
| view v\_orders | reads table orders | reports | yes |
| function purge() | writes table orders | nobody | yes |

## What is not known

- Programs outside of the database cannot be seen.
- function dynamic(): It makes SQL text itself (PREPARE), which is not read.
)"));
}

void TestImpactChecklist::nobodyDepends()
{
    const ImpactFixture fixture(*ordersFixture().catalog(), {});
    const QString text = checklistOf(fixture, QStringLiteral("v_orders"));
    QVERIFY(text.contains(QLatin1String("It belongs to nobody.")));
    QVERIFY(text.contains(QLatin1String("Nothing that was read depends on it.")));
    QVERIFY(text.contains(QLatin1String("Nobody outside of its boundary, as far as was read.")));
}

void TestImpactChecklist::hostileNames()
{
    SqlFixture fixture = ordersFixture();
    CatalogObjects& objects = fixture.objects();
    const QString hostile = QStringLiteral("v|\n# x [a](javascript:b) <script> %1 %2");
    const auto view = std::ranges::find(objects.tables, QStringLiteral("v_orders"), &Table::name);
    view->name = hostile;
    Boundaries boundaries;
    boundaries.entries[QStringLiteral("<b>|%2%1")] = boundaryWith({QStringLiteral("v*")});
    const ImpactFixture impacts(*fixture.catalog(), boundaries);
    const QString text = checklistOf(impacts, QStringLiteral("orders"));
    QVERIFY(!text.contains(QLatin1String("<script>")));
    QVERIFY(!text.contains(QLatin1String("<b>")));
    QVERIFY(!text.contains(QLatin1String("\n# x")));
    QVERIFY(!text.contains(QLatin1String("[a](")));
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        QString cells = line;
        cells.remove(QStringLiteral("\\|"));
        if (cells.startsWith(QLatin1Char('|')))
            QCOMPARE(cells.count(QLatin1Char('|')), 5);
    }
    QVERIFY(text.contains(QLatin1String("%1 %2")));
}

QTEST_APPLESS_MAIN(TestImpactChecklist)
#include "tst_impact_checklist.moc"
