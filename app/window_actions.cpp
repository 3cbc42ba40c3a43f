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
#include <QStatusBar>
#include <QUndoStack>

namespace cadastre {

namespace {

struct WindowWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::WindowActions)
};

constexpr int undoneNoticeMs = 6000;

QKeySequence keys(const char* text)
{
    return QKeySequence(QString::fromLatin1(text));
}

void tellNeeds(const WindowActions& all)
{
    setNeed({all.undo}, WindowWords::tr("nothing was done that could be undone"));
    setNeed({all.redo}, WindowWords::tr("nothing was undone"));
    setNeed({all.copyName}, WindowWords::tr("select something in the diagram or the tree first"));
    setNeed({all.focusSelection}, WindowWords::tr("select a table first"));
    setNeed({all.relate}, WindowWords::tr("select a column first"));
    setNeed({all.back}, WindowWords::tr("there is nothing before what you see"));
    setNeed({all.forward}, WindowWords::tr("you did not go back"));
    setNeed({all.showAll}, WindowWords::tr("everything is shown already"));
    setNeed({all.depths.begin(), all.depths.end()},
            WindowWords::tr("focus a neighbourhood first (Ctrl+G)"));
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
    openFile = make("open", WindowWords::tr("&Open file…"), "Ctrl+O",
                    WindowWords::tr("Open an SQLite database, a snapshot or a workspace"));
    connectServer = make("server", WindowWords::tr("&Connect to a server…"), "Ctrl+Shift+O",
                         WindowWords::tr("Connect to PostgreSQL, MariaDB or MySQL"));
    openSample = make("sample", WindowWords::tr("Open the &sample"), "",
                      WindowWords::tr("A shop that has lived for ten years"));
    addFile = make("add", WindowWords::tr("&Add another database…"), "Ctrl+Shift+A",
                   WindowWords::tr("Open a database file beside what is open"));
    addServer = make("server", WindowWords::tr("Add another ser&ver…"), "",
                     WindowWords::tr("Open a server's database beside what is open"));
    saveWorkspace = make("save", WindowWords::tr("&Save workspace"), "Ctrl+S",
                         WindowWords::tr("Keep what is open and where its tables stand"));
    saveWorkspaceAs = make("save", WindowWords::tr("Save workspace &as…"), "Ctrl+Shift+S");
    exportPicture =
        make("export", WindowWords::tr("&Export…"), "Ctrl+E",
             WindowWords::tr("The diagram, or the documentation, as a file for others"));
    closeAll = make("close", WindowWords::tr("C&lose"), "Ctrl+W",
                    WindowWords::tr("Back to the start page"));
    quit = make("quit", WindowWords::tr("&Quit"), "Ctrl+Q");
}

void WindowActions::makeEditActions(const ActionMaker& make, QMainWindow* window,
                                    QUndoStack* undoStack)
{
    undo = undoStack->createUndoAction(window, WindowWords::tr("&Undo"));
    undo->setIcon(themedIcon(QStringLiteral("undo")));
    undo->setShortcut(QKeySequence::Undo);
    redo = undoStack->createRedoAction(window, WindowWords::tr("&Redo"));
    redo->setIcon(themedIcon(QStringLiteral("redo")));
    redo->setShortcuts({keys("Ctrl+Shift+Z"), keys("Ctrl+Y")});
    QObject::connect(undo, &QAction::triggered, window, [window, undoStack] {
        window->statusBar()->showMessage(
            WindowWords::tr("Undone: %1. Ctrl+Shift+Z brings it back.").arg(undoStack->redoText()),
            undoneNoticeMs);
    });
    copyName = make("copy", WindowWords::tr("&Copy name"), "Ctrl+Shift+C",
                    WindowWords::tr("Copy the name of the selected object"));
    find = make("search", WindowWords::tr("&Search"), "Ctrl+F",
                WindowWords::tr("Search tables, columns and comments"));
    filterTree = make("search", WindowWords::tr("&Filter the tree"), "Ctrl+L");
}

