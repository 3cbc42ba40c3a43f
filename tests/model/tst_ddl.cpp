// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DDL of objects: the server's own text where there is one, else a marked reconstruction.
#include "model/export/ddl.h"
#include "tests/support/random_catalog.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

Catalog catalogOf(Engine engine)
{
    SourceCatalog source = test::SchemaText::source(QStringLiteral(R"(
Customers // It's who buys
  id integer pk
orders
  id integer pk
  customer_id integer? > Customers.id // the "buyer"
  index customer_id
)"));
    source.objects.sources.front().engine = engine;
    return Catalog(source.objects);
}

} // namespace

class tst_Ddl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reconstructs_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("expected");
        const auto row = [](Engine engine, const char* object, const char* expected) {
            QTest::addRow("%s %s", qPrintable(engineName(engine)), object)
                << engine << QString::fromUtf8(object) << QString::fromUtf8(expected);
        };
        row(Engine::PostgreSql, "shop/table:public.orders",
            "CREATE TABLE public.orders (\n    id integer NOT NULL,\n    customer_id integer,\n"
            "    CONSTRAINT orders_pkey PRIMARY KEY (id),\n"
            "    CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES "
            "public.\"Customers\" (id)\n);\n"
            "CREATE INDEX orders_customer_id_idx ON public.orders USING btree (customer_id);\n"
            "COMMENT ON COLUMN public.orders.customer_id IS 'the \"buyer\"';");
        row(Engine::MariaDb, "shop/table:public.\"Customers\"",
            "CREATE TABLE `public`.`Customers` (\n    `id` integer NOT NULL,\n"
            "    CONSTRAINT `Customers_pkey` PRIMARY KEY (`id`)\n);");
        row(Engine::Sqlite, "shop/column:public.orders.customer_id",
            "ALTER TABLE \"orders\" ADD COLUMN \"customer_id\" integer;");
        row(Engine::PostgreSql, "shop/constraint:public.orders.orders_pkey",
            "ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);");
        row(Engine::PostgreSql, "shop/schema:public", "CREATE SCHEMA public;");
    }

    void reconstructs()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, object);
        QFETCH(QString, expected);
        const Catalog catalog = catalogOf(engine);
        const Result<Ddl> ddl = ddlOf(catalog, *catalog.find(*ObjectKey::fromString(object)));
        QVERIFY(ddl.has_value());
        QCOMPARE(ddl->text, expected);
        QVERIFY(ddl->reconstructed);
    }

    void prefersTheServersOwnText()
    {
        CatalogObjects objects = catalogOf(Engine::Sqlite).objects();
        objects.tables.front().ddl = QStringLiteral("CREATE TABLE Customers (id)  ");
        const Catalog catalog(objects);
        const Result<Ddl> ddl = ddlOf(catalog, TableId{0});
        QCOMPARE(ddl->text, QStringLiteral("CREATE TABLE Customers (id);"));
        QVERIFY(!ddl->reconstructed);
    }

    void refusesNamesThatCannotBeWritten()
    {
        CatalogObjects objects = catalogOf(Engine::PostgreSql).objects();
        objects.tables.front().name += QChar(0);
        QVERIFY(!ddlOf(Catalog(objects), TableId{0}));
    }

    void aSourceHasNoStatement()
    {
        const Catalog catalog = catalogOf(Engine::PostgreSql);
        QCOMPARE(*ddlOf(catalog, SourceId{0}), Ddl());
    }

    void answersForEveryObjectOfAnyCatalog()
    {
        const Catalog catalog(test::RandomCatalog(5).make(40).objects);
        for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i)
            QVERIFY(!ddlOf(catalog, TableId{i}).value().text.isEmpty());
        for (int i = 0; i < static_cast<int>(catalog.objects().columns.size()); ++i)
            QVERIFY(!ddlOf(catalog, ColumnId{i}).value().text.isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_Ddl)
#include "tst_ddl.moc"
