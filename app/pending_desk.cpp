// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of the desk and how they are connected. What its buttons do is in
// pending_desk_requests.cpp, marks and batches in pending_desk_sources.cpp.
#include "app/pending_desk.h"

#include "app/audit_book.h"
#include "app/dock_tabs.h"
#include "app/workspace_flow.h"
#include "widgets/audit_dialog.h"
#include "widgets/conflict_dialog.h"
#include "widgets/pending_model.h"
#include "widgets/pending_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int planAfterMs = 300;     ///< after the last change of what is staged
constexpr int leastDockHeight = 250; ///< its list, and three rows of buttons below it

} // namespace

PendingDesk::PendingDesk(QMainWindow* window, OpenSources* sources, CommentFlow* comments,
                         const CommentActions& actions, Settings* settings,
                         DiagramController* diagram)
    : QObject(window)
    , m_window(window)
    , m_sources(sources)
    , m_comments(comments)
    , m_actions(actions)
    , m_settings(settings)
    , m_diagram(diagram)
    , m_flow(new ApplyFlow(sources, comments, this))
    , m_migrations(new MigrationFlow(window, settings, this))
    , m_planTimer(new QTimer(this))
    , m_showTimer(new QTimer(this))
{
    m_flow->setProductionPatterns(settings->productionPatterns());
    m_flow->setMarks([this](const QString& source) { return marksOf(source); });
    m_sources->setSidecarPlaces([this](const DatabaseAddress& address) {
        return m_settings->sidecarPlace(stageLocation(address));
    });
    connectFlow();
    connectActions();
}

void PendingDesk::setWorkspace(WorkspaceFlow* workspace)
{
    m_workspace = workspace;
    connect(m_workspace, &WorkspaceFlow::marksChanged, this, &PendingDesk::updateMarks);
    connect(m_workspace, &WorkspaceFlow::saved, m_planTimer, qOverload<>(&QTimer::start));
    connect(m_workspace, &WorkspaceFlow::saved, this, &PendingDesk::tellPending);
}

void PendingDesk::connectFlow()
{
    m_planTimer->setSingleShot(true);
    m_planTimer->setInterval(planAfterMs);
    connect(m_planTimer, &QTimer::timeout, this, [this] {
        if (m_panel != nullptr && m_panel->isVisible() && !m_comments->staged().edits().empty())
            m_flow->plan();
    });
    connect(m_comments, &CommentFlow::stagedChanged, m_planTimer, qOverload<>(&QTimer::start));
    connect(m_flow, &ApplyFlow::message, this, &PendingDesk::message);
    connect(m_flow, &ApplyFlow::started, this, &PendingDesk::started);
    connect(m_flow, &ApplyFlow::progress, this, &PendingDesk::progress);
    connect(m_flow, &ApplyFlow::ended, this, &PendingDesk::ended);
    // several changes of one moment are shown once, and apart from the work that made them
    m_showTimer->setSingleShot(true);
    m_showTimer->setInterval(0);
    connect(m_showTimer, &QTimer::timeout, this, &PendingDesk::showState);
    connect(m_flow, &ApplyFlow::stateChanged, m_showTimer, qOverload<>(&QTimer::start));
    connect(m_flow, &ApplyFlow::reported, this, &PendingDesk::takeReport);
    connect(m_flow, &ApplyFlow::planned, this, [this] {
        if (m_markBar != nullptr) // the rest is shown for stateChanged()
            m_markBar->setSources(m_flow->markedSources());
        if (const auto request = std::exchange(m_askLater, std::nullopt))
            askApply(*request);
    });
    connect(m_migrations, &MigrationFlow::message, this, &PendingDesk::message);
}

void PendingDesk::connectActions()
{
    for (QAction* action : {m_actions.pending, m_actions.apply, m_actions.migration})
        connect(action, &QAction::triggered, this, &PendingDesk::aboutToCollect);
    connect(m_actions.pending, &QAction::triggered, this, &PendingDesk::showPanel);
    connect(m_actions.apply, &QAction::triggered, this, [this] {
        showPanel();
        if (m_panel != nullptr)
            m_panel->requestApply();
    });
    connect(m_actions.migration, &QAction::triggered, this, [this] {
        showPanel();
        if (m_panel != nullptr)
            m_panel->requestMigration();
    });
    connect(m_actions.undoBatch, &QAction::triggered, this, &PendingDesk::chooseBatch);
}

void PendingDesk::setUpDock(QMenu* panelsMenu)
{
    m_dock = new QDockWidget(tr("Pending changes"), m_window);
    m_dock->setObjectName(QStringLiteral("pendingDock"));
    m_window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    m_window->resizeDocks({m_dock}, {m_window->height() * 42 / 100}, Qt::Vertical);
    m_dock->hide();
    panelsMenu->addAction(m_dock->toggleViewAction());
    m_markBar = new MarkBar(m_window->centralWidget());
    if (auto* box = qobject_cast<QVBoxLayout*>(m_window->centralWidget()->layout()))
        box->insertWidget(0, m_markBar);
    updateMarks();
}

