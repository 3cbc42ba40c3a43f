// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Joins in PostgreSQL's SQL: everything listed must be found, and nothing else.
#include "tests/support/sql_fixture.h"

#include <QTest>

#include <random>
#include <thread>

using namespace cadastre;
using namespace cadastre::test;

namespace {

const char* const shop = R"(
customers
  id integer pk
  email text
  referrer_id integer?
  kind text
  tenant integer
orders
  id integer pk
  customer_id integer
  parent_id integer?
  tenant integer
  code text
items
  order_id integer
  line integer
  product text
  k integer
products
  code text pk
  k integer
notes
  id integer pk
  subject_id integer
  subject_type text
  kind text
billing.invoices
  id integer pk
  order_no integer
billing.orders
  nr integer pk
view v
  a integer
view w
  a integer
  b integer
)";

SqlFixture fixture()
{
    return SqlFixture(shop, Engine::PostgreSql);
}

QStringList textsOf(const char* expected)
{
    QStringList lines = QString::fromUtf8(expected).split(QLatin1String("; "), Qt::SkipEmptyParts);
    lines.sort();
    return lines;
}

void row(const char* name, const char* sql, const char* expected)
{
    QTest::newRow(name) << QString::fromUtf8(sql) << textsOf(expected);
}

} // namespace

class TestSqlJoinsPostgreSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void views_data();
    void views();
    void functions_data();
    void functions();
    void triggerFunctions();
    void viewsOfViews();
    void searchPath();
    void skipped_data();
    void skipped();
    void scripts();
    void placesAndOrder();
    void cancelled();
    void severalThreads();
    void hostileTexts();
};

