// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The whole check in one value: order, pairs, what was not read, and the baseline that only
// shrinks.
#include "model/boundaries/crossings/boundary_check.h"

#include "tests/support/crossing_fixture.h"

#include <QTest>

using namespace cadastre;
using test::CrossingFixture;

class TestBoundaryCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingDrawnIsNothingFound();
    void crossingsAreByPair();
    void findingsAreInOrder();
    void kindsThatWereNotRead();
    void theFirstBaselineHasAllViolations();
    void theBaselineOnlyShrinks();
    void whatCannotBeLookedAtIsNotGone();
    void aWriteThatBecameARead();
    void decisionsThatAreGone();
};

namespace {

const QDate today(2026, 11, 26);

const char* const shop = "ordering.orders\n"
                         "  id integer pk\n"
                         "view ordering.v_orders\n"
                         "  id integer\n"
                         "billing.invoices\n"
                         "  id integer pk\n"
                         "  order_id integer > ordering.orders.id\n"
                         "  back_id integer\n"
                         "view billing.v_top\n"
                         "  id integer\n"
                         "support.tickets\n"
                         "  id integer pk\n"
                         "  invoice_id integer > billing.invoices.id\n";

CrossingFixture shopFixture()
{
    CrossingFixture fixture(shop);
    fixture.owns("ordering", {QStringLiteral("ordering.*")})
        .owns("billing", {QStringLiteral("billing.*")})
        .owns("support", {QStringLiteral("support.*")});
    return fixture;
}

CrossingFixture shopWithUses()
{
    CrossingFixture fixture = shopFixture();
    fixture.use("billing.v_top", UseKind::Reads, "ordering.orders", "id")
        .use("ordering.v_orders", UseKind::Reads, "billing.invoices");
    fixture.relates(RelationshipOrigin::Added, 1, "billing.invoices.back_id", "ordering.orders.id");
    return fixture;
}

BoundaryCheck checked(CrossingFixture& fixture)
{
    const BoundaryFacts facts = fixture.facts();
    return checkBoundaries(facts.catalog, facts.relationships, facts.uses, facts.boundaries, today);
}

QStringList crossingsOf(const BoundaryCheck& check)
{
    QStringList texts;
    for (const JudgedCrossing& judged : check.crossings)
        texts << crossingKeyText(judged.key).remove(QLatin1String("shop/"));
    return texts;
}

CrossingKey keyFrom(const char* text)
{
    const auto key = crossingKeyFromText(QString::fromLatin1(text));
    if (!key)
        qFatal("no key: %s", text);
    return *key;
}

const char* const ordersKey =
    "foreign-key shop/constraint:billing.invoices.invoices_order_id_fkey -> "
    "shop/table:ordering.orders";
const char* const ticketsKey =
    "foreign-key shop/constraint:support.tickets.tickets_invoice_id_fkey -> "
    "shop/table:billing.invoices";
const char* const topRead = "read shop/view:billing.v_top -> shop/table:ordering.orders";
const char* const goneRead = "read shop/view:billing.v_gone -> shop/table:ordering.orders";

std::vector<const BoundaryFinding*> unreadOf(const BoundaryCheck& check)
{
    std::vector<const BoundaryFinding*> findings;
    for (const BoundaryFinding& finding : check.findings) {
        if (finding.rule == QLatin1String("crossings-not-read"))
            findings.push_back(&finding);
    }
    return findings;
}

} // namespace

void TestBoundaryCheck::nothingDrawnIsNothingFound()
{
    CrossingFixture fixture(shop);
    const BoundaryCheck check = checked(fixture);
    QVERIFY(check.crossings.empty());
    QVERIFY(check.pairs.empty());
    QCOMPARE(check.violations, 0);
    QVERIFY(updatedBaseline({}, check).baseline.empty());
}

