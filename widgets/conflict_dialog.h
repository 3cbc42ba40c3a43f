// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Two people changed one comment: base, mine and theirs beside each other, and what shall stand
// there. An answer names the text of theirs that was shown, so that nothing unseen is overwritten.
#pragma once

#include "model/catalog/object_key.h"
#include "model/notes/comment_merge.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTextBrowser;

namespace cadastre {

struct CommentConflict
{
    ObjectKey key;
    QString name; ///< as people read it
    QString note; ///< one sentence more, as "Another object has this name now."; may be empty
    QString base;
    QString mine;
    QString theirs;
    bool baseIsCreateText = false; ///< nothing but the words of the CREATE text was there

    bool operator==(const CommentConflict&) const = default;
};

class ConflictDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ConflictDialog(QWidget* parent = nullptr);

    /// At least one; `first` is shown.
    void setConflicts(std::vector<CommentConflict> conflicts, const ObjectKey& first);
    [[nodiscard]] const std::vector<CommentConflict>& conflicts() const { return m_conflicts; }
    [[nodiscard]] const CommentConflict& current() const { return m_conflicts[m_at]; }
    /// What would be used now, every byte of it.
    [[nodiscard]] QString result() const;

    [[nodiscard]] QPlainTextEdit* resultField() const { return m_result; }
    [[nodiscard]] QTextBrowser* basePage() const { return m_base; }
    [[nodiscard]] QTextBrowser* minePage() const { return m_mine; }
    [[nodiscard]] QTextBrowser* theirsPage() const { return m_theirs; }
    [[nodiscard]] QPushButton* mineButton() const { return m_takeMine; }
    [[nodiscard]] QPushButton* theirsButton() const { return m_takeTheirs; }
    [[nodiscard]] QPushButton* mergeButton() const { return m_merge; }
    [[nodiscard]] QPushButton* useButton() const { return m_use; }
    [[nodiscard]] QPushButton* nextButton() const { return m_next; }
    [[nodiscard]] QPushButton* previousButton() const { return m_previous; }
    [[nodiscard]] QString resultNote() const;

Q_SIGNALS:
    /// The comment shall be `after`; `theirs` is what the person saw.
    void solved(const cadastre::ObjectKey& key, const QString& theirs, const QString& after);

private:
    void setUpPages();
    void setUpResult();
    void setUpButtons();
    void showAt(std::size_t place);
    void setResult(const QString& text, const QString& note);
    void use();
    [[nodiscard]] QString typedText() const;

    std::vector<CommentConflict> m_conflicts;
    std::size_t m_at = 0;
    QString m_exact; ///< what was put into the field, byte for byte
    QLabel* m_head;
    QTextBrowser* m_base;
    QTextBrowser* m_mine;
    QTextBrowser* m_theirs;
    QLabel* m_note;
    QPlainTextEdit* m_result;
    QPushButton* m_takeMine;
    QPushButton* m_takeTheirs;
    QPushButton* m_merge;
    QPushButton* m_previous;
    QPushButton* m_next;
    QPushButton* m_use;
};

} // namespace cadastre
