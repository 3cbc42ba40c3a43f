// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "tests/bench/relations_corpus.h"

#include "tests/fit/cross_fit.h"

namespace cadastre::bench {

namespace {

constexpr int parts = 10; ///< each left out once; `./dev fit` leaves out every schema alone

QString three(double value)
{
    return QString::number(value, 'f', 3);
}

void printWhole(const fit::MeanScore& mean)
{
    printHead({QStringLiteral("all keys hidden, %1 schemas").arg(mean.schemas),
               QStringLiteral("figure")});
    printRow({QStringLiteral("precision at 0.5 (macro)"), three(mean.precision)});
    printRow({QStringLiteral("recall at 0.5 (macro)"), three(mean.recall)});
    printRow({QStringLiteral("F1 at 0.5 (macro)"), three(mean.f1)});
    printRow({QStringLiteral("right target, of accepted columns with a known one (macro)"),
              three(mean.labelled)});
    printRow({QStringLiteral("recall at 95 % precision (macro)"), three(mean.recallAt95)});
    printRow({QStringLiteral("right, of those at 0.9 and above (macro)"), three(mean.sureShare)});
    printRow(
        {QStringLiteral("the same, of all %1 together").arg(mean.sure), three(mean.sureOfAll)});
    printRow({QStringLiteral("polymorphic pairs found, of %1").arg(mean.pairs),
              three(mean.pairRecall())});
    printRow({QStringLiteral("polymorphic pairs right, where the truth names any"),
              three(mean.pairPrecision())});
    printRow({QStringLiteral("polymorphic pairs proposed where the truth names none"),
              QString::number(mean.pairsUnknown)});
}

void printDeclared(const QString& title, const fit::Quality& quality)
{
    printRow({title, three(quality.precision), three(quality.recall), three(quality.f1)});
}

} // namespace

void printCorpusFigures(const BenchOptions& options)
{
    if (options.corpus.isEmpty()) {
        print(QStringLiteral("No corpus was named, so nothing is compared with known truth: "
                             "./dev bench relations --corpus FOLDER\n"));
        return;
    }
    const auto corpus = fit::readCorpus(options.corpus, options.snapshots);
    if (!corpus) {
        print(corpus.error().message + QLatin1Char('\n'));
        return;
    }
    const int folds = std::min(parts, static_cast<int>(corpus->size()));
    fit::CrossFit fit(*corpus, folds);
    fit.leaveOut();
    print(QStringLiteral("Each schema with weights that were fitted without it (%1 parts).\n")
              .arg(folds));
    printWhole(fit::meanOf(fit.scores()));
    print({});
    printHead({QStringLiteral("30 % of the keys declared (single columns)"),
               QStringLiteral("precision"), QStringLiteral("recall"), QStringLiteral("F1")});
    printDeclared(QStringLiteral("the other keys alone"), meanQuality(fit.partlyDeclared()));
    printDeclared(QStringLiteral("with the declared ones"),
                  meanQuality(fit.wholeOfPartlyDeclared()));
    print({});
}

} // namespace cadastre::bench
