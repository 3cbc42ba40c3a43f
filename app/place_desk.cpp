// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/place_desk.h"

#include "app/main_window.h"
#include "diagram/canvas.h"
#include "widgets/breadcrumb_bar.h"
#include "widgets/focus_bar.h"
#include "widgets/icons.h"
#include "widgets/minimap.h"
#include "widgets/object_icons.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QStatusBar>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int minimapNoticeMs = 6000;

} // namespace

PlaceDesk::PlaceDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
    , m_crumbs(parts.window->findChild<FocusBar*>()->crumbs())
    , m_minimap(new Minimap(parts.canvas))
    , m_showMinimap(
          new QAction(themedIcon(QStringLiteral("minimap")), tr("&Minimap"), parts.window))
{
    m_showMinimap->setCheckable(true);
    m_showMinimap->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+M")));
    m_showMinimap->setStatusTip(
        tr("The whole diagram in a corner, while not all of it is in view"));
    m_showMinimap->setToolTip(tr("%1 (%2)").arg(
        m_showMinimap->statusTip(), m_showMinimap->shortcut().toString(QKeySequence::NativeText)));
    parts.window->addAction(m_showMinimap);
    m_showMinimap->setChecked(parts.settings->showsMinimap());
    m_minimap->setWanted(parts.settings->showsMinimap());
    connect(m_showMinimap, &QAction::toggled, this, [this](bool shown) {
        m_parts.settings->setShowsMinimap(shown);
        m_minimap->setWanted(shown);
        if (shown && !m_minimap->isVisible()) // nobody is to think that nothing came of it
            m_parts.window->statusBar()->showMessage(
                tr("The minimap shows as soon as not everything is in view"), minimapNoticeMs);
    });
    connect(m_crumbs, &BreadcrumbBar::crumbActivated, this, [this](int index) {
        const std::function<void()> go = m_ways[static_cast<std::size_t>(index)];
        go();
    });
    connect(parts.diagram, &DiagramController::historyChanged, this, &PlaceDesk::showCrumbs);
    connect(parts.workspace, &WorkspaceFlow::titleChanged, this, &PlaceDesk::showCrumbs);
}

void PlaceDesk::leave()
{
    m_parts.diagram->disconnect(this);
    m_parts.workspace->disconnect(this);
    Desk::leave();
}

void PlaceDesk::fillMenus(const WindowMenus& menus)
{
    menus.view->addAction(m_showMinimap);
}

void PlaceDesk::takeFacts(FactsChange /*change*/)
{
    showCrumbs();
}

void PlaceDesk::takePicture(const DiagramPicture& /*picture*/)
{
    showCrumbs();
}

void PlaceDesk::takeSelection(std::optional<ObjectRef> /*object*/)
{
    showCrumbs();
}

void PlaceDesk::addCrumb(std::vector<Crumb>& crumbs, const Crumb& crumb,
                         const std::function<void()>& go)
{
    crumbs.push_back(crumb);
    m_ways.push_back(go);
}

/// The groups around a table, the outermost first.
void PlaceDesk::addGroups(std::vector<Crumb>& crumbs, TableId table)
{
    Canvas* canvas = m_parts.canvas;
    const DiagramGraph* graph = canvas->graph();
    if (graph == nullptr || graph->catalog != m_parts.sources->facts().catalog ||
        graph->groups.size() < 2)
        return;
    const auto node = std::ranges::find(graph->nodes, table, &DiagramNode::table);
    if (node == graph->nodes.end())
        return;
    std::vector<int> groups;
    for (int group = node->group; group >= 0; group = graph->groups[std::size_t(group)].parent)
        groups.push_back(group);
    std::ranges::reverse(groups);
    for (const int group : groups) {
        const DiagramGroup& facts = graph->groups[std::size_t(group)];
        const bool boundary = facts.kind == GroupKind::Boundary;
        addCrumb(crumbs,
                 {facts.name, tr("Show all of it"),
                  themedIcon(boundary ? QStringLiteral("boundary") : QStringLiteral("schema"))},
                 [canvas, group, name = facts.name] {
                     const DiagramGraph* now = canvas->graph();
                     if (now != nullptr && std::size_t(group) < now->groups.size() &&
                         now->groups[std::size_t(group)].name == name)
                         canvas->showGroup(group);
                 });
    }
}

/// Out of a neighbourhood, what one boundary sees and a saved view, and all of it in view.
void PlaceDesk::showWhole()
{
    DiagramController* diagram = m_parts.diagram;
    m_parts.actions->showAll->trigger();
    ViewPlace whole = diagram->place();
    whole.focus.reset();
    whole.area = QRectF();
    if (whole.view.isEmpty()) {
        diagram->showPlace(whole);
        return;
    }
    whole.view.clear();
    whole.choice = {};
    Q_EMIT diagram->viewWanted(whole);
}

void PlaceDesk::showCrumbs()
{
    m_ways.clear();
    std::vector<Crumb> crumbs;
    const CatalogFacts& facts = m_parts.sources->facts();
    DiagramController* diagram = m_parts.diagram;
    if (m_parts.sources->sources().empty() || facts.catalog->isEmpty()) {
        m_crumbs->setCrumbs({});
        return;
    }
    const QString path = m_parts.workspace->path();
    const QString whole = path.isEmpty() ? facts.catalog->source(SourceId{0}).name
                                         : QFileInfo(path).completeBaseName();
    addCrumb(
        crumbs,
        {whole, tr("Show everything"),
         themedIcon(path.isEmpty() ? QStringLiteral("database") : QStringLiteral("workspace"))},
        [this] { showWhole(); });
    if (const QString view = diagram->view().saved; !view.isEmpty())
        addCrumb(crumbs, {view, tr("Saved view"), themedIcon(QStringLiteral("saved-view"))},
                 [diagram, view] {
                     ViewPlace place = diagram->place();
                     place.focus.reset();
                     place.area = QRectF();
                     diagram->showPlace(place);
                 });
    const auto focus =
        diagram->view().focus ? facts.catalog->find(*diagram->view().focus) : std::nullopt;
    const auto selected =
        diagram->facts().catalog == facts.catalog ? diagram->selected() : std::nullopt;
    const auto table = selected ? tableOf(*facts.catalog, *selected) : std::nullopt;
    const auto focused = focus ? tableOf(*facts.catalog, *focus) : std::nullopt;
    if (table)
        addGroups(crumbs, *table);
    else if (focused)
        addGroups(crumbs, *focused);
    if (focused)
        addCrumb(crumbs,
                 {tr("Near %1").arg(facts.catalog->displayName(*focused)),
                  tr("All of the neighbourhood"), themedIcon(QStringLiteral("focus"))},
                 [this] { m_parts.canvas->fit(); });
    const auto addObject = [&](ObjectRef object, const QString& name) {
        addCrumb(crumbs, {name, tr("Bring it into view"), objectIcon(*facts.catalog, object)},
                 [diagram, key = facts.catalog->keyOf(object)] {
                     if (const auto found = diagram->facts().catalog->find(key))
                         diagram->reveal(*found);
                 });
    };
    if (table)
        addObject(*table, facts.catalog->displayName(*table));
    if (selected && selected->kind == ObjectKind::Column)
        addObject(*selected, facts.catalog->base(*selected).name);
    m_crumbs->setCrumbs(std::move(crumbs));
}

} // namespace cadastre
