// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as rows of text, sorted: what every export of relationships prints, whatever its
// format. Formats have a file each.
#pragma once

#include "model/relations/relationship.h"

#include <QStringList>

namespace cadastre {

/// One target of one relationship. Names are as people read them, quoted as in object keys.
struct RelationRow
{
    QString childTable;
    QStringList childColumns; ///< with the type column last when polymorphic
    QString parentTable;      ///< "?" for a type value without a table
    QStringList parentColumns;
    double confidence = 1;
    RelationshipOrigin origin = RelationshipOrigin::Declared;
    std::vector<Evidence> evidence;
    QString typeValue; ///< polymorphic: the value that chooses this parent
    Cardinality childEnd = Cardinality::ZeroOrMany;
    Cardinality parentEnd = Cardinality::ExactlyOne;
};

/// Sorted by child table, child columns, confidence descending, parent; code point order. Rejected
/// relationships are left out.
std::vector<RelationRow> relationRows(const Catalog& catalog,
                                      const std::vector<Relationship>& relationships);

/// "declared", "inferred", "confirmed", "added", "rejected".
QString relationshipOriginName(RelationshipOrigin origin);
/// "0..1", "1", "0..n", "1..n".
QString cardinalityText(Cardinality cardinality);

} // namespace cadastre
