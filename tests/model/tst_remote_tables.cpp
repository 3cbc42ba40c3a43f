// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which table of another source a foreign table stands for, by every way in which readers write
// options, and which ones must not be taken for one.
#include "model/boundaries/contracts/remote_tables.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

struct SourceText
{
    const char* name;
    const char* database;
    const char* location;
    const char* schema; ///< SchemaText
    Engine engine = Engine::PostgreSql;
};

CatalogObjects objectsOf(const SourceText& text)
{
    CatalogObjects objects =
        test::SchemaText::source(QString::fromUtf8(text.schema), QString::fromUtf8(text.name))
            .objects;
    Source& source = objects.sources.front();
    source.engine = text.engine;
    source.databaseName = QString::fromUtf8(text.database);
    source.location = QString::fromUtf8(text.location);
    return objects;
}

/// A catalog with `far` in the source "shop", a foreign table as told, and other sources.
class Fixture
{
public:
    explicit Fixture(Engine engine = Engine::PostgreSql)
        : m_objects(objectsOf({"shop", "shop", "postgresql://u@db1/shop",
                               "far\n  id integer\nnear\n  id integer\n", engine}))
    {
        for (Table& table : m_objects.tables) {
            if (table.name == QLatin1String("far"))
                table.kind = TableKind::ForeignTable;
        }
    }

    Fixture& server(const char* wrapper, const char* options)
    {
        OtherObject server;
        server.kind = CatalogKind::ForeignServers;
        server.kindName = QStringLiteral("foreign server");
        server.name = QStringLiteral("there");
        server.properties = {{QStringLiteral("Foreign data wrapper"), QString::fromUtf8(wrapper)},
                             {QStringLiteral("Options"), QString::fromUtf8(options)}};
        m_objects.others.push_back(server);
        return *this;
    }

    Fixture& property(const char* label, const char* value)
    {
        far().foreignServer = QStringLiteral("there");
        far().properties.push_back({QString::fromUtf8(label), QString::fromUtf8(value)});
        return *this;
    }

    Fixture& comment(const char* text)
    {
        far().comment.text = QString::fromUtf8(text);
        return *this;
    }

    Fixture& with(const SourceText& text)
    {
        m_parts.push_back(std::make_shared<const SourceCatalog>(finishSource(objectsOf(text))));
        return *this;
    }

    [[nodiscard]] Catalog catalog() const
    {
        auto parts = m_parts;
        parts.insert(parts.begin(), std::make_shared<const SourceCatalog>(finishSource(m_objects)));
        return mergeSources(parts);
    }

    Table& far()
    {
        return *std::ranges::find(m_objects.tables, TableKind::ForeignTable, &Table::kind);
    }

private:
    CatalogObjects m_objects;
    std::vector<std::shared_ptr<const SourceCatalog>> m_parts;
};

TableId tableNamed(const Catalog& catalog, const char* name)
{
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        if (catalog.table({i}).name == QLatin1String(name))
            return {i};
    }
    qFatal("no table %s", name);
}

QString remoteText(const Catalog& catalog)
{
    const std::optional<TableId> remote = remoteTableOf(catalog, tableNamed(catalog, "far"));
    return remote ? catalog.keyOf(*remote).toString() : QString();
}

} // namespace

class TestRemoteTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfPostgresql_data();
    void namesOfPostgresql();
    void namesOfMariaDb_data();
    void namesOfMariaDb();
    void noForeignTable();
    void found_data();
    void found();
    void tiesAreNotGuessed();
    void columnsMayHaveOtherNames();
};

