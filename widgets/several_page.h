// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the inspector shows while several tables are selected: how many, which, and a button for
// everything that can be done with them.
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QVBoxLayout;

namespace cadastre {

class SeveralPage : public QWidget
{
    Q_OBJECT
public:
    explicit SeveralPage(QWidget* parent = nullptr);

    /// Takes the menu, whose entries become buttons.
    void showTables(const QStringList& names, QMenu* menu);

private:
    QLabel* m_title;
    QLabel* m_names;
    QVBoxLayout* m_buttons;
    QMenu* m_menu = nullptr;
};

} // namespace cadastre
