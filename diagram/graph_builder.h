// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From facts to a DiagramGraph: which tables, which rows, which edges. Grouping has its own file;
// nothing here gives anything a place.
#pragma once

#include "diagram/boxes.h"
#include "diagram/relationship_filter.h"

#include <QSet>

namespace cadastre {

struct GraphOptions
{
    /// Only these tables; absent for all that are not system objects.
    std::optional<std::vector<TableId>> tables;
    QSet<TableId> unfoldedTables; ///< wide tables that show every column
    bool showViews = true;
    bool showViewDependencies = true;
    bool showSystem = false;
    bool foldTableFamilies = true; ///< partitions and copies under their representative
    /// Inferred relationships below it have an edge, down to leastDrawnConfidence, but no say in
    /// grouping, layout and neighbourhoods.
    double minimumConfidence = RelationshipFilter{}.minimumConfidence;
    /// Paths of the groups that tables were in before (Placement::group), so that a refresh keeps
    /// them.
    QHash<ObjectKey, QString> knownGroups;
    /// Null: tables are grouped by schemas and communities.
    std::shared_ptr<const BoundaryPicture> boundaries;
};

/// Nodes by table id; edges by kind, then relationship or view. `relationships` (never null) may
/// name tables that are not shown; they give no edge. A relationship with several targets gives an
/// edge for each that is a table. A relationship of a folded table becomes one of its
/// representative, once.
DiagramGraph buildGraph(std::shared_ptr<const Catalog> catalog,
                        std::shared_ptr<const std::vector<Relationship>> relationships,
                        const GraphOptions& options, const BoxMetrics& metrics);
/// The same with a copy of the relationships.
DiagramGraph buildGraph(std::shared_ptr<const Catalog> catalog,
                        const std::vector<Relationship>& relationships, const GraphOptions& options,
                        const BoxMetrics& metrics);

/// The table and what can be reached from it in `depth` steps (1 to 4) over relationships that the
/// filter shows and view dependencies, in either direction; by id. Rejected ones never count.
std::vector<TableId> focusNeighbourhood(const Catalog& catalog,
                                        const std::vector<Relationship>& relationships,
                                        TableId table, int depth,
                                        const RelationshipFilter& filter = {});

} // namespace cadastre
