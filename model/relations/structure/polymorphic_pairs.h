// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Pairs of an id column and a type column whose names belong together, with what keys, indexes and
// other tables' names say of them. Values, SQL and comments come later, in polymorphic.cpp.
#pragma once

#include "model/relations/structure/polymorphic_match.h"
#include "model/relations/structure/table_names.h"

namespace cadastre {

struct PolymorphicPair
{
    ColumnId id;
    ColumnId type;
    PairFacts facts;
    QString stem; ///< the common words, for people: "owner"
};

/// Reads every distinct column name once.
class PolymorphicPairs
{
public:
    PolymorphicPairs(const Catalog& catalog, const TableNames& names);

    /// The pairs of one table, in the order of its columns; an id column may be in several.
    [[nodiscard]] std::vector<PolymorphicPair> ofTable(TableId table);
    /// What can be told of any two columns of a table, for pairs that something else states.
    [[nodiscard]] PolymorphicPair pairOf(ColumnId id, ColumnId type);

private:
    [[nodiscard]] std::optional<TypeReading> typeReading(const QString& name);
    [[nodiscard]] IdReading idReading(const QString& name);
    [[nodiscard]] PolymorphicPair judged(ColumnId id, ColumnId type, const PairMatch& match) const;
    void judgeTables(PolymorphicPair& pair, const QStringList& stem) const;
    void judgeShape(PolymorphicPair& pair) const;

    const Catalog& m_catalog;
    const TableNames& m_names;
    QHash<QString, std::optional<TypeReading>> m_types; ///< by column name
    QHash<QString, IdReading> m_ids;                    ///< by column name
    std::vector<unsigned> m_keyKinds;                   ///< by source: bits of kinds of types
};

} // namespace cadastre
