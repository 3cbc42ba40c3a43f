// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The three fields and how they stay in step. What is said around them is in
// comment_editor_state.cpp.
#include "widgets/comment_editor.h"

#include "model/notes/comment_text.h"
#include "model/notes/note_suggestion.h"
#include "widgets/note_list.h"
#include "widgets/words_edit.h"

#include <QPushButton>
#include <QScopedValueRollback>
#include <QTextCursor>
#include <QTimer>
#include <QToolButton>

namespace cadastre {

namespace {

constexpr int pauseMs = 1000; // of typing, before it is handed out

/// Words put in place, also where they now read as notes: no letter is refused.
QString withTypedWords(const QString& text, const QString& words)
{
    if (const Result<QString> whole = withWords(text, words))
        return *whole;
    const CommentText parts = parseCommentText(text);
    const QString head = text.first(parts.wordsStart);
    const QString tail = text.sliced(parts.wordsEnd);
    const bool needsLine =
        !tail.isEmpty() && parts.wordsEnd == parts.blockStart && parts.blockStart != parts.blockEnd;
    return QString(head + words + (needsLine ? lineEndingOf(text) : QString()) + tail);
}

/// Of all editors: what is typed in two of them are two steps.
int nextSession()
{
    static int last = 0;
    return ++last;
}

} // namespace

CommentEditor::CommentEditor(QWidget* parent)
    : QWidget(parent)
    , m_pause(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    setUpState();
    setUpFields();
    connectFields();
    showNothing();
}

CommentEditor::~CommentEditor()
{
    commit();
    // fields that lose the focus while they go have nobody to tell any more
    for (QObject* field : {static_cast<QObject*>(m_words), static_cast<QObject*>(m_raw),
                           static_cast<QObject*>(m_notes)})
        field->disconnect(this);
}

void CommentEditor::connectFields()
{
    connect(m_pause, &QTimer::timeout, this, &CommentEditor::commit);
    connect(m_words, &WordsEdit::textChanged, this, &CommentEditor::takeWords);
    connect(m_raw, &WordsEdit::textChanged, this, &CommentEditor::takeRaw);
    for (WordsEdit* each : {m_words, m_raw}) {
        connect(each, &WordsEdit::done, this, &CommentEditor::finish);
        connect(each, &WordsEdit::takeBack, this, &CommentEditor::takeBack);
        connect(each, &WordsEdit::focusLeft, this, &CommentEditor::leave);
    }
    connect(m_notes, &NoteList::focusLeft, this, &CommentEditor::commit);
    connect(m_notes, &NoteList::done, this, &CommentEditor::finish);
    connect(m_notes, &NoteList::noteEdited, this,
            [this](int row, const QString& name, const QString& value) {
                const auto notes = tagLinesOf(m_text);
                if (row < static_cast<int>(notes.size()))
                    takeText(
                        withTagReplaced(m_text, notes[static_cast<std::size_t>(row)], name, value));
            });
    connect(m_notes, &NoteList::noteRemoved, this, [this](int row) {
        const auto notes = tagLinesOf(m_text);
        if (row < static_cast<int>(notes.size()))
            takeText(withoutNote(m_text, notes[static_cast<std::size_t>(row)]));
        commit();
    });
    connect(m_notes, &NoteList::noteAdded, this, [this](const QString& name) {
        takeText(withTagLine(m_text, QString(QLatin1Char('@') + name)));
        m_notes->focusRow(static_cast<int>(tagLinesOf(m_text).size()) - 1);
    });
    connect(m_suggest, &QToolButton::clicked, this, &CommentEditor::takeSuggestion);
    connect(m_rawToggle, &QToolButton::toggled, m_raw, &QWidget::setVisible);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_pause->stop();
        m_text = m_handedOut; // what is taken back is all of it
        showProblem({});
        Q_EMIT revertRequested(m_view.key);
    });
    connect(m_write, &QPushButton::clicked, this, &CommentEditor::writeRequested);
    connect(m_takeTheirs, &QPushButton::clicked, m_revert, &QPushButton::click);
    connect(m_keepMine, &QPushButton::clicked, this, [this] {
        commit();
        Q_EMIT keepMineRequested(m_view.key, m_view.theirs, m_text);
    });
}

