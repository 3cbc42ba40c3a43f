// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Paths as lines of a list: the sentence, and its price behind it.
#pragma once

#include "model/paths/join_path.h"

#include <QAbstractListModel>

namespace cadastre {

class PathListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { QuietTextRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    void setPaths(std::vector<JoinPath> paths);
    [[nodiscard]] const std::vector<JoinPath>& paths() const { return m_paths; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<JoinPath> m_paths;
};

} // namespace cadastre
