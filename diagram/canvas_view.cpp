// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which part of the diagram the canvas shows: zoom, pan, fit, bring into view.
#include "diagram/canvas.h"
#include "diagram/canvas_room.h"
#include "diagram/canvas_state.h"

#include <algorithm>
#include <utility>

namespace cadastre {

namespace {

constexpr double zoomStep = 1.25;
constexpr double readableScale = 0.6;
constexpr double leastOfFit = 0.75; ///< smaller than that only to see all, legends are in the way
constexpr double viewMargin = 40;   ///< screen pixels around what is brought into view

bool touchesAny(const std::vector<QRectF>& sheets, const QRectF& rect)
{
    return std::any_of(sheets.begin(), sheets.end(),
                       [&](const QRectF& sheet) { return sheet.intersects(rect); });
}

bool coversAny(const std::vector<QRectF>& sheets, const DiagramScene& scene,
               const ViewTransform& view)
{
    const DiagramLayout& layout = scene.layout();
    const bool grouped = layout.groups.size() > 1;
    const auto isCovered = [&](const QRectF& rect) {
        const QRectF onScreen = view.toScreen(rect);
        return touchesAny(sheets, onScreen);
    };
    if (grouped)
        return std::any_of(scene.frames().begin(), scene.frames().end(), isCovered);
    for (int node = 0; node < int(layout.nodes.size()); ++node)
        if (!scene.isHidden(node) && isCovered(layout.nodes[node]))
            return true;
    return false;
}

} // namespace

void Canvas::setTextScale(double textScale)
{
    const double before = std::exchange(m_state->textScale, textScale);
    if (before == textScale || m_state->scene->isEmpty())
        return;
    if (isFitted() && textScale < before) {
        fit();
        return;
    }
    const auto table = currentTable();
    const QRect shown = table ? widgetRect(*table) : QRect();
    zoomAt(rect().intersects(shown) ? QPointF(shown.center()) : QRectF(rect()).center(),
           textScale / before);
}

double Canvas::textScale() const
{
    return m_state->textScale;
}

double Canvas::scale() const
{
    return m_state->view.scale();
}

QRectF Canvas::viewRect() const
{
    return m_state->view.visible(size());
}

void Canvas::showRect(const QRectF& sceneRect)
{
    if (sceneRect.isEmpty())
        return;
    const double scale = std::min(width() / sceneRect.width(), height() / sceneRect.height());
    setView(m_state->view.withScale(scale).centeredOn(sceneRect.center(), size()));
}

void Canvas::setView(const ViewTransform& view)
{
    if (m_state->view == view)
        return;
    const bool rescaled = m_state->view.scale() != view.scale();
    m_state->view = view;
    m_state->fitted = false;
    repaintPicture();
    Q_EMIT viewChanged();
    if (rescaled)
        Q_EMIT scaleChanged(view.scale());
}

void Canvas::fit()
{
    fitBeside(m_state->scene->bounds(), [this](const ViewTransform& view) {
        return coversAny(sheets(), *m_state->scene, view);
    });
    m_state->fitted = true;
    Q_EMIT viewChanged();
}

/// What lies on the picture: the legends of lines and of the lens, the minimap, a hint.
std::vector<QRectF> Canvas::sheets() const
{
    std::vector<QRectF> found;
    if (const QRectF legend = lineLegendRect(); !legend.isEmpty())
        found.push_back(legend);
    const QList<QWidget*> children = findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (const QWidget* child : children) {
        if (child->isVisibleTo(this) && !child->isWindow())
            found.emplace_back(child->geometry());
    }
    return found;
}

/// Sheets that can be folded are, until a person opens them again; false where nothing came of it.
bool Canvas::foldSheets()
{
    const std::vector<QRectF> before = sheets();
    if (!m_state->legendFoldedNow && !m_state->lineLegend.isEmpty()) {
        m_state->legendYields = true;
        explainLines();
        update();
    }
    Q_EMIT roomWanted();
    return sheets() != before;
}

/// All of a rectangle as large as it fits; beside the sheets where they would hide some of it, and
/// below them only where too little would be left.
void Canvas::fitBeside(const QRectF& sceneRect,
                       const std::function<bool(const ViewTransform&)>& hides)
{
    const double most = m_state->textScale;
    const ViewTransform whole = ViewTransform::fitting(sceneRect, size(), most);
    setView(whole); // the minimap goes where all is in view
    for (bool again = true; again && hides(whole); again = foldSheets()) {
        std::optional<ViewTransform> best;
        for (const QRectF& room : freeRooms(size(), sheets())) {
            const ViewTransform view =
                ViewTransform::fitting(sceneRect, room.size(), most).pannedBy(room.topLeft());
            if (!best || view.scale() > best->scale())
                best = view;
        }
        if (best && best->scale() >= leastOfFit * whole.scale()) {
            setView(*best);
            return;
        }
    }
}

/// The free part of the canvas for something of this size; where it fits nowhere, sheets are
/// folded, and then it is the part that shows most of it.
QRectF Canvas::roomFor(QSizeF size)
{
    QRectF most = rect();
    for (bool again = true; again; again = foldSheets()) {
        double shown = 0;
        for (const QRectF& room : freeRooms(this->size(), sheets())) {
            if (room.width() >= size.width() && room.height() >= size.height())
                return room;
            const double part =
                std::min(room.width(), size.width()) * std::min(room.height(), size.height());
            if (part > shown) {
                shown = part;
                most = room;
            }
        }
    }
    return most;
}

bool Canvas::isFitted() const
{
    return m_state->fitted;
}

void Canvas::zoomAt(QPointF position, double factor)
{
    setView(m_state->view.zoomedAt(position, factor));
}

void Canvas::panBy(QPointF pixels)
{
    setView(m_state->view.pannedBy(pixels));
}

void Canvas::zoomTo100()
{
    const DiagramScene& scene = *m_state->scene;
    const ViewTransform full = m_state->view.withScale(m_state->textScale);
    QRectF wanted;
    for (const TableId table : selectedTables())
        wanted |= objectRect(scene, table);
    if (wanted.isEmpty() && selectedRelationship())
        wanted = m_state->view.toScene(QRectF(relationshipRect(*selectedRelationship())));
    const QPointF middle = viewRect().center();
    const QRectF seen = full.centeredOn(middle, size()).visible(size());
    if (wanted.isEmpty() && scene.nodesIn(seen).empty()) {
        double nearest = 0;
        for (int node = 0; node < int(scene.layout().nodes.size()); ++node) {
            const QRectF& rect = scene.layout().nodes[node];
            const double far = (rect.center() - middle).manhattanLength();
            if (!scene.isHidden(node) && (wanted.isEmpty() || far < nearest)) {
                wanted = rect;
                nearest = far;
            }
        }
    }
    setView(full.centeredOn(wanted.isEmpty() ? middle : wanted.center(), size()));
}

void Canvas::zoomIn()
{
    zoomAt(QRectF(rect()).center(), zoomStep);
}

void Canvas::zoomOut()
{
    zoomAt(QRectF(rect()).center(), 1 / zoomStep);
}

void Canvas::centerOn(ObjectRef object)
{
    const QRectF target = objectRect(*m_state->scene, object);
    if (target.isEmpty())
        return;
    const ViewTransform readable =
        m_state->view.withScale(std::max(scale(), readableScale * m_state->textScale));
    const auto centredIn = [&](const QRectF& room) {
        const double margin = viewMargin / readable.scale();
        const QSizeF inView = room.size() / readable.scale();
        QPointF middle = target.center();
        if (target.height() > inView.height())
            middle.setY(target.top() - margin + inView.height() / 2);
        if (target.width() > inView.width())
            middle.setX(target.left() - margin + inView.width() / 2);
        return readable.centeredOn(middle, room.size()).pannedBy(room.topLeft());
    };
    setView(centredIn(rect())); // the minimap comes where not all is in view
    if (touchesAny(sheets(), m_state->view.toScreen(target)))
        setView(centredIn(roomFor(target.size() * readable.scale())));
}

void Canvas::ensureVisible(ObjectRef object)
{
    const QRectF target = objectRect(*m_state->scene, object);
    if (target.isEmpty())
        return;
    const bool readable = detailLevelAt(scale() / m_state->textScale) == DetailLevel::Rows;
    if (!readable || !viewRect().contains(target) ||
        touchesAny(sheets(), m_state->view.toScreen(target)))
        centerOn(object);
}

/// Scrolls as little as needed.
void Canvas::bringIntoView(const QRectF& sceneRect)
{
    const QRectF now = m_state->view.toScreen(sceneRect);
    if (viewRect().contains(sceneRect) && !touchesAny(sheets(), now))
        return;
    const auto intoRoom = [&](const QRectF& room, double margin) {
        const QRectF screen = now.adjusted(-margin, -margin, margin, margin);
        return QPointF(shiftInto(screen.left(), screen.right(), room.left(), room.right()),
                       shiftInto(screen.top(), screen.bottom(), room.top(), room.bottom()));
    };
    QPointF shift = intoRoom(rect(), viewMargin);
    if (touchesAny(sheets(), now.translated(shift))) {
        const double margin = viewMargin / 4;
        const QSizeF wanted = now.size() + QSizeF(2 * margin, 2 * margin);
        shift = intoRoom(roomFor(wanted), margin);
    }
    panBy(shift);
}

} // namespace cadastre
