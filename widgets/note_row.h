// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One note as a row: its tag, a field for its value with completion, and a button that takes it
// away.
#pragma once

#include "model/notes/tag_lines.h"
#include "widgets/comment_view.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace cadastre {

class NoteRow : public QWidget
{
    Q_OBJECT
public:
    explicit NoteRow(QWidget* parent = nullptr);

    void showNote(const TagLine& note, const CommentView& view);
    void setReadOnly(bool readOnly);
    [[nodiscard]] QLineEdit* valueField() const { return m_value; }
    [[nodiscard]] QComboBox* tagChoice() const { return m_tag; }
    [[nodiscard]] QToolButton* removeButton() const { return m_remove; }

Q_SIGNALS:
    void edited(const QString& name, const QString& value);
    void removed();
    void focusLeft();
    void done();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillTags(const QString& name, bool isColumn);
    void setUpCompletion(const CommentView& view);
    void completeColumns(const QString& typed);
    void tell();

    QComboBox* m_tag;
    QLabel* m_plainTag; ///< of an unknown one
    QLineEdit* m_value;
    QToolButton* m_remove;
    QString m_name;
    QStringList m_completions;
    std::shared_ptr<const NoteChoices> m_choices;
    bool m_filling = false;
};

/// What can be completed in the value of this tag.
QStringList noteCompletions(const QString& tag, const CommentView& view);

} // namespace cadastre
