// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/grouped_model.h"

#include <QFont>

#include <algorithm>
#include <set>

namespace cadastre {

GroupedModel::GroupedModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void GroupedModel::setGroups(std::vector<Group> groups, RowData rowData)
{
    beginResetModel();
    m_groups = std::move(groups);
    m_rowData = std::move(rowData);
    endResetModel();
}

int GroupedModel::totalRows() const
{
    int total = 0;
    for (const Group& group : m_groups)
        total += static_cast<int>(group.rows.size());
    return total;
}

std::vector<int> GroupedModel::rowsOf(const QModelIndexList& indexes) const
{
    std::set<int> rows;
    for (const QModelIndex& index : indexes) {
        const QVariant row = index.data(RowRole);
        if (row.isValid()) {
            rows.insert(row.toInt());
        } else if (index.isValid()) {
            const auto& all = m_groups[static_cast<std::size_t>(index.row())].rows;
            rows.insert(all.begin(), all.end());
        }
    }
    return {rows.begin(), rows.end()};
}

QModelIndex GroupedModel::indexOfRow(int row) const
{
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const auto& rows = m_groups[i].rows;
        const auto found = std::ranges::find(rows, row);
        if (found != rows.end())
            return index(static_cast<int>(found - rows.begin()), 0, index(static_cast<int>(i), 0));
    }
    return {};
}

// The internal id of a heading is 0, that of a row the number of its heading plus 1.
QModelIndex GroupedModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex GroupedModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int GroupedModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].rows.size());
}

int GroupedModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant GroupedModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == 0)
        return groupData(m_groups[static_cast<std::size_t>(index.row())], role);
    const Group& group = m_groups[static_cast<std::size_t>(index.internalId()) - 1];
    const int row = group.rows[static_cast<std::size_t>(index.row())];
    return role == RowRole ? QVariant(row) : m_rowData(row, role);
}

QVariant GroupedModel::groupData(const Group& group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return group.title;
    case QuietTextRole:
        return group.quiet;
    case Qt::DecorationRole:
        return group.icon;
    case Qt::ToolTipRole:
        return group.toolTip.isEmpty() ? group.title : group.toolTip;
    case Qt::FontRole: {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    case Qt::AccessibleTextRole:
        return QString(group.title % QStringLiteral(", ") % group.quiet);
    default:
        return {};
    }
}

} // namespace cadastre