void TestSqlJoinsPostgreSql::views_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("expected");
    row("on", "SELECT 1 FROM orders o JOIN customers c ON c.id = o.customer_id",
        "customers.id = orders.customer_id");
    row("where, qualified names",
        "SELECT 1 FROM public.orders, public.customers WHERE orders.customer_id = customers.id",
        "customers.id = orders.customer_id");
    row("columns without qualifier", "SELECT 1 FROM orders JOIN customers ON customer_id = email",
        "customers.email = orders.customer_id");
    row("ambiguous column", "SELECT 1 FROM orders JOIN customers ON id = customer_id", "");
    row("several columns are one join",
        "SELECT 1 FROM orders o JOIN customers c ON o.customer_id = c.id AND c.tenant = o.tenant",
        "customers.id, customers.tenant = orders.customer_id, orders.tenant");
    row("two conditions are two joins",
        "SELECT 1 FROM orders o JOIN customers c ON o.customer_id = c.id WHERE c.tenant = o.tenant",
        "customers.id = orders.customer_id; customers.tenant = orders.tenant");
    row("two parents of one table stand apart",
        "SELECT 1 FROM orders o JOIN customers c ON o.customer_id = c.id AND o.parent_id = c.id",
        "customers.id = orders.customer_id; customers.id = orders.parent_id");
    row("rows",
        "SELECT 1 FROM orders o, customers c WHERE (o.customer_id, o.tenant) = (c.id, c.tenant)",
        "customers.id, customers.tenant = orders.customer_id, orders.tenant");
    row("casts and collations",
        "SELECT 1 FROM orders o JOIN products p ON o.code::varchar = (p.code)::text COLLATE \"C\"",
        "orders.code = products.code");
    row("using", "SELECT 1 FROM items JOIN products USING (k)", "items.k = products.k");
    row("natural", "SELECT 1 FROM items NATURAL JOIN products", "items.k = products.k");
    row("column behind using is the first one",
        "SELECT 1 FROM items JOIN products USING (k) JOIN orders o ON o.parent_id = k",
        "items.k = products.k; items.k = orders.parent_id");
    row("self join", "SELECT 1 FROM customers c LEFT JOIN customers r ON r.id = c.referrer_id",
        "customers.id = customers.referrer_id");
    row("same column of the same table", "SELECT 1 FROM orders a JOIN orders b ON a.id = b.id", "");
    row("two columns of one row", "SELECT 1 FROM orders o WHERE o.parent_id = o.id", "");
    row("in", "SELECT 1 FROM orders WHERE customer_id IN (SELECT c.id FROM customers c)",
        "customers.id = orders.customer_id");
    row("not in and <> all",
        "SELECT 1 FROM orders WHERE customer_id NOT IN (SELECT id FROM customers) "
        "AND code <> ALL (SELECT code FROM products)",
        "customers.id = orders.customer_id; orders.code = products.code");
    row("in with rows",
        "SELECT 1 FROM orders WHERE (customer_id, tenant) IN (SELECT c.id, c.tenant FROM customers "
        "c)",
        "customers.id, customers.tenant = orders.customer_id, orders.tenant");
    row("exists",
        "SELECT 1 FROM orders o WHERE NOT EXISTS (SELECT 1 FROM items WHERE order_id = o.id)",
        "items.order_id = orders.id");
    row("scalar subquery in the list",
        "SELECT (SELECT max(i.line) FROM items i WHERE i.order_id = o.id) FROM orders o",
        "items.order_id = orders.id");
    row("compared with a scalar subquery",
        "SELECT 1 FROM orders o WHERE o.customer_id = (SELECT c.id FROM customers c WHERE c.email "
        "= 'x')",
        "customers.id = orders.customer_id");
    row("derived table",
        "SELECT 1 FROM (SELECT o.customer_id AS cid, count(*) AS n FROM orders o GROUP BY 1) d "
        "JOIN customers c ON c.id = d.cid AND c.tenant = d.n",
        "customers.id = orders.customer_id");
    row("column aliases of a derived table",
        "SELECT 1 FROM (SELECT customer_id, id FROM orders) d(x) JOIN customers c ON c.id = d.x",
        "customers.id = orders.customer_id");
    row("star of a derived table",
        "SELECT 1 FROM (SELECT * FROM orders) d JOIN customers c ON c.id = d.customer_id",
        "customers.id = orders.customer_id");
    row("common table expression",
        "WITH x AS (SELECT id AS cid FROM customers) SELECT 1 FROM orders JOIN x ON x.cid = "
        "customer_id",
        "customers.id = orders.customer_id");
    row("a common table hides a table",
        "WITH customers AS (SELECT 1 AS id) SELECT 1 FROM orders o JOIN customers c ON c.id = "
        "o.customer_id",
        "");
    row("recursive",
        "WITH RECURSIVE t AS (SELECT id, parent_id FROM orders WHERE parent_id IS NULL UNION ALL "
        "SELECT o.id, o.parent_id FROM orders o JOIN t ON o.parent_id = t.id) SELECT * FROM t",
        "orders.id = orders.parent_id");
    row("recursive with names",
        "WITH RECURSIVE t(a, b) AS (SELECT id, parent_id FROM orders UNION "
        "SELECT o.id, o.parent_id FROM orders o, t WHERE t.b = o.id) SELECT * FROM t",
        "orders.id = orders.parent_id");
    row("union of the same column",
        "SELECT 1 FROM orders o JOIN (SELECT id FROM customers UNION SELECT id FROM customers) u "
        "ON u.id = o.customer_id",
        "customers.id = orders.customer_id");
    row("union of different columns is nobody's",
        "SELECT 1 FROM orders o JOIN (SELECT id FROM customers UNION SELECT id FROM notes) u "
        "ON u.id = o.customer_id",
        "");
    row("every branch of a union is read",
        "SELECT 1 FROM orders o JOIN customers c ON c.id = o.customer_id UNION ALL "
        "SELECT 1 FROM items i JOIN orders o ON i.order_id = o.id EXCEPT SELECT 1 FROM notes",
        "customers.id = orders.customer_id; items.order_id = orders.id");
    row("literals",
        "SELECT 1 FROM notes n JOIN orders o ON n.subject_id = o.id AND n.subject_type = 'Order' "
        "WHERE n.kind IN ('a', 'b') AND o.code = 'x' AND 7 = o.tenant",
        "notes.subject_id = orders.id [notes.subject_type=Order] [notes.kind=a] "
        "[notes.kind=b] [orders.tenant=7] [orders.code=x]");
    row("literals of an array",
        "SELECT 1 FROM notes n, orders o WHERE n.subject_id = o.id AND "
        "(n.subject_type)::text = ANY ((ARRAY['A'::varchar, 'B'::varchar])::text[])",
        "notes.subject_id = orders.id [notes.subject_type=A] [notes.subject_type=B]");
    row("literals of the outer query",
        "SELECT 1 FROM notes n WHERE n.subject_type = 'Order' AND EXISTS (SELECT 1 FROM orders o "
        "WHERE o.id = n.subject_id)",
        "notes.subject_id = orders.id [notes.subject_type=Order]");
    row("each branch of an OR has its own literals",
        "SELECT 1 FROM notes n, orders o, customers c WHERE n.kind = 'k' AND ((n.subject_type = "
        "'O' "
        "AND n.subject_id = o.id) OR (n.subject_type = 'C' AND n.subject_id = c.id))",
        "notes.subject_id = orders.id [notes.subject_type=O] [notes.kind=k]; "
        "customers.id = notes.subject_id [notes.subject_type=C] [notes.kind=k]");
    row("not equal, functions and negations state nothing",
        "SELECT 1 FROM orders o JOIN customers c ON o.id <> c.id AND lower(o.code) = c.email "
        "AND NOT (o.customer_id = c.id) AND coalesce(o.parent_id = c.id, true) AND o.tenant < "
        "c.tenant",
        "");
    row("a comparison in the list states nothing",
        "SELECT o.customer_id = c.id FROM orders o CROSS JOIN customers c", "");
    row("is not distinct from",
        "SELECT 1 FROM orders o JOIN customers c ON o.customer_id IS NOT DISTINCT FROM c.id",
        "customers.id = orders.customer_id");
    row("is distinct from",
        "SELECT 1 FROM orders o JOIN customers c ON o.customer_id IS DISTINCT FROM c.id", "");
    row("lateral",
        "SELECT 1 FROM orders o, LATERAL (SELECT * FROM items i WHERE i.order_id = o.id LIMIT 1) x",
        "items.order_id = orders.id");
    row("a function's columns are unknown",
        "SELECT 1 FROM orders o, jsonb_to_record('{}') AS f(x integer) WHERE x = o.id AND f.x = "
        "o.customer_id",
        "");
    row("named join",
        "SELECT 1 FROM (items i JOIN products p ON i.product = p.code) AS j JOIN orders o ON o.id "
        "= j.order_id",
        "items.product = products.code; items.order_id = orders.id");
    row("join nested to the right",
        "SELECT 1 FROM customers c LEFT JOIN (orders o JOIN items i ON i.order_id = o.id) ON "
        "o.customer_id = c.id",
        "items.order_id = orders.id; customers.id = orders.customer_id");
    row("another schema", "SELECT 1 FROM billing.invoices i JOIN orders o ON i.order_no = o.id",
        "billing.invoices.order_no = orders.id");
    row("schema in front of a column",
        "SELECT 1 FROM billing.orders, public.orders WHERE billing.orders.nr = "
        "public.orders.parent_id",
        "billing.orders.nr = orders.parent_id");
    row("unknown tables and columns",
        "SELECT 1 FROM nothing n JOIN orders o ON n.id = o.id AND o.nix = n.id AND q.x = o.id", "");
    row("case of names", "SELECT 1 FROM Orders o JOIN \"Customers\" c ON c.id = o.customer_id", "");
    row("having",
        "SELECT 1 FROM orders o, customers c GROUP BY c.id, o.customer_id HAVING c.id = "
        "o.customer_id",
        "customers.id = orders.customer_id");
    row("update from",
        "UPDATE orders o SET code = c.email FROM customers c WHERE o.customer_id = c.id",
        "customers.id = orders.customer_id; customers.email := orders.code");
    row("update with a subquery",
        "UPDATE orders o SET customer_id = (SELECT c.id FROM customers c "
        "WHERE c.email = o.code), tenant = tenant, parent_id = o.id, code = upper('x')",
        "customers.email = orders.code; customers.id := orders.customer_id");
    row("delete using",
        "DELETE FROM items USING orders o WHERE o.id = items.order_id RETURNING o.id",
        "items.order_id = orders.id");
    row("merge",
        "MERGE INTO orders o USING customers c ON o.customer_id = c.id WHEN MATCHED THEN DO "
        "NOTHING",
        "customers.id = orders.customer_id");
    row("insert",
        "INSERT INTO notes (subject_id) SELECT o.id FROM orders o JOIN customers c ON c.id = "
        "o.customer_id",
        "customers.id = orders.customer_id; notes.subject_id := orders.id");
    row("insert that copies rows",
        "INSERT INTO orders (id, customer_id, tenant) SELECT n.id, n.subject_id, 3 FROM notes n",
        "notes.subject_id := orders.customer_id");
    row("insert without columns", "INSERT INTO notes SELECT o.id, o.id FROM orders o", "");
    row("changes inside WITH",
        "WITH gone AS (DELETE FROM orders RETURNING id AS oid) SELECT 1 FROM items JOIN gone ON "
        "order_id = oid",
        "items.order_id = orders.id");
    row("placeholders",
        "SELECT 1 FROM orders o JOIN customers c ON c.id = o.customer_id AND c.kind = $1 LIMIT $2",
        "customers.id = orders.customer_id");
}

