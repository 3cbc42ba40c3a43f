// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/companion_desk.h"

#include "app/main_window.h"
#include "app/recent_databases.h"
#include "widgets/mnemonics.h"

#include <QFileInfo>
#include <QMenu>

#include <algorithm>

namespace cadastre {

namespace {

QString companionFile(const QString& path)
{
    return QFileInfo(path).fileName();
}

} // namespace

CompanionDesk::CompanionDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
{
    // who goes on working has seen it
    connect(m_parts.undoStack, &QUndoStack::indexChanged, this, [this](int index) {
        if (index > 0)
            m_parts.window->messageBar()->clearTopic(MessageTopic::Companion);
    });
}

void CompanionDesk::open(const SourceRequest& request)
{
    m_request = request;
    m_parts.workspace->keepUnnamed();
    const QString unnamed = unnamedWorkspacePath({recentAddress(request.address)});
    m_job.start([request, unnamed, recent = m_parts.settings->recent()](
                    const std::atomic_bool&) { return findCompanions(request, recent, unnamed); },
                [this](const WorkspaceCompanions& found) { takeFound(found); });
}

void CompanionDesk::openAlone(const SourceRequest& request)
{
    m_job.cancel();
    m_isTold = true;
    m_parts.workspace->openUnnamed(request);
}

void CompanionDesk::takeFound(const WorkspaceCompanions& found)
{
    m_found = found;
    m_isTold = found.paths.isEmpty();
    if (found.toOpen.isEmpty()) {
        m_parts.workspace->openUnnamed(m_request);
        return;
    }
    m_parts.workspace->setKnownPassword(m_request);
    m_parts.window->openWorkspace(found.toOpen);
}

/// What was found is told when it is there to be seen.
void CompanionDesk::takeFacts(FactsChange change)
{
    if (change != FactsChange::Opened)
        return;
    m_parts.window->messageBar()->clearTopic(MessageTopic::Companion);
    if (std::exchange(m_isTold, true) || m_parts.workspace->path() != m_found.toOpen)
        return;
    Message told;
    told.topic = MessageTopic::Companion;
    if (!m_found.toOpen.isEmpty()) {
        told.text = tr("Opened with its workspace %1.").arg(companionFile(m_found.toOpen));
        told.action = tr("Open &without it");
    } else if (m_found.paths.size() == 1) {
        told.text = tr("The workspace %1 contains this database, too: what was decided there is "
                       "not shown here.")
                        .arg(companionFile(m_found.paths.front()));
        told.action = tr("&Open %1").arg(menuName(companionFile(m_found.paths.front())));
    } else {
        QStringList names;
        for (const QString& path : m_found.paths)
            names << companionFile(path);
        told.text = tr("%Ln workspaces contain this database: what was decided there is not shown "
                       "here.",
                       nullptr, static_cast<int>(names.size()));
        told.detail = m_found.paths.join(QLatin1Char('\n'));
        told.action = tr("&Open %1").arg(menuName(names.front()));
        told.otherAction = tr("Open a&nother…");
    }
    Q_EMIT message(told);
}

bool CompanionDesk::answer(MessageTopic topic, bool other)
{
    if (topic != MessageTopic::Companion)
        return false;
    if (other)
        choose();
    else if (!m_found.toOpen.isEmpty())
        m_parts.window->afterSaving([this, request = m_request] { openAlone(request); });
    else if (!m_found.paths.isEmpty())
        m_parts.window->openWorkspace(m_found.paths.front());
    return true;
}

void CompanionDesk::choose()
{
    auto* menu = new QMenu(m_parts.window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const QString& path : m_found.paths) {
        menu->addAction(menuName(companionFile(path)), this,
                        [this, path] { m_parts.window->openWorkspace(path); })
            ->setToolTip(path.toHtmlEscaped());
    }
    const MessageBar* bar = m_parts.window->messageBar();
    menu->popup(bar->mapToGlobal(bar->rect().bottomRight()) - QPoint(menu->sizeHint().width(), 0));
}

void CompanionDesk::leave()
{
    m_job.cancel();
    m_parts.undoStack->disconnect(this);
}

} // namespace cadastre
