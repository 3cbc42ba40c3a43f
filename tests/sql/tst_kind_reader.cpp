// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The steps of a read: what one failing kind does to the others (nothing), what ends a read, and
// how halving finds the guilty objects and only them.
#include "model/sql/kind_reader.h"
#include "model/sql/scope.h"

#include <QtTest>

#include <numeric>
#include <set>

using namespace cadastre;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

KindStep step(CatalogKind kind, std::optional<SqlError> error = {})
{
    return {kind, [error](StepReport&) { return error; }};
}

SqlError failing(SqlFailure failure)
{
    return {failure, text("42"), text("it failed")};
}

} // namespace

class TestKindReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFailureDoesNotStopTheRest()
    {
        ReadControl control;
        int phases = 0;
        control.onProgress = [&phases](const ReadProgress& progress) {
            ++phases;
            QCOMPARE(progress.phaseNumber, phases);
            QCOMPARE(progress.phaseCount, 3);
        };
        const auto outcome =
            runKindSteps({step(CatalogKind::Tables),
                          step(CatalogKind::Triggers, failing(SqlFailure::PermissionDenied)),
                          step(CatalogKind::Indexes)},
                         control, text("shop"));
        QVERIFY(outcome);
        QCOMPARE(phases, 3);
        QCOMPARE(outcome->kinds.size(), 3U);
        QCOMPARE(outcome->kinds[0].state, ReadState::Read);
        QCOMPARE(outcome->kinds[1].state, ReadState::NotRead);
        QVERIFY(outcome->kinds[1].reason.contains(text("permission denied")));
        QCOMPARE(outcome->kinds[2].state, ReadState::Read);
        QCOMPARE(outcome->timings[1].phase, text("triggers"));
    }

    void whatEndsARead_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<bool>("essential");
        QTest::addColumn<bool>("ends");
        QTest::newRow("lost") << int(SqlFailure::ConnectionLost) << false << true;
        QTest::newRow("cancelled") << int(SqlFailure::Cancelled) << false << true;
        QTest::newRow("essential") << int(SqlFailure::Other) << true << true;
        QTest::newRow("lock") << int(SqlFailure::LockTimeout) << false << false;
    }
    void whatEndsARead()
    {
        QFETCH(int, failure);
        QFETCH(bool, essential);
        ReadControl control;
        bool nextRan = false;
        KindStep bad = step(CatalogKind::Tables, failing(static_cast<SqlFailure>(failure)));
        bad.essential = essential;
        const KindStep next{CatalogKind::Columns, [&nextRan](StepReport&) {
                                nextRan = true;
                                return std::optional<SqlError>();
                            }};
        const auto outcome = runKindSteps({bad, next}, control, text("the shop"));
        QTEST(!outcome.has_value(), "ends");
        QCOMPARE(nextRan, outcome.has_value());
        if (!outcome)
            QVERIFY(outcome.error().message.contains(text("the shop")));
    }

    void cancelBetweenKinds()
    {
        ReadControl control;
        int serverCancels = 0;
        control.setServerCancel([&serverCancels] { ++serverCancels; });
        const KindStep cancelling{CatalogKind::Tables, [&control](StepReport& report) {
                                      control.cancel();
                                      return report.isCancelled() ? std::optional<SqlError>()
                                                                  : failing(SqlFailure::Other);
                                  }};
        const auto outcome = runKindSteps({cancelling, step(CatalogKind::Columns)}, control, {});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
        QCOMPARE(serverCancels, 1);
        control.setServerCancel([&serverCancels] { ++serverCancels; });
        QCOMPARE(serverCancels, 2); // asked for before, so the new statement stops at once
    }

    void stepsOfOneKindAreJoined()
    {
        ReadControl control;
        const KindStep partly{CatalogKind::Columns, [](StepReport& report) {
                                  report.addMissing(text("main.v"), text("no such table: t"));
                                  return std::optional<SqlError>();
                              }};
        const auto outcome =
            runKindSteps({step(CatalogKind::Columns), partly, step(CatalogKind::Views),
                          step(CatalogKind::Views, failing(SqlFailure::Other))},
                         control, {});
        QCOMPARE(outcome->kinds.size(), 2U);
        QCOMPARE(outcome->timings.size(), 2U);
        QCOMPARE(outcome->kinds[0].state, ReadState::PartlyRead);
        QCOMPARE(outcome->kinds[0].missingObjects.front(), text("main.v — no such table: t"));
        QCOMPARE(outcome->kinds[0].reason, text("One object could not be read."));
        QCOMPARE(outcome->kinds[1].state, ReadState::PartlyRead);
    }

    void everyKindIsReported()
    {
        const auto reports =
            completeKindReports({{CatalogKind::Tables, ReadState::NotRead, text("x"), {}}});
        QCOMPARE(reports.size(), static_cast<std::size_t>(CatalogKind::Unknown) + 1);
        for (const KindReport& report : reports) {
            QCOMPARE(report.state, report.kind == CatalogKind::Tables ? ReadState::NotRead
                                                                      : ReadState::EngineHasNone);
        }
    }

    void hooksSurroundEveryStep()
    {
        ReadControl control;
        QStringList calls;
        StepHooks hooks;
        hooks.before = [&calls] {
            calls << text("before");
            return std::optional<SqlError>();
        };
        hooks.after = [&calls](bool failed) {
            calls << (failed ? text("failed") : text("done"));
            return std::optional<SqlError>();
        };
        const auto outcome = runKindSteps(
            {step(CatalogKind::Tables), step(CatalogKind::Types, failing(SqlFailure::Syntax))},
            control, {}, hooks);
        QVERIFY(outcome);
        QCOMPARE(calls,
                 QStringList({text("before"), text("done"), text("before"), text("failed")}));
    }

    void halving_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QList<int>>("guilty");
        QTest::addColumn<int>("mostCalls");
        QTest::newRow("none") << 0 << QList<int>{} << 0;
        QTest::newRow("healthy") << 1000 << QList<int>{} << 1;
        QTest::newRow("only one") << 1 << QList<int>{0} << 1;
        QTest::newRow("first") << 1000 << QList<int>{0} << 21;
        QTest::newRow("last") << 1000 << QList<int>{999} << 21;
        QTest::newRow("three") << 1000 << QList<int>{3, 500, 501} << 63;
        QTest::newRow("all") << 4 << QList<int>{0, 1, 2, 3} << 7;
    }
    void halving()
    {
        QFETCH(int, count);
        QFETCH(QList<int>, guilty);
        QFETCH(int, mostCalls);
        std::vector<int> ids(static_cast<std::size_t>(count));
        std::iota(ids.begin(), ids.end(), 0);
        int calls = 0;
        std::set<int> kept;
        const auto outcome = narrowByHalving<int>(ids, [&](std::span<const int> set) {
            ++calls;
            for (int id : set) {
                if (guilty.contains(id))
                    return std::optional(failing(SqlFailure::MissingObject));
            }
            for (int id : set)
                kept.insert(id);
            return std::optional<SqlError>();
        });
        QList<int> found;
        for (const auto& one : outcome.guilty)
            found << one.id;
        QCOMPARE(found, guilty);
        QCOMPARE(kept.size(), static_cast<std::size_t>(count - guilty.size()));
        for (int id : guilty)
            QVERIFY(!kept.contains(id));
        QVERIFY2(calls <= mostCalls, qPrintable(QString::number(calls)));
    }

    void halvingStopsWhenTheConnectionIsLost()
    {
        const std::vector<int> ids{1, 2, 3, 4};
        int calls = 0;
        const auto outcome = narrowByHalving<int>(ids, [&calls](std::span<const int>) {
            return std::optional(
                failing(++calls == 1 ? SqlFailure::Other : SqlFailure::ConnectionLost));
        });
        QVERIFY(outcome.fatal);
        QVERIFY(outcome.guilty.empty());
        QCOMPARE(calls, 2);
    }

    void scope()
    {
        ReadOptions options;
        Scope all(options);
        QVERIFY(all.isUnrestricted());
        QVERIFY(all.includesTable(text("a"), text("b")));
        options.schemas = QStringList{text("bill*")};
        options.tables = QStringList{text("inv?ices"), text("billing.[x]\nall*")};
        Scope scope(options);
        QVERIFY(scope.includesSchema(text("billing")));
        QVERIFY(!scope.includesSchema(text("mybilling")));
        QVERIFY(scope.includesTable(text("billing"), text("invoices")));
        QVERIFY(!scope.includesTable(text("billing"), text("invoices2")));
        QVERIFY(!scope.includesTable(text("other"), text("invoices")));
        QVERIFY(scope.includesTable(text("billing"), text("[x]\nall of it")));
        QVERIFY(!scope.includesTable(text("billing"), text("x\nall of it")));
        scope.countOmitted(Scope::outsideChosenScope(), 2);
        scope.countOmitted(Scope::outsideChosenScope());
        scope.countOmitted(text("system tables"), 0);
        QCOMPARE(scope.omissions().size(), 1U);
        QCOMPARE(scope.omissions().front().count, 3);
    }
};

QTEST_GUILESS_MAIN(TestKindReader)
#include "tst_kind_reader.moc"
