// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Contracts and what is wrong with them, rule by rule, each with what must not be found.
#include "tests/support/contract_fixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;
using test::ContractFixture;

namespace {

const char* const shop = "catalogue.products\n"
                         "  id integer pk\n"
                         "  sku text\n"
                         "  secret text?\n"
                         "view catalogue.v_products_v1\n"
                         "  id integer?\n"
                         "  sku text?\n"
                         "view catalogue.v_products_v2\n"
                         "  id integer?\n"
                         "  sku text?\n"
                         "  secret text?\n"
                         "billing.invoices\n"
                         "  id integer pk\n"
                         "view billing.v_invoice_products\n"
                         "  id integer?\n"
                         "view support.v_help\n"
                         "  sku text?\n"
                         "view v_nobodys\n"
                         "  id integer?\n";

ContractFixture ownedShop()
{
    ContractFixture fixture(shop);
    fixture
        .owns("catalogue", {QStringLiteral("catalogue.*")}, "Team Catalogue",
              {QStringLiteral("svc_catalogue")})
        .owns("billing", {QStringLiteral("billing.*")}, "Team Money",
              {QStringLiteral("svc_billing")})
        .owns("support", {QStringLiteral("support.*")}, "Team Help")
        .publishes("shop/view:catalogue.v_products_v1")
        .publishes("shop/view:catalogue.v_products_v2");
    return fixture;
}

QString contractText(const Catalog& catalog, const Contract& contract)
{
    QStringList readers;
    for (const ObjectRef reader : contract.readers)
        readers << catalog.displayName(reader);
    return QStringLiteral("%1 %2 %3 [%4]%5")
        .arg(catalog.displayName(contract.table), contract.family, contract.version,
             readers.join(QLatin1Char(',')),
             contract.superseded ? QStringLiteral(" superseded") : QString());
}

} // namespace

class TestContracts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionsAndReaders();
    void versionsOfSchemas();
    void versionsAreNumbers();
    void readersByGrant();
    void oldVersionRead();
    void oldVersionUnread();
    void oldVersionThatMayBeReadByPrograms();
    void foreignColumns();
    void oneTeamIsOneOwner();
    void unusedColumns();
    void unusedColumnsAreSaidOnlyWhereReadersAreKnown();
    void referencedColumnsAreUsed();
    void stars();
    void brokenViews();
    void missingDefiners();
    void definersWithoutRights();
    void chains();
    void chainsIntoAThirdOwner();
    void circlesEnd();
    void replicas();
    void foreignTables();
    void unreadable();
    void nothingToSay();
    void fastOnLargeCatalogs();
};

void TestContracts::versionsAndReaders()
{
    ContractFixture fixture = ownedShop();
    fixture.reads("shop/view:billing.v_invoice_products", "shop/view:catalogue.v_products_v1", "id")
        .reads("shop/view:catalogue.v_products_v2", "shop/view:catalogue.v_products_v1", "id")
        .reads("shop/view:public.v_nobodys", "shop/view:catalogue.v_products_v2", "id");
    QStringList texts;
    for (const Contract& contract : contractsOf(fixture.facts()))
        texts << contractText(fixture.catalog(), contract);
    QCOMPARE(texts, QStringList({QStringLiteral("catalogue.v_products_v1 v_products v1 "
                                                "[billing.v_invoice_products] superseded"),
                                 QStringLiteral("catalogue.v_products_v2 v_products v2 []")}));
    QCOMPARE(contractsOf(fixture.facts()).front().readingBoundaries, std::vector<BoundaryIndex>{0});
}

void TestContracts::versionsOfSchemas()
{
    ContractFixture fixture("api_v1.products\n  id integer\napi_v2.products\n  id integer\n"
                            "other_v3.products\n  id integer\n");
    fixture.owns("a", {QStringLiteral("*")})
        .publishes("shop/table:api_v1.products")
        .publishes("shop/table:api_v2.products")
        .publishes("shop/table:other_v3.products");
    QStringList texts;
    for (const Contract& contract : contractsOf(fixture.facts()))
        texts << contractText(fixture.catalog(), contract);
    QCOMPARE(texts, QStringList({QStringLiteral("api_v1.products products v1 [] superseded"),
                                 QStringLiteral("api_v2.products products v2 []"),
                                 QStringLiteral("other_v3.products products v3 []")}));
}

