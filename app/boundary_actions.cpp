// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/boundary_actions.h"

#include "app/action_need.h"
#include "widgets/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>

namespace cadastre {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::BoundaryActions)
};

QAction* makeAction(QMainWindow* window, const char* icon, const QString& text,
                    const char* shortcut, const QString& hint)
{
    const QKeySequence sequence(QString::fromLatin1(shortcut));
    auto* made = new QAction(themedIcon(QString::fromLatin1(icon)), text, window);
    made->setShortcut(sequence);
    made->setStatusTip(hint);
    made->setToolTip(sequence.isEmpty() ? hint
                                        : QStringLiteral("%1 (%2)").arg(
                                              hint, sequence.toString(QKeySequence::NativeText)));
    window->addAction(made);
    return made;
}

} // namespace

BoundaryActions::BoundaryActions(QMainWindow* window)
{
    const auto make = [window](const char* icon, const QString& text, const char* shortcut,
                               const QString& hint) {
        return makeAction(window, icon, text, shortcut, hint);
    };
    showBoundaries = make("boundary", Words::tr("&Boundaries"), "Ctrl+B",
                          Words::tr("Who owns what, and what it is to others"));
    showCrossings = make("crossing", Words::tr("&Crossings"), "Ctrl+Shift+X",
                         Words::tr("What goes from one boundary into another; decide about it"));
    suggest = make("question", Words::tr("&Suggest boundaries…"), "Ctrl+Shift+B",
                   Words::tr("Propose who might own what, with reasons; you accept all, some or "
                             "none"));
    importOwners = make("open", Words::tr("&Import owners…"), "",
                        Words::tr("From a CSV of table and owner, patterns as in CODEOWNERS, or "
                                  "viewpoints of tbls"));
    this->make = make("add", Words::tr("&Make a boundary of the selection…"), "Ctrl+M",
                      Words::tr("Shift + drag or Ctrl + click selects several tables"));
    publish = make("contract", Words::tr("&Publish as contract…"), "",
                   Words::tr("Others may read what is a contract; everything else is private"));
    makePrivate =
        make("hide", Words::tr("Make p&rivate"), "", Words::tr("Only its own boundary may use it"));
    draft = make("draw", Words::tr("&Draft a contract…"), "",
                 Words::tr("A view of exactly the columns that others use, as a text to copy"));
    impact = make("impact", Words::tr("Im&pact of a change…"), "Ctrl+Shift+I",
                  Words::tr("Who depends on the selected object, in which order to change, whom to "
                            "ask"));
    mayGo = make("close", Words::tr("Find what is not &used…"), "",
                 Words::tr("Private objects and columns that nothing known uses"));
    makeFlow = make("flow", Words::tr("Make a &flow of the selection…"), "",
                    Words::tr("Tables that must commit together; checks that they lie in one "
                              "database"));
    addRule = make("rule", Words::tr("Add a r&ule…"), "",
                   Words::tr("Allow or forbid what crosses between two boundaries"));
    baseline = make("save", Words::tr("Base&line…"), "",
                    Words::tr("Record what crosses today, so that only new crossings are to be "
                              "decided"));
    notes = make("copy", Words::tr("&Write owners back as comment notes…"), "",
                 Words::tr("The comments that would say who owns what, as a text to copy"));
    report = make("export", Words::tr("&Export the report…"), "",
                  Words::tr("For people without the program: HTML with pictures, or Markdown"));
    setState(false, false, false);
}

void BoundaryActions::fillMenu(QMenu* menu)
{
    menu->setToolTipsVisible(true);
    menu->addActions({showBoundaries, showCrossings});
    menu->addSeparator();
    menu->addActions({suggest, importOwners, make});
    assign = menu->addMenu(Words::tr("&Assign the selection to"));
    menu->addActions({publish, makePrivate});
    menu->addSeparator();
    seenBy = menu->addMenu(Words::tr("S&how only what may be seen by"));
    seenBy->menuAction()->setToolTip(Words::tr("Folds private objects of other boundaries away"));
    menu->addActions({impact, draft, mayGo});
    menu->addSeparator();
    menu->addActions({makeFlow, addRule, baseline});
    menu->addSeparator();
    menu->addActions({notes, report});
}

void BoundaryActions::setState(bool open, bool selected, bool drawn)
{
    for (QAction* each : {showBoundaries, showCrossings, suggest, importOwners})
        each->setEnabled(open);
    for (QAction* each : {make, makeFlow, impact})
        each->setEnabled(open && selected);
    setNeed({make, makeFlow, impact}, Words::tr("select tables first"));
    const QString boundaries =
        Words::tr("there are no boundaries yet: suggest some, or make one of selected tables");
    setNeed({publish, makePrivate, draft}, drawn ? Words::tr("select tables first") : boundaries);
    setNeed({mayGo, addRule, baseline, notes, report}, boundaries);
    for (QAction* each : {publish, makePrivate, draft})
        each->setEnabled(open && selected && drawn);
    for (QAction* each : {mayGo, addRule, baseline, notes, report})
        each->setEnabled(open && drawn);
    if (assign != nullptr)
        assign->setEnabled(open && selected);
    if (seenBy != nullptr)
        seenBy->setEnabled(open && drawn);
}

} // namespace cadastre
