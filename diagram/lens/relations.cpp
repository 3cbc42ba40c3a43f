// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The relations lens: how much of what a table refers to the server knows of, and how much is only
// inferred; the badge counts the declared among all.
#include "diagram/lens.h"

#include <array>

namespace cadastre {

namespace {

enum class References : std::uint8_t { None, Inferred, Some, Decided, Declared };

struct ReferenceCounts
{
    int declared = 0;
    int decided = 0; ///< confirmed or added by a person
    int inferred = 0;

    [[nodiscard]] int all() const { return declared + decided + inferred; }
};

References referencesOf(const ReferenceCounts& counts)
{
    if (counts.all() == 0)
        return References::None;
    if (counts.inferred == counts.all())
        return References::Inferred;
    if (counts.inferred > 0)
        return References::Some;
    return counts.decided > 0 ? References::Decided : References::Declared;
}

LegendEntry entryOf(References references)
{
    switch (references) {
    case References::None:
        return {Ink::Header, QStringLiteral("refers to nothing")};
    case References::Inferred:
        return {categoryInk(3), QStringLiteral("all references inferred")};
    case References::Some:
        return {categoryInk(2), QStringLiteral("some references inferred")};
    case References::Decided:
        return {categoryInk(0), QStringLiteral("all declared or confirmed")};
    case References::Declared:
        return {categoryInk(1), QStringLiteral("all declared")};
    }
    Q_UNREACHABLE();
}

/// By node; a polymorphic reference counts once, weak and rejected ones not at all.
std::vector<ReferenceCounts> countReferences(const DiagramGraph& graph)
{
    std::vector<ReferenceCounts> counts(graph.nodes.size());
    int last = -1;
    for (const DiagramEdge& edge : graph.edges) {
        if (edge.kind != EdgeKind::Relationship || edge.pull <= 0 ||
            std::exchange(last, edge.relationship) == edge.relationship)
            continue;
        ReferenceCounts& own = counts[edge.from];
        if (edge.origin == RelationshipOrigin::Declared)
            ++own.declared;
        else if (edge.origin == RelationshipOrigin::Inferred)
            ++own.inferred;
        else
            ++own.decided;
    }
    return counts;
}

LensResult applyRelations(const DiagramGraph& graph)
{
    LensResult result;
    std::array<bool, 5> seen{};
    for (const ReferenceCounts& counts : countReferences(graph)) {
        const References references = referencesOf(counts);
        const QString badge = counts.all() == 0
                                  ? QString()
                                  : QStringLiteral("%1/%2").arg(counts.declared).arg(counts.all());
        result.marks.push_back({entryOf(references).fill, badge});
        seen[static_cast<std::size_t>(references)] = true;
    }
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (seen[i])
            result.legend.push_back(entryOf(static_cast<References>(i)));
    return result;
}

} // namespace

Lens relationsLens()
{
    return {QStringLiteral("relations"), QStringLiteral("Declared references"), applyRelations};
}

} // namespace cadastre
