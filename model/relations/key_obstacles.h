// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What stands between a relationship and a real foreign key: what the catalog tells by itself, and
// what a check with data found. How data is checked lives in model/sql/verify.
#pragma once

#include "model/relations/verification.h"

#include <QStringList>

namespace cadastre {

/// One sentence each, the hardest first: no single parent, another database, a view, types that
/// differ, a parent that is not unique, orphans, sentinels, what was not checked, a missing index
/// on the child, rows to lock. `verification` is null when nobody looked at the data. Empty: a key
/// could be declared now. A relationship that is declared already has none. No sentence holds a
/// value of the data except sentinels.
QStringList keyObstacles(const Catalog& catalog, const Relationship& relationship,
                         const Verification* verification);

/// Whether the server would accept the key today: every row was looked at, no orphans, no sentinels
/// without a row, types equal, parent unique. A missing index or rows to lock do not count.
bool canDeclareKey(const Catalog& catalog, const Relationship& relationship,
                   const Verification& verification);

} // namespace cadastre
