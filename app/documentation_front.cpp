// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/documentation_front.h"

#include "model/boundaries/uses/uses.h"
#include "model/catalog/containment.h"
#include "model/orientation/overview_document.h"

namespace cadastre {

namespace {

constexpr std::size_t mostImportantTables = 12;

/// What the database is in one page, and where to begin in each group.
void addOverviewOfAll(Document& document, const DocumentationRequest& request,
                      const DocumentationAnchors& anchors, const std::atomic_bool& cancelled)
{
    const Catalog& catalog = *request.catalog;
    const auto& relationships = *request.relationships;
    const double minimum = request.minimumConfidence;
    const CommentedCatalog commented(request.catalog, {});
    const UseReading uses = readUses(catalog, cancelled);
    const Boundaries boundaries =
        request.boundaries ? request.boundaries->boundaries : Boundaries();
    const Ownership ownership =
        request.boundaries ? request.boundaries->ownership : ownershipOf(catalog, boundaries);
    const Ownership* drawn = request.boundaries ? &request.boundaries->ownership : nullptr;
    const Importance importance = tableImportance({catalog, relationships, &uses, minimum});
    const std::vector<TableGroup> groups =
        tableGroups({catalog, relationships, &uses, drawn, minimum});
    const StartHere start =
        startHere({commented, relationships, &uses, drawn, minimum}, importance, groups);
    const WorklistFacts worklist{commented, relationships,       uses,   boundaries,
                                 ownership, request.conventions, minimum};
    const std::optional<int> crossings =
        request.boundaries ? std::optional(static_cast<int>(request.boundaries->crossings.size()))
                           : std::nullopt;
    const AnchorOf anchorOf = [&anchors, &catalog](ObjectRef object) {
        const auto table = tableHolding(catalog, object);
        return table ? anchors.ofTable(*table) : QString();
    };
    addOverview(document, overviewOf({worklist, importance, groups, start, crossings}), 2,
                anchorOf);
    document.heading(2, QStringLiteral("Start here"), QStringLiteral("start-here"));
    addStartHere(document, catalog, start, 3, anchorOf);
}

void addImportantTables(Document& document, const DocumentationRequest& request,
                        const DocumentationAnchors& anchors)
{
    const Importance importance = tableImportance(
        {*request.catalog, *request.relationships, nullptr, request.minimumConfidence});
    std::vector<std::vector<DocumentText>> rows;
    for (const TableId table : importance.ranked()) {
        if (rows.size() == mostImportantTables)
            break;
        const QString anchor = anchors.ofTable(table);
        if (anchor.isEmpty())
            continue;
        rows.push_back({{request.catalog->displayName(table), anchor},
                        {QString::number(importance.of(table).referencedBy)},
                        {shortComment(request.catalog->table(table).comment.text, 200)}});
    }
    if (rows.empty())
        return;
    document.heading(2, QStringLiteral("Start here"), QStringLiteral("start-here"));
    document.table({QStringLiteral("Table"), QStringLiteral("Referred to by tables"),
                    QStringLiteral("Comment")},
                   std::move(rows));
}

} // namespace

Document documentationFront(const DocumentationRequest& request,
                            const DocumentationAnchors& anchors, const std::atomic_bool& cancelled)
{
    Document document;
    if (request.tables)
        addImportantTables(document, request, anchors);
    else
        addOverviewOfAll(document, request, anchors, cancelled);
    return document;
}

} // namespace cadastre
