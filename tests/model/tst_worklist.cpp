// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What to document next: which objects are on the list and why, which explain themselves, and what
// ranks above what.
#include "model/worklist/worklist.h"
#include "tests/support/worklist_fixture.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestWorklist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columns_data();
    void columns();
    void contradictionsComeFirst();
    void keptPromisesComeLast();
    void figuresOfATable();
    void whatIsDocumentedIsNotOnIt();
    void whatIsNoLongerTrueIs();
    void notReadIsNotUndocumented();
    void sameNameOtherMeaning();
    void polymorphicPairs();
    void undeclaredReferences();
    void viewsTellOtherNames();
    void copiesWeighLess();
};

namespace {

Constraint valuesCheck(const CatalogObjects& objects, const char* table, const char* column,
                       const char* list)
{
    Constraint check;
    check.kind = ConstraintKind::Check;
    check.name = QString(QLatin1String(table) + QLatin1Char('_') + QLatin1String(column));
    check.expression =
        QStringLiteral("%1 IN (%2)").arg(QLatin1String(column), QString::fromLatin1(list));
    for (std::size_t i = 0; i < objects.columns.size(); ++i) {
        const Column& one = objects.columns[i];
        if (one.name == QLatin1String(column) &&
            objects.tables[one.table.index].name == QLatin1String(table)) {
            check.table = one.table;
            check.columns = {ColumnId{static_cast<int>(i)}};
        }
    }
    return check;
}

CatalogObjects objectsOf(const char* text)
{
    return SchemaText::source(QString::fromUtf8(text)).objects;
}

} // namespace

void TestWorklist::columns_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* column, const char* reason) {
        QTest::newRow(column) << QString::fromUtf8(column) << QString::fromUtf8(reason);
    };
    row("flag1 smallint", "The name says nothing.");
    row("field_3 text", "The name says nothing.");
    row("status smallint", "A code in smallint: which values there are, and what they mean, is "
                           "written nowhere.");
    row("ReasonCode integer", "A code in integer: which values there are, and what they mean, is "
                              "written nowhere.");
    row("status varchar(10)", "A code in varchar(10): which values there are, and what they mean, "
                              "is written nowhere.");
    row("data text", "Anything may stand in this text: what does, and in which form, is written "
                     "nowhere.");
    row("payload jsonb", "JSON whose members are explained nowhere.");
    row("dateSince varchar(20)", "The name says a date, the type is varchar(20): its format is "
                                 "written nowhere.");
    row("SentOn varchar(10)", "The name says a date, the type is varchar(10): its format is "
                              "written nowhere.");
    row("touched_at bigint", "The name says a time, the type is bigint: since when and in which "
                             "unit it counts is written nowhere.");
    row("owner text", "Names somebody, but no key, comment or view says in which table.");
    row("creator integer", "Names somebody, but no key, comment or view says in which table.");
    row("assigned_to integer", "Names somebody, but no key, comment or view says in which table.");
    row("created_by uuid", "Names somebody, but no key, comment or view says in which table.");
    // these explain themselves
    for (const char* plain : {"quantity integer",
                              "title text",
                              "created_at timestamp",
                              "birth_date date",
                              "is_active boolean",
                              "note text",
                              "id_state integer",
                              "price_cents integer",
                              "description text",
                              "date_format varchar(20)",
                              "provider text",
                              "reserved integer",
                              "sort_order integer",
                              "x integer",
                              "tags text[]",
                              "hash bytea",
                              "first_name varchar(40)",
                              "statement text",
                              "begin_date_year smallint",
                              "ownership text",
                              "kindness integer",
                              "dataset varchar(20)"})
        row(plain, "");
}

void TestWorklist::columns()
{
    QFETCH(QString, column);
    QFETCH(QString, reason);
    const WorklistFixture fixture(
        QString(QStringLiteral("things // Things.\n  id integer pk\n  ") + column));
    const std::vector<WorklistEntry> entries = worklist(fixture.facts());
    QCOMPARE(entries.empty() ? QString() : entries.front().reason, reason);
    QCOMPARE(entries.size(), std::size_t(reason.isEmpty() ? 0 : 1));
}

namespace {

const char* const shop = "customers\n"
                         "  id integer pk\n"
                         "  flag1 smallint\n"
                         "tmp_orders\n"
                         "  id integer pk\n"
                         "  customer_id integer > customers.id\n"
                         "  parent_id integer? > tmp_orders.id\n"
                         "items\n"
                         "  id integer pk\n"
                         "  order_id integer > tmp_orders.id\n"
                         "notes\n"
                         "  id integer pk\n"
                         "  order_id integer > tmp_orders.id\n"
                         "tmp_import\n"
                         "  id integer pk\n"
                         "old_prices\n"
                         "  id integer pk\n"
                         "orders_bak_2019\n"
                         "  id integer pk\n"
                         "deprecated_rates\n"
                         "  id integer pk\n"
                         "data\n"
                         "  id integer pk\n";

} // namespace

