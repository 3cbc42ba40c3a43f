// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What keys do in the command palette, and what screen readers hear of it.
#include "widgets/command_palette.h"

#include "widgets/palette_model.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int palettePage = 8;

} // namespace

void CommandPalette::step(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0)
        return;
    const int current = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    int row = std::clamp(current + rows, 0, last);
    if (std::abs(rows) == 1 && current + rows > last)
        row = 0; // around the end
    else if (std::abs(rows) == 1 && current + rows < 0)
        row = last;
    m_list->setCurrentIndex(m_model->index(row, 0));
    sayCurrent();
    Q_EMIT itemPreviewed(m_model->items()[static_cast<std::size_t>(row)]);
}

void CommandPalette::chooseCurrent(bool focus)
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const PaletteItem item = m_model->items()[static_cast<std::size_t>(current.row())];
    if (!item.enabled) {
        showBusy(QStringLiteral("%1: %2").arg(item.title, item.detail));
        return;
    }
    hide();
    Q_EMIT itemChosen(item, focus);
}

void CommandPalette::takeCompletion(int number)
{
    if (number >= m_completion.choices.size())
        return;
    const QString choice = m_completion.choices[number];
    QString text = m_field->text();
    const bool whole = !choice.endsWith(QLatin1Char(':'));
    text.replace(m_completion.start, m_completion.length,
                 whole ? QString(choice + QLatin1Char(' ')) : choice);
    const qsizetype cursor = m_completion.start + choice.size() + (whole ? 1 : 0);
    m_completion = {};
    m_field->setText(text);
    m_field->setCursorPosition(static_cast<int>(cursor));
    Q_EMIT textChanged(text, static_cast<int>(cursor));
}

/// Screen readers follow the field: it says which line is current.
void CommandPalette::sayCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    const QString line =
        current.isValid() ? current.data(Qt::AccessibleTextRole).toString() : m_remark->text();
    m_field->setAccessibleDescription(line);
    QAccessibleEvent event(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    if (current.isValid()) {
        QAccessibleEvent moved(m_list, QAccessible::Focus);
        moved.setChild(current.row());
        QAccessible::updateAccessibility(&moved);
    }
}

bool CommandPalette::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(palettePage);
        return true;
    case Qt::Key_PageUp:
        step(-palettePage);
        return true;
    case Qt::Key_Tab:
        takeCompletion(0);
        return true;
    case Qt::Key_Backtab:
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseCurrent(modifiers.testFlag(Qt::ControlModifier));
        return true;
    case Qt::Key_C:
        if (modifiers != (Qt::ControlModifier | Qt::ShiftModifier) || countText().isEmpty())
            return false;
        Q_EMIT copyAsked();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            dismiss();
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* pressed = static_cast<QKeyEvent*>(event);
        const int key = pressed->key();
        const bool copies = key == Qt::Key_C && // of the window it copies the name of one object
                            pressed->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter ||
            key == Qt::Key_Tab || copies) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* pressed = static_cast<QKeyEvent*>(event);
        return takeKey(pressed->key(), pressed->modifiers());
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace cadastre
