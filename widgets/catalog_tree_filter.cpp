// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/catalog_tree_filter.h"

#include <QCoreApplication>

#include <algorithm>

namespace cadastre {

namespace {

struct FilterWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::CatalogTreeFilter)
};

constexpr std::size_t indexedAtOnce = 2000; ///< tables; of more the index comes from elsewhere

bool isIndexFor(const CatalogTreeQuestion& question)
{
    if (question.index == nullptr || question.index->facts().catalog != question.catalog)
        return false;
    const QueryFacts& facts = question.index->facts();
    return facts.systemObjects == question.options.systemObjects &&
           (question.comments == nullptr || question.comments == facts.commented ||
            question.catalog->objects().tables.size() > indexedAtOnce);
}

} // namespace

CatalogTreeFilter::CatalogTreeFilter(const Catalog& catalog, CatalogTreeOptions options,
                                     const QueryIndex* index)
    : m_options(std::move(options))
    , m_query(parseObjectQuery(m_options.filter))
    , m_tables(catalog.objects().tables.size())
    , m_columns(catalog.objects().columns.size())
{
    if (index == nullptr)
        m_query.terms.clear();
    if (isFiltering())
        m_answer = answerQuery(*index, m_query);
    for (std::size_t i = 0; i < m_tables.size(); ++i)
        judgeTable(catalog, TableId{static_cast<int>(i)});
    collectRemarks();
}

bool CatalogTreeFilter::isFilter(const QString& text)
{
    return !parseObjectQuery(text).isEmpty();
}

void CatalogTreeFilter::judgeTable(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    const bool hidden = !m_options.systemObjects && (table.system || !table.extension.isEmpty() ||
                                                     catalog.schema(table.schema).system);
    const bool shown = !hidden && (!isFiltering() || m_answer.has(id));
    m_tables[static_cast<std::size_t>(id.index)] = shown;
    if (!shown)
        return;
    ++m_matchingTables;
    const int first = catalog.firstColumn(id).index;
    const int end = first + static_cast<int>(catalog.columnsOf(id).size());
    for (int column = first; column < end; ++column)
        m_columns[static_cast<std::size_t>(column)] =
            !isFiltering() || m_answer.has(ColumnId{column});
}

void CatalogTreeFilter::collectRemarks()
{
    for (const QueryProblem& problem : m_query.problems)
        m_remarks << problem.sentence;
    m_remarks += m_answer.remarks;
    if (!isFiltering() || showsNothing())
        return;
    if (m_answer.reach == QueryReach::Comments)
        m_remarks << FilterWords::tr("No name says this; these say it in their comments.");
    else if (m_answer.reach == QueryReach::Similar)
        m_remarks << FilterWords::tr("Nothing is called so; these are spelled alike.");
}

bool CatalogTreeFilter::showsNothing() const
{
    constexpr std::array others{ObjectKind::Routine, ObjectKind::Type, ObjectKind::Role,
                                ObjectKind::Other};
    return isFiltering() && m_matchingTables == 0 &&
           std::ranges::none_of(others, [&](ObjectKind kind) {
               const auto& shown = m_answer.shown[static_cast<std::size_t>(kind)];
               return std::ranges::find(shown, true) != shown.end();
           });
}

bool CatalogTreeFilter::showsTable(TableId id) const
{
    return m_tables[static_cast<std::size_t>(id.index)];
}

bool CatalogTreeFilter::showsColumn(ColumnId id) const
{
    return m_columns[static_cast<std::size_t>(id.index)];
}

bool CatalogTreeFilter::showsObject(ObjectRef ref, const ObjectBase& object) const
{
    if (!m_options.systemObjects && (object.system || !object.extension.isEmpty()))
        return false;
    return !isFiltering() || m_answer.has(ref);
}

bool CatalogTreeFilter::showsSame(const CatalogTreeFilter& other) const
{
    return m_options.systemObjects == other.m_options.systemObjects &&
           m_options.filter.isEmpty() == other.m_options.filter.isEmpty() &&
           m_tables == other.m_tables && m_columns == other.m_columns &&
           m_answer.shown == other.m_answer.shown && m_remarks == other.m_remarks;
}

CatalogTreeAnswer answerTree(const CatalogTreeQuestion& question, const std::atomic_bool& dropped)
{
    CatalogTreeAnswer answer{question.catalog, {}, question.index};
    if (CatalogTreeFilter::isFilter(question.options.filter) && !isIndexFor(question)) {
        const bool ofCatalog =
            question.index != nullptr && question.index->facts().catalog == question.catalog;
        QueryFacts facts = ofCatalog ? question.index->facts() : QueryFacts{};
        facts.catalog = question.catalog;
        facts.systemObjects = question.options.systemObjects;
        if (question.comments != nullptr)
            facts.commented = question.comments;
        answer.index = std::make_shared<const QueryIndex>(std::move(facts));
    }
    if (!dropped)
        answer.filter = {*question.catalog, question.options, answer.index.get()};
    return answer;
}

} // namespace cadastre
