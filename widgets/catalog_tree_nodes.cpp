// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/catalog_tree_nodes.h"

#include "model/catalog/table_counts.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

constexpr std::array tableFolders{
    TreeFolder::Tables,        TreeFolder::Views,         TreeFolder::MaterializedViews,
    TreeFolder::ForeignTables, TreeFolder::VirtualTables, TreeFolder::UnknownTables};

using Entries = std::vector<TreeEntry>;

/// Whether a table has a line of its own, or one below it that the filter finds.
bool isListed(const CatalogTreeIndex& index, const CatalogTreeFilter& filter, TableId table)
{
    if (index.representativeOf(table))
        return false;
    const auto& folded = index.foldedUnder(table);
    return filter.showsTable(table) ||
           std::any_of(folded.begin(), folded.end(),
                       [&](const FamilyMember& member) { return filter.showsTable(member.table); });
}

bool isFolderMember(const Catalog& catalog, const TreeEntry& folder, ObjectRef ref)
{
    switch (folder.folder) {
    case TreeFolder::Routines:
        return ref.kind == ObjectKind::Routine;
    case TreeFolder::Types:
        return ref.kind == ObjectKind::Type;
    case TreeFolder::Roles:
        return ref.kind == ObjectKind::Role;
    case TreeFolder::Others:
        return ref.kind == ObjectKind::Other &&
               catalog.other(OtherId{ref.index}).kindName == folder.otherKind;
    default:
        return false;
    }
}

Entries tablesInFolder(const Catalog& catalog, const CatalogTreeIndex& index,
                       const CatalogTreeFilter& filter, const TreeEntry& folder)
{
    Entries entries;
    const SchemaId schema{folder.ref.index};
    int table = catalog.firstTable(schema).index;
    for (const Table& facts : catalog.tablesOf(schema)) {
        const TableId id{table++};
        if (folderOf(facts.kind) == folder.folder && isListed(index, filter, id))
            entries.push_back({id, TreeFolder::None, {}});
    }
    std::stable_sort(entries.begin(), entries.end(), [&](const auto& a, const auto& b) {
        return catalog.base(a.ref).name.compare(catalog.base(b.ref).name, Qt::CaseInsensitive) < 0;
    });
    return entries;
}

Entries ownedInFolder(const Catalog& catalog, const CatalogTreeIndex& index,
                      const CatalogTreeFilter& filter, const TreeEntry& folder)
{
    Entries entries;
    for (const ObjectRef ref : index.ownedBy(folder.ref)) {
        if (isFolderMember(catalog, folder, ref) && filter.showsObject(ref, catalog.base(ref)))
            entries.push_back({ref, TreeFolder::None, {}});
    }
    return entries;
}

Entries foldedEntries(const CatalogTreeIndex& index, const CatalogTreeFilter& filter, TableId table,
                      TreeFolder folder)
{
    Entries entries;
    for (const FamilyMember& member : index.foldedUnder(table)) {
        if (foldedFolder(member.rule) == folder && filter.showsTable(member.table))
            entries.push_back({member.table, TreeFolder::None, {}});
    }
    return entries;
}

/// Folders of what a schema or source owns beside tables.
Entries ownedFolders(const Catalog& catalog, const CatalogTreeIndex& index,
                     const CatalogTreeFilter& filter, ObjectRef owner)
{
    Entries folders;
    for (const ObjectRef ref : index.ownedBy(owner)) {
        if (ref.kind == ObjectKind::Schema || !filter.showsObject(ref, catalog.base(ref)))
            continue;
        TreeEntry folder{owner, TreeFolder::Others, {}};
        if (ref.kind == ObjectKind::Routine)
            folder.folder = TreeFolder::Routines;
        else if (ref.kind == ObjectKind::Type)
            folder.folder = TreeFolder::Types;
        else if (ref.kind == ObjectKind::Role)
            folder.folder = TreeFolder::Roles;
        else
            folder.otherKind = catalog.other(OtherId{ref.index}).kindName;
        if (std::find(folders.begin(), folders.end(), folder) == folders.end())
            folders.push_back(folder);
    }
    std::stable_sort(folders.begin(), folders.end(), [](const auto& a, const auto& b) {
        return std::tie(a.folder, a.otherKind) < std::tie(b.folder, b.otherKind);
    });
    return folders;
}

