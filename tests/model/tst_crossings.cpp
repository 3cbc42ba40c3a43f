// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What crosses from one boundary into another, each kind with what must not be found beside it.
#include "model/boundaries/crossings/crossings.h"

#include "tests/support/crossing_fixture.h"

#include <QTest>

using namespace cadastre;
using test::CrossingFixture;

class TestCrossings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foreignKeysAndCascades();
    void partitionsCopiesAreOneKey();
    void logicalReferences();
    void readsAndContracts();
    void aViewBehindAPrivateViewIsNotReadTwice();
    void writesCallsAndDisabledTriggers();
    void functionsOfTriggersCrossAtTheTrigger();
    void readingWhatIsChangedIsOneWrite();
    void rulesAndEventsHaveOwners();
    void typesOfOthers();
    void copies();
    void databasesOfOneServer();
    void otherSourcesAndForeignTables();
    void teamsAndModules();
    void whatBelongsToNobodyDoesNotCross();
    void hostileNamesAreQuoted();
};

namespace {

const char* const shop = "ordering.customers\n"
                         "  id integer pk\n"
                         "  tier text\n"
                         "  email text\n"
                         "ordering.orders\n"
                         "  id integer pk\n"
                         "  customer_id integer\n"
                         "  key customer_id > ordering.customers.id on delete cascade\n"
                         "view ordering.v_orders_v1\n"
                         "  id integer\n"
                         "view ordering.v_orders\n"
                         "  id integer\n"
                         "billing.invoices\n"
                         "  id integer pk\n"
                         "  order_id integer?\n"
                         "  customer_id integer\n"
                         "  key customer_id > ordering.customers.id on delete cascade\n"
                         "billing.lines\n"
                         "  id integer pk\n"
                         "  invoice_id integer > billing.invoices.id\n"
                         "  order_id integer > ordering.orders.id\n"
                         "view billing.v_revenue\n"
                         "  total integer\n"
                         "view billing.v_top\n"
                         "  total integer\n"
                         "loose\n"
                         "  id integer pk\n"
                         "  order_id integer > ordering.orders.id\n"
                         "view v_loose\n"
                         "  id integer\n";

QStringList members(const char* pattern)
{
    return {QString::fromLatin1(pattern)};
}

CrossingFixture shopFixture()
{
    CrossingFixture fixture(shop);
    fixture.owns("ordering", members("ordering.*")).owns("billing", members("billing.*"));
    return fixture;
}

SchemaId schemaNamed(const CatalogObjects& objects, const char* name)
{
    for (std::size_t i = 0; i < objects.schemas.size(); ++i) {
        if (objects.schemas[i].name == QLatin1String(name))
            return SchemaId{static_cast<int>(i)};
    }
    qFatal("no schema %s", name);
}

TableId tableNamed(const CatalogObjects& objects, const char* name)
{
    for (std::size_t i = 0; i < objects.tables.size(); ++i) {
        if (objects.tables[i].name == QLatin1String(name))
            return TableId{static_cast<int>(i)};
    }
    qFatal("no table %s", name);
}

void addTrigger(CrossingFixture& fixture, const char* table, const char* name, bool enabled = true)
{
    Trigger trigger;
    trigger.name = QString::fromLatin1(name);
    trigger.table = tableNamed(fixture.objects(), table);
    trigger.enabled = enabled;
    fixture.objects().triggers.push_back(trigger);
}

void addRoutine(CrossingFixture& fixture, const char* schema, const char* name,
                bool definer = false)
{
    Routine routine;
    routine.name = QString::fromLatin1(name);
    routine.schema = schemaNamed(fixture.objects(), schema);
    routine.securityDefiner = definer;
    fixture.objects().routines.push_back(routine);
}

OtherId addOther(CrossingFixture& fixture, CatalogKind kind, const char* kindName, const char* name)
{
    OtherObject other;
    other.name = QString::fromLatin1(name);
    other.kind = kind;
    other.kindName = QString::fromLatin1(kindName);
    fixture.objects().others.push_back(other);
    return OtherId{static_cast<int>(fixture.objects().others.size()) - 1};
}

/// The fixture's keys declare two crossings; what else is found.
QStringList besideKeys(CrossingFixture& fixture)
{
    QStringList texts;
    for (const QString& text : fixture.crossingTexts()) {
        if (!text.startsWith(QLatin1String("foreign-key")) &&
            !text.startsWith(QLatin1String("cascade")))
            texts << text;
    }
    return texts;
}

} // namespace

