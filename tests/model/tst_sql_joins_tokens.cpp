// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Joins in the SQL of MariaDB and SQLite: everything listed must be found, and nothing else.
#include "tests/support/sql_fixture.h"

#include <QTest>

#include <array>
#include <random>

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
other.invoices
  id integer pk
  order_no integer
view v
  a integer
view w
  a integer
  b integer
)";

QStringList textsOf(const char* expected)
{
    QStringList lines = QString::fromUtf8(expected).split(QLatin1String("; "), Qt::SkipEmptyParts);
    lines.sort();
    return lines;
}

QString firstSkipped(const SqlReading& reading)
{
    return reading.skipped.empty() ? QString() : reading.skipped.front().why;
}

const char* const orderOfCustomer = "customers.id = orders.customer_id";

} // namespace

class TestSqlJoinsTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void both_data();
    void both();
    void mariadb_data();
    void mariadb();
    void sqlite_data();
    void sqlite();
    void bodies_data();
    void bodies();
    void triggers();
    void viewsOfViews();
    void skipped_data();
    void skipped();
    void readsWhatStandsBeforeTheFault();
    void digests();
    void hostileTexts();

private:
    static void check(Engine engine);
};

void TestSqlJoinsTokens::check(Engine engine)
{
    QFETCH(QString, sql);
    QFETCH(QStringList, expected);
    const auto catalog = SqlFixture(shop, engine).view(QStringLiteral("v"), sql).catalog();
    const SqlReading reading = readFixtureSql(*catalog);
    QVERIFY2(reading.skipped.empty(), qPrintable(firstSkipped(reading)));
    QCOMPARE(joinTexts(*catalog, reading), expected);
}

namespace {

void columns()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("expected");
}

void row(const char* name, const char* sql, const char* expected)
{
    QTest::newRow(name) << QString::fromUtf8(sql) << textsOf(expected);
}

} // namespace

