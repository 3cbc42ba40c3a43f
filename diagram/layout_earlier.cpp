// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where tables stood before, and whether that is still a place for them: their group is the same,
// or has only another name now.
#include "diagram/grouping.h"
#include "diagram/layout_keep.h"

#include <QSet>

#include <map>

namespace cadastre {

namespace {

using GroupMoves = std::map<std::pair<QString, int>, int>;

class EarlierSearch
{
public:
    EarlierSearch(const LayoutTree& tree, const Placements& previous)
        : m_graph(tree.graph())
        , m_previous(previous)
    {
        for (int group = 0; group < static_cast<int>(m_graph.groups.size()); ++group)
            m_paths.push_back(groupPath(m_graph, group));
    }

    EarlierPlaces search()
    {
        EarlierPlaces earlier;
        const std::size_t count = m_graph.nodes.size();
        earlier.kept.resize(count);
        earlier.former.resize(count);
        earlier.formerGroups.resize(count);
        if (m_previous.tables.isEmpty())
            return earlier;
        for (std::size_t node = 0; node < count; ++node)
            find(earlier, node);
        countMoves(earlier);
        for (std::size_t node = 0; node < count; ++node) {
            if (earlier.former[node] &&
                isSameGroup(earlier.formerGroups[node], m_graph.nodes[node].group))
                earlier.kept[node] = earlier.former[node];
        }
        return earlier;
    }

private:
    void find(EarlierPlaces& earlier, std::size_t node) const
    {
        const auto place =
            m_previous.tables.constFind(m_graph.catalog->keyOf(m_graph.nodes[node].table));
        if (place == m_previous.tables.cend())
            return;
        auto origin = m_previous.groups.constFind(place->group);
        if (origin == m_previous.groups.cend())
            origin = m_previous.groups.constFind(place->group.section(pathSeparator(), 0, 0));
        if (origin == m_previous.groups.cend())
            return;
        earlier.former[node] = QPointF(*origin + place->position);
        earlier.formerGroups[node] = place->group;
    }

    void countMoves(const EarlierPlaces& earlier)
    {
        for (std::size_t node = 0; node < earlier.former.size(); ++node) {
            if (!earlier.former[node])
                continue;
            const int group = m_graph.nodes[node].group;
            ++m_moves[{earlier.formerGroups[node], group}];
            ++m_ofPath[earlier.formerGroups[node]];
            ++m_ofGroup[group];
        }
        m_present = {m_paths.begin(), m_paths.end()};
    }

    /// Groups that are gone under their name are those that most of their tables are in, where
    /// most of these come from there.
    [[nodiscard]] bool isSameGroup(const QString& path, int group) const
    {
        const QString& now = m_paths[static_cast<std::size_t>(group)];
        const bool isOwned = m_graph.groups[group].boundary.has_value();
        const QString beside = path + keptNameMark(); // a boundary took the name
        if (path == now)
            return !(isOwned && m_present.contains(beside));
        if (!isOwned && now == beside)
            return true;
        if (m_present.contains(path))
            return false;
        const int moved = m_moves.at({path, group});
        return 2 * moved > m_ofPath.value(path) && 2 * moved > m_ofGroup.value(group);
    }

    const DiagramGraph& m_graph;
    const Placements& m_previous;
    std::vector<QString> m_paths; ///< by group
    QSet<QString> m_present;
    GroupMoves m_moves; ///< from a path into a group
    QHash<QString, int> m_ofPath;
    QHash<int, int> m_ofGroup;
};

} // namespace

EarlierPlaces earlierPlaces(const LayoutTree& tree, const Placements& previous)
{
    return EarlierSearch(tree, previous).search();
}

} // namespace cadastre
