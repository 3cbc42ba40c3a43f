// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The recovery copy of a named workspace: what was decided or drawn and not saved yet, in the local
// data folder, for the day the program or the machine ends without asking. When it is written and
// offered is workspace_flow.h's.
#pragma once

#include "model/workspace/workspace.h"

#include <QDateTime>

namespace cadastre {

/// Decisions and boundaries that were never saved into their workspace file.
struct UnsavedDecisions
{
    Decisions decisions;        ///< all of them, as they would be after restoring
    Boundaries boundaries;      ///< the same
    Conventions conventions;    ///< the same
    ViewDocument views;         ///< the same
    QDateTime written;          ///< local time
    int changed = 0;            ///< how many decisions differ from the file
    int changedBoundaries = 0;  ///< how many entries of boundaries do
    int changedConventions = 0; ///< how many conventions do
    int changedViews = 0;       ///< how many saved views do, and what is hidden as one; never 0 all

    bool operator==(const UnsavedDecisions&) const = default;
};

/// Where the copy of this workspace file is kept.
QString recoveryPath(const QString& workspacePath);
/// Mode 0600; fails with one sentence that names the file.
Result<Nothing> writeRecovery(const QString& workspacePath, const Workspace& workspace);
void removeRecovery(const QString& workspacePath);
/// What the copy says beyond `saved`, the workspace of the file. A file that is newer than the copy
/// was changed by somebody else meanwhile: then nothing is taken away from it. Absent when there is
/// no readable copy, or nothing differs.
std::optional<UnsavedDecisions> findRecovery(const QString& workspacePath, const Workspace& saved);
/// How many entries of boundaries, exposures, rules, decisions, flows and baseline differ.
int changedBoundaryEntries(const Boundaries& before, const Boundaries& after);
/// How many saved views differ, and 1 more where what is hidden does.
int changedViewEntries(const ViewDocument& before, const ViewDocument& after);

} // namespace cadastre
