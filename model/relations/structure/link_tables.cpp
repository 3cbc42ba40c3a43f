// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Splits names of tables into two tables' names and finds their columns; see the header.
#include "model/relations/structure/link_tables.h"

#include "model/relations/cardinality.h"
#include "model/relations/structure/polymorphic_names.h"
#include "model/relations/structure/table_names.h"
#include "model/relations/structure/value_kinds.h"
#include "model/relations/structure/word_forms.h"
#include "model/search/words.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

// Log odds, as in the table of the inference.
constexpr double linkByWordsWeight = 2.0;
constexpr double linkByPlaceWeight = 2.6; ///< entity0, entity1: nothing else would find them
constexpr double selfLinkWeight = 1.8;
constexpr double linkKeyWeight = 0.8; ///< both ends together are unique

template <std::size_t N> bool isWordOf(const QString& word, const std::array<const char*, N>& words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char* candidate) { return word == QLatin1String(candidate); });
}

bool isLinkWord(const QString& word)
{
    static constexpr std::array words{
        "link",  "map",    "mapping",     "xref",      "rel",      "relation",  "relationship",
        "assoc", "bridge", "association", "join",      "closure",  "hierarchy", "tree",
        "path",  "edge",   "graph",       "zuordnung", "relacion", "relacao"};
    return isWordOf(singularWord(word), words);
}

bool isMiddleWord(const QString& word)
{
    static constexpr std::array words{"to", "has", "x", "and", "in", "of", "per", "2", "belongs"};
    return isWordOf(word, words);
}

/// The two tables that a table's name names; equal for a table that links rows of one table.
struct LinkEnds
{
    TableId first;
    TableId second;
    bool byLinkWord = false; ///< category_closure: only one table is named
};

/// One column that may hold an id, split into words.
struct LinkColumn
{
    ColumnId id;
    QStringList stem;
};

/// Pairs of words that tell two ends of one kind apart.
constexpr std::array<std::pair<const char*, const char*>, 13> endWords{{
    {"0", "1"},
    {"1", "2"},
    {"a", "b"},
    {"left", "right"},
    {"first", "second"},
    {"from", "to"},
    {"source", "target"},
    {"src", "dest"},
    {"parent", "child"},
    {"ancestor", "descendant"},
    {"subject", "object"},
    {"superior", "inferior"},
    {"predecessor", "successor"},
}};

/// Whether the words differ in one place only, by the words of two ends.
bool areTwoEnds(const QStringList& first, const QStringList& second)
{
    if (first.size() != second.size())
        return false;
    qsizetype different = -1;
    for (qsizetype i = 0; i < first.size(); ++i) {
        if (first[i] == second[i])
            continue;
        if (different >= 0)
            return false;
        different = i;
    }
    return different >= 0 && std::any_of(endWords.begin(), endWords.end(), [&](const auto& words) {
               return first[different] == QLatin1String(words.first) &&
                      second[different] == QLatin1String(words.second);
           });
}

class LinkFinder
{
public:
    LinkFinder(const Catalog& catalog, const InferenceScope& scope)
        : m_catalog(catalog)
        , m_scope(scope)
        , m_names(catalog, scope)
    {
    }

    std::vector<LinkTableReference> find()
    {
        for (int i = 0; i < static_cast<int>(m_catalog.objects().tables.size()); ++i) {
            if (!m_scope.includes(TableId{i}))
                continue;
            if (const auto ends = endsOf(TableId{i}))
                findColumns(TableId{i}, *ends);
        }
        return std::move(m_found);
    }

private:
    [[nodiscard]] std::optional<LinkEnds> endsOf(TableId table) const
    {
        QStringList words = m_names.wordsOf(table);
        if (words.size() < 2)
            return std::nullopt;
        const bool linkWord = isLinkWord(words.back());
        if (linkWord)
            words.removeLast();
        constexpr qsizetype longestPrefix = 2;
        for (qsizetype from = 0; from <= longestPrefix && from + 2 <= words.size(); ++from) {
            for (qsizetype cut = from + 1; cut < words.size(); ++cut) {
                const qsizetype next = isMiddleWord(words[cut]) ? cut + 1 : cut;
                const auto first = tableOf(table, words, from, cut);
                const auto second =
                    first ? tableOf(table, words, from, words.size(), next) : std::nullopt;
                if (second)
                    return LinkEnds{*first, *second, false};
            }
        }
        if (!linkWord)
            return std::nullopt;
        const auto only = m_names.named(joinedSingular(words), table);
        return only ? std::optional(LinkEnds{*only, *only, true}) : std::nullopt;
    }

    /// The table called words[begin..end), rather with the words before `prefix` in front of them.
    [[nodiscard]] std::optional<TableId> tableOf(TableId near, const QStringList& words,
                                                 qsizetype prefix, qsizetype end,
                                                 std::optional<qsizetype> begin = {}) const
    {
        const qsizetype from = begin.value_or(prefix);
        if (from >= end || words[from].front().isDigit())
            return std::nullopt;
        std::optional<TableId> found;
        if (prefix > 0)
            found = m_names.named(joinedSingular(words.first(prefix) + words.mid(from, end - from)),
                                  near);
        if (!found)
            found = m_names.named(joinedSingular(words, from, end - from), near);
        return found && *found != near ? found : std::nullopt;
    }

