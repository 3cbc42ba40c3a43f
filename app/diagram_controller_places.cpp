// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where the controller keeps the places of what it shows: those of the whole picture, which are
// saved, apart from those of its parts, which are not.
#include "app/diagram_controller.h"

#include "diagram/canvas.h"
#include "diagram/graph_crossings.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr std::size_t rememberedViews = 16;

/// Without a neighbourhood, how far it would reach makes no difference.
DiagramView keyView(DiagramView view)
{
    if (!view.focus)
        view.depth = 1;
    return view;
}

/// From whose eyes a picture is seen; empty: everybody's.
QString eyesOf(const BoundaryPicture* picture)
{
    return picture != nullptr && picture->seenBy
               ? picture->ownership.names[static_cast<std::size_t>(*picture->seenBy)]
               : QString();
}

} // namespace

void DiagramController::keepPlacements()
{
    placementsOf(placesKeyOfCanvas()) = m_canvas->placements();
    Q_EMIT placementsChanged();
}

/// What was read of an earlier run is that of the whole picture, whatever is shown first.
void DiagramController::takePlaces(const DiagramRequest& request)
{
    m_homes = request.homes;
    if (!m_kept.path.isEmpty() && m_kept.path == request.kept.path)
        m_placements = request.ofAll;
    m_kept = {};
}

DiagramController::PlacesKey DiagramController::placesKey() const
{
    return {keyView(m_view), eyesOf(pictureFor(*m_facts.catalog, m_boundaries).get())};
}

/// Until the next picture is there, the canvas may still show what another boundary sees.
DiagramController::PlacesKey DiagramController::placesKeyOfCanvas() const
{
    const DiagramGraph* graph = m_canvas->graph();
    return graph != nullptr ? PlacesKey{keyView(m_view), eyesOf(graph->boundaries.get())}
                            : placesKey();
}

/// What one boundary sees begins where everything is in the whole picture.
Placements& DiagramController::placementsOf(const PlacesKey& key)
{
    if (!key.view.focus && key.view.saved.isEmpty() && key.seenBy.isEmpty())
        return m_placements;
    const auto known = std::find_if(m_partPlacements.begin(), m_partPlacements.end(),
                                    [&](const auto& entry) { return entry.first == key; });
    if (known != m_partPlacements.end())
        return known->second;
    if (m_partPlacements.size() == rememberedViews)
        m_partPlacements.erase(m_partPlacements.begin());
    return m_partPlacements.emplace_back(key, key.view.focus ? Placements{} : m_placements).second;
}

} // namespace cadastre
