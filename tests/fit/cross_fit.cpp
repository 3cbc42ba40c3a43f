// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "tests/fit/cross_fit.h"

#include "model/relations/inference.h"

namespace cadastre::fit {

namespace {

constexpr double declaredPart = 0.3; ///< of the keys, in partlyDeclared()

PassWeights trainSecond(std::vector<SchemaExamples> plain,
                        const std::vector<SchemaExamples>& declared, const PassWeights& first)
{
    plain.insert(plain.end(), declared.begin(), declared.end());
    TrainingOptions options;
    options.rounds = options.roundsOfHabits;
    return trainPairs(plain, first, options);
}

} // namespace

CrossFit::CrossFit(const std::vector<CorpusSchema>& corpus, int folds)
    : m_folds(folds > 0 ? folds : static_cast<int>(corpus.size()))
{
    for (const CorpusSchema& schema : corpus) {
        m_schemas.push_back(std::make_unique<PreparedSchema>(schema));
        m_first.push_back(firstExamples(*m_schemas.back()));
    }
}

void CrossFit::leaveOut()
{
    m_firstOfAll = trainPairs(m_first, trainSingle(m_first, nullptr));
    for (int fold = 0; fold < m_folds; ++fold) {
        const std::vector<SchemaExamples> taught = others(m_first, fold);
        TrainingOptions fromThere;
        fromThere.iterations = 40; // the optimum of the others is near that of all
        m_fitted.push_back({trainPairs(taught, trainSingle(taught, &m_firstOfAll, fromThere)), {}});
    }
    makeSecondExamples();
    for (int fold = 0; fold < m_folds; ++fold)
        m_fitted[fold].secondPass =
            trainSecond(others(m_second, fold), others(m_declared, fold), m_fitted[fold].firstPass);
}

Weights CrossFit::ofAll() const
{
    return {m_firstOfAll, trainSecond(m_second, m_declared, m_firstOfAll)};
}

const Weights& CrossFit::without(std::size_t schema) const
{
    return m_fitted[schema % static_cast<std::size_t>(m_folds)];
}

std::vector<Judged> CrossFit::firstPass() const
{
    return judged(m_first, &Weights::firstPass);
}

std::vector<Judged> CrossFit::secondPass() const
{
    return judged(m_second, &Weights::secondPass);
}

std::vector<Judged> CrossFit::partlyDeclared() const
{
    return judged(m_declared, &Weights::secondPass);
}

std::vector<Judged> CrossFit::wholeOfPartlyDeclared() const
{
    std::vector<Judged> whole = partlyDeclared();
    for (Judged& one : whole)
        one.known = one.schema->truth.references - one.examples->references;
    return whole;
}

std::vector<Relationship> CrossFit::found(std::size_t schema) const
{
    InferenceOptions options;
    options.weights = &without(schema);
    options.minimumConfidence = 0;
    options.hideDeclared = true;
    return inferRelationships(*m_schemas[schema]->truth.catalog, {}, options);
}

std::vector<SchemaScore> CrossFit::scores() const
{
    std::vector<SchemaScore> all;
    for (std::size_t i = 0; i < m_schemas.size(); ++i)
        all.push_back(scoreOf(m_schemas[i]->truth, found(i)));
    return all;
}

std::vector<SchemaExamples> CrossFit::others(const std::vector<SchemaExamples>& all, int fold) const
{
    std::vector<SchemaExamples> others;
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        if (i % m_folds != fold)
            others.push_back(all[i]);
    }
    return others;
}

void CrossFit::makeSecondExamples()
{
    for (std::size_t i = 0; i < m_schemas.size(); ++i) {
        const PassWeights& unseen = without(i).firstPass;
        const PreparedSchema& schema = *m_schemas[i];
        m_second.push_back(secondExamples(schema, habitsFrom(schema, m_first[i], unseen, {}), {}));
        const Known known = declaredShare(schema.truth, declaredPart);
        m_declared.push_back(
            secondExamples(schema, habitsFrom(schema, m_first[i], unseen, known), known));
    }
}

std::vector<Judged> CrossFit::judged(const std::vector<SchemaExamples>& examples,
                                     PassWeights Weights::*pass) const
{
    std::vector<Judged> all;
    for (std::size_t i = 0; i < m_schemas.size(); ++i)
        all.push_back({m_schemas[i].get(), &examples[i], &(without(i).*pass)});
    return all;
}

} // namespace cadastre::fit
