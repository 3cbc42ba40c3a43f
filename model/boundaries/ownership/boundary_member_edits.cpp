// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Edits of who owns which tables; see boundary_edits.h. How little it takes is found in
// member_editor.cpp.
#include "model/boundaries/boundary_edits.h"
#include "model/boundaries/ownership/member_editor.h"
#include "model/boundaries/ownership/member_keys.h"
#include "model/boundaries/ownership/patterns.h"

#include <algorithm>

namespace cadastre {

namespace {

std::set<TableId> tableSet(const std::vector<TableId>& tables)
{
    return {tables.begin(), tables.end()};
}

/// Whether the patterns match these tables and no others.
bool describeExactly(const Catalog& catalog, const QStringList& texts,
                     const std::set<TableId>& tables)
{
    std::vector<NamePattern> patterns;
    for (const QString& text : texts) {
        const Result<NamePattern> pattern = NamePattern::fromString(text);
        if (!pattern || isMemberKey(text) || text.startsWith(QLatin1Char('!')))
            return false;
        patterns.push_back(*pattern);
    }
    if (patterns.empty())
        return false;
    const auto& all = catalog.objects().tables;
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        if (all[i].system || !all[i].extension.isEmpty())
            continue;
        const Schema& schema = catalog.schema(all[i].schema);
        const QString& source = catalog.source(schema.source).name;
        const bool isMatched = std::ranges::any_of(patterns, [&](const NamePattern& pattern) {
            return pattern.matches(source, schema.name, all[i].name);
        });
        if (isMatched != tables.contains({i}))
            return false;
    }
    return true;
}

std::set<TableId> membersOf(const ProposedBoundary& proposal)
{
    std::set<TableId> tables;
    for (const ProposedMember& member : proposal.members)
        tables.insert(member.table);
    return tables;
}

/// Whether its absence is sure.
bool isSurelyMissing(const Catalog& catalog, const ObjectKey& key)
{
    return !findMemberKey(catalog, key) && !isAmbiguousMemberKey(catalog, key) &&
           doubtOfAbsence(catalog, key).isEmpty();
}

bool isSurelyMissing(const Catalog& catalog, const OwnershipProblem& problem)
{
    if (problem.kind == OwnershipProblemKind::PatternUnmatched)
        return doubtOfAbsence(catalog).isEmpty();
    QStringView text(problem.member);
    if (text.startsWith(QLatin1Char('!')))
        text = text.sliced(1);
    const Result<ObjectKey> key = ObjectKey::fromString(text.trimmed());
    return problem.kind == OwnershipProblemKind::MemberMissing && key &&
           isSurelyMissing(catalog, *key);
}

} // namespace

Boundaries withTablesIn(const Boundaries& boundaries, const Catalog& catalog,
                        const std::vector<TableId>& tables, const QString& boundary)
{
    MemberEditor editor(boundaries, catalog);
    editor.forget(tableSet(tables));
    editor.addMembers(boundary, {});
    std::map<TableId, QString> wanted;
    for (TableId table : tables)
        wanted[table] = boundary;
    editor.settleIn(wanted);
    return editor.take();
}

Boundaries withTablesOut(const Boundaries& boundaries, const Catalog& catalog,
                         const std::vector<TableId>& tables)
{
    MemberEditor editor(boundaries, catalog);
    editor.forget(tableSet(tables));
    editor.settleOut(tableSet(tables));
    return editor.take();
}

Boundaries withProposals(const Boundaries& boundaries, const Catalog& catalog,
                         const std::vector<ProposedBoundary>& proposals)
{
    Boundaries named = boundaries;
    std::map<TableId, QString> wanted;
    for (const ProposedBoundary& proposal : proposals) {
        Boundary& boundary = named.entries[proposal.name];
        if (boundary.owner.isEmpty())
            boundary.owner = proposal.owner;
        for (TableId table : membersOf(proposal))
            wanted[table] = proposal.name;
    }
    MemberEditor editor(std::move(named), catalog);
    std::set<TableId> moved;
    for (const auto& [table, name] : wanted)
        moved.insert(table);
    editor.forget(moved);
    for (const ProposedBoundary& proposal : proposals) {
        if (describeExactly(catalog, proposal.patterns, membersOf(proposal)))
            editor.addMembers(proposal.name, proposal.patterns);
    }
    editor.settleIn(wanted);
    return editor.take();
}

Boundaries withoutMissing(const Boundaries& boundaries, const Catalog& catalog)
{
    Boundaries result = boundaries;
    for (const OwnershipProblem& problem : ownershipOf(catalog, boundaries).problems) {
        const auto entry = result.entries.find(problem.boundary);
        if (entry != result.entries.end() && isSurelyMissing(catalog, problem))
            entry->second.members.removeAll(problem.member);
    }
    std::erase_if(result.exposures,
                  [&](const auto& entry) { return isSurelyMissing(catalog, entry.first); });
    for (auto& [name, flow] : result.flows)
        std::erase_if(flow.tables,
                      [&](const ObjectKey& key) { return isSurelyMissing(catalog, key); });
    std::erase_if(result.decisions, [&](const auto& entry) {
        return isSurelyMissing(catalog, entry.first.from) ||
               isSurelyMissing(catalog, entry.first.into);
    });
    return result;
}

} // namespace cadastre
