// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A large button with a sign, a title and a line that says what will happen.
#pragma once

#include <QAbstractButton>

namespace cadastre {

class ActionCard : public QAbstractButton
{
    Q_OBJECT
public:
    ActionCard(const QString& iconName, const QString& title, const QString& hint,
               QWidget* parent = nullptr);

    /// Filled with the highlight colour: the one thing to do first.
    void setProminent(bool prominent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QColor fillColor() const;

    QString m_iconName;
    QString m_hint;
    bool m_prominent = false;
};

} // namespace cadastre
