// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sums of weights; see the header.
#include "model/relations/engine/scoring.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cadastre {

namespace {

struct NumberedSignal
{
    Signal signal;
    int firstFeature;
};

const std::vector<NumberedSignal>& numberedSignals()
{
    static const std::vector<NumberedSignal> numbered = [] {
        std::vector<NumberedSignal> list;
        int first = 0;
        for (Signal& signal : allSignals()) {
            const int count = static_cast<int>(signal.features.size());
            list.push_back({std::move(signal), first});
            first += count;
        }
        return list;
    }();
    return numbered;
}

constexpr double smallestWeight = 0.05; ///< less is not worth a sentence

} // namespace

std::vector<std::vector<int>> measureFeatures(const InferenceContext& context,
                                              const ColumnCandidates& column)
{
    std::vector<std::vector<int>> all;
    all.reserve(column.candidates.size());
    FeatureList features;
    for (const Candidate& candidate : column.candidates) {
        features.clear();
        const PairContext pair{context, column, candidate};
        for (const NumberedSignal& numbered : numberedSignals()) {
            features.beginSignal(numbered.firstFeature);
            numbered.signal.measure(pair, features);
        }
        std::vector<int> numbers = features.numbers();
        std::ranges::sort(numbers);
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        all.push_back(std::move(numbers));
    }
    return all;
}

std::vector<double> candidateProbabilities(const std::vector<std::vector<int>>& features,
                                           const PassWeights& weights)
{
    std::vector<double> odds;
    odds.reserve(features.size());
    double most = 0;
    for (const auto& one : features) {
        odds.push_back(weights.sumOf(one));
        most = std::max(most, odds.back());
    }
    double total = std::exp(-most);
    for (double& one : odds) {
        one = std::exp(one - most);
        total += one;
    }
    for (double& one : odds)
        one /= total;
    return odds;
}

/// What each signal adds; pairs of features of two signals are shared between them.
std::vector<double> weightsBySignal(const std::vector<std::vector<int>>& bySignal,
                                    const PassWeights& weights)
{
    constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> owner(weights.single.size(), nobody);
    for (std::size_t signal = 0; signal < bySignal.size(); ++signal) {
        for (const int feature : bySignal[signal])
            owner[static_cast<std::size_t>(feature)] = signal;
    }
    std::vector<double> sums(bySignal.size());
    for (const std::vector<int>& features : bySignal) {
        for (const int number : features) {
            const auto feature = static_cast<std::size_t>(number);
            sums[owner[feature]] += weights.single[feature];
            for (const auto& partner : weights.together[feature]) {
                const std::size_t other = owner[static_cast<std::size_t>(partner.feature)];
                if (other == nobody)
                    continue;
                sums[owner[feature]] += partner.weight / 2;
                sums[other] += partner.weight / 2;
            }
        }
    }
    return sums;
}

std::vector<Evidence> evidenceFor(const PairContext& pair, const PassWeights& weights)
{
    std::vector<std::vector<int>> bySignal;
    FeatureList features;
    for (const NumberedSignal& numbered : numberedSignals()) {
        features.clear();
        features.beginSignal(numbered.firstFeature);
        numbered.signal.measure(pair, features);
        bySignal.push_back(features.numbers());
    }
    const std::vector<double> sums = weightsBySignal(bySignal, weights);
    std::vector<Evidence> evidence;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (bySignal[i].empty() || std::abs(sums[i]) < smallestWeight)
            continue;
        const Signal& signal = numberedSignals()[i].signal;
        const QString sentence = signal.sentence(pair);
        if (!sentence.isEmpty())
            evidence.push_back({signal.name, sums[i], sentence});
    }
    std::ranges::stable_sort(evidence, [](const Evidence& a, const Evidence& b) {
        return std::abs(a.weight) > std::abs(b.weight);
    });
    return evidence;
}

} // namespace cadastre
