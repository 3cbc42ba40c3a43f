// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Access: what grants come to, which of them cross, and what is said about roles, with what must
// not be found beside what must.
#include "tests/support/access_fixture.h"

#include <QTest>

#include <algorithm>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr Privileges allRows =
    Privilege::Select | Privilege::Insert | Privilege::Update | Privilege::Delete;

constexpr const char* shop = "ordering.orders\n"
                             "  id integer pk\n"
                             "  state text\n"
                             "  paid_at timestamp\n"
                             "ordering.customers\n"
                             "  id integer pk\n"
                             "view ordering.v_customers_v1\n"
                             "  id integer\n"
                             "billing.invoices\n"
                             "  id integer pk\n"
                             "billing.payments\n"
                             "  id integer pk\n"
                             "nobody.leftover\n"
                             "  id integer pk\n";

/// Ordering and billing, each with a role; `svc_ordering` may do everything with its own.
struct Shop : AccessFixture
{
    explicit Shop(Engine engine = Engine::PostgreSql)
        : AccessFixture(shop, engine)
        , ordering(role("svc_ordering"))
        , billing(role("svc_billing"))
    {
        boundary("ordering", "ordering.*", "svc_ordering");
        boundary("billing", "billing.*", "svc_billing");
        contract("ordering.v_customers_v1");
        grant("ordering.orders", ordering, allRows);
    }
    QStringList crossings()
    {
        finish();
        return crossingLines(facts());
    }
    QStringList findings()
    {
        finish();
        return findingLines(facts());
    }

    RoleId ordering;
    RoleId billing;
};

QStringList lines(std::initializer_list<const char*> texts)
{
    QStringList result;
    for (const char* text : texts)
        result << QString::fromUtf8(text);
    return result;
}

QString accessText(const Catalog& catalog, const TableAccess& access)
{
    QString text = catalog.displayName(access.table) + QLatin1Char(' ') +
                   catalog.role(access.role).name + QLatin1Char(' ') +
                   privilegesText(access.privileges);
    for (const ColumnId column : access.columns)
        text += QStringLiteral(" w:") + catalog.column(column).name;
    for (const ColumnId column : access.readColumns)
        text += QStringLiteral(" r:") + catalog.column(column).name;
    if (access.through)
        text += QStringLiteral(" through ") + catalog.role(*access.through).name;
    if (access.owner)
        text += QStringLiteral(" owner");
    if (access.superuser)
        text += QStringLiteral(" superuser");
    if (access.viaPublic)
        text += QStringLiteral(" public");
    if (access.afterSetRole)
        text += QStringLiteral(" set-role");
    return text;
}

QStringList accessLines(const AccessFixture& fixture)
{
    QStringList result;
    for (const TableAccess& access : tableAccess(fixture.catalog, fixture.ownership))
        result << accessText(fixture.catalog, access);
    return result;
}

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accessOfRoles();
    void membershipsInACircle();
    void rightsAfterSetRole();
    void ownersAndSuperusersApart();
    void serverAndSchemaGrants();
    void predefinedRoles();
    void usageIsNeeded();
    void writersAreCounted();

    void crossingsOfOneRole();
    void rightsThatMayBePassedOn();
    void ownTablesAreNoCrossing();
    void contractsAndSharedMayBeRead();
    void oneLoginForTwo();
    void modulesOfAService();
    void groupsOfTheSameBoundary();
    void groupsOfAnotherBoundary();
    void everybody();
    void lockedAccounts();
    void partitionsAreOneWithTheirTable();
    void crossingsAreByKey();

    void grantsThatWereNotRead_data();
    void grantsThatWereNotRead();
    void lyingNames_data();
    void lyingNames();
    void unmappedRoles();
    void readersOfPrivateTables();
    void mixedOwners();
    void definersThatWrite();
    void subscriptionsAndForeignTables();
    void identitiesOfOthers();
    void transactionsOnce();
    void warningsFirst();
    void manyTablesAndRoles();
};

void TestAccess::accessOfRoles()
{
    Shop f;
    const RoleId readers = f.role("readers", false);
    f.at(f.billing).memberOf = {readers};
    f.grant("ordering.customers", readers, Privilege::Select);
    f.grant("ordering.orders.state", f.billing, Privilege::Update | Privilege::Select);
    f.grant("ordering.orders.paid_at", f.billing, Privilege::Update);
    f.grant("billing.invoices", {}, Privilege::Select);
    f.grant("nobody.leftover", f.billing, Privilege::References);
    f.finish();
    QCOMPARE(accessLines(f),
             lines({"billing.invoices svc_billing SELECT public",
                    "billing.invoices svc_ordering SELECT public",
                    "ordering.customers svc_billing SELECT through readers",
                    "ordering.orders svc_billing SELECT, UPDATE w:state w:paid_at r:state",
                    "ordering.orders svc_ordering SELECT, INSERT, UPDATE, DELETE"}));
}

