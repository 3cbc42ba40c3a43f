// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How the name of a column fits the name of a table or of its key: which words meet, which are left
// over at each end. Two small lists of numbers are compared; nothing is looked up.
#pragma once

#include "model/relations/profile/schema_profile.h"

#include <span>

namespace cadastre {

/// How well the words that meet are the same, best first.
enum class WordFit : std::uint8_t { Same, SameStem, LooseStem, Abbreviation, None };

/// The words of a column name without what marks an identifier: `[begin, end)` of its words.
struct NameCore
{
    std::vector<int> words;
    int suffix = -1; ///< word of the identifier mark that was taken off the end; -1: none
    int prefix = -1; ///< the same at the beginning: `id_role`, `fk_user`
    bool withoutColumnPrefix = false; ///< the prefix of all columns of the table was taken off
};

/// The ways in which a column's name can be understood, best understanding last.
std::vector<NameCore> nameCores(const SchemaProfile& profile, ColumnId column);

struct NameMatch
{
    WordFit fit = WordFit::None;
    int letters = 0;         ///< of the table's words that were met
    int common = 0;          ///< words that meet
    int before = 0;          ///< words of the core before them: roles
    int after = 0;           ///< words of the core behind them
    int lead = 0;            ///< words of the table before them that are no module prefix
    int leadModule = 0;      ///< words of the table before them that are its module prefix
    int tail = 0;            ///< words of the table behind them
    bool leadIsOurs = false; ///< the words before them stand in the child's table, too
    int core = 0;            ///< index into the cores

    [[nodiscard]] bool matches() const { return fit != WordFit::None; }
    [[nodiscard]] bool isWhole() const { return matches() && !before && !after && !lead && !tail; }
};

/// The best match of one of the cores with the words of a table.
NameMatch matchTable(const SchemaProfile& profile, const std::vector<NameCore>& cores,
                     TableId child, TableId parent);

} // namespace cadastre
