// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How well proposed boundaries agree with true owners (B-cubed), beside what a name prefix alone
// gives, and what proposing costs.
#include "model/boundaries/suggest.h"
#include "model/relations/inference.h"
#include "tests/bench/bench.h"
#include "tests/bench/owner_corpus.h"
#include "tests/support/bcubed.h"
#include "tests/support/synthetic_catalog.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

using bench::OwnedSchema;

QString threeDigits(double value)
{
    return QString::number(value, 'f', 3);
}

std::vector<int> proposedGroups(const Catalog& catalog,
                                const std::vector<ProposedBoundary>& proposals)
{
    std::vector<int> groups(catalog.objects().tables.size(), -1);
    for (int i = 0; i < static_cast<int>(proposals.size()); ++i) {
        for (const ProposedMember& member : proposals[i].members)
            groups[member.table.index] = i;
    }
    return groups;
}

test::BcubedScore scoreOf(const OwnedSchema& schema, const std::vector<int>& groups)
{
    std::vector<int> proposed;
    std::vector<int> truth;
    for (std::size_t i = 0; i < schema.owners.size(); ++i) {
        if (schema.owners[i] < 0)
            continue;
        proposed.push_back(groups[i]);
        truth.push_back(schema.owners[i]);
    }
    return test::bcubed(proposed, truth);
}

void printAgreement(const bench::BenchOptions& options)
{
    if (options.corpus.isEmpty()) {
        bench::print(QStringLiteral("No corpus was named, so nothing is compared with true owners: "
                                    "./dev bench suggest --corpus FOLDER\n"));
        return;
    }
    bench::printHead({QStringLiteral("schema"), QStringLiteral("tables"), QStringLiteral("owners"),
                      QStringLiteral("prefix F"), QStringLiteral("proposals"),
                      QStringLiteral("precision"), QStringLiteral("recall"), QStringLiteral("F"),
                      QStringLiteral("gain")});
    for (const OwnedSchema& schema : bench::readOwnedSchemas(options.corpus, options.snapshots)) {
        SuggestOptions suggest;
        suggest.relationships = &schema.relationships;
        const auto proposals = suggestBoundaries(*schema.catalog, suggest);
        const auto prefix = scoreOf(schema, bench::prefixGroups(*schema.catalog));
        const auto ours = scoreOf(schema, proposedGroups(*schema.catalog, proposals));
        const auto scored =
            std::ranges::count_if(schema.owners, [](int owner) { return owner >= 0; });
        const QSet<int> owners(schema.owners.begin(), schema.owners.end());
        bench::printRow({schema.name, QString::number(scored),
                         QString::number(owners.size() - (owners.contains(-1) ? 1 : 0)),
                         threeDigits(prefix.f), QString::number(proposals.size()),
                         threeDigits(ours.precision), threeDigits(ours.recall), threeDigits(ours.f),
                         threeDigits(ours.f - prefix.f)});
    }
    bench::print({});
}

void printSuggestTimes(const bench::BenchOptions& options)
{
    bench::printHead(
        {QStringLiteral("tables"), QStringLiteral("proposing, ms"), QStringLiteral("proposals")});
    for (const int size : options.sizes) {
        test::SyntheticOptions synthetic;
        synthetic.tables = size;
        synthetic.schemas = 1; // several say by themselves what belongs together
        const auto shared = test::syntheticCatalog(synthetic);
        const Catalog& catalog = *shared;
        const std::vector<Relationship> relationships = declaredRelationships(catalog);
        SuggestOptions suggest;
        suggest.relationships = &relationships;
        std::size_t count = 0;
        const double time =
            bench::fastest(3, [&] { count = suggestBoundaries(catalog, suggest).size(); });
        bench::printRow({QString::number(size), bench::number(time), QString::number(count)});
    }
}

} // namespace

BenchSection suggestSection()
{
    BenchSection section;
    section.name = QStringLiteral("suggest");
    section.summary =
        QStringLiteral("proposed boundaries: agreement with true owners (B-cubed), time");
    section.run = [](const bench::BenchOptions& options) {
        printAgreement(options);
        printSuggestTimes(options);
    };
    return section;
}

} // namespace cadastre
