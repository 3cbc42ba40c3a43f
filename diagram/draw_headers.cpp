// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The header of a table box: what it is, its name, what it is to other boundaries, badges.
#include "diagram/boxes.h"
#include "diagram/draw_builder.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr double kindSignSize = 16;
constexpr double titleLeft = 24; ///< after the sign of the kind

Sign kindSign(TableKind kind)
{
    switch (kind) {
    case TableKind::Table:
        return Sign::Table;
    case TableKind::PartitionedTable:
        return Sign::PartitionedTable;
    case TableKind::View:
        return Sign::View;
    case TableKind::MaterializedView:
        return Sign::MaterializedView;
    case TableKind::ForeignTable:
        return Sign::ForeignTable;
    case TableKind::VirtualTable:
    case TableKind::ShadowTable:
        return Sign::VirtualTable;
    case TableKind::Unknown:
        return Sign::UnknownTable;
    }
    Q_UNREACHABLE();
}

} // namespace

void DrawBuilder::addHeader(int node)
{
    const DiagramNode& facts = graph().nodes[node];
    const BoxShape& shape = graph().shape;
    const LensMark mark = m_scene.mark(node);
    const QRectF header = rowRect(rectOf(node), shape, -1);
    if (!facts.rows.empty())
        m_list.boxes.push_back({header, BoxLook::HeaderBand, mark.fill, Ink::Border});

    const double left = header.left() + shape.padding;
    const bool hasSubtitle =
        !facts.subtitle.isEmpty() || !mark.badge.isEmpty() || !namesOf(facts).second.isEmpty();
    const double titleY = hasSubtitle ? header.top() + 14.5 : header.center().y();
    double right = header.right() - shape.padding;
    const auto addBadge = [&](bool shown, Sign sign, Ink ink) {
        if (!shown)
            return;
        m_list.signs.push_back({{right - 7, titleY}, 13, sign, ink});
        right -= 18;
    };
    addBadge(facts.warning.has_value(), Sign::Warning, Ink::Warning);
    addBadge(facts.actsOnItsOwn, Sign::ActsOnItsOwn, Ink::Badge);
    addBadge(facts.foldedTables > 0, Sign::FoldedTables, Ink::DimText);
    addBadge(isStaged(facts.table), Sign::Staged, Ink::Accent);
    if (const auto changed = changeSignOf(facts))
        addBadge(true, *changed, Ink::Accent);
    right = addExposure(node, right, titleY);
    m_list.signs.push_back({{left + kindSignSize / 2, titleY},
                            kindSignSize,
                            kindSign(graph().catalog->table(facts.table).kind),
                            Ink::DimText});
    addText({left + titleLeft, titleY - 9, right - left - titleLeft, 18}, namesOf(facts).first,
            TextStyle::Title, Ink::Text);

    addSubtitle(node, header, mark.badge);
}

/// The sign of what others may use, with its version; returns where the title has to end.
double DrawBuilder::addExposure(int node, double right, double middle)
{
    const DiagramNode& facts = graph().nodes[node];
    if (facts.exposure == Exposure::Private)
        return right;
    if (!facts.contractVersion.isEmpty()) {
        const double width = std::min(
            roughTextWidth(facts.contractVersion.size(), textPixelSize(TextStyle::Count)) + 10,
            90.0);
        const QRectF pill(right - width, middle - 8, width, 16);
        m_list.boxes.push_back({pill, BoxLook::Pill, Ink::Pill, Ink::RegionText});
        addText(pill.adjusted(4, 0, -4, 0), facts.contractVersion, TextStyle::Count, Ink::Text,
                Qt::AlignHCenter);
        right -= width + 4;
    }
    const Sign sign = facts.exposure == Exposure::Contract ? Sign::Contract : Sign::Replica;
    m_list.signs.push_back({{right - 8, middle}, 15, sign, Ink::RegionText});
    return right - 20;
}

/// The second line of the header: kind and rows at the left, the lens's badge at the right.
void DrawBuilder::addSubtitle(int node, const QRectF& header, const QString& badge)
{
    const DiagramNode& facts = graph().nodes[node];
    const double left = header.left() + graph().shape.padding;
    const double subtitleY = header.top() + 30.5;
    double subtitleRight = header.right() - graph().shape.padding;
    if (!badge.isEmpty()) {
        const double width = std::min(roughTextWidth(badge.size(), 11) + 12, 110.0);
        const QRectF pill(subtitleRight - width, subtitleY - 8, width, 16);
        m_list.boxes.push_back({pill, BoxLook::Pill, Ink::Pill, Ink::Border});
        addText(pill.adjusted(4, 0, -4, 0), badge, TextStyle::Count, Ink::Text, Qt::AlignHCenter);
        subtitleRight -= width + 6;
    }
    QString subtitle = facts.subtitle;
    if (const QString other = namesOf(facts).second; !other.isEmpty())
        subtitle = subtitle.isEmpty() ? other : QString(other + nameSeparator + subtitle);
    if (facts.foldedTables > 0)
        subtitle += (subtitle.isEmpty() ? QString() : QStringLiteral(" · ")) +
                    QStringLiteral("+%1 folded").arg(facts.foldedTables);
    addText({left + titleLeft, subtitleY - 8, subtitleRight - left - titleLeft, 16}, subtitle,
            TextStyle::Subtitle, Ink::DimText);
}

} // namespace cadastre
