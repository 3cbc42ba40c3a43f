// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The connection is cut around every message of writing comments and at random bytes, and sessions
// are killed: what the report says is what the server holds, what it does not know is resolved at
// the next connection, and nothing is lost or half done.
#include "tests/server/comment_writing.h"
#include "tests/server/cutting_relay.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/support/soak.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

#include <thread>

#include <unistd.h>

using namespace cadastre;
using namespace cadastre::test;

namespace {

const QByteArray objects = R"sql(
CREATE TABLE one (id INT PRIMARY KEY, a INT DEFAULT 3 CHECK (a > 0), b VARCHAR(20), KEY ka (a), KEY kb (b));
CREATE TABLE two (id INT PRIMARY KEY);
CREATE PROCEDURE doing() SELECT 1;
CREATE EVENT nightly ON SCHEDULE EVERY 1 YEAR STARTS '2035-01-01 00:00:00' DISABLE DO SELECT 1;
)sql";

/// The ends of the packets of one direction, in bytes from its beginning.
/// Source: MariaDB documentation, "Standard Packet": length (3 bytes, low first), number (1).
std::vector<qint64> packetEnds(const QByteArray& bytes)
{
    std::vector<qint64> ends;
    qint64 at = 0;
    while (at + 4 <= bytes.size()) {
        const auto byte = [&](qint64 i) {
            return static_cast<qint64>(static_cast<unsigned char>(bytes[at + i]));
        };
        at += 4 + byte(0) + (byte(1) << 8) + (byte(2) << 16);
        ends.push_back(at);
    }
    return ends;
}

} // namespace

class TestCommentCutMariaDbSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cutAroundEveryMessage();
    void cutAtRandomBytes();
    void sessionsKilled();

private:
    QString relayedUrl();
    CommentWriteRequest request();
    void recordOneRun();
    void runCut(const Cut& cut);
    [[nodiscard]] QByteArray recordedBytes(int line, Direction direction) const
    {
        const RelayedBytes& bytes = m_recorded[static_cast<std::size_t>(line)];
        return direction == Direction::ToServer ? bytes.toServer : bytes.toClient;
    }
    /// Compares a report with the server, resolves what is unknown, and writes what is missing.
    void verify(const Result<CommentWriteReport>& report);
    void awaitNoWriter();
    void readStored();
    /// As the server has it now, without this program's code.
    QString stored(const CommentEdit& edit) { return m_stored.at(edit.key); }
    QString definitions();

    std::unique_ptr<MariaDbTestDatabase> m_database;
    std::unique_ptr<CuttingRelay> m_relay;
    std::shared_ptr<const Catalog> m_catalog;
    std::vector<CommentEdit> m_edits;
    std::map<ObjectKey, QString> m_stored;
    std::vector<RelayedBytes> m_recorded;
    std::map<QString, int> m_counts; ///< how runs ended
    QString m_definitions;           ///< without comments
    int m_run = 0;
    int m_ownId = 0; ///< of the database's own session
};

void TestCommentCutMariaDbSoak::init()
{
    m_database = std::make_unique<MariaDbTestDatabase>(QStringLiteral("cut"));
    QVERIFY2(m_database->error().isEmpty(), qPrintable(m_database->error()));
    QCOMPARE(m_database->execute(objects), QString());
    m_relay = std::make_unique<CuttingRelay>(QUrl(m_database->url()).port());
    m_catalog = catalogAt(m_database->url());
    m_definitions = definitions();
    m_ownId = m_database->session().value("SELECT CONNECTION_ID()").toInt();
    m_counts.clear();
    m_run = 0;
}

void TestCommentCutMariaDbSoak::cleanup()
{
    m_relay.reset();
    m_database.reset();
    for (const auto& [how, count] : m_counts)
        qInfo("%s: %d", qPrintable(how), count);
}

QString TestCommentCutMariaDbSoak::relayedUrl()
{
    return QStringLiteral("mariadb://cadastre@127.0.0.1:%1/%2?ssl-mode=disabled")
        .arg(m_relay->port())
        .arg(m_database->name());
}

