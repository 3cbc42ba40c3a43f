// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Follows triggers and foreign keys outward from the tables of a flow; see the header.
#include "model/boundaries/crossings/flow_check_pulls.h"

#include "model/boundaries/crossings/crossing_search.h"

#include <deque>
#include <set>

namespace cadastre {

namespace {

class PullSearch
{
public:
    PullSearch(const BoundaryFacts& facts, const std::vector<TableId>& tables)
        : m_facts(facts)
        , m_catalog(facts.catalog)
        , m_flow(tables.begin(), tables.end())
        , m_reached(m_flow)
        , m_waiting(tables.begin(), tables.end())
    {
    }

    std::vector<QString> search()
    {
        while (!m_waiting.empty()) {
            const TableId table = m_waiting.front();
            m_waiting.pop_front();
            addTriggers(table);
            addCascades(table);
            addCheckedParents(table);
        }
        return {m_sentences.begin(), m_sentences.end()};
    }

private:
    void addTriggers(TableId table)
    {
        const TriggerId first = m_catalog.firstTrigger(table);
        const auto triggers = m_catalog.triggersOf(table);
        for (std::size_t i = 0; i < triggers.size(); ++i) {
            if (!triggers[i].enabled)
                continue;
            const TriggerId trigger{first.index + static_cast<int>(i)};
            if (const UnknownUse* unknown = m_facts.uses.unknownOf(trigger))
                m_sentences.insert(QStringLiteral("What trigger %1 does is not (wholly) known: %2")
                                       .arg(m_catalog.displayName(trigger), unknown->why));
            for (const int position : m_facts.uses.usesOf(trigger))
                addWrite(trigger, m_facts.uses.uses[static_cast<std::size_t>(position)]);
        }
    }

    void addWrite(TriggerId trigger, const ObjectUse& use)
    {
        if (use.kind != UseKind::Writes || use.used.kind != ObjectKind::Table)
            return;
        const TableId written{use.used.index};
        reach(written);
        if (!m_flow.contains(written))
            m_sentences.insert(QStringLiteral("Trigger %1 writes %2.")
                                   .arg(m_catalog.displayName(trigger), ownedName(written)));
    }

    void addCascades(TableId parent)
    {
        for (const ConstraintId id : m_catalog.foreignKeysTo(parent)) {
            const Constraint& key = m_catalog.constraint(id);
            if (!key.enforced || !cascades(key) || m_catalog.table(key.table).partitionOf)
                continue;
            reach(key.table);
            if (!m_flow.contains(key.table))
                m_sentences.insert(QStringLiteral("Foreign key %1 changes rows of %2 when rows of "
                                                  "%3 go or get another key.")
                                       .arg(m_catalog.displayName(id), ownedName(key.table),
                                            m_catalog.displayName(parent)));
        }
    }

    /// A new row locks the row that it points at; of interest where somebody else owns that.
    void addCheckedParents(TableId child)
    {
        const ConstraintId first = m_catalog.firstConstraint(child);
        const auto constraints = m_catalog.constraintsOf(child);
        for (std::size_t i = 0; i < constraints.size(); ++i) {
            const Constraint& key = constraints[i];
            if (key.kind != ConstraintKind::ForeignKey || !key.referencedTable || !key.enforced ||
                m_flow.contains(*key.referencedTable) ||
                m_catalog.table(*key.referencedTable).partitionOf ||
                ownerOf(*key.referencedTable) == ownerOf(child))
                continue;
            const ConstraintId id{first.index + static_cast<int>(i)};
            m_sentences.insert(
                QStringLiteral("Foreign key %1 looks up and locks a row of %2.")
                    .arg(m_catalog.displayName(id), ownedName(*key.referencedTable)));
        }
    }

    void reach(TableId table)
    {
        if (m_reached.insert(table).second)
            m_waiting.push_back(table);
    }

    [[nodiscard]] BoundaryIndex ownerOf(TableId table) const
    {
        return m_facts.ownership.ofTables[static_cast<std::size_t>(table.index)];
    }

    /// "billing.invoices of billing", "x, which belongs to nobody".
    [[nodiscard]] QString ownedName(TableId table) const
    {
        const BoundaryIndex owner = ownerOf(table);
        const QString name = m_catalog.displayName(table);
        if (owner < 0)
            return QString(name + QStringLiteral(", which belongs to nobody"));
        return QString(name + QStringLiteral(" of ") +
                       m_facts.ownership.names[static_cast<std::size_t>(owner)]);
    }

    const BoundaryFacts& m_facts;
    const Catalog& m_catalog;
    std::set<TableId> m_flow;
    std::set<TableId> m_reached;
    std::deque<TableId> m_waiting;
    std::set<QString> m_sentences;
};

} // namespace

std::vector<QString> flowPulls(const BoundaryFacts& facts, const std::vector<TableId>& tables)
{
    return PullSearch(facts, tables).search();
}

} // namespace cadastre
