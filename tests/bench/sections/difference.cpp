// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What comparing two catalogs costs on large schemas, and how it grows.
#include "model/diff/difference.h"
#include "tests/bench/bench.h"
#include "tests/support/synthetic_catalog.h"

namespace cadastre {

namespace {

/// One table in fifty is altered, dropped or new.
Catalog changedCatalog(const Catalog& catalog)
{
    CatalogObjects objects = catalog.objects();
    for (std::size_t i = 0; i < objects.tables.size(); i += 50)
        objects.tables[i].comment.text += QStringLiteral(" changed");
    for (std::size_t i = 25; i < objects.tables.size(); i += 50)
        objects.tables[i].name += QStringLiteral("_v2");
    for (std::size_t i = 0; i < objects.columns.size(); i += 100)
        objects.columns[i].nullable = !objects.columns[i].nullable;
    return Catalog(std::move(objects));
}

/// Every table under another name and with other columns: nothing matches by name.
Catalog foreignCatalog(const Catalog& catalog)
{
    CatalogObjects objects = catalog.objects();
    for (Table& table : objects.tables)
        table.name.prepend(QStringLiteral("other_"));
    return Catalog(std::move(objects));
}

void measureDifference(int tables)
{
    const auto catalog = test::syntheticCatalog(tables);
    const Catalog changed = changedCatalog(*catalog);
    const Catalog foreign = foreignCatalog(*catalog);
    std::size_t changes = 0;
    const double sameMs = bench::fastest(3, [&] { (void)difference(*catalog, *catalog); });
    const double changedMs =
        bench::fastest(3, [&] { changes = difference(*catalog, changed).changes.size(); });
    const double foreignMs = bench::fastest(1, [&] { (void)difference(*catalog, foreign); });
    bench::printRow({QString::number(tables), QString::number(catalog->objects().columns.size()),
                     QString::number(changes), bench::number(sameMs), bench::number(changedMs),
                     bench::number(foreignMs)});
}

void runDifference(const bench::BenchOptions& options)
{
    bench::printHead({QStringLiteral("tables"), QStringLiteral("columns"),
                      QStringLiteral("changes"), QStringLiteral("same ms"),
                      QStringLiteral("changed ms"), QStringLiteral("all renamed ms")});
    for (const int tables : options.sizes)
        measureDifference(tables);
}

} // namespace

BenchSection differenceSection()
{
    return {QStringLiteral("difference"), QStringLiteral("comparing two catalogs"), runDifference};
}

} // namespace cadastre
