// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a relationship is and why it is believed, in plain lines: for tool tips, picture titles and
// assistive technology. Whoever shows them as markup escapes them.
#pragma once

#include "diagram/graph.h"

namespace cadastre {

/// "orders.customer_id → customers.id"; names on one line. A target that is no table is named by
/// its type value.
QString relationshipTitle(const Catalog& catalog, const Relationship& relationship,
                          const RelationshipTarget& target);

/// "declared by orders_customer_fkey", "inferred, 93 %", "confirmed", "added by hand", "rejected".
QString originText(const Catalog& catalog, const Relationship& relationship);

/// "93 %"; never 100 % for what is not certain.
QString confidenceText(double confidence);

/// The title of an edge with what is known of it: "orders.customer_id → customers.id — inferred,
/// 93 %"; of a view's edge the plain title. Where it crosses boundaries, crossingText() follows on
/// lines of its own.
QString edgeText(const DiagramGraph& graph, int edge);

/// The title of one target with the origin; then, a line each: what the server does, evidence for
/// and against, other targets and type values, alternatives, what a person wrote.
QString relationshipText(const Catalog& catalog, const Relationship& relationship, int target = 0);

} // namespace cadastre
