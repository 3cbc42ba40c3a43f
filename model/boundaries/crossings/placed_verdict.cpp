// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Compares the boundaries and databases of a relationship's ends; see the header.
#include "model/boundaries/crossings/placed_verdict.h"

#include "model/boundaries/crossings/crossing_search.h"
#include "model/relations/count_text.h"

#include <array>

namespace cadastre {

namespace {

struct PlacedVerdictWords
{
    const char* name;
    const char* title;
    const char* sentence;
    const char* ofOne;
    const char* ofSeveral;
};

constexpr std::array placedVerdicts{
    PlacedVerdictWords{"declared-inside", "Declared inside a boundary",
                       "A foreign key inside one boundary: fine as it is.",
                       "foreign key stays inside its boundary: fine as it is.",
                       "foreign keys stay inside their boundary: fine as they are."},
    PlacedVerdictWords{"declared-crossing", "Declared across boundaries",
                       "A foreign key from one boundary into another: the engine couples two "
                       "owners. Decide about it, or drop the key and note it with @references.",
                       "foreign key crosses a boundary: the engine couples two owners.",
                       "foreign keys cross a boundary: the engine couples two owners."},
    PlacedVerdictWords{"inferred-inside", "Not declared inside a boundary",
                       "Both ends belong to one boundary: it could be declared as a foreign "
                       "key where types and keys allow it.",
                       "reference without a foreign key stays inside its boundary: it could be "
                       "declared.",
                       "references without a foreign key stay inside their boundary: they could be "
                       "declared."},
    PlacedVerdictWords{
        "logical-crossing", "Logical across boundaries",
        "A reference between two boundaries without a foreign key: right as it is. "
        "Note it with @references in the column's comment.",
        "reference without a foreign key crosses a boundary: right as it is; note it "
        "with @references.",
        "references without a foreign key cross a boundary: right as they are; note "
        "them with @references."},
    PlacedVerdictWords{
        "other-database", "Logical into another database",
        "The other end is in another database, where no server can check it: right "
        "as it is. Note it with @references in the column's comment.",
        "reference leads into another database, where no server can check it; note "
        "it with @references.",
        "references lead into another database, where no server can check them; note "
        "them with @references."},
    PlacedVerdictWords{"unplaced", "An end belongs to nobody",
                       "One of its tables belongs to no boundary: assign it to see whether the "
                       "relationship crosses.",
                       "relationship has an end that belongs to nobody.",
                       "relationships have an end that belongs to nobody."},
};

const PlacedVerdictWords& placedWords(PlacedVerdict verdict)
{
    return placedVerdicts[static_cast<std::size_t>(verdict)];
}

} // namespace

PlacedVerdict placedVerdictOf(const Catalog& catalog, const Ownership& ownership,
                              const Relationship& relationship)
{
    const auto here = ownership.boundaryOf(catalog, relationship.child);
    bool unowned = !here;
    bool crossing = false;
    for (const RelationshipTarget& target : relationship.targets) {
        if (!target.isResolved())
            continue;
        if (catalog.sourceOf(target.table) != catalog.sourceOf(relationship.child))
            return PlacedVerdict::OtherDatabase;
        const auto there = ownership.boundaryOf(catalog, target.table);
        unowned = unowned || !there;
        crossing = crossing || (here && there && *here != *there);
    }
    const bool declared = relationship.origin == RelationshipOrigin::Declared;
    if (crossing)
        return declared ? PlacedVerdict::DeclaredCrossing : PlacedVerdict::LogicalCrossing;
    if (unowned)
        return PlacedVerdict::Unplaced;
    return declared ? PlacedVerdict::DeclaredInside : PlacedVerdict::InferredInside;
}

std::vector<PlacedVerdictCount> placedVerdictSummary(const Catalog& catalog,
                                                     const Ownership& ownership,
                                                     const std::vector<Relationship>& relationships,
                                                     double minimumConfidence)
{
    std::array<int, placedVerdicts.size()> tally{};
    for (const Relationship& relationship : relationships) {
        if (countsAsRelationship(relationship, minimumConfidence))
            ++tally[static_cast<std::size_t>(placedVerdictOf(catalog, ownership, relationship))];
    }
    std::vector<PlacedVerdictCount> counts;
    for (std::size_t i = 0; i < tally.size(); ++i) {
        if (tally[i] == 0)
            continue;
        const QString sentence = countedNoun(tally[i], QString::fromLatin1(placedVerdicts[i].ofOne),
                                             QString::fromLatin1(placedVerdicts[i].ofSeveral));
        counts.push_back({static_cast<PlacedVerdict>(i), tally[i], sentence});
    }
    return counts;
}

QString placedVerdictName(PlacedVerdict verdict)
{
    return QString::fromLatin1(placedWords(verdict).name);
}

QString placedVerdictTitle(PlacedVerdict verdict)
{
    return QString::fromLatin1(placedWords(verdict).title);
}

QString placedVerdictSentence(PlacedVerdict verdict)
{
    return QString::fromLatin1(placedWords(verdict).sentence);
}

} // namespace cadastre
