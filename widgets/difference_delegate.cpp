// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/difference_delegate.h"

#include "widgets/difference_html.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype comparedCharacters = 1000;
constexpr qsizetype shownBeforeChange = 24;
constexpr qsizetype shownPart = 300;

/// On one line: breaks and runs of blanks become one blank.
QString onOneLine(const QString& text)
{
    QString line;
    bool wasBlank = false;
    for (QChar c : withVisibleControls(text)) {
        const bool isBlank = c.isSpace();
        if (!isBlank || !wasBlank)
            line += isBlank ? QLatin1Char(' ') : c;
        wasBlank = isBlank;
    }
    return line;
}

struct MarkedLine
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
};

/// Of a long part that did not change, only what stands around the changes.
QString shortened(const QString& part, bool isFirst)
{
    if (isFirst && part.size() > shownBeforeChange)
        return QString(QChar(0x2026) + part.right(shownBeforeChange));
    return part.left(shownPart);
}

MarkedLine markedLine(const QString& before, const QString& after, bool isSelected)
{
    MarkedLine line;
    const auto parts =
        textDifference(before.left(comparedCharacters), after.left(comparedCharacters));
    for (std::size_t i = 0; i < parts.size() && line.text.size() < 2 * shownPart; ++i) {
        const bool isSame = parts[i].kind == DifferenceKind::Same;
        const bool isFirst = i == 0 && parts.size() > 1;
        const QString text = onOneLine(parts[i].text);
        const QString shown = isSame ? shortened(text, isFirst) : text.left(shownPart);
        if (!isSame) {
            const bool isAdded = parts[i].kind == DifferenceKind::Added;
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(line.text.size());
            range.length = static_cast<int>(shown.size());
            range.format.setFontUnderline(isAdded);
            range.format.setFontStrikeOut(!isAdded);
            if (!isSelected)
                range.format.setForeground(
                    toneColor(isAdded ? IconTone::Success : IconTone::Error));
            line.formats << range;
        }
        line.text += shown;
    }
    return line;
}

} // namespace

DifferenceDelegate::DifferenceDelegate(int beforeRole, int afterRole, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_beforeRole(beforeRole)
    , m_afterRole(afterRole)
{
}

void DifferenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const MarkedLine line = markedLine(index.data(m_beforeRole).toString(),
                                       index.data(m_afterRole).toString(), isSelected);
    const QRect room = item.rect.adjusted(4, 0, -4, 0);
    QTextLayout layout(line.text, item.font);
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(wrapping);
    layout.setFormats(line.formats);
    layout.beginLayout();
    QTextLine textLine = layout.createLine();
    layout.endLayout();
    if (!textLine.isValid())
        return;
    const auto group =
        item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QString more(QChar(0x2026));
    const bool isCut = textLine.naturalTextWidth() > room.width();
    const int moreWidth = isCut ? item.fontMetrics.horizontalAdvance(more) + 2 : 0;
    painter->save();
    painter->setFont(item.font);
    painter->setPen(
        item.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    if (isCut)
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, more);
    painter->setClipRect(room.adjusted(0, 0, -moreWidth, 0));
    layout.draw(painter,
                QPointF(room.left(), room.top() + (room.height() - textLine.height()) / 2));
    painter->restore();
}

} // namespace cadastre