Entries schemaChildren(const Catalog& catalog, const CatalogTreeIndex& index,
                       const CatalogTreeFilter& filter, ObjectRef schema)
{
    std::array<bool, tableFolders.size()> used{};
    int table = catalog.firstTable(SchemaId{schema.index}).index;
    for (const Table& facts : catalog.tablesOf(SchemaId{schema.index})) {
        const TableId id{table++};
        if (!isListed(index, filter, id))
            continue;
        const auto* place =
            std::find(tableFolders.begin(), tableFolders.end(), folderOf(facts.kind));
        used[static_cast<std::size_t>(place - tableFolders.begin())] = true;
    }
    Entries entries;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (used[i])
            entries.push_back({schema, tableFolders[i], {}});
    }
    const Entries owned = ownedFolders(catalog, index, filter, schema);
    entries.insert(entries.end(), owned.begin(), owned.end());
    return entries;
}

Entries sourceChildren(const Catalog& catalog, const CatalogTreeIndex& index,
                       const CatalogTreeFilter& filter, ObjectRef source)
{
    Entries entries;
    for (const ObjectRef ref : index.ownedBy(source)) {
        if (ref.kind != ObjectKind::Schema)
            continue;
        const bool hidden = !filter.options().systemObjects && catalog.base(ref).system;
        const bool empty =
            filter.isFiltering() && schemaChildren(catalog, index, filter, ref).empty();
        if (!hidden && !empty)
            entries.push_back({ref, TreeFolder::None, {}});
    }
    const Entries folders = ownedFolders(catalog, index, filter, source);
    entries.insert(entries.end(), folders.begin(), folders.end());
    return entries;
}

Entries tableChildren(const Catalog& catalog, const CatalogTreeIndex& index,
                      const CatalogTreeFilter& filter, TableId table)
{
    Entries entries;
    const int first = catalog.firstColumn(table).index;
    const int end = first + static_cast<int>(catalog.columnsOf(table).size());
    for (int column = first; column < end; ++column) {
        if (filter.showsColumn(ColumnId{column}))
            entries.push_back({ColumnId{column}, TreeFolder::None, {}});
    }
    for (const TreeFolder folder : {TreeFolder::Partitions, TreeFolder::Copies}) {
        if (!foldedEntries(index, filter, table, folder).empty())
            entries.push_back({table, folder, {}});
    }
    return entries;
}

} // namespace

CatalogTreeIndex::CatalogTreeIndex(const Catalog& catalog)
{
    const CatalogObjects& all = catalog.objects();
    for (TableFamily& family : tableFamilies(catalog)) {
        const Table& table = catalog.table(family.representative);
        const std::pair folder(ObjectRef(table.schema), static_cast<int>(folderOf(table.kind)));
        for (const FamilyMember& member : family.members) {
            m_representatives.insert(member.table, family.representative);
            if (countedAs(catalog, member.table) == CountedAs::Table)
                m_copies[folder].push_back(member.table);
        }
        m_folded.insert(family.representative, std::move(family.members));
    }
    for (std::size_t i = 0; i < all.schemas.size(); ++i)
        m_owned[all.schemas[i].source].push_back(SchemaId{static_cast<int>(i)});
    for (std::size_t i = 0; i < all.routines.size(); ++i)
        m_owned[all.routines[i].schema].push_back(RoutineId{static_cast<int>(i)});
    for (std::size_t i = 0; i < all.types.size(); ++i)
        m_owned[all.types[i].schema].push_back(TypeId{static_cast<int>(i)});
    for (std::size_t i = 0; i < all.others.size(); ++i) {
        const OtherObject& other = all.others[i];
        const ObjectRef owner = other.schema ? ObjectRef(*other.schema) : ObjectRef(other.source);
        m_owned[owner].push_back(OtherId{static_cast<int>(i)});
    }
    for (std::size_t i = 0; i < all.roles.size(); ++i)
        m_owned[all.roles[i].source].push_back(RoleId{static_cast<int>(i)});
}

