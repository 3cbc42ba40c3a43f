// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Contracts as real databases have them: what is planted in the samples must be found, foreign
// tables are compared across two databases, and servers take the scripts of drafts as they are.
#include "model/boundaries/contracts/contract_draft.h"
#include "model/boundaries/contracts/contracts.h"
#include "model/boundaries/contracts/remote_tables.h"
#include "model/export/ddl_contract.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <sqlite3.h>

using namespace cadastre;
using namespace cadastre::test;

namespace {

/// Everything that findings are made of, for one catalog.
class Findings
{
public:
    Findings(Catalog catalog, Boundaries boundaries)
        : m_catalog(std::move(catalog))
        , m_boundaries(std::move(boundaries))
    {
        const std::atomic_bool cancelled = false;
        m_uses = readUses(m_catalog, cancelled);
        m_relationships = declaredRelationships(m_catalog);
        m_ownership = ownershipOf(m_catalog, m_boundaries);
    }

    [[nodiscard]] BoundaryFacts facts() const
    {
        return {m_catalog, m_relationships, m_uses, m_boundaries, m_ownership};
    }
    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }
    [[nodiscard]] QStringList ofRule(const char* rule) const
    {
        QStringList sentences;
        for (const BoundaryFinding& finding : contractFindings(facts())) {
            if (finding.rule == QLatin1String(rule))
                sentences << finding.sentence;
        }
        return sentences;
    }
    [[nodiscard]] TableId table(const char* name) const
    {
        const auto& tables = m_catalog.objects().tables;
        const auto found = std::ranges::find(tables, QString::fromUtf8(name), &Table::name);
        if (found == tables.end())
            qFatal("no table %s", name);
        return {static_cast<int>(found - tables.begin())};
    }

private:
    Catalog m_catalog;
    Boundaries m_boundaries;
    UseReading m_uses;
    std::vector<Relationship> m_relationships;
    Ownership m_ownership;
};

Boundary boundaryOf(const char* members, const char* roles = "")
{
    Boundary boundary;
    boundary.members = QString::fromUtf8(members).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    boundary.members.sort();
    boundary.roles = QString::fromUtf8(roles).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return boundary;
}

void publish(Boundaries& boundaries, const Catalog& catalog, const QStringList& names)
{
    const auto& tables = catalog.objects().tables;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        if (names.contains(tables[std::size_t(i)].name))
            boundaries.exposures[catalog.keyOf(TableId{i})].exposure = Exposure::Contract;
    }
}

const QStringList sampleContracts{QStringLiteral("v_products_v1"), QStringLiteral("v_products_v2"),
                                  QStringLiteral("v_customers_v1")};

/// The sample with one schema per service.
Findings sampleFindings(Catalog catalog, const QString& prefix)
{
    Boundaries boundaries;
    for (const char* service : {"catalogue", "ordering", "billing", "support"})
        boundaries.entries[QLatin1String(service)] =
            boundaryOf(qPrintable(QString(prefix + QLatin1String(service) + QLatin1String(".*"))));
    publish(boundaries, catalog, sampleContracts);
    return Findings(std::move(catalog), std::move(boundaries));
}

/// The sample in one schema: names instead.
Findings sqliteSampleFindings(Catalog catalog)
{
    Boundaries boundaries;
    boundaries.entries[QStringLiteral("catalogue")] =
        boundaryOf("brands categories product* Product* suppliers supplier_products price_history "
                   "warehouses stock_levels v_products* v_low_stock");
    boundaries.entries[QStringLiteral("ordering")] =
        boundaryOf("customers cart* coupon* tmp_orders order_* orderNotes carriers shipment* "
                   "ReturnRequests orders_bak_2019 v_orders* v_order_* v_customers_v1 "
                   "v_customer_fax v_shipping_board");
    boundaries.entries[QStringLiteral("billing")] =
        boundaryOf("tax_rates paymentMethods invoice* credit_notes payments refunds DunningLetters "
                   "ledger_* v_unpaid_invoices v_invoice_products v_revenue_monthly");
    boundaries.entries[QStringLiteral("support")] =
        boundaryOf("teams agents ticket* notifications attachments KnowledgeArticles "
                   "SatisfactionSurveys audit_log v_open_tickets v_help_pages v_customer_360 "
                   "v_vip_complaints");
    publish(boundaries, catalog, sampleContracts);
    return Findings(std::move(catalog), std::move(boundaries));
}