void TestCrossings::foreignKeysAndCascades()
{
    CrossingFixture fixture = shopFixture();
    const QStringList expected{
        QStringLiteral("foreign-key constraint:billing.invoices.invoices_customer_id_fkey -> "
                       "table:ordering.customers"),
        QStringLiteral("foreign-key constraint:billing.lines.lines_order_id_fkey -> "
                       "table:ordering.orders"),
        QStringLiteral("cascade constraint:billing.invoices.invoices_customer_id_fkey -> "
                       "table:ordering.customers"),
    };
    QCOMPARE(fixture.crossingTexts(), expected);
    const Crossing key = fixture.crossing(expected.first().toLatin1().constData());
    QCOMPARE(fixture.ownership().names[key.fromBoundary], QStringLiteral("billing"));
    QCOMPARE(fixture.ownership().names[key.intoBoundary], QStringLiteral("ordering"));
    QCOMPARE(key.columns, std::vector{fixture.columnId("ordering.customers.id")});
    QVERIFY(key.columnsKnown);
    QCOMPARE(fixture.relationships[*key.relationship].constraint->index, key.from.index);
    QCOMPARE(key.sentence,
             QStringLiteral("Foreign key billing.invoices.invoices_customer_id_fkey of billing "
                            "couples billing.invoices to ordering.customers of ordering."));
    const Crossing cascade = fixture.crossing(expected.last().toLatin1().constData());
    QCOMPARE(cascade.sentence,
             QStringLiteral("Who deletes or changes rows of ordering.customers of ordering also "
                            "changes rows of billing.invoices of billing (ON DELETE CASCADE of "
                            "billing.invoices.invoices_customer_id_fkey)."));
}

void TestCrossings::partitionsCopiesAreOneKey()
{
    CrossingFixture fixture("a.parents\n"
                            "  id integer pk\n"
                            "b.events\n"
                            "  parent_id integer > a.parents.id\n"
                            "partition b.events_1 of b.events\n"
                            "  parent_id integer > a.parents.id\n"
                            "partition b.events_2 of b.events\n"
                            "  parent_id integer > a.parents.id\n");
    fixture.owns("a", members("a.*")).owns("b", members("b.*"));
    QCOMPARE(fixture.crossingTexts(),
             QStringList{QStringLiteral(
                 "foreign-key constraint:b.events.events_parent_id_fkey -> table:a.parents")});
}

void TestCrossings::logicalReferences()
{
    using Origin = RelationshipOrigin;
    CrossingFixture fixture = shopFixture();
    fixture.relates(Origin::Inferred, 0.97, "billing.invoices.order_id", "ordering.orders.id");
    fixture.relates(Origin::Inferred, 0.8, "billing.invoices.order_id", "ordering.orders.id");
    fixture.relates(Origin::Inferred, 0.49, "billing.lines.id", "ordering.orders.id");
    fixture.relates(Origin::Rejected, 0, "billing.lines.invoice_id", "ordering.customers.id");
    fixture.relates(Origin::Added, 1, "billing.lines.invoice_id", "billing.invoices.id");
    fixture.relates(Origin::Confirmed, 1, "ordering.customers.tier", "billing.invoices.id");
    Relationship& polymorphic =
        fixture.relates(Origin::Added, 1, "ordering.orders.id", "billing.invoices.id");
    polymorphic.typeColumn = fixture.columnId("ordering.orders.customer_id");
    polymorphic.targets = {fixture.targetOf("billing.invoices.id", "invoice"),
                           fixture.targetOf("ordering.customers.id", "customer"),
                           fixture.targetOf("billing.lines.id", "line"),
                           fixture.targetOf("billing.lines.id", "row"),
                           RelationshipTarget{{}, {}, QStringLiteral("voucher")}};
    const QStringList expected{
        QStringLiteral("logical column:billing.invoices.order_id -> table:ordering.orders"),
        QStringLiteral("logical column:ordering.customers.tier -> table:billing.invoices"),
        QStringLiteral("logical column:ordering.orders.id -> table:billing.invoices"),
        QStringLiteral("logical column:ordering.orders.id -> table:billing.lines"),
    };
    QCOMPARE(besideKeys(fixture), expected);
    QCOMPARE(fixture.crossing(expected.first().toLatin1().constData()).sentence,
             QStringLiteral("billing.invoices.order_id of billing points at ordering.orders.id of "
                            "ordering (inferred, 97 %)."));
    QCOMPARE(fixture.crossing(expected.value(1).toLatin1().constData()).sentence,
             QStringLiteral("ordering.customers.tier of ordering points at billing.invoices.id of "
                            "billing (confirmed)."));
}

