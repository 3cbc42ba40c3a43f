// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Edits members and looks at the ownership that follows; see the header.
#include "model/boundaries/ownership/member_editor.h"

#include "model/boundaries/ownership/member_keys.h"

#include <algorithm>

namespace cadastre {

namespace {

QString ownerNameOf(const Ownership& ownership, TableId table)
{
    const BoundaryIndex owner = ownership.ofTables[table.index];
    return owner < 0 ? QString() : ownership.names[owner];
}

} // namespace

void MemberEditor::forget(const std::set<TableId>& tables)
{
    for (auto& [name, boundary] : m_boundaries.entries) {
        boundary.members.removeIf([&](const QString& member) {
            const auto table = tableNamedBy(member);
            return table && tables.contains(*table);
        });
    }
}

void MemberEditor::addMembers(const QString& boundary, const QStringList& members)
{
    QStringList& known = m_boundaries.entries[boundary].members;
    known += members;
    std::ranges::sort(known);
    known.removeDuplicates();
}

void MemberEditor::settleIn(const std::map<TableId, QString>& wanted)
{
    nameMisplaced(wanted);
    const bool hasModules = std::ranges::any_of(
        m_boundaries.entries, [](const auto& entry) { return !entry.second.parent.isEmpty(); });
    if (!hasModules)
        return; // nothing else counts more than a key
    for (std::size_t round = 0; round < m_boundaries.entries.size(); ++round) {
        if (!exceptMisplaced(wanted))
            return;
    }
}

void MemberEditor::settleOut(const std::set<TableId>& tables)
{
    std::map<TableId, QString> wanted;
    for (TableId table : tables)
        wanted[table] = QString();
    for (std::size_t round = 0; round <= m_boundaries.entries.size(); ++round) {
        if (!exceptMisplaced(wanted))
            return;
    }
}

std::optional<TableId> MemberEditor::tableNamedBy(const QString& member) const
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

QString MemberEditor::keyText(TableId table) const
{
    return m_catalog.keyOf(table).toString();
}

/// By key where a pattern does not do it, or does it only by the order of names.
void MemberEditor::nameMisplaced(const std::map<TableId, QString>& wanted)
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
        if (ownerNameOf(ownership, table) != boundary || contested.contains(table))
            missing[boundary] << keyText(table);
    }
    for (const auto& [boundary, keys] : missing)
        addMembers(boundary, keys);
}

/// Excepts tables in the boundaries that have them instead: modules inside the one that is
/// wanted. Returns whether there were any.
bool MemberEditor::exceptMisplaced(const std::map<TableId, QString>& wanted)
{
    const Ownership ownership = ownershipOf(m_catalog, m_boundaries);
    std::map<QString, QStringList> exceptions;
    for (const auto& [table, boundary] : wanted) {
        const QString owner = ownerNameOf(ownership, table);
        if (owner != boundary && !owner.isEmpty())
            exceptions[owner] << QString(QLatin1Char('!') + keyText(table));
    }
    for (const auto& [boundary, members] : exceptions)
        addMembers(boundary, members);
    return !exceptions.empty();
}

} // namespace cadastre
