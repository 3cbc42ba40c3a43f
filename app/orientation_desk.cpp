// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What orientation works out and shows; menus and contexts for assistants are in
// orientation_desk_context.cpp.
#include "app/orientation_desk.h"

#include "app/boundary_desk.h"
#include "app/comment_desk.h"
#include "app/comment_flow.h"
#include "app/dock_tabs.h"
#include "app/main_window.h"
#include "app/orientation_groups.h"
#include "app/settings.h"
#include "widgets/orientation_panel.h"
#include "widgets/overview_dialog.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QTimer>

namespace cadastre {

namespace {

constexpr int orientationPauseMs = 300; ///< changes within it are one
constexpr int heightForTwo = 900;       ///< lower windows have one panel on the left, with tabs

} // namespace

OrientationDesk::OrientationDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
    , m_actions(parts.window)
    , m_pause(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(orientationPauseMs);
    connect(m_pause, &QTimer::timeout, this, &OrientationDesk::refresh);
    connect(m_parts.comments->flow(), &CommentFlow::stagedChanged, this,
            &OrientationDesk::refreshSoon);
    connect(m_parts.boundaries->flow(), &BoundaryFlow::documentChanged, this,
            &OrientationDesk::refreshSoon);
    connectActions();
}

void OrientationDesk::connectActions()
{
    connect(m_actions.startHere, &QAction::triggered, this, &OrientationDesk::showPanel);
    connect(m_actions.about, &QAction::triggered, this, &OrientationDesk::showAbout);
    connect(m_actions.next, &QAction::triggered, this, [this] { goOn(1); });
    connect(m_actions.previous, &QAction::triggered, this, [this] { goOn(-1); });
    connect(m_actions.copyContext, &QAction::triggered, this,
            &OrientationDesk::copyContextOfChoice);
}

void OrientationDesk::setUpDocks(const DeskDocks& docks)
{
    m_dock = new QDockWidget(tr("Start here"), m_parts.window);
    m_dock->setObjectName(QStringLiteral("startHereDock"));
    m_dock->installEventFilter(this);
    m_beside = docks.left;
    m_parts.window->addDockWidget(Qt::LeftDockWidgetArea, m_dock, Qt::Vertical); // below its tabs
    docks.panelsMenu->addAction(m_dock->toggleViewAction());
}

OverviewDialog* OrientationDesk::dialog() const
{
    return m_dialog;
}

std::vector<QDockWidget*> OrientationDesk::docks() const
{
    return {m_dock};
}

void OrientationDesk::fillPanels(const DeskPanels& /*panels*/)
{
    m_panel = new OrientationPanel(m_dock);
    m_dock->setWidget(m_panel);
    connect(m_panel, &OrientationPanel::tableWanted, this, &OrientationDesk::show);
    connect(m_panel, &OrientationPanel::aboutWanted, this, &OrientationDesk::showAbout);
    showState();
}

/// A person closes it: it is not put in front of them again.
bool OrientationDesk::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_dock && event->type() == QEvent::Close)
        m_parts.settings->setOffersStartHere(false);
    return Desk::eventFilter(watched, event);
}

QString OrientationDesk::location() const
{
    const Catalog& catalog = *m_parts.sources->facts().catalog;
    return catalog.isEmpty() ? QString() : catalog.source(SourceId{0}).location;
}

void OrientationDesk::takeFacts(FactsChange change)
{
    m_job.cancel();
    m_contextJob.cancel();
    m_drawn.clear(); // ids of another catalog
    const bool isOpen = !m_parts.sources->facts().catalog->isEmpty();
    m_actions.setEnabled(isOpen);
    if (change == FactsChange::Opened) {
        readSeen();
        m_offerPanel =
            isOpen && m_parts.settings->offersStartHere() && !m_parts.settings->isKnown(location());
        if (isOpen)
            m_parts.settings->setKnown(location());
    }
    refreshSoon();
}

void OrientationDesk::takeRelationships()
{
    refreshSoon();
}

void OrientationDesk::takePicture(const DiagramPicture& picture)
{
    takeGroups(picture);
    if (!m_offerPanel || m_dock == nullptr)
        return;
    m_offerPanel = false;
    showDock(); // beside the diagram; the keyboard stays where it is
}

/// Tour and page divide the database as the diagram does.
void OrientationDesk::takeGroups(const DiagramPicture& picture)
{
    const auto& catalog = m_parts.sources->facts().catalog;
    if (picture.graph == nullptr || picture.graph->catalog != catalog)
        return;
    std::vector<TableGroup> drawn =
        drawnGroups(*picture.graph, !m_parts.diagram->view().focus.has_value());
    if (drawn.empty() || drawn == m_drawn)
        return; // of a part: the groups of the whole stay
    m_drawn = std::move(drawn);
    refreshSoon();
}

