// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The bar above a diagram that does not show everything: whose neighbourhood it is, how many steps
// it reaches, who sees it, and the ways back.
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

    /// Whose neighbourhood is shown; an empty name for none.
    void showFocus(const QString& table, int depth);
    /// The boundary whose eyes see the diagram; an empty name for everybody's.
    void showSeenBy(const QString& boundary);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QToolButton* depthButton(int depth) const;

Q_SIGNALS:
    void depthChosen(int depth);
    void backRequested();
    void allRequested();

private:
    void showText();

    QString m_table;
    QString m_seenBy;
    ElidedLabel* m_label = nullptr;
    QButtonGroup* m_depths = nullptr;
    QWidget* m_back = nullptr;
    QWidget* m_steps = nullptr;
};

} // namespace cadastre
