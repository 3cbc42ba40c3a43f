// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/palette_delegate.h"

#include "widgets/icons.h"
#include "widgets/palette_model.h"
#include "widgets/quiet_text_delegate.h"

#include <QApplication>
#include <QPainter>

namespace cadastre {

namespace {

constexpr int edge = 8;
constexpr int badgePadding = 6;

/// Paints the badge at the right end and takes its room away.
void paintPaletteBadge(QPainter* painter, const QString& text, const QColor& color, QRect& room)
{
    if (text.isEmpty())
        return;
    const int width = painter->fontMetrics().horizontalAdvance(text) + 2 * badgePadding;
    const int height = painter->fontMetrics().height() + 2;
    const QRect badge(room.right() - width, room.center().y() - height / 2, width, height);
    QColor frame = color;
    frame.setAlpha(110);
    painter->setPen(frame);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->setPen(color);
    painter->drawText(badge, Qt::AlignCenter, text);
    room.setRight(badge.left() - edge);
}

} // namespace

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.state &= ~QStyle::State_HasFocus;
    item.state |= QStyle::State_Active; // the field has the focus, the list follows it
    const bool enabled = index.data(PaletteModel::ChoosableRole).toBool();
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QIcon icon = item.icon;
    item.text.clear();
    item.icon = {};
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const QColor text =
        item.palette.color(QPalette::Active, selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? text : mutedTextColor();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(item.font);
    QRect room = item.rect.adjusted(edge, 0, -edge, 0);
    const int iconSize = item.decorationSize.height();
    icon.paint(painter, QRect(room.left(), room.top(), iconSize, room.height()), Qt::AlignCenter,
               !enabled   ? QIcon::Disabled
               : selected ? QIcon::Selected
                          : QIcon::Normal);
    room.setLeft(room.left() + iconSize + edge);
    paintPaletteBadge(painter, index.data(PaletteModel::BadgeRole).toString(), quiet, room);
    const QString shortcut = index.data(PaletteModel::ShortcutRole).toString();
    painter->setPen(quiet);
    if (!shortcut.isEmpty()) {
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, shortcut);
        room.setRight(room.right() - painter->fontMetrics().horizontalAdvance(shortcut) - edge);
    }
    const QuietTexts texts =
        quietTextsIn(room.width(), index.data(Qt::DisplayRole).toString(),
                     index.data(PaletteModel::DetailRole).toString(), item.fontMetrics);
    painter->setPen(enabled ? text : quiet);
    painter->drawText(QRect(room.left(), room.top(), texts.nameWidth, room.height()),
                      Qt::AlignVCenter | Qt::TextSingleLine, texts.name);
    painter->setPen(quiet);
    painter->drawText(room.adjusted(texts.nameWidth + quietTextGap, 0, 0, 0),
                      Qt::AlignVCenter | Qt::TextSingleLine, texts.quiet);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + 12));
    return size;
}

} // namespace cadastre