/// Every run writes other texts, from those of the last one.
CommentWriteRequest TestCommentCutMariaDbSoak::request()
{
    static const QStringList keys{
        QStringLiteral("table:DB.one"),    QStringLiteral("column:DB.one.a"),
        QStringLiteral("column:DB.one.b"), QStringLiteral("index:DB.one.ka"),
        QStringLiteral("table:DB.two"),    QStringLiteral("routine:DB.doing()"),
        QStringLiteral("event:DB.nightly")};
    const QString before = m_run ? QStringLiteral("text %1").arg(m_run) : QString();
    const QString after = QStringLiteral("text %1").arg(++m_run);
    m_edits.clear();
    for (QString key : keys) {
        CommentEdit edit =
            editOf(*m_catalog, key.replace(QLatin1String("DB"), m_database->name()), after);
        edit.before = before;
        m_edits.push_back(edit);
    }
    return writeRequest(m_catalog, m_edits);
}

QString TestCommentCutMariaDbSoak::definitions()
{
    QStringList texts;
    MariaDbSession& session = m_database->session();
    texts << session.secondColumn("SHOW CREATE TABLE one") +
                 session.secondColumn("SHOW CREATE TABLE two") +
                 session.cells("SHOW CREATE PROCEDURE doing", 2) +
                 session.cells("SHOW CREATE EVENT nightly", 3);
    QString text = texts.join(QLatin1Char('\n'));
    return text.remove(QRegularExpression(QStringLiteral("\\s+COMMENT[ =]'text \\d+'")));
}

void TestCommentCutMariaDbSoak::readStored()
{
    const auto now = catalogAt(m_database->url());
    m_stored.clear();
    for (const CommentEdit& edit : m_edits)
        m_stored[edit.key] = now->base(*now->find(edit.key)).comment.text;
}

void TestCommentCutMariaDbSoak::recordOneRun()
{
    m_relay->begin();
    const auto report = writeTo(relayedUrl(), request());
    QVERIFY2(report, qPrintable(outcomesOf(report).value(0)));
    QCOMPARE(countsOf(*report), QStringLiteral("written 7"));
    m_recorded = m_relay->recorded();
    QCOMPARE(m_recorded.size(), std::size_t(2)); // the second one holds routines and events
}

void TestCommentCutMariaDbSoak::awaitNoWriter()
{
    QElapsedTimer timer;
    timer.start();
    const QByteArray count = "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE DB = "
                             "DATABASE() AND ID <> CONNECTION_ID()";
    while (m_database->session().value(count) != QLatin1String("0")) {
        QVERIFY(timer.elapsed() < 20000);
        usleep(1000);
    }
}

void TestCommentCutMariaDbSoak::verify(const Result<CommentWriteReport>& report)
{
    ++m_counts[report ? countsOf(*report) : QStringLiteral("not begun")];
    CommentWriteRequest missing = writeRequest(m_catalog, {});
    CommentWriteRequest unknown = writeRequest(m_catalog, {});
    for (std::size_t i = 0; i < m_edits.size(); ++i) {
        const WriteOutcome outcome = report ? report->writes[i].outcome : WriteOutcome::NotTried;
        if (outcome == WriteOutcome::NotTried)
            missing.edits.push_back(m_edits[i]);
        else if (outcome == WriteOutcome::Unknown)
            unknown.edits.push_back(m_edits[i]);
        else
            QVERIFY2(outcome == WriteOutcome::Written,
                     qPrintable(outcomesOf(report).join(QLatin1Char('\n'))));
    }
    // at once, while the server may still be at it: who resolves waits for that
    unknown.lockTimeoutMs = 20000;
    const auto resolved = resolveAt(m_database->url(), unknown);
    QVERIFY2(resolved, qPrintable(outcomesOf(resolved).value(0)));
    awaitNoWriter();
    readStored();
    for (const CommentWrite& write : resolved->writes) {
        const bool isThere = stored(write.edit) == write.edit.after;
        QCOMPARE(write.outcome, isThere ? WriteOutcome::Written : WriteOutcome::NotTried);
        ++m_counts[QStringLiteral("comments resolved as ") + writeOutcomeName(write.outcome)];
        if (!isThere)
            missing.edits.push_back(write.edit);
    }
    for (std::size_t i = 0; report && i < m_edits.size(); ++i) {
        if (report->writes[i].outcome == WriteOutcome::Written)
            QCOMPARE(stored(m_edits[i]), m_edits[i].after);
        if (report->writes[i].outcome == WriteOutcome::NotTried)
            QCOMPARE(stored(m_edits[i]), m_edits[i].before);
    }
    const auto completed = writeTo(m_database->url(), missing);
    QVERIFY2(completed, qPrintable(outcomesOf(completed).value(0)));
    for (const CommentWrite& write : completed->writes)
        QVERIFY2(write.outcome == WriteOutcome::Written, qPrintable(write.reason));
    QCOMPARE(definitions(), m_definitions);
}

