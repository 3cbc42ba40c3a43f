// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tables that must commit together: where they lie, and what a write to them sets off elsewhere.
#include "model/boundaries/crossings/flow_check.h"

#include "tests/support/crossing_fixture.h"

#include <QTest>

using namespace cadastre;
using test::CrossingFixture;

class TestFlowCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesOfOneBoundary();
    void pullsAreFollowed();
    void circlesEnd();
    void unknownTriggersAreSaid();
    void missingAndUnownedTables();
    void severalDatabases();
    void foreignTablesAreElsewhere();
    void storageWithoutTransactions();
};

namespace {

CrossingFixture shopFixture()
{
    CrossingFixture fixture("ordering.orders\n"
                            "  id integer pk\n"
                            "ordering.lines\n"
                            "  id integer pk\n"
                            "  order_id integer\n"
                            "  key order_id > ordering.orders.id on delete cascade\n"
                            "ordering.history\n"
                            "  id integer pk\n"
                            "billing.invoices\n"
                            "  id integer pk\n"
                            "  order_id integer > ordering.orders.id\n"
                            "billing.letters\n"
                            "  id integer pk\n"
                            "  invoice_id integer\n"
                            "  key invoice_id > billing.invoices.id on delete cascade\n"
                            "loose\n"
                            "  id integer pk\n");
    const auto add = [&](const char* table, const char* name, bool enabled = true) {
        Trigger trigger;
        trigger.name = QString::fromLatin1(name);
        trigger.enabled = enabled;
        for (std::size_t i = 0; i < fixture.objects().tables.size(); ++i) {
            if (fixture.objects().tables[i].name == QLatin1String(table))
                trigger.table = TableId{static_cast<int>(i)};
        }
        fixture.objects().triggers.push_back(trigger);
    };
    add("lines", "trg_history");
    add("orders", "trg_invoice");
    add("invoices", "trg_back");
    add("orders", "trg_off", false);
    fixture.owns("ordering", {QStringLiteral("ordering.*")})
        .owns("billing", {QStringLiteral("billing.*")});
    return fixture;
}

void addFlow(CrossingFixture& fixture, std::initializer_list<const char*> tables)
{
    Flow& flow = fixture.boundaries.flows[QStringLiteral("checkout")];
    for (const char* table : tables)
        flow.tables.push_back(fixture.catalog().keyOf(fixture.ref(table)));
    std::ranges::sort(flow.tables);
}

FlowCheck checked(CrossingFixture& fixture)
{
    const auto checks = checkFlows(fixture.facts());
    return checks.size() == 1 ? checks.front() : FlowCheck{};
}

QStringList pulls(const FlowCheck& check)
{
    return {check.pulls.begin(), check.pulls.end()};
}

} // namespace

void TestFlowCheck::tablesOfOneBoundary()
{
    CrossingFixture fixture = shopFixture();
    QVERIFY(checkFlows(fixture.facts()).empty());
    addFlow(fixture, {"ordering.lines", "ordering.orders", "ordering.history"});
    fixture.use("trigger:ordering.lines.trg_history", UseKind::Writes, "ordering.history")
        .use("trigger:ordering.lines.trg_history", UseKind::Reads, "billing.invoices");
    const FlowCheck check = checked(fixture);
    QCOMPARE(check.flow, QStringLiteral("checkout"));
    QCOMPARE(check.tables.size(), 3U);
    QVERIFY(std::ranges::is_sorted(check.tables));
    QVERIFY(check.oneDatabase);
    QCOMPARE(check.boundaries.size(), 1U);
    QCOMPARE(pulls(check), QStringList());
    QCOMPARE(check.sentence,
             QStringLiteral("All 3 tables lie in one database, so that one transaction can commit "
                            "them together; a catalog does not show whether it does."));
}

void TestFlowCheck::pullsAreFollowed()
{
    CrossingFixture fixture = shopFixture();
    addFlow(fixture, {"ordering.orders"});
    fixture.use("trigger:ordering.orders.trg_invoice", UseKind::Writes, "billing.invoices")
        .use("trigger:ordering.orders.trg_off", UseKind::Writes, "public.loose")
        .use("trigger:billing.invoices.trg_back", UseKind::Writes, "public.loose");
    const QStringList expected{
        QStringLiteral("Foreign key billing.letters.letters_invoice_id_fkey changes rows of "
                       "billing.letters of billing when rows of billing.invoices go or get "
                       "another key."),
        QStringLiteral("Foreign key ordering.lines.lines_order_id_fkey changes rows of "
                       "ordering.lines of ordering when rows of ordering.orders go or get another "
                       "key."),
        QStringLiteral("Trigger billing.invoices.trg_back writes loose, which belongs to nobody."),
        QStringLiteral("Trigger ordering.orders.trg_invoice writes billing.invoices of billing."),
    };
    QCOMPARE(pulls(checked(fixture)), expected);
    QCOMPARE(checked(fixture).sentence, QStringLiteral("Its only table lies in one database."));

    fixture.boundaries.flows.clear();
    addFlow(fixture, {"billing.letters", "billing.invoices"});
    fixture.uses = {};
    QCOMPARE(pulls(checked(fixture)),
             QStringList{QStringLiteral("Foreign key billing.invoices.invoices_order_id_fkey looks "
                                        "up and locks a row of ordering.orders of ordering.")});
}

