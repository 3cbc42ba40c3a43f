// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/workspace_companions.h"

#include "app/catalog_loader.h"
#include "model/workspace/workspace_file.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int mostLookedAt = 100;            ///< of one folder, newest first
constexpr qint64 largest = 64 * 1024 * 1024; ///< bytes of a workspace that is looked into

struct Found
{
    QString path;
    QDateTime written;
    Workspace workspace;
    WorkspaceSource source;
};

QString companionName(const QString& path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? path : canonical;
}

bool isSameDatabase(const DatabaseAddress& one, const DatabaseAddress& other)
{
    if (one.url.isEmpty() && other.url.isEmpty())
        return companionName(one.path) == companionName(other.path);
    return one.displayText() == other.displayText();
}

QStringList candidates(const DatabaseAddress& address, const QStringList& recent)
{
    QFileInfoList files;
    if (address.url.isEmpty())
        files = QFileInfo(address.path)
                    .dir()
                    .entryInfoList({QStringLiteral("*.cadastre")}, QDir::Files | QDir::Readable,
                                   QDir::Time);
    QStringList paths;
    for (const QFileInfo& file : files.mid(0, mostLookedAt))
        paths << companionName(file.filePath());
    for (const QString& path : recent) {
        if (path.endsWith(QLatin1String(".cadastre")) && QFileInfo::exists(path))
            paths << companionName(path);
    }
    paths.removeDuplicates();
    return paths;
}

/// Something in `more` that is not the same in `than`.
template <typename Entries> bool hasMore(const Entries& more, const Entries& than)
{
    return std::ranges::any_of(more, [&](const auto& entry) {
        const auto found = than.find(entry.first);
        return found == than.end() || !(found->second == entry.second);
    });
}

bool hasMore(const Workspace& more, const Workspace& than)
{
    return hasMore(more.decisions.entries, than.decisions.entries) ||
           hasMore(more.boundaries.entries, than.boundaries.entries) ||
           hasMore(more.boundaries.exposures, than.boundaries.exposures) ||
           hasMore(more.boundaries.rules, than.boundaries.rules) ||
           hasMore(more.boundaries.decisions, than.boundaries.decisions) ||
           hasMore(more.boundaries.flows, than.boundaries.flows) ||
           hasMore(more.conventions, than.conventions) ||
           (!(more.views == than.views) && !(more.views == ViewDocument{}));
}

std::optional<Found> contains(const QString& path, const DatabaseAddress& address)
{
    const QFileInfo file(path);
    if (file.size() > largest)
        return std::nullopt;
    const Result<Workspace> workspace = loadWorkspace(path);
    if (!workspace)
        return std::nullopt;
    for (const auto& [name, source] : workspace->sources) {
        const Result<DatabaseAddress> other = sourceAddress(source, path);
        if (other && isSameDatabase(*other, address))
            return Found{path, file.lastModified(), *workspace, source};
    }
    return std::nullopt;
}

bool isMeant(const Found& found, const SourceRequest& request, const QString& unnamedPath)
{
    const ReadOptions& options = request.options;
    if (found.workspace.sources.size() > 1)
        return false;
    if ((!options.schemas.isEmpty() && options.schemas != found.source.schemas) ||
        (!options.tables.isEmpty() && options.tables != found.source.tables))
        return false;
    const QFileInfo unnamed(unnamedPath);
    if (!unnamed.exists() || unnamed.lastModified() <= found.written)
        return true;
    const Result<Workspace> kept = loadWorkspace(unnamedPath);
    return !kept || !hasMore(*kept, found.workspace);
}

} // namespace

WorkspaceCompanions findCompanions(const SourceRequest& request, const QStringList& recent,
                                   const QString& unnamedPath)
{
    std::vector<Found> all;
    for (const QString& path : candidates(request.address, recent)) {
        if (auto found = contains(path, request.address))
            all.push_back(std::move(*found));
    }
    std::ranges::stable_sort(all, std::greater(), &Found::written);
    WorkspaceCompanions companions;
    for (const Found& found : all)
        companions.paths << found.path;
    if (all.size() == 1 && isMeant(all.front(), request, unnamedPath))
        companions.toOpen = all.front().path;
    return companions;
}

} // namespace cadastre
