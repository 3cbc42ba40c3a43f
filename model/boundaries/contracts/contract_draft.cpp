// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Collects who reads a private table from outside and what they use of it; the name of the view is
// chosen in contract_draft_name.cpp, the roles in contract_draft_roles.cpp.
#include "model/boundaries/contracts/contract_draft.h"

#include "model/boundaries/contracts/contract_draft_parts.h"
#include "model/boundaries/contracts/remote_tables.h"

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

class DraftCollector
{
public:
    DraftCollector(const DraftContext& context, TableId base)
        : m_context(context)
        , m_facts(context.facts)
        , m_catalog(context.facts.catalog)
    {
        m_draft.base = base;
        m_draft.boundary = m_facts.ownership.ofTables[base.index];
        m_draft.columnsKnown = true;
    }

    /// Absent when nobody outside reads the table.
    std::optional<ContractDraft> collect()
    {
        addUses();
        addStandIns();
        addReferences();
        addDraftRoles(m_context, m_draft, m_columns);
        if (m_draft.readers.empty() && m_draft.roles.empty())
            return std::nullopt;
        takeColumns();
        findContractAlready();
        nameDraft(m_catalog, m_draft);
        return std::move(m_draft);
    }

private:
    void addUses()
    {
        for (const int at : outsideReads(m_facts, m_draft.base)) {
            const ObjectUse& use = m_facts.uses.uses[at];
            if (!m_facts.ownership.boundaryOf(m_catalog, use.user)) {
                m_draft.unknown << QStringLiteral("%1 belongs to no boundary and reads it, too.")
                                       .arg(titledName(m_catalog, use.user));
                continue;
            }
            addReader(use.user);
            m_columns.insert(use.columns.begin(), use.columns.end());
            if (use.columnsKnown && !m_facts.uses.unknownOf(use.user))
                continue;
            m_draft.columnsKnown = false;
            m_draft.unknown << QStringLiteral("It is not known which columns %1 uses.")
                                   .arg(readerName(m_catalog, use.user));
        }
    }

    void addReader(ObjectRef reader)
    {
        if (std::ranges::find(m_draft.readers, reader) == m_draft.readers.end())
            m_draft.readers.push_back(reader);
    }

    void addStandIns()
    {
        for (const TableId standIn : m_context.standIns.value(m_draft.base)) {
            const BoundaryIndex owner = m_facts.ownership.ofTables[standIn.index];
            if (owner < 0 || owner == m_draft.boundary)
                continue;
            addReader(standIn);
            for (const Column& column : m_catalog.columnsOf(standIn))
                addColumnNamed(remoteColumnName(column));
        }
    }

    void addColumnNamed(const QString& name)
    {
        const auto columns = m_catalog.columnsOf(m_draft.base);
        const auto found = std::ranges::find(columns, name, &Column::name);
        if (found != columns.end())
            m_columns.insert({m_catalog.firstColumn(m_draft.base).index +
                              static_cast<int>(found - columns.begin())});
    }

    /// The key, where tables of others refer to it.
    void addReferences()
    {
        const auto found = m_context.references.constFind(m_draft.base);
        if (found != m_context.references.constEnd())
            m_columns.insert(found->begin(), found->end());
    }

    /// Where nothing says which columns are used, all of them are proposed, and that is said.
    void takeColumns()
    {
        std::ranges::sort(m_draft.readers);
        m_draft.columns.assign(m_columns.begin(), m_columns.end());
        if (!m_columns.empty())
            return;
        m_draft.columnsKnown = false;
        int index = m_catalog.firstColumn(m_draft.base).index;
        for (const Column& column : m_catalog.columnsOf(m_draft.base)) {
            if (!column.hidden)
                m_draft.columns.push_back({index});
            ++index;
        }
        m_draft.unknown << QStringLiteral("No used column is known: all are listed; take out what "
                                          "is not needed.");
    }

    void findContractAlready()
    {
        for (const int at : m_facts.uses.usersOf(m_draft.base)) {
            const ObjectUse& use = m_facts.uses.uses[at];
            if (use.user.kind != ObjectKind::Table || use.kind != UseKind::Reads)
                continue;
            const TableId view{use.user.index};
            const bool isOwnContract = m_facts.ownership.isContract(view) &&
                                       m_facts.ownership.ofTables[view.index] == m_draft.boundary;
            if (isOwnContract && std::ranges::includes(use.columns, m_draft.columns))
                m_draft.alreadyIn = view;
        }
    }

    const DraftContext& m_context;
    const BoundaryFacts& m_facts;
    const Catalog& m_catalog;
    ContractDraft m_draft;
    std::set<ColumnId> m_columns;
};

/// What others should not read, and can be published by its owner here.
bool needsContract(const BoundaryFacts& facts, TableId table)
{
    const BoundaryIndex owner = facts.ownership.ofTables[table.index];
    if (owner < 0 || facts.ownership.exposures[table.index].exposure != Exposure::Private)
        return false;
    const auto entry = facts.boundaries.entries.find(facts.ownership.names[owner]);
    const bool isShared =
        entry != facts.boundaries.entries.end() && (entry->second.kind == BoundaryKind::Shared ||
                                                    entry->second.kind == BoundaryKind::External);
    return !isShared && !facts.catalog.table(table).system;
}

/// Columns of tables that tables of other boundaries refer to.
QHash<TableId, std::set<ColumnId>> outsideReferences(const BoundaryFacts& facts)
{
    QHash<TableId, std::set<ColumnId>> columns;
    for (const Relationship& relationship : facts.relationships) {
        const bool isWeak = relationship.origin == RelationshipOrigin::Inferred &&
                            relationship.confidence < facts.minimumConfidence;
        const BoundaryIndex child = facts.ownership.ofTables[relationship.child.index];
        if (isWeak || relationship.origin == RelationshipOrigin::Rejected || child < 0)
            continue;
        for (const RelationshipTarget& target : relationship.targets) {
            if (target.isResolved() && facts.ownership.ofTables[target.table.index] != child)
                columns[target.table].insert(target.columns.begin(), target.columns.end());
        }
    }
    return columns;
}

} // namespace

std::vector<ContractDraft> contractDrafts(const BoundaryFacts& facts, BoundaryIndex boundary)
{
    const SelectGrants grants(facts.catalog, facts.ownership);
    const StandIns standIns = standInsOf(facts.catalog);
    const DraftContext context{facts, grants, standIns, outsideReferences(facts)};
    std::vector<ContractDraft> drafts;
    for (int i = 0; i < static_cast<int>(facts.ownership.ofTables.size()); ++i) {
        if (facts.ownership.ofTables[i] != boundary || !needsContract(facts, {i}))
            continue;
        if (auto draft = DraftCollector(context, {i}).collect())
            drafts.push_back(std::move(*draft));
    }
    return drafts;
}

std::optional<ContractDraft> contractDraft(const BoundaryFacts& facts, TableId base)
{
    if (!needsContract(facts, base))
        return std::nullopt;
    const SelectGrants grants(facts.catalog, facts.ownership);
    const StandIns standIns = standInsOf(facts.catalog);
    const DraftContext context{facts, grants, standIns, outsideReferences(facts)};
    return DraftCollector(context, base).collect();
}

} // namespace cadastre
