// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Uses: which view, trigger, routine, rule, policy or event reads, writes or calls which object,
// down to the columns, from the catalog's own dependencies and from SQL text; and what could not be
// read.
#pragma once

#include "model/catalog/catalog.h"

#include <atomic>

namespace cadastre {

enum class UseKind : std::uint8_t { Reads, Writes, Calls };

struct ObjectUse
{
    ObjectRef user; ///< table (a view), trigger, routine, or other (rule, policy, event)
    ObjectRef used; ///< table, routine or type
    UseKind kind = UseKind::Reads;
    std::vector<ColumnId> columns; ///< of a used table, ascending; those that are known
    bool columnsKnown = false;     ///< whether `columns` are all that it uses
    /// Reads: the text says `*` of this table. Only where the engine keeps it.
    bool star = false;
    /// Writes: of Insert, Update, Delete and Truncate those that are known.
    Privileges actions;
    /// Known from SQL text, not from the server's own catalog.
    bool fromText = false;

    bool operator==(const ObjectUse&) const = default;
};

/// A definition of which (a part) is not known: never "no use".
struct UnknownUse
{
    ObjectRef user;
    QString why; ///< one sentence

    bool operator==(const UnknownUse&) const = default;
};

struct UseReading
{
    std::vector<ObjectUse> uses;     ///< by user, used, kind; one each
    std::vector<UnknownUse> unknown; ///< by user
    std::vector<int> byUsed;         ///< positions in `uses`, by used object, then user

    /// What an object uses: positions in `uses`.
    [[nodiscard]] std::vector<int> usesOf(ObjectRef user) const;
    /// Who uses an object itself, not through others.
    [[nodiscard]] std::vector<int> usersOf(ObjectRef used) const;
    /// Whether a definition is (partly) unknown.
    [[nodiscard]] const UnknownUse* unknownOf(ObjectRef user) const;

    bool operator==(const UseReading&) const = default;
};

/// A trigger has what its routine does: the routine's writes and reads stand at the trigger, too,
/// and `NEW`/`OLD` are the trigger's own table. Uses of an object by itself, and of a trigger of
/// its own table's NEW row, are left out. Stops early when `cancelled`.
UseReading readUses(const Catalog& catalog, const std::atomic_bool& cancelled);

} // namespace cadastre
