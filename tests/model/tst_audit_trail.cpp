// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The audit trail on disk: what was about to be sent is there before it is sent, whole lines only,
// several programs at once, and nothing of a batch is lost when a program is killed.
#include "model/notes/audit_trail.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace cadastre;

namespace {

PlannedComment planned(const QString& name)
{
    PlannedComment comment;
    comment.edit = {{QStringLiteral("shop"), KeyKind::Table, {QStringLiteral("public"), name}, {}},
                    QStringLiteral("old ") + name,
                    QString(QChar(0xfeff)) + QString::fromUtf8("new \xf0\x9f\xa6\x84\n\"'\\ ") +
                        name,
                    ServerIdentity{4000000000U, 1259, 3, -1}};
    comment.sql = QStringLiteral("send ") + name;
    comment.undoSql = QStringLiteral("undo ") + name;
    comment.warnings = {QStringLiteral("Belongs to an extension."), QStringLiteral("Two.")};
    return comment;
}

CommentWrite written(const PlannedComment& comment, WriteOutcome outcome = WriteOutcome::Written)
{
    return {comment.edit, outcome, {}, comment.sql, std::nullopt, {}};
}

const WriteTarget target{QStringLiteral("db:5432"), QStringLiteral("shop"), QStringLiteral("ann"),
                         QStringLiteral("PostgreSQL 15.1"), false};

std::unique_ptr<AuditTrail> opened(const QString& path)
{
    auto trail = AuditTrail::open(path);
    if (!trail)
        qFatal("%s", qPrintable(trail.error().message));
    return std::move(trail).value();
}

std::vector<AuditBatch> readBatches(const QString& path)
{
    const auto batches = readAuditTrail(path);
    if (!batches)
        qFatal("%s", qPrintable(batches.error().message));
    return *batches;
}

/// Runs `work` in a process of its own and gives its id.
template <typename Work> pid_t inChild(Work work)
{
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    return child;
}

} // namespace

class tst_AuditTrail : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString newPath() { return m_folder.filePath(QStringLiteral("audit/%1.jsonl").arg(++m_count)); }

