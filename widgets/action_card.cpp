// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/action_card.h"

#include "widgets/icons.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int padding = 14;
constexpr int signSize = 28;
constexpr double radius = 8;
constexpr QColor prominentFill(0x1f, 0x5f, 0x8b); ///< white text on it has 6.7:1

QFont titleFont(const QWidget* widget)
{
    QFont font = widget->font();
    font.setBold(true);
    return font;
}

/// The title without the mark of its mnemonic.
QString plainTitle(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

ActionCard::ActionCard(const QString& iconName, const QString& title, const QString& hint,
                       QWidget* parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
    , m_hint(hint)
{
    setText(title);
    setAccessibleName(plainTitle(title));
    setAccessibleDescription(hint);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void ActionCard::setProminent(bool prominent)
{
    m_prominent = prominent;
    update();
}

QSize ActionCard::sizeHint() const
{
    const QFontMetrics title(titleFont(this));
    const int textWidth = std::max(title.horizontalAdvance(plainTitle(text())),
                                   fontMetrics().horizontalAdvance(m_hint));
    return {3 * padding + signSize + textWidth + 4,
            2 * padding + title.height() + fontMetrics().height() + 2};
}

QSize ActionCard::minimumSizeHint() const
{
    return {220, sizeHint().height()};
}

QColor ActionCard::fillColor() const
{
    if (m_prominent) {
        const QColor fill = prominentFill;
        return underMouse() || isDown() ? fill.lighter(112) : fill;
    }
    QColor fill = palette().color(QPalette::WindowText);
    fill.setAlphaF(isDown() ? 0.14F : underMouse() ? 0.09F : 0.045F);
    return fill;
}

void ActionCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius);
    painter.fillPath(outline, fillColor());
    if (hasFocus()) {
        painter.setPen(QPen(
            m_prominent ? palette().color(QPalette::WindowText) : toneColor(IconTone::Accent), 2));
        painter.drawPath(outline);
    }
    const QRect iconRect(padding, (height() - signSize) / 2, signSize, signSize);
    if (m_prominent)
        themedIcon(m_iconName).paint(&painter, iconRect, Qt::AlignCenter, QIcon::Selected);
    else
        themedIcon(m_iconName).paint(&painter, iconRect);

    const int left = iconRect.right() + padding;
    const int width = this->width() - left - padding;
    painter.setFont(titleFont(this));
    const QFontMetrics title(painter.font());
    painter.setPen(m_prominent ? QColor(Qt::white) : palette().color(QPalette::WindowText));
    const int top = (height() - title.height() - fontMetrics().height() - 2) / 2;
    painter.drawText(QRect(left, top, width, title.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic,
                     title.elidedText(text(), Qt::ElideRight, width, Qt::TextShowMnemonic));
    painter.setFont(font());
    painter.setPen(m_prominent ? QColor(Qt::white) : mutedTextColor());
    painter.drawText(QRect(left, top + title.height() + 2, width, fontMetrics().height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_hint, Qt::ElideRight, width));
}

void ActionCard::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ActionCard::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace cadastre
