// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre boundaries import: takes owners from elsewhere into a workspace.
#include "app/cli/boundaries/action.h"
#include "app/cli/console.h"
#include "model/workspace/workspace_file.h"

#include <QDir>
#include <QFileInfo>

namespace cadastre {

namespace {

std::vector<OptionSpec> importOptions()
{
    return boundariesOptions({});
}

/// A workspace that names this one database.
Result<Nothing> makeWorkspace(const QString& path, const QString& database)
{
    const Result<DatabaseAddress> address = parseDatabaseAddress(database);
    if (!address)
        return address.error();
    Workspace workspace;
    const QDir folder = QFileInfo(path).absoluteDir();
    workspace.sources[address->suggestedSourceName()].database =
        address->path.isEmpty() ? address->url : folder.relativeFilePath(address->path);
    const Result<WorkspaceSave> saved = saveWorkspace(path, workspace);
    if (!saved)
        return saved.error();
    return Nothing{};
}

Result<Nothing> importOwnersInto(const Arguments& arguments, Timings& timings)
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

/// A workspace that is not there yet is made, and goes again when nothing comes of it.
Result<Nothing> importIntoWorkspace(const Arguments& arguments, Timings& timings)
{
    const QString path = arguments.value(QStringLiteral("--workspace"));
    const bool isNew = !path.isEmpty() && !QFileInfo::exists(path);
    if (!isNew || arguments.positional().size() != 1)
        return importOwnersInto(arguments, timings);
    if (const Result<Nothing> made = makeWorkspace(path, arguments.positional().first()); !made)
        return made.error();
    Result<Nothing> done = importOwnersInto(arguments, timings);
    if (!done)
        QFile::remove(path);
    return done;
}

} // namespace

BoundariesAction importAction()
{
    return {
        QStringLiteral("import"),
        QStringLiteral(
            "takes the owners of --owners into the workspace, which is made when it is not there"),
        importOptions(), [](const QStringList& words) {
            return runTimed(words, importOptions(), importIntoWorkspace);
        }};
}

} // namespace cadastre
