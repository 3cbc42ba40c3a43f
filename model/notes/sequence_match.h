// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What two sequences have in common, in order, with bounded work: the ground of differences and
// merges. What the elements are (lines, words) is the caller's.
#pragma once

#include <QHash>
#include <QStringList>

#include <span>
#include <vector>

namespace cadastre {

/// Elements that are equal one by one.
struct MatchingRun
{
    qsizetype before = 0;
    qsizetype after = 0;
    qsizetype length = 0;

    bool operator==(const MatchingRun&) const = default;
};

/// A longest common subsequence as runs, in order (E. W. Myers, An O(ND) difference algorithm,
/// 1986). Where more than `maxDistance` elements would have to be taken away or put in, only the
/// common beginning and the common end.
std::vector<MatchingRun> matchSequences(std::span<const int> before, std::span<const int> after,
                                        int maxDistance);

/// Equal texts get equal numbers.
class TextNumbers
{
public:
    std::vector<int> of(const std::vector<QStringView>& texts);

private:
    QHash<QStringView, int> m_numbers;
};

} // namespace cadastre
