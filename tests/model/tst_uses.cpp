// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What views, routines, triggers, rules, policies and events use: everything listed must be found,
// and nothing else.
#include "model/boundaries/uses/uses.h"
#include "tests/support/sql_fixture.h"
#include "tests/support/uses_text.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <array>

using namespace cadastre;
using namespace cadastre::test;

namespace {

const char* const shop = R"(
customers
  id integer pk
  email text
  points integer
orders
  id integer pk
  customer_id integer
  total integer
  state integer
items
  order_id integer
  line integer
  price integer
log
  id integer pk
  what text
billing.invoices
  id integer pk
  order_id integer
  net integer
view v
  a integer
view w
  a integer
)";

UseReading readFixture(const Catalog& catalog)
{
    const std::atomic_bool cancelled = false;
    return readUses(catalog, cancelled);
}

QString sortedText(const char* expected)
{
    QStringList lines = QString::fromUtf8(expected).split(QLatin1String("; "), Qt::SkipEmptyParts);
    QStringList unknown = lines.filter(QLatin1String("unknown: "));
    for (const QString& line : unknown)
        lines.removeAll(line);
    lines.sort();
    return QStringList(lines + unknown).join(QLatin1String("; "));
}

void addRows(std::initializer_list<std::array<const char*, 3>> rows)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const auto& [name, text, expected] : rows)
        QTest::newRow(name) << QString::fromUtf8(text) << sortedText(expected);
}

ObjectRef routineNamed(const Catalog& catalog, const char* name)
{
    const auto& routines = catalog.objects().routines;
    for (std::size_t i = 0; i < routines.size(); ++i) {
        if (routines[i].name == QLatin1String(name))
            return RoutineId{static_cast<int>(i)};
    }
    qFatal("no routine %s", name);
}

TableId tableIn(const SqlFixture& fixture, const char* name)
{
    const auto& tables = fixture.objects().tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (tables[i].name == QLatin1String(name))
            return {static_cast<int>(i)};
    }
    qFatal("no table %s", name);
}

ColumnId columnIn(const SqlFixture& fixture, const char* table, const char* name)
{
    const auto& columns = fixture.objects().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].table == tableIn(fixture, table) && columns[i].name == QLatin1String(name))
            return {static_cast<int>(i)};
    }
    qFatal("no column %s.%s", table, name);
}

ObjectRef viewNamed(const Catalog& catalog, const char* name)
{
    return *catalog.resolve(QString::fromUtf8(name));
}

} // namespace

class TestUses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statements_data();
    void statements();
    void plpgsql_data();
    void plpgsql();
    void postgresql_data();
    void postgresql();
    void mariadb_data();
    void mariadb();
    void sqlite_data();
    void sqlite();
    void hostileNames();
    void views();
    void sqliteViewWithStar();
    void triggersHaveWhatTheirRoutineDoes();
    void ownRowOfATriggerIsNoUse();
    void conditionOfATrigger();
    void rulesAndPolicies();
    void events();
    void catalogKnowsViewsOfPostgreSql();
    void catalogColumnsOfSqliteAreExact();
    void typesAndRoutinesOfTheCatalog();
    void fixedSearchPathIsKept();
    void overloadsAreToldApart();
    void whatCannotBeReadIsUnknown();
    void unreadKindsAreUnknown();
    void lookups();
    void speed();
};

