// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/fit_window.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr QSize usualFrame(4, 30); ///< as long as the window manager said nothing

QSize frameOf(const QWidget* window)
{
    const QSize frame = window->frameGeometry().size() - window->size();
    return frame.height() > 0 ? frame : usualFrame;
}

bool isButtons(QLayoutItem* item)
{
    return item != nullptr && qobject_cast<QDialogButtonBox*>(item->widget()) != nullptr;
}

} // namespace

QSize roomOnScreen(const QWidget* window)
{
    return window->screen()->availableSize() - frameOf(window);
}

void fitToScreen(QWidget* window)
{
    if (window->isMaximized() || window->isFullScreen())
        return;
    const QSize room = roomOnScreen(window);
    if (window->width() > room.width() || window->height() > room.height())
        window->resize(window->size().boundedTo(room));
    if (!window->isVisible() && !window->testAttribute(Qt::WA_Moved))
        return; // placed when it is shown
    const QRect screen = window->screen()->availableGeometry();
    const QSize whole = window->size() + frameOf(window);
    const QPoint place(
        std::max(screen.left(), std::min(window->x(), screen.right() + 1 - whole.width())),
        std::max(screen.top(), std::min(window->y(), screen.bottom() + 1 - whole.height())));
    if (place != window->pos())
        window->move(place);
}

void letDialogScroll(QDialog* dialog)
{
    auto* layout = qobject_cast<QVBoxLayout*>(dialog->layout());
    if (layout == nullptr || dialog->findChild<QScrollArea*>(QStringLiteral("dialogScroller"),
                                                             Qt::FindDirectChildrenOnly))
        return;
    auto* area = new QScrollArea(dialog);
    area->setObjectName(QStringLiteral("dialogScroller"));
    area->setAccessibleName(dialog->windowTitle());
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus
    area->setWidgetResizable(true);
    auto* page = new QWidget;
    auto* inner = new QVBoxLayout(page);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(layout->spacing());
    const bool hasButtons = isButtons(layout->itemAt(layout->count() - 1));
    for (int left = layout->count() - (hasButtons ? 1 : 0); left > 0; --left) {
        const int stretch = layout->stretch(0);
        QLayoutItem* item = layout->takeAt(0);
        if (QWidget* widget = item->widget()) {
            delete item;
            inner->addWidget(widget, stretch);
        } else if (QLayout* part = item->layout()) {
            inner->addLayout(part, stretch);
        } else {
            inner->addItem(item);
        }
    }
    area->setWidget(page);
    layout->insertWidget(0, area, 1);
    area->show();
    layout->activate();
}

DialogFitter::DialogFitter(QObject* parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool DialogFitter::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Show || event->spontaneous())
        return QObject::eventFilter(watched, event);
    auto* dialog = qobject_cast<QDialog*>(watched);
    if (dialog == nullptr || !dialog->isWindow())
        return QObject::eventFilter(watched, event);
    const bool ours = qobject_cast<QMessageBox*>(dialog) == nullptr &&
                      qobject_cast<QFileDialog*>(dialog) == nullptr;
    const QSize room = roomOnScreen(dialog);
    const QSize least = dialog->minimumSizeHint().expandedTo(dialog->minimumSize());
    if (ours && (least.width() > room.width() || least.height() > room.height())) {
        dialog->setMinimumSize(dialog->minimumSize().boundedTo(room));
        letDialogScroll(dialog);
    }
    fitToScreen(dialog);
    return QObject::eventFilter(watched, event);
}

} // namespace cadastre
