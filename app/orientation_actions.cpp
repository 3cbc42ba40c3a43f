// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/orientation_actions.h"

#include "widgets/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>

namespace cadastre {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::OrientationActions)
};

QAction* orientationAction(QMainWindow* window, const char* icon, const QString& text,
                           const char* shortcut, const QString& hint)
{
    auto* made = new QAction(themedIcon(QString::fromLatin1(icon)), text, window);
    const QKeySequence keys(QString::fromLatin1(shortcut));
    made->setShortcut(keys);
    made->setStatusTip(hint);
    made->setToolTip(keys.isEmpty() ? hint
                                    : QStringLiteral("%1 (%2)").arg(
                                          hint, keys.toString(QKeySequence::NativeText)));
    made->setEnabled(false);
    window->addAction(made);
    return made;
}

} // namespace

OrientationActions::OrientationActions(QMainWindow* window)
    : startHere(orientationAction(window, "flow", Words::tr("&Start here"), "F4",
                                  Words::tr("A tour of the tables that explain this database")))
    , next(orientationAction(window, "flow", Words::tr("&Next table of the tour"), "",
                             Words::tr("Shows the next central table in the diagram")))
    , previous(orientationAction(window, "back", Words::tr("P&revious table of the tour"), "",
                                 Words::tr("Shows the central table before this one")))
    , about(orientationAction(window, "info", Words::tr("&About this database"), "Shift+F4",
                              Words::tr("What this database is, on one page")))
    , copyContext(orientationAction(
          window, "copy", Words::tr("Copy context for an &assistant"), "",
          Words::tr("Tables, joins and comments as compact text: of what is selected and around "
                    "it, else of what is shown, else of everything")))
{
}

void OrientationActions::setEnabled(bool enabled)
{
    for (QAction* action : {startHere, next, previous, about, copyContext})
        action->setEnabled(enabled);
}

} // namespace cadastre