/// In every dialect, as the body of a routine.
void TestUses::statements_data()
{
    addRows({
        {"select", "SELECT o.id, o.total FROM orders o WHERE o.state = 1",
         "reads orders(id,total,state)"},
        {"unqualified", "SELECT total FROM orders WHERE state = 1", "reads orders(total,state)"},
        {"no columns", "SELECT count(*) FROM orders", "reads orders()"},
        {"star", "SELECT * FROM log", "reads log(id,what)*"},
        {"star of one", "SELECT l.*, o.id FROM log l JOIN orders o ON o.id = l.id",
         "reads log(id,what)*; reads orders(id)"},
        {"star that nobody reads", "SELECT 1 FROM log WHERE EXISTS (SELECT * FROM orders)",
         "reads log(); reads orders()"},
        {"join using", "SELECT price FROM items JOIN billing.invoices USING (order_id)",
         "reads items(order_id,price); reads invoices(order_id)"},
        {"inside calls and cases",
         "SELECT coalesce(o.total, 0) + CASE WHEN o.state = 1 THEN 1 ELSE 2 END FROM orders o",
         "reads orders(total,state)"},
        {"group and order", "SELECT max(total) FROM orders GROUP BY state ORDER BY customer_id",
         "reads orders(customer_id,total,state)"},
        {"alias before column",
         "SELECT sum(total) AS state FROM orders GROUP BY customer_id "
         "ORDER BY state",
         "reads orders(customer_id,total)"},
        {"subquery",
         "SELECT id FROM orders WHERE customer_id IN (SELECT c.id FROM customers c "
         "WHERE c.points > total)",
         "reads customers(id,points); reads orders(id,customer_id,total)"},
        {"derived table", "SELECT d.t FROM (SELECT total AS t FROM orders) d",
         "reads orders(total)"},
        {"union", "SELECT id FROM orders UNION SELECT id FROM customers",
         "reads customers(id); reads orders(id)"},
        {"common table is no table", "WITH log AS (SELECT id FROM orders) SELECT id FROM log",
         "reads orders(id)"},
        {"nothing in strings", "SELECT 'customers', 'UPDATE log SET what = 1' FROM orders",
         "reads orders()"},
        {"nothing in comments", "SELECT id /* FROM customers */ FROM orders -- JOIN log\n",
         "reads orders(id)"},
        {"unknown table", "SELECT nothing.x FROM nothing", ""},
        {"unknown schema", "SELECT x FROM elsewhere.orders", ""},
        {"parameter", "SELECT id FROM orders WHERE total = wanted", "reads orders(id,total)"},
        {"insert", "INSERT INTO log (what) VALUES ('x')", "writes log[i](what)"},
        {"insert without columns", "INSERT INTO log VALUES (1, 'x')", "writes log[i](id,what)"},
        {"insert sees no own column", "INSERT INTO log (what) VALUES (id)", "writes log[i](what)"},
        {"insert from", "INSERT INTO log (id, what) SELECT c.id, c.email FROM customers c",
         "writes log[i](id,what); reads customers(id,email)"},
        {"update", "UPDATE orders SET state = 9 WHERE id = 5",
         "writes orders[u](state); reads orders(id)"},
        {"update all", "UPDATE orders SET state = 9", "writes orders[u](state)"},
        {"update by itself", "UPDATE orders SET total = total + 1",
         "writes orders[u](total); reads orders(total)"},
        {"update with query",
         "UPDATE orders SET total = (SELECT sum(i.price) FROM items i WHERE i.order_id = "
         "orders.id)",
         "writes orders[u](total); reads orders(id); reads items(order_id,price)"},
        {"delete", "DELETE FROM log WHERE id < 5", "writes log[d](); reads log(id)"},
        {"delete all", "DELETE FROM log", "writes log[d]()"},
        {"other schema", "UPDATE billing.invoices SET net = 1", "writes invoices[u](net)"},
        {"two statements", "DELETE FROM log; UPDATE customers SET points = 0",
         "writes log[d](); writes customers[u](points)"},
    });
}

void TestUses::statements()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    for (Engine engine : {Engine::PostgreSql, Engine::MariaDb, Engine::Sqlite}) {
        SqlFixture fixture(shop, engine);
        fixture.routine(QStringLiteral("r"), text);
        const auto catalog = fixture.catalog();
        QCOMPARE(usesText(*catalog, readFixture(*catalog), routineNamed(*catalog, "r")), expected);
    }
}

void TestUses::plpgsql_data()
{
    addRows({
        {"perform", "PERFORM f(1);", "calls f"},
        {"call", "CALL billing.p(1);", "calls p"},
        {"call in expression", "x := 1 + f(2);", "calls f"},
        {"call in condition", "IF f(x) > 1 THEN x := 1; END IF;", "calls f"},
        {"no call in strings", "x := length('f(2)');", ""},
        {"select into", "SELECT total INTO x FROM orders WHERE id = 1;", "reads orders(id,total)"},
        {"for loop",
         "FOR r IN SELECT id FROM customers LOOP DELETE FROM log WHERE id = r.id; "
         "END LOOP;",
         "reads customers(id); reads log(id); writes log[d]()"},
        {"truncate", "TRUNCATE TABLE log, billing.invoices;",
         "writes log[t](); writes invoices[t]()"},
        {"refresh", "REFRESH MATERIALIZED VIEW v;", "writes v[id](a)"},
        {"lock", "LOCK TABLE log IN EXCLUSIVE MODE;", "reads log()"},
        {"copy in", "COPY log (what) FROM '/tmp/x';", "writes log[i](what)"},
        {"copy out", "COPY log TO '/tmp/x';", "reads log(id,what)*"},
        {"merge",
         "MERGE INTO customers c USING orders o ON c.id = o.customer_id "
         "WHEN MATCHED THEN UPDATE SET points = o.total "
         "WHEN NOT MATCHED THEN INSERT (id, email) VALUES (o.customer_id, 'x');",
         "writes customers[iu](id,email,points); reads customers(id); "
         "reads orders(customer_id,total)"},
        {"temporary table", "CREATE TEMP TABLE log AS SELECT id FROM orders; DELETE FROM log;",
         "reads orders(id)"},
        {"temporary table with columns",
         "CREATE TEMP TABLE log (id int); INSERT INTO log VALUES (1);", ""},
        {"dynamic", "UPDATE log SET what = 'x'; EXECUTE 'DELETE FROM ' || x;",
         "writes log[u](what); "
         "unknown: It makes SQL text itself (EXECUTE), which is not read."},
        {"return query", "RETURN QUERY SELECT email FROM customers;", "reads customers(email)"},
    });
}

