// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What stands in scripts for psql and is no SQL: its own commands and the rows of COPY.
#pragma once

#include <QString>

namespace cadastre {

/// The script without lines that begin with a backslash and without the rows behind `COPY .. FROM
/// stdin;`.
QString withoutPsqlCommands(const QString& script);

} // namespace cadastre
