// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which pairs of tables are alike by name or by who writes them, 0..1. Beginnings and words count
// the more the fewer tables have them, so that `c_invoice` says much and `c_` little.
#pragma once

#include "model/boundaries/suggest/labels.h"
#include "model/boundaries/suggest/name_words.h"
#include "model/boundaries/suggest/writers.h"

namespace cadastre::suggest {

/// Beginnings and words of more tables than this hold nothing together.
inline constexpr std::size_t sharedByMany = 100;

struct Likeness
{
    int first = 0; ///< position, less than `second`
    int second = 0;
    double value = 0; ///< 0..1
};

/// By first, second. Features that too many tables share are left out: there is one entry per
/// pair that shares a smaller one.
std::vector<Likeness> likenessesOf(const NameWords& names, const Writers& writers,
                                   const Labels& labels);

/// What a feature is worth that so many tables share, 0..1.
double worthOfFeature(std::size_t tables);

} // namespace cadastre::suggest