void TestCrossings::readsAndContracts()
{
    CrossingFixture fixture = shopFixture();
    fixture.publishes("ordering.v_orders_v1")
        .use("billing.v_revenue", UseKind::Reads, "ordering.customers", "tier,id")
        .use("billing.v_revenue", UseKind::Reads, "ordering.v_orders_v1")
        .use("billing.v_revenue", UseKind::Reads, "billing.invoices")
        .use("billing.v_top", UseKind::Reads, "billing.v_revenue")
        .use("ordering.v_orders_v1", UseKind::Reads, "ordering.orders");
    const QStringList expected{
        QStringLiteral("read view:billing.v_revenue -> table:ordering.customers"),
        QStringLiteral("contract-read view:billing.v_revenue -> view:ordering.v_orders_v1"),
    };
    QCOMPARE(besideKeys(fixture), expected);
    const Crossing read = fixture.crossing(expected.first().toLatin1().constData());
    QCOMPARE(read.columns, (std::vector{fixture.columnId("ordering.customers.id"),
                                        fixture.columnId("ordering.customers.tier")}));
    QCOMPARE(read.sentence, QStringLiteral("View billing.v_revenue of billing reads 2 columns of "
                                           "ordering.customers, private to ordering."));
    QCOMPARE(fixture.crossing(expected.last().toLatin1().constData()).sentence,
             QStringLiteral("View billing.v_revenue of billing reads ordering.v_orders_v1, a "
                            "contract of ordering."));

    fixture.publishes("ordering.customers", Exposure::Replica);
    QCOMPARE(fixture.crossing("contract-read view:billing.v_revenue -> table:ordering.customers")
                 .sentence,
             QStringLiteral("View billing.v_revenue of billing reads 2 columns of "
                            "ordering.customers, a replica of ordering."));
    fixture.boundaries.exposures.clear();
    QCOMPARE(besideKeys(fixture).last(),
             QStringLiteral("read view:billing.v_revenue -> view:ordering.v_orders_v1"));
    fixture.boundaries.entries[QStringLiteral("ordering")].kind = BoundaryKind::Shared;
    QCOMPARE(fixture.crossing("contract-read view:billing.v_revenue -> view:ordering.v_orders_v1")
                 .sentence,
             QStringLiteral("View billing.v_revenue of billing reads ordering.v_orders_v1 of "
                            "ordering, which is shared."));
}

void TestCrossings::aViewBehindAPrivateViewIsNotReadTwice()
{
    CrossingFixture fixture = shopFixture();
    fixture.use("billing.v_top", UseKind::Reads, "ordering.v_orders")
        .use("ordering.v_orders", UseKind::Reads, "ordering.orders")
        .use("ordering.v_orders", UseKind::Reads, "ordering.customers");
    QCOMPARE(besideKeys(fixture),
             QStringList{QStringLiteral("read view:billing.v_top -> view:ordering.v_orders")});
}

