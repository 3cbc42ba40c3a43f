// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "tests/fit/report.h"

#include "model/relations/engine/calibration.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace cadastre::fit {

namespace {

constexpr double threshold = 0.5;

struct Guess
{
    const Example* example;
    ColumnId key;
    double probability;
    bool right;
    bool neutral;
};

std::vector<Guess> guessesOf(const Judged& judged)
{
    std::vector<Guess> guesses;
    const CorpusSchema& truth = judged.schema->truth;
    for (const Example& example : judged.examples->examples) {
        const std::vector<double> likely =
            candidateProbabilities(example.features, *judged.weights);
        const auto best = std::ranges::max_element(likely) - likely.begin();
        const ColumnId key = example.keys[static_cast<std::size_t>(best)];
        guesses.push_back({&example, key, likely[static_cast<std::size_t>(best)],
                           truth.keysOf.value(example.child).contains(key),
                           !example.counts || truth.forgotten.value(example.child).contains(key)});
    }
    return guesses;
}

Quality qualityOf(const Judged& judged)
{
    int right = judged.known;
    int wrong = 0;
    for (const Guess& guess : guessesOf(judged)) {
        if (guess.neutral || calibratedConfidence(guess.probability) < threshold)
            continue;
        (guess.right ? right : wrong) += 1;
    }
    Quality quality;
    quality.precision = right + wrong > 0 ? double(right) / (right + wrong) : 1;
    const int all = judged.examples->references + judged.known;
    quality.recall = all > 0 ? double(right) / all : 1;
    if (right > 0)
        quality.f1 = 2 * quality.precision * quality.recall / (quality.precision + quality.recall);
    return quality;
}

} // namespace

Quality meanQuality(const std::vector<Judged>& judged)
{
    Quality mean;
    for (const Judged& one : judged) {
        const Quality quality = qualityOf(one);
        mean.precision += quality.precision / static_cast<double>(judged.size());
        mean.recall += quality.recall / static_cast<double>(judged.size());
        mean.f1 += quality.f1 / static_cast<double>(judged.size());
    }
    return mean;
}

void printQuality(const QString& title, const std::vector<Judged>& judged, bool each)
{
    for (const Judged& one : judged) {
        const Quality quality = qualityOf(one);
        if (each)
            std::printf("%-18s truth %5d proposed %5d  P %.3f R %.3f F1 %.3f\n",
                        qPrintable(one.examples->name), one.examples->references,
                        one.examples->proposed, quality.precision, quality.recall, quality.f1);
    }
    const Quality mean = meanQuality(judged);
    std::printf("%s: macro P %.3f R %.3f F1 %.3f (%d schemas, confidence %.1f)\n",
                qPrintable(title), mean.precision, mean.recall, mean.f1,
                static_cast<int>(judged.size()), threshold);
}

void printScores(const QString& title, const std::vector<SchemaScore>& scores)
{
    for (const SchemaScore& score : scores)
        std::printf("%-18s P %.3f R %.3f F1 %.3f target %.3f R@95 %.3f pairs %d of %d, wrong %d, "
                    "unknown %d\n",
                    qPrintable(score.name), score.precision, score.recall, score.f1(),
                    score.labelled, score.recallAt95, score.pairsFound, score.pairs,
                    score.pairsWrong, score.pairsUnknown);
    const MeanScore mean = meanOf(scores);
    std::printf("%s: macro P %.3f R %.3f F1 %.3f target %.3f R@95 %.3f; right at 0.9: %.3f macro, "
                "%.3f of %d; pairs P %.3f R %.3f of %d (%d schemas)\n",
                qPrintable(title), mean.precision, mean.recall, mean.f1, mean.labelled,
                mean.recallAt95, mean.sureShare, mean.sureOfAll, mean.sure, mean.pairPrecision(),
                mean.pairRecall(), mean.pairs, mean.schemas);
}

void printCalibration(const std::vector<Judged>& judged)
{
    std::array<double, 20> share{};
    std::array<double, 20> weight{};
    for (const Judged& one : judged) {
        if (one.examples->silence < 1)
            continue;
        std::array<int, 20> right{};
        std::array<int, 20> all{};
        for (const Guess& guess : guessesOf(one)) {
            if (guess.neutral)
                continue;
            const auto bin =
                std::min<std::size_t>(19, static_cast<std::size_t>(guess.probability * 20));
            all[bin] += 1;
            right[bin] += guess.right ? 1 : 0;
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            // a schema's say grows with what it has, but not endlessly
            const double say = std::min(all[i], 10);
            share[i] += all[i] ? say * right[i] / all[i] : 0;
            weight[i] += say;
        }
    }
    std::printf("probability  right\n");
    for (std::size_t i = 0; i < share.size(); ++i)
        std::printf("%.2f-%.2f    %.3f\n", i / 20.0, (i + 1) / 20.0,
                    weight[i] > 0 ? share[i] / weight[i] : 0.0);
}

} // namespace cadastre::fit
