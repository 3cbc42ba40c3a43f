// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The contracts themselves, and all rules one after the other. The rules live beside this file, one
// family each.
#include "model/boundaries/contracts/contracts.h"

#include "model/boundaries/contracts/contracts_parts.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace cadastre {

namespace {

/// What makes two contracts versions of one.
struct FamilyKey
{
    BoundaryIndex boundary = 0;
    SourceId source;
    QString schema; ///< without its version where the version is the schema's
    QString family;

    bool operator<(const FamilyKey& other) const
    {
        return std::tie(boundary, source, schema, family) <
               std::tie(other.boundary, other.source, other.schema, other.family);
    }
};

template <typename Value> void sortAndThin(std::vector<Value>& values)
{
    std::ranges::sort(values);
    const auto rest = std::ranges::unique(values);
    values.erase(rest.begin(), rest.end());
}

/// Version and family as stated, as its own name says, or as its schema's does (`api_v2.products`).
FamilyKey nameContract(const BoundaryFacts& facts, Contract& contract)
{
    const Table& table = facts.catalog.table(contract.table);
    const Schema& schema = facts.catalog.schema(table.schema);
    const VersionedName own = versionedName(table.name);
    const VersionedName around = versionedName(schema.name);
    const bool isSchemas = own.version.isEmpty() && !around.version.isEmpty();
    const QString& stated = facts.ownership.exposures[contract.table.index].version;
    contract.version = !stated.isEmpty() ? stated : isSchemas ? around.version : own.version;
    contract.family = own.family;
    return {contract.boundary, schema.source, isSchemas ? around.family : schema.name, own.family};
}

void addReaders(const BoundaryFacts& facts, const SelectGrants& grants, const StandIns& standIns,
                Contract& contract)
{
    const auto add = [&](ObjectRef reader) {
        const std::optional<BoundaryIndex> owner =
            facts.ownership.boundaryOf(facts.catalog, reader);
        if (!owner || *owner == contract.boundary)
            return;
        contract.readers.push_back(reader);
        contract.readingBoundaries.push_back(*owner);
    };
    for (const int at : outsideReads(facts, contract.table))
        add(facts.uses.uses[at].user);
    for (const TableId standIn : standIns.value(contract.table))
        add(standIn);
    for (const RoleId role : grants.rolesOn(contract.table)) {
        for (const BoundaryIndex acting : grants.boundariesOf(role)) {
            if (acting != contract.boundary)
                contract.readingBoundaries.push_back(acting);
        }
    }
    sortAndThin(contract.readers);
    sortAndThin(contract.readingBoundaries);
}

void markSuperseded(std::map<FamilyKey, std::vector<Contract>>& families)
{
    for (auto& [key, contracts] : families) {
        std::vector<int> latest;
        for (const Contract& contract : contracts)
            latest = std::max(latest, versionNumbers(contract.version));
        for (Contract& contract : contracts) {
            const std::vector<int> numbers = versionNumbers(contract.version);
            contract.superseded = !numbers.empty() && numbers < latest;
        }
    }
}

bool isBefore(const Contract& one, const Contract& other)
{
    if (one.boundary != other.boundary)
        return one.boundary < other.boundary;
    if (one.family != other.family)
        return one.family < other.family;
    const std::vector<int> first = versionNumbers(one.version);
    const std::vector<int> second = versionNumbers(other.version);
    return std::tie(first, one.version, one.table) < std::tie(second, other.version, other.table);
}

} // namespace

std::vector<Contract> contractsWith(const BoundaryFacts& facts, const SelectGrants& grants,
                                    const StandIns& standIns)
{
    std::map<FamilyKey, std::vector<Contract>> families;
    for (int i = 0; i < static_cast<int>(facts.ownership.exposures.size()); ++i) {
        if (!facts.ownership.isContract({i}) || facts.ownership.ofTables[i] < 0)
            continue;
        Contract contract;
        contract.table = {i};
        contract.boundary = facts.ownership.ofTables[i];
        addReaders(facts, grants, standIns, contract);
        for (const ForeignTake& take : foreignTakes(facts, contract.table))
            contract.foreignColumns.insert(contract.foreignColumns.end(), take.columns.begin(),
                                           take.columns.end());
        sortAndThin(contract.foreignColumns);
        const FamilyKey key = nameContract(facts, contract);
        families[key].push_back(std::move(contract));
    }
    markSuperseded(families);
    std::vector<Contract> all;
    for (auto& [key, contracts] : families)
        std::ranges::move(contracts, std::back_inserter(all));
    std::ranges::sort(all, isBefore);
    return all;
}

std::vector<Contract> contractsOf(const BoundaryFacts& facts)
{
    return contractsWith(facts, SelectGrants(facts.catalog, facts.ownership),
                         standInsOf(facts.catalog));
}

std::vector<BoundaryFinding> contractFindings(const BoundaryFacts& facts)
{
    const SelectGrants grants(facts.catalog, facts.ownership);
    const StandIns standIns = standInsOf(facts.catalog);
    const std::vector<Contract> contracts = contractsWith(facts, grants, standIns);
    const ContractContext context{facts, contracts, grants, standIns};
    std::vector<BoundaryFinding> findings;
    findStars(context, findings);
    findForeignColumns(context, findings);
    findUnusedColumns(context, findings);
    findOldVersions(context, findings);
    findBrokenViews(context, findings);
    findMissingRights(context, findings);
    findViewChains(context, findings);
    findDifferingCopies(context, findings);
    findUnreadable(context, findings);
    std::ranges::sort(findings, [](const BoundaryFinding& one, const BoundaryFinding& other) {
        const bool first = one.severity != BoundarySeverity::Warning;
        const bool second = other.severity != BoundarySeverity::Warning;
        return std::tie(first, one.rule, one.object, one.sentence) <
               std::tie(second, other.rule, other.object, other.sentence);
    });
    return findings;
}

} // namespace cadastre
