// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/paths/join_facts.h"

#include "model/relations/sql/view_columns.h"

namespace cadastre {

JoinFactsPointer makeJoinFacts(const std::shared_ptr<const Catalog>& catalog,
                               const std::shared_ptr<const Relationships>& relationships,
                               const std::atomic_bool& cancelled)
{
    QHash<ColumnId, ColumnId> sources = viewColumnSources(*catalog, cancelled);
    std::vector<SoftDelete> deletes = softDeletes(*catalog, cancelled);
    if (cancelled)
        return nullptr;
    return std::make_shared<const JoinFacts>(
        JoinFacts{JoinGraph(catalog, relationships, std::move(sources)), std::move(deletes)});
}

JoinFactsPointer withRelationships(const JoinFacts& facts,
                                   const std::shared_ptr<const Relationships>& relationships)
{
    return std::make_shared<const JoinFacts>(
        JoinFacts{JoinGraph(facts.graph.sharedCatalog(), relationships, facts.graph.viewColumns()),
                  facts.softDeletes});
}

} // namespace cadastre
