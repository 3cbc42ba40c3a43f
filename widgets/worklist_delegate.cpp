// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/worklist_delegate.h"

#include "widgets/icons.h"
#include "widgets/worklist_model.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace cadastre {

namespace {

constexpr int worklistMargin = 4;
constexpr int worklistSignSize = 16;
constexpr int reasonLines = 2;

/// As many lines as there is room for, the last one with an ellipsis.
void paintReason(QPainter* painter, const QRect& place, const QString& reason)
{
    QTextLayout layout(reason, painter->font());
    layout.beginLayout();
    const int lineHeight = painter->fontMetrics().lineSpacing();
    for (int number = 0; number < reasonLines; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(place.width());
        const QString rest = reason.mid(line.textStart());
        const QString text =
            number + 1 < reasonLines
                ? reason.mid(line.textStart(), line.textLength()).trimmed()
                : painter->fontMetrics().elidedText(rest, Qt::ElideRight, place.width());
        painter->drawText(
            QRect(place.left(), place.top() + number * lineHeight, place.width(), lineHeight),
            Qt::AlignVCenter | Qt::TextSingleLine, text);
    }
    layout.endLayout();
}

} // namespace

void WorklistDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString title = std::exchange(item.text, {});
    const QIcon sign = std::exchange(item.icon, {});
    const bool focused = item.state.testFlag(QStyle::State_HasFocus);
    item.state.setFlag(QStyle::State_HasFocus, false); // the style's frame fits one line of text
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const auto group =
        item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor strong =
        item.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect room = item.rect.adjusted(worklistMargin, 3, -worklistMargin, -3);
    const int lineHeight = item.fontMetrics.lineSpacing();
    const int left = room.left() + worklistSignSize + worklistMargin + 2;
    painter->save();
    sign.paint(painter,
               QRect(room.left(), room.top() + (lineHeight - worklistSignSize) / 2,
                     worklistSignSize, worklistSignSize),
               Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    QFont bold = item.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(strong);
    const int width = room.right() - left;
    painter->drawText(QRect(left, room.top(), width, lineHeight),
                      Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(title, Qt::ElideRight, width));
    painter->setFont(item.font);
    painter->setPen(selected ? strong : mutedTextColor());
    paintReason(painter, QRect(left, room.top() + lineHeight, width, reasonLines * lineHeight),
                index.data(WorklistModel::ReasonRole).toString());
    if (focused) {
        painter->setPen(QPen(strong, 1, Qt::DotLine));
        painter->drawRect(item.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize WorklistDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {200, (1 + reasonLines) * option.fontMetrics.lineSpacing() + 6};
}

} // namespace cadastre
