// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whether a crossing may be: defaults, rules by how specific they are, decisions, expiry, teams and
// the baseline, each with the state and the reason that follows.
#include "model/boundaries/crossings/crossing_state.h"

#include "tests/support/crossing_fixture.h"

#include <QTest>

using namespace cadastre;
using test::CrossingFixture;

class TestCrossingState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void rules_data();
    void rules();
    void rulesOfParents_data();
    void rulesOfParents();
    void decisions_data();
    void decisions();
    void permissionsThatRanOut();
    void teams();
    void baseline();
    void serversAndDatabases();
    void routinesAndTypesOfSharedBoundaries();
    void words();
};

namespace {

const QDate today(2026, 11, 26);
const QDate past(2026, 11, 25);

const char* const shop = "ordering.orders\n"
                         "  id integer pk\n"
                         "  tier text\n"
                         "view ordering.v_orders_v1\n"
                         "  id integer\n"
                         "billing.invoices\n"
                         "  id integer pk\n"
                         "  order_id integer > ordering.orders.id\n"
                         "  logical_id integer\n"
                         "view billing.v_top\n"
                         "  id integer\n";

CrossingFixture shopFixture()
{
    CrossingFixture fixture(shop);
    fixture.owns("ordering", {QStringLiteral("ordering.*")})
        .owns("billing", {QStringLiteral("billing.*")})
        .publishes("ordering.v_orders_v1")
        .use("billing.v_top", UseKind::Reads, "ordering.v_orders_v1")
        .use("billing.v_top", UseKind::Reads, "ordering.orders");
    fixture.relates(RelationshipOrigin::Added, 1, "billing.invoices.logical_id",
                    "ordering.orders.id");
    return fixture;
}

std::vector<JudgedCrossing> judge(CrossingFixture& fixture)
{
    const BoundaryFacts facts = fixture.facts();
    return judgeCrossings(facts.catalog, facts.ownership, facts.boundaries, findCrossings(facts),
                          today);
}

JudgedCrossing judged(CrossingFixture& fixture, CrossingKind kind)
{
    for (JudgedCrossing& one : judge(fixture)) {
        if (one.crossing.kind == kind)
            return std::move(one);
    }
    qFatal("no such crossing");
}

CrossingKey keyOf(CrossingFixture& fixture, CrossingKind kind)
{
    return judged(fixture, kind).key;
}

/// "from > to kind allow|forbid [until]", several separated by bars.
void setRules(Boundaries& boundaries, const QString& text)
{
    for (const QString& line : text.split(QLatin1Char('|'), Qt::SkipEmptyParts)) {
        const QStringList words = line.simplified().split(QLatin1Char(' '));
        RuleKey key{words.value(0), words.value(2), crossingKindFromName(words.value(3))};
        Rule rule;
        rule.effect =
            words.value(4) == QLatin1String("allow") ? RuleEffect::Allow : RuleEffect::Forbid;
        if (words.size() > 5)
            rule.until = QDate::fromString(words.value(5), Qt::ISODate);
        rule.reason = QStringLiteral("agreed");
        boundaries.rules[key] = rule;
    }
}

QString stateAndRule(const JudgedCrossing& judged)
{
    QString text = crossingStateName(judged.state);
    if (judged.rule)
        text += QStringLiteral(" by %1 > %2 %3")
                    .arg(judged.rule->from, judged.rule->to,
                         judged.rule->kind ? crossingKindName(*judged.rule->kind)
                                           : QStringLiteral("all"));
    return text;
}

} // namespace

void TestCrossingState::defaults()
{
    CrossingFixture fixture = shopFixture();
    QStringList states;
    for (const JudgedCrossing& one : judge(fixture)) {
        states << QString(crossingKindName(one.crossing.kind) + QLatin1Char(' ') +
                          stateAndRule(one));
        QVERIFY(one.reason.endsWith(QLatin1Char('.')));
        QVERIFY(!one.runTimeCoupling);
    }
    const QStringList expected{QStringLiteral("foreign-key undecided"),
                               QStringLiteral("logical counted"), QStringLiteral("read undecided"),
                               QStringLiteral("contract-read allowed")};
    QCOMPARE(states, expected);
}