void TestUses::plpgsql()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    SqlFixture fixture(shop, Engine::PostgreSql);
    fixture.routine(QStringLiteral("f"), QStringLiteral("SELECT 1"));
    fixture.routine(QStringLiteral("p"), QStringLiteral("SELECT 1"));
    fixture.objects().routines.back().schema =
        fixture.objects().tables[tableIn(fixture, "invoices").index].schema;
    fixture.routine(
        QStringLiteral("r"),
        QString(QStringLiteral("CREATE FUNCTION r() RETURNS SETOF text LANGUAGE "
                               "plpgsql AS $body$ DECLARE x integer; r record; BEGIN ") +
                text + QStringLiteral(" END $body$")));
    const auto catalog = fixture.catalog();
    QCOMPARE(usesText(*catalog, readFixture(*catalog), routineNamed(*catalog, "r")), expected);
}

void TestUses::postgresql_data()
{
    addRows({
        {"letter case counts", "SELECT id FROM \"Orders\"", ""},
        {"update from",
         "UPDATE orders o SET total = i.net FROM billing.invoices i WHERE i.order_id = o.id",
         "writes orders[u](total); reads orders(id); reads invoices(order_id,net)"},
        {"on conflict",
         "INSERT INTO customers (id, points) VALUES (1, 2) "
         "ON CONFLICT (id) DO UPDATE SET points = customers.points + excluded.points",
         "writes customers[iu](id,points); reads customers(points)"},
        {"writing common table",
         "WITH gone AS (DELETE FROM orders WHERE state = 9 RETURNING id, total) "
         "INSERT INTO log (id) SELECT id FROM gone",
         "writes orders[d](); reads orders(id,total,state); writes log[i](id)"},
        {"whole row", "SELECT row_to_json(o) FROM orders o", "reads orders()?"},
        {"ambiguous", "SELECT id FROM orders, customers", "reads customers()?; reads orders()?"},
        {"anywhere", "SELECT net FROM invoices", "reads invoices(net)"},
        {"any of a column", "SELECT id FROM orders WHERE total = ANY (ARRAY[state])",
         "reads orders(id,total,state)"},
        {"function in from", "SELECT x FROM generate_series(1, 2) x", ""},
        {"does not parse", "SELEC id FROM orders",
         "unknown: PostgreSQL's parser says: syntax error at or near \"SELEC\"."},
        {"returning", "INSERT INTO log (what) VALUES ('x') RETURNING id",
         "writes log[i](what); reads log(id)"},
    });
}

void TestUses::postgresql()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    SqlFixture fixture(shop, Engine::PostgreSql);
    fixture.routine(QStringLiteral("r"), text);
    const auto catalog = fixture.catalog();
    QCOMPARE(usesText(*catalog, readFixture(*catalog), routineNamed(*catalog, "r")), expected);
}

