// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Contracts that hand out what is not theirs: columns of other owners behind them.
#include "model/boundaries/contracts/contracts_parts.h"

#include <algorithm>
#include <map>
#include <set>

namespace cadastre {

namespace {

bool areOneOwner(const BoundaryFacts& facts, BoundaryIndex one, BoundaryIndex other)
{
    return one == other ||
           areOfOneTeam(facts.boundaries, facts.ownership.names[one], facts.ownership.names[other]);
}

void findForeignColumnsOf(const ContractContext& context, const Contract& contract,
                          std::vector<BoundaryFinding>& findings)
{
    const Catalog& catalog = context.catalog();
    for (const ForeignTake& take : foreignTakes(context.facts, contract.table)) {
        const bool isPrivate =
            context.ownership().exposures[take.table.index].exposure == Exposure::Private;
        BoundaryFinding finding =
            tableFinding(context, "contract-foreign-column", contract.table,
                         isPrivate ? BoundarySeverity::Warning : BoundarySeverity::Note);
        const QString columns =
            take.columns.empty() ? QStringLiteral("columns") : listedColumns(catalog, take.columns);
        finding.sentence =
            QStringLiteral("Contract %1 of %2 takes %3 from %4%5, which belongs to %6.")
                .arg(catalog.displayName(contract.table), context.boundaryName(contract.boundary),
                     columns, isPrivate ? QStringLiteral("private ") : QString(),
                     catalog.displayName(take.table),
                     context.boundaryName(context.ownerOf(take.table)));
        finding.suggestion =
            isPrivate
                ? QStringLiteral("Take them from a contract of %1, or let %1 publish them itself.")
                      .arg(context.boundaryName(context.ownerOf(take.table)))
                : QStringLiteral("Readers could take them from %1 themselves: what is published "
                                 "twice has to be changed twice.")
                      .arg(catalog.displayName(take.table));
        findings.push_back(std::move(finding));
    }
}

} // namespace

std::vector<ForeignTake> foreignTakes(const BoundaryFacts& facts, TableId contract)
{
    const BoundaryIndex boundary = facts.ownership.ofTables[contract.index];
    std::map<TableId, ForeignTake> takes;
    std::set<TableId> seen{contract};
    std::vector<TableId> open{contract};
    while (!open.empty()) {
        const TableId view = open.back();
        open.pop_back();
        for (const int at : facts.uses.usesOf(view)) {
            const ObjectUse& use = facts.uses.uses[at];
            if (use.kind != UseKind::Reads || use.used.kind != ObjectKind::Table)
                continue;
            const TableId used{use.used.index};
            const BoundaryIndex owner = facts.ownership.ofTables[used.index];
            if (owner >= 0 && !areOneOwner(facts, owner, boundary)) {
                ForeignTake& take = takes[used];
                take.table = used;
                take.columns.insert(take.columns.end(), use.columns.begin(), use.columns.end());
                take.columnsKnown = take.columnsKnown && use.columnsKnown;
            } else if (isView(facts.catalog.table(used)) && seen.insert(used).second) {
                open.push_back(used);
            }
        }
    }
    std::vector<ForeignTake> all;
    for (auto& [table, take] : takes) {
        std::ranges::sort(take.columns);
        const auto rest = std::ranges::unique(take.columns);
        take.columns.erase(rest.begin(), rest.end());
        all.push_back(std::move(take));
    }
    return all;
}

void findForeignColumns(const ContractContext& context, std::vector<BoundaryFinding>& findings)
{
    for (const Contract& contract : context.contracts)
        findForeignColumnsOf(context, contract, findings);
}

} // namespace cadastre