void TestSqlJoinsPostgreSql::views()
{
    QFETCH(QString, sql);
    QFETCH(QStringList, expected);
    const auto catalog = fixture().view(QStringLiteral("v"), sql).catalog();
    const SqlReading reading = readFixtureSql(*catalog);
    QVERIFY2(reading.skipped.empty(),
             qPrintable(reading.skipped.empty() ? QString() : reading.skipped.front().why));
    QCOMPARE(joinTexts(*catalog, reading), expected);
    QCOMPARE(reading.textsRead, 1);
}

void TestSqlJoinsPostgreSql::functions_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("expected");
    const char* const join = "customers.id = orders.customer_id";
    row("sql",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; "
        "SELECT 1 FROM orders o JOIN customers c ON c.id = o.customer_id $$",
        join);
    row("begin atomic",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 2; "
        "SELECT 1 FROM orders o JOIN customers c ON c.id = o.customer_id; END",
        join);
    row("return",
        "CREATE FUNCTION f() RETURNS bool LANGUAGE sql RETURN (SELECT true FROM orders o "
        "JOIN customers c ON c.id = o.customer_id)",
        join);
    row("plpgsql",
        "CREATE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql AS $$ DECLARE r record; n int := "
        "(SELECT count(*) FROM orders o JOIN customers c ON c.id = o.customer_id); BEGIN "
        "IF (SELECT count(*) FROM items i, orders o WHERE i.order_id = o.id) = 2 THEN n := 1; END "
        "IF; "
        "FOR r IN SELECT 1 FROM items i JOIN products p ON p.code = i.product LOOP NULL; END LOOP; "
        "PERFORM 1 FROM notes JOIN orders o ON o.parent_id = notes.id; "
        "UPDATE orders SET code = 'x' FROM customers c WHERE c.email = orders.code; "
        "SELECT 1 INTO n FROM items JOIN products USING (k); RETURN n; END $$",
        "customers.id = orders.customer_id; items.order_id = orders.id; items.product = "
        "products.code; notes.id = orders.parent_id; customers.email = orders.code; items.k = "
        "products.k");
    row("what the parser of plpgsql gives up on",
        "CREATE FUNCTION f(a int) RETURNS TABLE (x int) LANGUAGE plpgsql AS $$ DECLARE "
        "c refcursor; o orders%ROWTYPE; b CURSOR FOR SELECT 1 FROM items i JOIN products p ON "
        "p.code = i.product; BEGIN o.id := 3; -- don't stop\n /* nor /* here */ */ "
        "SELECT o2.id, ';' INTO STRICT o.id, x FROM orders o2 JOIN customers c ON c.id = "
        "o2.customer_id; "
        "OPEN c FOR SELECT 1 FROM items i, orders o WHERE i.order_id = o.id; "
        "IF o.id = 1 THEN RETURN QUERY SELECT 1 FROM notes JOIN orders o ON o.parent_id = "
        "notes.id; "
        "ELSE PERFORM E'\\';', $q$;$q$ FROM items JOIN products USING (k); END IF; RETURN NEXT; "
        "RETURN; END $$",
        "items.product = products.code; customers.id = orders.customer_id; items.order_id = "
        "orders.id; notes.id = orders.parent_id; items.k = products.k");
    row("procedure",
        "CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN DELETE FROM items USING orders o "
        "WHERE o.id = order_id; COMMIT; END $$",
        "items.order_id = orders.id");
}

