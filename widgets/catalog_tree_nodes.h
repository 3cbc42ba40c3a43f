// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The shape of the tree over a catalog: sources, schemas, folders by kind, objects, columns. Values
// made on demand, one level at a time; how Qt sees them lives in catalog_tree_model.h.
#pragma once

#include "model/catalog/table_families.h"
#include "widgets/catalog_tree_filter.h"

namespace cadastre {

/// A folder that gathers objects of one kind under a schema, a source or a table.
enum class TreeFolder : std::uint8_t {
    None, ///< the node is an object
    Tables,
    Views,
    MaterializedViews,
    ForeignTables,
    VirtualTables,
    UnknownTables,
    Routines,
    Types,
    Others, ///< one folder per kindName
    Roles,
    Partitions,
    Copies, ///< year tables, backups and what else is folded under a table
};

/// What one line of the tree stands for; `ref` is the object, or the folder's owner.
struct TreeEntry
{
    ObjectRef ref;
    TreeFolder folder = TreeFolder::None;
    QString otherKind; ///< of a folder of Others: its kindName

    bool operator==(const TreeEntry&) const = default;
};

/// Objects outside tables by their owner, gathered once per catalog.
class CatalogTreeIndex
{
public:
    CatalogTreeIndex() = default;
    explicit CatalogTreeIndex(const Catalog& catalog);

    /// Tables that are folded under this one; empty for others.
    [[nodiscard]] const std::vector<FamilyMember>& foldedUnder(TableId id) const;
    /// Copies that stand folded under tables of a folder of a schema, by id; no partitions and
    /// nothing in which a virtual table keeps its data.
    [[nodiscard]] const std::vector<TableId>& copiesIn(const TreeEntry& folder) const;
    /// Why a table is folded under another one; absent when it is not.
    [[nodiscard]] std::optional<TableFamilyRule> foldingRule(TableId id) const;
    /// The table that this one is folded under.
    [[nodiscard]] std::optional<TableId> representativeOf(TableId id) const;
    /// Routines, types and other objects of a schema; schemas, roles and others of a source.
    [[nodiscard]] const std::vector<ObjectRef>& ownedBy(ObjectRef owner) const;

private:
    QHash<TableId, std::vector<FamilyMember>> m_folded;
    QHash<std::pair<ObjectRef, int>, std::vector<TableId>> m_copies; ///< by schema and folder
    QHash<TableId, TableId> m_representatives;
    QHash<ObjectRef, std::vector<ObjectRef>> m_owned;
};

/// The sources.
std::vector<TreeEntry> rootEntries(const Catalog& catalog);
/// What stands below an entry, in order: folders that would be empty are left out.
std::vector<TreeEntry> childEntries(const Catalog& catalog, const CatalogTreeIndex& index,
                                    const CatalogTreeFilter& filter, const TreeEntry& entry);
/// The way from a root to an object, outermost first, the object last; empty for objects without a
/// place in the tree (indexes, constraints, triggers).
std::vector<TreeEntry> pathTo(const Catalog& catalog, const CatalogTreeIndex& index,
                              ObjectRef object);
/// The folder of its representative that a folded table stands in.
TreeFolder foldedFolder(TableFamilyRule rule);
/// The folder that a table of this kind stands in.
TreeFolder folderOf(TableKind kind);

} // namespace cadastre
