// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/grouping.h"

#include "diagram/grouping_divide.h"
#include "diagram/grouping_keep.h"
#include "diagram/grouping_names.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

class Grouper
{
public:
    Grouper(DiagramGraph& graph, const QHash<ObjectKey, QString>& knownGroups, GroupedPicture what)
        : m_graph(graph)
        , m_knownGroups(knownGroups)
        , m_isWhole(what == GroupedPicture::Whole)
    {
    }

    void group()
    {
        m_graph.groups.clear();
        const auto isOwned = [](const DiagramNode& node) { return node.boundary >= 0; };
        if (std::any_of(m_graph.nodes.begin(), m_graph.nodes.end(), isOwned))
            groupByBoundaries();
        else
            groupBySchemas();
    }

private:
    void groupBySchemas()
    {
        std::map<SchemaId, std::vector<int>> schemas;
        QSet<SourceId> sources;
        for (int i = 0; i < static_cast<int>(m_graph.nodes.size()); ++i) {
            const TableId table = m_graph.nodes[i].table;
            schemas[m_graph.catalog->table(table).schema].push_back(i);
            sources.insert(m_graph.catalog->sourceOf(table));
        }
        for (const auto& [schema, nodes] : schemas) {
            const QString name = schemaName(schema, sources.size() > 1);
            if (m_isWhole && groupAsBefore(name, nodes, schemas.size() == 1))
                continue;
            if (static_cast<int>(nodes.size()) <= largestCommunity)
                addGroup(name, GroupKind::Schema, -1, nodes);
            else
                divide(name, nodes, schemas.size() == 1);
        }
    }

    [[nodiscard]] QString schemaName(SchemaId schema, bool withSource) const
    {
        const Schema& facts = m_graph.catalog->schema(schema);
        return withSource ? QString(m_graph.catalog->source(facts.source).name % QLatin1Char('/') %
                                    facts.name)
                          : facts.name;
    }

    void groupByBoundaries()
    {
        const Ownership& ownership = m_graph.boundaries->ownership;
        std::vector<std::vector<int>> members(ownership.names.size());
        std::vector<int> unowned;
        for (int i = 0; i < static_cast<int>(m_graph.nodes.size()); ++i) {
            const BoundaryIndex boundary = m_graph.nodes[i].boundary;
            (boundary < 0 ? unowned : members[boundary]).push_back(i);
        }
        std::vector<std::vector<BoundaryIndex>> modules(members.size());
        for (BoundaryIndex i = 0; i < static_cast<int>(members.size()); ++i) {
            if (ownership.parents[i] >= 0 && !members[i].empty())
                modules[ownership.parents[i]].push_back(i);
        }
        for (BoundaryIndex i = 0; i < static_cast<int>(members.size()); ++i) {
            if (ownership.parents[i] >= 0 || (members[i].empty() && modules[i].empty()))
                continue;
            const int group = addBoundary(i, -1, members[i]);
            for (const BoundaryIndex module : modules[i])
                addBoundary(module, group, members[module]);
        }
        if (!unowned.empty() && !(m_isWhole && keepUnowned(unowned)))
            addUnowned(unowned);
    }

    int addBoundary(BoundaryIndex boundary, int parent, const std::vector<int>& nodes)
    {
        const QString& name = m_graph.boundaries->ownership.names[boundary];
        const int group = addGroup(name, GroupKind::Boundary, parent, nodes);
        m_graph.groups[group].boundary = boundary;
        divideInside(group, nodes);
        return group;
    }

    /// What nobody owns stays in the groups that it was in, if most of it was in some.
    bool keepUnowned(const std::vector<int>& nodes)
    {
        const auto kept = keptGroups(m_graph, nodes, m_knownGroups, unownedName());
        if (kept)
            addPaths(*kept, std::nullopt);
        return kept.has_value();
    }

    /// The tables of a schema in the groups that they were in; false where most were in none.
    bool groupAsBefore(const QString& schema, const std::vector<int>& nodes, bool isOnlySchema)
    {
        const auto kept = keptGroups(
            m_graph, nodes, m_knownGroups,
            isOnlySchema ? remainderName() : QString(schema % pathSeparator() % remainderName()));
        if (!kept)
            return false;
        if (kept->paths.front() == schema && kept->paths.size() == 2)
            addGroup(schema, GroupKind::Schema, -1, nodes); // also what has no relationship
        else
            addPaths(*kept, schema);
        return true;
    }

    /// Groups along each path, outer ones once. Without a `schema` the outer ones are regions that
    /// nobody owns.
    void addPaths(const KeptGroups& kept, const std::optional<QString>& schema)
    {
        for (std::size_t i = 0; i < kept.communities.size(); ++i) {
            const std::vector<int>& nodes = kept.communities[i];
            if (nodes.empty())
                continue;
            int group = -1;
            for (const QString& name : kept.paths[i].split(pathSeparator()))
                group = groupInside(group, name, schema);
            auto& members = m_graph.groups[group].nodes;
            members.insert(members.end(), nodes.begin(), nodes.end());
            std::ranges::sort(members);
            for (const int node : nodes)
                m_graph.nodes[node].group = group;
        }
    }

