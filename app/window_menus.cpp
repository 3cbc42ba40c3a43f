// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The menus and the tool bar of the main window.
#include "app/window_actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace cadastre {

namespace {

struct MenuWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::WindowMenus)
};

void fillRelationMenu(QMenu* menu, const WindowActions& actions)
{
    menu->addActions({actions.review, actions.inferred, actions.rejected});
    menu->addSeparator();
    menu->addActions({actions.relate, actions.drawRelationship});
    menu->addSeparator();
    menu->addActions({actions.checkWithData, actions.exportDecided, actions.relationSummary});
}

/// Gives the menu of what is shared.
QMenu* fillFileMenu(QMenu* menu, const WindowActions& actions)
{
    menu->addActions({actions.openFile, actions.connectServer, actions.openSample});
    menu->addSeparator();
    menu->addActions({actions.addFile, actions.addServer});
    menu->addSeparator();
    menu->addActions({actions.saveWorkspace, actions.saveWorkspaceAs});
    menu->addSeparator();
    menu->addAction(actions.exportPicture);
    QMenu* share = menu->addMenu(MenuWords::tr("S&hare"));
    menu->addSeparator();
    menu->addActions({actions.closeAll, actions.quit});
    return share;
}

} // namespace

WindowMenus fillMenuBar(QMainWindow* window, const WindowActions& actions)
{
    WindowMenus menus{};
    QMenuBar* bar = window->menuBar();
    menus.file = bar->addMenu(MenuWords::tr("&File"));
    menus.share = fillFileMenu(menus.file, actions);

    QMenu* edit = menus.edit = bar->addMenu(MenuWords::tr("&Edit"));
    edit->addActions({actions.undo, actions.redo});
    edit->addSeparator();
    edit->addActions({actions.copyName, actions.find, actions.filterTree});

    QMenu* view = menus.view = bar->addMenu(MenuWords::tr("&View"));
    view->addActions({actions.refresh});
    view->addSeparator();
    view->addActions({actions.fit, actions.actualSize, actions.zoomIn, actions.zoomOut});
    view->addSeparator();
    menus.lenses = view->addMenu(MenuWords::tr("&Colours by"));
    view->addActions({actions.viewDependencies, actions.systemObjects, actions.tidy});
    menus.go = bar->addMenu(MenuWords::tr("&Go"));
    menus.go->addActions({actions.back, actions.forward, actions.focusSelection, actions.showAll});
    QMenu* steps = menus.go->addMenu(MenuWords::tr("&Steps of the neighbourhood"));
    for (QAction* depth : actions.depths)
        steps->addAction(depth);
    view->addSeparator();
    menus.panels = view->addMenu(MenuWords::tr("&Panels"));
    view->addMenu(MenuWords::tr("&Theme"))->addActions(actions.themes->actions());

    menus.relationships = bar->addMenu(MenuWords::tr("&Relationships"));
    fillRelationMenu(menus.relationships, actions);
    menus.boundaries = bar->addMenu(MenuWords::tr("&Boundaries"));
    menus.comments = bar->addMenu(MenuWords::tr("&Comments"));
    menus.help = bar->addMenu(MenuWords::tr("&Help"));
    menus.help->addActions({actions.shortcuts, actions.about});
    return menus;
}

void fillToolBar(QToolBar* bar, const WindowActions& actions, QWidget* lensChoice,
                 QWidget* searchBox)
{
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    bar->setIconSize(QSize(20, 20));
    bar->addActions({actions.openFile, actions.refresh});
    bar->addSeparator();
    bar->addActions({actions.undo, actions.redo});
    bar->addSeparator();
    bar->addActions({actions.fit, actions.actualSize, actions.zoomIn, actions.zoomOut});
    bar->addSeparator();
    bar->addActions({actions.focusSelection, actions.viewDependencies, actions.inferred,
                     actions.drawRelationship, actions.review});
    bar->addWidget(lensChoice);
    bar->addActions({actions.exportPicture});
    auto* spacer = new QWidget(bar);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spacer);
    bar->addWidget(searchBox);
}

} // namespace cadastre
