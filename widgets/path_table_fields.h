// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The tables that are to be joined: two fields with completion, and up to four more. It says which
// tables are meant, or what is wrong with a name; what joins them is not known here.
#pragma once

#include "model/catalog/catalog.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;
class QStringListModel;
class QToolButton;

namespace cadastre {

class PathTableFields : public QWidget
{
    Q_OBJECT
public:
    explicit PathTableFields(QWidget* parent = nullptr);

    /// What is typed stays; whether it still means a table is looked up when asked. Of names that
    /// hold what is typed, those that most keys join are offered first.
    void setCatalog(std::shared_ptr<const Catalog> catalog);
    /// Fills the fields; fewer than two leave the others empty. Emits nothing.
    void setTables(const std::vector<TableId>& tables);
    /// Of the fields that are filled in; absent where a name means no table.
    [[nodiscard]] std::optional<std::vector<TableId>> tables() const;
    /// What is wrong with the names; empty for nothing.
    [[nodiscard]] QString problem() const;
    /// The first field that is empty, else the first.
    void focusNext();

    [[nodiscard]] QLineEdit* field(int number) const;
    [[nodiscard]] int shownFields() const { return m_shown; }
    [[nodiscard]] QToolButton* addButton() const { return m_add; }
    [[nodiscard]] QToolButton* swapButton() const { return m_swap; }

Q_SIGNALS:
    /// A person chose, cleared or swapped tables.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row
    {
        QLabel* label = nullptr;
        QLineEdit* edit = nullptr;
        QToolButton* remove = nullptr; ///< of further tables
    };

    void addRow(int number, QGridLayout* grid);
    void setUpButtons(QGridLayout* grid);
    void showRows(int count);
    void removeRow(int number);
    void settle(int number);
    [[nodiscard]] Result<std::optional<TableId>> tableIn(int number) const;

    std::shared_ptr<const Catalog> m_catalog;
    QStringListModel* m_names;
    std::vector<Row> m_rows;
    QToolButton* m_add;
    QToolButton* m_swap;
    int m_shown = 2;
};

} // namespace cadastre