void PendingDesk::hideDock()
{
    m_dock->hide();
}

void PendingDesk::fillPanel()
{
    m_panel = new PendingPanel(m_dock);
    m_dock->setWidget(m_panel);
    connectPanel();
    showState();
}

void PendingDesk::setNames(const ObjectNames& names)
{
    if (m_panel != nullptr)
        m_panel->model()->setNames(names);
}

void PendingDesk::connectPanel()
{
    connect(m_panel, &PendingPanel::applyRequested, this, &PendingDesk::requestApply);
    connect(m_panel, &PendingPanel::applyRefused, this,
            [this](const QString& reason) { tell(MessageLevel::Warning, reason); });
    connect(m_panel, &PendingPanel::discardRequested, this, &PendingDesk::discard);
    connect(m_panel, &PendingPanel::conflictsRequested, this, &PendingDesk::solveConflicts);
    connect(m_panel, &PendingPanel::showRequested, m_diagram, &DiagramController::reveal);
    connect(m_panel, &PendingPanel::planRequested, this, &PendingDesk::planShown);
    connect(m_panel, &PendingPanel::reportRequested, this, &PendingDesk::showReport);
    connect(m_panel, &PendingPanel::undoBatchRequested, this, &PendingDesk::chooseBatch);
    connect(m_panel, &PendingPanel::otherPlaceRequested, this, &PendingDesk::chooseSidecar);
    connect(m_panel, &PendingPanel::migrationRequested, this,
            [this](const QString& source, const std::vector<ObjectKey>& keys) {
                if (const auto rows = m_flow->pendingSource(source, keys))
                    m_migrations->exportMigration(
                        *rows, m_flow->openSource(source)->part->source().engine);
            });
    connect(m_panel, &PendingPanel::commentFileRequested, this,
            [this](const QString& source, const std::vector<ObjectKey>& keys) {
                std::vector<CommentEdit> edits;
                if (const auto rows = m_flow->pendingSource(source, keys)) {
                    for (const PendingRow& row : rows->rows)
                        edits.push_back(row.edit);
                }
                if (!edits.empty())
                    m_migrations->exportCommentFile(m_comments->commented().catalog(), edits,
                                                    source);
            });
}

void PendingDesk::takeFacts(FactsChange change)
{
    if (change == FactsChange::Opened) {
        m_undoing.reset();
        m_askLater.reset();
    }
    rememberMarks();
    m_flow->takeFacts(change);
    updateMarks();
    if (m_panel != nullptr && m_panel->isVisible())
        planShown();
}

void PendingDesk::showState()
{
    updateActions();
    if (m_panel != nullptr && m_panel->isVisible()) // else when it is shown
        m_panel->setState(m_flow->state());
}

/// What is shown is asked for: its exact SQL.
void PendingDesk::planShown()
{
    showState();
    if (!m_comments->staged().edits().empty())
        m_flow->plan();
}

void PendingDesk::updateActions()
{
    const bool open = !m_sources->sources().empty();
    m_actions.pending->setEnabled(open);
    // what is still being typed is staged by asking for it
    m_actions.apply->setEnabled(open && !m_flow->isWriting());
    m_actions.migration->setEnabled(open);
    const bool applied = std::ranges::any_of(m_sources->sources(), [](const LoadedSource& source) {
        return source.request.address.kind != AddressKind::Snapshot &&
               QFileInfo(auditPathOf(source.request.address)).size() > 0;
    });
    m_actions.undoBatch->setEnabled(applied);
    if (m_panel != nullptr)
        m_panel->setCanUndoBatch(applied);
}

void PendingDesk::updateMarks()
{
    if (m_markBar == nullptr)
        return;
    m_markBar->setSources(m_flow->markedSources());
    showState();
}

void PendingDesk::showPanel()
{
    const bool wasHidden = m_dock->isHidden();
    bringToFront(m_dock);
    if (m_panel == nullptr)
        return;
    if (wasHidden && !m_dock->isFloating()) { // never so low that what it asks is out of sight
        const int least = std::max(m_window->height() * 42 / 100, leastDockHeight);
        m_window->resizeDocks({m_dock}, {std::max(least, m_dock->height())}, Qt::Vertical);
    }
    m_panel->focusList();
    if (!m_flow->isPlanning())
        planShown();
}

void PendingDesk::cancel()
{
    m_flow->cancel();
}

void PendingDesk::tell(MessageLevel level, const QString& text, const QString& detail)
{
    Q_EMIT message({MessageTopic::Applied, level, text, detail, {}});
}

void PendingDesk::take(const Result<Nothing>& result)
{
    if (!result)
        tell(MessageLevel::Error, result.error().message, result.error().detail);
}

} // namespace cadastre
