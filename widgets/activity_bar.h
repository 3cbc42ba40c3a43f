// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Shows that something works: what, how far, and a Cancel button. Appears only when the work takes
// longer than a moment.
#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;
class QTimer;

namespace cadastre {

class ElidedLabel;

class ActivityBar : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityBar(QWidget* parent = nullptr);

    /// Work has begun; the bar shows itself a moment later.
    void begin(const QString& text);
    /// `done` of `total`; a total of 0 is "nobody knows".
    void setProgress(const QString& text, int done, int total);
    void end();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void cancelRequested();

private:
    ElidedLabel* m_label = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_cancel = nullptr;
    QTimer* m_appear = nullptr;
};

} // namespace cadastre
