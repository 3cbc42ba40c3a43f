// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Descriptions: everything the catalog knows of an object is said, linked in both directions.
#include "model/describe/describe.h"
#include "model/describe/trigger_effects.h"
#include "tests/support/random_catalog.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

SourceCatalog shop()
{
    SourceCatalog source = test::SchemaText::source(QStringLiteral(R"(
customers // Who buys
  id integer pk
orders
  id integer pk
  customer_id integer?
  updated_at timestamp
  total integer
  key customer_id > customers.id on delete cascade
  index customer_id
partition orders_2019 of orders
  id integer
)"));
    CatalogObjects& o = source.objects;
    const Catalog names(o);
    const TableId orders{names.find(*ObjectKey::fromString(u"shop/table:public.orders"))->index};
    Trigger trigger;
    trigger.name = QStringLiteral("touch");
    trigger.table = orders;
    trigger.timing = TriggerTiming::Before;
    trigger.events = QStringLiteral("UPDATE");
    trigger.body = QStringLiteral("BEGIN NEW.updated_at := now(); IF NEW.total = 1 THEN END IF;");
    o.triggers.push_back(trigger);
    Constraint check;
    check.name = QStringLiteral("positive");
    check.kind = ConstraintKind::Check;
    check.table = orders;
    check.expression = QStringLiteral("total > 0");
    o.constraints.push_back(check);
    Role role;
    role.name = QStringLiteral("seller");
    o.roles.push_back(role);
    Grant grant;
    grant.object = orders;
    grant.grantee = RoleId{0};
    grant.privileges = Privilege::Select | Privilege::Insert;
    o.grants.push_back(grant);
    Table view;
    view.name = QStringLiteral("v_orders");
    view.kind = TableKind::View;
    view.schema = {0};
    view.broken = QStringLiteral("table gone is missing");
    o.tables.push_back(view);
    o.dependencies.push_back({TableId{static_cast<int>(o.tables.size()) - 1}, orders});
    o.sources.front().kinds = {
        {CatalogKind::Tables, ReadState::Read, {}, {}},
        {CatalogKind::Grants, ReadState::PartlyRead, QStringLiteral("own only"), {}}};
    return finishSource(std::move(o));
}

ColumnId columnNamed(const Catalog& catalog, const char* name)
{
    return ColumnId{catalog.resolve(QString::fromUtf8(name))->index};
}

Relationship guess(const Catalog& catalog, const char* child, const char* parent, double confidence)
{
    const ColumnId from = columnNamed(catalog, child);
    const ColumnId to = columnNamed(catalog, parent);
    Relationship relationship;
    relationship.origin = RelationshipOrigin::Inferred;
    relationship.confidence = confidence;
    relationship.child = catalog.column(from).table;
    relationship.childColumns = {from};
    relationship.targets = {{catalog.column(to).table, {to}, {}}};
    return relationship;
}

/// "Section | label | value | link" per row.
QStringList asText(const Catalog& catalog, const ObjectDescription& description)
{
    QStringList lines;
    for (const FactSection& section : description.sections) {
        for (const FactRow& row : section.rows)
            lines << QStringList{section.title, row.label, row.value,
                                 row.link ? catalog.keyOf(*row.link).toString() : QString()}
                         .join(QStringLiteral(" | "));
    }
    return lines;
}

} // namespace

