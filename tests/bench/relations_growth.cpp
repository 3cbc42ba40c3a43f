// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "tests/bench/relations_growth.h"

#include "model/relations/inference.h"
#include "tests/support/synthetic_undeclared.h"

#include <set>

namespace cadastre::bench {

namespace {

constexpr double accepted = 0.5;

struct Counts
{
    int right = 0;
    int wrong = 0;
    int pairsRight = 0;
    int pairsWrong = 0;
};

Counts countsOf(const test::UndeclaredSchema& schema)
{
    std::set<std::pair<ColumnId, ColumnId>> truth;
    for (const test::UndeclaredReference& reference : schema.truth)
        truth.insert({reference.child, reference.key});
    std::set<std::pair<ColumnId, ColumnId>> pairs;
    for (const test::UndeclaredPair& pair : schema.polymorphic)
        pairs.insert({pair.id, pair.type});
    Counts counts;
    for (const Relationship& relationship : inferRelationships(*schema.catalog, {})) {
        const ColumnId child = relationship.childColumns.front();
        if (relationship.confidence < accepted || schema.neutral.contains(child))
            continue;
        if (relationship.typeColumn) {
            const bool right = pairs.contains({child, *relationship.typeColumn});
            (right ? counts.pairsRight : counts.pairsWrong) += 1;
        } else {
            const bool right = relationship.childColumns.size() == 1 &&
                               truth.contains({child, relationship.targets.front().columns[0]});
            (right ? counts.right : counts.wrong) += 1;
        }
    }
    return counts;
}

QString share(int part, std::size_t whole)
{
    return QString::number(whole ? double(part) / static_cast<double>(whole) : 1.0, 'f', 3);
}

} // namespace

void printGrowth(const BenchOptions& options)
{
    printHead({QStringLiteral("tables, no key declared"), QStringLiteral("references"),
               QStringLiteral("precision"), QStringLiteral("recall"),
               QStringLiteral("polymorphic pairs"), QStringLiteral("precision"),
               QStringLiteral("recall")});
    for (const int size : options.sizes) {
        test::UndeclaredOptions undeclared;
        undeclared.tables = size;
        const test::UndeclaredSchema schema = test::syntheticUndeclared(undeclared);
        const Counts counts = countsOf(schema);
        const auto found = static_cast<std::size_t>(counts.right + counts.wrong);
        const auto pairs = static_cast<std::size_t>(counts.pairsRight + counts.pairsWrong);
        printRow({QString::number(size), QString::number(schema.truth.size()),
                  share(counts.right, found), share(counts.right, schema.truth.size()),
                  QString::number(schema.polymorphic.size()), share(counts.pairsRight, pairs),
                  share(counts.pairsRight, schema.polymorphic.size())});
    }
    print({});
}

} // namespace cadastre::bench
