// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Paints an entry of the worklist: a sign, the object's name, and below it, quieter, why it is
// there, in at most two lines; the current entry's reason is shown whole.
#pragma once

#include <QStyledItemDelegate>

class QListView;

namespace cadastre {

class WorklistDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The list, whose model is set, gives its current entry the height of its whole reason; after
    /// a press of the mouse only when no double click can follow, whose entry must not move away.
    static void makeRoomForCurrent(QListView* list);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace cadastre
