// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of the desk and how they are connected. What its buttons do is in
// pending_desk_requests.cpp, marks and batches in pending_desk_sources.cpp.
#include "app/pending_desk.h"

#include "app/workspace_flow.h"
#include "model/notes/sidecar/sidecar.h"
#include "widgets/audit_dialog.h"
#include "widgets/conflict_dialog.h"
#include "widgets/pages_dialog.h"
#include "widgets/pending_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace cadastre {

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
{
    m_flow->setProductionPatterns(settings->productionPatterns());
    m_flow->setMarks([this](const QString& source) {
        return m_workspace != nullptr ? m_workspace->marks(source) : SourceMarks{};
    });
    m_flow->setSidecars([this](const LoadedSource& source) {
        const DatabaseAddress& address = source.request.address;
        if (address.kind == AddressKind::Sqlite)
            return sqliteSidecarPath(address.path);
        const QString workspace = m_workspace != nullptr ? m_workspace->path() : QString();
        return workspace.isEmpty() ? QString()
                                   : workspaceSidecarPath(workspace, source.request.name);
    });
    connectFlow();
    connectActions();
}

void PendingDesk::setWorkspace(WorkspaceFlow* workspace)
{
    m_workspace = workspace;
    connect(m_workspace, &WorkspaceFlow::marksChanged, this, &PendingDesk::updateMarks);
}

void PendingDesk::connectFlow()
{
    connect(m_flow, &ApplyFlow::message, this, &PendingDesk::message);
    connect(m_flow, &ApplyFlow::started, this, &PendingDesk::started);
    connect(m_flow, &ApplyFlow::progress, this, &PendingDesk::progress);
    connect(m_flow, &ApplyFlow::ended, this, &PendingDesk::ended);
    connect(m_flow, &ApplyFlow::stateChanged, this, &PendingDesk::showState);
    connect(m_flow, &ApplyFlow::reported, this, &PendingDesk::takeReport);
    connect(m_flow, &ApplyFlow::planned, this, [this] {
        updateMarks();
        if (const auto request = std::exchange(m_askLater, std::nullopt))
            askApply(*request);
    });
    connect(m_migrations, &MigrationFlow::message, this, &PendingDesk::message);
}

void PendingDesk::connectActions()
{
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
    m_window->resizeDocks({m_dock}, {m_window->height() * 34 / 100}, Qt::Vertical);
    m_dock->hide();
    panelsMenu->addAction(m_dock->toggleViewAction());
    m_markBar = new MarkBar(m_window->centralWidget());
    if (auto* box = qobject_cast<QVBoxLayout*>(m_window->centralWidget()->layout()))
        box->insertWidget(0, m_markBar);
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
    if (m_dock->isVisible())
        m_flow->plan();
}

void PendingDesk::connectPanel()
{
    connect(m_panel, &PendingPanel::applyRequested, this, &PendingDesk::requestApply);
    connect(m_panel, &PendingPanel::discardRequested, this, &PendingDesk::discard);
    connect(m_panel, &PendingPanel::conflictsRequested, this, &PendingDesk::solveConflicts);
    connect(m_panel, &PendingPanel::showRequested, m_diagram, &DiagramController::reveal);
    connect(m_panel, &PendingPanel::planRequested, m_flow, &ApplyFlow::plan);
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
    m_flow->takeFacts(change);
    updateMarks();
    const bool shown = m_panel != nullptr && m_panel->isVisible();
    if (shown && !m_comments->staged().edits().empty())
        m_flow->plan();
}

void PendingDesk::showState()
{
    updateActions();
    if (m_panel != nullptr)
        m_panel->setState(m_flow->state());
}

void PendingDesk::updateActions()
{
    const bool open = !m_sources->sources().empty();
    const bool staged = !m_comments->staged().edits().empty();
    m_actions.pending->setEnabled(open);
    m_actions.apply->setEnabled(staged && !m_flow->isWriting());
    m_actions.migration->setEnabled(staged);
    m_actions.undoBatch->setEnabled(open);
}

void PendingDesk::updateMarks()
{
    m_markBar->setSources(m_flow->markedSources());
    showState();
}

void PendingDesk::showPanel()
{
    m_dock->show();
    m_dock->raise();
    if (m_panel != nullptr)
        m_panel->focusList();
}

void PendingDesk::takeReport(const ApplyReport& report)
{
    const QString line = tr("%1: %2").arg(report.source, outcomeLine(report.writes));
    if (m_panel != nullptr)
        m_panel->setReport(line);
    QString text = report.afterwards
                       ? tr("The sending of comments to %1 was cut off; now it is known: %2.")
                             .arg(report.source, outcomeLine(report.writes))
                   : !report.failure.isEmpty()
                       ? tr("Nothing was sent to %1. %2").arg(report.source, report.failure)
                       : tr("Comments of %1.").arg(line);
    const bool fine = isAllWritten(report) && report.warnings.isEmpty();
    Q_EMIT message({MessageTopic::Applied,
                    fine                       ? MessageLevel::Info
                    : report.failure.isEmpty() ? MessageLevel::Warning
                                               : MessageLevel::Error,
                    text,
                    {},
                    tr("&Report…")});
    if (m_undoing && report.undo)
        m_undoing.reset();
}

void PendingDesk::showReport()
{
    if (!m_flow->lastReport())
        return;
    const ApplyReport& report = *m_flow->lastReport();
    auto* dialog = new PagesDialog(
        tr("Report"), tr("%1: %2").arg(report.source, outcomeLine(report.writes)), m_window);
    dialog->addText(tr("Report"), applyReportText(report), QStringLiteral("comments-report.txt"));
    connect(dialog, &PagesDialog::saveRequested, m_migrations, &MigrationFlow::saveText);
    dialog->show();
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

bool PendingDesk::holdsClose(const std::function<void()>& close)
{
    if (!m_flow->isWriting())
        return false;
    auto* question =
        new QMessageBox(QMessageBox::Question, QStringLiteral("Cadastre"),
                        tr("Comments are being written. What is not written yet stays staged."),
                        QMessageBox::Cancel, m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton* wait = question->addButton(tr("&Wait, then close"), QMessageBox::AcceptRole);
    QPushButton* stop = question->addButton(tr("&Stop and close"), QMessageBox::DestructiveRole);
    question->setDefaultButton(wait);
    const auto closeLater = [this, close] {
        if (m_flow->isWriting())
            connect(
                m_flow, &ApplyFlow::ended, this, close,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        else
            close();
    };
    connect(wait, &QPushButton::clicked, this, closeLater);
    connect(stop, &QPushButton::clicked, this, [this, closeLater] {
        m_flow->cancel();
        closeLater();
    });
    question->open();
    return true;
}

} // namespace cadastre
