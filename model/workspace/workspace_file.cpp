// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads, merges and writes workspace files; see the header.
#include "model/workspace/workspace_file.h"

#include "model/replace_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>

namespace cadastre {

namespace {

constexpr int lockTimeoutMs = 2000;

Result<QByteArray> readAll(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("%1 cannot be opened: %2.").arg(path, file.errorString()), {}};
    return file.readAll();
}

/// What is on disk now; what was read before when the file is gone.
Result<EntryDocument> documentOnDisk(const QString& path, const EntryDocument& before)
{
    if (!QFileInfo::exists(path))
        return before;
    const Result<Workspace> current = loadWorkspace(path);
    if (!current)
        return current.error();
    return current->document;
}

} // namespace

Result<Workspace> loadWorkspace(const QString& path)
{
    const Result<QByteArray> text = readAll(path);
    if (!text)
        return text.error();
    return workspaceFromText(*text, QFileInfo(path).fileName());
}

Result<WorkspaceSave> saveWorkspace(const QString& path, const Workspace& workspace,
                                    CollisionChoice choice)
{
    QLockFile lock(path + QStringLiteral(".lock"));
    if (!lock.tryLock(lockTimeoutMs) && lock.error() == QLockFile::LockFailedError)
        return Error{QStringLiteral("%1 is being saved by another program; try again.").arg(path),
                     {}};
    const Result<EntryDocument> onDisk = documentOnDisk(path, workspace.document);
    if (!onDisk)
        return onDisk.error();
    EntryMerge merge =
        mergeEntryDocuments(workspace.document, workspaceDocument(workspace), *onDisk);
    if (!merge.collisions.empty() && choice == CollisionChoice::Ask)
        return WorkspaceSave{workspace, std::move(merge.collisions)};
    const QByteArray text = workspaceText(merge.document);
    Result<Workspace> merged = workspaceFromText(text, QFileInfo(path).fileName());
    if (!merged)
        return merged.error();
    if (const Result<Nothing> written = replaceFile(path, text, FileAccess::OwnerOnly); !written)
        return written.error();
    return WorkspaceSave{*std::move(merged), {}};
}

QString databaseArgument(const WorkspaceSource& source, const QString& workspacePath)
{
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:"));
    const QString sqlite = QStringLiteral("sqlite:");
    const QDir folder = QFileInfo(workspacePath).absoluteDir();
    if (source.database.startsWith(sqlite))
        return sqlite + folder.absoluteFilePath(source.database.mid(sqlite.size()));
    if (scheme.match(source.database).hasMatch())
        return source.database;
    return folder.absoluteFilePath(source.database);
}

} // namespace cadastre
