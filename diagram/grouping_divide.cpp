// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/grouping_divide.h"

#include "diagram/grouping.h"
#include "diagram/grouping_communities.h"

#include <QMap>

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

constexpr std::size_t smallestCommunity = 5;

/// Divides the nodes of one schema.
class Divider
{
public:
    Divider(const DiagramGraph& graph, std::vector<int> nodes)
        : m_nodes(std::move(nodes))
        , m_localOf(graph.nodes.size(), -1)
        , m_neighbours(m_nodes.size())
    {
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            m_localOf[m_nodes[i]] = static_cast<int>(i);
        std::map<std::pair<int, int>, double> weights;
        for (const DiagramEdge& edge : graph.edges) {
            const int a = m_localOf[edge.from];
            const int b = m_localOf[edge.to];
            if (a >= 0 && b >= 0 && a != b && edge.pull > 0)
                weights[std::minmax(a, b)] +=
                    edge.kind == EdgeKind::ViewDependency ? 0.5 : edge.pull;
        }
        for (const auto& [ends, weight] : weights) {
            m_links.push_back({ends.first, ends.second, weight});
            m_neighbours[ends.first][ends.second] = weight;
            m_neighbours[ends.second][ends.first] = weight;
        }
    }

    /// The remainder (few or no relationships) is the last one, and may be empty.
    Communities divide()
    {
        m_community = findCommunities(static_cast<int>(m_nodes.size()), m_links, largestCommunity);
        m_sizes.assign(m_nodes.size(), 0);
        for (int community : m_community)
            ++m_sizes[community];
        joinSingles();
        joinSmallNeighbours();
        return collected();
    }

    /// As before, where `names` (parallel to the nodes, empty for new ones) says so.
    Communities divideAsBefore(const std::vector<QString>& names, std::vector<QString>& kept)
    {
        QMap<QString, int> numbers;
        for (const QString& name : names) {
            if (!name.isEmpty() && name != remainderName())
                numbers[name] = 0;
        }
        kept.clear();
        for (auto it = numbers.begin(); it != numbers.end(); ++it) {
            *it = static_cast<int>(kept.size());
            kept.push_back(it.key());
        }
        const int remainder = static_cast<int>(kept.size());
        m_community.assign(m_nodes.size(), remainder);
        std::vector<bool> known(m_nodes.size(), false);
        for (std::size_t i = 0; i < names.size(); ++i) {
            known[i] = !names[i].isEmpty();
            m_community[i] = numbers.value(names[i], remainder);
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!known[i])
                m_community[i] = strongestCommunity(static_cast<int>(i)).value_or(remainder);
        }
        Communities communities(kept.size() + 1);
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            communities[m_community[i]].push_back(m_nodes[i]);
        return communities;
    }

private:
    [[nodiscard]] std::optional<int> strongestCommunity(int local) const
    {
        std::map<int, double> weights;
        for (const auto& [neighbour, weight] : m_neighbours[local])
            weights[m_community[neighbour]] += weight;
        const auto best =
            std::max_element(weights.begin(), weights.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        return best == weights.end() ? std::nullopt : std::optional(best->first);
    }

    void move(int local, int community)
    {
        --m_sizes[m_community[local]];
        m_community[local] = community;
        ++m_sizes[community];
    }

    /// A single goes to its strongest neighbour's community; when that is full, the singles of
    /// one community make companions of at most the same size.
    void joinSingles()
    {
        std::map<int, int> companions;
        for (int i = 0; i < static_cast<int>(m_nodes.size()); ++i) {
            if (m_sizes[m_community[i]] != 1 || m_neighbours[i].empty())
                continue;
            const int home = *strongestCommunity(i);
            if (m_sizes[home] < largestCommunity) {
                move(i, home);
                continue;
            }
            const auto [companion, isNew] = companions.try_emplace(home, m_community[i]);
            if (isNew || m_sizes[companion->second] >= largestCommunity)
                companion->second = m_community[i];
            else
                move(i, companion->second);
        }
    }

    /// Communities that are too small for a frame of their own join the one they have most to do
    /// with, if it has room.
    void joinSmallNeighbours()
    {
        std::map<int, std::vector<int>> members;
        for (int i = 0; i < static_cast<int>(m_nodes.size()); ++i)
            members[m_community[i]].push_back(i);
        for (auto& [community, locals] : members) {
            if (locals.size() >= smallestCommunity)
                continue;
            std::map<int, double> weights;
            for (int local : locals) {
                for (const auto& [neighbour, weight] : m_neighbours[local]) {
                    const int other = m_community[neighbour];
                    if (other != community &&
                        m_sizes[other] + static_cast<int>(locals.size()) <= largestCommunity)
                        weights[other] += weight;
                }
            }
            const auto best =
                std::max_element(weights.begin(), weights.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
            if (best == weights.end())
                continue;
            for (int local : locals)
                move(local, best->first);
        }
    }

    [[nodiscard]] Communities collected() const
    {
        std::map<int, std::vector<int>> members;
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            members[m_community[i]].push_back(m_nodes[i]);
        Communities communities;
        std::vector<int> remainder;
        for (auto& [community, nodes] : members) {
            if (nodes.size() >= smallestCommunity)
                communities.push_back(std::move(nodes));
            else
                remainder.insert(remainder.end(), nodes.begin(), nodes.end());
        }
        std::sort(remainder.begin(), remainder.end());
        communities.push_back(std::move(remainder));
        return communities;
    }

    std::vector<int> m_nodes;
    std::vector<int> m_localOf;
    std::vector<std::map<int, double>> m_neighbours;
    std::vector<CommunityLink> m_links;
    std::vector<int> m_community; ///< by local index
    std::vector<int> m_sizes;     ///< by community
};

} // namespace

QString remainderName()
{
    return QStringLiteral("Few or no relationships");
}

Communities divideNodes(const DiagramGraph& graph, const std::vector<int>& nodes)
{
    return Divider(graph, nodes).divide();
}

Communities divideNodesAsBefore(const DiagramGraph& graph, const std::vector<int>& nodes,
                                const std::vector<QString>& names, std::vector<QString>& kept)
{
    return Divider(graph, nodes).divideAsBefore(names, kept);
}

} // namespace cadastre