void TestAccess::membershipsInACircle()
{
    Shop f;
    const RoleId first = f.role("first", false);
    const RoleId second = f.role("second", false);
    f.at(first).memberOf = {second};
    f.at(second).memberOf = {first, f.billing};
    f.at(f.billing).memberOf = {first};
    f.grant("ordering.orders", second, Privilege::Delete);
    QCOMPARE(f.crossings(),
             lines({"write-grant billing > ordering: Role svc_billing may write ordering.orders of "
                    "ordering: DELETE, being in second."}));
}

void TestAccess::rightsAfterSetRole()
{
    Shop f;
    const RoleId group = f.role("group", false);
    const RoleId inner = f.role("inner", false);
    f.at(f.billing).memberOf = {group};
    f.at(f.billing).bySetRole = {group};
    f.at(group).memberOf = {inner};
    f.grant("ordering.orders", group, Privilege::Delete);
    f.grant("ordering.customers", inner, Privilege::Delete);
    f.grant("ordering.customers", f.billing, Privilege::Insert);
    QCOMPARE(f.crossings(),
             lines({"write-grant billing > ordering: Role svc_billing may write ordering.customers "
                    "of ordering: INSERT, DELETE.",
                    "write-grant billing > ordering: Role svc_billing may write ordering.orders of "
                    "ordering: DELETE, being in group, after SET ROLE."}));
}

void TestAccess::ownersAndSuperusersApart()
{
    Shop f;
    const RoleId owner = f.role("shop_owner", false);
    const RoleId root = f.role("svc_root");
    f.at(root).superuser = true;
    f.at(f.billing).memberOf = {owner};
    f.boundary("billing", "billing.*", "svc_billing svc_root");
    f.objects.tables[f.find(QStringLiteral("ordering.orders")).index].owner =
        QStringLiteral("shop_owner");
    f.grant("ordering.orders", owner, allRows);
    f.finish();
    const QStringList all = accessLines(f);
    QVERIFY(all.contains(QStringLiteral("ordering.orders svc_billing SELECT, INSERT, UPDATE, "
                                        "DELETE, TRUNCATE through shop_owner owner")));
    QCOMPARE(all.filter(QStringLiteral("superuser")).size(), 6);
    QVERIFY(all.filter(QStringLiteral("shop_owner SELECT")).isEmpty());
    QCOMPARE(crossingLines(f.facts()), QStringList());
    QCOMPARE(findingLines(f.facts()),
             lines({"warning owner-elsewhere: Role svc_billing of billing owns 1 table of "
                    "ordering, itself or as a member, and may do everything with them: "
                    "ordering.orders.",
                    "warning role-is-superuser: Role svc_root acts for billing and is a superuser "
                    "or can become one: it may write every table, whatever is granted."}));
}

/// Not in PostgreSQL, where such privileges mean something else.
void TestAccess::serverAndSchemaGrants()
{
    for (const Engine engine : {Engine::MariaDb, Engine::PostgreSql}) {
        Shop f(engine);
        f.grant("source", f.billing, Privilege::Select);
        f.grant("schema ordering", f.billing, Privilege::Insert | Privilege::Drop);
        const QStringList found = f.crossings();
        if (engine == Engine::PostgreSql) {
            QCOMPARE(found, QStringList());
            continue;
        }
        QCOMPARE(found, lines({"write-grant billing > ordering: Role svc_billing may write "
                               "ordering.customers of ordering: INSERT, TRUNCATE.",
                               "write-grant billing > ordering: Role svc_billing may write "
                               "ordering.orders of ordering: INSERT, TRUNCATE.",
                               "write-grant billing > ordering: Role svc_billing may write "
                               "ordering.v_customers_v1 of ordering: INSERT, TRUNCATE.",
                               "read-grant billing > ordering: Role svc_billing may read private "
                               "ordering.customers of ordering.",
                               "read-grant billing > ordering: Role svc_billing may read private "
                               "ordering.orders of ordering."}));
    }
}

