// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/quiet_text_delegate.h"

#include "widgets/icons.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int rounding = 2; ///< an advance is rounded: exactly that much room may elide
constexpr int markSize = 14;
constexpr int minimumNameWidth = 48;
constexpr qsizetype longestShortText = 12;

QPalette::ColorGroup colorGroup(const QStyleOptionViewItem& option)
{
    return option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

} // namespace

QuietTexts quietTextsIn(int room, const QString& name, const QString& quiet,
                        const QFontMetrics& metrics, bool nameFirst)
{
    if (nameFirst) {
        const int width = std::min(metrics.horizontalAdvance(name) + rounding, room);
        const int left = room - width - quietTextGap;
        const bool readable = left >= metrics.horizontalAdvance(QStringLiteral("mm…"));
        return {metrics.elidedText(name, Qt::ElideMiddle, width),
                readable ? metrics.elidedText(quiet, Qt::ElideRight, left) : QString(), width};
    }
    const int quietWidth =
        quiet.isEmpty() ? 0 : metrics.horizontalAdvance(quiet) + rounding + quietTextGap;
    const int least =
        quiet.size() <= longestShortText ? std::min(room, minimumNameWidth) : room * 3 / 5;
    const int nameWidth =
        std::min(metrics.horizontalAdvance(name) + rounding, std::max(room - quietWidth, least));
    return {metrics.elidedText(name, Qt::ElideRight, nameWidth),
            metrics.elidedText(quiet, Qt::ElideRight, room - nameWidth - quietTextGap), nameWidth};
}

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
        room.setRight(room.right() - markSize - quietTextGap / 2);
    }
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor nameColor =
        item.palette.color(colorGroup(item), selected ? QPalette::HighlightedText : QPalette::Text);
    const QString quiet = index.data(m_quietRole).toString();
    const QuietTexts texts = quietTextsIn(room.width(), name, quiet, item.fontMetrics, m_nameFirst);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(nameColor);
    painter->drawText(QRect(room.left(), room.top(), texts.nameWidth, room.height()),
                      Qt::AlignVCenter | Qt::TextSingleLine, texts.name);
    painter->setPen(selected ? nameColor : mutedTextColor());
    painter->drawText(room.adjusted(texts.nameWidth + quietTextGap, 0, 0, 0),
                      Qt::AlignVCenter | Qt::TextSingleLine, texts.quiet);
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
