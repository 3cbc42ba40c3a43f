// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Saving what is shown as a view, opening one, and its places while it is open.
#include "app/undo_command.h"
#include "app/view_flow.h"
#include "diagram/canvas.h"
#include "model/relations/count_text.h"
#include "model/search/query_answer.h"

namespace cadastre {

namespace {

/// A view of more tables has no places of its own: it would be a second whole diagram.
constexpr qsizetype mostPlacedTables = 1000;
constexpr int mostNamedTables = 5; ///< of those that are missing

ViewLook lookOf(const SavedView& view)
{
    return {view.showsInferred, view.minimumConfidence, view.showsRejected, view.lens};
}

} // namespace

Placements ViewFlow::shownPlaces() const
{
    const Placements all = m_canvas->placements();
    const DiagramGraph* graph = m_canvas->graph();
    Placements places;
    if (graph == nullptr)
        return places;
    for (const DiagramNode& node : graph->nodes) {
        const ObjectKey key = graph->catalog->keyOf(node.table);
        const auto place = all.tables.constFind(key);
        if (place != all.tables.cend() && !m_canvas->isHidden(node.table))
            places.tables.insert(key, *place);
    }
    if (places.tables.size() > mostPlacedTables)
        return {};
    for (const Placement& place : std::as_const(places.tables)) {
        const QString top = place.group.section(QStringLiteral(" / "), 0, 0);
        if (const auto group = all.groups.constFind(top); group != all.groups.cend())
            places.groups.insert(top, *group);
    }
    return places;
}

SavedView ViewFlow::presentView() const
{
    SavedView view;
    view.tables = m_document.choice;
    view.focus = m_diagram->view().focus;
    view.depth = m_diagram->view().focus ? m_diagram->view().depth : 1;
    view.places = shownPlaces();
    if (!m_canvas->isFitted())
        view.area = m_canvas->viewRect().toRect();
    const RelationshipFilter& filter = m_canvas->relationshipFilter();
    view.showsInferred = filter.showInferred;
    view.minimumConfidence = filter.minimumConfidence;
    view.showsRejected = filter.showRejected;
    view.query = m_query;
    view.lens = m_canvas->lens();
    return view;
}

void ViewFlow::save(const QString& name)
{
    const QString simple = viewName(name);
    if (simple.isEmpty() || m_canvas->graph() == nullptr)
        return;
    SavedViews after = m_document.views;
    const SavedView before = after[simple];
    after[simple] = presentView();
    after[simple].note = before.note;
    m_diagram->adoptView(simple);
    editViews(after);
    Q_EMIT changed();
}

std::vector<TableId> ViewFlow::tablesOf(const QString& query) const
{
    const CatalogFacts& facts = m_sources->facts();
    QueryFacts asked;
    asked.catalog = facts.catalog;
    asked.relationships = facts.relationships;
    if (m_names.areOf(facts.catalog.get()))
        asked.commented = m_names.comments;
    asked.leastConfidence = m_canvas->relationshipFilter().minimumConfidence;
    if (facts.boundaries) {
        asked.boundaries =
            std::shared_ptr<const Boundaries>(facts.boundaries, &facts.boundaries->boundaries);
        asked.ownership =
            std::shared_ptr<const Ownership>(facts.boundaries, &facts.boundaries->ownership);
    }
    return tablesMatching(asked, query);
}

/// What a query chose when the view was saved is chosen anew, where it still finds anything.
TableChoice ViewFlow::choiceOf(const SavedView& view) const
{
    const std::vector<TableId> tables =
        view.query.isEmpty() ? std::vector<TableId>() : tablesOf(view.query);
    if (tables.empty())
        return view.tables;
    TableChoice choice = onlyThese(keysOf(tables));
    choice.hidden = view.tables.hidden;
    return choice;
}

/// What it shows: chosen by a query, or where it keeps places, or what is not hidden.
std::vector<TableId> ViewFlow::tablesOf(const SavedView& view) const
{
    const Catalog& catalog = *m_sources->facts().catalog;
    const TableChoice choice = choiceOf(view);
    const bool keepsPlaces =
        view.query.isEmpty() && !view.places.tables.isEmpty() && (view.focus || !choice.showsAll());
    std::vector<TableId> tables;
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        const ObjectKey key = catalog.keyOf(TableId{i});
        if (choice.shows(key) && (!keepsPlaces || view.places.tables.contains(key)))
            tables.push_back(TableId{i});
    }
    return tables;
}

