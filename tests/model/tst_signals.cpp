// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What every signal owes to the engine, whichever it is: its own features only, and sentences that
// can be shown. Measured on a large schema, a strange one, and one where everything is said.
#include "model/relations/engine/outside_evidence.h"
#include "model/relations/engine/scoring.h"

#include "tests/support/inference_fixture.h"
#include "tests/support/synthetic_undeclared.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace cadastre;
using test::EngineFixture;

class TestSignals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void haveNamesOfTheirOwn();
    void keepToTheirFeatures_data();
    void keepToTheirFeatures();
    void saySentences_data();
    void saySentences();
    void shareTheProbability_data();
    void shareTheProbability();
    void fireAll();
    void keepStrangeNamesInSentences();
};

namespace {

/// Everything that signals may ask for, over one catalog.
class PairsOfCatalog
{
public:
    explicit PairsOfCatalog(const std::shared_ptr<const Catalog>& catalog,
                            const SqlReading* sql = nullptr)
        : fixture(catalog)
        , comments(commentReferences(*catalog))
        , outside(collectOutsideEvidence(fixture.profile, sql, &comments,
                                         linkTableReferences(*catalog)))
        , maker(fixture.profile, fixture.index, outside.candidates())
    {
        const std::vector<ColumnCandidates> first = maker.make(nullptr);
        const InferenceContext context{fixture.profile, fixture.index, nullptr, &outside};
        std::vector<ColumnBelief> beliefs;
        for (const ColumnCandidates& column : first) {
            const auto likely =
                candidateProbabilities(measureFeatures(context, column), fittedWeights().firstPass);
            ColumnBelief belief;
            belief.child = column.child;
            for (std::size_t i = 0; i < likely.size(); ++i)
                belief.keys.push_back({column.candidates[i].key, likely[i]});
            belief.known = beliefs.size() % 5 == 0;
            beliefs.push_back(belief);
        }
        habits = learnHabits(fixture.profile, beliefs);
        habits.rejected.insert({fixture.profile.columns[first.front().child.index].name,
                                first.front().candidates.front().key});
        columns = maker.make(&habits);
    }
    Q_DISABLE_COPY_MOVE(PairsOfCatalog)

    template <typename Visit> void forEachPair(Visit visit) const
    {
        for (const Habits* known : {static_cast<const Habits*>(nullptr), &habits}) {
            const InferenceContext context{fixture.profile, fixture.index, known, &outside};
            for (const ColumnCandidates& column : columns) {
                for (const Candidate& candidate : column.candidates)
                    visit(PairContext{context, column, candidate});
            }
        }
    }

    EngineFixture fixture;
    CommentReading comments;
    OutsideEvidence outside;
    CandidateMaker maker;
    Habits habits;
    std::vector<ColumnCandidates> columns;
};

std::shared_ptr<const Catalog> strangeCatalog()
{
    return test::catalogFromText("___\n  _ bigint pk\n  __ bigint\n  id bigint\n"
                                 "2019\n  1 bigint pk\n  22 bigint\n  2019_id bigint\n"
                                 "🦊\n  🦊🦊 bigint pk\n  🦊_id bigint\n"
                                 "клиенты\n  id bigint pk\n  клиент_id bigint\n"
                                 "one\n  one bigint pk\n"
                                 "%1\n  id bigint pk\n  %2 bigint\n  %1_id bigint\n  %n bigint\n"
                                 "a'b\"c`d\n  id bigint pk\n  a'b\"c`d_id bigint\n");
}

/// Comments, link tables, people, relatives, extensions, several keys, several schemas.
std::shared_ptr<const Catalog> talkativeCatalog()
{
    return test::catalogFromText(R"(
artist
  id bigint pk
release
  id bigint pk
l_artist_release
  id bigint pk
  entity0 bigint
  entity1 bigint
users
  id bigint pk
  email varchar(80) unique
  parent_id bigint
  manager varchar(80)
user_profiles
  id bigint pk
  created_by bigint
  updated_id bigint
orders
  id bigint pk
  who bigint // @references users(id)
  whom bigint // FK to users.id
  user_code varchar(9)
  order_type_2_id smallint
billing.invoices
  id uuid pk
  order_id bigint
  external_user_id text
)");
}

void columnsOfRows()
{
    QTest::addColumn<std::shared_ptr<const Catalog>>("catalog");
    test::UndeclaredOptions options;
    options.tables = 400;
    QTest::newRow("large") << test::syntheticUndeclared(options).catalog;
    QTest::newRow("strange") << strangeCatalog();
    QTest::newRow("talkative") << talkativeCatalog();
}

} // namespace

void TestSignals::haveNamesOfTheirOwn()
{
    std::set<QString> names;
    for (const Signal& signal : allSignals()) {
        QVERIFY2(names.insert(signal.name).second, qPrintable(signal.name));
        static const QRegularExpression kebab(QStringLiteral("^[a-z]+(-[a-z]+)*$"));
        QVERIFY2(kebab.match(signal.name).hasMatch(), qPrintable(signal.name));
        QVERIFY2(!signal.features.isEmpty(), qPrintable(signal.name));
        QVERIFY2(!signal.features.contains(QString()), qPrintable(signal.name));
    }
    QVERIFY(names.size() >= 15);
}

