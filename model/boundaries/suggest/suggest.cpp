// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From groups of tables to proposals that a person can accept; see the header.
#include "model/boundaries/suggest.h"

#include "model/boundaries/suggest/evidence.h"
#include "model/boundaries/suggest/group_patterns.h"

#include <algorithm>
#include <map>

namespace cadastre {

namespace suggest {

namespace {

/// What most of its tables say of themselves: `@owner`, else a role that does not own everything.
QString ownerOf(const std::vector<int>& group, const std::vector<QString>& owners)
{
    std::map<QString, std::size_t> counts;
    for (const int position : group) {
        if (!owners[position].isEmpty())
            ++counts[owners[position]];
    }
    const auto most = std::ranges::max_element(
        counts, [](const auto& a, const auto& b) { return a.second < b.second; });
    return most != counts.end() && 2 * most->second > group.size() ? most->first : QString();
}

double meanConfidence(const std::vector<ProposedMember>& members)
{
    double sum = 0;
    for (const ProposedMember& member : members)
        sum += member.confidence;
    return sum / static_cast<double>(members.size());
}

/// A sure pair is less of a find than a large group that is nearly as sure.
double rankOf(const ProposedBoundary& proposal)
{
    const auto size = static_cast<double>(proposal.members.size());
    return proposal.confidence * size / (size + 1);
}

/// One table is no boundary, whatever views are on it, unless somebody has said so.
bool isWorthProposing(const Facts& facts, const std::vector<int>& group)
{
    const auto views = static_cast<std::size_t>(
        std::ranges::count_if(group, [&](int position) { return isView(facts.table(position)); }));
    const std::size_t tables = group.size() - views;
    return facts.labelOf(group) || tables > 1 || (tables == 0 && views > 1);
}

std::vector<std::vector<TableId>> foldedTables(const Facts& facts)
{
    std::vector<std::vector<TableId>> result(facts.groups.size());
    for (int i = 0; i < static_cast<int>(facts.scope.positions.size()); ++i) {
        if (facts.scope.folded[i] && facts.scope.positions[i] >= 0)
            result[facts.groupOf[facts.scope.positions[i]]].push_back({i});
    }
    return result;
}

ProposedBoundary proposalOf(const Facts& facts, const std::vector<int>& group,
                            const std::vector<TableId>& folded)
{
    const GroupNames names = groupNamesOf(facts, group);
    ProposedBoundary proposal;
    for (const int position : group)
        proposal.members.push_back(memberOf(facts, names, position));
    for (const TableId table : folded)
        proposal.members.push_back(foldedMember(facts, table));
    std::ranges::sort(proposal.members, {}, &ProposedMember::table);
    proposal.owner = ownerOf(group, facts.labels.owners);
    if (proposal.owner.isEmpty())
        proposal.owner = ownerOf(group, facts.labels.rareRole);
    proposal.confidence = meanConfidence(proposal.members);
    proposal.reason = reasonOf(facts, names, group);
    return proposal;
}

std::vector<ProposedBoundary> allProposals(const Facts& facts)
{
    const std::vector<std::vector<TableId>> folded = foldedTables(facts);
    const PatternFinder patterns(facts);
    GroupNaming naming(facts);
    std::vector<ProposedBoundary> proposals;
    for (std::size_t i = 0; i < facts.groups.size(); ++i) {
        const std::vector<int>& group = facts.groups[i];
        if (!isWorthProposing(facts, group))
            continue;
        proposals.push_back(proposalOf(facts, group, folded[i]));
        proposals.back().name = naming.nameOf(group, groupNamesOf(facts, group));
        proposals.back().patterns = patterns.patternsOf(group);
    }
    std::ranges::stable_sort(proposals, std::ranges::greater(), rankOf);
    return proposals;
}

} // namespace

} // namespace suggest

std::vector<ProposedBoundary> suggestBoundaries(const Catalog& catalog,
                                                const SuggestOptions& options)
{
    Q_ASSERT(options.relationships);
    return suggest::allProposals(suggest::factsOf(catalog, options));
}

} // namespace cadastre
