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

constexpr double strandGap = 2.5; ///< screen pixels between the strands of a ribbon
constexpr double widestStrand = 5;
constexpr std::size_t mostSplit = 24; ///< of more ribbons each shows its strongest kind only

constexpr std::array strandLooks{LineLook::Ribbon, LineLook::InferredRibbon, LineLook::ReadRibbon,
                                 LineLook::WriteRibbon};
static_assert(strandLooks.size() == strandCount);

/// Where the way from the middle of a rectangle to a point leaves it.
QPointF leaving(const QRectF& rect, QPointF to)
{
    const QPointF way = to - rect.center();
    const double x = way.x() == 0 ? 1e9 : rect.width() / 2 / std::abs(way.x());
    const double y = way.y() == 0 ? 1e9 : rect.height() / 2 / std::abs(way.y());
    return rect.center() + way * std::min({x, y, 1.0});
}

/// From border to border, so that what stands in the regions stays readable.
RibbonCurve curveBetweenRegions(const QRectF& from, const QRectF& to)
{
    const QPointF start = leaving(from, to.center());
    const QPointF end = leaving(to, from.center());
    const QPointF way = end - start;
    return {start, (start + end) / 2 + QPointF(-way.y(), way.x()) * 0.16, end};
}

RibbonCurve curveBetween(const QRectF& from, const QRectF& to)
{
    const QPointF way = to.center() - from.center();
    return {from.center(), (from.center() + to.center()) / 2 + QPointF(-way.y(), way.x()) * 0.16,
            to.center()};
}

} // namespace

/// Links between the groups that are large enough on screen: only those that a picture bears.
std::vector<Ribbon> DrawBuilder::shownRibbons() const
{
    const auto& rects = m_scene.frames();
    double width = 0;
    int owners = 0;
    for (int group = 0; group < int(rects.size()); ++group) {
        if (graph().groups[group].nodes.empty() || rects[group].isEmpty())
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
    const auto& rects = m_scene.frames();
    const double strongest = ribbons.front().count;
    const double widest = m_list.level == DetailLevel::Titles ? 2.5 : 7;
    const bool byStrands = graph().boundaries != nullptr;
    std::vector<std::pair<RibbonCurve, Ribbon>> counts;
    beginSpan(SpanKind::Lines, -1, m_emphasis.hasFocus());
    for (const Ribbon& ribbon : ribbons) {
        const QRectF& from = rects[ribbon.fromGroup];
        const QRectF& to = rects[ribbon.toGroup];
        const RibbonCurve curve =
            byStrands ? curveBetweenRegions(from, to) : curveBetween(from, to);
        if (byStrands) {
            addStrands(ribbon, curve, strongest, ribbons.size() <= mostSplit);
        } else {
            DrawLine line;
            const bool guessed = 2 * ribbon.inferred > ribbon.count;
            line.look = guessed ? LineLook::InferredRibbon : LineLook::Ribbon;
            line.ink = Ink::Ribbon;
            line.width = 1 + (widest - 1) * std::sqrt(ribbon.count / strongest);
            line.faded = m_emphasis.hasFocus();
            pushLine(line, std::array{curve.start, curve.control, curve.end});
        }
        if (m_list.level != DetailLevel::Titles && (byStrands || curve.span() > onScreen(60)))
            counts.emplace_back(curve, ribbon);
    }
    endSpan();
    if (byStrands) {
        for (const auto& [curve, ribbon] : counts)
            m_ribbonCounts.emplace_back(curve.middle(), ribbon);
        return;
    }
    beginSpan(SpanKind::Labels, -1, m_emphasis.hasFocus());
    for (const auto& [curve, ribbon] : counts)
        addRibbonCount(curve.middle(), ribbon);
    endSpan();
}

/// Between boundaries they stand above the blocks of tables.
void DrawBuilder::addRibbonCounts()
{
    if (m_ribbonCounts.empty())
        return;
    beginSpan(SpanKind::Labels, -1, m_emphasis.hasFocus());
    for (const auto& [middle, ribbon] : m_ribbonCounts)
        addRibbonCount(middle, ribbon);
    endSpan();
}

/// The kinds of links beside each other, each as wide as it is strong.
void DrawBuilder::addStrands(const Ribbon& ribbon, const RibbonCurve& curve, double strongest,
                             bool split)
{
    const double widest = m_list.level == DetailLevel::Titles ? 2 : widestStrand;
    const int most = *std::max_element(ribbon.strands.begin(), ribbon.strands.end());
    std::vector<DrawLine> lines;
    double across = 0;
    for (std::size_t strand = 0; strand < strandLooks.size(); ++strand) {
        const bool left = !split && (ribbon.strands[strand] < most || !lines.empty());
        if (ribbon.strands[strand] == 0 || left ||
            (Strand(strand) == Strand::Reads && !m_options.showViewDependencies))
            continue;
        DrawLine line;
        line.look = strandLooks[strand];
        line.ink = split ? Ink::EdgeWeak : Ink::Ribbon;
        const int count = split ? ribbon.strands[strand] : ribbon.count;
        line.width = 1 + (widest - 1) * std::sqrt(count / strongest);
        line.faded = m_emphasis.hasFocus();
        across += line.width + (lines.empty() ? 0 : strandGap);
        lines.push_back(line);
    }
    const QPointF way = curve.end - curve.start;
    const double length = std::max(curve.span(), 1.0);
    const QPointF aside(-way.y() / length, way.x() / length);
    double at = -across / 2;
    for (const DrawLine& line : lines) {
        const QPointF shift = aside * onScreen(at + line.width / 2);
        pushLine(line, std::array{curve.start + shift, curve.control + shift, curve.end + shift});
        at += line.width + strandGap;
    }
}

void DrawBuilder::addRibbonCount(QPointF middle, const Ribbon& ribbon)
{
    const bool warns = ribbon.undecided > 0;
    QString text = QString::number(ribbon.count);
    if (warns)
        text += QStringLiteral(" · %1 undecided").arg(ribbon.undecided);
    const double size = onScreen(11);
    const double signRoom = warns ? onScreen(15) : 0;
    QRectF pill(0, 0, roughTextWidth(text.size(), size) + onScreen(10) + signRoom, size * 1.5);
    pill.moveCenter(middle);
    if (!takeLabelPlace(pill))
        return;
    m_list.boxes.push_back(
        {pill, BoxLook::Pill, Ink::Pill, warns ? Ink::Warning : Ink::RegionBorder});
    if (warns)
        m_list.signs.push_back({{pill.left() + onScreen(11), pill.center().y()},
                                onScreen(12),
                                Sign::Undecided,
                                Ink::Warning});
    addText(pill.adjusted(signRoom, 0, 0, 0), text, TextStyle::Count,
            warns ? Ink::Text : Ink::DimText, Qt::AlignHCenter, size);
}

} // namespace cadastre
