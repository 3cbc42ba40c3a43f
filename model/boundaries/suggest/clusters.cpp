// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Average linkage over pairs that have anything in common, the best pair from a heap; entries of
// groups that have changed since are passed over. See the header.
#include "model/boundaries/suggest/clusters.h"

#include <cmath>
#include <numeric>
#include <queue>
#include <unordered_map>

namespace cadastre::suggest {

namespace {

// Chosen on schemas with known owners, where the figures change little around these values.
constexpr double joinFrom = 0.25;    ///< of what belongsTogether() says
constexpr double linkWorth = 0.7;    ///< of all links of the smaller group leading to the other
constexpr double fewLinks = 0.6;     ///< weight of links below which their share says less
constexpr double largeGroup = 80;    ///< tables from which a group hardly grows
constexpr double singleJoins = 1.15; ///< a single table joins more readily
const double pairJoins = std::sqrt(singleJoins);

struct Tie
{
    double likeness = 0; ///< sum over the pairs of tables
    double links = 0;
};

struct Group
{
    int size = 1;
    int number = -1;     ///< of ClusterStart; two that have one never join
    double likeness = 0; ///< sum over the pairs inside
    double outside = 0;  ///< weight of links that leave it
    int changes = 0;
    std::unordered_map<int, Tie> ties;

    /// How much it is one thing by its names, 0..1; two tables may be alike by chance.
    [[nodiscard]] double cohesion() const
    {
        if (size < 2)
            return 0;
        const double pairs = size * (size - 1) / 2.0;
        return likeness / pairs * (size - 1) / size;
    }
};

double belongsTogether(const Group& a, const Group& b, const Tie& tie)
{
    const double byName = tie.likeness / (static_cast<double>(a.size) * b.size);
    const double share = tie.links / (std::min(a.outside, b.outside) + fewLinks);
    const double resistance = std::sqrt(a.cohesion() * b.cohesion());
    const double byLinks = std::min(1.0, linkWorth * share) * (1 - resistance);
    double result = 1 - (1 - byName) * (1 - byLinks);
    if (const int smaller = std::min(a.size, b.size); smaller <= 2)
        result *= smaller == 1 ? singleJoins : pairJoins;
    return result / (1 + std::pow((a.size + b.size) / largeGroup, 2));
}

struct Candidate
{
    double value = 0;
    int first = 0; ///< less than `second`
    int second = 0;
    int changes = 0; ///< of both groups together

    bool operator<(const Candidate& other) const
    {
        if (value != other.value)
            return value < other.value;
        return std::pair(first, second) > std::pair(other.first, other.second);
    }
};

class Clustering
{
public:
    Clustering(const ClusterStart& start, const std::vector<Likeness>& likenesses,
               const std::vector<Link>& links)
        : m_groups(start.groups.size())
        , m_groupOf(start.groups.size())
    {
        std::iota(m_groupOf.begin(), m_groupOf.end(), 0);
        for (const Likeness& pair : likenesses) {
            if (!start.apart[pair.first] && !start.apart[pair.second])
                addTie(pair.first, pair.second, {pair.value, 0});
        }
        for (const Link& link : links) {
            if (start.apart[link.from] || start.apart[link.to])
                continue;
            addTie(link.from, link.to, {0, link.weight});
            m_groups[link.from].outside += link.weight;
            m_groups[link.to].outside += link.weight;
        }
        joinSettled(start.groups);
    }

    std::vector<int> run()
    {
        for (int i = 0; i < static_cast<int>(m_groups.size()); ++i)
            offer(i, i);
        while (!m_candidates.empty()) {
            const Candidate best = m_candidates.top();
            m_candidates.pop();
            const Group& first = m_groups[best.first];
            const Group& second = m_groups[best.second];
            if (first.size == 0 || second.size == 0 ||
                first.changes + second.changes != best.changes)
                continue;
            join(best.first, best.second);
            offer(best.first, -1);
        }
        return numbered();
    }

private:
    void addTie(int a, int b, Tie tie)
    {
        for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
            Tie& sum = m_groups[from].ties[to];
            sum.likeness += tie.likeness;
            sum.links += tie.links;
        }
    }

    void joinSettled(const std::vector<int>& numbers)
    {
        std::unordered_map<int, int> firstOf;
        for (int i = 0; i < static_cast<int>(m_groups.size()); ++i) {
            if (numbers[i] < 0)
                continue;
            m_groups[i].number = numbers[i];
            const auto [first, isFirst] = firstOf.emplace(numbers[i], i);
            if (!isFirst)
                join(first->second, i);
        }
    }

    /// Puts the pairs of a group into the heap; only those with groups behind `from`.
    void offer(int group, int from)
    {
        const Group& one = m_groups[group];
        for (const auto& [other, tie] : one.ties) {
            const Group& two = m_groups[other];
            if (other <= from || (one.number >= 0 && two.number >= 0))
                continue;
            const double value = belongsTogether(one, two, tie);
            if (value >= joinFrom)
                m_candidates.push({value, std::min(group, other), std::max(group, other),
                                   one.changes + two.changes});
        }
    }

    void join(int first, int second)
    {
        Group& kept = m_groups[first];
        Group& gone = m_groups[second];
        if (const auto between = kept.ties.find(second); between != kept.ties.end()) {
            kept.likeness += between->second.likeness;
            kept.outside -= 2 * between->second.links;
            kept.ties.erase(between);
        }
        gone.ties.erase(first);
        kept.likeness += gone.likeness;
        kept.outside += gone.outside;
        kept.size += gone.size;
        kept.number = std::max(kept.number, gone.number);
        kept.changes += gone.changes + 1;
        for (const auto& [other, tie] : gone.ties) {
            m_groups[other].ties.erase(second);
            addTie(first, other, tie);
        }
        gone.ties.clear();
        gone.size = 0;
        m_groupOf[second] = first;
    }

    std::vector<int> numbered()
    {
        std::vector<int> numbers(m_groups.size(), -1);
        std::vector<int> result(m_groups.size());
        int next = 0;
        for (int i = 0; i < static_cast<int>(m_groups.size()); ++i) {
            int group = i;
            while (m_groupOf[group] != group)
                group = m_groupOf[group];
            if (numbers[group] < 0)
                numbers[group] = next++;
            result[i] = numbers[group];
        }
        return result;
    }

    std::vector<Group> m_groups; ///< by the position of their first table; size 0: joined
    std::vector<int> m_groupOf;  ///< by position: the group that it was joined to, or itself
    std::priority_queue<Candidate> m_candidates;
};

} // namespace

std::vector<int> clustersOf(const ClusterStart& start, const std::vector<Likeness>& likenesses,
                            const std::vector<Link>& links)
{
    return Clustering(start, likenesses, links).run();
}

std::vector<int> tablesThenViews(const Catalog& catalog, const Scope& scope, const Labels& labels,
                                 const std::vector<Likeness>& likenesses,
                                 const std::vector<Link>& links)
{
    ClusterStart tables;
    ClusterStart views;
    tables.groups = labels.ofPositions;
    for (int i = 0; i < scope.size(); ++i) {
        const int label = labels.ofPositions[i];
        const bool isClosed = label >= 0 && labels.labels[label].isClosed();
        tables.apart.push_back(isClosed || (label < 0 && isView(catalog.table(scope.tables[i]))));
        views.apart.push_back(isClosed);
    }
    views.groups = clustersOf(tables, likenesses, links);
    for (int i = 0; i < scope.size(); ++i) {
        if (tables.apart[i] && !views.apart[i])
            views.groups[i] = -1;
    }
    return clustersOf(views, likenesses, links);
}

} // namespace cadastre::suggest
