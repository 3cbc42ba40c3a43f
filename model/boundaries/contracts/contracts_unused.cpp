// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Columns of contracts that nobody outside consumes, as far as a catalog can tell: said only where
// every reader's columns are known, and never without what cannot be seen.
#include "model/boundaries/contracts/contracts_parts.h"
#include "model/boundaries/contracts/remote_tables.h"

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

/// Reads of a contract by views, triggers and routines of others, by foreign tables, and references
/// of other owners' tables onto it.
class Consumption
{
public:
    Consumption(const ContractContext& context, const Contract& contract)
        : m_context(context)
        , m_contract(contract)
    {
        addUses();
        addStandIns();
    }

    [[nodiscard]] bool isEmpty() const { return m_readers == 0; }
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] std::vector<ColumnId> unused(const std::set<ColumnId>& referenced) const
    {
        std::vector<ColumnId> columns;
        const Catalog& catalog = m_context.catalog();
        const int first = catalog.firstColumn(m_contract.table).index;
        const auto count = static_cast<int>(catalog.columnsOf(m_contract.table).size());
        for (int i = first; i < first + count; ++i) {
            if (!m_used.contains({i}) && !referenced.contains({i}))
                columns.push_back({i});
        }
        return columns;
    }

private:
    void addUses()
    {
        const UseReading& uses = m_context.facts.uses;
        for (const int at : outsideReads(m_context.facts, m_contract.table)) {
            const ObjectUse& use = uses.uses[at];
            ++m_readers;
            m_complete = m_complete && use.columnsKnown && !uses.unknownOf(use.user);
            m_used.insert(use.columns.begin(), use.columns.end());
        }
    }

    void addStandIns()
    {
        const Catalog& catalog = m_context.catalog();
        const auto columns = catalog.columnsOf(m_contract.table);
        const int first = catalog.firstColumn(m_contract.table).index;
        for (const TableId standIn : m_context.standIns.value(m_contract.table)) {
            ++m_readers;
            for (const Column& column : catalog.columnsOf(standIn)) {
                const auto found =
                    std::ranges::find(columns, remoteColumnName(column), &Column::name);
                if (found != columns.end())
                    m_used.insert({first + static_cast<int>(found - columns.begin())});
            }
        }
    }

    const ContractContext& m_context;
    const Contract& m_contract;
    std::set<ColumnId> m_used;
    int m_readers = 0;
    bool m_complete = true;
};

/// Columns that tables of other boundaries refer to.
std::set<ColumnId> referencedFromOutside(const BoundaryFacts& facts)
{
    std::set<ColumnId> columns;
    for (const Relationship& relationship : facts.relationships) {
        const bool isWeak = relationship.origin == RelationshipOrigin::Inferred &&
                            relationship.confidence < facts.minimumConfidence;
        if (isWeak || relationship.origin == RelationshipOrigin::Rejected)
            continue;
        const BoundaryIndex child = facts.ownership.ofTables[relationship.child.index];
        for (const RelationshipTarget& target : relationship.targets) {
            if (target.isResolved() && facts.ownership.ofTables[target.table.index] != child)
                columns.insert(target.columns.begin(), target.columns.end());
        }
    }
    return columns;
}

/// Whether every kind of object that could read was read; what is not read may read anything.
bool everyReaderWasRead(const Catalog& catalog, SourceId source)
{
    for (const CatalogKind kind : {CatalogKind::Views, CatalogKind::Triggers, CatalogKind::Routines,
                                   CatalogKind::Dependencies}) {
        const KindReport* report = catalog.kindReport(source, kind);
        if (report && report->state != ReadState::Read && report->state != ReadState::EngineHasNone)
            return false;
    }
    return true;
}

QString programsCannotBeSeen(const ContractContext& context, TableId table)
{
    QStringList roles;
    for (const RoleId role : context.grants.rolesOn(table))
        roles << context.catalog().role(role).name;
    if (context.grants.isPublic(table))
        return QStringLiteral("Everybody may read it; what programs read cannot be seen here: ask "
                              "before taking columns away.");
    if (roles.isEmpty())
        return QStringLiteral("What programs outside of the database read cannot be seen here: ask "
                              "before taking columns away.");
    return QStringLiteral("What programs read that log in as %1 cannot be seen here: ask before "
                          "taking columns away.")
        .arg(listedNames(roles));
}

void findUnusedColumnsOf(const ContractContext& context, const Contract& contract,
                         const std::set<ColumnId>& referenced,
                         std::vector<BoundaryFinding>& findings)
{
    const Consumption consumption(context, contract);
    const std::vector<ColumnId> unused = consumption.unused(referenced);
    if (consumption.isEmpty() || !consumption.isComplete() || unused.empty())
        return;
    const Catalog& catalog = context.catalog();
    BoundaryFinding finding =
        tableFinding(context, "contract-unused-column", contract.table, BoundarySeverity::Note);
    finding.sentence =
        QStringLiteral("Nothing in the database outside of %1 uses %2 of contract %3.")
            .arg(context.boundaryName(contract.boundary), listedColumns(catalog, unused),
                 catalog.displayName(contract.table));
    finding.suggestion = programsCannotBeSeen(context, contract.table);
    findings.push_back(std::move(finding));
}

} // namespace

void findUnusedColumns(const ContractContext& context, std::vector<BoundaryFinding>& findings)
{
    const std::set<ColumnId> referenced = referencedFromOutside(context.facts);
    const Catalog& catalog = context.catalog();
    std::vector<bool> readersKnown;
    for (int i = 0; i < static_cast<int>(catalog.objects().sources.size()); ++i)
        readersKnown.push_back(everyReaderWasRead(catalog, {i}));
    for (const Contract& contract : context.contracts) {
        if (readersKnown[catalog.sourceOf(contract.table).index])
            findUnusedColumnsOf(context, contract, referenced, findings);
    }
}

} // namespace cadastre
