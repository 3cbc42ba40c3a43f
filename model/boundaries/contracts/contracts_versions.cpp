// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Two versions of one contract alive: who still reads the old one, and what can go.
#include "model/boundaries/contracts/contracts_parts.h"

#include <algorithm>

namespace cadastre {

namespace {

/// The latest contract of the same family; contracts of one family stand together, the latest last.
QString successorOf(const ContractContext& context, const Contract& old)
{
    const Contract* successor = nullptr;
    const Contract* const end = context.contracts.data() + context.contracts.size();
    for (const Contract* next = &old + 1; next != end; ++next) {
        if (next->boundary != old.boundary || next->family != old.family)
            break;
        if (context.catalog().sourceOf(next->table) == context.catalog().sourceOf(old.table))
            successor = next;
    }
    return successor ? context.catalog().displayName(successor->table)
                     : QStringLiteral("a later version");
}

/// Views, triggers and routines of whatever boundary, and foreign tables.
QStringList readersOfOld(const ContractContext& context, const Contract& old)
{
    const Catalog& catalog = context.catalog();
    std::vector<ObjectRef> readers;
    for (const int at : context.facts.uses.usersOf(old.table)) {
        if (context.facts.uses.uses[at].kind == UseKind::Reads)
            readers.push_back(context.facts.uses.uses[at].user);
    }
    for (const TableId standIn : context.standIns.value(old.table))
        readers.emplace_back(standIn);
    std::ranges::sort(readers);
    const auto rest = std::ranges::unique(readers);
    readers.erase(rest.begin(), rest.end());
    QStringList names;
    for (const ObjectRef reader : readers)
        names << QStringLiteral("%1 (%2)").arg(readerName(catalog, reader),
                                               context.boundaryName(context.ownerOf(reader)));
    return names;
}

QStringList rolesOfOld(const ContractContext& context, const Contract& old)
{
    QStringList names;
    for (const RoleId role : context.grants.rolesOn(old.table))
        names << context.catalog().role(role).name;
    if (context.grants.isPublic(old.table))
        names << QStringLiteral("everybody");
    return names;
}

QString sentenceAbout(const ContractContext& context, const Contract& old,
                      const QStringList& readers, const QStringList& roles)
{
    const QString start =
        QStringLiteral("Contract %1 is superseded by %2")
            .arg(context.catalog().displayName(old.table), successorOf(context, old));
    const QString may = QStringLiteral("%1 may read it").arg(listedNames(roles));
    if (!readers.isEmpty() && !roles.isEmpty())
        return QStringLiteral("%1 and still read by %2; %3.").arg(start, listedNames(readers), may);
    if (!readers.isEmpty())
        return QStringLiteral("%1 and still read by %2.").arg(start, listedNames(readers));
    if (!roles.isEmpty())
        return QStringLiteral("%1; nothing in the database reads it, but %2.").arg(start, may);
    return QStringLiteral("%1, and nothing in the database reads it.").arg(start);
}

/// Sources in which some definition could not be read.
std::vector<bool> sourcesWithUnknown(const ContractContext& context)
{
    std::vector<bool> sources(context.catalog().objects().sources.size());
    for (const UnknownUse& use : context.facts.uses.unknown)
        sources[context.catalog().sourceOf(use.user).index] = true;
    return sources;
}

} // namespace

void findOldVersions(const ContractContext& context, std::vector<BoundaryFinding>& findings)
{
    const std::vector<bool> unknown = sourcesWithUnknown(context);
    for (const Contract& old : context.contracts) {
        if (!old.superseded)
            continue;
        const QStringList readers = readersOfOld(context, old);
        const QStringList roles = rolesOfOld(context, old);
        const bool mayBeRead = !readers.isEmpty() || !roles.isEmpty();
        const BoundarySeverity severity = !readers.isEmpty() ? BoundarySeverity::Warning
                                          : unknown[context.catalog().sourceOf(old.table).index]
                                              ? BoundarySeverity::Unknown
                                              : BoundarySeverity::Note;
        BoundaryFinding finding = tableFinding(
            context, mayBeRead ? "contract-old-version-read" : "contract-old-version-unread",
            old.table, severity);
        finding.sentence = sentenceAbout(context, old, readers, roles);
        finding.suggestion =
            !readers.isEmpty()
                ? QStringLiteral("Move its readers to %1, then take it away.")
                      .arg(successorOf(context, old))
                : QStringLiteral("Ask who reads it from outside of the database; then take it "
                                 "away.");
        findings.push_back(std::move(finding));
    }
}

} // namespace cadastre
