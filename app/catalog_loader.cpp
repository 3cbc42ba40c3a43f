// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Loads sources, one or several at the same time; see the header.
#include "app/catalog_loader.h"

#include "model/catalog/snapshot.h"
#include "model/notes/sidecar/sidecar.h"
#include "model/workspace/workspace_file.h"

#include <QElapsedTimer>

#include <future>

namespace cadastre {

namespace {

Result<ReadResult> loadSnapshot(const DatabaseAddress& address)
{
    QElapsedTimer timer;
    timer.start();
    Result<SourceCatalog> catalog = readSnapshotFile(address.path);
    if (!catalog)
        return catalog.error();
    ReadResult result;
    result.catalog = std::make_shared<const SourceCatalog>(*std::move(catalog));
    result.timings = {
        {QStringLiteral("snapshot"), static_cast<double>(timer.nsecsElapsed()) / 1e6}};
    result.transportSecurity = QStringLiteral("local");
    return result;
}

void rename(ReadResult& result, const QString& name)
{
    if (name.isEmpty() || result.catalog->source().name == name)
        return;
    auto renamed = std::make_shared<SourceCatalog>(*result.catalog);
    renamed->objects.sources.front().name = name;
    result.catalog = std::move(renamed);
}

QString kindSentence(const KindReport& report)
{
    QString kind = catalogKindName(report.kind);
    kind.replace(QLatin1Char('_'), QLatin1Char(' '));
    QString text =
        kind + (report.state == ReadState::NotRead ? QStringLiteral(" were not read")
                                                   : QStringLiteral(" were read in part"));
    if (!report.reason.isEmpty())
        text += QStringLiteral(": ") + report.reason;
    if (!report.missingObjects.empty()) {
        text += QStringLiteral(" (missing: ") + report.missingObjects.front();
        if (report.missingObjects.size() > 1)
            text += QStringLiteral(", and %1 more").arg(report.missingObjects.size() - 1);
        text += QLatin1Char(')');
    }
    return text;
}

} // namespace

QString passwordOf(const SourceRequest& request)
{
    const bool isInEnvironment =
        request.password.isEmpty() && request.address.kind == AddressKind::MariaDb;
    return isInEnvironment ? qEnvironmentVariable("MYSQL_PWD") : request.password;
}

Result<ReadResult> loadSource(const SourceRequest& request, ReadControl& control)
{
    Result<ReadResult> result =
        request.address.kind == AddressKind::Snapshot
            ? loadSnapshot(request.address)
            : readSource(request.address, passwordOf(request), request.options, control);
    if (result)
        rename(*result, request.name);
    return result;
}

std::vector<Result<ReadResult>> loadSources(const std::vector<SourceRequest>& requests)
{
    std::vector<std::future<Result<ReadResult>>> running;
    for (const SourceRequest& request : requests)
        running.push_back(std::async(std::launch::async, [&request] {
            ReadControl control;
            return loadSource(request, control);
        }));
    std::vector<Result<ReadResult>> results;
    for (auto& future : running)
        results.push_back(future.get());
    return results;
}

Result<DatabaseAddress> sourceAddress(const WorkspaceSource& source, const QString& workspacePath)
{
    const Result<DatabaseAddress> address =
        parseDatabaseAddress(databaseArgument(source, workspacePath));
    return address && !source.ssh.isEmpty() ? throughSsh(*address, source.ssh) : address;
}

Result<std::vector<SourceRequest>> sourceRequests(const Workspace& workspace,
                                                  const QString& workspacePath)
{
    std::vector<SourceRequest> requests;
    for (const auto& [name, source] : workspace.sources) {
        const Result<DatabaseAddress> address = sourceAddress(source, workspacePath);
        if (!address)
            return address.error();
        if (address->kind == AddressKind::Workspace)
            return Error{QStringLiteral("Source %1 is a workspace itself; name a database or a "
                                        "snapshot.")
                             .arg(name),
                         {}};
        ReadOptions options;
        options.schemas = source.schemas;
        options.tables = source.tables;
        options.sidecarPath = sidecarPathOf(*address, workspacePath, name);
        requests.push_back({*address, {}, options, name});
    }
    return requests;
}

QString sidecarPathOf(const DatabaseAddress& address, const QString& workspacePath,
                      const QString& sourceName)
{
    switch (address.kind) {
    case AddressKind::Sqlite:
        return sqliteSidecarPath(address.path);
    case AddressKind::PostgreSql:
    case AddressKind::MariaDb:
        return workspacePath.isEmpty() || sourceName.isEmpty()
                   ? QString()
                   : workspaceSidecarPath(workspacePath, sourceName);
    case AddressKind::Snapshot:
    case AddressKind::Workspace:
        break;
    }
    return {};
}

QStringList readWarnings(const Source& source)
{
    QStringList warnings;
    if (source.notRead)
        warnings << *source.notRead;
    for (const KindReport& report : source.kinds) {
        if (report.state == ReadState::NotRead || report.state == ReadState::PartlyRead)
            warnings << kindSentence(report);
    }
    if (source.changedWhileReading)
        warnings << QStringLiteral("the schema changed while it was being read");
    return warnings;
}

} // namespace cadastre
