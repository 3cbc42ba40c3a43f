// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DATABASE and --workspace of the command line, opened: every source read, passwords asked for,
// warnings printed. What a command does with the catalog lives in the command.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command_line.h"
#include "app/cli/timings.h"
#include "app/source_request.h"
#include "model/boundaries/boundaries.h"
#include "model/relations/decisions.h"
#include "model/workspace/workspace.h"

namespace cadastre {

struct OpenedDatabase
{
    std::vector<std::shared_ptr<const SourceCatalog>> parts;
    std::vector<SourceRequest> requests; ///< parallel to `parts`, with the passwords that worked
    std::shared_ptr<const Catalog> catalog;
    Placements placements;   ///< of the workspace; empty without one
    Decisions decisions;     ///< of the workspace; empty without one
    Boundaries boundaries;   ///< of the workspace; empty without one
    Conventions conventions; ///< of the workspace; empty without one
    ViewDocument views;      ///< of the workspace; empty without one
    /// As the workspace has them, by name; empty without one.
    std::map<QString, WorkspaceSource> workspaceSources;
    QString workspacePath; ///< empty without one
};

/// Opens the one positional argument (or the workspace of --workspace alone). `needed` are the
/// kinds without which the command cannot do its work: where one was not read it fails, unless
/// --allow-partial. Notes the phase "read".
Result<OpenedDatabase> openDatabase(const Arguments& arguments,
                                    const std::vector<CatalogKind>& needed, Timings& timings);

/// Parses the words and does the work; prints what went wrong, and the timings when asked for.
ExitStatus runTimed(const QStringList& words, const std::vector<OptionSpec>& options,
                    Result<Nothing> (*work)(const Arguments&, Timings&));
/// The same for work that may be done and leave something to look at.
ExitStatus runTimed(const QStringList& words, const std::vector<OptionSpec>& options,
                    Result<ExitStatus> (*work)(const Arguments&, Timings&));

} // namespace cadastre
