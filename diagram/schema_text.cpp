// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/schema_text.h"

#include "diagram/grouping.h"

#include <algorithm>

namespace cadastre {

namespace {

SchemaGroup schemaGroupOf(const DiagramGraph& graph, int index)
{
    const DiagramGroup& group = graph.groups[static_cast<std::size_t>(index)];
    SchemaGroup made;
    made.name = groupPath(graph, index);
    made.isBoundary = group.kind == GroupKind::Boundary && group.boundary.has_value();
    if (made.isBoundary && graph.boundaries) {
        const auto entry = graph.boundaries->boundaries.entries.find(group.name);
        if (entry != graph.boundaries->boundaries.entries.end()) {
            made.owner = entry->second.owner;
            made.note = entry->second.note;
        }
    }
    for (const int node : group.nodes)
        made.tables.push_back(graph.nodes[static_cast<std::size_t>(node)].table);
    std::ranges::sort(made.tables);
    return made;
}

} // namespace

SchemaExport schemaExportOf(const DiagramGraph& graph, const SchemaTextOptions& options)
{
    SchemaExport schema;
    schema.catalog = graph.catalog;
    schema.relationships = graph.relationships;
    schema.title = options.title;
    for (const DiagramNode& node : graph.nodes)
        schema.tables.push_back(node.table);
    std::ranges::sort(schema.tables);
    for (int i = 0; i < static_cast<int>(graph.groups.size()); ++i)
        if (!graph.groups[static_cast<std::size_t>(i)].nodes.empty())
            schema.groups.push_back(schemaGroupOf(graph, i));
    if (schema.groups.size() == 1 && !schema.groups.front().isBoundary)
        schema.groups.clear();
    std::ranges::stable_sort(schema.groups, {}, &SchemaGroup::name);
    for (const DiagramEdge& edge : graph.edges) {
        const TableId from = graph.nodes[static_cast<std::size_t>(edge.from)].table;
        const TableId to = graph.nodes[static_cast<std::size_t>(edge.to)].table;
        if (edge.kind == EdgeKind::ViewDependency && options.showViewDependencies)
            schema.reads.push_back({from, to});
        const bool isShown = edge.kind == EdgeKind::Relationship && passes(options.filter, edge) &&
                             edge.origin != RelationshipOrigin::Rejected;
        if (isShown)
            schema.links.push_back({from, to, edge.relationship, edge.target});
    }
    std::ranges::stable_sort(schema.links, {}, [](const SchemaLink& link) {
        return std::pair(link.relationship, link.target);
    });
    return schema;
}

} // namespace cadastre
