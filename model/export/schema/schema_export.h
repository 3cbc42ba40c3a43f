// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SchemaExport: what a diagram written as text holds: tables, how they relate, and the groups that
// they stand in. Which these are is decided by who asks; each language has a file beside this one.
#pragma once

#include "model/relations/relationship.h"

#include <QByteArray>

namespace cadastre {

struct SchemaGroup
{
    QString name;
    QString owner;           ///< the team; empty when nobody is known
    QString note;            ///< may be empty
    bool isBoundary = false; ///< drawn by a person; else a schema, or tables that belong together
    std::vector<TableId> tables;

    bool operator==(const SchemaGroup&) const = default;
};

/// One target of one relationship. Its ends are tables of the export, also where a partition or
/// copy is folded under one of them.
struct SchemaLink
{
    TableId child;
    TableId parent;
    int relationship = 0; ///< index into SchemaExport::relationships
    int target = 0;

    bool operator==(const SchemaLink&) const = default;
};

/// A view and what it reads.
struct SchemaRead
{
    TableId view;
    TableId table;

    bool operator==(const SchemaRead&) const = default;
};

struct SchemaExport
{
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<const std::vector<Relationship>> relationships;
    QString title;                   ///< may be empty
    std::vector<TableId> tables;     ///< by id
    std::vector<SchemaGroup> groups; ///< each table in at most one; none where they say nothing
    std::vector<SchemaLink> links;   ///< rejected relationships have none
    std::vector<SchemaRead> reads;

    [[nodiscard]] const Relationship& relationshipOf(const SchemaLink& link) const
    {
        return (*relationships)[static_cast<std::size_t>(link.relationship)];
    }
    [[nodiscard]] const RelationshipTarget& targetOf(const SchemaLink& link) const
    {
        return relationshipOf(link).targets[static_cast<std::size_t>(link.target)];
    }
};

/// "customer_id", or "tenant_id, user_id"; behind it how sure it is where no foreign key declares
/// it and which rows are meant where it is polymorphic: "subject_id, inferred 0.84, when
/// subject_type = 'Post'". One line.
QString linkLabel(const SchemaExport& schema, const SchemaLink& link);

/// Both languages write the ends of a line alike: `}o` at a child, `o{` at a parent.
QLatin1String crowsFootOfChild(Cardinality cardinality);
QLatin1String crowsFootOfParent(Cardinality cardinality);

/// The human words of a comment on one line, at most `longest` characters; an ellipsis where they
/// are cut.
QString shortComment(const QString& comment, int longest = 100);

/// What columns of a table are, worked out once: keys, and the links that they begin.
class ColumnRoles
{
public:
    explicit ColumnRoles(const SchemaExport& schema);

    [[nodiscard]] bool isPrimary(ColumnId column) const { return m_primary[at(column)]; }
    [[nodiscard]] bool isForeign(ColumnId column) const { return m_foreign[at(column)]; }
    /// Unique by itself, without being the primary key.
    [[nodiscard]] bool isUnique(ColumnId column) const { return m_unique[at(column)]; }

private:
    static std::size_t at(ColumnId column) { return static_cast<std::size_t>(column.index); }

    std::vector<bool> m_primary;
    std::vector<bool> m_foreign;
    std::vector<bool> m_unique;
};

} // namespace cadastre
