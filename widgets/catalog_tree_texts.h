// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a line of the tree says: name, quiet text, tool tip, icon, and the same for screen readers.
#pragma once

#include "widgets/catalog_tree_nodes.h"

#include <QIcon>

namespace cadastre {

QString treeEntryName(const Catalog& catalog, const TreeEntry& entry);
/// Type of a column, "broken" or "not read", the number of lines below a folder.
QString treeEntrySecondaryText(const Catalog& catalog, const TreeEntry& entry, int childCount);
QString treeEntryAccessibleText(const Catalog& catalog, const TreeEntry& entry, int childCount);
/// Rich text: what it is, what is wrong with it, its comment.
QString treeEntryToolTip(const Catalog& catalog, const TreeEntry& entry);
QIcon treeEntryIcon(const Catalog& catalog, const TreeEntry& entry);

} // namespace cadastre
