// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/orientation_actions.h"

#include "app/desk_frame.h"

#include <QAction>
#include <QCoreApplication>

namespace cadastre {

namespace {

struct OrientationWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::OrientationActions)
};

} // namespace

OrientationActions::OrientationActions(QMainWindow* window)
    : startHere(makeAction(window, "flow", OrientationWords::tr("&Start here"), "F4",
                           OrientationWords::tr("A tour of the tables that explain this database")))
    , next(makeAction(window, "flow", OrientationWords::tr("&Next table of the tour"), "",
                      OrientationWords::tr("Shows the next central table in the diagram")))
    , previous(makeAction(window, "back", OrientationWords::tr("P&revious table of the tour"), "",
                          OrientationWords::tr("Shows the central table before this one")))
    , about(makeAction(window, "info", OrientationWords::tr("&About this database"), "Shift+F4",
                       OrientationWords::tr("What this database is, on one page")))
    , copyContext(makeAction(
          window, "copy", OrientationWords::tr("Copy context for an &assistant"), "",
          OrientationWords::tr(
              "Tables, joins and comments as compact text: of what is selected and around "
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
