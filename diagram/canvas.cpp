// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/canvas.h"

#include "diagram/canvas_accessible.h"
#include "diagram/canvas_state.h"
#include "diagram/keyboard_watch.h"

#include <QEvent>

#include <algorithm>

namespace cadastre {

namespace {

/// Up to here, routing all edges anew goes unnoticed.
constexpr std::size_t quicklyRoutedEdges = 500;

std::optional<ObjectRef> sameObject(const std::optional<ObjectRef>& object, const Catalog* before,
                                    const Catalog* after)
{
    if (!object || !before || !after)
        return std::nullopt;
    return before == after ? object : after->find(before->keyOf(*object));
}

std::vector<ObjectRef> sameObjects(const std::vector<ObjectRef>& objects, const Catalog* before,
                                   const Catalog* after)
{
    std::vector<ObjectRef> result;
    for (const ObjectRef object : objects)
        if (const auto same = sameObject(object, before, after))
            result.push_back(*same);
    return result;
}

std::vector<TableId> sameTables(const std::vector<TableId>& tables, const Catalog* before,
                                const DiagramScene& scene)
{
    std::vector<TableId> result;
    for (const TableId table : tables) {
        const auto same = sameObject(table, before, scene.graph().catalog.get());
        if (same && scene.nodeOf(*same))
            result.push_back(TableId{same->index});
    }
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace

Canvas::Canvas(QWidget* parent)
    : CanvasSignals(parent)
    , m_state(std::make_unique<CanvasState>())
{
    installCanvasAccessibility();
    m_state->emptyText = tr("There are no tables to show.");
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Diagram"));
    setUpFrames();
    watchKeyboard();
}

Canvas::~Canvas() = default;

void Canvas::setDiagram(std::shared_ptr<const DiagramGraph> graph, DiagramLayout layout,
                        bool keepView)
{
    Q_ASSERT(graph);
    const bool few = graph->edges.size() <= quicklyRoutedEdges;
    setScene(std::make_shared<DiagramScene>(std::move(graph), std::move(layout), nullptr,
                                            few ? Routing::Settled : Routing::Quick),
             keepView);
    if (!few)
        settleRoutes();
}

void Canvas::setScene(std::shared_ptr<DiagramScene> scene, bool keepView)
{
    CanvasState& state = *m_state;
    cancelLink();
    finishNudge();
    state.endChoosing(); // its tables are of this catalog
    const auto before = state.scene->isEmpty() ? nullptr : state.scene->graph().catalog;
    const Catalog* after = scene->graph().catalog.get();
    const auto relationship = state.emphasis.selectedRelationship;
    state.emphasis.selectedRelationship =
        before ? sameRelationship(state.scene->graph(), relationship, scene->graph())
               : std::nullopt;
    state.emphasis.selected = sameObject(state.emphasis.selected, before.get(), after);
    state.emphasis.tables = sameTables(state.emphasis.tables, before.get(), *scene);
    state.emphasis.hits = sameObjects(state.emphasis.hits, before.get(), after);
    state.emphasis.faded = sameObjects(state.emphasis.faded, before.get(), after);
    state.emphasis.path = {};
    state.emphasis.hovered.reset();
    state.emphasis.hoveredRelationship.reset();
    state.hovered.reset();
    state.hoveredRelationship.reset();
    state.hoverTimer.stop();
    if (std::exchange(state.drag, {}).kind == DragKind::Table)
        resetCursor();
    const bool wasEmpty = state.scene->isEmpty();
    ++state.routingNumber;
    scene->setLens(lensOf(state, scene->graph()));
    scene->setFilter(state.filter);
    scene->setHidden(hiddenNodes(state.choice, scene->graph()));
    state.scene = std::move(scene);
    explainLines();
    keepSelectedTables();
    if (!keepView || wasEmpty)
        fit();
    forgetAccessibleChildren(this);
    Q_EMIT contentsChanged();
    if (relationship && !state.emphasis.selectedRelationship)
        Q_EMIT relationshipDeselected();
}

/// Few edges at once; many in the background, dropped when something moved meanwhile.
void Canvas::settleRoutes()
{
    CanvasState& state = *m_state;
    const quint64 number = ++state.routingNumber;
    const auto graph = state.scene->sharedGraph();
    if (graph->edges.size() <= quicklyRoutedEdges) {
        state.changeableScene().setRoutes(routeEdges(*graph, state.scene->layout()));
        return;
    }
    state.routing.start([this, number, graph, layout = state.scene->layout()] {
        auto routes = std::make_shared<std::vector<EdgeRoute>>(routeEdges(*graph, layout));
        QMetaObject::invokeMethod(this, [this, number, routes] {
            if (number != m_state->routingNumber || m_state->drag.kind == DragKind::Table)
                return;
            m_state->changeableScene().setRoutes(std::move(*routes));
            repaintPicture();
        });
    });
}

void Canvas::clear()
{
    cancelLink();
    m_state->nudged.clear();
    m_state->endChoosing();
    ++m_state->routingNumber;
    m_state->scene = std::make_shared<DiagramScene>();
    m_state->emphasis = {};
    m_state->hovered.reset();
    m_state->hoveredRelationship.reset();
    m_state->drag = {};
    explainLines();
    applyEmphasis();
    forgetAccessibleChildren(this);
    Q_EMIT contentsChanged();
}

void Canvas::setEmptyText(const QString& text)
{
    m_state->emptyText = text;
    update();
}

void Canvas::setDark(bool dark, QRgb accent)
{
    m_state->dark = dark;
    m_state->accent = accent;
    repaintPicture();
    Q_EMIT contentsChanged();
}

void Canvas::setShowViewDependencies(bool show)
{
    m_state->showViewDependencies = show;
    repaintPicture();
}

bool Canvas::showsViewDependencies() const
{
    return m_state->showViewDependencies;
}

void Canvas::setHits(std::vector<ObjectRef> hits)
{
    m_state->emphasis.hits = std::move(hits);
    applyEmphasis();
}

void Canvas::setFaded(std::vector<ObjectRef> faded)
{
    m_state->emphasis.faded = std::move(faded);
    applyEmphasis();
}

void Canvas::setPath(const PathEmphasis& path)
{
    if (m_state->emphasis.path == path)
        return;
    m_state->emphasis.path = path;
    applyEmphasis();
}

const PathEmphasis& Canvas::path() const
{
    return m_state->emphasis.path;
}

void Canvas::placeTable(TableId table, QPointF topLeft)
{
    placeTables({{table, topLeft}});
}

void Canvas::placeTables(const std::vector<std::pair<TableId, QPointF>>& topLefts)
{
    finishNudge();
    for (const auto& [table, topLeft] : topLefts) {
        const auto node = m_state->scene->nodeOf(table);
        if (!node)
            continue;
        m_state->changeableScene().moveNode(*node, topLeft);
        m_state->pinned.insert(m_state->scene->graph().catalog->keyOf(table));
    }
    settleRoutes();
    repaintPicture();
    Q_EMIT contentsChanged();
}

void Canvas::setRemembered(Placements placements)
{
    m_state->remembered = std::move(placements);
    m_state->pinned.clear();
}

Placements Canvas::placements() const
{
    if (m_state->scene->isEmpty())
        return m_state->remembered;
    Placements result =
        placementsOf(m_state->scene->graph(), m_state->scene->layout(), m_state->remembered);
    for (const ObjectKey& key : m_state->pinned)
        if (const auto place = result.tables.find(key); place != result.tables.end())
            place->pinned = true;
    return result;
}

const DiagramGraph* Canvas::graph() const
{
    return m_state->scene->isEmpty() ? nullptr : &m_state->scene->graph();
}

const DiagramLayout& Canvas::diagramLayout() const
{
    return m_state->scene->layout();
}

std::optional<ObjectRef> Canvas::objectAt(QPoint position) const
{
    const auto hit =
        hitTest(*m_state->scene, m_state->view.toScene(position), m_state->view.scale());
    return hit ? std::optional(hit->object) : std::nullopt;
}

std::vector<ObjectRef> Canvas::visibleObjects() const
{
    return cadastre::visibleObjects(*m_state->scene, viewRect());
}

QRectF Canvas::sceneRect(ObjectRef object) const
{
    return objectRect(*m_state->scene, object);
}

QRect Canvas::widgetRect(ObjectRef object) const
{
    const QRectF rect = objectRect(*m_state->scene, object);
    return rect.isEmpty() ? QRect() : m_state->view.toScreen(rect).toRect();
}

QSize Canvas::sizeHint() const
{
    return {960, 640};
}

void Canvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace cadastre