void TestContracts::versionsAreNumbers()
{
    ContractFixture fixture("view a_v9\n  id integer\nview a_v10\n  id integer\nview a\n"
                            "  id integer\nview b_v11\n  id integer\n");
    fixture.owns("x", {QStringLiteral("*")})
        .publishes("shop/view:public.a_v9")
        .publishes("shop/view:public.a_v10")
        .publishes("shop/view:public.a")
        .publishes("shop/view:public.b_v11", "2021");
    QStringList texts;
    for (const Contract& contract : contractsOf(fixture.facts()))
        texts << contractText(fixture.catalog(), contract);
    QCOMPARE(texts,
             QStringList({QStringLiteral("a a  []"), QStringLiteral("a_v9 a v9 [] superseded"),
                          QStringLiteral("a_v10 a v10 []"), QStringLiteral("b_v11 b 2021 []")}));
}

void TestContracts::readersByGrant()
{
    ContractFixture fixture = ownedShop();
    const RoleId readers = fixture.addRole("shop_readers");
    const RoleId billing = fixture.addRole("svc_billing");
    fixture.addRole("svc_catalogue");
    fixture.objects().roles[billing.index].memberOf = {readers};
    fixture.grantSelect(readers, fixture.idNamed("v_products_v2"));
    const auto contracts = contractsOf(fixture.facts());
    QVERIFY(contracts[0].readingBoundaries.empty());
    QCOMPARE(contracts[1].readingBoundaries, std::vector<BoundaryIndex>{0});
    QVERIFY(contracts[1].readers.empty());
}

void TestContracts::oldVersionRead()
{
    ContractFixture fixture = ownedShop();
    fixture.reads("shop/view:billing.v_invoice_products", "shop/view:catalogue.v_products_v1",
                  "id");
    QCOMPARE(fixture.findings("contract-old-version-read"),
             QStringList(QStringLiteral(
                 "warning contract-old-version-read: Contract catalogue.v_products_v1 is "
                 "superseded by catalogue.v_products_v2 and still read by view "
                 "billing.v_invoice_products (billing).")));
    QVERIFY(fixture.findings("contract-old-version-unread").isEmpty());
}

void TestContracts::oldVersionUnread()
{
    ContractFixture fixture = ownedShop();
    fixture.reads("shop/view:billing.v_invoice_products", "shop/view:catalogue.v_products_v2",
                  "id");
    QCOMPARE(fixture.findings("contract-old-version-unread").size(), 1);
    QVERIFY(
        fixture.findings("contract-old-version-unread").front().startsWith(QLatin1String("note ")));
    fixture.isUnknown("shop/view:support.v_help", "its text could not be parsed");
    QVERIFY(fixture.findings("contract-old-version-unread")
                .front()
                .startsWith(QLatin1String("unknown ")));
    QVERIFY(fixture.findings("contract-old-version-read").isEmpty());
}

void TestContracts::oldVersionThatMayBeReadByPrograms()
{
    ContractFixture fixture = ownedShop();
    fixture.grantSelect(fixture.addRole("svc_billing"), fixture.idNamed("v_products_v1"));
    QCOMPARE(fixture.findings("contract-old-version-read"),
             QStringList(QStringLiteral(
                 "note contract-old-version-read: Contract catalogue.v_products_v1 is superseded "
                 "by catalogue.v_products_v2; nothing in the database reads it, but svc_billing "
                 "may read it.")));
}

void TestContracts::foreignColumns()
{
    ContractFixture fixture = ownedShop();
    fixture.publishes("shop/view:billing.v_invoice_products")
        .reads("shop/view:billing.v_invoice_products", "shop/table:billing.invoices", "id")
        .reads("shop/view:billing.v_invoice_products", "shop/table:catalogue.products", "id,sku")
        .reads("shop/view:billing.v_invoice_products", "shop/view:catalogue.v_products_v2", "id")
        .reads("shop/view:catalogue.v_products_v2", "shop/table:catalogue.products", "id");
    QCOMPARE(
        fixture.findings("contract-foreign-column"),
        QStringList({QStringLiteral("warning contract-foreign-column: Contract "
                                    "billing.v_invoice_products of billing takes id and sku from "
                                    "private catalogue.products, which belongs to catalogue."),
                     QStringLiteral("note contract-foreign-column: Contract "
                                    "billing.v_invoice_products of billing takes id from "
                                    "catalogue.v_products_v2, which belongs to catalogue.")}));
    QCOMPARE(contractsOf(fixture.facts()).front().foreignColumns.size(), std::size_t(3));
}

