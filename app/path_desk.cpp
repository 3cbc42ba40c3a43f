// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/path_desk.h"

#include "app/desk_frame.h"
#include "app/main_window.h"
#include "diagram/canvas.h"
#include "widgets/path_list_model.h"
#include "widgets/path_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace cadastre {

PathDesk::PathDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
    , m_action(makeAction(parts.window, "path", tr("How do these &join…"), "Ctrl+Shift+J",
                          tr("The shortest ways between tables, and a SELECT of each")))
{
    m_action->setObjectName(QStringLiteral("howDoTheseJoin"));
    m_action->setEnabled(false);
    connect(m_action, &QAction::triggered, this, &PathDesk::openForSelection);
    connect(parts.canvas, &Canvas::pathDismissed, this, [this] { dismissPath(false); });
    connect(parts.canvas, &Canvas::tablesSelectionChanged, this,
            [this](const std::vector<TableId>& tables) {
                if (!std::ranges::includes(m_parts.canvas->path().tables, tables) ||
                    tables.empty()) // something else is meant now
                    dismissPath(true);
            });
}

void PathDesk::fillMenus(const WindowMenus& menus)
{
    menus.go->addSeparator();
    menus.go->addAction(m_action);
    menus.relationships->addSeparator();
    menus.relationships->addAction(m_action); // where people look for it, too
}

void PathDesk::setUpDocks(const DeskDocks& docks)
{
    m_dock = addDockBeside(docks.right, m_parts.window, tr("How do these join"), "pathDock",
                           docks.panelsMenu);
    m_dock->hide();
    connect(m_dock, &QDockWidget::visibilityChanged, this, [this](bool seen) {
        m_dockSeen = seen;
        m_dismissed = false;
        seen ? showPath() : hidePath();
    });
}

std::vector<QDockWidget*> PathDesk::docks() const
{
    return {m_dock};
}

void PathDesk::fillPanels(const DeskPanels& /*panels*/)
{
    m_panel = new PathPanel(m_dock);
    m_dock->setWidget(m_panel);
    connect(m_panel, &PathPanel::asked, this, &PathDesk::find);
    connect(m_panel, &PathPanel::unasked, this, [this] {
        m_job.cancel();
        m_panel->setBusy(false);
    });
    connect(m_panel, &PathPanel::pathChosen, this, [this] {
        m_dismissed = false;
        showPath();
    });
    connect(m_panel, &PathPanel::left, this, [this] {
        m_dock->close(); // what was in front before is again
        m_parts.canvas->setFocus(Qt::OtherFocusReason);
    });
    takeFacts(FactsChange::Opened);
}

void PathDesk::takeFacts(FactsChange change)
{
    m_job.cancel();
    m_facts.reset();
    m_before.reset(); // of another catalog
    const auto& catalog = m_parts.sources->facts().catalog;
    const bool isOpen = !catalog->isEmpty();
    m_action->setEnabled(isOpen);
    if (m_panel != nullptr)
        m_panel->setCatalog(isOpen ? catalog : nullptr, change != FactsChange::Opened);
}

void PathDesk::takeRelationships()
{
    if (m_facts != nullptr && m_facts->graph.sharedCatalog() == m_parts.sources->facts().catalog)
        m_facts = withRelationships(*m_facts, m_parts.sources->facts().relationships);
    else
        m_facts.reset();
    if (m_panel != nullptr)
        m_panel->askAgain();
}

void PathDesk::takePicture(const DiagramPicture& /*picture*/)
{
    showPath();
}

void PathDesk::fillObjectMenu(QMenu* menu, ObjectRef object)
{
    const auto table = tableOf(*m_parts.sources->facts().catalog, object);
    if (!table)
        return;
    menu->addAction(m_action->icon(), tr("Find a &path from here…"), this,
                    [this, from = *table] { open({from}); });
}

void PathDesk::fillTablesMenu(QMenu* menu, const std::vector<TableId>& tables)
{
    if (tables.size() < 2 || std::ssize(tables) > mostJoinedTables)
        return;
    menu->addAction(m_action->icon(), m_action->text(), this, [this, tables] { open(tables); });
}

