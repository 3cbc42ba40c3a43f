// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What queries are asked about: a catalog with its relationships, staged comments and boundaries,
// made ready once so that a keystroke counts nothing.
#pragma once

#include "model/boundaries/ownership/ownership.h"
#include "model/notes/object_names.h"
#include "model/relations/relationship.h"
#include "model/search/json_columns.h"
#include "model/search/query_names.h"

#include <array>
#include <memory>

namespace cadastre {

struct QueryFacts
{
    std::shared_ptr<const Catalog> catalog;
    /// Null: nothing is known of relationships, and nothing is concluded.
    std::shared_ptr<const std::vector<Relationship>> relationships;
    /// Of the same catalog; null: comments as they were read.
    std::shared_ptr<const CommentedCatalog> commented;
    /// Null where nobody drew boundaries.
    std::shared_ptr<const Boundaries> boundaries;
    std::shared_ptr<const Ownership> ownership; ///< of the same catalog and boundaries
    double leastConfidence = 0.5;               ///< weaker inferred relationships are none
    bool systemObjects = false;                 ///< also those of the engine and of extensions
};

inline constexpr std::size_t objectKindCount = static_cast<std::size_t>(ObjectKind::Other) + 1;

/// Where relationships begin, by origin; a set of bits `1 << origin`.
using OriginBits = std::uint8_t;

class QueryIndex
{
public:
    QueryIndex() = default;
    explicit QueryIndex(QueryFacts facts);

    [[nodiscard]] const QueryFacts& facts() const { return m_facts; }
    [[nodiscard]] const Catalog& catalog() const { return *m_facts.catalog; }
    /// With what is staged.
    [[nodiscard]] QString comment(ObjectRef object) const;
    /// What an object should be called; empty for nothing else than its name.
    [[nodiscard]] QString called(ObjectRef object) const;
    [[nodiscard]] bool isStaged(ObjectRef object) const;
    /// Whether absence of comments, indexes, ... of a source is sure.
    [[nodiscard]] bool isRead(SourceId source, CatalogKind kind) const;
    [[nodiscard]] OriginBits originsOf(TableId table) const { return m_tableOrigins[table.index]; }
    [[nodiscard]] OriginBits originsOf(ColumnId column) const
    {
        return m_columnOrigins[column.index];
    }
    /// Relationships that point at a table.
    [[nodiscard]] int referencesTo(TableId table) const { return m_tableReferences[table.index]; }
    [[nodiscard]] int referencesTo(ColumnId column) const
    {
        return m_columnReferences[column.index];
    }
    [[nodiscard]] bool isInKey(ColumnId column) const { return m_keyColumns[column.index]; }
    /// Whether an index begins with it.
    [[nodiscard]] bool isIndexed(ColumnId column) const { return m_indexedColumns[column.index]; }
    /// What says that it holds JSON.
    [[nodiscard]] JsonSign jsonSignOf(ColumnId column) const { return m_jsonSigns[column.index]; }
    /// Whether the facts' choice leaves it out: the engine's own, an extension's.
    [[nodiscard]] bool isHidden(ObjectRef object) const;

    [[nodiscard]] const QueryNames& names() const { return m_names; }
    /// Into names().
    [[nodiscard]] int nameOf(ObjectRef object) const
    {
        return m_nameIds[static_cast<std::size_t>(object.kind)]
                        [static_cast<std::size_t>(object.index)];
    }
    /// The same of what it should be called; -1 for nothing else.
    [[nodiscard]] int calledNameOf(ObjectRef object) const
    {
        return m_called.isEmpty() ? -1 : m_called.value(object, -1);
    }
    /// Case-folded, with what is staged; empty for none.
    [[nodiscard]] const QString& foldedComment(ObjectRef object) const;

private:
    void nameObjects();
    void countRelationships();
    void countKeys();
    void findReadKinds();

    QueryFacts m_facts;
    QueryNames m_names;
    std::array<std::vector<int>, objectKindCount> m_nameIds;
    QHash<ObjectRef, int> m_called;
    QHash<ObjectRef, QString> m_foldedComments; ///< of those that have one
    std::vector<OriginBits> m_tableOrigins;
    std::vector<OriginBits> m_columnOrigins;
    std::vector<int> m_tableReferences;
    std::vector<int> m_columnReferences;
    std::vector<bool> m_keyColumns;
    std::vector<bool> m_indexedColumns;
    std::vector<JsonSign> m_jsonSigns;
    std::vector<std::uint32_t> m_unread; ///< by source: bits by CatalogKind
};

} // namespace cadastre
