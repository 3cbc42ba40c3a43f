// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The editor of a comment where the object stands: over a line of the tree or a table of the
// diagram. Clicking elsewhere closes it; what was typed is handed out as it is everywhere.
#pragma once

#include <QFrame>

namespace cadastre {

class CommentEditor;
class ElidedLabel;

class CommentPopup : public QFrame
{
    Q_OBJECT
public:
    /// Deletes itself when it closes.
    explicit CommentPopup(QWidget* parent);

    /// Beside this rectangle of the screen, ready to type.
    void open(const QString& title, const QRect& beside);
    [[nodiscard]] CommentEditor* editor() const { return m_editor; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    ElidedLabel* m_title;
    CommentEditor* m_editor;
};

} // namespace cadastre
