// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The SELECTs of paths as texts: quoting and aliases by engine, LEFT where a partner may be
// missing, types of polymorphic references, conditions on deleted rows, doubts as comments that
// nothing can break out of. That servers take them is tst_joins_in_samples' matter.
#include "model/export/path_formats.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr const char* shop = "customers\n"
                             "  id integer pk\n"
                             "  name text\n"
                             "  deleted_at timestamp?\n"
                             "orders\n"
                             "  id integer pk\n"
                             "  order_no text\n"
                             "  customer_id integer > customers.id\n"
                             "  parent_id integer? > orders.id\n"
                             "payments\n"
                             "  id integer pk\n"
                             "  order_id integer? > orders.id\n"
                             "variants\n"
                             "  product_id integer\n"
                             "  variant_no integer\n"
                             "  sku text\n"
                             "  unique product_id, variant_no\n"
                             "stock_levels\n"
                             "  product_id integer\n"
                             "  variant_no integer\n"
                             "  key product_id, variant_no > variants.product_id, variant_no\n"
                             "attachments\n"
                             "  id integer pk\n"
                             "  owner_type text\n"
                             "  owner_id integer?\n"
                             "notes\n"
                             "  id uuid pk\n"
                             "  order_ref text?\n"
                             "  customer uuid?\n"
                             "as_of_dates\n"
                             "  id integer pk\n"
                             "  order_id integer > orders.id\n";

/// A catalog of one engine, with relationships beside the declared ones.
class Fixture
{
public:
    explicit Fixture(Engine engine = Engine::PostgreSql, const QString& text = QLatin1String(shop))
    {
        CatalogObjects objects = SchemaText::source(text).objects;
        objects.sources.front().engine = engine;
        m_catalog = std::make_shared<const Catalog>(mergeSources(
            {std::make_shared<const SourceCatalog>(finishSource(std::move(objects)))}));
        m_relationships = declaredRelationships(*m_catalog);
    }

    [[nodiscard]] const Catalog& catalog() const { return *m_catalog; }
    [[nodiscard]] TableId table(const QString& name) const
    {
        return TableId{m_catalog->resolve(name)->index};
    }
    [[nodiscard]] ColumnId column(const char* name) const
    {
        return ColumnId{m_catalog->resolve(QString::fromUtf8(name))->index};
    }
    Relationship& infer(const char* child, const char* parent, double confidence)
    {
        Relationship& added = m_relationships.emplace_back();
        added.origin = RelationshipOrigin::Inferred;
        added.confidence = confidence;
        added.childColumns = {column(child)};
        added.child = m_catalog->column(column(child)).table;
        added.targets = {target(parent)};
        return added;
    }
    [[nodiscard]] RelationshipTarget target(const char* parent, const QString& value = {}) const
    {
        return {m_catalog->column(column(parent)).table, {column(parent)}, value};
    }
    [[nodiscard]] JoinFactsPointer facts() const
    {
        return std::make_shared<const JoinFacts>(
            JoinFacts{JoinGraph(m_catalog, std::make_shared<const Relationships>(m_relationships)),
                      softDeletes});
    }
    /// The SELECT of the cheapest path.
    [[nodiscard]] QString sql(std::initializer_list<const char*> names,
                              const SelectOptions& options = {}) const
    {
        PathQuestion question;
        for (const char* name : names)
            question.tables.push_back(table(QString::fromUtf8(name)));
        const JoinFactsPointer known = facts();
        const PathAnswer answer = findPaths(known->graph, question, std::atomic_bool(false));
        if (answer.paths.empty())
            return answer.none->why;
        return pathSql({*known, question, answer, options, true}, answer.paths.front());
    }

    std::vector<SoftDelete> softDeletes;

private:
    std::shared_ptr<const Catalog> m_catalog;
    Relationships m_relationships;
};

/// Outside of quotes and comments: what a server would read as code.
QString codeOf(const QString& sql, QLatin1Char quote)
{
    QString code;
    for (const QString& line : sql.split(QLatin1Char('\n'))) {
        bool quoted = false;
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line[i] == quote)
                quoted = !quoted;
            if (!quoted && QStringView(line).sliced(i).startsWith(QLatin1String("-- ")))
                break;
            if (!quoted)
                code += line[i];
        }
    }
    return code;
}

} // namespace

