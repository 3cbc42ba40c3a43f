// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The actions of hiding and of saved views: texts, icons, shortcuts and tool tips.
#include "app/action_need.h"
#include "app/desk_frame.h"
#include "app/view_desk.h"

#include <QAction>
#include <QCoreApplication>

namespace cadastre {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::ViewActions)
};

} // namespace

ViewActions::ViewActions(QMainWindow* window)
    : hide(makeAction(window, "hide", Words::tr("&Hide"), "Ctrl+Alt+H",
                      Words::tr("Hide the selected tables; nothing else moves, and a strip lists "
                                "what is hidden")))
    , isolate(makeAction(window, "isolate", Words::tr("I&solate"), "Ctrl+Alt+I",
                         Words::tr("Show only the selected tables")))
    , isolateNear(makeAction(window, "focus", Words::tr("Isolate with &neighbours"), "",
                             Words::tr("Show only the selected tables and what is related with "
                                       "them")))
    , showAll(makeAction(window, "show", Words::tr("Show all tables a&gain"), "Ctrl+Alt+A",
                         Words::tr("Nothing is hidden any more")))
    , showMatching(makeAction(window, "search", Words::tr("Show only what &matches…"), "",
                              Words::tr("Hide the tables that a query does not match, like "
                                        "comment:none or in:billing")))
    , save(makeAction(window, "saved-view", Words::tr("&Save this view…"), "Ctrl+Shift+V",
                      Words::tr("Keep which tables are shown, their places, zoom and filters "
                                "under a name")))
    , update(makeAction(window, "save", Words::tr("&Update the open view"), "",
                        Words::tr("Make the open view what is shown now")))
    , selectArea(makeAction(window, "select-area", Words::tr("Select an &area"), "",
                            Words::tr("Drag over empty space to select tables; Shift + drag does "
                                      "the same. Escape ends it")))
    , alignLeft(makeAction(window, "align", Words::tr("Align &left edges"), "",
                           Words::tr("Put the selected tables below each other's left edges")))
    , alignTop(makeAction(window, "align", Words::tr("Align &top edges"), "",
                          Words::tr("Put the selected tables side by side at the same height")))
    , arrange(makeAction(window, "fit", Words::tr("Arrange in &rows"), "",
                         Words::tr("Put the selected tables close together, in the order in which "
                                   "they stand")))
{
    for (QAction* action : {hide, isolate, isolateNear, showAll, showMatching, save, update,
                            selectArea, alignLeft, alignTop, arrange})
        action->setEnabled(false);
    selectArea->setCheckable(true);
    setNeed({hide, isolate, isolateNear}, Words::tr("select tables first"));
    setNeed({alignLeft, alignTop, arrange},
            Words::tr("select two tables or more first, with Ctrl + click"));
    setNeed({showAll}, Words::tr("nothing is hidden"));
    setNeed({update}, Words::tr("open a saved view first"));
}

} // namespace cadastre
