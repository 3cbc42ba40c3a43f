// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is selected: one object; several tables at once, by rubber band, by clicks with Shift or
// Ctrl, all of them by a key. What is done with them is the window's matter.
#include "diagram/canvas.h"
#include "diagram/canvas_accessible.h"
#include "diagram/canvas_state.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace cadastre {

void Canvas::select(std::optional<ObjectRef> object)
{
    if (object && !m_state->scene->nodeOf(*object))
        object.reset();
    m_state->tabLeaves = false;
    const bool chose = std::exchange(m_state->choosing, false);
    m_state->endChoosing();
    if (m_state->emphasis.selected == object && m_state->emphasis.tables.empty()) {
        if (chose)
            applyEmphasis();
        return;
    }
    m_state->emphasis.selected = object;
    m_state->emphasis.selectedRelationship.reset();
    m_state->emphasis.tables.clear();
    applyEmphasis();
}

std::optional<ObjectRef> Canvas::selected() const
{
    return m_state->emphasis.selected;
}

void Canvas::selectTables(const std::vector<TableId>& tables)
{
    std::vector<TableId> shown;
    std::copy_if(tables.begin(), tables.end(), std::back_inserter(shown), [this](TableId table) {
        return m_state->scene->nodeOf(table).has_value() && !isHidden(table);
    });
    std::sort(shown.begin(), shown.end());
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    if (shown.size() < 2) {
        select(shown.empty() ? std::nullopt : std::optional(ObjectRef(shown.front())));
        return;
    }
    m_state->endChoosing();
    Emphasis& emphasis = m_state->emphasis;
    if (emphasis.tables == shown)
        return;
    emphasis.selected.reset();
    emphasis.selectedRelationship.reset();
    emphasis.tables = std::move(shown);
    applyEmphasis();
}

std::vector<TableId> Canvas::selectedTables() const
{
    const Emphasis& emphasis = m_state->emphasis;
    if (!emphasis.selected || !emphasis.tables.empty())
        return emphasis.tables;
    const auto node = m_state->scene->nodeOf(*emphasis.selected);
    return node ? std::vector{m_state->scene->graph().nodes[*node].table} : std::vector<TableId>();
}

bool Canvas::isTableSelected(TableId table) const
{
    return selected() == ObjectRef(table) || isOneOfSeveral(ObjectRef(table));
}

QString Canvas::ownershipOfTable(TableId table) const
{
    const auto node = m_state->scene->nodeOf(table);
    return node ? ownershipText(m_state->scene->graph(), *node) : QString();
}

/// In another diagram, where of several only one may be left.
void Canvas::keepSelectedTables()
{
    Emphasis& emphasis = m_state->emphasis;
    if (emphasis.tables.size() == 1) {
        emphasis.selected = emphasis.tables.front();
        emphasis.tables.clear();
    }
    applyEmphasis();
}

void Canvas::selectTablesAndTell(std::vector<TableId> tables)
{
    const std::vector<TableId> before = selectedTables();
    const std::optional<ObjectRef> single = selected();
    selectRelationshipAndTell(std::nullopt);
    selectTables(tables);
    tellAccessibleSelection(this);
    if (selected() != single)
        Q_EMIT selectionChanged(selected());
    tellIfTablesChanged(before);
}

void Canvas::tellIfTablesChanged(const std::vector<TableId>& before)
{
    std::vector<TableId> now = selectedTables();
    if (now != before)
        Q_EMIT tablesSelectionChanged(std::move(now));
}

bool Canvas::isOneOfSeveral(std::optional<ObjectRef> object) const
{
    const auto node = object ? m_state->scene->nodeOf(*object) : std::nullopt;
    const std::vector<TableId>& tables = m_state->emphasis.tables;
    return node && std::binary_search(tables.begin(), tables.end(),
                                      m_state->scene->graph().nodes[*node].table);
}

void Canvas::toggleTable(TableId table)
{
    std::vector<TableId> tables = selectedTables();
    const auto at = std::lower_bound(tables.begin(), tables.end(), table);
    if (at != tables.end() && *at == table)
        tables.erase(at);
    else
        tables.insert(at, table);
    selectTablesAndTell(std::move(tables));
}

void Canvas::selectAllTables()
{
    std::vector<TableId> tables;
    if (graph())
        for (int node = 0; node < int(graph()->nodes.size()); ++node)
            if (!m_state->scene->isHidden(node))
                tables.push_back(graph()->nodes[node].table);
    selectTablesAndTell(std::move(tables));
}

void Canvas::setSelectingArea(bool selecting)
{
    m_state->selectingArea = selecting;
    resetCursor();
    Q_EMIT emphasisChanged();
}

bool Canvas::isSelectingArea() const
{
    return m_state->selectingArea;
}

/// Every table that the band touches.
void Canvas::releaseBand(const CanvasDrag& drag, QPointF position)
{
    const QRectF band = QRectF(drag.pressed, position).normalized();
    const bool adds = drag.modifiers & Qt::ControlModifier;
    std::vector<TableId> tables = adds ? selectedTables() : std::vector<TableId>();
    for (const int node : m_state->scene->nodesIn(m_state->view.toScene(band)))
        tables.push_back(m_state->scene->graph().nodes[node].table);
    selectTablesAndTell(std::move(tables));
    update();
    if (isSelectingArea()) { // the mode is for one area
        setSelectingArea(false);
        Q_EMIT selectingAreaChanged(false);
    }
}

void Canvas::paintBand(QPainter& painter)
{
    const CanvasDrag& drag = m_state->drag;
    QColor accent = m_state->theme().color(Ink::Accent);
    painter.setPen(QPen(accent, 1));
    accent.setAlphaF(0.12F);
    painter.setBrush(accent);
    painter.drawRect(QRectF(drag.pressed, drag.last).normalized());
}

} // namespace cadastre