void TestCrossings::writesCallsAndDisabledTriggers()
{
    CrossingFixture fixture(shop);
    addTrigger(fixture, "orders", "trg_invoice");
    addTrigger(fixture, "orders", "trg_off", false);
    addRoutine(fixture, "ordering", "forget", true);
    addRoutine(fixture, "billing", "close_month");
    fixture.owns("ordering", members("ordering.*")).owns("billing", members("billing.*"));
    const Privileges insert = Privilege::Insert;
    fixture
        .use("trigger:ordering.orders.trg_invoice", UseKind::Writes, "billing.invoices", "id",
             insert)
        .use("trigger:ordering.orders.trg_invoice", UseKind::Writes, "ordering.customers")
        .use("trigger:ordering.orders.trg_off", UseKind::Writes, "billing.lines")
        .use("routine:ordering.forget()", UseKind::Writes, "billing.lines", "",
             Privilege::Update | Privilege::Delete)
        .use("routine:ordering.forget()", UseKind::Calls, "routine:billing.close_month()");
    const QStringList expected{
        QStringLiteral("write routine:ordering.forget() -> table:billing.lines"),
        QStringLiteral("write trigger:ordering.orders.trg_invoice -> table:billing.invoices"),
        QStringLiteral("write trigger:ordering.orders.trg_off -> table:billing.lines"),
        QStringLiteral("call routine:ordering.forget() -> routine:billing.close_month()"),
    };
    QCOMPARE(besideKeys(fixture), expected);
    const auto sentence = [&](int i) {
        return fixture.crossing(expected.value(i).toLatin1().constData()).sentence;
    };
    QCOMPARE(sentence(0), QStringLiteral("Function ordering.forget() of ordering writes "
                                         "billing.lines (UPDATE, DELETE) of billing, with the "
                                         "rights of its owner."));
    QCOMPARE(sentence(1), QStringLiteral("Trigger ordering.orders.trg_invoice of ordering writes "
                                         "billing.invoices (INSERT) of billing."));
    QCOMPARE(sentence(2), QStringLiteral("Trigger ordering.orders.trg_off of ordering writes "
                                         "billing.lines of billing; it is disabled at present."));
    QCOMPARE(sentence(3), QStringLiteral("Function ordering.forget() of ordering calls "
                                         "billing.close_month() of billing."));
    const Crossing write = fixture.crossing(expected.value(1).toLatin1().constData());
    QCOMPARE(write.privileges, insert);
    QCOMPARE(write.columns, std::vector{fixture.columnId("billing.invoices.id")});
    QVERIFY(!write.disabled);
    QVERIFY(fixture.crossing(expected.value(2).toLatin1().constData()).disabled);
}

void TestCrossings::functionsOfTriggersCrossAtTheTrigger()
{
    CrossingFixture fixture(shop);
    addRoutine(fixture, "ordering", "note");
    addRoutine(fixture, "ordering", "other");
    addTrigger(fixture, "orders", "trg");
    fixture.objects().triggers.back().routine = RoutineId{0};
    fixture.owns("ordering", members("ordering.*")).owns("billing", members("billing.*"));
    for (const char* user :
         {"trigger:ordering.orders.trg", "routine:ordering.note()", "routine:ordering.other()"})
        fixture.use(user, UseKind::Writes, "billing.lines", "", Privilege::Insert);
    const QStringList expected{
        QStringLiteral("write trigger:ordering.orders.trg -> table:billing.lines"),
        QStringLiteral("write routine:ordering.other() -> table:billing.lines"),
    };
    QCOMPARE(besideKeys(fixture), expected);
}

void TestCrossings::readingWhatIsChangedIsOneWrite()
{
    CrossingFixture fixture(shop);
    addTrigger(fixture, "orders", "trg");
    fixture.owns("ordering", members("ordering.*")).owns("billing", members("billing.*"));
    const char* const trigger = "trigger:ordering.orders.trg";
    fixture.use(trigger, UseKind::Reads, "billing.lines", "id")
        .use(trigger, UseKind::Writes, "billing.lines", "order_id", Privilege::Update)
        .use(trigger, UseKind::Reads, "billing.invoices", "id")
        .use(trigger, UseKind::Writes, "billing.invoices", "id", Privilege::Insert);
    const QStringList expected{
        QStringLiteral("read trigger:ordering.orders.trg -> table:billing.invoices"),
        QStringLiteral("write trigger:ordering.orders.trg -> table:billing.invoices"),
        QStringLiteral("write trigger:ordering.orders.trg -> table:billing.lines"),
    };
    QCOMPARE(besideKeys(fixture), expected);
}

void TestCrossings::rulesAndEventsHaveOwners()
{
    CrossingFixture fixture(shop);
    const OtherId rule = addOther(fixture, CatalogKind::Rules, "rule", "keep");
    fixture.objects().others[rule.index].about = tableNamed(fixture.objects(), "orders");
    const OtherId event = addOther(fixture, CatalogKind::Events, "event", "ev_close");
    fixture.objects().others[event.index].schema = schemaNamed(fixture.objects(), "billing");
    fixture.owns("ordering", members("ordering.*")).owns("billing", members("billing.*"));
    fixture.use("rule:ordering.orders.keep", UseKind::Reads, "billing.invoices")
        .use("event:billing.ev_close", UseKind::Writes, "ordering.orders")
        .use("event:billing.ev_close", UseKind::Reads, "billing.invoices");
    const QStringList expected{
        QStringLiteral("read rule:ordering.orders.keep -> table:billing.invoices"),
        QStringLiteral("write event:billing.ev_close -> table:ordering.orders"),
    };
    QCOMPARE(besideKeys(fixture), expected);
    QCOMPARE(fixture.crossing(expected.last().toLatin1().constData()).sentence,
             QStringLiteral("Event billing.ev_close of billing writes ordering.orders of "
                            "ordering."));
}

