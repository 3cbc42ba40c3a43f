// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// References onto keys that another boundary's engine makes up: they say nothing outside of their
// database, and change when rows are loaded anew.
#include "model/boundaries/access/access_parts.h"

#include <algorithm>
#include <map>

namespace cadastre::access {

namespace {

/// SQLite numbers a single INTEGER PRIMARY KEY itself.
/// Source: SQLite, "ROWIDs and the INTEGER PRIMARY KEY".
bool isRowId(const Catalog& catalog, const Column& column, ColumnId id)
{
    if (catalog.source(catalog.sourceOf(column.table)).engine != Engine::Sqlite ||
        column.type.compare(QLatin1String("INTEGER"), Qt::CaseInsensitive) != 0)
        return false;
    const Constraint* key = catalog.primaryKeyOf(column.table);
    return key && key->columns == std::vector<ColumnId>{id};
}

bool isNumberedByTheEngine(const Catalog& catalog, ColumnId id)
{
    const Column& column = catalog.column(id);
    return column.columnIdentity != Identity::No ||
           (column.defaultExpression &&
            column.defaultExpression->startsWith(QLatin1String("nextval("))) ||
           isRowId(catalog, column, id);
}

bool counts(const Relationship& relationship, double minimumConfidence)
{
    return relationship.origin != RelationshipOrigin::Rejected &&
           (relationship.origin != RelationshipOrigin::Inferred ||
            relationship.confidence >= minimumConfidence);
}

using ChildrenByKey = std::map<ColumnId, std::vector<ColumnId>>;

void addTarget(const AccessReview& review, const Relationship& relationship,
               const RelationshipTarget& target, ChildrenByKey& children)
{
    if (!target.isResolved())
        return;
    const auto from = review.boundaryOf(relationship.child);
    const auto into = review.boundaryOf(target.table);
    if (!from || !into || from == into)
        return;
    const std::size_t count = std::min(target.columns.size(), relationship.childColumns.size());
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<ColumnId>& known = children[target.columns[i]];
        if (std::ranges::find(known, relationship.childColumns[i]) == known.end())
            known.push_back(relationship.childColumns[i]);
    }
}

QString namedColumns(const AccessReview& review, std::vector<ColumnId> columns)
{
    std::ranges::sort(columns);
    QStringList names;
    for (const ColumnId column : columns) {
        if (static_cast<std::size_t>(names.size()) < namedTablesLimit) {
            const auto boundary = review.boundaryOf(review.catalog.column(column).table);
            names << QString(review.catalog.displayName(column) + QStringLiteral(" of ") +
                             review.ownership.names[*boundary]);
        }
    }
    if (static_cast<std::size_t>(names.size()) < columns.size())
        names << QStringLiteral("%1 more").arg(columns.size() - namedTablesLimit);
    return joinedWords(names);
}

} // namespace

void findForeignIdentities(AccessReview& review)
{
    ChildrenByKey children;
    for (const Relationship& relationship : review.facts.relationships) {
        if (!counts(relationship, review.facts.minimumConfidence))
            continue;
        for (const RelationshipTarget& target : relationship.targets)
            addTarget(review, relationship, target, children);
    }
    for (const auto& [key, columns] : children) {
        if (!isNumberedByTheEngine(review.catalog, key))
            continue;
        const auto boundary = review.boundaryOf(review.catalog.column(key).table);
        review.add("reference-to-other-identity", BoundarySeverity::Note, key, boundary,
                   QStringLiteral("The engine makes up the numbers of %1 of %2, and other "
                                  "boundaries keep them: %3.")
                       .arg(review.catalog.displayName(key), review.ownership.names[*boundary],
                            namedColumns(review, columns)),
                   QStringLiteral("Let others refer to a key that %1 publishes and that outlives "
                                  "the database.")
                       .arg(review.ownership.names[*boundary]));
    }
}

} // namespace cadastre::access