QByteArray contentOfFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The scripts of a sample in order, those of optional/ that are named last.
QStringList sampleScripts(const char* engine, const QStringList& optional = {})
{
    const QDir folder(QStringLiteral(CADASTRE_SOURCE_DIR "/resources/sample/") +
                      QLatin1String(engine));
    QStringList paths;
    for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name))
        paths << folder.filePath(name);
    for (const QString& name : optional)
        paths << folder.filePath(QString(QStringLiteral("optional/") + name));
    return paths;
}

Catalog readCatalog(const QString& url)
{
    const Result<ReadResult> read = readFrom({url, {}, {}, {}});
    if (!read)
        qFatal("%s", qPrintable(errorText(read.error())));
    return test::catalogOf(*read);
}

/// Runs a script on a file, as another program would; empty, or what went wrong.
QString runOnFile(const QString& path, const QByteArray& script)
{
    sqlite3* handle = nullptr;
    char* message = nullptr;
    QString error;
    if (sqlite3_open(path.toUtf8().constData(), &handle) != SQLITE_OK)
        error = QStringLiteral("cannot be opened");
    else if (sqlite3_exec(handle, script.constData(), nullptr, nullptr, &message) != SQLITE_OK)
        error = QString::fromUtf8(message);
    sqlite3_free(message);
    sqlite3_close(handle);
    return error;
}

/// What is planted in every sample.
void expectSampleFindings(const Findings& findings)
{
    const QStringList old = findings.ofRule("contract-old-version-read");
    QCOMPARE(old.size(), 1);
    QVERIFY2(old.front().contains(QLatin1String("v_products_v1")) &&
                 old.front().contains(QLatin1String("v_products_v2")) &&
                 old.front().contains(QLatin1String("v_invoice_products (billing)")),
             qPrintable(old.front()));
    const QStringList chains = findings.ofRule("view-chain");
    QCOMPARE(chains.size(), 1);
    QVERIFY2(chains.front().contains(QLatin1String("v_vip_complaints")),
             qPrintable(chains.front()));
    QCOMPARE(findings.ofRule("contract-foreign-column"), QStringList());
    QCOMPARE(findings.ofRule("view-definer-rights"), QStringList());
}

void expectProbableStar(const Findings& findings)
{
    const auto stars = probableStars(findings.catalog(), findings.facts().uses);
    QCOMPARE(stars.size(), std::size_t(1));
    QCOMPARE(stars.front().view, findings.table("v_orders"));
    QCOMPARE(stars.front().base, findings.table("tmp_orders"));
    QVERIFY(!stars.front().certain);
    QCOMPARE(stars.front().added.size(), std::size_t(1));
    QCOMPARE(findings.catalog().column(stars.front().added.front()).name,
             QStringLiteral("gift_message"));
    QCOMPARE(findings.ofRule("contract-probable-star").size(), 1);
}

const QByteArray dropSample =
    "DROP DATABASE IF EXISTS shop_billing; DROP DATABASE IF EXISTS shop_catalogue; "
    "DROP DATABASE IF EXISTS shop_ordering; DROP DATABASE IF EXISTS shop_support";

} // namespace

class TestContractsServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresqlSample();
    void mariadbSample();
    void sqliteSample();
    void foreignTables();
    void postgresqlScript();
    void mariadbScript();
    void sqliteScript();
};

