// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ViewHistory: where a person was in the diagram, as in a browser: what was shown, selected and in
// view, back and forward. A value; going somewhere is the controller's matter.
#pragma once

#include "model/workspace/table_choice.h"

#include <QRectF>

#include <optional>

namespace cadastre {

/// One place: what is shown, what is chosen, which part is in view.
struct ViewPlace
{
    QString view;                   ///< name of the open saved view; empty for none
    std::optional<ObjectKey> focus; ///< the neighbourhood of this table; absent: everything
    int depth = 1;
    TableChoice choice;              ///< as it was then
    std::vector<ObjectKey> selected; ///< one object, or several tables
    QRectF area;                     ///< scene pixels; empty: everything fits

    /// Another part of the same is no other place, and hiding tables leaves none.
    [[nodiscard]] bool isSamePlace(const ViewPlace& other) const
    {
        return view == other.view && focus == other.focus && depth == other.depth &&
               selected == other.selected;
    }
    bool operator==(const ViewPlace&) const = default;
};

class ViewHistory
{
public:
    static constexpr std::size_t limit = 200;

    /// A person went elsewhere: what was forward of here is forgotten. The same place again only
    /// changes what is in view. `passing`: the last place was only passed on the way here.
    void visit(const ViewPlace& place, bool passing = false);
    /// What is in view and hidden here now, before it is left.
    void stay(const QRectF& area, const TableChoice& choice);

    /// Null before the first one.
    [[nodiscard]] const ViewPlace* current() const
    {
        return m_places.empty() ? nullptr : &m_places[m_at];
    }
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    /// Absent where there is nothing.
    std::optional<ViewPlace> goBack();
    std::optional<ViewPlace> goForward();
    [[nodiscard]] const std::vector<ViewPlace>& places() const { return m_places; }

    void follow(const QHash<ObjectKey, ObjectKey>& renamed);
    void clear();

private:
    std::vector<ViewPlace> m_places;
    std::size_t m_at = 0;
};

} // namespace cadastre
