// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The actions of the menu "Boundaries" with their texts, icons, shortcuts and tool tips. What they
// do is connected by boundary_desk.h.
#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace cadastre {

struct BoundaryActions
{
    /// All actions belong to `window`.
    explicit BoundaryActions(QMainWindow* window);

    QAction* showBoundaries;
    QAction* showCrossings;
    QAction* suggest;
    QAction* importOwners;
    QAction* make;
    QAction* publish;
    QAction* makePrivate;
    QAction* draft;
    QAction* impact;
    QAction* mayGo;
    QAction* makeFlow;
    QAction* addRule;
    QAction* baseline;
    QAction* notes;
    QAction* report;

    /// The menus whose entries are the boundaries: filled when they are opened.
    QMenu* assign = nullptr;
    QMenu* seenBy = nullptr;

    void fillMenu(QMenu* menu);
    /// What makes no sense while nothing is open, no table is selected, or nobody drew boundaries.
    void setState(bool open, bool selected, bool drawn);
};

} // namespace cadastre
