// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The editor alone: three fields in step, what is handed out and when, what it says.
#include "widgets/comment_editor.h"
#include "widgets/note_list.h"
#include "widgets/note_row.h"
#include "widgets/words_edit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace cadastre;

namespace {

CommentView viewOf(const char* column, const QString& text)
{
    CommentView view;
    view.key = {QStringLiteral("shop"),
                KeyKind::Column,
                {QStringLiteral("main"), QStringLiteral("t"), QString::fromLatin1(column)},
                {}};
    view.title = QString::fromLatin1(column);
    view.text = view.before = text;
    view.home = {CommentPlace::Database, QStringLiteral("Goes somewhere."), 0, false};
    view.isColumn = true;
    return view;
}

} // namespace

class TestCommentEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherObjectHandsOutWhatWasTyped();
    void wordsThatReadAsNotesAreNotRefused();
    void whatIsTypedStaysWhenOthersChange();
    void escapeTakesBack();
    void unknownTagsArePlainRows();
    void longValuesShowTheirBeginning();
    void tagsAreCompleted_data();
    void tagsAreCompleted();
    void completionStandsAside();
    void problemsKeepItHere();
    void saysWhatSpeaksAgainst_data();
    void saysWhatSpeaksAgainst();
    void readOnlySaysWhy();
    void showsTheirs();
    void suggestionIsOneStep();
    void fitsIntoANarrowPanel();
};

void TestCommentEditor::anotherObjectHandsOutWhatWasTyped()
{
    CommentEditor editor;
    QSignalSpy edited(&editor, &CommentEditor::edited);
    editor.showComment(viewOf("a", QStringLiteral("old")));
    QTest::keyClicks(editor.wordsField(), QStringLiteral("x"));
    QVERIFY(editor.isDirty());
    editor.showComment(viewOf("b", {}));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0][0].value<ObjectKey>(), viewOf("a", {}).key);
    QCOMPARE(edited[0][1].toString(), QStringLiteral("xold"));
    QCOMPARE(editor.text(), QString());
    editor.showComment(viewOf("a", QStringLiteral("xold")));
    QCOMPARE(edited.size(), 1); // nothing was typed
}

