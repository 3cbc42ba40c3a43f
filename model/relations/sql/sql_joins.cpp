// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/sql_joins.h"

#include "model/relations/sql/catalog_sql.h"
#include "model/relations/sql/postgresql_script.h"
#include "model/relations/sql/token_script.h"
#include "model/relations/sql/view_columns.h"

#include <QMap>

#include <algorithm>
#include <tuple>

namespace cadastre {

namespace {

/// Reads bodies one after the other; knows the columns of every view it has come across.
class SqlBodyReader
{
public:
    explicit SqlBodyReader(const Catalog& catalog)
        : m_catalog(catalog)
    {
    }

    void read(const SqlBody& body)
    {
        ++m_reading.textsRead;
        const auto script = body.view ? viewScript(*body.view) : bodyScript(body);
        for (const SqlQuery& query : script->statements)
            collect(body, query);
        // of thousands of statements that servers cut off, a number says more than a list
        if (body.place == SqlPlace::Statistics)
            m_cutOff[body.placeName] += script->skipped.isEmpty() ? 0 : 1;
        else
            addSkipped(body, *script);
    }

    SqlReading take()
    {
        for (auto it = m_cutOff.cbegin(); it != m_cutOff.cend(); ++it) {
            if (it.value() > 0)
                m_reading.skipped.push_back(
                    {it.key(),
                     QStringLiteral("%1 statements could be read only in part or not at all.")
                         .arg(it.value())});
        }
        const auto order = [](const SqlJoin& join) {
            return std::tie(join.place, join.placeName, join.left, join.right, join.assigned);
        };
        std::ranges::stable_sort(m_reading.joins, [&](const SqlJoin& a, const SqlJoin& b) {
            if (order(a) != order(b))
                return order(a) < order(b);
            return std::ranges::lexicographical_compare(
                a.literals, b.literals, [](const auto& first, const auto& second) {
                    return std::tie(first.column, first.value) <
                           std::tie(second.column, second.value);
                });
        });
        const auto repeated = std::ranges::unique(m_reading.joins);
        m_reading.joins.erase(repeated.begin(), repeated.end());
        const auto skippedOrder = [](const SqlSkipped& skipped) {
            return std::tie(skipped.placeName, skipped.why);
        };
        std::ranges::stable_sort(m_reading.skipped, {}, skippedOrder);
        const auto repeatedSkips = std::ranges::unique(m_reading.skipped);
        m_reading.skipped.erase(repeatedSkips.begin(), repeatedSkips.end());
        return std::move(m_reading);
    }

    /// Adds the columns of a view that are a base table's.
    void traceSources(TableId view, QHash<ColumnId, ColumnId>& sources)
    {
        const TracedColumns traced = columnsOf(view);
        const int first = m_catalog.firstColumn(view).index;
        for (int i = 0; i < static_cast<int>(traced->size()); ++i) {
            const std::optional<ColumnId>& column = (*traced)[std::size_t(i)].column;
            if (column && m_catalog.column(*column).table != view)
                sources.insert(ColumnId{first + i}, *column);
        }
    }

    void addSkipped(std::vector<SqlSkipped> skipped) { m_reading.skipped = std::move(skipped); }

private:
    void addSkipped(const SqlBody& body, const SqlScript& script)
    {
        for (const QString& why : script.skipped)
            m_reading.skipped.push_back({body.placeName, why});
    }

    const CatalogNames& namesOf(SourceId source)
    {
        auto& names = m_names[source];
        if (names == nullptr)
            names = std::make_shared<const CatalogNames>(m_catalog, source);
        return *names;
    }

    using Script = std::shared_ptr<const SqlScript>;

    [[nodiscard]] Script parse(const SqlBody& body) const
    {
        const Engine engine = m_catalog.source(body.source).engine;
        return std::make_shared<const SqlScript>(
            engine == Engine::PostgreSql ? readPostgreSqlScript(body.text)
                                         : readTokenScript(body.text, engine, body.mode));
    }

    /// A trigger function comes once for each of its tables, one behind the other.
    Script bodyScript(const SqlBody& body)
    {
        if (m_lastScript == nullptr || m_lastSource != body.source || m_lastMode != body.mode ||
            m_lastText != body.text) {
            m_lastScript = parse(body);
            m_lastSource = body.source;
            m_lastMode = body.mode;
            m_lastText = body.text;
        }
        return m_lastScript;
    }

    /// Kept, because other views may read this one.
    Script viewScript(TableId view)
    {
        const Script known = m_views.value(view);
        if (known != nullptr)
            return known;
        const Script script = parse(viewSql(m_catalog, view));
        m_views.insert(view, script);
        return script;
    }

