// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PaletteEntry: something that a desk offers to the command palette beside its actions, which the
// palette finds by itself: saved views, boundaries, pages.
#pragma once

#include <QIcon>
#include <QString>

#include <functional>

namespace cadastre {

struct PaletteEntry
{
    QString title;
    QString kind;   ///< "View", "Boundary", ...; one word, translated
    QString detail; ///< beside the title; may be empty
    QIcon icon;
    std::function<void()> run;
    /// Shows what it is in the diagram while the list is walked; may be empty.
    std::function<void()> preview;
};

} // namespace cadastre