void TestSqlJoinsPostgreSql::functions()
{
    QFETCH(QString, sql);
    QFETCH(QStringList, expected);
    const auto catalog = fixture().routine(QStringLiteral("f"), sql).catalog();
    const SqlReading reading = readFixtureSql(*catalog);
    QVERIFY2(reading.skipped.empty(),
             qPrintable(reading.skipped.empty() ? QString() : reading.skipped.front().why));
    QCOMPARE(joinTexts(*catalog, reading), expected);
    for (const SqlJoin& join : reading.joins)
        QCOMPARE(join.place, SqlPlace::Routine);
}

void TestSqlJoinsPostgreSql::triggerFunctions()
{
    const auto catalog =
        fixture()
            .routine(
                QStringLiteral("f"),
                QStringLiteral("CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                               "NEW.code := 'x'; IF TG_OP = 'DELETE' THEN DELETE FROM items WHERE "
                               "order_id = OLD.id; END IF; NEW.customer_id := (SELECT c.id FROM "
                               "customers c WHERE c.email = NEW.code); INSERT INTO notes (kind, "
                               "subject_id) VALUES ('x', NEW.id); RETURN NEW; END $$"))
            .trigger(QStringLiteral("orders"), {}, QStringLiteral("f"))
            .catalog();
    const SqlReading reading = readFixtureSql(*catalog);
    QCOMPARE(joinTexts(*catalog, reading),
             textsOf("items.order_id = orders.id; customers.id = orders.customer_id; "
                     "customers.email = orders.code; notes.subject_id := orders.id"));
    QCOMPARE(reading.joins.front().place, SqlPlace::Trigger);
    QVERIFY(reading.skipped.empty());
}

