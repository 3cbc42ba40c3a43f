// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Edits of who owns which tables; see boundary_edits.h. They change as little as they can, look at
// what follows from it, and add keys and exceptions until it is what was asked for.
#include "model/boundaries/boundary_edits.h"
#include "model/boundaries/member_keys.h"
#include "model/boundaries/patterns.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Boundaries that are being edited, for one catalog.
class MemberEditor
{
public:
    MemberEditor(Boundaries boundaries, const Catalog& catalog)
        : m_boundaries(std::move(boundaries))
        , m_catalog(catalog)
    {
    }

    /// Takes keys of these tables, and exceptions by key, out of all boundaries.
    void forget(const std::set<TableId>& tables)
    {
        for (auto& [name, boundary] : m_boundaries.entries) {
            boundary.members.removeIf([&](const QString& member) {
                const auto table = tableNamedBy(member);
                return table && tables.contains(*table);
            });
        }
    }

    void addMembers(const QString& boundary, const QStringList& members)
    {
        QStringList& known = m_boundaries.entries[boundary].members;
        known += members;
        std::ranges::sort(known);
        known.removeDuplicates();
    }

    /// Adds what is missing so that every table belongs to its boundary.
    void settleIn(const std::map<TableId, QString>& wanted)
    {
        nameMisplaced(wanted);
        for (std::size_t round = 0; round < m_boundaries.entries.size(); ++round) {
            if (!exceptMisplaced(wanted))
                return;
        }
    }

    /// Adds exceptions until nobody has the tables.
    void settleOut(const std::set<TableId>& tables)
    {
        std::map<TableId, QString> wanted;
        for (TableId table : tables)
            wanted[table] = QString();
        for (std::size_t round = 0; round <= m_boundaries.entries.size(); ++round) {
            if (!exceptMisplaced(wanted))
                return;
        }
    }

    Boundaries take() { return std::move(m_boundaries); }

private:
    [[nodiscard]] std::optional<TableId> tableNamedBy(const QString& member) const
    {
        QStringView text(member);
        if (text.startsWith(QLatin1Char('!')))
            text = text.sliced(1);
        if (!isMemberKey(text))
            return std::nullopt;
        const Result<ObjectKey> key = ObjectKey::fromString(text);
        const auto object = key ? findMemberKey(m_catalog, *key) : std::nullopt;
        return object && object->kind == ObjectKind::Table ? std::optional(TableId{object->index})
                                                           : std::nullopt;
    }

    [[nodiscard]] QString keyText(TableId table) const { return m_catalog.keyOf(table).toString(); }

    static QString ownerName(const Ownership& ownership, TableId table)
    {
        const BoundaryIndex owner = ownership.ofTables[table.index];
        return owner < 0 ? QString() : ownership.names[owner];
    }

    /// By key where a pattern does not do it, or does it only by the order of names.
    void nameMisplaced(const std::map<TableId, QString>& wanted)
    {
        const Ownership ownership = ownershipOf(m_catalog, m_boundaries);
        std::set<TableId> contested;
        for (const OwnershipProblem& problem : ownership.problems) {
            if (problem.kind == OwnershipProblemKind::TwoOwners && problem.object &&
                problem.object->kind == ObjectKind::Table)
                contested.insert({problem.object->index});
        }
        std::map<QString, QStringList> missing;
        for (const auto& [table, boundary] : wanted) {
            if (ownerName(ownership, table) != boundary || contested.contains(table))
                missing[boundary] << keyText(table);
        }
        for (const auto& [boundary, keys] : missing)
            addMembers(boundary, keys);
    }

    /// Excepts tables in the boundaries that have them instead: modules inside the one that is
    /// wanted. Returns whether there were any.
    bool exceptMisplaced(const std::map<TableId, QString>& wanted)
    {
        const Ownership ownership = ownershipOf(m_catalog, m_boundaries);
        std::map<QString, QStringList> exceptions;
        for (const auto& [table, boundary] : wanted) {
            const QString owner = ownerName(ownership, table);
            if (owner != boundary && !owner.isEmpty())
                exceptions[owner] << QString(QLatin1Char('!') + keyText(table));
        }
        for (const auto& [boundary, members] : exceptions)
            addMembers(boundary, members);
        return !exceptions.empty();
    }

    Boundaries m_boundaries;
    const Catalog& m_catalog;
};

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
