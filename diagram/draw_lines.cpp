// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Edges one by one: near, those with an end in view; far out, those inside a group.
#include "diagram/draw_builder.h"

namespace cadastre {

namespace {

/// Up to here, lines between groups are drawn one by one when boxes have titles.
constexpr int maxCrossingLines = 120;

LineEnd endOf(Cardinality cardinality)
{
    switch (cardinality) {
    case Cardinality::ZeroOrOne:
        return LineEnd::ZeroOrOne;
    case Cardinality::ExactlyOne:
        return LineEnd::ExactlyOne;
    case Cardinality::ZeroOrMany:
        return LineEnd::ZeroOrMany;
    case Cardinality::OneOrMany:
        return LineEnd::OneOrMany;
    }
    Q_UNREACHABLE();
}

} // namespace

bool bundlesLines(const DiagramScene& scene, DetailLevel level)
{
    switch (level) {
    case DetailLevel::Regions:
    case DetailLevel::Blocks:
        return scene.graph().groups.size() > 1;
    case DetailLevel::Titles:
        return scene.crossingEdgeCount() > maxCrossingLines;
    case DetailLevel::Rows:
        return false;
    }
    Q_UNREACHABLE();
}

bool hasLine(const DiagramScene& scene, DetailLevel level, int edge, bool showViewDependencies)
{
    const DiagramGraph& graph = scene.graph();
    const DiagramEdge& facts = graph.edges[edge];
    if (level == DetailLevel::Regions || !scene.isShown(edge) ||
        (facts.kind == EdgeKind::ViewDependency && !showViewDependencies))
        return false;
    return !bundlesLines(scene, level) || scene.ribbonEnd(graph.nodes[facts.from].group) ==
                                              scene.ribbonEnd(graph.nodes[facts.to].group);
}

bool DrawBuilder::bundles() const
{
    return bundlesLines(m_scene, m_list.level);
}

bool DrawBuilder::showsLine(int edge) const
{
    return hasLine(m_scene, m_list.level, edge, m_options.showViewDependencies);
}

void DrawBuilder::addLines()
{
    beginSpan(SpanKind::Lines, -1, false);
    for (const int node : m_visible) {
        for (const int edge : m_scene.edgesOf(node)) {
            const DiagramEdge& facts = graph().edges[edge];
            const bool firstVisit = facts.from == node || !m_isVisible[facts.from];
            if (firstVisit && showsLine(edge) && !m_emphasis.isHighlighted(edge))
                addLine(edge, false);
        }
    }
    if (m_list.level == DetailLevel::Rows)
        addArcs();
    endSpan();
}

void DrawBuilder::addHighlightedLines()
{
    if (m_emphasis.highlightedEdges().empty())
        return;
    beginSpan(SpanKind::Lines, -1, false);
    m_fans.clear();
    for (const int edge : m_emphasis.highlightedEdges())
        if (graph().edges[edge].kind != EdgeKind::ViewDependency || m_options.showViewDependencies)
            addLine(edge, true);
    endSpan();
}

void DrawBuilder::addLine(int edge, bool highlighted)
{
    const DiagramEdge& facts = graph().edges[edge];
    const EdgeRoute& route = m_scene.route(edge);
    if (route.count < 2)
        return;
    DrawLine line;
    line.edge = edge;
    line.look = lineLookOf(facts);
    // Far out, what views read is only hinted at.
    const bool quiet = facts.kind == EdgeKind::ViewDependency && m_list.level != DetailLevel::Rows;
    line.faded =
        !highlighted && (quiet || m_emphasis.hasFocus() || m_emphasis.node(facts.from).faded ||
                         m_emphasis.node(facts.to).faded);
    line.ink = highlighted ? Ink::Accent : lineStyle(line.look).ink;
    line.width = highlighted ? 1.8 : 1.2;
    const DrawLine plain = line;
    if (m_list.level == DetailLevel::Rows)
        addEnds(line, facts);
    pushLine(line, std::span(route.points.data(), std::size_t(route.count)));
    if (facts.kind == EdgeKind::Relationship && m_list.level >= DetailLevel::Titles)
        addLineSigns(plain, facts, route);
    if (facts.crosses && m_list.level >= DetailLevel::Titles)
        addGate(plain, facts, route);
}

void DrawBuilder::addEnds(DrawLine& line, const DiagramEdge& facts) const
{
    if (facts.kind == EdgeKind::Relationship) {
        line.from = endOf(facts.fromEnd);
        line.to = endOf(facts.toEnd);
    } else {
        line.to = facts.kind == EdgeKind::Inheritance ? LineEnd::Triangle : LineEnd::Arrow;
    }
}

void DrawBuilder::pushLine(DrawLine line, std::span<const QPointF> points)
{
    line.firstPoint = std::uint32_t(m_list.points.size());
    line.pointCount = std::uint32_t(points.size());
    m_list.points.insert(m_list.points.end(), points.begin(), points.end());
    m_list.lines.push_back(line);
}

} // namespace cadastre
