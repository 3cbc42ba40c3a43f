// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/region_facts.h"

#include "diagram/fonts.h"
#include "diagram/graph_crossings.h"
#include "diagram/grouping.h"
#include "diagram/table_text.h"

#include <QHash>

#include <algorithm>

namespace cadastre {

namespace {

Sign signOfKind(BoundaryKind kind)
{
    switch (kind) {
    case BoundaryKind::Service:
        return Sign::Service;
    case BoundaryKind::Module:
        return Sign::Module;
    case BoundaryKind::Shared:
        return Sign::SharedBoundary;
    case BoundaryKind::External:
        return Sign::External;
    }
    Q_UNREACHABLE();
}

QString countedText(int count, const char* one, const char* many)
{
    return QString(QString::number(count) % u' ' % QLatin1String(count == 1 ? one : many));
}

void describeOwned(RegionFacts& facts, const Boundary& drawn, int color)
{
    facts.isOwned = true;
    facts.sign = signOfKind(drawn.kind);
    facts.border = boundaryInk(color);
    facts.fill = boundaryFillInk(color);
    facts.soft = boundarySoftInk(color);
    facts.owner = drawn.owner;
}

/// The region of a boundary, else of the one around it; -1 where it is not in the picture.
std::vector<int> regionsOfBoundaries(const DiagramGraph& graph)
{
    const Ownership& ownership = graph.boundaries->ownership;
    std::vector<int> own(ownership.names.size(), -1);
    for (int group = 0; group < static_cast<int>(graph.groups.size()); ++group) {
        if (graph.groups[group].boundary)
            own[*graph.groups[group].boundary] = group;
    }
    std::vector<int> regions = own;
    for (BoundaryIndex i = 0; i < static_cast<int>(own.size()); ++i) {
        if (own[i] < 0)
            regions[i] = own[outermostOf(ownership, i)];
    }
    return regions;
}

/// A crossing inside a service is one of its modules, not of the service.
void countUndecided(std::vector<RegionFacts>& facts, const DiagramGraph& graph)
{
    const std::vector<int> regions = regionsOfBoundaries(graph);
    for (const JudgedCrossing& judged : graph.boundaries->crossings) {
        if (!judged.isViolation())
            continue;
        std::vector<int> around[2];
        const BoundaryIndex ends[2] = {judged.crossing.fromBoundary, judged.crossing.intoBoundary};
        for (int end = 0; end < 2; ++end) {
            int group = ends[end] < 0 ? -1 : regions[ends[end]];
            for (; group >= 0; group = graph.groups[group].parent)
                around[end].push_back(group);
        }
        for (int end = 0; end < 2; ++end) {
            const std::vector<int>& other = around[1 - end];
            for (const int group : around[end])
                if (std::find(other.begin(), other.end(), group) == other.end())
                    ++facts[group].undecided;
        }
    }
}

/// How many names begin with each dotted beginning: "org.", "org.shop.", ...
QHash<QString, int> dottedBeginnings(const std::vector<QString>& names)
{
    QHash<QString, int> counts;
    for (const QString& name : names) {
        for (qsizetype dot = name.indexOf(u'.'); dot >= 0; dot = name.indexOf(u'.', dot + 1))
            ++counts[name.left(dot + 1)];
    }
    return counts;
}

void shortenNames(std::vector<RegionFacts>& facts, const DiagramGraph& graph)
{
    const std::vector<QString>& names = graph.boundaries->ownership.names;
    const QHash<QString, int> beginnings = dottedBeginnings(names);
    const int half = std::max(2, static_cast<int>(names.size() + 1) / 2);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const QString& name = graph.groups[i].name;
        qsizetype shared = 0;
        for (qsizetype dot = name.indexOf(u'.'); dot >= 0; dot = name.indexOf(u'.', dot + 1)) {
            if (beginnings.value(name.left(dot + 1)) >= half)
                shared = dot + 1;
        }
        facts[i].shortName = shared == 0 ? name : QString(QChar(0x2026) % name.mid(shared));
    }
}

} // namespace

