// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/query_answer.h"

#include "model/search/query_nothing.h"
#include "model/search/query_terms.h"
#include "model/search/spoken_words.h"

#include <algorithm>

namespace cadastre {

namespace {

/// One reading of the query over all objects, with words that reach so far.
class QueryRun
{
public:
    QueryRun(const QueryIndex& index, const ObjectQuery& query, QueryReach reach)
        : m_index(index)
        , m_reach(reach)
    {
        const NameMatch match =
            reach == QueryReach::Similar ? NameMatch::Similar : NameMatch::Spelling;
        QStringList spoken;
        for (const QueryTerm& term : query.terms) {
            m_asksForColumns = m_asksForColumns ||
                               (queryScope(term.field) == QueryScope::Columns && !term.negated);
            const bool isWord = term.field == QueryField::Word && !term.negated;
            m_asksForKind = m_asksForKind || (term.field == QueryField::Kind && !term.negated);
            if (!isWord)
                m_tests.emplace_back(index, term, m_answer.remarks);
            else if (term.values.front().kind == QueryValueKind::Quoted)
                m_words.emplace_back(index, term, m_answer.remarks);
            else if (term.values.size() > 1)
                m_words.emplace_back(index, term, m_answer.remarks, match);
            else
                spoken << term.values.front().text;
        }
        for (const QString& word : spokenWords(spoken)) {
            const QueryTerm term{QueryField::Word, false, {{QueryValueKind::Text, word, {}}}};
            m_words.emplace_back(index, term, m_answer.remarks, match);
        }
    }

    QueryAnswer run()
    {
        const CatalogObjects& objects = m_index.catalog().objects();
        const std::array<std::size_t, objectKindCount> sizes{
            objects.sources.size(),  objects.schemas.size(),     objects.tables.size(),
            objects.columns.size(),  objects.constraints.size(), objects.indexes.size(),
            objects.triggers.size(), objects.routines.size(),    objects.types.size(),
            objects.roles.size(),    objects.others.size()};
        for (std::size_t kind = 0; kind < sizes.size(); ++kind)
            m_answer.shown[kind].assign(sizes[kind], false);
        for (std::size_t kind = 0; kind < sizes.size(); ++kind) {
            const auto objectKind = static_cast<ObjectKind>(kind);
            for (int i = 0; objectKind != ObjectKind::Column && i < static_cast<int>(sizes[kind]);
                 ++i) {
                if (m_index.isHidden({objectKind, i}))
                    continue;
                if (objectKind == ObjectKind::Table)
                    judgeTable(TableId{i});
                else if (lets({objectKind, i}))
                    countAndShow({objectKind, i});
            }
        }
        m_answer.reach = m_reach;
        remarkUnknown();
        return std::move(m_answer);
    }

private:
    void show(ObjectRef object)
    {
        m_answer
            .shown[static_cast<std::size_t>(object.kind)][static_cast<std::size_t>(object.index)] =
            true;
    }

    void countAndShow(ObjectRef object)
    {
        // schemas are where hits stand, indexes and constraints are not in the tree
        if (object.kind != ObjectKind::Source && object.kind != ObjectKind::Schema &&
            object.kind != ObjectKind::Constraint && object.kind != ObjectKind::Index)
            m_answer.hits.push_back(object);
        show(object);
    }

    /// Each word in its own name or in that of what it stands in, one at least in its own.
    [[nodiscard]] bool wordsFit(ObjectRef object) const
    {
        bool own = m_words.empty();
        for (const QueryTermTest& word : m_words) {
            const bool inOwn = word.fitsOwnName(object) ||
                               (m_reach == QueryReach::Comments && word.fitsComment(object));
            if (!inOwn && !word.fitsOwnersName(object))
                return false;
            own = own || inOwn;
        }
        return own;
    }

    [[nodiscard]] bool lets(ObjectRef object) const
    {
        return wordsFit(object) && std::ranges::all_of(m_tests, [&](const QueryTermTest& test) {
                   return test.lets(object);
               });
    }

    /// What is asked of columns, and words that must not be there.
    [[nodiscard]] bool letsAsPart(ColumnId column) const
    {
        return std::ranges::all_of(m_tests, [&](const QueryTermTest& test) {
            return test.scope() == QueryScope::Table || test.lets(column);
        });
    }

