// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/graph_part.h"

#include "diagram/scene.h"

namespace cadastre {

namespace {

/// Old index to new one; -1 for what is left out.
std::vector<int> numbered(const std::vector<char>& leftOut)
{
    std::vector<int> numbers;
    int next = 0;
    for (const char out : leftOut)
        numbers.push_back(out ? -1 : next++);
    return numbers;
}

std::vector<char> choiceOfNodes(const DiagramGraph& graph, const TableChoice& choice)
{
    std::vector<char> hidden;
    for (const DiagramNode& node : graph.nodes)
        hidden.push_back(choice.shows(graph.catalog->keyOf(node.table)) ? 0 : 1);
    return hidden;
}

} // namespace

DiagramPart shownPart(const std::shared_ptr<const DiagramGraph>& graph, const DiagramLayout& layout,
                      const TableChoice& choice)
{
    if (choice.showsAll())
        return {graph, layout};
    const std::vector<char> hidden = choiceOfNodes(*graph, choice);
    DiagramScene scene(graph, layout, nullptr, Routing::Quick);
    scene.setHidden(hidden);
    std::vector<char> empty;
    for (const QRectF& frame : scene.frames())
        empty.push_back(frame.isEmpty() ? 1 : 0);
    const std::vector<int> nodes = numbered(hidden);
    const std::vector<int> groups = numbered(empty);
    auto part = std::make_shared<DiagramGraph>(*graph);
    DiagramLayout places = layout;
    part->nodes.clear();
    part->edges.clear();
    part->groups.clear();
    places.nodes.clear();
    places.groups.clear();
    places.bounds = scene.bounds();
    places.fallbackGroups.clear();
    places.groupMilliseconds.clear();
    for (std::size_t i = 0; i < graph->nodes.size(); ++i) {
        if (hidden[i])
            continue;
        DiagramNode node = graph->nodes[i];
        if (node.group >= 0)
            node.group = groups[std::size_t(node.group)];
        part->nodes.push_back(std::move(node));
        places.nodes.push_back(layout.nodes[i]);
    }
    for (DiagramEdge edge : graph->edges) {
        edge.from = nodes[std::size_t(edge.from)];
        edge.to = nodes[std::size_t(edge.to)];
        if (edge.from >= 0 && edge.to >= 0)
            part->edges.push_back(std::move(edge));
    }
    for (std::size_t i = 0; i < graph->groups.size(); ++i) {
        if (empty[i])
            continue;
        DiagramGroup group = graph->groups[i];
        if (group.parent >= 0)
            group.parent = groups[std::size_t(group.parent)];
        std::vector<int> members;
        for (const int node : group.nodes) {
            if (nodes[std::size_t(node)] >= 0)
                members.push_back(nodes[std::size_t(node)]);
        }
        group.nodes = std::move(members);
        part->groups.push_back(std::move(group));
        places.groups.push_back(scene.frameOf(int(i)));
    }
    return {std::move(part), std::move(places)};
}

} // namespace cadastre
