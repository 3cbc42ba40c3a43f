// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a line of the tree says: name, quiet text, tool tip, icon, and the same for screen readers.
#pragma once

#include "model/notes/object_names.h"
#include "widgets/catalog_tree_nodes.h"

#include <QIcon>

namespace cadastre {

// `names`, of the same catalog, or null: what is staged, and which of two names stands first.
QString treeEntryName(const Catalog& catalog, const TreeEntry& entry,
                      const ObjectNames* names = nullptr);
/// What is below a folder.
struct TreeFolderCount
{
    int lines = 0;
    int folded = 0; ///< copies that stand below those lines
};
/// The other name; type of a column, "broken" or "not read"; of a folder the number of what is in
/// it, "50 (3 folded)".
QString treeEntrySecondaryText(const Catalog& catalog, const TreeEntry& entry,
                               const TreeFolderCount& count,
                               const ObjectNames* names = nullptr);
QString treeEntryAccessibleText(const Catalog& catalog, const TreeEntry& entry,
                                const TreeFolderCount& count,
                                const ObjectNames* names = nullptr);
/// Rich text: what it is, what is wrong with it, its comment.
QString treeEntryToolTip(const Catalog& catalog, const TreeEntry& entry,
                         const ObjectNames* names = nullptr);
/// Whether an edit of its comment is staged.
bool isTreeEntryStaged(const TreeEntry& entry, const ObjectNames* names);
QIcon treeEntryIcon(const Catalog& catalog, const TreeEntry& entry);

} // namespace cadastre
