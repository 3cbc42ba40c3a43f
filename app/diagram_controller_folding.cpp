// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which wide tables show all of their columns. How columns are folded into families is the graph
// builder's.
#include "app/diagram_controller.h"

#include "diagram/canvas.h"

#include <algorithm>

namespace cadastre {

GraphOptions DiagramController::graphOptions() const
{
    GraphOptions options;
    options.minimumConfidence = m_filter.minimumConfidence;
    options.boundaries = m_boundaries;
    for (const ObjectKey& key : m_unfolded) {
        const auto object = m_facts.catalog->find(key);
        if (object && object->kind == ObjectKind::Table)
            options.unfoldedTables.insert(TableId{object->index});
    }
    return options;
}

std::optional<bool> DiagramController::isFolded(ObjectRef object) const
{
    const auto table = tableOf(*m_facts.catalog, object);
    if (!table || !isShown(object))
        return std::nullopt;
    if (m_unfolded.contains(m_facts.catalog->keyOf(*table)))
        return false;
    const std::vector<DiagramNode>& nodes = m_canvas->graph()->nodes;
    const bool folded = std::any_of(nodes.begin(), nodes.end(), [&](const DiagramNode& node) {
        return node.table == *table && node.folded;
    });
    return folded ? std::optional(true) : std::nullopt;
}

void DiagramController::toggleUnfolded(const ObjectKey& table)
{
    if (!m_facts.catalog->find(table))
        return;
    if (!m_unfolded.remove(table))
        m_unfolded.insert(table);
    startPicture(LayoutReason::Refresh, true);
}

} // namespace cadastre
