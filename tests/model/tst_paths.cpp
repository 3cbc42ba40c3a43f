// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Paths between tables: which one comes first and why, which never come, what is said of them, and
// why there is none.
#include "model/paths/column_words.h"
#include "model/paths/find_paths.h"
#include "tests/support/relationship_fixture.h"
#include "tests/support/synthetic_catalog.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr const char* shop = "customers\n"
                             "  id integer pk\n"
                             "  name text\n"
                             "agents\n"
                             "  id integer pk\n"
                             "orders\n"
                             "  id integer pk\n"
                             "  customer_id integer? > customers.id\n"
                             "  parent_id integer? > orders.id\n"
                             "  created_by integer > agents.id\n"
                             "payments\n"
                             "  id integer pk\n"
                             "  order_id integer > orders.id\n"
                             "refunds\n"
                             "  id integer pk\n"
                             "  payment_id integer > payments.id\n"
                             "  created_by integer > agents.id\n"
                             "products\n"
                             "  id integer pk\n"
                             "order_items\n"
                             "  order_id integer > orders.id\n"
                             "  product_id integer > products.id\n"
                             "  line integer\n"
                             "tickets\n"
                             "  id integer pk\n"
                             "  customer_no integer?\n"
                             "  updated_by integer > agents.id\n"
                             "attachments\n"
                             "  id integer pk\n"
                             "  owner_type text\n"
                             "  owner_id integer\n"
                             "lonely\n"
                             "  id integer pk\n"
                             "  other integer\n";

struct Shop
{
    RelationshipMaker maker{catalogFromText(shop)};

    TableId table(const char* name) const
    {
        return TableId{maker.catalog()->resolve(QString::fromLatin1(name))->index};
    }
    PathAnswer ask(std::initializer_list<const char*> names, PathPreferences preferences = {},
                   int alternatives = 5) const
    {
        PathQuestion question;
        for (const char* name : names)
            question.tables.push_back(table(name));
        question.preferences = preferences;
        question.alternatives = alternatives;
        const JoinGraph graph(maker.catalog(), std::make_shared<const Relationships>(maker.all()));
        const std::atomic_bool cancelled = false;
        return findPaths(graph, question, cancelled);
    }
};

QString sentences(const PathAnswer& answer)
{
    QStringList all;
    for (const JoinPath& path : answer.paths)
        all << path.sentence;
    return all.join(QLatin1Char('\n'));
}

QString notesOf(const JoinPath& path)
{
    QStringList all;
    for (const PathNote& note : path.notes)
        all << note.text;
    return all.join(QLatin1Char('\n'));
}

} // namespace

class TestPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnWords_data();
    void columnWords();
    void auditColumnsAreADetour();
    void auditColumnsWhereNothingElseJoins();
    void inferredOnesCostMore();
    void rejectedOnesNeverJoin();
    void confirmedOnesAreAsDeclared();
    void polymorphicStepsHaveTheirType();
    void oneRowPointsAtOneTable();
    void sharedParentsAreDearer();
    void sameTableTwice();
    void severalKeysToOneTable();
    void notesNameWhatRepeats();
    void treesOverSeveralTables();
    void whyThereIsNone();
    void priceIsTheSumOfItsParts();
    void viewsAsEnds();
    void otherDatabases();
    void cancelledGivesNothing();
    void answersNeverChange();
};

void TestPaths::columnWords_data()
{
    QTest::addColumn<bool>("audit");
    QTest::addColumn<bool>("softDelete");
    QTest::newRow("created_by") << true << false;
    QTest::newRow("updatedBy") << true << false;
    QTest::newRow("deleted_by_id") << true << true;
    QTest::newRow("creator_id") << true << false;
    QTest::newRow("tenant_id") << true << false;
    QTest::newRow("customer_id") << false << false;
    QTest::newRow("created_at") << false << false;
    QTest::newRow("deleted_at") << false << true;
    QTest::newRow("is_deleted") << false << true;
    QTest::newRow("deletedFlag") << false << true;
    QTest::newRow("active") << false << true;
    QTest::newRow("standby") << false << false;
    QTest::newRow("activity") << false << false;
}

void TestPaths::columnWords()
{
    QFETCH(bool, audit);
    QFETCH(bool, softDelete);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(isAuditColumn(name), audit);
    QCOMPARE(isSoftDeleteColumn(name), softDelete);
}

