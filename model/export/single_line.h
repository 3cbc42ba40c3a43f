// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Words from people and databases where only one line may stand: in comments of exported files.
#pragma once

#include <QString>

namespace cadastre {

/// The text with every control character and line end replaced by a blank: it cannot leave the line
/// that it is put on.
QString asSingleLine(QString text);

/// A field of tab separated values: `\t \n \r \\` escaped, no quotes around it.
QString tsvField(QString text);

} // namespace cadastre
