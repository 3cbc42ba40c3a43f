// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What differs between two catalogs: one case per property, with what must not be said beside what
// must; whole objects; renames; other servers and other engines; what was not read.
#include "model/diff/difference.h"
#include "model/sql/source_reader.h"
#include "tests/support/random_catalog.h"
#include "tests/support/schema_text.h"
#include "tests/support/synthetic_catalog.h"

#include <QTest>

using namespace cadastre;
using test::SchemaText;

namespace {

const char* const shop = "customers\n"
                         "  id integer pk\n"
                         "  email text // where to write to\n"
                         "orders // every order\n"
                         "  id integer pk\n"
                         "  customer_id integer? > customers.id\n"
                         "  total numeric(10,2)\n"
                         "  note varchar(80)?\n"
                         "  index total\n"
                         "view order_list\n"
                         "  id integer?\n";

using Edit = std::function<void(CatalogObjects&)>;

template <typename T> T& named(std::vector<T>& objects, const char* name)
{
    const auto found = std::ranges::find(objects, QString::fromUtf8(name), &T::name);
    Q_ASSERT(found != objects.end());
    return *found;
}

TableId ordersOf(const CatalogObjects& objects)
{
    const auto found = std::ranges::find(objects.tables, QStringLiteral("orders"), &Table::name);
    return {static_cast<int>(found - objects.tables.begin())};
}

/// A shop with something of every kind.
CatalogObjects shopObjects()
{
    CatalogObjects objects = SchemaText::source(QString::fromUtf8(shop)).objects;
    named(objects.tables, "order_list").viewDefinition = QStringLiteral("SELECT id FROM orders");
    Routine routine;
    routine.name = QStringLiteral("total_of");
    routine.argumentTypes = routine.arguments = QStringLiteral("integer");
    routine.returns = QStringLiteral("numeric");
    routine.body = QStringLiteral("SELECT 1");
    objects.routines = {routine};
    UserType state;
    state.name = QStringLiteral("order_state");
    state.kind = TypeKind::Enum;
    state.labels = {QStringLiteral("open"), QStringLiteral("paid")};
    objects.types = {state};
    Role app;
    app.name = QStringLiteral("app");
    app.canLogin = true;
    Role reports;
    reports.name = QStringLiteral("reports");
    objects.roles = {app, reports};
    Grant grant;
    grant.object = ordersOf(objects);
    grant.grantee = RoleId{0};
    grant.privileges = Privilege::Select | Privilege::Insert;
    objects.grants = {grant};
    Trigger trigger;
    trigger.name = QStringLiteral("orders_audit");
    trigger.table = ordersOf(objects);
    trigger.events = QStringLiteral("INSERT");
    trigger.body = QStringLiteral("SELECT 1");
    objects.triggers = {trigger};
    OtherObject sequence;
    sequence.name = QStringLiteral("order_numbers");
    sequence.kind = CatalogKind::Sequences;
    sequence.kindName = QStringLiteral("sequence");
    sequence.schema = SchemaId{0};
    sequence.properties = {{QStringLiteral("Increment"), QStringLiteral("1")}};
    objects.others = {sequence};
    return objects;
}

Catalog catalogFrom(CatalogObjects objects)
{
    const SourceCatalog finished = finishSource(std::move(objects));
    return Catalog(finished.objects);
}

/// One line per change and per property, as a text.
QStringList linesOf(const CatalogDifference& difference)
{
    QStringList lines;
    for (const ObjectChange& change : difference.changes) {
        QString line = QString(changeSignText(change.sign) + QLatin1Char(' ') + change.kindName +
                               QLatin1Char(' ') + change.name);
        if (change.isRenamed())
            line += QString(QStringLiteral(" < ") + change.keyBefore.parts.last());
        if (!change.summary.isEmpty())
            line += QString(QStringLiteral(": ") + change.summary);
        lines << QString(line + QStringLiteral(" [") + changeSeverityName(change.severity) +
                         QLatin1Char(']'));
        if (change.sign != ChangeSign::Altered)
            continue;
        for (const PropertyChange& property : change.properties)
            lines << QStringLiteral("  %1: %2 -> %3 [%4]")
                         .arg(property.property, property.before, property.after,
                              changeSeverityName(property.severity));
    }
    return lines;
}

QStringList linesBetween(const Catalog& before, const Catalog& after,
                         const DifferenceOptions& options = {})
{
    return linesOf(difference(before, after, options));
}

QStringList linesBetween(const char* before, const char* after)
{
    return linesBetween(*test::catalogFromText(before), *test::catalogFromText(after));
}

struct EditCase
{
    const char* name;
    Edit edit;
    QStringList lines;
};

QStringList altered(const char* object, const char* severity, const char* property)
{
    return {QStringLiteral("~ %1 [%2]").arg(QLatin1String(object), QLatin1String(severity)),
            QStringLiteral("  %1 [%2]").arg(QString::fromUtf8(property), QLatin1String(severity))};
}

std::vector<EditCase> tableCases()
{
    return {
        {"row security", [](auto& o) { named(o.tables, "orders").rowSecurity = true; },
         altered("table orders", "breaking", "row security: no -> yes")},
        {"collation", [](auto& o) { named(o.tables, "orders").collation = QStringLiteral("C"); },
         altered("table orders", "notable", "collation:  -> C")},
        {"table comment",
         [](auto& o) { named(o.tables, "orders").comment.text = QStringLiteral("Orders"); },
         altered("table orders", "harmless", "comment: every order -> Orders")},
        {"owner", [](auto& o) { named(o.tables, "orders").owner = QStringLiteral("app"); },
         altered("table orders", "notable", "owner:  -> app")},
        {"property of an engine",
         [](auto& o) {
             named(o.tables, "orders").properties = {
                 {QStringLiteral("Persistence"), QStringLiteral("unlogged")}};
         },
         altered("table orders", "notable", "persistence:  -> unlogged")},
        {"a table becomes a view",
         [](auto& o) { named(o.tables, "orders").kind = TableKind::View; },
         altered("view orders", "breaking", "kind: table -> view")},
        {"view definition",
         [](auto& o) {
             named(o.tables, "order_list").viewDefinition = QStringLiteral("SELECT 2 AS id");
         },
         altered("view order_list", "notable",
                 "definition: SELECT id FROM orders -> SELECT 2 AS id")},
        {"spaces in a view",
         [](auto& o) {
             named(o.tables, "order_list").viewDefinition =
                 QStringLiteral("SELECT  id FROM orders");
         },
         altered("view order_list", "harmless",
                 "definition: SELECT id FROM orders -> SELECT  id FROM orders")},
        {"broken view",
         [](auto& o) { named(o.tables, "order_list").broken = QStringLiteral("no orders"); },
         altered("view order_list", "breaking", "broken:  -> no orders")},
    };
}

std::vector<EditCase> columnCases()
{
    return {
        {"wider number",
         [](auto& o) { named(o.columns, "total").type = QStringLiteral("numeric(12,2)"); },
         altered("column orders.total", "notable", "type: numeric(10,2) -> numeric(12,2)")},
        {"narrower text",
         [](auto& o) { named(o.columns, "note").type = QStringLiteral("varchar(40)"); },
         altered("column orders.note", "breaking", "type: varchar(80) -> varchar(40)")},
        {"another spelling",
         [](auto& o) { named(o.columns, "note").type = QStringLiteral("character varying(80)"); },
         altered("column orders.note", "harmless", "type: varchar(80) -> character varying(80)")},
        {"another kind of values",
         [](auto& o) { named(o.columns, "total").type = QStringLiteral("text"); },
         altered("column orders.total", "breaking", "type: numeric(10,2) -> text")},
        {"NOT NULL", [](auto& o) { named(o.columns, "note").nullable = false; },
         altered("column orders.note", "breaking", "nullable: yes -> no")},
        {"no NOT NULL any more", [](auto& o) { named(o.columns, "total").nullable = true; },
         altered("column orders.total", "notable", "nullable: no -> yes")},
        {"default",
         [](auto& o) { named(o.columns, "total").defaultExpression = QStringLiteral("0"); },
         altered("column orders.total", "notable", "default:  -> 0")},
        {"generated",
         [](auto& o) {
             named(o.columns, "total").generated = Generated::Stored;
             named(o.columns, "total").generationExpression = QStringLiteral("id * 2");
         },
         {QStringLiteral("~ column orders.total [breaking]"),
          QStringLiteral("  generated:  -> stored [breaking]"),
          QStringLiteral("  expression:  -> id * 2 [notable]")}},
        {"identity", [](auto& o) { named(o.columns, "total").columnIdentity = Identity::Always; },
         altered("column orders.total", "notable", "identity:  -> always")},
        {"hidden", [](auto& o) { named(o.columns, "total").hidden = true; },
         altered("column orders.total", "notable", "hidden: no -> yes")},
        {"column comment", [](auto& o) { named(o.columns, "email").comment.text.clear(); },
         altered("column customers.email", "harmless", "comment: where to write to -> ")},
    };
}

std::vector<EditCase> partCases()
{
    return {
        {"on delete",
         [](auto& o) {
             named(o.constraints, "orders_customer_id_fkey").onDelete = ReferentialAction::Cascade;
         },
         altered("foreign key orders.orders_customer_id_fkey", "notable",
                 "on delete: NO ACTION -> CASCADE")},
        {"not validated",
         [](auto& o) { named(o.constraints, "orders_customer_id_fkey").validated = false; },
         altered("foreign key orders.orders_customer_id_fkey", "notable", "validated: yes -> no")},
        {"index method",
         [](auto& o) { named(o.indexes, "orders_total_idx").method = QStringLiteral("brin"); },
         altered("index orders.orders_total_idx", "harmless", "method: btree -> brin")},
        {"unique index", [](auto& o) { named(o.indexes, "orders_total_idx").unique = true; },
         altered("index orders.orders_total_idx", "notable", "unique: no -> yes")},
        {"trigger events",
         [](auto& o) { named(o.triggers, "orders_audit").events = QStringLiteral("DELETE"); },
         altered("trigger orders.orders_audit", "notable", "events: INSERT -> DELETE")},
        {"trigger off", [](auto& o) { named(o.triggers, "orders_audit").enabled = false; },
         altered("trigger orders.orders_audit", "notable", "enabled: yes -> no")},
        {"body of a routine",
         [](auto& o) { named(o.routines, "total_of").body = QStringLiteral("SELECT 2"); },
         altered("function total_of(integer)", "notable", "body: SELECT 1 -> SELECT 2")},
        {"returns", [](auto& o) { named(o.routines, "total_of").returns = QStringLiteral("text"); },
         altered("function total_of(integer)", "breaking", "returns: numeric -> text")},
        {"another label",
         [](auto& o) { named(o.types, "order_state").labels.push_back(QStringLiteral("sent")); },
         altered("enum type order_state", "notable", "labels: open, paid -> open, paid, sent")},
        {"a label less", [](auto& o) { named(o.types, "order_state").labels.pop_back(); },
         altered("enum type order_state", "breaking", "labels: open, paid -> open")},
        {"sequence",
         [](auto& o) { named(o.others, "order_numbers").properties.front().value = u"2"_qs; },
         altered("sequence order_numbers", "notable", "increment: 1 -> 2")},
        {"role", [](auto& o) { named(o.roles, "app").canLogin = false; },
         altered("role app", "breaking", "can log in: yes -> no")},
        {"member of", [](auto& o) { named(o.roles, "app").memberOf = {RoleId{1}}; },
         altered("role app", "notable", "member of:  -> reports")},
        {"revoked", [](auto& o) { o.grants.front().privileges = Privilege::Select; },
         altered("table orders", "breaking", "rights of app: SELECT, INSERT -> SELECT")},
        {"granted",
         [](auto& o) {
             o.grants.front().privileges |= Privilege::Update;
             o.grants.front().grantable = Privilege::Select;
         },
         altered("table orders", "notable",
                 "rights of app: SELECT, INSERT -> SELECT, INSERT, UPDATE (may grant SELECT)")},
        {"granted to everybody",
         [](auto& o) {
             Grant grant = o.grants.front();
             grant.grantee.reset();
             grant.privileges = Privilege::Select;
             o.grants.push_back(grant);
         },
         altered("table orders", "notable", "rights of everybody:  -> SELECT")},
        {"encoding", [](auto& o) { o.sources.front().encoding = QStringLiteral("UTF8"); },
         altered("database shop", "notable", "encoding:  -> UTF8")},
    };
}

/// What is no change, or none that was asked for.
std::vector<EditCase> quietCases()
{
    return {
        {"estimates", [](auto& o) { named(o.tables, "orders").rowEstimate = 12; }, {}},
        {"server version", [](auto& o) { o.sources.front().serverVersion = u"16.1"_qs; }, {}},
        {"when it was read", [](auto& o) { o.sources.front().changedWhileReading = true; }, {}},
        {"other identities",
         [](auto& o) {
             named(o.tables, "orders").identity = ServerIdentity{1, 2, 3, 0};
         },
         {}},
        {"rights that an owner has anyway",
         [](auto& o) {
             Grant grant = o.grants.front();
             grant.ownerDefault = true;
             grant.privileges = Privilege::Truncate;
             o.grants.push_back(grant);
         },
         {}},
        {"who granted it", [](auto& o) { o.grants.front().grantor = u"dba"_qs; }, {}},
        {"indexes of the engine",
         [](auto& o) {
             Index index;
             index.name = QStringLiteral("customers_pkey");
             index.backsConstraint = index.primary = index.unique = true;
             o.indexes.push_back(index);
         },
         {}},
        {"objects of the engine",
         [](auto& o) {
             Table table;
             table.name = QStringLiteral("pg_secret");
             table.system = true;
             o.tables.push_back(table);
         },
         {}},
    };
}

CatalogObjects withReport(CatalogObjects objects, CatalogKind kind, ReadState state)
{
    objects.sources.front().kinds.push_back({kind, state, QStringLiteral("not permitted"), {}});
    return objects;
}

} // namespace

class TestDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void properties_data()
    {
        QTest::addColumn<int>("group");
        QTest::addColumn<int>("number");
        const std::vector<std::vector<EditCase>> groups{tableCases(), columnCases(), partCases(),
                                                        quietCases()};
        for (int group = 0; group < static_cast<int>(groups.size()); ++group) {
            for (int i = 0; i < static_cast<int>(groups[group].size()); ++i)
                QTest::newRow(groups[group][i].name) << group << i;
        }
    }

    void properties()
    {
        QFETCH(int, group);
        QFETCH(int, number);
        const EditCase one = group == 0   ? tableCases()[number]
                             : group == 1 ? columnCases()[number]
                             : group == 2 ? partCases()[number]
                                          : quietCases()[number];
        CatalogObjects objects = shopObjects();
        one.edit(objects);
        const Catalog before = catalogFrom(shopObjects());
        const Catalog after = catalogFrom(objects);
        QCOMPARE(linesBetween(before, after), one.lines);
        // seen from the other side the same objects and properties change
        const CatalogDifference there = difference(before, after);
        const CatalogDifference back = difference(after, before);
        QCOMPARE(back.changes.size(), there.changes.size());
        for (std::size_t i = 0; i < there.changes.size(); ++i) {
            QCOMPARE(back.changes[i].properties.size(), there.changes[i].properties.size());
            for (std::size_t j = 0; j < there.changes[i].properties.size(); ++j) {
                QCOMPARE(back.changes[i].properties[j].property,
                         there.changes[i].properties[j].property);
                QCOMPARE(back.changes[i].properties[j].before,
                         there.changes[i].properties[j].after);
                QCOMPARE(back.changes[i].properties[j].after,
                         there.changes[i].properties[j].before);
            }
        }
    }

    void wholeObjects()
    {
        const QStringList lines = linesBetween("a\n  id integer pk\n  x text\n"
                                               "b\n  id integer pk\n  a_id integer > a.id\n",
                                               "a\n  id integer pk\n  y integer\n  z text?\n"
                                               "c\n  n uuid\n");
        QCOMPARE(lines, (QStringList{
                            QStringLiteral("- column a.x: text NOT NULL [breaking]"),
                            QStringLiteral("+ column a.y: integer NOT NULL [breaking]"),
                            QStringLiteral("+ column a.z: text [harmless]"),
                            QStringLiteral("- table b: 2 columns, 2 constraints [breaking]"),
                            QStringLiteral("+ table c: 1 column [harmless]"),
                        }));
    }

    void whatStandsInSomethingIsNotListedTwice()
    {
        const auto before = test::catalogFromText("a\n  id integer pk\n");
        const auto after = test::catalogFromText("a\n  id integer pk\n"
                                                 "b\n  id integer pk\n  a_id integer > a.id\n"
                                                 "  index a_id\n");
        const CatalogDifference found = difference(*before, *after);
        QCOMPARE(found.changes.size(), std::size_t(1));
        QCOMPARE(found.changes.front().properties.size(), std::size_t(5));
        QCOMPARE(found.changes.front().properties.front().property, QStringLiteral("column id"));
        QCOMPARE(found.changes.front().properties.front().before, QString());
        QCOMPARE(found.changes.front().properties.front().after,
                 QStringLiteral("integer NOT NULL"));
        QCOMPARE(found.relationships,
                 (std::vector<RelationshipChange>{
                     {true, QStringLiteral("b (a_id)"), QStringLiteral("a (id)")}}));
    }

    void columnsInAnotherOrder()
    {
        QCOMPARE(linesBetween("a\n  x text\n  y integer\n  z uuid\n",
                              "a\n  z uuid\n  x text\n  y integer\n"),
                 (QStringList{QStringLiteral("~ table a [notable]"),
                              QStringLiteral("  column order: x, y, z -> z, x, y [notable]")}));
        // a column that came or went moves nothing
        QCOMPARE(linesBetween("a\n  x text\n  y integer\n  z uuid\n", "a\n  x text\n  z uuid\n"),
                 QStringList{QStringLiteral("- column a.y: integer NOT NULL [breaking]")});
        QCOMPARE(linesBetween("a\n  x text\n  z uuid\n", "a\n  x text\n  y integer?\n  z uuid\n"),
                 QStringList{QStringLiteral("+ column a.y: integer [notable]")});
    }

    void renamesAreProposed()
    {
        const char* before = "orders\n  id integer pk\n  a text\n  b text\n  c text\n"
                             "lines\n  order_id integer > orders.id\n";
        const char* after = "purchases\n  id integer pk\n  a text\n  b text\n  c text\n"
                            "lines\n  order_id integer > purchases.id\n";
        const auto old = test::catalogFromText(before);
        const auto now = test::catalogFromText(after);
        const CatalogDifference found = difference(*old, *now);
        // the key that follows its table is no change, nor is what stands in the table
        QCOMPARE(
            linesOf(found),
            (QStringList{QStringLiteral("~ table purchases < orders [breaking]"),
                         QStringLiteral(
                             "~ primary key purchases.purchases_pkey < orders_pkey [harmless]")}));
        QCOMPARE(found.changes.front().renameReason, std::optional(MatchReason::Proposal));
        // a person knows better
        DifferenceOptions options;
        options.notTheSame.insert(
            {old->keyOf(*old->resolve(u"orders")), now->keyOf(*now->resolve(u"purchases"))});
        const QStringList apart = linesBetween(*old, *now, options);
        QVERIFY2(
            apart.contains(QStringLiteral("- table orders: 4 columns, 1 constraint [breaking]")),
            qPrintable(apart.join(QLatin1Char('\n'))));
        QVERIFY(apart.contains(
            QStringLiteral("+ table purchases: 4 columns, 1 constraint [harmless]")));
    }

    void identitiesCountOnOneServerOnly()
    {
        CatalogObjects before =
            SchemaText::source(QStringLiteral("a\n  x text\nb\n  y integer\n")).objects;
        CatalogObjects after = before;
        named(before.tables, "a").identity = ServerIdentity{1, 2, 3, 0};
        named(before.tables, "b").identity = ServerIdentity{1, 2, 4, 0};
        named(after.tables, "a").identity = ServerIdentity{1, 2, 4, 0};
        named(after.tables, "b").identity = ServerIdentity{1, 2, 3, 0};
        before.sources.front().location = QStringLiteral("postgresql://me@one/shop");
        after.sources.front().location = QStringLiteral("postgresql://you@one/shop");
        QVERIFY(!difference(Catalog(before), Catalog(after)).isEmpty());
        after.sources.front().location = QStringLiteral("postgresql://you@two/shop");
        QVERIFY(difference(Catalog(before), Catalog(after)).isEmpty());
    }

    void databasesOfOtherNames()
    {
        CatalogObjects before = SchemaText::source(QString::fromUtf8(shop)).objects;
        CatalogObjects after =
            SchemaText::source(QString::fromUtf8(shop), QStringLiteral("staging")).objects;
        before.schemas.front().name = QStringLiteral("shop");
        before.sources.front().defaultSchema = QStringLiteral("shop");
        after.schemas.front().name = QStringLiteral("shop_staging");
        after.sources.front().defaultSchema = QStringLiteral("shop_staging");
        named(before.tables, "order_list").viewDefinition =
            QStringLiteral("select `shop`.`orders`.`id` from `shop`.`orders`");
        named(after.tables, "order_list").viewDefinition =
            QStringLiteral("select `shop_staging`.`orders`.`id` from `shop_staging`.`orders`");
        QCOMPARE(linesBetween(Catalog(before), Catalog(after)), QStringList());
        // by name where it was asked for
        for (const char* name : {"x", "y", "z"}) {
            Schema schema;
            schema.name = QString::fromLatin1(name);
            (*name == 'x' ? before : after).schemas.push_back(schema);
        }
        QCOMPARE(linesBetween(Catalog(before), Catalog(after)).size(), 3);
        DifferenceOptions options;
        options.schemas.insert(QStringLiteral("x"), QStringLiteral("y"));
        QCOMPARE(linesBetween(Catalog(before), Catalog(after), options),
                 QStringList{QStringLiteral("+ schema z [harmless]")});
    }

    void whatWasNotReadIsNotGone_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("not read") << static_cast<int>(ReadState::NotRead);
        QTest::newRow("partly read") << static_cast<int>(ReadState::PartlyRead);
        QTest::newRow("engine has none") << static_cast<int>(ReadState::EngineHasNone);
    }

    void whatWasNotReadIsNotGone()
    {
        QFETCH(int, state);
        CatalogObjects partly =
            withReport(shopObjects(), CatalogKind::Triggers, static_cast<ReadState>(state));
        partly.triggers.clear();
        const Catalog all = catalogFrom(shopObjects());
        const Catalog part = catalogFrom(partly);
        for (const CatalogDifference& found : {difference(all, part), difference(part, all)}) {
            QCOMPARE(linesOf(found), QStringList());
            QCOMPARE(found.notCompared.size(), std::size_t(1));
            QCOMPARE(found.notCompared.front().what, QStringLiteral("triggers"));
            QCOMPARE(found.notCompared.front().objects, 1);
        }
        // and read, it is gone
        partly.sources.front().kinds.front().state = ReadState::Read;
        QCOMPARE(linesBetween(all, catalogFrom(partly)),
                 QStringList{QStringLiteral("- trigger orders.orders_audit: INSERT [notable]")});
    }

    void commentsThatWereNotReadAreNotGone()
    {
        CatalogObjects partly =
            withReport(shopObjects(), CatalogKind::Comments, ReadState::NotRead);
        named(partly.tables, "orders").comment.text.clear();
        named(partly.columns, "email").comment.text.clear();
        const CatalogDifference found = difference(catalogFrom(shopObjects()), catalogFrom(partly));
        QCOMPARE(linesOf(found), QStringList());
        QCOMPARE(found.notCompared.size(), std::size_t(1));
    }

    void aChosenScopeLeavesOut()
    {
        CatalogObjects part = SchemaText::source(QStringLiteral("a\n  x text\n")).objects;
        part.sources.front().omissions = {{QStringLiteral("outside the chosen scope"), 1}};
        const auto all = test::catalogFromText("a\n  x text\nb\n  y text\n");
        const CatalogDifference found = difference(*all, Catalog(part));
        QCOMPARE(linesOf(found), QStringList());
        QCOMPARE(found.notCompared.size(), std::size_t(1));
        // of two readings with the same scope what is missing is gone
        CatalogObjects both = all->objects();
        both.sources.front().omissions = part.sources.front().omissions;
        QCOMPARE(linesBetween(Catalog(both), Catalog(part)),
                 QStringList{QStringLiteral("- table b: 1 column [breaking]")});
    }

    void areas()
    {
        CatalogObjects changed = shopObjects();
        named(changed.tables, "orders").comment.text = QStringLiteral("x");
        named(changed.tables, "orders").rowEstimate = 7;
        named(changed.columns, "total").type = QStringLiteral("text");
        const Catalog before = catalogFrom(shopObjects());
        const Catalog after = catalogFrom(changed);
        DifferenceOptions options;
        options.areas = DifferenceArea::Comments;
        QCOMPARE(linesBetween(before, after, options),
                 altered("table orders", "harmless", "comment: every order -> x"));
        options.areas = usualDifferenceAreas() & ~DifferenceAreas(DifferenceArea::Comments);
        QCOMPARE(linesBetween(before, after, options),
                 altered("column orders.total", "breaking", "type: numeric(10,2) -> text"));
        options.areas = DifferenceArea::Statistics;
        QCOMPARE(linesBetween(before, after, options),
                 altered("table orders", "harmless", "estimated rows:  -> 7"));
        QVERIFY(!differenceAreas(QStringLiteral("comments,colums")));
        QVERIFY(!differenceAreas(QString()));
        QCOMPARE(*differenceAreas(QStringLiteral(" Comments, grants")),
                 DifferenceArea::Comments | DifferenceArea::Grants);
    }

    void betweenEngines()
    {
        CatalogObjects here = SchemaText::source(QStringLiteral("orders\n"
                                                                "  id bigint pk\n"
                                                                "  paid boolean\n"
                                                                "  token uuid?\n"
                                                                "  total numeric(10,2)\n"
                                                                "  placed_at timestamp\n"
                                                                "  index total\n"))
                                  .objects;
        CatalogObjects there = SchemaText::source(QStringLiteral("orders\n"
                                                                 "  id INTEGER? pk\n"
                                                                 "  paid INTEGER\n"
                                                                 "  token TEXT?\n"
                                                                 "  total DECIMAL(10,2)\n"
                                                                 "  placed_at BLOB\n"
                                                                 "  index total\n"))
                                   .objects;
        there.sources.front().engine = Engine::Sqlite;
        there.sources.front().location = QStringLiteral("/tmp/shop.db");
        there.schemas.front().name = there.sources.front().defaultSchema = QStringLiteral("main");
        there.constraints.front().name.clear();
        there.indexes.front().name = QStringLiteral("by_total");
        named(here.columns, "placed_at").defaultExpression = QStringLiteral("now()");
        named(there.columns, "placed_at").defaultExpression = QStringLiteral("CURRENT_TIMESTAMP");
        named(here.columns, "paid").defaultExpression = QStringLiteral("false");
        named(there.columns, "paid").defaultExpression = QStringLiteral("0");
        Role role;
        role.name = QStringLiteral("app");
        here.roles = {role};
        const CatalogDifference found = difference(Catalog(here), Catalog(there));
        QCOMPARE(linesOf(found),
                 altered("column orders.placed_at", "breaking", "type: timestamp -> BLOB"));
        QVERIFY(std::ranges::any_of(found.notCompared, [](const NotCompared& one) {
            return one.what == QLatin1String("owners, roles and rights");
        }));
    }

    /// SQLite has one schema: a table is found whatever schema it is in elsewhere.
    void schemasBesideAnEngineWithout()
    {
        const auto here = test::catalogFromText("billing.invoices\n  id integer pk\n"
                                                "ordering.orders\n  id integer pk\n"
                                                "  invoice_id integer? > billing.invoices.id\n"
                                                "ordering.old\n  x text\n");
        CatalogObjects there =
            SchemaText::source(QStringLiteral("main.invoices\n  id integer pk\n"
                                              "main.orders\n  id integer pk\n"
                                              "  invoice_id integer? > main.invoices.id\n"))
                .objects;
        there.sources.front().engine = Engine::Sqlite;
        there.sources.front().defaultSchema = QStringLiteral("main");
        for (Constraint& constraint : there.constraints)
            constraint.name.clear();
        QCOMPARE(linesBetween(*here, Catalog(there)),
                 QStringList{QStringLiteral("- table ordering.old: 1 column [breaking]")});
        QCOMPARE(linesBetween(Catalog(there), *here),
                 QStringList{QStringLiteral("+ table ordering.old: 1 column [harmless]")});
    }

    void nothingDiffersFromItself()
    {
        for (quint32 seed = 1; seed <= 8; ++seed) {
            const SourceCatalog source = test::RandomCatalog(seed).make(12);
            const CatalogDifference found =
                difference(Catalog(source.objects), Catalog(source.objects));
            QCOMPARE(linesOf(found), QStringList());
            QVERIFY(found.relationships.empty());
        }
        const auto large = test::syntheticCatalog(500);
        QVERIFY(difference(*large, *large).isEmpty());
    }

    void swappedSidesMirror()
    {
        const auto before = test::syntheticCatalog({.tables = 120, .seed = 3});
        const auto after = test::syntheticCatalog({.tables = 160, .seed = 3});
        const DifferenceCounts there = difference(*before, *after).counts();
        const DifferenceCounts back = difference(*after, *before).counts();
        QVERIFY(there.all() > 0);
        QCOMPARE(there.added, back.removed);
        QCOMPARE(there.removed, back.added);
        QCOMPARE(there.altered, back.altered);
        QCOMPARE(countsText({3, 1, 12}), QStringLiteral("3 added, 1 removed, 12 altered"));
        QCOMPARE(countsText({}), QStringLiteral("nothing changed"));
    }
};

QTEST_GUILESS_MAIN(TestDifference)
#include "tst_difference.moc"
