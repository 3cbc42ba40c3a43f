// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/workspace_recovery.h"

#include "model/relations/decided_origins.h"
#include "model/replace_file.h"
#include "model/workspace/boundary_changes.h"
#include "model/workspace/workspace_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace cadastre {

QString recoveryPath(const QString& workspacePath)
{
    const QFileInfo file(workspacePath);
    const QString canonical = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    const QByteArray hash = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha1);
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/recovery/%1.cadastre").arg(QLatin1String(hash.toHex()));
}

Result<Nothing> writeRecovery(const QString& workspacePath, const Workspace& workspace)
{
    const QString path = recoveryPath(workspacePath);
    QDir().mkpath(QFileInfo(path).path());
    return replaceFile(path, workspaceText(workspace), FileAccess::OwnerOnly);
}

void removeRecovery(const QString& workspacePath)
{
    QFile::remove(recoveryPath(workspacePath));
}

namespace {

/// What the file has and the copy lacks, on top of the copy.
void addMissing(Boundaries& boundaries, const Boundaries& saved)
{
    boundaries.entries.insert(saved.entries.begin(), saved.entries.end());
    boundaries.exposures.insert(saved.exposures.begin(), saved.exposures.end());
    boundaries.rules.insert(saved.rules.begin(), saved.rules.end());
    boundaries.decisions.insert(saved.decisions.begin(), saved.decisions.end());
    boundaries.flows.insert(saved.flows.begin(), saved.flows.end());
    if (!boundaries.baseline)
        boundaries.baseline = saved.baseline;
}

} // namespace

int changedBoundaryEntries(const Boundaries& before, const Boundaries& after)
{
    const BoundaryChanges changes = boundaryChanges(before, after);
    return static_cast<int>(changes.entries.size() + changes.exposures.size() +
                            changes.rules.size() + changes.decisions.size() +
                            changes.flows.size()) +
           (changes.changesBaseline() ? 1 : 0);
}

int changedViewEntries(const ViewDocument& before, const ViewDocument& after)
{
    return static_cast<int>(changedEntries(before.views, after.views).size()) +
           (before.choice == after.choice ? 0 : 1);
}

std::optional<UnsavedDecisions> findRecovery(const QString& workspacePath, const Workspace& saved)
{
    const QFileInfo copy(recoveryPath(workspacePath));
    if (!copy.exists())
        return std::nullopt;
    const Result<Workspace> kept = loadWorkspace(copy.filePath());
    if (!kept)
        return std::nullopt;
    UnsavedDecisions unsaved{kept->decisions, kept->boundaries, kept->conventions, kept->views,
                             copy.lastModified()};
    if (QFileInfo(workspacePath).lastModified() > copy.lastModified()) {
        const auto& entries = saved.decisions.entries;
        unsaved.decisions.entries.insert(entries.begin(), entries.end());
        addMissing(unsaved.boundaries, saved.boundaries);
        unsaved.conventions.insert(saved.conventions.begin(), saved.conventions.end());
        unsaved.views.views.insert(saved.views.views.begin(), saved.views.views.end());
    }
    unsaved.changed = static_cast<int>(changedDecisions(saved.decisions, unsaved.decisions).size());
    unsaved.changedBoundaries = changedBoundaryEntries(saved.boundaries, unsaved.boundaries);
    unsaved.changedConventions =
        static_cast<int>(changedEntries(saved.conventions, unsaved.conventions).size());
    unsaved.changedViews = changedViewEntries(saved.views, unsaved.views);
    const bool nothing = unsaved.changed == 0 && unsaved.changedBoundaries == 0 &&
                         unsaved.changedConventions == 0 && unsaved.changedViews == 0;
    return nothing ? std::nullopt : std::optional(unsaved);
}

} // namespace cadastre
