// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/crossing_delegate.h"

#include "widgets/grouped_model.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QPainter>

namespace cadastre {

namespace {

bool isCrossingRow(const QModelIndex& index)
{
    return index.data(GroupedModel::RowRole).isValid();
}

} // namespace

CrossingDelegate::CrossingDelegate(QObject* parent)
    : QuietTextDelegate(GroupedModel::QuietTextRole, parent)
{
}

void CrossingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    if (!isCrossingRow(index)) {
        QuietTextDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, {});
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    item.text = text;
    QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    room = QRect(room.left() + 3, item.rect.top() + 2, item.rect.right() - room.left() - 6,
                 item.rect.height() / 2 - 2);
    const qsizetype arrow = text.indexOf(QStringLiteral(" → "));
    const QString from = arrow < 0 ? text : text.left(arrow);
    const QString into = arrow < 0 ? QString() : text.mid(arrow + 1);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const auto group =
        item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor strong =
        item.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(strong);
    painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                      item.fontMetrics.elidedText(from, Qt::ElideMiddle, room.width()));
    room.translate(0, room.height());
    const QuietTexts texts = quietTextsIn(
        room.width(), into, index.data(GroupedModel::QuietTextRole).toString(), item.fontMetrics);
    painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine, texts.name);
    painter->setPen(selected ? strong : mutedTextColor());
    painter->drawText(room.adjusted(texts.nameWidth + quietTextGap, 0, 0, 0),
                      Qt::AlignVCenter | Qt::TextSingleLine, texts.quiet);
    painter->restore();
}

QSize CrossingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QuietTextDelegate::sizeHint(option, index);
    if (isCrossingRow(index))
        size.setHeight(2 * (option.fontMetrics.height() + 2) + 4);
    return size;
}

} // namespace cadastre
