// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts the worklist together: what is undocumented, and which comments are no longer true.
#include "model/catalog/containment.h"
#include "model/worklist/worklist_parts.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace cadastre {

namespace {

/// How much a reader is misled by a comment with this problem.
double problemWeight(CommentProblemKind kind)
{
    switch (kind) {
    case CommentProblemKind::ValuesDiffer:
        return 8;
    case CommentProblemKind::ReferenceMissing:
    case CommentProblemKind::NameMissing:
        return 6.5;
    case CommentProblemKind::SentinelDiffers:
    case CommentProblemKind::FormatDiffers:
        return 5;
    case CommentProblemKind::MisspeltTag:
    case CommentProblemKind::TagTwice:
    case CommentProblemKind::TagWithoutValue:
        return 2.5;
    case CommentProblemKind::ConventionUnknown:
    case CommentProblemKind::OwnerUnknown:
        return 2;
    }
    Q_UNREACHABLE();
}

WorklistEntries heaviestFirst(WorklistEntries entries)
{
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return std::tie(entries[b].weight, entries[a].object) <
               std::tie(entries[a].weight, entries[b].object);
    });
    WorklistEntries sorted;
    sorted.reserve(entries.size());
    for (std::size_t at : order)
        sorted.push_back(std::move(entries[at]));
    return sorted;
}

} // namespace

void addProblemEntries(const WorklistFigures& figures, WorklistEntries& entries)
{
    const WorklistFacts& facts = figures.facts();
    const CommentCheckInput input{facts.commented, facts.conventions, facts.boundaries,
                                  facts.occurring};
    for (CommentProblem& problem : checkComments(input)) {
        const auto table = tableHolding(figures.catalog(), problem.object);
        const double importance = table ? figures.of(*table).importance() : 1;
        WorklistEntry entry{problem.object,
                            problemWeight(problem.kind) * importance,
                            problem.sentence,
                            std::nullopt,
                            {}};
        entry.problem = std::move(problem);
        entries.push_back(std::move(entry));
    }
}

std::vector<WorklistEntry> worklist(const WorklistFacts& facts)
{
    WorklistEntries entries;
    if (facts.commented.catalog() == nullptr)
        return entries;
    const WorklistFigures figures(facts);
    const CatalogObjects& objects = figures.catalog().objects();
    for (std::size_t i = 0; i < objects.tables.size(); ++i)
        addTableEntry(figures, {static_cast<int>(i)}, entries);
    for (std::size_t i = 0; i < objects.columns.size(); ++i)
        addColumnEntry(figures, {static_cast<int>(i)}, entries);
    for (std::size_t i = 0; i < objects.routines.size(); ++i)
        addRoutineEntry(figures, {static_cast<int>(i)}, entries);
    addProblemEntries(figures, entries);
    return heaviestFirst(std::move(entries));
}

} // namespace cadastre