void TestAccess::predefinedRoles()
{
    Shop f;
    std::erase_if(f.objects.grants,
                  [](const Grant& grant) { return grant.object.kind == ObjectKind::Schema; });
    const RoleId all = f.role("pg_write_all_data", false);
    f.at(all).system = true;
    f.at(f.billing).memberOf = {all};
    QCOMPARE(f.crossings().filter(QStringLiteral("ordering.orders")),
             lines({"write-grant billing > ordering: Role svc_billing may write ordering.orders of "
                    "ordering: INSERT, UPDATE, DELETE, being in pg_write_all_data."}));
}

void TestAccess::usageIsNeeded()
{
    const auto prepared = [] {
        auto f = std::make_unique<Shop>();
        std::erase_if(f->objects.grants,
                      [](const Grant& grant) { return grant.object.kind == ObjectKind::Schema; });
        f->grant("ordering.orders", f->billing, Privilege::Insert);
        f->grant("schema ordering", f->ordering, Privilege::Usage);
        return f;
    };
    const auto without = prepared();
    QCOMPARE(without->crossings(), QStringList());
    QCOMPARE(findingLines(without->facts()),
             lines({"note grant-without-usage: Role svc_billing has grants on 1 table without "
                    "USAGE on their schema, so they have no effect: ordering.orders."}));

    const auto owning = prepared();
    owning->objects.schemas[owning->find(QStringLiteral("schema ordering")).index].owner =
        QStringLiteral("svc_billing");
    QCOMPARE(owning->crossings().size(), 1);

    const auto uncertain = prepared();
    uncertain->objects.sources.front().kinds[1].state = ReadState::PartlyRead;
    QCOMPARE(uncertain->crossings().size(), 1);
    QVERIFY(findingLines(uncertain->facts()).filter(QStringLiteral("without-usage")).isEmpty());
}

void TestAccess::writersAreCounted()
{
    Shop f;
    const RoleId group = f.role("group", false);
    const RoleId owner = f.role("owner");
    const RoleId root = f.role("root");
    f.at(root).superuser = true;
    f.at(f.billing).memberOf = {group};
    const ObjectRef orders = f.find(QStringLiteral("ordering.orders"));
    f.objects.tables[orders.index].owner = QStringLiteral("owner");
    f.grant("ordering.orders", owner, allRows);
    f.grant("ordering.orders.state", group, Privilege::Update);
    f.grant("ordering.customers", group, Privilege::Select);
    f.finish();
    const std::vector<WriterCount> counts = writerCounts(f.catalog);
    QCOMPARE(counts.size(), f.catalog.objects().tables.size());
    for (const WriterCount& count : counts) {
        const QString name = f.catalog.table(count.table).name;
        const bool isOrders = name == QLatin1String("orders");
        QCOMPARE(count.writers, isOrders ? 2 : 0);
        QCOMPARE(count.owners, isOrders ? 1 : 0);
        QCOMPARE(count.superusers, 1);
    }
}

void TestAccess::crossingsOfOneRole()
{
    Shop f;
    f.grant("ordering.orders", f.billing, Privilege::Select | Privilege::Truncate);
    f.grant("ordering.orders.state", f.billing, Privilege::Update);
    f.grant("ordering.customers.id", f.billing, Privilege::Select);
    f.finish();
    const std::vector<Crossing> crossings = accessCrossings(f.facts());
    QCOMPARE(crossingLines(f.facts()),
             lines({"write-grant billing > ordering: Role svc_billing may write ordering.orders of "
                    "ordering: UPDATE, TRUNCATE.",
                    "read-grant billing > ordering: Role svc_billing may read private "
                    "ordering.customers of ordering (columns id).",
                    "read-grant billing > ordering: Role svc_billing may read private "
                    "ordering.orders of ordering."}));
    QVERIFY(!crossings[0].columnsKnown); // TRUNCATE is for the whole table
    QVERIFY(crossings[1].columnsKnown);
    QCOMPARE(crossings[1].columns.size(), std::size_t(1));
    QVERIFY(crossings[0].privileges == (Privilege::Update | Privilege::Truncate));
    QVERIFY(crossings[1].privileges == Privilege::Select);
    QVERIFY(crossings[0].sameDatabase && !crossings[0].sameTeam && !crossings[0].disabled);
    QCOMPARE(f.catalog.role({crossings[0].from.index}).name, QStringLiteral("svc_billing"));
}

