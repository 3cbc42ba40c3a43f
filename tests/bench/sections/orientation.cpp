// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What ranking, tour, one page and context cost on large schemas.
#include "tests/bench/bench.h"

#include "model/orientation/context.h"
#include "model/orientation/overview.h"
#include "tests/support/synthetic_catalog.h"

namespace cadastre {

namespace {

void measureOrientation(int tables)
{
    const std::shared_ptr<const Catalog> catalog = test::syntheticCatalog(tables);
    const std::vector<Relationship> relationships = declaredRelationships(*catalog);
    const std::atomic_bool cancelled = false;
    const UseReading uses = readUses(*catalog, cancelled);
    const Boundaries boundaries;
    const Ownership ownership = ownershipOf(*catalog, boundaries);
    const Conventions conventions;
    const CommentedCatalog commented(catalog, {});
    const WorklistFacts worklist{commented,  relationships, uses,
                                 boundaries, ownership,     conventions};
    Importance importance;
    std::vector<TableGroup> groups;
    StartHere start;
    int sections = 0;
    AssistantContext context;
    const double rankMs = bench::fastest(3, [&] {
        importance = tableImportance({*catalog, relationships, &uses});
    });
    const double groupMs = bench::fastest(3, [&] {
        groups = tableGroups({*catalog, relationships, &uses, &ownership});
    });
    const double tourMs = bench::fastest(3, [&] {
        start = startHere({commented, relationships, &uses, &ownership}, importance, groups);
    });
    const double pageMs = bench::fastest(3, [&] {
        sections =
            static_cast<int>(overviewOf({worklist, importance, groups, start}).sections.size());
    });
    const double contextMs = bench::fastest(3, [&] {
        context = assistantContext({.commented = commented,
                                    .relationships = relationships,
                                    .importance = importance,
                                    .uses = &uses,
                                    .ownership = &ownership});
    });
    bench::printRow({QString::number(tables), QString::number(relationships.size()),
                     QString::number(groups.size()), QString::number(sections),
                     QString::number(context.tokens), bench::number(rankMs), bench::number(groupMs),
                     bench::number(tourMs), bench::number(pageMs), bench::number(contextMs)});
}

void runOrientation(const bench::BenchOptions& options)
{
    bench::printHead({QStringLiteral("tables"), QStringLiteral("relationships"),
                      QStringLiteral("groups"), QStringLiteral("sections"),
                      QStringLiteral("context tokens"), QStringLiteral("ranking ms"),
                      QStringLiteral("groups ms"), QStringLiteral("tour ms"),
                      QStringLiteral("page ms"), QStringLiteral("context ms")});
    for (const int tables : options.sizes)
        measureOrientation(tables);
}

} // namespace

BenchSection orientationSection()
{
    return {QStringLiteral("orientation"),
            QStringLiteral("importance, the tour, the one page, context for an assistant"),
            runOrientation};
}

} // namespace cadastre