void TestUses::mariadb_data()
{
    addRows({
        {"update of two tables",
         "UPDATE orders o JOIN customers c ON c.id = o.customer_id SET c.points = 1, o.state = 2",
         "writes customers[u](points); writes orders[u](state); reads customers(id); "
         "reads orders(customer_id)"},
        {"update of the second table",
         "UPDATE orders o, items i SET price = 0 WHERE o.id = i.order_id",
         "writes items[u](price); reads items(order_id); reads orders(id)"},
        {"delete from one of two",
         "DELETE o FROM orders o JOIN customers c ON c.id = o.customer_id",
         "writes orders[d](); reads orders(customer_id); reads customers(id)"},
        {"delete using", "DELETE FROM orders USING orders JOIN log ON log.id = orders.id",
         "writes orders[d](); reads orders(id); reads log(id)"},
        {"replace", "REPLACE INTO log (id, what) VALUES (1, 'x')", "writes log[id](id,what)"},
        {"insert set", "INSERT INTO log SET what = 'x'", "writes log[i](what)"},
        {"duplicate key",
         "INSERT INTO customers (id, points) VALUES (1, 2) "
         "ON DUPLICATE KEY UPDATE points = points + VALUES(points), email = 'x'",
         "writes customers[iu](id,email,points); reads customers(points)"},
        {"truncate", "TRUNCATE TABLE log", "writes log[t]()"},
        {"truncate is a function, too", "SELECT TRUNCATE(total, 1) FROM orders",
         "reads orders(total)"},
        {"call", "BEGIN CALL f(1); END", "calls f"},
        {"select into variables", "SELECT total INTO state FROM orders WHERE id = 1",
         "reads orders(id,total)"},
        {"select into at the end", "SELECT total FROM orders ORDER BY id LIMIT 1 INTO state",
         "reads orders(id,total)"},
        {"name of another database is not looked for", "SELECT net FROM invoices", ""},
        {"temporary table", "CREATE TEMPORARY TABLE log AS SELECT id FROM orders; DELETE FROM log",
         "reads orders(id)"},
        {"not recursive common table", "WITH log AS (SELECT id FROM log) SELECT id FROM log",
         "reads log(id)"},
        {"prepare", "PREPARE s FROM @q; EXECUTE s",
         "unknown: It makes SQL text itself (PREPARE), which is not read."},
        {"cursor", "BEGIN DECLARE c CURSOR FOR SELECT email FROM customers; OPEN c; END",
         "reads customers(email)"},
        {"letter case does not count", "SELECT ID FROM ORDERS", "reads orders(id)"},
    });
}

void TestUses::mariadb()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    SqlFixture fixture(shop, Engine::MariaDb);
    fixture.routine(QStringLiteral("f"), QStringLiteral("SELECT 1"));
    fixture.routine(QStringLiteral("r"), text);
    const auto catalog = fixture.catalog();
    QCOMPARE(usesText(*catalog, readFixture(*catalog), routineNamed(*catalog, "r")), expected);
}

void TestUses::sqlite_data()
{
    addRows({
        {"insert or replace", "INSERT OR REPLACE INTO log (id) VALUES (1)", "writes log[id](id)"},
        {"insert or ignore", "INSERT OR IGNORE INTO log (id) VALUES (1)", "writes log[i](id)"},
        {"upsert",
         "INSERT INTO log (id, what) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE "
         "SET what = excluded.what WHERE log.id > 3",
         "writes log[iu](id,what); reads log(id)"},
        {"upsert nothing", "INSERT INTO log (id) VALUES (1) ON CONFLICT DO NOTHING",
         "writes log[i](id)"},
        {"update row", "UPDATE orders SET (total, state) = (1, 2)",
         "writes orders[u](total,state)"},
        {"update from",
         "UPDATE orders SET total = i.net FROM invoices i WHERE i.order_id = orders.id",
         "writes orders[u](total); reads orders(id); reads invoices(order_id,net)"},
        {"in table", "SELECT id FROM orders WHERE customer_id IN customers",
         "reads customers(); reads orders(id,customer_id)"},
        {"recursive common table",
         "WITH t(n) AS (SELECT id FROM orders UNION SELECT n + 1 FROM t) SELECT n FROM t",
         "reads orders(id)"},
        {"string in double quotes", "SELECT id FROM orders WHERE \"nothing\" = total",
         "reads orders(id,total)"},
        {"returning", "DELETE FROM log RETURNING what", "writes log[d](); reads log(what)"},
    });
}

void TestUses::sqlite()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    SqlFixture fixture(shop, Engine::Sqlite);
    fixture.trigger(QStringLiteral("items"), text);
    const auto catalog = fixture.catalog();
    QCOMPARE(usesText(*catalog, readFixture(*catalog), TriggerId{0}), expected);
}

