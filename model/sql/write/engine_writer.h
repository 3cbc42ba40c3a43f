// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What an engine's writer does for write_comments.cpp, which chooses between engine and sidecar.
// Each engine is a folder beside this file.
#pragma once

#include "model/sql/write/write_comments.h"

namespace cadastre {

/// As the functions of write_comments.h, for addresses of one engine, and with requests all of
/// whose edits name an object that is in the catalog and whose comment lives in the database.
/// Callbacks and reports are about these edits: onProgress runs up to their number, onResults tells
/// each edit once (WriteLedger does both).
struct EngineWriter
{
    Result<CommentWriteReport> (*write)(const DatabaseAddress& address, const QString& password,
                                        const CommentWriteRequest& request, ReadControl& control);
    Result<CommentPlan> (*plan)(const DatabaseAddress& address, const QString& password,
                                const CommentWriteRequest& request, ReadControl& control);
    Result<CommentWriteReport> (*resolve)(const DatabaseAddress& address, const QString& password,
                                          const CommentWriteRequest& request, ReadControl& control);
};

EngineWriter postgreSqlWriter();
EngineWriter mariaDbWriter(); ///< also of MySQL

} // namespace cadastre