void TestWorklist::contradictionsComeFirst()
{
    const WorklistFixture fixture{QString::fromLatin1(shop)};
    QCOMPARE(fixture.placeOf("tmp_orders"), 0);
    QCOMPARE(fixture.reasonOf("tmp_orders"),
             QStringLiteral("The name says temporary; 3 references."));
    QCOMPARE(fixture.entryOf("tmp_orders")->draft, QStringLiteral("@called orders"));
    QCOMPARE(fixture.placeOf("customers.flag1"), 1);
    QCOMPARE(fixture.placeOf("data"), 2);
    QVERIFY(fixture.placeOf("customers") < fixture.placeOf("items"));
}

void TestWorklist::keptPromisesComeLast()
{
    const WorklistFixture fixture{QString::fromLatin1(shop)};
    for (const char* kept : {"tmp_import", "old_prices", "orders_bak_2019", "deprecated_rates"})
        QVERIFY2(fixture.placeOf(kept) > fixture.placeOf("notes"), kept);
    QCOMPARE(fixture.reasonOf("old_prices"),
             QStringLiteral("The name says old, and little speaks against it."));
    // `orders` is there already: it cannot be what tmp_orders should be called
    const WorklistFixture taken{
        QString(QString::fromLatin1(shop) + QStringLiteral("orders\n  id integer pk\n"))};
    QCOMPARE(taken.entryOf("tmp_orders")->draft, QString());
}

void TestWorklist::figuresOfATable()
{
    CatalogObjects objects = objectsOf(shop);
    const auto at = std::ranges::find(objects.tables, QStringLiteral("tmp_orders"), &Table::name);
    at->rowEstimate = 2'100'000;
    at->owner = QStringLiteral("shop");
    const TableId id{static_cast<int>(at - objects.tables.begin())};
    for (const char* name : {"app", "shop", "reports"}) {
        Role role;
        role.name = QString::fromLatin1(name);
        objects.roles.push_back(role);
        Grant grant;
        grant.object = id;
        grant.grantee = RoleId{static_cast<int>(objects.roles.size()) - 1};
        grant.privileges =
            role.name == QLatin1String("reports") ? Privilege::Select : Privilege::Insert;
        objects.grants.push_back(grant);
        objects.grants.push_back(grant); // twice is one role
    }
    Table view;
    view.schema = at->schema;
    view.name = QStringLiteral("v");
    view.kind = TableKind::View;
    objects.tables.push_back(view);
    objects.dependencies.push_back(
        {TableId{static_cast<int>(objects.tables.size()) - 1}, id, DependencyKind::Reads});
    const WorklistFixture fixture(objects);
    QCOMPARE(fixture.reasonOf("tmp_orders"),
             QStringLiteral("The name says temporary; 3 references, 1 view, 2.1 M rows, 1 writing "
                            "role."));
}

void TestWorklist::whatIsDocumentedIsNotOnIt()
{
    WorklistFixture fixture{QString::fromLatin1(shop)};
    fixture.stage("tmp_orders", "Orders. The name is of 2014.\n@called orders");
    fixture.stage("customers.flag1", "VIP.");
    QCOMPARE(fixture.placeOf("tmp_orders"), -1);
    QCOMPARE(fixture.placeOf("customers.flag1"), -1);
    fixture.stage("customers.flag1", "  ");
    QVERIFY(fixture.placeOf("customers.flag1") >= 0);
}

void TestWorklist::whatIsNoLongerTrueIs()
{
    CatalogObjects objects = objectsOf("products // Products.\n"
                                       "  id integer pk\n"
                                       "  type smallint // @values 1=stock, 2=to order\n");
    objects.constraints.push_back(valuesCheck(objects, "products", "type", "1, 2, 7"));
    const WorklistFixture fixture(objects);
    const WorklistEntry* entry = fixture.entryOf("products.type");
    QVERIFY(entry != nullptr);
    QVERIFY(entry->problem.has_value());
    QCOMPARE(entry->reason,
             QStringLiteral("The CHECK allows 1, 2 and 7; `@values` does not explain 7."));
}

void TestWorklist::notReadIsNotUndocumented()
{
    CatalogObjects objects = objectsOf(shop);
    objects.sources.front().kinds = {
        {CatalogKind::Comments, ReadState::NotRead, QStringLiteral("No right."), {}}};
    QVERIFY(worklist(WorklistFixture(objects).facts()).empty());
}

void TestWorklist::sameNameOtherMeaning()
{
    CatalogObjects objects = objectsOf("a // A.\n  id integer pk\n  status smallint\n"
                                       "b // B.\n  id integer pk\n  status smallint\n"
                                       "c // C.\n  id integer pk\n  status smallint\n"
                                       "d // D.\n  id integer pk\n  mood smallint\n"
                                       "e // E.\n  id integer pk\n  open smallint\n");
    for (const auto& [table, list] : {std::pair("a", "1, 2"), {"b", "1, 2, 3"}, {"c", "2, 1"}})
        objects.constraints.push_back(valuesCheck(objects, table, "status", list));
    objects.constraints.push_back(valuesCheck(objects, "d", "mood", "1, 2, 3"));
    objects.constraints.push_back(valuesCheck(objects, "e", "open", "0, 1"));
    const WorklistFixture fixture(objects);
    QCOMPARE(fixture.reasonOf("a.status"),
             QStringLiteral("A number that allows 1 and 2, none of them explained; `status` has "
                            "other values in 1 other table."));
    QCOMPARE(fixture.entryOf("b.status")->draft, QStringLiteral("@values 1=, 2=, 3="));
    // small numbers with a list, whatever they are called; a switch explains itself
    QCOMPARE(fixture.reasonOf("d.mood"),
             QStringLiteral("A number that allows 1, 2 and 3, none of them explained."));
    QCOMPARE(fixture.placeOf("e.open"), -1);
}

