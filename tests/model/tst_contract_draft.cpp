// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Drafts of contracts: which columns and roles they have, what they say is not known, and the
// script in each dialect. That servers take the script is tested beside the servers.
#include "model/boundaries/contracts/contract_draft.h"
#include "model/export/ddl_contract.h"
#include "tests/support/contract_fixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;
using test::ContractFixture;

namespace {

const char* const shop = "catalogue.products\n"
                         "  id integer pk\n"
                         "  sku text\n"
                         "  title text\n"
                         "  margin integer\n"
                         "catalogue.brands\n"
                         "  id integer pk\n"
                         "billing.lines\n"
                         "  id integer pk\n"
                         "  product_id integer > catalogue.products.id\n"
                         "view billing.v_lines\n"
                         "  title text\n"
                         "view support.v_help\n"
                         "  sku text\n"
                         "view catalogue.v_own\n"
                         "  margin integer\n";

ContractFixture ownedShop(Engine engine = Engine::PostgreSql)
{
    ContractFixture fixture(shop, engine);
    fixture
        .owns("catalogue", {QStringLiteral("catalogue.*")}, "", {QStringLiteral("svc_catalogue*")})
        .owns("billing", {QStringLiteral("billing.*")}, "", {QStringLiteral("svc_b*")})
        .owns("support", {QStringLiteral("support.*")}, "", {QStringLiteral("svc_backoffice*")});
    return fixture;
}

void addReaders(ContractFixture& fixture)
{
    fixture.reads("shop/view:billing.v_lines", "shop/table:catalogue.products", "title")
        .reads("shop/view:support.v_help", "shop/table:catalogue.products", "sku")
        .reads("shop/view:catalogue.v_own", "shop/table:catalogue.products", "margin")
        .reads("shop/view:catalogue.v_own", "shop/table:catalogue.brands", "id");
}

QString columnsOf(const Catalog& catalog, const ContractDraft& draft)
{
    QStringList names;
    for (const ColumnId id : draft.columns)
        names << catalog.column(id).name;
    return names.join(QLatin1Char(','));
}

QStringList rolesOf(const Catalog& catalog, const ContractDraft& draft)
{
    QStringList names;
    for (const RoleId id : draft.roles)
        names << catalog.role(id).name;
    return names;
}

std::optional<ContractDraft> productsDraft(ContractFixture& fixture)
{
    return contractDraft(fixture.facts(), fixture.table("shop/table:catalogue.products"));
}

} // namespace

class TestContractDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactlyTheColumnsOfOthers();
    void onlyPrivateTablesThatOthersRead();
    void rolesOfOthers();
    void rolesThatOwnerNeeds();
    void columnGrantsSayWhichColumns();
    void unknownReaders();
    void freeNames_data();
    void freeNames();
    void contractsThatAreThereAlready();
    void postgresqlScript();
    void mariadbScript();
    void sqliteScript();
    void hostileNames();
    void namesThatCannotBeWritten();
    void fastOnLargeCatalogs();
};

void TestContractDraft::exactlyTheColumnsOfOthers()
{
    ContractFixture fixture = ownedShop();
    addReaders(fixture);
    const auto draft = productsDraft(fixture);
    QVERIFY(draft);
    QCOMPARE(columnsOf(fixture.catalog(), *draft), QStringLiteral("id,sku,title"));
    QVERIFY(draft->columnsKnown);
    QCOMPARE(draft->viewName, QStringLiteral("v_products_v1"));
    QCOMPARE(draft->readers.size(), std::size_t(2));
    QCOMPARE(draft->unknown, QStringList());
}

void TestContractDraft::onlyPrivateTablesThatOthersRead()
{
    ContractFixture fixture = ownedShop();
    addReaders(fixture);
    const BoundaryFacts facts = fixture.facts();
    QCOMPARE(contractDrafts(facts, 1).size(), std::size_t(1)); // products, not brands
    QVERIFY(contractDrafts(facts, 0).empty());
    QVERIFY(!contractDraft(facts, fixture.table("shop/table:catalogue.brands")));
    fixture.publishes("shop/table:catalogue.products");
    QVERIFY(!productsDraft(fixture));
}

