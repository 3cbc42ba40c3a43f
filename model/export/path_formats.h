// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Paths between tables as text, Markdown and JSON, each with its SELECT. What the SELECT is, is
// select_joins.h's matter.
#pragma once

#include "model/export/select_joins.h"
#include "model/paths/find_paths.h"
#include "model/paths/join_facts.h"

#include <QByteArray>

namespace cadastre {

struct PathExport
{
    const JoinFacts& facts;
    const PathQuestion& question;
    const PathAnswer& answer;
    SelectOptions select;    ///< its soft deletes are chosen per path where `softDeletes`
    bool softDeletes = true; ///< with the conditions that the schema's views have
};

/// The statement of one path; a comment that says why where there is none.
QString pathSql(const PathExport& paths, const JoinPath& path);

/// Numbered sentences with what to know of each below it; or why there is none.
QByteArray pathsText(const PathExport& paths);
/// The statements one after the other, in the order of the paths.
QByteArray pathsSql(const PathExport& paths);
QByteArray pathsJson(const PathExport& paths);

/// A sentence, what to know, and a statement as a block of code.
QString pathMarkdown(const JoinPath& path, const QString& sql);

/// "declared", "inferred", ...: as JSON has it.
QString stepOriginName(StepOrigin origin);

} // namespace cadastre
