// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which boundaries are proposed for a schema that nobody has drawn, and which are not; what every
// proposal has, whatever the schema; the sample's services against their true owners.
#include "model/boundaries/ownership/patterns.h"
#include "model/boundaries/suggest.h"
#include "model/relations/inference.h"
#include "tests/support/bcubed.h"
#include "tests/support/schema_text.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/synthetic_catalog.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <set>

using namespace cadastre;

namespace {

std::vector<ProposedBoundary> proposalsFor(const Catalog& catalog)
{
    const std::vector<Relationship> relationships = declaredRelationships(catalog);
    SuggestOptions options;
    options.relationships = &relationships;
    return suggestBoundaries(catalog, options);
}

/// "billing: invoices invoice_lines", one line per proposal, sorted.
QStringList linesOf(const Catalog& catalog, const std::vector<ProposedBoundary>& proposals)
{
    QStringList lines;
    for (const ProposedBoundary& proposal : proposals) {
        QStringList names;
        for (const ProposedMember& member : proposal.members)
            names << catalog.displayName(member.table);
        names.sort();
        lines << QString(proposal.name + QStringLiteral(": ") + names.join(QLatin1Char(' ')));
    }
    lines.sort();
    return lines;
}

CatalogObjects objectsFromText(const char* text)
{
    return test::SchemaText::source(QString::fromUtf8(text)).objects;
}

Catalog catalogFrom(CatalogObjects objects)
{
    return mergeSources({std::make_shared<const SourceCatalog>(SourceCatalog{std::move(objects)})});
}

Table& tableIn(CatalogObjects& objects, const char* name)
{
    return *std::ranges::find(objects.tables, QString::fromLatin1(name), &Table::name);
}

TableId idIn(const CatalogObjects& objects, const char* name)
{
    const auto found = std::ranges::find(objects.tables, QString::fromLatin1(name), &Table::name);
    return {static_cast<int>(found - objects.tables.begin())};
}

RoleId addRole(CatalogObjects& objects, const char* name)
{
    Role role;
    role.name = QString::fromLatin1(name);
    objects.roles.push_back(role);
    return {static_cast<int>(objects.roles.size()) - 1};
}

const ProposedBoundary* proposalNamed(const std::vector<ProposedBoundary>& proposals,
                                      const QString& name)
{
    const auto found = std::ranges::find(proposals, name, &ProposedBoundary::name);
    return found == proposals.end() ? nullptr : &*found;
}

QStringList signalsOf(const ProposedMember& member)
{
    QStringList names;
    for (const BoundaryEvidence& evidence : member.evidence)
        names << evidence.signal;
    return names;
}

const char* const shopText = R"(
inv_headers
  id integer pk
inv_lines
  id integer pk
  header_id integer > inv_headers.id
inv_taxes
  id integer pk
  line_id integer > inv_lines.id
ship_orders
  id integer pk
  invoice_id integer > inv_headers.id
ship_parcels
  id integer pk
  order_id integer > ship_orders.id
ship_routes
  id integer pk
  parcel_id integer > ship_parcels.id
settings
  id integer pk
)";

} // namespace