void TestContractDraft::rolesOfOthers()
{
    ContractFixture fixture = ownedShop();
    const RoleId billing = fixture.addRole("svc_billing");
    const RoleId own = fixture.addRole("svc_catalogue");
    const RoleId nobodys = fixture.addRole("somebody");
    for (const RoleId role : {billing, own, nobodys})
        fixture.grantSelect(role, fixture.idNamed("products"));
    addReaders(fixture);
    const auto draft = productsDraft(fixture);
    QCOMPARE(rolesOf(fixture.catalog(), *draft), QStringList(QStringLiteral("svc_billing")));
    QVERIFY(!draft->columnsKnown);
    QCOMPARE(draft->unknown, QStringList(QStringLiteral("Which columns programs use that log in as "
                                                        "svc_billing is not known.")));
}

void TestContractDraft::rolesThatOwnerNeeds()
{
    ContractFixture fixture = ownedShop();
    fixture.boundaries.entries[QStringLiteral("catalogue")].roles
        << QStringLiteral("svc_backoffice");
    fixture.grantSelect(fixture.addRole("svc_backoffice"), fixture.idNamed("products"));
    addReaders(fixture);
    const auto draft = productsDraft(fixture);
    QVERIFY(draft->roles.empty());
    QCOMPARE(draft->unknown.size(), 1);
    QVERIFY(draft->unknown.front().startsWith(QLatin1String("svc_backoffice acts for the owner")));
}

void TestContractDraft::columnGrantsSayWhichColumns()
{
    ContractFixture fixture = ownedShop();
    const RoleId billing = fixture.addRole("svc_billing");
    const auto& columns = fixture.objects().columns;
    const auto margin = std::ranges::find(columns, QStringLiteral("margin"), &Column::name);
    fixture.grantSelect(billing, ColumnId{static_cast<int>(margin - columns.begin())});
    const auto draft = productsDraft(fixture);
    QCOMPARE(columnsOf(fixture.catalog(), *draft), QStringLiteral("id,margin"));
    QVERIFY(draft->columnsKnown);
}

void TestContractDraft::unknownReaders()
{
    ContractFixture fixture = ownedShop();
    fixture.boundaries.entries.erase(QStringLiteral("support"));
    fixture.reads("shop/view:billing.v_lines", "shop/table:catalogue.brands", "?")
        .reads("shop/view:support.v_help", "shop/table:catalogue.brands", "id");
    const auto draft = contractDraft(fixture.facts(), fixture.table("shop/table:catalogue.brands"));
    QVERIFY(draft);
    QVERIFY(!draft->columnsKnown);
    QCOMPARE(columnsOf(fixture.catalog(), *draft), QStringLiteral("id")); // all there is
    QCOMPARE(draft->unknown.size(), 3);
}

void TestContractDraft::freeNames_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("others");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* table, const char* others, const char* expected) {
        QTest::newRow(table) << QString::fromUtf8(table) << QString::fromUtf8(others)
                             << QString::fromUtf8(expected);
    };
    row("orders", "", "v_orders_v1");
    row("orders2", "view V_Orders2_V3\n  id integer\n", "v_orders2_v4");
    row("v_open", "", "v_open_v1");
    const QByteArray longName(63, 'x');
    row(longName.constData(), "", QByteArray("v_" + QByteArray(58, 'x') + "_v1").constData());
}

void TestContractDraft::freeNames()
{
    QFETCH(QString, table);
    QFETCH(QString, others);
    QFETCH(QString, expected);
    ContractFixture fixture(qPrintable(QString(table + QStringLiteral("\n  id integer\n") + others +
                                               QStringLiteral("view b.r\n  id integer\n"))));
    const QByteArray key = QString(QStringLiteral("shop/table:public.") + table).toUtf8();
    fixture.owns("a", {QStringLiteral("public.*")})
        .owns("b", {QStringLiteral("b.*")})
        .reads("shop/view:b.r", key.constData(), "id");
    const auto draft = contractDraft(fixture.facts(), fixture.table(key.constData()));
    QVERIFY(draft);
    QCOMPARE(draft->viewName, expected);
}

