// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Ribbons: all lines between two groups as one, with their count; only as many as a picture bears.
#include "diagram/draw_builder.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

constexpr double ribbonsPerGroup = 1.3;
constexpr int ribbonsAnyway = 12;

/// The strongest links, and for every group at least its own strongest.
std::vector<Ribbon> shownRibbons(const std::vector<Ribbon>& strongestFirst, int groups)
{
    const auto limit = std::size_t(groups * ribbonsPerGroup) + ribbonsAnyway;
    std::vector<char> connected(groups, 0);
    std::vector<Ribbon> shown;
    for (const Ribbon& ribbon : strongestFirst) {
        if (shown.size() >= limit && connected[ribbon.fromGroup] && connected[ribbon.toGroup])
            continue;
        connected[ribbon.fromGroup] = connected[ribbon.toGroup] = 1;
        shown.push_back(ribbon);
    }
    return shown;
}

struct Curve
{
    QPointF start;
    QPointF control;
    QPointF end;

    [[nodiscard]] QPointF middle() const { return (start + 2 * control + end) / 4; }
    [[nodiscard]] double span() const
    {
        return std::hypot(end.x() - start.x(), end.y() - start.y());
    }
};

Curve curveBetween(const QRectF& from, const QRectF& to)
{
    const QPointF way = to.center() - from.center();
    return {from.center(), (from.center() + to.center()) / 2 + QPointF(-way.y(), way.x()) * 0.16,
            to.center()};
}

} // namespace

void DrawBuilder::addRibbons()
{
    if (m_scene.ribbons().empty())
        return;
    const auto& rects = m_scene.layout().groups;
    const double strongest = m_scene.ribbons().front().count;
    const double widest = m_list.level == DetailLevel::Titles ? 2.5 : 7;
    std::vector<std::pair<Curve, int>> counts;
    beginSpan(SpanKind::Lines, -1, m_emphasis.hasFocus());
    for (const Ribbon& ribbon : shownRibbons(m_scene.ribbons(), int(graph().groups.size()))) {
        const QRectF& from = rects[ribbon.fromGroup];
        const QRectF& to = rects[ribbon.toGroup];
        if (!from.united(to).intersects(m_options.view))
            continue;
        const Curve curve = curveBetween(from, to);
        DrawLine line;
        line.look = LineLook::Ribbon;
        line.ink = Ink::Ribbon;
        line.width = 1 + (widest - 1) * std::sqrt(ribbon.count / strongest);
        line.faded = m_emphasis.hasFocus();
        line.firstPoint = std::uint32_t(m_list.points.size());
        line.pointCount = 3;
        m_list.points.insert(m_list.points.end(), {curve.start, curve.control, curve.end});
        m_list.lines.push_back(line);
        if (m_list.level != DetailLevel::Titles && curve.span() > onScreen(60))
            counts.emplace_back(curve, ribbon.count);
    }
    endSpan();

    beginSpan(SpanKind::Labels, -1, m_emphasis.hasFocus());
    for (const auto& [curve, number] : counts)
        addRibbonCount(curve.middle(), number);
    endSpan();
}

void DrawBuilder::addRibbonCount(QPointF middle, int number)
{
    const QString text = QString::number(number);
    const double size = onScreen(11);
    QRectF pill(0, 0, roughTextWidth(text.size(), size) + onScreen(10), size * 1.5);
    pill.moveCenter(middle);
    if (!takeLabelPlace(pill))
        return;
    m_list.boxes.push_back({pill, BoxLook::Pill, Ink::Pill, Ink::RegionBorder});
    addText(pill, text, TextStyle::Count, Ink::DimText, Qt::AlignHCenter, size);
}

} // namespace cadastre
