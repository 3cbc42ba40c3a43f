// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The way from a source down to an object of the tree.
#include "widgets/catalog_tree_nodes.h"

#include <algorithm>

namespace cadastre {

namespace {

void appendSource(std::vector<TreeEntry>& inwards, SourceId source)
{
    inwards.push_back({source, TreeFolder::None, {}});
}

void appendSchema(const Catalog& catalog, std::vector<TreeEntry>& inwards, SchemaId schema)
{
    inwards.push_back({schema, TreeFolder::None, {}});
    appendSource(inwards, catalog.schema(schema).source);
}

void appendTable(const Catalog& catalog, const CatalogTreeIndex& index,
                 std::vector<TreeEntry>& inwards, TableId id)
{
    inwards.push_back({id, TreeFolder::None, {}});
    if (const auto representative = index.representativeOf(id)) {
        inwards.push_back({*representative, foldedFolder(*index.foldingRule(id)), {}});
        appendTable(catalog, index, inwards, *representative);
        return;
    }
    const Table& table = catalog.table(id);
    inwards.push_back({table.schema, folderOf(table.kind), {}});
    appendSchema(catalog, inwards, table.schema);
}

void appendOther(const Catalog& catalog, std::vector<TreeEntry>& inwards, ObjectRef object)
{
    const OtherObject& other = catalog.other(OtherId{object.index});
    inwards.push_back({object, TreeFolder::None, {}});
    if (other.schema) {
        inwards.push_back({*other.schema, TreeFolder::Others, other.kindName});
        appendSchema(catalog, inwards, *other.schema);
    } else {
        inwards.push_back({other.source, TreeFolder::Others, other.kindName});
        appendSource(inwards, other.source);
    }
}

void appendOwned(const Catalog& catalog, std::vector<TreeEntry>& inwards, ObjectRef object,
                 TreeFolder folder, SchemaId schema)
{
    inwards.push_back({object, TreeFolder::None, {}});
    inwards.push_back({schema, folder, {}});
    appendSchema(catalog, inwards, schema);
}

} // namespace

std::vector<TreeEntry> pathTo(const Catalog& catalog, const CatalogTreeIndex& index,
                              ObjectRef object)
{
    std::vector<TreeEntry> inwards;
    switch (object.kind) {
    case ObjectKind::Source:
        appendSource(inwards, SourceId{object.index});
        break;
    case ObjectKind::Schema:
        appendSchema(catalog, inwards, SchemaId{object.index});
        break;
    case ObjectKind::Table:
        appendTable(catalog, index, inwards, TableId{object.index});
        break;
    case ObjectKind::Column:
        inwards.push_back({object, TreeFolder::None, {}});
        appendTable(catalog, index, inwards, catalog.column(ColumnId{object.index}).table);
        break;
    case ObjectKind::Routine:
        appendOwned(catalog, inwards, object, TreeFolder::Routines,
                    catalog.routine(RoutineId{object.index}).schema);
        break;
    case ObjectKind::Type:
        appendOwned(catalog, inwards, object, TreeFolder::Types,
                    catalog.type(TypeId{object.index}).schema);
        break;
    case ObjectKind::Role:
        inwards.push_back({object, TreeFolder::None, {}});
        inwards.push_back({catalog.role(RoleId{object.index}).source, TreeFolder::Roles, {}});
        appendSource(inwards, catalog.role(RoleId{object.index}).source);
        break;
    case ObjectKind::Other:
        appendOther(catalog, inwards, object);
        break;
    case ObjectKind::Constraint:
    case ObjectKind::Index:
    case ObjectKind::Trigger:
        break;
    }
    std::reverse(inwards.begin(), inwards.end());
    return inwards;
}

} // namespace cadastre
