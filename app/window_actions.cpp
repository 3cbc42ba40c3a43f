// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/window_actions.h"

#include "app/action_need.h"
#include "widgets/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMainWindow>
#include <QUndoStack>

namespace cadastre {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::WindowActions)
};

QKeySequence keys(const char* text)
{
    return QKeySequence(QString::fromLatin1(text));
}

void tellNeeds(const WindowActions& all)
{
    setNeed({all.undo}, Words::tr("nothing was done that could be undone"));
    setNeed({all.redo}, Words::tr("nothing was undone"));
    setNeed({all.copyName}, Words::tr("select something in the diagram or the tree first"));
    setNeed({all.focusSelection}, Words::tr("select a table first"));
    setNeed({all.relate}, Words::tr("select a column first"));
    setNeed({all.back}, Words::tr("there is nothing before what you see"));
    setNeed({all.forward}, Words::tr("you did not go back"));
    setNeed({all.showAll}, Words::tr("everything is shown already"));
    setNeed({all.depths.begin(), all.depths.end()},
            Words::tr("focus a neighbourhood first (Ctrl+G)"));
}

} // namespace

/// Makes actions of one window: icon, text, shortcut, and a tool tip that teaches the shortcut.
class ActionMaker
{
public:
    explicit ActionMaker(QMainWindow* window)
        : m_window(window)
    {
    }

    QAction* operator()(const char* icon, const QString& text, const char* shortcut,
                        const QString& hint = {}) const
    {
        const QKeySequence sequence = keys(shortcut);
        auto* made = new QAction(themedIcon(QString::fromLatin1(icon)), text, m_window);
        made->setShortcut(sequence);
        QString tip = hint.isEmpty() ? text : hint;
        tip.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
        made->setStatusTip(tip);
        made->setToolTip(
            sequence.isEmpty()
                ? tip
                : QStringLiteral("%1 (%2)").arg(tip, sequence.toString(QKeySequence::NativeText)));
        m_window->addAction(made);
        return made;
    }

private:
    QMainWindow* m_window;
};

WindowActions::WindowActions(QMainWindow* window, QUndoStack* undoStack)
{
    const ActionMaker make(window);
    makeFileActions(make);
    makeEditActions(make, window, undoStack);
    makeViewActions(make);
    makeFocusActions(make);
    makeRelationActions(make);
    makeOtherActions(make, window);
    tellNeeds(*this);
    setSomethingOpen(false);
}

void WindowActions::makeFileActions(const ActionMaker& make)
{
    openFile = make("open", Words::tr("&Open file…"), "Ctrl+O",
                    Words::tr("Open an SQLite database, a snapshot or a workspace"));
    connectServer = make("server", Words::tr("&Connect to a server…"), "Ctrl+Shift+O",
                         Words::tr("Connect to PostgreSQL, MariaDB or MySQL"));
    openSample = make("sample", Words::tr("Open the &sample"), "",
                      Words::tr("A shop that has lived for ten years"));
    addFile = make("add", Words::tr("&Add another database…"), "Ctrl+Shift+A",
                   Words::tr("Open a database file beside what is open"));
    addServer = make("server", Words::tr("Add another ser&ver…"), "",
                     Words::tr("Open a server's database beside what is open"));
    saveWorkspace = make("save", Words::tr("&Save workspace"), "Ctrl+S",
                         Words::tr("Keep what is open and where its tables stand"));
    saveWorkspaceAs = make("save", Words::tr("Save workspace &as…"), "Ctrl+Shift+S");
    exportPicture = make("export", Words::tr("&Export…"), "Ctrl+E",
                         Words::tr("The diagram, or the documentation, as a file for others"));
    closeAll = make("close", Words::tr("C&lose"), "Ctrl+W", Words::tr("Back to the start page"));
    quit = make("quit", Words::tr("&Quit"), "Ctrl+Q");
}

void WindowActions::makeEditActions(const ActionMaker& make, QMainWindow* window,
                                    QUndoStack* undoStack)
{
    undo = undoStack->createUndoAction(window, Words::tr("&Undo"));
    undo->setIcon(themedIcon(QStringLiteral("undo")));
    undo->setShortcut(QKeySequence::Undo);
    redo = undoStack->createRedoAction(window, Words::tr("&Redo"));
    redo->setIcon(themedIcon(QStringLiteral("redo")));
    redo->setShortcuts({keys("Ctrl+Shift+Z"), keys("Ctrl+Y")});
    copyName = make("copy", Words::tr("&Copy name"), "Ctrl+Shift+C",
                    Words::tr("Copy the name of the selected object"));
    find = make("search", Words::tr("&Search"), "Ctrl+F",
                Words::tr("Search tables, columns and comments"));
    filterTree = make("search", Words::tr("&Filter the tree"), "Ctrl+L");
}

