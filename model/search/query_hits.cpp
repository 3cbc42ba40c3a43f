// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/query_hits.h"

#include "model/search/query_nothing.h"
#include "model/search/query_terms.h"
#include "model/search/spoken_words.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int mostImportanceBonus = 22;
constexpr int mostUseBonus = 30;
constexpr std::size_t mostPhrases = 8;
constexpr int mostOfEither = 2000;
constexpr int columnShare = 3; ///< a column gets that part of its table's importance

class HitFinder
{
public:
    HitFinder(const SearchIndex& search, const QueryIndex& index, const ObjectQuery& query,
              const QueryHitOptions& options)
        : m_search(search)
        , m_index(index)
        , m_options(options)
        , m_query(query)
    {
        for (const QueryTerm& term : query.terms) {
            if (term.field == QueryField::Word && !term.negated) {
                QStringList either;
                std::ranges::transform(term.values, std::back_inserter(either), &QueryValue::text);
                addWord(either);
                if (term.values.front().kind == QueryValueKind::Quoted)
                    m_literal.emplace_back(index, term, m_found.remarks);
                continue;
            }
            m_tests.emplace_back(index, term, m_found.remarks);
            m_asksForColumns = m_asksForColumns || asksForColumns(term);
            m_partsToo = m_partsToo || isAboutAnyObject(term.field);
        }
        for (QStringList& words : m_phrases)
            words = spokenWords(words);
        for (const QueryProblem& problem : query.problems)
            m_found.remarks.prepend(problem.sentence);
    }

    QueryHits find()
    {
        if (!m_phrases.front().isEmpty())
            findWords();
        else if (!m_tests.empty())
            listAll();
        for (const QueryTermTest& test : m_tests) {
            if (test.sawUnknown())
                m_found.remarks << QStringLiteral("%1: leaves out what was not read.")
                                       .arg(queryField(test.term().field).name);
        }
        if (m_found.hits.empty() && m_found.remarks.isEmpty())
            m_found.remarks = whyNothing(m_index, m_query);
        m_found.remarks.removeDuplicates();
        return std::move(m_found);
    }

private:
    static bool asksForColumns(const QueryTerm& term)
    {
        const bool absent = std::ranges::any_of(term.values, [](const QueryValue& value) {
            return value.kind == QueryValueKind::None;
        });
        return queryScope(term.field) == QueryScope::Columns && !term.negated && !absent;
    }

    /// What columns, indexes and the like have as well as tables do; the rest they only have from
    /// their table, which then stands for them.
    static bool isAboutAnyObject(QueryField field)
    {
        return field == QueryField::Kind || field == QueryField::Name ||
               field == QueryField::Comment || field == QueryField::Note ||
               field == QueryField::Convention || field == QueryField::Called ||
               field == QueryField::Staged;
    }

    [[nodiscard]] bool accepts(ObjectRef object) const
    {
        if ((m_options.columnsOnly && object.kind != ObjectKind::Column) ||
            m_index.isHidden(object))
            return false;
        const bool literal = std::ranges::all_of(m_literal, [&](const QueryTermTest& test) {
            return test.fitsOwnName(object) || test.fitsComment(object);
        });
        return literal && std::ranges::all_of(m_tests, [&](const QueryTermTest& test) {
                   return test.lets(object);
               });
    }

    [[nodiscard]] int bonus(ObjectRef object) const
    {
        int bonus = m_options.used.value(object, 0) * mostUseBonus / 100;
        const auto table = queryTableOf(m_index.catalog(), object);
        if (table && !m_options.importance.empty()) {
            const double importance =
                m_options.importance[static_cast<std::size_t>(table->index)] * mostImportanceBonus;
            bonus += static_cast<int>(object.kind == ObjectKind::Table ? importance
                                                                       : importance / columnShare);
        }
        return bonus;
    }

