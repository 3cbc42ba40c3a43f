// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Possible targets of a relationship as lines of a list.
#pragma once

#include "model/relations/target_choices.h"

#include <QAbstractListModel>

namespace cadastre {

class TargetChoiceModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { QuietTextRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    void setChoices(std::shared_ptr<const Catalog> catalog, std::vector<TargetChoice> choices,
                    const ObjectNames& names = {});
    [[nodiscard]] const std::vector<TargetChoice>& choices() const { return m_choices; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::shared_ptr<const Catalog> m_catalog;
    std::vector<TargetChoice> m_choices;
    ObjectNames m_names;
};

} // namespace cadastre
