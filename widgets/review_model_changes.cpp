// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How the model gets from the lines that are shown to those that should be: rows come and go where
// the order allows it, everything is told anew where it does not.
#include "widgets/review_model.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int mostRuns = 200; ///< of rows that come or go one by one; beyond, a reset is faster

/// Half open ranges of positions that are not kept, last first.
std::vector<std::pair<int, int>> runsOf(const std::vector<bool>& kept)
{
    std::vector<std::pair<int, int>> runs;
    for (int end = static_cast<int>(kept.size()); end > 0;) {
        int first = end;
        while (first > 0 && !kept[static_cast<std::size_t>(first - 1)])
            --first;
        if (first < end)
            runs.emplace_back(first, end);
        end = first == end ? end - 1 : first;
    }
    return runs;
}

/// Which of `names` are in `others`; `ordered` says whether those stand in the same order there.
std::vector<bool> keptIn(const QStringList& names, const QStringList& others, bool& ordered)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < others.size(); ++i)
        places.insert(others[i], i);
    std::vector<bool> kept;
    qsizetype last = -1;
    for (const QString& name : names) {
        const qsizetype place = places.value(name, -1);
        kept.push_back(place >= 0);
        if (place < 0)
            continue;
        ordered = ordered && place > last;
        last = place;
    }
    return kept;
}

QStringList keysOf(const std::vector<ReviewLine>& lines)
{
    QStringList keys;
    for (const ReviewLine& line : lines)
        keys << line.key;
    return keys;
}

} // namespace

void ReviewModel::showLines()
{
    m_counts = reviewCounts(*m_facts.relationships, m_origins, m_filter);
    m_listed = cadastre::listedCounts(m_facts, m_origins, m_filter);
    std::vector<ReviewLine> lines = reviewLines(m_facts, m_groups, m_origins, m_filter);
    if (!changeLines(lines))
        replaceLines(std::move(lines));
}

std::unique_ptr<ReviewModel::Node> ReviewModel::nodeOf(ReviewLine line) const
{
    auto node = std::make_unique<Node>();
    node->line = std::move(line);
    if (node->line.members.size() > 1) {
        node->children = node->line.members;
        for (int member : node->children)
            node->childKeys << m_keys[member];
    }
    return node;
}

void ReviewModel::replaceLines(std::vector<ReviewLine> lines)
{
    beginResetModel();
    m_nodes.clear();
    for (ReviewLine& line : lines)
        m_nodes.push_back(nodeOf(std::move(line)));
    renumber();
    endResetModel();
}

void ReviewModel::renumber()
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        m_nodes[i]->row = static_cast<int>(i);
}

bool ReviewModel::changeLines(const std::vector<ReviewLine>& lines)
{
    QStringList before;
    for (const auto& node : m_nodes)
        before << node->line.key;
    const QStringList after = keysOf(lines);
    bool ordered = true;
    const auto leaving = runsOf(keptIn(before, after, ordered));
    auto coming = runsOf(keptIn(after, before, ordered));
    if (!ordered || static_cast<int>(leaving.size() + coming.size()) > mostRuns)
        return false;
    for (const auto& [first, end] : leaving) {
        beginRemoveRows({}, first, end - 1);
        m_nodes.erase(m_nodes.begin() + first, m_nodes.begin() + end);
        renumber();
        endRemoveRows();
    }
    std::ranges::reverse(coming);
    for (const auto& [first, end] : coming) {
        beginInsertRows({}, first, end - 1);
        Nodes added;
        for (int i = first; i < end; ++i)
            added.push_back(nodeOf(lines[static_cast<std::size_t>(i)]));
        m_nodes.insert(m_nodes.begin() + first, std::make_move_iterator(added.begin()),
                       std::make_move_iterator(added.end()));
        renumber();
        endInsertRows();
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        changeMembers(*m_nodes[i], lines[i]);
    if (!lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
    return true;
}

void ReviewModel::changeMembers(Node& node, const ReviewLine& line)
{
    const std::unique_ptr<Node> wanted = nodeOf(line);
    const QModelIndex parent = index(node.row, 0);
    node.line = line;
    bool ordered = true;
    auto leaving = runsOf(keptIn(node.childKeys, wanted->childKeys, ordered));
    if (!ordered)
        leaving = {{0, node.childCount()}};
    for (const auto& [first, end] : leaving) {
        beginRemoveRows(parent, first, end - 1);
        node.childKeys.remove(first, end - first);
        node.children.erase(node.children.begin() + first, node.children.begin() + end);
        endRemoveRows();
    }
    auto coming = runsOf(keptIn(wanted->childKeys, node.childKeys, ordered));
    std::ranges::reverse(coming);
    for (const auto& [first, end] : coming) {
        beginInsertRows(parent, first, end - 1);
        for (int i = first; i < end; ++i) {
            const int child = wanted->children[static_cast<std::size_t>(i)];
            node.childKeys.insert(i, wanted->childKeys[i]);
            node.children.insert(node.children.begin() + i, child);
        }
        endInsertRows();
    }
    if (node.childCount() > 0)
        Q_EMIT dataChanged(index(0, 0, parent), index(node.childCount() - 1, 0, parent));
}

bool ReviewModel::followRelationships(const QStringList& keysBefore)
{
    QHash<QString, int> places;
    for (int i = 0; i < static_cast<int>(m_keys.size()); ++i)
        places.insert(m_keys[i], i);
    const auto followed = [&](int member) { return places.value(keysBefore[member], -1); };
    for (const auto& node : m_nodes) {
        const auto gone = [&](int member) { return followed(member) < 0; };
        if (std::ranges::any_of(node->line.members, gone))
            return false;
    }
    for (const auto& node : m_nodes) {
        for (std::vector<int>* list : {&node->line.members, &node->children}) {
            for (int& member : *list)
                member = followed(member);
        }
    }
    return true;
}

} // namespace cadastre
