// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/words_edit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int fewestLines = 3;

} // namespace

WordsEdit::WordsEdit(int lines, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_lines(lines)
    , m_tags(new QCompleter(new QStringListModel(this), this))
{
    m_tags->setWidget(this);
    m_tags->setMaxVisibleItems(12);
    connect(m_tags, qOverload<const QString&>(&QCompleter::activated), this, &WordsEdit::insertTag);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QString WordsEdit::typed() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

void WordsEdit::setTyped(const QString& text, bool fresh)
{
    if (fresh) {
        setPlainText(text);
        return;
    }
    const QString before = typed();
    if (before == text)
        return;
    const qsizetype shorter = std::min(before.size(), text.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == text[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head &&
           before[before.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(head));
    cursor.setPosition(static_cast<int>(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(head, text.size() - head - tail));
}

void WordsEdit::setTags(const QStringList& tags)
{
    auto* model = static_cast<QStringListModel*>(m_tags->model());
    if (model->stringList() != tags)
        model->setStringList(tags);
}

std::optional<QString> WordsEdit::typedTag() const
{
    const QTextCursor cursor = textCursor();
    const QString line = cursor.block().text();
    const int end = cursor.positionInBlock();
    if (cursor.hasSelection() || end < 1 || line[0] != QLatin1Char('@'))
        return std::nullopt;
    const QString letters = line.mid(1, end - 1);
    const bool isWord = std::ranges::all_of(letters, [](QChar c) { return c.isLetter(); });
    const bool isEnd = end == line.size() || !line[end].isLetter();
    return isWord && isEnd ? std::optional(letters) : std::nullopt;
}

void WordsEdit::offerTags()
{
    const auto letters = typedTag();
    if (letters)
        m_tags->setCompletionPrefix(*letters);
    const bool isWhole = letters && m_tags->currentCompletion() == *letters;
    if (!letters || m_tags->completionCount() == 0 || (isWhole && m_tags->completionCount() == 1)) {
        m_tags->popup()->hide();
        return;
    }
    QAbstractItemView* popup = m_tags->popup();
    popup->setCurrentIndex(m_tags->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.translate(viewport()->pos());
    place.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width());
    m_tags->complete(place);
}

/// One step of undo.
void WordsEdit::insertTag(const QString& tag)
{
    const auto letters = typedTag();
    if (!letters)
        return;
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor,
                        static_cast<int>(letters->size()));
    cursor.insertText(QString(tag + QLatin1Char(' ')));
    cursor.endEditBlock();
    setTextCursor(cursor);
}

QSize WordsEdit::sizeHint() const
{
    const int height = fontMetrics().lineSpacing() * m_lines + 2 * frameWidth() + 10;
    return {200, height};
}

QSize WordsEdit::minimumSizeHint() const
{
    return {80,
            fontMetrics().lineSpacing() * std::min(m_lines, fewestLines) + 2 * frameWidth() + 10};
}

bool WordsEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isOurs = key->key() == Qt::Key_Escape ||
                            ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
                             key->modifiers().testFlag(Qt::ControlModifier));
        if (isOurs) {
            event->accept();
            return true;
        }
        // with nothing of its own to undo or redo, the window's undo is meant
        const bool isEmptyUndo = key->matches(QKeySequence::Undo) && !document()->isUndoAvailable();
        const bool isEmptyRedo = key->matches(QKeySequence::Redo) && !document()->isRedoAvailable();
        if (isEmptyUndo || isEmptyRedo) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void WordsEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isOffering = m_tags->popup()->isVisible(); // it passes on what it does not take
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isOffering && isPlain && (isEnter || event->key() == Qt::Key_Escape)) {
        event->ignore(); // chosen or sent away by the offer
        return;
    }
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT done();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT takeBack();
    else
        QPlainTextEdit::keyPressEvent(event);
    const bool isTyping = !event->text().isEmpty() && event->text()[0].isPrint();
    if (!isReadOnly() && (isTyping || isOffering))
        offerTags();
}

void WordsEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) // a menu of its own
        Q_EMIT focusLeft();
}

} // namespace cadastre
