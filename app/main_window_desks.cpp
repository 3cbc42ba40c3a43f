// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The desks of the main window: made from the files of desks/ and told what happens; what it is
// called and was open lately.
#include "app/comment_desk.h"
#include "app/desk.h"
#include "app/main_window.h"
#include "app/recent_databases.h"
#include "widgets/activity_bar.h"
#include "widgets/start_page.h"

#include <QFileInfo>

#include <algorithm>

namespace cadastre {

void MainWindow::makeDesks()
{
    const DeskParts parts{this,       &m_sources,      &m_undoStack, &m_settings,
                          m_diagram,  m_canvas,        m_relations,  m_boundaries,
                          m_comments, m_workspaceFlow, &m_actions};
    for (const DeskMaker& maker : allDesks()) {
        Desk* desk = maker.make(parts, this);
        desk->fillMenus(m_menus);
        connectDesk(desk);
        m_desks.push_back(desk);
    }
    connect(&m_sources, &OpenSources::relationshipsChanged, this, [this] {
        for (Desk* desk : m_desks)
            desk->takeRelationships();
    });
}

void MainWindow::connectDesk(Desk* desk)
{
    connect(desk, &Desk::message, this, &MainWindow::showMessage);
    connect(desk, &Desk::started, m_activity, &ActivityBar::begin);
    connect(desk, &Desk::progress, m_activity, &ActivityBar::setProgress);
    connect(desk, &Desk::ended, m_activity, &ActivityBar::end);
    connect(m_activity, &ActivityBar::cancelRequested, desk, &Desk::cancel);
    connect(desk, &Desk::factsChanged, m_comments, &CommentDesk::factsChanged);
}

bool MainWindow::isShownElsewhere(const QString& addressOrPath)
{
    return std::ranges::any_of(m_desks,
                               [&](Desk* desk) { return desk->isShownElsewhere(addressOrPath); });
}

bool MainWindow::answerByDesk(MessageTopic topic, bool other)
{
    return std::ranges::any_of(m_desks, [&](Desk* desk) { return desk->answer(topic, other); });
}

void MainWindow::showRecent()
{
    m_startPage->setRecent(recentEntries(m_settings.recent()));
}

void MainWindow::showTitle()
{
    const QString program = QStringLiteral("Cadastre");
    const QString workspace = m_workspaceFlow->path();
    if (!m_workspaceFlow->isOffering())
        m_messages->clearTopic(MessageTopic::Recovery);
    QString name;
    if (!workspace.isEmpty())
        name = QFileInfo(workspace).fileName();
    else if (isSomethingOpen())
        name = databaseTitle(m_sources.sources().front().request.address);
    if (m_sources.sources().size() > 1 && workspace.isEmpty())
        name += tr(" and %Ln more", nullptr, static_cast<int>(m_sources.sources().size()) - 1);
    setWindowTitle(name.isEmpty() ? program : QStringLiteral("%1[*] — %2").arg(name, program));
    setWindowModified(m_workspaceFlow->isModified());
    m_actions.saveWorkspace->setEnabled(isSomethingOpen());
}

} // namespace cadastre
