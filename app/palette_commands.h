// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The commands of a window for the palette: every action of its menus and tool bars with where it
// stands, found by walking them. The palette knows none of them by name.
#pragma once

#include "widgets/palette_item.h"

#include <QAction>
#include <QPointer>

#include <vector>

class QMainWindow;

namespace cadastre {

struct PaletteCommand
{
    QPointer<QAction> action;
    QString title; ///< without mnemonic
    QString path;  ///< "View › Panels"; empty for what is in no menu
    /// Names it between runs: path and title.
    [[nodiscard]] QString name() const { return path + QLatin1Char('/') + title; }
};

/// In the order of the menus, then what is in none; each action once. Without `except`.
std::vector<PaletteCommand> paletteCommands(const QMainWindow* window, const QAction* except);

/// 0 where the words do not fit; else what the line is ranked by.
int commandScore(const PaletteCommand& command, const QStringList& words);
/// `isOpen`: whether there is a database; without one that is what most commands wait for.
PaletteItem commandItem(const PaletteCommand& command, bool isOpen);

} // namespace cadastre