void TestUses::hostileNames()
{
    const QString table = QStringLiteral("We \"ird\".tab'le");
    const QString column = QStringLiteral("sel\"ect");
    for (Engine engine : {Engine::PostgreSql, Engine::MariaDb, Engine::Sqlite}) {
        SqlFixture fixture(shop, engine);
        fixture.objects().columns[columnIn(fixture, "log", "what").index].name = column;
        fixture.objects().tables[tableIn(fixture, "log").index].name = table;
        const auto quoted = [engine](QString name, QChar quote) {
            if (engine == Engine::MariaDb)
                quote = QLatin1Char('`');
            return QString(quote + name.replace(quote, QString(2, quote)) + quote);
        };
        const QChar quote = QLatin1Char('"');
        fixture.routine(QStringLiteral("r"), QStringLiteral("UPDATE %1 SET %2 = 1")
                                                 .arg(quoted(table, quote), quoted(column, quote)));
        const auto catalog = fixture.catalog();
        QCOMPARE(usesText(*catalog, readFixture(*catalog), routineNamed(*catalog, "r")),
                 QString(QStringLiteral("writes ") + table + QStringLiteral("[u](") + column +
                         QLatin1Char(')')));
    }
}

void TestUses::views()
{
    SqlFixture fixture(shop, Engine::MariaDb);
    fixture.view(QStringLiteral("v"), QStringLiteral("select `o`.`id` AS `a` from `orders` `o`"));
    fixture.view(QStringLiteral("w"), QStringLiteral("select `v`.`a` AS `a` from `v`"));
    const auto catalog = fixture.catalog();
    const UseReading reading = readFixture(*catalog);
    QCOMPARE(usesText(*catalog, reading, viewNamed(*catalog, "v")),
             QStringLiteral("reads orders(id)"));
    // not what is behind the view
    QCOMPARE(usesText(*catalog, reading, viewNamed(*catalog, "w")), QStringLiteral("reads v(a)"));
}

void TestUses::sqliteViewWithStar()
{
    SqlFixture fixture(shop, Engine::Sqlite);
    fixture.view(QStringLiteral("v"), QStringLiteral("SELECT * FROM log"));
    fixture.view(QStringLiteral("w"), QStringLiteral("SELECT count(*) FROM log"));
    const auto catalog = fixture.catalog();
    const UseReading reading = readFixture(*catalog);
    QCOMPARE(usesText(*catalog, reading, viewNamed(*catalog, "v")),
             QStringLiteral("reads log(id,what)*"));
    QCOMPARE(usesText(*catalog, reading, viewNamed(*catalog, "w")), QStringLiteral("reads log()"));
}

void TestUses::triggersHaveWhatTheirRoutineDoes()
{
    SqlFixture fixture(shop, Engine::PostgreSql);
    fixture.routine(
        QStringLiteral("f"),
        QStringLiteral("CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                       "INSERT INTO log (what) VALUES (to_jsonb(new)); EXECUTE 'x'; RETURN new; "
                       "END $$"));
    fixture.trigger(QStringLiteral("orders"), {}, QStringLiteral("f"));
    fixture.trigger(QStringLiteral("items"), {}, QStringLiteral("f"));
    const auto catalog = fixture.catalog();
    const UseReading reading = readFixture(*catalog);
    const QString dynamic =
        QStringLiteral("unknown: It makes SQL text itself (EXECUTE), which is not read.");
    QCOMPARE(usesText(*catalog, reading, routineNamed(*catalog, "f")),
             QString(QStringLiteral("writes log[i](what); ") + dynamic));
    for (int trigger : {0, 1})
        QCOMPARE(usesText(*catalog, reading, TriggerId{trigger}),
                 QString(QStringLiteral("calls f; writes log[i](what); ") + dynamic));
}

void TestUses::ownRowOfATriggerIsNoUse()
{
    for (Engine engine : {Engine::MariaDb, Engine::Sqlite}) {
        SqlFixture fixture(shop, engine);
        fixture.trigger(QStringLiteral("orders"),
                        QStringLiteral("BEGIN UPDATE log SET what = new.state WHERE id = old.id; "
                                       "END"));
        // the authorizer of SQLite names the row's columns, too
        if (engine == Engine::Sqlite)
            fixture.objects().dependencies = {
                {TriggerId{0}, tableIn(fixture, "orders"), DependencyKind::Reads}};
        const auto catalog = fixture.catalog();
        QCOMPARE(usesText(*catalog, readFixture(*catalog), TriggerId{0}),
                 QStringLiteral("reads log(id); writes log[u](what)"));
    }
}

