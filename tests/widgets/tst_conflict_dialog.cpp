// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Conflicts one after the other, with mouse and keys: whatever is chosen, the answer names the text
// of theirs that was shown, and no byte changes that nobody touched.
#include "widgets/conflict_dialog.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace cadastre;

namespace {

CommentConflict conflict(const char* name, const QString& base, const QString& mine,
                         const QString& theirs)
{
    const ObjectKey key{QStringLiteral("shop"),
                        KeyKind::Column,
                        {QStringLiteral("public"), QStringLiteral("t"), QString::fromUtf8(name)},
                        {}};
    return {key, QString::fromUtf8(name), {}, base, mine, theirs};
}

std::vector<CommentConflict> twoConflicts()
{
    return {conflict("a", QStringLiteral("one\ntwo\nthree"), QStringLiteral("ONE\ntwo\nthree"),
                     QStringLiteral("one\ntwo\nTHREE")),
            conflict("b", QStringLiteral("x\r\ny"), QStringLiteral("mine\r\ny\u00a0z"),
                     QStringLiteral("theirs\r\ny"))};
}

struct Opened
{
    explicit Opened(const std::vector<CommentConflict>& conflicts, std::size_t first = 0)
        : dialog(new ConflictDialog)
        , solved(dialog.get(), &ConflictDialog::solved)
    {
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->setConflicts(conflicts, conflicts[first].key);
        dialog->show();
    }
    std::unique_ptr<ConflictDialog> dialog;
    QSignalSpy solved;
};

} // namespace

class TestConflictDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<ObjectKey>(); }

    void saysWhereWordsOfTheCreateTextStood()
    {
        std::vector<CommentConflict> conflicts = twoConflicts();
        conflicts[0].baseIsCreateText = true;
        Opened opened(conflicts);
        const QString base = opened.dialog->basePage()->toPlainText();
        QVERIFY2(base.startsWith(QStringLiteral("Before, in the CREATE text:")), qPrintable(base));
        QVERIFY(base.contains(QStringLiteral("three")));
        opened.dialog->nextButton()->click();
        QVERIFY(!opened.dialog->basePage()->toPlainText().contains(QStringLiteral("CREATE")));
    }

    void proposesBothChangesTogether()
    {
        Opened opened(twoConflicts());
        QCOMPARE(opened.dialog->result(), QStringLiteral("ONE\ntwo\nTHREE"));
        QVERIFY(opened.dialog->minePage()->toHtml().contains(QStringLiteral("line-through")));
        QVERIFY(opened.dialog->theirsPage()->toHtml().contains(QStringLiteral("underline")));
        QVERIFY(!opened.dialog->basePage()->toHtml().contains(QStringLiteral("underline")));
    }

    void takesMineByteForByte()
    {
        Opened opened(twoConflicts(), 1);
        QTest::mouseClick(opened.dialog->mineButton(), Qt::LeftButton);
        QTest::mouseClick(opened.dialog->useButton(), Qt::LeftButton);
        QCOMPARE(opened.solved.size(), 1);
        QCOMPARE(opened.solved.back().at(1).toString(), QStringLiteral("theirs\r\ny"));
        QCOMPARE(opened.solved.back().at(2).toString(), QStringLiteral("mine\r\ny\u00a0z"));
        QCOMPARE(opened.dialog->conflicts().size(), std::size_t(1)); // the next one
        QCOMPARE(opened.dialog->current().name, QStringLiteral("a"));
    }

    void takesTheirs()
    {
        Opened opened(twoConflicts());
        opened.dialog->theirsButton()->click();
        opened.dialog->useButton()->click();
        QCOMPARE(opened.solved.back().at(1), opened.solved.back().at(2));
    }

    void editedTextKeepsLineEndingsAndHardSpaces()
    {
        Opened opened(twoConflicts(), 1);
        opened.dialog->mineButton()->click();
        QTextCursor cursor = opened.dialog->resultField()->textCursor();
        cursor.movePosition(QTextCursor::End);
        opened.dialog->resultField()->setTextCursor(cursor);
        QTest::keyClicks(opened.dialog->resultField(), QStringLiteral("!"));
        QCOMPARE(opened.dialog->result(), QStringLiteral("mine\r\ny\u00a0z!"));
        QTest::keyClick(opened.dialog->resultField(), Qt::Key_Return);
        QCOMPARE(opened.dialog->result(), QStringLiteral("mine\r\ny\u00a0z!\r\n"));
    }

    void clashesAreSaid()
    {
        Opened opened(twoConflicts(), 1);
        QVERIFY2(opened.dialog->resultNote().contains(QStringLiteral("same words")),
                 qPrintable(opened.dialog->resultNote()));
        opened.dialog->previousButton()->click();
        QVERIFY(!opened.dialog->resultNote().contains(QStringLiteral("same words")));
    }

    void keysGoFromOneToTheNext()
    {
        Opened opened(twoConflicts());
        ConflictDialog& dialog = *opened.dialog;
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QVERIFY(!dialog.previousButton()->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(dialog.current().name, QStringLiteral("b"));
        QVERIFY(!dialog.nextButton()->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(dialog.current().name, QStringLiteral("a"));
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(opened.solved.size(), 2);
        QVERIFY(!dialog.isVisible());
    }

    void closingSolvesNothing()
    {
        Opened opened(twoConflicts());
        opened.dialog->mineButton()->click();
        QTest::keyClick(opened.dialog.get(), Qt::Key_Escape);
        QVERIFY(opened.solved.isEmpty());
        QVERIFY(!opened.dialog->isVisible());
    }

    void textsAreNoMarkup()
    {
        Opened opened({conflict("a", QStringLiteral("x"), QStringLiteral("<img src=1>"),
                                QStringLiteral("<b>t</b>"))});
        QVERIFY(opened.dialog->minePage()->toPlainText().contains(QStringLiteral("<img src=1>")));
        QVERIFY(opened.dialog->theirsPage()->toPlainText().contains(QStringLiteral("<b>t</b>")));
    }
};

QTEST_MAIN(TestConflictDialog)
#include "tst_conflict_dialog.moc"
