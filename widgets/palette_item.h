// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One line of the command palette as a value. What choosing it does is known to whoever made it.
#pragma once

#include <QIcon>
#include <QString>

namespace cadastre {

struct PaletteItem
{
    QString title;
    QString detail;   ///< quietly behind it: an excerpt, where a command stands
    QString badge;    ///< its kind, at the end of the line: "table", "command"
    QString shortcut; ///< of a command
    QString toolTip;  ///< plain text: everything in full
    QIcon icon;
    bool enabled = true; ///< otherwise it is listed, and `detail` says why it cannot be chosen
    int score = 0;       ///< lines are ranked by it, equal ones stay in order
    int id = 0;          ///< whatever its maker knows it by
};

} // namespace cadastre
