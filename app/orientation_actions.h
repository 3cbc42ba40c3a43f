// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The actions of orientation with their texts, icons, shortcuts and tool tips. What they do is
// connected by the desk.
#pragma once

#include <QObject>

class QAction;
class QMainWindow;

namespace cadastre {

struct OrientationActions
{
    /// All actions belong to `window`; all are disabled.
    explicit OrientationActions(QMainWindow* window);

    QAction* startHere; ///< panel with the tour
    QAction* next;      ///< stop of the tour
    QAction* previous;
    QAction* about;       ///< the page about the database
    QAction* copyContext; ///< for an assistant

    void setEnabled(bool enabled);
};

} // namespace cadastre