void TestContracts::oneTeamIsOneOwner()
{
    ContractFixture fixture = ownedShop();
    fixture.boundaries.entries[QStringLiteral("billing")].owner = QStringLiteral("Team Catalogue");
    fixture.publishes("shop/view:billing.v_invoice_products")
        .reads("shop/view:billing.v_invoice_products", "shop/table:catalogue.products", "id");
    QVERIFY(fixture.findings("contract-foreign-column").isEmpty());
}

void TestContracts::unusedColumns()
{
    ContractFixture fixture = ownedShop();
    fixture.grantSelect(fixture.addRole("svc_billing"), fixture.idNamed("v_products_v2"))
        .reads("shop/view:billing.v_invoice_products", "shop/view:catalogue.v_products_v2", "id")
        .reads("shop/view:public.v_nobodys", "shop/view:catalogue.v_products_v2", "sku");
    QCOMPARE(fixture.findings("contract-unused-column"),
             QStringList(QStringLiteral(
                 "note contract-unused-column: Nothing in the database outside of catalogue uses "
                 "secret of contract catalogue.v_products_v2.")));
    for (const BoundaryFinding& finding : contractFindings(fixture.facts())) {
        if (finding.rule == QLatin1String("contract-unused-column"))
            QVERIFY2(finding.suggestion.contains(QLatin1String("svc_billing")),
                     qPrintable(finding.suggestion));
    }
}

void TestContracts::unusedColumnsAreSaidOnlyWhereReadersAreKnown()
{
    ContractFixture unknown = ownedShop();
    unknown.reads("shop/view:billing.v_invoice_products", "shop/view:catalogue.v_products_v2", "id")
        .reads("shop/view:support.v_help", "shop/view:catalogue.v_products_v2", "?");
    QVERIFY(unknown.findings("contract-unused-column").isEmpty());

    ContractFixture notRead = ownedShop();
    notRead.objects().sources.front().kinds = {
        {CatalogKind::Routines, ReadState::PartlyRead, QStringLiteral("No right."), {}}};
    notRead.reads("shop/view:billing.v_invoice_products", "shop/view:catalogue.v_products_v2",
                  "id");
    QVERIFY(notRead.findings("contract-unused-column").isEmpty());

    ContractFixture unread = ownedShop();
    QVERIFY(unread.findings("contract-unused-column").isEmpty());
}

void TestContracts::referencedColumnsAreUsed()
{
    ContractFixture fixture("a.parent\n  id integer pk\n  x text\nb.child\n  id integer pk\n"
                            "  parent_id integer > a.parent.id\nview b.v\n  x text\n");
    fixture.owns("a", {QStringLiteral("a.*")})
        .owns("b", {QStringLiteral("b.*")})
        .publishes("shop/table:a.parent")
        .reads("shop/view:b.v", "shop/table:a.parent", "x");
    QVERIFY(fixture.findings("contract-unused-column").isEmpty());
}

void TestContracts::stars()
{
    ContractFixture sqlite(shop, Engine::Sqlite);
    sqlite.publishes("shop/view:catalogue.v_products_v2")
        .owns("catalogue", {QStringLiteral("catalogue.*")})
        .reads("shop/view:catalogue.v_products_v2", "shop/table:catalogue.products", "*")
        .reads("shop/view:catalogue.v_products_v1", "shop/table:catalogue.products", "*")
        .reads("shop/view:support.v_help", "shop/table:catalogue.products", "sku");
    QCOMPARE(sqlite.findings("contract-star"),
             QStringList({QStringLiteral("warning contract-star: Contract catalogue.v_products_v2 "
                                         "says * of catalogue.products: every column added there "
                                         "is published at once."),
                          QStringLiteral("note contract-star: View catalogue.v_products_v1 says * "
                                         "of catalogue.products: every column added there is "
                                         "published at once.")}));

    ContractFixture server(shop);
    server.publishes("shop/view:catalogue.v_products_v1")
        .owns("catalogue", {QStringLiteral("catalogue.*")})
        .reads("shop/view:catalogue.v_products_v1", "shop/table:catalogue.products", "id,sku");
    QCOMPARE(server.findings("contract-probable-star"),
             QStringList(QStringLiteral(
                 "warning contract-probable-star: Contract catalogue.v_products_v1 lists all "
                 "columns of catalogue.products in order but secret, which came later: it was "
                 "probably made with SELECT *.")));
    QVERIFY(server.findings("contract-star").isEmpty());
}

