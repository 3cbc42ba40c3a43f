// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Thousands of staged comments sent as the window does it: the window stays awake meanwhile, and
// whoever stops in the middle gets a truthful report. Times are printed; only what the thread of
// the window does at a stretch is asserted, in time of the processor.
#include "model/relations/count_text.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/support/apply_driver.h"
#include "tests/support/event_loop_watch.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr int manyEdits = 5000;
constexpr int manyTables = 500;

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

/// Tables of `columns` columns with names that sort as they are made: "t0007.c003".
QByteArray tables(int from, int count, int columns)
{
    QByteArray script;
    for (int table = from; table < from + count; ++table) {
        QStringList lines;
        for (int column = 0; column < columns; ++column)
            lines << QStringLiteral("c%1 integer").arg(column, 3, 10, QLatin1Char('0'));
        script += QStringLiteral("CREATE TABLE t%1 (%2);")
                      .arg(table, 4, 10, QLatin1Char('0'))
                      .arg(lines.join(QLatin1Char(',')))
                      .toUtf8();
    }
    return script;
}

/// An edit for every column that has no comment yet.
std::vector<CommentEdit> editsOfColumns(const Catalog& catalog)
{
    std::vector<CommentEdit> edits;
    for (int i = 0; i < static_cast<int>(catalog.objects().columns.size()); ++i)
        edits.push_back(
            commentEditOf(catalog, ColumnId{i},
                          text("it's the meaning of ") +
                              catalog.objects().columns[static_cast<std::size_t>(i)].name));
    return edits;
}

QString commentsOnServer(PostgresSession& session)
{
    return session.value("SELECT count(*) FROM pg_description WHERE classoid = "
                         "'pg_class'::regclass AND description LIKE 'it''s the meaning of%'");
}

QString commentsOnServer(MariaDbSession& session)
{
    return session.value("SELECT count(*) FROM information_schema.columns WHERE table_schema = "
                         "database() AND column_comment LIKE 'it''s the meaning of%'");
}

int countOf(const ApplyReport& report, WriteOutcome outcome)
{
    return static_cast<int>(std::ranges::count(report.writes, outcome,
                                               [](const CommentWrite& w) { return w.outcome; }));
}

/// Stages all columns, plans, sends, waits for the reading after it; prints the times of each.
ApplyReport sendAllColumns(ApplyDriver& driver, const char* name)
{
    const EventLoopWatch watch;
    QElapsedTimer timer;
    timer.start();
    if (!driver.comments.stage(editsOfColumns(driver.catalog()), text("many")))
        return {};
    QCoreApplication::processEvents();
    const qint64 staged = timer.restart();
    driver.plan();
    const qint64 planned = timer.restart();
    qint64 sent = 0;
    QObject::connect(
        &driver.apply, &ApplyFlow::reported, &driver.apply, [&] { sent = timer.elapsed(); },
        Qt::SingleShotConnection);
    const ApplyReport report = driver.write();
    qInfo("%s: staged in %lld ms, planned in %lld ms, sent in %lld ms, read again after %lld ms; "
          "longest stretch of the window's thread %.0f ms (%.0f ms on the clock)",
          name, static_cast<long long>(staged), static_cast<long long>(planned),
          static_cast<long long>(sent), static_cast<long long>(timer.elapsed()), watch.longestMs(),
          watch.longestOnClockMs());
    if (watch.longestMs() > allowedStretchMs)
        qWarning("the window's thread was busy for %.0f ms at a stretch", watch.longestMs());
    return watch.longestMs() > allowedStretchMs ? ApplyReport{} : report;
}

} // namespace

class TestApplyLarge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_home->path().toUtf8());
    }

    void postgreSql();
    void mariaDb();
    void stoppedOnPostgreSql();
    void stoppedOnMariaDb();