void TestSqlJoinsTokens::both_data()
{
    columns();
    row("on", "SELECT 1 FROM orders o JOIN customers AS c ON c.id = o.customer_id",
        orderOfCustomer);
    row("where",
        "select count(*) as n, o.* from orders o, customers where o.customer_id = customers.id "
        "and (o.code like 'a%' escape '!' or o.tenant between 1 and 3) group by o.id order by n "
        "desc limit 3",
        orderOfCustomer);
    row("columns without qualifier", "SELECT 1 FROM orders JOIN customers ON customer_id = email",
        "customers.email = orders.customer_id");
    row("ambiguous", "SELECT 1 FROM orders JOIN customers ON customer_id = id", "");
    row("case of names", "select 1 from ORDERS O join Customers c on C.ID = o.Customer_Id",
        orderOfCustomer);
    row("several columns",
        "SELECT 1 FROM orders o LEFT OUTER JOIN customers c ON o.customer_id = c.id AND c.tenant = "
        "o.tenant",
        "customers.id, customers.tenant = orders.customer_id, orders.tenant");
    row("rows",
        "SELECT 1 FROM orders o, customers c WHERE (o.customer_id, o.tenant) = (c.id, c.tenant)",
        "customers.id, customers.tenant = orders.customer_id, orders.tenant");
    row("casts",
        "SELECT 1 FROM orders o JOIN customers c ON cast(c.id AS char(36)) = (o.customer_id) "
        "COLLATE nocase",
        orderOfCustomer);
    row("using and natural", "SELECT k FROM items JOIN products USING (k) NATURAL JOIN nothing",
        "items.k = products.k");
    row("self join", "SELECT 1 FROM customers c JOIN customers r ON c.referrer_id = r.id",
        "customers.id = customers.referrer_id");
    row("in, exists, scalar",
        "SELECT (SELECT max(line) FROM items WHERE order_id = o.id) FROM orders o WHERE "
        "o.customer_id NOT IN "
        "(SELECT id FROM customers) AND NOT EXISTS (SELECT 1 FROM products p WHERE p.code = "
        "o.code)",
        "items.order_id = orders.id; customers.id = orders.customer_id; orders.code = "
        "products.code");
    row("derived table and common table",
        "WITH x(cid) AS (SELECT id FROM customers) SELECT 1 FROM (SELECT customer_id AS c2 FROM "
        "orders) d "
        "JOIN x ON x.cid = d.c2",
        orderOfCustomer);
    row("recursive",
        "WITH RECURSIVE t AS (SELECT id, parent_id FROM orders UNION ALL SELECT o.id, o.parent_id "
        "FROM orders o "
        "JOIN t ON o.parent_id = t.id) SELECT * FROM t ORDER BY 1",
        "orders.id = orders.parent_id");
    row("union",
        "SELECT 1 FROM orders o JOIN customers c ON c.id = o.customer_id UNION ALL SELECT 2 FROM "
        "items i, "
        "orders o WHERE i.order_id = o.id",
        "customers.id = orders.customer_id; items.order_id = orders.id");
    row("literals",
        "SELECT 1 FROM notes n JOIN orders o ON n.subject_id = o.id WHERE n.subject_type = 'Order' "
        "AND n.kind IN ('a', 'b') AND o.tenant = -7",
        "notes.subject_id = orders.id [notes.subject_type=Order] [notes.kind=a] [notes.kind=b] "
        "[orders.tenant=-7]");
    row("or",
        "SELECT 1 FROM notes n, orders o, customers c WHERE (n.subject_type = 'O' AND n.subject_id "
        "= o.id) "
        "OR (n.subject_type = 'C' AND n.subject_id = c.id)",
        "notes.subject_id = orders.id [notes.subject_type=O]; customers.id = notes.subject_id "
        "[notes.subject_type=C]");
    row("states nothing",
        "SELECT o.customer_id = c.id, CASE WHEN o.customer_id = c.id THEN 1 ELSE 2 END FROM orders "
        "o JOIN customers c "
        "ON o.id <> c.id AND NOT (o.customer_id = c.id) AND o.tenant >= c.tenant AND "
        "coalesce(o.parent_id = c.id, 1) "
        "AND o.customer_id + 1 = c.id AND o.code || 'x' = c.email AND o.customer_id IS NOT NULL",
        "");
    row("parentheses around joins",
        "SELECT 1 FROM ((orders o JOIN customers c ON ((o.customer_id = c.id))) LEFT JOIN items i "
        "ON (i.order_id = o.id))",
        "customers.id = orders.customer_id; items.order_id = orders.id");
    row("windows, filters and intervals",
        "SELECT row_number() OVER (PARTITION BY o.id ORDER BY o.code) AS r, sum(o.tenant) OVER w "
        "FROM orders o "
        "JOIN customers c ON c.id = o.customer_id WINDOW w AS (ORDER BY o.id)",
        orderOfCustomer);
    row("unknown names",
        "SELECT 1 FROM nothing n JOIN orders o ON n.id = o.id AND q.x = o.id AND o.nix = n.a", "");
    row("other schema",
        "SELECT 1 FROM other.invoices JOIN orders ON other.invoices.order_no = orders.id",
        "other.invoices.order_no = orders.id");
    row("strings and comments",
        "SELECT 'from x', 1 -- join a on b = c\n FROM orders /* o */ JOIN customers c "
        "ON c.id = customer_id",
        orderOfCustomer);
}

void TestSqlJoinsTokens::both()
{
    check(Engine::MariaDb);
    check(Engine::Sqlite);
}

void TestSqlJoinsTokens::mariadb_data()
{
    columns();
    row("as the server writes it",
        "select `o`.`id` AS `id`,`c`.`email` AS `email` from (`public`.`orders` `o` join "
        "`public`.`customers` `c` "
        "on(`c`.`id` = `o`.`customer_id` and `c`.`kind` = 'x' collate utf8mb4_bin)) where "
        "`o`.`parent_id` is null",
        "customers.id = orders.customer_id [customers.kind=x]");
    row("qualified by schema",
        "select 1 from `public`.`orders` join `public`.`customers` on(`public`.`customers`.`id` = "
        "`public`.`orders`.`customer_id`)",
        orderOfCustomer);
    row("convert and introducers",
        "select 1 from orders o join products p on convert(o.code using utf8mb4) = p.code and p.k "
        "= _utf8mb4'3'",
        "orders.code = products.code [products.k=3]");
    row("null-safe", "select 1 from orders o join customers c on c.id <=> o.customer_id",
        orderOfCustomer);
    row("straight join, hints, partition, system time",
        "select sql_no_cache straight_join 1 from orders partition (p0) o use index (a, b) "
        "straight_join customers "
        "for system_time as of now(6) c force index for join (x) on c.id = o.customer_id for "
        "update",
        orderOfCustomer);
    row("conditions behind nested joins",
        "select 1 from items i join orders o join customers c on c.id = o.customer_id on "
        "i.order_id = o.id",
        "customers.id = orders.customer_id; items.order_id = orders.id");
    row("logic signs",
        "select 1 from orders o, customers c where c.id = o.customer_id && !(o.id = 3)",
        orderOfCustomer);
    row("functions",
        "select group_concat(distinct o.code order by o.id separator ', '), extract(year from "
        "now()), "
        "trim(both 'x' from o.code), date_add(now(), interval 1 day), json_extract(o.code, '$.a') "
        "from "
        "orders o join customers c on c.id = o.customer_id where match (o.code) against ('x' in "
        "boolean mode)",
        orderOfCustomer);
    row("update",
        "update orders o join customers c on c.id = o.customer_id set o.code = c.email where o.id "
        "= 1",
        "customers.id = orders.customer_id [orders.id=1]; customers.email := orders.code");
    row("delete", "delete o, i from orders o join items i on i.order_id = o.id",
        "items.order_id = orders.id");
    row("delete using", "delete from i using items i join orders o on i.order_id = o.id",
        "items.order_id = orders.id");
    row("insert",
        "insert ignore into notes (id) select o.id from orders o join customers c on c.id = "
        "o.customer_id "
        "on duplicate key update kind = values(kind)",
        orderOfCustomer);
    row("insert values and set",
        "insert into orders (id, customer_id, code) values (1, (select id from customers limit 1), "
        "'x'), (2, 3, 4); "
        "insert into notes set subject_id = (select o.id from orders o), kind = 'x'",
        "customers.id := orders.customer_id; notes.subject_id := orders.id");
    row("name in double quotes is a string",
        "select 1 from orders o join customers c on c.id = o.customer_id "
        "and c.kind = \"vip\"",
        "customers.id = orders.customer_id [customers.kind=vip]");
}

