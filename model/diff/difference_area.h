// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The areas of a comparison: what people ask for or leave out by one word each.
#pragma once

#include "model/catalog/source.h"
#include "model/result.h"

#include <QFlags>
#include <QStringList>

namespace cadastre {

enum class DifferenceArea : std::uint32_t {
    Databases = 0x1, ///< encoding, default schema: what is true of a source as a whole
    Schemas = 0x2,
    Tables = 0x4,
    Columns = 0x8,
    Order = 0x10, ///< columns in another order, and nothing else
    Constraints = 0x20,
    Indexes = 0x40,
    Views = 0x80, ///< what views select
    Triggers = 0x100,
    Routines = 0x200,
    Types = 0x400,
    Sequences = 0x800,
    Roles = 0x1000,
    Grants = 0x2000,
    Policies = 0x4000,
    Owners = 0x8000,
    Comments = 0x10000,
    Others = 0x20000,     ///< rules, events, publications, extensions, ...
    Statistics = 0x40000, ///< estimates of rows and sizes: only when asked for
    Versions = 0x80000,   ///< of the server: only when asked for
};
Q_DECLARE_FLAGS(DifferenceAreas, DifferenceArea)
Q_DECLARE_OPERATORS_FOR_FLAGS(DifferenceAreas)

/// Everything but statistics and versions.
DifferenceAreas usualDifferenceAreas();
/// "tables", "comments", ...: what people type.
QString differenceAreaName(DifferenceArea area);
/// All names, in the order of the enumeration.
QStringList differenceAreaNames();
/// Of words separated by commas. Fails with a sentence that names the wrong word and the right
/// ones.
Result<DifferenceAreas> differenceAreas(const QString& words);
/// The area of the objects of a kind without a vector of their own.
DifferenceArea differenceAreaOf(CatalogKind kind);

} // namespace cadastre
