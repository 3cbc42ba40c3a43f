// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Applying as the window does it, on real servers: as owner and as somebody who is not, on MariaDB
// with its comment file, through a connection that is cut, and by a program that is killed.
#include "model/relations/count_text.h"
#include "tests/server/cutting_relay.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/support/apply_driver.h"

#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <csignal>
#include <cstdio>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr int manyColumns = 1400; ///< three transactions

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QString columnName(int number)
{
    return QStringLiteral("c%1").arg(number, 4, 10, QLatin1Char('0'));
}

/// Every column of `wide` shall say this after an apply that was meant to change it.
QString newComment(const QString& column)
{
    return text("meaning of ") + column;
}

QByteArray wideTable(const char* name)
{
    QStringList columns;
    for (int i = 0; i < manyColumns; ++i)
        columns << columnName(i) + text(" integer");
    return "CREATE TABLE " + QByteArray(name) + " (" + columns.join(QLatin1Char(',')).toUtf8() +
           ");";
}

/// What makes a server keep a comment: where it begins (as a word of its message), and where the
/// last of the messages ends that make the server do it.
struct KeepingPlace
{
    int connection = 0;
    qint64 word = 0;
    qint64 end = 0;
};

/// PostgreSQL's COMMIT; the first one is that of READ COMMITTED.
std::optional<KeepingPlace> commitPlace(const std::vector<RelayedBytes>& connections)
{
    static const QByteArray sync("S\0\0\0\4", 5);
    for (std::size_t i = 0; i < connections.size(); ++i) {
        const QByteArray& sent = connections[i].toServer;
        const qsizetype word = sent.lastIndexOf("\nCOMMIT\n") + 1;
        const qsizetype end = sent.indexOf(sync, word) + sync.size();
        if (sent.contains("COMMENT ON TABLE") && word > 0 && end > word)
            return KeepingPlace{static_cast<int>(i), word, end};
    }
    return std::nullopt;
}

/// MariaDB's ALTER; a packet is its length in three bytes, its number and the command before it.
std::optional<KeepingPlace> alterPlace(const std::vector<RelayedBytes>& connections)
{
    constexpr qsizetype headBytes = 5;
    for (std::size_t i = 0; i < connections.size(); ++i) {
        const QByteArray& sent = connections[i].toServer;
        const qsizetype word = sent.indexOf("ALTER TABLE");
        if (word < headBytes)
            continue;
        const auto byte = [&](qsizetype at) {
            return static_cast<qint64>(static_cast<unsigned char>(sent[word - headBytes + at]));
        };
        const qint64 length = byte(0) + (byte(1) << 8) + (byte(2) << 16);
        return KeepingPlace{static_cast<int>(i), word, word - 1 + length};
    }
    return std::nullopt;
}

/// Sends what is staged and returns when the report is there, before anything of what follows it.
bool sendUntilReported(ApplyDriver& driver)
{
    QEventLoop loop;
    QObject::connect(&driver.apply, &ApplyFlow::reported, &loop, &QEventLoop::quit);
    QTimer::singleShot(ApplyDriver::patienceMs, &loop, [&loop] { loop.exit(1); });
    return driver.apply.apply(text("shop"), driver.stagedKeys(), {}) && loop.exec() == 0;
}

/// In a process of its own: stages a comment for every column, sends them, says when the first are
/// settled, and goes on until it is killed.
int applyUntilKilled(const QString& url)
{
    ApplyDriver driver;
    if (!driver.open(url))
        return 1;
    std::vector<CommentEdit> edits;
    for (int i = 0; i < manyColumns; ++i) {
        const ObjectRef column = *driver.catalog().resolve(QString(text("wide.") + columnName(i)));
        edits.push_back(commentEditOf(driver.catalog(), column, newComment(columnName(i))));
    }
    if (!driver.comments.stage(edits, text("many")) || !driver.plan())
        return 2;
    QObject::connect(&driver.apply, &ApplyFlow::progress, &driver.apply,
                     [](const QString&, int done) {
                         if (done > 0) {
                             std::printf("settled %d\n", done);
                             std::fflush(stdout);
                         }
                     });
    std::printf("staged\n");
    std::fflush(stdout);
    if (!driver.apply.apply(text("shop"), driver.stagedKeys(), {}))
        return 3;
    return QTest::qWaitFor([&] { return !driver.reports.empty(); }, 60000) ? 0 : 4;
}

} // namespace

class TestApplyServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_home->path().toUtf8());
    }

    void ownerWritesEveryKind();
    void othersAreRefusedAndToldWhoCould();
    void conflictIsShownAndSolved();
    void lostCommitIsUnknownUntilItIsLookedUp_data();
    void lostCommitIsUnknownUntilItIsLookedUp();
    void lostAlterIsUnknownUntilItIsLookedUp_data();
    void lostAlterIsUnknownUntilItIsLookedUp();
    void markedReadOnlyIsNotWritten();
    void mariaDbAndItsCommentFile();
    void killedMeanwhile_data();
    void killedMeanwhile();

private:
    using FindPlace =
        std::function<std::optional<KeepingPlace>(const std::vector<RelayedBytes>& connections)>;
    /// Cuts the connection around what keeps the second comment of `orders`, and follows that one
    /// until it is known: in the same program, or in the next one.
    void loseAndLookUp(CuttingRelay& relay, const QString& url, const FindPlace& placeIn,
                       const std::function<QString()>& stored);

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestApplyServers::ownerWritesEveryKind()
{
    PostgresTestDatabase database(text("apply"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute("CREATE TABLE orders (id integer PRIMARY KEY, status text);"
                              "CREATE VIEW open_orders AS SELECT id FROM orders;"
                              "CREATE INDEX by_status ON orders (status);"),
             QString());
    ApplyDriver driver;
    QVERIFY2(driver.open(database.url()), qPrintable(driver.failure));
    for (const char* name : {"orders", "orders.status", "open_orders", "open_orders.id"})
        QVERIFY(driver.edit(text(name), text("it's \\ ") + text(name)));
    QVERIFY(driver.plan());
    const PendingSource pending = driver.apply.state().sources.front();
    QCOMPARE(pending.target.database, database.name());
    QVERIFY(!pending.target.role.isEmpty());
    for (const PendingRow& row : pending.rows)
        QVERIFY2(row.planned && row.planned->sql.contains(text("COMMENT ON")),
                 qPrintable(row.name));
    const ApplyReport report = driver.write();
    QCOMPARE(outcomeLine(report.writes), text("4 written"));
    QVERIFY(driver.stagedKeys().empty());
    QCOMPARE(database.session().value("SELECT obj_description('open_orders'::regclass)"),
             text("it's \\ open_orders"));
    QCOMPARE(driver.comment(text("orders.status")), text("it's \\ orders.status"));
    QCOMPARE(driver.audit().front().target.database, database.name());
}

void TestApplyServers::othersAreRefusedAndToldWhoCould()
{
    PostgresTestDatabase database(text("applyother"));
    QCOMPARE(database.error(), QString());
    const QByteArray reader = (database.name() + text("_reader")).toUtf8();
    QCOMPARE(database.execute("CREATE TABLE orders (id integer);"
                              "CREATE ROLE " +
                              reader +
                              " LOGIN;"
                              "GRANT SELECT ON orders TO " +
                              reader + ";"),
             QString());
    {
        ApplyDriver driver;
        QVERIFY2(driver.open(database.urlFor(QString::fromUtf8(reader))),
                 qPrintable(driver.failure));
        QVERIFY(driver.edit(text("orders"), text("words")));
        QVERIFY(driver.plan());
        QCOMPARE(driver.apply.state().sources.front().target.role, QString::fromUtf8(reader));
        const ApplyReport report = driver.write();
        QCOMPARE(outcomeLine(report.writes), text("1 refused"));
        QVERIFY(!report.writes.front().whoCould.isEmpty());
        QVERIFY(applyReportText(report).contains(report.writes.front().whoCould));
        QCOMPARE(driver.stagedKeys().size(), std::size_t(1));
        const PendingRow row = driver.apply.state().sources.front().rows.front();
        QCOMPARE(pendingSign(row), text("refused"));
        QCOMPARE(row.edit.after, text("words"));
    }
    QCOMPARE(database.session().value("SELECT obj_description('orders'::regclass)"), QString());
    database.execute("DROP OWNED BY " + reader + "; DROP ROLE " + reader);
}

void TestApplyServers::conflictIsShownAndSolved()
{
    PostgresTestDatabase database(text("applyconflict"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute("CREATE TABLE orders (id integer); CREATE TABLE carts (id integer);"),
             QString());
    ApplyDriver driver;
    QVERIFY2(driver.open(database.url()), qPrintable(driver.failure));
    QVERIFY(driver.edit(text("orders"), text("mine")));
    QVERIFY(driver.edit(text("carts"), text("mine, too")));
    QCOMPARE(database.execute("COMMENT ON TABLE orders IS 'theirs'"), QString());
    QCOMPARE(outcomeLine(driver.write().writes), text("1 written, 1 conflict"));
    QCOMPARE(database.session().value("SELECT obj_description('orders'::regclass)"),
             text("theirs"));
    const PendingRow row = driver.apply.state().sources.front().rows.front();
    QCOMPARE(theirsOf(row), text("theirs"));
    QVERIFY(isInConflict(row));
    // a text that was not shown is not overwritten by the answer either
    QCOMPARE(database.execute("COMMENT ON TABLE orders IS 'theirs, again'"), QString());
    QVERIFY(driver.comments.rebase(row.edit.key, text("theirs"), text("both")));
    QCOMPARE(outcomeLine(driver.write().writes), text("1 conflict"));
    QVERIFY(driver.comments.rebase(row.edit.key, text("theirs, again"), text("all three")));
    QCOMPARE(outcomeLine(driver.write().writes), text("1 written"));
    QCOMPARE(database.session().value("SELECT obj_description('orders'::regclass)"),
             text("all three"));
}

void TestApplyServers::lostCommitIsUnknownUntilItIsLookedUp_data()
{
    QTest::addColumn<bool>("arrives");
    QTest::addColumn<bool>("ends");
    QTest::newRow("it arrived") << true << false;
    QTest::newRow("it did not arrive") << false << false;
    QTest::newRow("it arrived, and the program ends") << true << true;
    QTest::newRow("it did not arrive, and the program ends") << false << true;
}

void TestApplyServers::lostCommitIsUnknownUntilItIsLookedUp()
{
    PostgresTestDatabase database(text("applycut"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute("CREATE TABLE orders (id integer)"), QString());
    CuttingRelay relay(QUrl(database.url()).port());
    const QString url =
        text("postgresql://cadastre@127.0.0.1:%1/%2?sslmode=disable&gssencmode=disable")
            .arg(relay.port())
            .arg(database.name());
    loseAndLookUp(relay, url, commitPlace, [&database] {
        return database.session().value("SELECT obj_description('orders'::regclass)");
    });
}

void TestApplyServers::lostAlterIsUnknownUntilItIsLookedUp_data()
{
    lostCommitIsUnknownUntilItIsLookedUp_data();
}

void TestApplyServers::lostAlterIsUnknownUntilItIsLookedUp()
{
    MariaDbTestDatabase database(text("applycut"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute("CREATE TABLE orders (id int)"), QString());
    CuttingRelay relay(QUrl(database.url()).port());
    const QString url = text("mariadb://cadastre@127.0.0.1:%1/%2?ssl-mode=disabled")
                            .arg(relay.port())
                            .arg(database.name());
    loseAndLookUp(relay, url, alterPlace, [&database] {
        return database.session().value("SELECT table_comment FROM information_schema.tables WHERE "
                                        "table_schema = database() AND table_name = 'orders'");
    });
}

void TestApplyServers::loseAndLookUp(CuttingRelay& relay, const QString& url,
                                     const FindPlace& placeIn,
                                     const std::function<QString()>& stored)
{
    QFETCH(bool, arrives);
    QFETCH(bool, ends);
    auto driver = std::make_unique<ApplyDriver>();
    QVERIFY2(driver->open(url), qPrintable(driver->failure));
    QVERIFY(driver->edit(text("orders"), text("word 1")));
    QVERIFY(driver->plan());
    relay.begin(); // waits for the planning session
    QVERIFY(sendUntilReported(*driver));
    const std::optional<KeepingPlace> place = placeIn(relay.recorded());
    QVERIFY(place.has_value());
    QVERIFY(driver->settle());
    QCOMPARE(outcomeLine(driver->reports[0].writes), text("1 written"));
    QCOMPARE(driver->comment(text("orders")), text("word 1"));

    QVERIFY(driver->edit(text("orders"), text("word 2")));
    QVERIFY(driver->plan());
    relay.beginWithCut({place->connection, Direction::ToServer, // as many bytes as before
                        arrives ? place->end : place->word});
    QVERIFY(sendUntilReported(*driver));
    QVERIFY(relay.hasCut());
    QCOMPARE(outcomeLine(driver->reports[1].writes), text("1 unknown"));
    QVERIFY(applyReportText(driver->reports[1]).contains(text("lost")));
    QCOMPARE(driver->stagedKeys().size(), std::size_t(1)); // until it is known
    QCOMPARE(driver->comments.staged().edits().begin()->second.after, text("word 2"));
    QCOMPARE(driver->audit().back().writes.front().result->outcome, WriteOutcome::Unknown);
    const std::size_t expected = ends ? 1 : 3;
    if (ends) {
        driver = std::make_unique<ApplyDriver>(); // another start of the program
        QVERIFY2(driver->open(url), qPrintable(driver->failure));
    }
    QTRY_COMPARE_WITH_TIMEOUT(driver->reports.size(), expected, 20000);
    QVERIFY(driver->settle());
    const ApplyReport& found = driver->reports.back();
    QVERIFY(found.afterwards);
    QCOMPARE(outcomeLine(found.writes), arrives ? text("1 written") : text("1 not tried"));
    QCOMPARE(stored(), arrives ? text("word 2") : text("word 1"));
    QCOMPARE(driver->stagedKeys().empty(), arrives);
    const std::vector<AuditBatch> batches = driver->audit();
    QCOMPARE(batches.size(), std::size_t(2)); // looking up is no batch
    QCOMPARE(batches.back().writes.front().result->outcome,
             arrives ? WriteOutcome::Written : WriteOutcome::NotTried);
    QCOMPARE(undoOf(batches.back()).size(), std::size_t(arrives ? 1 : 0));
    if (!arrives)
        QCOMPARE(outcomeLine(driver->write().writes), text("1 written"));
    QVERIFY(driver->stagedKeys().empty());
    QCOMPARE(stored(), text("word 2"));
}

void TestApplyServers::markedReadOnlyIsNotWritten()
{
    PostgresTestDatabase database(text("applyreadonly"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute("CREATE TABLE orders (id integer)"), QString());
    ApplyDriver driver;
    QVERIFY2(driver.open(database.url()), qPrintable(driver.failure));
    QVERIFY(driver.edit(text("orders"), text("words")));
    driver.apply.setMarks([](const QString&) { return SourceMarks{true, false}; });
    QVERIFY(driver.plan());
    QVERIFY(driver.apply.state().sources.front().rows.front().planned); // for a migration
    QVERIFY(!driver.write().failure.isEmpty());
    QCOMPARE(database.session().value("SELECT obj_description('orders'::regclass)"), QString());
    QCOMPARE(driver.stagedKeys().size(), std::size_t(1));
}

void TestApplyServers::mariaDbAndItsCommentFile()
{
    MariaDbTestDatabase database(text("apply"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute("CREATE TABLE orders (id int NOT NULL COMMENT 'key', status int);"
                              "CREATE VIEW open_orders AS SELECT id FROM orders;"),
             QString());
    ApplyDriver driver;
    QVERIFY2(driver.open(database.url()), qPrintable(driver.failure));
    QVERIFY(driver.edit(text("orders.id"), text("it's the \\ key")));
    QVERIFY(driver.edit(text("orders"), text("words")));
    QVERIFY(driver.edit(text("open_orders"), text("only in a file")));
    const ApplyReport report = driver.write();
    QCOMPARE(outcomeLine(report.writes), text("2 written, 1 refused")); // no workspace, no file
    QCOMPARE(driver.comment(text("orders.id")), text("it's the \\ key"));
    QCOMPARE(driver.stagedKeys().size(), std::size_t(1));
    QTemporaryDir folder;
    driver.sources.setWorkspacePath(folder.filePath(text("team.cadastre")));
    QCOMPARE(outcomeLine(driver.write().writes), text("1 written"));
    QVERIFY(QFile::exists(folder.filePath(text("team.shop.comments.sql"))));
    QCOMPARE(driver.comment(text("open_orders")), text("only in a file"));
    // and all of it back
    std::vector<CommentEdit> back;
    for (const AuditBatch& batch : driver.audit()) {
        for (const CommentEdit& edit : undoOf(batch))
            back.push_back(edit);
    }
    QCOMPARE(back.size(), std::size_t(3));
    QVERIFY(driver.comments.stage(back, text("undo")));
    QCOMPARE(outcomeLine(driver.write({}, driver.audit().front().id).writes), text("3 written"));
    QCOMPARE(driver.comment(text("orders.id")), text("key"));
    QCOMPARE(driver.comment(text("open_orders")), QString());
}

void TestApplyServers::killedMeanwhile_data()
{
    QTest::addColumn<QByteArray>("killAt");
    QTest::newRow("when all is staged") << QByteArray("staged");
    QTest::newRow("when the first are written") << QByteArray("settled");
}

void TestApplyServers::killedMeanwhile()
{
    QFETCH(QByteArray, killAt);
    PostgresTestDatabase database(text("applykill"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute(wideTable("wide")), QString());
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {text("--apply"), database.url()});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += child.readAllStandardOutput()).contains(killAt), 30000);
    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    QVERIFY(child.waitForFinished());

    ApplyDriver driver;
    QVERIFY2(driver.open(database.url()), qPrintable(driver.failure));
    QVERIFY(
        QTest::qWaitFor([&] { return driver.settle() && !driver.apply.isLookingBack(); }, 20000));
    const QStringList held = database.session().column(
        "SELECT coalesce(col_description(attrelid, attnum), '') FROM pg_attribute"
        " WHERE attrelid = 'wide'::regclass AND attnum > 0 ORDER BY attnum");
    QCOMPARE(held.size(), manyColumns);
    int written = 0;
    for (int i = 0; i < manyColumns; ++i) {
        const QString column = columnName(i);
        const bool there = held.at(i) == newComment(column);
        QVERIFY2(there || held.at(i).isEmpty(), qPrintable(held.at(i)));
        written += there ? 1 : 0;
        const CommentEdit* edit = driver.comments.staged().find(driver.key(text("wide.") + column));
        QCOMPARE(edit == nullptr, there); // nothing staged is lost, nothing written stays
        if (edit != nullptr)
            QCOMPARE(edit->after, newComment(column));
    }
    for (const AuditBatch& batch : driver.audit()) { // and all of it is known
        int known = 0;
        for (const AuditedWrite& write : batch.writes) {
            QVERIFY(write.result && write.result->outcome != WriteOutcome::Unknown);
            known += write.result->outcome == WriteOutcome::Written ? 1 : 0;
        }
        QCOMPARE(known, written);
    }
    QCOMPARE(outcomeLine(driver.write().writes),
             groupedDigits(manyColumns - written) + text(" written")); // the rest, no more
    QVERIFY(driver.stagedKeys().empty());
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--apply"))
        return applyUntilKilled(arguments.value(2));
    TestApplyServers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_apply_servers.moc"
