// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Rights in the samples on real servers: the grants that cross, as README of the sample lists them,
// what is said about roles, and none else; and readers that may not see grants.
#include "tests/server/boundary_check_lines.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"
#include "tests/support/sample_owners.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestAccessServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void postgresqlCrossings();
    void postgresqlFindings();
    void postgresqlWriters();
    void mariadbCrossings();
    void mariadbFindings();
    void grantsThatMayNotBeRead();
    void rightsAfterSetRole();

private:
    Catalog m_postgresql;
    Catalog m_mariadb;
};

namespace {

const std::vector<CrossingKind> grantKinds{CrossingKind::WriteGrant, CrossingKind::ReadGrant};

const QSet<QString> accessRules{
    QStringLiteral("one-login"),
    QStringLiteral("role-is-superuser"),
    QStringLiteral("owner-elsewhere"),
    QStringLiteral("role-name-lies"),
    QStringLiteral("role-unmapped-writes"),
    QStringLiteral("grant-without-usage"),
    QStringLiteral("reader-reads-private"),
    QStringLiteral("owners-differ"),
    QStringLiteral("public-writes"),
    QStringLiteral("security-definer-writes"),
    QStringLiteral("subscription-writes"),
    QStringLiteral("foreign-table-writes"),
    QStringLiteral("transactions-unknown"),
    QStringLiteral("no-roles"),
    QStringLiteral("grants-not-read"),
    QStringLiteral("grants-own-only"),
    QStringLiteral("roles-not-mapped"),
    QStringLiteral("reference-to-other-identity"),
};

QByteArray scriptText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Scripts of the sample in order, put into one text each.
QList<QByteArray> scripts(const char* engine)
{
    const QDir folder(QStringLiteral(CADASTRE_SOURCE_DIR "/resources/sample/") +
                      QLatin1String(engine));
    QList<QByteArray> texts;
    for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name))
        texts << scriptText(folder.filePath(name));
    return texts;
}

/// The sample's owners, and who reads reports.
Boundaries withReaders(const Catalog& catalog)
{
    Boundaries boundaries = sampleOwners(catalog);
    boundaries.entries[QStringLiteral("reports")] =
        boundaryWith({}, {QStringLiteral("shop_readers"), QStringLiteral("reporting_ro"),
                          QStringLiteral("analyst")});
    return boundaries;
}

/// Lines without those that start so, which the test counts.
QStringList without(const QStringList& lines, const QString& start)
{
    QStringList kept;
    for (const QString& line : lines) {
        if (!line.startsWith(start))
            kept << line;
    }
    return kept;
}

/// "rule object" of findings about access.
QStringList accessTexts(const Catalog& catalog, const BoundaryCheck& check)
{
    QStringList kept;
    for (const QString& line : findingTexts(catalog, check)) {
        if (accessRules.contains(line.section(QLatin1Char(' '), 0, 0)))
            kept << line;
    }
    return kept;
}

QStringList names(std::initializer_list<const char*> texts)
{
    QStringList result;
    for (const char* text : texts)
        result << QString::fromUtf8(text);
    return result;
}

} // namespace

