// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The PostgreSQL reader on one database with one of every kind of object: everything that is there
// is found, as a snapshot text beside this file says (refresh it with UPDATE_GOLDEN=1), and nothing
// else.
#include "model/catalog/snapshot.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QByteArray fileContent(const QString& path)
{
    QFile file(QStringLiteral(CADASTRE_SOURCE_DIR) + QLatin1Char('/') + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void makeRole(PostgresSession& session, const QByteArray& name)
{
    session.execute("DO $$BEGIN CREATE ROLE " + name +
                    "; EXCEPTION WHEN duplicate_object THEN NULL; WHEN unique_violation THEN "
                    "NULL; END$$");
}

/// The snapshot without what differs from server to server: oids, versions, other tests' roles.
QString comparable(const SourceCatalog& catalog, const QString& database)
{
    static const QRegularExpression identity(QStringLiteral(",\"identity\":\"[0-9.-]*\""));
    static const QRegularExpression foreign(
        QStringLiteral("^\\{\"format\"|\"key\":\"role:(?!cadastre_everything)|schema:public\""));
    QStringList kept;
    const QStringList lines =
        QString::fromUtf8(snapshotText(catalog)).remove(identity).split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        if (!foreign.match(line).hasMatch())
            kept << line;
    }
    QString text = kept.join(QLatin1Char('\n'));
    return text.replace(database, QStringLiteral("DATABASE"));
}

/// The first line that differs, from both sides.
QString difference(const QString& actual, const QString& expected)
{
    const QStringList a = actual.split(QLatin1Char('\n'));
    const QStringList b = expected.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < qMax(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i))
            return QStringLiteral("line %1\n  is:        %2\n  should be: %3")
                .arg(i + 1)
                .arg(a.value(i), b.value(i));
    }
    return {};
}

} // namespace

class TestPostgresqlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everythingIsFound();
    void allKindsAreRead();
    void secretsNeverAppear();
    void identitiesAreTheServers();
    void whatIsLeftOutIsCounted();
    void systemObjectsOnDemand();
    void scopeIsReadAlone();
    void sampleIsRead();

private:
    ReadResult read(const ReadOptions& options = {});

    std::unique_ptr<PostgresTestDatabase> m_database;
};

void TestPostgresqlReader::initTestCase()
{
    m_database = std::make_unique<PostgresTestDatabase>(QStringLiteral("everything"));
    QVERIFY2(m_database->error().isEmpty(), qPrintable(m_database->error()));
    makeRole(m_database->session(), "cadastre_everything_owner");
    makeRole(m_database->session(), "cadastre_everything_reader");
    const QByteArray script = fileContent(QStringLiteral("tests/server/postgresql_everything.sql"));
    QVERIFY(!script.isEmpty());
    QCOMPARE(m_database->execute(script), QString());
}

void TestPostgresqlReader::cleanupTestCase()
{
    m_database->execute("DROP SUBSCRIPTION changes");
    m_database.reset();
    const Result<QString> server = serverUrl(Engine::PostgreSql);
    if (!server)
        return;
    PostgresSession admin(*server);
    admin.execute("DROP ROLE cadastre_everything_owner");
    admin.execute("DROP ROLE cadastre_everything_reader");
}

ReadResult TestPostgresqlReader::read(const ReadOptions& options)
{
    const Result<ReadResult> result = readFrom({m_database->url(), {}, options, {}});
    if (!result)
        qFatal("%s", qPrintable(errorText(result.error())));
    return *result;
}

void TestPostgresqlReader::everythingIsFound()
{
    const QString path = QStringLiteral("tests/server/postgresql_everything.catalog.txt");
    const QString actual = comparable(*read().catalog, m_database->name());
    if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
        QFile file(QStringLiteral(CADASTRE_SOURCE_DIR) + QLatin1Char('/') + path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(actual.toUtf8());
    }
    const QString different = difference(actual, QString::fromUtf8(fileContent(path)));
    QVERIFY2(different.isEmpty(), qPrintable(different));
}

void TestPostgresqlReader::allKindsAreRead()
{
    const ReadResult result = read();
    QCOMPARE(unreadKinds(result), QString());
    QCOMPARE(kindText(result, CatalogKind::Events), QStringLiteral("engine has none"));
    QVERIFY(!result.catalog->source().changedWhileReading);
    QCOMPARE(result.catalog->source().engine, Engine::PostgreSql);
    QVERIFY(result.catalog->source().versionNumber >= 120000);
}