const std::vector<FamilyMember>& CatalogTreeIndex::foldedUnder(TableId id) const
{
    static const std::vector<FamilyMember> none;
    const auto found = m_folded.constFind(id);
    return found == m_folded.cend() ? none : *found;
}

const std::vector<TableId>& CatalogTreeIndex::copiesIn(const TreeEntry& folder) const
{
    static const std::vector<TableId> none;
    const auto found = m_copies.constFind({folder.ref, static_cast<int>(folder.folder)});
    return found == m_copies.cend() ? none : *found;
}

std::optional<TableId> CatalogTreeIndex::representativeOf(TableId id) const
{
    const auto found = m_representatives.constFind(id);
    return found == m_representatives.cend() ? std::nullopt : std::optional(*found);
}

std::optional<TableFamilyRule> CatalogTreeIndex::foldingRule(TableId id) const
{
    const auto& members = foldedUnder(representativeOf(id).value_or(id));
    const auto found = std::ranges::find(members, id, &FamilyMember::table);
    return found == members.end() ? std::nullopt : std::optional(found->rule);
}

TreeFolder foldedFolder(TableFamilyRule rule)
{
    return rule == TableFamilyRule::Partition ? TreeFolder::Partitions : TreeFolder::Copies;
}

const std::vector<ObjectRef>& CatalogTreeIndex::ownedBy(ObjectRef owner) const
{
    static const std::vector<ObjectRef> none;
    const auto found = m_owned.constFind(owner);
    return found == m_owned.cend() ? none : *found;
}

TreeFolder folderOf(TableKind kind)
{
    switch (kind) {
    case TableKind::Table:
    case TableKind::PartitionedTable:
        return TreeFolder::Tables;
    case TableKind::View:
        return TreeFolder::Views;
    case TableKind::MaterializedView:
        return TreeFolder::MaterializedViews;
    case TableKind::ForeignTable:
        return TreeFolder::ForeignTables;
    case TableKind::VirtualTable:
    case TableKind::ShadowTable:
        return TreeFolder::VirtualTables;
    case TableKind::Unknown:
        return TreeFolder::UnknownTables;
    }
    Q_UNREACHABLE();
}

std::vector<TreeEntry> rootEntries(const Catalog& catalog)
{
    Entries entries;
    for (std::size_t i = 0; i < catalog.objects().sources.size(); ++i)
        entries.push_back({SourceId{static_cast<int>(i)}, TreeFolder::None, {}});
    return entries;
}

std::vector<TreeEntry> childEntries(const Catalog& catalog, const CatalogTreeIndex& index,
                                    const CatalogTreeFilter& filter, const TreeEntry& entry)
{
    switch (entry.folder) {
    case TreeFolder::None:
        break;
    case TreeFolder::Partitions:
    case TreeFolder::Copies:
        return foldedEntries(index, filter, TableId{entry.ref.index}, entry.folder);
    case TreeFolder::Routines:
    case TreeFolder::Types:
    case TreeFolder::Others:
    case TreeFolder::Roles:
        return ownedInFolder(catalog, index, filter, entry);
    default:
        return tablesInFolder(catalog, index, filter, entry);
    }
    switch (entry.ref.kind) {
    case ObjectKind::Source:
        return sourceChildren(catalog, index, filter, entry.ref);
    case ObjectKind::Schema:
        return schemaChildren(catalog, index, filter, entry.ref);
    case ObjectKind::Table:
        return tableChildren(catalog, index, filter, TableId{entry.ref.index});
    default:
        return {};
    }
}

} // namespace cadastre
