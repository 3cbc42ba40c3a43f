// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/lens_legend.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int padding = 8;
constexpr int swatch = 12;
constexpr int margin = 10; ///< to the canvas' corner
constexpr int mostEntries = 10;
constexpr int widestText = 220;
constexpr int arrowRoom = 12; ///< before the title

/// To the right while there is something to open, down while it is open.
void paintArrow(QPainter& painter, QPointF middle, bool folded)
{
    QPolygonF arrow;
    for (const QPointF& point : {QPointF(-2, -4), QPointF(2.5, 0), QPointF(-2, 4)})
        arrow << middle + (folded ? point : QPointF(point.y(), point.x() + 1));
    painter.save();
    painter.setPen(QPen(painter.pen().color(), 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(arrow);
    painter.restore();
}

} // namespace

LensLegend::LensLegend(QWidget* canvas)
    : QFrame(canvas)
{
    setObjectName(QStringLiteral("lensLegend"));
    setAttribute(Qt::WA_NoMousePropagation); // what lies below it is not meant
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("What the colours mean; click to fold or open it"));
    canvas->installEventFilter(this);
    hide();
}

void LensLegend::setLegend(const QString& title, std::vector<LegendEntry> entries, bool dark)
{
    m_title = title;
    m_entries = std::move(entries);
    m_dark = dark;
    QStringList words{title};
    for (const LegendEntry& entry : m_entries)
        words << entry.text;
    setAccessibleName(words.join(QStringLiteral(", ")));
    setVisible(!m_entries.empty());
    place();
    update();
}

void LensLegend::setFolded(bool folded)
{
    m_folded = folded;
    m_yields = false;
    place();
    update();
}

void LensLegend::giveWay()
{
    m_yields = true;
    place();
    update();
}

void LensLegend::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setFolded(!isFolded());
    Q_EMIT foldedChanged(isFolded());
}

int LensLegend::shownEntries() const
{
    return isFolded() ? 0 : std::min(entryCount(), mostEntries);
}

QSize LensLegend::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    int text = arrowRoom + QFontMetrics(bold).horizontalAdvance(m_title) - swatch;
    for (int i = 0; i < shownEntries(); ++i) {
        text = std::max(
            text, swatch + 6 +
                      fontMetrics().horizontalAdvance(m_entries[static_cast<std::size_t>(i)].text));
    }
    const int lines = 1 + shownEntries() + (entryCount() > mostEntries && !isFolded() ? 1 : 0);
    return {std::min(text + swatch, widestText) + 2 * padding,
            lines * (fontMetrics().height() + 3) + 2 * padding};
}

bool LensLegend::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void LensLegend::place()
{
    resize(sizeHint());
    move(margin, parentWidget()->height() - height() - margin);
}

void LensLegend::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(m_dark);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Ink::Border));
    painter.setBrush(theme.color(Ink::Box));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    const int line = fontMetrics().height() + 3;
    const int width = this->width() - 2 * padding;
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme.color(Ink::Text));
    paintArrow(painter, QPointF(padding + 4, padding + line / 2.0), isFolded());
    painter.drawText(QRect(padding + arrowRoom, padding, width - arrowRoom, line), Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(m_title, Qt::ElideRight, width - arrowRoom));
    painter.setFont(font());
    int top = padding + line;
    for (int i = 0; i < shownEntries(); ++i, top += line) {
        const LegendEntry& entry = m_entries[static_cast<std::size_t>(i)];
        painter.setPen(theme.color(Ink::StrongBorder));
        painter.setBrush(theme.color(entry.fill));
        painter.drawRoundedRect(QRectF(padding + 0.5, top + (line - swatch) / 2.0, swatch, swatch),
                                2, 2);
        const int left = padding + swatch + 6;
        painter.setPen(theme.color(Ink::Text));
        painter.drawText(QRect(left, top, width - swatch - 6, line), Qt::AlignVCenter,
                         fontMetrics().elidedText(entry.text, Qt::ElideRight, width - swatch - 6));
    }
    if (entryCount() > mostEntries && !isFolded()) {
        painter.setPen(theme.color(Ink::DimText));
        painter.drawText(QRect(padding, top, width, line), Qt::AlignVCenter,
                         tr("and %Ln more", nullptr, entryCount() - mostEntries));
    }
}

} // namespace cadastre
