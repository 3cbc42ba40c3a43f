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

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::HelpDialogs)
};

std::vector<KeyLine> gestures()
{
    return {
        {Words::tr("Tab, Shift+Tab"), Words::tr("Go to the next or previous field")},
        {Words::tr("F10, Alt"), Words::tr("Go to the menus")},
        {Words::tr("Drag the background"), Words::tr("Move the diagram")},
        {Words::tr("Wheel, pinch"), Words::tr("Zoom at the pointer")},
        {Words::tr("Click a table or column"), Words::tr("Select it, show its facts")},
        {Words::tr("Drag a table"), Words::tr("Put it elsewhere; it stays there")},
        {Words::tr("Double click, Enter"), Words::tr("Only its neighbourhood")},
        {Words::tr("Click a folded row"), Words::tr("Unfold its columns")},
        {Words::tr("Right click, menu key"), Words::tr("What can be done here, also fold again")},
        {Words::tr("Arrow keys in the diagram"),
         Words::tr("Go to what is related in that direction; to the next table where nothing is")},
        {Words::tr("Tab, Shift+Tab in the diagram"),
         Words::tr("Light the relationships of the selected table, one after the other")},
        {Words::tr("Enter on a relationship"), Words::tr("Go to the table at its other end")},
        {Words::tr("Shift+Enter on a relationship"),
         Words::tr("Why it is there; confirm or reject it")},
        {Words::tr("Shift + arrow keys in the diagram"), Words::tr("Select more tables")},
        {Words::tr("Space in the diagram"),
         Words::tr("Add or take away the table; arrow keys then go on without selecting")},
        {Words::tr("Esc in the diagram"),
         Words::tr("One step back: the way between tables, the relationship, the selection; then "
                   "Tab leaves the diagram")},
        {Words::tr("Esc in a panel"), Words::tr("Back to the diagram")},
        {Words::tr("Backspace"), Words::tr("Go back to where you were in the diagram")},
        {Words::tr("Ctrl + arrow keys"), Words::tr("Move the selected tables")},
        {Words::tr("Ctrl + Shift + arrow keys"), Words::tr("Look around in the diagram")},
        {Words::tr("L in the diagram"), Words::tr("Fold or open what the lines mean")},
        {Words::tr("Click the name of a group"),
         Words::tr("Select its tables; double click shows it large")},
        {Words::tr("Ctrl + click, Shift + arrow keys, Ctrl+Space in the tree"),
         Words::tr("Select several tables")},
        {Words::tr("Alt + drag from a column"),
         Words::tr("Draw a relationship to a column; where the desktop takes Alt + drag: "
                   "Ctrl+Shift+D first")},
        {Words::tr("Right click on a line"), Words::tr("Confirm, reject, check a relationship")},
        {Words::tr("Enter in the relationships"), Words::tr("Confirm, as Y does")},
        {Words::tr("Y, N, T, S in the relationships"),
         Words::tr("Confirm, reject, choose another target, skip; of a group: all of it")},
        {Words::tr("R, C, Delete in the relationships"),
         Words::tr("Give a reason, check with data, take the decision back")},
        {Words::tr("Shift + drag, Ctrl + click"),
         Words::tr("Select several tables: for a boundary, a flow, a contract")},
        {Words::tr("Drag tables into another region"),
         Words::tr("They belong to that boundary; what it changes stands beside the pointer")},
        {Words::tr("1 to 5, Delete in the crossings"),
         Words::tr("Choose a decision and give the reason, take the decision back")},
        {Words::tr("F2, Delete, Insert in the boundaries"),
         Words::tr("Rename, take out or remove, make a boundary of the selection")},
        {Words::tr("Esc in the search"), Words::tr("Close the list, then clear")},
        {Words::tr("Delete in the recent list"), Words::tr("Take the line out of it")},
    };
}

QString plainText(const QString& text)
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
             plainText(action->text()), action->toolTip()});
    }
}

} // namespace

std::vector<KeyGroup> keyGroups(const QMainWindow* window)
{
    std::vector<KeyGroup> groups;
    QSet<const QAction*> done;
    const QList<QAction*> menus = window->menuBar()->actions();
    for (const QAction* menu : menus) {
        KeyGroup group{plainText(menu->text()), {}};
        if (menu->menu() != nullptr)
            addActions(group, menu->menu()->actions(), done);
        groups.push_back(std::move(group));
    }
    KeyGroup others{Words::tr("Anywhere"), {}};
    addActions(others, window->actions(), done);
    groups.push_back(std::move(others));
    groups.push_back({Words::tr("In the diagram and the lists"), gestures()});
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
    box->setWindowTitle(Words::tr("About Cadastre"));
    box->setIconPixmap(window->windowIcon().pixmap(64, 64));
    box->setText(QStringLiteral("<h3>Cadastre %1</h3>").arg(QLatin1String(CADASTRE_VERSION)));
    box->setInformativeText(
        Words::tr(
            "See any database: its map, its tables, and how they belong together.\n\n"
            "It reads the catalog, and rows only when you ask for a check. It writes nothing but "
            "comments, and those only when you press Apply.\n\n"
            "Free software under the MIT licence. Made with Qt %1 and Graphviz.")
            .arg(QLatin1String(qVersion())));
    box->open();
}

} // namespace cadastre
