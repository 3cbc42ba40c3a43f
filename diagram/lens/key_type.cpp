// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The key type lens: what identifies a row: a number, a uuid, a text, several columns, or nothing.
// The legend is a census of what is in the picture; tables whose references have a type that cannot
// match the key's are marked.
#include "diagram/lens.h"
#include "model/relations/key_census.h"
#include "model/relations/key_types.h"

#include <array>

namespace cadastre {

namespace {

/// Stands on badges of tables with a reference that cannot match.
const QString mismatchSign = QStringLiteral("≠");

struct KeyTypeLook
{
    Ink fill;
    QString badge;
};

KeyTypeLook look(TableKey key)
{
    switch (key) {
    case TableKey::Number:
        return {categoryInk(0), QStringLiteral("123")};
    case TableKey::Uuid:
        return {categoryInk(1), QStringLiteral("uuid")};
    case TableKey::Text:
        return {categoryInk(2), QStringLiteral("abc")};
    case TableKey::Binary:
        return {categoryInk(6), QStringLiteral("bytes")};
    case TableKey::Other:
        return {categoryInk(5), QStringLiteral("other")};
    case TableKey::Composite:
        return {categoryInk(4), QStringLiteral("a+b")};
    case TableKey::None:
        return {categoryInk(3), QStringLiteral("no key")};
    case TableKey::NotApplicable:
        return {Ink::Header, {}};
    }
    Q_UNREACHABLE();
}

/// The column of a row; absent for titles and folded families.
std::optional<ColumnId> columnAt(const DiagramNode& node, int row)
{
    if (row < 0 || row >= static_cast<int>(node.rows.size()))
        return std::nullopt;
    const DiagramRow& diagramRow = node.rows[static_cast<std::size_t>(row)];
    return diagramRow.kind == RowKind::Column ? std::optional(diagramRow.columns.front())
                                              : std::nullopt;
}

bool doTypesDiffer(const DiagramGraph& graph, const DiagramEdge& edge)
{
    if (edge.kind != EdgeKind::Relationship || edge.origin == RelationshipOrigin::Rejected)
        return false;
    const auto child = columnAt(graph.nodes[static_cast<std::size_t>(edge.from)], edge.fromRow);
    const auto parent = columnAt(graph.nodes[static_cast<std::size_t>(edge.to)], edge.toRow);
    if (!child || !parent || graph.catalog->sourceOf(*child) != graph.catalog->sourceOf(*parent))
        return false;
    return judgeKeyTypes(*graph.catalog, *child, *parent).fit == KeyTypeFit::TypesDiffer;
}

/// References that cannot match, by the node that has them.
std::vector<int> mismatchesByNode(const DiagramGraph& graph)
{
    std::vector<int> counts(graph.nodes.size(), 0);
    for (const DiagramEdge& edge : graph.edges)
        counts[static_cast<std::size_t>(edge.from)] += doTypesDiffer(graph, edge) ? 1 : 0;
    return counts;
}

void addMismatches(const DiagramGraph& graph, LensResult& result)
{
    const std::vector<int> mismatches = mismatchesByNode(graph);
    int total = 0;
    for (std::size_t i = 0; i < mismatches.size(); ++i) {
        if (mismatches[i] == 0)
            continue;
        total += mismatches[i];
        QString& badge = result.marks[i].badge;
        badge = badge.isEmpty() ? mismatchSign : QString(badge + QLatin1Char(' ') + mismatchSign);
    }
    if (total > 0)
        result.legend.push_back(
            {Ink::Header, QStringLiteral("%1 reference to a key of another type: %2")
                              .arg(mismatchSign)
                              .arg(total)});
}

LensResult applyKeyType(const DiagramGraph& graph)
{
    LensResult result;
    std::array<int, tableKeyCount> counts{};
    for (const DiagramNode& node : graph.nodes) {
        const TableKey key = tableKeyOf(*graph.catalog, node.table);
        const KeyTypeLook keyLook = look(key);
        result.marks.push_back({keyLook.fill, keyLook.badge});
        ++counts[static_cast<std::size_t>(key)];
    }
    for (int i = 0; i < tableKeyCount; ++i) {
        const int count = counts[static_cast<std::size_t>(i)];
        const TableKey key = static_cast<TableKey>(i);
        if (count > 0)
            result.legend.push_back(
                {look(key).fill, QStringLiteral("%1 (%2)").arg(tableKeyName(key)).arg(count)});
    }
    addMismatches(graph, result);
    return result;
}

} // namespace

Lens keyTypeLens()
{
    return {QStringLiteral("key-type"), QStringLiteral("Key type"), applyKeyType};
}

} // namespace cadastre
