// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Writes the table of weights that the program is built with.
#pragma once

#include "model/relations/engine/weights.h"

namespace cadastre::fit {

/// The text of weights.tsv: how it was made, then a line per feature and per pair of features whose
/// weight is worth writing. What no corpus can teach (SQL, comments, rejections) is set by hand in
/// weights_file.cpp.
QByteArray weightsFileText(const Weights& weights, const QString& source);

} // namespace cadastre::fit
