// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/vector_painter.h"

#include "diagram/line_end.h"
#include "diagram/vector_shapes.h"

#include <QPainter>

namespace cadastre {

namespace {

class VectorPainter
{
public:
    VectorPainter(QPainter& painter, const DrawList& list, const Theme& theme)
        : m_painter(painter)
        , m_list(list)
        , m_theme(theme)
    {
    }

    void paint()
    {
        m_painter.fillRect(m_list.view, m_theme.color(Ink::Background));
        for (const DrawSpan& span : m_list.spans) {
            m_faded = span.faded;
            for (auto i = span.boxes.begin; i < span.boxes.end; ++i)
                paintBox(m_list.boxes[i]);
            for (auto i = span.lines.begin; i < span.lines.end; ++i)
                paintLine(m_list.lines[i]);
            for (auto i = span.signs.begin; i < span.signs.end; ++i)
                paintSign(m_list.signs[i]);
            for (auto i = span.texts.begin; i < span.texts.end; ++i)
                paintText(m_list.texts[i]);
        }
    }

private:
    [[nodiscard]] QColor color(Ink ink) const { return m_theme.color(ink, m_faded); }

    void paintBox(const DrawBox& box)
    {
        const QRectF inside = box.rect.adjusted(0.5, 0.5, -0.5, -0.5);
        const double radius = cornerRadiusOf(box);
        QPen pen(color(box.border), 1);
        QBrush brush(color(box.fill));
        switch (box.look) {
        case BoxLook::HeaderBand:
            m_painter.fillPath(headerPath(box.rect), brush);
            m_painter.setPen(pen);
            m_painter.drawLine(box.rect.bottomLeft(), box.rect.bottomRight());
            return;
        case BoxLook::Separator:
            m_painter.setPen(pen);
            m_painter.drawLine(box.rect.topLeft(), box.rect.bottomRight());
            return;
        case BoxLook::RowBand:
        case BoxLook::Block:
            m_painter.fillRect(box.rect, brush);
            return;
        case BoxLook::ViewFrame:
            pen.setColor(color(Ink::StrongBorder));
            pen.setDashPattern({5, 3});
            break;
        case BoxLook::MaterializedFrame:
            m_painter.setPen(pen);
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(inside.adjusted(-3, -3, 3, 3), radius + 3, radius + 3);
            break;
        case BoxLook::ContractFrame:
            m_painter.setPen(QPen(color(box.border), 2));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(inside.adjusted(-4, -4, 4, 4), radius + 4, radius + 4);
            break;
        case BoxLook::ReplicaFrame:
            pen.setWidthF(2);
            pen.setDashPattern({6, 2});
            break;
        case BoxLook::BoundaryRegion:
            pen.setWidthF(2);
            break;
        case BoxLook::UnownedRegion:
            pen.setDashPattern({7, 5});
            break;
        case BoxLook::SelectionRing:
        case BoxLook::HoverRing:
        case BoxLook::HitRing:
            pen.setWidthF(2);
            brush = Qt::NoBrush;
            break;
        case BoxLook::TableFrame:
        case BoxLook::Region:
        case BoxLook::ModuleRegion:
        case BoxLook::Card:
        case BoxLook::Pill:
        case BoxLook::Swatch:
            break;
        }
        m_painter.setPen(pen);
        m_painter.setBrush(brush);
        m_painter.drawRoundedRect(inside, radius, radius);
    }

    void paintLine(const DrawLine& line)
    {
        const bool faded = std::exchange(m_faded, line.faded);
        QPen pen(color(line.ink), line.width);
        const QPen solid = pen;
        const LineStyle& style = lineStyle(line.look);
        if (style.dash > 0) {
            pen.setDashPattern({style.dash / line.width, style.gap / line.width});
            pen.setCapStyle(Qt::FlatCap);
        }
        const QPainterPath path = linePath(m_list, line);
        if (style.twofold) {
            m_painter.strokePath(path, QPen(color(line.ink), line.width + twofoldExtra));
            pen.setColor(m_theme.color(Ink::Background));
        }
        m_painter.strokePath(path, pen);
        if (isCurve(line.look)) {
            m_faded = faded;
            return;
        }
        const QPointF* points = m_list.points.data() + line.firstPoint;
        paintLineEnd(line.from, points[0], points[1], solid);
        paintLineEnd(line.to, points[line.pointCount - 1], points[line.pointCount - 2], solid);
        m_faded = faded;
    }

    void paintLineEnd(LineEnd end, QPointF at, QPointF next, const QPen& pen)
    {
        if (end == LineEnd::None)
            return;
        m_painter.save();
        m_painter.translate(at);
        m_painter.rotate(lineEndDegrees(at, next));
        m_painter.strokePath(lineEndOutline(end).stroke, pen);
        m_painter.setPen(pen);
        m_painter.setBrush(m_theme.color(Ink::Background));
        m_painter.drawPath(lineEndOutline(end).hollow);
        m_painter.restore();
    }

    void paintSign(const DrawSign& sign)
    {
        m_painter.save();
        m_painter.translate(sign.center - QPointF(sign.size, sign.size) / 2);
        m_painter.scale(sign.size / 16, sign.size / 16);
        const QColor ink = m_theme.color(sign.ink, m_faded || sign.faded);
        m_painter.fillPath(signOutline(sign.sign).hollow, m_theme.color(Ink::Background));
        m_painter.strokePath(signOutline(sign.sign).stroke,
                             QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.fillPath(signOutline(sign.sign).fill, ink);
        m_painter.restore();
    }

    void paintText(const DrawText& text)
    {
        const double factor = text.size / textPixelSize(text.style);
        const QString shown = elidedText(text.text, text.style, text.rect.width() / factor);
        const double width = textWidth(shown, text.style) * factor;
        QPointF anchor = baseLineAnchor(text);
        if (text.align == Qt::AlignRight)
            anchor.rx() -= width;
        else if (text.align == Qt::AlignHCenter)
            anchor.rx() -= width / 2;
        m_painter.save();
        m_painter.translate(anchor);
        m_painter.scale(factor, factor);
        m_painter.setFont(diagramFont(text.style));
        m_painter.setPen(color(text.ink));
        m_painter.setLayoutDirection(Qt::LeftToRight);
        m_painter.drawText(QPointF(0, 0), shown);
        m_painter.restore();
    }

    QPainter& m_painter;
    const DrawList& m_list;
    const Theme& m_theme;
    bool m_faded = false;
};

} // namespace

void paintVector(QPainter& painter, const DrawList& list, const Theme& theme)
{
    VectorPainter(painter, list, theme).paint();
}

} // namespace cadastre
