// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// WordsEdit: a field for sentences of several lines, with an undo of its own: wraps, Tab leaves it,
// Ctrl+Enter is done, Escape takes back. What is typed is read as it is, character by character.
// Tags are offered while one is typed at the start of a line.
#pragma once

#include <QPlainTextEdit>

#include <optional>

class QCompleter;

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

    /// Names without the @, in the order in which they are offered; empty: nothing is offered.
    void setTags(const QStringList& tags);
    [[nodiscard]] QCompleter* tagCompleter() const { return m_tags; }

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
    /// The letters behind an @ at the start of the cursor's line; absent elsewhere.
    [[nodiscard]] std::optional<QString> typedTag() const;
    void offerTags();
    void insertTag(const QString& tag);

    int m_lines;
    QCompleter* m_tags;
};

} // namespace cadastre