void TestPaths::auditColumnsAreADetour()
{
    // one join less through created_by, and still not offered
    const PathAnswer answer = Shop().ask({"orders", "refunds"});
    QCOMPARE(sentences(answer),
             QStringLiteral("orders → payments → refunds: 2 joins, all declared"));
    QVERIFY(!answer.none);

    PathPreferences any;
    any.avoidAuditColumns = false;
    const QString all = sentences(Shop().ask({"orders", "refunds"}, any));
    QVERIFY2(all.startsWith(QStringLiteral("orders → payments → refunds")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("orders → agents → refunds")), qPrintable(all));
}

void TestPaths::auditColumnsWhereNothingElseJoins()
{
    const PathAnswer answer = Shop().ask({"tickets", "orders"});
    QVERIFY(!answer.paths.empty());
    QCOMPARE(answer.paths.front().sentence,
             QStringLiteral("tickets → agents → orders: 2 joins, all declared"));
    const QString notes = notesOf(answer.paths.front());
    QVERIFY2(notes.contains(QStringLiteral("updated_by of tickets only says who")),
             qPrintable(notes));
    QVERIFY2(notes.contains(QStringLiteral("created_by of orders only says who")),
             qPrintable(notes));
    QVERIFY2(notes.contains(QStringLiteral("share a row of agents, to which 3 tables refer")),
             qPrintable(notes));
}

void TestPaths::inferredOnesCostMore()
{
    Shop test;
    test.maker.add(RelationshipOrigin::Inferred, 0.93, "tickets.customer_no", "customers.id");
    const PathAnswer answer = test.ask({"tickets", "customers"});
    QCOMPARE(answer.paths.front().sentence,
             QStringLiteral("tickets → customers: 1 join, 1 inferred (0.93)"));
    QVERIFY(answer.paths.front().price > 100);
    QVERIFY(notesOf(answer.paths.front())
                .contains(QStringLiteral(
                    "tickets.customer_no = customers.id is inferred (0.93), nobody declared it.")));
    QVERIFY(notesOf(answer.paths.front()).contains(QStringLiteral("customer_no may be empty")));

    // weaker than wanted: said, and how weak
    PathPreferences strict;
    strict.minimumConfidence = 0.95;
    strict.avoidAuditColumns = true;
    test.maker.add(RelationshipOrigin::Inferred, 0.42, "lonely.other", "products.id");
    const PathAnswer none = test.ask({"lonely", "products"}, strict);
    QVERIFY(none.paths.empty());
    QVERIFY(none.none);
    QCOMPARE(
        none.none->why,
        QStringLiteral("Only inferred relationships weaker than 0.95 join lonely and products."));
    QCOMPARE(none.none->confidence, std::optional(0.42));
}

void TestPaths::rejectedOnesNeverJoin()
{
    Shop test;
    test.maker.add(RelationshipOrigin::Rejected, 0, "lonely.other", "products.id");
    PathPreferences weak;
    weak.minimumConfidence = 0;
    const PathAnswer answer = test.ask({"lonely", "products"}, weak);
    QVERIFY(answer.paths.empty());
    QCOMPARE(answer.none->why,
             QStringLiteral("lonely has only relationships that a person rejected (1)."));
}

void TestPaths::confirmedOnesAreAsDeclared()
{
    Shop test;
    test.maker.add(RelationshipOrigin::Confirmed, 1, "lonely.other", "products.id");
    const PathAnswer answer = test.ask({"lonely", "products"});
    QCOMPARE(sentences(answer),
             QStringLiteral("lonely → products: 1 join, 1 confirmed by a person"));
    QCOMPARE(answer.paths.front().price, 100);
}

