// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sidecar under hardship: any text, two programs at once, a program killed while it saves, a
// full disk. Nothing that was written is lost, and nothing is overwritten that was not seen.
#include "model/notes/sidecar/sidecar.h"
#include "model/replace_file.h"
#include "tests/support/random_comments.h"
#include "tests/support/schema_text.h"
#include "tests/support/soak.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace cadastre;

namespace {

constexpr int tableCount = 60;
const QByteArray ordinaryWords = "-- Words of a person; they stay.\n\n";

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// Tables with hostile names.
struct Shop
{
    Catalog catalog;
    std::vector<ObjectKey> keys;

    explicit Shop(test::RandomComments& random)
    {
        SourceCatalog source = test::SchemaText::source([] {
            QString text;
            for (int i = 0; i < tableCount; ++i)
                text += u("t%1\n").arg(i);
            return text;
        }());
        source.objects.sources.front().engine = Engine::Sqlite;
        for (Table& table : source.objects.tables)
            table.name = random.name();
        catalog = mergeSources(
            {std::make_shared<const SourceCatalog>(finishSource(std::move(source.objects)))});
        for (int i = 0; i < tableCount; ++i)
            keys.push_back(catalog.keyOf(TableId{i}));
    }
};

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One line of a log that is on disk when this returns.
void note(int log, const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    if (::write(log, bytes.constData(), static_cast<std::size_t>(bytes.size())) != bytes.size())
        ::_exit(3);
}

QStringList linesOf(const QString& path)
{
    return QString::fromUtf8(bytesOf(path)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

class tst_SidecarSoak : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    int m_count = 0;

    [[nodiscard]] QString logPath(int writer) const { return m_path + u(".log%1").arg(writer); }

    /// A child that takes over `work` and ends.
    template <typename Work> pid_t child(const Work& work)
    {
        const pid_t pid = ::fork();
        if (pid != 0)
            return pid;
        work();
        ::_exit(0);
    }

    /// Reads, writes a text of its own, and notes "before|after" of what was written.
    void writeOften(const Shop& shop, int writer, int rounds) const
    {
        QFile log(logPath(writer));
        if (!log.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            ::_exit(2);
        for (int round = 0; round < rounds; ++round) {
            const ObjectKey& key = shop.keys[static_cast<std::size_t>(round % 3)];
            const auto held = sidecarComments(m_path, shop.catalog, SourceId{0});
            if (!held)
                ::_exit(4);
            const auto found = held->find(key);
            const QString before = found == held->end() ? QString() : found->second;
            const CommentEdit edit{key, before, u("%1-%2").arg(writer).arg(round)};
            const CommentWrite write =
                writeSidecar(m_path, shop.catalog, SourceId{0}, std::span(&edit, 1)).front();
            if (write.outcome == WriteOutcome::Written)
                note(log.handle(), u("%1|%2|%3").arg(round % 3).arg(edit.before, edit.after));
            else if (write.outcome != WriteOutcome::Conflict)
                ::_exit(5);
        }
    }

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(u("%1.comments.sql").arg(++m_count));
        QVERIFY(replaceFile(m_path, ordinaryWords));
    }

    void anyTextComesBack()
    {
        test::RandomComments random(test::soakSeed());
        const Shop shop(random);
        std::map<ObjectKey, QString> expected;
        const int batches = test::soakCount(20000, 400) / 20;
        for (int batch = 0; batch < batches; ++batch) {
            std::map<ObjectKey, CommentEdit> edits;
            for (int i = 0; i < 20; ++i) {
                const ObjectKey& key =
                    shop.keys[static_cast<std::size_t>(random.number(tableCount))];
                edits[key] = {key, expected[key], random.text()};
            }
            std::vector<CommentEdit> list;
            for (const auto& [key, edit] : edits)
                list.push_back(edit);
            for (const CommentWrite& write :
                 writeSidecar(m_path, shop.catalog, SourceId{0}, list)) {
                const bool isSame = write.edit.before == write.edit.after;
                QCOMPARE(write.outcome, isSame ? WriteOutcome::Unchanged : WriteOutcome::Written);
                expected[write.edit.key] = write.edit.after;
            }
            const auto held = sidecarComments(m_path, shop.catalog, SourceId{0});
            QVERIFY2(held, qPrintable(held ? QString() : held.error().message));
            for (const auto& [key, text] : expected) {
                const auto found = held->find(key);
                QCOMPARE(found == held->end() ? QString() : found->second, text);
            }
            QVERIFY(bytesOf(m_path).startsWith(ordinaryWords));
        }
    }

    void longTextsComeBack()
    {
        test::RandomComments random(test::soakSeed());
        const Shop shop(random);
        const CommentEdit edit{shop.keys.front(), {}, random.textOfLength(1000000)};
        QCOMPARE(
            writeSidecar(m_path, shop.catalog, SourceId{0}, std::span(&edit, 1)).front().outcome,
            WriteOutcome::Written);
        QCOMPARE(sidecarComments(m_path, shop.catalog, SourceId{0})->at(edit.key), edit.after);
    }

    /// What was written makes one chain for each object: every text was replaced by somebody who
    /// had seen it.
    void twoProgramsLoseNothing()
    {
        test::RandomComments random(test::soakSeed());
        const Shop shop(random);
        const int rounds = test::soakCount(1000, 40);
        std::vector<pid_t> children;
        for (int writer = 0; writer < 2; ++writer)
            children.push_back(child([&] { writeOften(shop, writer, rounds); }));
        for (const pid_t pid : children) {
            int status = 0;
            QCOMPARE(::waitpid(pid, &status, 0), pid);
            QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 0,
                     qPrintable(u("status %1").arg(status)));
        }
        const auto held = sidecarComments(m_path, shop.catalog, SourceId{0});
        QVERIFY(held);
        for (int object = 0; object < 3; ++object) {
            QHash<QString, QString> next; // by before
            int count = 0;
            for (int writer = 0; writer < 2; ++writer) {
                for (const QString& line : linesOf(logPath(writer))) {
                    const QStringList parts = line.split(QLatin1Char('|'));
                    if (parts[0].toInt() != object)
                        continue;
                    QVERIFY2(!next.contains(parts[1]), qPrintable(line));
                    next.insert(parts[1], parts[2]);
                    ++count;
                }
            }
            QString text;
            for (int i = 0; i < count; ++i) {
                QVERIFY(next.contains(text));
                text = next.take(text);
            }
            QCOMPARE(held->at(shop.keys[static_cast<std::size_t>(object)]), text);
        }
    }

    void killedWhileSaving()
    {
        test::RandomComments random(test::soakSeed());
        const Shop shop(random);
        const int kills = test::soakCount(400, 20);
        QHash<int, QString> last;
        for (int i = 0; i < kills; ++i) {
            const int writer = i;
            const pid_t pid = child([&] { writeOften(shop, writer, 1000000); });
            ::usleep(static_cast<useconds_t>(3000 + random.number(40000)));
            ::kill(pid, SIGKILL);
            int status = 0;
            QCOMPARE(::waitpid(pid, &status, 0), pid);
            QVERIFY2(WIFSIGNALED(status), qPrintable(u("status %1").arg(status)));
            for (const QString& line : linesOf(logPath(writer))) {
                const QStringList parts = line.split(QLatin1Char('|'));
                last[parts[0].toInt()] = parts[2];
            }
            const auto held = sidecarComments(m_path, shop.catalog, SourceId{0});
            QVERIFY2(held, qPrintable(held ? QString() : held.error().message));
            QVERIFY(bytesOf(m_path).startsWith(ordinaryWords));
            for (auto it = last.begin(); it != last.end(); ++it) {
                const QString text = held->at(shop.keys[static_cast<std::size_t>(it.key())]);
                // one more may have been saved before the program could say so
                const bool isNewer = text.startsWith(u("%1-").arg(writer));
                QVERIFY2(text == it.value() || isNewer, qPrintable(text));
                it.value() = text;
            }
        }
        const CommentEdit edit{shop.keys[10], {}, u("after all")};
        QCOMPARE(
            writeSidecar(m_path, shop.catalog, SourceId{0}, std::span(&edit, 1)).front().outcome,
            WriteOutcome::Written);
    }

    /// A full disk, as a limit on the size of files.
    void noRoom()
    {
        test::RandomComments random(test::soakSeed());
        const Shop shop(random);
        const CommentEdit first{shop.keys[0], {}, u("fits")};
        QCOMPARE(
            writeSidecar(m_path, shop.catalog, SourceId{0}, std::span(&first, 1)).front().outcome,
            WriteOutcome::Written);
        const QByteArray before = bytesOf(m_path);
        const int rounds = test::soakCount(300, 10);
        for (int i = 0; i < rounds; ++i) {
            const CommentEdit edit{shop.keys[1], {}, random.textOfLength(9000)};
            const pid_t pid = child([&] {
                ::signal(SIGXFSZ, SIG_IGN);
                const rlimit limit{static_cast<rlim_t>(random.number(9000)), RLIM_INFINITY};
                ::setrlimit(RLIMIT_FSIZE, &limit);
                const CommentWrite write =
                    writeSidecar(m_path, shop.catalog, SourceId{0}, std::span(&edit, 1)).front();
                const bool isSaid =
                    write.outcome == WriteOutcome::Refused && write.reason.contains(m_path);
                ::_exit(isSaid ? 0 : 1);
            });
            int status = 0;
            QCOMPARE(::waitpid(pid, &status, 0), pid);
            QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 0,
                     qPrintable(u("status %1").arg(status)));
            QCOMPARE(bytesOf(m_path), before);
            random.number(9000); // the child's own count is not ours
        }
    }
};

QTEST_GUILESS_MAIN(tst_SidecarSoak)
#include "tst_sidecar_soak.moc"
