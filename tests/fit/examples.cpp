// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "tests/fit/examples.h"

#include <QCryptographicHash>

namespace cadastre::fit {

namespace {

/// Sources that forget many references (the corpus's own README names them): that a column has no
/// truth there says little.
constexpr double silenceOfForgetful = 0.3;

bool isForgetful(const QString& name)
{
    static const QStringList names{QStringLiteral("thingsboard"), QStringLiteral("librenms"),
                                   QStringLiteral("pandorafms"),  QStringLiteral("fossology"),
                                   QStringLiteral("ledgersmb"),   QStringLiteral("yetiforce"),
                                   QStringLiteral("lago")};
    return names.contains(name);
}

SchemaExamples makeExamples(const PreparedSchema& schema, const Habits* habits, const Known& known)
{
    SchemaExamples made;
    made.name = schema.truth.name;
    made.references = schema.truth.references;
    for (const QSet<ColumnId>& keys : known)
        made.references -= static_cast<int>(keys.size());
    made.silence = isForgetful(made.name) ? silenceOfForgetful : 1;
    const InferenceContext context{schema.profile, schema.index, habits, &schema.outside};
    for (const ColumnCandidates& column : schema.maker.make(habits)) {
        if (known.contains(column.child))
            continue;
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
        example.counts = !schema.truth.polymorphic.contains(column.child);
        made.examples.push_back(std::move(example));
    }
    return made;
}

} // namespace

PreparedSchema::PreparedSchema(const CorpusSchema& schema)
    : truth(schema)
    , scope(inferenceScope(*schema.catalog))
    , profile(profileOf(*schema.catalog, scope.takesPart))
    , index(profile)
    , outside(
          collectOutsideEvidence(profile, nullptr, nullptr, linkTableReferences(*schema.catalog)))
    , maker(profile, index, outside.candidates())
{
}

Known declaredShare(const CorpusSchema& schema, double share)
{
    Known known;
    for (auto it = schema.keysOf.cbegin(); it != schema.keysOf.cend(); ++it) {
        const QByteArray name = schema.catalog->displayName(it.key()).toUtf8();
        const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha1);
        const bool chosen = static_cast<unsigned char>(hash[0]) < share * 256;
        if (chosen && !schema.forgotten.contains(it.key()))
            known.insert(it.key(), it.value());
    }
    return known;
}

SchemaExamples firstExamples(const PreparedSchema& schema)
{
    return makeExamples(schema, nullptr, {});
}

SchemaExamples secondExamples(const PreparedSchema& schema, const Habits& habits,
                              const Known& known)
{
    return makeExamples(schema, &habits, known);
}

Habits habitsFrom(const PreparedSchema& schema, const SchemaExamples& first,
                  const PassWeights& weights, const Known& known)
{
    QHash<ColumnId, const Example*> byChild;
    for (const Example& example : first.examples)
        byChild.insert(example.child, &example);
    std::vector<ColumnBelief> beliefs;
    for (const ColumnId column : schema.maker.columnsThatCanPoint()) {
        ColumnBelief belief;
        belief.child = column;
        if (known.contains(column)) {
            belief.known = true;
            for (const ColumnId key : known.value(column))
                belief.keys.push_back({key, 1.0});
        } else if (const Example* example = byChild.value(column)) {
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
