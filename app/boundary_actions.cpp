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

struct BoundaryActionWords
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
    showBoundaries = make("boundary", BoundaryActionWords::tr("&Boundaries"), "Ctrl+B",
                          BoundaryActionWords::tr("Who owns what, and what it is to others"));
    showCrossings =
        make("crossing", BoundaryActionWords::tr("&Crossings"), "Ctrl+Shift+X",
             BoundaryActionWords::tr("What goes from one boundary into another; decide about it"));
    suggest = make(
        "question", BoundaryActionWords::tr("&Suggest boundaries…"), "Ctrl+Shift+B",
        BoundaryActionWords::tr("Propose who might own what, with reasons; you accept all, some or "
                                "none"));
    importOwners =
        make("open", BoundaryActionWords::tr("&Import owners…"), "",
             BoundaryActionWords::tr("From a CSV of table and owner, patterns as in CODEOWNERS, or "
                                     "viewpoints of tbls"));
    this->make =
        make("add", BoundaryActionWords::tr("&Make a boundary of the selection…"), "Ctrl+M",
             BoundaryActionWords::tr("Shift + drag or Ctrl + click selects several tables"));
    publish = make(
        "contract", BoundaryActionWords::tr("&Publish as contract…"), "",
        BoundaryActionWords::tr("Others may read what is a contract; everything else is private"));
    makePrivate = make("hide", BoundaryActionWords::tr("Make p&rivate"), "",
                       BoundaryActionWords::tr("Only its own boundary may use it"));
    draft = make("draw", BoundaryActionWords::tr("&Draft a contract…"), "",
                 BoundaryActionWords::tr(
                     "A view of exactly the columns that others use, as a text to copy"));
    impact = make("impact", BoundaryActionWords::tr("Im&pact of a change…"), "Ctrl+Shift+I",
                  BoundaryActionWords::tr(
                      "Who depends on the selected object, in which order to change, whom to "
                      "ask"));
    mayGo = make("close", BoundaryActionWords::tr("Find what is not &used…"), "",
                 BoundaryActionWords::tr("Private objects and columns that nothing known uses"));
    makeFlow = make(
        "flow", BoundaryActionWords::tr("Make a &flow of the selection…"), "",
        BoundaryActionWords::tr("Tables that must commit together; checks that they lie in one "
                                "database"));
    addRule = make("rule", BoundaryActionWords::tr("Add a r&ule…"), "",
                   BoundaryActionWords::tr("Allow or forbid what crosses between two boundaries"));
    baseline = make(
        "save", BoundaryActionWords::tr("Base&line…"), "",
        BoundaryActionWords::tr("Record what crosses today, so that only new crossings are to be "
                                "decided"));
    notes = make(
        "copy", BoundaryActionWords::tr("&Write owners back as comment notes…"), "",
        BoundaryActionWords::tr("The comments that would say who owns what, as a text to copy"));
    report = make(
        "export", BoundaryActionWords::tr("&Export the report…"), "",
        BoundaryActionWords::tr("For people without the program: HTML with pictures, or Markdown"));
    setState(false, false, false);
}

void BoundaryActions::fillMenu(QMenu* menu)
{
    menu->setToolTipsVisible(true);
    menu->addActions({showBoundaries, showCrossings});
    menu->addSeparator();
    menu->addActions({suggest, importOwners, make});
    assign = menu->addMenu(BoundaryActionWords::tr("&Assign the selection to"));
    menu->addActions({publish, makePrivate});
    menu->addSeparator();
    seenBy = menu->addMenu(BoundaryActionWords::tr("S&how only what may be seen by"));
    seenBy->menuAction()->setToolTip(
        BoundaryActionWords::tr("Folds private objects of other boundaries away"));
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
    setNeed({make, makeFlow, impact}, BoundaryActionWords::tr("select tables first"));
    const QString boundaries = BoundaryActionWords::tr(
        "there are no boundaries yet: suggest some, or make one of selected tables");
    setNeed({publish, makePrivate, draft},
            drawn ? BoundaryActionWords::tr("select tables first") : boundaries);
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
