// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A text to be read, copied or saved: statements, checklists, notes. Never executed from here.
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace cadastre {

class TextPage : public QWidget
{
    Q_OBJECT
public:
    /// `fileName` is proposed when the text is saved.
    TextPage(const QString& text, const QString& fileName, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    [[nodiscard]] QPlainTextEdit* textField() const { return m_text; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

Q_SIGNALS:
    void saveRequested(const QString& text, const QString& fileName);

private:
    void copy();

    QPlainTextEdit* m_text;
    QPushButton* m_copy;
};

} // namespace cadastre
