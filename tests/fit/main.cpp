// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre_fit CORPUS SNAPSHOTS [--folds N] [--write weights.tsv] [--predictions FOLDER]
// Fits the weights of inference to schemas with known truth and says what they are worth on schemas
// that were left out of the fit. `./dev fit CORPUS` makes the snapshots first.
#include "tests/fit/cross_fit.h"
#include "tests/fit/weights_file.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSaveFile>

#include <cstdio>

using namespace cadastre;
using namespace cadastre::fit;

namespace {

void report(const CrossFit& fit)
{
    printQuality(QStringLiteral("first pass, left out"), fit.firstPass(), false);
    printQuality(QStringLiteral("second pass, left out"), fit.secondPass(), true);
    printQuality(QStringLiteral("with 30 % of the keys declared, the others, left out"),
                 fit.partlyDeclared(), false);
    printQuality(QStringLiteral("with 30 % of the keys declared, all, left out"),
                 fit.wholeOfPartlyDeclared(), false);
    printCalibration(fit.secondPass());
    printScores(QStringLiteral("whole engine, left out"), fit.scores());
}

int fail(const QString& sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("corpus"), QStringLiteral("folder of schemas"));
    parser.addPositionalArgument(QStringLiteral("snapshots"), QStringLiteral("their snapshots"));
    parser.addOptions(
        {{QStringLiteral("folds"), QStringLiteral("parts"), QStringLiteral("n")},
         {QStringLiteral("write"), QStringLiteral("table"), QStringLiteral("file")},
         {QStringLiteral("predictions"), QStringLiteral("tsv"), QStringLiteral("folder")}});
    parser.process(app);
    if (parser.positionalArguments().size() != 2)
        return fail(QStringLiteral("cadastre_fit CORPUS SNAPSHOTS"));
    const auto corpus =
        readCorpus(parser.positionalArguments()[0], parser.positionalArguments()[1]);
    if (!corpus)
        return fail(corpus.error().message);
    CrossFit fit(*corpus, parser.value(QStringLiteral("folds")).toInt());
    fit.leaveOut();
    report(fit);
    if (parser.isSet(QStringLiteral("predictions"))) {
        for (std::size_t i = 0; i < corpus->size(); ++i) {
            const auto written = writePredictions(parser.value(QStringLiteral("predictions")),
                                                  (*corpus)[i], fit.found(i));
            if (!written)
                return fail(written.error().message);
        }
    }
    if (!parser.isSet(QStringLiteral("write")))
        return 0;
    const QByteArray text = weightsFileText(
        fit.ofAll(),
        QStringLiteral(
            "Fitted by `./dev fit` to %1 schemas, every schema with the same say; what no "
            "corpus teaches is set by hand (tests/fit).")
            .arg(corpus->size()));
    QSaveFile file(parser.value(QStringLiteral("write")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0 || !file.commit())
        return fail(QStringLiteral("%1 cannot be written.").arg(file.fileName()));
    return 0;
}
