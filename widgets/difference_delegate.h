// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Paints on one line what a text was and what it becomes: removed parts struck through, added ones
// underlined; the line begins near the first change. The whole difference is difference_html's.
#pragma once

#include <QStyledItemDelegate>

namespace cadastre {

class DifferenceDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// The roles of the model's texts before and after.
    DifferenceDelegate(int beforeRole, int afterRole, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    int m_beforeRole;
    int m_afterRole;
};

} // namespace cadastre
