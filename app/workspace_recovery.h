// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The recovery copy of a named workspace: what was decided and not saved yet, in the local data
// folder, for the day the program or the machine ends without asking. When it is written and
// offered is workspace_flow.h's.
#pragma once

#include "model/workspace/workspace.h"

#include <QDateTime>

namespace cadastre {

/// Decisions that were never saved into their workspace file.
struct UnsavedDecisions
{
    Decisions decisions; ///< all of them, as they would be after restoring
    QDateTime written;   ///< local time
    int changed = 0;     ///< how many differ from the file; never 0

    bool operator==(const UnsavedDecisions&) const = default;
};

/// Where the copy of this workspace file is kept.
QString recoveryPath(const QString& workspacePath);
/// Mode 0600; fails with one sentence that names the file.
Result<Nothing> writeRecovery(const QString& workspacePath, const Workspace& workspace);
void removeRecovery(const QString& workspacePath);
/// What the copy says beyond `saved`, the decisions of the file. A file that is newer than the copy
/// was changed by somebody else meanwhile: then nothing is taken away from it. Absent when there is
/// no readable copy, or nothing differs.
std::optional<UnsavedDecisions> findRecovery(const QString& workspacePath, const Decisions& saved);

} // namespace cadastre