void TestAccess::rightsThatMayBePassedOn()
{
    Shop f;
    f.grant("ordering.orders", f.billing, Privilege::Select | Privilege::Insert, Privilege::Insert);
    f.grant("ordering.customers.id", f.billing, Privilege::Select, Privilege::Select);
    QCOMPARE(f.crossings(),
             lines({"write-grant billing > ordering: Role svc_billing may write ordering.orders of "
                    "ordering: INSERT, and may pass it on.",
                    "read-grant billing > ordering: Role svc_billing may read private "
                    "ordering.customers of ordering (columns id), and may pass it on.",
                    "read-grant billing > ordering: Role svc_billing may read private "
                    "ordering.orders of ordering."}));
}

void TestAccess::ownTablesAreNoCrossing()
{
    Shop f;
    f.grant("billing.invoices", f.billing, allRows);
    f.grant("nobody.leftover", f.billing, allRows);
    f.grant("ordering.orders", f.billing, Privilege::References | Privilege::Trigger);
    QCOMPARE(f.crossings(), QStringList());
    QCOMPARE(findingLines(f.facts()), QStringList());
}

void TestAccess::contractsAndSharedMayBeRead()
{
    Shop f;
    f.boundary("shared", "ordering.customers").kind = BoundaryKind::Shared;
    f.grant("ordering.v_customers_v1", f.billing, Privilege::Select | Privilege::Update);
    f.grant("ordering.customers", f.billing, Privilege::Select | Privilege::Insert);
    QCOMPARE(f.crossings(), lines({"write-grant billing > shared: Role svc_billing may write "
                                   "ordering.customers of shared: INSERT.",
                                   "write-grant billing > ordering: Role svc_billing may write "
                                   "ordering.v_customers_v1 of ordering: UPDATE."}));
}

void TestAccess::oneLoginForTwo()
{
    Shop f;
    const RoleId office = f.role("svc_office");
    f.boundary("billing", "billing.invoices", "svc_office");
    f.boundary("support", "billing.payments", "svc_office");
    for (const char* table : {"billing.invoices", "billing.payments", "ordering.orders"})
        f.grant(table, office, Privilege::Insert);
    QCOMPARE(f.crossings(), lines({"write-grant billing > ordering: Role svc_office may write "
                                   "ordering.orders of ordering: INSERT."}));
    QCOMPARE(findingLines(f.facts()).filter(QStringLiteral("one-login")),
             lines({"warning one-login: billing and support log in as one role, svc_office: which "
                    "of them reads or writes cannot be told apart."}));
    f.boundaries.entries[QStringLiteral("support")].owner = QStringLiteral("Team billing");
    QCOMPARE(f.findings().filter(QStringLiteral("one-login")).value(0).section(u' ', 0, 0),
             QStringLiteral("note"));
}

void TestAccess::modulesOfAService()
{
    Shop f;
    const RoleId dunning = f.role("svc_dunning");
    f.boundary("dunning", "billing.payments", "svc_dunning").parent = QStringLiteral("billing");
    f.grant("billing.payments", f.billing, allRows);
    f.grant("billing.invoices", dunning, Privilege::Insert);
    f.finish();
    QCOMPARE(crossingLines(f.facts()), lines({"write-grant dunning > billing: Role svc_dunning may "
                                              "write billing.invoices of billing: INSERT."}));
    QVERIFY(accessCrossings(f.facts()).front().sameTeam);
    QVERIFY(findingLines(f.facts()).filter(QStringLiteral("one-login")).isEmpty());
}

void TestAccess::groupsOfTheSameBoundary()
{
    Shop f;
    const RoleId readers = f.role("billing_readers", false);
    f.boundary("billing", "billing.*", "svc_billing billing_readers");
    f.at(f.billing).memberOf = {readers};
    f.grant("ordering.orders", readers, Privilege::Select);
    f.grant("ordering.orders", f.billing, Privilege::Insert);
    QCOMPARE(f.crossings(), lines({"write-grant billing > ordering: Role svc_billing may write "
                                   "ordering.orders of ordering: INSERT.",
                                   "read-grant billing > ordering: Role billing_readers may read "
                                   "private ordering.orders of ordering."}));
}

/// What ordering's group may do inside of ordering, billing may do from outside.
void TestAccess::groupsOfAnotherBoundary()
{
    Shop f;
    f.at(f.billing).memberOf = {f.ordering};
    QCOMPARE(f.crossings(),
             lines({"write-grant billing > ordering: Role svc_billing may write ordering.orders of "
                    "ordering: INSERT, UPDATE, DELETE, being in svc_ordering.",
                    "read-grant billing > ordering: Role svc_billing may read private "
                    "ordering.orders of ordering, being in svc_ordering."}));
}