void TestBoundaryCheck::crossingsAreByPair()
{
    CrossingFixture fixture = shopWithUses();
    const BoundaryCheck check = checked(fixture);
    const QStringList expected{
        QStringLiteral("foreign-key constraint:billing.invoices.invoices_order_id_fkey -> "
                       "table:ordering.orders"),
        QStringLiteral("logical column:billing.invoices.back_id -> table:ordering.orders"),
        QStringLiteral("read view:billing.v_top -> table:ordering.orders"),
        QStringLiteral("read view:ordering.v_orders -> table:billing.invoices"),
        QStringLiteral("foreign-key constraint:support.tickets.tickets_invoice_id_fkey -> "
                       "table:billing.invoices"),
    };
    QCOMPARE(crossingsOf(check), expected);
    QCOMPARE(check.violations, 4);
    QCOMPARE(check.pairs.size(), 3U);
    const CrossingPair& first = check.pairs.front();
    QCOMPARE(check.ownership.names[first.from], QStringLiteral("billing"));
    QCOMPARE(check.ownership.names[first.into], QStringLiteral("ordering"));
    QCOMPARE(first.count, 3);
    QCOMPARE(first.undecided, 2); // the logical one is counted only
    QCOMPARE(first.byKind.size(), std::size_t(crossingKindCount));
    QCOMPARE(first.byKind[static_cast<int>(CrossingKind::Read)], 1);
    QCOMPARE(checked(fixture), check);
}

void TestBoundaryCheck::findingsAreInOrder()
{
    CrossingFixture fixture(shop);
    fixture.objects().sources.front().kinds = {
        {CatalogKind::Triggers, ReadState::NotRead, QStringLiteral("no right"), {}}};
    fixture.owns("ordering", {QStringLiteral("ordering.*")})
        .owns("billing", {QStringLiteral("billing.*")})
        .publishes("ordering.v_orders");
    const BoundaryCheck check = checked(fixture);
    QVERIFY(check.findings.size() >= 2);
    const auto rank = [](const BoundaryFinding& finding) {
        return finding.severity == BoundarySeverity::Warning   ? 0
               : finding.severity == BoundarySeverity::Unknown ? 1
                                                               : 2;
    };
    QVERIFY(std::ranges::is_sorted(check.findings, {}, rank));
}

void TestBoundaryCheck::kindsThatWereNotRead()
{
    CrossingFixture fixture(shop);
    fixture.objects().sources.front().kinds = {
        {CatalogKind::Triggers, ReadState::NotRead, QStringLiteral("no right to read them"), {}},
        {CatalogKind::Routines, ReadState::PartlyRead, QStringLiteral("own only"), {}},
        {CatalogKind::Views, ReadState::Read, {}, {}},
        {CatalogKind::Events, ReadState::EngineHasNone, {}, {}},
        {CatalogKind::Statistics, ReadState::NotRead, {}, {}}};
    const BoundaryCheck check = checked(fixture);
    const auto findings = unreadOf(check);
    QCOMPARE(findings.size(), 2U);
    QCOMPARE(findings[0]->sentence,
             QStringLiteral("No triggers of shop were read, so that it is not known what they "
                            "cross: no right to read them."));
    QCOMPARE(findings[1]->sentence,
             QStringLiteral("Not all routines of shop were read, so that it is not known what the "
                            "others cross: own only."));
    QCOMPARE(findings[0]->severity, BoundarySeverity::Unknown);
    CrossingFixture whole = shopFixture();
    QVERIFY(unreadOf(checked(whole)).empty());
}

void TestBoundaryCheck::theFirstBaselineHasAllViolations()
{
    CrossingFixture fixture = shopWithUses();
    const BaselineUpdate update = updatedBaseline(fixture.boundaries, checked(fixture));
    QCOMPARE(update.baseline.size(), 4U);
    QVERIFY(update.removed.empty());
    QVERIFY(update.grown.empty());
    fixture.boundaries.baseline = update.baseline;
    const BoundaryCheck again = checked(fixture);
    QCOMPARE(again.violations, 0);
    QVERIFY(again.gone.empty());
    const BaselineUpdate same = updatedBaseline(fixture.boundaries, again);
    QCOMPARE(same.baseline, update.baseline);
}