class TestSelectJoins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statements_data();
    void statements();
    void aliasOfTemporaryNames();
    void engines_data();
    void engines();
    void polymorphic();
    void allTargets();
    void softDeletesWhereTheyBelong();
    void doubtsAreComments();
    void innerJoins();
    void hostileNamesStayNames();
    void namesThatCannotBeWritten();
    void markdownKeepsTheStatementInside();
};

void TestSelectJoins::statements_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("expected");
    QTest::newRow("required parent") << QStringLiteral("orders") << QStringLiteral("customers")
                                     << QStringLiteral("-- orders → customers: 1 join, declared\n"
                                                       "SELECT\n"
                                                       "    o.id,\n"
                                                       "    o.order_no,\n"
                                                       "    c.id AS customers_id,\n"
                                                       "    c.name\n"
                                                       "FROM orders AS o\n"
                                                       "JOIN customers AS c\n"
                                                       "    ON c.id = o.customer_id\n"
                                                       "LIMIT 100;\n");
    QTest::newRow("children, then theirs")
        << QStringLiteral("customers") << QStringLiteral("payments")
        << QStringLiteral("-- customers → orders → payments: 2 joins, all declared\n"
                          "SELECT\n"
                          "    c.id,\n"
                          "    c.name,\n"
                          "    o.id AS orders_id,\n"
                          "    o.order_no,\n"
                          "    p.id AS payments_id\n"
                          "FROM customers AS c\n"
                          "LEFT JOIN orders AS o\n"
                          "    ON c.id = o.customer_id\n"
                          "LEFT JOIN payments AS p\n"
                          "    ON o.id = p.order_id\n"
                          "LIMIT 100;\n");
    QTest::newRow("nullable parent, and everything behind it")
        << QStringLiteral("payments") << QStringLiteral("customers")
        << QStringLiteral("-- payments → orders → customers: 2 joins, all declared\n"
                          "SELECT\n"
                          "    p.id,\n"
                          "    o.id AS orders_id,\n"
                          "    o.order_no,\n"
                          "    c.id AS customers_id,\n"
                          "    c.name\n"
                          "FROM payments AS p\n"
                          "LEFT JOIN orders AS o\n"
                          "    ON o.id = p.order_id\n"
                          "LEFT JOIN customers AS c\n"
                          "    ON c.id = o.customer_id\n"
                          "LIMIT 100;\n");
    QTest::newRow("composite key")
        << QStringLiteral("stock_levels") << QStringLiteral("variants")
        << QStringLiteral("-- stock_levels → variants: 1 join, declared\n"
                          "SELECT\n"
                          "    sl.variant_no,\n"
                          "    v.variant_no AS variants_variant_no,\n"
                          "    v.sku\n"
                          "FROM stock_levels AS sl\n"
                          "JOIN variants AS v\n"
                          "    ON v.product_id = sl.product_id\n"
                          "    AND v.variant_no = sl.variant_no\n"
                          "LIMIT 100;\n");
    QTest::newRow("the same table twice") << QStringLiteral("orders") << QStringLiteral("orders")
                                          << QStringLiteral("-- orders → orders: 1 join, declared\n"
                                                            "SELECT\n"
                                                            "    o.id,\n"
                                                            "    o.order_no,\n"
                                                            "    o2.id AS orders_id,\n"
                                                            "    o2.order_no AS orders_order_no\n"
                                                            "FROM orders AS o\n"
                                                            "LEFT JOIN orders AS o2\n"
                                                            "    ON o2.id = o.parent_id\n"
                                                            "LIMIT 100;\n");
    QTest::newRow("no keyword as alias, but what the last word says")
        << QStringLiteral("as_of_dates") << QStringLiteral("orders")
        << QStringLiteral("-- as_of_dates → orders: 1 join, declared\n"
                          "SELECT\n"
                          "    aod.id,\n"
                          "    o.id AS orders_id,\n"
                          "    o.order_no\n"
                          "FROM as_of_dates AS aod\n"
                          "JOIN orders AS o\n"
                          "    ON o.id = aod.order_id\n"
                          "LIMIT 100;\n");
}