void TestRemoteTables::namesOfPostgresql_data()
{
    QTest::addColumn<QString>("wrapper");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("expected"); ///< host, port, database, schema, table; or empty
    const auto row = [](const char* name, const char* wrapper, const char* server,
                        const char* table, const QStringList& expected) {
        QTest::newRow(name) << QString::fromUtf8(wrapper) << QString::fromUtf8(server)
                            << QString::fromUtf8(table) << expected;
    };
    row("all options", "postgres_fdw", "host=db2, port=5433, dbname=wms",
        "schema_name=public, table_name=stock",
        {QStringLiteral("db2"), QStringLiteral("5433"), QStringLiteral("wms"),
         QStringLiteral("public"), QStringLiteral("stock")});
    row("own names by default", "postgres_fdw", "dbname=wms", "",
        {QString(), QString(), QStringLiteral("wms"), QStringLiteral("public"),
         QStringLiteral("far")});
    row("comma and quote in a name", "postgres_fdw", "dbname='we, ird=x'",
        "table_name='it''s, table_name=y', fetch_size=10",
        {QString(), QString(), QStringLiteral("we, ird=x"), QStringLiteral("public"),
         QStringLiteral("it's, table_name=y")});
    row("address instead of host", "postgres_fdw", "hostaddr=10.0.0.1, dbname=wms", "",
        {QStringLiteral("10.0.0.1"), QString(), QStringLiteral("wms"), QStringLiteral("public"),
         QStringLiteral("far")});
    row("mysql", "mysql_fdw", "host=m1", "dbname=wms, table_name=stock",
        {QStringLiteral("m1"), QString(), QStringLiteral("wms"), QString(),
         QStringLiteral("stock")});
    row("a file is no table", "file_fdw", "", "filename=/tmp/x.csv", {});
    row("unknown wrapper without a name", "elsewhere", "host=db2", "x=y", {});
}

void TestRemoteTables::namesOfPostgresql()
{
    QFETCH(QString, wrapper);
    QFETCH(QString, server);
    QFETCH(QString, table);
    QFETCH(QStringList, expected);
    Fixture fixture;
    fixture.server(qPrintable(wrapper), qPrintable(server))
        .property("Foreign options", qPrintable(table));
    const Catalog catalog = fixture.catalog();
    const auto name = remoteNameOf(catalog, tableNamed(catalog, "far"));
    QCOMPARE(name.has_value(), !expected.isEmpty());
    if (name)
        QCOMPARE(QStringList({name->host, name->port, name->database, name->schema, name->table}),
                 expected);
}

void TestRemoteTables::namesOfMariaDb_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QStringList>("expected"); ///< host, database, table; or empty
    const auto row = [](const char* engine, const char* options, const char* comment,
                        const QStringList& expected) {
        QTest::newRow(qPrintable(
            QString(QLatin1String(engine) + QLatin1String(options) + QLatin1String(comment))))
            << QString::fromUtf8(engine) << QString::fromUtf8(options) << QString::fromUtf8(comment)
            << expected;
    };
    row("CONNECT",
        "`TABLE_TYPE`=MYSQL `DBNAME`='wms' `TABNAME`='sto''ck' `OPTION_LIST`='host=m1,port=3307'",
        "", {QStringLiteral("m1"), QStringLiteral("wms"), QStringLiteral("sto'ck")});
    row("CONNECT", "TABLE_TYPE=MYSQL DBNAME=wms", "",
        {QString(), QStringLiteral("wms"), QStringLiteral("far")});
    row("CONNECT", "TABLE_TYPE=CSV FILE_NAME='x.csv'", "", {});
    row("SPIDER", "", "wrapper \"mysql\", host \"m1\", database \"wms\", table \"stock\"",
        {QStringLiteral("m1"), QStringLiteral("wms"), QStringLiteral("stock")});
    row("SPIDER", "`REMOTE_DATABASE`='wms' `REMOTE_TABLE`='stock'", "",
        {QString(), QStringLiteral("wms"), QStringLiteral("stock")});
    row("FEDERATED", "", "table \"stock\" of wms", {});
}

void TestRemoteTables::namesOfMariaDb()
{
    QFETCH(QString, engine);
    QFETCH(QString, options);
    QFETCH(QString, comment);
    QFETCH(QStringList, expected);
    Fixture fixture(Engine::MariaDb);
    fixture.property("Engine", qPrintable(engine))
        .property("Create options", qPrintable(options))
        .comment(qPrintable(comment));
    const Catalog catalog = fixture.catalog();
    const auto name = remoteNameOf(catalog, tableNamed(catalog, "far"));
    QCOMPARE(name.has_value(), !expected.isEmpty());
    if (name)
        QCOMPARE(QStringList({name->host, name->database, name->table}), expected);
}

