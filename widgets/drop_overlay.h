// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What lies over the window while files are dragged over it: a frame, and a sentence about what
// dropping them will do. What it does is decided elsewhere.
#pragma once

#include <QWidget>

class QLabel;

namespace cadastre {

class DropOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit DropOverlay(QWidget* window);

    /// Covers the window until hide(); plain text.
    void showSentence(const QString& sentence);
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_sentence;
};

} // namespace cadastre
