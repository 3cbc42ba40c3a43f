// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Two writers race for the comments of one object of every kind: both this program, or one of them
// psql or libpq, which look at nothing. No text is replaced that was not shown as `before`.
#include "tests/server/comment_writing.h"
#include "tests/server/postgresql_everything.h"
#include "tests/support/soak.h"

#include "model/dialect/postgresql_comments.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <barrier>
#include <set>
#include <thread>

using namespace cadastre;
using namespace cadastre::test;

namespace {

/// One object of every kind that can carry a comment, and of every kind of table.
std::vector<ObjectRef> oneOfEachKind(const Catalog& catalog, const QString& role)
{
    std::vector<ObjectRef> found;
    std::set<QString> seen;
    const CatalogObjects& o = catalog.objects();
    const auto add = [&](ObjectKind kind, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const ObjectRef ref(kind, static_cast<int>(i));
            const auto target = postgresql::commentedObject(catalog, ref);
            const bool isCandidate = commentHomeOf(catalog, ref).place == CommentPlace::Database &&
                                     target &&
                                     (kind != ObjectKind::Role || catalog.base(ref).name == role);
            const QString word = isCandidate ? target->section(QLatin1Char(' '), 0, 0) : QString();
            if (isCandidate && seen.insert(word).second)
                found.push_back(ref);
        }
    };
    add(ObjectKind::Source, o.sources.size());
    add(ObjectKind::Schema, o.schemas.size());
    add(ObjectKind::Table, o.tables.size());
    add(ObjectKind::Column, o.columns.size());
    add(ObjectKind::Constraint, o.constraints.size());
    add(ObjectKind::Index, o.indexes.size());
    add(ObjectKind::Trigger, o.triggers.size());
    add(ObjectKind::Routine, o.routines.size());
    add(ObjectKind::Type, o.types.size());
    add(ObjectKind::Role, o.roles.size());
    add(ObjectKind::Other, o.others.size());
    return found;
}

/// What the other program does: its statements in an order of its own, each alone or all in one
/// transaction, by psql or libpq. True for every statement that took effect.
std::vector<bool> writePlainly(const QString& url, const std::vector<QByteArray>& statements,
                               QRandomGenerator& random)
{
    std::vector<bool> done(statements.size(), true);
    if (random.bounded(4) == 0) {
        QProcess psql;
        psql.start(QStringLiteral("psql"), {QStringLiteral("-XqAt"), QStringLiteral("-v"),
                                            QStringLiteral("ON_ERROR_STOP=1"), url});
        for (const QByteArray& statement : statements)
            psql.write(statement + '\n');
        psql.closeWriteChannel();
        psql.waitForFinished(60000);
        if (psql.exitCode() != 0)
            qFatal("psql: %s", psql.readAllStandardError().constData());
        return done;
    }
    std::vector<std::size_t> order(statements.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    PostgresSession session(url);
    if (random.bounded(2) == 0) {
        for (const std::size_t i : order)
            done[i] = session.execute(statements[i]).isEmpty();
        return done;
    }
    session.execute("BEGIN");
    bool failed = false;
    for (const std::size_t i : order)
        failed = failed || !session.execute(statements[i]).isEmpty();
    const bool committed = session.execute(failed ? "ROLLBACK" : "COMMIT").isEmpty() && !failed;
    done.assign(statements.size(), committed);
    return done;
}

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
    QString url() { return m_everything->database().url(); }
    void count(const CommentWriteReport& report);

    std::unique_ptr<EverythingDatabase> m_everything;
    std::vector<ObjectKey> m_keys;
    std::map<WriteOutcome, int> m_outcomes;
};

void TestCommentRacePostgresqlSoak::initTestCase()
{
    m_everything = std::make_unique<EverythingDatabase>("comment_race");
    QVERIFY2(m_everything->error().isEmpty(), qPrintable(m_everything->error()));
    const auto catalog = catalogAt(url());
    for (const ObjectRef ref : oneOfEachKind(*catalog, m_everything->owner()))
        m_keys.push_back(catalog->keyOf(ref));
    qInfo("kinds of objects: %zu", m_keys.size());
    QCOMPARE(m_keys.size(), std::size_t(25));
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

CommentWriteRequest TestCommentRacePostgresqlSoak::request(const QString& after)
{
    const auto catalog = catalogAt(url());
    CommentWriteRequest request = writeRequest(catalog, {});
    for (const ObjectKey& key : m_keys)
        request.edits.push_back(commentEditOf(*catalog, *catalog->find(key), after));
    return request;
}

void TestCommentRacePostgresqlSoak::twoOfThisProgram()
{
    for (int round = 0; round < soakCount(500, 4); ++round) {
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
        const auto now = catalogAt(url());
        for (std::size_t i = 0; i < m_keys.size(); ++i) {
            const bool isMine = myReport->writes[i].outcome == WriteOutcome::Written;
            const bool isTheirs = (*theirReport)->writes[i].outcome == WriteOutcome::Written;
            QVERIFY2(!(isMine && isTheirs), qPrintable(m_keys[i].toString()));
            const CommentEdit& edit = isTheirs ? theirs.edits[i] : mine.edits[i];
            QCOMPARE(now->base(*now->find(m_keys[i])).comment.text,
                     isMine || isTheirs ? edit.after : edit.before);
        }
    }
}

void TestCommentRacePostgresqlSoak::againstAnotherProgram()
{
    QRandomGenerator random(soakSeed());
    int overwritten = 0;
    for (int round = 0; round < soakCount(500, 4); ++round) {
        const CommentWriteRequest mine = request(QStringLiteral("mine too %1").arg(round));
        std::vector<QByteArray> statements;
        const QString plain = QStringLiteral("plain %1").arg(round);
        for (const ObjectKey& key : m_keys)
            statements.push_back(
                postgresql::commentStatement(*mine.catalog, *mine.catalog->find(key), plain)
                    ->toUtf8());
        std::barrier start(2);
        std::vector<bool> done;
        std::thread other([&] {
            start.arrive_and_wait();
            done = writePlainly(url(), statements, random);
        });
        start.arrive_and_wait();
        const auto report = writeTo(url(), mine);
        other.join();
        QVERIFY2(report.has_value(), qPrintable(outcomesOf(report).value(0)));
        count(*report);
        const auto now = catalogAt(url());
        for (std::size_t i = 0; i < m_keys.size(); ++i) {
            const CommentWrite& write = report->writes[i];
            const QString text = now->base(*now->find(m_keys[i])).comment.text;
            const bool isWritten = write.outcome == WriteOutcome::Written;
            // the other one looks at nothing: where it wrote, it wrote last, or mine would have
            // replaced a text that nobody was shown
            if (done[i])
                QVERIFY2(text == plain, qPrintable(m_keys[i].toString() + text));
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
