// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of the desk and how they are connected. Its menus are in boundary_desk_menus.cpp.
#include "app/boundary_desk.h"

#include "app/desk_frame.h"
#include "diagram/canvas.h"
#include "model/boundaries/boundary_edits.h"
#include "widgets/boundary_facts_text.h"
#include "widgets/boundary_panel.h"
#include "widgets/crossing_page.h"
#include "widgets/crossings_panel.h"
#include "widgets/exposure_form.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>

namespace cadastre {

BoundaryDesk::BoundaryDesk(QMainWindow* window, OpenSources* sources, QUndoStack* undoStack,
                           Settings* settings, DiagramController* diagram, Canvas* canvas)
    : QObject(window)
    , m_window(window)
    , m_sources(sources)
    , m_diagram(diagram)
    , m_canvas(canvas)
    , m_actions(window)
    , m_flow(new BoundaryFlow(sources, undoStack, this))
    , m_dialogs(new BoundaryDialogs(window, m_flow, settings))
{
    connectFlow();
    connectActions();
    connectCanvas();
}

void BoundaryDesk::connectFlow()
{
    connect(m_flow, &BoundaryFlow::message, this, &BoundaryDesk::message);
    connect(m_dialogs, &BoundaryDialogs::message, this, &BoundaryDesk::message);
    connect(m_dialogs, &BoundaryDialogs::started, this, &BoundaryDesk::started);
    connect(m_dialogs, &BoundaryDialogs::ended, this, &BoundaryDesk::ended);
    connect(m_dialogs, &BoundaryDialogs::objectActivated, m_diagram, &DiagramController::reveal);
    connect(m_flow, &BoundaryFlow::pictureChanged, m_diagram, &DiagramController::setBoundaries);
    connect(m_sources, &OpenSources::relationshipsChanged, m_flow,
            &BoundaryFlow::takeRelationships);
    connect(m_flow, &BoundaryFlow::checked, this, [this](const BoundaryStatePointer& state) {
        if (m_panel != nullptr) {
            m_panel->setState(state);
            m_crossings->setState(state);
        }
        updateActions();
        Q_EMIT factsChanged();
    });
    connect(m_dialogs, &BoundaryDialogs::boundaryMade, this, [this](const QString& name) {
        if (m_panel != nullptr)
            m_panel->showBoundary(name, false);
    });
}

void BoundaryDesk::connectActions()
{
    const auto on = [this](QAction* action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions.showBoundaries, [this] {
        raise(m_boundaryDock);
        if (m_panel != nullptr)
            m_panel->focusTree();
    });
    on(m_actions.showCrossings, [this] {
        raise(m_crossingsDock);
        if (m_crossings != nullptr)
            m_crossings->showCrossings();
    });
    on(m_actions.suggest, [this] { m_dialogs->suggest(); });
    on(m_actions.importOwners, [this] { m_dialogs->importOwners(); });
    on(m_actions.make, [this] { m_dialogs->make(selectedTables()); });
    on(m_actions.publish, [this] { m_dialogs->publish(selectedTables()); });
    on(m_actions.makePrivate, [this] { makePrivate(selectedTables()); });
    on(m_actions.draft, [this] {
        if (const auto tables = selectedTables(); !tables.empty())
            m_dialogs->draft(tables.front());
    });
    on(m_actions.impact, [this] { impactOfSelected(); });
    on(m_actions.mayGo, [this] { m_dialogs->showMayGo(); });
    on(m_actions.makeFlow, [this] { m_dialogs->makeFlow(selectedTables()); });
    on(m_actions.addRule, [this] {
        if (m_crossings != nullptr)
            m_crossings->askNewRule();
    });
    on(m_actions.baseline, [this] {
        if (m_crossings != nullptr)
            m_crossings->askBaseline();
    });
    on(m_actions.notes, [this] { m_dialogs->showNotes(); });
    on(m_actions.report,
       [this] { m_dialogs->exportReport(m_sources->facts().catalog->source(SourceId{0}).name); });
}

void BoundaryDesk::connectCanvas()
{
    connect(m_canvas, &Canvas::tablesSelectionChanged, this, [this](std::vector<TableId> tables) {
        updateActions();
        if (m_panel != nullptr)
            m_panel->selectTables(m_diagram->tablesFromCanvas(tables));
    });
    connect(m_diagram, &DiagramController::selectionChanged, this, [this] {
        updateActions();
        if (m_panel != nullptr && m_flow->isCurrent())
            m_panel->selectTables(selectedTables());
    });
    connect(m_diagram, &DiagramController::pictureShown, this, [this] {
        const auto later = std::exchange(m_crossingLater, std::nullopt);
        if (later && later->first == m_flow->state())
            showCrossing(later->second);
    });
    connect(m_canvas, &Canvas::regionHovered, this, &BoundaryDesk::showWhatIf);
    connect(m_canvas, &Canvas::tablesDroppedOnRegion, this, &BoundaryDesk::takeDrop);
    connect(m_canvas, &Canvas::regionMenuRequested, this, &BoundaryDesk::openRegionMenu);
    connect(m_canvas, &Canvas::regionActivated, this, [this](BoundaryIndex boundary) {
        if (m_panel != nullptr)
            m_panel->showBoundary(m_diagram->boundaryNameOf(boundary), false);
    });
}

void BoundaryDesk::setUpDocks(QDockWidget* left, QDockWidget* right, QMenu* panelsMenu)
{
    m_boundaryDock = addDockBeside(left, m_window, tr("Boundaries"), "boundariesDock", panelsMenu);
    m_crossingsDock = addDockBeside(right, m_window, tr("Crossings"), "crossingsDock", panelsMenu);
}

void BoundaryDesk::setDocksShown(bool shown)
{
    m_boundaryDock->setVisible(shown);
    m_crossingsDock->setVisible(shown);
}

void BoundaryDesk::fillPanels()
{
    m_panel = new BoundaryPanel(m_boundaryDock);
    m_boundaryDock->setWidget(m_panel);
    m_crossings = new CrossingsPanel(m_crossingsDock);
    m_crossingsDock->setWidget(m_crossings);
    connectPanel();
    connectCrossings();
    m_panel->setState(m_flow->state());
    m_crossings->setState(m_flow->state());
}

void BoundaryDesk::connectPanel()
{
    connect(m_panel, &BoundaryPanel::editRequested, m_flow, &BoundaryFlow::edit);
    connect(m_panel, &BoundaryPanel::suggestRequested, m_dialogs, &BoundaryDialogs::suggest);
    connect(m_panel, &BoundaryPanel::importRequested, m_dialogs, &BoundaryDialogs::importOwners);
    connect(m_panel, &BoundaryPanel::makeRequested, this,
            [this] { m_dialogs->make(selectedTables()); });
    connect(m_panel, &BoundaryPanel::tablesSelected, this,
            [this](const std::vector<TableId>& tables) {
                if (m_flow->isCurrent())
                    m_diagram->selectTables(tables);
                updateActions();
            });
    connect(m_panel, &BoundaryPanel::objectActivated, m_diagram, &DiagramController::reveal);
    connect(m_panel, &BoundaryPanel::boundaryActivated, this, [this](const QString& name) {
        if (const auto boundary = m_flow->state()->check.ownership.indexOf(name))
            m_diagram->revealBoundary(*boundary);
    });
    connect(m_panel, &BoundaryPanel::menuRequested, this, &BoundaryDesk::openPanelMenu);
}

void BoundaryDesk::connectCrossings()
{
    connect(m_crossings, &CrossingsPanel::editRequested, m_flow, &BoundaryFlow::edit);
    connect(m_crossings, &CrossingsPanel::crossingSelected, this, &BoundaryDesk::showCrossing);
    connect(m_crossings, &CrossingsPanel::objectActivated, m_diagram, &DiagramController::reveal);
    connect(m_crossings, &CrossingsPanel::draftRequested, m_dialogs, &BoundaryDialogs::draft);
    connect(m_crossings, &CrossingsPanel::impactRequested, m_dialogs, &BoundaryDialogs::impact);
    connect(m_crossings, &CrossingsPanel::reportRequested, m_actions.report, &QAction::trigger);
    connect(m_crossings, &CrossingsPanel::flowRequested, this,
            [this] { m_dialogs->makeFlow(selectedTables()); });
    connect(m_crossings, &CrossingsPanel::flowSelected, m_diagram,
            &DiagramController::revealTables);
}

void BoundaryDesk::takeFacts(FactsChange change)
{
    m_flow->takeFacts(change);
    updateActions();
}

std::vector<TableId> BoundaryDesk::selectedTables() const
{
    const std::vector<TableId> several = m_diagram->tablesFromCanvas(m_canvas->selectedTables());
    if (several.size() > 1)
        return several;
    const Catalog& catalog = *m_diagram->facts().catalog; // what is selected is of this one
    const auto selected = m_diagram->selected();
    const auto table = selected ? tableOf(catalog, *selected) : std::nullopt;
    return table ? std::vector<TableId>{*table} : several;
}

void BoundaryDesk::updateActions()
{
    const bool open = !m_sources->facts().catalog->isEmpty();
    m_actions.setState(open, open && !selectedTables().empty(),
                       !m_flow->document().entries.empty());
}

FactSection BoundaryDesk::inspectorSection(ObjectRef object) const
{
    return m_flow->isCurrent() ? boundarySection(*m_flow->state(), object) : FactSection{};
}

void BoundaryDesk::raise(QDockWidget* dock)
{
    dock->show();
    dock->raise();
}

void BoundaryDesk::showWhatIf(const std::vector<TableId>& tables,
                              std::optional<BoundaryIndex> boundary)
{
    const BoundaryStatePointer& state = m_flow->state();
    if (tables.empty() || !m_flow->isCurrent()) {
        m_canvas->setDropHint({});
        return;
    }
    const auto into = boundary
                          ? state->check.ownership.indexOf(m_diagram->boundaryNameOf(*boundary))
                          : std::nullopt;
    const std::vector<TableId> moved = m_diagram->tablesFromCanvas(tables);
    const QString what = moved.size() == 1
                             ? state->catalog->table(moved.front()).name
                             : tr("%Ln tables", nullptr, static_cast<int>(moved.size()));
    m_canvas->setDropHint(whatIfText(what, state->whatIf.move(moved, into)));
}

void BoundaryDesk::takeDrop(const std::vector<TableId>& tables,
                            std::optional<BoundaryIndex> boundary)
{
    m_flow->edit(assignTablesEdit(m_sources->facts().catalog, m_diagram->tablesFromCanvas(tables),
                                  boundary ? m_diagram->boundaryNameOf(*boundary) : QString()));
}

/// The line where there is one, else both ends.
void BoundaryDesk::showCrossing(const Crossing& crossing)
{
    if (!m_flow->isCurrent())
        return;
    m_crossingLater.reset();
    if (m_diagram->isMakingPicture()) // its places and its selection are others
        m_crossingLater = {m_flow->state(), crossing};
    const BoundaryState& state = *m_flow->state();
    if (crossing.relationship) {
        m_diagram->revealRelationship(
            (*state.relationships)[static_cast<std::size_t>(*crossing.relationship)]);
        return;
    }
    const auto from = tableOf(*state.catalog, crossing.from);
    const auto into = tableOf(*state.catalog, crossing.into);
    if (into)
        m_diagram->select(*into);
    if (from && into && *from != *into)
        m_diagram->revealTables({std::min(*from, *into), std::max(*from, *into)});
    else if (from || into)
        m_diagram->reveal(into ? *into : *from);
}

void BoundaryDesk::makePrivate(const std::vector<TableId>& tables)
{
    if (!tables.empty())
        m_flow->edit(exposeEdit(m_sources->facts().catalog, tables, {}));
}

void BoundaryDesk::impactOfSelected()
{
    if (!m_flow->isCurrent())
        return;
    if (const auto object = m_diagram->selected())
        m_dialogs->impact(*object);
    else if (const auto tables = selectedTables(); !tables.empty())
        m_dialogs->impact(tables.front());
}

} // namespace cadastre
