// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Two writers race for the comments of one object of every kind: both this program, or one of them
// psql or libpq, which look at nothing. No text is replaced that was not shown as `before`.
#include "model/notes/comment_file.h"
#include "model/sql/write/postgresql/prepared_comments.h"
#include "tests/server/comment_writing.h"
#include "tests/server/postgresql_everything.h"
#include "tests/support/soak.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <barrier>
#include <semaphore>
#include <set>
#include <thread>

#include <unistd.h>

using namespace cadastre;
using namespace cadastre::test;

namespace {

/// One object of every kind that can carry a comment, and of every kind of table.
std::vector<ObjectRef> oneOfEachKind(const Catalog& catalog, const QString& role)
{
    std::vector<ObjectRef> found;
    std::set<QString> seen;
    for (const ObjectRef ref : objectsInDatabase(catalog)) {
        const auto target = commentTarget(catalog, ref);
        const bool isOfOthers = ref.kind == ObjectKind::Role && catalog.base(ref).name != role;
        if (target && !isOfOthers && seen.insert(target->word).second)
            found.push_back(ref);
    }
    return found;
}

/// Another program with its connection open: psql or libpq.
class PlainWriter
{
public:
    PlainWriter(const QString& url, QRandomGenerator& random)
        : m_random(random)
        , m_session(url)
        , m_isPsql(random.bounded(4) == 0)
    {
        if (!m_isPsql)
            return;
        m_psql.start(QStringLiteral("psql"), {QStringLiteral("-XqAt"), QStringLiteral("-v"),
                                              QStringLiteral("ON_ERROR_STOP=1"), url});
        m_psql.write("SELECT 'ready';\n");
        while (!m_psql.canReadLine())
            m_psql.waitForReadyRead(30000);
    }

    /// Each statement alone or all in one transaction, in an order of its own; true for every one
    /// that took effect.
    std::vector<bool> write(const std::vector<QByteArray>& statements)
    {
        std::vector<bool> done(statements.size(), true);
        if (m_isPsql) {
            for (const QByteArray& statement : statements)
                m_psql.write(statement + '\n');
            m_psql.closeWriteChannel();
            m_psql.waitForFinished(60000);
            if (m_psql.exitCode() != 0)
                qFatal("psql: %s", m_psql.readAllStandardError().constData());
            return done;
        }
        std::vector<std::size_t> order(statements.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::shuffle(order.begin(), order.end(), m_random);
        if (m_random.bounded(2) == 0) {
            for (const std::size_t i : order)
                done[i] = m_session.execute(statements[i]).isEmpty();
            return done;
        }
        m_session.execute("BEGIN");
        bool failed = false;
        for (const std::size_t i : order)
            failed = failed || !m_session.execute(statements[i]).isEmpty();
        const bool committed =
            m_session.execute(failed ? "ROLLBACK" : "COMMIT").isEmpty() && !failed;
        done.assign(statements.size(), committed);
        return done;
    }

private:
    QRandomGenerator& m_random;
    PostgresSession m_session;
    bool m_isPsql;
    QProcess m_psql;
};

} // namespace

class TestCommentRacePostgresqlSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void twoOfThisProgram();
    void againstAnotherProgram();

private:
    /// Edits of all objects from what they hold now.
    CommentWriteRequest request(const QString& after);
    /// What the objects hold now, parallel to m_edits.
    QStringList stored();
    QString url() { return m_everything->database().url(); }
    void count(const CommentWriteReport& report);

    std::unique_ptr<EverythingDatabase> m_everything;
    std::shared_ptr<const Catalog> m_catalog;
    std::vector<CommentEdit> m_edits; ///< one of every kind of object
    std::map<WriteOutcome, int> m_outcomes;
};

void TestCommentRacePostgresqlSoak::initTestCase()
{
    m_everything = std::make_unique<EverythingDatabase>("comment_race");
    QVERIFY2(m_everything->error().isEmpty(), qPrintable(m_everything->error()));
    m_catalog = catalogAt(url());
    for (const ObjectRef ref : oneOfEachKind(*m_catalog, m_everything->owner()))
        m_edits.push_back(commentEditOf(*m_catalog, ref, {}));
    qInfo("kinds of objects: %zu", m_edits.size());
    QCOMPARE(m_edits.size(), std::size_t(25));
}

void TestCommentRacePostgresqlSoak::cleanupTestCase()
{
    for (const auto& [outcome, count] : m_outcomes)
        qInfo("%s: %d", qPrintable(writeOutcomeName(outcome)), count);
    m_everything.reset();
}

void TestCommentRacePostgresqlSoak::count(const CommentWriteReport& report)
{
    for (const CommentWrite& write : report.writes)
        ++m_outcomes[write.outcome];
}