void TestRemoteTables::noForeignTable()
{
    const Catalog catalog = Fixture()
                                .server("postgres_fdw", "dbname=wms")
                                .property("Foreign options", "table_name=near")
                                .catalog();
    QVERIFY(!remoteNameOf(catalog, tableNamed(catalog, "near")));
    QVERIFY(!remoteTableOf(catalog, tableNamed(catalog, "near")));
}

void TestRemoteTables::found_data()
{
    QTest::addColumn<QString>("wrapper");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* wrapper, const char* server,
                        const char* table, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(wrapper) << QString::fromUtf8(server)
                            << QString::fromUtf8(table) << QString::fromUtf8(expected);
    };
    row("by database and names", "postgres_fdw", "host=alias, dbname=wms",
        "schema_name=store, table_name=stock", "wms/table:store.stock");
    row("a view is one, too", "postgres_fdw", "dbname=wms", "schema_name=store, table_name=v",
        "wms/view:store.v");
    row("another schema", "postgres_fdw", "dbname=wms", "table_name=stock", "");
    row("another database", "postgres_fdw", "dbname=other", "schema_name=store, table_name=stock",
        "");
    row("itself", "postgres_fdw", "dbname=shop", "schema_name=public, table_name=far", "");
    row("the same database", "postgres_fdw", "dbname=shop", "table_name=near", "");
    row("database as schema", "mysql_fdw", "host=m1", "dbname=depot, table_name=stock",
        "maria/table:depot.stock");
    row("MariaDB is not behind postgres_fdw", "postgres_fdw", "dbname=depot",
        "schema_name=depot, table_name=stock", "");
}

void TestRemoteTables::found()
{
    QFETCH(QString, wrapper);
    QFETCH(QString, server);
    QFETCH(QString, table);
    QFETCH(QString, expected);
    Fixture fixture;
    fixture.server(qPrintable(wrapper), qPrintable(server))
        .property("Foreign options", qPrintable(table))
        .with({"wms", "wms", "postgresql://u@db2:5433/wms",
               "store.stock\n  id integer\nview store.v\n  id integer\n"})
        .with({"maria", "", "mariadb://u@m1/", "depot.stock\n  id integer\n", Engine::MariaDb});
    QCOMPARE(remoteText(fixture.catalog()), expected);
}

void TestRemoteTables::tiesAreNotGuessed()
{
    const auto withTwo = [](const char* server) {
        Fixture fixture;
        fixture.server("postgres_fdw", server)
            .property("Foreign options", "table_name=stock")
            .with({"blue", "wms", "postgresql://u@db2/wms", "stock\n  id integer\n"})
            .with({"green", "wms", "postgresql://u@db3:5433/wms", "stock\n  id integer\n"});
        return remoteText(fixture.catalog());
    };
    QCOMPARE(withTwo("host=DB2, dbname=wms"), QStringLiteral("blue/table:public.stock"));
    QCOMPARE(withTwo("host=db3, port=5433, dbname=wms"),
             QStringLiteral("green/table:public.stock"));
    QCOMPARE(withTwo("host=db3, dbname=wms"), QString());
    QCOMPARE(withTwo("dbname=wms"), QString());
}

void TestRemoteTables::columnsMayHaveOtherNames()
{
    Column column;
    column.name = QStringLiteral("gate");
    QCOMPARE(remoteColumnName(column), QStringLiteral("gate"));
    column.properties = {
        {QStringLiteral("Foreign options"), QStringLiteral("column_name=gate_code")}};
    QCOMPARE(remoteColumnName(column), QStringLiteral("gate_code"));
}

QTEST_GUILESS_MAIN(TestRemoteTables)
#include "tst_remote_tables.moc"
