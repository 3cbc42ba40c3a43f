// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sections of the one page about names, relationships, comments and boundaries.
#include "model/orientation/overview_parts.h"

#include "model/relations/concepts.h"
#include "model/relations/count_text.h"
#include "model/relations/verdict.h"
#include "model/worklist/coverage_text.h"
#include "model/worklist/naming_styles.h"

#include <algorithm>
#include <numeric>

namespace cadastre {

namespace {

int spellingsOf(const Concept& one)
{
    return std::accumulate(
        one.roles.begin(), one.roles.end(), 0, [](int sum, const ConceptRole& role) {
            return sum + (role.role.isEmpty() ? static_cast<int>(role.spellings.size()) : 0);
        });
}

/// "customer_id (9), CustomerNo, customerId (2)".
QString spellingsText(const Concept& one)
{
    QStringList words;
    for (const ConceptRole& role : one.roles) {
        if (!role.role.isEmpty())
            continue;
        for (const ConceptSpelling& spelling : role.spellings)
            words << (spelling.count > 1
                          ? QStringLiteral("%1 (%2)").arg(spelling.spelling).arg(spelling.count)
                          : spelling.spelling);
    }
    return words.join(QLatin1String(", "));
}

QString coverageSentence(const CoverageGroup& group)
{
    const Coverage& coverage = group.coverage;
    return QStringLiteral("%1 of tables and views and %2 of columns have a comment that explains%3")
        .arg(coverageShare(coverage.tablesCommented, coverage.tables),
             coverageShare(coverage.columnsCommented, coverage.columns),
             group.isPartial ? QStringLiteral("; comments were not fully read, so these are the "
                                              "least there are.")
                             : QStringLiteral("."));
}

} // namespace

OverviewSection namesSection(const OverviewInput& input)
{
    OverviewSection section{QStringLiteral("Names"), {}, {}};
    const NamingReading reading = namingStyles(input.catalog);
    if (reading.groups.empty())
        return section;
    section.sentences << namingSentence(reading);
    for (const NamingGroup& group : reading.groups) {
        if (reading.groups.size() > 1 && !group.tables.empty())
            section.entries.push_back(
                {QStringLiteral("%1, for example %2")
                     .arg(countedNoun(static_cast<qint64>(group.tables.size()),
                                      QStringLiteral("table"), QStringLiteral("tables")),
                          group.example),
                 group.tables.front(), namingStyleName(group.style)});
    }
    for (const auto& [name, convention] : input.worklist().conventions)
        section.entries.push_back(
            {QStringLiteral("a convention of this workspace: %1").arg(convention.meaning),
             std::nullopt, name});
    limitEntries(section, input.facts.entriesPerKind);
    return section;
}

OverviewSection conceptSection(const OverviewInput& input)
{
    OverviewSection section{QStringLiteral("One thing, several names"), {}, {}};
    for (const Concept& one : findConcepts(input.catalog, input.worklist().relationships,
                                           input.worklist().minimumConfidence)) {
        if (spellingsOf(one) < 2)
            continue;
        QString text = QStringLiteral("written %1").arg(spellingsText(one));
        if (const int differing = differingTypes(one); differing > 0)
            text += QStringLiteral("; %1 of a type that cannot match the key")
                        .arg(countedNoun(differing, QStringLiteral("column"),
                                         QStringLiteral("columns")));
        section.entries.push_back(input.entry(one.table, text));
    }
    limitEntries(section, input.facts.entriesPerKind);
    return section;
}

OverviewSection relationshipSection(const OverviewInput& input)
{
    OverviewSection section{QStringLiteral("Relationships"), {}, {}};
    std::vector<Relationship> counted;
    int weak = 0;
    for (const Relationship& one : input.worklist().relationships) {
        if (one.origin == RelationshipOrigin::Inferred &&
            one.confidence < input.worklist().minimumConfidence)
            ++weak;
        else
            counted.push_back(one);
    }
    const auto declared =
        std::ranges::count(counted, RelationshipOrigin::Declared, &Relationship::origin);
    const auto inferred =
        std::ranges::count(counted, RelationshipOrigin::Inferred, &Relationship::origin);
    const auto decided =
        static_cast<qint64>(std::ranges::count_if(counted, [](const Relationship& one) {
            return one.origin == RelationshipOrigin::Confirmed ||
                   one.origin == RelationshipOrigin::Added;
        }));
    section.sentences << QStringLiteral(
                             "%1 declared, %2 inferred, %3 confirmed or added by people%4.")
                             .arg(groupedDigits(declared), groupedDigits(inferred),
                                  groupedDigits(decided),
                                  weak > 0 ? QStringLiteral("; %1 guesses are too weak to count")
                                                 .arg(groupedDigits(weak))
                                           : QString());
    for (const VerdictCount& verdict : verdictSummary(input.catalog, counted))
        section.entries.push_back({verdict.sentence, std::nullopt, verdictTitle(verdict.verdict)});
    if (inferred + decided > 0)
        section.sentences << QStringLiteral(
            "Rows were not looked at: whether some point at nothing is said by a check with data.");
    return section;
}

OverviewSection commentSection(const OverviewInput& input)
{
    OverviewSection section{QStringLiteral("Comments"), {}, {}};
    const std::vector<CoverageGroup> all = commentCoverage(input.worklist(), CoverageBy::Source);
    for (const CoverageGroup& group : all) {
        if (all.size() == 1)
            section.sentences << coverageSentence(group);
        else
            section.entries.push_back({coverageSentence(group), std::nullopt, group.name});
    }
    return section;
}

OverviewSection boundarySection(const OverviewInput& input)
{
    OverviewSection section{QStringLiteral("Boundaries"), {}, {}};
    const Ownership& ownership = input.worklist().ownership;
    if (ownership.names.empty()) {
        section.sentences << QStringLiteral("Nobody has drawn boundaries.");
        return section;
    }
    const auto unowned = static_cast<qint64>(ownership.unowned(input.catalog).size());
    QString sentence =
        QStringLiteral("%1 own the tables; %2 by nobody; ")
            .arg(countedNoun(static_cast<qint64>(ownership.names.size()),
                             QStringLiteral("boundary"), QStringLiteral("boundaries")),
                 countedNoun(unowned, QStringLiteral("table or view is owned"),
                             QStringLiteral("tables and views are owned")));
    sentence += input.facts.crossings
                    ? QString(countedNoun(*input.facts.crossings,
                                          QStringLiteral("crossing from one into another"),
                                          QStringLiteral("crossings from one into another")) +
                              QLatin1Char('.'))
                    : QStringLiteral("what crosses was not looked for.");
    section.sentences << sentence;
    return section;
}

} // namespace cadastre
