// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What one key costs in the palette and in the tree's filter on large schemas, and what making
// their index costs once per catalog.
#include "tests/bench/bench.h"

#include "app/palette_index.h"
#include "model/search/query_answer.h"
#include "tests/support/synthetic_catalog.h"

namespace cadastre {

namespace {

constexpr int rounds = 5;

void measurePalette(int tables)
{
    QueryFacts facts;
    facts.catalog = test::syntheticCatalog(tables);
    facts.relationships =
        std::make_shared<const std::vector<Relationship>>(declaredRelationships(*facts.catalog));
    PaletteIndexPointer index;
    QStringList row{QString::number(tables),
                    QString::number(facts.catalog->objects().columns.size())};
    row << bench::number(bench::fastest(1, [&] { index = makePaletteIndex(facts); }));
    for (const char* text : {"o", "order customer", "ordres itmes", "comment:none", "type:json"}) {
        const PaletteQuestion question{QString::fromLatin1(text), 0, false, {}};
        row << bench::number(bench::fastest(rounds, [&] { (void)askPalette(index, question); }));
    }
    const ObjectQuery query = parseObjectQuery(u"order customer type:date");
    row << bench::number(bench::fastest(rounds, [&] { (void)answerQuery(*index->query, query); }));
    bench::printRow(row);
}

void runPalette(const bench::BenchOptions& options)
{
    bench::printHead({QStringLiteral("tables"), QStringLiteral("columns"),
                      QStringLiteral("index ms"), QStringLiteral("o ms"),
                      QStringLiteral("two words ms"), QStringLiteral("mistyped ms"),
                      QStringLiteral("comment:none ms"), QStringLiteral("type:json ms"),
                      QStringLiteral("tree filter ms")});
    for (const int tables : options.sizes)
        measurePalette(tables);
}

} // namespace

BenchSection paletteSection()
{
    return {QStringLiteral("palette"),
            QStringLiteral("one key in the palette and the tree's filter"), runPalette};
}

} // namespace cadastre
