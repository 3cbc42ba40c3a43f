// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/grouping.h"

#include <map>

namespace cadastre {

void groupNodes(DiagramGraph& graph, const QHash<ObjectKey, QString>& knownGroups)
{
    std::map<SchemaId, int> groups;
    for (int i = 0; i < static_cast<int>(graph.nodes.size()); ++i) {
        const SchemaId schema = graph.catalog->table(graph.nodes[i].table).schema;
        const auto [found, isNew] =
            groups.try_emplace(schema, static_cast<int>(graph.groups.size()));
        if (isNew)
            graph.groups.push_back({graph.catalog->schema(schema).name, GroupKind::Schema, -1, {}});
        graph.groups[found->second].nodes.push_back(i);
        graph.nodes[i].group = found->second;
    }
    Q_UNUSED(knownGroups)
}

} // namespace cadastre