void TestWorklist::polymorphicPairs()
{
    WorklistFixture fixture{QStringLiteral("orders // O.\n  id integer pk\n"
                                           "files // F.\n  id integer pk\n"
                                           "  owner_kind text // Which.\n"
                                           "  owner_id integer\n")};
    Relationship one;
    one.origin = RelationshipOrigin::Inferred;
    one.confidence = 0.9;
    one.child = {fixture.object("files").index};
    one.childColumns = {{fixture.object("files.owner_id").index}};
    one.typeColumn = ColumnId{fixture.object("files.owner_kind").index};
    one.targets = {{{fixture.object("orders").index},
                    {{fixture.object("orders.id").index}},
                    QStringLiteral("order")},
                   {{}, {}, QStringLiteral("voucher")}};
    fixture.relationships = {one};
    const WorklistEntry* entry = fixture.entryOf("files.owner_id");
    QVERIFY(entry != nullptr);
    QCOMPARE(entry->reason, QStringLiteral("`owner_kind` chooses which of 1 table it points at; "
                                           "for voucher there is no table."));
    QCOMPARE(entry->draft, QStringLiteral("@references orders(id) when owner_kind='order'"));
    fixture.relationships.front().confidence = 0.3;
    QCOMPARE(fixture.reasonOf("files.owner_id"),
             QStringLiteral("Names somebody, but no key, comment or view says in which table."));
}

void TestWorklist::undeclaredReferences()
{
    WorklistFixture fixture{QStringLiteral("agents // A.\n  id integer pk\n"
                                           "notes // N.\n  id integer pk\n"
                                           "  author_id integer\n")};
    QCOMPARE(fixture.reasonOf("notes.author_id"),
             QStringLiteral("Names somebody, but no key, comment or view says in which table."));
    Relationship one;
    one.origin = RelationshipOrigin::Inferred;
    one.confidence = 0.9;
    one.child = {fixture.object("notes").index};
    one.childColumns = {{fixture.object("notes.author_id").index}};
    one.targets = {
        {{fixture.object("agents").index}, {{fixture.object("agents.id").index}}, QString()}};
    fixture.relationships = {one};
    const WorklistEntry* entry = fixture.entryOf("notes.author_id");
    QVERIFY(entry != nullptr);
    QCOMPARE(entry->reason, QStringLiteral("Points at `agents.id`, which no foreign key says."));
    QCOMPARE(entry->draft, QStringLiteral("@references agents(id)"));
    fixture.relationships.front().origin = RelationshipOrigin::Declared;
    QCOMPARE(fixture.placeOf("notes.author_id"), -1);
}

void TestWorklist::viewsTellOtherNames()
{
    CatalogObjects objects = objectsOf("customers // C.\n  id integer pk\n  flag1 smallint\n"
                                       "view vips // V.\n  id integer\n  is_vip smallint\n");
    Table& view = *std::ranges::find(objects.tables, QStringLiteral("vips"), &Table::name);
    view.viewDefinition = QStringLiteral("SELECT c.id, c.flag1 AS is_vip FROM customers c");
    const auto flag = std::ranges::find(objects.columns, QStringLiteral("flag1"), &Column::name);
    const TableId viewId{static_cast<int>(&view - objects.tables.data())};
    objects.dependencies.push_back({viewId, flag->table, DependencyKind::Reads});
    objects.dependencies.push_back({viewId,
                                    ColumnId{static_cast<int>(flag - objects.columns.begin())},
                                    DependencyKind::Reads});
    const WorklistFixture fixture(objects);
    QCOMPARE(fixture.reasonOf("customers.flag1"),
             QStringLiteral("The name says nothing; `vips` calls it `is_vip`; 1 view reads it."));
}

void TestWorklist::copiesWeighLess()
{
    const WorklistFixture fixture{
        QStringLiteral("logs\n  id integer pk\n  level integer\n  a text\n"
                       "logs_2019\n  id integer pk\n  level integer\n"
                       "  a text\n")};
    QVERIFY(fixture.placeOf("logs.level") >= 0);
    QVERIFY(fixture.placeOf("logs.level") < fixture.placeOf("logs_2019.level"));
    QVERIFY(fixture.entryOf("logs")->weight > fixture.entryOf("logs_2019")->weight);
}

QTEST_GUILESS_MAIN(TestWorklist)
#include "tst_worklist.moc"