void PathDesk::leave()
{
    m_job.cancel();
    disconnect(m_dock, nullptr, this, nullptr);
    Desk::leave();
}

void PathDesk::openForSelection()
{
    std::vector<TableId> tables = m_parts.canvas->selectedTables();
    if (tables == m_parts.canvas->path().tables)
        tables.clear(); // the way itself selected them: they are no question
    tables = m_parts.diagram->tablesFromCanvas(tables);
    if (std::ssize(tables) > mostJoinedTables)
        tables.resize(mostJoinedTables);
    open(tables);
}

void PathDesk::open(const std::vector<TableId>& tables)
{
    if (m_panel == nullptr)
        return;
    m_dock->show();
    m_dock->raise();
    if (!tables.empty())
        m_panel->askFor(tables);
    else
        m_panel->setFocus(Qt::ShortcutFocusReason);
}

void PathDesk::find(const PathQuestion& question)
{
    m_panel->setBusy(true);
    const CatalogFacts& facts = m_parts.sources->facts();
    m_job.start(
        [catalog = facts.catalog, relationships = facts.relationships, known = m_facts,
         question](const std::atomic_bool& cancelled) {
            Found found;
            found.facts = known ? known : makeJoinFacts(catalog, relationships, cancelled);
            if (found.facts != nullptr)
                found.answer = findPaths(found.facts->graph, question, cancelled);
            return found;
        },
        [this](Found found) { take(std::move(found)); });
}

void PathDesk::take(Found found)
{
    if (found.facts == nullptr)
        return;
    m_facts = found.facts;
    m_panel->setAnswer(found.facts, found.answer);
}

bool PathDesk::isSeen() const
{
    return m_dock != nullptr && m_dockSeen && m_panel != nullptr;
}

/// Also in a new picture of the same catalog.
void PathDesk::showPath()
{
    const JoinPath* path = isSeen() && !m_dismissed ? m_panel->currentPath() : nullptr;
    if (path == nullptr)
        return hidePath();
    const DiagramGraph* graph = m_parts.canvas->graph();
    if (graph == nullptr || graph->catalog != m_parts.sources->facts().catalog)
        return; // shown when its picture is there
    if (!m_before)
        m_before = SeenBefore{m_parts.diagram->tablesFromCanvas(m_parts.canvas->selectedTables()),
                              m_parts.canvas->viewRect()};
    PathEmphasis emphasis;
    emphasis.tables = path->tables;
    std::ranges::sort(emphasis.tables);
    const auto repeated = std::ranges::unique(emphasis.tables);
    emphasis.tables.erase(repeated.begin(), repeated.end());
    for (const PathStep& step : path->steps) {
        if (step.join.relationship >= 0)
            emphasis.relationships.push_back(step.join.relationship);
    }
    m_showing = true;
    m_parts.diagram->revealTables(emphasis.tables);
    m_showing = false;
    m_parts.canvas->setPath(emphasis);
}

/// What a person selects elsewhere is no part of the way.
void PathDesk::takeSelection(std::optional<ObjectRef> object)
{
    const auto& way = m_parts.canvas->path().tables;
    const auto table = object ? tableOf(*m_parts.sources->facts().catalog, *object) : std::nullopt;
    if (table && !way.empty() && !std::ranges::binary_search(way, *table))
        dismissPath(true);
}

void PathDesk::dismissPath(bool keepsSelection)
{
    if (!m_before || m_showing)
        return;
    const SeenBefore before = *std::exchange(m_before, std::nullopt);
    m_dismissed = true;
    m_parts.canvas->setPath({});
    if (!keepsSelection)
        m_parts.diagram->chooseTables(before.tables);
}

/// Selection and view as they were, unless a person selected something else meanwhile.
void PathDesk::hidePath()
{
    if (!m_before)
        return;
    const SeenBefore before = *std::exchange(m_before, std::nullopt);
    const std::vector<TableId> shown = m_parts.canvas->path().tables;
    m_parts.canvas->setPath({});
    if (m_parts.canvas->selectedTables() != shown)
        return;
    m_parts.diagram->selectTables(before.tables);
    m_parts.canvas->showRect(before.view);
}

} // namespace cadastre
