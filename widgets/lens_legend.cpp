// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/lens_legend.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int padding = 8;
constexpr int swatch = 12;
constexpr int margin = 10; ///< to the canvas' corner
constexpr int mostEntries = 10;
constexpr int widestText = 220;

} // namespace

LensLegend::LensLegend(QWidget* canvas)
    : QFrame(canvas)
{
    setObjectName(QStringLiteral("lensLegend"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
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

int LensLegend::shownEntries() const
{
    return std::min(entryCount(), mostEntries);
}

QSize LensLegend::sizeHint() const
{
    int text = fontMetrics().horizontalAdvance(m_title);
    for (int i = 0; i < shownEntries(); ++i) {
        text = std::max(
            text, swatch + 6 +
                      fontMetrics().horizontalAdvance(m_entries[static_cast<std::size_t>(i)].text));
    }
    const int lines = 1 + shownEntries() + (entryCount() > mostEntries ? 1 : 0);
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
    painter.drawText(QRect(padding, padding, width, line), Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(m_title, Qt::ElideRight, width));
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
    if (entryCount() > mostEntries) {
        painter.setPen(theme.color(Ink::DimText));
        painter.drawText(QRect(padding, top, width, line), Qt::AlignVCenter,
                         tr("and %Ln more", nullptr, entryCount() - mostEntries));
    }
}

} // namespace cadastre
