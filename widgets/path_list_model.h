// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Paths as lines of a list: what they go through; the whole way and its price in the tool tip.
#pragma once

#include "model/paths/join_path.h"

#include <QAbstractListModel>

namespace cadastre {

class PathListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// `lines` are what the list shows of each.
    void setPaths(std::vector<JoinPath> paths, QStringList lines);
    [[nodiscard]] const std::vector<JoinPath>& paths() const { return m_paths; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<JoinPath> m_paths;
    QStringList m_lines;
};

} // namespace cadastre