void TestAccessServers::initTestCase()
{
    PostgresTestDatabase postgresql(QStringLiteral("access"));
    QCOMPARE(postgresql.error(), QString());
    for (const QByteArray& script : scripts("postgresql"))
        QCOMPARE(postgresql.execute(script), QString());
    const Result<ReadResult> read = readFrom({postgresql.url(), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    m_postgresql = catalogOf(*read);

    MariaDbTestDatabase mariadb(QStringLiteral("access"));
    QCOMPARE(mariadb.error(), QString());
    MariaDbSession session(mariadb.serverUrl());
    const QByteArray drop =
        "DROP DATABASE IF EXISTS shop_billing; DROP DATABASE IF EXISTS shop_catalogue; "
        "DROP DATABASE IF EXISTS shop_ordering; DROP DATABASE IF EXISTS shop_support";
    QCOMPARE(session.execute(drop), QString());
    for (const QByteArray& script : scripts("mariadb"))
        QCOMPARE(session.execute(script), QString());
    ReadOptions options;
    options.schemas = {QStringLiteral("shop_*")};
    m_mariadb = catalogOf(mariadb.serverUrl(), options);
    QCOMPARE(session.execute(drop), QString());
}

void TestAccessServers::postgresqlCrossings()
{
    const BoundaryCheck check = checkOf(m_postgresql, withReaders(m_postgresql));
    const QStringList found = crossingTexts(m_postgresql, check, grantKinds);
    const QString readers = QStringLiteral("read-grant shop_readers -> catalogue.");
    QCOMPARE(without(found, readers),
             names({
                 "read-grant analyst -> billing.ledger_accounts",
                 "read-grant shop_readers -> billing.invoices",
                 "read-grant shop_readers -> billing.mv_revenue_monthly",
                 "read-grant shop_readers -> ordering.customers "
                 "(id,customer_no,locale,status,created_at)",
                 "read-grant shop_readers -> ordering.order_items",
                 "read-grant shop_readers -> ordering.tmp_orders",
                 "read-grant shop_readers -> ordering.v_order_summary",
                 "read-grant shop_readers -> ordering.v_orders",
                 "read-grant svc_backoffice -> catalogue.products",
                 "read-grant svc_backoffice -> catalogue.warehouses",
                 "read-grant svc_backoffice -> ordering.customers",
                 "read-grant svc_backoffice -> ordering.tmp_orders",
                 "read-grant svc_ordering -> catalogue.products",
                 "read-grant svc_ordering -> catalogue.stock_levels",
                 "read-grant svc_ordering -> catalogue.warehouses",
                 "write-grant reporting_ro -> ordering.tmp_orders UPDATE (deleted_at)",
                 "write-grant reporting_ro -> support.notifications INSERT",
                 "write-grant svc_backoffice -> ordering.customers UPDATE (loyalty_points)",
                 "write-grant svc_backoffice -> ordering.orders_bak_2019 TRUNCATE",
                 "write-grant svc_backoffice -> ordering.tmp_orders UPDATE (state,paid_at)",
                 "write-grant svc_catalogue -> support.audit_log INSERT",
                 "write-grant svc_ordering -> billing.invoices INSERT",
                 "write-grant svc_ordering -> catalogue.stock_levels UPDATE (reserved)",
             }));
    // all of the catalogue's 16 tables and its private view
    QCOMPARE(found.filter(readers).size(), 17);
    QVERIFY(found.filter(QStringLiteral("v_products")).isEmpty());
}

void TestAccessServers::postgresqlFindings()
{
    const BoundaryCheck check = checkOf(m_postgresql, withReaders(m_postgresql));
    QCOMPARE(accessTexts(m_postgresql, check),
             names({
                 "one-login svc_backoffice",
                 "owners-differ billing.ledger_accounts",
                 "reader-reads-private shop_readers",
                 "reader-reads-private shop_readers",
                 "role-name-lies reporting_ro",
                 "security-definer-writes support.anonymise_customer(bigint)",
                 "transactions-unknown",
             }));
    QCOMPARE(sentencesOf(check, "role-name-lies"),
             names({"Role reporting_ro seems to be for reading, by name or comment, but may write "
                    "2 tables: ordering.tmp_orders (UPDATE) and support.notifications (INSERT)."}));
    QCOMPARE(sentencesOf(check, "security-definer-writes"),
             names({"support.anonymise_customer(bigint) writes billing.invoices, ordering.carts "
                    "and ordering.customers of billing and ordering with the rights of its owner, "
                    "and may be executed by svc_backoffice."}));
}

void TestAccessServers::postgresqlWriters()
{
    const auto writersOf = [this](const char* table) {
        const Result<ObjectRef> ref = m_postgresql.resolve(QString::fromLatin1(table));
        return ref ? writerCounts(m_postgresql)[ref->index] : WriterCount();
    };
    QCOMPARE(writersOf("ordering.tmp_orders").writers, 3); // ordering, back office, reporting_ro
    QCOMPARE(writersOf("catalogue.stock_levels").writers, 2);
    QCOMPARE(writersOf("catalogue.brands").writers, 1);
    QCOMPARE(writersOf("billing.ledger_accounts").writers, 0);
    QVERIFY(writersOf("billing.ledger_accounts").superusers > 0);
}

void TestAccessServers::mariadbCrossings()
{
    const BoundaryCheck check = checkOf(m_mariadb, withReaders(m_mariadb));
    const QStringList found = crossingTexts(m_mariadb, check, grantKinds);
    const QString readers = QStringLiteral("read-grant shop_readers -> shop_catalogue.");
    QCOMPARE(without(found, readers),
             names({
                 "read-grant shop_readers -> shop_billing.v_revenue_monthly",
                 "read-grant shop_readers -> shop_ordering.customers "
                 "(id,customer_no,locale,status,created_at)",
                 "read-grant shop_readers -> shop_ordering.order_items",
                 "read-grant shop_readers -> shop_ordering.tmp_orders",
                 "read-grant svc_backoffice@localhost -> shop_catalogue.products",
                 "read-grant svc_backoffice@localhost -> shop_ordering.customers",
                 "read-grant svc_backoffice@localhost -> shop_ordering.tmp_orders",
                 "read-grant svc_ordering@localhost -> shop_catalogue.products",
                 "read-grant svc_ordering@localhost -> shop_catalogue.stock_levels",
                 "write-grant reporting_ro@localhost -> shop_ordering.tmp_orders UPDATE "
                 "(deleted_at)",
                 "write-grant reporting_ro@localhost -> shop_support.notifications INSERT",
                 "write-grant svc_backoffice@localhost -> shop_ordering.customers UPDATE "
                 "(loyalty_points)",
                 "write-grant svc_backoffice@localhost -> shop_ordering.tmp_orders UPDATE "
                 "(state,paid_at)",
                 "write-grant svc_ordering@localhost -> shop_billing.invoices INSERT",
                 "write-grant svc_ordering@localhost -> shop_catalogue.stock_levels UPDATE "
                 "(reserved)",
             }));
    // all of the catalogue's 15 tables and its private view
    QCOMPARE(found.filter(readers).size(), 16);
    QVERIFY(found.filter(QStringLiteral("v_products")).isEmpty());
}

void TestAccessServers::mariadbFindings()
{
    const BoundaryCheck check = checkOf(m_mariadb, withReaders(m_mariadb));
    QCOMPARE(accessTexts(m_mariadb, check),
             names({
                 "one-login svc_backoffice@localhost",
                 "reader-reads-private shop_readers",
                 "reader-reads-private shop_readers",
                 "role-name-lies reporting_ro@localhost",
                 "security-definer-writes shop_support.anonymise_customer(bigint(20))",
                 "transactions-unknown",
             }));
}

void TestAccessServers::grantsThatMayNotBeRead()
{
    PostgresTestDatabase database(QStringLiteral("hardened"));
    QCOMPARE(database.error(), QString());
    const QByteArray role =
        "cadastre_blind_" + QByteArray::number(QCoreApplication::applicationPid());
    QCOMPARE(database.execute("CREATE ROLE " + role +
                              " LOGIN;"
                              "CREATE TABLE t (id int PRIMARY KEY);"
                              "REVOKE SELECT ON pg_catalog.pg_foreign_server FROM PUBLIC"),
             QString());
    const Result<ReadResult> read =
        readFrom({database.urlFor(QString::fromLatin1(role)), {}, {}, {}});
    database.execute("DROP ROLE " + role);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const Catalog catalog = catalogOf(*read);
    Boundaries boundaries;
    boundaries.entries[QStringLiteral("all")] =
        boundaryWith({QStringLiteral("*")}, {QString::fromLatin1(role)});
    const BoundaryCheck check = checkOf(catalog, boundaries);
    const auto finding = std::ranges::find(check.findings, QStringLiteral("grants-not-read"),
                                           &BoundaryFinding::rule);
    QVERIFY(finding != check.findings.end());
    QVERIFY(finding->severity == BoundarySeverity::Unknown);
    QVERIFY2(finding->sentence.contains(QLatin1String("permission denied")),
             qPrintable(finding->sentence));
}

/// NOINHERIT: the rights of a group are there after SET ROLE only, as the server itself says.
void TestAccessServers::rightsAfterSetRole()
{
    PostgresTestDatabase database(QStringLiteral("set_role"));
    QCOMPARE(database.error(), QString());
    const QByteArray pid = QByteArray::number(QCoreApplication::applicationPid());
    const QByteArray group = "cadastre_group_" + pid;
    const QByteArray heir = "cadastre_heir_" + pid;
    const QByteArray taker = "cadastre_taker_" + pid;
    QCOMPARE(database.execute("CREATE ROLE " + group + "; CREATE ROLE " + heir +
                              " LOGIN; CREATE ROLE " + taker + " LOGIN NOINHERIT; GRANT " + group +
                              " TO " + heir + ", " + taker +
                              "; CREATE TABLE public.t (id int PRIMARY KEY);"
                              "GRANT INSERT ON public.t TO " +
                              group),
             QString());
    const Result<ReadResult> read = readFrom({database.url(), {}, {}, {}});
    const auto mayInsert = [&database](const QByteArray& role) {
        return database.session().value("SELECT has_table_privilege('" + role +
                                        "', 'public.t', 'INSERT')");
    };
    QCOMPARE(mayInsert(heir), QStringLiteral("t"));
    QCOMPARE(mayInsert(taker), QStringLiteral("f"));
    QCOMPARE(database.execute("DROP OWNED BY " + group + "; DROP ROLE " + group + ", " + heir +
                              ", " + taker),
             QString());
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const Catalog catalog = catalogOf(*read);
    QStringList found;
    for (const TableAccess& access : tableAccess(catalog, ownershipOf(catalog, {}))) {
        const QString name = catalog.role(access.role).name;
        if (name.endsWith(QString::fromLatin1(pid)))
            found << name.section(QLatin1Char('_'), 1, 1) +
                         (access.afterSetRole ? QStringLiteral(" after SET ROLE") : QString());
    }
    QCOMPARE(found, names({"heir", "taker after SET ROLE"}));
}

QTEST_GUILESS_MAIN(TestAccessServers)
#include "tst_access_servers.moc"
