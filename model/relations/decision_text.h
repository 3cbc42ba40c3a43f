// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words for decisions: the text form of a DecisionKey that files use, and relationships as
// people read them, "orders.customer_id → customers.id".
#pragma once

#include "model/relations/decisions.h"

namespace cadastre {

/// `shop/table:public.orders (customer_id) -> shop/table:public.customers (id)`; object keys as
/// everywhere, columns quoted as their parts; a polymorphic one has `(subject_id by subject_type)`.
QString decisionKeyText(const DecisionKey& key);

/// Reads the text form, with any white space between its parts. Fails with a sentence that says
/// what is wrong.
Result<DecisionKey> decisionKeyFromText(QStringView text);

/// "confirmed", "rejected", "added".
QString decisionKindName(DecisionKind kind);
/// The inverse of decisionKindName(); absent for an unknown word.
std::optional<DecisionKind> decisionKindFromName(QStringView name);

/// `orders.customer_id → customers.id`; several columns as `order_lines.(tenant_id, order_id)`;
/// several targets joined by commas, `?` for a type value without a table.
QString relationshipTitle(const Catalog& catalog, const Relationship& relationship);

/// The same from names alone, for objects that are not in the catalog (any more): without source,
/// and without the schema where both ends are in the same one.
QString decisionTitle(const DecisionKey& key);

} // namespace cadastre
