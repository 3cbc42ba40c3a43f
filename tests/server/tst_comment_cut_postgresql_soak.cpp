// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The connection is cut around every message of writing comments, at random bytes, and by a server
// that ends sessions or dies: what the report says is what the server holds, what it does not know
// is resolved, and nothing is written twice.
#include "tests/server/comment_writing.h"
#include "tests/server/cutting_relay.h"
#include "tests/server/own_postgresql.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/support/soak.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QUrl>
#include <QtEndian>

#include <csignal>
#include <semaphore>

#include <unistd.h>

using namespace cadastre;
using namespace cadastre::test;

namespace {

const QByteArray objects = R"(
CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0), b int);
CREATE VIEW v AS TABLE t;
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE TYPE e AS ENUM ('x');
CREATE TABLE seen (object text);
CREATE FUNCTION see() RETURNS event_trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
    FOR r IN SELECT * FROM pg_event_trigger_ddl_commands() LOOP
        INSERT INTO public.seen VALUES (r.object_identity);
    END LOOP;
END$$;
CREATE EVENT TRIGGER see_comments ON ddl_command_end WHEN TAG IN ('COMMENT')
    EXECUTE FUNCTION see();
)";

/// The ends of the messages of one direction, in bytes from its beginning.
/// Source: PostgreSQL documentation, "Message Formats".
std::vector<qint64> messageEnds(const QByteArray& bytes, Direction direction)
{
    std::vector<qint64> ends;
    qint64 at = 0;
    bool hasType = direction == Direction::ToClient; // a client begins without
    while (at + (hasType ? 5 : 4) <= bytes.size()) {
        const qint64 type = hasType ? 1 : 0;
        at += type + qFromBigEndian<quint32>(bytes.constData() + at + type);
        ends.push_back(at);
        hasType = true;
    }
    return ends;
}

} // namespace

class TestCommentCutPostgresqlSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cutAroundEveryMessage();
    void cutAtRandomBytes();
    void sessionsEndedByTheServer();
    void serverCrashes();

private:
    QString relayedUrl();
    CommentWriteRequest request();
    Result<CommentWriteReport> writeWhile(QRandomGenerator& random,
                                          const std::function<void()>& act);
    void recordOneRun();
    void runCut(const Cut& cut);
    /// Compares a report with the server, resolves what is unknown, writes what is missing, and
    /// looks whether everything was written once.
    void verify(const Result<CommentWriteReport>& report);
    void awaitNoWriter();
    QString stored(const CommentEdit& edit);

    std::unique_ptr<PostgresTestDatabase> m_database;
    QString m_url;
    std::unique_ptr<PostgresSession> m_session; ///< of the test itself
    std::unique_ptr<CuttingRelay> m_relay;
    std::shared_ptr<const Catalog> m_catalog;
    std::vector<CommentEdit> m_edits;
    std::vector<RelayedBytes> m_recorded;
    std::map<QString, int> m_counts; ///< how runs ended
    int m_run = 0;
};

void TestCommentCutPostgresqlSoak::init()
{
    m_database = std::make_unique<PostgresTestDatabase>(QStringLiteral("cut"));
    QVERIFY2(m_database->error().isEmpty(), qPrintable(m_database->error()));
    m_url = m_database->url();
    m_session = std::make_unique<PostgresSession>(m_url);
    QCOMPARE(m_session->execute(objects), QString());
    m_relay = std::make_unique<CuttingRelay>(QUrl(m_database->url()).port());
    m_catalog = catalogAt(m_url);
    m_counts.clear();
    m_run = 0;
}

void TestCommentCutPostgresqlSoak::cleanup()
{
    m_relay.reset();
    m_session.reset();
    m_database.reset();
    for (const auto& [how, count] : m_counts)
        qInfo("%s: %d", qPrintable(how), count);
}

QString TestCommentCutPostgresqlSoak::relayedUrl()
{
    return QStringLiteral(
               "postgresql://cadastre@127.0.0.1:%1/%2?sslmode=disable&gssencmode=disable")
        .arg(m_relay->port())
        .arg(m_database->name());
}

