// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/grouping.h"

#include "diagram/grouping_divide.h"
#include "diagram/grouping_names.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

class Grouper
{
public:
    Grouper(DiagramGraph& graph, const QHash<ObjectKey, QString>& knownGroups)
        : m_graph(graph)
        , m_knownGroups(knownGroups)
    {
    }

    void group()
    {
        std::map<SchemaId, std::vector<int>> schemas;
        QSet<SourceId> sources;
        for (int i = 0; i < static_cast<int>(m_graph.nodes.size()); ++i) {
            const TableId table = m_graph.nodes[i].table;
            schemas[m_graph.catalog->table(table).schema].push_back(i);
            sources.insert(m_graph.catalog->sourceOf(table));
        }
        m_graph.groups.clear();
        for (const auto& [schema, nodes] : schemas) {
            const Schema& facts = m_graph.catalog->schema(schema);
            const QString name = sources.size() > 1 ? m_graph.catalog->source(facts.source).name %
                                                          QLatin1Char('/') % facts.name
                                                    : facts.name;
            if (static_cast<int>(nodes.size()) <= largestCommunity)
                addGroup(name, GroupKind::Schema, -1, nodes);
            else
                divide(name, nodes, schemas.size() == 1);
        }
    }

private:
    int addGroup(const QString& name, GroupKind kind, int parent, const std::vector<int>& nodes)
    {
        const int index = static_cast<int>(m_graph.groups.size());
        m_graph.groups.push_back({name, kind, parent, nodes});
        for (int node : nodes)
            m_graph.nodes[node].group = index;
        return index;
    }

    /// Into communities inside a group of the schema, or on their own where it is the only one.
    void divide(const QString& schema, const std::vector<int>& nodes, bool isOnlySchema)
    {
        std::vector<QString> names;
        const Communities communities = communitiesOf(schema, nodes, isOnlySchema, names);
        const auto isShown = [](const std::vector<int>& community) { return !community.empty(); };
        if (std::count_if(communities.begin(), communities.end(), isShown) == 1) {
            addGroup(schema, GroupKind::Schema, -1, nodes);
            return;
        }
        const int parent = isOnlySchema ? -1 : addGroup(schema, GroupKind::Schema, -1, {});
        for (std::size_t i = 0; i < communities.size(); ++i) {
            if (isShown(communities[i]))
                addGroup(names[i], GroupKind::Community, parent, communities[i]);
        }
    }

    Communities communitiesOf(const QString& schema, const std::vector<int>& nodes,
                              bool isOnlySchema, std::vector<QString>& names)
    {
        const std::vector<QString> known =
            knownNames(nodes, isOnlySchema ? QString() : schema % QStringLiteral(" / "));
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
};

} // namespace

void groupNodes(DiagramGraph& graph, const QHash<ObjectKey, QString>& knownGroups)
{
    Grouper(graph, knownGroups).group();
}

QString groupPath(const DiagramGraph& graph, int group)
{
    const DiagramGroup& own = graph.groups[group];
    return own.parent < 0 ? own.name
                          : groupPath(graph, own.parent) % QStringLiteral(" / ") % own.name;
}

} // namespace cadastre
