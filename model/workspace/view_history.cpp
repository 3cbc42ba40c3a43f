// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Walking back and forward through places; see the header.
#include "model/workspace/view_history.h"

#include <utility>

namespace cadastre {

void ViewHistory::visit(const ViewPlace& place, bool passing)
{
    if (!m_places.empty() && m_places[m_at].isSamePlace(place)) {
        stay(place.area, place.choice);
        return;
    }
    if (!m_places.empty())
        m_places.resize(m_at + 1);
    if (passing && m_places.size() > 1)
        m_places.pop_back();
    if (m_places.empty() || !m_places.back().isSamePlace(place))
        m_places.push_back(place);
    if (m_places.size() > limit)
        m_places.erase(m_places.begin());
    m_at = m_places.size() - 1;
}

void ViewHistory::stay(const QRectF& area, const TableChoice& choice)
{
    if (m_places.empty())
        return;
    m_places[m_at].area = area;
    if (m_places[m_at].choice != choice)
        m_places[m_at].choice = choice;
}

std::optional<ViewPlace> ViewHistory::goBack()
{
    if (!canGoBack())
        return std::nullopt;
    return m_places[--m_at];
}

std::optional<ViewPlace> ViewHistory::goForward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_places[++m_at];
}

void ViewHistory::follow(const QHash<ObjectKey, ObjectKey>& renamed)
{
    if (renamed.isEmpty())
        return;
    for (ViewPlace& place : m_places) {
        place.choice = rekeyed(place.choice, renamed);
        if (place.focus)
            place.focus = renamed.value(*place.focus, *place.focus);
        for (ObjectKey& key : place.selected)
            key = renamed.value(key, key);
    }
}

void ViewHistory::clear()
{
    m_places.clear();
    m_at = 0;
}

} // namespace cadastre
