// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The controller's way from one catalog to the next: what is forgotten, and what follows objects
// that have another name now.
#include "app/diagram_controller.h"

#include "diagram/canvas.h"
#include "model/workspace/placement_commands.h"

#include <QUndoStack>

#include <algorithm>

namespace cadastre {

void DiagramController::setFacts(const CatalogFacts& facts, FactsChange change)
{
    m_facts = facts;
    m_boundaries = facts.boundaries;
    if (change == FactsChange::Opened)
        forgetDocument();
    followRenames();
    if (m_view.focus && !m_facts.catalog->find(*m_view.focus))
        m_view = {std::nullopt, 1, m_view.saved};
    takeSelection(selected());
    if (m_facts.catalog->isEmpty()) {
        cancel();
        m_canvas->clear();
        return;
    }
    const bool refreshed = change == FactsChange::Refreshed;
    const bool placed = !m_placements.tables.isEmpty();
    startPicture(placed ? LayoutReason::Refresh : LayoutReason::First, refreshed);
}

void DiagramController::setRelationships(const CatalogFacts& facts)
{
    m_facts = facts;
    if (m_facts.catalog->isEmpty())
        return;
    if (m_maker.isRunning())
        startPicture(m_reason, m_keepView); // in place of what is being made
    else
        startPicture(LayoutReason::Refresh, true);
}

/// Places, focus and selection stay with objects that have another name now.
void DiagramController::followRenames()
{
    const auto& renamed = m_facts.renamed;
    if (renamed.isEmpty())
        return;
    const auto follow = [&renamed](const ObjectKey& key) { return renamed.value(key, key); };
    m_placements = rekeyed(m_placements, renamed);
    m_homes = rekeyed(Placements{m_homes, {}}, renamed).tables;
    for (auto& [key, places] : m_partPlacements)
        places = rekeyed(places, renamed);
    m_history.follow(renamed);
    if (m_view.focus)
        m_view.focus = follow(*m_view.focus);
    if (m_selected)
        m_selected = follow(*m_selected);
    QSet<ObjectKey> unfolded;
    for (const ObjectKey& key : m_unfolded)
        unfolded.insert(follow(key));
    m_unfolded = std::move(unfolded);
}

void DiagramController::forgetDocument()
{
    m_undoStack->clear();
    m_view = {};
    m_history.clear();
    m_placeLater.reset();
    m_partPlacements.clear();
    m_homes.clear();
    m_unfolded.clear();
    m_rectOfAll = {};
    m_selected.reset();
    m_revealLater.reset();
    const bool fromThisCatalog =
        std::any_of(m_placements.tables.keyBegin(), m_placements.tables.keyEnd(),
                    [this](const ObjectKey& key) { return m_facts.catalog->find(key); });
    if (!fromThisCatalog)
        m_placements = {};
}

} // namespace cadastre