void TestContracts::brokenViews()
{
    ContractFixture fixture = ownedShop();
    fixture.tableNamed("v_help").broken = QStringLiteral("orders does not exist.");
    fixture.tableNamed("v_nobodys").broken = QStringLiteral("no such table: orders");
    fixture.boundaries.entries[QStringLiteral("support")].contact = QStringLiteral("Sue");
    QCOMPARE(fixture.findings("view-broken"),
             QStringList({QStringLiteral("warning view-broken: View v_nobodys is broken: no such "
                                         "table: orders."),
                          QStringLiteral("warning view-broken: View support.v_help is broken: "
                                         "orders does not exist.")}));
    for (const BoundaryFinding& finding : contractFindings(fixture.facts())) {
        if (finding.rule == QLatin1String("view-broken") && finding.boundary)
            QVERIFY(finding.suggestion.startsWith(QLatin1String("Ask Sue (support).")));
    }
}

void TestContracts::missingDefiners()
{
    ContractFixture fixture(shop, Engine::MariaDb);
    const auto setDefiner = [&fixture](const char* view, const char* definer,
                                       const char* security) {
        fixture.tableNamed(view).properties = {
            {QStringLiteral("Definer"), QString::fromUtf8(definer)},
            {QStringLiteral("SQL security"), QString::fromUtf8(security)}};
    };
    fixture.addRole("app@%");
    setDefiner("v_help", "gone@%", "DEFINER");
    setDefiner("v_nobodys", "gone@%", "INVOKER");
    setDefiner("v_invoice_products", "app@%", "DEFINER");
    QVERIFY(fixture.findings("view-definer-missing").isEmpty()); // roles were not read
    ContractFixture known = std::move(fixture);
    ContractFixture again(shop, Engine::MariaDb);
    again.objects() = known.objects();
    again.objects().sources.front().kinds = {{CatalogKind::Roles, ReadState::Read, {}, {}}};
    QCOMPARE(again.findings("view-definer-missing"),
             QStringList(QStringLiteral("warning view-definer-missing: View support.v_help reads "
                                        "in the name of gone@%, who does not exist: nobody can "
                                        "read it.")));
    ContractFixture said(shop, Engine::MariaDb);
    said.objects() = known.objects();
    said.tableNamed("v_help").broken = QStringLiteral("Its definer gone@% does not exist.");
    QCOMPARE(said.findings().size(), 1);
    QVERIFY(said.findings().front().startsWith(QLatin1String("warning view-definer-missing")));
}

void TestContracts::definersWithoutRights()
{
    const auto prepared = [](bool granted, ReadState grants) {
        ContractFixture fixture(shop);
        fixture.objects().sources.front().kinds = {{CatalogKind::Roles, ReadState::Read, {}, {}},
                                                   {CatalogKind::Grants, grants, {}, {}}};
        const RoleId role = fixture.addRole("helper");
        fixture.addRole("boss");
        fixture.tableNamed("v_help").owner = QStringLiteral("helper");
        fixture.tableNamed("v_nobodys").owner = QStringLiteral("boss");
        fixture.tableNamed("products").owner = QStringLiteral("boss");
        if (granted)
            fixture.grantSelect(role, fixture.idNamed("products"));
        fixture.reads("shop/view:support.v_help", "shop/table:catalogue.products", "sku")
            .reads("shop/view:public.v_nobodys", "shop/table:catalogue.products", "sku");
        return fixture.findings("view-definer-rights");
    };
    QCOMPARE(prepared(false, ReadState::Read),
             QStringList(QStringLiteral("warning view-definer-rights: View support.v_help reads in "
                                        "the name of helper, who may not read catalogue.products: "
                                        "it fails for everybody.")));
    QVERIFY(prepared(true, ReadState::Read).isEmpty());
    QVERIFY(prepared(false, ReadState::PartlyRead).isEmpty());
}

