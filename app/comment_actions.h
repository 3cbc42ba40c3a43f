// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The actions of the menu "Comments" with their texts, icons, shortcuts and tool tips, in the order
// of the menu. What they do, and when they can be done, is said by the desk that each belongs to.
#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace cadastre {

struct CommentActions
{
    /// All actions belong to `window`; all are disabled.
    explicit CommentActions(QMainWindow* window);

    QAction* edit;
    QAction* next;    ///< the next one to document
    QAction* pending; ///< what is staged
    QAction* apply;
    QAction* sameComment;
    QAction* replace;
    QAction* import;
    QAction* conventions;
    QAction* migration;
    QAction* undoBatch;
    QAction* asMeant; ///< checkable: names as they are meant

    void fillMenu(QMenu* menu);
};

} // namespace cadastre
