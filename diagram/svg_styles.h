// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Styles of SVG: fonts of texts, and the colours of both themes as variables of a page. Private to
// the files of the SVG writer.
#pragma once

#include "diagram/theme.h"

#include <QByteArray>

namespace cadastre {

/// Rules for texts; `scope` stands before each of them.
QByteArray svgTextStyles(const QByteArray& scope);
/// "var(--ink3)".
QByteArray svgInkVariable(Ink ink, bool faded);

} // namespace cadastre