void TestPaths::polymorphicStepsHaveTheirType()
{
    Shop test;
    Relationship& owner =
        test.maker.add(RelationshipOrigin::Inferred, 0.9, "attachments.owner_id", "orders.id");
    owner.typeColumn = test.maker.column("attachments.owner_type");
    owner.targets = {test.maker.target("orders.id", QStringLiteral("Order")),
                     test.maker.target("tickets.id", QStringLiteral("Ticket")),
                     test.maker.target("orders.id", QStringLiteral("order")),
                     RelationshipTarget{{}, {}, QStringLiteral("Invoice")}};
    const PathAnswer answer = test.ask({"orders", "attachments"});
    const JoinStep& step = answer.paths.front().steps.front().join;
    QCOMPARE(step.typeColumn, std::optional(test.maker.column("attachments.owner_type")));
    QCOMPARE(step.typeValues, (QStringList{QStringLiteral("Order"), QStringLiteral("order")}));
    QVERIFY(!step.towardsParent);
    QVERIFY(notesOf(answer.paths.front())
                .contains(QStringLiteral(
                    "owner_id of attachments means orders only where owner_type says so.")));
}

void TestPaths::oneRowPointsAtOneTable()
{
    // an attachment of an order is none of a ticket: no row joins them through it
    Shop test;
    Relationship& owner =
        test.maker.add(RelationshipOrigin::Inferred, 0.9, "attachments.owner_id", "products.id");
    owner.typeColumn = test.maker.column("attachments.owner_type");
    owner.targets = {test.maker.target("products.id", QStringLiteral("Product")),
                     test.maker.target("lonely.id", QStringLiteral("Lonely"))};
    const PathAnswer answer = test.ask({"products", "lonely"});
    QVERIFY2(answer.paths.empty(), qPrintable(sentences(answer)));
    // neither do columns of which only one is set
    Shop arc;
    arc.maker.add(RelationshipOrigin::Inferred, 0.9, "attachments.owner_id", "products.id").arc = 7;
    arc.maker.add(RelationshipOrigin::Inferred, 0.9, "attachments.owner_type", "lonely.id").arc = 7;
    QVERIFY(arc.ask({"products", "lonely"}).paths.empty());
    QVERIFY(!arc.ask({"products", "attachments"}).paths.empty());
    QVERIFY(arc.ask({"products", "lonely", "attachments"}).paths.empty());
    Shop free;
    free.maker.add(RelationshipOrigin::Inferred, 0.9, "attachments.owner_id", "products.id");
    free.maker.add(RelationshipOrigin::Inferred, 0.9, "attachments.owner_type", "lonely.id");
    QVERIFY(!free.ask({"products", "lonely"}).paths.empty());
}

void TestPaths::sharedParentsAreDearer()
{
    // two joins through a parent that everything shares, against three through a link table
    QByteArray text = "countries\n  id integer pk\n"
                      "suppliers\n  id integer pk\n  country_id integer > countries.id\n"
                      "parts\n  id integer pk\n  country_id integer > countries.id\n"
                      "offers\n  id integer pk\n  supplier_id integer > suppliers.id\n"
                      "offer_parts\n  offer_id integer > offers.id\n  part_id integer > parts.id\n";
    for (int i = 0; i < 30; ++i)
        text += "filler" + QByteArray::number(i) +
                "\n  id integer pk\n  country_id integer > countries.id\n";
    const auto catalog = catalogFromText(text.constData());
    const JoinGraph graph(catalog,
                          std::make_shared<const Relationships>(declaredRelationships(*catalog)));
    PathQuestion question;
    for (const char* name : {"suppliers", "parts"})
        question.tables.push_back(TableId{catalog->resolve(QString::fromLatin1(name))->index});
    const PathAnswer answer = findPaths(graph, question, std::atomic_bool(false));
    QCOMPARE(sentences(answer),
             QStringLiteral("suppliers → offers → offer_parts → parts: 3 joins, all declared\n"
                            "suppliers → countries → parts: 2 joins, all declared"));
}

void TestPaths::sameTableTwice()
{
    const PathAnswer answer = Shop().ask({"orders", "orders"});
    QCOMPARE(answer.paths.front().sentence, QStringLiteral("orders → orders: 1 join, declared"));
    QVERIFY2(sentences(answer).contains(
                 QStringLiteral("orders → customers → orders: 2 joins, all declared")),
             qPrintable(sentences(answer)));
    // parent and child are one way, not two
    QCOMPARE(std::ranges::count(answer.paths, answer.paths.front().sentence, &JoinPath::sentence),
             1);
    QCOMPARE(answer.paths.front().tables.size(), std::size_t(2));
}

