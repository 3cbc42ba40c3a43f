// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A workspace on disk: loading, and saving without losing what somebody else wrote meanwhile.
#pragma once

#include "model/workspace/workspace.h"

namespace cadastre {

/// Fails with one sentence that names the file.
Result<Workspace> loadWorkspace(const QString& path);

enum class CollisionChoice : std::uint8_t { Ask, TakeMine };

struct WorkspaceSave
{
    /// As it is on disk now (merged with what others wrote), or unchanged when there are
    /// collisions.
    Workspace workspace;
    /// Entries that were changed differently here and on disk; nothing was written when not empty.
    std::vector<EntryCollision> collisions;
};

/// Writes beside and renames, mode 0600. Where the file changed since `workspace.document` was
/// read, the changes are merged by entry; entries changed on both sides are collisions.
Result<WorkspaceSave> saveWorkspace(const QString& path, const Workspace& workspace,
                                    CollisionChoice choice = CollisionChoice::Ask);

/// A source's database as an argument: paths are made absolute from the workspace's folder.
QString databaseArgument(const WorkspaceSource& source, const QString& workspacePath);

} // namespace cadastre
