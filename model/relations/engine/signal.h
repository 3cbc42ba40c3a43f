// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Signal: one kind of reason for or against a candidate: named features that it finds, and one
// sentence about them for a person. Each signal is one file in signals/, found by its file name;
// how much a feature counts stands in weights.tsv.
#pragma once

#include "model/relations/engine/candidates.h"
#include "model/relations/engine/habits.h"
#include "model/relations/relationship.h"

#include <QStringList>

namespace cadastre {

struct OutsideEvidence;
struct PairEvidence;

/// What all candidates of one inference share.
struct InferenceContext
{
    const SchemaProfile& profile;
    const NameIndex& index;
    const Habits* habits = nullptr; ///< null in the first pass
    const OutsideEvidence* outside = nullptr;
};

/// One candidate and what stands around it.
struct PairContext
{
    const InferenceContext& inference;
    const ColumnCandidates& column;
    const Candidate& candidate;

    [[nodiscard]] const SchemaProfile& profile() const { return inference.profile; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return inference.profile.vocabulary; }
    [[nodiscard]] const Catalog& catalog() const { return *inference.profile.catalog; }
    [[nodiscard]] const ColumnProfile& child() const
    {
        return inference.profile.columns[column.child.index];
    }
    [[nodiscard]] const ColumnProfile& key() const
    {
        return inference.profile.columns[candidate.key.index];
    }
    [[nodiscard]] TableId childTable() const { return catalog().column(column.child).table; }
    [[nodiscard]] const ColumnName& childName() const
    {
        return inference.profile.names[child().name];
    }
    [[nodiscard]] const ColumnName& keyName() const { return inference.profile.names[key().name]; }
    [[nodiscard]] const NameCore& core() const
    {
        return column.cores[static_cast<std::size_t>(candidate.match.core)];
    }
    /// What SQL, comments and link tables say of the pair; null for nothing.
    [[nodiscard]] const PairEvidence* outside() const;
    [[nodiscard]] bool isSelf() const { return childTable() == candidate.parent; }
};

/// The features that are present in one pair, by number over all signals.
class FeatureList
{
public:
    void beginSignal(int firstFeature) { m_first = firstFeature; }
    /// `feature` is an index into Signal::features.
    void add(int feature) { m_numbers.push_back(m_first + feature); }
    void clear() { m_numbers.clear(); }
    [[nodiscard]] const std::vector<int>& numbers() const { return m_numbers; }

private:
    int m_first = 0;
    std::vector<int> m_numbers;
};

struct Signal
{
    QString name; ///< "table-words": stands in exports and in weights.tsv
    QStringList features;
    /// Says which features are present.
    void (*measure)(const PairContext& pair, FeatureList& features);
    /// One sentence without a full stop; empty where there is nothing to say.
    QString (*sentence)(const PairContext& pair);
};

/// All signals by file name (generated from the files of signals/).
std::vector<Signal> allSignals();

} // namespace cadastre
