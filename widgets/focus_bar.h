// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The bar above a neighbourhood: whose it is, how many steps it reaches, and the ways back.
#pragma once

#include <QFrame>

class QButtonGroup;
class QToolButton;

namespace cadastre {

class ElidedLabel;

class FocusBar : public QFrame
{
    Q_OBJECT
public:
    explicit FocusBar(QWidget* parent = nullptr);

    void showFocus(const QString& table, int depth);
    [[nodiscard]] QToolButton* depthButton(int depth) const;

Q_SIGNALS:
    void depthChosen(int depth);
    void backRequested();
    void allRequested();

private:
    ElidedLabel* m_label = nullptr;
    QButtonGroup* m_depths = nullptr;
};

} // namespace cadastre