    void collect(const SqlBody& body, const SqlQuery& query)
    {
        JoinCollector collector(m_catalog, namesOf(body.source), body.context,
                                [this](TableId table) { return columnsOf(table); });
        collector.collect(query);
        for (SqlJoin& join : collector.takeJoins()) {
            join.place = body.place;
            join.placeName = body.placeName;
            m_reading.joins.push_back(std::move(join));
        }
    }

    TracedColumns columnsOf(TableId table)
    {
        const auto known = m_columns.constFind(table);
        if (known != m_columns.constEnd())
            return *known;
        auto columns = std::make_shared<std::vector<TracedColumn>>();
        int index = m_catalog.firstColumn(table).index;
        for (const Column& column : m_catalog.columnsOf(table))
            columns->push_back({column.name, ColumnId{index++}});
        m_columns.insert(table, columns); // also what a view that reads itself sees
        if (isView(m_catalog.table(table))) {
            traceView(table, *columns);
        } else {
            addRowid(table, *columns);
        }
        return columns;
    }

    /// SQLite's names for the integer primary key.
    void addRowid(TableId table, std::vector<TracedColumn>& columns) const
    {
        if (m_catalog.source(m_catalog.sourceOf(table)).engine != Engine::Sqlite)
            return;
        const Constraint* key = m_catalog.primaryKeyOf(table);
        if (key == nullptr || key->columns.size() != 1)
            return;
        const Column& column = m_catalog.column(key->columns.front());
        if (column.type.compare(QLatin1String("integer"), Qt::CaseInsensitive) != 0)
            return;
        for (const char* name : {"rowid", "oid", "_rowid_"})
            columns.push_back({QLatin1String(name), key->columns.front()});
    }

    /// A view's column is the base table's column where it gives that unchanged, and none where it
    /// computes it. A view that could not be read keeps its own columns.
    void traceView(TableId view, std::vector<TracedColumn>& columns)
    {
        const SqlBody body = viewSql(m_catalog, view);
        const Script script = viewScript(view);
        if (script->statements.size() != 1 || !script->skipped.isEmpty())
            return;
        const CatalogNames& names = namesOf(body.source);
        JoinCollector collector(m_catalog, names, body.context,
                                [this](TableId table) { return columnsOf(table); });
        const TracedColumns given = collector.collect(script->statements.front());
        if (given == nullptr)
            return;
        const bool sameCount = given->size() == columns.size();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto named = std::ranges::find_if(*given, [&](const TracedColumn& column) {
                return names.areEqual(column.name, columns[i].name);
            });
            if (sameCount)
                columns[i].column = (*given)[i].column;
            else if (named != given->end())
                columns[i].column = named->column;
        }
    }

    const Catalog& m_catalog;
    QHash<SourceId, std::shared_ptr<const CatalogNames>> m_names;
    QHash<TableId, Script> m_views;
    Script m_lastScript;
    SourceId m_lastSource;
    mariadb::SqlMode m_lastMode;
    QString m_lastText;
    QHash<TableId, TracedColumns> m_columns;
    QMap<QString, int> m_cutOff; ///< by place
    SqlReading m_reading;
};

} // namespace

SqlReading readCatalogSql(const Catalog& catalog, const std::atomic_bool& cancelled)
{
    SqlBodyReader reader(catalog);
    CatalogSql sql = catalogSql(catalog);
    reader.addSkipped(std::move(sql.skipped));
    for (const SqlBody& body : sql.bodies) {
        if (cancelled)
            break;
        reader.read(body);
    }
    return reader.take();
}

QHash<ColumnId, ColumnId> viewColumnSources(const Catalog& catalog,
                                            const std::atomic_bool& cancelled)
{
    SqlBodyReader reader(catalog);
    QHash<ColumnId, ColumnId> sources;
    const auto& tables = catalog.objects().tables;
    for (std::size_t i = 0; i < tables.size() && !cancelled; ++i) {
        if (isView(tables[i]))
            reader.traceSources(TableId{static_cast<int>(i)}, sources);
    }
    return sources;
}

SqlReading readSqlTexts(const Catalog& catalog, const std::vector<SqlText>& texts,
                        const std::atomic_bool& cancelled)
{
    SqlBodyReader reader(catalog);
    for (const SqlText& text : texts) {
        if (cancelled)
            break;
        if (std::size_t(text.source.index) < catalog.objects().sources.size())
            reader.read(outsideSql(text));
    }
    return reader.take();
}

} // namespace cadastre
