// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CommentEditor: the comment of one object as words, as notes and as raw text, all three in step.
// Nothing typed is lost: after a short pause, and whenever it is left, what was typed is handed out
// to be staged. Keeping and writing it is not done here.
#pragma once

#include "widgets/comment_view.h"
#include "widgets/shown_text.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace cadastre {

class NoteList;
class WordsEdit;

class CommentEditor : public QWidget
{
    Q_OBJECT
public:
    explicit CommentEditor(QWidget* parent = nullptr);
    /// What was typed is handed out before it goes.
    ~CommentEditor() override;

    /// Another object, or other facts of the same one: what is being typed stays.
    void showComment(const CommentView& view);
    void showNothing();
    /// Why what was typed could not be kept; it stays here. Empty when it could.
    void showProblem(const QString& sentence);
    /// Hands out what was typed and not handed out yet.
    void commit();
    /// The cursor behind the words, ready to type.
    void focusWords();

    [[nodiscard]] const CommentView& view() const { return m_view; }
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] bool isDirty() const { return m_text != m_handedOut || m_isUnkept; }
    [[nodiscard]] WordsEdit* wordsField() const { return m_words; }
    [[nodiscard]] WordsEdit* rawField() const { return m_raw; }
    [[nodiscard]] NoteList* notes() const { return m_notes; }
    [[nodiscard]] QToolButton* rawToggle() const { return m_rawToggle; }
    [[nodiscard]] QPushButton* revertButton() const { return m_revert; }
    [[nodiscard]] QPushButton* writeButton() const { return m_write; }
    [[nodiscard]] QToolButton* suggestButton() const { return m_suggest; }

Q_SIGNALS:
    /// To be staged. Those of one `session` (never 0) are typed in one go.
    void edited(const cadastre::ObjectKey& key, const QString& text, int session);
    /// Ctrl+Enter: it was handed out, and the person is done with this object.
    void finished(const cadastre::ObjectKey& key);
    /// Escape with nothing to take back: the person wants out.
    void left();
    /// Takes it off the stage.
    void revertRequested(const cadastre::ObjectKey& key);
    /// What is staged, this and the others, is to be written to the database.
    void writeRequested();
    /// Of a comment that somebody changed: what is staged shall replace theirs.
    void keepMineRequested(const cadastre::ObjectKey& key, const QString& theirs,
                           const QString& mine);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void setUpState();
    void setUpFields();
    void connectFields();
    void takeWords();
    void takeRaw();
    void takeText(const QString& text);
    void takeSuggestion();
    void takeBack();
    void leave();
    void finish();
    void showText(bool fresh);
    void showWords(bool fresh);
    void showNotes();
    void showState();
    void showTags();
    void showAdvice();
    void showSuggestion();

    CommentView m_view;
    QString m_text;      ///< as typed now, every byte
    QString m_handedOut; ///< what was handed out last, or what is shown from outside
    QString m_wordsText; ///< the whole text when the words were shown last
    ShownText m_shownWords;
    ShownText m_shownRaw;
    int m_session = 0;
    bool m_filling = false;
    bool m_isUnkept = false; ///< handed out, but nobody could keep it: to be tried again
    QTimer* m_pause;
    QWidget* m_stateBox = nullptr;
    QLabel* m_stateIcon = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_revert = nullptr;
    QPushButton* m_write = nullptr;
    QPushButton* m_keepMine = nullptr;
    QPushButton* m_takeTheirs = nullptr;
    QLabel* m_before = nullptr; ///< what is replaced, or what somebody wrote meanwhile
    QLabel* m_problem = nullptr;
    WordsEdit* m_words = nullptr;
    NoteList* m_notes = nullptr;
    QToolButton* m_suggest = nullptr; ///< shown where there is something to insert
    QToolButton* m_rawToggle = nullptr;
    WordsEdit* m_raw = nullptr;
    QLabel* m_advice = nullptr; ///< length, emoji, secrets
    QLabel* m_home = nullptr;
};

/// Characters as a database counts them.
int characterCount(const QString& text);
/// What is wrong with the text where it goes: too long, characters that would be lost; empty for
/// nothing.
QString textHindrance(const QString& text, const CommentHome& home);

} // namespace cadastre
