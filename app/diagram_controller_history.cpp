// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The controller's history: where a person was in the diagram, back and forward; and what is hidden
// in it.
#include "app/diagram_controller.h"

#include "diagram/canvas.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int passingMs = 600; ///< what was found and left sooner was only passed

/// Objects of one table are one place.
bool isSameTable(const ObjectKey& a, const ObjectKey& b)
{
    const auto tableParts = [](const ObjectKey& key) {
        return key.kind == KeyKind::Column ? key.parts.mid(0, key.parts.size() - 1) : key.parts;
    };
    return a.source == b.source && tableParts(a) == tableParts(b);
}

/// Choosing nothing, or another column of the same table, leads nowhere else.
bool isStillThere(const ViewPlace& before, const ViewPlace& now)
{
    return before.view == now.view && before.focus == now.focus && before.depth == now.depth &&
           before.selected.size() == 1 && now.selected.size() == 1 &&
           isSameTable(before.selected.front(), now.selected.front());
}

/// Empty for everything.
QRectF areaOf(const Canvas& canvas)
{
    return canvas.isFitted() ? QRectF() : canvas.viewRect();
}

} // namespace

void DiagramController::connectHistory()
{
    connect(m_canvas, &Canvas::viewChanged, this, [this] {
        if (!m_maker.isRunning() && !m_placeLater)
            m_history.stay(areaOf(*m_canvas), m_choice);
    });
    connect(m_canvas, &Canvas::tablesSelectionChanged, this,
            [this](const std::vector<TableId>& tables) {
                if (tables.size() > 1)
                    remember();
            });
    connect(m_canvas, &Canvas::backRequested, this, &DiagramController::goBack);
    connect(m_canvas, &Canvas::forwardRequested, this, &DiagramController::goForward);
}

ViewPlace DiagramController::place() const
{
    ViewPlace place;
    place.view = m_view.saved;
    place.focus = m_view.focus;
    place.depth = m_view.focus ? m_view.depth : 1;
    place.choice = m_choice;
    if (!m_maker.isRunning())
        place.area = areaOf(*m_canvas);
    const std::vector<TableId> tables = m_canvas->selectedTables();
    if (tables.size() > 1 && isCanvasCurrent()) {
        for (const TableId table : tables)
            place.selected.push_back(m_facts.catalog->keyOf(table));
    } else if (m_selected) {
        place.selected = {*m_selected};
    }
    return place;
}

void DiagramController::remember(bool found)
{
    if (m_facts.catalog->isEmpty() || m_placeLater)
        return;
    ViewPlace now = place();
    bool passing = found && m_found.isValid() && m_found.elapsed() < passingMs;
    if (const ViewPlace* before = m_history.current()) {
        if (now.selected.empty() && now.view == before->view && now.focus == before->focus &&
            now.depth == before->depth)
            now.selected = before->selected;
        passing = passing || isStillThere(*before, now);
    }
    m_history.visit(now, passing);
    if (found)
        m_found.start();
    else
        m_found.invalidate();
    Q_EMIT historyChanged();
}

bool DiagramController::isThere(const ViewPlace& place) const
{
    return !place.focus || m_facts.catalog->find(*place.focus);
}

/// Places whose table is gone are passed over.
void DiagramController::goBack()
{
    std::optional<ViewPlace> place = m_history.goBack();
    while (place && !isThere(*place))
        place = m_history.goBack();
    if (place)
        goTo(*place);
    else if (m_view.focus)
        showAll();
}

void DiagramController::goForward()
{
    std::optional<ViewPlace> place = m_history.goForward();
    while (place && !isThere(*place))
        place = m_history.goForward();
    if (place)
        goTo(*place);
}

void DiagramController::goTo(const ViewPlace& place)
{
    if (place.view == m_view.saved)
        showPlace(place);
    else
        Q_EMIT viewWanted(place);
}

void DiagramController::showPlace(const ViewPlace& place)
{
    m_found.invalidate();
    const DiagramView view{place.focus, place.focus ? place.depth : m_view.depth, place.view};
    if (view == m_view && !m_maker.isRunning()) {
        arrive(place);
        remember();
        return;
    }
    m_placeLater = place;
    showView(view);
}

void DiagramController::arrive(const ViewPlace& place)
{
    m_rectOfAll = QRectF();
    if (place.area.isEmpty())
        m_canvas->fit();
    else
        m_canvas->showRect(place.area);
    selectPlace(place);
}

void DiagramController::selectPlace(const ViewPlace& place)
{
    std::vector<ObjectRef> objects;
    for (const ObjectKey& key : place.selected) {
        if (const auto object = m_facts.catalog->find(key))
            objects.push_back(*object);
    }
    if (objects.size() < 2) {
        const auto object = objects.empty() ? std::nullopt : std::optional(objects.front());
        selectInCanvas(object);
        takeSelection(object);
        return;
    }
    std::vector<TableId> tables;
    for (const ObjectRef object : objects) {
        if (object.kind == ObjectKind::Table)
            tables.push_back(TableId{object.index});
    }
    takeSelection(std::nullopt);
    m_canvas->selectTables(tables);
}

TableChoice DiagramController::shownChoice() const
{
    TableChoice choice = m_choice;
    if (m_view.focus) {
        choice.isolated.clear();
        choice.hidden.erase(*m_view.focus);
    }
    const bool anyThere = std::ranges::any_of(choice.isolated, [this](const ObjectKey& key) {
        return m_facts.catalog->find(key).has_value();
    });
    if (!anyThere)
        choice.isolated.clear();
    return choice;
}

void DiagramController::setTableChoice(const TableChoice& choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    if (!m_maker.isRunning())
        applyChoice(); // else the next picture does
}

void DiagramController::applyChoice()
{
    m_canvas->setTableChoice(shownChoice());
}

void DiagramController::setPlacesOfView(const DiagramView& view, const Placements& places)
{
    std::erase_if(m_partPlacements,
                  [&](const auto& entry) { return entry.first.view.saved == view.saved; });
    placementsOf({view, {}}) = places;
}

void DiagramController::adoptView(const QString& name)
{
    if (!m_maker.isRunning())
        keepPlacements();
    const Placements places = placementsOf(placesKey());
    m_view.saved = name;
    placementsOf(placesKey()) = places;
    remember();
}

void DiagramController::renameView(const QString& from, const QString& to)
{
    if (m_view.saved == from)
        m_view.saved = to;
    for (auto& [key, places] : m_partPlacements) {
        if (key.view.saved == from)
            key.view.saved = to;
    }
}

} // namespace cadastre
