// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the families of rules about contracts share: the facts with what is worked out once from
// them. One file per family: leaks, versions, views, copies, unknown.
#pragma once

#include "model/boundaries/contracts/contracts.h"
#include "model/boundaries/contracts/contracts_grants.h"

namespace cadastre {

/// Foreign tables of other sources by the table that they stand for.
using StandIns = QHash<TableId, std::vector<TableId>>;
StandIns standInsOf(const Catalog& catalog);

/// Everything that the rules look at; all of it must live as long.
struct ContractContext
{
    const BoundaryFacts& facts;
    const std::vector<Contract>& contracts;
    const SelectGrants& grants;
    const StandIns& standIns;

    [[nodiscard]] const Catalog& catalog() const { return facts.catalog; }
    [[nodiscard]] const Ownership& ownership() const { return facts.ownership; }
    /// -1 for nobody.
    [[nodiscard]] BoundaryIndex ownerOf(TableId id) const
    {
        return facts.ownership.ofTables[id.index];
    }
    /// -1 for nobody, and for what cannot be owned.
    [[nodiscard]] BoundaryIndex ownerOf(ObjectRef object) const
    {
        return facts.ownership.boundaryOf(facts.catalog, object).value_or(-1);
    }
    [[nodiscard]] QString boundaryName(BoundaryIndex index) const;
    /// "Ask Ann (billing)." or "It belongs to no boundary: nobody can be asked."
    [[nodiscard]] QString whomToAsk(BoundaryIndex index) const;
};

/// "View support.v_open", "Materialized view ...": sentence case, with the name.
QString titledName(const Catalog& catalog, ObjectRef object);
/// "a, b and c"; more than eight are counted: "a, ..., h and 12 more".
QString listedNames(const QStringList& names);
QString listedColumns(const Catalog& catalog, const std::vector<ColumnId>& columns);
/// "view billing.v_a", "trigger ...": what reads, for lists.
QString readerName(const Catalog& catalog, ObjectRef reader);

/// A finding about a table or view, with the boundary that owns it; sentence and suggestion are for
/// the caller.
BoundaryFinding tableFinding(const ContractContext& context, const char* rule, TableId table,
                             BoundarySeverity severity);

/// Version and family as the names say them: {"v1", "v_products"}; no version: {"", name}.
struct VersionedName
{
    QString version;
    QString family;
};
VersionedName versionedName(const QString& name);
/// Numbers of a version ("v2.1": 2, 1); empty where there are none.
std::vector<int> versionNumbers(const QString& version);

/// Objects outside of the boundary (also unowned ones) that read a table, as positions in
/// facts.uses.uses.
std::vector<int> outsideReads(const BoundaryFacts& facts, TableId table);

/// Which tables and columns of other owners a contract takes from, directly or through views of its
/// own boundary; the columns that are known.
struct ForeignTake
{
    TableId table;
    std::vector<ColumnId> columns; ///< ascending
    bool columnsKnown = true;
};
/// By table. Boundaries of one team are one owner.
std::vector<ForeignTake> foreignTakes(const BoundaryFacts& facts, TableId contract);

std::vector<Contract> contractsWith(const BoundaryFacts& facts, const SelectGrants& grants,
                                    const StandIns& standIns);

// The families of rules; each appends what it finds, in any order.
void findForeignColumns(const ContractContext& context, std::vector<BoundaryFinding>& findings);
void findUnusedColumns(const ContractContext& context, std::vector<BoundaryFinding>& findings);
void findStars(const ContractContext& context, std::vector<BoundaryFinding>& findings);
void findOldVersions(const ContractContext& context, std::vector<BoundaryFinding>& findings);
void findBrokenViews(const ContractContext& context, std::vector<BoundaryFinding>& findings);
void findMissingRights(const ContractContext& context, std::vector<BoundaryFinding>& findings);
void findViewChains(const ContractContext& context, std::vector<BoundaryFinding>& findings);
void findDifferingCopies(const ContractContext& context, std::vector<BoundaryFinding>& findings);
void findUnreadable(const ContractContext& context, std::vector<BoundaryFinding>& findings);

} // namespace cadastre
