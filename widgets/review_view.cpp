// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/review_view.h"

#include "widgets/icons.h"
#include "widgets/review_delegate.h"

#include <QKeyEvent>
#include <QPainter>

#include <optional>

namespace cadastre {

namespace {

std::optional<ReviewKey> reviewKeyOf(const QKeyEvent& event)
{
    if ((event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) != Qt::NoModifier)
        return std::nullopt;
    switch (event.key()) {
    case Qt::Key_Y:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return ReviewKey::Confirm;
    case Qt::Key_N:
        return ReviewKey::Reject;
    case Qt::Key_T:
        return ReviewKey::OtherTarget;
    case Qt::Key_S:
        return ReviewKey::Skip;
    case Qt::Key_R:
        return ReviewKey::Reason;
    case Qt::Key_C:
        return ReviewKey::Check;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return ReviewKey::TakeBack;
    default:
        return std::nullopt;
    }
}

} // namespace

ReviewView::ReviewView(QWidget* parent)
    : QTreeView(parent)
{
    setObjectName(QStringLiteral("reviewList"));
    setAccessibleName(tr("Relationships"));
    setItemDelegate(new ReviewDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(14);
    setFrameShape(QFrame::NoFrame);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

bool ReviewView::event(QEvent* event)
{
    // answers come before any shortcut of the window
    if (event->type() == QEvent::ShortcutOverride &&
        reviewKeyOf(*static_cast<QKeyEvent*>(event)).has_value()) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void ReviewView::keyPressEvent(QKeyEvent* event)
{
    if (const auto key = reviewKeyOf(*event)) {
        // a key that is held down too long must not decide what nobody has read
        if (!event->isAutoRepeat() || *key == ReviewKey::Skip)
            Q_EMIT answered(*key);
        return;
    }
    QTreeView::keyPressEvent(event);
}

void ReviewView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    if (!model()->hasChildren(index))
        return;
    // the style's arrow is dark upon the dark of a selection
    const bool selected = selectionModel()->isSelected(index);
    const double half = 3.5;
    QTransform place = QTransform::fromTranslate(rect.center().x() + 1, rect.center().y() + 0.5);
    if (isExpanded(index))
        place.rotate(90);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(selected ? palette().color(QPalette::HighlightedText) : mutedTextColor());
    painter->setTransform(place, true);
    painter->drawPolygon(QPolygonF{{-half * 0.6, -half}, {half * 0.8, 0}, {-half * 0.6, half}});
    painter->restore();
}

} // namespace cadastre
