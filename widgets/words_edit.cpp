// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/words_edit.h"

#include <QKeyEvent>
#include <QTextBlock>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int fewestLines = 3;

} // namespace

WordsEdit::WordsEdit(int lines, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_lines(lines)
{
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
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT done();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT takeBack();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void WordsEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) // a menu of its own
        Q_EMIT focusLeft();
}

} // namespace cadastre
