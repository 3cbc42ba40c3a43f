// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which database libraries this process has, as they say themselves.
#pragma once

#include <QStringList>

namespace cadastre {

/// "libpq 15.18", "libmariadb 3.3.15", "SQLite 3.40.1".
QStringList databaseLibraries();
/// Names of the SQL plug-ins that Qt found.
QStringList sqlPlugIns();

} // namespace cadastre
