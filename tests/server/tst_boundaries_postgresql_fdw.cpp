// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Two PostgreSQL databases with a foreign-data wrapper and a subscription between them, both in one
// catalog: what leads from one into the other is found, and what only has the same name is not.
#include "tests/server/boundary_check_lines.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QTest>
#include <QUrl>

using namespace cadastre;
using namespace cadastre::test;

namespace {

/// `common.settings` and `common.v_settings` have their double in the other database.
const QByteArray settings = "CREATE SCHEMA common;"
                            "CREATE TABLE common.settings (name text PRIMARY KEY, value text);"
                            "CREATE VIEW common.v_settings AS SELECT name FROM common.settings;";

const QByteArray catalogueScript =
    settings +
    "CREATE SCHEMA catalogue;"
    "CREATE TABLE catalogue.products (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text,"
    " cost int);"
    "CREATE TABLE catalogue.stock (product_id int PRIMARY KEY, amount int, shelf text);"
    "CREATE TABLE catalogue.prices (product_id int PRIMARY KEY, cents int);"
    "CREATE VIEW catalogue.v_products_v1 AS SELECT id, title FROM catalogue.products;"
    "COMMENT ON VIEW catalogue.v_products_v1 IS '@contract v1';"
    "CREATE PUBLICATION prices FOR TABLE catalogue.prices;"
    "INSERT INTO catalogue.products (title) VALUES ('Lamp');"
    "INSERT INTO catalogue.stock VALUES (1, 7, 'A');";

/// SERVER and USER stand for where the other database is.
const QByteArray orderingScript =
    settings +
    "CREATE EXTENSION postgres_fdw;"
    "CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (SERVER);"
    "CREATE USER MAPPING FOR CURRENT_USER SERVER far OPTIONS (user 'USER', password 'hunter2');"
    "CREATE SCHEMA ordering;"
    "CREATE TABLE ordering.orders (id int PRIMARY KEY, product_id int);"
    "CREATE FOREIGN TABLE ordering.far_products (id int, title text) SERVER far"
    " OPTIONS (schema_name 'catalogue', table_name 'v_products_v1');"
    "CREATE FOREIGN TABLE ordering.far_stock (product_id int, held int OPTIONS (column_name"
    " 'amount'), shelf text) SERVER far OPTIONS (schema_name 'catalogue', table_name 'stock');"
    "CREATE TABLE ordering.prices_copy (product_id int PRIMARY KEY, cents int);"
    "CREATE VIEW ordering.v_titles AS SELECT o.id, p.title FROM ordering.orders o JOIN"
    " ordering.far_products p ON p.id = o.product_id;"
    "CREATE VIEW ordering.v_board AS SELECT product_id, held FROM ordering.far_stock;"
    "CREATE SCHEMA catalogue;"
    "CREATE TABLE catalogue.prices (product_id int PRIMARY KEY, cents int);";

} // namespace

class TestBoundariesPostgresqlFdw : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void bothDatabasesInOneCatalog();
    void whatLeadsAcross();
    void oneDatabaseAlone();
    void changedAtTheOtherEnd();
    void writtenThroughAForeignTable();
    void subscriptionWrites();
    void secretsStayThere();

private:
    Catalog read();
    Boundaries boundaries() const;
    [[nodiscard]] QString inOrdering(const char* name) const;
    [[nodiscard]] QString inCatalogue(const char* name) const;

    std::unique_ptr<PostgresTestDatabase> m_catalogue;
    std::unique_ptr<PostgresTestDatabase> m_ordering;
    QString m_catalogueSource;
    QString m_orderingSource;
    QByteArray m_role;
};

void TestBoundariesPostgresqlFdw::initTestCase()
{
    m_catalogue = std::make_unique<PostgresTestDatabase>(QStringLiteral("far"));
    m_ordering = std::make_unique<PostgresTestDatabase>(QStringLiteral("near"));
    QCOMPARE(m_catalogue->error() + m_ordering->error(), QString());
    QCOMPARE(m_catalogue->execute(catalogueScript), QString());
    const QUrl url(m_catalogue->url());
    const QByteArray server = "host '" + url.host().toUtf8() + "', port '" +
                              QByteArray::number(url.port()) + "', dbname '" +
                              m_catalogue->name().toUtf8() + "'";
    QCOMPARE(m_ordering->execute(
                 QByteArray(orderingScript)
                     .replace("(SERVER)", QByteArray("(" + server + ")"))
                     .replace("'USER'", QByteArray("'" + url.userName().toUtf8() + "'"))),
             QString());
    m_role = "svc_near_" + QByteArray::number(QCoreApplication::applicationPid());
    QCOMPARE(m_ordering->execute("CREATE ROLE " + m_role + " LOGIN"), QString());
    const Catalog catalog = read();
    m_orderingSource = catalog.objects().sources[0].name;
    m_catalogueSource = catalog.objects().sources[1].name;
}

