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

    /// For a panel that has nothing to show because no database is open: says so, and while one is
    /// being read or could not be, that. `hint` says what would be here.
    void setNothingOpen(const QString& iconName, const QString& hint);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString hint() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void show(const QString& iconName, const QString& title, const QString& hint,
              const QString& action);
    void showReading();
    void updateColors();

    QString m_iconName;
    bool m_nothingOpen = false; ///< follows what is being read
    QString m_usualIcon;        ///< while it does
    QString m_usualHint;
    QLabel* m_icon = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_button = nullptr;
};

} // namespace cadastre
