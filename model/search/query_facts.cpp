// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/query_facts.h"

namespace cadastre {

namespace {

/// Calls `visit(ref, object)` for every object of a catalog.
template <typename Visit> void visitObjects(const CatalogObjects& objects, Visit visit)
{
    const auto visitAll = [&](ObjectKind kind, const auto& all) {
        for (int i = 0; i < static_cast<int>(all.size()); ++i)
            visit(ObjectRef(kind, i), all[static_cast<std::size_t>(i)]);
    };
    visitAll(ObjectKind::Source, objects.sources);
    visitAll(ObjectKind::Schema, objects.schemas);
    visitAll(ObjectKind::Table, objects.tables);
    visitAll(ObjectKind::Column, objects.columns);
    visitAll(ObjectKind::Constraint, objects.constraints);
    visitAll(ObjectKind::Index, objects.indexes);
    visitAll(ObjectKind::Trigger, objects.triggers);
    visitAll(ObjectKind::Routine, objects.routines);
    visitAll(ObjectKind::Type, objects.types);
    visitAll(ObjectKind::Role, objects.roles);
    visitAll(ObjectKind::Other, objects.others);
}

bool belongsToOthers(const ObjectBase& object)
{
    return object.system || !object.extension.isEmpty();
}

} // namespace

QueryIndex::QueryIndex(QueryFacts facts)
    : m_facts(std::move(facts))
{
    if (m_facts.catalog == nullptr)
        m_facts.catalog = std::make_shared<const Catalog>();
    if (m_facts.commented == nullptr || m_facts.commented->catalog() != m_facts.catalog)
        m_facts.commented =
            std::make_shared<const CommentedCatalog>(m_facts.catalog, StagedEdits());
    nameObjects();
    countRelationships();
    countKeys();
    findReadKinds();
    m_jsonSigns = jsonSigns(*m_facts.commented);
}

void QueryIndex::nameObjects()
{
    visitObjects(catalog().objects(), [&](ObjectRef object, const ObjectBase& base) {
        m_nameIds[static_cast<std::size_t>(object.kind)].push_back(m_names.add(base.name));
        if (const QString name = called(object); !name.isEmpty())
            m_called.insert(object, m_names.add(name));
        if (base.comment.isEmpty() && !isStaged(object))
            return;
        if (const QString text = comment(object); !text.isEmpty())
            m_foldedComments.insert(object, text.toCaseFolded());
    });
    m_names.finish();
}

void QueryIndex::countRelationships()
{
    const CatalogObjects& objects = catalog().objects();
    m_tableOrigins.assign(objects.tables.size(), 0);
    m_tableReferences.assign(objects.tables.size(), 0);
    m_columnOrigins.assign(objects.columns.size(), 0);
    m_columnReferences.assign(objects.columns.size(), 0);
    if (m_facts.relationships == nullptr)
        return;
    for (const Relationship& relationship : *m_facts.relationships) {
        if (relationship.origin == RelationshipOrigin::Inferred &&
            relationship.confidence < m_facts.leastConfidence)
            continue;
        const auto bit = static_cast<OriginBits>(1U << static_cast<unsigned>(relationship.origin));
        m_tableOrigins[relationship.child.index] |= bit;
        for (const ColumnId column : relationship.childColumns)
            m_columnOrigins[column.index] |= bit;
        if (relationship.origin == RelationshipOrigin::Rejected)
            continue;
        for (const RelationshipTarget& target : relationship.targets) {
            if (!target.isResolved())
                continue;
            ++m_tableReferences[target.table.index];
            for (const ColumnId column : target.columns)
                ++m_columnReferences[column.index];
        }
    }
}

void QueryIndex::countKeys()
{
    const CatalogObjects& objects = catalog().objects();
    m_keyColumns.assign(objects.columns.size(), false);
    m_indexedColumns.assign(objects.columns.size(), false);
    for (const Constraint& constraint : objects.constraints) {
        const bool isKey = constraint.kind == ConstraintKind::PrimaryKey;
        if (isKey || constraint.kind == ConstraintKind::Unique) {
            if (!constraint.columns.empty())
                m_indexedColumns[constraint.columns.front().index] = true;
        }
        for (const ColumnId column : constraint.columns)
            m_keyColumns[column.index] = m_keyColumns[column.index] || isKey;
    }
    for (const Index& index : objects.indexes) {
        if (!index.parts.empty() && index.parts.front().column)
            m_indexedColumns[index.parts.front().column->index] = true;
    }
}

void QueryIndex::findReadKinds()
{
    for (const Source& source : catalog().objects().sources) {
        std::uint32_t unread = 0;
        for (const KindReport& report : source.kinds) {
            if (report.state == ReadState::NotRead || report.state == ReadState::PartlyRead)
                unread |= 1U << static_cast<unsigned>(report.kind);
        }
        m_unread.push_back(unread);
    }
}

QString QueryIndex::comment(ObjectRef object) const
{
    return m_facts.commented->comment(object);
}

QString QueryIndex::called(ObjectRef object) const
{
    return ObjectNames{m_facts.commented, false}.meant(object);
}

bool QueryIndex::isStaged(ObjectRef object) const
{
    return m_facts.commented->isStaged(object);
}

bool QueryIndex::isRead(SourceId source, CatalogKind kind) const
{
    return (m_unread[source.index] & (1U << static_cast<unsigned>(kind))) == 0;
}

const QString& QueryIndex::foldedComment(ObjectRef object) const
{
    static const QString none;
    const auto found = m_foldedComments.constFind(object);
    return found == m_foldedComments.cend() ? none : *found;
}

bool QueryIndex::isHidden(ObjectRef object) const
{
    if (m_facts.systemObjects)
        return false;
    const Catalog& all = catalog();
    if (belongsToOthers(all.base(object)))
        return true;
    const auto inTable = [&](TableId id) {
        return belongsToOthers(all.table(id)) || all.schema(all.table(id).schema).system;
    };
    switch (object.kind) {
    case ObjectKind::Table:
        return inTable(TableId{object.index});
    case ObjectKind::Column:
        return inTable(all.column(ColumnId{object.index}).table);
    case ObjectKind::Constraint:
        return inTable(all.constraint(ConstraintId{object.index}).table);
    case ObjectKind::Index:
        return inTable(all.index(IndexId{object.index}).table);
    case ObjectKind::Trigger:
        return inTable(all.trigger(TriggerId{object.index}).table);
    default:
        return false;
    }
}

} // namespace cadastre
