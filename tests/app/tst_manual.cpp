// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The manual: its chapters as they ship, that their links lead somewhere, and the search over them.
#include "app/manual_chapters.h"
#include "app/manual_desk.h"

#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace cadastre;

class TestManual : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chaptersHaveTitlesAndTheFirstIsFirst();
    void linksLeadToChapters();
    void searchFindsAllWords();
    void keysSearchAndWalk();
    void linksAreFollowedInsideOnly();
    void chapterOfTheNearestPanel();
};

void TestManual::chaptersHaveTitlesAndTheFirstIsFirst()
{
    const std::vector<ManualChapter> chapters = manualChapters();
    const QStringList files = QDir(QStringLiteral(CADASTRE_SOURCE_DIR "/resources/help"))
                                  .entryList({QStringLiteral("*.md")}, QDir::Files);
    QCOMPARE(static_cast<qsizetype>(chapters.size()), files.size());
    QCOMPARE(chapters.front().name, QStringLiteral("index"));
    QStringList titles;
    for (const ManualChapter& chapter : chapters) {
        QVERIFY2(chapter.markdown.startsWith(QLatin1String("# ")), qPrintable(chapter.name));
        QVERIFY2(!chapter.title.isEmpty() && !titles.contains(chapter.title),
                 qPrintable(chapter.name));
        titles << chapter.title;
    }
}

void TestManual::linksLeadToChapters()
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)]+)\\)"));
    const std::vector<ManualChapter> chapters = manualChapters();
    for (const ManualChapter& chapter : chapters) {
        auto found = link.globalMatch(chapter.markdown);
        while (found.hasNext()) {
            const QString target = found.next().captured(1);
            const bool leads = std::ranges::any_of(chapters, [&](const ManualChapter& other) {
                return target == QString(other.name + QStringLiteral(".md"));
            });
            QVERIFY2(leads, qPrintable(QString(chapter.name + QStringLiteral(": ") + target)));
        }
    }
}

void TestManual::searchFindsAllWords()
{
    const std::vector<ManualChapter> chapters{
        {QStringLiteral("a"), QStringLiteral("A"), QStringLiteral("# A\nWrite a Comment.")},
        {QStringLiteral("b"), QStringLiteral("B"), QStringLiteral("# B\nA comment is read.")}};
    QCOMPARE(chaptersWith(chapters, QString()), std::vector<int>({0, 1}));
    QCOMPARE(chaptersWith(chapters, QStringLiteral("comment")), std::vector<int>({0, 1}));
    QCOMPARE(chaptersWith(chapters, QStringLiteral(" COMMENT write ")), std::vector<int>({0}));
    QVERIFY(chaptersWith(chapters, QStringLiteral("nowhere")).empty());
}

void TestManual::keysSearchAndWalk()
{
    ManualDialog dialog(manualChapters());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto* search = dialog.findChild<QLineEdit*>();
    auto* text = dialog.findChild<QTextBrowser*>();
    auto* list = dialog.findChild<QListWidget*>();
    QCOMPARE(dialog.focusWidget(), search); // who types searches
    QCOMPARE(dialog.currentChapter(), QStringLiteral("index"));
    QTest::keyClicks(search, QStringLiteral("grammar"));
    QCOMPARE(dialog.currentChapter(), QStringLiteral("comment-file"));
    QCOMPARE(text->textCursor().selectedText().toLower(), QStringLiteral("grammar"));
    const int before = text->textCursor().position();
    search->setText(QStringLiteral("statement"));
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(text->textCursor().position() != before);
    search->setText(QStringLiteral("xyzzy nowhere"));
    QCOMPARE(list->count(), 0);
    QVERIFY(text->toPlainText().isEmpty());
    search->clear();
    QVERIFY(list->count() > 1);
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(list->hasFocus());
}

void TestManual::linksAreFollowedInsideOnly()
{
    ManualDialog dialog({{QStringLiteral("index"), QStringLiteral("I"), QStringLiteral("# I")},
                         {QStringLiteral("next"), QStringLiteral("N"), QStringLiteral("# N")}});
    auto* text = dialog.findChild<QTextBrowser*>();
    Q_EMIT text->anchorClicked(QUrl(QStringLiteral("https://example.org/next.md")));
    QCOMPARE(dialog.currentChapter(), QStringLiteral("index"));
    Q_EMIT text->anchorClicked(QUrl(QStringLiteral("next.md")));
    QCOMPARE(dialog.currentChapter(), QStringLiteral("next"));
    dialog.showChapter(QStringLiteral("nowhere"));
    QCOMPARE(dialog.currentChapter(), QStringLiteral("index"));
}

void TestManual::chapterOfTheNearestPanel()
{
    QWidget outer;
    auto* inner = new QWidget(&outer);
    QCOMPARE(helpChapterOf(inner), QStringLiteral("index"));
    outer.setProperty(helpChapterProperty, QStringLiteral("views"));
    QCOMPARE(helpChapterOf(inner), QStringLiteral("views"));
    inner->setProperty(helpChapterProperty, QStringLiteral("find"));
    QCOMPARE(helpChapterOf(inner), QStringLiteral("find"));
    QCOMPARE(helpChapterOf(nullptr), QStringLiteral("index"));
    QWidget dock;
    dock.setObjectName(QStringLiteral("pathDock"));
    auto* inDock = new QWidget(&dock);
    QCOMPARE(helpChapterOf(inDock), QStringLiteral("paths"));
}

QTEST_MAIN(TestManual)
#include "tst_manual.moc"