void OrientationDesk::showDock()
{
    const bool wasHidden = !m_dock->isVisible();
    const bool isBelow = !m_dock->isFloating() &&
                         m_parts.window->dockWidgetArea(m_dock) == Qt::LeftDockWidgetArea &&
                         !m_parts.window->tabifiedDockWidgets(m_beside).contains(m_dock);
    if (wasHidden && isBelow && m_parts.window->height() < heightForTwo)
        m_parts.window->tabifyDockWidget(m_beside, m_dock);
    bringToFront(m_dock);
    if (wasHidden && isBelow && m_parts.window->height() >= heightForTwo) {
        const int half = m_parts.window->centralWidget()->height() / 2;
        m_parts.window->resizeDocks({m_beside, m_dock}, {half, half}, Qt::Vertical);
    }
}

void OrientationDesk::leave()
{
    m_job.cancel();
    m_contextJob.cancel();
    m_parts.comments->flow()->disconnect(this);
    m_parts.boundaries->flow()->disconnect(this);
    if (m_dock != nullptr)
        m_dock->removeEventFilter(this);
    Desk::leave();
}

bool OrientationDesk::isCurrent() const
{
    return m_state->commented.catalog() != nullptr &&
           m_state->commented.catalog() == m_parts.sources->facts().catalog;
}

bool OrientationDesk::isBusy() const
{
    return m_pause->isActive() || m_job.isRunning();
}

void OrientationDesk::refreshSoon()
{
    m_pause->start();
    showState();
}

OrientationRequest OrientationDesk::request() const
{
    OrientationRequest asked{m_parts.sources->facts(), m_parts.comments->flow()->commented(),
                             m_parts.sources->boundaries(), m_parts.sources->conventions()};
    asked.drawn = m_drawn;
    return asked;
}

void OrientationDesk::refresh()
{
    const CatalogFacts& facts = m_parts.sources->facts();
    if (facts.catalog->isEmpty()) {
        m_job.cancel();
        takeState(std::make_shared<const OrientationState>());
        return;
    }
    if (m_parts.comments->flow()->commented().catalog() != facts.catalog) {
        m_pause->start(); // it is told of the newer one soon
        return;
    }
    m_job.start(
        [request = request()](const std::atomic_bool&) { return workOutOrientation(request); },
        [this](OrientationStatePointer state) { takeState(std::move(state)); });
}

void OrientationDesk::takeState(OrientationStatePointer state)
{
    m_state = std::move(state);
    if (m_panel != nullptr)
        m_panel->setState(m_state);
    if (m_dialog != nullptr)
        m_dialog->setState(m_state);
    showState();
    Q_EMIT stateChanged();
}

void OrientationDesk::showState()
{
    if (m_panel != nullptr) {
        m_panel->setSeen(m_seen);
        m_panel->setBusy(isBusy());
    }
    if (m_dialog != nullptr)
        m_dialog->setBusy(isBusy());
}

void OrientationDesk::readSeen()
{
    m_seen.clear();
    for (const QString& text : m_parts.settings->seenAt(location())) {
        if (const Result<ObjectKey> key = ObjectKey::fromString(text))
            m_seen.insert(*key);
    }
}

void OrientationDesk::show(TableId table)
{
    if (!isCurrent())
        return; // of an older catalog: the newer tour is there in a moment
    const ObjectKey key = m_state->commented.catalog()->keyOf(table);
    if (!m_seen.contains(key)) {
        m_seen.insert(key);
        QStringList keys;
        for (const ObjectKey& each : std::as_const(m_seen))
            keys << each.toString();
        keys.sort();
        m_parts.settings->setSeenAt(location(), keys);
    }
    m_parts.diagram->reveal(table);
    showState();
}

void OrientationDesk::goOn(int steps)
{
    if (m_panel == nullptr)
        return;
    showDock();
    if (!m_panel->goOn(steps))
        Q_EMIT message({MessageTopic::Hint,
                        MessageLevel::Info,
                        steps > 0 ? tr("That was the last table of the tour.")
                                  : tr("This is the first table of the tour."),
                        {},
                        {}});
}

void OrientationDesk::showPanel()
{
    if (m_panel == nullptr)
        return;
    showDock();
    m_parts.settings->setOffersStartHere(true);
    m_panel->focusList();
}

void OrientationDesk::showAbout()
{
    if (m_dialog == nullptr) {
        m_dialog = new OverviewDialog(m_parts.window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &OverviewDialog::objectActivated, this, [this](ObjectRef object) {
            if (isCurrent())
                m_parts.diagram->reveal(object);
        });
        m_dialog->setState(m_state);
        m_dialog->setBusy(isBusy());
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace cadastre
