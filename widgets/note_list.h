// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The notes of a comment as rows: a tag and its value, completed from what exists; unknown tags as
// plain rows. Says what a person wants; the text around them is the editor's.
#pragma once

#include "model/notes/note_tags.h"
#include "model/notes/tag_lines.h"
#include "widgets/comment_view.h"

#include <QWidget>

class QMenu;
class QToolButton;
class QVBoxLayout;

namespace cadastre {

class NoteRow;

class NoteList : public QWidget
{
    Q_OBJECT
public:
    explicit NoteList(QWidget* parent = nullptr);

    /// What values are completed from, and which tags are offered.
    void setView(const CommentView& view);
    /// Rows that stay keep their focus.
    void setNotes(const std::vector<TagLine>& notes);
    void setReadOnly(bool readOnly);
    /// Puts the cursor into the value of this row.
    void focusRow(int row);
    [[nodiscard]] const std::vector<NoteRow*>& rows() const { return m_rows; }
    [[nodiscard]] QToolButton* addButton() const { return m_add; }

Q_SIGNALS:
    void noteEdited(int row, const QString& name, const QString& value);
    void noteRemoved(int row);
    void noteAdded(const QString& name);
    void focusLeft();
    void done(); ///< Enter or Ctrl+Enter in a row

private:
    NoteRow* makeRow();
    void fillMenu();

    CommentView m_view;
    std::vector<TagLine> m_notes;
    std::vector<NoteRow*> m_rows;
    QVBoxLayout* m_layout;
    QToolButton* m_add;
    QMenu* m_menu;
    bool m_readOnly = false;
};

/// "What values mean: 0=regular, 1=VIP": what a tag is for, for menus and tool tips.
QString noteTagHint(const NoteTag& tag);

} // namespace cadastre