void WindowActions::makeViewActions(const ActionMaker& make)
{
    refresh = make("refresh", WindowWords::tr("&Refresh"), "F5",
                   WindowWords::tr("Read everything again; tables stay where they are"));
    fit = make("fit", WindowWords::tr("&Fit"), "Ctrl+0", WindowWords::tr("Show everything"));
    actualSize =
        make("actual-size", WindowWords::tr("&100 %"), "Ctrl+1", WindowWords::tr("Natural size"));
    zoomIn = make("zoom-in", WindowWords::tr("Zoom &in"), "Ctrl++");
    zoomIn->setShortcuts({keys("Ctrl++"), keys("Ctrl+=")});
    zoomOut = make("zoom-out", WindowWords::tr("Zoom &out"), "Ctrl+-");
    viewDependencies = make("dependencies", WindowWords::tr("View &dependencies"), "Ctrl+D",
                            WindowWords::tr("Lines from views to what they read"));
    viewDependencies->setCheckable(true);
    systemObjects = make("other", WindowWords::tr("System &objects in the tree"), "",
                         WindowWords::tr("Also objects of the engine and of extensions"));
    systemObjects->setCheckable(true);
    tidy = make("fit", WindowWords::tr("La&y out anew"), "",
                WindowWords::tr("Place every table again, also those that you moved"));
}

void WindowActions::makeFocusActions(const ActionMaker& make)
{
    focusSelection = make("focus", WindowWords::tr("Focus the &neighbourhood"), "Ctrl+G",
                          WindowWords::tr("Only the selected table and what is near it"));
    back = make("back", WindowWords::tr("&Back"), "Alt+Left",
                WindowWords::tr("Where you were before; also Backspace in the diagram"));
    forward = make("forward", WindowWords::tr("For&ward"), "Alt+Right",
                   WindowWords::tr("Where you were before you went back"));
    showAll = make("fit", WindowWords::tr("Show &everything"), "Alt+Home",
                   WindowWords::tr("Back from a neighbourhood to the whole diagram"));
    for (int depth = 1; depth <= 4; ++depth) {
        depths[static_cast<std::size_t>(depth - 1)] =
            make("steps",
                 depth == 1 ? WindowWords::tr("&1 step at most")
                            : WindowWords::tr("&%1 steps at most").arg(depth),
                 qPrintable(QStringLiteral("Alt+%1").arg(depth)));
    }
}

void WindowActions::makeRelationActions(const ActionMaker& make)
{
    review =
        make("relationships", WindowWords::tr("&Review relationships"), "Ctrl+R",
             WindowWords::tr("Decide what is probably related, the most useful question first"));
    inferred = make("inferred", WindowWords::tr("&Inferred relationships"), "Ctrl+I",
                    WindowWords::tr("Show relationships that nobody declared"));
    inferred->setCheckable(true);
    rejected = make("rejected", WindowWords::tr("Sho&w rejected relationships"), "",
                    WindowWords::tr("Also draw what you rejected"));
    rejected->setCheckable(true);
    relate = make("foreign-key", WindowWords::tr("Relate &to…"), "Ctrl+Shift+R",
                  WindowWords::tr("Say where the selected column points"));
    drawRelationship = make(
        "draw", WindowWords::tr("&Draw a relationship"), "Ctrl+Shift+D",
        WindowWords::tr("Drag from a column to the column that it points at; Escape ends it. Alt + "
                        "drag does the same, but some desktops move windows with it"));
    drawRelationship->setCheckable(true);
    checkWithData =
        make("search", WindowWords::tr("&Check with data…"), "",
             WindowWords::tr("Look into a sample of rows whether the values exist in the "
                             "other table; asks first"));
    exportDecided =
        make("export", WindowWords::tr("&Export decided relationships…"), "",
             WindowWords::tr("As SQL, notes, tables of other tools, Markdown, JSON or TSV"));
    relationSummary =
        make("info", WindowWords::tr("&Summary…"), "",
             WindowWords::tr("What points at what, how it is spelled, and what to look "
                             "at"));
}

void WindowActions::makeOtherActions(const ActionMaker& make, QMainWindow* window)
{
    themes = new QActionGroup(window);
    const std::array<QString, 3> names{WindowWords::tr("As the &system"), WindowWords::tr("&Light"),
                                       WindowWords::tr("&Dark")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        themeChoices[i] = make("theme", names[i], "");
        themeChoices[i]->setCheckable(true);
        themeChoices[i]->setData(static_cast<int>(i));
        themes->addAction(themeChoices[i]);
    }
    shortcuts = make("info", WindowWords::tr("&Keys and gestures"), "Ctrl+F1",
                     WindowWords::tr("Every key, and what the mouse does in the diagram"));
    about = make("cadastre", WindowWords::tr("&About Cadastre"), "");
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
