// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre_fit CORPUS SNAPSHOTS [--folds N] [--write weights.tsv] [--predictions FOLDER]
// Fits the weights of inference to schemas with known truth and says what they are worth on schemas
// that were left out of the fit. `./dev fit CORPUS` makes the snapshots first.
#include "tests/fit/report.h"
#include "tests/fit/trainer.h"
#include "tests/fit/weights_file.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <memory>

using namespace cadastre;
using namespace cadastre::fit;

namespace {

constexpr double declaredPart = 0.3; ///< of the keys, in the second of the two measurements

/// Everything that is fitted for one fold of schemas: on all others.
struct Fold
{
    PassWeights first;
    PassWeights second;
};

class Fit
{
public:
    Fit(const std::vector<CorpusSchema>& corpus, int folds)
        : m_folds(folds > 0 ? folds : static_cast<int>(corpus.size()))
    {
        for (const CorpusSchema& schema : corpus) {
            m_schemas.push_back(std::make_unique<PreparedSchema>(schema));
            m_first.push_back(firstExamples(*m_schemas.back()));
        }
    }

    /// The schemas with what other folds taught, and the weights that all of them teach.
    Weights run()
    {
        Weights all;
        all.firstPass = trainPairs(m_first, trainSingle(m_first, nullptr));
        for (int fold = 0; fold < m_folds; ++fold) {
            const std::vector<SchemaExamples> others = without(m_first, fold);
            TrainingOptions fromThere;
            fromThere.iterations = 40; // the optimum of the others is near that of all
            m_fitted.push_back(
                {trainPairs(others, trainSingle(others, &all.firstPass, fromThere)), {}});
        }
        makeSecondExamples();
        for (int fold = 0; fold < m_folds; ++fold)
            m_fitted[fold].second = trainSecond(without(m_second, fold), without(m_declared, fold),
                                                m_fitted[fold].first);
        all.secondPass = trainSecond(m_second, m_declared, all.firstPass);
        return all;
    }

    void report(const QString& predictions) const
    {
        printQuality(QStringLiteral("first pass, left out"), judged(m_first, false), false);
        const std::vector<Judged> second = judged(m_second, true);
        printQuality(QStringLiteral("second pass, left out"), second, true);
        printQuality(QStringLiteral("with 30 % of the keys declared, the others, left out"),
                     judged(m_declared, true), false);
        std::vector<Judged> whole = judged(m_declared, true);
        for (Judged& one : whole)
            one.known = one.schema->truth.references - one.examples->references;
        printQuality(QStringLiteral("with 30 % of the keys declared, all, left out"), whole, false);
        printCalibration(second);
        if (!predictions.isEmpty() && !writePredictions(predictions, second))
            std::fprintf(stderr, "The predictions could not be written.\n");
    }

private:
    [[nodiscard]] std::vector<SchemaExamples> without(const std::vector<SchemaExamples>& all,
                                                      int fold) const
    {
        std::vector<SchemaExamples> others;
        for (int i = 0; i < static_cast<int>(all.size()); ++i) {
            if (i % m_folds != fold)
                others.push_back(all[i]);
        }
        return others;
    }

    void makeSecondExamples()
    {
        for (int i = 0; i < static_cast<int>(m_schemas.size()); ++i) {
            const PassWeights& unseen = m_fitted[i % m_folds].first;
            const PreparedSchema& schema = *m_schemas[i];
            m_second.push_back(
                secondExamples(schema, habitsFrom(schema, m_first[i], unseen, {}), {}));
            const Known known = declaredShare(schema.truth, declaredPart);
            m_declared.push_back(
                secondExamples(schema, habitsFrom(schema, m_first[i], unseen, known), known));
        }
    }

    static PassWeights trainSecond(std::vector<SchemaExamples> plain,
                                   const std::vector<SchemaExamples>& declared,
                                   const PassWeights& first)
    {
        plain.insert(plain.end(), declared.begin(), declared.end());
        TrainingOptions options;
        options.rounds = options.roundsOfHabits;
        return trainPairs(plain, first, options);
    }

    [[nodiscard]] std::vector<Judged> judged(const std::vector<SchemaExamples>& examples,
                                             bool second) const
    {
        std::vector<Judged> all;
        for (int i = 0; i < static_cast<int>(m_schemas.size()); ++i) {
            const Fold& fold = m_fitted[i % m_folds];
            all.push_back({m_schemas[i].get(), &examples[i], second ? &fold.second : &fold.first});
        }
        return all;
    }

    int m_folds;
    std::vector<std::unique_ptr<PreparedSchema>> m_schemas;
    std::vector<SchemaExamples> m_first;
    std::vector<SchemaExamples> m_second;
    std::vector<SchemaExamples> m_declared; ///< with a part of the keys known
    std::vector<Fold> m_fitted;
};

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
    Fit fit(*corpus, parser.value(QStringLiteral("folds")).toInt());
    const Weights weights = fit.run();
    fit.report(parser.value(QStringLiteral("predictions")));
    if (!parser.isSet(QStringLiteral("write")))
        return 0;
    QFile file(parser.value(QStringLiteral("write")));
    if (!file.open(QIODevice::WriteOnly))
        return fail(QStringLiteral("%1 cannot be written.").arg(file.fileName()));
    file.write(weightsFileText(
        weights, QStringLiteral("Fitted by `./dev fit` to %1 schemas, every schema with the same "
                                "say; what no corpus teaches is set by hand (tests/fit).")
                     .arg(corpus->size())));
    return 0;
}
