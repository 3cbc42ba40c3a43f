// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words of table names as numbers: stems, taken apart where they are glued (`invoiceline`), and
// what each word and each beginning is worth as a hint. A word whose tables have nothing to do with
// each other (`cor_`, `_history`, `_trl`) names a kind of table, not a part of the business.
#pragma once

#include "model/boundaries/suggest/links.h"

namespace cadastre::suggest {

/// Words or beginnings of names, by number.
struct NameFeatures
{
    std::vector<std::vector<int>> tables; ///< positions that have it, ascending
    std::vector<double> trust;            ///< 0..1: whether its tables relate among themselves
};

struct NameWords
{
    std::vector<std::vector<int>> words;      ///< by position: word numbers in order
    std::vector<std::vector<int>> beginnings; ///< by position: of one word, of two, ...
    QStringList texts; ///< by word number: one of its forms, as people read it
    NameFeatures ofWords;
    NameFeatures ofBeginnings;
};

NameWords nameWordsOf(const Catalog& catalog, const Scope& scope, const std::vector<Link>& links);

} // namespace cadastre::suggest