void TestContracts::chains()
{
    ContractFixture fixture("a.t\n  id integer\nview a.v1\n  id integer\nview a.v2\n  id integer\n"
                            "view a.v3\n  id integer\nview b.top\n  id integer\n"
                            "view b.short\n  id integer\n");
    fixture.owns("a", {QStringLiteral("a.*")})
        .reads("shop/view:a.v1", "shop/table:a.t", "id")
        .reads("shop/view:a.v2", "shop/view:a.v1", "id")
        .reads("shop/view:a.v3", "shop/view:a.v2", "id")
        .reads("shop/view:a.v3", "shop/table:a.t", "id");
    QCOMPARE(fixture.findings("view-chain"),
             QStringList(QStringLiteral("note view-chain: View a.v3 (a) reads view a.v2 (a), which "
                                        "reads view a.v1 (a).")));
    fixture.owns("b", {QStringLiteral("b.*")})
        .reads("shop/view:b.top", "shop/view:a.v2", "id")
        .reads("shop/view:b.short", "shop/view:a.v1", "id");
    QCOMPARE(fixture.findings("view-chain"),
             QStringList({QStringLiteral("warning view-chain: View b.top (b) reads view a.v2 (a), "
                                         "which reads view a.v1 (a)."),
                          QStringLiteral("note view-chain: View a.v3 (a) reads view a.v2 (a), "
                                         "which reads view a.v1 (a).")}));
}

void TestContracts::chainsIntoAThirdOwner()
{
    const auto chain = [](bool isContract) {
        ContractFixture fixture("a.t\n  id integer\nview b.v\n  id integer\nview c.top\n"
                                "  id integer\n");
        fixture.owns("a", {QStringLiteral("a.*")})
            .owns("b", {QStringLiteral("b.*")})
            .owns("c", {QStringLiteral("c.*")})
            .reads("shop/view:c.top", "shop/view:b.v", "id")
            .reads("shop/view:b.v", "shop/table:a.t", "id");
        if (isContract)
            fixture.publishes("shop/view:b.v");
        return fixture.findings("view-chain");
    };
    QCOMPARE(chain(false), QStringList(QStringLiteral("warning view-chain: View c.top (c) reads "
                                                      "view b.v (b), which reads table a.t (a).")));
    QVERIFY(chain(true).isEmpty());
}

void TestContracts::circlesEnd()
{
    ContractFixture fixture("view a\n  id integer\nview b\n  id integer\nview top\n  id integer\n");
    fixture.reads("shop/view:public.a", "shop/view:public.b", "id")
        .reads("shop/view:public.b", "shop/view:public.a", "id")
        .reads("shop/view:public.top", "shop/view:public.a", "id");
    QCOMPARE(fixture.findings("view-chain").size(), 1);
}

void TestContracts::replicas()
{
    const char* const source = "products\n  id integer pk\n  sku text\n  price integer\n";
    const auto compared = [source](const char* copy, const char* of) {
        ContractFixture fixture(copy);
        fixture.addSource("origin", source)
            .owns("billing", {QStringLiteral("shop/*.*")})
            .copies("shop/table:public.products_copy", of);
        return fixture.findings();
    };
    const char* const same = "products_copy\n  id integer pk\n  price integer\n  sku text\n";
    QVERIFY(compared(same, "origin/table:public.products").isEmpty());
    QVERIFY(compared(same, "origin/public.products").isEmpty());
    QCOMPARE(compared("products_copy\n  id bigint pk\n  sku text\n  extra text\n",
                      "origin/table:public.products"),
             QStringList(QStringLiteral(
                 "warning replica-differs: Table shop/products_copy differs from "
                 "origin/products, which it stands for: id is bigint here and integer there; "
                 "extra is only in the copy; price is only there.")));
    QVERIFY(compared(same, "origin/table:public.gone")
                .value(0)
                .startsWith(QLatin1String("warning replica-missing")));
    QVERIFY(
        compared(same, "warehouse").value(0).startsWith(QLatin1String("unknown replica-missing")));
}

