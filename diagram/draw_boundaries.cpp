// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Regions of boundaries: frames of their colour with a title near, cards with name, owner and
// counts at screen size far out. Other groups live in draw_regions.cpp.
#include "diagram/draw_builder.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr double cardLineHeight = 1.45;
constexpr double cardPadding = 6;
constexpr double cardInset = 5;      ///< from the upper border of a region with modules inside
constexpr double readableCard = 0.7; ///< far out, a name of which less would be left is left out
constexpr double narrowestCard = 40; ///< near, screen pixels
constexpr double signGap = 5;
constexpr double largestName = 14; ///< screen pixels
constexpr double smallestName = 10;
constexpr double pillRoom = 60;  ///< beside a card, for the number of what is undecided
constexpr double pillExtra = 26; ///< beside the digits
constexpr double frameSign = 22;
constexpr double frameTitleLeft = 18;
constexpr double frameTitleTop = 9;
constexpr double summaryHeight = 17; ///< of each line below the name

constexpr double bearing = 3; ///< screen pixels that a text may be wider than thought

/// Of one line of a card with its sign, screen pixels.
double cardLineWidth(const QString& text, double size, bool hasSign)
{
    return boldTextWidth(text, size) + bearing + (hasSign ? size + signGap : 0);
}

} // namespace

void DrawBuilder::addBoundaryRegion(int group)
{
    const RegionFacts& facts = m_scene.regions()[group];
    BoxLook look = BoxLook::UnownedRegion;
    if (facts.isOwned)
        look = facts.isModule ? BoxLook::ModuleRegion : BoxLook::BoundaryRegion;
    // Far out the regions are the map; near they are behind what one reads.
    const bool map = m_list.level < DetailLevel::Titles;
    const Ink fill = facts.isOwned && map ? facts.fill : facts.soft;
    m_list.boxes.push_back({m_scene.frameOf(group), look, fill, facts.border});
}

/// What a card says, the most important first.
std::vector<DrawBuilder::CardLine> DrawBuilder::cardLines(int group) const
{
    const RegionFacts& facts = m_scene.regions()[group];
    const bool near = m_list.level == DetailLevel::Titles;
    const double beside = near && facts.undecided > 0 ? pillRoom : 0;
    const double room = m_scene.frameOf(group).width() * m_list.scale - 2 * cardPadding - beside;
    QString name = regionTitle(group);
    const QString withOwner = name % QStringLiteral(" · ") % facts.owner;
    if (near && !facts.owner.isEmpty() && cardLineWidth(withOwner, largestName, true) < room)
        name = withOwner;
    double size = facts.isModule ? 12 : largestName;
    if (facts.isOwned && cardLineWidth(name, smallestName, true) > room)
        name = facts.shortName;
    while (size > smallestName && cardLineWidth(name, size, true) > room)
        --size;
    std::vector<CardLine> lines{{name, TextStyle::Group, Ink::Text, size, facts.sign}};
    if (near)
        return lines;
    const auto add = [&](const QString& text, Ink ink, std::optional<Sign> sign) {
        if (!text.isEmpty())
            lines.push_back({text, TextStyle::Count, ink, 11, sign});
    };
    add(facts.owner, Ink::Text, std::nullopt);
    add(regionWarning(facts), Ink::Warning, Sign::Undecided);
    add(regionCounts(facts), Ink::DimText, std::nullopt);
    add(regionHidden(facts), Ink::DimText, std::nullopt);
    return lines;
}

/// In the middle of the region, on its upper border where there are regions or tables to be read
/// inside; empty where the name would not fit.
QRectF DrawBuilder::cardRect(int group) const
{
    const QRectF& region = m_scene.frameOf(group);
    const QSizeF room = region.size() * m_list.scale;
    std::vector<CardLine> lines = cardLines(group);
    const double nameWidth =
        cardLineWidth(lines.front().text, lines.front().size, true) + 2 * cardPadding;
    const bool isShortened = lines.front().text.startsWith(QChar(0x2026));
    double needed = nameWidth * (isShortened ? 1.0 : readableCard);
    if (m_list.level == DetailLevel::Titles)
        needed = std::min(needed, narrowestCard);
    if (room.width() < needed)
        return {};
    double width = nameWidth;
    double height = 2 * cardPadding;
    int shown = 0;
    for (const CardLine& line : lines) {
        const double taller = height + line.size * cardLineHeight;
        if (shown > 0 && taller > room.height() * 0.9)
            break;
        height = taller;
        width = std::max(width, cardLineWidth(line.text, line.size, line.sign.has_value()) +
                                    2 * cardPadding);
        ++shown;
    }
    if (height > room.height() * 1.1)
        return {};
    QRectF card(0, 0, onScreen(std::min(width, room.width())), onScreen(height));
    const auto& groups = graph().groups;
    const bool hasModules =
        std::any_of(groups.begin(), groups.end(),
                    [group](const DiagramGroup& other) { return other.parent == group; });
    card.moveCenter(region.center());
    if (m_list.level == DetailLevel::Titles)
        card.moveTopLeft(region.topLeft() + QPointF(onScreen(8), -card.height() / 2));
    else if (hasModules)
        card.moveTop(region.top() + onScreen(cardInset));
    return card;
}

