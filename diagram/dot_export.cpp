// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DOT: the graph as text for Graphviz, with the places of the layout. Plain quoted labels only, so
// that no name can become markup.
#include "diagram/fonts.h"
#include "diagram/region_facts.h"
#include "diagram/relationship_text.h"
#include "diagram/render.h"
#include "diagram/theme.h"

namespace cadastre {

namespace {

constexpr double dotPointsPerPixel = 0.75;

/// In double quotes. Graphviz reads backslash sequences and HTML entities even in plain strings.
QString dotString(const QString& text)
{
    QString escaped = onOneLine(text);
    escaped.replace(u'&', QStringLiteral("&amp;"));
    escaped.replace(u'\\', QStringLiteral("\\\\"));
    escaped.replace(u'"', QStringLiteral("\\\""));
    return QString(u'"' + escaped + u'"');
}

/// Several lines, left aligned, in one label.
QString dotLabel(const DiagramNode& node)
{
    const auto inner = [](const QString& text) {
        const QString quoted = dotString(text);
        return quoted.mid(1, quoted.size() - 2);
    };
    QString label = inner(node.title);
    if (!node.subtitle.isEmpty())
        label += QStringLiteral("\\n") + inner(node.subtitle);
    label += QStringLiteral("\\n");
    for (const DiagramRow& row : node.rows) {
        QString marks;
        if (row.marks.primaryKey)
            marks += QStringLiteral("PK ");
        if (row.marks.foreignKey)
            marks += QStringLiteral("FK ");
        label += marks + inner(row.text);
        if (!row.type.isEmpty())
            label += QStringLiteral(" : ") + inner(row.type);
        if (!row.marks.notNull && row.kind == RowKind::Column)
            label += u'?';
        label += QStringLiteral("\\l");
    }
    return QString(u'"' + label + u'"');
}

QLatin1String arrow(Cardinality cardinality)
{
    switch (cardinality) {
    case Cardinality::ZeroOrOne:
        return QLatin1String("teeodot");
    case Cardinality::ExactlyOne:
        return QLatin1String("teetee");
    case Cardinality::ZeroOrMany:
        return QLatin1String("crowodot");
    case Cardinality::OneOrMany:
        return QLatin1String("crowtee");
    }
    Q_UNREACHABLE();
}

QString nodeLine(const DiagramGraph& graph, const DiagramLayout& layout, int node)
{
    const DiagramNode& facts = graph.nodes[node];
    const QRectF& rect = layout.nodes[node];
    const bool view = isView(graph.catalog->table(facts.table));
    const auto points = [](double pixels) {
        return QString::number(pixels * dotPointsPerPixel, 'f', 1);
    };
    const auto inches = [](double pixels) {
        return QString::number(pixels * dotPointsPerPixel / 72, 'f', 3);
    };
    // all at once: a name may look like a place of the pattern
    return QStringLiteral("n%1 [id=%2, label=%3, pos=\"%4,%5!\", width=%6, height=%7%8];\n")
        .arg(QString::number(node), dotString(graph.catalog->keyOf(facts.table).toString()),
             dotLabel(facts), points(rect.center().x()), points(-rect.center().y()),
             inches(rect.width()), inches(rect.height()),
             view ? QStringLiteral(", style=\"rounded,filled,dashed\"") : QString());
}

/// The name; of a boundary its owner and counts on a second line.
QString clusterLabel(const DiagramGraph& graph, const std::vector<RegionFacts>& regions, int group)
{
    const RegionFacts& facts = regions[group];
    QString label = dotString(graph.groups[group].name);
    if (!facts.isRegion)
        return label;
    label.chop(1);
    QStringList words{facts.owner, regionCounts(facts), regionHidden(facts), regionWarning(facts)};
    words.removeAll(QString());
    return QString(label % QStringLiteral("\\n") %
                   dotString(words.join(QStringLiteral(" · "))).mid(1));
}

QString clusterLook(const RegionFacts& facts, const Theme& theme, const QString& indent)
{
    if (!facts.isRegion)
        return {};
    return QStringLiteral("%1  style=\"%2\"; color=\"%3\"; fontcolor=\"%4\"; fillcolor=\"%5\"; "
                          "penwidth=%6; tooltip=\"\";\n")
        .arg(indent,
             facts.isOwned ? QStringLiteral("rounded,filled") : QStringLiteral("rounded,dashed"),
             theme.color(facts.border).name(), theme.color(Ink::Text).name(),
             theme.color(facts.soft).name(),
             facts.isModule || !facts.isOwned ? QStringLiteral("1") : QStringLiteral("2"));
}

void addGroups(QString& out, const DiagramGraph& graph, const DiagramLayout& layout,
               const std::vector<RegionFacts>& regions, const Theme& theme, int parent, int depth)
{
    const QString indent(depth * 2, u' ');
    for (int group = 0; group < int(graph.groups.size()); ++group) {
        const DiagramGroup& facts = graph.groups[group];
        if (facts.parent != parent)
            continue;
        out += QStringLiteral("%1subgraph cluster_%2 {\n%1  label=%3;\n")
                   .arg(indent, QString::number(group), clusterLabel(graph, regions, group));
        out += clusterLook(regions[group], theme, indent);
        addGroups(out, graph, layout, regions, theme, group, depth + 1);
        for (const int node : facts.nodes)
            out += indent + QStringLiteral("  ") + nodeLine(graph, layout, node);
        out += indent + QStringLiteral("}\n");
    }
}

/// Dashes and words of a relationship that nobody declared.
QString originAttributes(const DiagramGraph& graph, const DiagramEdge& edge)
{
    const Relationship& relationship = (*graph.relationships)[edge.relationship];
    const QString label =
        QStringLiteral(", label=") + dotString(originText(*graph.catalog, relationship));
    switch (edge.origin) {
    case RelationshipOrigin::Declared:
        return {};
    case RelationshipOrigin::Inferred:
        return QString(QStringLiteral(", style=dashed") + label);
    case RelationshipOrigin::Confirmed:
        return label;
    case RelationshipOrigin::Added:
        return QString(QStringLiteral(", penwidth=2") + label);
    case RelationshipOrigin::Rejected:
        return QString(QStringLiteral(", style=dotted") + label);
    }
    Q_UNREACHABLE();
}

QString edgeLine(const DiagramGraph& graph, int index)
{
    const DiagramEdge& edge = graph.edges[index];
    QString attributes = QStringLiteral("tooltip=") + dotString(edgeText(graph, index));
    if (edge.kind == EdgeKind::Relationship)
        attributes += QStringLiteral(", dir=both, arrowtail=") + arrow(edge.fromEnd) +
                      QStringLiteral(", arrowhead=") +
                      (edge.subtype ? QLatin1String("empty") : arrow(edge.toEnd)) +
                      originAttributes(graph, edge);
    else if (edge.kind == EdgeKind::ViewDependency)
        attributes += QStringLiteral(", style=dotted, arrowhead=vee");
    else
        attributes += QStringLiteral(", arrowhead=empty");
    return QStringLiteral("  n%1 -> n%2 [").arg(edge.from).arg(edge.to) + attributes +
           QStringLiteral("];\n");
}

bool isWritten(const DiagramEdge& edge, const RenderOptions& options)
{
    return passes(options.filter, edge) &&
           (edge.kind != EdgeKind::ViewDependency || options.showViewDependencies);
}

} // namespace

Result<QByteArray> renderDot(const DiagramGraph& graph, const DiagramLayout& layout,
                             const RenderOptions& options)
{
    const Theme& theme = Theme::of(options.dark);
    const auto ink = [&](Ink role) { return theme.color(role).name(); };
    QString out = QStringLiteral("digraph cadastre {\n  charset=\"UTF-8\";\n  rankdir=LR;\n");
    out += QStringLiteral("  bgcolor=\"%1\";\n").arg(ink(Ink::Background));
    if (!options.title.isEmpty())
        out += QStringLiteral("  label=") + dotString(options.title) +
               QStringLiteral(";\n  labelloc=t;\n");
    out += QStringLiteral("  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", "
                          "fontsize=9, fillcolor=\"%1\", color=\"%2\", fontcolor=\"%3\"];\n")
               .arg(ink(Ink::Box), ink(Ink::StrongBorder), ink(Ink::Text));
    out += QStringLiteral("  edge [color=\"%1\", fontname=\"Helvetica\", fontsize=8, "
                          "fontcolor=\"%2\"];\n")
               .arg(ink(Ink::Edge), ink(Ink::DimText));
    addGroups(out, graph, layout, regionFacts(graph), theme, -1, 1);
    for (int node = 0; node < int(graph.nodes.size()); ++node)
        if (graph.nodes[node].group < 0)
            out += QStringLiteral("  ") + nodeLine(graph, layout, node);
    for (int edge = 0; edge < int(graph.edges.size()); ++edge)
        if (isWritten(graph.edges[edge], options))
            out += edgeLine(graph, edge);
    out += QStringLiteral("}\n");
    return out.toUtf8();
}

} // namespace cadastre