void TestSignals::keepToTheirFeatures_data()
{
    columnsOfRows();
}

void TestSignals::keepToTheirFeatures()
{
    QFETCH(std::shared_ptr<const Catalog>, catalog);
    const PairsOfCatalog pairs(catalog);
    const std::vector<Signal> all = allSignals();
    int measured = 0;
    FeatureList features;
    pairs.forEachPair([&](const PairContext& pair) {
        for (const Signal& signal : all) {
            features.clear();
            features.beginSignal(0);
            signal.measure(pair, features);
            for (const int feature : features.numbers()) {
                if (feature < 0 || feature >= signal.features.size())
                    QFAIL(qPrintable(
                        QStringLiteral("%1 has no feature %2").arg(signal.name).arg(feature)));
                ++measured;
            }
        }
    });
    QVERIFY(measured > 100);
}

void TestSignals::saySentences_data()
{
    columnsOfRows();
}

void TestSignals::saySentences()
{
    QFETCH(std::shared_ptr<const Catalog>, catalog);
    const PairsOfCatalog pairs(catalog);
    int said = 0;
    pairs.forEachPair([&](const PairContext& pair) {
        double before = 1000;
        for (const Evidence& evidence : evidenceFor(pair, fittedWeights().secondPass)) {
            const QString& sentence = evidence.sentence;
            QVERIFY(!sentence.isEmpty());
            QVERIFY2(sentence == sentence.trimmed() && !sentence.endsWith(QLatin1Char('.')) &&
                         !sentence.contains(QLatin1Char('\n')),
                     qPrintable(sentence));
            QVERIFY2(std::abs(evidence.weight) <= before, "strongest first");
            before = std::abs(evidence.weight);
            ++said;
        }
    });
    QVERIFY(said > 50);
}

void TestSignals::shareTheProbability_data()
{
    columnsOfRows();
}

void TestSignals::shareTheProbability()
{
    QFETCH(std::shared_ptr<const Catalog>, catalog);
    const PairsOfCatalog pairs(catalog);
    const InferenceContext context{pairs.fixture.profile, pairs.fixture.index, &pairs.habits,
                                   &pairs.outside};
    for (const ColumnCandidates& column : pairs.columns) {
        const auto features = measureFeatures(context, column);
        const auto likely = candidateProbabilities(features, fittedWeights().secondPass);
        QCOMPARE(likely.size(), column.candidates.size());
        double total = 0;
        for (std::size_t i = 0; i < likely.size(); ++i) {
            QVERIFY(likely[i] >= 0 && likely[i] <= 1);
            QVERIFY(std::ranges::is_sorted(features[i]));
            QVERIFY(std::ranges::adjacent_find(features[i]) == features[i].end());
            total += likely[i];
        }
        QVERIFY2(total <= 1 + 1e-9, qPrintable(QString::number(total)));
    }
}

/// A signal that never says anything on any of these schemas is not connected.
void TestSignals::fireAll()
{
    test::UndeclaredOptions options;
    options.tables = 400;
    std::set<QString> silent;
    for (const Signal& signal : allSignals())
        silent.insert(signal.name);
    const auto talkative = talkativeCatalog();
    SqlReading sql;
    SqlJoin join;
    join.left = {test::columnNamed(*talkative, QStringLiteral("orders.who"))};
    join.right = {test::columnNamed(*talkative, QStringLiteral("users.id"))};
    join.placeName = QStringLiteral("v_orders");
    sql.joins = {join};
    for (const auto& catalog : {talkative, test::syntheticUndeclared(options).catalog}) {
        const PairsOfCatalog pairs(catalog, catalog == talkative ? &sql : nullptr);
        FeatureList features;
        pairs.forEachPair([&](const PairContext& pair) {
            for (const Signal& signal : allSignals()) {
                features.clear();
                signal.measure(pair, features);
                if (!features.numbers().empty() && !signal.sentence(pair).isEmpty())
                    silent.erase(signal.name);
            }
        });
    }
    QVERIFY2(silent.empty(), silent.empty() ? "" : qPrintable(*silent.begin()));
}

/// Names hold what placeholders look like; they must come out as they are.
void TestSignals::keepStrangeNamesInSentences()
{
    const auto catalog = test::catalogFromText("%3\n  id bigint pk\n"
                                               "b\n  id bigint pk\n  x bigint\n");
    SqlReading sql;
    for (const char* place : {"%3", "%1", "%2", "v", "w"}) {
        SqlJoin join;
        join.left = {test::columnNamed(*catalog, QStringLiteral("b.x"))};
        join.right = {test::columnNamed(*catalog, QStringLiteral("\"%3\".id"))};
        join.placeName = QString::fromLatin1(place);
        sql.joins.push_back(join);
    }
    const PairsOfCatalog pairs(catalog, &sql);
    bool seen = false;
    pairs.forEachPair([&](const PairContext& pair) {
        if (!pair.outside())
            return;
        for (const Signal& signal : allSignals()) {
            if (signal.name == QStringLiteral("sql-joins")) {
                seen = true;
                QCOMPARE(signal.sentence(pair),
                         QStringLiteral("`%3`, `%1` and 3 others join these columns"));
            }
        }
    });
    QVERIFY(seen);
}

QTEST_APPLESS_MAIN(TestSignals)
#include "tst_signals.moc"
