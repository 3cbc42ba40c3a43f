// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What stands between a relationship and a foreign key, and what does not.
#include "model/relations/key_obstacles.h"
#include "model/relations/lookup_index.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

const QString shop = QStringLiteral(R"(
customers
  id bigint pk
  code text
orders
  id bigint pk
  customer_id bigint?
  customer_no integer
  customer_uuid uuid?
  customer_code text
  kind text
  index customer_id
archive
  customer_id bigint?
view recent
  customer_id bigint?
)");

struct Fixture
{
    explicit Fixture(Engine engine = Engine::PostgreSql)
    {
        SourceCatalog source = test::SchemaText::source(shop);
        source.objects.sources.front().engine = engine;
        change(source);
        catalog = mergeSources({std::make_shared<const SourceCatalog>(source)});
    }
    static void change(SourceCatalog& source)
    {
        for (Table& table : source.objects.tables) {
            if (table.name == text("archive"))
                table.rowEstimate = 2.1e6;
        }
    }

    [[nodiscard]] ColumnId column(const char* name) const
    {
        const auto found = catalog.resolve(text(name));
        if (!found)
            qFatal("no %s", name);
        return ColumnId{found->index};
    }
    [[nodiscard]] Relationship between(const char* child, const char* parent) const
    {
        Relationship relationship;
        relationship.origin = RelationshipOrigin::Inferred;
        relationship.childColumns = {column(child)};
        relationship.child = catalog.column(column(child)).table;
        relationship.targets = {{catalog.column(column(parent)).table, {column(parent)}, {}}};
        return relationship;
    }

    Catalog catalog;
};

Verification clean()
{
    Verification verification;
    verification.complete = true;
    verification.sampledRows = 100;
    verification.targets = {{{}, 100, 100, {}, true, 0}};
    return verification;
}

} // namespace

class tst_KeyObstacles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void catalogAlone_data()
    {
        QTest::addColumn<QByteArray>("child");
        QTest::addColumn<QByteArray>("parent");
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* child, const char* parent, Engine engine,
                            const QStringList& expected) {
            QTest::addRow("%s > %s (%d)", child, parent, static_cast<int>(engine))
                << QByteArray(child) << QByteArray(parent) << engine << expected;
        };
        row("orders.customer_id", "customers.id", Engine::PostgreSql, {});
        row("orders.customer_no", "customers.id", Engine::PostgreSql,
            {text("No index begins with orders.customer_no: each deleted row of customers would "
                  "read the whole table.")});
        row("orders.customer_no", "customers.id", Engine::MariaDb,
            {text("The types have to be alike: orders.customer_no is integer, customers.id is "
                  "bigint; InnoDB wants integers of the same width and sign; integer and bigint "
                  "differ in width.")});
        row("orders.customer_uuid", "customers.id", Engine::MariaDb,
            {text("The types differ: orders.customer_uuid is uuid, customers.id is bigint; values "
                  "of uuid and bigint do not mean the same to MariaDB, even where it takes a key "
                  "between them.")});
        row("orders.customer_id", "customers.id", Engine::Sqlite,
            {text("SQLite adds no key to a table that exists: orders has to be made anew and "
                  "filled.")});
        row("orders.customer_code", "customers.code", Engine::MariaDb,
            {text("The types have to be alike: orders.customer_code is text, customers.code is "
                  "text; InnoDB has no keys on text: give it a type with a length."),
             text("customers.code is neither a primary key nor unique.")});
        row("archive.customer_id", "customers.id", Engine::PostgreSql,
            {text("No index begins with archive.customer_id: each deleted row of customers would "
                  "read the whole table."),
             text("About 2.1 million rows of archive are read while both tables are locked "
                  "against writing: add it NOT VALID, then VALIDATE it.")});
        row("recent.customer_id", "customers.id", Engine::MariaDb,
            {text("recent is a view, and foreign keys are between tables.")});
    }

    void catalogAlone()
    {
        QFETCH(QByteArray, child);
        QFETCH(QByteArray, parent);
        QFETCH(Engine, engine);
        QFETCH(QStringList, expected);
        const Fixture fixture(engine);
        const Relationship relationship = fixture.between(child.constData(), parent.constData());
        Verification verification = clean();
        QCOMPARE(keyObstacles(fixture.catalog, relationship, &verification), expected);
        const bool onlyAdvice = std::ranges::all_of(expected, [](const QString& sentence) {
            return sentence.startsWith(text("No index")) || sentence.startsWith(text("About")) ||
                   sentence.startsWith(text("SQLite adds"));
        });
        QCOMPARE(canDeclareKey(fixture.catalog, relationship, verification), onlyAdvice);
    }

    void data()
    {
        const Fixture fixture;
        const Relationship relationship = fixture.between("orders.customer_id", "customers.id");
        const auto found = [&](const Verification* verification) {
            return keyObstacles(fixture.catalog, relationship, verification)
                .join(QLatin1Char('\n'));
        };
        QCOMPARE(found(nullptr), text("The data was not checked, so orphans are possible."));
        Verification verification = clean();
        QVERIFY(canDeclareKey(fixture.catalog, relationship, verification));
        verification.targets.front().found = 93;
        verification.targets.front().orphanExamples = {text("secret")};
        QCOMPARE(found(&verification),
                 text("7 orphans in 100 checked rows without a row in customers."));
        QVERIFY(!canDeclareKey(fixture.catalog, relationship, verification));
        verification = clean();
        verification.sentinels = {{text("0"), 12}, {QString(), 1}};
        QCOMPARE(found(&verification),
                 text("12 rows have 0, for which customers has no row: they would have to be "
                      "null.\n1 row has an empty text, for which customers has no row: they would "
                      "have to be null."));
        QVERIFY(!canDeclareKey(fixture.catalog, relationship, verification));
        verification = clean();
        verification.complete = false;
        verification.sampledRows = 10000;
        QCOMPARE(found(&verification), text("Only 10,000 rows were checked, not all."));
        QVERIFY(!canDeclareKey(fixture.catalog, relationship, verification));
        verification.failure = text("Not checked: permission denied.");
        QCOMPARE(found(&verification), verification.failure);
    }

    void severalParents()
    {
        const Fixture fixture;
        Relationship relationship = fixture.between("orders.customer_id", "customers.id");
        relationship.typeColumn = fixture.column("orders.kind");
        QCOMPARE(keyObstacles(fixture.catalog, relationship, nullptr),
                 QStringList{text("orders.customer_id points at several tables, and a foreign key "
                                  "has one parent.")});
        relationship.constraint = ConstraintId{0};
        QVERIFY(keyObstacles(fixture.catalog, relationship, nullptr).isEmpty());
    }

    void indexes()
    {
        const auto catalog = test::catalogFromText(R"(
t
  a integer pk
  b integer
  c integer
  index b, c
)");
        const ColumnId first = catalog->firstColumn(TableId{0});
        const ColumnId a = first;
        const ColumnId b{first.index + 1};
        const ColumnId c{first.index + 2};
        QVERIFY(hasIndexFor(*catalog, TableId{0}, {a}));
        QVERIFY(hasIndexFor(*catalog, TableId{0}, {b}));
        QVERIFY(hasIndexFor(*catalog, TableId{0}, {c, b}));
        QVERIFY(!hasIndexFor(*catalog, TableId{0}, {c}));
        QVERIFY(!hasIndexFor(*catalog, TableId{0}, {a, b}));
    }
};

QTEST_APPLESS_MAIN(tst_KeyObstacles)
#include "tst_key_obstacles.moc"
