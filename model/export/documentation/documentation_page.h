// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The page around a documentation in HTML: styles for screen and paper in light and dark, and the
// search, a script that needs nothing but the page. Private to these files.
#pragma once

#include <QByteArray>

namespace cadastre {

QByteArray documentationStyles();
/// Ends up in the page byte for byte: its hash is what the page allows to run.
QByteArray documentationScript();

} // namespace cadastre
