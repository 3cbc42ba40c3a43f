// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/diagram_controller.h"

#include "diagram/canvas.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int largestDepth = 4;

std::optional<std::size_t> nodeOf(const DiagramGraph& graph, TableId table)
{
    const auto found = std::find_if(graph.nodes.begin(), graph.nodes.end(),
                                    [&](const DiagramNode& node) { return node.table == table; });
    if (found == graph.nodes.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - graph.nodes.begin());
}

/// Nothing that is there stays where a person placed it; what is not there keeps its place.
void letGo(Placements& places, const Catalog& catalog)
{
    for (auto place = places.tables.begin(); place != places.tables.end(); ++place) {
        if (catalog.find(place.key()))
            place->pinned = false;
    }
}

} // namespace

DiagramController::DiagramController(Canvas* canvas, QUndoStack* undoStack, QObject* parent)
    : QObject(parent)
    , m_canvas(canvas)
    , m_undoStack(undoStack)
{
    connect(&m_maker, &DiagramMaker::made, this, &DiagramController::showPicture);
    connectCanvas();
}

void DiagramController::connectCanvas()
{
    connect(m_canvas, &Canvas::selectionChanged, this, [this](std::optional<ObjectRef> object) {
        takeSelection(fromCanvas(object));
        remember();
    });
    connect(m_canvas, &Canvas::objectActivated, this, [this](ObjectRef object) {
        if (const auto found = fromCanvas(object))
            focusOn(*found);
    });
    connect(m_canvas, &Canvas::tablesMoved, this, &DiagramController::moveTables);
    connect(m_canvas, &Canvas::unfoldRequested, this, [this](TableId table) {
        if (const auto found = fromCanvas(table))
            toggleUnfolded(m_facts.catalog->keyOf(*found));
    });
    connectHistory();
}

bool DiagramController::isCanvasCurrent() const
{
    const DiagramGraph* graph = m_canvas->graph();
    return graph != nullptr && graph->catalog == m_facts.catalog;
}

std::optional<ObjectRef> DiagramController::fromCanvas(std::optional<ObjectRef> object) const
{
    const DiagramGraph* graph = m_canvas->graph();
    if (!object || graph == nullptr || isCanvasCurrent())
        return object;
    const auto found = m_facts.catalog->find(graph->catalog->keyOf(*object));
    return found && found->kind == object->kind ? found : std::nullopt;
}

void DiagramController::startPicture(LayoutReason reason, bool keepView)
{
    Q_EMIT started();
    m_reason = reason;
    m_keepView = keepView;
    DiagramRequest request;
    request.facts = m_facts;
    request.view = m_view;
    request.options = graphOptions();
    request.filter = m_filter;
    request.previous = placementsOf(placesKey());
    if (reason == LayoutReason::Tidy)
        letGo(request.previous, *m_facts.catalog);
    request.ofAll = m_placements;
    request.homes = m_homes;
    request.kept = m_kept;
    request.reason = reason;
    request.keepView = keepView;
    m_maker.start(std::move(request));
}

void DiagramController::showPicture(const DiagramPicture& picture)
{
    takePlaces(picture.request);
    m_canvas->setRemembered(picture.request.previous);
    applyChoice();
    if (picture.scene)
        m_canvas->setScene(picture.scene, picture.request.keepView);
    else
        m_canvas->clear();
    keepPlacements();
    selectInCanvas(selected());
    if (!m_view.focus)
        m_canvas->showRect(std::exchange(m_rectOfAll, QRectF()));
    if (const auto place = std::exchange(m_placeLater, std::nullopt))
        arrive(*place);
    const auto pending = std::exchange(m_revealLater, std::nullopt);
    const auto object = pending ? m_facts.catalog->find(*pending) : std::nullopt;
    if (object && isShown(*object))
        reveal(*object);
    remember();
    Q_EMIT ended();
    Q_EMIT pictureShown(picture);
}

void DiagramController::showView(const DiagramView& view)
{
    if (view == m_view)
        return;
    if (m_maker.isRunning())
        m_maker.cancel();
    else
        keepPlacements();
    if (!m_view.focus)
        m_rectOfAll = m_canvas->isFitted() ? QRectF() : m_canvas->viewRect();
    if (view.saved != m_view.saved)
        m_rectOfAll = QRectF();
    m_view = view;
    const bool known = !placementsOf(placesKey()).tables.isEmpty();
    startPicture(known ? LayoutReason::Refresh : LayoutReason::First, false);
}

void DiagramController::showAll()
{
    showView({std::nullopt, 1, m_view.saved});
    remember();
}

void DiagramController::focusOn(ObjectRef object)
{
    const auto table = tableOf(*m_facts.catalog, object);
    if (!table)
        return;
    const ObjectKey key = m_facts.catalog->keyOf(*table);
    if (m_view.focus == key)
        return;
    select(ObjectRef(*table));
    showView({key, m_view.depth, m_view.saved});
    remember();
}

void DiagramController::setDepth(int depth)
{
    DiagramView view = m_view;
    view.depth = std::clamp(depth, 1, largestDepth);
    if (!view.focus) {
        m_view = view;
        return;
    }
    showView(view);
    remember();
}

void DiagramController::cancel()
{
    if (!m_maker.isRunning())
        return;
    m_maker.cancel();
    Q_EMIT ended();
}

void DiagramController::select(std::optional<ObjectRef> object)
{
    selectInCanvas(object);
    takeSelection(object);
    remember(true);
}

void DiagramController::selectInCanvas(std::optional<ObjectRef> object)
{
    if (!isCanvasCurrent())
        return; // the next picture takes the selection over
    if (object && object->kind != ObjectKind::Column) {
        const auto table = tableOf(*m_facts.catalog, *object);
        object = table ? std::optional<ObjectRef>(*table) : std::nullopt;
    }
    m_canvas->select(object);
}

void DiagramController::takeSelection(std::optional<ObjectRef> object)
{
    m_selected = object ? std::optional(m_facts.catalog->keyOf(*object)) : std::nullopt;
    Q_EMIT selectionChanged(object);
}

std::optional<ObjectRef> DiagramController::selected() const
{
    return m_selected ? m_facts.catalog->find(*m_selected) : std::nullopt;
}

bool DiagramController::isShown(ObjectRef object) const
{
    const auto table = tableOf(*m_facts.catalog, object);
    return table && isCanvasCurrent() && nodeOf(*m_canvas->graph(), *table).has_value();
}

void DiagramController::reveal(ObjectRef object)
{
    const auto table = tableOf(*m_facts.catalog, object);
    if (table && !isShown(object)) {
        m_revealLater = m_facts.catalog->keyOf(object);
        if (m_view.focus)
            showAll();
    }
    select(object);
    if (isShown(object) && m_canvas->isHidden(ObjectRef(*table)))
        Q_EMIT hiddenRevealed(object);
    else if (isShown(object))
        m_canvas->ensureVisible(object.kind == ObjectKind::Column ? object : ObjectRef(*table));
}

void DiagramController::revealInMiddle(ObjectRef object)
{
    reveal(object);
    const auto table = tableOf(*m_facts.catalog, object);
    if (table && isShown(object) && !m_canvas->isHidden(ObjectRef(*table)))
        m_canvas->centerOn(object.kind == ObjectKind::Column ? object : ObjectRef(*table));
}

} // namespace cadastre