void TestUses::conditionOfATrigger()
{
    SqlFixture fixture(shop, Engine::PostgreSql);
    fixture.routine(QStringLiteral("f"), QStringLiteral("SELECT 1"));
    fixture.routine(QStringLiteral("g"), QStringLiteral("SELECT 1"));
    fixture.trigger(QStringLiteral("orders"), {}, QStringLiteral("f"));
    fixture.objects().triggers.back().condition = QStringLiteral("(g(new.id) = 1)");
    const auto catalog = fixture.catalog();
    QCOMPARE(usesText(*catalog, readFixture(*catalog), TriggerId{0}),
             QStringLiteral("calls f; calls g"));
}

void TestUses::rulesAndPolicies()
{
    SqlFixture fixture(shop, Engine::PostgreSql);
    OtherObject rule;
    rule.name = QStringLiteral("a_rule");
    rule.kind = CatalogKind::Rules;
    rule.schema = fixture.objects().tables[tableIn(fixture, "v").index].schema;
    rule.about = tableIn(fixture, "v");
    rule.definition = QStringLiteral(
        "CREATE RULE a_rule AS ON UPDATE TO public.v WHERE old.a IN (SELECT id FROM customers) DO "
        "INSTEAD (UPDATE public.orders SET state = new.a WHERE id = old.a; DELETE FROM log)");
    OtherObject policy = rule;
    policy.name = QStringLiteral("b_policy");
    policy.kind = CatalogKind::Policies;
    policy.definition.clear();
    policy.about = tableIn(fixture, "orders");
    policy.properties = {{QStringLiteral("Using"),
                          QStringLiteral("(state > 1 AND EXISTS (SELECT 1 FROM customers c WHERE "
                                         "c.id = customer_id))")}};
    OtherObject nothing = rule;
    nothing.name = QStringLiteral("c_rule");
    nothing.definition =
        QStringLiteral("CREATE RULE c AS ON UPDATE TO public.log DO INSTEAD NOTHING");
    fixture.objects().others = {rule, policy, nothing};
    const auto catalog = fixture.catalog();
    const UseReading reading = readFixture(*catalog);
    const auto named = [&](const char* name) {
        const auto& others = catalog->objects().others;
        const auto found = std::ranges::find(others, QLatin1String(name), &OtherObject::name);
        return OtherId{static_cast<int>(found - others.begin())};
    };
    QCOMPARE(usesText(*catalog, reading, named("a_rule")),
             QStringLiteral("reads customers(id); reads orders(id); writes log[d](); "
                            "writes orders[u](state)"));
    QCOMPARE(usesText(*catalog, reading, named("b_policy")),
             QStringLiteral("reads customers(id); reads orders(customer_id,state)"));
    QCOMPARE(usesText(*catalog, reading, named("c_rule")), QString());
}

void TestUses::events()
{
    SqlFixture fixture(shop, Engine::MariaDb);
    OtherObject event;
    event.name = QStringLiteral("ev");
    event.kind = CatalogKind::Events;
    event.schema = fixture.objects().tables[tableIn(fixture, "orders").index].schema;
    event.definition = QStringLiteral("BEGIN UPDATE orders SET state = 9; END");
    fixture.objects().others = {event};
    const auto catalog = fixture.catalog();
    QCOMPARE(usesText(*catalog, readFixture(*catalog), OtherId{0}),
             QStringLiteral("writes orders[u](state)"));
}

void TestUses::catalogKnowsViewsOfPostgreSql()
{
    SqlFixture fixture(shop, Engine::PostgreSql);
    CatalogObjects& objects = fixture.objects();
    fixture.view(QStringLiteral("v"), QStringLiteral("SELECT o.id AS a FROM elsewhere.nothing o"));
    fixture.view(QStringLiteral("w"), QStringLiteral("SELECT to_jsonb(o.*) AS a FROM orders o"));
    const TableId view = tableIn(fixture, "v");
    const ColumnId id = columnIn(fixture, "orders", "id");
    objects.dependencies = {{view, id, DependencyKind::Reads},
                            {view, columnIn(fixture, "orders", "total"), DependencyKind::Reads},
                            {view, tableIn(fixture, "customers"), DependencyKind::Reads},
                            {tableIn(fixture, "w"), id, DependencyKind::Reads}};
    const auto catalog = fixture.catalog();
    const UseReading reading = readFixture(*catalog);
    QCOMPARE(usesText(*catalog, reading, viewNamed(*catalog, "v")),
             QStringLiteral("reads customers(); reads orders(id,total)"));
    QCOMPARE(usesText(*catalog, reading, viewNamed(*catalog, "w")),
             QStringLiteral("reads orders(id)?"));
    for (const ObjectUse& use : reading.uses)
        QVERIFY(!use.fromText);
}

