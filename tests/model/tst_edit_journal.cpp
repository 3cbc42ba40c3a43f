// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Staged edits on disk: nothing staged is lost, a torn line is not an edit, one program at a time.
#include "model/notes/edit_journal.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
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
