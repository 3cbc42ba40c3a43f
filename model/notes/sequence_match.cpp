// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Myers' greedy search with a cut-off; see the header.
#include "model/notes/sequence_match.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Searches the shortest way through the grid of two sequences, furthest points per diagonal.
class ShortestEdit
{
public:
    ShortestEdit(std::span<const int> before, std::span<const int> after, int maxDistance)
        : m_before(before)
        , m_after(after)
        , m_maxDistance(static_cast<int>(std::min<std::size_t>(
              static_cast<std::size_t>(maxDistance), before.size() + after.size())))
    {
    }

    /// Runs from the last to the first; empty where the cut-off was met.
    std::vector<MatchingRun> runsBackwards()
    {
        std::vector<qsizetype> furthest(static_cast<std::size_t>(2 * m_maxDistance + 3), 0);
        for (int distance = 0; distance <= m_maxDistance; ++distance) {
            for (int diagonal = -distance; diagonal <= distance; diagonal += 2) {
                const qsizetype x = step(furthest, distance, diagonal);
                at(furthest, diagonal) = x;
                if (x >= std::ssize(m_before) && x - diagonal >= std::ssize(m_after)) {
                    remember(furthest, distance);
                    return walkBack(distance, diagonal);
                }
            }
            remember(furthest, distance);
        }
        return {};
    }

private:
    qsizetype& at(std::vector<qsizetype>& furthest, int diagonal) const
    {
        return furthest[static_cast<std::size_t>(diagonal + m_maxDistance + 1)];
    }

    /// Where a way of this length begins on the diagonal, before it follows equal elements.
    qsizetype entry(std::vector<qsizetype>& furthest, int distance, int diagonal) const
    {
        if (distance == 0)
            return 0;
        const bool isDown =
            diagonal == -distance ||
            (diagonal != distance && at(furthest, diagonal - 1) < at(furthest, diagonal + 1));
        return isDown ? at(furthest, diagonal + 1) : at(furthest, diagonal - 1) + 1;
    }

    qsizetype step(std::vector<qsizetype>& furthest, int distance, int diagonal) const
    {
        qsizetype x = entry(furthest, distance, diagonal);
        qsizetype y = x - diagonal;
        while (x < std::ssize(m_before) && y < std::ssize(m_after) && x >= 0 && y >= 0 &&
               m_before[static_cast<std::size_t>(x)] == m_after[static_cast<std::size_t>(y)]) {
            ++x;
            ++y;
        }
        return x;
    }

    /// Only the diagonals that a way of this length can be on.
    void remember(std::vector<qsizetype>& furthest, int distance)
    {
        const auto first = furthest.begin() + (m_maxDistance + 1 - distance);
        m_history.emplace_back(first, first + 2 * distance + 1);
    }

    [[nodiscard]] qsizetype remembered(int distance, int diagonal) const
    {
        return m_history[static_cast<std::size_t>(distance)]
                        [static_cast<std::size_t>(diagonal + distance)];
    }

    std::vector<MatchingRun> walkBack(int distance, int diagonal) const
    {
        std::vector<MatchingRun> runs;
        for (; distance > 0; --distance) {
            const qsizetype end = remembered(distance, diagonal);
            const bool isDown = diagonal == -distance ||
                                (diagonal != distance && remembered(distance - 1, diagonal - 1) <
                                                             rememberedAbove(distance, diagonal));
            const int from = isDown ? diagonal + 1 : diagonal - 1;
            const qsizetype start =
                isDown ? remembered(distance - 1, from) : remembered(distance - 1, from) + 1;
            if (end > start)
                runs.push_back({start, start - diagonal, end - start});
            diagonal = from;
        }
        if (const qsizetype end = remembered(0, 0); end > 0)
            runs.push_back({0, 0, end});
        return runs;
    }

    [[nodiscard]] qsizetype rememberedAbove(int distance, int diagonal) const
    {
        return remembered(distance - 1, diagonal + 1);
    }

    std::span<const int> m_before;
    std::span<const int> m_after;
    int m_maxDistance;
    std::vector<std::vector<qsizetype>> m_history; ///< furthest points, by distance
};

} // namespace

std::vector<MatchingRun> matchSequences(std::span<const int> before, std::span<const int> after,
                                        int maxDistance)
{
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const auto start = static_cast<qsizetype>(head);
    std::vector<MatchingRun> runs;
    if (head > 0)
        runs.push_back({0, 0, start});
    const auto middleBefore = before.subspan(head, before.size() - head - tail);
    const auto middleAfter = after.subspan(head, after.size() - head - tail);
    if (!middleBefore.empty() && !middleAfter.empty()) {
        auto middle = ShortestEdit(middleBefore, middleAfter, maxDistance).runsBackwards();
        for (auto run = middle.rbegin(); run != middle.rend(); ++run)
            runs.push_back({run->before + start, run->after + start, run->length});
    }
    if (tail > 0)
        runs.push_back({std::ssize(before) - static_cast<qsizetype>(tail),
                        std::ssize(after) - static_cast<qsizetype>(tail),
                        static_cast<qsizetype>(tail)});
    return runs;
}

std::vector<int> TextNumbers::of(const std::vector<QStringView>& texts)
{
    std::vector<int> numbers;
    numbers.reserve(texts.size());
    for (QStringView text : texts) {
        const int next = static_cast<int>(m_numbers.size());
        const auto known = m_numbers.constFind(text);
        numbers.push_back(known != m_numbers.constEnd() ? *known : next);
        if (known == m_numbers.constEnd())
            m_numbers.insert(text, next);
    }
    return numbers;
}

} // namespace cadastre
