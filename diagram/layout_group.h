// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The inside of one group: its connected parts become jobs for the worker; their replies become
// columns, packed together with the tables that nothing connects here.
#pragma once

#include "diagram/graph.h"
#include "diagram/layout_job.h"
#include "diagram/layout_packing.h"

namespace cadastre {

/// The edges of a graph that lie inside its groups, by the group of both ends; parents first.
struct GroupEdge
{
    int parent = 0; ///< node; stands left
    int child = 0;
    double parentOffset = 0; ///< centre of the row below the box's top
    double childOffset = 0;
    double weight = 1;
};

/// For each group its edges, without self references, by parent and child.
std::vector<std::vector<GroupEdge>> edgesWithinGroups(const DiagramGraph& graph);

class GroupLayout
{
public:
    GroupLayout(const DiagramGraph& graph, const std::vector<int>& nodes,
                const std::vector<GroupEdge>& edges);

    /// One job per connected part of two or more tables, the largest part first.
    [[nodiscard]] const std::vector<LayoutJob>& jobs() const { return m_jobs; }

    /// Places of the group's nodes, parallel to `nodes`, the whole with its top left at (0, 0) and
    /// near the aspect ratio (width / height).
    [[nodiscard]] Packing arrange(const std::vector<LayoutReply>& replies, double aspect) const;
    /// The same as a plain grid, when the worker failed.
    [[nodiscard]] Packing grid(double aspect) const;

private:
    struct Part
    {
        std::vector<int> members; ///< indexes into m_nodes
        std::vector<GroupEdge> edges;
    };

    struct Blocks;

    [[nodiscard]] Blocks blocksOf(const std::vector<LayoutReply>& replies, double aspect) const;
    void findParts(const std::vector<GroupEdge>& edges);
    [[nodiscard]] LayoutJob jobOf(const Part& part) const;
    [[nodiscard]] std::vector<QRectF> columnsOf(const Part& part, const LayoutReply& reply,
                                                double aspect) const;

    const DiagramGraph& m_graph;
    const std::vector<int>& m_nodes;
    std::vector<Part> m_parts;
    std::vector<int> m_alone; ///< indexes into m_nodes
    std::vector<LayoutJob> m_jobs;
};

} // namespace cadastre
