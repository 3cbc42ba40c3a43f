// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Paints an entry of the worklist: a sign, the object's name, and below it, quieter, why it is
// there, in at most two lines.
#pragma once

#include <QStyledItemDelegate>

namespace cadastre {

class WorklistDelegate : public QStyledItemDelegate
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
