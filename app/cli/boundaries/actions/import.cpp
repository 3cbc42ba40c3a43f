// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre boundaries import: takes owners from elsewhere into a workspace.
#include "app/cli/boundaries/action.h"
#include "app/cli/console.h"
#include "model/workspace/workspace_file.h"

namespace cadastre {

namespace {

std::vector<OptionSpec> importOptions()
{
    return boundariesOptions({});
}

Result<Nothing> importIntoWorkspace(const Arguments& arguments, Timings& timings)
{
    if (arguments.value(QStringLiteral("--owners")).isEmpty())
        return Error{QStringLiteral("--owners FILE is missing: where to take the owners from."),
                     {}};
    const Result<BoundariesInput> input = boundariesInput(arguments, timings);
    if (!input)
        return input.error();
    const QString& path = input->database.workspacePath;
    if (path.isEmpty())
        return Error{QStringLiteral("The owners go into a workspace: name it with --workspace "
                                    "FILE."),
                     {}};
    Result<Workspace> workspace = loadWorkspace(path);
    if (!workspace)
        return workspace.error();
    workspace->boundaries = input->boundaries;
    const Result<WorkspaceSave> saved = saveWorkspace(path, *workspace, CollisionChoice::TakeMine);
    if (!saved)
        return saved.error();
    timings.finish(QStringLiteral("write"));
    printPlain(QStringLiteral("%1 has %2 boundaries now.\n")
                   .arg(path)
                   .arg(input->boundaries.entries.size()));
    return Nothing{};
}

} // namespace

BoundariesAction importAction()
{
    return {QStringLiteral("import"),
            QStringLiteral("takes the owners of --owners into the workspace"), importOptions(),
            [](const QStringList& words) {
                return runTimed(words, importOptions(), importIntoWorkspace);
            }};
}

} // namespace cadastre
