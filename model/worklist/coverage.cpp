// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Counts what is documented, by source, schema, boundary, owner or convention; see worklist.h.
#include "model/worklist/coverage.h"
#include "model/notes/comment_text.h"
#include "model/worklist/worklist.h"

#include <map>

namespace cadastre {

namespace {

/// Groups in the order in which they are shown: what belongs to none is last.
using GroupName = std::pair<bool, QString>; // whether it is none, and the name

class CoverageCounter
{
public:
    CoverageCounter(const WorklistFacts& facts, CoverageBy by)
        : m_facts(facts)
        , m_catalog(*facts.commented.catalog())
        , m_by(by)
    {
    }

    std::vector<CoverageGroup> count()
    {
        const CatalogObjects& objects = m_catalog.objects();
        for (std::size_t i = 0; i < objects.tables.size(); ++i)
            countTable({static_cast<int>(i)});
        for (std::size_t i = 0; i < objects.routines.size(); ++i)
            countOther(RoutineId{static_cast<int>(i)}, objects.routines[i]);
        for (std::size_t i = 0; i < objects.types.size(); ++i)
            countOther(TypeId{static_cast<int>(i)}, objects.types[i]);
        std::vector<CoverageGroup> groups;
        for (auto& [name, group] : m_groups) {
            group.name = name.second;
            groups.push_back(group);
        }
        return groups;
    }

    std::vector<TableId> tablesOf(const QString& name)
    {
        std::vector<TableId> result;
        for (std::size_t i = 0; i < m_catalog.objects().tables.size(); ++i) {
            const TableId id{static_cast<int>(i)};
            m_groups.clear();
            countTable(id);
            if (m_groups.contains({name.isEmpty(), name}))
                result.push_back(id);
        }
        return result;
    }

private:
    [[nodiscard]] bool isDocumentedObject(ObjectRef object) const
    {
        return isDocumented(m_facts.commented.comment(object));
    }

    void countTable(TableId id)
    {
        const Table& table = m_catalog.table(id);
        if (table.system || !table.extension.isEmpty() || table.partitionOf ||
            table.kind == TableKind::ShadowTable)
            return;
        const QString convention =
            m_by == CoverageBy::Convention ? conventionOf(id).value_or(QString()) : QString();
        CoverageGroup& group = groupOf(id, convention);
        ++group.coverage.tables;
        group.coverage.tablesCommented += isDocumentedObject(id) ? 1 : 0;
        if (isView(table))
            return;
        const auto columns = m_catalog.columnsOf(id);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const ColumnId column{m_catalog.firstColumn(id).index + static_cast<int>(i)};
            CoverageGroup& own = m_by == CoverageBy::Convention
                                     ? groupOf(column, conventionOf(column).value_or(convention))
                                     : group;
            ++own.coverage.columns;
            own.coverage.columnsCommented += isDocumentedObject(column) ? 1 : 0;
        }
    }

    template <typename ObjectId> void countOther(ObjectId id, const ObjectBase& base)
    {
        if (base.system || !base.extension.isEmpty() || m_by == CoverageBy::Convention)
            return;
        Coverage& coverage = groupOf(id, {}).coverage;
        ++coverage.others;
        coverage.othersCommented += isDocumentedObject(id) ? 1 : 0;
    }

    [[nodiscard]] std::optional<QString> conventionOf(ObjectRef object) const
    {
        const QString text = m_facts.commented.comment(object);
        return text.contains(QLatin1String("@convention"))
                   ? noteValue(text, QStringLiteral("convention"))
                   : std::nullopt;
    }

    CoverageGroup& groupOf(ObjectRef object, const QString& convention)
    {
        QString name;
        if (m_by == CoverageBy::Source)
            name = m_catalog.source(m_catalog.sourceOf(object)).name;
        else if (m_by == CoverageBy::Schema)
            name = schemaName(object);
        else if (m_by == CoverageBy::Convention)
            name = convention;
        else
            name = boundaryOrOwner(object);
        CoverageGroup& group = m_groups[{name.isEmpty(), name}];
        group.isPartial = group.isPartial || !readsComments(m_catalog.sourceOf(object));
        return group;
    }

    [[nodiscard]] bool readsComments(SourceId source) const
    {
        const KindReport* report = m_catalog.kindReport(source, CatalogKind::Comments);
        return report == nullptr || report->state == ReadState::Read ||
               report->state == ReadState::EngineHasNone;
    }

    [[nodiscard]] QString schemaName(ObjectRef object) const
    {
        SchemaId schema;
        if (object.kind == ObjectKind::Table)
            schema = m_catalog.table({object.index}).schema;
        else if (object.kind == ObjectKind::Column)
            schema = m_catalog.table(m_catalog.column({object.index}).table).schema;
        else if (object.kind == ObjectKind::Routine)
            schema = m_catalog.routine({object.index}).schema;
        else
            schema = m_catalog.type({object.index}).schema;
        const QString source = m_catalog.source(m_catalog.schema(schema).source).name;
        const QString& name = m_catalog.schema(schema).name;
        return m_catalog.objects().sources.size() > 1 ? QString(source + QLatin1Char('/') + name)
                                                      : name;
    }

    [[nodiscard]] QString boundaryOrOwner(ObjectRef object) const
    {
        const auto boundary = m_facts.ownership.boundaryOf(m_catalog, object);
        if (!boundary)
            return {};
        const QString& name = m_facts.ownership.names[static_cast<std::size_t>(*boundary)];
        if (m_by == CoverageBy::Boundary)
            return name;
        const auto entry = m_facts.boundaries.entries.find(name);
        return entry == m_facts.boundaries.entries.end() ? QString() : entry->second.owner;
    }

    const WorklistFacts& m_facts;
    const Catalog& m_catalog;
    CoverageBy m_by;
    std::map<GroupName, CoverageGroup> m_groups;
};

} // namespace

std::vector<CoverageGroup> commentCoverage(const WorklistFacts& facts, CoverageBy by)
{
    if (facts.commented.catalog() == nullptr)
        return {};
    return CoverageCounter(facts, by).count();
}

std::vector<TableId> tablesOfGroup(const WorklistFacts& facts, CoverageBy by, const QString& name)
{
    if (facts.commented.catalog() == nullptr)
        return {};
    return CoverageCounter(facts, by).tablesOf(name);
}

} // namespace cadastre