private Q_SLOTS:
    void missingFileIsEmpty() { QVERIFY(readBatches(newPath()).empty()); }

    void everythingComesBack()
    {
        const QString path = newPath();
        const PlannedComment a = planned(QStringLiteral("a"));
        const PlannedComment b = planned(QStringLiteral("b"));
        const PlannedComment c = planned(QStringLiteral("we\"ird.name\n"));
        CommentWrite conflict = written(b, WriteOutcome::Conflict);
        conflict.reason = QStringLiteral("Somebody changed it meanwhile.");
        conflict.theirs = QString();
        CommentWrite refused{planned(QStringLiteral("never sent")).edit,
                             WriteOutcome::Refused,
                             QStringLiteral("No right."),
                             {},
                             std::nullopt,
                             QStringLiteral("its owner")};
        const auto trail = opened(path);
        const QString id =
            *trail->begin(target, QStringLiteral("shop"), QStringLiteral("2024-05-06T07:08:09Z"));
        QVERIFY(trail->sending(id, std::vector{a, b, c}));
        QVERIFY(trail->results(id, std::vector{written(a), conflict, refused}));
        const QString other = *trail->begin(target, QStringLiteral("shop"),
                                            QStringLiteral("2024-05-06T07:09:00Z"), id);
        QVERIFY(id != other);

        const std::vector<AuditBatch> batches = readBatches(path);
        QCOMPARE(batches.size(), std::size_t(2));
        const AuditBatch& batch = batches[0];
        QCOMPARE(batch.id, id);
        QCOMPARE(batch.started, QStringLiteral("2024-05-06T07:08:09Z"));
        QVERIFY(batch.target == target);
        QCOMPARE(batch.source, QStringLiteral("shop"));
        QCOMPARE(batch.writes.size(), std::size_t(4));
        QVERIFY((batch.writes[0] == AuditedWrite{a, written(a)}));
        QVERIFY((batch.writes[1] == AuditedWrite{b, conflict}));
        QVERIFY((batch.writes[2] == AuditedWrite{c, std::nullopt}));
        QVERIFY(batch.writes[3].result == refused);
        QVERIFY(batch.writes[3].planned.edit == refused.edit);
        QCOMPARE(batches[1].undoes, id);
        QVERIFY(batches[1].writes.empty());
    }

    void onlyItsOwnerMayReadIt()
    {
        const QString path = newPath();
        const auto trail = opened(path);
        QVERIFY(!(QFile::permissions(path) &
                  (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }

    void undoTakesBackWhatWasWritten()
    {
        const QString path = newPath();
        const auto trail = opened(path);
        const QString id = *trail->begin(target, QStringLiteral("shop"), QStringLiteral("now"));
        std::vector<PlannedComment> comments;
        std::vector<CommentWrite> results;
        const std::vector outcomes{WriteOutcome::Written,  WriteOutcome::Unchanged,
                                   WriteOutcome::Conflict, WriteOutcome::Refused,
                                   WriteOutcome::Busy,     WriteOutcome::NotTried,
                                   WriteOutcome::Unknown};
        for (const WriteOutcome outcome : outcomes) {
            comments.push_back(planned(writeOutcomeName(outcome)));
            results.push_back(written(comments.back(), outcome));
        }
        comments.push_back(planned(QStringLiteral("no result")));
        QVERIFY(trail->sending(id, comments));
        QVERIFY(trail->results(id, results));
        const auto edits = undoOf(readBatches(path).front());
        QCOMPARE(edits.size(), std::size_t(1));
        const CommentEdit& edit = comments[0].edit;
        QVERIFY((edits[0] == CommentEdit{edit.key, edit.after, edit.before, edit.identity}));
        // an unknown outcome that was resolved later, by a program that was started again
        QVERIFY(opened(path)->results(id, std::vector{written(comments[6])}));
        QCOMPARE(undoOf(readBatches(path).front()).size(), std::size_t(2));
        QCOMPARE(readBatches(path).front().writes.size(), comments.size());
    }

    void tornLineSwallowsNoOther()
    {
        const QString path = newPath();
        const PlannedComment a = planned(QStringLiteral("a"));
        const PlannedComment b = planned(QStringLiteral("b"));
        const QString id = *opened(path)->begin(target, QStringLiteral("s"), QStringLiteral("now"));
        QVERIFY(opened(path)->sending(id, std::vector{a}));
        const qint64 whole = QFile(path).size();
        QVERIFY(opened(path)->sending(id, std::vector{b}));
        const qint64 both = QFile(path).size();
        QFile(path).copy(path + QStringLiteral(".all"));
        for (qint64 size = whole; size < both - 1; size += 7) {
            QFile::remove(path);
            QVERIFY(QFile::copy(path + QStringLiteral(".all"), path));
            QVERIFY(QFile::resize(path, size));
            QCOMPARE(readBatches(path).front().writes.size(), std::size_t(1));
            QVERIFY(opened(path)->results(id, std::vector{written(a)}));
            const AuditBatch batch = readBatches(path).front();
            QCOMPARE(batch.writes.size(), std::size_t(1));
            QVERIFY2(batch.writes[0].result.has_value(), qPrintable(QString::number(size)));
        }
    }

    void severalProgramsAtOnce()
    {
        const QString path = newPath();
        std::vector<pid_t> children;
        for (int child = 0; child < 4; ++child)
            children.push_back(inChild([&path, child] {
                const auto trail = opened(path);
                const QString id =
                    *trail->begin(target, QString::number(child), QStringLiteral("now"));
                for (int i = 0; i < 12; ++i) {
                    const PlannedComment comment =
                        planned(QString(QString::number(i) + QString(5000, QLatin1Char('x'))));
                    if (!trail->sending(id, std::vector{comment}) ||
                        !trail->results(id, std::vector{written(comment)}))
                        _exit(1);
                }
            }));
        for (const pid_t child : children) {
            int status = -1;
            waitpid(child, &status, 0);
            QCOMPARE(status, 0);
        }
        const auto batches = readBatches(path);
        QCOMPARE(batches.size(), std::size_t(4));
        for (const AuditBatch& batch : batches) {
            QCOMPARE(batch.writes.size(), std::size_t(12));
            for (const AuditedWrite& write : batch.writes)
                QVERIFY(write.result.has_value());
        }
    }

    /// What sending() confirmed is in the file, whenever the program was killed.
    void killedWhileWriting()
    {
        for (int round = 0; round < 12; ++round) {
            const QString path = newPath();
            int confirmed[2] = {};
            QCOMPARE(pipe(confirmed), 0);
            const pid_t child = inChild([&path, &confirmed] {
                const auto trail = opened(path);
                const QString id =
                    *trail->begin(target, QStringLiteral("s"), QStringLiteral("now"));
                for (int i = 0;; ++i) {
                    const PlannedComment comment =
                        planned(QString(QString::number(i) + QString(20000, QLatin1Char('x'))));
                    const bool kept = trail->sending(id, std::vector{comment}).has_value();
                    if (!kept || write(confirmed[1], "x", 1) != 1)
                        _exit(1);
                }
            });
            ::close(confirmed[1]);
            char byte = 0;
            for (int i = 0; i <= round; ++i)
                QCOMPARE(read(confirmed[0], &byte, 1), ssize_t(1));
            usleep(static_cast<useconds_t>(round * 97));
            kill(child, SIGKILL);
            waitpid(child, nullptr, 0);
            int count = round + 1;
            while (read(confirmed[0], &byte, 1) == 1)
                ++count;
            ::close(confirmed[0]);
            const auto batches = readBatches(path);
            QCOMPARE(batches.size(), std::size_t(1));
            const auto kept = static_cast<int>(batches.front().writes.size());
            QVERIFY2(kept == count || kept == count + 1, qPrintable(QString::number(kept)));
            QVERIFY(opened(path)->begin(target, QStringLiteral("s"), QStringLiteral("later")));
            QCOMPARE(readBatches(path).size(), std::size_t(2));
        }
    }

    void fullDiskKeepsWholeLines()
    {
        const QString path = newPath();
        const QString id = *opened(path)->begin(target, QStringLiteral("s"), QStringLiteral("now"));
        const qint64 size = QFile(path).size();
        const pid_t child = inChild([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{static_cast<rlim_t>(size + 100), static_cast<rlim_t>(size + 100)};
            setrlimit(RLIMIT_FSIZE, &limit);
            const auto kept = opened(path)->sending(id, std::vector{planned(QStringLiteral("a"))});
            _exit(kept ? 1 : 0);
        });
        int status = -1;
        waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        QCOMPARE(QFile(path).size(), size);
    }

    void foreignLinesAreLeftOut()
    {
        const QString path = newPath();
        const auto trail = opened(path);
        const QString id = *trail->begin(target, QStringLiteral("s"), QStringLiteral("now"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("garbage\n15 {\"newer\":\"fact\"}\n7 {\"a\":1}\n2 {}\n\n");
        file.close();
        QVERIFY(trail->sending(id, std::vector{planned(QStringLiteral("a"))}));
        QCOMPARE(readBatches(path).front().writes.size(), std::size_t(1));
    }

    void pathTellsSourcesApart()
    {
        const auto path = [](const char* name, const char* location) {
            return auditTrailPath(QStringLiteral("/data"), QString::fromLatin1(name),
                                  QString::fromLatin1(location));
        };
        QVERIFY(path("shop", "postgresql://a/shop") != path("shop", "postgresql://b/shop"));
        QCOMPARE(path("shop", "x"), path("shop", "x"));
        QVERIFY(path("shop", "x").startsWith(QStringLiteral("/data/audit/shop-")));
    }
};

QTEST_GUILESS_MAIN(tst_AuditTrail)
#include "tst_audit_trail.moc"
