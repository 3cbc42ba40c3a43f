// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/worklist_desk.h"

#include "app/desk_frame.h"
#include "model/boundaries/owner_notes.h"
#include "widgets/conventions_dialog.h"
#include "widgets/coverage_bars.h"
#include "widgets/worklist_model.h"
#include "widgets/worklist_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QTimer>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int refreshPauseMs = 250; ///< changes within it are one

struct WorklistRequest
{
    CatalogFacts facts;
    CommentedCatalog commented;
    Boundaries boundaries;
    Conventions conventions;
    double minimumConfidence = 0.5;
    std::shared_ptr<const OccurringValues> occurring;
};

/// Below half a second at 10,000 tables.
WorklistStatePointer workOut(const WorklistRequest& request)
{
    const Catalog& catalog = *request.facts.catalog;
    const Ownership ownership = ownershipOf(catalog, request.boundaries);
    const Boundaries noted = withOwnerNotes(request.boundaries, catalog);
    const Ownership notedOwnership = ownershipOf(catalog, noted);
    const auto factsWith = [&](const Boundaries& boundaries, const Ownership& owners) {
        return WorklistFacts{request.commented,
                             *request.facts.relationships,
                             *request.facts.uses,
                             boundaries,
                             owners,
                             request.conventions,
                             request.minimumConfidence,
                             request.occurring.get()};
    };
    return worklistState(factsWith(request.boundaries, ownership),
                         factsWith(noted, notedOwnership));
}

} // namespace

WorklistDesk::WorklistDesk(QMainWindow* window, OpenSources* sources, CommentFlow* comments,
                           QUndoStack* undoStack, const CommentActions& actions)
    : QObject(window)
    , m_window(window)
    , m_sources(sources)
    , m_comments(comments)
    , m_actions(actions)
    , m_conventions(new ConventionFlow(sources, comments, undoStack, this))
    , m_values(new ValueCheckFlow(this))
    , m_pause(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(refreshPauseMs);
    connect(m_pause, &QTimer::timeout, this, &WorklistDesk::refresh);
    connect(m_comments, &CommentFlow::stagedChanged, this, &WorklistDesk::refreshSoon);
    connect(m_sources, &OpenSources::relationshipsChanged, this, &WorklistDesk::refreshSoon);
    connect(m_conventions, &ConventionFlow::changed, this, [this] {
        refreshSoon();
        showDialogState();
    });
    connect(m_conventions, &ConventionFlow::message, this, &WorklistDesk::message);
    connectValues();
    connect(m_actions.next, &QAction::triggered, this, &WorklistDesk::goToNext);
    connect(m_actions.conventions, &QAction::triggered, this, &WorklistDesk::showConventions);
}

void WorklistDesk::setUpDock(QDockWidget* beside, QMenu* panelsMenu)
{
    m_dock = addDockBeside(beside, m_window, tr("Worklist"), "worklistDock", panelsMenu);
}

void WorklistDesk::setDockShown(bool shown)
{
    m_dock->setVisible(shown);
}

void WorklistDesk::fillPanel()
{
    m_panel = new WorklistPanel(m_dock);
    m_dock->setWidget(m_panel);
    connect(m_panel, &WorklistPanel::objectSelected, this, [this](ObjectRef object) {
        if (isCurrent())
            Q_EMIT objectSelected(object);
    });
    connect(m_panel, &WorklistPanel::editRequested, this, &WorklistDesk::edit);
    connect(m_panel, &WorklistPanel::valueCheckRequested, this, &WorklistDesk::askValueCheck);
    connect(m_panel->coverage(), &CoverageBars::groupActivated, this, &WorklistDesk::showGroup);
    m_panel->setState(m_state);
    m_panel->setBusy(isBusy());
}

void WorklistDesk::setNames(const ObjectNames& names)
{
    if (m_panel != nullptr)
        m_panel->model()->setNames(names);
}

void WorklistDesk::takeFacts(FactsChange change)
{
    m_conventions->takeFacts(change);
    if (change == FactsChange::Opened) {
        m_ledTo.reset();
        m_values->forget(); // of another database
    }
    m_job.cancel();
    refreshSoon();
}

void WorklistDesk::setMinimumConfidence(double minimum)
{
    if (minimum == m_minimumConfidence)
        return;
    m_minimumConfidence = minimum;
    refreshSoon();
}

ConventionsDialog* WorklistDesk::conventionsDialog() const
{
    return m_dialog;
}

bool WorklistDesk::isBusy() const
{
    return m_pause->isActive() || m_job.isRunning();
}

bool WorklistDesk::isCurrent() const
{
    return m_state->commented.catalog() != nullptr &&
           m_state->commented.catalog() == m_sources->facts().catalog;
}

