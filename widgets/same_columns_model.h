// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The names that several columns have, with how many of them have a comment.
#pragma once

#include "model/notes/bulk/same_columns.h"

#include <QAbstractListModel>

namespace cadastre {

class SameColumnsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { QuietTextRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    /// Those where some have one comment and others none come first, then by number.
    void setGroups(std::vector<SameNamedColumns> groups);
    [[nodiscard]] const std::vector<SameNamedColumns>& groups() const { return m_groups; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<SameNamedColumns> m_groups;
};

} // namespace cadastre