void TestContractDraft::contractsThatAreThereAlready()
{
    ContractFixture fixture = ownedShop();
    addReaders(fixture);
    QVERIFY(!productsDraft(fixture)->alreadyIn);
    fixture.publishes("shop/view:catalogue.v_own");
    QVERIFY(!productsDraft(fixture)->alreadyIn);
    ContractFixture covered = ownedShop();
    covered.publishes("shop/view:catalogue.v_own")
        .reads("shop/view:billing.v_lines", "shop/table:catalogue.products", "title")
        .reads("shop/view:catalogue.v_own", "shop/table:catalogue.products", "id,sku,title");
    QCOMPARE(productsDraft(covered)->alreadyIn, covered.table("shop/view:catalogue.v_own"));
}

void TestContractDraft::postgresqlScript()
{
    ContractFixture fixture = ownedShop();
    fixture.tableNamed("products").owner = QStringLiteral("shop owner");
    fixture.grantSelect(fixture.addRole("svc_billing"), fixture.idNamed("products"));
    addReaders(fixture);
    const auto script = contractScript(fixture.catalog(), *productsDraft(fixture));
    QVERIFY(script);
    QCOMPARE(*script,
             QStringLiteral(
                 "-- Contract v_products_v1 (v1) in place of reading catalogue.products. Review it "
                 "before you run it.\n"
                 "-- Not known: Which columns programs use that log in as svc_billing is not "
                 "known.\n"
                 "\n-- 1. Create the contract.\n"
                 "CREATE VIEW catalogue.v_products_v1 AS\n"
                 "SELECT id,\n       sku,\n       title\n"
                 "  FROM catalogue.products;\n"
                 "ALTER VIEW catalogue.v_products_v1 OWNER TO \"shop owner\";\n"
                 "COMMENT ON VIEW catalogue.v_products_v1 IS '@contract v1';\n"
                 "\n-- 2. Let the readers read it.\n"
                 "GRANT SELECT ON catalogue.v_products_v1 TO svc_billing;\n"
                 "\n-- 3. Move the readers to it, each by its owner.\n"
                 "-- - billing.v_lines\n"
                 "-- - support.v_help\n"
                 "-- - programs that log in as svc_billing\n"
                 "\n-- 4. When nothing of others reads the table any more, take the rights on it "
                 "away.\n"
                 "REVOKE SELECT ON catalogue.products FROM svc_billing;\n"));
}

void TestContractDraft::mariadbScript()
{
    ContractFixture fixture = ownedShop(Engine::MariaDb);
    const RoleId account = fixture.addRole("svc_billing@10.0.0.%");
    const RoleId group = fixture.addRole("svc_backoffice");
    fixture.objects().roles[group.index].properties = {
        {QStringLiteral("Kind"), QStringLiteral("role")}};
    fixture.boundaries.entries[QStringLiteral("billing")].roles = {QStringLiteral("svc_billing@*")};
    const SchemaId catalogue = fixture.tableNamed("products").schema;
    fixture.grantSelect(account, fixture.idNamed("products")).grantSelect(group, catalogue);
    addReaders(fixture);
    const auto script = contractScript(fixture.catalog(), *productsDraft(fixture));
    QVERIFY(script);
    const auto has = [&script](const char* line) {
        return script->contains(QString(QLatin1String(line) + QLatin1Char('\n')));
    };
    QVERIFY(has("CREATE SQL SECURITY DEFINER VIEW `catalogue`.`v_products_v1` AS"));
    QVERIFY(has("  FROM `catalogue`.`products`;"));
    QVERIFY(has("GRANT SELECT ON `catalogue`.`v_products_v1` TO 'svc_billing'@'10.0.0.%';"));
    QVERIFY(has("GRANT SELECT ON `catalogue`.`v_products_v1` TO `svc_backoffice`;"));
    QVERIFY(has("REVOKE SELECT ON `catalogue`.`products` FROM 'svc_billing'@'10.0.0.%';"));
    QVERIFY(script->contains(QLatin1String("-- svc_backoffice may read all of catalogue;")));
    QVERIFY(!script->contains(QLatin1String("FROM `svc_backoffice`")));
    QVERIFY(!script->contains(QLatin1String("COMMENT ON")));
}