void TestCommentCutMariaDbSoak::runCut(const Cut& cut)
{
    m_relay->beginWithCut(cut);
    const auto report = writeTo(relayedUrl(), request());
    verify(report);
    if (QTest::currentTestFailed())
        qWarning("cut connection %d %s at byte %lld", cut.connection,
                 cut.direction == Direction::ToServer ? "to the server" : "to the client",
                 static_cast<long long>(cut.offset));
}

void TestCommentCutMariaDbSoak::cutAroundEveryMessage()
{
    recordOneRun();
    if (QTest::currentTestFailed())
        return;
    std::vector<Cut> cuts;
    for (int line = 0; line < 2; ++line) {
        for (const Direction direction : {Direction::ToServer, Direction::ToClient}) {
            const QByteArray bytes = recordedBytes(line, direction);
            const std::vector<qint64> ends = packetEnds(bytes);
            QVERIFY(ends.size() > 10);
            QCOMPARE(ends.back(), qint64(bytes.size()));
            for (const qint64 end : ends) {
                for (const qint64 offset : {end - 1, end, end + 1})
                    cuts.push_back({line, direction, offset});
            }
        }
    }
    // in a short run: evenly spread ones, and always those around the first ALTER and its answer
    const qint64 alter = m_recorded[0].toServer.indexOf("ALTER TABLE");
    QVERIFY(alter > 0);
    const qint64 sent = alter + m_recorded[0].toServer.mid(alter).indexOf("INSTANT") + 7;
    const std::size_t step =
        cuts.size() / static_cast<std::size_t>(soakCount(static_cast<int>(cuts.size()), 10)) + 1;
    int count = 0;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const bool isAroundAlter = cuts[i].connection == 0 &&
                                   cuts[i].direction == Direction::ToServer &&
                                   std::abs(cuts[i].offset - sent) < 3;
        if (soakCount(100) < 100 && i % step != 0 && !isAroundAlter)
            continue;
        runCut(cuts[i]);
        ++count;
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d cuts around messages", count);
    // it did not arrive; it did, and its answer did not
    QVERIFY(m_counts.contains(QStringLiteral("comments resolved as written")));
    QVERIFY(m_counts.contains(QStringLiteral("comments resolved as not tried")));
}

void TestCommentCutMariaDbSoak::cutAtRandomBytes()
{
    recordOneRun();
    if (QTest::currentTestFailed())
        return;
    QRandomGenerator random(soakSeed());
    for (int i = soakCount(200, 8); i > 0; --i) {
        const auto direction = random.bounded(2) == 0 ? Direction::ToServer : Direction::ToClient;
        const int line = random.bounded(4) == 0 ? 1 : 0;
        const qsizetype size = recordedBytes(line, direction).size();
        runCut({line, direction, static_cast<qint64>(random.bounded(quint32(size)))});
        if (QTest::currentTestFailed())
            return;
    }
}

void TestCommentCutMariaDbSoak::sessionsKilled()
{
    QRandomGenerator random(soakSeed());
    for (int i = soakCount(200, 8); i > 0; --i) {
        const CommentWriteRequest writing = request();
        const auto delayUs = random.bounded(40000);
        const bool hard = random.bounded(2) == 0;
        std::thread killer([this, delayUs, hard] {
            MariaDbSession session(m_database->serverUrl());
            usleep(delayUs);
            for (const QString& id :
                 session.column("SELECT ID FROM information_schema.PROCESSLIST WHERE DB = '" +
                                m_database->name().toUtf8() + "' AND ID <> '" +
                                QByteArray::number(m_ownId) + "'"))
                session.execute((hard ? "KILL HARD " : "KILL SOFT ") + id.toLatin1());
        });
        const auto report = writeTo(m_database->url(), writing);
        killer.join();
        verify(report);
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_GUILESS_MAIN(TestCommentCutMariaDbSoak)
#include "tst_comment_cut_mariadb_soak.moc"