/// Every run writes other texts, from those of the last one.
CommentWriteRequest TestCommentCutPostgresqlSoak::request()
{
    static const QStringList keys{QStringLiteral("table:public.t"),
                                  QStringLiteral("column:public.t.a"),
                                  QStringLiteral("constraint:public.t.positive"),
                                  QStringLiteral("view:public.v"),
                                  QStringLiteral("routine:public.f(integer)"),
                                  QStringLiteral("type:public.e")};
    const QString before = m_run ? QStringLiteral("text %1").arg(m_run) : QString();
    const QString after = QStringLiteral("text %1").arg(++m_run);
    m_edits.clear();
    for (const QString& key : keys) {
        CommentEdit edit = editOf(*m_catalog, key, after);
        edit.before = before;
        m_edits.push_back(edit);
    }
    m_session->execute("TRUNCATE seen");
    return writeRequest(m_catalog, m_edits);
}

void TestCommentCutPostgresqlSoak::recordOneRun()
{
    m_relay->begin();
    const auto report = writeTo(relayedUrl(), request());
    QVERIFY2(report.has_value(), qPrintable(outcomesOf(report).value(0)));
    QCOMPARE(countsOf(*report), QStringLiteral("written 6"));
    m_recorded = m_relay->recorded();
    QCOMPARE(m_recorded.size(), std::size_t(2));
}

void TestCommentCutPostgresqlSoak::awaitNoWriter()
{
    QElapsedTimer timer;
    timer.start();
    while (m_session->value("SELECT count(*) FROM pg_stat_activity WHERE datname = "
                            "current_database() AND application_name = 'cadastre'") !=
           QLatin1String("0")) {
        QVERIFY(timer.elapsed() < 10000);
        usleep(1000);
    }
}

QString TestCommentCutPostgresqlSoak::stored(const CommentEdit& edit)
{
    return m_session->value(
        QStringLiteral("SELECT coalesce((SELECT description FROM pg_description WHERE classoid = "
                       "%1 AND objoid = %2 AND objsubid = %3), '')")
            .arg(edit.identity->classOid)
            .arg(edit.identity->objectOid)
            .arg(edit.identity->subId)
            .toLatin1());
}

void TestCommentCutPostgresqlSoak::verify(const Result<CommentWriteReport>& report)
{
    awaitNoWriter();
    ++m_counts[report ? countsOf(*report) : QStringLiteral("not begun")];
    CommentWriteRequest missing = writeRequest(m_catalog, {});
    CommentWriteRequest unknown = writeRequest(m_catalog, {});
    for (std::size_t i = 0; i < m_edits.size(); ++i) {
        const WriteOutcome outcome = report ? report->writes[i].outcome : WriteOutcome::NotTried;
        const QString text = stored(m_edits[i]);
        if (outcome == WriteOutcome::Written)
            QCOMPARE(text, m_edits[i].after);
        else if (outcome == WriteOutcome::NotTried)
            QCOMPARE(text, m_edits[i].before);
        else
            QCOMPARE(outcome, WriteOutcome::Unknown);
        if (outcome == WriteOutcome::NotTried)
            missing.edits.push_back(m_edits[i]);
        if (outcome == WriteOutcome::Unknown)
            unknown.edits.push_back(m_edits[i]);
    }
    const auto resolved = resolveAt(m_url, unknown);
    QVERIFY2(resolved.has_value(), qPrintable(outcomesOf(resolved).value(0)));
    for (const CommentWrite& write : resolved->writes) {
        const bool isThere = stored(write.edit) == write.edit.after;
        QCOMPARE(write.outcome, isThere ? WriteOutcome::Written : WriteOutcome::NotTried);
        ++m_counts[QStringLiteral("comments resolved as ") + writeOutcomeName(write.outcome)];
        if (!isThere)
            missing.edits.push_back(write.edit);
    }
    const auto completed = writeTo(m_url, missing);
    QVERIFY2(completed.has_value(), qPrintable(outcomesOf(completed).value(0)));
    for (const CommentWrite& write : completed->writes)
        QCOMPARE(write.outcome, WriteOutcome::Written);
    QCOMPARE(m_session->value("SELECT count(*) || ' ' || count(DISTINCT object) FROM seen"),
             QStringLiteral("6 6"));
}

void TestCommentCutPostgresqlSoak::runCut(const Cut& cut)
{
    m_relay->beginWithCut(cut);
    const auto report = writeTo(relayedUrl(), request());
    verify(report);
    if (QTest::currentTestFailed())
        qWarning("cut connection %d %s at byte %lld", cut.connection,
                 cut.direction == Direction::ToServer ? "to the server" : "to the client",
                 static_cast<long long>(cut.offset));
}

