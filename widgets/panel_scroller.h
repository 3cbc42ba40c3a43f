// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Areas for what may have less room than it would like: one for whole panels and their main parts,
// which scroll before anything lies on anything else, one for texts that give way to lists.
#pragma once

#include <QScrollArea>

namespace cadastre {

/// What is in it fills the area; where texts, wrapped, and lists at their lowest need more height,
/// it scrolls. QScrollArea itself would take the preferred height.
class PanelScroller : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes the panel, and keeps it hidden where it was.
    explicit PanelScroller(QWidget* panel, QWidget* parent = nullptr);

    /// What the area itself may always be made.
    void setLeast(QSize narrowest, int mostWidth);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitPanel();

    QSize m_least{40, 60};
    int m_mostWidth = 0;
};

/// Paragraphs: as high as they need in its width, and lower, down to nothing, where others need the
/// room: then it scrolls.
class GivingScroller : public QScrollArea
{
    Q_OBJECT
public:
    explicit GivingScroller(const QList<QWidget*>& paragraphs, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace cadastre
