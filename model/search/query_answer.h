// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which objects a query lets through: a set, for the tree's filter and for saved views. Ranking
// hits for the palette lives in query_hits.h.
#pragma once

#include "model/search/object_query.h"
#include "model/search/query_facts.h"

#include <array>

namespace cadastre {

/// Where the words were found. Names come first; only where none fits, comments are looked at, and
/// then names that are only spelled alike.
enum class QueryReach : std::uint8_t { Names, Comments, Similar };

struct QueryAnswer
{
    /// By ObjectKind, then by index: whether it is let through. A table is when it matches itself,
    /// or when its columns give it what the query says of columns. A column is when it matches as
    /// part of its table: all columns of a table whose own name matches, else those that match.
    std::array<std::vector<bool>, objectKindCount> shown;
    QueryReach reach = QueryReach::Names;
    /// What fits by itself: tables, columns that are not only there with their table, the rest. Of
    /// a query about columns only those. Each once: tables with their columns, then the rest.
    std::vector<ObjectRef> hits;
    /// Sentences for a person: what was not read, values that nothing has, what says that text is
    /// JSON; where nothing is let through, why. Without the problems of the query itself.
    QStringList remarks;

    [[nodiscard]] bool has(ObjectRef object) const
    {
        const std::vector<bool>& kind = shown[static_cast<std::size_t>(object.kind)];
        return static_cast<std::size_t>(object.index) < kind.size() &&
               kind[static_cast<std::size_t>(object.index)];
    }
    /// By id.
    [[nodiscard]] std::vector<TableId> tables() const;
    bool operator==(const QueryAnswer&) const = default;
};

/// Linear in objects times terms; safe to call from any thread. An empty query lets everything
/// through.
QueryAnswer answerQuery(const QueryIndex& index, const ObjectQuery& query);

/// The tables that match a text, by id: what a saved view of it shows.
std::vector<TableId> tablesMatching(const QueryFacts& facts, QStringView text);

} // namespace cadastre
