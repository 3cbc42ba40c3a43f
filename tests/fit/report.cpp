// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "tests/fit/report.h"

#include "model/relations/engine/calibration.h"

#include <QDir>
#include <QFile>

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

struct Quality
{
    double precision = 1;
    double recall = 1;

    [[nodiscard]] double f1() const
    {
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }
};

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
    if (right + wrong > 0)
        quality.precision = double(right) / (right + wrong);
    if (const int all = judged.examples->references + judged.known; all > 0)
        quality.recall = double(right) / all;
    return quality;
}

QString tableName(const Catalog& catalog, ColumnId column)
{
    const Table& table = catalog.table(catalog.column(column).table);
    const QString schema = catalog.schema(table.schema).name;
    return schema == QLatin1String("public") ? table.name
                                             : QString(schema + QLatin1Char('.') + table.name);
}

} // namespace

void printQuality(const QString& title, const std::vector<Judged>& judged, bool each)
{
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    for (const Judged& one : judged) {
        const Quality quality = qualityOf(one);
        if (each)
            std::printf("%-18s truth %5d proposed %5d  P %.3f R %.3f F1 %.3f\n",
                        qPrintable(one.examples->name), one.examples->references,
                        one.examples->proposed, quality.precision, quality.recall, quality.f1());
        precision += quality.precision;
        recall += quality.recall;
        f1 += quality.f1();
    }
    const auto count = static_cast<double>(judged.size());
    std::printf("%s: macro P %.3f R %.3f F1 %.3f (%d schemas, confidence %.1f)\n",
                qPrintable(title), precision / count, recall / count, f1 / count,
                static_cast<int>(judged.size()), threshold);
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

Result<Nothing> writePredictions(const QString& folder, const std::vector<Judged>& judged)
{
    QDir().mkpath(folder);
    for (const Judged& one : judged) {
        QFile file(QDir(folder).filePath(one.examples->name + QStringLiteral(".tsv")));
        if (!file.open(QIODevice::WriteOnly))
            return Error{QStringLiteral("%1 cannot be written.").arg(file.fileName()), {}};
        file.write("child_table\tchild_columns\tparent_table\tparent_columns\tconfidence\n");
        const Catalog& catalog = *one.schema->truth.catalog;
        for (const Guess& guess : guessesOf(one)) {
            const QStringList fields{
                tableName(catalog, guess.example->child), catalog.column(guess.example->child).name,
                tableName(catalog, guess.key), catalog.column(guess.key).name,
                QString::number(calibratedConfidence(guess.probability), 'f', 4)};
            file.write(fields.join(QLatin1Char('\t')).toUtf8() + '\n');
        }
    }
    return ok();
}

} // namespace cadastre::fit
