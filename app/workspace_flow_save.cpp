// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Writing what is open as a workspace file, and what was written there by somebody else meanwhile.
#include "app/workspace_flow.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

namespace cadastre {

namespace {

/// Paths below the workspace's folder are kept relative to it.
QString databaseText(const DatabaseAddress& address, const QString& workspacePath)
{
    if (!address.url.isEmpty())
        return address.url;
    const QString relative = QFileInfo(workspacePath).dir().relativeFilePath(address.path);
    return relative.startsWith(QLatin1String("..")) ? address.path : relative;
}

} // namespace

Workspace WorkspaceFlow::current(const QString& path) const
{
    Workspace workspace = m_workspace;
    workspace.placements = m_diagram->placements();
    if (m_path.isEmpty() || !m_opening) {
        workspace.decisions = m_sources->decisions();
        workspace.boundaries = m_sources->boundaries();
        workspace.conventions = m_sources->conventions();
        workspace.views = m_sources->views();
    }
    for (const LoadedSource& source : m_sources->sources()) {
        const QString database = databaseText(source.request.address, path);
        std::erase_if(workspace.sources, [&](const auto& known) {
            return known.first != source.request.name && known.second.database == database &&
                   known.second.ssh == source.request.address.sshHost;
        });
    }
    for (const LoadedSource& source : m_sources->sources()) {
        const ReadOptions& options = source.request.options;
        const SourceMarks known = marks(source.request.name);
        workspace.sources[source.request.name] = {databaseText(source.request.address, path),
                                                  options.schemas,
                                                  options.tables,
                                                  known.readOnly,
                                                  known.production,
                                                  source.request.address.sshHost};
    }
    return workspace;
}

void WorkspaceFlow::save()
{
    m_path.isEmpty() ? saveAs() : saveTo(m_path);
}

void WorkspaceFlow::saveAs()
{
    auto* dialog = new QFileDialog(m_window, tr("Save the workspace"), m_settings->folder(),
                                   tr("Workspaces (*.cadastre)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("cadastre"));
    if (!m_sources->sources().empty())
        dialog->selectFile(m_sources->sources().front().request.name);
    connect(dialog, &QFileDialog::fileSelected, this, &WorkspaceFlow::saveTo);
    dialog->open();
}

void WorkspaceFlow::saveTo(const QString& path)
{
    if (m_path != path) {
        dropRecovery();
        m_workspace.document = {};
        for (auto& [name, source] : m_workspace.sources)
            source.database = databaseArgument(source, m_path);
    }
    m_path = path;
    m_sources->setWorkspacePath(path);
    m_settings->setFolder(QFileInfo(path).path());
    m_settings->addRecent(path);
    write(path, CollisionChoice::Ask);
}

void WorkspaceFlow::write(const QString& path, CollisionChoice choice)
{
    m_modified = false;
    const Workspace workspace = current(path);
    m_saveJob.start([path, choice, workspace](
                        const std::atomic_bool&) { return saveWorkspace(path, workspace, choice); },
                    [this, path, workspace](const Result<WorkspaceSave>& result) {
                        takeSaved(path, workspace, result);
                    });
}

void WorkspaceFlow::takeSaved(const QString& path, const Workspace& written,
                              const Result<WorkspaceSave>& result)
{
    const bool done = result && result->collisions.empty();
    m_modified = m_modified || !done;
    if (m_modified && !m_path.isEmpty())
        m_keepTimer->start();
    else if (path == m_path)
        dropRecovery();
    if (!result) {
        const Error& error = result.error();
        Q_EMIT message(
            {MessageTopic::Workspace, MessageLevel::Error, error.message, error.detail, {}});
    } else if (!done) {
        askCollisions(path, *result);
    } else if (path == (m_path.isEmpty() ? unnamedPath() : m_path)) {
        m_workspace = result->workspace;
        takeMarks(m_workspace);
        if (m_path.isEmpty())
            m_workspace.sources.clear();
        Q_EMIT decisionsMerged(written.decisions, m_workspace.decisions);
        Q_EMIT boundariesMerged(written.boundaries, m_workspace.boundaries);
        Q_EMIT conventionsMerged(written.conventions, m_workspace.conventions);
        Q_EMIT viewsMerged(written.views, m_workspace.views);
    }
    Q_EMIT titleChanged();
    if (!m_modified)
        Q_EMIT saved();
}

void WorkspaceFlow::askCollisions(const QString& path, const WorkspaceSave& save)
{
    QStringList entries;
    for (const EntryCollision& collision : save.collisions)
        entries << QString::fromUtf8(collision.section + '/' + collision.entry);
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("Save the workspace"),
        tr("%1 was changed by somebody else meanwhile, and here too. Whose changes shall be kept?")
            .arg(QFileInfo(path).fileName()),
        QMessageBox::Cancel, m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDetailedText(entries.join(QLatin1Char('\n')));
    QPushButton* mine = question->addButton(tr("Keep &mine"), QMessageBox::AcceptRole);
    QPushButton* theirs = question->addButton(tr("Open &theirs"), QMessageBox::DestructiveRole);
    connect(mine, &QPushButton::clicked, this,
            [this, path] { write(path, CollisionChoice::TakeMine); });
    connect(theirs, &QPushButton::clicked, this, [this, path] { openNamed(path); });
    question->open();
}

} // namespace cadastre
