// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One comment for all columns of one name: which name, which column is the model, the text, and the
// columns that would get it. What they have in common is found elsewhere.
#pragma once

#include "model/notes/bulk/same_columns.h"
#include "widgets/bulk_dialog.h"

class QListView;
class QPlainTextEdit;
class QTimer;

namespace cadastre {

class SameColumnsModel;

class SameCommentDialog : public BulkDialog
{
    Q_OBJECT
public:
    explicit SameCommentDialog(QWidget* parent = nullptr);

    /// The names; what was chosen stays chosen where it still is there.
    void setGroups(const CommentedCatalog& commented, std::vector<SameNamedColumns> groups);
    /// Chooses the name of a column, and the column as the model.
    void choose(ColumnId column);
    [[nodiscard]] QString chosenName() const;

    [[nodiscard]] QListView* nameList() const { return m_names; }
    [[nodiscard]] QLineEdit* nameFilter() const { return m_nameFilter; }
    [[nodiscard]] QComboBox* likeField() const { return m_like; }
    [[nodiscard]] QPlainTextEdit* textField() const { return m_text; }

Q_SIGNALS:
    /// The answer comes back by setList().
    void proposalsRequested(const cadastre::SameNamedColumns& group, cadastre::ColumnId like,
                            const QString& text);

private:
    QWidget* createNames();
    QWidget* createText();
    void showGroup();
    void showLike();
    void ask();
    [[nodiscard]] const SameNamedColumns* group() const;

    CommentedCatalog m_commented;
    SameColumnsModel* m_model;
    QSortFilterProxyModel* m_filter;
    QLineEdit* m_nameFilter = nullptr;
    QListView* m_names = nullptr;
    QComboBox* m_like = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QString m_likeText; ///< as it is stored: its line endings stay where nobody edits it
    QTimer* m_rest;
};

} // namespace cadastre
