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

struct ViewWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::ViewActions)
};

} // namespace

ViewActions::ViewActions(QMainWindow* window)
    : hide(makeAction(
          window, "hide", ViewWords::tr("&Hide"), "Ctrl+Alt+H",
          ViewWords::tr("Hide the selected tables; nothing else moves, and a strip lists "
                        "what is hidden")))
    , isolate(makeAction(window, "isolate", ViewWords::tr("I&solate"), "Ctrl+Alt+I",
                         ViewWords::tr("Show only the selected tables")))
    , isolateNear(makeAction(window, "focus", ViewWords::tr("Isolate with &neighbours"), "",
                             ViewWords::tr("Show only the selected tables and what is related with "
                                           "them")))
    , showAll(makeAction(window, "show", ViewWords::tr("Show all tables a&gain"), "Ctrl+Alt+A",
                         ViewWords::tr("Nothing is hidden any more")))
    , showMatching(makeAction(window, "search", ViewWords::tr("Show only what &matches…"), "",
                              ViewWords::tr("Hide the tables that a query does not match, like "
                                            "comment:none or in:billing")))
    , save(makeAction(window, "saved-view", ViewWords::tr("&Save this view…"), "Ctrl+Shift+V",
                      ViewWords::tr("Keep which tables are shown, their places, zoom and filters "
                                    "under a name")))
    , update(makeAction(window, "save", ViewWords::tr("&Update the open view"), "",
                        ViewWords::tr("Make the open view what is shown now")))
    , selectArea(
          makeAction(window, "select-area", ViewWords::tr("Select an &area"), "",
                     ViewWords::tr("Drag over empty space to select tables; Shift + drag does "
                                   "the same. Escape ends it")))
    , alignLeft(makeAction(window, "align", ViewWords::tr("Align &left edges"), "",
                           ViewWords::tr("Put the selected tables below each other's left edges")))
    , alignTop(makeAction(window, "align", ViewWords::tr("Align &top edges"), "",
                          ViewWords::tr("Put the selected tables side by side at the same height")))
    , arrange(
          makeAction(window, "fit", ViewWords::tr("Arrange in &rows"), "",
                     ViewWords::tr("Put the selected tables close together, in the order in which "
                                   "they stand")))
{
    for (QAction* action : {hide, isolate, isolateNear, showAll, showMatching, save, update,
                            selectArea, alignLeft, alignTop, arrange})
        action->setEnabled(false);
    selectArea->setCheckable(true);
    setNeed({hide, isolate, isolateNear}, ViewWords::tr("select tables first"));
    setNeed({alignLeft, alignTop, arrange},
            ViewWords::tr("select two tables or more first, with Ctrl + click"));
    setNeed({showAll}, ViewWords::tr("nothing is hidden"));
    setNeed({update}, ViewWords::tr("open a saved view first"));
}

} // namespace cadastre
