// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which workspaces contain a database that is about to be opened: what a person decided about it
// lies there, and is to be seen again. Opens nothing and asks no server.
#pragma once

#include "app/source_request.h"

#include <QStringList>

namespace cadastre {

struct WorkspaceCompanions
{
    QStringList paths; ///< newest first; all contain the database
    QString toOpen;    ///< the one that is meant without asking; empty where that is not clear
};

/// Looks at the workspaces beside a database file and at the `recent` ones. One is meant without
/// asking when it is the only one, contains nothing else and reads the same part, and unless
/// `unnamedPath`, what was kept of the database without a workspace, is newer and has something
/// that it does not have. Blocks.
WorkspaceCompanions findCompanions(const SourceRequest& request, const QStringList& recent,
                                   const QString& unnamedPath);

} // namespace cadastre
