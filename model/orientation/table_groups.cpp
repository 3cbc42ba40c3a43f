// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Divides the tables of a catalog; see the header.
#include "model/orientation/table_groups.h"

#include "model/boundaries/suggest.h"
#include "model/catalog/table_counts.h"

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

constexpr std::size_t largestWhole = 60;    ///< a schema with more falls into parts
constexpr std::size_t smallestDivided = 12; ///< fewer tables are one group anyway
constexpr std::size_t smallestPart = 2;

class GroupDivision
{
public:
    explicit GroupDivision(const TableGroupFacts& facts)
        : m_facts(facts)
        , m_catalog(facts.catalog)
    {
        for (std::size_t i = 0; i < m_catalog.objects().tables.size(); ++i) {
            if (isExplained(m_catalog, {static_cast<int>(i)}))
                m_tables.push_back({static_cast<int>(i)});
        }
    }

    std::vector<TableGroup> groups()
    {
        if (hasOwners())
            byBoundaries();
        else
            bySchemas(m_tables);
        std::ranges::sort(m_groups, {}, [](const TableGroup& group) {
            return std::tuple(group.kind == TableGroupKind::Rest, group.name);
        });
        if (!m_rest.empty()) {
            std::ranges::sort(m_rest);
            m_groups.push_back({TableGroupKind::Rest, restName(), std::nullopt, std::move(m_rest)});
        }
        return std::move(m_groups);
    }

private:
    [[nodiscard]] bool hasOwners() const
    {
        return m_facts.ownership != nullptr && std::ranges::any_of(m_tables, [&](TableId table) {
                   return m_facts.ownership->ofTables[table.index] >= 0;
               });
    }

    [[nodiscard]] QString restName() const { return freeName(QStringLiteral("Other tables")); }

    /// What nobody owns stays in the groups that it was in before anybody owned anything.
    void byBoundaries()
    {
        std::map<BoundaryIndex, std::vector<TableId>> members;
        std::vector<TableId> unowned;
        for (TableId table : m_tables) {
            const BoundaryIndex owner = m_facts.ownership->ofTables[table.index];
            if (owner < 0)
                unowned.push_back(table);
            else
                members[owner].push_back(table);
        }
        for (auto& [owner, tables] : members)
            m_groups.push_back({TableGroupKind::Boundary, m_facts.ownership->names[owner],
                                std::nullopt, std::move(tables)});
        bySchemas(unowned);
    }

    /// Whether a schema falls into parts is decided by all that is in it.
    void bySchemas(const std::vector<TableId>& tables)
    {
        std::map<SchemaId, std::size_t> sizes;
        for (TableId table : m_tables)
            ++sizes[m_catalog.table(table).schema];
        std::map<SchemaId, std::vector<TableId>> schemas;
        for (TableId table : tables)
            schemas[m_catalog.table(table).schema].push_back(table);
        const std::size_t most = sizes.size() == 1 ? smallestDivided : largestWhole;
        std::vector<TableId> large;
        for (auto& [schema, members] : schemas) {
            if (sizes[schema] > most)
                large.insert(large.end(), members.begin(), members.end());
            else if (hasOwners() && members.size() < smallestPart)
                m_rest.insert(m_rest.end(), members.begin(), members.end());
            else
                m_groups.push_back({TableGroupKind::Schema, freeName(schemaName(schema)), schema,
                                    std::move(members)});
        }
        if (!large.empty())
            divide(large, sizes.size() > 1);
    }

    [[nodiscard]] QString freeName(QString name) const
    {
        while (std::ranges::find(m_groups, name, &TableGroup::name) != m_groups.end())
            name += QStringLiteral(" …");
        return name;
    }

    [[nodiscard]] QString schemaName(SchemaId id) const
    {
        const Schema& schema = m_catalog.schema(id);
        const CatalogObjects& objects = m_catalog.objects();
        return objects.sources.size() > 1
                   ? QString(m_catalog.source(schema.source).name + QLatin1Char('/') + schema.name)
                   : schema.name;
    }

    /// The parts that are suggested, each inside one schema; what is in none is the rest.
    void divide(const std::vector<TableId>& tables, bool withSchema)
    {
        SuggestOptions options;
        options.minimumConfidence = m_facts.minimumConfidence;
        options.relationships = &m_facts.relationships;
        options.uses = m_facts.uses;
        std::vector<bool> wanted(m_catalog.objects().tables.size());
        for (TableId table : tables)
            wanted[table.index] = true;
        for (const ProposedBoundary& part : suggestBoundaries(m_catalog, options)) {
            std::map<SchemaId, std::vector<TableId>> members;
            for (const ProposedMember& member : part.members) {
                if (wanted[member.table.index])
                    members[m_catalog.table(member.table).schema].push_back(member.table);
            }
            for (auto& [schema, ofSchema] : members)
                addPart(part.name, schema, std::move(ofSchema), withSchema, wanted);
        }
        for (TableId table : tables) {
            if (wanted[table.index])
                m_rest.push_back(table);
        }
    }

    void addPart(const QString& name, SchemaId schema, std::vector<TableId> members,
                 bool withSchema, std::vector<bool>& wanted)
    {
        if (members.size() < smallestPart)
            return;
        for (TableId table : members)
            wanted[table.index] = false;
        const QString schemaText = schemaName(schema);
        const QString full = withSchema && name != schemaText
                                 ? QString(schemaText + QStringLiteral(" / ") + name)
                                 : name;
        m_groups.push_back(
            {TableGroupKind::Part, freeName(full), std::nullopt, std::move(members)});
    }

    const TableGroupFacts& m_facts;
    const Catalog& m_catalog;
    std::vector<TableId> m_tables;
    std::vector<TableId> m_rest;
    std::vector<TableGroup> m_groups;
};

} // namespace

bool isExplained(const Catalog& catalog, TableId id)
{
    const CountedAs counted = countedAs(catalog, id);
    return counted == CountedAs::Table || counted == CountedAs::View;
}

std::vector<TableGroup> tableGroups(const TableGroupFacts& facts)
{
    return GroupDivision(facts).groups();
}

} // namespace cadastre