void TestSelectJoins::statements()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, expected);
    QCOMPARE(Fixture().sql({from.toUtf8().constData(), to.toUtf8().constData()}), expected);
}

void TestSelectJoins::aliasOfTemporaryNames()
{
    const auto sql = [](const char* text) {
        return Fixture(Engine::PostgreSql, QString::fromUtf8(text)).sql({"tmp_orders", "items"});
    };
    QVERIFY(sql("tmp_orders\n  id integer pk\nitems\n  id integer pk\n"
                "  order_id integer > tmp_orders.id\n")
                .contains(QStringLiteral("FROM tmp_orders AS o\n")));
}

void TestSelectJoins::engines_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("from");
    QTest::newRow("PostgreSQL") << int(Engine::PostgreSql) << QStringLiteral("c.id = o.customer_id")
                                << QStringLiteral("FROM orders AS o");
    QTest::newRow("MariaDB") << int(Engine::MariaDb) << QStringLiteral("c.`id` = o.`customer_id`")
                             << QStringLiteral("FROM `public`.`orders` AS o");
    QTest::newRow("MySQL") << int(Engine::MySql) << QStringLiteral("c.`id` = o.`customer_id`")
                           << QStringLiteral("FROM `public`.`orders` AS o");
    QTest::newRow("SQLite") << int(Engine::Sqlite) << QStringLiteral("c.\"id\" = o.\"customer_id\"")
                            << QStringLiteral("FROM \"orders\" AS o");
}

void TestSelectJoins::engines()
{
    QFETCH(int, engine);
    QFETCH(QString, condition);
    QFETCH(QString, from);
    const QString sql = Fixture(Engine(engine)).sql({"orders", "customers"});
    QVERIFY2(sql.contains(condition), qPrintable(sql));
    QVERIFY2(sql.contains(from), qPrintable(sql));
}

/// Orders and customers, and an invoice that is no table.
Relationship& addOwner(Fixture& fixture)
{
    Relationship& owner = fixture.infer("attachments.owner_id", "orders.id", 0.95);
    owner.typeColumn = fixture.column("attachments.owner_type");
    owner.targets = {fixture.target("orders.id", QStringLiteral("Order")),
                     fixture.target("orders.id", QStringLiteral("O'rder")),
                     fixture.target("customers.id", QStringLiteral("Customer")),
                     RelationshipTarget{{}, {}, QStringLiteral("Invoice\n; DROP")}};
    return owner;
}

void TestSelectJoins::polymorphic()
{
    Fixture fixture;
    addOwner(fixture);
    const QString up = fixture.sql({"attachments", "orders"});
    QVERIFY2(up.contains(QStringLiteral("LEFT JOIN orders AS o\n"
                                        "    ON o.id = a.owner_id\n"
                                        "    AND a.owner_type IN ('Order', 'O''rder')\n")),
             qPrintable(up));
    const QString down = fixture.sql({"customers", "attachments"});
    QVERIFY2(down.contains(QStringLiteral("LEFT JOIN attachments AS a\n"
                                          "    ON c.id = a.owner_id\n"
                                          "    AND a.owner_type = 'Customer'\n")),
             qPrintable(down));
    // also where nobody knows the value
    Fixture unknown;
    addOwner(unknown).targets = {unknown.target("orders.id")};
    const QString open = unknown.sql({"attachments", "orders"});
    QVERIFY2(open.contains(QStringLiteral("AND a.owner_type IS NOT NULL -- which value means")),
             qPrintable(open));
}