void TestSqlJoinsPostgreSql::viewsOfViews()
{
    const auto catalog =
        fixture()
            .view(QStringLiteral("v"), QStringLiteral("SELECT o.customer_id AS a FROM orders o"))
            .view(QStringLiteral("w"),
                  QStringLiteral("SELECT v.a, 1 + v.a AS b FROM v JOIN customers c ON c.id = v.a"))
            .routine(
                QStringLiteral("f"),
                QStringLiteral("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 FROM "
                               "notes n JOIN w ON w.a = n.subject_id AND w.b = n.id $$"))
            .catalog();
    QCOMPARE(joinTexts(*catalog, readFixtureSql(*catalog)),
             textsOf("customers.id = orders.customer_id; notes.subject_id = orders.customer_id"));

    // views that read each other, as only a broken catalog has them
    const auto circle = fixture()
                            .view(QStringLiteral("v"), QStringLiteral("SELECT a FROM w"))
                            .view(QStringLiteral("w"), QStringLiteral("SELECT a, a AS b FROM v"))
                            .catalog();
    QVERIFY(readFixtureSql(*circle).joins.empty());
}

void TestSqlJoinsPostgreSql::searchPath()
{
    SqlFixture made = fixture();
    made.routine(QStringLiteral("f"),
                 QStringLiteral("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 FROM "
                                "orders JOIN invoices ON order_no = nr $$"));
    made.objects().routines.front().properties = {
        {QStringLiteral("Settings"),
         QStringLiteral("work_mem=1MB, search_path=billing, \"public\"")}};
    const auto catalog = made.catalog();
    QCOMPARE(joinTexts(*catalog, readFixtureSql(*catalog)),
             textsOf("billing.invoices.order_no = billing.orders.nr"));
}

