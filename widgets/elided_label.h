// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A one-line label that ends in an ellipsis where there is no room and then shows the whole text as
// its tool tip.
#pragma once

#include <QLabel>

namespace cadastre {

class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    /// The text as it is; what is visible may be shorter.
    void setFullText(const QString& text, Qt::TextElideMode mode = Qt::ElideRight);
    [[nodiscard]] const QString& fullText() const { return m_fullText; }
    /// More than the text says; always in the tool tip.
    void setNote(const QString& note);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void elide();

    QString m_fullText;
    QString m_note;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace cadastre
