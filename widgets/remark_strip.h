// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A strip above a list that says at once what could not go into it: one bold line with the count,
// and the sentences below it, which scroll where there are many.
#pragma once

#include <QFrame>

class QLabel;
class QPlainTextEdit;

namespace cadastre {

class RemarkStrip : public QFrame
{
    Q_OBJECT
public:
    explicit RemarkStrip(QWidget* parent = nullptr);

    /// No remarks hide the strip.
    void setRemarks(const QString& title, const QStringList& remarks);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

private:
    QLabel* m_icon;
    QLabel* m_title;
    QPlainTextEdit* m_text;
};

} // namespace cadastre
