// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Finds the columns that hold the two ends; see the header.
#include "model/relations/structure/link_tables.h"

#include "model/relations/cardinality.h"
#include "model/relations/structure/link_names.h"
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

/// One column that may hold an id, split into words.
struct LinkColumn
{
    ColumnId id;
    QStringList stem;
};

class LinkFinder
{
public:
    LinkFinder(const Catalog& catalog, const InferenceScope& scope, const TableNames& names)
        : m_catalog(catalog)
        , m_scope(scope)
        , m_names(names)
    {
    }

    std::vector<LinkTableReference> find()
    {
        for (int i = 0; i < static_cast<int>(m_catalog.objects().tables.size()); ++i) {
            if (!m_scope.includes(TableId{i}))
                continue;
            if (const auto ends = linkEnds(m_names, TableId{i}))
                findColumns(TableId{i}, *ends);
        }
        return std::move(m_found);
    }

private:
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
            if (stem.size() > 1 && stem.back() == QLatin1String("code"))
                stem.removeLast();
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
    const TableNames& m_names;
    std::vector<LinkTableReference> m_found;
};

} // namespace

std::vector<LinkTableReference>
linkTableReferences(const Catalog& catalog, const InferenceScope& scope, const TableNames& names)
{
    return LinkFinder(catalog, scope, names).find();
}

std::vector<LinkTableReference> linkTableReferences(const Catalog& catalog)
{
    const InferenceScope scope = inferenceScope(catalog);
    return linkTableReferences(catalog, scope, TableNames(catalog, scope));
}

} // namespace cadastre
