// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Importance of tables: what ranks above what and why, what sets a table back, and what a name must
// not do.
#include "model/orientation/importance.h"
#include "model/relations/inference.h"
#include "tests/support/schema_text.h"
#include "tests/support/synthetic_catalog.h"

#include <QTest>

#include <algorithm>

using namespace cadastre;
using namespace cadastre::test;

class TestImportance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyCatalog();
    void aboveAndBelow_data();
    void aboveAndBelow();
    void setBack_data();
    void setBack();
    void figures();
    void stampsDoNotDrown();
    void confidenceCounts();
    void scoreOfParts();
    void theSameTwice();
    void largeSchemas();
};

namespace {

struct Ranked
{
    explicit Ranked(const QString& text)
        : catalog(SchemaText::catalog(text))
        , relationships(declaredRelationships(*catalog))
        , uses(readUses(*catalog, std::atomic_bool(false)))
        , importance(tableImportance({*catalog, relationships, &uses}))
    {
    }

    [[nodiscard]] TableId table(const QString& name) const
    {
        return TableId{catalog->resolve(name)->index};
    }
    [[nodiscard]] const TableImportance& of(const char* name) const
    {
        return importance.of(table(QLatin1String(name)));
    }

    std::shared_ptr<const Catalog> catalog;
    std::vector<Relationship> relationships;
    UseReading uses;
    Importance importance;
};

/// A shop with everything that may stand in the way of its orders.
QString shop()
{
    return QStringLiteral("users // Who logs in.\n"
                          "  id integer pk\n"
                          "  email text\n"
                          "customers\n"
                          "  id integer pk\n"
                          "  name text\n"
                          "  city text\n"
                          "  phone text\n"
                          "countries\n"
                          "  code text pk\n"
                          "tmp_orders\n"
                          "  id integer pk\n"
                          "  customer_id integer > customers.id\n"
                          "  created_by integer > users.id\n"
                          "  total numeric\n"
                          "  placed_on date\n"
                          "tmp_import\n"
                          "  line text\n"
                          "  number integer\n"
                          "order_items\n"
                          "  id integer pk\n"
                          "  order_id integer > tmp_orders.id\n"
                          "  quantity integer\n"
                          "  price numeric\n"
                          "shipments\n"
                          "  id integer pk\n"
                          "  order_id integer > tmp_orders.id\n"
                          "  created_by integer > users.id\n"
                          "  sent_to text\n"
                          "invoices\n"
                          "  id integer pk\n"
                          "  order_id integer > tmp_orders.id\n"
                          "  created_by integer > users.id\n"
                          "  number text\n"
                          "  gross numeric\n"
                          "  due date\n"
                          "customer_tags\n"
                          "  customer_id integer > customers.id\n"
                          "  country text > countries.code\n"
                          "audit_log\n"
                          "  id integer pk\n"
                          "  order_id integer > tmp_orders.id\n"
                          "  customer_id integer > customers.id\n"
                          "  user_id integer > users.id\n"
                          "  what text\n"
                          "  before text\n"
                          "  after text\n"
                          "customers_bak\n"
                          "  id integer\n"
                          "  name text\n"
                          "  city text\n"
                          "  phone text\n");
}

} // namespace

void TestImportance::emptyCatalog()
{
    const Catalog nothing;
    const Importance importance = tableImportance({nothing, {}, nullptr});
    QVERIFY(importance.tables.empty());
    QVERIFY(importance.ranked().empty());
}

void TestImportance::aboveAndBelow_data()
{
    QTest::addColumn<QString>("above");
    QTest::addColumn<QString>("below");
    const auto row = [](const char* above, const char* below) {
        QTest::addRow("%s above %s", above, below)
            << QString::fromLatin1(above) << QString::fromLatin1(below);
    };
    row("tmp_orders", "users"); // its name is wrong; audit columns refer to users
    row("tmp_orders", "customers");
    row("customers", "countries");
    row("customers", "customers_bak");
    row("order_items", "customer_tags");
    row("invoices", "audit_log"); // refers to less, but is no log
    row("customers", "tmp_import");
    row("shipments", "tmp_import");
}

void TestImportance::aboveAndBelow()
{
    QFETCH(QString, above);
    QFETCH(QString, below);
    const Ranked shopRanked(shop());
    const double more = shopRanked.importance.of(shopRanked.table(above)).score;
    const double less = shopRanked.importance.of(shopRanked.table(below)).score;
    QVERIFY2(more > less, qPrintable(QStringLiteral("%1 against %2").arg(more).arg(less)));
    QVERIFY(more <= 1 && less >= 0);
}

void TestImportance::setBack_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<SetBack>("expected");
    const auto row = [](const char* table, SetBack expected) {
        QTest::newRow(table) << QString::fromLatin1(table) << expected;
    };
    row("tmp_orders", SetBack::None); // three tables refer to it
    row("tmp_import", SetBack::Temporary);
    row("audit_log", SetBack::Log);
    row("customer_tags", SetBack::Link);
    row("customers_bak", SetBack::Copy);
    row("order_items", SetBack::None);
    row("customers", SetBack::None);
}

