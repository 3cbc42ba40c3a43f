// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From arguments to a catalog; see the header.
#include "app/cli/opened_database.h"

#include "app/catalog_loader.h"
#include "app/cli/console.h"
#include "model/workspace/workspace_file.h"

#include <algorithm>

namespace cadastre {

namespace {

struct Sources
{
    std::vector<SourceRequest> requests;
    Workspace workspace;
    QString workspacePath;
};

Result<Sources> sourcesOfWorkspace(const QString& path)
{
    Result<Workspace> workspace = loadWorkspace(path);
    if (!workspace)
        return workspace.error();
    Result<std::vector<SourceRequest>> requests = sourceRequests(*workspace, path);
    if (!requests)
        return requests.error();
    if (requests->empty())
        return Error{QStringLiteral("%1 names no source.").arg(path), {}};
    return Sources{*std::move(requests), *std::move(workspace), path};
}

/// A database beside a workspace takes the name and scope that it has there, so that keys match;
/// the workspace's other sources do not matter. In a workspace of one database any other stands in
/// its place: a snapshot, a copy, production instead of development.
Result<Sources> databaseBesideWorkspace(const DatabaseAddress& address,
                                        const QString& workspacePath)
{
    Result<Workspace> workspace = loadWorkspace(workspacePath);
    if (!workspace)
        return workspace.error();
    SourceRequest request{address, {}, {}, {}};
    const auto take = [&](const QString& name, const WorkspaceSource& source) {
        request.name = name;
        request.options.schemas = source.schemas;
        request.options.tables = source.tables;
        request.options.sidecarPath = sidecarPathOf(address, workspacePath, name);
    };
    for (const auto& [name, source] : workspace->sources) {
        const auto known = sourceAddress(source, workspacePath);
        if (known && *known == address)
            take(name, source);
    }
    if (request.name.isEmpty() && workspace->sources.size() == 1) {
        const auto& [name, source] = *workspace->sources.begin();
        take(name, source);
        printWarning(QStringLiteral("%1 is read in place of %2, the one database of %3.")
                         .arg(address.displayText(), source.database, workspacePath));
    }
    return Sources{{request}, *std::move(workspace), workspacePath};
}

Result<Sources> sourcesOf(const Arguments& arguments)
{
    const QString workspace = arguments.value(QStringLiteral("--workspace"));
    if (arguments.positional().size() > 1)
        return Error{QStringLiteral("One database at a time, not also \"%1\".")
                         .arg(arguments.positional()[1]),
                     {}};
    const QString sshHost = arguments.value(QStringLiteral("--ssh"));
    const Error sshOfWorkspace{
        QStringLiteral("--ssh belongs to a DATABASE; the sources of a workspace name their own SSH "
                       "hosts."),
        {}};
    if (arguments.positional().isEmpty()) {
        if (!workspace.isEmpty() && !sshHost.isEmpty())
            return sshOfWorkspace;
        if (!workspace.isEmpty())
            return sourcesOfWorkspace(workspace);
        return Error{QStringLiteral("DATABASE is missing: a path or a URL."), {}};
    }
    Result<DatabaseAddress> address = parseDatabaseAddress(arguments.positional().first());
    if (!address)
        return address.error();
    if (address->kind == AddressKind::Workspace)
        return sshHost.isEmpty() ? sourcesOfWorkspace(address->path) : sshOfWorkspace;
    if (!sshHost.isEmpty())
        address = throughSsh(*address, sshHost);
    if (!address)
        return address.error();
    if (!workspace.isEmpty())
        return databaseBesideWorkspace(*address, workspace);
    return Sources{{{*address, {}, {}, {}}}, {}, {}};
}

QString waysToGiveAPassword(AddressKind kind)
{
    return kind == AddressKind::PostgreSql
               ? QStringLiteral(
                     "Give it in ~/.pgpass, in the variable PGPASSWORD, or at a terminal "
                     "when asked.")
               : QStringLiteral(
                     "Give it in the option file ~/.my.cnf, in the variable MYSQL_PWD, or "
                     "at a terminal when asked.");
}

/// Asks a person once for the password that the server wants; the request keeps it.
Result<ReadResult> withPassword(SourceRequest& request, const Error& wanted)
{
    Error error = wanted;
    if (!canAsk()) {
        error.detail += (error.detail.isEmpty() ? QString() : QStringLiteral("\n")) +
                        waysToGiveAPassword(request.address.kind);
        return error;
    }
    const auto password =
        askPassword(QStringLiteral("Password for %1: ").arg(request.address.displayText()));
    if (!password)
        return error;
    request.password = *password;
    ReadControl control;
    return loadSource(request, control);
}

void printWarnings(const Source& source, bool several)
{
    for (const QString& warning : readWarnings(source))
        printWarning(several ? QString(source.name + QStringLiteral(": ") + warning) : warning);
}

std::optional<Error> missingKind(const Source& source, const std::vector<CatalogKind>& needed)
{
    for (const KindReport& report : source.kinds) {
        if (report.state == ReadState::NotRead && std::ranges::count(needed, report.kind) > 0)
            return Error{QStringLiteral("The %1 of %2 were not read, and this command needs them "
                                        "(--allow-partial goes on without).")
                             .arg(catalogKindName(report.kind), source.name),
                         report.reason};
    }
    return std::nullopt;
}

/// Two sources of one name would share object keys.
std::optional<Error> sameNameTwice(const std::vector<std::shared_ptr<const SourceCatalog>>& parts)
{
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i]->source().name == parts[i - 1]->source().name)
            return Error{QStringLiteral("Two sources are called %1.").arg(parts[i]->source().name),
                         {}};
    }
    return std::nullopt;
}

} // namespace

