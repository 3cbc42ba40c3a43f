// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a member of a boundary matches in a catalog, for the live count while one is written.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

struct MemberMatch
{
    std::vector<TableId> tables; ///< tables, views and foreign tables, by id
    int others = 0;              ///< routines, types and the like
    QString problem;             ///< a sentence where the text cannot be read; else empty

    bool operator==(const MemberMatch&) const = default;
};

/// Of an object key or a pattern, with or without a leading `!`.
MemberMatch matchMember(const Catalog& catalog, const QString& member);
/// "12 tables: a, b, c, …", "matches nothing", or the problem.
QString memberMatchText(const Catalog& catalog, const MemberMatch& match);

} // namespace cadastre