void DrawBuilder::addCard(const RegionLabel& label)
{
    const RegionFacts& facts = m_scene.regions()[label.group];
    m_list.boxes.push_back({label.rect, BoxLook::Card, Ink::Pill, facts.border});
    addUndecided(label);
    const QRectF inside = label.rect.adjusted(onScreen(cardPadding), 0, -onScreen(cardPadding), 0);
    double top = label.rect.top() + onScreen(cardPadding);
    for (const CardLine& line : cardLines(label.group)) {
        const double height = onScreen(line.size * cardLineHeight);
        if (top + height > label.rect.bottom())
            return;
        const double size = onScreen(line.size);
        const double signRoom = line.sign ? size + onScreen(signGap) : 0;
        const double wide =
            std::min(boldTextWidth(line.text, size) + onScreen(bearing) + signRoom, inside.width());
        const double left = inside.center().x() - wide / 2;
        if (line.sign)
            m_list.signs.push_back({{left + size / 2, top + height / 2},
                                    size * 1.1,
                                    *line.sign,
                                    line.ink == Ink::Warning ? Ink::Warning : facts.border});
        addText({left + signRoom, top, wide - signRoom, height}, line.text, line.style, line.ink,
                Qt::AlignHCenter, size);
        top += height;
    }
}

/// Where there is only room for a name, the number of what is undecided: beside the card or on the
/// lower border of its region, on no table and on no other name; else empty.
QRectF DrawBuilder::undecidedRect(const RegionLabel& label)
{
    const int undecided = m_scene.regions()[label.group].undecided;
    if (!m_scene.regions()[label.group].isRegion || m_list.level != DetailLevel::Titles ||
        undecided == 0)
        return {};
    const QRectF& region = m_scene.frameOf(label.group);
    const double size = onScreen(11);
    QRectF pill(0, 0, roughTextWidth(QString::number(undecided).size(), size) + onScreen(pillExtra),
                size * 1.6);
    const double beside = label.rect.center().y() - pill.height() / 2;
    const double below = region.bottom() - pill.height() / 2;
    const QPointF places[] = {{label.rect.right() + onScreen(4), beside},
                              {region.right() - pill.width() - onScreen(4), below},
                              {region.left() + onScreen(4), below}};
    for (const QPointF& place : places) {
        pill.moveTopLeft(place);
        const bool isInside = pill.left() >= region.left() && pill.right() <= region.right();
        if (isInside && m_scene.nodesIn(pill).empty() && takeLabelPlace(pill))
            return pill;
    }
    return {};
}

void DrawBuilder::addUndecided(const RegionLabel& label)
{
    const QRectF& pill = label.undecided;
    if (pill.isEmpty())
        return;
    m_list.boxes.push_back({pill, BoxLook::Pill, Ink::Pill, Ink::Warning});
    m_list.signs.push_back({{pill.left() + onScreen(12), pill.center().y()},
                            onScreen(12),
                            Sign::Undecided,
                            Ink::Warning});
    addText(pill.adjusted(onScreen(18), 0, -onScreen(4), 0),
            QString::number(m_scene.regions()[label.group].undecided), TextStyle::Count,
            Ink::Warning, Qt::AlignHCenter, onScreen(11));
}

/// The name; how many there are where nobody owns them.
QString DrawBuilder::regionTitle(int group) const
{
    const RegionFacts& facts = m_scene.regions()[group];
    const QString& name = graph().groups[group].name;
    return facts.isOwned ? name
                         : QStringLiteral("%1 (%2)").arg(name, QString::number(facts.tables));
}

/// Inside the frame, above its tables: sign and name, owner and counts, what is not as it should
/// be.
void DrawBuilder::addFrameTitle(const RegionLabel& label)
{
    const RegionFacts& facts = m_scene.regions()[label.group];
    const QRectF& region = m_scene.frameOf(label.group);
    const double left = region.left() + frameTitleLeft;
    const double right = region.right() - frameTitleLeft;
    const double top = region.top() + frameTitleTop;
    m_list.signs.push_back(
        {{left + frameSign / 2, top + frameSign / 2}, frameSign, facts.sign, facts.border});
    addText({left + frameSign + 8, top - 3, right - left - frameSign - 8, 28},
            regionTitle(label.group), TextStyle::Group, Ink::Text);
    QRectF line(left, top + frameSign + 1, right - left, summaryHeight);
    QStringList words{facts.owner, regionCounts(facts)};
    words.removeAll(QString());
    addText(line, words.join(QStringLiteral(" · ")), TextStyle::Subtitle, Ink::DimText);
    line.translate(0, summaryHeight);
    if (const QString warning = regionWarning(facts); !warning.isEmpty()) {
        const double width = roughTextWidth(warning.size(), textPixelSize(TextStyle::Subtitle));
        m_list.signs.push_back(
            {{line.left() + 7, line.center().y()}, 14, Sign::Undecided, Ink::Warning});
        line.setLeft(line.left() + 18);
        addText(line, warning, TextStyle::Subtitle, Ink::Warning);
        line.setLeft(line.left() + width + 8);
    }
    if (line.width() > 0)
        addText(line, regionHidden(facts), TextStyle::Subtitle, Ink::DimText);
}

} // namespace cadastre
