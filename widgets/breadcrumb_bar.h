// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Breadcrumbs: from the whole to what is chosen, each a button. What does not fit is taken out in
// the middle and stands in the menu of an ellipsis there.
#pragma once

#include <QIcon>
#include <QWidget>

#include <vector>

class QToolButton;

namespace cadastre {

struct Crumb
{
    QString text;
    QString hint; ///< what a click does
    QIcon icon;
};

class BreadcrumbBar : public QWidget
{
    Q_OBJECT
public:
    explicit BreadcrumbBar(QWidget* parent = nullptr);

    /// From the outside in; the last one is where a person is.
    void setCrumbs(std::vector<Crumb> crumbs);
    /// All texts, also of those that have no room.
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] QToolButton* button(int index) const;
    /// Stands for those that have no room.
    [[nodiscard]] QToolButton* ellipsis() const { return m_ellipsis; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void crumbActivated(int index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();
    void fillMenu();
    [[nodiscard]] QToolButton* makeButton(const Crumb& crumb, int index);

    std::vector<Crumb> m_crumbs;
    std::vector<QToolButton*> m_buttons; ///< parallel to the crumbs
    QToolButton* m_ellipsis;
    int m_hiddenFrom = 0;
    int m_hiddenTo = 0; ///< behind the last one without room
};

} // namespace cadastre