void TestSelectJoins::allTargets()
{
    Fixture fixture;
    addOwner(fixture);
    const JoinFactsPointer facts = fixture.facts();
    PathQuestion question;
    question.tables = {fixture.table(QStringLiteral("attachments")),
                       fixture.table(QStringLiteral("orders"))};
    const PathAnswer answer = findPaths(facts->graph, question, std::atomic_bool(false));
    const std::vector<int> found = polymorphicOf(facts->graph, answer.paths.front());
    QCOMPARE(found.size(), std::size_t(1));
    const Result<QString> sql = selectAllTargets(facts->graph, found.front(), {});
    QVERIFY(sql.has_value());
    QCOMPARE(*sql,
             QStringLiteral(
                 "-- attachments.owner_id: what it points at, whatever table that is; no table is "
                 "known for 'Invoice ; DROP'\n"
                 "SELECT\n"
                 "    a.id,\n"
                 "    a.owner_type,\n"
                 "    a.owner_id,\n"
                 "    COALESCE(CAST(o.order_no AS TEXT), CAST(c.name AS TEXT)) AS target\n"
                 "FROM attachments AS a\n"
                 "LEFT JOIN orders AS o\n"
                 "    ON o.id = a.owner_id\n"
                 "    AND a.owner_type IN ('Order', 'O''rder')\n"
                 "LEFT JOIN customers AS c\n"
                 "    ON c.id = a.owner_id\n"
                 "    AND a.owner_type = 'Customer'\n"
                 "LIMIT 100;\n"));
    // a plain path has none to offer
    question.tables = {fixture.table(QStringLiteral("orders")),
                       fixture.table(QStringLiteral("customers"))};
    const PathAnswer plain = findPaths(facts->graph, question, std::atomic_bool(false));
    QVERIFY(polymorphicOf(facts->graph, plain.paths.front()).empty());
}

void TestSelectJoins::softDeletesWhereTheyBelong()
{
    Fixture fixture;
    fixture.softDeletes = {{fixture.table(QStringLiteral("customers")),
                            fixture.column("customers.deleted_at"),
                            SoftDeleteTest::IsNull,
                            {},
                            {}}};
    // the first table, and one that every row has: WHERE
    for (const auto& names : {std::pair("customers", "orders"), std::pair("orders", "customers")})
        QVERIFY(fixture.sql({names.first, names.second})
                    .contains(QStringLiteral("\nWHERE c.deleted_at IS NULL\nLIMIT")));
    // one that may be missing: it must not take rows away
    const QString left = fixture.sql({"payments", "customers"});
    QVERIFY2(left.contains(QStringLiteral("    ON c.id = o.customer_id\n"
                                          "    AND c.deleted_at IS NULL\n")),
             qPrintable(left));
    QVERIFY(!left.contains(QStringLiteral("WHERE")));
    // another table's
    QVERIFY(!fixture.sql({"orders", "payments"}).contains(QStringLiteral("deleted_at IS NULL")));
    // values
    const auto condition = [&](SoftDeleteTest test, const QString& value) {
        fixture.softDeletes.front().test = test;
        fixture.softDeletes.front().value = value;
        const QString sql = fixture.sql({"customers", "orders"});
        return sql.section(QStringLiteral("WHERE "), 1).section(QLatin1Char('\n'), 0, 0);
    };
    QCOMPARE(condition(SoftDeleteTest::Equals, QStringLiteral("it's")),
             QStringLiteral("c.deleted_at = 'it''s'"));
    QCOMPARE(condition(SoftDeleteTest::IsFalse, {}), QStringLiteral("NOT c.deleted_at"));
    QCOMPARE(condition(SoftDeleteTest::IsTrue, {}), QStringLiteral("c.deleted_at"));
}

void TestSelectJoins::doubtsAreComments()
{
    Fixture fixture;
    fixture.infer("notes.order_ref", "orders.id", 0.72);
    const QString differs = fixture.sql({"notes", "orders"});
    QVERIFY2(differs.contains(QStringLiteral("-- inferred with confidence 0.72, not declared; "
                                             "types differ: text and integer\n")),
             qPrintable(differs));
    QVERIFY2(differs.contains(QStringLiteral("o.id = CASE WHEN")), qPrintable(differs));
    fixture.infer("notes.customer", "customers.id", 0.95);
    const QString never = fixture.sql({"notes", "customers"});
    QVERIFY2(never.contains(QStringLiteral("compared as text, may find nothing")),
             qPrintable(never));
    // sure enough, of one type: nothing to say
    Fixture sure;
    sure.infer("attachments.owner_id", "orders.id", 0.93);
    QCOMPARE(sure.sql({"attachments", "orders"}).count(QStringLiteral("--")), 1);
    Fixture unsure;
    unsure.infer("attachments.owner_id", "orders.id", 0.89);
    QCOMPARE(unsure.sql({"attachments", "orders"}).count(QStringLiteral("--")), 2);
}