void WindowActions::makeViewActions(const ActionMaker& make)
{
    refresh = make("refresh", Words::tr("&Refresh"), "F5",
                   Words::tr("Read everything again; tables stay where they are"));
    fit = make("fit", Words::tr("&Fit"), "Ctrl+0", Words::tr("Show everything"));
    actualSize = make("actual-size", Words::tr("&100 %"), "Ctrl+1", Words::tr("Natural size"));
    zoomIn = make("zoom-in", Words::tr("Zoom &in"), "Ctrl++");
    zoomIn->setShortcuts({keys("Ctrl++"), keys("Ctrl+=")});
    zoomOut = make("zoom-out", Words::tr("Zoom &out"), "Ctrl+-");
    viewDependencies = make("dependencies", Words::tr("View &dependencies"), "Ctrl+D",
                            Words::tr("Lines from views to what they read"));
    viewDependencies->setCheckable(true);
    systemObjects = make("other", Words::tr("System &objects in the tree"), "",
                         Words::tr("Also objects of the engine and of extensions"));
    systemObjects->setCheckable(true);
    tidy = make("fit", Words::tr("La&y out anew"), "",
                Words::tr("Place every table again, also those that you moved"));
}

void WindowActions::makeFocusActions(const ActionMaker& make)
{
    focusSelection = make("focus", Words::tr("Focus the &neighbourhood"), "Ctrl+G",
                          Words::tr("Only the selected table and what is near it"));
    back = make("back", Words::tr("&Back"), "Alt+Left",
                Words::tr("Where you were before; also Backspace in the diagram"));
    forward = make("forward", Words::tr("For&ward"), "Alt+Right",
                   Words::tr("Where you were before you went back"));
    showAll = make("fit", Words::tr("Show &everything"), "Alt+Home",
                   Words::tr("Back from a neighbourhood to the whole diagram"));
    for (int depth = 1; depth <= 4; ++depth) {
        depths[static_cast<std::size_t>(depth - 1)] = make(
            "steps",
            depth == 1 ? Words::tr("&1 step at most") : Words::tr("&%1 steps at most").arg(depth),
            qPrintable(QStringLiteral("Alt+%1").arg(depth)));
    }
}

void WindowActions::makeRelationActions(const ActionMaker& make)
{
    review = make("relationships", Words::tr("&Review relationships"), "Ctrl+R",
                  Words::tr("Decide what is probably related, the most useful question first"));
    inferred = make("inferred", Words::tr("&Inferred relationships"), "Ctrl+I",
                    Words::tr("Show relationships that nobody declared"));
    inferred->setCheckable(true);
    rejected = make("rejected", Words::tr("Show re&jected relationships"), "",
                    Words::tr("Also draw what you rejected"));
    rejected->setCheckable(true);
    relate = make("foreign-key", Words::tr("Relate &to…"), "Ctrl+Shift+R",
                  Words::tr("Say where the selected column points"));
    drawRelationship =
        make("draw", Words::tr("&Draw a relationship"), "Ctrl+Shift+D",
             Words::tr("Drag from a column to the column that it points at; Escape ends it. Alt + "
                       "drag does the same, but some desktops move windows with it"));
    drawRelationship->setCheckable(true);
    checkWithData = make("search", Words::tr("&Check with data…"), "",
                         Words::tr("Look into a sample of rows whether the values exist in the "
                                   "other table; asks first"));
    exportDecided = make("export", Words::tr("&Export decided relationships…"), "",
                         Words::tr("As SQL, notes, tables of other tools, Markdown, JSON or TSV"));
    relationSummary = make("info", Words::tr("&Summary…"), "",
                           Words::tr("What points at what, how it is spelled, and what to look "
                                     "at"));
}

void WindowActions::makeOtherActions(const ActionMaker& make, QMainWindow* window)
{
    themes = new QActionGroup(window);
    const std::array<QString, 3> names{Words::tr("As the &system"), Words::tr("&Light"),
                                       Words::tr("&Dark")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        themeChoices[i] = make("theme", names[i], "");
        themeChoices[i]->setCheckable(true);
        themeChoices[i]->setData(static_cast<int>(i));
        themes->addAction(themeChoices[i]);
    }
    shortcuts = make("info", Words::tr("&Keys and gestures"), "Ctrl+F1",
                     Words::tr("Every key, and what the mouse does in the diagram"));
    about = make("cadastre", Words::tr("&About Cadastre"), "");
}

void WindowActions::setSomethingOpen(bool open)
{
    for (QAction* each : {addFile,
                          addServer,
                          saveWorkspace,
                          saveWorkspaceAs,
                          exportPicture,
                          closeAll,
                          copyName,
                          find,
                          filterTree,
                          refresh,
                          fit,
                          actualSize,
                          zoomIn,
                          zoomOut,
                          viewDependencies,
                          tidy,
                          focusSelection,
                          systemObjects,
                          review,
                          inferred,
                          rejected,
                          relate,
                          drawRelationship,
                          checkWithData,
                          exportDecided,
                          relationSummary})
        each->setEnabled(open);
    if (!open) {
        setFocused(false);
        back->setEnabled(false);
        forward->setEnabled(false);
    }
}

void WindowActions::setFocused(bool focused, bool folded)
{
    showAll->setEnabled(focused || folded);
    for (QAction* depth : depths)
        depth->setEnabled(focused);
}

} // namespace cadastre
