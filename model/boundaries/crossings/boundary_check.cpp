// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Calls everything that looks at boundaries and puts the answers together. What the baseline is
// afterwards lives in boundary_check_baseline.cpp.
#include "model/boundaries/crossings/boundary_check.h"

#include "model/boundaries/crossings/boundary_check_parts.h"

#include <map>

namespace cadastre {

namespace {

void sortForReading(std::vector<JudgedCrossing>& crossings)
{
    std::ranges::sort(crossings, [](const JudgedCrossing& a, const JudgedCrossing& b) {
        const auto place = [](const JudgedCrossing& judged) {
            return std::tuple(judged.crossing.fromBoundary, judged.crossing.intoBoundary,
                              judged.crossing.kind);
        };
        return place(a) != place(b) ? place(a) < place(b) : a.key < b.key;
    });
}

std::vector<CrossingPair> pairsOf(const std::vector<JudgedCrossing>& crossings)
{
    std::vector<CrossingPair> pairs; // the crossings are in the order of the pairs
    for (const JudgedCrossing& judged : crossings) {
        const Crossing& crossing = judged.crossing;
        if (pairs.empty() || pairs.back().from != crossing.fromBoundary ||
            pairs.back().into != crossing.intoBoundary) {
            CrossingPair pair;
            pair.from = crossing.fromBoundary;
            pair.into = crossing.intoBoundary;
            pair.byKind.resize(crossingKindCount);
            pairs.push_back(std::move(pair));
        }
        ++pairs.back().count;
        pairs.back().undecided += judged.isViolation() ? 1 : 0;
        ++pairs.back().byKind[static_cast<std::size_t>(crossing.kind)];
    }
    return pairs;
}

int severityRank(BoundarySeverity severity)
{
    switch (severity) {
    case BoundarySeverity::Warning:
        return 0;
    case BoundarySeverity::Unknown:
        return 1;
    case BoundarySeverity::Note:
        return 2;
    }
    Q_UNREACHABLE();
}

std::vector<BoundaryFinding> allFindings(const BoundaryFacts& facts)
{
    std::vector<BoundaryFinding> findings = contractFindings(facts);
    for (auto more : {accessFindings(facts), unreadFindings(facts.catalog)})
        findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                        std::make_move_iterator(more.end()));
    std::ranges::stable_sort(findings, [](const BoundaryFinding& a, const BoundaryFinding& b) {
        const auto place = [](const BoundaryFinding& finding) {
            return std::tuple(severityRank(finding.severity), QStringView(finding.rule),
                              finding.object);
        };
        return place(a) < place(b);
    });
    return findings;
}

} // namespace

BoundaryCheck checkBoundaries(const Catalog& catalog,
                              const std::vector<Relationship>& relationships,
                              const UseReading& uses, const Boundaries& boundaries, QDate today,
                              double minimumConfidence)
{
    BoundaryCheck check;
    check.ownership = ownershipOf(catalog, boundaries);
    const BoundaryFacts facts{catalog,    relationships,   uses,
                              boundaries, check.ownership, minimumConfidence};
    std::vector<Crossing> crossings = findCrossings(facts);
    std::vector<Crossing> grants = accessCrossings(facts);
    crossings.insert(crossings.end(), std::make_move_iterator(grants.begin()),
                     std::make_move_iterator(grants.end()));
    check.crossings =
        judgeCrossings(catalog, check.ownership, boundaries, std::move(crossings), today);
    sortForReading(check.crossings);
    check.pairs = pairsOf(check.crossings);
    check.contracts = contractsOf(facts);
    check.findings = allFindings(facts);
    check.flows = checkFlows(facts);
    findGone(catalog, boundaries, check);
    check.violations =
        static_cast<int>(std::ranges::count_if(check.crossings, &JudgedCrossing::isViolation));
    return check;
}

} // namespace cadastre
