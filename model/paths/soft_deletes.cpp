// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads the conditions of views; see the header.
#include "model/paths/soft_deletes.h"

#include "model/paths/column_words.h"
#include "model/relations/sql/catalog_names.h"
#include "model/relations/sql/catalog_sql.h"
#include "model/relations/sql/postgresql_script.h"
#include "model/relations/sql/token_script.h"

#include <algorithm>
#include <map>
#include <set>

namespace cadastre {

namespace {

/// A condition without the views that have it.
using TestKey = std::tuple<TableId, ColumnId, SoftDeleteTest, QString>;
using FoundTests = std::map<TestKey, std::set<QString>>;

struct ColumnTest
{
    QStringList column;
    SoftDeleteTest test = SoftDeleteTest::IsNull;
    QString value;
};

/// What one term of a conjunction demands of a column.
std::optional<ColumnTest> columnTest(const SqlExpression& term)
{
    using enum SqlExpressionKind;
    if (term.kind == Column)
        return ColumnTest{term.name, SoftDeleteTest::IsTrue, {}};
    if (term.parts.empty())
        return std::nullopt;
    const SqlExpression& first = term.parts.front();
    if (term.demand != SqlDemand::None) {
        if (first.kind != Column)
            return std::nullopt;
        const bool isNull = term.demand == SqlDemand::Null;
        return ColumnTest{
            first.name, isNull ? SoftDeleteTest::IsNull : SoftDeleteTest::IsFalse, {}};
    }
    if (term.kind != Equals || term.parts.size() != 2)
        return std::nullopt;
    const SqlExpression& last = term.parts.back();
    if (first.kind == Column && last.kind == Literal)
        return ColumnTest{first.name, SoftDeleteTest::Equals, last.text};
    if (first.kind == Literal && last.kind == Column)
        return ColumnTest{last.name, SoftDeleteTest::Equals, first.text};
    return std::nullopt;
}

class ViewConditions
{
public:
    ViewConditions(const Catalog& catalog, const CatalogNames& names, const SqlBody& body,
                   FoundTests& found)
        : m_catalog(catalog)
        , m_names(names)
        , m_body(body)
        , m_found(found)
    {
    }

    void read(const SqlQuery& query)
    {
        for (const SqlCommonTable& common : query.commonTables)
            readInner(common.query);
        for (const SqlRange& range : query.ranges)
            readInner(range.query);
        for (const SqlQuery& branch : query.branches)
            read(branch);
        for (const SqlExpression& condition : query.conditions)
            readTerm(condition, query);
    }

private:
    void readInner(const SqlQueryPointer& query)
    {
        if (query != nullptr)
            read(*query);
    }

    void readTerm(const SqlExpression& term, const SqlQuery& query)
    {
        if (term.kind == SqlExpressionKind::And) {
            for (const SqlExpression& part : term.parts)
                readTerm(part, query);
            return;
        }
        const auto test = columnTest(term);
        if (!test || test->column.isEmpty() || !isSoftDeleteColumn(test->column.last()))
            return;
        if (const auto column = columnOf(test->column, query))
            m_found[{m_catalog.column(*column).table, *column, test->test, test->value}].insert(
                m_body.placeName);
    }

    /// Of a table that the query reads itself; absent where two could be meant.
    [[nodiscard]] std::optional<ColumnId> columnOf(const QStringList& name,
                                                   const SqlQuery& query) const
    {
        std::vector<ColumnId> meant;
        for (const SqlRange& range : query.ranges) {
            if (range.name.isEmpty() ||
                (name.size() > 1 && !isNamed(range, name.at(name.size() - 2))))
                continue;
            const auto table = m_names.table(range.name, m_body.context.path);
            if (!table || isView(m_catalog.table(*table)))
                continue;
            int index = m_catalog.firstColumn(*table).index;
            for (const Column& column : m_catalog.columnsOf(*table)) {
                if (m_names.areEqual(column.name, name.last()))
                    meant.push_back(ColumnId{index});
                ++index;
            }
        }
        return meant.size() == 1 ? std::optional(meant.front()) : std::nullopt;
    }

    [[nodiscard]] bool isNamed(const SqlRange& range, const QString& qualifier) const
    {
        return m_names.areEqual(range.alias.isEmpty() ? range.name.last() : range.alias, qualifier);
    }

    const Catalog& m_catalog;
    const CatalogNames& m_names;
    const SqlBody& m_body;
    FoundTests& m_found;
};

void readView(const Catalog& catalog, const CatalogNames& names, const SqlBody& body,
              FoundTests& found)
{
    const SqlScript script = names.engine() == Engine::PostgreSql
                                 ? readPostgreSqlScript(body.text)
                                 : readTokenScript(body.text, names.engine(), body.mode);
    for (const SqlQuery& statement : script.statements)
        ViewConditions(catalog, names, body, found).read(statement);
}

} // namespace

std::vector<SoftDelete> softDeletes(const Catalog& catalog, const std::atomic_bool& cancelled)
{
    FoundTests found;
    QHash<SourceId, std::shared_ptr<const CatalogNames>> names;
    for (const SqlBody& body : catalogSql(catalog).bodies) {
        if (cancelled)
            break;
        if (!body.view)
            continue;
        auto& ofSource = names[body.source];
        if (ofSource == nullptr)
            ofSource = std::make_shared<const CatalogNames>(catalog, body.source);
        readView(catalog, *ofSource, body, found);
    }
    std::vector<SoftDelete> all;
    for (const auto& [key, views] : found) {
        const auto& [table, column, test, value] = key;
        SoftDelete one{table, column, test, value, {views.begin(), views.end()}};
        if (all.empty() || all.back().column != column)
            all.push_back(std::move(one));
        else if (one.views.size() > all.back().views.size())
            all.back() = std::move(one);
    }
    return all;
}

std::vector<SoftDelete> softDeletesOf(const std::vector<SoftDelete>& all, TableId table)
{
    std::vector<SoftDelete> found;
    std::ranges::copy_if(all, std::back_inserter(found),
                         [&](const SoftDelete& one) { return one.table == table; });
    return found;
}

} // namespace cadastre
