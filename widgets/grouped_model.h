// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// GroupedModel: rows under headings as an item model of two levels, for long lists: what a row says
// is asked for when it is shown. What the rows are lives with who sets them.
#pragma once

#include <QAbstractItemModel>
#include <QIcon>

#include <functional>

namespace cadastre {

class GroupedModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        QuietTextRole = Qt::UserRole + 1, ///< behind the text
        RowRole,                          ///< int: the row's number; absent for headings
    };
    struct Group
    {
        QString title;
        QString quiet;
        QIcon icon;
        QString toolTip;
        std::vector<int> rows; ///< numbers that `rowData` knows
    };
    using RowData = std::function<QVariant(int row, int role)>;

    explicit GroupedModel(QObject* parent = nullptr);

    void setGroups(std::vector<Group> groups, RowData rowData);
    [[nodiscard]] const std::vector<Group>& groups() const { return m_groups; }
    [[nodiscard]] int totalRows() const;
    /// Rows below the given lines: themselves, or all of a heading; ascending, each once.
    [[nodiscard]] std::vector<int> rowsOf(const QModelIndexList& indexes) const;
    [[nodiscard]] QModelIndex indexOfRow(int row) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QVariant groupData(const Group& group, int role) const;

    std::vector<Group> m_groups;
    RowData m_rowData;
};

} // namespace cadastre