QStringList TestCommentRacePostgresqlSoak::stored()
{
    QByteArray values;
    for (const CommentEdit& edit : m_edits)
        values += QStringLiteral("%1(%2, %3, %4, %5)")
                      .arg(values.isEmpty() ? QString() : QStringLiteral(","))
                      .arg(values.size())
                      .arg(edit.identity->classOid)
                      .arg(edit.identity->objectOid)
                      .arg(edit.identity->subId)
                      .toLatin1();
    return m_everything->database().session().column(
        "SELECT coalesce(d.description, s.description, '') FROM (VALUES " + values +
        ") AS i (n, c, o, p) LEFT JOIN pg_description d ON d.classoid = i.c AND d.objoid = i.o "
        "AND d.objsubid = i.p LEFT JOIN pg_shdescription s ON s.classoid = i.c AND s.objoid = i.o "
        "ORDER BY n");
}

CommentWriteRequest TestCommentRacePostgresqlSoak::request(const QString& after)
{
    const QStringList texts = stored();
    CommentWriteRequest request = writeRequest(m_catalog, m_edits);
    for (std::size_t i = 0; i < m_edits.size(); ++i) {
        request.edits[i].before = texts[static_cast<qsizetype>(i)];
        request.edits[i].after = after;
    }
    return request;
}

void TestCommentRacePostgresqlSoak::twoOfThisProgram()
{
    for (int round = 0; round < soakCount(500, 8); ++round) {
        const CommentWriteRequest mine = request(QStringLiteral("mine %1").arg(round));
        CommentWriteRequest theirs = mine;
        for (CommentEdit& edit : theirs.edits)
            edit.after = QStringLiteral("theirs %1").arg(round);
        std::barrier start(2);
        std::optional<Result<CommentWriteReport>> theirReport;
        std::thread other([&] {
            start.arrive_and_wait();
            theirReport = writeTo(url(), theirs);
        });
        start.arrive_and_wait();
        const auto myReport = writeTo(url(), mine);
        other.join();
        QVERIFY2(myReport.has_value(), qPrintable(outcomesOf(myReport).value(0)));
        QVERIFY2(theirReport->has_value(), qPrintable(outcomesOf(*theirReport).value(0)));
        count(*myReport);
        count(**theirReport);
        const QStringList now = stored();
        for (std::size_t i = 0; i < m_edits.size(); ++i) {
            const bool isMine = myReport->writes[i].outcome == WriteOutcome::Written;
            const bool isTheirs = (*theirReport)->writes[i].outcome == WriteOutcome::Written;
            QVERIFY2(!(isMine && isTheirs), qPrintable(m_edits[i].key.toString()));
            const CommentEdit& edit = isTheirs ? theirs.edits[i] : mine.edits[i];
            QCOMPARE(now[static_cast<qsizetype>(i)], isMine || isTheirs ? edit.after : edit.before);
        }
    }
}

void TestCommentRacePostgresqlSoak::againstAnotherProgram()
{
    QRandomGenerator random(soakSeed());
    int overwritten = 0;
    for (int round = 0; round < soakCount(500, 8); ++round) {
        CommentWriteRequest mine = request(QStringLiteral("mine too %1").arg(round));
        std::vector<QByteArray> statements;
        const QString plain = QStringLiteral("plain %1").arg(round);
        for (const CommentEdit& edit : m_edits)
            statements.push_back(
                postgresql::commentStatement(*mine.catalog, *mine.catalog->find(edit.key), plain)
                    ->toUtf8());
        // the other one begins when mine has looked, and before or while it holds
        std::binary_semaphore connected(0);
        std::binary_semaphore looked(0);
        std::vector<bool> done;
        std::thread other([&] {
            PlainWriter writer(url(), random);
            connected.release();
            looked.acquire();
            usleep(random.bounded(3000));
            done = writer.write(statements);
        });
        mine.onSending = [&looked](std::span<const PlannedComment>) {
            looked.release();
            return ok();
        };
        connected.acquire();
        const auto report = writeTo(url(), mine);
        QVERIFY2(report.has_value(), qPrintable(outcomesOf(report).value(0)));
        other.join();
        count(*report);
        const QStringList now = stored();
        for (std::size_t i = 0; i < m_edits.size(); ++i) {
            const CommentWrite& write = report->writes[i];
            const QString text = now[static_cast<qsizetype>(i)];
            const bool isWritten = write.outcome == WriteOutcome::Written;
            // the other one looks at nothing: where it wrote, it wrote last, or mine would have
            // replaced a text that nobody was shown
            if (done[i])
                QVERIFY2(text == plain, qPrintable(m_edits[i].key.toString() + text));
            else
                QCOMPARE(text, isWritten ? write.edit.after : write.edit.before);
            if (write.outcome == WriteOutcome::Conflict)
                QCOMPARE(write.theirs, std::optional(plain));
            overwritten += isWritten && done[i];
        }
    }
    qInfo("written, and then overwritten by the other program: %d", overwritten);
}

QTEST_GUILESS_MAIN(TestCommentRacePostgresqlSoak)
#include "tst_comment_race_postgresql_soak.moc"
