// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts candidates, evidence and decisions together; see the header.
#include "model/relations/inference.h"

#include "model/relations/cardinality.h"
#include "model/relations/composite_keys.h"
#include "model/relations/decided.h"
#include "model/relations/engine/calibration.h"
#include "model/relations/engine/inference_run.h"
#include "model/relations/sql/check_lists.h"
#include "model/relations/statistics_evidence.h"
#include "model/relations/structure/exclusive_arcs.h"
#include "model/relations/structure/polymorphic.h"
#include "model/relations/structure/subtypes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cadastre {

namespace {

constexpr double acceptedConfidence = 0.5;
constexpr std::size_t mostAlternatives = 4;

KnownReferences knownReferences(const Catalog& catalog, const std::vector<Relationship>& decided,
                                bool hideDeclared)
{
    KnownReferences known;
    if (!hideDeclared) {
        for (const Constraint& key : catalog.objects().constraints) {
            if (key.kind != ConstraintKind::ForeignKey)
                continue;
            for (std::size_t i = 0; i < key.columns.size(); ++i) {
                auto& keys = known.keys[key.columns[i]];
                if (key.columns.size() == 1 && key.referencedColumns.size() == 1)
                    keys.push_back(key.referencedColumns.front());
            }
        }
    }
    for (const Relationship& relationship : decided) {
        if (relationship.childColumns.size() != 1)
            continue;
        for (const RelationshipTarget& target : relationship.targets) {
            if (relationship.origin == RelationshipOrigin::Rejected)
                known.rejected.insert({relationship.childColumns.front(), target.columns.front()});
            else
                known.keys[relationship.childColumns.front()].push_back(target.columns.front());
        }
    }
    return known;
}

class Inference
{
public:
    Inference(const Catalog& catalog, const Decisions& decisions, const InferenceOptions& options)
        : m_catalog(catalog)
        , m_options(options)
        , m_scope(inferenceScope(catalog))
        , m_names(catalog, m_scope)
        , m_comments(commentReferences(catalog))
        , m_decided(decidedRelationships(catalog, resolveDecisions(catalog, decisions)))
    {
    }

    std::vector<Relationship> run()
    {
        addPolymorphic();
        addSingle();
        addComposite();
        std::erase_if(m_found, [&](const Relationship& relationship) {
            return relationship.confidence < m_options.minimumConfidence;
        });
        m_found.insert(m_found.end(), m_decided.begin(), m_decided.end());
        markExclusiveArcs(m_catalog, exclusiveSets(m_catalog), m_found);
        markSubtypes(m_catalog, m_found);
        std::ranges::stable_sort(m_found, comesBefore);
        for (Relationship& relationship : m_found)
            std::ranges::stable_sort(relationship.evidence, isStronger);
        return std::move(m_found);
    }

private:
    static bool comesBefore(const Relationship& a, const Relationship& b)
    {
        if (a.child != b.child)
            return a.child < b.child;
        if (a.childColumns != b.childColumns)
            return a.childColumns < b.childColumns;
        return a.confidence > b.confidence;
    }

    static bool isStronger(const Evidence& a, const Evidence& b)
    {
        return std::abs(a.weight) > std::abs(b.weight);
    }

    [[nodiscard]] bool isDecided(const Relationship& relationship) const
    {
        return std::ranges::any_of(m_decided, [&](const Relationship& decided) {
            return decided.child == relationship.child &&
                   decided.childColumns == relationship.childColumns &&
                   decided.typeColumn == relationship.typeColumn;
        });
    }

    void addPolymorphic()
    {
        const QHash<ColumnId, QStringList> allowed = allowedValues(m_catalog);
        PolymorphicOptions options;
        options.allowed = &allowed;
        options.sql = m_options.sql;
        options.comments = &m_comments;
        options.scope = &m_scope;
        options.names = &m_names;
        options.minimumConfidence = m_options.minimumConfidence;
        options.hideDeclared = m_options.hideDeclared;
        for (Relationship& relationship : polymorphicReferences(m_catalog, options)) {
            if (isDecided(relationship))
                continue;
            m_polymorphic.insert(relationship.childColumns.front(), relationship.confidence);
            m_found.push_back(std::move(relationship));
        }
    }

    void addSingle()
    {
        const InferenceRun run(
            m_catalog, m_scope, knownReferences(m_catalog, m_decided, m_options.hideDeclared),
            m_options.sql, &m_comments, linkTableReferences(m_catalog, m_scope, m_names),
            m_options.weights ? *m_options.weights : fittedWeights());
        for (const ScoredColumn& scored : run.columns())
            addColumn(run, scored);
    }