std::vector<RegionFacts> regionFacts(const DiagramGraph& graph)
{
    std::vector<RegionFacts> facts(graph.groups.size());
    if (!graph.boundaries)
        return facts;
    const BoundaryPicture& picture = *graph.boundaries;
    const auto colors = boundaryColors(picture.boundaries, picture.ownership.names);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const DiagramGroup& group = graph.groups[i];
        facts[i].isRegion = group.kind == GroupKind::Boundary;
        facts[i].isModule = facts[i].isRegion && group.parent >= 0;
        if (group.boundary)
            describeOwned(facts[i], boundaryFacts(picture, *group.boundary),
                          colors[static_cast<std::size_t>(*group.boundary)]);
    }
    for (int group = static_cast<int>(facts.size()) - 1; group >= 0; --group) {
        RegionFacts& own = facts[group];
        own.tables += static_cast<int>(graph.groups[group].nodes.size());
        own.hidden += graph.groups[group].hiddenTables;
        for (const int node : graph.groups[group].nodes)
            own.contracts += graph.nodes[node].exposure == Exposure::Contract;
        if (const int parent = graph.groups[group].parent; parent >= 0) {
            facts[parent].tables += own.tables;
            facts[parent].contracts += own.contracts;
            facts[parent].hidden += own.hidden;
        }
    }
    countUndecided(facts, graph);
    shortenNames(facts, graph);
    return facts;
}

QString regionCounts(const RegionFacts& facts)
{
    QString text = countedText(facts.tables, "table", "tables");
    if (facts.contracts > 0)
        text += QStringLiteral(" · ") % countedText(facts.contracts, "contract", "contracts");
    return text;
}

QString regionWarning(const RegionFacts& facts)
{
    return facts.undecided == 0 ? QString()
                                : countedText(facts.undecided, "undecided", "undecided");
}

QString regionHidden(const RegionFacts& facts)
{
    return facts.hidden == 0
               ? QString()
               : countedText(facts.hidden, "private object not shown", "private objects not shown");
}

QString regionText(const DiagramGraph& graph, int group)
{
    const DiagramGroup& drawn = graph.groups[group];
    const std::vector<RegionFacts> all = regionFacts(graph);
    const RegionFacts& facts = all[static_cast<std::size_t>(group)];
    if (!facts.isRegion)
        return drawn.name;
    QStringList lines{drawn.name};
    if (drawn.boundary) {
        const Boundary& boundary = boundaryFacts(*graph.boundaries, *drawn.boundary);
        lines.first() += QStringLiteral(" (") % boundaryKindName(boundary.kind) % u')';
        lines << (facts.owner.isEmpty() ? QStringLiteral("no owner is known")
                                        : QString(QStringLiteral("owned by ") % facts.owner));
    }
    if (!drawn.boundary && !drawn.name.startsWith(unownedName()))
        lines << QStringLiteral("nobody owns these");
    lines << regionCounts(facts) << regionHidden(facts);
    if (facts.undecided > 0)
        lines << QString(countedText(facts.undecided, "crossing is", "crossings are") %
                         QStringLiteral(" to be decided or forbidden"));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString ownershipText(const DiagramGraph& graph, int node)
{
    if (!graph.boundaries || graph.boundaries->ownership.names.empty())
        return {};
    const DiagramNode& facts = graph.nodes[node];
    if (facts.boundary < 0)
        return QStringLiteral("owned by nobody");
    const QString& name = graph.boundaries->ownership.names[facts.boundary];
    const QString& owner = boundaryFacts(*graph.boundaries, facts.boundary).owner;
    const QString of = owner.isEmpty() ? name : QString(name % QStringLiteral(" (") % owner % u')');
    switch (facts.exposure) {
    case Exposure::Private:
        return QString(QStringLiteral("private to ") % of);
    case Exposure::Replica:
        return QString(QStringLiteral("replica in ") % of);
    case Exposure::Contract:
        break;
    }
    const QString version =
        facts.contractVersion.isEmpty() ? QString() : QString(u' ' % facts.contractVersion);
    return QString(QStringLiteral("contract") % version % QStringLiteral(" of ") % of);
}

QString nodeText(const DiagramGraph& graph, int node)
{
    const QString text = tableText(*graph.catalog, graph.nodes[node].table);
    const QString ownership = ownershipText(graph, node);
    return ownership.isEmpty() ? text : QString(text % u'\n' % ownership);
}

QString crossingText(const DiagramGraph& graph, int index)
{
    const DiagramEdge& edge = graph.edges[index];
    if (!edge.crosses)
        return {};
    const auto nameOf = [&](int node) {
        return onOneLine(graph.boundaries->ownership.names[graph.nodes[node].boundary]);
    };
    const QString way = QString(QStringLiteral("Crosses from ") % nameOf(edge.from) %
                                QStringLiteral(" into ") % nameOf(edge.to));
    if (edge.crossing < 0)
        return way;
    const JudgedCrossing& judged = graph.boundaries->crossings[edge.crossing];
    const QString where =
        judged.crossing.sameDatabase ? QString() : QStringLiteral(", in another database");
    const QString text =
        QString(way % where % QStringLiteral(": ") % crossingStateTitle(judged.state).toLower());
    return judged.reason.isEmpty() ? text : QString(text % u'\n' % judged.reason);
}

} // namespace cadastre
