// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Rows of crossings in two lines: what crosses, and below it what it points at, which is what
// people ask for. Headings are one line.
#pragma once

#include "widgets/quiet_text_delegate.h"

namespace cadastre {

class CrossingDelegate : public QuietTextDelegate
{
    Q_OBJECT
public:
    explicit CrossingDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace cadastre