    void findColumns(TableId table, const LinkEnds& ends)
    {
        const std::vector<LinkColumn> columns = idColumns(table);
        if (ends.first != ends.second && findByWords(table, ends, columns))
            return;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            for (std::size_t k = 0; k < columns.size(); ++k) {
                if (i == k || !areTwoEnds(columns[i].stem, columns[k].stem) ||
                    namesAnother(columns[i].stem, table, ends) ||
                    !fits(columns[i].id, ends.first) || !fits(columns[k].id, ends.second))
                    continue;
                add(table, ends, columns[i].id, columns[k].id,
                    ends.byLinkWord ? selfLinkWeight : linkByPlaceWeight);
                return;
            }
        }
    }

    bool findByWords(TableId table, const LinkEnds& ends, const std::vector<LinkColumn>& columns)
    {
        const auto columnOf = [&](TableId end) -> std::optional<ColumnId> {
            std::optional<ColumnId> best;
            int bestFit = 0;
            for (const LinkColumn& column : columns) {
                const int fit = nameFitOf(column, end);
                if (fit > bestFit && fits(column.id, end)) {
                    bestFit = fit;
                    best = column.id;
                }
            }
            return best;
        };
        const auto first = columnOf(ends.first);
        const auto second = columnOf(ends.second);
        if (!first || !second || *first == *second)
            return false;
        add(table, ends, *first, *second, linkByWordsWeight);
        return true;
    }

    /// node1 of custom_map_edges, where there are custom_map_nodes: its words name something else.
    [[nodiscard]] bool namesAnother(const QStringList& stem, TableId table,
                                    const LinkEnds& ends) const
    {
        for (qsizetype from = 0; from < stem.size(); ++from) {
            for (qsizetype end = from + 1; end <= stem.size(); ++end) {
                const auto named = m_names.named(joinedSingular(stem, from, end - from), table);
                if (named && *named != ends.first && *named != ends.second)
                    return true;
            }
        }
        return false;
    }

    /// user_id, usersId -> users: 3; assessment_id -> course_assessments: 2; uid -> users: 1.
    [[nodiscard]] int nameFitOf(const LinkColumn& column, TableId end) const
    {
        const QStringList& words = m_names.wordsOf(end);
        const QString stem = joinedSingular(column.stem);
        if (stem.isEmpty())
            return 0;
        for (qsizetype from = 0; from < words.size(); ++from) {
            if (stem == joinedSingular(words, from, words.size() - from))
                return from == 0 ? 3 : 2;
        }
        QString initials;
        for (const QString& word : words)
            initials += word.front();
        return stem == initials ? 1 : 0;
    }

    [[nodiscard]] std::vector<LinkColumn> idColumns(TableId table) const
    {
        const auto columns = m_catalog.columnsOf(table);
        const Constraint* key = m_catalog.primaryKeyOf(table);
        std::vector<LinkColumn> result;
        for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
            const ColumnId id{m_catalog.firstColumn(table).index + i};
            if (!canHoldIds(m_catalog, id) || (key && key->columns == std::vector{id}))
                continue;
            QStringList stem = idColumnName(nameWords(columns[i].name)).stem;
            // uid, gid: too short to be split elsewhere
            if (stem.size() == 1 && stem.front().size() == 3 &&
                stem.front().endsWith(QLatin1String("id")))
                stem = {stem.front().left(1)};
            result.push_back({id, stem});
        }
        return result;
    }

    [[nodiscard]] bool fits(ColumnId child, TableId parent) const
    {
        const auto key = keyFor(m_catalog, parent, child);
        return key && valueKind(m_catalog, *key) == valueKind(m_catalog, child);
    }

    void add(TableId table, const LinkEnds& ends, ColumnId first, ColumnId second, double weight)
    {
        const QString name = m_catalog.displayName(table);
        const std::array both{first, second};
        const bool unique = areUniqueTogether(m_catalog, table, both);
        const QString sentence =
            (ends.first == ends.second
                 ? QStringLiteral("the name of %1 says that it links rows of %2")
                       .arg(name, m_catalog.displayName(ends.first))
                 : QStringLiteral("the name of %1 joins %2 and %3")
                       .arg(name, m_catalog.displayName(ends.first),
                            m_catalog.displayName(ends.second))) +
            (unique ? QStringLiteral(", and both ends together are unique") : QString());
        const Evidence evidence{QStringLiteral("link-table"), weight + (unique ? linkKeyWeight : 0),
                                sentence};
        m_found.push_back(
            {std::min(first, second), first < second ? ends.first : ends.second, evidence});
        m_found.push_back(
            {std::max(first, second), first < second ? ends.second : ends.first, evidence});
    }

    const Catalog& m_catalog;
    const InferenceScope& m_scope;
    TableNames m_names;
    std::vector<LinkTableReference> m_found;
};

} // namespace

std::vector<LinkTableReference> linkTableReferences(const Catalog& catalog,
                                                    const InferenceScope& scope)
{
    return LinkFinder(catalog, scope).find();
}

std::vector<LinkTableReference> linkTableReferences(const Catalog& catalog)
{
    return linkTableReferences(catalog, inferenceScope(catalog));
}

} // namespace cadastre
