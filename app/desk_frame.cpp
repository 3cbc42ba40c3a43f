// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/desk_frame.h"

#include "widgets/icons.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>

namespace cadastre {

QAction* makeAction(QMainWindow* window, const char* icon, const QString& text,
                    const char* shortcut, const QString& hint)
{
    const QKeySequence keys(QString::fromLatin1(shortcut));
    auto* made = new QAction(themedIcon(QString::fromLatin1(icon)), text, window);
    made->setShortcut(keys);
    made->setStatusTip(hint);
    made->setToolTip(keys.isEmpty() ? hint
                                    : QStringLiteral("%1 (%2)").arg(
                                          hint, keys.toString(QKeySequence::NativeText)));
    window->addAction(made);
    return made;
}

QDockWidget* addDockBeside(QDockWidget* beside, QMainWindow* window, const QString& title,
                           const char* name, QMenu* panelsMenu)
{
    auto* dock = new QDockWidget(title, window);
    dock->setObjectName(QString::fromLatin1(name));
    window->addDockWidget(window->dockWidgetArea(beside), dock);
    window->tabifyDockWidget(beside, dock);
    panelsMenu->addAction(dock->toggleViewAction());
    return dock;
}

} // namespace cadastre
