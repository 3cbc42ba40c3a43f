// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The actions of the main window with their texts, icons, shortcuts and tool tips, and the menus
// and tool bar made of them. What they do is connected by the window.
#pragma once

#include <QObject>

#include <array>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QToolBar;
class QUndoStack;

namespace cadastre {

class ActionMaker;

struct WindowActions
{
    /// All actions belong to `window`.
    WindowActions(QMainWindow* window, QUndoStack* undoStack);

    QAction* openFile;
    QAction* connectServer;
    QAction* openSample;
    QAction* addFile;
    QAction* addServer;
    QAction* saveWorkspace;
    QAction* saveWorkspaceAs;
    QAction* exportPicture;
    QAction* closeAll;
    QAction* quit;
    QAction* undo;
    QAction* redo;
    QAction* copyName;
    QAction* find;
    QAction* filterTree;
    QAction* refresh;
    QAction* fit;
    QAction* actualSize;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* viewDependencies;
    QAction* systemObjects;
    QAction* tidy;
    QAction* focusSelection;
    QAction* back;
    QAction* forward;
    QAction* showAll;
    std::array<QAction*, 4> depths; ///< 1 to 4 steps
    QAction* review;
    QAction* inferred;
    QAction* rejected;
    QAction* relate;
    QAction* drawRelationship;
    QAction* checkWithData;
    QAction* exportDecided;
    QAction* relationSummary;
    QActionGroup* themes;
    std::array<QAction*, 3> themeChoices; ///< by ThemeChoice
    QAction* shortcuts;
    QAction* about;

    /// What makes no sense while nothing is open.
    void setSomethingOpen(bool open);
    /// `folded`: only what one boundary may see is shown.
    void setFocused(bool focused, bool folded = false);

private:
    void makeFileActions(const ActionMaker& make);
    void makeEditActions(const ActionMaker& make, QMainWindow* window, QUndoStack* undoStack);
    void makeViewActions(const ActionMaker& make);
    void makeFocusActions(const ActionMaker& make);
    void makeRelationActions(const ActionMaker& make);
    void makeOtherActions(const ActionMaker& make, QMainWindow* window);
};

/// Menus that the window fills itself.
struct WindowMenus
{
    QMenu* file;  ///< before "Close"
    QMenu* share; ///< below "File": copies and documents for others
    QMenu* edit;
    QMenu* view;
    QMenu* go; ///< finding and walking
    QMenu* help;
    QMenu* lenses;
    QMenu* panels;
    QMenu* boundaries;
    QMenu* comments;
    QMenu* relationships;
};
WindowMenus fillMenuBar(QMainWindow* window, const WindowActions& actions);
void fillToolBar(QToolBar* bar, const WindowActions& actions, QWidget* lensChoice,
                 QWidget* searchBox);

} // namespace cadastre
