// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/quiet_text_delegate.h"

#include "widgets/icons.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int gap = 8;
constexpr int markSize = 14;

QPalette::ColorGroup colorGroup(const QStyleOptionViewItem& option)
{
    return option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

} // namespace

QuietTextDelegate::QuietTextDelegate(int quietRole, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_quietRole(quietRole)
{
}

void QuietTextDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString name = item.text;
    item.text.clear();
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    item.text = name;
    const QRect area =
        style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget).adjusted(3, 0, 0, 0);
    QRect room(area.left(), item.rect.top(), item.rect.right() - area.left() - 3,
               item.rect.height());
    const QIcon mark = m_markRole < 0 ? QIcon() : index.data(m_markRole).value<QIcon>();
    if (!mark.isNull()) {
        mark.paint(painter, QRect(room.right() - markSize, room.top(), markSize, room.height()),
                   Qt::AlignCenter,
                   item.state.testFlag(QStyle::State_Selected) ? QIcon::Selected : QIcon::Normal);
        room.setRight(room.right() - markSize - gap / 2);
    }
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor nameColor =
        item.palette.color(colorGroup(item), selected ? QPalette::HighlightedText : QPalette::Text);
    const QString quiet = index.data(m_quietRole).toString();
    const QFontMetrics& metrics = item.fontMetrics;
    const int quietWidth = quiet.isEmpty() ? 0 : metrics.horizontalAdvance(quiet) + gap;
    const int nameWidth = std::min(metrics.horizontalAdvance(name) + 2,
                                   std::max(room.width() - quietWidth, room.width() * 3 / 5));
    painter->save();
    painter->setFont(item.font);
    painter->setPen(nameColor);
    painter->drawText(QRect(room.left(), room.top(), nameWidth, room.height()),
                      Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(name, Qt::ElideMiddle, nameWidth));
    const QRect rest = room.adjusted(nameWidth + gap, 0, 0, 0);
    painter->setPen(selected ? nameColor : mutedTextColor());
    painter->drawText(rest, Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(quiet, Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize QuietTextDelegate::sizeHint(const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + 6));
    return size;
}

} // namespace cadastre
