// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as people read them: "orders.customer_id → customers.id". Formats of files live in
// model/export.
#pragma once

#include "model/relations/relationship.h"

#include <span>

namespace cadastre {

/// "customer_id"; several are joined: "tenant_id, user_id".
QString columnNamesText(const Catalog& catalog, std::span<const ColumnId> columns);
/// "orders.customer_id"; several columns in parentheses: "orders.(tenant_id, user_id)".
QString endText(const Catalog& catalog, TableId table, std::span<const ColumnId> columns);
/// One target as endText(), or the type value when no such table is known.
QString targetText(const Catalog& catalog, const RelationshipTarget& target);
/// All targets: the only one, "posts.id or photos.id", or "5 tables, chosen by owner_type".
QString targetsText(const Catalog& catalog, const Relationship& relationship);
/// "orders.customer_id → customers.id".
QString arrowText(const Catalog& catalog, const Relationship& relationship);

} // namespace cadastre
