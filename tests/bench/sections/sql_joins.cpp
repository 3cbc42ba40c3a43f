// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How long reading the joins of many view definitions takes, per dialect. The definitions look as
// servers write them: three tables, twelve columns, about 700 characters.
#include "tests/bench/bench.h"

#include "model/relations/sql/sql_joins.h"

namespace cadastre {

namespace {

constexpr int tableCount = 300;

Table benchTable(const QString& name, TableKind kind)
{
    Table table;
    table.name = name;
    table.kind = kind;
    table.schema = SchemaId{0};
    return table;
}

QString benchDefinition(int number, Engine engine)
{
    QString text =
        engine == Engine::PostgreSql
            ? QStringLiteral(
                  " SELECT a.id, a.name, a.kind, a.value_1, a.value_2, a.value_3, b.name AS "
                  "b_name, "
                  "b.kind AS b_kind, COALESCE(b.value_1, 0) AS b_value, c.name AS c_name, c.kind "
                  "AS "
                  "c_kind, CASE WHEN (c.value_2 > 3) THEN 'many'::text ELSE 'few'::text END AS "
                  "amount "
                  "FROM ((shop.table_%1 a JOIN shop.table_%2 b ON ((b.id = a.first_id))) LEFT JOIN "
                  "shop.table_%3 c ON (((c.id = b.second_id) AND ((c.kind)::text = 'x'::text)))) "
                  "WHERE (((a.kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character "
                  "varying])::text[])) AND (NOT (EXISTS ( SELECT 1 FROM shop.table_%4 d WHERE "
                  "(d.first_id = a.id))))) ORDER BY a.name;")
            : QStringLiteral(
                  "select `a`.`id` AS `id`,`a`.`name` AS `name`,`a`.`kind` AS `kind`,`a`.`value_1` "
                  "AS "
                  "`value_1`,`a`.`value_2` AS `value_2`,`a`.`value_3` AS `value_3`,`b`.`name` AS "
                  "`b_name`,`b`.`kind` AS `b_kind`,coalesce(`b`.`value_1`,0) AS "
                  "`b_value`,`c`.`name` AS "
                  "`c_name`,`c`.`kind` AS `c_kind`,case when `c`.`value_2` > 3 then 'many' else "
                  "'few' end "
                  "AS `amount` from ((`shop`.`table_%1` `a` join `shop`.`table_%2` `b` on(`b`.`id` "
                  "= "
                  "`a`.`first_id`)) left join `shop`.`table_%3` `c` on(`c`.`id` = `b`.`second_id` "
                  "and "
                  "`c`.`kind` = 'x')) where `a`.`kind` in ('a','b') and !exists(select 1 from "
                  "`shop`.`table_%4` `d` where `d`.`first_id` = `a`.`id` limit 1) order by "
                  "`a`.`name`");
    for (const int step : {0, 7, 31, 101})
        text = text.arg((number + step) % tableCount);
    return text;
}

Catalog benchCatalog(int views, Engine engine)
{
    CatalogObjects objects;
    Source source;
    source.name = QStringLiteral("bench");
    source.engine = engine;
    source.defaultSchema = QStringLiteral("shop");
    objects.sources = {source};
    Schema schema;
    schema.name = QStringLiteral("shop");
    objects.schemas = {schema};
    const auto add = [&](const Table& table, const QStringList& columns) {
        const TableId id{static_cast<int>(objects.tables.size())};
        objects.tables.push_back(table);
        for (const QString& name : columns) {
            Column column;
            column.table = id;
            column.name = name;
            column.position = static_cast<int>(objects.columns.size()) + 1;
            objects.columns.push_back(column);
        }
    };
    const QStringList columns =
        QStringLiteral("id name kind first_id second_id value_1 value_2 value_3")
            .split(QLatin1Char(' '));
    for (int i = 0; i < tableCount; ++i)
        add(benchTable(QStringLiteral("table_%1").arg(i), TableKind::Table), columns);
    const QStringList given =
        QStringLiteral("id name kind value_1 value_2 value_3 b_name b_kind b_value c_name "
                       "c_kind amount")
            .split(QLatin1Char(' '));
    for (int i = 0; i < views; ++i) {
        Table view = benchTable(QStringLiteral("view_%1").arg(i), TableKind::View);
        view.viewDefinition = benchDefinition(i, engine);
        add(view, given);
    }
    const auto part = std::make_shared<const SourceCatalog>(finishSource(std::move(objects)));
    return mergeSources({part});
}

void runSqlJoins(const bench::BenchOptions&)
{
    bench::printHead({QStringLiteral("dialect"), QStringLiteral("views"), QStringLiteral("ms"),
                      QStringLiteral("views per second"), QStringLiteral("joins")});
    for (const Engine engine : {Engine::PostgreSql, Engine::MariaDb, Engine::Sqlite}) {
        for (const int views : {400, 1000, 10000}) {
            const Catalog catalog = benchCatalog(views, engine);
            const std::atomic_bool cancelled = false;
            SqlReading reading;
            const double ms =
                bench::fastest(3, [&] { reading = readCatalogSql(catalog, cancelled); });
            bench::printRow({engineName(engine), QString::number(views), bench::number(ms),
                             QString::number(qRound(views / ms * 1000)),
                             QString::number(reading.joins.size())});
        }
    }
}

} // namespace

BenchSection sqlJoinsSection()
{
    return {QStringLiteral("sql-joins"),
            QStringLiteral("the joins of many view definitions, per dialect"), runSqlJoins};
}

} // namespace cadastre
