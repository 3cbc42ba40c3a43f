// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "tests/fit/examples.h"

namespace cadastre::fit {

PreparedSchema::PreparedSchema(const CorpusSchema& schema)
    : truth(schema)
    , scope(inferenceScope(*schema.catalog))
    , profile(profileOf(*schema.catalog, scope.takesPart))
    , index(profile)
    , outside(collectOutsideEvidence(profile, nullptr, nullptr,
                                     linkTableReferences(*schema.catalog)))
    , maker(profile, index, outside.candidates())
{
}

SchemaExamples makeExamples(const PreparedSchema& schema, const Habits* habits)
{
    SchemaExamples made;
    made.name = schema.truth.name;
    made.references = schema.truth.references;
    static const QStringList forgetful{QStringLiteral("thingsboard"), QStringLiteral("librenms"), QStringLiteral("pandorafms"), QStringLiteral("fossology"), QStringLiteral("ledgersmb"), QStringLiteral("yetiforce"), QStringLiteral("lago")};
    if (forgetful.contains(made.name)) made.silence = qEnvironmentVariableIsSet("SILENCE") ? qEnvironmentVariable("SILENCE").toDouble() : 0.3;
    const InferenceContext context{schema.profile, schema.index, habits, &schema.outside};
    for (const ColumnCandidates& column : schema.maker.make(habits)) {
        Example example;
        example.child = column.child;
        example.features = measureFeatures(context, column);
        const QSet<ColumnId> right = schema.truth.keysOf.value(column.child);
        for (int i = 0; i < static_cast<int>(column.candidates.size()); ++i) {
            example.keys.push_back(column.candidates[i].key);
            if (right.contains(column.candidates[i].key)) {
                example.right = i;
                ++made.proposed;
            }
        }
        example.counts = !schema.truth.neutral.contains(column.child);
        made.examples.push_back(std::move(example));
    }
    return made;
}

Habits habitsFrom(const PreparedSchema& schema, const SchemaExamples& first,
                  const PassWeights& weights)
{
    QHash<ColumnId, const Example*> byChild;
    for (const Example& example : first.examples)
        byChild.insert(example.child, &example);
    std::vector<ColumnBelief> beliefs;
    for (const ColumnId column : schema.maker.columnsThatCanPoint()) {
        ColumnBelief belief;
        belief.child = column;
        if (const Example* example = byChild.value(column)) {
            const std::vector<double> likely = candidateProbabilities(example->features, weights);
            for (std::size_t i = 0; i < likely.size(); ++i) {
                if (likely[i] > 0.02)
                    belief.keys.push_back({example->keys[i], likely[i]});
            }
        }
        beliefs.push_back(std::move(belief));
    }
    return learnHabits(schema.profile, beliefs);
}

} // namespace cadastre::fit