    void judgeTable(TableId table)
    {
        const ObjectRef ref = table;
        const bool letsTable =
            std::ranges::all_of(m_tests, [&](const QueryTermTest& test) { return test.lets(ref); });
        const bool own = letsTable && wordsFit(ref);
        const int first = m_index.catalog().firstColumn(table).index;
        const int end = first + static_cast<int>(m_index.catalog().columnsOf(table).size());
        bool any = false;
        for (int i = first; i < end; ++i) {
            const ColumnId column{i};
            const bool shown = (letsTable && (own || wordsFit(column)) && letsAsPart(column)) ||
                               (m_asksForKind && lets(column));
            if (shown)
                show(column);
            if (shown && (m_asksForColumns || !own))
                m_answer.hits.push_back(column);
            any = any || shown;
        }
        if (own && !(m_asksForColumns && any))
            m_answer.hits.push_back(ref);
        if (own || any)
            show(ref);
        for (int i = first; own && !any && i < end; ++i)
            show(ColumnId{i});
    }

    void remarkUnknown()
    {
        const auto add = [&](const QueryTermTest& test) {
            if (!test.sawUnknown())
                return;
            const QueryField field = test.term().field;
            const bool numbers = field == QueryField::Rows || field == QueryField::Size;
            m_answer.remarks << (numbers ? QStringLiteral("%1: leaves out tables whose database "
                                                          "has no estimate.")
                                         : QStringLiteral("%1: leaves out what was not read."))
                                    .arg(queryField(field).name);
        };
        std::ranges::for_each(m_tests, add);
        m_answer.remarks.removeDuplicates();
    }

    const QueryIndex& m_index;
    QueryReach m_reach;
    std::vector<QueryTermTest> m_words;
    std::vector<QueryTermTest> m_tests;
    bool m_asksForKind = false;
    bool m_asksForColumns = false;
    QueryAnswer m_answer;
};

/// What stands inside of a table or around it is not looked for by words alone.
bool showsAnything(const QueryAnswer& answer)
{
    constexpr std::array kinds{ObjectKind::Table,   ObjectKind::Column, ObjectKind::Trigger,
                               ObjectKind::Routine, ObjectKind::Type,   ObjectKind::Role,
                               ObjectKind::Other};
    return std::ranges::any_of(kinds, [&](ObjectKind kind) {
        const std::vector<bool>& flags = answer.shown[static_cast<std::size_t>(kind)];
        return std::ranges::find(flags, true) != flags.end();
    });
}

} // namespace

std::vector<TableId> QueryAnswer::tables() const
{
    std::vector<TableId> ids;
    const auto& flags = shown[static_cast<std::size_t>(ObjectKind::Table)];
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i])
            ids.push_back(TableId{static_cast<int>(i)});
    }
    return ids;
}

namespace {

void explainAnswer(const QueryIndex& index, const ObjectQuery& query, QueryAnswer& answer)
{
    if (!showsAnything(answer)) {
        if (answer.remarks.isEmpty() && query.problems.empty())
            answer.remarks = whyNothing(index, query);
        return;
    }
    std::vector<ColumnId> columns;
    const auto& flags = answer.shown[static_cast<std::size_t>(ObjectKind::Column)];
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i])
            columns.push_back(ColumnId{static_cast<int>(i)});
    }
    if (const QString why = whyJson(index, query, columns); !why.isEmpty())
        answer.remarks << why;
}

} // namespace

QueryAnswer answerQuery(const QueryIndex& index, const ObjectQuery& query)
{
    QueryAnswer answer = QueryRun(index, query, QueryReach::Names).run();
    const bool hasWords = !queryWords(query).isEmpty();
    for (const QueryReach reach : {QueryReach::Comments, QueryReach::Similar}) {
        if (!hasWords || showsAnything(answer))
            break;
        QueryAnswer wider = QueryRun(index, query, reach).run();
        if (showsAnything(wider))
            answer = std::move(wider);
    }
    explainAnswer(index, query, answer);
    return answer;
}

std::vector<TableId> tablesMatching(const QueryFacts& facts, QStringView text)
{
    return answerQuery(QueryIndex(facts), parseObjectQuery(text)).tables();
}

} // namespace cadastre