void TestContractsServers::postgresqlSample()
{
    PostgresTestDatabase database(QStringLiteral("contracts"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    for (const QString& path : sampleScripts("postgresql"))
        QCOMPARE(database.execute(contentOfFile(path)), QString());
    const Findings findings = sampleFindings(readCatalog(database.url()), QString());
    expectSampleFindings(findings);
    expectProbableStar(findings);
    QCOMPARE(findings.ofRule("view-broken"), QStringList());
    QCOMPARE(findings.ofRule("contract-star"), QStringList());
}

void TestContractsServers::mariadbSample()
{
    MariaDbTestDatabase database(QStringLiteral("contracts"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    MariaDbSession session(database.serverUrl());
    QCOMPARE(session.execute(dropSample), QString());
    for (const QString& path : sampleScripts("mariadb", {QStringLiteral("90_broken.sql")}))
        QCOMPARE(session.execute(contentOfFile(path)), QString());
    ReadOptions options;
    options.schemas = {QStringLiteral("shop_*")};
    const Findings findings =
        sampleFindings(test::catalogOf(database.serverUrl(), options), QStringLiteral("shop_"));
    (void)session.execute(dropSample);
    expectSampleFindings(findings);
    expectProbableStar(findings);
    const QStringList broken = findings.ofRule("view-broken");
    QCOMPARE(broken.size(), 2);
    QVERIFY(broken.front().contains(QLatin1String("v_orders_2014 is broken")));
    QVERIFY(broken.last().contains(QLatin1String("v_orders_2014_by_customer is broken")));
    const QStringList definers = findings.ofRule("view-definer-missing");
    QCOMPARE(definers.size(), 1);
    QVERIFY2(definers.front().contains(QLatin1String("v_refunds_2018")) &&
                 definers.front().contains(QLatin1String("former_colleague@localhost")),
             qPrintable(definers.front()));
}

void TestContractsServers::sqliteSample()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.db"));
    QByteArray script = "PRAGMA synchronous = OFF;";
    for (const QString& part : sampleScripts("sqlite", {QStringLiteral("90_broken.sql")}))
        script += contentOfFile(part) + '\n';
    QCOMPARE(runOnFile(path, script), QString());
    const Findings findings = sqliteSampleFindings(readCatalog(path));
    expectSampleFindings(findings);
    QCOMPARE(findings.ofRule("contract-probable-star"), QStringList());
    QCOMPARE(findings.ofRule("contract-star"),
             QStringList({QStringLiteral("View v_order_archive says * of order_archive_2017, "
                                         "order_archive_2018, order_archive_2019 and "
                                         "order_archive_2020: every column added there is "
                                         "published at once."),
                          QStringLiteral("View v_orders says * of tmp_orders: every column added "
                                         "there is published at once.")}));
    const QStringList broken = findings.ofRule("view-broken");
    QCOMPARE(broken.size(), 3);
    QVERIFY(broken.join(QLatin1Char('\n')).contains(QLatin1String("v_customer_fax")));
    QCOMPARE(findings.ofRule("view-definer-missing"), QStringList());
}

void TestContractsServers::foreignTables()
{
    PostgresTestDatabase far(QStringLiteral("contracts_far"));
    PostgresTestDatabase near(QStringLiteral("contracts_near"));
    QVERIFY2(far.error().isEmpty() && near.error().isEmpty(), qPrintable(near.error()));
    QCOMPARE(far.execute("CREATE SCHEMA store; CREATE TABLE store.\"sto, ck's\" (gate_code char(4) "
                         "NOT NULL, pieces integer, note text); "
                         "CREATE TABLE store.same (id integer NOT NULL)"),
             QString());
    const QUrl url(near.url());
    const QString server =
        QStringLiteral("CREATE EXTENSION postgres_fdw; CREATE SERVER far FOREIGN DATA WRAPPER "
                       "postgres_fdw OPTIONS (host '%1', port '%2', dbname '%3');")
            .arg(url.host(), QString::number(url.port()), far.name());
    QCOMPARE(near.execute(server.toUtf8()), QString());
    QCOMPARE(near.execute("CREATE FOREIGN TABLE stock (gate char(4) OPTIONS (column_name "
                          "'gate_code') NOT NULL, pieces bigint) SERVER far OPTIONS (schema_name "
                          "'store', table_name 'sto, ck''s'); "
                          "CREATE FOREIGN TABLE same (id integer NOT NULL) SERVER far OPTIONS "
                          "(schema_name 'store'); "
                          "CREATE FOREIGN TABLE lost (id integer) SERVER far"),
             QString());
    const Result<ReadResult> nearRead = readFrom({near.url(), {}, {}, {}});
    const Result<ReadResult> farRead = readFrom({far.url(), {}, {}, {}});
    QVERIFY(nearRead && farRead);
    const Findings findings(mergeSources({nearRead->catalog, farRead->catalog}), {});
    const Catalog& catalog = findings.catalog();
    QCOMPARE(remoteTableOf(catalog, findings.table("stock")),
             std::optional(findings.table("sto, ck's")));
    QVERIFY(!remoteTableOf(catalog, findings.table("lost")));
    const QStringList differing = findings.ofRule("foreign-table-differs");
    QCOMPARE(differing.size(), 2);
    QVERIFY2(differing.join(QLatin1Char('\n'))
                 .contains(QLatin1String("pieces is bigint here and integer there; note is only "
                                         "there.")),
             qPrintable(differing.join(QLatin1Char('\n'))));
}

void TestContractsServers::postgresqlScript()
{
    PostgresTestDatabase database(QStringLiteral("contracts_ddl"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    const QString suffix = database.name();
    const QString owner = QStringLiteral("own \"er_") + suffix;
    const QString reader = QStringLiteral("re'ad.er_") + suffix;
    const auto quoted = [](QString name) {
        return QString(QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) +
                       QLatin1Char('"'))
            .toUtf8();
    };
    const QByteArray make =
        "CREATE ROLE " + quoted(owner) + "; CREATE ROLE " + quoted(reader) + " LOGIN;" +
        "CREATE SCHEMA \"a.b\" AUTHORIZATION " + quoted(owner) + "; CREATE SCHEMA other;" +
        "CREATE TABLE \"a.b\".\"we\"\"ird\" (id integer PRIMARY KEY, \"na me\" text, secret "
        "text);" +
        "ALTER TABLE \"a.b\".\"we\"\"ird\" OWNER TO " + quoted(owner) + ";" +
        "CREATE TABLE other.child (id integer, parent integer REFERENCES \"a.b\".\"we\"\"ird\");" +
        "CREATE VIEW other.v AS SELECT \"na me\" FROM \"a.b\".\"we\"\"ird\";" +
        "GRANT USAGE ON SCHEMA \"a.b\" TO " + quoted(reader) + ";" + "SET ROLE " + quoted(owner) +
        "; GRANT SELECT ON \"a.b\".\"we\"\"ird\" TO " + quoted(reader) +
        "; GRANT SELECT (id) ON \"a.b\".\"we\"\"ird\" TO " + quoted(reader) + "; RESET ROLE;";
    QCOMPARE(database.execute(make), QString());
    Boundaries boundaries;
    boundaries.entries[QStringLiteral("a")] = boundaryOf("\"a.b\".*");
    boundaries.entries[QStringLiteral("other")] = boundaryOf("other.*");
    boundaries.entries[QStringLiteral("other")].roles = {QStringLiteral("re'ad*")};
    const Findings findings(readCatalog(database.url()), boundaries);
    const auto draft = contractDraft(findings.facts(), findings.table("we\"ird"));
    QVERIFY(draft);
    QCOMPARE(draft->columns.size(),
             std::size_t(2)); // the key that is referred to, and what is read
    QCOMPARE(draft->roles.size(), std::size_t(1));
    const auto script = contractScript(findings.catalog(), *draft);
    QVERIFY(script);
    QCOMPARE(database.execute(script->toUtf8()), QString());
    const auto asReader = [&](const char* statement) {
        const QString error = database.execute(QByteArray("SET ROLE " + quoted(reader) + ";"));
        return error.isEmpty() ? database.execute(statement) : error;
    };
    QCOMPARE(asReader("SELECT id, \"na me\" FROM \"a.b\".\"v_we\"\"ird_v1\""), QString());
    QVERIFY(asReader("SELECT secret FROM \"a.b\".\"v_we\"\"ird_v1\"")
                .contains(QLatin1String("secret")));
    QVERIFY(asReader("SELECT id FROM \"a.b\".\"we\"\"ird\"")
                .contains(QLatin1String("permission denied")));
    QCOMPARE(database.execute(QByteArray("RESET ROLE; DROP SCHEMA \"a.b\" CASCADE; DROP ROLE " +
                                         quoted(reader) + "; DROP ROLE " + quoted(owner))),
             QString());
}

void TestContractsServers::mariadbScript()
{
    MariaDbTestDatabase database(QStringLiteral("contracts_ddl"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    const QByteArray name = database.name().toUtf8();
    const QByteArray user = "'re`ad''er'@'127.0.0.1'";
    const QByteArray other = "`" + name + "_other`";
    const QByteArray make =
        "DROP USER IF EXISTS " + user + "; CREATE USER " + user + ";" +
        "CREATE TABLE `we``ird` (id INT PRIMARY KEY, `na me` TEXT, secret TEXT);" +
        "CREATE DATABASE " + other + ";" + "CREATE VIEW " + other + ".v AS SELECT `na me` FROM `" +
        name + "`.`we``ird`;" + "GRANT SELECT ON `" + name + "`.`we``ird` TO " + user + ";" +
        "GRANT SELECT (id) ON `" + name + "`.`we``ird` TO " + user;
    QCOMPARE(database.execute(make), QString());
    Boundaries boundaries;
    boundaries.entries[QStringLiteral("a")] = boundaryOf(QByteArray(name + ".*").constData());
    boundaries.entries[QStringLiteral("other")] =
        boundaryOf(QByteArray(name + "_other.*").constData());
    boundaries.entries[QStringLiteral("other")].roles = {QStringLiteral("re`ad'er@*")};
    ReadOptions options;
    options.schemas = {database.name(), QString(database.name() + QStringLiteral("_other"))};
    const Findings findings(test::catalogOf(database.serverUrl(), options), boundaries);
    const auto draft = contractDraft(findings.facts(), findings.table("we`ird"));
    QVERIFY(draft);
    QCOMPARE(draft->columns.size(), std::size_t(2)); // what is read, and what is granted
    QCOMPARE(draft->roles.size(), std::size_t(1));
    const auto script = contractScript(findings.catalog(), *draft);
    QVERIFY(script);
    QCOMPARE(database.execute(script->toUtf8()), QString());
    QString url = urlWithUser(database.url(), QStringLiteral("re%60ad'er"));
    MariaDbSession reader(url);
    QCOMPARE(reader.execute("SELECT id, `na me` FROM `v_we``ird_v1`"), QString());
    QVERIFY(!reader.execute("SELECT id FROM `we``ird`").isEmpty());
    QCOMPARE(database.execute(QByteArray("DROP DATABASE " + other + "; DROP USER " + user)),
             QString());
}

void TestContractsServers::sqliteScript()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.db"));
    QCOMPARE(runOnFile(path, "CREATE TABLE \"we\"\"ird\" (id INTEGER PRIMARY KEY, \"na me\" TEXT, "
                             "secret TEXT); CREATE VIEW v AS SELECT \"na me\" FROM \"we\"\"ird\";"),
             QString());
    Boundaries boundaries;
    boundaries.entries[QStringLiteral("a")] = boundaryOf("we*");
    boundaries.entries[QStringLiteral("b")] = boundaryOf("v");
    const Findings findings(readCatalog(path), boundaries);
    const auto draft = contractDraft(findings.facts(), findings.table("we\"ird"));
    QVERIFY(draft);
    const auto script = contractScript(findings.catalog(), *draft);
    QVERIFY(script);
    QCOMPARE(runOnFile(path, script->toUtf8()), QString());
    QCOMPARE(runOnFile(path, "SELECT \"na me\" FROM \"v_we\"\"ird_v1\""), QString());
    QVERIFY(!runOnFile(path, "SELECT secret FROM \"v_we\"\"ird_v1\"").isEmpty());
}

QTEST_GUILESS_MAIN(TestContractsServers)
#include "tst_contracts_servers.moc"
