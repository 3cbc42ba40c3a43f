// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is kept of a named workspace between one save and the next, and offered when it is opened
// again after an end that nobody wanted.
#include "app/workspace_flow.h"

#include "model/relations/decided_origins.h"
#include "model/workspace/boundary_changes.h"
#include "model/workspace/view_commands.h"

#include <QFileInfo>
#include <QLocale>
#include <QTimer>

namespace cadastre {

void WorkspaceFlow::keep()
{
    m_path.isEmpty() ? keepUnnamed() : keepRecovery();
}

/// What was offered and not answered yet stays in the copy.
void WorkspaceFlow::keepRecovery()
{
    m_keepTimer->stop();
    if (!m_modified || m_opening)
        return;
    Workspace workspace = current(m_path);
    if (m_unsaved) {
        const auto changes = changedDecisions(m_workspace.decisions, workspace.decisions);
        workspace.decisions = m_unsaved->decisions;
        for (const auto& [key, decision] : changes) {
            workspace.decisions.entries.erase(key);
            if (decision)
                workspace.decisions.entries.emplace(key, *decision);
        }
        const auto drawn = boundaryChanges(m_workspace.boundaries, workspace.boundaries);
        workspace.boundaries = m_unsaved->boundaries;
        applyBoundaryChanges(workspace.boundaries, drawn);
        const auto listed = changedEntries(m_workspace.conventions, workspace.conventions);
        workspace.conventions = m_unsaved->conventions;
        for (const auto& change : listed) {
            workspace.conventions.erase(change.key);
            if (change.after)
                workspace.conventions.emplace(change.key, *change.after);
        }
        workspace.views = viewsOnTop(m_unsaved->views, m_workspace.views, workspace.views);
    }
    m_recoveryJob.start([path = m_path, workspace](
                            const std::atomic_bool&) { return writeRecovery(path, workspace); },
                        [this](const Result<Nothing>& result) {
                            if (!result)
                                Q_EMIT message({MessageTopic::Workspace,
                                                MessageLevel::Warning,
                                                result.error().message,
                                                result.error().detail,
                                                {}});
                        });
}

void WorkspaceFlow::dropRecovery()
{
    if (m_path.isEmpty() || m_unsaved)
        return;
    m_recoveryJob.cancel();
    m_recoveryJob.wait();
    removeRecovery(m_path);
}

void WorkspaceFlow::leave()
{
    keepUnnamed();
    m_keepTimer->stop();
    dropRecovery();
    m_unsaved.reset();
}

void WorkspaceFlow::offerRecovery()
{
    if (!m_unsaved)
        return;
    const int drawn =
        m_unsaved->changedBoundaries + m_unsaved->changedConventions + m_unsaved->changedViews;
    const QString count =
        drawn == 0
            ? tr("%Ln unsaved decisions", nullptr, static_cast<int>(m_unsaved->changed))
            : tr("%Ln unsaved changes", nullptr, static_cast<int>(m_unsaved->changed + drawn));
    Message offer;
    offer.topic = MessageTopic::Recovery;
    offer.level = MessageLevel::Warning;
    offer.text = tr("%1 from %2 found that %3 does not have. The program ended without saving.")
                     .arg(count, QLocale().toString(m_unsaved->written, QLocale::ShortFormat),
                          QFileInfo(m_path).fileName());
    offer.action = tr("&Restore");
    offer.otherAction = tr("D&iscard");
    Q_EMIT message(offer);
}

void WorkspaceFlow::answerRecovery(bool restore)
{
    const std::optional<UnsavedDecisions> unsaved = std::exchange(m_unsaved, std::nullopt);
    if (!unsaved)
        return;
    if (restore) {
        if (unsaved->changed > 0)
            Q_EMIT decisionsRecovered(unsaved->decisions);
        if (unsaved->changedBoundaries > 0)
            Q_EMIT boundariesRecovered(unsaved->boundaries);
        if (unsaved->changedConventions > 0)
            Q_EMIT conventionsRecovered(unsaved->conventions);
        if (unsaved->changedViews > 0)
            Q_EMIT viewsRecovered(unsaved->views);
    } else {
        dropRecovery();
    }
    if (m_modified)
        m_keepTimer->start();
}

} // namespace cadastre
