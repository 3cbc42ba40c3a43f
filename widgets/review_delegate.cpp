// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/review_delegate.h"

#include "diagram/relationship_text.h"
#include "widgets/icons.h"
#include "widgets/review_model.h"

#include <QApplication>
#include <QPainter>

namespace cadastre {

namespace {

constexpr int rowMargin = 4;
constexpr int originSignSize = 14;
constexpr int barWidth = 36;
constexpr int barHeight = 3;

struct OriginSign
{
    QString icon;
    IconTone tone;
};

OriginSign signOf(RelationshipOrigin origin)
{
    switch (origin) {
    case RelationshipOrigin::Confirmed:
        return {QStringLiteral("check"), IconTone::Success};
    case RelationshipOrigin::Added:
        return {QStringLiteral("add"), IconTone::Success};
    case RelationshipOrigin::Rejected:
        return {QStringLiteral("close"), IconTone::Error};
    case RelationshipOrigin::Declared:
        return {QStringLiteral("key"), IconTone::Text};
    case RelationshipOrigin::Inferred:
        return {QStringLiteral("question"), IconTone::Accent};
    }
    Q_UNREACHABLE();
}

/// The percentage with a bar below it.
void paintConfidence(QPainter* painter, const QRect& place, double confidence, const QColor& color)
{
    painter->setPen(color);
    painter->drawText(place.adjusted(0, 0, 0, -place.height() / 2),
                      Qt::AlignRight | Qt::AlignVCenter, confidenceText(confidence));
    const QRect track(place.right() - barWidth + 1, place.center().y() + place.height() / 4 - 1,
                      barWidth, barHeight);
    QColor quiet = color;
    quiet.setAlpha(60);
    painter->fillRect(track, quiet);
    painter->fillRect(QRect(track.topLeft(), QSize(qRound(barWidth * confidence), barHeight)),
                      color);
}

/// Title and second line; a relationship that is too long for one line goes on in the second.
std::pair<QString, QString> linesFor(const QString& title, const QString& quiet,
                                     const QFontMetrics& metrics, int width)
{
    const qsizetype arrow = title.indexOf(QStringLiteral(" → "));
    if (arrow < 0 || metrics.horizontalAdvance(title) <= width)
        return {title, quiet};
    const QString target = title.mid(arrow + 1);
    return {title.left(arrow),
            quiet.isEmpty() ? target : QString(target % QStringLiteral(" · ") % quiet)};
}

void paintLine(QPainter* painter, const QRect& place, const QString& text, Qt::TextElideMode mode)
{
    painter->drawText(place, Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, mode, place.width()));
}

} // namespace

void ReviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString title = item.text;
    item.text.clear();
    const bool focused = item.state.testFlag(QStyle::State_HasFocus);
    item.state.setFlag(QStyle::State_HasFocus, false); // the style's frame fits one line of text
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const auto origin =
        static_cast<RelationshipOrigin>(index.data(ReviewModel::OriginRole).toInt());
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const auto group =
        item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor strong =
        item.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect room = item.rect.adjusted(rowMargin, 2, -rowMargin, -2);
    const QRect upper(room.topLeft(), QSize(room.width(), room.height() / 2));
    const QRect lower = upper.translated(0, room.height() / 2);

    const OriginSign sign = signOf(origin);
    const QRect signRect(room.left(), upper.center().y() - originSignSize / 2 + 1, originSignSize,
                         originSignSize);
    painter->save();
    themedIcon(sign.icon, sign.tone)
        .paint(painter, signRect, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    painter->setFont(item.font);
    const bool inferred = origin == RelationshipOrigin::Inferred;
    const int textLeft = room.left() + originSignSize + rowMargin + 2;
    const int right = inferred ? barWidth + 2 * rowMargin : 0;
    const int width = room.right() - right - textLeft;
    QFont titleFont = item.font;
    titleFont.setBold(index.data(ReviewModel::CountRole).toInt() > 1);
    titleFont.setStrikeOut(origin == RelationshipOrigin::Rejected);
    const auto [first, second] = linesFor(title, index.data(ReviewModel::QuietTextRole).toString(),
                                          QFontMetrics(titleFont), width);
    painter->setFont(titleFont);
    painter->setPen(strong);
    paintLine(painter, QRect(textLeft, upper.top(), width, upper.height()), first, Qt::ElideRight);
    painter->setFont(item.font);
    painter->setPen(selected ? strong : mutedTextColor());
    paintLine(painter, QRect(textLeft, lower.top(), width, lower.height()), second, Qt::ElideRight);
    if (inferred)
        paintConfidence(painter,
                        QRect(room.right() - barWidth, room.top(), barWidth, room.height()),
                        index.data(ReviewModel::ConfidenceRole).toDouble(),
                        selected ? strong : toneColor(IconTone::Accent));
    if (focused) {
        painter->setPen(QPen(strong, 1, Qt::DotLine));
        painter->drawRect(item.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {200, 2 * (option.fontMetrics.height() + 2) + 4};
}

} // namespace cadastre
