// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Ribbons: all lines between two groups as one, with their count; only as many as a picture bears.
#include "diagram/draw_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace cadastre {

namespace {

constexpr double ribbonsPerGroup = 1.5;
constexpr std::size_t fewRibbons = 8;
constexpr std::size_t mostFar = 60;
constexpr std::size_t mostNear = 12; ///< where titles are what one reads
/// Links much weaker than the strongest one say little and cover much.
constexpr double weakest = 0.1;
/// Groups that own tables are linked one by one when they are at least this wide on screen.
constexpr double largeGroupWidth = 170;

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

/// Links between the groups that are large enough on screen: only those that a picture bears.
std::vector<Ribbon> DrawBuilder::shownRibbons() const
{
    const auto& rects = m_scene.layout().groups;
    double width = 0;
    int owners = 0;
    for (int group = 0; group < int(rects.size()); ++group) {
        if (graph().groups[group].nodes.empty())
            continue;
        width += rects[group].width();
        ++owners;
    }
    const bool large = owners > 0 && width / owners >= onScreen(largeGroupWidth);
    const bool nested = !m_scene.outerRibbons().empty();
    const auto& strongestFirst = large || !nested ? m_scene.ribbons() : m_scene.outerRibbons();
    const bool near = m_list.level == DetailLevel::Titles;
    std::set<int> visible;
    std::vector<Ribbon> shown;
    for (const Ribbon& ribbon : strongestFirst) {
        const QRectF& from = rects[ribbon.fromGroup];
        const QRectF& to = rects[ribbon.toGroup];
        if (!from.united(to).intersects(m_options.view) ||
            ribbon.count < weakest * strongestFirst.front().count)
            continue;
        visible.insert({ribbon.fromGroup, ribbon.toGroup});
        shown.push_back(ribbon);
    }
    const auto limit = std::size_t(double(visible.size()) * ribbonsPerGroup);
    const std::size_t most = near ? mostNear : mostFar;
    shown.resize(std::min({shown.size(), std::max(limit, fewRibbons), most}));
    return shown;
}

void DrawBuilder::addRibbons()
{
    const std::vector<Ribbon> ribbons = shownRibbons();
    if (ribbons.empty())
        return;
    const auto& rects = m_scene.layout().groups;
    const double strongest = ribbons.front().count;
    const double widest = m_list.level == DetailLevel::Titles ? 2.5 : 7;
    std::vector<std::pair<Curve, int>> counts;
    beginSpan(SpanKind::Lines, -1, m_emphasis.hasFocus());
    for (const Ribbon& ribbon : ribbons) {
        const Curve curve = curveBetween(rects[ribbon.fromGroup], rects[ribbon.toGroup]);
        DrawLine line;
        const bool guessed = 2 * ribbon.inferred > ribbon.count;
        line.look = guessed ? LineLook::InferredRibbon : LineLook::Ribbon;
        line.ink = Ink::Ribbon;
        line.width = 1 + (widest - 1) * std::sqrt(ribbon.count / strongest);
        line.faded = m_emphasis.hasFocus();
        pushLine(line, std::array{curve.start, curve.control, curve.end});
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