private:
    /// Sends all that is staged, stops as soon as something is settled, and compares the report
    /// with what is staged, on the server and in the audit trail.
    void stopInTheMiddle(ApplyDriver& driver, const std::function<QString()>& onServer);

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestApplyLarge::postgreSql()
{
    PostgresTestDatabase database(text("applylarge"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute(tables(0, manyEdits / 50, 50)), QString());
    ApplyDriver driver;
    QVERIFY2(driver.open(database.url()), qPrintable(driver.failure));
    QCOMPARE(outcomeLine(sendAllColumns(driver, "5,000 on PostgreSQL").writes),
             text("5,000 written"));
    QVERIFY(driver.stagedKeys().empty());
    QCOMPARE(commentsOnServer(database.session()), text("5000"));
    QCOMPARE(driver.comment(text("t0099.c049")), text("it's the meaning of c049"));
}

void TestApplyLarge::mariaDb()
{
    MariaDbTestDatabase database(text("applylarge"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute(tables(0, manyTables, 2)), QString());
    ApplyDriver driver;
    QVERIFY2(driver.open(database.url()), qPrintable(driver.failure));
    QCOMPARE(outcomeLine(sendAllColumns(driver, "1,000 of 500 tables on MariaDB").writes),
             text("1,000 written"));
    QVERIFY(driver.stagedKeys().empty());
    QCOMPARE(commentsOnServer(database.session()), text("1000"));
    QCOMPARE(driver.comment(text("t0499.c001")), text("it's the meaning of c001"));
}

void TestApplyLarge::stopInTheMiddle(ApplyDriver& driver, const std::function<QString()>& onServer)
{
    QVERIFY(driver.comments.stage(editsOfColumns(driver.catalog()), text("many")));
    const std::vector<ObjectKey> all = driver.stagedKeys();
    QVERIFY(driver.plan());
    connect(&driver.apply, &ApplyFlow::progress, &driver.apply, [&](const QString&, int done) {
        if (done > 0)
            driver.apply.cancel();
    });
    QVERIFY(driver.apply.apply(text("shop"), all, {}));
    QTRY_COMPARE_WITH_TIMEOUT(driver.reports.size(), std::size_t(1), ApplyDriver::patienceMs);
    const ApplyReport& report = driver.reports.front();
    QVERIFY(report.failure.isEmpty());
    QCOMPARE(report.writes.size(), all.size());
    const int written = countOf(report, WriteOutcome::Written);
    const int notTried = countOf(report, WriteOutcome::NotTried);
    QCOMPARE(written + notTried, static_cast<int>(all.size())); // and nothing else
    QVERIFY2(written > 0 && notTried > 0, qPrintable(outcomeLine(report.writes)));
    qInfo("%s", qPrintable(outcomeLine(report.writes)));
    QVERIFY(driver.settle());
    QCOMPARE(onServer(), QString::number(written));
    for (const CommentWrite& write : report.writes) {
        const CommentEdit* staged = driver.comments.staged().find(write.edit.key);
        QCOMPARE(staged == nullptr, write.outcome == WriteOutcome::Written);
        QVERIFY(staged == nullptr || staged->after == write.edit.after);
    }
    QCOMPARE(driver.audit().size(), std::size_t(1));
    QCOMPARE(static_cast<int>(undoOf(driver.audit().front()).size()), written);
}

void TestApplyLarge::stoppedOnPostgreSql()
{
    PostgresTestDatabase database(text("applystop"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute(tables(0, 20, 70)), QString()); // 1,400: three transactions
    ApplyDriver driver;
    QVERIFY2(driver.open(database.url()), qPrintable(driver.failure));
    PostgresSession other(database.url()); // the second one waits for it: there is time to stop
    QCOMPARE(other.execute("BEGIN; LOCK TABLE t0010 IN SHARE UPDATE EXCLUSIVE MODE"), QString());
    stopInTheMiddle(driver, [&] { return commentsOnServer(database.session()); });
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(outcomeLine(driver.reports.front().writes), text("500 written, 900 not tried"));
    QCOMPARE(other.execute("COMMIT"), QString());
    driver.apply.disconnect(SIGNAL(progress(QString, int, int)));
    QCOMPARE(outcomeLine(driver.write().writes), text("900 written"));
    QCOMPARE(commentsOnServer(database.session()), text("1400"));
}

void TestApplyLarge::stoppedOnMariaDb()
{
    MariaDbTestDatabase database(text("applystop"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute(tables(0, 60, 2)), QString());
    ApplyDriver driver;
    QVERIFY2(driver.open(database.url()), qPrintable(driver.failure));
    MariaDbSession other(database.url());
    QCOMPARE(other.execute("LOCK TABLES t0030 READ"), QString());
    stopInTheMiddle(driver, [&] { return commentsOnServer(database.session()); });
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(other.execute("UNLOCK TABLES"), QString());
    const int rest = countOf(driver.reports.front(), WriteOutcome::NotTried);
    driver.apply.disconnect(SIGNAL(progress(QString, int, int)));
    QCOMPARE(outcomeLine(driver.write().writes), groupedDigits(rest) + text(" written"));
    QCOMPARE(commentsOnServer(database.session()), text("120"));
}

QTEST_GUILESS_MAIN(TestApplyLarge)
#include "tst_apply_large.moc"