void TestPaths::severalKeysToOneTable()
{
    const auto catalog = catalogFromText("addresses\n  id integer pk\n"
                                         "orders\n  id integer pk\n"
                                         "  billing_id integer > addresses.id\n"
                                         "  shipping_id integer? > addresses.id\n");
    const JoinGraph graph(catalog,
                          std::make_shared<const Relationships>(declaredRelationships(*catalog)));
    PathQuestion question;
    question.tables = {TableId{1}, TableId{0}};
    const PathAnswer answer = findPaths(graph, question, std::atomic_bool(false));
    QCOMPARE(answer.paths.size(), std::size_t(2));
    QVERIFY(answer.paths[0].steps != answer.paths[1].steps);
}

void TestPaths::notesNameWhatRepeats()
{
    const PathAnswer answer = Shop().ask({"customers", "products"});
    QCOMPARE(answer.paths.front().sentence,
             QStringLiteral("customers → orders → order_items → products: 3 joins, all declared"));
    QCOMPARE(notesOf(answer.paths.front()),
             QStringLiteral("One row of customers can have several of orders: it then stands there "
                            "several times.\n"
                            "One row of orders can have several of order_items: it then stands "
                            "there several times."));
}

void TestPaths::treesOverSeveralTables()
{
    const PathAnswer answer = Shop().ask({"customers", "refunds", "products"});
    QCOMPARE(answer.paths.front().steps.size(), std::size_t(5));
    const JoinPath& best = answer.paths.front();
    QCOMPARE(best.tables.size(), best.steps.size() + 1);
    for (std::size_t i = 0; i < best.steps.size(); ++i) {
        const PathStep& step = best.steps[i];
        QCOMPARE(step.to, int(i) + 1);
        QVERIFY(step.from < step.to);
        QCOMPARE(best.tables[std::size_t(step.from)], step.join.from);
        QCOMPARE(best.tables[std::size_t(step.to)], step.join.to);
    }
    QVERIFY2(best.sentence.endsWith(QStringLiteral("5 joins, all declared")),
             qPrintable(best.sentence));
    QVERIFY2(notesOf(best).contains(QStringLiteral("lists of their own")),
             qPrintable(notesOf(best)));
    const PathAnswer none = Shop().ask({"customers", "refunds", "lonely"});
    QVERIFY(none.paths.empty());
    QVERIFY(none.none->why.startsWith(QStringLiteral("Nothing refers to lonely")));
}

void TestPaths::whyThereIsNone()
{
    Shop test;
    const PathAnswer alone = test.ask({"orders", "lonely"});
    QCOMPARE(alone.none->why,
             QStringLiteral("Nothing refers to lonely, and it refers to nothing that is known."));
    QVERIFY(!alone.none->hint.isEmpty());
    test.maker.add(RelationshipOrigin::Added, 1, "lonely.other", "attachments.id");
    const PathAnswer apart = test.ask({"orders", "lonely"});
    QVERIFY2(apart.none->why.endsWith(
                 QStringLiteral("8 tables around the one, 2 tables around the other.")),
             qPrintable(apart.none->why));
}

void TestPaths::priceIsTheSumOfItsParts()
{
    Shop test;
    test.maker.add(RelationshipOrigin::Inferred, 0.7, "tickets.customer_no", "customers.id");
    PathPreferences any;
    any.avoidAuditColumns = false;
    const PathAnswer answer = test.ask({"tickets", "refunds"}, any, 9);
    QVERIFY(answer.paths.size() > 1);
    for (const JoinPath& path : answer.paths) {
        int sum = 0;
        for (const PricePart& part : path.priceParts)
            sum += part.price;
        QCOMPARE(path.price, sum);
    }
    QVERIFY(std::ranges::is_sorted(answer.paths, {}, &JoinPath::price));
}

