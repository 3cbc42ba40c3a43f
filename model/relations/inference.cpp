// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts candidates, evidence and decisions together; see the header.
#include "model/relations/inference.h"

#include "model/relations/cardinality.h"

#include <QSet>

namespace cadastre {

namespace {

RelationshipOrigin originOf(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Confirmed:
        return RelationshipOrigin::Confirmed;
    case DecisionKind::Rejected:
        return RelationshipOrigin::Rejected;
    case DecisionKind::Added:
        return RelationshipOrigin::Added;
    }
    Q_UNREACHABLE();
}

Relationship decidedRelationship(const Catalog& catalog, const ResolvedDecision& decided)
{
    Relationship relationship;
    relationship.origin = originOf(decided.decision.kind);
    relationship.confidence = decided.decision.kind == DecisionKind::Rejected ? 0 : 1;
    relationship.child = decided.child;
    relationship.childColumns = decided.childColumns;
    relationship.typeColumn = decided.typeColumn;
    relationship.targets = {decided.target};
    relationship.reason = decided.decision.reason;
    relationship.childEnd = childCardinality(catalog, decided.child, decided.childColumns);
    relationship.parentEnd = Cardinality::ZeroOrOne;
    return relationship;
}

} // namespace

std::vector<Relationship> inferRelationships(const Catalog& catalog, const Decisions& decisions,
                                             const InferenceOptions& options)
{
    std::vector<Relationship> relationships;
    QSet<ColumnId> taken;
    for (const ResolvedDecision& decided : resolveDecisions(catalog, decisions).found) {
        relationships.push_back(decidedRelationship(catalog, decided));
        for (ColumnId id : decided.childColumns)
            taken.insert(id);
    }
    for (const Constraint& key : catalog.objects().constraints) {
        if (key.kind == ConstraintKind::ForeignKey && !options.hideDeclared)
            for (ColumnId id : key.columns)
                taken.insert(id);
    }
    QHash<QString, TableId> byName;
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i)
        byName.insert(catalog.objects().tables[i].name.toLower(), TableId{i});
    for (int i = 0; i < static_cast<int>(catalog.objects().columns.size()); ++i) {
        const Column& column = catalog.objects().columns[i];
        const QString name = column.name.toLower();
        if (!name.endsWith(QLatin1String("_id")) || taken.contains(ColumnId{i}) ||
            isView(catalog.table(column.table)))
            continue;
        for (const QString& suffix : {QString(), QStringLiteral("s")}) {
            const auto parent = byName.constFind(name.chopped(3) + suffix);
            if (parent == byName.constEnd() || !catalog.primaryKeyOf(*parent) ||
                catalog.primaryKeyOf(*parent)->columns.size() != 1)
                continue;
            Relationship relationship;
            relationship.origin = RelationshipOrigin::Inferred;
            relationship.confidence = 0.8;
            relationship.child = column.table;
            relationship.childColumns = {ColumnId{i}};
            relationship.targets = {{*parent, catalog.primaryKeyOf(*parent)->columns, {}}};
            relationship.childEnd =
                childCardinality(catalog, column.table, relationship.childColumns);
            relationship.parentEnd = Cardinality::ZeroOrOne;
            relationship.evidence = {{QStringLiteral("name"), 2,
                                      QStringLiteral("column name is the table's name with _id")}};
            relationships.push_back(relationship);
            break;
        }
    }
    return relationships;
}

std::vector<Relationship> allRelationships(const Catalog& catalog, const Decisions& decisions,
                                           const InferenceOptions& options)
{
    std::vector<Relationship> relationships = declaredRelationships(catalog);
    std::vector<Relationship> inferred = inferRelationships(catalog, decisions, options);
    relationships.insert(relationships.end(), std::make_move_iterator(inferred.begin()),
                         std::make_move_iterator(inferred.end()));
    return relationships;
}

} // namespace cadastre