void TestSqlJoinsTokens::mariadb()
{
    check(Engine::MariaDb);
    check(Engine::MySql);
}

void TestSqlJoinsTokens::sqlite_data()
{
    columns();
    row("brackets and double quotes",
        "SELECT 1 FROM [orders] o JOIN \"customers\" c ON c.[id] = o.\"customer_id\"",
        orderOfCustomer);
    row("a name that is a string",
        "SELECT 1 FROM notes n JOIN orders o ON n.subject_id = o.id AND "
        "n.subject_type = \"Order\"",
        "notes.subject_id = orders.id [notes.subject_type=Order]");
    row("two equal signs and IS",
        "SELECT 1 FROM orders o JOIN customers c ON c.id == o.customer_id AND c.tenant IS o.tenant",
        "customers.id, customers.tenant = orders.customer_id, orders.tenant");
    row("rowid", "SELECT 1 FROM orders o JOIN customers c ON c.rowid = o.customer_id",
        orderOfCustomer);
    row("json and indexes",
        "SELECT 1 FROM orders o INDEXED BY x JOIN customers c NOT INDEXED ON c.id = o.customer_id, "
        "json_each(o.code) j WHERE o.code -> '$.a' = j.value AND o.code GLOB 'x*' AND o.id NOTNULL",
        orderOfCustomer);
    row("update from",
        "UPDATE orders SET code = 'x' FROM customers c WHERE c.id = orders.customer_id",
        orderOfCustomer);
    row("values", "SELECT 1 FROM orders WHERE (id, code) IN (VALUES (1, 'a')) UNION VALUES (1)",
        "");
    row("recursive without the word",
        "WITH t AS (SELECT id, parent_id FROM orders UNION SELECT o.id, o.parent_id FROM "
        "orders o, t WHERE t.parent_id = o.id) SELECT * FROM t",
        "orders.id = orders.parent_id");
    row("placeholders",
        "SELECT 1 FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id = ?1 AND "
        "o.code = :a "
        "AND c.kind = @b AND c.email = $c",
        orderOfCustomer);
}

void TestSqlJoinsTokens::sqlite()
{
    check(Engine::Sqlite);
}

void TestSqlJoinsTokens::bodies_data()
{
    columns();
    row("block",
        "begin declare n int default (select count(*) from items i join orders o on i.order_id = "
        "o.id); "
        "declare c cursor for select 1 from orders o join customers c on c.id = o.customer_id; "
        "if exists (select 1 from items join products using (k)) and n > 1 then update orders o "
        "join notes n2 on "
        "n2.id = o.parent_id set code = 1; elseif (select 1 from products p, orders o where p.code "
        "= o.code) = 2 then set n = 2; "
        "end if; while n > 0 do set n = n - 1; end while; l: loop leave l; end loop; end",
        "items.order_id = orders.id; customers.id = orders.customer_id; items.k = products.k; "
        "notes.id = orders.parent_id; "
        "orders.code = products.code");
    row("loop over a query",
        "for r in (select 1 from items i join orders o on i.order_id = o.id) do set @a = 1; end "
        "for",
        "items.order_id = orders.id");
    row("return", "return (select c.email from orders o join customers c on c.id = o.customer_id)",
        orderOfCustomer);
    row("into variables",
        "begin select c.id, c.email into a, b from orders o join customers c on c.id = "
        "o.customer_id; end",
        orderOfCustomer);
    row("no query", "begin set @a = 1; call p(3); end", "");
}

