// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whether two columns of one name mean the same, as far as the catalog tells: type, enum, CHECK,
// key and parent. It tells differences; that nothing differs proves little for names that say
// little.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

class ColumnMeanings
{
public:
    explicit ColumnMeanings(const Catalog& catalog);

    /// One sentence about `other`: what of it is not as in `like`; empty where nothing tells them
    /// apart.
    [[nodiscard]] QString difference(ColumnId like, ColumnId other) const;

private:
    [[nodiscard]] QString typeDifference(ColumnId like, ColumnId other) const;
    [[nodiscard]] QString valuesDifference(ColumnId like, ColumnId other) const;
    [[nodiscard]] QString checkDifference(ColumnId like, ColumnId other) const;
    [[nodiscard]] QString parentDifference(ColumnId like, ColumnId other) const;
    [[nodiscard]] QString keyDifference(ColumnId like, ColumnId other) const;
    [[nodiscard]] bool hasCommonEvidence(ColumnId like, ColumnId other) const;
    [[nodiscard]] QStringList checksOf(ColumnId id) const;
    [[nodiscard]] std::optional<ColumnId> parentOf(ColumnId id) const;
    [[nodiscard]] bool isOwnKey(ColumnId id) const;

    const Catalog& m_catalog;
    QHash<ColumnId, QStringList> m_allowed; ///< by CHECK, enum or domain
};

/// Whether every word of a name is one that columns of any table could have: status, type_code,
/// flag1. Such columns are the same only where something else says so.
bool saysLittle(const QString& columnName);

} // namespace cadastre
