// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The role that a referring column's name gives to what it points at: the "owner" of
// owner_user_id. Whether a column refers at all is not decided here.
#pragma once

#include "model/catalog/catalog.h"

#include <QStringList>

namespace cadastre {

class ReferenceRoles
{
public:
    explicit ReferenceRoles(const Catalog& catalog)
        : m_catalog(catalog)
    {
    }

    /// "owner" for owner_user_id -> users.id; "created by" for created_by; empty for user_id,
    /// userId and for a column named like the key. Words in front of every column of the child
    /// table ("ss_item_sk") are no role. Words are case-folded and joined by spaces.
    [[nodiscard]] QString roleOf(ColumnId child, ColumnId key);

private:
    [[nodiscard]] QStringList wordsOfColumn(ColumnId column);
    [[nodiscard]] bool hasSharedPrefix(TableId table);

    const Catalog& m_catalog;
    QHash<TableId, bool> m_sharedPrefix;
};

} // namespace cadastre
