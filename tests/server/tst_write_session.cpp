// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// WriteSession: writing on its thread, told on ours; a report always comes, also after a cancel;
// the newest plan wins.
#include "model/sql/write/write_session.h"
#include "tests/server/comment_writing.h"
#include "tests/server/postgresql_test_database.h"

#include <QSignalSpy>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestWriteSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_database.reset(); }
    void writesAndTells();
    void cancelledWriteStillReports();
    void nothingStartsWhileWriting();
    void newestPlanWins();
    void resolves();
    void destructionEndsAWait();

private:
    CommentWriteRequest request(const QString& after)
    {
        return writeRequest(m_catalog,
                            {editOf(*m_catalog, QStringLiteral("table:public.t"), after),
                             editOf(*m_catalog, QStringLiteral("column:public.t.a"), after)});
    }
    QString stored()
    {
        return m_database->session().value("SELECT obj_description('t'::regclass)");
    }
    DatabaseAddress address() { return *parseDatabaseAddress(m_database->url()); }

    std::unique_ptr<PostgresTestDatabase> m_database;
    std::shared_ptr<const Catalog> m_catalog;
};

void TestWriteSession::init()
{
    m_database = std::make_unique<PostgresTestDatabase>(QStringLiteral("session"));
    QVERIFY2(m_database->error().isEmpty(), qPrintable(m_database->error()));
    QCOMPARE(m_database->execute("CREATE TABLE public.t (a int)"), QString());
    m_catalog = catalogAt(m_database->url());
}

void TestWriteSession::writesAndTells()
{
    WriteSession session;
    QSignalSpy progress(&session, &WriteSession::progress);
    std::vector<CommentWrite> told;
    connect(&session, &WriteSession::settled, this, [&](const std::vector<CommentWrite>& writes) {
        QCOMPARE(QThread::currentThread(), thread());
        told.insert(told.end(), writes.begin(), writes.end());
    });
    std::optional<Result<CommentWriteReport>> report;
    connect(&session, &WriteSession::writeFinished, this,
            [&](const Result<CommentWriteReport>& result) { report = result; });
    CommentWriteRequest writing = request(QStringLiteral("new"));
    QStringList order;
    writing.onSending = [&](std::span<const PlannedComment> planned) {
        order << QStringLiteral("sending %1").arg(planned.size());
        return ok();
    };
    writing.onResults = [&](std::span<const CommentWrite> writes) {
        order << QStringLiteral("results %1").arg(writes.size());
    };
    QVERIFY(session.startWrite(address(), {}, writing));
    QVERIFY(session.isWriting());
    QTRY_VERIFY(report.has_value());
    QVERIFY(!session.isRunning());
    QCOMPARE(countsOf(**report), QStringLiteral("written 2"));
    QVERIFY(told == (*report)->writes);
    QCOMPARE(progress.last().at(0).toInt(), 2);
    QCOMPARE(order, (QStringList{QStringLiteral("sending 2"), QStringLiteral("results 2")}));
    QCOMPARE(stored(), QStringLiteral("new"));
}

void TestWriteSession::cancelledWriteStillReports()
{
    PostgresSession other(m_database->url());
    QCOMPARE(other.execute("BEGIN; LOCK TABLE public.t"), QString());
    WriteSession session;
    std::optional<Result<CommentWriteReport>> report;
    connect(&session, &WriteSession::writeFinished, this,
            [&](const Result<CommentWriteReport>& result) { report = result; });
    CommentWriteRequest writing = request(QStringLiteral("new"));
    writing.lockTimeoutMs = 60000;
    writing.onSending = [&](std::span<const PlannedComment>) {
        QMetaObject::invokeMethod(&session, &WriteSession::cancel, Qt::QueuedConnection);
        return ok();
    };
    QVERIFY(session.startWrite(address(), {}, writing));
    QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), 20000);
    QVERIFY(report->has_value());
    QCOMPARE(countsOf(**report), QStringLiteral("not tried 2"));
    QCOMPARE(other.execute("ROLLBACK"), QString());
    QCOMPARE(stored(), QString());
}

void TestWriteSession::nothingStartsWhileWriting()
{
    WriteSession session;
    QSignalSpy finished(&session, &WriteSession::writeFinished);
    QVERIFY(session.startWrite(address(), {}, request(QStringLiteral("first"))));
    QVERIFY(!session.startWrite(address(), {}, request(QStringLiteral("second"))));
    QVERIFY(!session.startPlan(address(), {}, request(QStringLiteral("second"))));
    QVERIFY(!session.startResolve(address(), {}, request(QStringLiteral("second"))));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(stored(), QStringLiteral("first"));
}

void TestWriteSession::newestPlanWins()
{
    WriteSession session;
    std::vector<QString> plans;
    connect(&session, &WriteSession::planFinished, this, [&](const Result<CommentPlan>& plan) {
        QVERIFY(plan.has_value());
        plans.push_back(plan->comments[0].sql);
    });
    QVERIFY(session.startPlan(address(), {}, request(QStringLiteral("first"))));
    QVERIFY(session.startPlan(address(), {}, request(QStringLiteral("second"))));
    QTRY_COMPARE(plans.size(), std::size_t(1));
    QCOMPARE(plans[0], QStringLiteral("COMMENT ON TABLE public.t IS 'second';"));
    QTRY_VERIFY(!session.isRunning());
    QCOMPARE(stored(), QString());
}

void TestWriteSession::resolves()
{
    QCOMPARE(m_database->execute("COMMENT ON TABLE public.t IS 'new'"), QString());
    WriteSession session;
    std::optional<Result<CommentWriteReport>> report;
    connect(&session, &WriteSession::resolveFinished, this,
            [&](const Result<CommentWriteReport>& result) { report = result; });
    QVERIFY(session.startResolve(address(), {}, request(QStringLiteral("new"))));
    QTRY_VERIFY(report.has_value());
    QCOMPARE(countsOf(**report), QStringLiteral("written 1, not tried 1"));
}

void TestWriteSession::destructionEndsAWait()
{
    PostgresSession other(m_database->url());
    QCOMPARE(other.execute("BEGIN; LOCK TABLE public.t"), QString());
    std::atomic_int results = 0;
    {
        WriteSession session;
        CommentWriteRequest writing = request(QStringLiteral("new"));
        writing.lockTimeoutMs = 60000;
        std::atomic_bool isSending = false;
        writing.onSending = [&](std::span<const PlannedComment>) {
            isSending = true;
            return ok();
        };
        writing.onResults = [&](std::span<const CommentWrite> writes) {
            results += static_cast<int>(writes.size());
        };
        QVERIFY(session.startWrite(address(), {}, writing));
        QTRY_VERIFY(isSending);
    }
    QCOMPARE(results, 2);
    QCOMPARE(other.execute("ROLLBACK"), QString());
    QCOMPARE(stored(), QString());
}

QTEST_GUILESS_MAIN(TestWriteSession)
#include "tst_write_session.moc"
