// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Groups: soft regions below everything, their names above it.
#include "diagram/draw_builder.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr double nameInset = 16;
constexpr double groupPillPadding = 18; ///< screen pixels, of both sides together
constexpr double smallestGroupName = 9; ///< screen pixels
constexpr double narrowestGroupName = 34;

} // namespace

/// Far out a boundary is one region, however it is divided inside.
bool DrawBuilder::isLeftOut(int group) const
{
    return m_list.level == DetailLevel::Regions && m_scene.ribbonEnd(group) != group;
}

void DrawBuilder::addRegions()
{
    if (graph().groups.size() < 2)
        return;
    for (int group = 0; group < int(m_scene.frames().size()); ++group) {
        const QRectF& rect = m_scene.frameOf(group);
        if (rect.isEmpty() || !rect.intersects(m_options.view) || isLeftOut(group))
            continue;
        beginSpan(SpanKind::Group, group, m_emphasis.hasFocus());
        if (m_scene.regions()[group].isRegion)
            addBoundaryRegion(group);
        else
            m_list.boxes.push_back({rect, BoxLook::Region, Ink::RegionFill, Ink::RegionBorder});
        endSpan();
    }
}

bool DrawBuilder::takeLabelPlace(const QRectF& rect)
{
    const bool taken = std::any_of(m_labelPlaces.begin(), m_labelPlaces.end(),
                                   [&](const QRectF& other) { return other.intersects(rect); });
    if (!taken)
        m_labelPlaces.push_back(rect);
    return !taken;
}

/// A size of the screen at which the whole name fits its region, else the smallest.
double DrawBuilder::regionNameSize(int group) const
{
    const double largest = graph().groups[group].parent < 0 ? 13 : 11.5;
    const double room = m_scene.frameOf(group).width() * m_list.scale - groupPillPadding;
    const double fitting = room / roughTextWidth(graph().groups[group].name.size(), 1);
    return std::clamp(fitting, std::min(smallestGroupName, largest), largest);
}

/// Along the upper border, then along the lower one; empty where no place is left.
QRectF DrawBuilder::takeLabelPlaceNear(int group, QRectF rect)
{
    const QRectF& region = m_scene.frameOf(group);
    const double inset = onScreen(8);
    if (takeLabelPlace(rect))
        return rect;
    if (m_list.level != DetailLevel::Titles)
        return {};
    const double right = std::max(region.left(), region.right() - rect.width() - inset);
    for (const double top : {rect.top(), region.bottom() - rect.height() / 2}) {
        for (const double left : {rect.left(), right}) {
            rect.moveTopLeft({left, top});
            if (takeLabelPlace(rect))
                return rect;
        }
    }
    return {};
}

/// Outer and large regions choose first; a name without a place is left out.
void DrawBuilder::placeRegionLabels()
{
    if (graph().groups.size() < 2)
        return;
    const auto& rects = m_scene.frames();
    std::vector<int> order;
    for (int group = 0; group < int(rects.size()); ++group)
        if (!rects[group].isEmpty() && rects[group].intersects(m_options.view) && !isLeftOut(group))
            order.push_back(group);
    const auto rank = [&](int group) {
        return std::pair(m_scene.outerGroup(group) == group,
                         rects[group].width() * rects[group].height());
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) > rank(b); });
    for (const int group : order) {
        QRectF rect = regionLabelRect(group);
        if (!rect.isEmpty())
            rect = takeLabelPlaceNear(group, rect);
        if (!rect.isEmpty())
            m_regionLabels.push_back({group, rect});
    }
    for (RegionLabel& label : m_regionLabels)
        label.undecided = undecidedRect(label);
}

/// Far out in the middle of the region; near at its upper left corner.
QRectF DrawBuilder::regionLabelRect(int group) const
{
    const QRectF& region = m_scene.frameOf(group);
    if (m_scene.regions()[group].isRegion && m_list.level != DetailLevel::Rows)
        return cardRect(group);
    if (m_list.level == DetailLevel::Rows)
        return {region.left() + nameInset, region.top() + 6, region.width() - 2 * nameInset, 28};
    const double size = onScreen(regionNameSize(group));
    const double wanted =
        roughTextWidth(graph().groups[group].name.size(), size) + onScreen(groupPillPadding);
    const double width = std::min(wanted, region.width());
    const double height = size * 1.7;
    if (width < std::min(wanted, onScreen(narrowestGroupName)) || height > region.height())
        return {};
    QRectF pill(0, 0, width, height);
    if (m_list.level == DetailLevel::Titles)
        pill.moveTopLeft({region.left() + onScreen(8), region.top() - height / 2});
    else
        pill.moveCenter(region.center());
    return pill;
}

void DrawBuilder::addRegionLabels()
{
    beginSpan(SpanKind::Labels, -1, false);
    for (const RegionLabel& label : m_regionLabels)
        addRegionLabel(label);
    endSpan();
}

void DrawBuilder::addRegionLabel(const RegionLabel& label)
{
    const DiagramGroup& group = graph().groups[label.group];
    if (m_scene.regions()[label.group].isRegion) {
        m_list.level == DetailLevel::Rows ? addFrameTitle(label) : addCard(label);
        return;
    }
    if (m_list.level == DetailLevel::Rows) {
        addText(label.rect, group.name, TextStyle::Group, Ink::RegionText);
        return;
    }
    m_list.boxes.push_back({label.rect, BoxLook::Pill, Ink::Pill, Ink::RegionBorder});
    addText(label.rect.adjusted(onScreen(5), 0, -onScreen(5), 0), group.name, TextStyle::Group,
            Ink::RegionText, Qt::AlignHCenter, onScreen(regionNameSize(label.group)));
}

} // namespace cadastre
