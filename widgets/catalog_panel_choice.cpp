// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Several selected lines of the tree as tables, and the other way round.
#include "widgets/catalog_panel.h"

#include <QItemSelection>
#include <QTreeView>

#include <algorithm>

namespace cadastre {

namespace {

constexpr std::size_t mostSelectedLines = 300; ///< each is looked for in the tree

} // namespace

std::vector<TableId> CatalogPanel::selectedTables() const
{
    std::vector<TableId> tables;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows) {
        const auto object = m_model->objectAt(row);
        if (object && object->kind == ObjectKind::Table)
            tables.push_back(TableId{object->index});
        else if (object && object->kind == ObjectKind::Column)
            tables.push_back(m_model->catalog()->column(ColumnId{object->index}).table);
    }
    std::ranges::sort(tables);
    const auto repeated = std::ranges::unique(tables);
    tables.erase(repeated.begin(), repeated.end());
    return tables;
}

void CatalogPanel::tellSelection()
{
    if (m_telling)
        return;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    const auto object = rows.size() == 1 ? m_model->objectAt(rows.front()) : std::nullopt;
    const std::vector<TableId> tables = rows.size() > 1 ? selectedTables() : std::vector<TableId>();
    m_telling = true;
    if (object)
        Q_EMIT objectSelected(*object);
    else if (!tables.empty())
        Q_EMIT tablesSelected(tables);
    m_telling = false;
}

void CatalogPanel::selectTables(const std::vector<TableId>& tables)
{
    if (m_telling || tables.size() == 1)
        return; // that is selectObject()'s
    QItemSelection lines;
    if (tables.size() <= mostSelectedLines) {
        for (const TableId table : tables) {
            const QModelIndex line = m_model->indexOf(table);
            if (line.isValid())
                lines.select(line, line);
        }
    }
    const QSignalBlocker blocker(this);
    if (tables.empty() && m_view->selectionModel()->selectedRows().size() < 2)
        return; // a line of something else than a table
    m_view->selectionModel()->select(lines, QItemSelectionModel::ClearAndSelect |
                                                QItemSelectionModel::Rows);
}

} // namespace cadastre