void TestContracts::foreignTables()
{
    const auto compared = [](const char* schema, const char* database,
                             const char* columnOptions = "") {
        ContractFixture fixture(schema);
        fixture.addSource("wms", "stock\n  gate_code text\n  pieces integer?\n");
        OtherObject server;
        server.kind = CatalogKind::ForeignServers;
        server.name = QStringLiteral("there");
        server.properties = {
            {QStringLiteral("Foreign data wrapper"), QStringLiteral("postgres_fdw")},
            {QStringLiteral("Options"),
             QString(QStringLiteral("dbname=") + QLatin1String(database))}};
        fixture.objects().others.push_back(server);
        Table& table = fixture.tableNamed("stock");
        table.kind = TableKind::ForeignTable;
        table.foreignServer = server.name;
        fixture.objects().columns.front().properties = {
            {QStringLiteral("Foreign options"), QString::fromUtf8(columnOptions)}};
        return fixture.findings();
    };
    QVERIFY(compared("stock\n  gate text\n  pieces integer?\n", "wms", "column_name=gate_code")
                .isEmpty());
    QCOMPARE(compared("stock\n  gate text\n  pieces integer\n", "wms"),
             QStringList(QStringLiteral(
                 "warning foreign-table-differs: Foreign table shop/stock differs from "
                 "wms/stock, which it stands for: gate is only in the copy; pieces is NOT "
                 "NULL here and may be NULL there; gate_code is only there.")));
    QVERIFY(compared("stock\n  gate_code text\n", "wms")
                .value(0)
                .startsWith(QLatin1String("note foreign-table-differs")));
    QVERIFY(compared("stock\n  gate_code text\n", "elsewhere")
                .value(0)
                .startsWith(QLatin1String("unknown foreign-table-differs")));
}

void TestContracts::unreadable()
{
    ContractFixture fixture = ownedShop();
    fixture.tableNamed("v_nobodys").notRead = QStringLiteral("its definition is not shown");
    fixture.isUnknown("shop/view:support.v_help", "its text ends in the middle");
    QCOMPARE(fixture.findings("definition-unreadable"),
             QStringList({QStringLiteral("unknown definition-unreadable: What view v_nobodys uses "
                                         "is not (fully) known: its definition is not shown."),
                          QStringLiteral("unknown definition-unreadable: What view support.v_help "
                                         "uses is not (fully) known: its text ends in the "
                                         "middle.")}));
}

void TestContracts::nothingToSay()
{
    ContractFixture fixture("a.t\n  id integer pk\n  x text\nview a.v\n  x text\nview b.w\n"
                            "  x text\n");
    fixture.owns("a", {QStringLiteral("a.*")})
        .owns("b", {QStringLiteral("b.*")})
        .publishes("shop/view:a.v")
        .reads("shop/view:a.v", "shop/table:a.t", "x")
        .reads("shop/view:b.w", "shop/view:a.v", "x");
    QCOMPARE(fixture.findings(), QStringList());
}

void TestContracts::fastOnLargeCatalogs()
{
    QByteArray schema;
    for (int i = 0; i < 2500; ++i) {
        const QByteArray number = QByteArray::number(i);
        schema += "t" + number + "\n  id integer pk\n  x text\n  y text\n";
        schema += "view v_t" + number + "_v1\n  id integer\n  x text\n";
        schema += "view v_t" + number + "_v2\n  id integer\n  x text\n  y text\n";
        schema += "view w" + number + "\n  id integer\n";
    }
    ContractFixture fixture(schema.constData());
    for (int b = 0; b < 100; ++b)
        fixture.owns(qPrintable(QStringLiteral("b%1").arg(b)),
                     {QStringLiteral("*%1*").arg(b, 2, 10, QLatin1Char('0'))});
    for (int i = 0; i < 2500; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray one = "shop/view:public.v_t" + number + "_v1";
        const QByteArray two = "shop/view:public.v_t" + number + "_v2";
        const QByteArray table = "shop/table:public.t" + number;
        const QByteArray reader = "shop/view:public.w" + QByteArray::number((i * 7) % 2500);
        fixture.publishes(one.constData()).publishes(two.constData());
        fixture.reads(one.constData(), table.constData(), "id,x");
        fixture.reads(two.constData(), table.constData(), "id,x,y");
        fixture.reads(reader.constData(), one.constData(), "id");
        fixture.reads(reader.constData(), two.constData(), "id");
    }
    const BoundaryFacts facts = fixture.facts();
    QElapsedTimer timer;
    timer.start();
    const auto findings = contractFindings(facts);
    qInfo("10,000 tables: %zu findings in %lld ms", findings.size(), timer.elapsed());
    QVERIFY(findings.size() > 1000);
}

QTEST_GUILESS_MAIN(TestContracts)
#include "tst_contracts.moc"
