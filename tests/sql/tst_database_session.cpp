// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The session's promises: results arrive on the caller's thread, the newest request wins, a stopped
// request's result is dropped, the end does not hang, nothing stays open.
#include "model/sql/database_session.h"
#include "tests/support/sqlite_file.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QtTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

/// File descriptors of this process that have a file of the folder open.
int openFiles(const SqliteFolder& folder)
{
    int count = 0;
    const QDir descriptors(text("/proc/self/fd"));
    for (const QFileInfo& entry : descriptors.entryInfoList(QDir::Files | QDir::System)) {
        if (entry.symLinkTarget().startsWith(folder.folder()))
            ++count;
    }
    return count;
}

} // namespace

class TestDatabaseSession : public QObject
{
    Q_OBJECT

private:
    SqliteFolder m_folder;
    DatabaseAddress m_small;
    DatabaseAddress m_large; ///< takes noticeable time

private Q_SLOTS:
    void initTestCase()
    {
        m_small = *parseDatabaseAddress(m_folder.make("CREATE TABLE t (a)", text("small.db")));
        QByteArray script = "BEGIN;";
        for (int i = 0; i < 3000; ++i)
            script += "CREATE TABLE t" + QByteArray::number(i) + " (a UNIQUE, b, c, d, e, f, g);";
        m_large = *parseDatabaseAddress(m_folder.make(script + "COMMIT", text("large.db")));
    }

    void readArrivesOnThisThread()
    {
        DatabaseSession session;
        QThread* told = nullptr;
        std::optional<Result<ReadResult>> result;
        int progressCount = 0;
        connect(&session, &DatabaseSession::progress, this,
                [&](const ReadProgress&) { ++progressCount; });
        connect(&session, &DatabaseSession::readFinished, this, [&](const auto& value) {
            told = QThread::currentThread();
            QVERIFY(!session.isRunning());
            result = value;
        });
        QVERIFY(!session.isRunning());
        session.startRead(m_small, {}, {});
        QVERIFY(session.isRunning());
        QTRY_VERIFY(result);
        QCOMPARE(told, thread());
        QVERIFY(*result);
        QCOMPARE((**result).catalog->objects.tables.size(), 1U);
        QVERIFY(progressCount > 5);
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
        QCOMPARE(openFiles(m_folder), 0);
    }

    void errorsArriveToo()
    {
        DatabaseSession session;
        DatabaseAddress missing;
        missing.path = m_folder.path(text("missing.db"));
        QString message;
        connect(&session, &DatabaseSession::readFinished, this,
                [&](const auto& result) { message = result.error().message; });
        session.startRead(missing, {}, {});
        QTRY_VERIFY(message.contains(text("missing.db")));
        QString version;
        connect(&session, &DatabaseSession::testFinished, this,
                [&](const auto& result) { version = result->serverVersion; });
        session.startTest(m_small, {}, {});
        QTRY_VERIFY(!version.isEmpty());
    }

    void newestRequestWins()
    {
        DatabaseSession session;
        QList<std::size_t> tableCounts;
        connect(&session, &DatabaseSession::readFinished, this, [&](const auto& result) {
            QVERIFY(result);
            tableCounts << result->catalog->objects.tables.size();
        });
        for (int i = 0; i < 5; ++i)
            session.startRead(m_large, {}, {});
        session.startRead(m_small, {}, {});
        QTRY_VERIFY(!session.isRunning());
        QTest::qWait(50);
        QCOMPARE(tableCounts, QList<std::size_t>{1});
    }

    void cancelDropsTheResult()
    {
        DatabaseSession session;
        bool finished = false;
        connect(&session, &DatabaseSession::readFinished, this,
                [&](const auto&) { finished = true; });
        QSignalSpy cancelled(&session, &DatabaseSession::cancelled);
        session.cancel(); // nothing runs
        session.startRead(m_large, {}, {});
        QSignalSpy progress(&session, &DatabaseSession::progress);
        QTRY_VERIFY(!progress.isEmpty());
        session.cancel();
        const auto seen = progress.size();
        QVERIFY(!session.isRunning());
        QTRY_COMPARE(cancelled.size(), 1);
        QTest::qWait(100);
        QVERIFY(!finished);
        QCOMPARE(progress.size(), seen);
        session.startRead(m_small, {}, {}); // the session is still good
        QTRY_VERIFY(finished);
    }

    void cancelStopsAWaitingRead()
    {
        SqliteWriter other(m_small.path);
        other.run("BEGIN EXCLUSIVE");
        ReadOptions options;
        options.lockTimeoutMs = 300;
        QElapsedTimer timer;
        timer.start();
        {
            DatabaseSession session;
            session.startRead(m_small, {}, options);
            QTest::qWait(20);
        } // the destructor cancels and waits
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        other.run("ROLLBACK");
    }

    void destructionWhileReading()
    {
        for (int waitMs : {0, 1, 5, 20}) {
            DatabaseSession session;
            session.startRead(m_large, {}, {});
            QTest::qWait(waitMs);
        }
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
        QCOMPARE(openFiles(m_folder), 0);
    }

    void cancelInsideAStatement()
    {
        ReadControl control;
        control.onProgress = [&control](const ReadProgress& progress) {
            if (progress.phase == CatalogKind::Columns && progress.objects > 0)
                control.cancel();
        };
        const auto result = readSource(m_large, {}, {}, control);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QVERIFY(result.error().message.contains(text("large.db")));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseSession)
#include "tst_database_session.moc"
