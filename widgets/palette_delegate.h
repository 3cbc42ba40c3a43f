// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Paints a line of the command palette: icon, title and quiet detail, and at the end the shortcut
// and a badge that says what it is. What does not fit ends in an ellipsis; the tool tip has it all.
#pragma once

#include <QStyledItemDelegate>

namespace cadastre {

class PaletteDelegate : public QStyledItemDelegate
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
