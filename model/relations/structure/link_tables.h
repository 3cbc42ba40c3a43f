// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Link tables: what the name of a table says of its two ends (`l_artist_release`, `users_roles`,
// `category_closure`) and which of its columns hold them. Only candidates with evidence; what they
// are worth together with other signals is weighed by the inference.
#pragma once

#include "model/relations/relationship.h"
#include "model/relations/structure/table_names.h"

namespace cadastre {

/// A column of a link table that may refer to one of the two tables in its name.
struct LinkTableReference
{
    ColumnId child;
    TableId parent;
    Evidence evidence; ///< signal "link-table"

    bool operator==(const LinkTableReference&) const = default;
};

/// Sorted by child column; at most one per column. Both ends of a link table are found or neither.
/// `names` are those of the scope.
std::vector<LinkTableReference>
linkTableReferences(const Catalog& catalog, const InferenceScope& scope, const TableNames& names);
/// As above, with the scope of the catalog.
std::vector<LinkTableReference> linkTableReferences(const Catalog& catalog);

} // namespace cadastre