void TestCommentEditor::wordsThatReadAsNotesAreNotRefused()
{
    CommentEditor editor;
    editor.showComment(viewOf("a", QStringLiteral("Words.\n@unit kg")));
    editor.wordsField()->moveCursor(QTextCursor::End);
    QTest::keyClick(editor.wordsField(), Qt::Key_Return);
    QTest::keyClicks(editor.wordsField(), QStringLiteral("@null unknown"));
    QCOMPARE(editor.text(), QStringLiteral("Words.\n@null unknown\n@unit kg"));
    QCOMPARE(editor.notes()->rows().size(), 2U);
    QTest::keyClick(editor.wordsField(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(editor.wordsField()->typed(), QStringLiteral("Words."));
}

void TestCommentEditor::whatIsTypedStaysWhenOthersChange()
{
    CommentEditor editor;
    editor.showComment(viewOf("a", QStringLiteral("old")));
    QTest::keyClicks(editor.wordsField(), QStringLiteral("mine "));
    editor.showComment(viewOf("a", QStringLiteral("of others")));
    QCOMPARE(editor.text(), QStringLiteral("mine old"));
    editor.commit();
    editor.showComment(viewOf("a", QStringLiteral("of others")));
    QCOMPARE(editor.text(), QStringLiteral("of others"));
}

void TestCommentEditor::escapeTakesBack()
{
    CommentEditor editor;
    QSignalSpy left(&editor, &CommentEditor::left);
    QSignalSpy edited(&editor, &CommentEditor::edited);
    editor.showComment(viewOf("a", QStringLiteral("old")));
    QTest::keyClicks(editor.wordsField(), QStringLiteral("x"));
    QTest::keyClick(editor.wordsField(), Qt::Key_Escape);
    QCOMPARE(editor.text(), QStringLiteral("old"));
    QCOMPARE(left.size(), 0);
    QTest::keyClick(editor.wordsField(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor.text(), QStringLiteral("xold")); // the field's own undo has it
    QTest::keyClick(editor.wordsField(), Qt::Key_Escape);
    QTest::keyClick(editor.wordsField(), Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
    QCOMPARE(edited.size(), 0);
}

void TestCommentEditor::unknownTagsArePlainRows()
{
    CommentEditor editor;
    const QString text = QStringLiteral("@foreignKey (a) references b (c)\n@values 0=no\\, never");
    editor.showComment(viewOf("a", text));
    QCOMPARE(editor.notes()->rows().size(), 2U);
    QLineEdit* value = editor.notes()->rows().front()->valueField();
    value->setCursorPosition(static_cast<int>(value->text().size()));
    QTest::keyClicks(value, QStringLiteral("!"));
    QCOMPARE(editor.text(),
             QStringLiteral("@foreignKey (a) references b (c)!\n@values 0=no\\, never"));
}

void TestCommentEditor::longValuesShowTheirBeginning()
{
    CommentEditor editor;
    const QString value = QStringLiteral("0=open, 1=<b>paid</b>, 2=sent back, 3=lost on its way");
    editor.showComment(viewOf("a", QString(QStringLiteral("@values ") + value)));
    editor.show();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    QLineEdit* field = editor.notes()->rows().front()->valueField();
    QCOMPARE(field->text(), value);
    QCOMPARE(field->cursorPosition(), 0);
    QVERIFY(field->toolTip().contains(value.toHtmlEscaped()));
    field->setFocus();
    field->end(false);
    QTest::keyClicks(field, QStringLiteral("!"));
    QCOMPARE(field->cursorPosition(), static_cast<int>(value.size()) + 1); // where one types
    QVERIFY(field->toolTip().contains(QString(value + QLatin1Char('!')).toHtmlEscaped()));
    editor.focusWords();
    QCOMPARE(field->cursorPosition(), 0);
}

void TestCommentEditor::tagsAreCompleted_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("offered"); // the first one; empty for nothing
    const auto row = [](const char* name, const char* typed, const char* offered) {
        QTest::newRow(name) << QString::fromLatin1(typed) << QString::fromLatin1(offered);
    };
    row("begin of the text", "@ca", "called");
    row("begin of a line", "Words.\n@un", "unit");
    row("all", "@", "convention");
    row("letters in the middle of a line", "mail to @ca", "");
    row("no tag", "@zz", "");
    row("a whole tag", "@called", "");
    row("a table's tag on a column", "@priv", "");
    row("behind a tag", "@called x", "");
}

void TestCommentEditor::tagsAreCompleted()
{
    QFETCH(QString, typed);
    QFETCH(QString, offered);
    CommentEditor editor;
    editor.showComment(viewOf("a", {}));
    editor.show();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    WordsEdit* words = editor.wordsField();
    words->setFocus();
    QTest::keyClicks(words, typed.section(QLatin1Char('\n'), 0, 0));
    if (typed.contains(QLatin1Char('\n'))) {
        QTest::keyClick(words, Qt::Key_Return);
        QTest::keyClicks(words, typed.section(QLatin1Char('\n'), 1));
    }
    const QCompleter* tags = words->tagCompleter();
    QCOMPARE(tags->popup()->isVisible(), !offered.isEmpty());
    if (offered.isEmpty())
        return;
    QCOMPARE(tags->currentCompletion(), offered);
    QTest::keyClick(tags->popup(), Qt::Key_Return);
    QVERIFY(!tags->popup()->isVisible());
    const QString head = typed.first(typed.lastIndexOf(QLatin1Char('@')) + 1);
    QCOMPARE(words->typed(), QString(head + offered + QLatin1Char(' ')));
    words->undo(); // one step back to what was typed
    QCOMPARE(words->typed(), typed);
}

void TestCommentEditor::completionStandsAside()
{
    CommentEditor editor;
    QSignalSpy left(&editor, &CommentEditor::left);
    editor.showComment(viewOf("a", QStringLiteral("old")));
    editor.show();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    WordsEdit* words = editor.wordsField();
    editor.focusWords();
    QTest::keyClick(words, Qt::Key_Return);
    QTest::keyClicks(words, QStringLiteral("@ca"));
    QAbstractItemView* popup = words->tagCompleter()->popup();
    QVERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Escape); // only the offer goes
    QVERIFY(!popup->isVisible());
    QCOMPARE(words->typed(), QStringLiteral("old\n@ca"));
    QCOMPARE(left.size(), 0);
    // what is not typed here offers nothing
    editor.showComment(viewOf("b", QStringLiteral("@ca")));
    QVERIFY(!popup->isVisible());
}

void TestCommentEditor::problemsKeepItHere()
{
    CommentEditor editor;
    QSignalSpy edited(&editor, &CommentEditor::edited);
    connect(&editor, &CommentEditor::edited, &editor,
            [&] { editor.showProblem(QStringLiteral("The disk is full.")); });
    editor.showComment(viewOf("a", {}));
    QTest::keyClicks(editor.wordsField(), QStringLiteral("x"));
    editor.commit();
    QVERIFY(editor.isDirty());
    editor.commit();
    QCOMPARE(edited.size(), 2); // tried again
    QCOMPARE(editor.text(), QStringLiteral("x"));
}

void TestCommentEditor::saysWhatSpeaksAgainst_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("basicPlane");
    QTest::addColumn<QString>("said");
    QTest::newRow("fits") << "abc" << 0 << true << "";
    QTest::newRow("just fits") << "abc" << 3 << true << "";
    QTest::newRow("too long") << "abcd" << 3 << true << "1 character too many";
    QTest::newRow("emoji") << "a\xf0\x9f\xa6\x84" << 0 << true << "question mark";
    QTest::newRow("emoji counts once") << "a\xf0\x9f\xa6\x84" << 2 << false << "";
}

void TestCommentEditor::saysWhatSpeaksAgainst()
{
    QFETCH(const QString, text);
    QFETCH(const int, limit);
    QFETCH(const bool, basicPlane);
    QFETCH(const QString, said);
    const QString hindrance = textHindrance(text, {CommentPlace::Database, {}, limit, basicPlane});
    if (said.isEmpty())
        QCOMPARE(hindrance, QString());
    else
        QVERIFY2(hindrance.contains(said), qPrintable(hindrance));
}

void TestCommentEditor::readOnlySaysWhy()
{
    CommentEditor editor;
    QSignalSpy edited(&editor, &CommentEditor::edited);
    CommentView view = viewOf("a", QStringLiteral("text"));
    view.readOnly = QStringLiteral("Belongs to the engine.");
    editor.showComment(view);
    QTest::keyClicks(editor.wordsField(), QStringLiteral("x"));
    editor.commit();
    QCOMPARE(edited.size(), 0);
    QCOMPARE(editor.findChild<QLabel*>(QStringLiteral("commentState"))->text(), view.readOnly);
}

void TestCommentEditor::showsTheirs()
{
    CommentEditor editor;
    CommentView view = viewOf("a", QStringLiteral("mine"));
    view.staged = StageState::Changed;
    view.before = QStringLiteral("old");
    view.theirs = QStringLiteral("theirs");
    editor.showComment(view);
    QCOMPARE(editor.findChild<QLabel*>(QStringLiteral("commentBefore"))->text(), view.theirs);
    QVERIFY(!editor.revertButton()->isVisibleTo(&editor));
    view.staged = StageState::Current;
    editor.showComment(view);
    QVERIFY(editor.revertButton()->isVisibleTo(&editor));
    QVERIFY(editor.findChild<QLabel*>(QStringLiteral("commentBefore"))
                ->text()
                .contains(QStringLiteral("old")));
    view.before.clear();
    view.inCreateText = QStringLiteral("seen");
    editor.showComment(view);
    QCOMPARE(editor.findChild<QLabel*>(QStringLiteral("commentBefore"))->text(),
             QStringLiteral("Before, in the CREATE text: seen"));
    view.inCreateText.clear();
    editor.showComment(view);
    QCOMPARE(editor.findChild<QLabel*>(QStringLiteral("commentBefore"))->text(),
             QStringLiteral("Before: no comment"));
}

void TestCommentEditor::suggestionIsOneStep()
{
    CommentEditor editor;
    QSignalSpy edited(&editor, &CommentEditor::edited);
    CommentView view = viewOf("a", QStringLiteral("State."));
    editor.showComment(view);
    QVERIFY(editor.suggestButton()->isHidden());
    view.suggestion = QStringLiteral("@values <0>=, 1=");
    editor.showComment(view);
    QVERIFY(!editor.suggestButton()->isHidden());
    QVERIFY(editor.suggestButton()->toolTip().contains(QStringLiteral("@values &lt;0&gt;=, 1=")));
    QVERIFY(editor.suggestButton()->toolTip().contains(QStringLiteral("Ctrl+Shift+N")));
    QTest::keyClicks(editor.wordsField(), QStringLiteral("x"));
    editor.suggestButton()->click();
    QCOMPARE(edited.size(), 2); // what was typed, and what was inserted: each in a step of its own
    QCOMPARE(edited[0][1].toString(), QStringLiteral("xState."));
    QCOMPARE(edited[1][1].toString(), QStringLiteral("xState.\n@values <0>=, 1="));
    QVERIFY(edited[0][2] != edited[1][2]);
    QVERIFY(editor.suggestButton()->isHidden());
    // words took the object off the list: it is still offered here, but not for another object
    view.suggestion.clear();
    view.text = QStringLiteral("xState.");
    editor.showComment(view);
    QVERIFY(!editor.suggestButton()->isHidden());
    editor.showComment(viewOf("b", {}));
    QVERIFY(editor.suggestButton()->isHidden());
    view.suggestion = QStringLiteral("@values 0=");
    view.readOnly = QStringLiteral("Nobody may.");
    editor.showComment(view);
    QVERIFY(editor.suggestButton()->isHidden());
}

void TestCommentEditor::fitsIntoANarrowPanel()
{
    CommentEditor editor;
    CommentView view = viewOf("a", QStringLiteral("w\n@values 0=a\n@references t(a)"));
    view.staged = StageState::Changed;
    editor.showComment(view);
    QVERIFY2(editor.minimumSizeHint().width() <= 290,
             qPrintable(QString::number(editor.minimumSizeHint().width())));
}

QTEST_MAIN(TestCommentEditor)
#include "tst_comment_editor.moc"