class TestSuggest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposes_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("nothing") << QString() << QStringList();
        QTest::newRow("one table") << QStringLiteral("orders\n  id integer pk\n") << QStringList();
        QTest::newRow("prefixes, and a table that nothing ties to others")
            << QString::fromLatin1(shopText)
            << QStringList{QStringLiteral("inv: inv_headers inv_lines inv_taxes"),
                           QStringLiteral("ship: ship_orders ship_parcels ship_routes")};
        QTest::newRow("glued words")
            << QStringLiteral("invoice\n  invoice_line_count integer\ninvoiceline\n  note text\n"
                              "customer\n  id integer pk\n")
            << QStringList{QStringLiteral("invoice: invoice invoiceline")};
        QTest::newRow("relationships alone")
            << QStringLiteral("teams\n  id integer pk\nagents\n  id integer pk\n"
                              "  team integer > teams.id\nweather\n  id integer pk\n")
            << QStringList{QStringLiteral("teams: agents teams")};
        QTest::newRow("a word at the end, with what it is about")
            << QStringLiteral("tax\n  id integer pk\nsales_tax\n  tax_id integer > tax.id\n"
                              "import_tax\n  tax_id integer > tax.id\nweather\n  id integer pk\n")
            << QStringList{QStringLiteral("tax: import_tax sales_tax tax")};
        QTest::newRow("schemas that are services, also those of one table")
            << QStringLiteral("billing.invoices\n  id integer pk\nbilling.payments\n"
                              "  invoice_id integer > billing.invoices.id\n"
                              "catalogue.products\n  id integer pk\n"
                              "ordering.orders\n  id integer pk\n"
                              "  product_id integer > catalogue.products.id\n"
                              "ordering.order_items\n  order_id integer > ordering.orders.id\n"
                              "  product_id integer > catalogue.products.id\n")
            << QStringList{QStringLiteral("billing: billing.invoices billing.payments"),
                           QStringLiteral("catalogue: catalogue.products"),
                           QStringLiteral("ordering: ordering.order_items ordering.orders")};
        QTest::newRow("one schema of everything says nothing")
            << QString(QString::fromLatin1(shopText))
                   .replace(QStringLiteral("inv_"), QStringLiteral("app.inv_"))
                   .replace(QStringLiteral("ship_"), QStringLiteral("app.ship_"))
                   .replace(QStringLiteral("settings"), QStringLiteral("app.settings"))
            << QStringList{
                   QStringLiteral("inv: app.inv_headers app.inv_lines app.inv_taxes"),
                   QStringLiteral("ship: app.ship_orders app.ship_parcels app.ship_routes")};
    }

    void proposes()
    {
        QFETCH(QString, schema);
        const auto catalog = test::SchemaText::catalog(schema);
        QTEST(linesOf(*catalog, proposalsFor(*catalog)), "expected");
    }

    void noSourceAtAll() { QVERIFY(proposalsFor(Catalog()).empty()); }

    void kindsOfTablesAreNoBoundaries()
    {
        QString text;
        for (const char* thing : {"account", "invoice", "parcel", "product", "ticket", "vendor"}) {
            const QString name = QString::fromLatin1(thing);
            text += QStringLiteral("%1\n  id integer pk\n%1_line\n  %1_id integer > %1.id\n"
                                   "%1_history\n  %1_id integer > %1.id\n")
                        .arg(name);
        }
        const auto catalog = test::SchemaText::catalog(text);
        const QStringList lines = linesOf(*catalog, proposalsFor(*catalog));
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines.first(), QStringLiteral("account: account account_history account_line"));
        QCOMPARE(lines.last(), QStringLiteral("vendor: vendor vendor_history vendor_line"));
    }

    void patternsDescribeMembersExactly()
    {
        const auto catalog = test::catalogFromText(R"(
inv_headers
  id integer pk
inv_lines
  id integer > inv_headers.id
invitations
  id integer pk
)");
        const auto proposals = proposalsFor(*catalog);
        QCOMPARE(proposals.size(), 1U);
        QCOMPARE(proposals.front().patterns, QStringList{QStringLiteral("inv_*")});
    }

    void schemasHavePatternsOfTheirOwn()
    {
        const auto catalog = test::catalogFromText(R"(
billing.invoices
  id integer pk
"Very odd".a
  id integer pk
"Very odd".b
  id integer pk
)");
        QStringList patterns;
        for (const ProposedBoundary& proposal : proposalsFor(*catalog))
            patterns += proposal.patterns;
        QVERIFY(patterns.contains(QStringLiteral("billing.*")));
        QVERIFY(!patterns.contains(QStringLiteral("*")));
    }

    void notesSayMoreThanAnythingElse()
    {
        CatalogObjects objects = objectsFromText(R"(
inv_headers // Bills. @owner is no note here.
  id integer pk
inv_lines
  header_id integer > inv_headers.id
inv_taxes
  header_id integer > inv_headers.id
audit_log
  id integer pk
)");
        tableIn(objects, "inv_lines").comment.text = QStringLiteral("Lines.\n@owner Team Red");
        tableIn(objects, "audit_log").comment.text = QStringLiteral("@owner platform");
        tableIn(objects, "inv_taxes").comment.text = QStringLiteral("@owner Tax People");
        const Catalog catalog = catalogFrom(std::move(objects));
        const auto proposals = proposalsFor(catalog);
        const QStringList lines = linesOf(catalog, proposals);
        QVERIFY(lines.contains(QStringLiteral("platform: audit_log")));
        for (const QString& line : lines) // two owners are two boundaries
            QVERIFY2(!(line.contains(QStringLiteral("inv_lines")) &&
                       line.contains(QStringLiteral("inv_taxes"))),
                     qPrintable(line));
        const ProposedBoundary* platform = proposalNamed(proposals, QStringLiteral("platform"));
        QVERIFY(platform);
        QCOMPARE(platform->owner, QStringLiteral("platform"));
        QCOMPARE(platform->members.front().evidence.front().signal, QStringLiteral("comment"));
        QVERIFY(platform->confidence > 0.9);
        QVERIFY(!proposalNamed(proposals, QStringLiteral("is no note here.")));
    }

    void oneNoteInASchemaNamesItsOwner()
    {
        CatalogObjects objects = objectsFromText(R"(
billing.invoices
  id integer pk
billing.payments
  id integer pk
billing.refunds
  id integer pk
ordering.orders
  id integer pk
)");
        tableIn(objects, "invoices").comment.text = QStringLiteral("@owner money");
        tableIn(objects, "payments").comment.text = QStringLiteral("@owner money");
        for (Schema& schema : objects.schemas) {
            if (schema.name == QLatin1String("ordering"))
                schema.comment.text = QStringLiteral("@owner shop floor");
        }
        const Catalog catalog = catalogFrom(std::move(objects));
        const auto proposals = proposalsFor(catalog);
        QCOMPARE(linesOf(catalog, proposals),
                 (QStringList{
                     QStringLiteral("billing: billing.invoices billing.payments billing.refunds"),
                     QStringLiteral("ordering: ordering.orders")}));
        QCOMPARE(proposalNamed(proposals, QStringLiteral("billing"))->owner,
                 QStringLiteral("money"));
        QCOMPARE(proposalNamed(proposals, QStringLiteral("ordering"))->owner,
                 QStringLiteral("shop floor"));
    }

    void aRoleThatOwnsSomeOfThem()
    {
        CatalogObjects objects =
            objectsFromText("apples\n  id integer\nbricks\n  id integer\nclouds\n  id integer\n"
                            "drums\n  id integer\nengines\n  id integer\n");
        for (Table& table : objects.tables)
            table.owner = QStringLiteral("shop_owner");
        tableIn(objects, "apples").owner = QStringLiteral("garden");
        tableIn(objects, "clouds").owner = QStringLiteral("garden");
        const Catalog catalog = catalogFrom(std::move(objects));
        const auto proposals = proposalsFor(catalog);
        QCOMPARE(linesOf(catalog, proposals), QStringList{QStringLiteral("garden: apples clouds")});
        QCOMPARE(proposals.front().owner, QStringLiteral("garden"));
        QCOMPARE(signalsOf(proposals.front().members.front()),
                 QStringList{QStringLiteral("owner")});
    }

    void rolesThatWriteTheSameTables()
    {
        CatalogObjects objects =
            objectsFromText("apples\n  id integer\nbricks\n  id integer\nclouds\n  id integer\n"
                            "drums\n  id integer\nengines\n  id integer\n");
        const RoleId garden = addRole(objects, "svc_garden");
        const RoleId everybody = addRole(objects, "backoffice");
        const RoleId root = addRole(objects, "root");
        objects.roles[root.index].superuser = true;
        const auto grant = [&](const char* table, RoleId role, Privileges privileges) {
            Grant one;
            one.object = idIn(objects, table);
            one.grantee = role;
            one.privileges = privileges;
            objects.grants.push_back(one);
        };
        for (const char* table : {"apples", "bricks", "clouds", "drums", "engines"})
            grant(table, everybody, Privilege::Insert | Privilege::Update);
        grant("apples", garden, Privilege::Insert);
        grant("clouds", garden, Privilege::Update);
        grant("bricks", garden, Privilege::Select); // reading is not owning
        grant("bricks", root, Privilege::Insert);
        grant("drums", root, Privilege::Insert);
        const Catalog catalog = catalogFrom(std::move(objects));
        const auto proposals = proposalsFor(catalog);
        QCOMPARE(linesOf(catalog, proposals).size(), 1);
        QVERIFY(linesOf(catalog, proposals).first().endsWith(QStringLiteral(": apples clouds")));
        QCOMPARE(signalsOf(proposals.front().members.front()),
                 QStringList{QStringLiteral("grants")});
    }

    void viewsGoWhereTheyRead()
    {
        CatalogObjects objects = objectsFromText(shopText);
        for (const char* name : {"open_bills", "lonely"}) {
            Table view;
            view.name = QString::fromLatin1(name);
            view.kind = TableKind::View;
            objects.tables.push_back(view);
        }
        objects.dependencies.push_back(
            {idIn(objects, "open_bills"), idIn(objects, "inv_headers"), DependencyKind::Reads});
        objects.dependencies.push_back(
            {idIn(objects, "open_bills"), idIn(objects, "inv_lines"), DependencyKind::Reads});
        objects.dependencies.push_back(
            {idIn(objects, "lonely"), idIn(objects, "settings"), DependencyKind::Reads});
        const Catalog catalog = catalogFrom(finishSource(std::move(objects)).objects);
        const auto proposals = proposalsFor(catalog);
        QCOMPARE(linesOf(catalog, proposals),
                 (QStringList{QStringLiteral("inv: inv_headers inv_lines inv_taxes open_bills"),
                              QStringLiteral("ship: ship_orders ship_parcels ship_routes")}));
        for (const ProposedMember& member : proposals.front().members) {
            if (catalog.table(member.table).name == QLatin1String("open_bills"))
                QCOMPARE(signalsOf(member), QStringList{QStringLiteral("uses")});
        }
    }

    void usesThatWereReadCountInsteadOfDependencies()
    {
        const auto catalog = test::catalogFromText(R"(
apples
  id integer pk
clouds
  id integer pk
view fruit
  id integer
view sky
  id integer
)");
        std::vector<Relationship> none;
        UseReading uses;
        const auto id = [&](const char* name) { return idIn(catalog->objects(), name); };
        uses.uses = {{id("fruit"), id("sky"), UseKind::Reads, {}, false, false, {}, false}};
        SuggestOptions options;
        options.relationships = &none;
        QVERIFY(suggestBoundaries(*catalog, options).empty());
        options.uses = &uses;
        QCOMPARE(linesOf(*catalog, suggestBoundaries(*catalog, options)),
                 QStringList{QStringLiteral("sky: fruit sky")});
    }

    void weakAndRejectedRelationshipsAreNoEvidence()
    {
        const auto catalog = test::catalogFromText("teams\n  id integer pk\nagents\n  t integer\n");
        Relationship relationship;
        relationship.origin = RelationshipOrigin::Inferred;
        relationship.confidence = 0.6;
        relationship.child = idIn(catalog->objects(), "agents");
        relationship.childColumns = {catalog->firstColumn(relationship.child)};
        const TableId teams = idIn(catalog->objects(), "teams");
        relationship.targets = {{teams, {catalog->firstColumn(teams)}, {}}};
        std::vector<Relationship> relationships{relationship};
        SuggestOptions options;
        options.relationships = &relationships;
        QCOMPARE(suggestBoundaries(*catalog, options).size(), 1U);
        options.minimumConfidence = 0.7;
        QVERIFY(suggestBoundaries(*catalog, options).empty());
        options.minimumConfidence = 0;
        relationships.front().origin = RelationshipOrigin::Rejected;
        QVERIFY(suggestBoundaries(*catalog, options).empty());
    }

    void engineAndExtensionObjectsAreInNone()
    {
        CatalogObjects objects = objectsFromText(shopText);
        tableIn(objects, "inv_taxes").system = true;
        tableIn(objects, "ship_routes").extension = QStringLiteral("postgis");
        const Catalog catalog = catalogFrom(std::move(objects));
        QCOMPARE(linesOf(catalog, proposalsFor(catalog)),
                 (QStringList{QStringLiteral("inv: inv_headers inv_lines"),
                              QStringLiteral("ship: ship_orders ship_parcels")}));
    }

    void partitionsGoWithTheirTable()
    {
        const auto catalog = test::catalogFromText(R"(
orders
  id integer pk
partition y2019 of orders
  id integer
partition z2020 of orders
  id integer
order_items
  order_id integer > orders.id
)");
        QCOMPARE(linesOf(*catalog, proposalsFor(*catalog)),
                 QStringList{QStringLiteral("order: order_items orders y2019 z2020")});
    }

    void smallDatabasesOfAWorkspaceAreBoundaries()
    {
        const auto part = [](const char* text, const char* name) {
            return std::make_shared<const SourceCatalog>(
                test::SchemaText::source(QString::fromLatin1(text), QString::fromLatin1(name)));
        };
        const char* const text = "orders\n  id integer pk\nweather\n  id integer pk\n";
        const Catalog catalog = mergeSources({part(text, "east"), part(text, "west")});
        const auto proposals = proposalsFor(catalog);
        QCOMPARE(linesOf(catalog, proposals),
                 (QStringList{QStringLiteral("east: east/orders east/weather"),
                              QStringLiteral("west: west/orders west/weather")}));
        QCOMPARE(proposalNamed(proposals, QStringLiteral("east"))->patterns,
                 QStringList{QStringLiteral("east/public.*")});
    }

    void sayWhatTheyMean_data()
    {
        QTest::addColumn<std::shared_ptr<const Catalog>>("catalog");
        QTest::newRow("shop") << test::catalogFromText(shopText);
        QTest::newRow("synthetic, one schema") << synthetic(1);
        QTest::newRow("synthetic, several schemas") << synthetic(4);
        QTest::newRow("hostile") << hostile();
        QTest::newRow("sample") << sample();
    }

    /// Whatever the schema: each table at most once, names that can be keys of a document, patterns
    /// that match members only, weights and confidences in range, the same result every time.
    void sayWhatTheyMean()
    {
        QFETCH(std::shared_ptr<const Catalog>, catalog);
        const std::vector<Relationship> relationships = allRelationships(*catalog, {});
        SuggestOptions options;
        options.relationships = &relationships;
        const auto proposals = suggestBoundaries(*catalog, options);
        QVERIFY(!proposals.empty());
        std::set<QString> names;
        std::set<TableId> tables;
        for (const ProposedBoundary& proposal : proposals) {
            checkProposal(*catalog, proposal);
            if (QTest::currentTestFailed())
                return;
            QVERIFY2(names.insert(proposal.name.toCaseFolded()).second, qPrintable(proposal.name));
            for (const ProposedMember& member : proposal.members)
                QVERIFY(tables.insert(member.table).second);
        }
        std::vector<Relationship> reversed(relationships.rbegin(), relationships.rend());
        options.relationships = &reversed;
        QVERIFY(suggestBoundaries(*catalog, options) == proposals);
    }

    void theSampleAgainstItsOwners()
    {
        const auto catalog = sample();
        const std::vector<Relationship> relationships = allRelationships(*catalog, {});
        SuggestOptions options;
        options.relationships = &relationships;
        const auto proposals = suggestBoundaries(*catalog, options);
        std::vector<int> proposed;
        std::vector<int> truth;
        const std::vector<QStringList> services = sampleServices();
        const auto& tables = catalog->objects().tables;
        std::vector<int> groups(tables.size(), -1);
        for (std::size_t i = 0; i < proposals.size(); ++i) {
            for (const ProposedMember& member : proposals[i].members)
                groups[member.table.index] = static_cast<int>(i);
        }
        for (std::size_t i = 0; i < services.size(); ++i) {
            for (const QString& name : services[i]) {
                const auto found = std::ranges::find(tables, name, &Table::name);
                QVERIFY2(found != tables.end(), qPrintable(name));
                proposed.push_back(groups[found - tables.begin()]);
                truth.push_back(static_cast<int>(i));
            }
        }
        const test::BcubedScore score = test::bcubed(proposed, truth);
        QVERIFY2(score.precision > 0.9, qPrintable(QString::number(score.precision)));
        QVERIFY2(score.f > 0.6, qPrintable(QString::number(score.f)));
    }