void TestSqlJoinsTokens::bodies()
{
    QFETCH(QString, sql);
    QFETCH(QStringList, expected);
    const auto catalog =
        SqlFixture(shop, Engine::MariaDb).routine(QStringLiteral("f"), sql).catalog();
    const SqlReading reading = readFixtureSql(*catalog);
    QVERIFY2(reading.skipped.empty(), qPrintable(firstSkipped(reading)));
    QCOMPARE(joinTexts(*catalog, reading), expected);
}

void TestSqlJoinsTokens::triggers()
{
    const QString body =
        QStringLiteral("INSERT INTO notes (id) SELECT p.k FROM products p WHERE "
                       "p.code = NEW.code; DELETE FROM items WHERE "
                       "order_id = OLD.id AND k = old.nothing; UPDATE customers "
                       "SET kind = 'x' WHERE id = new.customer_id; INSERT INTO notes "
                       "(subject_id, kind, x) VALUES (NEW.id, 'x', NEW.code);");
    for (const Engine engine : {Engine::Sqlite, Engine::MariaDb}) {
        const auto catalog =
            SqlFixture(shop, engine).trigger(QStringLiteral("orders"), body).catalog();
        const SqlReading reading = readFixtureSql(*catalog);
        QVERIFY2(reading.skipped.empty(), qPrintable(firstSkipped(reading)));
        QCOMPARE(joinTexts(*catalog, reading),
                 textsOf("orders.code = products.code; items.order_id = orders.id; customers.id = "
                         "orders.customer_id; notes.id := products.k; notes.subject_id := "
                         "orders.id"));
        QCOMPARE(reading.joins.front().place, SqlPlace::Trigger);
    }
}

void TestSqlJoinsTokens::viewsOfViews()
{
    const auto catalog =
        SqlFixture(shop, Engine::Sqlite)
            .view(QStringLiteral("v"),
                  QStringLiteral("SELECT customer_id FROM orders")) // CREATE VIEW v(a)
            .view(QStringLiteral("w"),
                  QStringLiteral("SELECT V.A, 1 AS b FROM v JOIN customers c ON c.id = v.a"))
            .trigger(QStringLiteral("notes"),
                     QStringLiteral("DELETE FROM w WHERE w.a = NEW.subject_id AND w.b = NEW.id;"))
            .catalog();
    QCOMPARE(joinTexts(*catalog, readFixtureSql(*catalog)),
             textsOf("customers.id = orders.customer_id; notes.subject_id = orders.customer_id"));
}

void TestSqlJoinsTokens::skipped_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, const char* sql, const char* why) {
        QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(why);
    };
    row("open quote", "select 1 from orders where code = 'abc", "never ends");
    row("open parenthesis", "select (1 from orders", "\"from\"");
    row("too short", "select 1 from orders where", "ends too early");
    row("no table", "select 1 from where", "WHERE");
    row("rest", "select 1 from orders o where o.id = 1 nonsense", "nonsense");
    row("dynamic", "begin prepare s from 'select 1'; execute s; end", "PREPARE");
    row("dynamic at once", "begin execute immediate @x; end", "PREPARE");
}

void TestSqlJoinsTokens::skipped()
{
    QFETCH(QString, sql);
    QFETCH(QString, why);
    const auto catalog =
        SqlFixture(shop, Engine::MariaDb).routine(QStringLiteral("f"), sql).catalog();
    const SqlReading reading = readFixtureSql(*catalog);
    QVERIFY(reading.joins.empty());
    QCOMPARE(reading.skipped.size(), std::size_t(1));
    QVERIFY2(reading.skipped.front().why.contains(why, Qt::CaseInsensitive),
             qPrintable(reading.skipped.front().why));
    QVERIFY(reading.skipped.front().why.endsWith(QLatin1Char('.')));
}