void TestImportance::setBack()
{
    QFETCH(QString, table);
    QFETCH(SetBack, expected);
    const Ranked shopRanked(shop());
    QCOMPARE(shopRanked.importance.of(shopRanked.table(table)).setBack, expected);
}

void TestImportance::figures()
{
    const Ranked shopRanked(shop());
    const TableImportance& orders = shopRanked.of("tmp_orders");
    QCOMPARE(orders.score, 1.0);
    QCOMPARE(orders.referencedBy, 4);
    QCOMPARE(orders.pointsAt, 1); // who wrote the row is no part of it
    QCOMPARE(orders.ownColumns, 2);
    QVERIFY(!orders.documented);
    const TableImportance& users = shopRanked.of("users");
    QCOMPARE(users.referencedBy, 1);
    QCOMPARE(users.stampedBy, 3);
    QVERIFY(users.documented);
}

/// A tenant that every table names tells no table from another.
void TestImportance::stampsDoNotDrown()
{
    QString text = QStringLiteral("tenants\n  id integer pk\n  name text\n"
                                  "accounts\n  id integer pk\n  tenant_id integer > tenants.id\n"
                                  "  number text\n  balance numeric\n  opened date\n");
    for (int i = 0; i < 40; ++i) {
        text += QStringLiteral("part_%1x\n  id integer pk\n  tenant_id integer > tenants.id\n"
                               "  title text\n")
                    .arg(i);
        if (i < 8)
            text += QStringLiteral("  account_id integer > accounts.id\n");
    }
    const Ranked ranked(text);
    QCOMPARE(ranked.of("tenants").stampedBy, 41);
    QCOMPARE(ranked.of("tenants").referencedBy, 0);
    QCOMPARE(ranked.catalog->table(ranked.importance.ranked().front()).name,
             QStringLiteral("accounts"));
    QVERIFY(ranked.of("tenants").score > ranked.of("part_20x").score);
}

void TestImportance::confidenceCounts()
{
    const auto catalog = SchemaText::catalog(
        QStringLiteral("a\n  id integer pk\n  x text\nb\n  id integer pk\n  x text\n"
                       "c\n  id integer pk\n  a_id integer\n  b_id integer\n"));
    const auto column = [&](const char* name) {
        return ColumnId{catalog->resolve(QString::fromLatin1(name))->index};
    };
    const auto table = [&](const char* name) {
        return TableId{catalog->resolve(QString::fromLatin1(name))->index};
    };
    const auto guess = [&](const char* child, const char* parent, double confidence) {
        Relationship one;
        one.origin = RelationshipOrigin::Inferred;
        one.confidence = confidence;
        one.child = table("c");
        one.childColumns = {column(child)};
        one.targets = {{catalog->column(column(parent)).table, {column(parent)}, {}}};
        return one;
    };
    std::vector<Relationship> relationships{guess("c.a_id", "a.id", 0.9),
                                            guess("c.b_id", "b.id", 0.6)};
    Importance importance = tableImportance({*catalog, relationships, nullptr});
    QVERIFY(importance.of(table("a")).score > importance.of(table("b")).score);
    QCOMPARE(importance.of(table("b")).referencedBy, 1);
    relationships[1].confidence = 0.3; // too weak to count
    importance = tableImportance({*catalog, relationships, nullptr});
    QCOMPARE(importance.of(table("b")).referencedBy, 0);
    relationships[0].origin = RelationshipOrigin::Rejected;
    importance = tableImportance({*catalog, relationships, nullptr});
    QCOMPARE(importance.of(table("a")).referencedBy, 0);
}

void TestImportance::scoreOfParts()
{
    const Ranked ranked(shop());
    const Catalog& catalog = *ranked.catalog;
    QCOMPARE(ranked.importance.score(catalog, *catalog.resolve(QStringLiteral("tmp_orders.total"))),
             1.0);
    QCOMPARE(ranked.importance.score(catalog, ObjectRef(SchemaId{0})), 0.0);
}

void TestImportance::theSameTwice()
{
    QCOMPARE(Ranked(shop()).importance, Ranked(shop()).importance);
}

void TestImportance::largeSchemas()
{
    const auto catalog = syntheticCatalog(10000);
    const auto relationships = declaredRelationships(*catalog);
    const Importance importance = tableImportance({*catalog, relationships, nullptr});
    QCOMPARE(importance.tables.size(), catalog->objects().tables.size());
    const auto ranked = importance.ranked();
    QCOMPARE(importance.of(ranked.front()).score, 1.0);
    QVERIFY(std::ranges::is_sorted(ranked, [&](TableId a, TableId b) {
        return importance.of(a).score > importance.of(b).score;
    }));
}

QTEST_GUILESS_MAIN(TestImportance)
#include "tst_importance.moc"