void TestBoundariesPostgresqlFdw::cleanupTestCase()
{
    m_ordering->execute("DROP SUBSCRIPTION IF EXISTS feed");
    m_ordering->execute("DROP OWNED BY " + m_role + "; DROP ROLE " + m_role);
}

Catalog TestBoundariesPostgresqlFdw::read()
{
    std::vector<std::shared_ptr<const SourceCatalog>> parts;
    for (const PostgresTestDatabase* database : {m_ordering.get(), m_catalogue.get()}) {
        const Result<ReadResult> result = readFrom({database->url(), {}, {}, {}});
        if (!result)
            qFatal("%s", qPrintable(errorText(result.error())));
        parts.push_back(result->catalog);
    }
    return mergeSources(parts);
}

/// Each has what is in its own database; the settings belong to nobody's team here and there.
Boundaries TestBoundariesPostgresqlFdw::boundaries() const
{
    Boundaries boundaries;
    boundaries.entries[QStringLiteral("catalogue")] =
        boundaryWith({m_catalogueSource + QStringLiteral("/catalogue.*")});
    boundaries.entries[QStringLiteral("ordering")] =
        boundaryWith({m_orderingSource + QStringLiteral("/ordering.*"),
                      m_orderingSource + QStringLiteral("/catalogue.*")},
                     {QString::fromUtf8(m_role)});
    boundaries.entries[QStringLiteral("settings here")] =
        boundaryWith({m_orderingSource + QStringLiteral("/common.*")});
    boundaries.entries[QStringLiteral("settings there")] =
        boundaryWith({m_catalogueSource + QStringLiteral("/common.*")});
    return boundaries;
}

QString TestBoundariesPostgresqlFdw::inOrdering(const char* name) const
{
    return m_orderingSource + QLatin1Char('/') + QLatin1String(name);
}

QString TestBoundariesPostgresqlFdw::inCatalogue(const char* name) const
{
    return m_catalogueSource + QLatin1Char('/') + QLatin1String(name);
}

void TestBoundariesPostgresqlFdw::bothDatabasesInOneCatalog()
{
    QCOMPARE(m_ordering->session().value("SELECT title FROM ordering.far_products"),
             QStringLiteral("Lamp"));
    const Catalog catalog = read();
    const Ownership ownership = ownershipOf(catalog, boundaries());
    const auto boundaryOf = [&](const QString& table) {
        const Result<ObjectRef> ref = catalog.resolve(table);
        return ref ? ownership.names[*ownership.boundaryOf(catalog, *ref)] : QString();
    };
    QCOMPARE(boundaryOf(inOrdering("common.settings")), QStringLiteral("settings here"));
    QCOMPARE(boundaryOf(inCatalogue("common.settings")), QStringLiteral("settings there"));
    QCOMPARE(boundaryOf(inOrdering("catalogue.prices")), QStringLiteral("ordering"));
    QCOMPARE(boundaryOf(inCatalogue("catalogue.prices")), QStringLiteral("catalogue"));
    QCOMPARE(ownership.unowned(catalog).size(), std::size_t(0));
}

void TestBoundariesPostgresqlFdw::whatLeadsAcross()
{
    const Catalog catalog = read();
    const BoundaryCheck check = checkOf(catalog, boundaries());
    const QStringList expected{
        QStringLiteral("copy %1 -> %2 elsewhere")
            .arg(inOrdering("ordering.far_products"), inCatalogue("catalogue.v_products_v1")),
        QStringLiteral("copy %1 -> %2 elsewhere")
            .arg(inOrdering("ordering.far_stock"), inCatalogue("catalogue.stock")),
    };
    QCOMPARE(crossingTexts(catalog, check), expected);
}

void TestBoundariesPostgresqlFdw::oneDatabaseAlone()
{
    const Result<ReadResult> alone = readFrom({m_ordering->url(), {}, {}, {}});
    const Catalog catalog = catalogOf(*alone);
    const BoundaryCheck check = checkOf(catalog, boundaries());
    QCOMPARE(crossingTexts(catalog, check), QStringList());
}

