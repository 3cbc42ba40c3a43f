// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The lines of the command palette for Qt's views.
#pragma once

#include "widgets/palette_item.h"

#include <QAbstractListModel>

#include <vector>

namespace cadastre {

class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    /// ChoosableRole: PaletteItem::enabled; every line can be walked to, and says what it is.
    enum Role { DetailRole = Qt::UserRole + 1, BadgeRole, ShortcutRole, ChoosableRole };

    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<PaletteItem> items);
    [[nodiscard]] const std::vector<PaletteItem>& items() const { return m_items; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<PaletteItem> m_items;
};

} // namespace cadastre
