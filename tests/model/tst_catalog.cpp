// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Catalog values: canonical order, merging, lookups by owner and key, and resolving typed names.
#include "model/catalog/catalog.h"

#include <QTest>

using namespace cadastre;

namespace {

Table table(const char* name, SchemaId schema, TableKind kind = TableKind::Table)
{
    Table t;
    t.name = QString::fromUtf8(name);
    t.schema = schema;
    t.kind = kind;
    return t;
}

Column column(const char* name, TableId owner, int position)
{
    Column c;
    c.name = QString::fromUtf8(name);
    c.table = owner;
    c.position = position;
    return c;
}

/// orders (id, customer_id) -> customers (id), in schema main; collected in reverse order when
/// asked.
CatalogObjects shop(const char* sourceName, bool reversed)
{
    CatalogObjects o;
    Source source;
    source.name = QString::fromLatin1(sourceName);
    source.defaultSchema = QStringLiteral("main");
    o.sources = {source};
    Schema schema;
    schema.name = QStringLiteral("main");
    o.schemas = {schema};
    const int orders = reversed ? 0 : 1;
    const int customers = 1 - orders;
    o.tables.resize(2);
    o.tables[orders] = table("orders", {0});
    o.tables[customers] = table("customers", {0});
    o.columns = {column("customer_id", {orders}, 2), column("id", {orders}, 1),
                 column("id", {customers}, 1)};
    Constraint key;
    key.kind = ConstraintKind::ForeignKey;
    key.table = {orders};
    key.columns = {{0}};
    key.referencedTable = TableId{customers};
    key.referencedColumns = {{2}};
    o.constraints = {key};
    return o;
}

} // namespace

class CatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameFactsSameValue();
    void findsChildrenAndKeys();
    void mergesSources();
    void resolvesTypedNames_data();
    void resolvesTypedNames();
    void saysWhatIsWrong();
};

void CatalogTest::sameFactsSameValue()
{
    QVERIFY(finishSource(shop("a", true)) == finishSource(shop("a", false)));
    QVERIFY(!(finishSource(shop("a", true)) == finishSource(shop("b", true))));
}

void CatalogTest::findsChildrenAndKeys()
{
    const Catalog catalog(finishSource(shop("a", true)).objects);
    const TableId orders{1};
    QCOMPARE(catalog.table(orders).name, QStringLiteral("orders"));
    QCOMPARE(catalog.columnsOf(orders).size(), std::size_t(2));
    QCOMPARE(catalog.columnsOf(orders)[1].name, QStringLiteral("customer_id"));
    QCOMPARE(catalog.foreignKeysTo({0}).size(), std::size_t(1));
    QVERIFY(catalog.foreignKeysTo(orders).empty());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(catalog.find(catalog.keyOf(ColumnId{i})), std::optional<ObjectRef>(ColumnId{i}));
    const ObjectKey constraint = catalog.keyOf(ConstraintId{0});
    QCOMPARE(constraint.toString(),
             QStringLiteral("a/constraint:main.orders.\"foreign key (customer_id)\""));
    QCOMPARE(catalog.find(constraint), std::optional<ObjectRef>(ConstraintId{0}));
}

void CatalogTest::mergesSources()
{
    const auto part = [](const char* name) {
        return std::make_shared<const SourceCatalog>(finishSource(shop(name, true)));
    };
    const Catalog catalog = mergeSources({part("a"), part("b")});
    QCOMPARE(catalog.objects().tables.size(), std::size_t(4));
    const TableId ordersOfB{3};
    QCOMPARE(catalog.displayName(ordersOfB), QStringLiteral("b/orders"));
    const Constraint& key = catalog.constraintsOf(ordersOfB)[0];
    QCOMPARE(catalog.displayName(*key.referencedTable), QStringLiteral("b/customers"));
    QCOMPARE(catalog.source(catalog.sourceOf(ordersOfB)).name, QStringLiteral("b"));
}

void CatalogTest::resolvesTypedNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("display");
    QTest::newRow("table") << QStringLiteral("orders") << QStringLiteral("orders");
    QTest::newRow("with schema") << QStringLiteral("main.orders") << QStringLiteral("orders");
    QTest::newRow("case") << QStringLiteral("Orders") << QStringLiteral("orders");
    QTest::newRow("column") << QStringLiteral("orders.customer_id")
                            << QStringLiteral("orders.customer_id");
    QTest::newRow("key") << QStringLiteral("a/table:main.orders") << QStringLiteral("orders");
}

void CatalogTest::resolvesTypedNames()
{
    QFETCH(QString, text);
    QFETCH(QString, display);
    const Catalog catalog(finishSource(shop("a", true)).objects);
    const auto found = catalog.resolve(text);
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
    QCOMPARE(catalog.displayName(*found), display);
}

void CatalogTest::saysWhatIsWrong()
{
    const Catalog catalog(finishSource(shop("a", true)).objects);
    const auto missing = catalog.resolve(u"order");
    QVERIFY(!missing.has_value());
    QCOMPARE(missing.error().message,
             QStringLiteral("There is no table or column \"order\"; similar: orders."));
    const auto part = [](const char* name) {
        return std::make_shared<const SourceCatalog>(finishSource(shop(name, true)));
    };
    const auto ambiguous = mergeSources({part("a"), part("b")}).resolve(u"orders");
    QVERIFY(!ambiguous.has_value());
    QVERIFY(ambiguous.error().message.contains(
        QStringLiteral("a/table:main.orders or b/table:main.orders")));
}

QTEST_APPLESS_MAIN(CatalogTest)
#include "tst_catalog.moc"
