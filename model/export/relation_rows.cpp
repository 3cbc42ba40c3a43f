// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From relationships to sorted rows; see the header.
#include "model/export/relation_rows.h"

#include "model/catalog/code_points.h"
#include "model/export/single_line.h"
#include "model/relations/decision_text.h"

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

/// A guess is never certain, so never 1.00.
QString inferredConfidence(double confidence)
{
    return QString::number(std::min(confidence, 0.99), 'f', 2);
}

/// "?" for a type value that names no table.
QString parentName(const Catalog& catalog, const RelationshipTarget& target)
{
    return target.isResolved() ? catalog.displayName(target.table) : QStringLiteral("?");
}

AlternativeRow alternativeRow(const Catalog& catalog, const RelationshipAlternative& alternative)
{
    return {parentName(catalog, alternative.target),
            quotedColumnNames(catalog, alternative.target.columns), alternative.confidence,
            alternative.evidence};
}

RelationRow rowOf(const Catalog& catalog, const Relationship& relationship,
                  const RelationshipTarget& target)
{
    RelationRow row;
    row.childTable = catalog.displayName(relationship.child);
    row.childColumns = quotedColumnNames(catalog, relationship.childColumns);
    if (relationship.typeColumn)
        row.childColumns << quotedKeyPart(catalog.column(*relationship.typeColumn).name);
    row.parentTable = parentName(catalog, target);
    row.parentColumns = quotedColumnNames(catalog, target.columns);
    row.confidence = relationship.confidence;
    row.origin = relationship.origin;
    row.evidence = relationship.evidence;
    row.typeValue = target.typeValue;
    row.childEnd = relationship.childEnd;
    row.parentEnd = relationship.parentEnd;
    row.reason = relationship.reason;
    row.polymorphic = relationship.typeColumn.has_value();
    row.subtype = relationship.subtype;
    row.arc = relationship.arc;
    for (const RelationshipAlternative& alternative : relationship.alternatives)
        row.alternatives.push_back(alternativeRow(catalog, alternative));
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
    if (const auto order =
            compareCodePoints(a.parentColumns.join(comma), b.parentColumns.join(comma));
        order != 0)
        return order < 0;
    return compareCodePoints(a.typeValue, b.typeValue) < 0;
}

} // namespace

std::vector<RelationRow> relationRows(const RelationExport& relations)
{
    std::vector<RelationRow> rows;
    for (std::size_t i = 0; i < relations.relationships.size(); ++i) {
        const Relationship& relationship = relations.relationships[i];
        if (relationship.origin == RelationshipOrigin::Rejected)
            continue;
        const Verification* verification = relations.verificationOf(i);
        for (std::size_t target = 0; target < relationship.targets.size(); ++target) {
            RelationRow row = rowOf(relations.catalog, relationship, relationship.targets[target]);
            if (verification)
                row.verification = *verification;
            row.targetNumber = target;
            rows.push_back(std::move(row));
        }
    }
    std::stable_sort(rows.begin(), rows.end(), comesBefore);
    return rows;
}

std::vector<std::size_t> relationOrder(const RelationExport& relations)
{
    std::vector<std::pair<RelationRow, std::size_t>> rows;
    for (std::size_t i = 0; i < relations.relationships.size(); ++i) {
        const Relationship& relationship = relations.relationships[i];
        if (relationship.origin != RelationshipOrigin::Rejected && !relationship.targets.empty())
            rows.emplace_back(rowOf(relations.catalog, relationship, relationship.targets.front()),
                              i);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return comesBefore(a.first, b.first); });
    std::vector<std::size_t> order;
    for (const auto& [row, index] : rows)
        order.push_back(index);
    return order;
}

QString relationRemark(const Relationship& relationship)
{
    QString remark = relationshipOriginName(relationship.origin);
    if (relationship.origin == RelationshipOrigin::Inferred)
        remark += QLatin1Char(' ') + inferredConfidence(relationship.confidence);
    if (!relationship.reason.isEmpty())
        remark += QStringLiteral(": ") + relationship.reason;
    return asSingleLine(remark);
}

QString targetRemark(const Catalog& catalog, const Relationship& relationship,
                     const RelationshipTarget& target)
{
    QString remark = relationRemark(relationship);
    if (!relationship.typeColumn)
        return remark;
    const QString column = catalog.column(*relationship.typeColumn).name;
    remark += target.typeValue.isEmpty()
                  ? QStringLiteral(", chosen by %1").arg(column)
                  : QStringLiteral(", when %1 = '%2'").arg(column, target.typeValue);
    return asSingleLine(remark);
}

QString leftOutRemark(const Catalog& catalog, const Relationship& relationship,
                      const RelationshipTarget& target)
{
    Relationship one = relationship;
    one.targets = {target};
    QString remark = relationshipTitle(catalog, one);
    if (relationship.typeColumn)
        remark += QStringLiteral(" (when '%1')").arg(target.typeValue);
    return asSingleLine(
        QString(remark + QStringLiteral(" is left out: its target is no table of this database.")));
}

bool isInOneSource(const Catalog& catalog, const Relationship& relationship,
                   const RelationshipTarget& target)
{
    return target.isResolved() &&
           catalog.sourceOf(target.table) == catalog.sourceOf(relationship.child);
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