Result<OpenedDatabase> openDatabase(const Arguments& arguments,
                                    const std::vector<CatalogKind>& needed, Timings& timings)
{
    Result<Sources> sources = sourcesOf(arguments);
    if (!sources)
        return sources.error();
    std::vector<Result<ReadResult>> results = loadSources(sources->requests);
    const bool allowPartial = arguments.has(QStringLiteral("--allow-partial"));
    OpenedDatabase opened;
    opened.placements = std::move(sources->workspace.placements);
    opened.decisions = std::move(sources->workspace.decisions);
    opened.boundaries = std::move(sources->workspace.boundaries);
    opened.conventions = std::move(sources->workspace.conventions);
    opened.views = std::move(sources->workspace.views);
    opened.workspaceSources = std::move(sources->workspace.sources);
    opened.workspacePath = std::move(sources->workspacePath);
    for (std::size_t i = 0; i < results.size(); ++i) {
        Result<ReadResult>& result = results[i];
        if (!result && result.error().kind == ErrorKind::PasswordNeeded)
            result = withPassword(sources->requests[i], result.error());
        if (!result && (!allowPartial || results.size() == 1))
            return result.error();
        if (!result) {
            printWarning(result.error().message);
            continue;
        }
        const Source& source = result->catalog->source();
        printWarnings(source, results.size() > 1);
        for (const QString& problem : result->sidecarProblems)
            printWarning(problem);
        const auto missing = missingKind(source, needed);
        if (missing && !allowPartial)
            return *missing;
        opened.parts.push_back(result->catalog);
        opened.requests.push_back(sources->requests[i]);
    }
    if (opened.parts.empty())
        return results.front().error();
    if (const auto clash = sameNameTwice(opened.parts))
        return *clash;
    opened.catalog = std::make_shared<const Catalog>(mergeSources(opened.parts));
    timings.finish(QStringLiteral("read"));
    return opened;
}

namespace {

template <typename Work>
ExitStatus statusOf(const QStringList& words, const std::vector<OptionSpec>& options, Work work)
{
    const Result<Arguments> arguments = Arguments::parse(words, options);
    if (!arguments)
        return failWith(arguments.error());
    Timings timings;
    const Result<ExitStatus> done = work(*arguments, timings);
    if (arguments->has(QStringLiteral("--timings")))
        printPlain(timings.toText());
    return done ? *done : failWith(done.error());
}

} // namespace

ExitStatus runTimed(const QStringList& words, const std::vector<OptionSpec>& options,
                    Result<Nothing> (*work)(const Arguments&, Timings&))
{
    return statusOf(words, options,
                    [work](const Arguments& arguments, Timings& timings) -> Result<ExitStatus> {
                        const Result<Nothing> done = work(arguments, timings);
                        if (!done)
                            return done.error();
                        return ExitStatus::Done;
                    });
}

ExitStatus runTimed(const QStringList& words, const std::vector<OptionSpec>& options,
                    Result<ExitStatus> (*work)(const Arguments&, Timings&))
{
    return statusOf(words, options, work);
}

} // namespace cadastre