void TestFlowCheck::circlesEnd()
{
    CrossingFixture fixture = shopFixture();
    addFlow(fixture, {"ordering.orders", "ordering.lines"});
    fixture.use("trigger:ordering.orders.trg_invoice", UseKind::Writes, "billing.invoices")
        .use("trigger:billing.invoices.trg_back", UseKind::Writes, "ordering.orders");
    const QStringList expected{
        QStringLiteral("Foreign key billing.letters.letters_invoice_id_fkey changes rows of "
                       "billing.letters of billing when rows of billing.invoices go or get "
                       "another key."),
        QStringLiteral("Trigger ordering.orders.trg_invoice writes billing.invoices of billing.")};
    QCOMPARE(pulls(checked(fixture)), expected);
}

void TestFlowCheck::unknownTriggersAreSaid()
{
    CrossingFixture fixture = shopFixture();
    addFlow(fixture, {"ordering.history", "ordering.lines"});
    fixture.uses.unknown = {{fixture.ref("trigger:ordering.lines.trg_history"),
                             QStringLiteral("It makes SQL text itself.")},
                            {fixture.ref("trigger:billing.invoices.trg_back"),
                             QStringLiteral("It makes SQL text itself.")}};
    std::ranges::sort(fixture.uses.unknown, {}, &UnknownUse::user);
    QCOMPARE(pulls(checked(fixture)),
             QStringList{QStringLiteral("What trigger ordering.lines.trg_history does is not "
                                        "(wholly) known: It makes SQL text itself.")});
}

void TestFlowCheck::missingAndUnownedTables()
{
    CrossingFixture fixture = shopFixture();
    const ObjectKey gone = *ObjectKey::fromString(QStringLiteral("shop/table:ordering.dropped"));
    fixture.boundaries.flows[QStringLiteral("checkout")].tables = {gone};
    QCOMPARE(checked(fixture).sentence, QStringLiteral("None of its tables is in the catalog."));
    addFlow(fixture, {"public.loose", "billing.invoices", "ordering.orders"});
    const FlowCheck check = checked(fixture);
    QCOMPARE(check.missing, std::vector{gone});
    QCOMPARE(check.unowned, 1);
    QCOMPARE(check.boundaries.size(), 2U);
    QVERIFY(check.sentence.endsWith(
        QLatin1String(" 1 table is not in the catalog. 2 boundaries have to agree on it.")));
}

void TestFlowCheck::severalDatabases()
{
    const auto part = [](const char* name) {
        return std::make_shared<const SourceCatalog>(test::SchemaText::source(
            QStringLiteral("t\n  id integer pk\n"), QString::fromLatin1(name)));
    };
    const Catalog catalog = mergeSources({part("a"), part("b")});
    Boundaries boundaries;
    boundaries.flows[QStringLiteral("both")].tables = {catalog.keyOf(TableId{0}),
                                                       catalog.keyOf(TableId{1})};
    boundaries.flows[QStringLiteral("alone")].tables = {catalog.keyOf(TableId{1})};
    const Ownership ownership = ownershipOf(catalog, boundaries);
    const UseReading uses;
    const auto checks = checkFlows({catalog, {}, uses, boundaries, ownership});
    QCOMPARE(checks.size(), 2U);
    QVERIFY(checks[0].oneDatabase);
    QVERIFY(!checks[1].oneDatabase);
    QCOMPARE(checks[1].databases, (std::vector{SourceId{0}, SourceId{1}}));
    QCOMPARE(checks[1].sentence,
             QStringLiteral("Its tables lie in 2 databases (a, b): one commit cannot cover them."));
}

void TestFlowCheck::foreignTablesAreElsewhere()
{
    CrossingFixture fixture = shopFixture();
    for (Table& table : fixture.objects().tables) {
        if (table.name == QLatin1String("loose"))
            table.kind = TableKind::ForeignTable;
    }
    addFlow(fixture, {"foreign:public.loose", "ordering.orders"});
    const FlowCheck check = checked(fixture);
    QVERIFY(!check.oneDatabase);
    QVERIFY(check.sentence.startsWith(
        QLatin1String("Rows of loose are in another database: one commit cannot cover them.")));
}

void TestFlowCheck::storageWithoutTransactions()
{
    CrossingFixture fixture = shopFixture();
    for (Table& table : fixture.objects().tables)
        table.properties.push_back({QStringLiteral("Engine"), table.name == QLatin1String("history")
                                                                  ? QStringLiteral("MyISAM")
                                                                  : QStringLiteral("InnoDB")});
    addFlow(fixture, {"ordering.history", "ordering.orders"});
    QVERIFY(checked(fixture).sentence.endsWith(
        QLatin1String(" The storage of ordering.history takes no part in transactions.")));
}

QTEST_GUILESS_MAIN(TestFlowCheck)
#include "tst_flow_check.moc"
