// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/legend.h"

#include <map>
#include <set>

namespace cadastre {

namespace {

constexpr double margin = 24;
constexpr double lineHeight = 26;
constexpr double iconWidth = 20;
constexpr double itemGap = 26;
constexpr double minLegendWidth = 420;

QString lineEndMeaning(LineEnd end)
{
    switch (end) {
    case LineEnd::None:
        return {};
    case LineEnd::ZeroOrOne:
        return QStringLiteral("none or one");
    case LineEnd::ExactlyOne:
        return QStringLiteral("exactly one");
    case LineEnd::ZeroOrMany:
        return QStringLiteral("none or many");
    case LineEnd::OneOrMany:
        return QStringLiteral("one or many");
    case LineEnd::Arrow:
        return QStringLiteral("view reads");
    case LineEnd::Triangle:
        return QStringLiteral("inherits from");
    }
    Q_UNREACHABLE();
}

/// Places items behind each other, in as many lines as they need.
class LegendFlow
{
public:
    LegendFlow(DrawList& list, const QRectF& area)
        : m_list(list)
        , m_left(area.left())
        , m_right(area.right())
        , m_x(area.left())
        , m_y(area.top())
    {
    }

    /// Middle left of the place for an icon; the text stands behind it.
    QPointF place(double icon, const QString& text)
    {
        const double width = icon + textWidth(text, TextStyle::Legend);
        if (m_x > m_left && m_x + width > m_right)
            newLine();
        const QPointF at(m_x, m_y + lineHeight / 2);
        m_list.texts.push_back({QRectF(m_x + icon, m_y, width - icon + 4, lineHeight), text,
                                TextStyle::Legend, Ink::DimText, Qt::AlignLeft,
                                double(textPixelSize(TextStyle::Legend))});
        m_x += width + itemGap;
        return at;
    }
    void newLine()
    {
        if (m_x > m_left)
            m_y += lineHeight;
        m_x = m_left;
    }
    [[nodiscard]] double bottom() const { return m_x > m_left ? m_y + lineHeight : m_y; }

private:
    DrawList& m_list;
    double m_left;
    double m_right;
    double m_x;
    double m_y;
};

void addLensItems(DrawList& list, LegendFlow& flow, const LensResult& lens,
                  const QString& lensTitle)
{
    if (lens.legend.empty())
        return;
    flow.place(0, QString(lensTitle + u':'));
    for (const LegendEntry& entry : lens.legend) {
        const QPointF at = flow.place(iconWidth, entry.text);
        list.boxes.push_back(
            {QRectF(at.x(), at.y() - 6, 14, 12), BoxLook::Swatch, entry.fill, Ink::StrongBorder});
    }
    flow.newLine();
}

bool belongsToLook(Sign sign)
{
    return sign == Sign::Confirmed || sign == Sign::Added || sign == Sign::Rejected;
}

void addSignItems(DrawList& list, LegendFlow& flow)
{
    std::map<Sign, Ink> used;
    for (const DrawSign& sign : list.signs)
        if (!belongsToLook(sign.sign))
            used.emplace(sign.sign, sign.ink);
    for (const auto& [sign, ink] : used) {
        const QPointF at = flow.place(iconWidth, signMeaning(sign));
        list.signs.push_back({at + QPointF(7, 0), 13, sign, ink});
    }
    flow.newLine();
}

void addLineItem(DrawList& list, LegendFlow& flow, LineLook look, LineEnd end, const QString& text)
{
    addLegendLine(list, look, flow.place(legendIconWidth, text));
    list.lines.back().to = end;
}

void addLineItems(DrawList& list, LegendFlow& flow, const std::set<LineLook>& looks)
{
    std::map<LineEnd, LineLook> ends;
    for (const DrawLine& line : list.lines)
        for (const LineEnd end : {line.from, line.to})
            if (end != LineEnd::None)
                ends.emplace(end, end == LineEnd::Arrow ? LineLook::ViewDependency
                                                        : LineLook::Relationship);
    for (const auto& [end, look] : ends)
        addLineItem(list, flow, look, end, lineEndMeaning(end));
    flow.newLine();
    for (const LineLook look : looks)
        addLineItem(list, flow, look, LineEnd::None, lineStyle(look).meaning);
    flow.newLine();
}

/// Ends already say what the other lines are.
bool needsWords(LineLook look)
{
    return look != LineLook::ViewDependency && look != LineLook::Inheritance;
}

/// Where every line is declared there is nothing to tell apart.
void dropWhereAllAreDeclared(std::set<LineLook>& looks)
{
    if (looks.size() == 1 && *looks.begin() == LineLook::Relationship)
        looks.clear();
}

std::set<LineLook> looksOf(const DrawList& list)
{
    std::set<LineLook> looks;
    for (const DrawLine& line : list.lines)
        if (needsWords(line.look))
            looks.insert(line.look);
    dropWhereAllAreDeclared(looks);
    return looks;
}

} // namespace

void addLegendLine(DrawList& list, LineLook look, QPointF at)
{
    const LineStyle& style = lineStyle(look);
    const double length = legendIconWidth - 10;
    const QPointF middle = at + QPointF(length / 2, 0);
    DrawLine line;
    line.look = look;
    line.ink = style.ink;
    line.width = 1.2;
    line.firstPoint = std::uint32_t(list.points.size());
    if (isRibbon(look)) {
        line.width = 3;
        list.points.insert(list.points.end(), {at, middle, at + QPointF(length, 0)});
    } else if (isCurve(look)) {
        list.points.insert(list.points.end(), {middle + QPointF(-4, -10), middle + QPointF(6, 0),
                                               middle + QPointF(-4, 10)});
    } else {
        list.points.insert(list.points.end(), {at, at + QPointF(length, 0)});
    }
    line.pointCount = std::uint32_t(list.points.size()) - line.firstPoint;
    list.lines.push_back(line);
    if (style.sign)
        list.signs.push_back({middle, 13, *style.sign, style.ink});
}

void addPictureTitle(DrawList& list, const QString& title)
{
    if (title.isEmpty())
        return;
    const double height = 40;
    list.view.setTop(list.view.top() - height);
    DrawSpan span;
    span.kind = SpanKind::Legend;
    span.texts.begin = std::uint32_t(list.texts.size());
    list.texts.push_back({QRectF(list.view.left() + margin, list.view.top() + margin / 2,
                                 list.view.width() - 2 * margin, height),
                          title, TextStyle::LegendTitle, Ink::Text, Qt::AlignLeft,
                          double(textPixelSize(TextStyle::LegendTitle))});
    span.texts.end = std::uint32_t(list.texts.size());
    list.spans.push_back(span);
}

void addLegend(DrawList& list, const LensResult& lens, const QString& lensTitle)
{
    if (list.view.width() < minLegendWidth)
        list.view.setWidth(minLegendWidth);
    const QRectF area(list.view.left() + margin, list.view.bottom(), list.view.width() - 2 * margin,
                      0);
    DrawSpan span;
    span.kind = SpanKind::Legend;
    span.boxes.begin = std::uint32_t(list.boxes.size());
    span.lines.begin = std::uint32_t(list.lines.size());
    span.signs.begin = std::uint32_t(list.signs.size());
    span.texts.begin = std::uint32_t(list.texts.size());
    list.boxes.push_back({QRectF(area.left(), area.top(), area.width(), 0), BoxLook::Separator,
                          Ink::Border, Ink::Border});
    LegendFlow flow(list, area.translated(0, 10));
    addLensItems(list, flow, lens, lensTitle);
    addSignItems(list, flow);
    addLineItems(list, flow, looksOf(list));
    span.boxes.end = std::uint32_t(list.boxes.size());
    span.lines.end = std::uint32_t(list.lines.size());
    span.signs.end = std::uint32_t(list.signs.size());
    span.texts.end = std::uint32_t(list.texts.size());
    list.spans.push_back(span);
    list.view.setBottom(flow.bottom() + margin / 2);
}

} // namespace cadastre
