// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Loading the catalog of whatever DATABASE turned out to be: a database through its reader, or a
// snapshot. Command line and window both load through here.
#pragma once

#include "app/source_request.h"
#include "model/workspace/workspace.h"

namespace cadastre {

/// Blocks: never on the UI thread. Fails with one sentence; a password that the server wants is
/// ErrorKind::PasswordNeeded.
Result<ReadResult> loadSource(const SourceRequest& request, ReadControl& control);

/// The request's password, or the one that MariaDB's and MySQL's own programs would take from the
/// environment; libpq looks for PGPASSWORD by itself.
QString passwordOf(const SourceRequest& request);

/// All sources at the same time, each with a control of its own; results in the order of the
/// requests.
std::vector<Result<ReadResult>> loadSources(const std::vector<SourceRequest>& requests);

/// Where a source of a workspace is, with its way through SSH.
Result<DatabaseAddress> sourceAddress(const WorkspaceSource& source, const QString& workspacePath);

/// The sources of a workspace as requests, by name. Fails with the first address that is wrong.
Result<std::vector<SourceRequest>> sourceRequests(const Workspace& workspace,
                                                  const QString& workspacePath);

/// Where comments of this source live that its engine cannot store: beside an SQLite file, beside
/// the workspace for a server; empty for a server without workspace, and for snapshots.
QString sidecarPathOf(const DatabaseAddress& address, const QString& workspacePath,
                      const QString& sourceName);

/// What a person must know about the read: one sentence per kind that was not fully read, and
/// whether the schema changed meanwhile.
QStringList readWarnings(const Source& source);

} // namespace cadastre
