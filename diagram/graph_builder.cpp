// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/graph_builder.h"

#include "diagram/graph_crossings.h"
#include "diagram/graph_rows.h"
#include "diagram/grouping.h"
#include "diagram/relationship_text.h"
#include "model/catalog/table_families.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace cadastre {

namespace {

/// A guess draws less than a rule of the server; the targets of a polymorphic reference, which may
/// be every table, share what one has.
double pullOf(const Relationship& relationship, double minimumConfidence)
{
    RelationshipFilter filter;
    filter.minimumConfidence = minimumConfidence;
    if (!passes(filter, relationship.origin, relationship.confidence))
        return 0;
    const bool guessed = relationship.origin == RelationshipOrigin::Inferred;
    const double whole = guessed ? 0.6 * relationship.confidence : 1;
    return whole / std::max<double>(1, static_cast<double>(relationship.targets.size()));
}

class GraphBuilder
{
public:
    GraphBuilder(std::shared_ptr<const Catalog> catalog,
                 std::shared_ptr<const std::vector<Relationship>> relationships,
                 const GraphOptions& options, const BoxMetrics& metrics)
        : m_catalog(*catalog)
        , m_relationships(*relationships)
        , m_options(options)
        , m_metrics(metrics)
    {
        m_graph.catalog = std::move(catalog);
        m_graph.relationships = std::move(relationships);
        m_graph.shape = metrics.shape;
        m_graph.boundaries = pictureFor(m_catalog, options.boundaries);
    }

    DiagramGraph build()
    {
        if (m_options.foldTableFamilies)
            findRepresentatives();
        addNodes();
        addRelationships();
        addViewDependencies();
        addInheritance();
        markCrossings(m_graph);
        groupNodes(m_graph, m_options.knownGroups,
                   m_options.tables ? GroupedPicture::Part : GroupedPicture::Whole);
        countHidden(m_graph, m_hidden);
        return std::move(m_graph);
    }

private:
    [[nodiscard]] bool isShown(TableId id) const
    {
        const Table& table = m_catalog.table(id);
        return (m_options.showSystem || !table.system) && (m_options.showViews || !isView(table));
    }

    void findRepresentatives()
    {
        for (const TableFamily& family : tableFamilies(m_catalog))
            for (const FamilyMember& member : family.members)
                m_representatives.insert(member.table, family.representative);
    }

    /// A member of a family that was asked for by name stays itself, unless its representative is
    /// shown too.
    void addNodes()
    {
        std::vector<TableId> tables;
        if (m_options.tables) {
            tables = *m_options.tables;
            std::sort(tables.begin(), tables.end());
            tables.erase(std::unique(tables.begin(), tables.end()), tables.end());
        } else {
            for (int i = 0; i < static_cast<int>(m_catalog.objects().tables.size()); ++i)
                tables.push_back(TableId{i});
        }
        std::erase_if(tables, [this](TableId id) { return !isShown(id); });
        m_hidden = takeHidden(m_graph, tables);
        const QSet<TableId> asked(tables.begin(), tables.end());
        RelationshipFilter filter;
        filter.minimumConfidence = m_options.minimumConfidence;
        const ColumnFacts facts = columnFacts(m_catalog, tables, m_relationships, filter);
        m_nodeOf.assign(m_catalog.objects().tables.size(), -1);
        for (TableId id : tables) {
            if (!isFolded(id, asked))
                addNode(id, facts);
        }
        for (TableId id : tables) {
            if (isFolded(id, asked))
                foldInto(id, m_representatives.value(id));
        }
        setOwners(m_graph);
        for (DiagramNode& node : m_graph.nodes)
            node.size = boxSize(node, m_metrics);
    }

    [[nodiscard]] bool isFolded(TableId id, const QSet<TableId>& asked) const
    {
        const auto found = m_representatives.find(id);
        return found != m_representatives.end() && asked.contains(*found);
    }

    void addNode(TableId id, const ColumnFacts& facts)
    {
        m_nodeOf[id.index] = static_cast<int>(m_graph.nodes.size());
        m_graph.nodes.push_back(
            tableNode(m_catalog, id, facts, !m_options.unfoldedTables.contains(id)));
    }

    void foldInto(TableId member, TableId representative)
    {
        const int node = m_nodeOf[representative.index];
        m_nodeOf[member.index] = node;
        ++m_graph.nodes[node].foldedTables;
    }

    [[nodiscard]] int nodeOf(TableId id) const { return m_nodeOf[id.index]; }

    [[nodiscard]] int rowOf(int node, ColumnId column) const
    {
        const DiagramNode& shown = m_graph.nodes[node];
        if (m_catalog.column(column).table != shown.table)
            return rowNamed(shown, m_catalog.column(column).name);
        for (std::size_t row = 0; row < shown.rows.size(); ++row) {
            const auto& columns = shown.rows[row].columns;
            if (std::find(columns.begin(), columns.end(), column) != columns.end())
                return static_cast<int>(row);
        }
        return -1;
    }

    /// The row of a folded table's column in its representative.
    [[nodiscard]] int rowNamed(const DiagramNode& node, const QString& name) const
    {
        for (std::size_t row = 0; row < node.rows.size(); ++row) {
            for (ColumnId id : node.rows[row].columns) {
                if (m_catalog.column(id).name == name)
                    return static_cast<int>(row);
            }
        }
        return -1;
    }

