// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships in the main window: the review panel, the threshold, choosing targets, menus. What
// decisions do is relation_flow.h's.
#include "app/main_window.h"

#include "app/boundary_desk.h"
#include "app/comment_desk.h"
#include "app/pending_desk.h"
#include "app/worklist_desk.h"
#include "diagram/canvas.h"
#include "widgets/activity_bar.h"
#include "widgets/review_panel.h"
#include "widgets/target_chooser.h"

#include <QAction>
#include <QDockWidget>
#include <QTimer>

namespace cadastre {

namespace {

constexpr int thresholdRestMs = 400;
constexpr std::size_t manyDecided = 20;

} // namespace

void MainWindow::connectRelations()
{
    connect(m_relations, &RelationFlow::message, this, &MainWindow::showMessage);
    connect(m_relations, &RelationFlow::decisionsChanged, m_workspaceFlow,
            &WorkspaceFlow::markChanged);
    connect(m_workspaceFlow, &WorkspaceFlow::decisionsMerged, m_relations,
            &RelationFlow::takeMerged);
    connect(m_workspaceFlow, &WorkspaceFlow::decisionsRecovered, m_relations,
            &RelationFlow::restore);
    connect(&m_sources, &OpenSources::relationshipsChanged, this, &MainWindow::showRelationships);
    connectLines();
    m_thresholdTimer = new QTimer(this);
    m_thresholdTimer->setSingleShot(true);
    m_thresholdTimer->setInterval(thresholdRestMs);
    connect(m_thresholdTimer, &QTimer::timeout, this, &MainWindow::keepThreshold);
    m_actions.inferred->setChecked(m_settings.showsInferred());
    connect(m_actions.inferred, &QAction::toggled, this, [this](bool shown) {
        setThreshold(shown, m_canvas->relationshipFilter().minimumConfidence);
    });
    connect(m_actions.review, &QAction::triggered, this, [this] {
        if (m_review == nullptr)
            return;
        m_reviewDock->show();
        m_reviewDock->raise();
        const Catalog& catalog = *m_sources.facts().catalog;
        const auto object = m_diagram->selected();
        const auto table = object ? tableOf(catalog, *object) : std::nullopt;
        m_review->showAbout(table ? catalog.base(*table).name : QString());
        m_review->focusList();
    });
    connect(m_actions.relate, &QAction::triggered, this, [this] {
        if (const auto object = m_diagram->selected(); object && object->kind == ObjectKind::Column)
            relateColumn(ColumnId{object->index});
    });
}

void MainWindow::connectBoundaries()
{
    BoundaryFlow* flow = m_boundaries->flow();
    connect(m_boundaries, &BoundaryDesk::message, this, &MainWindow::showMessage);
    connect(m_boundaries, &BoundaryDesk::started, m_activity, &ActivityBar::begin);
    connect(m_boundaries, &BoundaryDesk::ended, m_activity, &ActivityBar::end);
    connect(m_boundaries, &BoundaryDesk::factsChanged, this, [this] {
        if (!m_canvas->selectedRelationship())
            showSelection(m_diagram->selected());
    });
    connect(flow, &BoundaryFlow::documentChanged, m_workspaceFlow, &WorkspaceFlow::markChanged);
    connect(m_workspaceFlow, &WorkspaceFlow::boundariesMerged, flow, &BoundaryFlow::takeMerged);
    connect(m_workspaceFlow, &WorkspaceFlow::boundariesRecovered, flow, &BoundaryFlow::restore);
    flow->setMinimumConfidence(m_settings.leastConfidence());
}

void MainWindow::connectComments()
{
    connect(m_comments, &CommentDesk::message, this, &MainWindow::showMessage);
    connect(m_comments, &CommentDesk::namesChanged, m_searchFlow, &SearchFlow::setNames);
    connect(m_comments, &CommentDesk::namesChanged, m_boundaries, [this](const ObjectNames& names) {
        m_boundaries->dialogs()->setStaged(names.comments);
    });
    connect(m_comments, &CommentDesk::started, m_activity, &ActivityBar::begin);
    connect(m_comments, &CommentDesk::progress, m_activity, &ActivityBar::setProgress);
    connect(m_comments, &CommentDesk::ended, m_activity, &ActivityBar::end);
    ConventionFlow* conventions = m_comments->worklist()->conventions();
    connect(conventions, &ConventionFlow::documentChanged, m_workspaceFlow,
            &WorkspaceFlow::markChanged);
    connect(m_workspaceFlow, &WorkspaceFlow::conventionsMerged, conventions,
            &ConventionFlow::takeMerged);
    connect(m_workspaceFlow, &WorkspaceFlow::conventionsRecovered, conventions,
            &ConventionFlow::restore);
    m_comments->worklist()->setMinimumConfidence(m_settings.leastConfidence());
    connect(m_activity, &ActivityBar::cancelRequested, m_comments->worklist()->values(),
            &ValueCheckFlow::cancel);
    PendingDesk* pending = m_comments->pending();
    pending->setWorkspace(m_workspaceFlow);
    connect(m_activity, &ActivityBar::cancelRequested, pending, &PendingDesk::cancel);
    connect(m_comments, &CommentDesk::factsChanged, this, [this] {
        if (m_diagram->facts().catalog == m_sources.facts().catalog &&
            !m_canvas->selectedRelationship())
            showSelection(m_diagram->selected());
    });
}

void MainWindow::connectReview()
{
    m_review->setThreshold(m_settings.showsInferred(), m_settings.leastConfidence());
    connect(m_relations, &RelationFlow::originsChanged, m_review, &ReviewPanel::setOrigins);
    connect(m_review, &ReviewPanel::thresholdChanged, this, &MainWindow::setThreshold);
    connect(m_relations, &RelationFlow::revisited, this,
            [this](const std::vector<Relationship>& changed) {
                m_review->selectChanged(changed);
                selectRelationship(changed.front());
            });
    connect(m_review, &ReviewPanel::decideRequested, this, &MainWindow::decide);
    connect(m_review, &ReviewPanel::undecideRequested, m_relations, &RelationFlow::undecide);
    connect(m_review, &ReviewPanel::targetChosen, m_relations, &RelationFlow::chooseTarget);
    connect(m_review, &ReviewPanel::reasonEdited, m_relations, &RelationFlow::editReason);
    connect(m_review, &ReviewPanel::otherTargetRequested, this, &MainWindow::chooseTargetOf);
    connect(m_review, &ReviewPanel::relationshipSelected, this, &MainWindow::selectRelationship);
    connect(m_review, &ReviewPanel::checkRequested, this, &MainWindow::checkWithData);
    connect(m_review, &ReviewPanel::exportRequested, this, &MainWindow::exportDecided);
    connect(m_review, &ReviewPanel::objectActivated, m_diagram, &DiagramController::reveal);
}

/// Many at once are said, with a way back.
void MainWindow::decide(const std::vector<Relationship>& relationships, DecisionKind kind,
                        const QString& reason)
{
    m_relations->decide(relationships, kind, reason);
    if (relationships.size() <= manyDecided)
        return;
    const QString count = tr("%Ln relationships", nullptr, static_cast<int>(relationships.size()));
    showMessage({MessageTopic::Decided,
                 MessageLevel::Info,
                 kind == DecisionKind::Rejected ? tr("%1 rejected.").arg(count)
                                                : tr("%1 confirmed.").arg(count),
                 {},
                 tr("&Undo")});
}

void MainWindow::showReview()
{
    if (m_review == nullptr)
        return;
    const CatalogFacts& facts = m_sources.facts();
    m_review->setFacts({facts.catalog, facts.relationships});
}

void MainWindow::showRelationships()
{
    m_diagram->setRelationships(m_sources.facts());
    showReview();
    showCounts();
    showSelection(m_diagram->selected());
    showLineFacts();
}

void MainWindow::setThreshold(bool inferred, double least)
{
    RelationshipFilter filter = m_canvas->relationshipFilter();
    filter.showInferred = inferred;
    filter.minimumConfidence = least;
    m_diagram->setRelationshipFilter(filter);
    const QSignalBlocker blocker(m_actions.inferred);
    m_actions.inferred->setChecked(inferred);
    if (m_review != nullptr)
        m_review->setThreshold(inferred, least);
    showCounts();
    m_thresholdTimer->start();
}

/// What waits until a slider has come to rest.
void MainWindow::keepThreshold()
{
    m_thresholdTimer->stop();
    const RelationshipFilter& filter = m_canvas->relationshipFilter();
    m_settings.setShowsInferred(filter.showInferred);
    m_settings.setLeastConfidence(filter.minimumConfidence);
    m_boundaries->flow()->setMinimumConfidence(filter.minimumConfidence);
    m_comments->worklist()->setMinimumConfidence(filter.minimumConfidence);
    if (m_canvas->selectedRelationship())
        return;
    showSelection(m_diagram->selected());
}

void MainWindow::selectRelationship(const Relationship& relationship)
{
    m_diagram->revealRelationship(relationship);
    showLineFacts();
}

void MainWindow::explainRelationship(const Relationship& relationship)
{
    if (m_review == nullptr)
        return;
    m_reviewDock->show();
    m_reviewDock->raise();
    m_review->selectRelationship(relationship);
    m_review->focusList();
}

void MainWindow::chooseTargetOf(const std::vector<Relationship>& relationships,
                                const QString& reason)
{
    const std::shared_ptr<const Catalog> catalog = m_sources.facts().catalog;
    auto* chooser = new TargetChooser(catalog, relationships.front(), this);
    chooser->setCount(static_cast<int>(relationships.size()));
    chooser->setReason(reason);
    chooser->setNames(m_comments->names());
    connect(chooser, &TargetChooser::chosen, this,
            [this, catalog, relationships](const RelationshipTarget& target, const QString& why) {
                if (catalog != m_sources.facts().catalog)
                    return; // ids of another catalog
                const Relationship& first = relationships.front();
                if (first.targets.empty())
                    m_relations->draw({first.childColumns, target.columns, {}, {}}, why);
                else
                    m_relations->chooseTarget(relationships, target, why);
                if (!first.targets.empty())
                    selectRelationship(first);
            });
    chooser->open();
}

void MainWindow::relateColumn(ColumnId column)
{
    const CatalogFacts& facts = m_sources.facts();
    for (const Relationship& known : *facts.relationships) {
        if (known.origin == RelationshipOrigin::Inferred &&
            known.childColumns == std::vector<ColumnId>{column} && !known.typeColumn) {
            chooseTargetOf({known}, {});
            return;
        }
    }
    Relationship unknown;
    unknown.child = facts.catalog->column(column).table;
    unknown.childColumns = {column};
    chooseTargetOf({unknown}, {});
}

} // namespace cadastre