void TestCrossings::typesOfOthers()
{
    CrossingFixture fixture(shop);
    UserType type;
    type.name = QStringLiteral("tier");
    type.schema = schemaNamed(fixture.objects(), "ordering");
    fixture.objects().types.push_back(type);
    for (Column& column : fixture.objects().columns) {
        const Table& table = fixture.objects().tables[column.table.index];
        if (column.name == QLatin1String("tier") || column.name == QLatin1String("total") ||
            (table.name == QLatin1String("lines") && column.name == QLatin1String("id")))
            column.userType = TypeId{0};
    }
    fixture.owns("ordering", members("ordering.*")).owns("billing", members("billing.*"));
    fixture.use("billing.v_top", UseKind::Reads, "type:ordering.tier");
    const QStringList expected{
        QStringLiteral("type column:billing.lines.id -> type:ordering.tier"),
        QStringLiteral("type view:billing.v_top -> type:ordering.tier"),
    };
    QCOMPARE(besideKeys(fixture), expected);
    QCOMPARE(fixture.crossing(expected.first().toLatin1().constData()).sentence,
             QStringLiteral("Column billing.lines.id of billing has the type ordering.tier of "
                            "ordering."));
    QCOMPARE(fixture.crossing(expected.last().toLatin1().constData()).sentence,
             QStringLiteral("View billing.v_top of billing uses the type ordering.tier of "
                            "ordering."));
}

void TestCrossings::copies()
{
    CrossingFixture fixture(shop);
    const OtherId single = addOther(fixture, CatalogKind::Publications, "publication", "bill_out");
    const OtherId whole = addOther(fixture, CatalogKind::Publications, "publication", "bill_all");
    const OtherId loose = addOther(fixture, CatalogKind::Publications, "publication", "nobodys");
    CatalogObjects& objects = fixture.objects();
    objects.dependencies.push_back(
        {single, tableNamed(objects, "customers"), DependencyKind::Other});
    objects.dependencies.push_back({single, tableNamed(objects, "lines"), DependencyKind::Other});
    objects.dependencies.push_back({loose, tableNamed(objects, "lines"), DependencyKind::Other});
    objects.others[whole.index].properties.push_back(
        {QStringLiteral("Publishes"), QStringLiteral("all tables of ordering")});
    fixture.owns("ordering", members("ordering.*"))
        .owns("billing", {QStringLiteral("billing.*"), QStringLiteral("shop/publication:bill_all"),
                          QStringLiteral("shop/publication:bill_out")});
    const QStringList expected{
        QStringLiteral("copy publication:bill_all -> table:ordering.customers"),
        QStringLiteral("copy publication:bill_all -> table:ordering.orders"),
        QStringLiteral("copy publication:bill_out -> table:ordering.customers"),
    };
    QCOMPARE(besideKeys(fixture), expected);
    QCOMPARE(fixture.crossing(expected.last().toLatin1().constData()).sentence,
             QStringLiteral("Publication bill_out of billing sends changes of ordering.customers "
                            "of ordering to whoever subscribes."));
}

void TestCrossings::databasesOfOneServer()
{
    CrossingFixture fixture = shopFixture();
    fixture.objects().sources.front().engine = Engine::MariaDb;
    fixture.publishes("ordering.v_orders_v1")
        .use("billing.v_top", UseKind::Reads, "ordering.v_orders_v1");
    const Crossing crossing =
        fixture.crossing("contract-read view:billing.v_top -> view:ordering.v_orders_v1");
    QVERIFY(!crossing.sameDatabase);
    QVERIFY(crossing.sameServer);
    QCOMPARE(crossing.sentence,
             QStringLiteral("View billing.v_top of billing reads ordering.v_orders_v1, a contract "
                            "of ordering, from database billing into ordering of one server."));
}