    void addRelationships()
    {
        for (std::size_t i = 0; i < m_relationships.size(); ++i) {
            const Relationship& relationship = m_relationships[i];
            if (relationship.origin == RelationshipOrigin::Inferred &&
                relationship.confidence < leastDrawnConfidence)
                continue;
            for (std::size_t target = 0; target < relationship.targets.size(); ++target) {
                if (relationship.targets[target].isResolved())
                    addRelationship(static_cast<int>(i), static_cast<int>(target));
            }
        }
    }

    void addRelationship(int index, int targetIndex)
    {
        const Relationship& relationship = m_relationships[index];
        const RelationshipTarget& target = relationship.targets[targetIndex];
        DiagramEdge edge;
        edge.from = nodeOf(relationship.child);
        edge.to = nodeOf(target.table);
        if (edge.from < 0 || edge.to < 0)
            return;
        edge.kind = EdgeKind::Relationship;
        edge.origin = relationship.origin;
        edge.relationship = index;
        edge.target = targetIndex;
        edge.confidence = relationship.confidence;
        edge.pull = pullOf(relationship, m_options.minimumConfidence);
        edge.fromEnd = relationship.childEnd;
        edge.toEnd = relationship.parentEnd;
        edge.arc = relationship.arc.value_or(-1);
        edge.subtype = relationship.subtype;
        edge.polymorphic = relationship.typeColumn.has_value();
        if (!relationship.childColumns.empty())
            edge.fromRow = rowOf(edge.from, relationship.childColumns.front());
        if (relationship.typeColumn)
            edge.typeRow = rowOf(edge.from, *relationship.typeColumn);
        edge.toRow = rowOf(edge.to, target.columns.front());
        edge.title = relationshipTitle(m_catalog, relationship, target);
        const bool folded =
            isFoldedAway(relationship.child, edge.from) || isFoldedAway(target.table, edge.to);
        add(std::move(edge), folded);
    }

    [[nodiscard]] bool isFoldedAway(TableId table, int node) const
    {
        return m_graph.nodes[node].table != table;
    }

    void addViewDependencies()
    {
        if (!m_options.showViewDependencies)
            return;
        std::set<std::pair<TableId, TableId>> pairs;
        for (const Dependency& dependency : m_catalog.objects().dependencies) {
            const auto on = tableOf(dependency.on);
            if (dependency.dependent.kind != ObjectKind::Table || !on)
                continue;
            const TableId view{dependency.dependent.index};
            const bool isDrawn = nodeOf(view) >= 0 && nodeOf(*on) >= 0;
            if (isDrawn && isView(m_catalog.table(view)) && view != *on)
                pairs.insert({view, *on});
        }
        for (const auto& [view, on] : pairs)
            addPlainEdge(EdgeKind::ViewDependency, view, on, QStringLiteral(" reads "));
    }

    [[nodiscard]] std::optional<TableId> tableOf(ObjectRef ref) const
    {
        if (ref.kind == ObjectKind::Table)
            return TableId{ref.index};
        if (ref.kind == ObjectKind::Column)
            return m_catalog.column(ColumnId{ref.index}).table;
        return std::nullopt;
    }

    void addInheritance()
    {
        for (const DiagramNode& node : m_graph.nodes) {
            for (TableId parent : m_catalog.table(node.table).inherits)
                addPlainEdge(EdgeKind::Inheritance, node.table, parent,
                             QStringLiteral(" inherits "));
        }
    }

    void addPlainEdge(EdgeKind kind, TableId from, TableId to, const QString& verb)
    {
        DiagramEdge edge;
        edge.kind = kind;
        edge.from = nodeOf(from);
        edge.to = nodeOf(to);
        if (edge.from < 0 || edge.to < 0 || edge.from == edge.to)
            return;
        edge.title =
            visibleName(m_catalog.table(from).name) % verb % visibleName(m_catalog.table(to).name);
        add(std::move(edge), isFoldedAway(from, edge.from) || isFoldedAway(to, edge.to));
    }

    /// What a folded table says again about the same rows is said once.
    void add(DiagramEdge edge, bool folded)
    {
        if (folded && edge.from == edge.to)
            return;
        const bool isNew =
            m_seen
                .insert({static_cast<int>(edge.kind), edge.from, edge.fromRow, edge.to, edge.toRow})
                .second;
        if (isNew || !folded)
            m_graph.edges.push_back(std::move(edge));
    }

    const Catalog& m_catalog;
    const std::vector<Relationship>& m_relationships;
    const GraphOptions& m_options;
    const BoxMetrics& m_metrics;
    DiagramGraph m_graph;
    std::vector<TableId> m_hidden; ///< private ones of others
    QHash<TableId, TableId> m_representatives;
    std::vector<int> m_nodeOf; ///< by table; of a folded table its representative's
    std::set<std::tuple<int, int, int, int, int>> m_seen;
};

} // namespace

DiagramGraph buildGraph(std::shared_ptr<const Catalog> catalog,
                        std::shared_ptr<const std::vector<Relationship>> relationships,
                        const GraphOptions& options, const BoxMetrics& metrics)
{
    Q_ASSERT(relationships);
    return GraphBuilder(std::move(catalog), std::move(relationships), options, metrics).build();
}

DiagramGraph buildGraph(std::shared_ptr<const Catalog> catalog,
                        const std::vector<Relationship>& relationships, const GraphOptions& options,
                        const BoxMetrics& metrics)
{
    return buildGraph(std::move(catalog),
                      std::make_shared<const std::vector<Relationship>>(relationships), options,
                      metrics);
}

} // namespace cadastre
