// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Staged edits on disk: nothing staged is lost, a torn line is not an edit, one program at a time.
#include "model/notes/edit_journal.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace cadastre;

namespace {

ObjectKey key(const char* name)
{
    return {QStringLiteral("shop"),
            KeyKind::Table,
            {QStringLiteral("public"), QString::fromUtf8(name)},
            {}};
}

CommentEdit edit(const char* name, const char* before, const char* after)
{
    return {key(name), QString::fromUtf8(before), QString::fromUtf8(after)};
}

} // namespace

class tst_EditJournal : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString newPath()
    {
        return m_folder.filePath(QStringLiteral("staged/%1.journal").arg(++m_count));
    }

private Q_SLOTS:
    void staging()
    {
        StagedEdits edits;
        edits.stage(edit("a", "old", "new"));
        edits.stage(edit("a", "new", "newer"));
        QCOMPARE(*edits.find(key("a")), edit("a", "old", "newer"));
        edits.stage(edit("a", "newer", "old"));
        QVERIFY(!edits.find(key("a")));
        edits.stage(edit("b", "same", "same"));
        QVERIFY(edits.edits().empty());
    }

    void comesBackAfterClosing()
    {
        const QString path = newPath();
        StagedEdits staged;
        {
            const auto journal = EditJournal::open(path);
            QVERIFY(journal.has_value());
            QVERIFY((*journal)->stage(edit("a", "", "line\nwith \"quotes\" \xf0\x9f\xa6\x84")));
            QVERIFY((*journal)->stage(edit("we\"ird.name", "x", "y")));
            QVERIFY((*journal)->stage(edit("gone", "x", "y")));
            QVERIFY((*journal)->drop(key("gone")));
            staged = (*journal)->edits();
            QCOMPARE(staged.edits().size(), 2U);
        }
        const auto journal = EditJournal::open(path);
        QVERIFY(journal.has_value());
        QVERIFY((*journal)->edits() == staged);
        QVERIFY(!(QFile::permissions(path) &
                  (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }

    void survivesACutAtAnyByte()
    {
        const QString path = newPath();
        QByteArray whole;
        {
            const auto journal = EditJournal::open(path);
            QVERIFY((*journal)->stage(edit("a", "1", "2")));
            QVERIFY((*journal)->stage(edit("b", "3", "4 with a longer text")));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        whole = file.readAll();
        const qsizetype firstLine = whole.indexOf('\n') + 1;
        for (qsizetype size = firstLine; size < whole.size(); ++size) {
            const QString cut = newPath();
            QFile copy(cut);
            QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(whole.first(size)) == size);
            copy.close();
            const auto journal = EditJournal::open(cut);
            QVERIFY2(journal.has_value(), qPrintable(QString::number(size)));
            QCOMPARE((*journal)->edits().edits().size(), 1U);
            QVERIFY((*journal)->stage(edit("c", "5", "6")));
            QCOMPARE((*journal)->edits().edits().size(), 2U);
        }
    }

    void saysWhichLineIsGarbled()
    {
        const QString path = newPath();
        {
            const auto journal = EditJournal::open(path);
            QVERIFY((*journal)->stage(edit("a", "1", "2")));
            QVERIFY((*journal)->stage(edit("b", "3", "4")));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        text[1] = 'x';
        file.seek(0);
        file.write(text);
        file.close();
        const auto journal = EditJournal::open(path);
        QVERIFY(!journal);
        QVERIFY(journal.error().message.contains(QStringLiteral("line 1")));
    }

    void oneProgramAtATime()
    {
        const QString path = newPath();
        const auto first = EditJournal::open(path);
        QVERIFY(first.has_value());
        const auto second = EditJournal::open(path);
        QVERIFY(!second);
        QVERIFY(second.error().message.contains(QStringLiteral("another Cadastre")));
    }

    void keepsWhatWasStagedBeforeAKill()
    {
        const QString path = newPath();
        const pid_t child = ::fork();
        if (child == 0) {
            const auto journal = EditJournal::open(path);
            for (int i = 0; journal; ++i)
                (void)(*journal)->stage(edit(qPrintable(QString::number(i)), "", "text"));
        }
        QTest::qWait(200);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const auto journal = EditJournal::open(path);
        QVERIFY2(journal.has_value(), journal ? "" : qPrintable(journal.error().message));
        const std::size_t count = (*journal)->edits().edits().size();
        QVERIFY(count > 0);
        for (std::size_t i = 0; i < count; ++i)
            QVERIFY((*journal)->edits().find(key(qPrintable(QString::number(i)))));
    }

    void compactsToWhatIsStaged()
    {
        const QString path = newPath();
        const auto journal = EditJournal::open(path);
        for (int i = 0; i < 50; ++i)
            QVERIFY((*journal)->stage(edit("a", "0", qPrintable(QString::number(i + 1)))));
        const qint64 size = QFileInfo(path).size();
        QVERIFY((*journal)->compact());
        QVERIFY(QFileInfo(path).size() < size / 10);
        QVERIFY((*journal)->stage(edit("b", "0", "1")));
        QCOMPARE((*journal)->edits().edits().size(), 2U);
    }

    void oldLinesStillRead()
    {
        const QString path = newPath();
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray line =
            R"({"stage":{"key":"shop/table:public.a","before":"x","after":"y"}})";
        file.write(QByteArray::number(line.size()) + ' ' + line + '\n');
        file.close();
        const auto journal = EditJournal::open(path);
        QVERIFY(journal.has_value());
        QCOMPARE(*(*journal)->edits().find(key("a")), edit("a", "x", "y"));
    }

    void severalAtOnceWithIdentity()
    {
        const QString path = newPath();
        CommentEdit known = edit("a", "old", "new");
        known.identity = ServerIdentity{16384, 1259, 4294967295U, -2};
        StagedEdits staged;
        {
            const auto journal = EditJournal::open(path);
            QVERIFY((*journal)->stage(edit("a", "first", "x")));
            QVERIFY((*journal)->stage(edit("b", "", "y")));
            const std::vector<StageChange> changes{
                {key("a"), known}, {key("b"), std::nullopt}, {key("c"), edit("c", "", "z")}};
            QVERIFY((*journal)->change(changes));
            staged = (*journal)->edits();
        }
        QCOMPARE(staged.edits().size(), 2U);
        QCOMPARE(*staged.find(key("a")), known); // before is the new one, too
        const auto read = EditJournal::read(path);
        QVERIFY(read && *read == staged);
        const auto journal = EditJournal::open(path);
        QVERIFY((*journal)->edits() == staged);
        const std::vector<StageChange> back{{key("a"), edit("a", "same", "same")}};
        QVERIFY((*journal)->change(back));
        QVERIFY(!(*journal)->edits().find(key("a")));
    }

    void aTornBatchLosesNoWords()
    {
        const QString path = newPath();
        qint64 before = 0;
        {
            const auto journal = EditJournal::open(path);
            QVERIFY((*journal)->stage(edit("old", "", "words")));
            before = QFileInfo(path).size();
            const std::vector<StageChange> renamed{{key("old"), std::nullopt},
                                                   {key("new"), edit("new", "", "words")}};
            QVERIFY((*journal)->change(renamed));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        for (qsizetype size = before; size <= whole.size(); ++size) {
            QFile copy(newPath());
            QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(whole.first(size)) == size);
            copy.close();
            const auto read = EditJournal::read(copy.fileName());
            QVERIFY(read.has_value());
            QVERIFY(read->find(key("old")) || read->find(key("new")));
        }
    }

    void anotherNameOfTheSource()
    {
        const QString path = newPath();
        {
            const auto journal = EditJournal::open(path);
            QVERIFY((*journal)->stage(edit("a", "x", "y")));
            QVERIFY((*journal)->renameSource(QStringLiteral("prod")));
        }
        const auto read = EditJournal::read(path);
        CommentEdit renamed = edit("a", "x", "y");
        renamed.key.source = QStringLiteral("prod");
        QCOMPARE(read->edits().size(), 1U);
        QCOMPARE(*read->find(renamed.key), renamed);
    }

    void readsWithoutOpening()
    {
        const QString path = newPath();
        QVERIFY(EditJournal::read(path)->edits().empty());
        QVERIFY(!QFile::exists(path));
        const auto journal = EditJournal::open(path);
        QVERIFY((*journal)->stage(edit("a", "x", "y")));
        QCOMPARE(EditJournal::read(path)->edits().size(), 1U);
    }

    void aFullDiskLosesNothing()
    {
        const QString path = newPath();
        const auto journal = EditJournal::open(path);
        QVERIFY((*journal)->stage(edit("a", "x", "y")));
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit full{static_cast<rlim_t>(QFileInfo(path).size() + 20), before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &full);
        const std::vector<StageChange> changes{{key("b"), edit("b", "1", "2")},
                                               {key("a"), std::nullopt}};
        const Result<Nothing> kept = (*journal)->change(changes);
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!kept);
        QVERIFY(kept.error().message.contains(QStringLiteral("not staged")));
        QCOMPARE((*journal)->edits().edits().size(), 1U);
        QVERIFY((*journal)->change(changes)); // there is room again
        QCOMPARE(EditJournal::read(path)->edits().size(), 1U);
        QVERIFY(EditJournal::read(path)->find(key("b")));
    }

    void leavesNoEmptyFileAndTakesNoOther()
    {
        const QString path = newPath();
        {
            const auto journal = EditJournal::open(path);
            QVERIFY(journal.has_value());
            QVERIFY(!EditJournal::open(path)); // does not take the file of the first one away
            QVERIFY(QFile::exists(path));
        }
        QVERIFY(!QFile::exists(path));
        QFile garbled(path);
        QVERIFY(garbled.open(QIODevice::WriteOnly) && garbled.write("x\ny\nz\n") > 0);
        garbled.close();
        QVERIFY(!EditJournal::open(path));
        QVERIFY(QFile::exists(path));
    }

    void sourcesOfOneNameDoNotMix()
    {
        const auto path = [](const char* location) {
            return editJournalPath(QStringLiteral("/data"), QStringLiteral("shop"),
                                   QString::fromLatin1(location));
        };
        QVERIFY(path("/a/shop.db") != path("/b/shop.db"));
        QCOMPARE(path("/a/shop.db"), path("/a/shop.db"));
        QVERIFY(path("/a/shop.db").startsWith(QStringLiteral("/data/staged/shop-")));
    }
};

QTEST_GUILESS_MAIN(tst_EditJournal)
#include "tst_edit_journal.moc"
