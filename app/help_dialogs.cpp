// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/help_dialogs.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSet>

namespace cadastre {

namespace {

struct HelpWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::HelpDialogs)
};

std::vector<KeyLine> gestures()
{
    return {
        {HelpWords::tr("Tab, Shift+Tab"), HelpWords::tr("Go to the next or previous field")},
        {HelpWords::tr("F10, Alt"), HelpWords::tr("Go to the menus")},
        {HelpWords::tr("Drag the background"), HelpWords::tr("Move the diagram")},
        {HelpWords::tr("Wheel, pinch"), HelpWords::tr("Zoom at the pointer")},
        {HelpWords::tr("Click a table or column"), HelpWords::tr("Select it, show its facts")},
        {HelpWords::tr("Drag a table"), HelpWords::tr("Put it elsewhere; it stays there")},
        {HelpWords::tr("Double click, Enter"), HelpWords::tr("Only its neighbourhood")},
        {HelpWords::tr("Click a folded row"), HelpWords::tr("Unfold its columns")},
        {HelpWords::tr("Right click, menu key"),
         HelpWords::tr("What can be done here, also fold again")},
        {HelpWords::tr("Arrow keys in the diagram"),
         HelpWords::tr(
             "Go to what is related in that direction; to the next table where nothing is")},
        {HelpWords::tr("Tab, Shift+Tab in the diagram"),
         HelpWords::tr("Light the relationships of the selected table, one after the other")},
        {HelpWords::tr("Enter on a relationship"),
         HelpWords::tr("Go to the table at its other end")},
        {HelpWords::tr("Shift+Enter on a relationship"),
         HelpWords::tr("Why it is there; confirm or reject it")},
        {HelpWords::tr("Shift + arrow keys in the diagram"), HelpWords::tr("Select more tables")},
        {HelpWords::tr("Space in the diagram"),
         HelpWords::tr("Add or take away the table; arrow keys then go on without selecting")},
        {HelpWords::tr("Esc in the diagram"),
         HelpWords::tr(
             "One step back: the way between tables, the relationship, the selection; then "
             "Tab leaves the diagram")},
        {HelpWords::tr("Esc in a panel"), HelpWords::tr("Back to the diagram")},
        {HelpWords::tr("Backspace"), HelpWords::tr("Go back to where you were in the diagram")},
        {HelpWords::tr("Ctrl + arrow keys"), HelpWords::tr("Move the selected tables")},
        {HelpWords::tr("Ctrl + Shift + arrow keys"), HelpWords::tr("Look around in the diagram")},
        {HelpWords::tr("L in the diagram"), HelpWords::tr("Fold or open what the lines mean")},
        {HelpWords::tr("Click the name of a group"),
         HelpWords::tr("Select its tables; double click shows it large")},
        {HelpWords::tr("Ctrl + click, Shift + arrow keys, Ctrl+Space in the tree"),
         HelpWords::tr("Select several tables")},
        {HelpWords::tr("Alt + drag from a column"),
         HelpWords::tr("Draw a relationship to a column; where the desktop takes Alt + drag: "
                       "Ctrl+Shift+D first")},
        {HelpWords::tr("Right click on a line"),
         HelpWords::tr("Confirm, reject, check a relationship")},
        {HelpWords::tr("Enter in the relationships"), HelpWords::tr("Confirm, as Y does")},
        {HelpWords::tr("Y, N, T, S in the relationships"),
         HelpWords::tr("Confirm, reject, choose another target, skip; of a group: all of it")},
        {HelpWords::tr("R, C, Delete in the relationships"),
         HelpWords::tr("Give a reason, check with data, take the decision back")},
        {HelpWords::tr("Shift + drag, Ctrl + click"),
         HelpWords::tr("Select several tables: for a boundary, a flow, a contract")},
        {HelpWords::tr("Drag tables into another region"),
         HelpWords::tr("They belong to that boundary; what it changes stands beside the pointer")},
        {HelpWords::tr("1 to 5, Delete in the crossings"),
         HelpWords::tr("Choose a decision and give the reason, take the decision back")},
        {HelpWords::tr("F2, Delete, Insert in the boundaries"),
         HelpWords::tr("Rename, take out or remove, make a boundary of the selection")},
        {HelpWords::tr("Esc in the search"), HelpWords::tr("Close the list, then clear")},
        {HelpWords::tr("Delete in the recent list"), HelpWords::tr("Take the line out of it")},
    };
}

QString keyText(const QString& text)
{
    QString plain = text;
    return plain.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

void addActions(KeyGroup& group, const QList<QAction*>& actions, QSet<const QAction*>& done)
{
    for (const QAction* action : actions) {
        if (action->menu() != nullptr)
            addActions(group, action->menu()->actions(), done);
        if (action->shortcuts().isEmpty() || done.contains(action))
            continue;
        done.insert(action);
        group.lines.push_back(
            {QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText),
             keyText(action->text()), action->toolTip()});
    }
}

} // namespace

std::vector<KeyGroup> keyGroups(const QMainWindow* window)
{
    std::vector<KeyGroup> groups;
    QSet<const QAction*> done;
    const QList<QAction*> menus = window->menuBar()->actions();
    for (const QAction* menu : menus) {
        KeyGroup group{keyText(menu->text()), {}};
        if (menu->menu() != nullptr)
            addActions(group, menu->menu()->actions(), done);
        groups.push_back(std::move(group));
    }
    KeyGroup others{HelpWords::tr("Anywhere"), {}};
    addActions(others, window->actions(), done);
    groups.push_back(std::move(others));
    groups.push_back({HelpWords::tr("In the diagram and the lists"), gestures()});
    return groups;
}

void showShortcuts(QMainWindow* window)
{
    auto* dialog = new KeysDialog(keyGroups(window), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void showAbout(QMainWindow* window)
{
    auto* box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(HelpWords::tr("About Cadastre"));
    box->setIconPixmap(window->windowIcon().pixmap(64, 64));
    box->setText(QStringLiteral("<h3>Cadastre %1</h3>").arg(QLatin1String(CADASTRE_VERSION)));
    box->setInformativeText(
        HelpWords::tr(
            "See any database: its map, its tables, and how they belong together.\n\n"
            "It reads the catalog, and rows only when you ask for a check. It writes nothing but "
            "comments, and those only when you press Apply.\n\n"
            "Free software under the MIT licence. Made with Qt %1 and Graphviz.")
            .arg(QLatin1String(qVersion())));
    box->open();
}

} // namespace cadastre
