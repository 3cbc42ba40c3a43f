// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The protocol between program and layout worker: what is written is read, and nothing else is.
#include "diagram/layout_job.h"

#include <QtTest>

#include <limits>
#include <random>

using namespace cadastre;

namespace {

LayoutJob someJob()
{
    LayoutJob job{LayoutEngine::Layered, {}, {}};
    for (int i = 0; i < 20; ++i)
        job.sizes.emplace_back(100 + i, 50.5 + i);
    for (int i = 1; i < 20; ++i)
        job.edges.push_back({i / 2, i, 2.0});
    return job;
}

LayoutReply someReply()
{
    return {true, 12.5, {{1, 2}, {-3.5, 4}}};
}

} // namespace

class TestLayoutJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote();
    void refusesUnsoundJobs_data();
    void refusesUnsoundJobs();
    void refusesEveryTruncation();
    void survivesNoise();
    void cutsStreamsIntoFrames();
    void refusesForeignStreams();
};

void TestLayoutJob::readsWhatItWrote()
{
    const auto job = decodeJob(encodeJob(someJob()));
    QVERIFY(job && *job == someJob());
    const auto reply = decodeReply(encodeReply(someReply()));
    QVERIFY(reply && *reply == someReply());
    const auto empty = decodeJob(encodeJob({}));
    QVERIFY(empty && empty->sizes.empty());
}

void TestLayoutJob::refusesUnsoundJobs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, auto change) {
        LayoutJob job = someJob();
        change(job);
        QTest::newRow(name) << encodeJob(job);
    };
    row("edge to nowhere", [](LayoutJob& job) { job.edges[3].to = 20; });
    row("edge from below", [](LayoutJob& job) { job.edges[3].from = -1; });
    row("edge to itself", [](LayoutJob& job) { job.edges[3].to = job.edges[3].from; });
    row("no width", [](LayoutJob& job) { job.sizes[2].setWidth(0); });
    row("negative height", [](LayoutJob& job) { job.sizes[2].setHeight(-5); });
    row("not a number",
        [](LayoutJob& job) { job.sizes[2].setHeight(std::numeric_limits<double>::quiet_NaN()); });
    row("infinite weight",
        [](LayoutJob& job) { job.edges[1].weight = std::numeric_limits<double>::infinity(); });
    row("unknown engine", [](LayoutJob& job) { job.engine = static_cast<LayoutEngine>(7); });
    QTest::newRow("trailing byte") << encodeJob(someJob()) + 'x';
    QTest::newRow("nothing") << QByteArray();
}

void TestLayoutJob::refusesUnsoundJobs()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!decodeJob(bytes));
}

void TestLayoutJob::refusesEveryTruncation()
{
    const QByteArray job = encodeJob(someJob());
    for (qsizetype length = 0; length < job.size(); ++length)
        QVERIFY(!decodeJob(job.left(length)));
    const QByteArray reply = encodeReply(someReply());
    for (qsizetype length = 0; length < reply.size(); ++length)
        QVERIFY(!decodeReply(reply.left(length)));
}

/// Counts of billions must not become allocations of gigabytes; no byte may lead out of the data.
void TestLayoutJob::survivesNoise()
{
    std::mt19937 random(7);
    const QByteArray sound = encodeJob(someJob());
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes = sound;
        for (int i = 0; i < 3; ++i)
            bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                static_cast<char>(random());
        if (const auto job = decodeJob(bytes)) {
            ++accepted;
            for (const JobEdge& edge : job->edges)
                QVERIFY(edge.from >= 0 && edge.to < static_cast<int>(job->sizes.size()));
        }
        decodeReply(bytes);
    }
    QVERIFY(accepted > 0 && accepted < 20000);
}

void TestLayoutJob::cutsStreamsIntoFrames()
{
    QByteArray stream;
    for (std::uint32_t i = 0; i < 5; ++i)
        stream += encodeFrame({i, QByteArray(static_cast<int>(i) * 7, 'x')});
    FrameReader reader;
    std::uint32_t expected = 0;
    for (char byte : stream) { // the worst case: byte by byte
        reader.append(QByteArray(1, byte));
        while (const auto frame = reader.next()) {
            QCOMPARE(frame->sequence, expected);
            QCOMPARE(frame->payload, QByteArray(static_cast<int>(expected) * 7, 'x'));
            ++expected;
        }
    }
    QCOMPARE(expected, std::uint32_t(5));
    QVERIFY(!reader.isBroken());
}

void TestLayoutJob::refusesForeignStreams()
{
    FrameReader text;
    text.append("Hello, this is not the protocol at all.");
    QVERIFY(!text.next());
    QVERIFY(text.isBroken());

    QByteArray oversized = encodeFrame({1, "payload"});
    oversized[11] = '\x7f'; // the highest byte of the length
    FrameReader huge;
    huge.append(oversized);
    QVERIFY(!huge.next());
    QVERIFY(huge.isBroken());

    QByteArray newer = encodeFrame({1, "payload"});
    newer[0] = '\x02'; // the version
    FrameReader other;
    other.append(newer);
    QVERIFY(!other.next());
    QVERIFY(other.isBroken());
}

QTEST_GUILESS_MAIN(TestLayoutJob)
#include "tst_layout_job.moc"
