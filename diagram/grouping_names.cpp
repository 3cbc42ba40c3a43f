// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/grouping_names.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype shortestWord = 2;

/// The first word of a snake_case or PascalCase name, together with the second where the first is a
/// single letter, which would say nothing; the empty text when there are no more words.
QString firstWord(const QString& name)
{
    for (qsizetype i = shortestWord; i < name.size(); ++i) {
        if (name[i] == QLatin1Char('_'))
            return name.left(i);
        if (name[i].isUpper() && name[i - 1].isLower())
            return name.left(i);
    }
    return {};
}

QMap<QString, int> countPrefixes(const DiagramGraph& graph, const std::vector<int>& nodes)
{
    QMap<QString, int> counts;
    for (int node : nodes) {
        const QString prefix = firstWord(graph.nodes[node].title);
        if (!prefix.isEmpty())
            ++counts[prefix];
    }
    return counts;
}

QString mostReferenced(const DiagramGraph& graph, const std::vector<int>& nodes,
                       const std::vector<int>& references)
{
    const auto most = std::max_element(nodes.begin(), nodes.end(),
                                       [&](int a, int b) { return references[a] < references[b]; });
    return graph.nodes[*most].title;
}

} // namespace

std::vector<QString> communityNames(const DiagramGraph& graph,
                                    const std::vector<std::vector<int>>& communities)
{
    std::vector<int> references(graph.nodes.size(), 0);
    for (const DiagramEdge& edge : graph.edges) {
        if (edge.pull > 0 && edge.from != edge.to &&
            graph.nodes[edge.from].group == graph.nodes[edge.to].group)
            ++references[edge.to];
    }
    QMap<QString, int> everywhere;
    for (const auto& community : communities) {
        const QMap<QString, int> counts = countPrefixes(graph, community);
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            everywhere[it.key()] += it.value();
    }
    std::vector<QString> names;
    QSet<QString> used;
    for (const auto& community : communities) {
        const QMap<QString, int> counts = countPrefixes(graph, community);
        QString name = mostReferenced(graph, community, references);
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            const bool mostHere = *it * 10 >= static_cast<int>(community.size()) * 6;
            const bool fewElsewhere = *it * 10 >= everywhere.value(it.key()) * 6;
            if (*it > 2 && mostHere && fewElsewhere)
                name = it.key();
        }
        const QString plain = name;
        for (int number = 2; used.contains(name); ++number)
            name = QStringLiteral("%1 (%2)").arg(plain, QString::number(number));
        used.insert(name);
        names.push_back(name);
    }
    return names;
}

} // namespace cadastre