void TestCrossingState::rules_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* rules, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(rules) << QString::fromLatin1(expected);
    };
    row("none", "", "undecided");
    row("both names", "billing > ordering all allow", "allowed by billing > ordering all");
    row("the other way round is another pair", "ordering > billing all allow", "undecided");
    row("another kind", "billing > ordering read allow", "undecided");
    row("kind over every kind",
        "billing > ordering all allow|billing > ordering foreign-key forbid",
        "forbidden by billing > ordering foreign-key");
    row("both names over a kind", "billing > * foreign-key forbid|billing > ordering all allow",
        "allowed by billing > ordering all");
    row("one name over none", "* > * foreign-key allow|* > ordering all forbid",
        "forbidden by * > ordering all");
    row("none at all over nothing", "* > * all allow", "allowed by * > * all");
    row("equally specific: forbidding counts", "billing > * all allow|* > ordering all forbid",
        "forbidden by * > ordering all");
    row("on its last day", "billing > ordering all allow 2026-11-26",
        "allowed by billing > ordering all");
    row("run out", "billing > ordering all allow 2026-11-25", "expired by billing > ordering all");
    row("run out, a general one forbids",
        "billing > ordering all allow 2026-11-25|* > * all forbid", "forbidden by * > * all");
    row("run out, a general one allows", "billing > ordering all allow 2026-11-25|* > * all allow",
        "allowed by * > * all");
    row("a prohibition does not run out", "billing > ordering all forbid 2026-11-25",
        "forbidden by billing > ordering all");
}

void TestCrossingState::rules()
{
    QFETCH(QString, rules);
    QFETCH(QString, expected);
    CrossingFixture fixture = shopFixture();
    setRules(fixture.boundaries, rules);
    const JudgedCrossing one = judged(fixture, CrossingKind::ForeignKey);
    QCOMPARE(stateAndRule(one), expected);
    if (one.rule && one.state != CrossingState::Expired)
        QVERIFY2(one.reason.endsWith(QLatin1String(": agreed.")), qPrintable(one.reason));
}

void TestCrossingState::rulesOfParents_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("expected"); // of the module's key into ordering, into its sister
    const auto row = [](const char* name, const char* rules, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(rules) << QString::fromLatin1(expected);
    };
    row("none", "", "undecided, note");
    row("of the parent", "billing > ordering all forbid",
        "forbidden by billing > ordering all, note");
    row("own over the parent's", "billing > ordering all forbid|dunning > ordering all allow",
        "allowed by dunning > ordering all, note");
    row("the parent's into the world is not about modules", "billing > * all forbid",
        "forbidden by billing > * all, note");
    row("into the parent", "* > billing all forbid", "undecided, note");
    row("inside the parent", "billing > billing all forbid",
        "undecided, forbidden by billing > billing all");
    row("own", "dunning > ledger all allow", "undecided, allowed by dunning > ledger all");
}

void TestCrossingState::rulesOfParents()
{
    QFETCH(QString, rules);
    QFETCH(QString, expected);
    CrossingFixture fixture("ordering.orders\n  id integer pk\n"
                            "ledger.entries\n  id integer pk\n"
                            "dunning.letters\n  a integer > ordering.orders.id\n"
                            "  b integer > ledger.entries.id\n");
    fixture.owns("ordering", {QStringLiteral("ordering.*")})
        .owns("billing", {})
        .owns("dunning", {QStringLiteral("dunning.*")})
        .owns("ledger", {QStringLiteral("ledger.*")});
    for (const char* module : {"dunning", "ledger"})
        fixture.boundaries.entries[QString::fromLatin1(module)].parent = QStringLiteral("billing");
    setRules(fixture.boundaries, rules);
    const auto found = judge(fixture);
    QCOMPARE(found.size(), 2U);
    QCOMPARE(QString(stateAndRule(found[0]) + QStringLiteral(", ") + stateAndRule(found[1])),
             expected);
}

