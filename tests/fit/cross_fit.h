// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CrossFit: weights fitted to all schemas, and for every schema weights that have not seen it.
// What they are worth is told in report.h and scores.h.
#pragma once

#include "tests/fit/report.h"
#include "tests/fit/trainer.h"

#include <memory>

namespace cadastre::fit {

class CrossFit
{
public:
    /// Schemas in `folds` parts, each left out once; every schema alone when that is 0. The corpus
    /// must outlive it.
    CrossFit(const std::vector<CorpusSchema>& corpus, int folds);

    /// Fits for every part what the others teach.
    void leaveOut();
    /// What all of them teach; after leaveOut().
    [[nodiscard]] Weights ofAll() const;
    /// What the parts without this schema teach.
    [[nodiscard]] const Weights& without(std::size_t schema) const;

    /// Examples of the first pass, judged with weights that have not seen them; of the second; of
    /// the second with a part of the keys declared.
    [[nodiscard]] std::vector<Judged> firstPass() const;
    [[nodiscard]] std::vector<Judged> secondPass() const;
    [[nodiscard]] std::vector<Judged> partlyDeclared() const;
    /// The same with the declared part counted as found.
    [[nodiscard]] std::vector<Judged> wholeOfPartlyDeclared() const;

    /// What the whole engine finds in a schema, its declared keys unknown, with weights that have
    /// not seen it.
    [[nodiscard]] std::vector<Relationship> found(std::size_t schema) const;
    [[nodiscard]] std::vector<SchemaScore> scores() const;

private:
    [[nodiscard]] std::vector<SchemaExamples> others(const std::vector<SchemaExamples>& all,
                                                     int fold) const;
    void makeSecondExamples();
    [[nodiscard]] std::vector<Judged> judged(const std::vector<SchemaExamples>& examples,
                                             PassWeights Weights::*pass) const;

    int m_folds;
    PassWeights m_firstOfAll;
    std::vector<std::unique_ptr<PreparedSchema>> m_schemas;
    std::vector<SchemaExamples> m_first;
    std::vector<SchemaExamples> m_second;
    std::vector<SchemaExamples> m_declared; ///< with a part of the keys known
    std::vector<Weights> m_fitted;          ///< by fold
};

} // namespace cadastre::fit