void ViewFlow::preview(const QString& name)
{
    constexpr double margin = 24; // scene pixels
    const auto found = m_document.views.find(name);
    const DiagramGraph* graph = m_canvas->graph();
    if (found == m_document.views.end() || graph == nullptr ||
        graph->catalog != m_sources->facts().catalog)
        return;
    std::vector<ObjectRef> shown;
    QRectF area;
    for (const TableId table : tablesOf(found->second)) {
        const QRectF rect = m_canvas->isHidden(table) ? QRectF() : m_canvas->sceneRect(table);
        if (rect.isEmpty())
            continue;
        area |= rect;
        shown.emplace_back(table);
    }
    if (shown.size() == graph->nodes.size())
        shown.clear(); // all of them: nothing to point out
    m_canvas->setHits(std::move(shown));
    if (!area.isEmpty())
        m_canvas->showRect(area.adjusted(-margin, -margin, margin, margin));
}

ViewFlow::Present ViewFlow::present() const
{
    const RelationshipFilter& filter = m_canvas->relationshipFilter();
    return {m_diagram->place(),
            {filter.showInferred, filter.minimumConfidence, filter.showRejected, m_canvas->lens()},
            m_query};
}

ViewFlow::Present ViewFlow::presentOf(const QString& name, const SavedView& view) const
{
    ViewPlace place;
    place.view = name;
    place.focus = view.focus;
    if (place.focus && !m_sources->facts().catalog->find(*place.focus))
        place.focus.reset();
    place.depth = place.focus ? view.depth : 1;
    place.choice = choiceOf(view);
    place.area = view.area;
    return {place, lookOf(view), view.query};
}

void ViewFlow::open(const QString& name)
{
    const auto found = m_document.views.find(name);
    if (found == m_document.views.end())
        return;
    goTo(present(), presentOf(name, found->second), tr("Open the view %1").arg(name));
    tellMissing(name);
}

/// Back or forward into or out of a view.
void ViewFlow::goToPlace(const ViewPlace& place)
{
    const auto found = m_document.views.find(place.view);
    Present to{place, present().look, {}};
    if (found != m_document.views.end()) {
        to.look = lookOf(found->second);
        to.query = found->second.query;
    } else {
        to.place.view.clear(); // deleted meanwhile
    }
    goTo(present(), to,
         to.place.view.isEmpty() ? tr("Leave the view %1").arg(openView())
                                 : tr("Open the view %1").arg(to.place.view));
}

void ViewFlow::goTo(const Present& from, const Present& to, const QString& name)
{
    Command command;
    command.name = name;
    const auto going = [this](const Present& there) {
        return [this, there]() -> Result<Nothing> {
            arrive(there);
            return ok();
        };
    };
    command.forward = going(to);
    command.backward = going(from);
    push(command);
}

void ViewFlow::arrive(const Present& there)
{
    Present present = there;
    const auto found = m_document.views.find(present.place.view);
    if (found == m_document.views.end())
        present.place.view.clear(); // deleted meanwhile
    else if (!found->second.places.tables.isEmpty())
        m_diagram->setPlacesOfView({present.place.focus, present.place.depth, present.place.view},
                                   placesOf(found->second, m_diagram->placements()));
    m_document.choice = present.place.choice;
    m_query = present.query;
    m_diagram->showPlace(present.place); // first, so that the place that is left keeps its choice
    m_diagram->setTableChoice(m_document.choice);
    Q_EMIT lookWanted(present.look);
    Q_EMIT changed();
}

void ViewFlow::tellMissing(const QString& name)
{
    const Catalog& catalog = *m_sources->facts().catalog;
    const std::vector<ObjectKey> missing =
        missingTables(m_document.views.at(name),
                      [&](const ObjectKey& key) { return catalog.find(key).has_value(); });
    if (missing.empty())
        return;
    QStringList names;
    for (const ObjectKey& key : missing)
        names << key.parts.join(QLatin1Char('.'));
    QString text = names.mid(0, mostNamedTables).join(QStringLiteral(", "));
    if (names.size() > mostNamedTables)
        text += tr(" and %1 more").arg(groupedDigits(names.size() - mostNamedTables));
    Q_EMIT message(
        {MessageTopic::Views,
         MessageLevel::Warning,
         names.size() == 1
             ? tr("1 table of the view %1 is not there any more: %2. Update the view to forget it.")
                   .arg(name, text)
             : tr("%1 tables of the view %2 are not there any more: %3. Update the view to forget "
                  "them.")
                   .arg(QString::number(names.size()), name, text),
         names.join(QLatin1Char('\n')),
         {}});
}

/// An open view remembers where its tables were moved to.
void ViewFlow::keepPlaces()
{
    const auto found = m_document.views.find(openView());
    if (openView().isEmpty() || found == m_document.views.end() || m_diagram->isMakingPicture())
        return;
    const bool isThisView =
        m_diagram->view().focus == found->second.focus && m_document.choice == found->second.tables;
    if (!isThisView || found->second.places.tables.isEmpty())
        return;
    Placements places = shownPlaces();
    if (places.tables.isEmpty() || places == found->second.places)
        return;
    found->second.places = std::move(places);
    m_told = m_document;
    m_sources->setViews(m_document);
    Q_EMIT documentChanged();
}

} // namespace cadastre
