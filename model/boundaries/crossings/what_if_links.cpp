// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Collects what would cross if its ends were apart: the same that findCrossings() and
// accessCrossings() look at, without asking who owns it.
#include "model/boundaries/access/access.h"
#include "model/boundaries/crossings/crossing_search.h"
#include "model/boundaries/crossings/what_if.h"

#include <set>

namespace cadastre {

namespace {

class LinkCollector
{
public:
    explicit LinkCollector(const BoundaryFacts& facts)
        : m_facts(facts)
        , m_catalog(facts.catalog)
    {
    }

    WhatIfLinks collect()
    {
        addRelationships();
        addUses();
        addTypes();
        for (const auto& [from, into] : copiedObjects(m_catalog))
            add(CrossingKind::Copy, from, into);
        addGrants();
        return std::move(m_result);
    }

private:
    /// A table, or -1 - actor; absent for what belongs to nobody and cannot move.
    std::optional<int> endOf(ObjectRef object)
    {
        if (const std::optional<TableId> table = tableOf(object))
            return table->index;
        const auto boundary = m_facts.ownership.boundaryOf(m_catalog, object);
        return boundary ? std::optional(actor({*boundary})) : std::nullopt;
    }

    [[nodiscard]] std::optional<TableId> tableOf(ObjectRef object) const
    {
        switch (object.kind) {
        case ObjectKind::Table:
            return TableId{object.index};
        case ObjectKind::Column:
            return m_catalog.column({object.index}).table;
        case ObjectKind::Constraint:
            return m_catalog.constraint({object.index}).table;
        case ObjectKind::Trigger:
            return m_catalog.trigger({object.index}).table;
        case ObjectKind::Other:
            return tableThatOwns(OtherId{object.index});
        default:
            return std::nullopt;
        }
    }

    /// The table that a rule or policy follows.
    [[nodiscard]] std::optional<TableId> tableThatOwns(OtherId id) const
    {
        const OtherObject& other = m_catalog.other(id);
        if (!other.about || other.about->kind != ObjectKind::Table)
            return std::nullopt;
        const Ownership& ownership = m_facts.ownership;
        const auto table = static_cast<std::size_t>(other.about->index);
        return ownership.ofOthers[static_cast<std::size_t>(id.index)] == ownership.ofTables[table]
                   ? std::optional(TableId{other.about->index})
                   : std::nullopt;
    }

    int actor(std::vector<BoundaryIndex> boundaries)
    {
        m_result.actors.push_back(std::move(boundaries));
        return -static_cast<int>(m_result.actors.size());
    }

    void add(CrossingKind kind, ObjectRef from, ObjectRef into)
    {
        const std::optional<int> start = endOf(from);
        const std::optional<int> end = endOf(into);
        if (!start || !end || *start == *end || (*start < 0 && *end < 0))
            return;
        if (!m_seen.insert({kind, from, into}).second)
            return;
        m_result.links.push_back({kind, *start, *end, isPublishedTable(into)});
    }

    [[nodiscard]] bool isPublishedTable(ObjectRef object) const
    {
        return object.kind == ObjectKind::Table &&
               m_facts.ownership.exposures[static_cast<std::size_t>(object.index)].exposure !=
                   Exposure::Private;
    }

    void addRelationships()
    {
        for (const Relationship& relationship : m_facts.relationships) {
            if (!countsAsRelationship(relationship, m_facts.minimumConfidence) ||
                relationship.childColumns.empty())
                continue;
            for (const RelationshipTarget& target : relationship.targets) {
                if (!target.isResolved())
                    continue;
                if (relationship.constraint) {
                    add(CrossingKind::ForeignKey, *relationship.constraint, target.table);
                    if (cascades(m_catalog.constraint(*relationship.constraint)))
                        add(CrossingKind::Cascade, *relationship.constraint, target.table);
                } else {
                    add(CrossingKind::Logical, relationship.childColumns.front(), target.table);
                }
            }
        }
    }

    void addUses()
    {
        const std::vector<ObjectUse>& uses = m_facts.uses.uses;
        const OwnUses ownUses(m_facts);
        for (std::size_t i = 0; i < uses.size(); ++i) {
            if (ownUses.contains(i))
                add(kindOf(uses[i]), uses[i].user, uses[i].used);
        }
    }

    [[nodiscard]] static CrossingKind kindOf(const ObjectUse& use)
    {
        if (use.used.kind == ObjectKind::Type)
            return CrossingKind::Type;
        return use.kind == UseKind::Reads    ? CrossingKind::Read
               : use.kind == UseKind::Writes ? CrossingKind::Write
                                             : CrossingKind::Call;
    }

    void addTypes()
    {
        const auto& columns = m_catalog.objects().columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (hasTypeOfItsOwn(m_catalog, columns[i]))
                add(CrossingKind::Type, ColumnId{static_cast<int>(i)}, *columns[i].userType);
        }
    }

    /// As if every table were private to a boundary that no role acts for: what shows then is all
    /// that roles may do.
    void addGrants()
    {
        Ownership elsewhere = m_facts.ownership;
        const auto nobody = static_cast<BoundaryIndex>(elsewhere.names.size());
        elsewhere.names.push_back(QString(QChar(0xffff)));
        elsewhere.parents.push_back(-1);
        std::ranges::fill(elsewhere.ofTables, nobody);
        std::ranges::fill(elsewhere.exposures, ExposureEntry{});
        const BoundaryFacts facts{m_catalog,    m_facts.relationships,
                                  m_facts.uses, m_facts.boundaries,
                                  elsewhere,    m_facts.minimumConfidence};
        for (const Crossing& grant : accessCrossings(facts)) {
            const TableId table{grant.into.index};
            m_result.links.push_back({grant.kind, actor(boundariesActedFor({grant.from.index})),
                                      table.index, isPublishedTable(table)});
        }
    }

    /// With the modules inside of them.
    [[nodiscard]] std::vector<BoundaryIndex> boundariesActedFor(RoleId role) const
    {
        const Ownership& ownership = m_facts.ownership;
        std::vector<BoundaryIndex> boundaries =
            ownership.ofRoles[static_cast<std::size_t>(role.index)];
        const std::vector<BoundaryIndex> own = boundaries;
        for (std::size_t i = 0; i < ownership.parents.size(); ++i) {
            if (std::ranges::find(own, ownership.parents[i]) != own.end())
                boundaries.push_back(static_cast<BoundaryIndex>(i));
        }
        return boundaries;
    }

    const BoundaryFacts& m_facts;
    const Catalog& m_catalog;
    WhatIfLinks m_result;
    std::set<std::tuple<CrossingKind, ObjectRef, ObjectRef>> m_seen;
};

} // namespace

WhatIfLinks whatIfLinks(const BoundaryFacts& facts)
{
    return LinkCollector(facts).collect();
}

} // namespace cadastre