void TestSqlJoinsPostgreSql::skipped_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, const char* sql, const char* why) {
        QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(why);
    };
    row("no SQL", "SELEC 1", "syntax error");
    row("dynamic",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'x'; RETURN 1; END "
        "$$",
        "EXECUTE");
    row("dynamic loop",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ DECLARE r record; BEGIN "
        "FOR r IN EXECUTE 'x' LOOP NULL; END LOOP; RETURN 1; END $$",
        "EXECUTE");
    row("other language", "CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS 'return 1'",
        "plpython3u");
    row("body does not parse",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT FROM WHERE'", "syntax error");
    row("NUL", "SELECT '\x01' FROM", "syntax error");
}

void TestSqlJoinsPostgreSql::skipped()
{
    QFETCH(QString, sql);
    QFETCH(QString, why);
    const auto catalog = fixture().routine(QStringLiteral("f"), sql).catalog();
    const SqlReading reading = readFixtureSql(*catalog);
    QVERIFY(reading.joins.empty());
    QCOMPARE(reading.skipped.size(), std::size_t(1));
    QVERIFY2(reading.skipped.front().why.contains(why), qPrintable(reading.skipped.front().why));
    QVERIFY(reading.skipped.front().why.endsWith(QLatin1Char('.')));
    QVERIFY(!reading.skipped.front().placeName.isEmpty());
}

void TestSqlJoinsPostgreSql::scripts()
{
    const auto catalog = fixture().catalog();
    SqlText text;
    text.placeName = QStringLiteral("reports.sql");
    text.text = QStringLiteral(
        "\\connect shop\nCOPY t (a) FROM stdin;\nit's 1\t;\n\\.\nCREATE VIEW x AS SELECT 1 FROM "
        "orders o JOIN customers c ON c.id = "
        "o.customer_id;\n"
        "this is no SQL;\nCREATE TABLE t AS SELECT 1 FROM items i JOIN products p ON p.code = "
        "i.product;\n"
        "DO $$ BEGIN PERFORM 1 FROM notes n JOIN orders o ON o.id = n.subject_id; END $$;\n"
        "CREATE RULE r AS ON INSERT TO orders DO ALSO SELECT 1 FROM items JOIN products USING "
        "(k);");
    const std::atomic_bool cancelled = false;
    const SqlReading reading = readSqlTexts(*catalog, {text}, cancelled);
    QCOMPARE(
        joinTexts(*catalog, reading),
        textsOf(
            "items.product = products.code; notes.subject_id = orders.id; items.k = products.k; "
            "customers.id = orders.customer_id"));
    QVERIFY(!reading.skipped.empty());
    QCOMPARE(reading.joins.front().place, SqlPlace::File);
    QCOMPARE(reading.joins.front().placeName, text.placeName);
}

void TestSqlJoinsPostgreSql::placesAndOrder()
{
    const QString sql =
        QStringLiteral("SELECT 1 FROM orders o JOIN customers c ON c.id = o.customer_id "
                       "UNION SELECT 2 FROM customers a, orders b WHERE b.customer_id = a.id");
    const auto catalog =
        fixture()
            .view(QStringLiteral("w"), sql)
            .view(QStringLiteral("v"), sql)
            .routine(QStringLiteral("f"), QStringLiteral("CREATE FUNCTION f() RETURNS int "
                                                         "LANGUAGE sql AS $$%1$$")
                                              .arg(sql))
            .catalog();
    const SqlReading reading = readFixtureSql(*catalog);
    QStringList places;
    for (const SqlJoin& join : reading.joins)
        places << join.placeName;
    // once for each place, however often it says so
    QCOMPARE(places,
             QStringList({QStringLiteral("v"), QStringLiteral("w"), QStringLiteral("f()")}));
    QCOMPARE(reading.textsRead, 3);
    QCOMPARE(readFixtureSql(*catalog), reading);
}

