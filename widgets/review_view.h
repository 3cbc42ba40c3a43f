// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The list of the review panel: a tree view whose letters are answers instead of a search.
#pragma once

#include <QTreeView>

namespace cadastre {

enum class ReviewKey : std::uint8_t { Confirm, Reject, OtherTarget, Skip, TakeBack, Reason, Check };

class ReviewView : public QTreeView
{
    Q_OBJECT
public:
    explicit ReviewView(QWidget* parent = nullptr);

Q_SIGNALS:
    void answered(cadastre::ReviewKey key);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void drawBranches(QPainter* painter, const QRect& rect,
                      const QModelIndex& index) const override;
};

} // namespace cadastre
