// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What stands between a relationship and a real foreign key: what the catalog tells by itself, and
// what a check with data found. How data is checked lives in model/sql/verify.
#pragma once

#include "model/relations/verification.h"

#include <QStringList>

namespace cadastre {

enum class KeyObstacleKind : std::uint8_t {
    NoSingleParent, ///< polymorphic, or a type value without a table
    OtherDatabase,
    NoTable, ///< an end is a view, or kept where there are no foreign keys
    TypesDiffer,
    TypeToChange, ///< same kind of value, but the engine wants the types alike
    ParentNotUnique,
    Orphans,
    Sentinels,
    NotChecked, ///< nobody looked, the look failed, or not at every row
    MissingIndex,
    RowsToLock,
};

struct KeyObstacle
{
    KeyObstacleKind kind = KeyObstacleKind::NotChecked;
    QString sentence;    ///< a whole one, with a full stop
    bool refuses = true; ///< the server would refuse, or might; else only advice

    bool operator==(const KeyObstacle&) const = default;
};

/// The obstacles of keyObstacles() with their kinds, in the same order.
std::vector<KeyObstacle> findKeyObstacles(const Catalog& catalog, const Relationship& relationship,
                                          const Verification* verification);

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