void TestBoundaryCheck::theBaselineOnlyShrinks()
{
    CrossingFixture fixture = shopWithUses();
    fixture.boundaries.baseline = {keyFrom(ordersKey), keyFrom(goneRead), keyFrom(topRead)};
    const CrossingDecision decided{CrossingChoice::Keep, {}, std::nullopt};
    fixture.boundaries.decisions[keyFrom(topRead)] = decided;
    const BoundaryCheck check = checked(fixture);
    QCOMPARE(check.violations, 2); // tickets and v_orders are new
    QCOMPARE(check.gone, std::vector{keyFrom(goneRead)});
    const BaselineUpdate update = updatedBaseline(fixture.boundaries, check);
    QCOMPARE(update.baseline, std::set<CrossingKey>{keyFrom(ordersKey)});
    QCOMPARE(std::set(update.removed.begin(), update.removed.end()),
             (std::set<CrossingKey>{keyFrom(topRead), keyFrom(goneRead)}));
    QCOMPARE(update.grown.size(), 2U);
    QVERIFY(std::ranges::find(update.grown, keyFrom(ticketsKey)) != update.grown.end());
    for (const CrossingKey& key : update.baseline)
        QVERIFY(fixture.boundaries.baseline->contains(key));
}

void TestBoundaryCheck::whatCannotBeLookedAtIsNotGone()
{
    CrossingFixture fixture(shop);
    fixture.objects().sources.front().kinds = {
        {CatalogKind::Views, ReadState::PartlyRead, QStringLiteral("one is locked"), {}}};
    fixture.owns("ordering", {QStringLiteral("ordering.*")})
        .owns("billing", {QStringLiteral("billing.*")});
    const CrossingKey elsewhere =
        keyFrom("logical shop/column:billing.invoices.back_id -> wms/table:public.gates");
    const CrossingKey goneKey =
        keyFrom("foreign-key shop/constraint:billing.x.x_fkey -> shop/table:ordering.orders");
    fixture.boundaries.baseline = {keyFrom(goneRead), elsewhere, goneKey, keyFrom(ordersKey)};
    const CrossingDecision decision{CrossingChoice::Keep, {}, std::nullopt};
    fixture.boundaries.decisions[keyFrom(goneRead)] = decision;
    fixture.boundaries.decisions[elsewhere] = decision;
    const BoundaryCheck check = checked(fixture);
    QCOMPARE(check.gone, std::vector{goneKey});
    QVERIFY(check.goneDecisions.empty());
    const BaselineUpdate update = updatedBaseline(fixture.boundaries, check);
    QCOMPARE(update.baseline,
             (std::set<CrossingKey>{keyFrom(goneRead), elsewhere, keyFrom(ordersKey)}));
}

void TestBoundaryCheck::aWriteThatBecameARead()
{
    CrossingFixture fixture = shopFixture();
    fixture.use("billing.v_top", UseKind::Reads, "ordering.orders");
    const CrossingKey write =
        keyFrom("write shop/view:billing.v_top -> shop/table:ordering.orders");
    fixture.boundaries.baseline = {write, keyFrom(ordersKey), keyFrom(ticketsKey)};
    const BoundaryCheck check = checked(fixture);
    QCOMPARE(check.violations, 0);
    QVERIFY(check.gone.empty());
    const BaselineUpdate update = updatedBaseline(fixture.boundaries, check);
    QCOMPARE(update.baseline.size(), 3U);
    QVERIFY(update.baseline.contains(keyFrom(topRead)));
    QVERIFY(!update.baseline.contains(write));
}

void TestBoundaryCheck::decisionsThatAreGone()
{
    CrossingFixture fixture = shopWithUses();
    const CrossingDecision decision{CrossingChoice::Replica, {}, std::nullopt};
    fixture.boundaries.decisions[keyFrom(goneRead)] = decision;
    fixture.boundaries.decisions[keyFrom(ordersKey)] = decision;
    QCOMPARE(checked(fixture).goneDecisions, std::vector{keyFrom(goneRead)});
}

QTEST_GUILESS_MAIN(TestBoundaryCheck)
#include "tst_boundary_check.moc"