void TestUses::catalogColumnsOfSqliteAreExact()
{
    SqlFixture fixture(shop, Engine::Sqlite);
    CatalogObjects& objects = fixture.objects();
    fixture.view(QStringLiteral("v"), QStringLiteral("SELECT state FROM orders, items"));
    const TableId view = tableIn(fixture, "v");
    fixture.trigger(QStringLiteral("customers"), QStringLiteral("DELETE FROM log WHERE id = 1"));
    objects.dependencies = {{view, columnIn(fixture, "orders", "state"), DependencyKind::Reads},
                            {view, tableIn(fixture, "items"), DependencyKind::Reads},
                            {TriggerId{0}, tableIn(fixture, "log"), DependencyKind::Writes},
                            {TriggerId{0}, columnIn(fixture, "log", "id"), DependencyKind::Reads}};
    const auto catalog = fixture.catalog();
    const UseReading reading = readFixture(*catalog);
    QCOMPARE(usesText(*catalog, reading, viewNamed(*catalog, "v")),
             QStringLiteral("reads items(); reads orders(state)"));
    QCOMPARE(usesText(*catalog, reading, TriggerId{0}),
             QStringLiteral("reads log(id); writes log[d]()"));
}

void TestUses::typesAndRoutinesOfTheCatalog()
{
    SqlFixture fixture(shop, Engine::PostgreSql);
    CatalogObjects& objects = fixture.objects();
    UserType type;
    type.name = QStringLiteral("mood");
    objects.types.push_back(type);
    fixture.routine(QStringLiteral("f"), QStringLiteral("SELECT id FROM orders"));
    // of a body in SQL the catalog says what is used, but not how
    objects.dependencies = {
        {RoutineId{0}, TypeId{0}, DependencyKind::Other},
        {RoutineId{0}, tableIn(fixture, "orders"), DependencyKind::Reads},
        {RoutineId{0}, columnIn(fixture, "items", "price"), DependencyKind::Reads}};
    const auto catalog = fixture.catalog();
    QCOMPARE(usesText(*catalog, readFixture(*catalog), RoutineId{0}),
             QStringLiteral("reads items(price); reads mood; reads orders(id)"));
}

void TestUses::fixedSearchPathIsKept()
{
    SqlFixture fixture(shop, Engine::PostgreSql);
    fixture.routine(QStringLiteral("r"), QStringLiteral("SELECT net FROM invoices"));
    fixture.objects().routines.back().properties = {
        {QStringLiteral("Settings"), QStringLiteral("search_path=pg_catalog, pg_temp")}};
    const auto catalog = fixture.catalog();
    QCOMPARE(usesText(*catalog, readFixture(*catalog), RoutineId{0}), QString());
}

void TestUses::overloadsAreToldApart()
{
    SqlFixture fixture(shop, Engine::PostgreSql);
    for (const char* arguments : {"integer", "integer,text"}) {
        fixture.routine(QStringLiteral("f"), QStringLiteral("SELECT 1"));
        fixture.objects().routines.back().argumentTypes = QLatin1String(arguments);
    }
    fixture.routine(QStringLiteral("r"), QStringLiteral("SELECT f(1, 'x')"));
    const auto catalog = fixture.catalog();
    const UseReading reading = readFixture(*catalog);
    QCOMPARE(reading.uses.size(), 1U);
    QCOMPARE(catalog->routine(RoutineId{reading.uses.front().used.index}).argumentTypes,
             QStringLiteral("integer,text"));
}

