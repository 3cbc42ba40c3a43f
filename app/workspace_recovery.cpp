// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/workspace_recovery.h"

#include "model/relations/decided_origins.h"
#include "model/replace_file.h"
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

std::optional<UnsavedDecisions> findRecovery(const QString& workspacePath, const Decisions& saved)
{
    const QFileInfo copy(recoveryPath(workspacePath));
    if (!copy.exists())
        return std::nullopt;
    const Result<Workspace> kept = loadWorkspace(copy.filePath());
    if (!kept)
        return std::nullopt;
    UnsavedDecisions unsaved{kept->decisions, copy.lastModified(), 0};
    if (QFileInfo(workspacePath).lastModified() > copy.lastModified())
        unsaved.decisions.entries.insert(saved.entries.begin(), saved.entries.end());
    unsaved.changed = static_cast<int>(changedDecisions(saved, unsaved.decisions).size());
    return unsaved.changed == 0 ? std::nullopt : std::optional(unsaved);
}

} // namespace cadastre
