// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The SELECT of one path with what can be chosen of it: conditions on deleted rows, rows without
// partner, a limit, all targets of a polymorphic reference. To be copied, never run.
#pragma once

#include "model/export/select_joins.h"
#include "model/paths/join_facts.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace cadastre {

class PathSqlView : public QWidget
{
    Q_OBJECT
public:
    explicit PathSqlView(QWidget* parent = nullptr);

    void setPath(const JoinFactsPointer& facts, const JoinPath& path);
    void clear();

    [[nodiscard]] QString sql() const;
    /// The sentence, what to know, and the statement.
    [[nodiscard]] QString markdown() const;

    [[nodiscard]] QPlainTextEdit* textField() const { return m_text; }
    [[nodiscard]] QCheckBox* keepRowsCheck() const { return m_keepRows; }
    [[nodiscard]] QCheckBox* limitCheck() const { return m_limit; }
    [[nodiscard]] QComboBox* shapes() const { return m_shapes; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    [[nodiscard]] QPushButton* markdownButton() const { return m_copyMarkdown; }
    /// One for each condition of the path's tables, ticked.
    [[nodiscard]] const std::vector<QCheckBox*>& softDeleteChecks() const { return m_conditions; }

private:
    void setUpButtons(QVBoxLayout* layout);
    void showConditions();
    void showShapes();
    void write();
    [[nodiscard]] SelectOptions options() const;
    static void copy(QPushButton* button, const QString& usual, const QString& text);

    JoinFactsPointer m_facts;
    JoinPath m_path;
    std::vector<SoftDelete> m_softDeletes; ///< of the path; parallel to m_conditions
    QComboBox* m_shapes;
    QCheckBox* m_keepRows;
    QCheckBox* m_limit;
    QWidget* m_conditionArea;
    std::vector<QCheckBox*> m_conditions;
    QPlainTextEdit* m_text;
    QPushButton* m_copy;
    QPushButton* m_copyMarkdown;
};

} // namespace cadastre