    void addColumn(const InferenceRun& run, const ScoredColumn& scored)
    {
        std::vector<Evidence> statistics;
        const std::vector<double> likely = withStatistics(scored, statistics);
        std::vector<std::size_t> order(likely.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(
            order, [&](std::size_t a, std::size_t b) { return likely[a] > likely[b]; });
        const double confidence = calibratedConfidence(likely[order.front()]);
        if (confidence < m_options.minimumConfidence || losesToPolymorphic(scored, confidence))
            return;
        Relationship relationship = relationshipTo(scored.column, order.front(), confidence);
        relationship.evidence =
            run.evidenceOf(scored.column, scored.column.candidates[order.front()]);
        if (!statistics.empty() && !statistics[order.front()].sentence.isEmpty())
            relationship.evidence.push_back(statistics[order.front()]);
        double left = 1 - confidence; // what all of them share is no more than certainty
        for (std::size_t i = 1; i < order.size() && i <= mostAlternatives; ++i) {
            const Candidate& other = scored.column.candidates[order[i]];
            const double share =
                std::min({calibratedConfidence(likely[order[i]]), confidence, left});
            if (share < 0.01)
                break;
            left -= share;
            relationship.alternatives.push_back(
                {{other.parent, {other.key}, {}}, share, run.evidenceOf(scored.column, other)});
        }
        m_found.push_back(std::move(relationship));
    }

    /// An id column beside a type column points at one table, or at several: the likelier holds.
    bool losesToPolymorphic(const ScoredColumn& scored, double confidence)
    {
        const auto polymorphic = m_polymorphic.constFind(scored.column.child);
        return polymorphic != m_polymorphic.constEnd() &&
               (*polymorphic >= acceptedConfidence || *polymorphic >= confidence);
    }

    Relationship relationshipTo(const ColumnCandidates& column, std::size_t index,
                                double confidence) const
    {
        const Candidate& candidate = column.candidates[index];
        Relationship relationship;
        relationship.origin = RelationshipOrigin::Inferred;
        relationship.confidence = confidence;
        relationship.child = m_catalog.column(column.child).table;
        relationship.childColumns = {column.child};
        relationship.targets = {{candidate.parent, {candidate.key}, {}}};
        relationship.childEnd =
            childCardinality(m_catalog, relationship.child, relationship.childColumns);
        relationship.parentEnd = Cardinality::ZeroOrOne;
        return relationship;
    }

    /// The probabilities with what the server's statistics say; `evidence` is parallel when there
    /// are statistics.
    std::vector<double> withStatistics(const ScoredColumn& scored,
                                       std::vector<Evidence>& evidence) const
    {
        if (!m_options.statistics)
            return scored.probabilities;
        double nothing = 1;
        for (const double one : scored.probabilities)
            nothing -= one;
        double total = std::max(nothing, 1e-9);
        std::vector<double> odds;
        for (std::size_t i = 0; i < scored.probabilities.size(); ++i) {
            evidence.push_back(statisticsEvidence(m_catalog, *m_options.statistics,
                                                  scored.column.child,
                                                  scored.column.candidates[i].key)
                                   .value_or(Evidence()));
            odds.push_back(scored.probabilities[i] * std::exp(evidence.back().weight));
            total += odds.back();
        }
        for (double& one : odds)
            one /= total;
        return odds;
    }

    void addComposite()
    {
        std::vector<Relationship> single = m_found;
        if (!m_options.hideDeclared) {
            const std::vector<Relationship> declared = declaredRelationships(m_catalog);
            single.insert(single.end(), declared.begin(), declared.end());
        }
        single.insert(single.end(), m_decided.begin(), m_decided.end());
        for (Relationship& relationship :
             compositeReferences(m_catalog, m_scope, single, m_options.sql)) {
            const bool exists = std::ranges::any_of(single, [&](const Relationship& other) {
                return other.childColumns == relationship.childColumns;
            });
            if (!exists)
                m_found.push_back(std::move(relationship));
        }
    }

    const Catalog& m_catalog;
    const InferenceOptions& m_options;
    InferenceScope m_scope;
    TableNames m_names;
    CommentReading m_comments;
    std::vector<Relationship> m_decided;
    QHash<ColumnId, double> m_polymorphic; ///< id column: confidence
    std::vector<Relationship> m_found;
};

} // namespace

std::vector<Relationship> inferRelationships(const Catalog& catalog, const Decisions& decisions,
                                             const InferenceOptions& options)
{
    return Inference(catalog, decisions, options).run();
}

std::vector<Relationship> allRelationships(const Catalog& catalog, const Decisions& decisions,
                                           const InferenceOptions& options)
{
    std::vector<Relationship> relationships = declaredRelationships(catalog);
    std::vector<Relationship> inferred = inferRelationships(catalog, decisions, options);
    relationships.insert(relationships.end(), std::make_move_iterator(inferred.begin()),
                         std::make_move_iterator(inferred.end()));
    return relationships;
}

} // namespace cadastre