class tst_Describe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describes_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("line");
        const auto row = [](const char* object, const char* line) {
            QTest::addRow("%s: %s", object, line)
                << QString::fromUtf8(object) << QString::fromUtf8(line);
        };
        row("customers", "Comment |  | Who buys | ");
        row("customers", "Pointed at by | id | orders (customer_id), any number, a delete deletes "
                         "these rows too (CASCADE) | shop/table:public.orders");
        row("orders", "Points at | customer_id | customers (id), none or one, on delete cascade | "
                      "shop/table:public.customers");
        row("orders", "Columns | id | integer, not null, primary key | "
                      "shop/column:public.orders.id");
        row("orders", "What acts on this | Trigger touch | before UPDATE, sets updated_at | "
                      "shop/trigger:public.orders.touch");
        row("orders", "What acts on this | Check | check (total > 0) | "
                      "shop/constraint:public.orders.positive");
        row("orders", "What acts on this | Cascade | rows are deleted too when a row of customers "
                      "is deleted | shop/table:public.customers");
        row("orders", "What acts on this | May write | seller (INSERT) | shop/role:seller");
        row("orders", "Indexes | orders_customer_id_idx | (customer_id), btree | "
                      "shop/index:public.orders.orders_customer_id_idx");
        row("orders", "Partitions |  | orders_2019 | shop/table:public.orders_2019");
        row("orders", "Used by | read by | v_orders | shop/view:public.v_orders");
        row("orders", "Grants | seller | SELECT, INSERT | shop/role:seller");
        row("v_orders", "Uses | reads | orders | shop/table:public.orders");
        row("v_orders", "Problems | Broken | table gone is missing | ");
        row("orders_2019", "Facts | Partition of | orders | shop/table:public.orders");
        row("orders.customer_id", "Facts | Null | allowed | ");
        row("orders.customer_id", "Points at | customer_id | customers (id), none or one, on "
                                  "delete cascade | shop/table:public.customers");
        row("orders.updated_at", "What acts on this | Trigger touch | before UPDATE, sets "
                                 "updated_at | shop/trigger:public.orders.touch");
        row("shop/role:seller", "Grants | orders | SELECT, INSERT | shop/table:public.orders");
        row("shop/trigger:public.orders.touch",
            "Facts | Sets | updated_at | shop/column:public.orders.updated_at");
        row("shop/source:", "What was read | Grants | read in part: own only | ");
    }

    void describes()
    {
        QFETCH(QString, object);
        QFETCH(QString, line);
        const Catalog catalog(shop().objects);
        const ObjectRef ref = object.contains(QLatin1Char('/'))
                                  ? *catalog.find(*ObjectKey::fromString(object))
                                  : *catalog.resolve(object);
        const auto lines =
            asText(catalog, describeObject(catalog, declaredRelationships(catalog), ref));
        QVERIFY2(lines.contains(line), qPrintable(lines.join(QLatin1Char('\n'))));
    }

    void saysNothingThatIsNotSo()
    {
        const Catalog catalog(shop().objects);
        const auto relationships = declaredRelationships(catalog);
        const auto total =
            describeObject(catalog, relationships, *catalog.resolve(u"orders.total"));
        const QString text = asText(catalog, total).join(QLatin1Char('\n'));
        QVERIFY(!text.contains(QStringLiteral("touch")));
        QVERIFY(!text.contains(QStringLiteral("Points at")));
        QVERIFY(text.contains(QStringLiteral("total > 0")));
        const auto customers =
            describeObject(catalog, relationships, *catalog.resolve(u"customers"));
        for (const FactSection& section : customers.sections) {
            QVERIFY(section.title != QStringLiteral("Problems"));
            QVERIFY(!section.rows.empty());
        }
    }

    void saysWhatADeleteDoes()
    {
        SourceCatalog source = test::SchemaText::source(QStringLiteral(R"(
customers
  id integer pk
invoices
  id integer pk
  customer_id integer
  key customer_id > customers.id
notes
  id integer pk
  customer_id integer?
  key customer_id > customers.id
labels
  id integer pk
  customer_id integer
  key customer_id > customers.id
orders
  id integer pk
  customer_id integer
  key customer_id > customers.id on delete cascade
)"));
        CatalogObjects& o = source.objects;
        const ObjectRef customers = *Catalog(o).resolve(u"customers");
        const auto addTrigger = [&](const char* name, const char* events) {
            Trigger trigger;
            trigger.name = QString::fromLatin1(name);
            trigger.events = QString::fromLatin1(events);
            trigger.table = {customers.index};
            o.triggers.push_back(trigger);
        };
        for (Constraint& key : o.constraints) {
            const QString& child = o.tables[key.table.index].name;
            if (key.kind == ConstraintKind::ForeignKey &&
                (child == QStringLiteral("notes") || child == QStringLiteral("labels")))
                key.onDelete = ReferentialAction::SetNull;
        }
        addTrigger("archive", "INSERT OR DELETE");
        addTrigger("count", "UPDATE OF deleted");
        const Catalog catalog(finishSource(std::move(o)).objects);
        const auto description =
            describeObject(catalog, declaredRelationships(catalog), *catalog.resolve(u"customers"));
        QStringList deletes;
        QStringList pointers;
        for (const FactSection& section : description.sections) {
            for (const FactRow& row : section.rows) {
                if (section.title == QStringLiteral("When a row is deleted"))
                    deletes << row.label + QStringLiteral(": ") + row.value;
                if (section.title == QStringLiteral("Pointed at by"))
                    pointers << row.value;
            }
        }
        QStringList titles;
        for (const FactSection& section : description.sections)
            titles << section.title;
        QCOMPARE(titles.indexOf(QStringLiteral("When a row is deleted")),
                 titles.indexOf(QStringLiteral("Pointed at by")) + 1);
        QCOMPARE(deletes,
                 (QStringList{
                     QStringLiteral("Refused by: invoices (customer_id), NO ACTION"),
                     QStringLiteral("Refused by: labels (customer_id), SET NULL, but null is not "
                                    "allowed there"),
                     QStringLiteral("Deleted too: orders (customer_id), CASCADE"),
                     QStringLiteral("Set to null: notes (customer_id), SET NULL"),
                     QStringLiteral("Trigger archive: after INSERT OR DELETE"),
                     QStringLiteral("Left behind: none known: no reference without a foreign key "
                                    "was found")}));
        QCOMPARE(pointers.size(), 4);
        QCOMPARE(pointers.first(),
                 QStringLiteral("invoices (customer_id), any number, a delete is refused while "
                                "rows point here (NO ACTION)"));
        const auto invoices =
            asText(catalog, describeObject(catalog, declaredRelationships(catalog),
                                           *catalog.resolve(u"invoices")));
        QVERIFY(!invoices.join(QLatin1Char('\n')).contains(QStringLiteral("Refused by")));
    }

    void followsDeletesAndSaysWhatStays()
    {
        const auto catalog = test::catalogFromText(R"(
customers
  id integer pk
orders
  id integer pk
  customer_id integer
  key customer_id > customers.id on delete cascade
lines
  id integer pk
  order_id integer
  key order_id > orders.id on delete cascade
invoices
  id integer pk
  order_id integer
  key order_id > orders.id
visits
  customer_id integer
comments
  subject_id integer
  subject_type text
)");
        std::vector<Relationship> relationships = declaredRelationships(*catalog);
        relationships.push_back(guess(*catalog, "visits.customer_id", "customers.id", 0.84));
        relationships.push_back(guess(*catalog, "comments.subject_id", "customers.id", 0.9));
        relationships.back().typeColumn = columnNamed(*catalog, "comments.subject_type");
        relationships.back().targets.front().typeValue = QStringLiteral("Customer");
        DescribeOptions options;
        options.verifications = [](const Relationship& relationship) {
            Verification checked;
            checked.targets.resize(1);
            TargetVerification& target = checked.targets.front();
            target.typeValue = relationship.targets.front().typeValue;
            target.rows = relationship.typeColumn ? 10'000 : 500;
            target.found = relationship.typeColumn ? 9'868 : 500;
            return std::optional(checked);
        };
        const QStringList lines =
            asText(*catalog, describeObject(*catalog, relationships,
                                            *catalog->resolve(u"customers"), options));
        const QStringList expected{
            QStringLiteral("Deleted too | orders (customer_id), CASCADE"),
            QStringLiteral("Refused further down | invoices (order_id) keeps rows of orders"),
            QStringLiteral("Deleted further down | lines (order_id) with rows of orders"),
            QStringLiteral("Deleted in all | rows of 2 tables, in 2 steps"),
            QStringLiteral("Left behind | rows of 2 references without a foreign key stay and "
                           "point at nothing"),
            QStringLiteral(" | comments (subject_id) when subject_type is Customer, inferred (90 "
                           "%); 132 of 10,000 sampled rows already point at nothing"),
            QStringLiteral(" | visits (customer_id), inferred (84 %); none of 500 sampled rows "
                           "points at nothing yet"),
        };
        QStringList deletes;
        for (const QString& line : lines) {
            if (line.startsWith(QStringLiteral("When a row is deleted | ")))
                deletes << line.section(QStringLiteral(" | "), 1, 2);
        }
        QCOMPARE(deletes, expected);
    }

    void tellsWhyAColumnPointsSomewhere()
    {
        const auto catalog = test::catalogFromText(R"(
users
  id bigint pk
accounts
  id bigint pk
orders
  id bigint pk
  user_id bigint
  note text
)");
        Relationship relationship = guess(*catalog, "orders.user_id", "users.id", 0.84);
        relationship.evidence = {{QStringLiteral("name"), 2, QStringLiteral("the name says so")},
                                 {QStringLiteral("data"), -1, QStringLiteral("12 orphans")}};
        relationship.alternatives = {{{TableId{catalog->resolve(u"accounts")->index},
                                       {columnNamed(*catalog, "accounts.id")},
                                       {}},
                                      0.11,
                                      {{QStringLiteral("name"), 1, QStringLiteral("so called")}}}};
        Relationship rejected = guess(*catalog, "orders.user_id", "accounts.id", 0);
        rejected.origin = RelationshipOrigin::Rejected;
        rejected.reason = QStringLiteral("an old number");
        const std::vector<Relationship> relationships{relationship, rejected};
        const auto description =
            describeObject(*catalog, relationships, *catalog->resolve(u"orders.user_id"));
        const QStringList lines = asText(*catalog, description);
        for (const char* line :
             {"Points at | user_id | users (id), exactly one, inferred (84 %) | "
              "shop/table:public.users",
              "Why | For | the name says so | ", "Why | Against | 12 orphans | ",
              "Could also point at | 11 % | accounts (id): so called | shop/table:public.accounts",
              "What it is worth | Could be declared | A foreign key is possible once what stands "
              "in the "
              "way is gone. | ",
              "What it is worth | In the way | The data was not checked, so orphans are possible. "
              "| ",
              "Rejected |  | accounts (id): an old number | shop/table:public.accounts"})
            QVERIFY2(lines.contains(QString::fromUtf8(line)),
                     qPrintable(QString(QString::fromUtf8(line) + QStringLiteral(" is not in\n") +
                                        lines.join(QLatin1Char('\n')))));
        const QStringList ofTable = asText(
            *catalog, describeObject(*catalog, relationships, *catalog->resolve(u"accounts")));
        QVERIFY(!ofTable.join(QLatin1Char('\n')).contains(QStringLiteral("Pointed at by")));
        const auto rows = description.sections.at(1).rows;
        QCOMPARE(description.sections.at(1).title, QStringLiteral("Points at"));
        QCOMPARE(rows.front().relationship.value_or(-1), 0);
        const QStringList note = asText(
            *catalog, describeObject(*catalog, relationships, *catalog->resolve(u"orders.note")));
        QVERIFY(!note.join(QLatin1Char('\n')).contains(QStringLiteral("Why")));
    }

    void describesOneRelationship()
    {
        const auto catalog = test::catalogFromText(
            "users\n  id bigint pk\norders\n  user_id character(36)?\n  kind text\n");
        Relationship relationship = guess(*catalog, "orders.user_id", "users.id", 0.6);
        relationship.reason = QStringLiteral("the developers say so");
        relationship.origin = RelationshipOrigin::Confirmed;
        const auto description = describeRelationship(*catalog, {relationship}, 0);
        QCOMPARE(description.title, QStringLiteral("orders.user_id → users.id"));
        QCOMPARE(description.kind, QStringLiteral("confirmed relationship"));
        const QString text = asText(*catalog, description).join(QLatin1Char('\n'));
        QVERIFY2(
            text.contains(QStringLiteral("What it is worth | Types differ | The types differ: "
                                         "orders.user_id is character(36), users.id is bigint")),
            qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("Decision | Reason | the developers say so")));
        QVERIFY(
            text.contains(QStringLiteral("Ends | Parent | users (id) | shop/table:public.users")));
        relationship.subtype = true;
        relationship.arc = 1;
        const QString kind =
            asText(*catalog, describeObject(*catalog, {relationship}, *catalog->resolve(u"orders")))
                .join(QLatin1Char('\n'));
        QVERIFY2(kind.contains(QStringLiteral("users (id), exactly one, as a kind of it, exclusive "
                                              "with others here, confirmed")),
                 qPrintable(kind));
        relationship.typeColumn = columnNamed(*catalog, "orders.kind");
        relationship.targets = {{TableId{}, {}, QStringLiteral("Ghost")}};
        const QString ghost = asText(*catalog, describeRelationship(*catalog, {relationship}, 0))
                                  .join(QLatin1Char('\n'));
        QVERIFY2(ghost.contains(QStringLiteral("Ends | Ghost | no table for Ghost")),
                 qPrintable(ghost));
    }

    void staysReadableWithManyChildren()
    {
        QString text = QStringLiteral("users\n  id bigint pk\n");
        for (int i = 0; i < 500; ++i)
            text += QStringLiteral("t%1\n  user_id bigint\n").arg(i, 3, 10, QLatin1Char('0'));
        const auto catalog = test::SchemaText::catalog(text);
        std::vector<Relationship> relationships;
        for (int i = 0; i < 500; ++i) {
            const QByteArray child =
                QStringLiteral("t%1.user_id").arg(i, 3, 10, QLatin1Char('0')).toUtf8();
            relationships.push_back(
                guess(*catalog, child.constData(), "users.id", i < 100 ? 0.3 : 0.5 + i / 1001.0));
        }
        const auto description =
            describeObject(*catalog, relationships, *catalog->resolve(u"users"));
        for (const FactSection& section : description.sections)
            QVERIFY2(section.rows.size() < 30, qPrintable(section.title));
        QStringList children;
        for (const QString& line : asText(*catalog, description)) {
            if (line.startsWith(QStringLiteral("Pointed at by")))
                children << line;
        }
        QVERIFY2(children.front().contains(QStringLiteral("t499")), qPrintable(children.front()));
        QVERIFY(children.contains(
            QStringLiteral("Pointed at by |  | and 380 more that are inferred | ")));
        QVERIFY(children.contains(
            QStringLiteral("Pointed at by |  | and 100 that are less than 50 % sure | ")));
    }

    void saysOnceWhatUsesATable()
    {
        SourceCatalog source = test::SchemaText::source(
            QStringLiteral("orders\n  id integer pk\n  total integer\nview v\n  total integer\n"));
        CatalogObjects& o = source.objects;
        const Catalog names(o);
        const ObjectRef view = *names.resolve(u"v");
        for (const char* used : {"orders", "orders.id", "orders.total"})
            o.dependencies.push_back({view, *names.resolve(QString::fromUtf8(used))});
        const Catalog catalog(finishSource(std::move(o)).objects);
        const QStringList lines =
            asText(catalog, describeObject(catalog, {}, *catalog.resolve(u"orders")));
        QCOMPARE(lines.filter(QStringLiteral("Used by")),
                 QStringList{QStringLiteral("Used by | read by | v | shop/view:public.v")});
        const QStringList ofView =
            asText(catalog, describeObject(catalog, {}, *catalog.resolve(u"v")));
        QCOMPARE(ofView.filter(QStringLiteral("Uses")).size(), 3);
    }

    void findsWhatTriggersSet_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("columns");
        const auto row = [](const char* body, int columns) {
            QTest::newRow(body) << QString::fromUtf8(body) << columns;
        };
        row("NEW.a := 1;", 1);
        row("new.\"a\" = 1; SET NEW.b = 2", 2);
        row("SET NEW.`a` = 1, NEW.b = 2;", 2);
        row("UPDATE t SET a = 1, b = 2 WHERE id = NEW.a;", 2);
        row("UPDATE other SET a = 1;", 0);
        row("IF NEW.a = 1 THEN", 0);
        row("-- NEW.a := 1", 0);
        row("SELECT 'NEW.a := 1'", 0);
        row("", 0);
    }

    void findsWhatTriggersSet()
    {
        QFETCH(QString, body);
        QFETCH(int, columns);
        SourceCatalog source =
            test::SchemaText::source(QStringLiteral("t\n  a integer\n  b integer\n"));
        Trigger trigger;
        trigger.body = body;
        source.objects.triggers.push_back(trigger);
        const Catalog catalog(source.objects);
        QCOMPARE(static_cast<int>(columnsSetBy(catalog, TriggerId{0}).size()), columns);
    }

    void describesEveryObjectOfAnyCatalog()
    {
        const Catalog catalog(test::RandomCatalog(3).make(30).objects);
        const auto relationships = declaredRelationships(catalog);
        const auto describeAll = [&](ObjectKind kind, std::size_t count) {
            for (int i = 0; i < static_cast<int>(count); ++i) {
                const auto description = describeObject(catalog, relationships, {kind, i});
                QVERIFY(!description.title.isEmpty() || kind == ObjectKind::Other);
                QVERIFY(!description.sections.empty());
                const ObjectBase& base = catalog.base({kind, i});
                const QString text = asText(catalog, description).join(QLatin1Char('\n'));
                QVERIFY(text.contains(base.comment.text));
                QVERIFY(text.contains(base.owner));
                QVERIFY(!base.notRead || text.contains(*base.notRead));
                for (const Property& property : base.properties)
                    QVERIFY(text.contains(property.value));
            }
        };
        const CatalogObjects& o = catalog.objects();
        describeAll(ObjectKind::Source, o.sources.size());
        describeAll(ObjectKind::Schema, o.schemas.size());
        describeAll(ObjectKind::Table, o.tables.size());
        describeAll(ObjectKind::Column, o.columns.size());
        describeAll(ObjectKind::Constraint, o.constraints.size());
        describeAll(ObjectKind::Index, o.indexes.size());
        describeAll(ObjectKind::Trigger, o.triggers.size());
        describeAll(ObjectKind::Routine, o.routines.size());
        describeAll(ObjectKind::Type, o.types.size());
        describeAll(ObjectKind::Role, o.roles.size());
        describeAll(ObjectKind::Other, o.others.size());
    }
};

QTEST_APPLESS_MAIN(tst_Describe)
#include "tst_describe.moc"
