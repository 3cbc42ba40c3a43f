// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Find and replace in comments: what is looked for, how, and the comments that would change. It
// asks by signal while a person types and shows what it gets.
#pragma once

#include "model/notes/bulk/replace_in_comments.h"
#include "widgets/bulk_dialog.h"

class QCheckBox;
class QTimer;

namespace cadastre {

class ReplaceCommentsDialog : public BulkDialog
{
    Q_OBJECT
public:
    explicit ReplaceCommentsDialog(QWidget* parent = nullptr);

    [[nodiscard]] CommentSearch search() const;
    /// Asks again, for another catalog or other staged edits.
    void ask();

    [[nodiscard]] QLineEdit* findField() const { return m_find; }
    [[nodiscard]] QLineEdit* replaceField() const { return m_replace; }
    [[nodiscard]] QCheckBox* caseBox() const { return m_case; }
    [[nodiscard]] QCheckBox* wholeBox() const { return m_whole; }
    [[nodiscard]] QCheckBox* patternBox() const { return m_pattern; }
    [[nodiscard]] QCheckBox* notesBox() const { return m_notes; }

Q_SIGNALS:
    /// The answer comes back by setList() or setProblem().
    void searchRequested(const cadastre::CommentSearch& search);

private:
    void setUpFields();

    QLineEdit* m_find;
    QLineEdit* m_replace;
    QCheckBox* m_case;
    QCheckBox* m_whole;
    QCheckBox* m_pattern;
    QCheckBox* m_notes;
    QTimer* m_rest;
};

} // namespace cadastre