void TestPostgresqlReader::secretsNeverAppear()
{
    ReadOptions options;
    options.systemObjects = true;
    const QByteArray script = "CREATE SCHEMA dsns;"
                              "CREATE DOMAIN dsns.dsn AS text DEFAULT 'host=x password=hunter2';"
                              "CREATE TABLE dsns.t (a text DEFAULT 'host=x password=hunter2'"
                              " CHECK (a <> 'host=y password=hunter2'));"
                              "CREATE INDEX part ON dsns.t (a) WHERE a = 'host=x password=hunter2';"
                              "CREATE INDEX computed ON dsns.t ((a || 'host=x password=hunter2'))";
    QCOMPARE(m_database->execute(script), QString());
    const QByteArray text = snapshotText(*read(options).catalog);
    QCOMPARE(m_database->execute("DROP SCHEMA dsns CASCADE"), QString());
    QVERIFY(text.contains("warehouse"));
    QVERIFY(text.contains("host=x password=***"));
    QVERIFY(!text.contains("hunter2"));
    QVERIFY(!text.contains("user mapping"));
}

void TestPostgresqlReader::identitiesAreTheServers()
{
    const Catalog catalog = catalogOf(read());
    const Table* orders = findTable(catalog, QStringLiteral("shop.orders"));
    QVERIFY(orders && orders->identity);
    PostgresSession& session = m_database->session();
    QCOMPARE(QString::number(orders->identity->objectOid),
             session.value("select 'shop.orders'::regclass::oid"));
    QCOMPARE(QString::number(orders->identity->classOid),
             session.value("select 'pg_class'::regclass::oid"));
    QCOMPARE(QString::number(orders->identity->databaseOid),
             session.value("select oid from pg_database where datname = current_database()"));
}

void TestPostgresqlReader::whatIsLeftOutIsCounted()
{
    QStringList whats;
    const ReadResult result = read();
    for (const Omission& omission : result.catalog->source().omissions) {
        whats << omission.what;
        QVERIFY(omission.count > 0);
    }
    QCOMPARE(whats,
             QStringList({QStringLiteral("internal copies of foreign keys"),
                          QStringLiteral("members of extensions"), QStringLiteral("system schemas"),
                          QStringLiteral("system tables")}));
}

void TestPostgresqlReader::systemObjectsOnDemand()
{
    ReadOptions options;
    options.systemObjects = true;
    const ReadResult result = read(options);
    const Catalog catalog = catalogOf(result);
    const Table* relations = findTable(catalog, QStringLiteral("pg_catalog.pg_class"));
    QVERIFY(relations && relations->system);
    const Table* orders = findTable(catalog, QStringLiteral("shop.orders"));
    QVERIFY(orders && !orders->system);
    int members = 0;
    for (const UserType& type : catalog.objects().types)
        members += type.extension == QLatin1String("citext");
    QVERIFY(members > 0);
    QCOMPARE(unreadKinds(result), QString());
}

void TestPostgresqlReader::scopeIsReadAlone()
{
    ReadOptions options;
    options.schemas = {QStringLiteral("sh?p")};
    options.tables = {QStringLiteral("order*"), QStringLiteral("shop.event_details")};
    const Catalog catalog = catalogOf(read(options));
    QStringList names;
    for (const Table& table : catalog.objects().tables)
        names << table.name;
    QCOMPARE(names, QStringList({QStringLiteral("event_details"), QStringLiteral("order_counts"),
                                 QStringLiteral("order_notes"), QStringLiteral("orders")}));
    QString parent;
    for (const Constraint& constraint : catalog.objects().constraints) {
        if (constraint.name == QLatin1String("placed_by"))
            parent = constraint.referencedName;
    }
    QCOMPARE(parent, QStringLiteral("shop.customers"));
    QVERIFY(std::ranges::any_of(
        catalog.objects().sources.front().omissions, [](const Omission& omission) {
            return omission.what == QLatin1String("outside the chosen scope") &&
                   omission.count == 8;
        }));
}

void TestPostgresqlReader::sampleIsRead()
{
    PostgresTestDatabase sample(QStringLiteral("sample"));
    QVERIFY2(sample.error().isEmpty(), qPrintable(sample.error()));
    const QString folder = QStringLiteral("resources/sample/postgresql/");
    const QStringList files = QDir(QStringLiteral(CADASTRE_SOURCE_DIR "/") + folder)
                                  .entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    for (const QString& file : files)
        QCOMPARE(sample.execute(fileContent(folder + file)), QString());
    const Result<ReadResult> result = readFrom({sample.url(), {}, {}, {}});
    QVERIFY2(result.has_value(), result ? "" : qPrintable(errorText(result.error())));
    QCOMPARE(unreadKinds(*result), QString());
    const CatalogObjects& objects = result->catalog->objects;
    QCOMPARE(QString::number(objects.tables.size()),
             sample.session().value("select count(*) from pg_class where relkind in "
                                    "('r','p','v','m','f') and relnamespace >= 16384"));
    QVERIFY(std::ranges::any_of(objects.tables, [](const Table& table) {
        return table.name == QLatin1String("tmp_orders");
    }));
    QVERIFY(std::ranges::any_of(objects.columns,
                                [](const Column& column) { return !column.comment.isEmpty(); }));
}

QTEST_GUILESS_MAIN(TestPostgresqlReader)
#include "tst_postgresql_reader.moc"