void TestCommentCutPostgresqlSoak::cutAroundEveryMessage()
{
    recordOneRun();
    if (QTest::currentTestFailed())
        return;
    std::vector<Cut> cuts;
    for (int connection = 0; connection < 2; ++connection) {
        for (const Direction direction : {Direction::ToServer, Direction::ToClient}) {
            const RelayedBytes& bytes = m_recorded[static_cast<std::size_t>(connection)];
            const auto ends = messageEnds(
                direction == Direction::ToServer ? bytes.toServer : bytes.toClient, direction);
            QVERIFY(ends.size() > 10);
            for (const qint64 end : ends)
                for (const qint64 offset : {end - 1, end, end + 1})
                    cuts.push_back({connection, direction, offset});
        }
    }
    // in a short run: evenly spread ones, and always those around COMMIT and its answer
    const qint64 commit = m_recorded[0].toServer.lastIndexOf("COMMIT"); // not READ COMMITTED
    QVERIFY(commit > 0);
    const std::size_t step =
        cuts.size() / static_cast<std::size_t>(soakCount(static_cast<int>(cuts.size()), 8)) + 1;
    int count = 0;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const Cut& cut = cuts[i];
        const bool isAroundCommit =
            cut.connection == 0 && (cut.direction == Direction::ToServer
                                        ? std::abs(cut.offset - commit) < 60
                                        : m_recorded[0].toClient.size() - cut.offset < 40);
        if (soakCount(100) < 100 && i % step != 0 && !isAroundCommit)
            continue;
        runCut(cut);
        ++count;
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d cuts around messages", count);
    // the cuts around COMMIT: it did not arrive, and its answer did not
    QVERIFY(m_counts.contains(QStringLiteral("comments resolved as written")));
    QVERIFY(m_counts.contains(QStringLiteral("comments resolved as not tried")));
}

void TestCommentCutPostgresqlSoak::cutAtRandomBytes()
{
    recordOneRun();
    if (QTest::currentTestFailed())
        return;
    QRandomGenerator random(soakSeed());
    for (int i = soakCount(200, 6); i > 0; --i) {
        const int connection = static_cast<int>(random.bounded(2));
        const auto direction = random.bounded(2) == 0 ? Direction::ToServer : Direction::ToClient;
        const RelayedBytes& bytes = m_recorded[static_cast<std::size_t>(connection)];
        const qsizetype size =
            (direction == Direction::ToServer ? bytes.toServer : bytes.toClient).size();
        runCut({connection, direction, static_cast<qint64>(random.bounded(quint32(size)))});
        if (QTest::currentTestFailed())
            return;
    }
}

/// Writes, and does something to the server meanwhile: mostly just after the texts were announced.
Result<CommentWriteReport>
TestCommentCutPostgresqlSoak::writeWhile(QRandomGenerator& random, const std::function<void()>& act)
{
    CommentWriteRequest writing = request();
    std::counting_semaphore<2> sending(0);
    writing.onSending = [&sending](std::span<const PlannedComment>) {
        sending.release();
        return ok();
    };
    const bool isEarly = random.bounded(4) == 0;
    const auto delayUs = random.bounded(isEarly ? 40000 : 4000);
    std::thread other([&] {
        if (!isEarly)
            sending.acquire();
        usleep(delayUs);
        act();
    });
    const auto report = writeTo(m_url, writing);
    sending.release(); // where nothing was announced
    other.join();
    return report;
}

void TestCommentCutPostgresqlSoak::sessionsEndedByTheServer()
{
    QRandomGenerator random(soakSeed());
    for (int i = soakCount(200, 4); i > 0; --i) {
        PostgresSession killer(m_url);
        const auto report = writeWhile(random, [&killer] {
            killer.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname "
                           "= current_database() AND application_name = 'cadastre'");
        });
        verify(report);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestCommentCutPostgresqlSoak::serverCrashes()
{
    OwnPostgres server;
    QCOMPARE(server.error(), QString());
    m_url = server.url();
    m_session = std::make_unique<PostgresSession>(m_url);
    QCOMPARE(m_session->execute(objects), QString());
    m_catalog = catalogAt(m_url);
    QRandomGenerator random(soakSeed());
    for (int i = soakCount(100, 1); i > 0; --i) {
        const int process = server.vitalProcess();
        QVERIFY(process > 0);
        const auto report = writeWhile(random, [process] { ::kill(process, SIGKILL); });
        usleep(1000); // until the server has noticed
        QVERIFY(server.awaitReady());
        m_session = std::make_unique<PostgresSession>(m_url);
        verify(report);
        if (QTest::currentTestFailed())
            return;
    }
    m_session.reset();
}

QTEST_GUILESS_MAIN(TestCommentCutPostgresqlSoak)
#include "tst_comment_cut_postgresql_soak.moc"