void TestBoundariesPostgresqlFdw::changedAtTheOtherEnd()
{
    QCOMPARE(sentencesOf(checkOf(read(), boundaries()), "foreign-table-differs"), QStringList());
    QCOMPARE(m_catalogue->execute("ALTER TABLE catalogue.stock ALTER amount TYPE bigint;"
                                  "ALTER TABLE catalogue.stock DROP shelf"),
             QString());
    const Catalog catalog = read();
    const BoundaryCheck check = checkOf(catalog, boundaries());
    QCOMPARE(findingTexts(catalog, check).filter(QStringLiteral("foreign-table-differs")),
             QStringList{QString(QStringLiteral("foreign-table-differs ") +
                                 inOrdering("ordering.far_stock"))});
    const QString sentence = sentencesOf(check, "foreign-table-differs").value(0);
    QVERIFY2(sentence.contains(QLatin1String("shelf")), qPrintable(sentence));
    QVERIFY2(sentence.contains(QLatin1String("bigint")), qPrintable(sentence));
    QVERIFY(!m_ordering->execute("SELECT shelf FROM ordering.far_stock").isEmpty());
    QCOMPARE(m_catalogue->execute("ALTER TABLE catalogue.stock ALTER amount TYPE int;"
                                  "ALTER TABLE catalogue.stock ADD shelf text"),
             QString());
}

void TestBoundariesPostgresqlFdw::writtenThroughAForeignTable()
{
    const auto writes = [this] {
        const Catalog catalog = read();
        return findingTexts(catalog, checkOf(catalog, boundaries()))
            .filter(QStringLiteral("foreign-table-writes"));
    };
    QCOMPARE(m_ordering->execute("GRANT SELECT ON ordering.far_stock TO " + m_role), QString());
    QCOMPARE(writes(), QStringList());
    QCOMPARE(m_ordering->execute("GRANT USAGE ON SCHEMA ordering TO " + m_role +
                                 "; GRANT UPDATE ON ordering.far_stock TO " + m_role),
             QString());
    QCOMPARE(writes(), QStringList{QString(QStringLiteral("foreign-table-writes ") +
                                           inOrdering("ordering.far_stock"))});
    QCOMPARE(m_ordering->execute("REVOKE ALL ON ordering.far_stock FROM " + m_role), QString());
    QCOMPARE(writes(), QStringList());
}

/// Its tables are known once it has asked the other server; what it connects to is never read.
void TestBoundariesPostgresqlFdw::subscriptionWrites()
{
    const QUrl url(m_catalogue->url());
    const QByteArray connection = "host=" + url.host().toUtf8() +
                                  " port=" + QByteArray::number(url.port()) +
                                  " user=" + url.userName().toUtf8() +
                                  " dbname=" + m_catalogue->name().toUtf8() + " password=hunter2";
    QCOMPARE(m_ordering->execute("CREATE SUBSCRIPTION feed CONNECTION '" + connection +
                                 "' PUBLICATION prices WITH (enabled = false, create_slot = false,"
                                 " slot_name = NONE, copy_data = false)"),
             QString());
    const Catalog catalog = read();
    const BoundaryCheck check = checkOf(catalog, boundaries());
    QCOMPARE(sentencesOf(check, "subscription-writes"),
             QStringList{QStringLiteral("Subscription feed writes what another server sends into "
                                        "%1 of ordering, past all grants. It is disabled at "
                                        "present.")
                             .arg(inOrdering("catalogue.prices"))});
    const auto subscriptions = std::ranges::count(catalog.objects().others,
                                                  CatalogKind::Subscriptions, &OtherObject::kind);
    QCOMPARE(subscriptions, 1); // only of the database that subscribes
    QCOMPARE(m_ordering->execute("DROP SUBSCRIPTION feed"), QString());
    QCOMPARE(sentencesOf(checkOf(read(), boundaries()), "subscription-writes"), QStringList());
}

void TestBoundariesPostgresqlFdw::secretsStayThere()
{
    const Catalog catalog = read();
    for (const OtherObject& other : catalog.objects().others) {
        for (const Property& property : other.properties)
            QVERIFY2(!property.value.contains(QLatin1String("hunter2")),
                     qPrintable(other.name + QLatin1Char(' ') + property.label));
    }
}

QTEST_GUILESS_MAIN(TestBoundariesPostgresqlFdw)
#include "tst_boundaries_postgresql_fdw.moc"
