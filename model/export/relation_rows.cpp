// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From relationships to sorted rows; see the header.
#include "model/export/relation_rows.h"

#include "model/catalog/code_points.h"

#include <algorithm>

namespace cadastre {

namespace {

QStringList quotedColumnNames(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (ColumnId id : columns)
        names << quotedKeyPart(catalog.column(id).name);
    return names;
}

/// A target without a table (a type value that names none) has no columns.
bool isUnresolved(const Relationship& relationship, const RelationshipTarget& target)
{
    return relationship.typeColumn && target.columns.empty();
}

RelationRow rowOf(const Catalog& catalog, const Relationship& relationship,
                  const RelationshipTarget& target)
{
    RelationRow row;
    row.childTable = catalog.displayName(relationship.child);
    row.childColumns = quotedColumnNames(catalog, relationship.childColumns);
    if (relationship.typeColumn)
        row.childColumns << quotedKeyPart(catalog.column(*relationship.typeColumn).name);
    row.parentTable = isUnresolved(relationship, target) ? QStringLiteral("?")
                                                         : catalog.displayName(target.table);
    row.parentColumns = quotedColumnNames(catalog, target.columns);
    row.confidence = relationship.confidence;
    row.origin = relationship.origin;
    row.evidence = relationship.evidence;
    row.typeValue = target.typeValue;
    row.childEnd = relationship.childEnd;
    row.parentEnd = relationship.parentEnd;
    return row;
}

bool comesBefore(const RelationRow& a, const RelationRow& b)
{
    if (const auto order = compareCodePoints(a.childTable, b.childTable); order != 0)
        return order < 0;
    const QString comma = QStringLiteral(",");
    if (const auto order =
            compareCodePoints(a.childColumns.join(comma), b.childColumns.join(comma));
        order != 0)
        return order < 0;
    if (a.confidence != b.confidence)
        return a.confidence > b.confidence;
    if (const auto order = compareCodePoints(a.parentTable, b.parentTable); order != 0)
        return order < 0;
    return compareCodePoints(a.parentColumns.join(comma), b.parentColumns.join(comma)) < 0;
}

} // namespace

std::vector<RelationRow> relationRows(const Catalog& catalog,
                                      const std::vector<Relationship>& relationships)
{
    std::vector<RelationRow> rows;
    for (const Relationship& relationship : relationships) {
        if (relationship.origin == RelationshipOrigin::Rejected)
            continue;
        for (const RelationshipTarget& target : relationship.targets)
            rows.push_back(rowOf(catalog, relationship, target));
    }
    std::stable_sort(rows.begin(), rows.end(), comesBefore);
    return rows;
}

QString relationshipOriginName(RelationshipOrigin origin)
{
    switch (origin) {
    case RelationshipOrigin::Declared:
        return QStringLiteral("declared");
    case RelationshipOrigin::Inferred:
        return QStringLiteral("inferred");
    case RelationshipOrigin::Confirmed:
        return QStringLiteral("confirmed");
    case RelationshipOrigin::Added:
        return QStringLiteral("added");
    case RelationshipOrigin::Rejected:
        return QStringLiteral("rejected");
    }
    Q_UNREACHABLE();
}

QString cardinalityText(Cardinality cardinality)
{
    switch (cardinality) {
    case Cardinality::ZeroOrOne:
        return QStringLiteral("0..1");
    case Cardinality::ExactlyOne:
        return QStringLiteral("1");
    case Cardinality::ZeroOrMany:
        return QStringLiteral("0..n");
    case Cardinality::OneOrMany:
        return QStringLiteral("1..n");
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