void TestCrossingState::decisions_data()
{
    QTest::addColumn<CrossingChoice>("choice");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, CrossingChoice choice, QDate until, const char* rules,
                        const char* expected, const QString& reason) {
        QTest::newRow(name) << choice << until << QString::fromLatin1(rules)
                            << QString::fromLatin1(expected) << reason;
    };
    const QString ranOut = QStringLiteral("The decision \"%1\" ran out on 2026-11-25.")
                               .arg(crossingChoiceTitle(CrossingChoice::Keep));
    row("kept", CrossingChoice::Keep, {}, "", "decided",
        QString(crossingChoiceTitle(CrossingChoice::Keep) + QStringLiteral(": for now.")));
    row("kept until today", CrossingChoice::Keep, today, "", "decided",
        QString(crossingChoiceTitle(CrossingChoice::Keep) +
                QStringLiteral(" until 2026-11-26: for now.")));
    row("kept until yesterday", CrossingChoice::Keep, past, "", "expired", ranOut);
    row("to be replaced", CrossingChoice::ServiceCall, {}, "", "decided",
        QString(crossingChoiceTitle(CrossingChoice::ServiceCall) + QStringLiteral(": for now.")));
    row("forbidden all the same", CrossingChoice::Keep, {}, "billing > * all forbid",
        "forbidden by billing > * all",
        QStringLiteral("The rule from billing into any boundary forbids it: agreed."));
    row("decided over allowed", CrossingChoice::Keep, {}, "billing > * all allow", "decided",
        QString(crossingChoiceTitle(CrossingChoice::Keep) + QStringLiteral(": for now.")));
    row("run out, but allowed", CrossingChoice::Keep, past, "billing > * all allow",
        "allowed by billing > * all",
        QStringLiteral("The rule from billing into any boundary allows it: agreed."));
}

void TestCrossingState::decisions()
{
    QFETCH(CrossingChoice, choice);
    QFETCH(QDate, until);
    QFETCH(QString, rules);
    QFETCH(QString, expected);
    QFETCH(QString, reason);
    CrossingFixture fixture = shopFixture();
    CrossingDecision decision{choice, QStringLiteral(" for\nnow"), std::nullopt};
    if (until.isValid())
        decision.until = until;
    fixture.boundaries.decisions[keyOf(fixture, CrossingKind::ForeignKey)] = decision;
    setRules(fixture.boundaries, rules);
    const JudgedCrossing one = judged(fixture, CrossingKind::ForeignKey);
    QCOMPARE(stateAndRule(one), expected);
    QCOMPARE(one.reason, reason);
    QCOMPARE(one.decision, std::optional(decision));
    QVERIFY(!judged(fixture, CrossingKind::Read).decision);
}

void TestCrossingState::permissionsThatRanOut()
{
    CrossingFixture fixture = shopFixture();
    setRules(fixture.boundaries, QStringLiteral("billing > ordering all allow 2026-11-25"));
    QCOMPARE(stateAndRule(judged(fixture, CrossingKind::Logical)), QStringLiteral("counted"));
    const JudgedCrossing contract = judged(fixture, CrossingKind::ContractRead);
    QCOMPARE(stateAndRule(contract), QStringLiteral("allowed"));
    QVERIFY(contract.reason.endsWith(
        QLatin1String("The rule from billing into ordering allowed it until 2026-11-25.")));
    QCOMPARE(judged(fixture, CrossingKind::Read).state, CrossingState::Expired);
    QVERIFY(judged(fixture, CrossingKind::Read).isViolation());
}

void TestCrossingState::teams()
{
    CrossingFixture fixture = shopFixture();
    for (const char* name : {"ordering", "billing"})
        fixture.boundaries.entries[QString::fromLatin1(name)].owner = QStringLiteral("Shop");
    for (const JudgedCrossing& one : judge(fixture)) {
        QCOMPARE(one.state, CrossingState::Note);
        QVERIFY(!one.isViolation());
        QCOMPARE(one.reason, QStringLiteral("billing and ordering are of one team."));
    }
    setRules(fixture.boundaries, QStringLiteral("* > ordering all forbid"));
    QCOMPARE(judged(fixture, CrossingKind::Logical).state, CrossingState::Forbidden);
}

void TestCrossingState::baseline()
{
    CrossingFixture fixture = shopFixture();
    const CrossingKey read = keyOf(fixture, CrossingKind::Read);
    fixture.boundaries.baseline = {read};
    QCOMPARE(judged(fixture, CrossingKind::Read).state, CrossingState::Known);
    QCOMPARE(judged(fixture, CrossingKind::ForeignKey).state, CrossingState::Undecided);
    setRules(fixture.boundaries, QStringLiteral("* > * read forbid"));
    const JudgedCrossing forbidden = judged(fixture, CrossingKind::Read);
    QCOMPARE(forbidden.state, CrossingState::Known);
    QVERIFY(!forbidden.isViolation());
    QVERIFY(forbidden.reason.contains(QLatin1String("forbids it")));
    QVERIFY(forbidden.reason.endsWith(QLatin1String("It is in the baseline.")));
    setRules(fixture.boundaries, QStringLiteral("* > * read allow"));
    QCOMPARE(judged(fixture, CrossingKind::Read).state, CrossingState::Allowed);
    fixture.boundaries.rules.clear();
    // who wrote and only reads now has not made it worse
    fixture.boundaries.baseline = {{CrossingKind::Write, read.from, read.into}};
    QCOMPARE(judged(fixture, CrossingKind::Read).state, CrossingState::Known);
}

