// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How the cells of the matrix look: the count, in bold with a sign where something is to be
// decided, and the kinds below.
#include "widgets/crossing_matrix.h"

#include "widgets/icons.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace cadastre {

namespace {

constexpr int cellMargin = 4;

/// A header whose long names end in an ellipsis; Qt's own cuts them off.
class ElidedHeader : public QHeaderView
{
public:
    ElidedHeader(Qt::Orientation orientation, QWidget* parent)
        : QHeaderView(orientation, parent)
    {
        setSectionsClickable(true);
    }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int section) const override
    {
        QHeaderView::initStyleOptionForIndex(option, section);
        const int width =
            orientation() == Qt::Horizontal ? sectionSize(section) : viewport()->width();
        const int room = width - 2 * style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, this);
        option->text = option->fontMetrics.elidedText(option->text, Qt::ElideMiddle, room - 2);
    }
};

class MatrixCellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QString count = index.data().toString();
        if (selected)
            painter->fillRect(option.rect, option.palette.highlight());
        else if (!count.isEmpty())
            painter->fillRect(option.rect, option.palette.alternateBase());
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(option.palette.color(QPalette::Text));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        if (!count.isEmpty())
            paintTexts(painter, option, index, selected);
    }

private:
    static void paintTexts(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index, bool selected)
    {
        const QColor strong =
            option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        const QRect room =
            option.rect.adjusted(cellMargin, cellMargin / 2, -cellMargin, -cellMargin / 2);
        const int undecided = index.data(CrossingMatrixModel::UndecidedRole).toInt();
        painter->save();
        QFont font = option.font;
        font.setBold(undecided > 0);
        painter->setFont(font);
        painter->setPen(strong);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignTop, index.data().toString());
        if (undecided > 0) {
            painter->setPen(selected ? strong : toneColor(IconTone::Warning));
            painter->drawText(room, Qt::AlignRight | Qt::AlignTop,
                              QStringLiteral("?%1").arg(QLocale().toString(undecided)));
        }
        painter->setFont(option.font);
        painter->setPen(selected ? strong : mutedTextColor());
        const QString signs = index.data(CrossingMatrixModel::SignsRole).toString();
        painter->drawText(room, Qt::AlignLeft | Qt::AlignBottom,
                          option.fontMetrics.elidedText(signs, Qt::ElideRight, room.width()));
        painter->restore();
    }
};

} // namespace

CrossingMatrixView::CrossingMatrixView(QWidget* parent)
    : QTableView(parent)
{
    setObjectName(QStringLiteral("crossingMatrix"));
    setAccessibleName(tr("Crossings by pair of boundaries"));
    setItemDelegate(new MatrixCellDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setHorizontalHeader(new ElidedHeader(Qt::Horizontal, this));
    setVerticalHeader(new ElidedHeader(Qt::Vertical, this));
    const int line = fontMetrics().height();
    const int letter = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    horizontalHeader()->setDefaultSectionSize(letter * 6 + 6);
    horizontalHeader()->setHighlightSections(true);
    verticalHeader()->setDefaultSectionSize(line * 2 + 2 * cellMargin);
    verticalHeader()->setMaximumWidth(letter * 10);
}

void CrossingMatrixView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        clearSelection();
        Q_EMIT cleared();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace cadastre
