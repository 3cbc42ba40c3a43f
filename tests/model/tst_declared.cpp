// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Declared relationships: what foreign keys say, with cardinality, and what must not be listed.
#include "model/export/relation_rows.h"
#include "model/relations/cardinality.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;
using test::catalogFromText;

namespace {

QString columnNames(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (ColumnId id : columns)
        names << catalog.column(id).name;
    return names.join(QLatin1Char(','));
}

/// "public.orders(customer_id) 0..n > 1 public.customers(id)", one per relationship.
QStringList asText(const Catalog& catalog, const std::vector<Relationship>& relationships)
{
    const auto tableName = [&](TableId id) {
        const Table& table = catalog.table(id);
        return QString(catalog.schema(table.schema).name + QLatin1Char('.') + table.name);
    };
    QStringList lines;
    for (const Relationship& r : relationships)
        lines << QStringLiteral("%1(%2) %3 > %4 %5(%6)")
                     .arg(tableName(r.child), columnNames(catalog, r.childColumns),
                          cardinalityText(r.childEnd), cardinalityText(r.parentEnd),
                          tableName(r.targets.front().table),
                          columnNames(catalog, r.targets.front().columns));
    return lines;
}

} // namespace

class tst_Declared : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QStringList>("expected");

        QTest::newRow("required, many") << QStringLiteral(R"(
customers
  id integer pk
orders
  id integer pk
  customer_id integer > customers.id
)") << QStringList{QStringLiteral("public.orders(customer_id) 0..n > 1 public.customers(id)")};

        QTest::newRow("optional") << QStringLiteral(R"(
customers
  id integer pk
orders
  customer_id integer? > customers.id
)") << QStringList{QStringLiteral("public.orders(customer_id) 0..n > 0..1 public.customers(id)")};

        QTest::newRow("one to one by key, by constraint and by index")
            << QStringLiteral(R"(
a
  id integer pk
b
  id integer pk > a.id
c
  a_id integer? unique > a.id
d
  a_id integer > a.id
  unique index a_id
)")
            << QStringList{QStringLiteral("public.b(id) 0..1 > 1 public.a(id)"),
                           QStringLiteral("public.c(a_id) 0..1 > 0..1 public.a(id)"),
                           QStringLiteral("public.d(a_id) 0..1 > 1 public.a(id)")};

        QTest::newRow("composite: unique on part makes one, nullable part makes optional")
            << QStringLiteral(R"(
parent
  a integer
  b integer
  unique a, b
child
  x integer unique
  y integer?
  key x, y > parent.a, b
)") << QStringList{QStringLiteral("public.child(x,y) 0..1 > 0..1 public.parent(a,b)")};

        QTest::newRow("composite: unique on more columns is not unique") << QStringLiteral(R"(
parent
  a integer pk
child
  x integer > parent.a
  y integer
  unique x, y
)") << QStringList{QStringLiteral("public.child(x) 0..n > 1 public.parent(a)")};

        QTest::newRow("self and cross-schema")
            << QStringLiteral(R"(
hr.people
  id integer pk
  boss_id integer? > hr.people.id
billing.invoices
  person_id integer > hr.people.id
)")
            << QStringList{QStringLiteral("billing.invoices(person_id) 0..n > 1 hr.people(id)"),
                           QStringLiteral("hr.people(boss_id) 0..n > 0..1 hr.people(id)")};

        QTest::newRow("copies of partitions are left out, a partition's own key is not")
            << QStringLiteral(R"(
customers
  id integer pk
shops
  id integer pk
orders
  customer_id integer > customers.id
partition orders_2019 of orders
  customer_id integer > customers.id
  shop_id integer > shops.id
)")
            << QStringList{
                   QStringLiteral("public.orders(customer_id) 0..n > 1 public.customers(id)"),
                   QStringLiteral("public.orders_2019(shop_id) 0..n > 1 public.shops(id)")};

        QTest::newRow("entries for partitions of the parent are left out") << QStringLiteral(R"(
events
  id integer pk
partition events_1 of events
  id integer pk
notes
  event_id integer
  key event_id > events.id
  key event_id > events_1.id
)") << QStringList{QStringLiteral("public.notes(event_id) 0..n > 1 public.events(id)")};

        QTest::newRow("a parent outside the catalog") << QStringLiteral(R"(
notes
  event_id integer > elsewhere.events.id
)") << QStringList{};
    }

    void lists()
    {
        QFETCH(QString, schema);
        QFETCH(QStringList, expected);
        const auto catalog = test::SchemaText::catalog(schema);
        QCOMPARE(asText(*catalog, declaredRelationships(*catalog)), expected);
    }

    void partialAndInvalidIndexesProveNothing()
    {
        SourceCatalog source =
            test::SchemaText::source(QStringLiteral("a\n  id integer\n  unique index id\n"));
        const auto isUnique = [&](auto change) {
            CatalogObjects objects = source.objects;
            change(objects.indexes.front());
            const Catalog catalog(objects);
            const std::vector<ColumnId> columns{ColumnId{0}};
            return areUniqueTogether(catalog, TableId{0}, columns);
        };
        QVERIFY(isUnique([](Index&) {}));
        QVERIFY(!isUnique([](Index& index) { index.predicate = QStringLiteral("id > 0"); }));
        QVERIFY(!isUnique([](Index& index) { index.valid = false; }));
        QVERIFY(!isUnique([](Index& index) { index.parts.front().prefixLength = 3; }));
        QVERIFY(!isUnique([](Index& index) { index.unique = false; }));
    }

    void unvalidatedKeysPromiseNoParent()
    {
        SourceCatalog source = test::SchemaText::source(
            QStringLiteral("a\n  id integer pk\nb\n  a_id integer > a.id\n"));
        for (Constraint& constraint : source.objects.constraints)
            constraint.validated = constraint.kind != ConstraintKind::ForeignKey;
        const auto relationships = declaredRelationships(Catalog(source.objects));
        QCOMPARE(relationships.size(), 1U);
        QCOMPARE(relationships.front().parentEnd, Cardinality::ZeroOrOne);
        QCOMPARE(relationships.front().evidence.front().sentence,
                 QStringLiteral("declared as b_a_id_fkey, not validated"));
    }
};

QTEST_APPLESS_MAIN(tst_Declared)
#include "tst_declared.moc"
