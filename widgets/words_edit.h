// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// WordsEdit: a field for sentences of several lines, with an undo of its own: wraps, Tab leaves it,
// Ctrl+Enter is done, Escape takes back. What is typed is read as it is, character by character.
#pragma once

#include <QPlainTextEdit>

namespace cadastre {

class WordsEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit WordsEdit(int lines, QWidget* parent = nullptr);

    /// As typed: toPlainText() would make other blanks of no-break spaces.
    [[nodiscard]] QString typed() const;
    /// Other text; `fresh`: of another object, nothing to be undone. Else one undoable step, and
    /// the cursor stays where it can.
    void setTyped(const QString& text, bool fresh);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void done();     ///< Ctrl+Enter
    void takeBack(); ///< Escape
    void focusLeft();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int m_lines;
};

} // namespace cadastre