void TestContractDraft::sqliteScript()
{
    ContractFixture fixture = ownedShop(Engine::Sqlite);
    addReaders(fixture);
    const auto script = contractScript(fixture.catalog(), *productsDraft(fixture));
    QVERIFY(script);
    QVERIFY(script->contains(QLatin1String("CREATE VIEW \"v_products_v1\" AS\nSELECT \"id\",")));
    QVERIFY(script->contains(QLatin1String("-- SQLite has no roles and no GRANT")));
    for (const QString& line : script->split(QLatin1Char('\n')))
        QVERIFY(!line.startsWith(QLatin1String("GRANT")) &&
                !line.startsWith(QLatin1String("REVOKE")));
}

void TestContractDraft::hostileNames()
{
    ContractFixture fixture("a.t\n  id integer\nview b.v\n  id integer\n");
    Table& table = fixture.tableNamed("t");
    table.name = QStringLiteral("a.b\"c\n; DROP TABLE x; --");
    fixture.owns("a", {QStringLiteral("a.*")}).owns("b", {QStringLiteral("b.*")});
    ObjectUse use;
    use.user = fixture.ref("shop/view:b.v");
    use.used = TableId{use.user.index == 0 ? 1 : 0};
    use.columns = {fixture.catalog().firstColumn({use.used.index})};
    use.columnsKnown = true;
    fixture.uses.uses = {use};
    const auto draft = contractDraft(fixture.facts(), {use.used.index});
    QVERIFY(draft);
    const auto script = contractScript(fixture.catalog(), *draft);
    QVERIFY(script);
    QVERIFY(script->contains(QLatin1String("a.\"v_a.b\"\"c\n; DROP TABLE x; --_v1\"")));
    for (const QString& line : script->split(QLatin1Char('\n')).mid(0, 2))
        QVERIFY2(line.startsWith(QLatin1String("--")) || line.isEmpty(), qPrintable(line));
}

void TestContractDraft::namesThatCannotBeWritten()
{
    ContractFixture fixture("a.t\n  id integer\nview b.v\n  id integer\n");
    fixture.objects().columns.front().name = QString(QChar(0));
    fixture.owns("a", {QStringLiteral("a.*")})
        .owns("b", {QStringLiteral("b.*")})
        .reads("shop/view:b.v", "shop/table:a.t", "?");
    const auto draft = contractDraft(fixture.facts(), fixture.table("shop/table:a.t"));
    QVERIFY(draft);
    QVERIFY(!contractScript(fixture.catalog(), *draft));
}

void TestContractDraft::fastOnLargeCatalogs()
{
    QByteArray schema;
    for (int i = 0; i < 5000; ++i) {
        const QByteArray number = QByteArray::number(i);
        schema +=
            "a.t" + number + "\n  id integer pk\n  x text\nview b.v" + number + "\n  id integer\n";
    }
    ContractFixture fixture(schema.constData());
    fixture.owns("a", {QStringLiteral("a.*")}).owns("b", {QStringLiteral("b.*")});
    for (int i = 0; i < 5000; ++i) {
        const QByteArray number = QByteArray::number(i);
        fixture.reads(QByteArray("shop/view:b.v" + number).constData(),
                      QByteArray("shop/table:a.t" + number).constData(), "x");
    }
    const BoundaryFacts facts = fixture.facts();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(contractDrafts(facts, 0).size(), std::size_t(5000));
    qInfo("5,000 drafts of 10,000 tables in %lld ms", timer.elapsed());
}

QTEST_GUILESS_MAIN(TestContractDraft)
#include "tst_contract_draft.moc"
