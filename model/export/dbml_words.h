// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DBML's words: names, types, ends of references, notes. Source: the language's documentation and
// the lexer of @dbml/parse.
#pragma once

#include "model/relations/relationship.h"

namespace cadastre {

/// In double quotes.
QString dbmlQuoted(const QString& text);
/// Quoted where it has to be.
QString dbmlName(const QString& name);
QString dbmlType(const QString& type);
/// In single quotes, on one line with `\n` for line ends.
QString dbmlNote(const QString& text);
/// An expression in backticks; what a backtick expression cannot hold becomes a quoted text.
QString dbmlExpression(const QString& expression);
/// With several sources, the source stands in the schema's name: DBML knows one database.
QString dbmlTable(const Catalog& catalog, TableId id);
/// "id", or "(tenant_id, id)".
QString dbmlColumns(const Catalog& catalog, const std::vector<ColumnId>& columns);
/// `orders.customer_id > customers.id`; `child` and `parent` are the tables that are named.
QString dbmlEnds(const Catalog& catalog, const Relationship& relationship,
                 const RelationshipTarget& target, TableId child, TableId parent);

} // namespace cadastre
