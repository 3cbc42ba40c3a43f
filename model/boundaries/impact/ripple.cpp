// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How far changes go: of one object, of every table, of whole boundaries. The graph is made once;
// each walk costs only what it reaches, because marks are stamps that need no clearing. Depth has
// no limit: every object is met once per walk, circles included.
#include "model/boundaries/crossings/crossing_places.h"
#include "model/boundaries/impact/impact_graph.h"

#include <set>

namespace cadastre {

namespace {

constexpr BoundaryIndex noBoundary = -1;

/// Databases of MariaDB and MySQL are schemas: those stand behind the sources.
std::size_t databaseNumber(const Catalog& catalog, ObjectRef object)
{
    const SourceId source = catalog.sourceOf(object);
    const Engine engine = catalog.source(source).engine;
    if (engine == Engine::MariaDb || engine == Engine::MySql) {
        if (const auto schema = schemaOf(catalog, object))
            return catalog.objects().sources.size() + std::size_t(schema->index);
    }
    return std::size_t(source.index);
}

/// Counts distinct databases and owners with stamps.
class RippleCounter
{
public:
    explicit RippleCounter(const BoundaryFacts& facts)
        : m_facts(facts)
        , m_graph(facts)
        , m_ownerStamps(facts.ownership.names.size(), 0)
        , m_databaseStamps(
              facts.catalog.objects().sources.size() + facts.catalog.objects().schemas.size(), 0)
    {
    }

    /// `own` is the boundary of the starts or noBoundary; with `outsideOnly` its own objects do not
    /// count.
    Ripple count(const std::vector<TableId>& tables, BoundaryIndex own, bool outsideOnly)
    {
        ++m_round;
        std::vector<int> starts;
        Ripple ripple;
        for (TableId table : tables) {
            starts.push_back(m_graph.nodeOf(table));
            addDatabase(table, ripple);
        }
        m_graph.walk(starts, {}, m_steps);
        for (const ImpactGraph::Step& step : m_steps) {
            const ObjectRef object = m_graph.objectOf(step.node);
            const BoundaryIndex boundary =
                m_facts.ownership.boundaryOf(m_facts.catalog, object).value_or(noBoundary);
            if (outsideOnly && boundary == own)
                continue;
            ++ripple.objects;
            addDatabase(object, ripple);
            if (boundary >= 0 && boundary != own && stamp(m_ownerStamps[std::size_t(boundary)]))
                ++ripple.owners;
        }
        return ripple;
    }

private:
    bool stamp(int& mark)
    {
        const bool isNew = mark != m_round;
        mark = m_round;
        return isNew;
    }

    void addDatabase(ObjectRef object, Ripple& ripple)
    {
        if (stamp(m_databaseStamps[databaseNumber(m_facts.catalog, object)]))
            ++ripple.databases;
    }

    const BoundaryFacts& m_facts;
    ImpactGraph m_graph;
    std::vector<ImpactGraph::Step> m_steps;
    std::vector<int> m_ownerStamps;
    std::vector<int> m_databaseStamps;
    int m_round = 0;
};

} // namespace

Ripple rippleOf(const Catalog& catalog, const Impact& impact)
{
    Ripple ripple;
    ripple.objects = static_cast<int>(impact.entries.size());
    ripple.owners = static_cast<int>(impact.toTell.size());
    std::set<std::size_t> databases{databaseNumber(catalog, impact.object)};
    for (const ImpactEntry& entry : impact.entries)
        databases.insert(databaseNumber(catalog, entry.object));
    ripple.databases = static_cast<int>(databases.size());
    return ripple;
}

std::vector<Ripple> ripples(const BoundaryFacts& facts)
{
    RippleCounter counter(facts);
    std::vector<Ripple> all;
    const int count = static_cast<int>(facts.catalog.objects().tables.size());
    for (int i = 0; i < count; ++i) {
        const BoundaryIndex owner = facts.ownership.ofTables[std::size_t(i)];
        all.push_back(counter.count({TableId{i}}, owner, false));
    }
    return all;
}

std::vector<Ripple> boundaryRipples(const BoundaryFacts& facts)
{
    RippleCounter counter(facts);
    std::vector<std::vector<TableId>> members(facts.ownership.names.size());
    for (std::size_t i = 0; i < facts.ownership.ofTables.size(); ++i) {
        const BoundaryIndex owner = facts.ownership.ofTables[i];
        if (owner >= 0)
            members[std::size_t(owner)].push_back(TableId{static_cast<int>(i)});
    }
    std::vector<Ripple> all;
    for (std::size_t i = 0; i < members.size(); ++i)
        all.push_back(counter.count(members[i], static_cast<BoundaryIndex>(i), true));
    return all;
}

} // namespace cadastre
