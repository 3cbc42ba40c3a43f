// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The plain lens: tables are neutral, everything else has the fill of its kind; the sign and the
// subtitle say the kind too.
#include "diagram/lens.h"

#include <set>

namespace cadastre {

namespace {

Ink fillOf(TableKind kind)
{
    switch (kind) {
    case TableKind::Table:
        return Ink::Header;
    case TableKind::PartitionedTable:
        return categoryInk(0);
    case TableKind::View:
        return categoryInk(4);
    case TableKind::MaterializedView:
        return categoryInk(7);
    case TableKind::ForeignTable:
        return categoryInk(5);
    case TableKind::VirtualTable:
        return categoryInk(2);
    case TableKind::ShadowTable:
        return categoryInk(6);
    case TableKind::Unknown:
        return categoryInk(8);
    }
    Q_UNREACHABLE();
}

LensResult applyKind(const DiagramGraph& graph)
{
    LensResult result;
    std::set<TableKind> seen;
    for (const DiagramNode& node : graph.nodes) {
        const TableKind kind = graph.catalog->table(node.table).kind;
        result.marks.push_back({fillOf(kind), {}});
        seen.insert(kind);
    }
    for (const TableKind kind : seen)
        result.legend.push_back({fillOf(kind), tableKindName(kind)});
    return result;
}

} // namespace

Lens kindLens()
{
    return {QStringLiteral("kind"), QStringLiteral("Kind"), applyKind};
}

} // namespace cadastre