void TestSelectJoins::innerJoins()
{
    SelectOptions options;
    options.keepRows = false;
    options.limit.reset();
    const QString sql = Fixture().sql({"payments", "customers"}, options);
    QVERIFY2(!sql.contains(QStringLiteral("LEFT")), qPrintable(sql));
    QVERIFY2(sql.endsWith(QStringLiteral("    ON c.id = o.customer_id;\n")), qPrintable(sql));
}

void TestSelectJoins::hostileNamesStayNames()
{
    const auto hostile = [](QString name) {
        return name.replace(QLatin1Char('~'), QStringLiteral("\n-- \"`'; DROP TABLE x; /* "));
    };
    for (const Engine engine : {Engine::PostgreSql, Engine::MariaDb, Engine::Sqlite}) {
        CatalogObjects objects = SchemaText::source(QLatin1String(shop)).objects;
        objects.sources.front().engine = engine;
        for (Table& table : objects.tables)
            table.name = hostile(QString(table.name + QLatin1Char('~')));
        for (Column& column : objects.columns)
            column.name = hostile(QString(column.name + QLatin1Char('~')));
        const auto catalog = std::make_shared<const Catalog>(mergeSources(
            {std::make_shared<const SourceCatalog>(finishSource(std::move(objects)))}));
        auto relationships = declaredRelationships(*catalog);
        for (Relationship& one : relationships) {
            one.origin = RelationshipOrigin::Inferred;
            one.confidence = 0.6;
        }
        const JoinFacts facts{
            JoinGraph(catalog, std::make_shared<const Relationships>(relationships)), {}};
        int written = 0;
        for (int a = 0; a < 8; ++a) {
            for (int b = 0; b < 8; ++b) {
                const PathQuestion question{{TableId{a}, TableId{b}}, {}, 3};
                const PathAnswer answer = findPaths(facts.graph, question, std::atomic_bool(false));
                for (const JoinPath& path : answer.paths) {
                    const QString sql = pathSql({facts, question, answer, {}, true}, path);
                    const QLatin1Char quote(engine == Engine::MariaDb ? '`' : '"');
                    // names hold line ends: look at the text as one line
                    QString line = sql;
                    line.replace(hostile(QStringLiteral("~")).replace(quote, QString(2, quote)),
                                 QStringLiteral(" hostile "));
                    QVERIFY2(!codeOf(line, quote).contains(QStringLiteral("DROP")),
                             qPrintable(sql));
                    ++written;
                }
            }
        }
        QVERIFY(written > 20);
    }
}

void TestSelectJoins::namesThatCannotBeWritten()
{
    CatalogObjects objects = SchemaText::source(QLatin1String(shop)).objects;
    for (Column& column : objects.columns)
        column.undecodableName = column.name == QLatin1String("customer_id");
    const auto catalog = std::make_shared<const Catalog>(
        mergeSources({std::make_shared<const SourceCatalog>(finishSource(std::move(objects)))}));
    const JoinGraph graph(catalog,
                          std::make_shared<const Relationships>(declaredRelationships(*catalog)));
    const PathQuestion question{{TableId{catalog->resolve(QStringLiteral("orders"))->index},
                                 TableId{catalog->resolve(QStringLiteral("customers"))->index}},
                                {},
                                1};
    const PathAnswer answer = findPaths(graph, question, std::atomic_bool(false));
    const Result<QString> sql = selectAlong(graph, answer.paths.front(), {});
    QVERIFY(!sql.has_value());
    QVERIFY(sql.error().message.contains(QStringLiteral("orders.customer_id")));
}

void TestSelectJoins::markdownKeepsTheStatementInside()
{
    JoinPath path;
    path.sentence = QStringLiteral("a*b → <c>: 1 join, declared");
    const QString text = pathMarkdown(path, QStringLiteral("SELECT `x```y`;\n"));
    QVERIFY2(text.contains(QStringLiteral("\n````sql\nSELECT `x```y`;\n````\n")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("<c>")), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestSelectJoins)
#include "tst_select_joins.moc"
