// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Regions under the mouse: what is hit, their titles and menus, and tables that are dragged from
// one into another. Nothing is reassigned here: a drop is a signal, and the tables go back.
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"
#include "diagram/grouping.h"

#include <QContextMenuEvent>
#include <QPainter>

#include <algorithm>

namespace cadastre {

namespace {

constexpr double titleReach = 15;  ///< screen pixels of a title above its region
constexpr double titleHeight = 60; ///< scene pixels of a title in its region
constexpr double hintOffset = 18;  ///< screen pixels from the pointer
constexpr double hintPadding = 7;

/// Tables are what one reads, not regions.
bool showsTables(double scale)
{
    return detailLevelAt(scale) >= DetailLevel::Titles;
}

} // namespace

std::optional<int> Canvas::groupAt(QPoint position) const
{
    if (!graph() || graph()->groups.size() < 2)
        return std::nullopt;
    const QPointF at = m_state->view.toScene(QPointF(position));
    const std::vector<QRectF>& rects = m_state->scene->frames();
    // Parents come before their children, and regions seldom overlap: the smallest is meant.
    std::optional<int> best;
    const auto area = [&](int group) { return rects[group].width() * rects[group].height(); };
    for (int group = 0; group < int(rects.size()); ++group)
        if (rects[group].contains(at) && (!best || area(group) <= area(*best)))
            best = group;
    return best;
}

QRect Canvas::groupRect(int group) const
{
    return m_state->view.toScreen(m_state->scene->frameOf(group)).toRect();
}

void Canvas::showGroup(int group)
{
    const QRectF& rect = m_state->scene->frameOf(group);
    if (rect.isEmpty())
        return;
    fitBeside(rect, [&](const ViewTransform& view) {
        const std::vector<QRectF> lying = sheets();
        return std::any_of(lying.begin(), lying.end(), [&](const QRectF& sheet) {
            return sheet.intersects(view.toScreen(rect));
        });
    });
}

void Canvas::setDropHint(const QString& text)
{
    if (!m_state->drag.region)
        return;
    m_state->drag.dropHint = text;
    update();
}

/// The pressed table, or all that are chosen where it is one of them.
void Canvas::moveDraggedTables(QPointF position)
{
    CanvasDrag& drag = m_state->drag;
    if (drag.tables.empty()) {
        const DiagramScene& scene = *m_state->scene;
        const TableId pressed = scene.graph().nodes[drag.hit->node].table;
        const std::vector<TableId> moved =
            isOneOfSeveral(pressed) ? selectedTables() : std::vector{pressed};
        for (const TableId table : moved)
            if (const auto node = scene.nodeOf(table))
                drag.tables.emplace_back(*node, scene.layout().nodes[*node].topLeft());
    }
    std::vector<std::pair<int, QPointF>> places = drag.tables;
    const QPointF way = (position - drag.pressed) / scale();
    for (auto& [node, place] : places)
        place = (place + way).toPoint();
    m_state->changeableScene().dragNodes(places);
    hoverRegion(regionForDrop(position));
    repaintPicture();
}

std::vector<TableId> Canvas::draggedTables() const
{
    std::vector<TableId> tables;
    for (const auto& [node, from] : m_state->drag.tables)
        tables.push_back(m_state->scene->graph().nodes[node].table);
    std::sort(tables.begin(), tables.end());
    return tables;
}

/// The region of a boundary under the pointer, unless all dragged tables are its own.
std::optional<int> Canvas::regionForDrop(QPointF position) const
{
    const auto group = groupAt(position.toPoint());
    const auto region = group ? boundaryRegionOf(*graph(), *group) : std::nullopt;
    const std::vector<std::pair<int, QPointF>>& dragged = m_state->drag.tables;
    const bool another = std::any_of(dragged.begin(), dragged.end(), [&](const auto& table) {
        return boundaryRegionOf(*graph(), graph()->nodes[table.first].group) != region;
    });
    return another ? region : std::nullopt;
}

void Canvas::hoverRegion(std::optional<int> group)
{
    CanvasDrag& drag = m_state->drag;
    if (drag.region == group)
        return;
    drag.region = group;
    drag.dropHint.clear();
    if (group)
        Q_EMIT regionHovered(draggedTables(), graph()->groups[*group].boundary);
    else
        Q_EMIT regionHovered({}, std::nullopt);
}

void Canvas::releaseTables(const CanvasDrag& drag)
{
    if (drag.region) {
        const std::vector<TableId> tables = draggedTables();
        const std::optional<BoundaryIndex> boundary = graph()->groups[*drag.region].boundary;
        putTablesBack(drag);
        Q_EMIT tablesDroppedOnRegion(tables, boundary);
        return;
    }
    m_state->drag = {};
    resetCursor();
    tellMoved(drag.tables);
}

void Canvas::putTablesBack(const CanvasDrag& drag)
{
    const std::vector<std::pair<int, QPointF>> tables = drag.tables;
    const bool hovered = drag.region.has_value();
    m_state->drag = {};
    resetCursor();
    m_state->changeableScene().dragNodes(tables);
    settleRoutes();
    repaintPicture();
    if (hovered)
        Q_EMIT regionHovered({}, std::nullopt);
}

bool Canvas::cancelTableDrag()
{
    const DragKind kind = m_state->drag.kind;
    if (kind != DragKind::Table && kind != DragKind::Band)
        return false;
    putTablesBack(CanvasDrag(m_state->drag));
    return true;
}

/// Far out a region is its own title.
std::optional<int> Canvas::regionTitleAt(QPoint position) const
{
    auto group = groupAt(position);
    if (!group)
        group = groupAt(position + QPoint(0, int(titleReach)));
    const auto region = group ? boundaryRegionOf(*graph(), *group) : std::nullopt;
    if (!region || !showsTables(scale()))
        return region;
    const double top = m_state->view.toScreen(m_state->scene->frameOf(*region)).top();
    const double height = std::max(titleHeight * scale(), titleReach);
    return position.y() <= top + height ? region : std::nullopt;
}

bool Canvas::activateRegion(QPoint position)
{
    std::optional<int> region = groupNameAt(position);
    if (!region) {
        region = regionTitleAt(position);
        if (!region || (showsTables(scale()) && objectAt(position)))
            return false;
    }
    showGroup(*region);
    if (const auto boundary = graph()->groups[*region].boundary)
        Q_EMIT regionActivated(*boundary);
    return true;
}

/// What is chosen stays chosen: the menu may be about it.
bool Canvas::openRegionMenu(const QContextMenuEvent& event)
{
    if (event.reason() == QContextMenuEvent::Keyboard)
        return false;
    const auto name = groupNameAt(event.pos());
    if (name && graph()->groups[*name].kind != GroupKind::Boundary) {
        Q_EMIT groupMenuRequested(*name, event.globalPos());
        return true;
    }
    const bool far = detailLevelAt(scale()) == DetailLevel::Regions;
    if (!name && !far && (objectAt(event.pos()) || relationshipAt(event.pos())))
        return false;
    const auto group = name ? name : groupAt(event.pos());
    const auto region = group ? boundaryRegionOf(*graph(), *group) : std::nullopt;
    if (!region)
        return false;
    Q_EMIT regionMenuRequested(graph()->groups[*region].boundary, event.globalPos());
    return true;
}

/// The region that would take the tables, and what that would change.
void Canvas::paintDropTarget(QPainter& painter)
{
    const CanvasDrag& drag = m_state->drag;
    const Theme& theme = m_state->theme();
    const DiagramGroup& group = graph()->groups[*drag.region];
    painter.setRenderHint(QPainter::Antialiasing);
    QColor accent = theme.color(Ink::Accent);
    painter.setPen(QPen(accent, 3));
    accent.setAlphaF(0.10F);
    painter.setBrush(accent);
    painter.drawRoundedRect(QRectF(groupRect(*drag.region)).adjusted(1, 1, -1, -1), 8, 8);

    QStringList lines{QStringLiteral("→ ") + group.name};
    if (!drag.dropHint.isEmpty())
        lines += drag.dropHint.split(u'\n');
    const QFontMetricsF metrics(font());
    QSizeF text(0, metrics.height() * double(lines.size()));
    for (const QString& line : lines)
        text.setWidth(std::max(text.width(), metrics.horizontalAdvance(line)));
    QRectF sheet(drag.last + QPointF(hintOffset, hintOffset),
                 text + QSizeF(2 * hintPadding, 2 * hintPadding));
    sheet.moveLeft(std::max(4.0, std::min(sheet.left(), width() - sheet.width() - 4)));
    sheet.moveTop(std::max(4.0, std::min(sheet.top(), height() - sheet.height() - 4)));
    painter.setPen(QPen(theme.color(Ink::Accent), 1));
    painter.setBrush(theme.color(Ink::Pill));
    painter.drawRoundedRect(sheet, 5, 5);
    painter.setPen(theme.color(Ink::Text));
    painter.drawText(sheet.adjusted(hintPadding, hintPadding, -hintPadding, -hintPadding),
                     Qt::AlignLeft | Qt::AlignTop, lines.join(u'\n'));
}

} // namespace cadastre