    int groupInside(int parent, QString name, const std::optional<QString>& schema)
    {
        const bool isRegion = parent < 0 && !schema;
        while (isRegion && m_graph.boundaries->ownership.indexOf(name))
            name += keptNameMark();
        for (std::size_t i = 0; i < m_graph.groups.size(); ++i) {
            const DiagramGroup& group = m_graph.groups[i];
            if (group.parent == parent && group.name == name && !group.boundary)
                return static_cast<int>(i);
        }
        if (isRegion)
            return addGroup(name, GroupKind::Boundary, parent, {});
        const bool isSchema = parent < 0 && name == schema;
        return addGroup(name, isSchema ? GroupKind::Schema : GroupKind::Community, parent, {});
    }

    /// Apart from all others, by schemas where there are several sources.
    void addUnowned(const std::vector<int>& nodes)
    {
        QString name = unownedName();
        while (m_graph.boundaries->ownership.indexOf(name))
            name += keptNameMark();
        std::map<SchemaId, std::vector<int>> schemas;
        QSet<SourceId> sources;
        for (const int node : nodes) {
            const TableId table = m_graph.nodes[node].table;
            schemas[m_graph.catalog->table(table).schema].push_back(node);
            sources.insert(m_graph.catalog->sourceOf(table));
        }
        const int group = addGroup(name, GroupKind::Boundary, -1, nodes);
        if (sources.size() < 2) {
            divideInside(group, nodes);
            return;
        }
        m_graph.groups[group].nodes.clear();
        for (const auto& [schema, ofSchema] : schemas)
            divideInside(addGroup(schemaName(schema, true), GroupKind::Schema, group, ofSchema),
                         ofSchema);
    }

    /// Communities inside a group that has too many nodes of its own.
    void divideInside(int group, const std::vector<int>& nodes)
    {
        if (static_cast<int>(nodes.size()) <= largestCommunity)
            return;
        std::vector<QString> names;
        const QString prefix = groupPath(m_graph, group) % pathSeparator();
        const Communities communities = communitiesOf(prefix, nodes, names);
        if (std::count_if(communities.begin(), communities.end(), isShown) < 2) {
            for (const int node : nodes)
                m_graph.nodes[node].group = group;
            return;
        }
        m_graph.groups[group].nodes.clear();
        addCommunities(group, communities, names);
    }

    int addGroup(const QString& name, GroupKind kind, int parent, const std::vector<int>& nodes)
    {
        const int index = static_cast<int>(m_graph.groups.size());
        m_graph.groups.push_back({name, kind, parent, nodes, std::nullopt, 0});
        for (int node : nodes)
            m_graph.nodes[node].group = index;
        return index;
    }

    /// Into communities inside a group of the schema, or on their own where it is the only one.
    void divide(const QString& schema, const std::vector<int>& nodes, bool isOnlySchema)
    {
        std::vector<QString> names;
        const QString prefix = isOnlySchema ? QString() : QString(schema % pathSeparator());
        const Communities communities = communitiesOf(prefix, nodes, names);
        if (std::count_if(communities.begin(), communities.end(), isShown) == 1) {
            addGroup(schema, GroupKind::Schema, -1, nodes);
            return;
        }
        addCommunities(isOnlySchema ? -1 : addGroup(schema, GroupKind::Schema, -1, {}), communities,
                       names);
    }

    static bool isShown(const std::vector<int>& community) { return !community.empty(); }

    void addCommunities(int parent, const Communities& communities,
                        const std::vector<QString>& names)
    {
        for (std::size_t i = 0; i < communities.size(); ++i) {
            if (isShown(communities[i]))
                addGroup(names[i], GroupKind::Community, parent, communities[i]);
        }
    }

    /// `prefix`: of the paths of what is divided.
    Communities communitiesOf(const QString& prefix, const std::vector<int>& nodes,
                              std::vector<QString>& names)
    {
        const std::vector<QString> known = knownNames(nodes, prefix);
        const auto unknown = std::count(known.begin(), known.end(), QString());
        Communities communities;
        if (unknown * 2 < static_cast<qsizetype>(known.size())) {
            communities = divideNodesAsBefore(m_graph, nodes, known, names);
        } else {
            communities = divideNodes(m_graph, nodes);
            for (std::size_t i = 0; i < communities.size(); ++i) {
                for (int node : communities[i])
                    m_graph.nodes[node].group = static_cast<int>(i);
            }
            names = communityNames(m_graph, {communities.begin(), communities.end() - 1});
        }
        names.push_back(remainderName());
        return communities;
    }

    /// The names of the communities that nodes were in before; empty for none or another schema's.
    [[nodiscard]] std::vector<QString> knownNames(const std::vector<int>& nodes,
                                                  const QString& prefix) const
    {
        std::vector<QString> names(nodes.size());
        if (m_knownGroups.isEmpty())
            return names;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const QString path =
                m_knownGroups.value(m_graph.catalog->keyOf(m_graph.nodes[nodes[i]].table));
            if (path.startsWith(prefix))
                names[i] = path.mid(prefix.size());
        }
        return names;
    }

    DiagramGraph& m_graph;
    const QHash<ObjectKey, QString>& m_knownGroups;
    bool m_isWhole;
};

} // namespace

void groupNodes(DiagramGraph& graph, const QHash<ObjectKey, QString>& knownGroups,
                GroupedPicture what)
{
    Grouper(graph, knownGroups, what).group();
}

} // namespace cadastre
