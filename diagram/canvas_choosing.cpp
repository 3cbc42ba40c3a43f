// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Choosing several tables by keys: Shift and arrows take tables as they go; after Space arrows only
// go, and Space takes or leaves where they are. And what keys do now, in words.
#include "diagram/canvas.h"
#include "diagram/canvas_accessible.h"
#include "diagram/canvas_state.h"
#include "diagram/walk.h"

#include <QPainter>

#include <algorithm>

namespace cadastre {

namespace {

constexpr double currentFrame = 5; ///< screen pixels around the table

} // namespace

std::optional<TableId> Canvas::currentTable() const
{
    const CanvasState& state = *m_state;
    if (state.current && state.scene->nodeOf(*state.current))
        return state.current;
    const std::vector<TableId> tables = selectedTables();
    return tables.empty() ? std::nullopt : std::optional(tables.front());
}

/// Goes on without choosing; `takes`: chooses what is there, too.
void Canvas::chooseToward(QPointF direction, bool takes)
{
    const auto from = currentTable();
    const auto node = from ? m_state->scene->nodeOf(*from) : std::nullopt;
    const auto step = node ? stepFrom(*m_state->scene, *node, direction) : std::nullopt;
    if (!step)
        return;
    const TableId to = graph()->nodes[step->node].table;
    if (takes) {
        std::vector<TableId> tables = selectedTables();
        tables.insert(tables.end(), {*from, to});
        selectTablesAndTell(std::move(tables));
    }
    goOnChoosing(to);
}

void Canvas::goOnChoosing(TableId current)
{
    m_state->choosing = true;
    m_state->current = current;
    bringIntoView(objectRect(*m_state->scene, current));
    tellAccessibleSelection(this);
    update();
    Q_EMIT emphasisChanged();
}

void Canvas::toggleCurrent()
{
    const auto table = currentTable();
    if (!table) {
        m_state->tabLeaves = false;
        walkByTab(true); // to where one begins
        return;
    }
    // the first press only says that several are to be chosen
    if (m_state->isChoosing())
        toggleTable(*table);
    goOnChoosing(*table);
}

void Canvas::paintCurrent(QPainter& painter)
{
    if (!m_state->choosing || !m_state->current)
        return;
    const QRectF table = widgetRect(*m_state->current);
    if (table.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_state->theme().color(Ink::Text), 2, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(
        table.adjusted(-currentFrame, -currentFrame, currentFrame, currentFrame), 6, 6);
}

/// Seen from the selected table; the parent where none is.
std::optional<ObjectRef> Canvas::otherEnd(int relationship) const
{
    const Relationship& facts = (*graph()->relationships)[relationship];
    const DiagramScene& scene = *m_state->scene;
    const auto here = selected() ? scene.nodeOf(*selected()) : std::nullopt;
    const auto child = scene.nodeOf(facts.child);
    if (here && child && *here != *child)
        return ObjectRef(facts.child);
    for (const RelationshipTarget& target : facts.targets) {
        const auto node = target.isResolved() ? scene.nodeOf(target.table) : std::nullopt;
        if (node && !scene.isHidden(*node))
            return ObjectRef(target.table);
    }
    return std::nullopt;
}

QString Canvas::keysHint() const
{
    const CanvasState& state = *m_state;
    if (!graph())
        return {};
    const Catalog& catalog = *graph()->catalog;
    if (state.selectingArea)
        return tr("Drag over tables to select them · Esc ends it");
    if (const auto line = selectedRelationship()) {
        const auto end = otherEnd(*line);
        const QString goes =
            end ? tr("Enter goes to %1 · ").arg(catalog.displayName(*end)) : QString();
        return goes + tr("Shift+Enter reviews it · Tab for the next one · Esc back");
    }
    if (!state.emphasis.path.tables.empty())
        return tr("A way between tables is shown · Esc takes it away");
    if (state.isChoosing()) {
        const auto count = int(selectedTables().size());
        const QString chosen =
            count == 1 ? tr("1 table selected · ") : tr("%Ln tables selected · ", nullptr, count);
        return chosen + (state.choosing
                             ? tr("arrow keys go on, Space adds or takes away · Esc ends")
                             : tr("Shift + arrow keys or Ctrl + click for more"));
    }
    if (state.strayed && selected())
        return tr("%1 is not related with %2: nothing related lies in that direction")
            .arg(catalog.displayName(*selected()), catalog.displayName(*state.strayed));
    return {};
}

} // namespace cadastre