void TestAccess::everybody()
{
    Shop f;
    f.grant("ordering.orders", {}, Privilege::Insert);
    f.grant("ordering.customers", {}, Privilege::Select);
    f.grant("nobody.leftover", {}, Privilege::Insert);
    QCOMPARE(f.crossings(), lines({"write-grant billing > ordering: Role svc_billing may write "
                                   "ordering.orders of ordering: INSERT, as everybody may.",
                                   "read-grant billing > ordering: Role svc_billing may read "
                                   "private ordering.customers of ordering, as everybody may."}));
    QCOMPARE(findingLines(f.facts()),
             lines({"warning public-writes: Everybody (PUBLIC) may write 1 table of ordering: "
                    "ordering.orders (INSERT)."}));
}

void TestAccess::lockedAccounts()
{
    Shop f(Engine::MariaDb);
    f.at(f.billing).canLogin = false;
    f.grant("ordering.orders", f.billing, Privilege::Insert);
    f.finish();
    QVERIFY(accessCrossings(f.facts()).front().disabled);
    const RoleId member = f.role("member");
    f.at(member).memberOf = {f.billing};
    f.finish();
    QVERIFY(!accessCrossings(f.facts()).front().disabled);
}

void TestAccess::partitionsAreOneWithTheirTable()
{
    AccessFixture f("ordering.archive\n"
                    "  id integer pk\n"
                    "partition ordering.archive_2017 of ordering.archive\n"
                    "  id integer pk\n"
                    "partition ordering.archive_2018 of ordering.archive\n"
                    "  id integer pk\n");
    const RoleId billing = f.role("svc_billing");
    f.boundary("ordering", "ordering.*");
    f.boundary("billing", "", "svc_billing");
    f.grant("ordering.archive", billing, Privilege::Insert);
    f.grant("ordering.archive_2017", billing, Privilege::Insert);
    f.grant("ordering.archive_2018", billing, Privilege::Insert | Privilege::Delete);
    f.finish();
    QCOMPARE(crossingLines(f.facts()),
             lines({"write-grant billing > ordering: Role svc_billing may write ordering.archive "
                    "of ordering: INSERT.",
                    "write-grant billing > ordering: Role svc_billing may write "
                    "ordering.archive_2018 of ordering: INSERT, DELETE."}));
}

void TestAccess::crossingsAreByKey()
{
    Shop f;
    const RoleId early = f.role("a_billing");
    f.boundary("billing", "billing.*", "svc_billing a_billing");
    for (const RoleId role : {f.billing, early}) {
        f.grant("ordering.orders", role, allRows);
        f.grant("ordering.customers", role, allRows);
    }
    f.finish();
    std::vector<CrossingKey> keys;
    for (const Crossing& crossing : accessCrossings(f.facts())) {
        keys.push_back(
            {crossing.kind, f.catalog.keyOf(crossing.from), f.catalog.keyOf(crossing.into)});
    }
    QCOMPARE(keys.size(), std::size_t(8));
    QVERIFY(std::ranges::is_sorted(keys));
    QVERIFY(std::ranges::adjacent_find(keys) == keys.end());
}

void TestAccess::grantsThatWereNotRead_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<ReadState>("roles");
    QTest::addColumn<ReadState>("grants");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("all read") << Engine::PostgreSql << ReadState::Read << ReadState::Read
                              << QString() << QStringList();
    QTest::newRow("grants not read")
        << Engine::PostgreSql << ReadState::Read << ReadState::NotRead
        << QStringLiteral("permission denied.")
        << lines({"unknown grants-not-read: The roles and grants of shop were not (all) read: who "
                  "may write across boundaries is not known. permission denied."});
    QTest::newRow("roles not read")
        << Engine::PostgreSql << ReadState::NotRead << ReadState::Read
        << QStringLiteral("permission denied.")
        << lines({"unknown grants-not-read: The roles and grants of shop were not (all) read: who "
                  "may write across boundaries is not known. permission denied."});
    QTest::newRow("own only")
        << Engine::MariaDb << ReadState::PartlyRead << ReadState::PartlyRead
        << QStringLiteral("Own only: me.")
        << lines({"unknown grants-own-only: Of shop only the reading user's own grants are known: "
                  "who else may write across boundaries is not. Own only: me."});
    QTest::newRow("no roles") << Engine::Sqlite << ReadState::EngineHasNone
                              << ReadState::EngineHasNone << QString()
                              << lines({"note no-roles: shop has no roles: whoever may open it may "
                                        "read and write everything in it."});
}

