// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Paints a line of the review panel: a sign of what was decided, the relationship, why below it,
// and how sure it is at the right.
#pragma once

#include <QStyledItemDelegate>

namespace cadastre {

class ReviewDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace cadastre