private:
    static std::shared_ptr<const Catalog> synthetic(int schemas)
    {
        test::SyntheticOptions options;
        options.tables = 300;
        options.schemas = schemas;
        return test::syntheticCatalog(options);
    }

    static std::shared_ptr<const Catalog> sample()
    {
        return std::make_shared<const Catalog>(
            test::catalogOf(QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite")));
    }

    static std::shared_ptr<const Catalog> hostile()
    {
        CatalogObjects objects = objectsFromText("a_1\n  id integer pk\na_2\n  id integer\n");
        for (const char* name :
             {"x*_one", "x*_two", "b\"c_one", "b\"c_two", "d.e_one", "d.e_two", "new\nline_one",
              "new\nline_two", "*", "**", "", " ", "\u202eevil_one", "\u202eevil_two", "A_1",
              "</svg>_one", "</svg>_two", "größe_eins", "größe_zwei"}) {
            Table table;
            table.name = QString::fromUtf8(name);
            table.comment.text = QStringLiteral("@owner");
            objects.tables.push_back(table);
        }
        return std::make_shared<const Catalog>(
            catalogFrom(finishSource(std::move(objects)).objects));
    }

    static std::vector<QStringList> sampleServices()
    {
        const auto words = [](const char* text) {
            return QString::fromLatin1(text).split(QLatin1Char(' '));
        };
        return {
            words("brands categories products product_variants product_translations productImages "
                  "suppliers supplier_products price_history ProductBundles ProductBundleItems "
                  "warehouses stock_levels product_search"),
            words("customers carts cart_items coupons tmp_orders order_items order_status_history "
                  "orderNotes carriers shipments shipment_items ReturnRequests coupon_redemptions "
                  "orders_bak_2019 order_archive_2017 order_archive_2018 order_archive_2019 "
                  "order_archive_2020"),
            words("tax_rates paymentMethods invoices invoice_lines credit_notes payments refunds "
                  "DunningLetters ledger_accounts ledger_entries"),
            words("teams agents tickets ticketMessages notifications attachments KnowledgeArticles "
                  "SatisfactionSurveys audit_log")};
    }

    static void checkProposal(const Catalog& catalog, const ProposedBoundary& proposal)
    {
        QVERIFY(!proposal.name.isEmpty());
        QVERIFY(std::ranges::all_of(proposal.name, [](QChar c) { return c.isPrint(); }));
        QVERIFY(!proposal.reason.isEmpty());
        QVERIFY(proposal.confidence >= 0 && proposal.confidence <= 1);
        QVERIFY(std::ranges::is_sorted(proposal.members, {}, &ProposedMember::table));
        std::set<TableId> members;
        for (const ProposedMember& member : proposal.members) {
            members.insert(member.table);
            QVERIFY(member.confidence > 0 && member.confidence <= 1);
            double sum = 0;
            for (const BoundaryEvidence& evidence : member.evidence) {
                QVERIFY(!evidence.sentence.isEmpty());
                sum += evidence.weight;
            }
            QVERIFY(qAbs(sum - 1) < 1e-9);
        }
        for (const QString& text : proposal.patterns)
            checkPattern(catalog, text, members);
    }

    static void checkPattern(const Catalog& catalog, const QString& text,
                             const std::set<TableId>& members)
    {
        const Result<NamePattern> pattern = NamePattern::fromString(text);
        QVERIFY2(pattern.has_value(), qPrintable(text));
        int matched = 0;
        for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
            const Table& table = catalog.table({i});
            const Schema& schema = catalog.schema(table.schema);
            if (table.system ||
                !pattern->matches(catalog.source(schema.source).name, schema.name, table.name))
                continue;
            ++matched;
            QVERIFY2(members.contains({i}), qPrintable(QString(text + table.name)));
        }
        QVERIFY2(matched > 0, qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestSuggest)

#include "tst_suggest.moc"
