// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The bar above the diagram: back and forward, breadcrumbs of where one is, and of a diagram that
// does not show everything how many steps it reaches, who sees it, and the way to all of it.
#pragma once

#include <QFrame>

class QButtonGroup;
class QToolButton;

namespace cadastre {

class BreadcrumbBar;
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
    /// What is not shown, and why; empty where everything is.
    [[nodiscard]] QString text() const;
    /// Where one can go back or forward to.
    void showHistory(bool canGoBack, bool canGoForward);
    [[nodiscard]] BreadcrumbBar* crumbs() const { return m_crumbs; }
    [[nodiscard]] QToolButton* depthButton(int depth) const;

Q_SIGNALS:
    void depthChosen(int depth);
    void backRequested();
    void forwardRequested();
    void allRequested();

private:
    void showText();

    QString m_table;
    QString m_seenBy;
    ElidedLabel* m_label = nullptr;
    QButtonGroup* m_depths = nullptr;
    BreadcrumbBar* m_crumbs = nullptr;
    QWidget* m_back = nullptr;
    QWidget* m_forward = nullptr;
    QWidget* m_all = nullptr;
    QWidget* m_steps = nullptr;
};

} // namespace cadastre