    /// One of these words: each phrase goes on with each of them, up to a limit.
    void addWord(const QStringList& either)
    {
        std::vector<QStringList> longer;
        for (const QStringList& phrase : m_phrases) {
            for (const QString& word : either) {
                if (longer.size() < mostPhrases)
                    longer.push_back(phrase + QStringList{word});
            }
        }
        m_phrases = std::move(longer);
    }

    void findWords()
    {
        SearchOptions options;
        options.limit = m_options.limit;
        options.similar = true;
        options.systemObjects = m_index.facts().systemObjects;
        options.accepts = [this](ObjectRef object) { return accepts(object); };
        options.bonus = [this](ObjectRef object) { return bonus(object); };
        options.total = &m_found.total;
        if (m_phrases.size() == 1) {
            m_found.hits = m_search.search(m_phrases.front().join(QLatin1Char(' ')), options);
            return;
        }
        options.limit = mostOfEither;
        std::vector<SearchHit> all;
        for (const QStringList& phrase : m_phrases) {
            for (SearchHit& hit : m_search.search(phrase.join(QLatin1Char(' ')), options))
                all.push_back(std::move(hit));
        }
        std::ranges::stable_sort(all, std::ranges::greater{}, &SearchHit::score);
        QSet<ObjectRef> seen;
        std::erase_if(all, [&](const SearchHit& hit) {
            const bool again = seen.contains(hit.object);
            seen.insert(hit.object);
            return again;
        });
        m_found.total = all.size();
        all.resize(std::min(all.size(), static_cast<std::size_t>(std::max(0, m_options.limit))));
        m_found.hits = std::move(all);
    }

    void list(ObjectKind kind, std::size_t count)
    {
        for (int i = 0; i < static_cast<int>(count); ++i) {
            const ObjectRef object(kind, i);
            if (accepts(object))
                m_listed.push_back({object, SearchField::Name, bonus(object), {}, {}});
        }
    }

    void listAll()
    {
        const CatalogObjects& all = m_index.catalog().objects();
        const bool columns = m_asksForColumns || m_options.columnsOnly;
        if (!columns) {
            list(ObjectKind::Table, all.tables.size());
            list(ObjectKind::Routine, all.routines.size());
            list(ObjectKind::Type, all.types.size());
            list(ObjectKind::Role, all.roles.size());
            list(ObjectKind::Other, all.others.size());
            list(ObjectKind::Schema, all.schemas.size());
        }
        if (!columns && m_partsToo) {
            list(ObjectKind::Trigger, all.triggers.size());
            list(ObjectKind::Index, all.indexes.size());
            list(ObjectKind::Constraint, all.constraints.size());
        }
        if (columns || m_partsToo)
            list(ObjectKind::Column, all.columns.size());
        std::ranges::stable_sort(m_listed, std::ranges::greater{}, [](const SearchHit& hit) {
            return std::pair(hit.object.kind == ObjectKind::Table, hit.score);
        });
        m_found.total = m_listed.size();
        m_listed.resize(
            std::min(m_listed.size(), static_cast<std::size_t>(std::max(0, m_options.limit))));
        const ObjectNames names{m_index.facts().commented, false};
        for (SearchHit& hit : m_listed)
            hit.title = names.displayName(hit.object);
        m_found.hits = std::move(m_listed);
    }

    const SearchIndex& m_search;
    const QueryIndex& m_index;
    const QueryHitOptions& m_options;
    const ObjectQuery& m_query;
    std::vector<QStringList> m_phrases{QStringList()}; ///< one of them must be found
    std::vector<QueryTermTest> m_tests;
    std::vector<QueryTermTest> m_literal; ///< quoted words
    bool m_asksForColumns = false;
    bool m_partsToo = false;
    std::vector<SearchHit> m_listed;
    QueryHits m_found;
};

} // namespace

QueryHits queryHits(const SearchIndex& search, const QueryIndex& index, const ObjectQuery& query,
                    const QueryHitOptions& options)
{
    return HitFinder(search, index, query, options).find();
}

} // namespace cadastre
