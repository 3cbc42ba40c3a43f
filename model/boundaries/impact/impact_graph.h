// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ImpactGraph: who depends directly on each object, prepared once for every question about impact,
// and walked with stamps so that circles end. What follows from it lives in impact.cpp and
// ripple.cpp.
#pragma once

#include "model/boundaries/impact/impact.h"

#include <functional>

namespace cadastre {

class ImpactGraph
{
public:
    explicit ImpactGraph(const BoundaryFacts& facts);

    /// One object that depends on another one.
    struct Edge
    {
        int user = 0; ///< node
        ImpactReason reason = ImpactReason::Reads;
        bool certain = true;
        int use = -1;          ///< index into the uses, or
        int relationship = -1; ///< index into the relationships, or neither
    };

    /// Dense numbers of tables, triggers, routines, types and others; -1 for what has none.
    [[nodiscard]] int nodeOf(ObjectRef object) const;
    [[nodiscard]] ObjectRef objectOf(int node) const;
    [[nodiscard]] int nodeCount() const { return m_starts.back(); }
    /// Direct dependents, by user, strongest reason first.
    [[nodiscard]] std::span<const Edge> usersOf(int node) const;
    /// Whether what depends on this one depends on what is behind it: views, foreign tables and
    /// routines hand changes on; triggers, policies and the children of keys do not.
    [[nodiscard]] bool handsOn(int node) const;

    /// A dependent, the node that it depends on, and how far it is from the start.
    struct Step
    {
        int node = 0;
        int through = 0;
        int distance = 1;
        Edge edge;
    };
    /// All dependents, nearest first, each once; the starts are none. `accepts` says which direct
    /// ones of the starts count.
    void walk(const std::vector<int>& starts, const std::function<bool(const Edge&)>& accepts,
              std::vector<Step>& steps);

private:
    void addUses(const BoundaryFacts& facts);
    void addRelationships(const BoundaryFacts& facts);
    void addOwnPrograms();
    void addColumnTypes();
    void add(ObjectRef used, ObjectRef user, Edge edge);
    void sortEdges();

    const Catalog& m_catalog;
    std::vector<int> m_starts; ///< first node of each kind, and behind the last
    std::vector<std::pair<int, Edge>> m_pending;
    std::vector<int> m_offsets;
    std::vector<Edge> m_edges;
    std::vector<int> m_stamps; ///< by node: the walk that has seen it last
    int m_walk = 0;
};

} // namespace cadastre