QString WorklistDesk::draftOf(ObjectRef object) const
{
    if (!isCurrent())
        return {};
    const auto& entries = m_state->entries;
    const auto found = std::ranges::find_if(entries, [&](const WorklistEntry& entry) {
        return entry.object == object && !entry.draft.isEmpty();
    });
    return found == entries.end() ? QString() : found->draft;
}

void WorklistDesk::refreshSoon()
{
    m_pause->start();
    if (m_panel != nullptr)
        m_panel->setBusy(true);
}

void WorklistDesk::refresh()
{
    const CatalogFacts& facts = m_sources->facts();
    if (facts.catalog->isEmpty()) {
        m_job.cancel();
        takeState(std::make_shared<const WorklistState>());
        return;
    }
    if (m_comments->commented().catalog() != facts.catalog)
        return; // it is told of the newer one soon, and tells
    m_job.start([request = WorklistRequest{facts, m_comments->commented(), m_sources->boundaries(),
                                           m_conventions->document(), m_minimumConfidence,
                                           m_values->occurring(*facts.catalog)}](
                    const std::atomic_bool&) { return workOut(request); },
                [this](WorklistStatePointer state) { takeState(std::move(state)); });
}

void WorklistDesk::takeState(WorklistStatePointer state)
{
    m_state = std::move(state);
    const bool hasCatalog = m_state->commented.catalog() != nullptr;
    m_actions.next->setEnabled(hasCatalog && !m_state->entries.empty());
    m_actions.conventions->setEnabled(hasCatalog);
    if (m_panel != nullptr) {
        m_panel->setState(m_state);
        m_panel->setBusy(isBusy());
    }
    showDialogState();
    Q_EMIT stateChanged();
}

void WorklistDesk::edit(ObjectRef object)
{
    if (!isCurrent())
        return;
    m_ledTo = m_state->commented.catalog()->keyOf(object);
    Q_EMIT editRequested(object);
}

/// Of views, tables and foreign tables; of a convention also tables with a column that follows it.
std::vector<TableId> WorklistDesk::tablesOf(CoverageBy by, const QString& name) const
{
    if (!isCurrent())
        return {};
    const Boundaries noted = withOwnerNotes(m_sources->boundaries(), *m_state->commented.catalog());
    const Ownership ownership = ownershipOf(*m_state->commented.catalog(), noted);
    return tablesOfGroup({m_state->commented, *m_sources->facts().relationships,
                          *m_sources->facts().uses, noted, ownership, m_conventions->document()},
                         by, name);
}

void WorklistDesk::showGroup(CoverageBy by, const QString& name)
{
    const std::vector<TableId> tables = tablesOf(by, name);
    if (tables.empty())
        return;
    Q_EMIT tablesWanted(tables);
    if (by == CoverageBy::Convention)
        Q_EMIT conventionWanted(name);
}

void WorklistDesk::takeFinished(ObjectRef object)
{
    const ObjectKey key = m_sources->facts().catalog->keyOf(object);
    if (m_panel == nullptr || m_ledTo != key)
        return;
    goToNext();
}

void WorklistDesk::goToNext()
{
    if (m_panel == nullptr || !isCurrent())
        return;
    m_dock->show();
    m_dock->raise();
    // from where the list led last, else from its beginning
    const auto next = m_panel->goToNextAfter(m_ledTo);
    if (next) {
        edit(*next);
        return;
    }
    m_ledTo.reset();
    m_panel->focusList();
    Q_EMIT message({MessageTopic::Comments,
                    MessageLevel::Info,
                    tr("That was the last entry of the worklist."),
                    {},
                    {}});
}

void WorklistDesk::showConventions()
{
    if (m_dialog == nullptr) {
        m_dialog = new ConventionsDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &ConventionsDialog::edited, m_conventions, &ConventionFlow::edit);
        connect(m_dialog, &ConventionsDialog::renamed, m_conventions, &ConventionFlow::rename);
        connect(m_dialog, &ConventionsDialog::showRequested, this,
                [this](const QString& name) { showGroup(CoverageBy::Convention, name); });
        connect(m_dialog, &ConventionsDialog::tagRequested, this,
                [this](const std::vector<TableId>& tables, const QString& convention,
                       const Convention& proposed) {
                    if (m_dialog->view().catalog != m_sources->facts().catalog)
                        return; // it is shown anew in a moment
                    m_conventions->tag({tables.begin(), tables.end()}, convention, proposed);
                });
    }
    showDialogState();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void WorklistDesk::showDialogState()
{
    if (m_dialog != nullptr)
        m_dialog->setView(conventionsView(m_comments->commented(), m_conventions->document()));
}

} // namespace cadastre
