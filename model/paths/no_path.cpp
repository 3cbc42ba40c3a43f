// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The reasons, the most telling one first; see the header.
#include "model/paths/no_path.h"

#include "model/paths/path_search.h"
#include "model/paths/path_words.h"
#include "model/relations/count_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

constexpr double weakestOffered = 0.1;

/// Panels and the terminal show these; the terminal has no translations.
struct NoPathWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::NoPath)
};

class Reasons
{
public:
    Reasons(const JoinGraph& graph, const PathQuestion& question, const std::atomic_bool& cancelled)
        : m_graph(graph)
        , m_catalog(graph.catalog())
        , m_question(question)
        , m_cancelled(cancelled)
    {
    }

    NoPath find() const
    {
        const auto apart = firstApart();
        if (!apart)
            return allTogether();
        const auto [first, second] = *apart;
        if (const auto databases = otherDatabase(first, second))
            return *databases;
        if (const auto weaker = weakerPath(first, second))
            return *weaker;
        for (const TableId table : {first, second}) {
            if (const auto alone = standsAlone(table))
                return *alone;
        }
        return separateParts(first, second);
    }

private:
    [[nodiscard]] QString name(TableId table) const { return m_catalog.displayName(table); }

    [[nodiscard]] std::vector<bool> reachableFrom(TableId table,
                                                  const PathPreferences& preferences) const
    {
        const SearchGraph search(m_graph, preferences, m_question.tables);
        return PathSearch(search, m_cancelled).reachable(table);
    }

    /// The first table and the first one that cannot be reached from it.
    [[nodiscard]] std::optional<std::pair<TableId, TableId>> firstApart() const
    {
        const TableId first = m_question.tables.front();
        const std::vector<bool> seen = reachableFrom(first, m_question.preferences);
        for (const TableId table : m_question.tables) {
            if (!seen[std::size_t(table.index)])
                return std::pair(first, table);
        }
        return std::nullopt;
    }

    /// Steps lead there, but no row can be walked through by all of them.
    [[nodiscard]] NoPath allTogether() const
    {
        if (const auto alone = standsAlone(m_question.tables.front()))
            return *alone;
        return {NoPathWords::tr("No row joins them: the only ways go through a row that points at "
                                "one of several tables, never at two of them."),
                NoPathWords::tr("Ask for each of them with the table in between."),
                {}};
    }

    [[nodiscard]] std::optional<NoPath> otherDatabase(TableId first, TableId second) const
    {
        const SourceId one = m_catalog.sourceOf(first);
        const SourceId other = m_catalog.sourceOf(second);
        if (one == other)
            return std::nullopt;
        return NoPath{
            NoPathWords::tr("%1 is in the database %2 and %3 in %4: no statement joins tables of "
                            "two databases.")
                .arg(name(first), m_catalog.source(one).name, name(second),
                     m_catalog.source(other).name),
            NoPathWords::tr("Look for a copy of one of them in the other database."),
            {}};
    }

    [[nodiscard]] std::optional<NoPath> weakerPath(TableId first, TableId second) const
    {
        PathPreferences weaker = m_question.preferences;
        weaker.minimumConfidence = weakestOffered;
        const SearchGraph search(m_graph, weaker, m_question.tables);
        const auto routes = PathSearch(search, m_cancelled).routes(first, second, 1);
        if (routes.empty())
            return std::nullopt;
        double lowest = 1;
        for (const int step : routes.front().steps) {
            if (search.step(step).origin == StepOrigin::Inferred)
                lowest = std::min(lowest, search.step(step).confidence);
        }
        lowest = std::max(weakestOffered, std::floor(lowest * 100) / 100);
        return NoPath{
            NoPathWords::tr("Only inferred relationships weaker than %1 join %2 and %3.")
                .arg(certaintyText(m_question.preferences.minimumConfidence), name(first),
                     name(second)),
            NoPathWords::tr("Allow inferred ones from %1 on to see it.").arg(certaintyText(lowest)),
            lowest};
    }

    [[nodiscard]] std::optional<NoPath> standsAlone(TableId table) const
    {
        const std::vector<bool> seen = reachableFrom(table, m_question.preferences);
        if (std::ranges::count(seen, true) > 1)
            return std::nullopt;
        const auto rejected =
            std::ranges::count_if(m_graph.relationships(), [&](const Relationship& relationship) {
                if (relationship.origin != RelationshipOrigin::Rejected)
                    return false;
                return relationship.child == table ||
                       std::ranges::any_of(relationship.targets,
                                           [&](const RelationshipTarget& target) {
                                               return target.isResolved() && target.table == table;
                                           });
            });
        if (rejected > 0)
            return NoPath{NoPathWords::tr("%1 has only relationships that a person rejected (%2).")
                              .arg(name(table), groupedDigits(rejected)),
                          NoPathWords::tr("Look at them in the review, or add the right one."),
                          {}};
        if (isView(m_catalog.table(table)))
            return NoPath{NoPathWords::tr("None of the columns of the view %1 is known to refer to "
                                          "a table, or to be its key.")
                              .arg(name(table)),
                          NoPathWords::tr("Start from a table that it reads."),
                          {}};
        return NoPath{
            NoPathWords::tr("Nothing refers to %1, and it refers to nothing that is known.")
                .arg(name(table)),
            NoPathWords::tr("Draw the relationship if you know it: drag from column to "
                            "column with Alt."),
            {}};
    }

    [[nodiscard]] NoPath separateParts(TableId first, TableId second) const
    {
        const auto count = [&](TableId table) {
            const auto seen = reachableFrom(table, m_question.preferences);
            return countedNoun(std::ranges::count(seen, true), QStringLiteral("table"),
                               QStringLiteral("tables"));
        };
        return {NoPathWords::tr("%1 and %2 are in parts of the schema that no relationship joins: "
                                "%3 around the one, %4 around the other.")
                    .arg(name(first), name(second), count(first), count(second)),
                NoPathWords::tr("Add the relationship that is missing between them, if there is "
                                "one."),
                {}};
    }

    const JoinGraph& m_graph;
    const Catalog& m_catalog;
    const PathQuestion& m_question;
    const std::atomic_bool& m_cancelled;
};

} // namespace

NoPath whyNoPath(const JoinGraph& graph, const PathQuestion& question,
                 const std::atomic_bool& cancelled)
{
    return Reasons(graph, question, cancelled).find();
}

} // namespace cadastre