void TestSqlJoinsPostgreSql::cancelled()
{
    const auto catalog = fixture().view(QStringLiteral("v"), QStringLiteral("SELECT 1")).catalog();
    const std::atomic_bool cancelled = true;
    QCOMPARE(readCatalogSql(*catalog, cancelled).textsRead, 0);
}

void TestSqlJoinsPostgreSql::severalThreads()
{
    const auto catalog =
        fixture()
            .view(QStringLiteral("v"), QStringLiteral("SELECT 1 FROM orders o JOIN customers c ON "
                                                      "c.id = o.customer_id"))
            .view(QStringLiteral("w"), QStringLiteral("SELECT FROM WHERE"))
            .catalog();
    const SqlReading expected = readFixtureSql(*catalog);
    std::atomic_int same = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int n = 0; n < 200; ++n)
                    same += readFixtureSql(*catalog) == expected ? 1 : 0;
            });
        }
    }
    QCOMPARE(same.load(), 800);
}

void TestSqlJoinsPostgreSql::hostileTexts()
{
    const QString good = QStringLiteral("WITH RECURSIVE t AS (SELECT id, parent_id FROM orders "
                                        "UNION ALL SELECT o.id, o.parent_id FROM "
                                        "orders o JOIN t ON o.parent_id = t.id) SELECT 1 FROM t "
                                        "JOIN customers c ON c.id::text = 'a''b' "
                                        "AND (c.id, 1) = (t.id, $1) WHERE c.kind IN ('x', 'y') OR "
                                        "EXISTS (SELECT 1 FROM items USING)");
    std::mt19937 random(11);
    for (int i = 0; i < 1500; ++i) {
        QString sql = good;
        if (i % 3 == 0)
            sql.truncate(qsizetype(random() % unsigned(good.size())));
        else
            for (unsigned n = 1 + random() % 4; n > 0; --n)
                sql[qsizetype(random() % unsigned(sql.size()))] =
                    QChar(ushort(random() % 0x250 + 1));
        const QString body =
            QStringLiteral("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $x$ "
                           "BEGIN %1; END $x$")
                .arg(sql);
        const auto catalog =
            fixture().view(QStringLiteral("v"), sql).routine(QStringLiteral("f"), body).catalog();
        const SqlReading reading = readFixtureSql(*catalog); // ends, and says something sensible
        QCOMPARE(reading.textsRead, 2);
    }
    const auto many = [](const char* part, int count) {
        return QString::fromLatin1(part).repeated(count);
    };
    for (const QString& deep :
         {QString(QStringLiteral("SELECT a") + many("||a", 200000)),
          QString(QStringLiteral("SELECT ") + many("(", 9000)),
          QString(QStringLiteral("SELECT ") + many("f(", 9000) + many(")", 9000)),
          QString(QStringLiteral("SELECT 1") + many(" UNION SELECT 1", 15000)),
          QString(QStringLiteral("SELECT ") + many("(SELECT ", 3000) + many(")", 3000)),
          QString(QStringLiteral("SELECT 1 FROM a") + many(" JOIN b ON true", 15000)),
          QString(QStringLiteral("SELECT ") + many("NOT ", 9000) + QLatin1Char('a')),
          QString(QStringLiteral("SELECT ") + many("CASE WHEN ", 9000)),
          QString(QStringLiteral("SELECT 1 WHERE a") + many(" AND a", 40000)),
          QString(QStringLiteral("SELECT '") + QChar(u'\0') + QChar(ushort(0xd800)) +
                  QLatin1Char('\'')),
          QString(1000000, QLatin1Char('x'))}) {
        const auto catalog = fixture().view(QStringLiteral("v"), deep).catalog();
        const SqlReading reading = readFixtureSql(*catalog);
        QVERIFY(reading.skipped.size() <= 1);
    }
}

QTEST_APPLESS_MAIN(TestSqlJoinsPostgreSql)
#include "tst_sql_joins_postgresql.moc"
