// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Grouping: which tables stand together in the picture. Boundaries where a person drew some, else
// schemas; where more than 60 tables remain together, communities found by their relationships. The
// groups become a tree; nothing here has a place yet.
#pragma once

#include "diagram/graph.h"

namespace cadastre {

/// Most tables in one community.
constexpr int largestCommunity = 60;

/// What is grouped: all tables, or some (a neighbourhood), which are one group where they are few.
enum class GroupedPicture : std::uint8_t { Whole, Part };

/// Sets graph.groups and every node's group from boundaries or schemas, and edges.
///
/// Where graph.boundaries has some that own a table of the picture: the outermost boundaries by
/// name, whatever schemas their tables are in, modules inside theirs, then one group of what nobody
/// owns, divided by sources where there are several (but see `knownGroups`). A boundary with more
/// than 60 tables of its own has communities inside. Boundaries without a table in the picture give
/// no group.
///
/// With several schemas each is a group; a schema of more than 60 tables (and a picture of one
/// schema with more than 60) is divided into communities. A community is named after the prefix
/// that its tables share, else after its most referenced table. Tables without a relationship, and
/// connected ones that are fewer than five, stand together in a last group.
///
/// `knownGroups`: groupPath() of the groups that tables were in before. Where most tables of a
/// schema, or of what nobody owns, have one, they stay in it, however few they became, and new
/// tables join their neighbours. Those of what nobody owns are then groups of their own (without an
/// owner) beside the boundaries. Deterministic.
void groupNodes(DiagramGraph& graph, const QHash<ObjectKey, QString>& knownGroups,
                GroupedPicture what = GroupedPicture::Whole);

/// What the group of tables without an owner is called.
QString unownedName();

/// After the name of a kept group that a boundary has now, too.
QString keptNameMark();
/// Between the names of a groupPath().
QString pathSeparator();

/// The innermost boundary's group (GroupKind::Boundary) that a group is or lies in; absent where no
/// boundaries are drawn.
std::optional<int> boundaryRegionOf(const DiagramGraph& graph, int group);

/// The names from the top-level group down to this one, joined by " / ".
QString groupPath(const DiagramGraph& graph, int group);

} // namespace cadastre