void TestPaths::viewsAsEnds()
{
    CatalogObjects objects =
        SchemaText::source(
            QStringLiteral("customers\n  id integer pk\n  name text\n"
                           "orders\n  id integer pk\n  customer_id integer > customers.id\n"
                           "view v_orders\n  order_id integer\n  customer integer\n"
                           "  total integer\n"))
            .objects;
    for (Table& table : objects.tables) {
        if (table.kind == TableKind::View)
            table.viewDefinition = QStringLiteral(
                "SELECT o.id AS order_id, o.customer_id AS customer, 1 + 1 AS total FROM orders o");
    }
    const auto catalog = std::make_shared<const Catalog>(
        mergeSources({std::make_shared<const SourceCatalog>(finishSource(std::move(objects)))}));
    const auto column = [&](const char* name) {
        return ColumnId{catalog->resolve(QString::fromLatin1(name))->index};
    };
    const auto table = [&](const char* name) {
        return TableId{catalog->resolve(QString::fromLatin1(name))->index};
    };
    // as viewColumnSources() gives them; tst_view_columns reads texts
    const QHash<ColumnId, ColumnId> sources{
        {column("v_orders.order_id"), column("orders.id")},
        {column("v_orders.customer"), column("orders.customer_id")}};
    const JoinGraph graph(
        catalog, std::make_shared<const Relationships>(declaredRelationships(*catalog)), sources);
    const auto best = [&](const char* from, const char* to) {
        PathQuestion question;
        question.tables = {table(from), table(to)};
        const PathAnswer answer = findPaths(graph, question, std::atomic_bool(false));
        return answer.paths.empty() ? QString() : answer.paths.front().sentence;
    };
    QCOMPARE(best("v_orders", "customers"),
             QStringLiteral("v_orders → customers: 1 join, declared"));
    QCOMPARE(best("orders", "v_orders"),
             QStringLiteral("orders → v_orders: 1 join, 1 by what a view gives"));
    // never passed through
    QCOMPARE(best("orders", "customers"), QStringLiteral("orders → customers: 1 join, declared"));
}

void TestPaths::otherDatabases()
{
    const auto part = [](const char* name) {
        return std::make_shared<const SourceCatalog>(SchemaText::source(
            QStringLiteral("orders\n  id integer pk\n"), QString::fromLatin1(name)));
    };
    const auto catalog = std::make_shared<const Catalog>(mergeSources({part("crm"), part("shop")}));
    Relationship added;
    added.origin = RelationshipOrigin::Added;
    added.child = TableId{0};
    added.childColumns = {ColumnId{0}};
    added.targets = {{TableId{1}, {ColumnId{1}}, {}}};
    const JoinGraph graph(catalog, std::make_shared<const Relationships>(Relationships{added}));
    PathQuestion question;
    question.tables = {TableId{0}, TableId{1}};
    const PathAnswer answer = findPaths(graph, question, std::atomic_bool(false));
    QVERIFY(answer.paths.empty());
    QVERIFY2(
        answer.none->why.contains(QStringLiteral("no statement joins tables of two databases")),
        qPrintable(answer.none->why));
}

void TestPaths::cancelledGivesNothing()
{
    Shop test;
    const JoinGraph graph(test.maker.catalog(),
                          std::make_shared<const Relationships>(test.maker.all()));
    PathQuestion question;
    question.tables = {test.table("orders"), test.table("refunds")};
    const PathAnswer answer = findPaths(graph, question, std::atomic_bool(true));
    QVERIFY(answer.paths.empty());
    QVERIFY(!answer.none);
}

void TestPaths::answersNeverChange()
{
    const auto catalog = syntheticCatalog(2000);
    const auto relationships =
        std::make_shared<const Relationships>(declaredRelationships(*catalog));
    const JoinGraph graph(catalog, relationships);
    const JoinGraph again(catalog, relationships);
    int found = 0;
    for (int i = 0; i < 40; ++i) {
        PathQuestion question;
        question.tables = {TableId{i * 37 % 2000}, TableId{i * 91 % 1999}};
        if (i % 4 == 0)
            question.tables.push_back(TableId{i * 53 % 1998});
        const PathAnswer answer = findPaths(graph, question, std::atomic_bool(false));
        QCOMPARE(findPaths(again, question, false), answer);
        QVERIFY(answer.paths.empty() == answer.none.has_value());
        for (const JoinPath& path : answer.paths) {
            ++found;
            std::vector<TableId> tables = path.tables;
            std::ranges::sort(tables);
            if (question.tables[0] != question.tables[1])
                QVERIFY(std::ranges::adjacent_find(tables) == tables.end());
        }
    }
    QVERIFY2(found > 60, qPrintable(QString::number(found)));
}

QTEST_GUILESS_MAIN(TestPaths)
#include "tst_paths.moc"
