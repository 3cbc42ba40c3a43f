// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The layout worker as a process that works, hangs, dies or talks nonsense.
#include "diagram/layout_cache.h"
#include "diagram/layout_worker.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QtTest>

using namespace cadastre;

namespace {

/// Chains of boxes; the job of `count` boxes is told apart by its size.
LayoutJob chain(int count)
{
    LayoutJob job{LayoutEngine::Layered, {}, {}};
    for (int i = 0; i < count; ++i)
        job.sizes.emplace_back(120, 80);
    for (int i = 1; i < count; ++i)
        job.edges.push_back({i - 1, i, 1});
    return job;
}

QString workerProgram()
{
    return QStringLiteral(CADASTRE_LAYOUT_WORKER);
}

} // namespace

class TestLayoutWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void laysOutFromLeftToRight();
    void answersTheSameEveryTime();
    void keepsSpringBoxesApart();
    void goesOnAfterTrouble_data();
    void goesOnAfterTrouble();
    void failsWithoutAProgram();
    void stopsWhenCancelled();
    void endsAtItsTotalLimit();
    void childRefusesForeignInput();
    void cacheAsksOnce();
};

void TestLayoutWorker::cleanup()
{
    qunsetenv("CADASTRE_TEST_WORKER");
    qunsetenv("CADASTRE_TEST_WORKER_BOXES");
}

void TestLayoutWorker::laysOutFromLeftToRight()
{
    const std::atomic_bool cancelled = false;
    LayoutWorker worker(workerProgram(), {}, cancelled);
    const auto replies = worker.run({chain(3)});
    QCOMPARE(replies.size(), std::size_t(1));
    QVERIFY(replies[0].succeeded);
    QCOMPARE(replies[0].centres.size(), std::size_t(3));
    QVERIFY(replies[0].centres[1].x() - replies[0].centres[0].x() >= 120 + 60);
    QVERIFY(replies[0].centres[2].x() - replies[0].centres[1].x() >= 120 + 60);
}

void TestLayoutWorker::answersTheSameEveryTime()
{
    const std::atomic_bool cancelled = false;
    std::vector<LayoutJob> jobs{chain(8), chain(5)};
    jobs.push_back(chain(12));
    jobs.back().engine = LayoutEngine::Spring;
    const auto centres = [&] {
        LayoutWorker worker(workerProgram(), {}, cancelled);
        std::vector<std::vector<QPointF>> all;
        for (const LayoutReply& reply : worker.run(jobs))
            all.push_back(reply.centres);
        return all;
    };
    const auto first = centres();
    QCOMPARE(centres(), first);
}

void TestLayoutWorker::keepsSpringBoxesApart()
{
    const std::atomic_bool cancelled = false;
    LayoutJob job = chain(15);
    job.engine = LayoutEngine::Spring;
    LayoutWorker worker(workerProgram(), {}, cancelled);
    const LayoutReply reply = worker.run({job}).front();
    QVERIFY(reply.succeeded);
    for (std::size_t i = 0; i < 15; ++i) {
        for (std::size_t k = i + 1; k < 15; ++k) {
            const QPointF d = reply.centres[i] - reply.centres[k];
            QVERIFY(std::abs(d.x()) >= 120 || std::abs(d.y()) >= 80);
        }
    }
}

void TestLayoutWorker::goesOnAfterTrouble_data()
{
    QTest::addColumn<QByteArray>("trouble");
    QTest::newRow("hang") << QByteArray("hang");
    QTest::newRow("crash") << QByteArray("crash");
    QTest::newRow("babble") << QByteArray("babble");
}

void TestLayoutWorker::goesOnAfterTrouble()
{
    QFETCH(QByteArray, trouble);
    qputenv("CADASTRE_TEST_WORKER", trouble);
    qputenv("CADASTRE_TEST_WORKER_BOXES", "7");
    const std::atomic_bool cancelled = false;
    LayoutWorker worker(workerProgram(), {.jobMs = 300, .totalMs = 20000}, cancelled);
    const auto replies = worker.run({chain(3), chain(7), chain(4), chain(7), chain(5)});
    QStringList succeeded;
    for (const LayoutReply& reply : replies)
        succeeded << (reply.succeeded ? QStringLiteral("yes") : QStringLiteral("no"));
    QCOMPARE(succeeded.join(QLatin1Char(' ')), QStringLiteral("yes no yes no yes"));
}

void TestLayoutWorker::failsWithoutAProgram()
{
    const std::atomic_bool cancelled = false;
    LayoutWorker worker(QStringLiteral("/nowhere/at/all"), {}, cancelled);
    const auto replies = worker.run({chain(3)});
    QCOMPARE(replies.size(), std::size_t(1));
    QVERIFY(!replies[0].succeeded);
}

void TestLayoutWorker::stopsWhenCancelled()
{
    qputenv("CADASTRE_TEST_WORKER", "hang");
    qputenv("CADASTRE_TEST_WORKER_BOXES", "7");
    std::atomic_bool cancelled = false;
    const std::unique_ptr<QThread> other(QThread::create([&] {
        QThread::msleep(100);
        cancelled = true;
    }));
    other->start();
    QElapsedTimer timer;
    timer.start();
    LayoutWorker worker(workerProgram(), {.jobMs = 60000, .totalMs = 60000}, cancelled);
    const auto replies = worker.run({chain(7), chain(3)});
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(!replies[0].succeeded && !replies[1].succeeded);
    other->wait();
}

void TestLayoutWorker::endsAtItsTotalLimit()
{
    qputenv("CADASTRE_TEST_WORKER", "hang");
    qputenv("CADASTRE_TEST_WORKER_BOXES", "7");
    const std::atomic_bool cancelled = false;
    QElapsedTimer timer;
    timer.start();
    LayoutWorker worker(workerProgram(), {.jobMs = 60000, .totalMs = 300}, cancelled);
    const auto replies = worker.run({chain(3), chain(7), chain(3)});
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(replies[0].succeeded && !replies[1].succeeded && !replies[2].succeeded);
}

void TestLayoutWorker::childRefusesForeignInput()
{
    QProcess process;
    process.start(workerProgram(), {QStringLiteral("--layout-worker")});
    QVERIFY(process.waitForStarted());
    process.write("this is not the protocol at all");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 2);
}

void TestLayoutWorker::cacheAsksOnce()
{
    const std::atomic_bool cancelled = false;
    LayoutCache cache;
    LayoutWorker worker(workerProgram(), {}, cancelled);
    const auto first = cache.run({chain(3), chain(4)}, worker);
    QCOMPARE(cache.size(), 2);
    LayoutWorker broken(QStringLiteral("/nowhere/at/all"), {}, cancelled);
    const auto second = cache.run({chain(4), chain(5), chain(3)}, broken);
    QCOMPARE(second[0].centres, first[1].centres);
    QVERIFY(!second[1].succeeded);
    QCOMPARE(second[2].centres, first[0].centres);
    QCOMPARE(cache.size(), 2);
}

QTEST_GUILESS_MAIN(TestLayoutWorker)
#include "tst_layout_worker.moc"
