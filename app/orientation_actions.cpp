// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/orientation_actions.h"

#include "app/desk_frame.h"

#include <QAction>
#include <QCoreApplication>

namespace cadastre {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::OrientationActions)
};

} // namespace

OrientationActions::OrientationActions(QMainWindow* window)
    : startHere(makeAction(window, "flow", Words::tr("&Start here"), "F4",
                           Words::tr("A tour of the tables that explain this database")))
    , next(makeAction(window, "flow", Words::tr("&Next table of the tour"), "",
                      Words::tr("Shows the next central table in the diagram")))
    , previous(makeAction(window, "back", Words::tr("P&revious table of the tour"), "",
                          Words::tr("Shows the central table before this one")))
    , about(makeAction(window, "info", Words::tr("&About this database"), "Shift+F4",
                       Words::tr("What this database is, on one page")))
    , copyContext(makeAction(
          window, "copy", Words::tr("Copy context for an &assistant"), "",
          Words::tr("Tables, joins and comments as compact text: of what is selected and around "
                    "it, else of what is shown, else of everything")))
{
    setEnabled(false);
}

void OrientationActions::setEnabled(bool enabled)
{
    for (QAction* action : {startHere, next, previous, about, copyContext})
        action->setEnabled(enabled);
}

} // namespace cadastre
