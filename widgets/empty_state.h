// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a panel shows when it has nothing to show: a sign, what would be here, and what to do.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace cadastre {

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// `action` is the text of the button below; none when empty.
    void setContents(const QString& iconName, const QString& title, const QString& hint,
                     const QString& action = {});

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateColors();

    QString m_iconName;
    QLabel* m_icon = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_button = nullptr;
};

} // namespace cadastre