void TestUses::whatCannotBeReadIsUnknown()
{
    SqlFixture fixture(shop, Engine::PostgreSql);
    CatalogObjects& objects = fixture.objects();
    fixture.routine(QStringLiteral("in_c"), QStringLiteral("CREATE FUNCTION x() LANGUAGE c"));
    objects.routines.back().language = QStringLiteral("c");
    fixture.routine(QStringLiteral("lost"), QString());
    fixture.routine(QStringLiteral("snake"),
                    QStringLiteral("CREATE FUNCTION s() RETURNS int LANGUAGE plpython3u AS 'x'"));
    fixture.trigger(QStringLiteral("orders"), QString());
    objects.triggers.back().calls = QStringLiteral("hidden.f");
    objects.tables.back().broken = QStringLiteral("Table orders is gone.");
    const auto catalog = fixture.catalog();
    const UseReading reading = readFixture(*catalog);
    QCOMPARE(reading.uses.size(), 0U);
    const std::pair<ObjectRef, const char*> all[] = {
        {routineNamed(*catalog, "in_c"), "unknown: It is written in C, which is not read."},
        {routineNamed(*catalog, "lost"), "unknown: The server does not give its definition."},
        {routineNamed(*catalog, "snake"),
         "unknown: It is written in plpython3u, which is not read."},
        {TriggerId{0}, "unknown: It calls hidden.f, which was not read."},
        {viewNamed(*catalog, "w"), "unknown: The server does not give its definition."}};
    for (const auto& [user, expected] : all)
        QCOMPARE(usesText(*catalog, reading, user), QString::fromUtf8(expected));
    QCOMPARE(reading.unknown.size(), 5U);
}

void TestUses::unreadKindsAreUnknown()
{
    SqlFixture fixture(shop, Engine::PostgreSql);
    fixture.objects().sources.front().kinds = {
        {CatalogKind::Triggers, ReadState::NotRead, QStringLiteral("No right."), {}},
        {CatalogKind::Routines, ReadState::Read, {}, {}},
        {CatalogKind::Events, ReadState::EngineHasNone, {}, {}}};
    const auto catalog = fixture.catalog();
    const UseReading reading = readFixture(*catalog);
    QCOMPARE(usesText(*catalog, reading, SourceId{0}),
             QStringLiteral("unknown: The triggers were not read: No right."));
}

void TestUses::lookups()
{
    SqlFixture fixture(shop, Engine::PostgreSql);
    fixture.routine(QStringLiteral("a"), QStringLiteral("SELECT id FROM orders"));
    fixture.routine(QStringLiteral("b"),
                    QStringLiteral("UPDATE orders SET id = 1; SELECT a(), b()"));
    const auto catalog = fixture.catalog();
    const UseReading reading = readFixture(*catalog);
    QCOMPARE(reading.uses.size(), 3U); // and b does not use itself
    QCOMPARE(reading.usersOf(*catalog->resolve(u"orders")), (std::vector<int>{0, 1}));
    QCOMPARE(reading.usersOf(routineNamed(*catalog, "a")), std::vector<int>{2});
    QCOMPARE(reading.usersOf(*catalog->resolve(u"log")), std::vector<int>());
    QVERIFY(reading.usesOf(*catalog->resolve(u"log")).empty());
    const std::atomic_bool cancelled = true;
    QVERIFY(readUses(*catalog, cancelled).uses.empty());
}

/// Not a limit: ten times what it takes, so that a quadratic loop is seen.
void TestUses::speed()
{
    CatalogObjects objects = SchemaText::source(QStringLiteral("t\n  id integer pk")).objects;
    const int tables = 10000;
    const int views = 2000;
    for (int i = 0; i < tables + views; ++i) {
        Table table = objects.tables.front();
        table.name = QStringLiteral("t%1").arg(i);
        table.kind = i < tables ? TableKind::Table : TableKind::View;
        const int id = static_cast<int>(objects.tables.size());
        objects.tables.push_back(table);
        for (int c = 0; c < 10; ++c) {
            Column column = objects.columns.front();
            column.name = QStringLiteral("c%1").arg(c);
            column.position = c + 1;
            column.table = TableId{id};
            objects.columns.push_back(column);
            if (i >= tables)
                objects.dependencies.push_back(
                    {TableId{id}, ColumnId{1 + (i % tables) * 10 + c}, DependencyKind::Reads});
        }
    }
    for (int i = 0; i < 1000; ++i) {
        Routine routine;
        routine.name = QStringLiteral("f%1").arg(i);
        routine.schema = objects.tables.front().schema;
        routine.definition =
            QStringLiteral("UPDATE t%1 SET c1 = 1 WHERE c2 IN (SELECT c3 FROM t%2)")
                .arg(i)
                .arg(i + 1);
        objects.routines.push_back(routine);
    }
    const Catalog catalog =
        mergeSources({std::make_shared<const SourceCatalog>(finishSource(std::move(objects)))});
    QElapsedTimer timer;
    timer.start();
    const UseReading reading = readFixture(catalog);
    qInfo("%d tables, %d views, 1000 routines: %lld ms", tables, views,
          static_cast<long long>(timer.elapsed()));
    QCOMPARE(reading.uses.size(), std::size_t(views + 3 * 1000));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestUses)
#include "tst_uses.moc"