void TestSqlJoinsTokens::readsWhatStandsBeforeTheFault()
{
    const auto catalog =
        SqlFixture(shop, Engine::MariaDb)
            .routine(
                QStringLiteral("f"),
                QStringLiteral("begin select 1 from orders o join customers c on c.id = "
                               "o.customer_id where ) x; "
                               "select 1 from items i join orders o on i.order_id = o.id; end"))
            .catalog();
    const SqlReading reading = readFixtureSql(*catalog);
    QCOMPARE(joinTexts(*catalog, reading),
             textsOf("customers.id = orders.customer_id; items.order_id = orders.id"));
    QCOMPARE(reading.skipped.size(), std::size_t(1));
}

void TestSqlJoinsTokens::digests()
{
    const auto catalog = SqlFixture(shop, Engine::MariaDb).catalog();
    SqlText text;
    text.place = SqlPlace::Statistics;
    text.placeName = QStringLiteral("statement statistics");
    text.text = QStringLiteral(
        "SELECT `o` . `id` , COUNT ( * ) FROM `public` . `orders` `o` JOIN `customers` `c` ON "
        "`c` . `id` = `o` . `customer_id` WHERE `o` . `code` IN (...) AND `o` . `id` = ? AND "
        "`c` . `kind` = ? LIMIT ?, ...");
    const std::atomic_bool cancelled = false;
    SqlReading reading = readSqlTexts(*catalog, {text}, cancelled);
    QCOMPARE(joinTexts(*catalog, reading), textsOf(orderOfCustomer));
    QCOMPARE(reading.joins.front().place, SqlPlace::Statistics);

    text.text = QStringLiteral(
        "SELECT `a` FROM `orders` `o` JOIN `customers` `c` ON `c` . `id` = `o` . `customer_id` "
        "WHERE `o` . ...");
    reading = readSqlTexts(*catalog, {text}, cancelled);
    QCOMPARE(joinTexts(*catalog, reading), textsOf(orderOfCustomer));
}

void TestSqlJoinsTokens::hostileTexts()
{
    static constexpr std::array words{
        "select", "from",   "join",  "(",       ")",       ",",        ";",           "update",
        "set",    "delete", "using", "with",    "as",      "into",     "a",           "orders",
        "insert", "b.c",    "`x`",   "=",       ".",       "new.d",    "union",       "where",
        "on",     "'s'",    "left",  "natural", "*",       "@v",       "1.5",         "case",
        "when",   "end",    "in",    "not",     "and",     "or",       "exists",      "cast",
        "<",      ">",      "!",     "is",      "between", "interval", "-",           "?",
        ":",      "'",      "\"",    "/*",      "values",  "for",      "system_time", "having",
        "group",  "like",   "row",   "over",    "prepare", "begin",    "window",      "then",
        "index",  "use"};
    std::mt19937 random(3);
    for (int i = 0; i < 20000; ++i) {
        QString sql = i % 2 == 0 ? QString() : QStringLiteral("select 1 from orders ");
        for (unsigned length = random() % 24; length > 0; --length)
            sql += QLatin1String(words[random() % words.size()]) + QLatin1Char(' ');
        const Engine engine = i % 3 == 0 ? Engine::Sqlite : Engine::MariaDb;
        const auto catalog = SqlFixture(shop, engine).view(QStringLiteral("v"), sql).catalog();
        readFixtureSql(*catalog); // ends
    }
    const auto many = [](const char* part, int count) {
        return QString::fromLatin1(part).repeated(count);
    };
    for (const QString& deep :
         {many("(", 100000), QString(QStringLiteral("select ") + many("(", 100000)),
          QString(QStringLiteral("select 1 from ") + many("(", 100000)),
          QString(QStringLiteral("select ") + many("(select ", 50000)),
          QString(QStringLiteral("select ") + many("not ", 100000)),
          QString(QStringLiteral("select ") + many("case when ", 50000)),
          QString(QStringLiteral("select ") + many("- ", 100000)),
          QString(QStringLiteral("select ") + many("interval ", 50000)),
          QString(QStringLiteral("select 1") + many(" union select 1", 50000)),
          QString(QStringLiteral("select f") + many("(g(select 1", 30000)),
          QString(QStringLiteral("select a") + many(" or a", 100000)),
          QString(QStringLiteral("with a as ") + many("(with a as ", 50000))}) {
        for (const Engine engine : {Engine::Sqlite, Engine::MariaDb}) {
            const auto catalog = SqlFixture(shop, engine).view(QStringLiteral("v"), deep).catalog();
            readFixtureSql(*catalog);
        }
    }
}

QTEST_APPLESS_MAIN(TestSqlJoinsTokens)
#include "tst_sql_joins_tokens.moc"
