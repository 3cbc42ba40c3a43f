// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whether an engine lets a foreign key stand between two column types, and whether their values
// compare at all. Engines differ: each has a file of its own. Keys and indexes are not looked at.
#pragma once

#include "model/relations/type_families.h"

namespace cadastre {

enum class KeyTypeFit : std::uint8_t {
    Declarable,  ///< the engine takes the key and compares what the values mean
    NeedsChange, ///< the values compare, but a type has to be changed before the engine takes it
    TypesDiffer, ///< the values do not compare as what they mean, whether the engine objects or not
};

struct KeyTypeJudgement
{
    KeyTypeFit fit = KeyTypeFit::Declarable;
    QString reason; ///< one sentence without a full stop; empty where there is nothing to say

    bool operator==(const KeyTypeJudgement&) const = default;
};

/// Could `child` reference `parent`, as far as their types go? Both are of one source.
KeyTypeJudgement judgeKeyTypes(const Catalog& catalog, ColumnId child, ColumnId parent);
/// The worst of all pairs. The two lists are parallel.
KeyTypeJudgement judgeKeyTypes(const Catalog& catalog, const std::vector<ColumnId>& child,
                               const std::vector<ColumnId>& parent);

/// One end of a pair, as the engines' own rules need it.
struct KeyTypeEnd
{
    TypeShape shape;
    QString text;         ///< the type as the engine writes it
    QString characterSet; ///< of the column, else of its table; empty when the catalog has none
    QString collation;
};

/// Source: ATAddForeignKeyConstraint() of PostgreSQL 15; tried for all pairs on a server.
KeyTypeJudgement judgePostgreSqlKeyTypes(const KeyTypeEnd& child, const KeyTypeEnd& parent);
/// InnoDB of MariaDB 10.11 compares stored bytes; tried for all pairs on a server. `engine` is
/// MariaDb or MySql.
KeyTypeJudgement judgeMariaDbKeyTypes(const KeyTypeEnd& child, const KeyTypeEnd& parent,
                                      Engine engine);
/// SQLite takes any key and applies the parent's affinity: "Foreign Key Support", section 3.
KeyTypeJudgement judgeSqliteKeyTypes(const KeyTypeEnd& child, const KeyTypeEnd& parent);

} // namespace cadastre
