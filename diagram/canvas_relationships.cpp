// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships on the canvas: which are shown, what is under the mouse, which is selected. Keys
// that walk them have their own file.
#include "diagram/canvas.h"
#include "diagram/canvas_accessible.h"
#include "diagram/canvas_state.h"
#include "diagram/relationship_text.h"
#include "model/relations/decisions.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr double lineGrabPixels = 4;
constexpr qsizetype mostLinesNamed = 5; ///< of those that lie upon each other
constexpr double lineMargin = 40;       ///< screen pixels around what is brought into view
constexpr int lineHoverDelayMs = 60;

QRectF boundsOf(const EdgeRoute& route)
{
    QRectF bounds;
    for (int i = 0; i < route.count; ++i)
        bounds |= QRectF(route.points[i], QSizeF(1, 1));
    return bounds;
}

/// Around the lines and the rows where they end.
QRectF relationshipBounds(const DiagramScene& scene, int relationship)
{
    const Relationship& facts = (*scene.graph().relationships)[relationship];
    QRectF bounds;
    for (const int edge : scene.edgesOfRelationship(relationship))
        bounds |= boundsOf(scene.route(edge));
    for (const ColumnId column : facts.childColumns)
        bounds |= objectRect(scene, column);
    for (const RelationshipTarget& target : facts.targets)
        for (const ColumnId column : target.columns)
            bounds |= objectRect(scene, column);
    return bounds;
}

bool isEndOf(const DiagramGraph& graph, int relationship, ObjectRef object)
{
    TableId table{object.index};
    if (object.kind == ObjectKind::Column)
        table = graph.catalog->column(ColumnId{object.index}).table;
    const Relationship& facts = (*graph.relationships)[relationship];
    return facts.child == table ||
           std::any_of(facts.targets.begin(), facts.targets.end(), [&](const auto& target) {
               return target.isResolved() && target.table == table;
           });
}

} // namespace

std::optional<int> sameRelationship(const DiagramGraph& before, std::optional<int> relationship,
                                    const DiagramGraph& after)
{
    if (!relationship ||
        (before.relationships == after.relationships && before.catalog == after.catalog))
        return relationship;
    const auto keys = decisionKeys(*before.catalog, (*before.relationships)[*relationship]);
    const auto child = keys.empty() ? std::nullopt : after.catalog->find(keys.front().child);
    if (!child)
        return std::nullopt;
    for (int i = 0; i < static_cast<int>(after.relationships->size()); ++i) {
        const Relationship& candidate = (*after.relationships)[i];
        if (ObjectRef(candidate.child) != *child)
            continue;
        const auto others = decisionKeys(*after.catalog, candidate);
        if (std::find_first_of(others.begin(), others.end(), keys.begin(), keys.end()) !=
            others.end())
            return i;
    }
    return std::nullopt;
}

void Canvas::setRelationshipFilter(const RelationshipFilter& filter)
{
    CanvasState& state = *m_state;
    if (state.filter == filter)
        return;
    state.filter = filter;
    state.changeableScene().setFilter(filter);
    state.hoveredRelationship.reset();
    state.emphasis.hoveredRelationship.reset();
    explainLines();
    applyEmphasis();
    forgetAccessibleChildren(this);
}

const RelationshipFilter& Canvas::relationshipFilter() const
{
    return m_state->filter;
}

bool Canvas::hasRelationship(int relationship) const
{
    return graph() && relationship >= 0 &&
           relationship < static_cast<int>(graph()->relationships->size());
}

void Canvas::selectRelationship(std::optional<int> relationship)
{
    CanvasState& state = *m_state;
    if (relationship && !hasRelationship(*relationship))
        relationship.reset();
    if (state.emphasis.selectedRelationship == relationship)
        return;
    if (relationship)
        state.endChoosing();
    state.emphasis.selectedRelationship = relationship;
    if (relationship)
        state.emphasis.tables.clear();
    if (relationship && selected() && !isEndOf(*graph(), *relationship, *selected()))
        state.emphasis.selected.reset();
    applyEmphasis();
}

std::optional<int> Canvas::selectedRelationship() const
{
    return m_state->emphasis.selectedRelationship;
}

void Canvas::selectRelationshipAndTell(std::optional<int> relationship)
{
    if (selectedRelationship() == relationship)
        return;
    const std::optional<ObjectRef> before = selected();
    const std::vector<TableId> tables = selectedTables();
    selectRelationship(relationship);
    tellAccessibleSelection(this);
    if (selected() != before)
        Q_EMIT selectionChanged(selected());
    if (relationship)
        Q_EMIT relationshipSelected(*relationship);
    else
        Q_EMIT relationshipDeselected();
    tellIfTablesChanged(tables);
}