void CommentEditor::showComment(const CommentView& view)
{
    const bool fresh = view.key != m_view.key;
    if (fresh) {
        commit();
        m_session = nextSession();
        showProblem(view.problem);
        m_view.key = view.key;
    }
    const bool typing = !fresh && isDirty() && m_view.readOnly.isEmpty();
    const QString offered = fresh ? QString() : m_view.suggestion;
    m_view = view;
    if (view.suggestion.isEmpty()) // words alone take an object off the worklist
        m_view.suggestion = offered;
    m_notes->setView(view);
    showTags();
    const bool editable = view.readOnly.isEmpty();
    m_words->setReadOnly(!editable);
    m_raw->setReadOnly(!editable);
    m_notes->setReadOnly(!editable);
    if (!typing) {
        const bool same = !fresh && view.text == m_text;
        m_text = m_handedOut = view.text;
        if (!same)
            showText(fresh);
        if (!same && !fresh) { // what others changed is not undone here
            m_words->document()->clearUndoRedoStacks();
            m_raw->document()->clearUndoRedoStacks();
        }
    }
    showState();
    showAdvice();
    setEnabled(true);
}

void CommentEditor::showNothing()
{
    commit();
    m_view = {};
    m_text.clear();
    m_handedOut.clear();
    showText(true);
    showState();
    showAdvice();
    setEnabled(false);
}

void CommentEditor::showText(bool fresh)
{
    showWords(fresh);
    showNotes();
    const QScopedValueRollback filling(m_filling, true);
    m_shownRaw = ShownText(m_text);
    m_raw->setTyped(m_shownRaw.shown(), fresh);
}

void CommentEditor::showWords(bool fresh)
{
    const QScopedValueRollback filling(m_filling, true);
    m_wordsText = m_text;
    m_shownWords = ShownText(parseCommentText(m_text).words);
    m_words->setTyped(m_shownWords.shown(), fresh);
}

void CommentEditor::showNotes()
{
    m_notes->setNotes(tagLinesOf(m_text));
}

void CommentEditor::takeWords()
{
    if (m_filling)
        return;
    const QString words = m_shownWords.with(m_words->typed(), lineEndingOf(m_wordsText));
    m_text = withTypedWords(m_wordsText, words);
    showNotes();
    const QScopedValueRollback filling(m_filling, true);
    m_shownRaw = ShownText(m_text);
    m_raw->setTyped(m_shownRaw.shown(), false);
    m_pause->start();
    showAdvice();
}

void CommentEditor::takeRaw()
{
    if (m_filling)
        return;
    m_text = m_shownRaw.with(m_raw->typed(), lineEndingOf(m_shownRaw.bytes()));
    m_shownRaw = ShownText(m_text);
    showWords(false);
    showNotes();
    m_pause->start();
    showAdvice();
}

/// From the notes.
void CommentEditor::takeText(const QString& text)
{
    m_text = text;
    showText(false);
    m_pause->start();
    showAdvice();
}

/// One step of its own, whatever was typed before and is typed next.
void CommentEditor::takeSuggestion()
{
    if (!m_view.readOnly.isEmpty() || missingNotes(m_text, m_view.suggestion).isEmpty())
        return;
    commit();
    m_session = nextSession();
    takeText(withMissingNotes(m_text, m_view.suggestion));
    commit();
    m_session = nextSession();
    m_notes->focusRow(static_cast<int>(tagLinesOf(m_text).size()) - 1);
}

void CommentEditor::commit()
{
    m_pause->stop();
    if (!isDirty() || !m_view.readOnly.isEmpty() || m_view.key.parts.isEmpty())
        return;
    m_handedOut = m_text;
    m_isUnkept = false;               // until the answer, so that what is told does not ask again
    const ObjectKey key = m_view.key; // what is told may show something else here
    const QString text = m_text;
    Q_EMIT edited(key, text, m_session);
}

/// Words that read as notes are shown as what they are.
void CommentEditor::leave()
{
    commit();
    m_session = nextSession();
    if (!m_words->hasFocus() &&
        ShownText(parseCommentText(m_text).words).shown() != m_words->typed())
        showWords(false);
}

void CommentEditor::finish()
{
    commit();
    m_session = nextSession();
    showWords(false); // what reads as notes is among them now
    Q_EMIT finished(m_view.key);
}

/// Escape: what was not handed out yet goes; the field's own undo brings it back.
void CommentEditor::takeBack()
{
    m_pause->stop();
    if (!isDirty()) {
        Q_EMIT left();
        return;
    }
    m_text = m_handedOut;
    showText(false);
    showAdvice();
}

void CommentEditor::focusWords()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->moveCursor(QTextCursor::End);
}

void CommentEditor::hideEvent(QHideEvent* event)
{
    commit();
    QWidget::hideEvent(event);
}

} // namespace cadastre