void TestCrossings::otherSourcesAndForeignTables()
{
    SourceCatalog local = test::SchemaText::source(
        QStringLiteral("orders\n  id integer pk\nfar\n  id integer\nview v\n  id integer\n"));
    for (Table& table : local.objects.tables) {
        if (table.name == QLatin1String("far"))
            table.kind = TableKind::ForeignTable;
    }
    const SourceCatalog remote = test::SchemaText::source(
        QStringLiteral("orders\n  id integer pk\n"), QStringLiteral("wms"));
    const Catalog catalog = mergeSources({std::make_shared<const SourceCatalog>(local),
                                          std::make_shared<const SourceCatalog>(remote)});
    Boundaries boundaries;
    boundaries.entries[QStringLiteral("shop")].members = {QStringLiteral("shop/public.orders"),
                                                          QStringLiteral("shop/public.v")};
    boundaries.entries[QStringLiteral("wms")].members = {QStringLiteral("shop/public.far"),
                                                         QStringLiteral("wms/public.orders")};
    const auto find = [&](const char* text) {
        return *catalog.find(*ObjectKey::fromString(QString::fromLatin1(text)));
    };
    Relationship relationship;
    relationship.origin = RelationshipOrigin::Added;
    relationship.childColumns = {ColumnId{find("shop/column:public.orders.id").index}};
    relationship.child = TableId{find("shop/table:public.orders").index};
    relationship.targets = {{TableId{find("wms/table:public.orders").index},
                             {ColumnId{find("wms/column:public.orders.id").index}},
                             {}}};
    UseReading uses;
    ObjectUse use;
    use.user = find("shop/view:public.v");
    use.used = find("shop/foreign:public.far");
    uses.uses = {use};
    const std::vector<Relationship> relationships{relationship};
    const Ownership ownership = ownershipOf(catalog, boundaries);
    const auto crossings = findCrossings({catalog, relationships, uses, boundaries, ownership});
    QStringList texts;
    for (const Crossing& crossing : crossings) {
        texts << crossingKeyText(crossingKeyOf(catalog, crossing));
        QVERIFY(!crossing.sameDatabase);
        QVERIFY(!crossing.sameServer);
    }
    const QStringList expected{
        QStringLiteral("logical shop/column:public.orders.id -> wms/table:public.orders"),
        QStringLiteral("read shop/view:public.v -> shop/foreign:public.far"),
    };
    QCOMPARE(texts, expected);
    QCOMPARE(crossings.back().sentence,
             QStringLiteral("View shop/v of shop reads shop/far, private to wms, which is in "
                            "another database."));
}

void TestCrossings::teamsAndModules()
{
    CrossingFixture fixture = shopFixture();
    const char* const key =
        "foreign-key constraint:billing.lines.lines_order_id_fkey -> table:ordering.orders";
    QVERIFY(!fixture.crossing(key).sameTeam);
    fixture.owns("ordering", members("ordering.*"), "Shop team")
        .owns("billing", members("billing.*"), "Shop team");
    QVERIFY(fixture.crossing(key).sameTeam);
    fixture.owns("ordering", members("ordering.*")).owns("billing", members("billing.*"));
    QVERIFY(!fixture.crossing(key).sameTeam); // two without an owner are no team
    fixture.boundaries.entries[QStringLiteral("billing")].parent = QStringLiteral("ordering");
    QVERIFY(fixture.crossing(key).sameTeam);
}

void TestCrossings::whatBelongsToNobodyDoesNotCross()
{
    CrossingFixture fixture = shopFixture();
    fixture.use("public.v_loose", UseKind::Reads, "ordering.orders")
        .use("billing.v_top", UseKind::Reads, "public.loose");
    fixture.relates(RelationshipOrigin::Added, 1, "public.loose.id", "billing.invoices.id");
    QCOMPARE(besideKeys(fixture), QStringList());
    QCOMPARE(fixture.crossingTexts().size(), 3);
    fixture.boundaries = {};
    QCOMPARE(fixture.crossingTexts(), QStringList());
}

void TestCrossings::hostileNamesAreQuoted()
{
    CrossingFixture fixture("a.t\n  id integer pk\nb.child\n  t_id integer > a.t.id\n");
    for (Table& table : fixture.objects().tables) {
        if (table.name == QLatin1String("t"))
            table.name = QStringLiteral("x\"; <b>\n");
    }
    fixture.owns("a", members("a.*")).owns("b -> c", members("b.*"));
    const auto crossings = findCrossings(fixture.facts());
    QCOMPARE(crossings.size(), 1U);
    const CrossingKey key = crossingKeyOf(fixture.catalog(), crossings.front());
    const auto again = crossingKeyFromText(crossingKeyText(key));
    QVERIFY(again.has_value());
    QCOMPARE(*again, key);
    QVERIFY(!crossings.front().sentence.contains(QLatin1Char('\n')));
}

QTEST_GUILESS_MAIN(TestCrossings)
#include "tst_crossings.moc"
