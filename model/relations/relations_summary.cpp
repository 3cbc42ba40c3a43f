// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts counts, verdicts, concepts and findings together; each is made beside this file.
#include "model/relations/relations_summary.h"

#include <QSet>

#include <array>

namespace cadastre {

namespace {

bool isTooWeak(const Relationship& relationship, double minimumConfidence)
{
    return relationship.origin == RelationshipOrigin::Inferred &&
           relationship.confidence < minimumConfidence;
}

std::vector<OriginCount> countOrigins(const std::vector<Relationship>& relationships)
{
    std::array<int, static_cast<int>(RelationshipOrigin::Rejected) + 1> counts{};
    for (const Relationship& relationship : relationships)
        ++counts[static_cast<std::size_t>(relationship.origin)];
    std::vector<OriginCount> origins;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            origins.push_back({static_cast<RelationshipOrigin>(i), counts[i]});
    }
    return origins;
}

/// Where a table is counted.
int& countOf(RelationsSummary& summary, const Table& table)
{
    if (isView(table))
        return summary.views;
    if (table.partitionOf)
        return summary.partitions;
    return table.kind == TableKind::ShadowTable ? summary.shadowTables : summary.tables;
}

QSet<TableId> tablesTouched(const std::vector<Relationship>& relationships)
{
    QSet<TableId> touched;
    for (const Relationship& relationship : relationships) {
        if (relationship.origin == RelationshipOrigin::Rejected)
            continue;
        touched.insert(relationship.child);
        for (const RelationshipTarget& target : relationship.targets) {
            if (target.isResolved())
                touched.insert(target.table);
        }
    }
    return touched;
}

} // namespace

RelationsSummary relationsSummary(const FindingsInput& input,
                                  const VerificationLookup& verifications)
{
    RelationsSummary summary;
    summary.minimumConfidence = input.minimumConfidence;
    std::vector<Relationship> counted;
    for (const Relationship& relationship : input.relationships) {
        if (isTooWeak(relationship, input.minimumConfidence))
            ++summary.weak;
        else
            counted.push_back(relationship);
    }
    summary.origins = countOrigins(counted);
    summary.verdicts = verdictSummary(input.catalog, counted, verifications);
    summary.keys = keyCensus(input.catalog);
    summary.concepts = findConcepts(input.catalog, counted, input.minimumConfidence);
    FindingsInput checked = input;
    checked.verifications = verifications;
    summary.findings = relationshipFindings(checked);
    const QSet<TableId> touched = tablesTouched(counted);
    const auto& tables = input.catalog.objects().tables;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        int& count = countOf(summary, tables[static_cast<std::size_t>(i)]);
        ++count;
        if (&count == &summary.tables && !touched.contains(TableId{i}))
            summary.unrelated.push_back({i});
    }
    return summary;
}

} // namespace cadastre
