// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which part of the diagram the canvas shows: zoom, pan, fit, bring into view.
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr double zoomStep = 1.25;
constexpr double readableScale = 0.6;
constexpr double leastOfFit = 0.75; ///< smaller than that only to see all, legends are in the way
constexpr double viewMargin = 40;   ///< screen pixels around what is brought into view

/// What lies on the picture: the legends of lines and of the lens.
std::vector<QRectF> sheetsOn(const QWidget& canvas, const QRectF& lineLegend)
{
    std::vector<QRectF> sheets;
    if (!lineLegend.isEmpty())
        sheets.push_back(lineLegend);
    for (const QWidget* child :
         canvas.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (child->isVisible() && child->y() > canvas.height() / 2)
            sheets.push_back(child->geometry());
    }
    return sheets;
}

bool coversAny(const std::vector<QRectF>& sheets, const DiagramScene& scene,
               const ViewTransform& view)
{
    const DiagramLayout& layout = scene.layout();
    const bool grouped = layout.groups.size() > 1;
    const auto isCovered = [&](const QRectF& rect) {
        const QRectF onScreen = view.toScreen(rect);
        return std::any_of(sheets.begin(), sheets.end(),
                           [&](const QRectF& sheet) { return sheet.intersects(onScreen); });
    };
    if (grouped)
        return std::any_of(scene.frames().begin(), scene.frames().end(), isCovered);
    for (int node = 0; node < int(layout.nodes.size()); ++node)
        if (!scene.isHidden(node) && isCovered(layout.nodes[node]))
            return true;
    return false;
}

} // namespace

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
    const QRectF bounds = m_state->scene->bounds();
    const ViewTransform whole = ViewTransform::fitting(bounds, size());
    setView(whole);
    const std::vector<QRectF> sheets = sheetsOn(*this, lineLegendRect());
    if (coversAny(sheets, *m_state->scene, whole)) {
        double top = height();
        double left = width();
        for (const QRectF& sheet : sheets) {
            top = std::min(top, sheet.top());
            if (sheet.center().x() > width() / 2.0)
                left = std::min(left, sheet.left());
        }
        for (const QSizeF& room : {QSizeF(width(), top), QSizeF(left, height())}) {
            const ViewTransform beside = ViewTransform::fitting(bounds, room);
            if (beside.scale() < leastOfFit * whole.scale() ||
                coversAny(sheets, *m_state->scene, beside))
                continue;
            setView(beside);
            break;
        }
    }
    m_state->fitted = true;
    Q_EMIT viewChanged();
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
    const QPointF middle = QRectF(rect()).center();
    zoomAt(middle, 1 / scale());
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
    const ViewTransform readable = m_state->view.withScale(std::max(scale(), readableScale));
    const double margin = viewMargin / readable.scale();
    const QSizeF inView = QSizeF(size()) / readable.scale();
    QPointF middle = target.center();
    if (target.height() > inView.height())
        middle.setY(target.top() - margin + inView.height() / 2);
    if (target.width() > inView.width())
        middle.setX(target.left() - margin + inView.width() / 2);
    setView(readable.centeredOn(middle, size()));
}

void Canvas::ensureVisible(ObjectRef object)
{
    const QRectF target = objectRect(*m_state->scene, object);
    if (target.isEmpty())
        return;
    if (detailLevelAt(scale()) != DetailLevel::Rows) {
        centerOn(object);
        return;
    }
    bringIntoView(target);
}

void Canvas::bringIntoView(const QRectF& sceneRect)
{
    if (viewRect().contains(sceneRect))
        return;
    const QRectF screen = m_state->view.toScreen(sceneRect).adjusted(-viewMargin, -viewMargin,
                                                                     viewMargin, viewMargin);
    // The beginning wins where all of it does not fit.
    const auto shift = [](double from, double to, double length) {
        if (from < 0 || to - from > length)
            return -from;
        return to > length ? length - to : 0.0;
    };
    panBy({shift(screen.left(), screen.right(), width()),
           shift(screen.top(), screen.bottom(), height())});
}

} // namespace cadastre
