// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the worklist, the checks of comments and their coverage cost on large schemas.
#include "tests/bench/bench.h"

#include "model/relations/inference.h"
#include "model/worklist/naming_styles.h"
#include "model/worklist/worklist.h"
#include "tests/support/synthetic_catalog.h"

namespace cadastre {

namespace {

void measureWorklist(int tables)
{
    const std::shared_ptr<const Catalog> catalog = test::syntheticCatalog(tables);
    const std::vector<Relationship> relationships = declaredRelationships(*catalog);
    const std::atomic_bool cancelled = false;
    const UseReading uses = readUses(*catalog, cancelled);
    const Boundaries boundaries;
    const Ownership ownership = ownershipOf(*catalog, boundaries);
    const Conventions conventions;
    const CommentedCatalog commented(catalog, {});
    const WorklistFacts facts{commented, relationships, uses, boundaries, ownership, conventions};
    std::size_t entries = 0;
    const double listMs = bench::fastest(3, [&] { entries = worklist(facts).size(); });
    const double checkMs =
        bench::fastest(3, [&] { (void)checkComments(commented, conventions, boundaries); });
    const double coverageMs =
        bench::fastest(3, [&] { (void)commentCoverage(facts, CoverageBy::Schema); });
    const double stylesMs = bench::fastest(3, [&] { (void)namingStyles(*catalog); });
    bench::printRow({QString::number(tables), QString::number(catalog->objects().columns.size()),
                     QString::number(entries), bench::number(listMs), bench::number(checkMs),
                     bench::number(coverageMs), bench::number(stylesMs)});
}

void runWorklist(const bench::BenchOptions& options)
{
    bench::printHead({QStringLiteral("tables"), QStringLiteral("columns"),
                      QStringLiteral("entries"), QStringLiteral("worklist ms"),
                      QStringLiteral("checks ms"), QStringLiteral("coverage ms"),
                      QStringLiteral("naming styles ms")});
    for (const int tables : options.sizes)
        measureWorklist(tables);
}

} // namespace

BenchSection worklistSection()
{
    return {QStringLiteral("worklist"),
            QStringLiteral("what to document next, checks of comments, coverage"), runWorklist};
}

} // namespace cadastre