void TestAccess::grantsThatWereNotRead()
{
    QFETCH(const Engine, engine);
    QFETCH(const ReadState, roles);
    QFETCH(const ReadState, grants);
    QFETCH(const QString, reason);
    QFETCH(const QStringList, expected);
    Shop f(engine);
    f.objects.sources.front().kinds = {{CatalogKind::Roles, roles, reason, {}},
                                       {CatalogKind::Grants, grants, reason, {}}};
    if (engine == Engine::Sqlite) {
        f.objects.roles.clear();
        f.objects.grants.clear();
    }
    QCOMPARE(f.findings(), expected);
    f.objects.sources.front().kinds.clear();
    if (engine != Engine::Sqlite)
        QCOMPARE(f.findings().filter(QStringLiteral("unknown grants-not-read")).size(), 1);
}

void TestAccess::lyingNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("comment");
    QTest::addColumn<bool>("lies");
    const auto row = [](const char* name, const char* comment, bool lies) {
        QTest::addRow("%s %s", name, comment)
            << QString::fromUtf8(name) << QString::fromUtf8(comment) << lies;
    };
    row("reporting_ro", "", true);
    row("reporting_ro@localhost", "", true);
    row("app_read_only", "", true);
    row("appReadOnly", "", true);
    row("readonly", "", true);
    row("shop_readers", "", true);
    row("report_server", "", true);
    row("analyst", "Read-only access.", true);
    row("analyst", "Only reads the archive", true);
    row("analyst", "Makes the reports", false);
    row("app@reader.example.org", "", false);
    row("carrot", "", false);
    row("app_rw", "", false);
    row("reader_writer", "", false);
    row("svc_bread", "", false);
}

void TestAccess::lyingNames()
{
    QFETCH(const QString, name);
    QFETCH(const QString, comment);
    QFETCH(const bool, lies);
    Shop f;
    const RoleId role = f.role(name.toUtf8().constData());
    f.at(role).comment.text = comment;
    f.grant("ordering.customers", role, Privilege::Select);
    f.grant("ordering.v_customers_v1", {}, Privilege::Insert); // everybody's is not its own
    QCOMPARE(f.findings().filter(QStringLiteral("role-name-lies")), QStringList());
    f.grant("ordering.orders.state", role, Privilege::Update);
    f.grant("nobody.leftover", role, Privilege::Insert);
    const QStringList found = f.findings().filter(QStringLiteral("role-name-lies"));
    const QString expected =
        QStringLiteral("warning role-name-lies: Role %1 seems to be for reading, by name or "
                       "comment, but may write 2 tables: nobody.leftover (INSERT) and "
                       "ordering.orders (UPDATE).")
            .arg(name);
    QCOMPARE(found, lies ? QStringList{expected} : QStringList());
}

void TestAccess::unmappedRoles()
{
    Shop f;
    const RoleId stranger = f.role("stranger");
    const RoleId group = f.role("group", false);
    const RoleId lonely = f.role("lonely", false);
    const RoleId reader = f.role("watcher");
    const RoleId root = f.role("root");
    f.at(root).superuser = true;
    f.at(stranger).memberOf = {group};
    f.grant("ordering.orders", group, Privilege::Insert);
    f.grant("ordering.customers", lonely, Privilege::Insert);
    f.grant("nobody.leftover", reader, Privilege::Insert);
    f.grant("ordering.orders", reader, Privilege::Select);
    f.grant("ordering.orders", root, allRows);
    QCOMPARE(f.findings(),
             lines({"warning role-unmapped-writes: Role stranger acts for no boundary, and may "
                    "write 1 table of others: ordering.orders (INSERT).",
                    "note role-unmapped-writes: Role lonely (nobody can log in as it at present) "
                    "acts for no boundary, and may write 1 table of others: "
                    "ordering.customers (INSERT)."}));
    f.boundaries.entries[QStringLiteral("ordering")].roles.clear();
    f.boundaries.entries[QStringLiteral("billing")].roles.clear();
    QCOMPARE(f.findings().filter(QStringLiteral("roles-not-mapped")).size(), 1);
}

