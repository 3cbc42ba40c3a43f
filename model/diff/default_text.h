// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Defaults of columns as different engines write them.
#pragma once

#include <QString>

namespace cadastre {

/// Whether two engines mean the same by these default expressions: casts, outer parentheses, the
/// names of the current time, numbers as text and generated numbers are set aside. Empty is none.
bool meansTheSameDefault(const QString& one, const QString& other);

} // namespace cadastre
