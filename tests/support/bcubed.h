// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// B-cubed: how well one grouping of things agrees with another (Bagga and Baldwin, 1998). Of every
// thing: the share of its proposed group that is truly with it (precision) and the share of its
// true group that was proposed with it (recall), each averaged over all things.
#pragma once

#include <QHash>

#include <vector>

namespace cadastre::test {

struct BcubedScore
{
    double precision = 0; ///< 0..1
    double recall = 0;    ///< 0..1
    double f = 0;         ///< their harmonic mean

    bool operator==(const BcubedScore&) const = default;
};

/// Group numbers by thing, in the same order; a negative one in `proposed` is a group of its own.
/// Of no things: all 0.
inline BcubedScore bcubed(const std::vector<int>& proposed, const std::vector<int>& truth)
{
    Q_ASSERT(proposed.size() == truth.size());
    QHash<int, int> proposedSizes;
    QHash<int, int> trueSizes;
    QHash<std::pair<int, int>, int> both;
    const auto groupOf = [&](std::size_t i) {
        return proposed[i] >= 0 ? proposed[i] : -1 - static_cast<int>(i);
    };
    for (std::size_t i = 0; i < truth.size(); ++i) {
        ++proposedSizes[groupOf(i)];
        ++trueSizes[truth[i]];
        ++both[{groupOf(i), truth[i]}];
    }
    BcubedScore score;
    if (truth.empty())
        return score;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const double together = both.value({groupOf(i), truth[i]});
        score.precision += together / proposedSizes.value(groupOf(i));
        score.recall += together / trueSizes.value(truth[i]);
    }
    score.precision /= static_cast<double>(truth.size());
    score.recall /= static_cast<double>(truth.size());
    score.f = 2 * score.precision * score.recall / (score.precision + score.recall);
    return score;
}

} // namespace cadastre::test
