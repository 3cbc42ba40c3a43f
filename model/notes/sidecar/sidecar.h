// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sidecar: a comment file for what an engine cannot store. Reading it over a catalog, and
// changing it by the same rules as a database: lock, compare, replace atomically, read back.
#pragma once

#include "model/notes/comment_file.h"
#include "model/notes/comment_write.h"

#include <span>

namespace cadastre {

struct SidecarReading
{
    std::shared_ptr<const SourceCatalog> catalog; ///< with the comments of the file
    QStringList problems; ///< sentences: statements whose object is not there, an unreadable file
};

/// Comments of the file over those of the catalog where commentHomeOf() is the sidecar. A missing
/// file is an empty one; an unreadable file is a problem and leaves the catalog as it is.
SidecarReading withSidecar(const std::shared_ptr<const SourceCatalog>& catalog,
                           const QString& path);

/// `NAME.comments.sql` beside an SQLite file; `WORKSPACE.SOURCE.comments.sql` beside a workspace.
QString sqliteSidecarPath(const QString& databasePath);
QString workspaceSidecarPath(const QString& workspacePath, const QString& sourceName);

/// Writes these edits into the file, each as in writeComments(): compared with what the file holds
/// when it is locked; statements of others stay as they are, byte for byte.
std::vector<CommentWrite> writeSidecar(const QString& path, const Catalog& catalog, SourceId source,
                                       std::span<const CommentEdit> edits);

/// The statement as it will stand in the file.
PlannedComment planSidecar(const Catalog& catalog, const CommentEdit& edit);

/// What the file holds now, by object key; a missing file is empty.
Result<std::map<ObjectKey, QString>> sidecarComments(const QString& path, const Catalog& catalog,
                                                     SourceId source);

} // namespace cadastre