void TestAccess::readersOfPrivateTables()
{
    Shop f;
    const RoleId readers = f.role("shop_readers", false);
    const RoleId analyst = f.role("analyst");
    f.at(analyst).memberOf = {readers};
    f.boundary("reports", "", "shop_readers analyst");
    for (const char* table : {"ordering.orders", "ordering.customers", "ordering.v_customers_v1",
                              "billing.invoices", "nobody.leftover"})
        f.grant(table, readers, Privilege::Select);
    f.grant("ordering.orders", f.billing, Privilege::Select); // billing is no reader
    QCOMPARE(f.findings(),
             lines({"warning reader-reads-private: Role shop_readers of reports may read 2 tables "
                    "private to ordering (ordering.customers and ordering.orders), which publishes "
                    "ordering.v_customers_v1."}));
}

void TestAccess::mixedOwners()
{
    Shop f;
    for (Table& table : f.objects.tables)
        table.owner = QStringLiteral("shop_owner");
    QCOMPARE(f.findings(), QStringList());
    f.objects.tables[f.find(QStringLiteral("ordering.customers")).index].owner =
        QStringLiteral("accounting_owner");
    QCOMPARE(f.findings(),
             lines({"note owners-differ: Role accounting_owner owns 1 table of ordering "
                    "(ordering.customers), while most belong to role shop_owner (2 tables)."}));
}

void TestAccess::definersThatWrite()
{
    Shop f;
    Routine routine;
    routine.name = QStringLiteral("pay");
    routine.schema = SchemaId{f.find(QStringLiteral("schema billing")).index};
    routine.owner = QStringLiteral("svc_ordering");
    routine.securityDefiner = true;
    f.objects.routines = {routine};
    const auto found = [&f](bool writes) {
        f.finish();
        f.uses = {};
        if (writes) {
            ObjectUse use;
            use.user = RoutineId{0};
            use.used = *f.catalog.resolve(u"ordering.orders");
            use.kind = UseKind::Writes;
            f.uses.uses = {use};
            f.uses.byUsed = {0};
        }
        return findingLines(f.facts());
    };
    QCOMPARE(found(true), QStringList()); // nobody else may execute it
    Grant grant;
    grant.object = RoutineId{0};
    grant.grantee = f.billing;
    grant.privileges = Privilege::Execute;
    f.objects.grants.push_back(grant);
    QCOMPARE(found(false), QStringList()); // it writes nothing
    QCOMPARE(found(true),
             lines({"warning security-definer-writes: billing.pay() writes ordering.orders of "
                    "ordering with the rights of its owner, and may be executed by svc_billing."}));
    f.objects.routines.front().securityDefiner = false;
    QCOMPARE(found(true), QStringList());
    f.objects.routines.front().securityDefiner = true;
    f.objects.routines.front().returns = QStringLiteral("trigger");
    QCOMPARE(found(true), QStringList());
    f.objects.routines.front().returns.clear();
    f.objects.grants.back().grantee = f.ordering; // its own tables
    QCOMPARE(found(true), QStringList());
    f.objects.grants.back().grantee.reset();
    QVERIFY(found(true).value(0).endsWith(QStringLiteral("by everybody (PUBLIC).")));
}

void TestAccess::subscriptionsAndForeignTables()
{
    Shop f;
    OtherObject subscription;
    subscription.name = QStringLiteral("feed");
    subscription.kind = CatalogKind::Subscriptions;
    subscription.kindName = QStringLiteral("subscription");
    f.objects.others = {subscription};
    Table& payments = f.objects.tables[f.find(QStringLiteral("billing.payments")).index];
    payments.kind = TableKind::ForeignTable;
    payments.foreignServer = QStringLiteral("bank");
    QCOMPARE(f.findings(), lines({"warning subscription-writes: Subscription feed writes what "
                                  "another server sends into tables that are not known, past all "
                                  "grants."}));
    f.objects.dependencies = {
        {OtherId{0}, f.find(QStringLiteral("ordering.orders")), DependencyKind::Writes}};
    f.objects.others.front().properties = {{QStringLiteral("Enabled"), QStringLiteral("no")}};
    f.grant("billing.payments", f.billing, Privilege::Insert | Privilege::Select);
    QCOMPARE(f.findings(),
             lines({"warning foreign-table-writes: Foreign table billing.payments passes what "
                    "svc_billing may write on to server bank, with the rights that the user "
                    "mapping has there.",
                    "note subscription-writes: Subscription feed writes what another server sends "
                    "into ordering.orders of ordering, past all grants. It is disabled at "
                    "present."}));
}

