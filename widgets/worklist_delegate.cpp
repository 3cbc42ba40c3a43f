// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/worklist_delegate.h"

#include "widgets/icons.h"
#include "widgets/worklist_model.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QListView>
#include <QPainter>
#include <QResizeEvent>
#include <QTextLayout>
#include <QTimer>

#include <algorithm>
#include <limits>

namespace cadastre {

namespace {

constexpr int worklistMargin = 4;
constexpr int worklistSignSize = 16;
constexpr int reasonLines = 2; // of an entry that is not current

constexpr int anyNumber = std::numeric_limits<int>::max();

int reasonLeft()
{
    return worklistMargin + worklistSignSize + worklistMargin + 2;
}

/// The lines of a reason in this width; at most `most`, the last one with an ellipsis then.
QStringList linesOf(const QString& reason, const QFont& font, int width, int most)
{
    QStringList lines;
    QTextLayout layout(reason, font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == most) {
            lines << QFontMetrics(font).elidedText(reason.mid(line.textStart()), Qt::ElideRight,
                                                   width);
            break;
        }
        lines << reason.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

/// Lays a list out again when it became wider or narrower: reasons have other lines then.
class WidthWatcher : public QObject
{
public:
    explicit WidthWatcher(QListView* list)
        : QObject(list)
        , m_list(list)
    {
        list->viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize) {
            const auto* resize = static_cast<QResizeEvent*>(event);
            if (resize->size().width() != resize->oldSize().width())
                QTimer::singleShot(0, m_list, &QListView::doItemsLayout);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QListView* m_list;
};

bool isCurrentEntry(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view != nullptr && view->currentIndex() == index;
}

} // namespace

void WorklistDelegate::makeRoomForCurrent(QListView* list)
{
    list->setUniformItemSizes(false);
    list->setResizeMode(QListView::Adjust);
    new WidthWatcher(list);
    auto* pause = new QTimer(list);
    pause->setSingleShot(true);
    pause->setInterval(QApplication::doubleClickInterval());
    connect(pause, &QTimer::timeout, list, &QListView::doItemsLayout);
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, pause, [list, pause] {
        if (QApplication::mouseButtons() == Qt::NoButton)
            list->doItemsLayout();
        else
            pause->start();
    });
}

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
    const int left = item.rect.left() + reasonLeft();
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
    int top = room.top() + lineHeight;
    const int most = std::max(reasonLines, room.height() / lineHeight - 1);
    for (const QString& line :
         linesOf(index.data(WorklistModel::ReasonRole).toString(), item.font, width, most)) {
        painter->drawText(QRect(left, top, width, lineHeight),
                          Qt::AlignVCenter | Qt::TextSingleLine, line);
        top += lineHeight;
    }
    if (focused) {
        painter->setPen(QPen(strong, 1, Qt::DotLine));
        painter->drawRect(item.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize WorklistDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    qsizetype lines = reasonLines;
    if (isCurrentEntry(option, index)) { // the others are not measured: there may be thousands
        const int width = view->viewport()->width() - worklistMargin - reasonLeft();
        const QString reason = index.data(WorklistModel::ReasonRole).toString();
        lines = std::max(lines, linesOf(reason, option.font, width, anyNumber).size());
    }
    return {200, static_cast<int>(1 + lines) * option.fontMetrics.lineSpacing() + 6};
}

} // namespace cadastre
