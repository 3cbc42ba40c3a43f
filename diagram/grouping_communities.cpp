// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/grouping_communities.h"

#include <algorithm>
#include <numeric>

namespace cadastre {

namespace {

struct Neighbour
{
    int node;
    double weight;
};

/// One level: nodes stand for sets of nodes of the level below.
struct Level
{
    std::vector<int> starts; ///< by node; offsets into neighbours
    std::vector<Neighbour> neighbours;
    std::vector<double> loops; ///< weight inside each node, counted twice
    std::vector<int> sizes;    ///< original nodes in each node
    double total = 0;          ///< sum of all degrees

    [[nodiscard]] int count() const { return static_cast<int>(sizes.size()); }
    [[nodiscard]] double degree(int node) const
    {
        double sum = loops[node];
        for (int i = starts[node]; i < starts[node + 1]; ++i)
            sum += neighbours[i].weight;
        return sum;
    }
};

/// Links in any order, with repetitions that add up.
Level levelOf(std::vector<CommunityLink> links, std::vector<double> loops, std::vector<int> sizes)
{
    Level level;
    level.loops = std::move(loops);
    level.sizes = std::move(sizes);
    const std::size_t once = links.size();
    for (std::size_t i = 0; i < once; ++i)
        links.push_back({links[i].b, links[i].a, links[i].weight});
    std::sort(links.begin(), links.end(), [](const CommunityLink& x, const CommunityLink& y) {
        return x.a != y.a ? x.a < y.a : x.b != y.b ? x.b < y.b : x.weight < y.weight;
    });
    level.starts.assign(level.sizes.size() + 1, 0);
    int last = -1;
    for (const CommunityLink& link : links) {
        if (link.a == last && level.neighbours.back().node == link.b) {
            level.neighbours.back().weight += link.weight;
        } else {
            level.neighbours.push_back({link.b, link.weight});
            ++level.starts[link.a + 1];
        }
        last = link.a;
        level.total += link.weight;
    }
    std::partial_sum(level.starts.begin(), level.starts.end(), level.starts.begin());
    level.total += std::accumulate(level.loops.begin(), level.loops.end(), 0.0);
    return level;
}

class LocalMoving
{
public:
    LocalMoving(const Level& level, int largest)
        : m_level(level)
        , m_largest(largest)
        , m_community(level.sizes.size())
        , m_degrees(level.sizes.size())
        , m_sizes(level.sizes)
        , m_weightTo(level.sizes.size(), 0)
    {
        std::iota(m_community.begin(), m_community.end(), 0);
        for (int node = 0; node < level.count(); ++node)
            m_degrees[node] = level.degree(node);
        m_totals = m_degrees;
    }

    /// Returns whether any node moved.
    bool run()
    {
        constexpr int mostPasses = 20;
        bool everMoved = false;
        for (int pass = 0; pass < mostPasses; ++pass) {
            bool moved = false;
            for (int node = 0; node < m_level.count(); ++node)
                moved = moveBest(node) || moved;
            if (!moved)
                break;
            everMoved = true;
        }
        return everMoved;
    }

    /// Communities numbered by first member.
    [[nodiscard]] std::vector<int> communities() const
    {
        std::vector<int> numbers(m_community.size(), -1);
        std::vector<int> result;
        int next = 0;
        for (int community : m_community) {
            if (numbers[community] < 0)
                numbers[community] = next++;
            result.push_back(numbers[community]);
        }
        return result;
    }

private:
    bool moveBest(int node)
    {
        const int own = m_community[node];
        std::vector<int>& touched = m_touched;
        touched.clear();
        for (int i = m_level.starts[node]; i < m_level.starts[node + 1]; ++i) {
            const int community = m_community[m_level.neighbours[i].node];
            if (m_weightTo[community] == 0)
                touched.push_back(community);
            m_weightTo[community] += m_level.neighbours[i].weight;
        }
        m_totals[own] -= m_degrees[node];
        m_sizes[own] -= m_level.sizes[node];
        const auto gain = [&](int community) {
            return m_weightTo[community] - m_totals[community] * m_degrees[node] / m_level.total;
        };
        int best = own;
        double bestGain = gain(own);
        constexpr double least = 1e-9;
        for (int community : touched) {
            if (m_sizes[community] + m_level.sizes[node] > m_largest)
                continue;
            const double candidate = gain(community);
            if (candidate > bestGain + least ||
                (candidate > bestGain - least && best != own && community < best)) {
                best = community;
                bestGain = candidate;
            }
        }
        m_totals[best] += m_degrees[node];
        m_sizes[best] += m_level.sizes[node];
        m_community[node] = best;
        for (int community : touched)
            m_weightTo[community] = 0;
        return best != own;
    }

    const Level& m_level;
    int m_largest;
    std::vector<int> m_community;
    std::vector<double> m_degrees;
    std::vector<double> m_totals; ///< degree of each community
    std::vector<int> m_sizes;
    std::vector<double> m_weightTo;
    std::vector<int> m_touched;
};

/// The communities of a level as the nodes of the next.
Level aggregated(const Level& level, const std::vector<int>& communities)
{
    const int count = *std::max_element(communities.begin(), communities.end()) + 1;
    std::vector<CommunityLink> links;
    std::vector<double> loops(static_cast<std::size_t>(count), 0);
    std::vector<int> sizes(static_cast<std::size_t>(count), 0);
    for (int node = 0; node < level.count(); ++node) {
        const int own = communities[node];
        sizes[own] += level.sizes[node];
        loops[own] += level.loops[node];
        for (int i = level.starts[node]; i < level.starts[node + 1]; ++i) {
            const int other = communities[level.neighbours[i].node];
            if (other == own)
                loops[own] += level.neighbours[i].weight;
            else if (own < other)
                links.push_back({own, other, level.neighbours[i].weight});
        }
    }
    return levelOf(std::move(links), std::move(loops), std::move(sizes));
}

} // namespace

std::vector<int> findCommunities(int nodes, const std::vector<CommunityLink>& links, int largest)
{
    std::vector<int> result(static_cast<std::size_t>(nodes));
    std::iota(result.begin(), result.end(), 0);
    if (links.empty())
        return result;
    Level level = levelOf(links, std::vector<double>(static_cast<std::size_t>(nodes), 0),
                          std::vector<int>(static_cast<std::size_t>(nodes), 1));
    for (;;) {
        LocalMoving moving(level, largest);
        if (!moving.run())
            return result;
        const std::vector<int> communities = moving.communities();
        for (int& community : result)
            community = communities[community];
        level = aggregated(level, communities);
    }
}

} // namespace cadastre