void TestCrossingState::serversAndDatabases()
{
    CrossingFixture fixture(shop);
    fixture.objects().sources.front().engine = Engine::MariaDb;
    fixture.owns("ordering", {QStringLiteral("ordering.*")})
        .owns("billing", {QStringLiteral("billing.*")})
        .publishes("ordering.v_orders_v1")
        .use("billing.v_top", UseKind::Reads, "ordering.v_orders_v1");
    const JudgedCrossing contract = judged(fixture, CrossingKind::ContractRead);
    QCOMPARE(contract.state, CrossingState::Allowed);
    QVERIFY(contract.runTimeCoupling);
    QCOMPARE(contract.reason,
             QStringLiteral("What is published may be used on the same server, but at run time it "
                            "couples database billing to database ordering."));
    QVERIFY(!judged(fixture, CrossingKind::ForeignKey).runTimeCoupling);

    CrossingFixture foreign(shop);
    for (Table& table : foreign.objects().tables) {
        if (table.name == QLatin1String("v_orders_v1"))
            table.kind = TableKind::ForeignTable;
    }
    foreign.owns("ordering", {QStringLiteral("ordering.*")})
        .owns("billing", {QStringLiteral("billing.*")})
        .publishes("foreign:ordering.v_orders_v1")
        .use("billing.v_top", UseKind::Reads, "foreign:ordering.v_orders_v1");
    const JudgedCrossing away = judged(foreign, CrossingKind::ContractRead);
    QCOMPARE(away.state, CrossingState::Undecided);
    QVERIFY(away.runTimeCoupling);
    QVERIFY(away.reason.contains(QLatin1String("fails when that one is not there")));
}

void TestCrossingState::routinesAndTypesOfSharedBoundaries()
{
    CrossingFixture fixture(shop);
    Routine routine;
    routine.name = QStringLiteral("next_number");
    UserType type;
    type.name = QStringLiteral("tier");
    for (std::size_t i = 0; i < fixture.objects().schemas.size(); ++i) {
        if (fixture.objects().schemas[i].name == QLatin1String("ordering"))
            type.schema = routine.schema = SchemaId{static_cast<int>(i)};
    }
    fixture.objects().routines = {routine};
    fixture.objects().types = {type};
    fixture.owns("ordering", {QStringLiteral("ordering.*")})
        .owns("billing", {QStringLiteral("billing.*")})
        .use("billing.v_top", UseKind::Calls, "routine:ordering.next_number()")
        .use("billing.v_top", UseKind::Reads, "type:ordering.tier");
    QCOMPARE(judged(fixture, CrossingKind::Call).state, CrossingState::Undecided);
    QCOMPARE(judged(fixture, CrossingKind::Type).state, CrossingState::Undecided);
    fixture.publishes("routine:ordering.next_number()");
    QCOMPARE(judged(fixture, CrossingKind::Call).state, CrossingState::Allowed);
    fixture.boundaries.exposures.clear();
    fixture.boundaries.entries[QStringLiteral("ordering")].kind = BoundaryKind::Shared;
    QCOMPARE(judged(fixture, CrossingKind::Call).state, CrossingState::Allowed);
    QCOMPARE(judged(fixture, CrossingKind::Type).state, CrossingState::Allowed);
    QCOMPARE(judged(fixture, CrossingKind::Type).reason,
             QStringLiteral("ordering is shared: it is there for everybody to use."));
    // a key onto something shared still couples two owners
    QCOMPARE(judged(fixture, CrossingKind::ForeignKey).state, CrossingState::Undecided);
}

void TestCrossingState::words()
{
    QSet<QString> names;
    QSet<QString> titles;
    for (int i = 0; i <= static_cast<int>(CrossingState::Forbidden); ++i) {
        const auto state = static_cast<CrossingState>(i);
        names << crossingStateName(state);
        titles << crossingStateTitle(state);
        QCOMPARE(crossingStateFromName(crossingStateName(state)), std::optional(state));
    }
    QCOMPARE(names.size(), 8);
    QCOMPARE(titles.size(), 8);
    QVERIFY(!crossingStateFromName(u"perhaps"));
}

QTEST_GUILESS_MAIN(TestCrossingState)
#include "tst_crossing_state.moc"