void Canvas::ensureRelationshipVisible(int relationship)
{
    if (!hasRelationship(relationship))
        return;
    const QRectF target = relationshipBounds(*m_state->scene, relationship);
    if (target.isEmpty())
        return;
    const double margin = lineMargin / scale();
    const bool fits = target.width() + 2 * margin <= viewRect().width() &&
                      target.height() + 2 * margin <= viewRect().height();
    if (fits && detailLevelAt(scale()) == DetailLevel::Rows) {
        bringIntoView(target);
        return;
    }
    fitBeside(target, [&](const ViewTransform& view) {
        const std::vector<QRectF> lying = sheets();
        return std::any_of(lying.begin(), lying.end(), [&](const QRectF& sheet) {
            return sheet.intersects(view.toScreen(target));
        });
    });
}

std::vector<int> Canvas::relationshipsOf(ObjectRef table) const
{
    std::vector<int> relationships;
    const auto node = m_state->scene->nodeOf(table);
    if (!node)
        return relationships;
    for (const int edge : walkedEdges(*m_state->scene, *node)) {
        const int relationship = graph()->edges[edge].relationship;
        if (std::find(relationships.begin(), relationships.end(), relationship) ==
            relationships.end())
            relationships.push_back(relationship);
    }
    return relationships;
}

QRect Canvas::relationshipRect(int relationship) const
{
    QRectF bounds;
    for (const int edge : m_state->scene->edgesOfRelationship(relationship))
        bounds |= boundsOf(m_state->scene->route(edge));
    return bounds.isEmpty() ? QRect() : m_state->view.toScreen(bounds).toAlignedRect();
}

std::vector<int> Canvas::edgesAt(QPointF position) const
{
    return hitEdges(*m_state->scene, *m_state->emphasisMap, m_state->view.toScene(position),
                    lineGrabPixels, {viewRect(), scale(), m_state->showViewDependencies});
}

std::optional<int> Canvas::relationshipAt(QPoint position) const
{
    std::optional<int> first;
    for (const int edge : edgesAt(position)) {
        const int relationship = graph()->edges[edge].relationship;
        if (relationship >= 0 && relationship == selectedRelationship())
            return relationship;
        if (relationship >= 0 && !first)
            first = relationship;
    }
    return first;
}

/// Clicks on lines upon each other select one after the other.
std::optional<int> Canvas::nextRelationshipAt(QPointF position) const
{
    std::vector<int> here;
    for (const int edge : edgesAt(position))
        if (graph()->edges[edge].relationship >= 0)
            here.push_back(graph()->edges[edge].relationship);
    if (here.empty())
        return std::nullopt;
    here.erase(std::unique(here.begin(), here.end()), here.end());
    const auto current = selectedRelationship();
    const auto at = current ? std::find(here.begin(), here.end(), *current) : here.end();
    return at == here.end() || at + 1 == here.end() ? here.front() : *(at + 1);
}

QString Canvas::lineText(QPointF position) const
{
    std::vector<int> edges = edgesAt(position);
    if (edges.empty())
        return {};
    const auto preferred = relationshipAt(position.toPoint());
    std::stable_partition(edges.begin(), edges.end(), [&](int edge) {
        return preferred && graph()->edges[edge].relationship == *preferred;
    });
    const auto relationshipOf = [this](const DiagramEdge& edge) -> const Relationship& {
        return (*graph()->relationships)[edge.relationship];
    };
    const DiagramEdge& first = graph()->edges[edges.front()];
    QString text = first.relationship < 0
                       ? first.title
                       : relationshipText(*graph()->catalog, relationshipOf(first), first.target);
    if (const QString crossing = crossingText(*graph(), edges.front()); !crossing.isEmpty())
        text += u'\n' + crossing;
    QStringList others;
    for (auto edge = edges.begin() + 1; edge != edges.end(); ++edge) {
        const DiagramEdge& other = graph()->edges[*edge];
        if (other.relationship >= 0 && other.relationship == first.relationship)
            continue;
        others << edgeText(*graph(), *edge);
    }
    if (others.size() > mostLinesNamed) {
        const auto more = others.size() - mostLinesNamed;
        others = others.first(mostLinesNamed) << tr("… and %n more", nullptr, int(more));
    }
    if (!others.isEmpty())
        text += u'\n' + tr("Also here:") + QStringLiteral("\n  • ") +
                others.join(QStringLiteral("\n  • "));
    return text;
}

void Canvas::hoverAt(QPointF position)
{
    const bool overSheet = lineLegendRect().contains(position);
    const bool overName = !overSheet && groupNameAt(position.toPoint());
    const auto object = overSheet || overName ? std::nullopt : objectAt(position.toPoint());
    const auto relationship =
        object || overSheet || overName ? std::nullopt : relationshipAt(position.toPoint());
    setHovered(object);
    setHoveredRelationship(relationship);
    if (relationship || overName || overSheet)
        setCursor(Qt::PointingHandCursor);
    else
        resetCursor();
}

void Canvas::setHoveredRelationship(std::optional<int> relationship)
{
    if (m_state->hoveredRelationship == relationship)
        return;
    m_state->hoveredRelationship = relationship;
    m_state->hoverTimer.start(lineHoverDelayMs, this);
}

} // namespace cadastre
