// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whether inferred relationships are shown, and from which probability on.
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QSlider;

namespace cadastre {

class ThresholdBar : public QWidget
{
    Q_OBJECT
public:
    explicit ThresholdBar(QWidget* parent = nullptr);

    /// Emits nothing. `minimum` is a probability; the least that can be chosen is 0.3.
    void setThreshold(bool inferred, double minimum);
    [[nodiscard]] bool showsInferred() const;
    [[nodiscard]] double minimum() const;

    [[nodiscard]] QCheckBox* check() const { return m_check; }
    [[nodiscard]] QSlider* slider() const { return m_slider; }

Q_SIGNALS:
    /// A person changed one of them.
    void thresholdChanged(bool inferred, double minimum);

private:
    void showValue();
    void tell();

    QCheckBox* m_check;
    QSlider* m_slider;
    QLabel* m_value;
};

} // namespace cadastre
