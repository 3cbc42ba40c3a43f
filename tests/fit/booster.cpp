// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Trees of two levels over features that are there or not; their sum is written as weights of
// single features and of pairs.
#include "tests/fit/trainer.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace cadastre::fit {

namespace {

/// One candidate of one example, with its current score and the slope of the likelihood there.
struct Row
{
    const std::vector<int>* features;
    double score;
    double slope;
    double curvature;
    bool inSplit; ///< has the first feature of the tree that is made
};

struct Sums
{
    double slope = 0;
    double curvature = 0;
};

class Booster
{
public:
    Booster(const std::vector<SchemaExamples>& schemas, PassWeights weights,
            const TrainingOptions& options)
        : m_weights(std::move(weights))
        , m_options(options)
    {
        for (std::size_t i = 0; i < m_weights.together.size(); ++i) {
            for (const PassWeights::Partner& partner : m_weights.together[i])
                m_pairs[{static_cast<int>(i), partner.feature}] = partner.weight;
        }
        for (const SchemaExamples& schema : schemas) {
            const double say = 1.0 / static_cast<double>(schema.examples.size()) /
                               static_cast<double>(schemas.size());
            for (const Example& example : schema.examples) {
                if (!example.counts)
                    continue;
                m_groups.push_back({m_rows.size(), example.keys.size(), example.right,
                                    example.right < 0 ? say * schema.silence : say});
                for (const auto& features : example.features)
                    m_rows.push_back({&features, m_weights.sumOf(features), 0, 0, false});
            }
        }
    }

    PassWeights run()
    {
        for (int round = 0; round < m_options.rounds; ++round) {
            measureSlopes();
            if (!addTree())
                break;
        }
        for (auto& partners : m_weights.together)
            partners.clear();
        for (const auto& [pair, weight] : m_pairs)
            m_weights.together[static_cast<std::size_t>(pair.first)].push_back(
                {pair.second, weight});
        return std::move(m_weights);
    }

private:
    struct Group
    {
        std::size_t first;
        std::size_t count;
        int right;
        double say;
    };

    void measureSlopes()
    {
        for (const Group& group : m_groups) {
            double most = 0;
            for (std::size_t i = group.first; i < group.first + group.count; ++i)
                most = std::max(most, m_rows[i].score);
            double total = std::exp(-most);
            for (std::size_t i = group.first; i < group.first + group.count; ++i)
                total += std::exp(m_rows[i].score - most);
            for (std::size_t i = group.first; i < group.first + group.count; ++i) {
                Row& row = m_rows[i];
                const double likely = std::exp(row.score - most) / total;
                const bool right = group.right == static_cast<int>(i - group.first);
                row.slope = group.say * (likely - (right ? 1 : 0));
                row.curvature = group.say * std::max(likely * (1 - likely), 1e-6);
            }
        }
    }

    [[nodiscard]] double gain(const Sums& sums) const
    {
        return sums.slope * sums.slope / (sums.curvature + m_options.leafPenalty);
    }

    /// The feature that divides the rows best; -1: none does.
    template <typename Belongs> int bestSplit(Belongs belongs, Sums& with, Sums& without) const
    {
        std::vector<Sums> sums(m_weights.single.size());
        Sums all;
        for (const Row& row : m_rows) {
            if (!belongs(row))
                continue;
            all.slope += row.slope;
            all.curvature += row.curvature;
            for (const int feature : *row.features) {
                sums[static_cast<std::size_t>(feature)].slope += row.slope;
                sums[static_cast<std::size_t>(feature)].curvature += row.curvature;
            }
        }
        int best = -1;
        double bestGain = gain(all) + 1e-9;
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const Sums rest{all.slope - sums[i].slope, all.curvature - sums[i].curvature};
            if (sums[i].curvature < m_options.leastCurvature ||
                rest.curvature < m_options.leastCurvature)
                continue;
            if (const double both = gain(sums[i]) + gain(rest); both > bestGain) {
                bestGain = both;
                best = static_cast<int>(i);
                with = sums[i];
                without = rest;
            }
        }
        if (best < 0)
            with = without = all;
        return best;
    }

    [[nodiscard]] double leaf(const Sums& sums) const
    {
        return -m_options.shrinkage * sums.slope / (sums.curvature + m_options.leafPenalty);
    }

    void addSingle(int feature, double weight)
    {
        m_weights.single[static_cast<std::size_t>(feature)] += weight;
    }

    void addPair(int a, int b, double weight)
    {
        if (a == b)
            return addSingle(a, weight);
        m_pairs[{std::min(a, b), std::max(a, b)}] += weight;
    }

    bool addTree()
    {
        Sums with;
        Sums without;
        const int split = bestSplit([](const Row&) { return true; }, with, without);
        if (split < 0)
            return false;
        for (Row& row : m_rows)
            row.inSplit = std::ranges::binary_search(*row.features, split);
        Sums a;
        Sums b;
        Sums c;
        Sums d;
        const int inside = bestSplit([](const Row& row) { return row.inSplit; }, a, b);
        const int outside = bestSplit([](const Row& row) { return !row.inSplit; }, c, d);
        const double insideWith = leaf(a);
        const double insideWithout = leaf(b);
        const double outsideWith = leaf(c);
        const double outsideWithout = leaf(d);
        m_weights.base += outsideWithout;
        addSingle(split, insideWithout - outsideWithout);
        if (outside >= 0) {
            addSingle(outside, outsideWith - outsideWithout);
            addPair(split, outside, outsideWithout - outsideWith);
        }
        if (inside >= 0)
            addPair(split, inside, insideWith - insideWithout);
        for (Row& row : m_rows) {
            const int second = row.inSplit ? inside : outside;
            const bool has = second >= 0 && std::ranges::binary_search(*row.features, second);
            row.score += row.inSplit ? (has ? insideWith : insideWithout)
                                     : (has ? outsideWith : outsideWithout);
        }
        return true;
    }

    PassWeights m_weights;
    const TrainingOptions& m_options;
    std::vector<Row> m_rows;
    std::vector<Group> m_groups;
    std::map<std::pair<int, int>, double> m_pairs;
};

} // namespace

PassWeights trainPairs(const std::vector<SchemaExamples>& schemas, PassWeights weights,
                       const TrainingOptions& options)
{
    return Booster(schemas, std::move(weights), options).run();
}

} // namespace cadastre::fit
