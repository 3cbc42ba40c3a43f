// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sorting what is said by pair; see the header.
#include "model/relations/engine/outside_evidence.h"

#include "model/relations/engine/signal.h"

#include <algorithm>

namespace cadastre {

namespace {

class EvidenceCollector
{
public:
    explicit EvidenceCollector(const SchemaProfile& profile)
        : m_profile(profile)
    {
    }

    void addJoins(const SqlReading& sql)
    {
        for (const SqlJoin& join : sql.joins) {
            if (join.left.size() != 1)
                continue;
            addJoin(join, join.left.front(), join.right.front());
            addJoin(join, join.right.front(), join.left.front());
        }
    }

    void addComments(const CommentReading& comments)
    {
        for (const CommentReference& reference : comments.references) {
            if (reference.childColumns.size() != 1 || reference.whenColumn)
                continue;
            PairEvidence* evidence =
                evidenceOf(reference.childColumns.front(), reference.target.columns.front());
            if (evidence)
                (reference.isTag ? evidence->tag : evidence->words) = reference.phrase;
        }
    }

    void addLinks(const std::vector<LinkTableReference>& links)
    {
        for (const LinkTableReference& link : links) {
            const auto& keys = m_profile.tables[link.parent.index].keys;
            if (keys.empty())
                continue;
            if (PairEvidence* evidence = evidenceOf(link.child, keys.front()))
                evidence->linkTable = link.evidence.sentence;
        }
    }

    OutsideEvidence take() { return std::move(m_evidence); }

private:
    [[nodiscard]] bool takesPart(ColumnId column) const
    {
        return m_profile.columns[column.index].name >= 0;
    }

    PairEvidence* evidenceOf(ColumnId child, ColumnId key)
    {
        if (child == key || !takesPart(child) || !takesPart(key))
            return nullptr;
        return &m_evidence.pairs[{child, key}];
    }

    void addJoin(const SqlJoin& join, ColumnId child, ColumnId key)
    {
        if (!m_profile.columns[key.index].singleKey)
            return;
        PairEvidence* evidence = evidenceOf(child, key);
        if (!evidence)
            return;
        if (join.place == SqlPlace::Statistics)
            ++evidence->statements;
        else if (!evidence->sqlPlaces.contains(join.placeName))
            evidence->sqlPlaces << join.placeName;
    }

    const SchemaProfile& m_profile;
    OutsideEvidence m_evidence;
};

} // namespace

const PairEvidence* PairContext::outside() const
{
    return inference.outside ? inference.outside->find(column.child, candidate.key) : nullptr;
}

const PairEvidence* OutsideEvidence::find(ColumnId child, ColumnId key) const
{
    const auto found = pairs.constFind({child, key});
    return found == pairs.constEnd() ? nullptr : &*found;
}

std::vector<OutsideCandidate> OutsideEvidence::candidates() const
{
    std::vector<OutsideCandidate> candidates;
    for (auto it = pairs.cbegin(); it != pairs.cend(); ++it) {
        const CandidateSource source = !it->linkTable.isEmpty() ? CandidateSource::LinkTable
                                       : !it->tag.isEmpty() || !it->words.isEmpty()
                                           ? CandidateSource::Comment
                                           : CandidateSource::Sql;
        candidates.push_back({it.key().first, it.key().second, source});
    }
    std::ranges::sort(candidates, {}, [](const OutsideCandidate& candidate) {
        return std::pair(candidate.child, candidate.key);
    });
    return candidates;
}

OutsideEvidence collectOutsideEvidence(const SchemaProfile& profile, const SqlReading* sql,
                                       const CommentReading* comments,
                                       const std::vector<LinkTableReference>& links)
{
    EvidenceCollector collector(profile);
    if (sql)
        collector.addJoins(*sql);
    if (comments)
        collector.addComments(*comments);
    collector.addLinks(links);
    return collector.take();
}

} // namespace cadastre