void TestAccess::identitiesOfOthers()
{
    AccessFixture f("ordering.orders\n"
                    "  id integer pk\n"
                    "  code text\n"
                    "  parent_id integer? > ordering.orders.id\n"
                    "billing.invoices\n"
                    "  order_id integer > ordering.orders.id\n"
                    "  code text > ordering.orders.code\n"
                    "  guessed_id integer\n"
                    "  weak_id integer\n");
    f.boundary("ordering", "ordering.*");
    f.boundary("billing", "billing.*");
    const ObjectRef id = f.find(QStringLiteral("ordering.orders.id"));
    f.objects.columns[id.index].columnIdentity = Identity::Always;
    f.finish();
    f.relationships = declaredRelationships(f.catalog);
    const auto inferred = [&f](const char* child, double confidence) {
        const ColumnId column{f.catalog.resolve(QString::fromUtf8(child))->index};
        const ColumnId parent{f.catalog.resolve(u"ordering.orders.id")->index};
        Relationship relationship;
        relationship.origin = RelationshipOrigin::Inferred;
        relationship.confidence = confidence;
        relationship.child = f.catalog.column(column).table;
        relationship.childColumns = {column};
        relationship.targets = {{f.catalog.column(parent).table, {parent}, {}}};
        f.relationships.push_back(relationship);
    };
    inferred("billing.invoices.guessed_id", 0.6);
    inferred("billing.invoices.weak_id", 0.4);
    QCOMPARE(findingLines(f.facts()),
             lines({"note reference-to-other-identity: The engine makes up the numbers of "
                    "ordering.orders.id of ordering, and other boundaries keep them: "
                    "billing.invoices.order_id of billing and billing.invoices.guessed_id of "
                    "billing."}));
    f.relationships.back().confidence = 1;
    f.relationships.back().origin = RelationshipOrigin::Rejected;
    QVERIFY(!findingLines(f.facts()).value(0).contains(QStringLiteral("weak_id")));
}

void TestAccess::transactionsOnce()
{
    Shop f;
    f.finish();
    const std::vector<BoundaryFinding> findings = accessFindings(f.facts());
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings.front().rule, QStringLiteral("transactions-unknown"));
    QVERIFY(findings.front().severity == BoundarySeverity::Note);
    const AccessFixture empty("t\n  id integer pk\n");
    QCOMPARE(accessFindings(empty.facts()).size(), std::size_t(1));
}

void TestAccess::warningsFirst()
{
    Shop f;
    f.objects.sources.front().kinds[1].state = ReadState::NotRead;
    const RoleId liar = f.role("b_ro");
    f.grant("ordering.orders", liar, Privilege::Insert);
    f.grant("ordering.orders", {}, Privilege::Insert);
    f.finish();
    QStringList rules;
    for (const BoundaryFinding& finding : accessFindings(f.facts()))
        rules << finding.rule;
    QCOMPARE(rules, lines({"public-writes", "role-name-lies", "role-unmapped-writes",
                           "grants-not-read", "transactions-unknown"}));
}

/// 10,000 tables in 100 schemas, 50 roles with grants on two schemas each, one on all of them.
void TestAccess::manyTablesAndRoles()
{
    const auto named = [](const char* name, int number) {
        return QByteArray(name).replace('#', QByteArray::number(number));
    };
    QByteArray text;
    for (int i = 0; i < 10000; ++i)
        text += named("s#", i % 100) + named(".t#\n  id int\n", i);
    AccessFixture f(text.constData(), Engine::MariaDb);
    for (int i = 0; i < 100; ++i)
        f.boundary(named("b#", i), named("s#.*", i), i < 50 ? named("svc#", i) : QByteArray());
    for (int i = 0; i < 50; ++i) {
        const RoleId role = f.role(named("svc#", i));
        f.grant(named("schema s#", i), role, allRows);
        f.grant(named("schema s#", i + 50), role, Privilege::Select);
        if (i == 0)
            f.grant("source", role, Privilege::Select);
    }
    f.finish();
    QBENCHMARK_ONCE
    {
        QCOMPARE(accessCrossings(f.facts()).size(), std::size_t(9900 + 49 * 100));
        QCOMPARE(accessFindings(f.facts()).size(), std::size_t(1));
    }
    QCOMPARE(tableAccess(f.catalog, f.ownership).size(), std::size_t(10000 + 49 * 200));
}

QTEST_APPLESS_MAIN(TestAccess)
#include "tst_access.moc"
