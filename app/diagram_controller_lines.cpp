// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The controller's lines: which relationships are drawn, and how one is found in the picture.
#include "app/diagram_controller.h"

#include "diagram/canvas.h"

#include <algorithm>

namespace cadastre {

namespace {

bool sameColumns(const Relationship& a, const Relationship& b)
{
    return a.childColumns == b.childColumns && a.typeColumn == b.typeColumn &&
           a.targets == b.targets;
}

} // namespace

void DiagramController::setRelationshipFilter(const RelationshipFilter& filter)
{
    m_filter = filter;
    m_canvas->setRelationshipFilter(filter);
}

void DiagramController::revealRelationship(const Relationship& relationship)
{
    const ColumnId column = relationship.childColumns.front();
    const bool allShown = isShown(relationship.child) &&
                          std::ranges::all_of(relationship.targets, [this](const auto& target) {
                              return !target.isResolved() || isShown(target.table);
                          });
    if (!allShown) {
        reveal(column);
        return;
    }
    select(ObjectRef(relationship.child)); // the line marks its columns
    const auto& drawn = *m_canvas->graph()->relationships;
    const auto found = std::ranges::find_if(
        drawn, [&](const Relationship& other) { return sameColumns(relationship, other); });
    if (found == drawn.end()) {
        m_canvas->ensureVisible(column);
        return;
    }
    const auto index = static_cast<int>(found - drawn.begin());
    m_canvas->selectRelationship(index);
    m_canvas->ensureRelationshipVisible(index);
}

std::optional<int> DiagramController::relationshipFromCanvas(int line) const
{
    if (!isCanvasCurrent())
        return std::nullopt; // its ids mean nothing in the newest facts
    const Relationship& drawn = (*m_canvas->graph()->relationships)[static_cast<std::size_t>(line)];
    const auto& known = *m_facts.relationships;
    const auto found = std::ranges::find_if(
        known, [&](const Relationship& other) { return sameColumns(drawn, other); });
    if (found == known.end())
        return std::nullopt;
    return static_cast<int>(found - known.begin());
}

} // namespace cadastre
