// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Finds who owns what; see the header. What is said of one object is judged in owner_judge.cpp,
// exposures and roles have files of their own.
#include "model/boundaries/ownership/ownership.h"

#include "model/boundaries/ownership/owner_judge.h"

#include <algorithm>

namespace cadastre {

namespace {

class OwnershipFinder
{
public:
    OwnershipFinder(const Catalog& catalog, const Boundaries& boundaries)
        : m_catalog(catalog)
        , m_boundaries(boundaries)
    {
        findBoundaryNames(boundaries, m_ownership);
        m_judge.emplace(catalog, boundaries, m_ownership);
    }

    Ownership find()
    {
        findSchemaNotes();
        findTables();
        findRoutinesAndTypes();
        findOthers();
        findExposures(m_catalog, m_boundaries, m_judge->notes(), m_ownership);
        findRoles(m_catalog, m_boundaries, m_ownership);
        findMissingEntries(m_catalog, m_boundaries, m_ownership);
        m_judge->addProblemsOfAll();
        std::ranges::sort(m_ownership.problems, [](const auto& a, const auto& b) {
            return std::tie(a.kind, a.boundary, a.member, a.object, a.sentence) <
                   std::tie(b.kind, b.boundary, b.member, b.object, b.sentence);
        });
        return std::move(m_ownership);
    }

private:
    void findSchemaNotes()
    {
        const auto& schemas = m_catalog.objects().schemas;
        for (int i = 0; i < static_cast<int>(schemas.size()); ++i)
            m_ofSchemas.push_back(m_judge->byNote(SchemaId{i}, schemas[i]));
    }

    void findTables()
    {
        const auto& tables = m_catalog.objects().tables;
        m_ownership.ofTables.reserve(tables.size());
        m_ownership.tableReasons.reserve(tables.size());
        for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
            const DecidedOwner decided = m_judge->decide(TableId{i}, tables[i].schema, tables[i]);
            m_ownership.ofTables.push_back(decided.boundary);
            m_ownership.tableReasons.push_back(decided.reason);
        }
        for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
            if (m_ownership.ofTables[i] >= 0)
                continue;
            const BoundaryIndex around = ownerFromAround(TableId{i});
            if (around < 0 || m_judge->isExcepted(TableId{i}, around))
                continue;
            m_ownership.ofTables[i] = around;
            m_ownership.tableReasons[i] = OwnedBy::Parent;
        }
    }

    /// Of a table that is not matched itself; -1 for nobody.
    [[nodiscard]] BoundaryIndex ownerFromAround(TableId id) const
    {
        TableId at = id;
        for (std::size_t steps = 0; steps < m_ownership.ofTables.size(); ++steps) {
            const std::optional<TableId> around = tableAround(at);
            if (!around)
                break;
            at = *around;
            if (m_ownership.ofTables[at.index] >= 0)
                return m_ownership.ofTables[at.index];
        }
        const Table& table = m_catalog.table(id);
        return ownerOfSchema(table, table.schema);
    }

    [[nodiscard]] BoundaryIndex ownerOfSchema(const ObjectBase& base, SchemaId schema) const
    {
        return base.system || !base.extension.isEmpty() ? -1 : m_ofSchemas[schema.index];
    }

    [[nodiscard]] std::optional<TableId> tableAround(TableId id) const
    {
        const Table& table = m_catalog.table(id);
        if (table.partitionOf)
            return table.partitionOf;
        if (table.kind != TableKind::ShadowTable)
            return std::nullopt;
        const ObjectKey own = m_catalog.keyOf(id);
        QString name = table.name;
        while (name.contains(QLatin1Char('_'))) {
            name = name.section(QLatin1Char('_'), 0, -2);
            const auto found =
                m_catalog.find({own.source, KeyKind::Table, {own.parts.first(), name}, {}});
            if (found && m_catalog.table({found->index}).kind == TableKind::VirtualTable)
                return TableId{found->index};
        }
        return std::nullopt;
    }

    void findRoutinesAndTypes()
    {
        const auto& routines = m_catalog.objects().routines;
        for (int i = 0; i < static_cast<int>(routines.size()); ++i)
            m_ownership.ofRoutines.push_back(
                ownerInSchema(RoutineId{i}, routines[i], routines[i].schema));
        const auto& types = m_catalog.objects().types;
        for (int i = 0; i < static_cast<int>(types.size()); ++i)
            m_ownership.ofTypes.push_back(ownerInSchema(TypeId{i}, types[i], types[i].schema));
    }

    BoundaryIndex ownerInSchema(ObjectRef object, const ObjectBase& base, SchemaId schema)
    {
        const BoundaryIndex own = m_judge->decide(object, schema, base).boundary;
        const BoundaryIndex around = own < 0 ? ownerOfSchema(base, schema) : own;
        return own < 0 && m_judge->isExcepted(object, around) ? -1 : around;
    }

    void findOthers()
    {
        const auto& others = m_catalog.objects().others;
        for (int i = 0; i < static_cast<int>(others.size()); ++i)
            m_ownership.ofOthers.push_back(ownerOfOther(OtherId{i}, others[i]));
    }

    /// What is about a table is the table's: policies, rules, sequences of columns.
    BoundaryIndex ownerOfOther(OtherId id, const OtherObject& object)
    {
        const DecidedOwner own = m_judge->decide(id, object.schema, object);
        const bool isNamed = own.reason == OwnedBy::Object || own.reason == OwnedBy::Note;
        if (object.about && !isNamed) {
            if (const auto around = m_ownership.boundaryOf(m_catalog, *object.about))
                return *around;
        }
        if (own.boundary >= 0)
            return own.boundary;
        return object.schema ? ownerOfSchema(object, *object.schema) : -1;
    }

    const Catalog& m_catalog;
    const Boundaries& m_boundaries;
    Ownership m_ownership;
    std::optional<OwnerJudge> m_judge;
    std::vector<BoundaryIndex> m_ofSchemas; ///< by `@owner` in their comments
};

} // namespace

Ownership ownershipOf(const Catalog& catalog, const Boundaries& boundaries)
{
    return OwnershipFinder(catalog, boundaries).find();
}

} // namespace cadastre
