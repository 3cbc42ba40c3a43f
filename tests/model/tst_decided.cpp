// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Decisions as relationships: origin, confidence, reason; what a foreign key declares meanwhile is
// no decision any more.
#include "model/relations/decided.h"

#include "tests/support/inference_fixture.h"

#include <QTest>

using namespace cadastre;
using test::decide;

class TestDecided : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void becomesRelationships_data();
    void becomesRelationships();
    void leavesDeclaredOut();
    void leavesMissingOut();
    void joinsPolymorphicTargets();
};

namespace {

constexpr const char* shop = R"(
customers
  id bigint pk
orders
  id bigint pk
  customer_id bigint > customers.id
  buyer bigint
notes
  id bigint pk
  item_type text
  item_id bigint
)";

std::vector<Relationship> decidedOf(const Catalog& catalog, const Decisions& decisions)
{
    return decidedRelationships(catalog, resolveDecisions(catalog, decisions));
}

} // namespace

void TestDecided::becomesRelationships_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("origin");
    QTest::addColumn<double>("confidence");
    const auto row = [](const char* name, DecisionKind kind, RelationshipOrigin origin,
                        double confidence) {
        QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(origin) << confidence;
    };
    row("confirmed", DecisionKind::Confirmed, RelationshipOrigin::Confirmed, 1);
    row("added", DecisionKind::Added, RelationshipOrigin::Added, 1);
    row("rejected", DecisionKind::Rejected, RelationshipOrigin::Rejected, 0);
}

void TestDecided::becomesRelationships()
{
    QFETCH(int, kind);
    const auto catalog = test::catalogFromText(shop);
    Decisions decisions;
    decide(*catalog, decisions, QStringLiteral("orders.buyer > customers.id"),
           static_cast<DecisionKind>(kind), QStringLiteral("asked Ann"));
    const auto found = decidedOf(*catalog, decisions);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(test::relationshipText(*catalog, found.front()),
             QStringLiteral("orders.buyer > customers.id"));
    QTEST(static_cast<int>(found.front().origin), "origin");
    QTEST(found.front().confidence, "confidence");
    QCOMPARE(found.front().reason, QStringLiteral("asked Ann"));
}

void TestDecided::leavesDeclaredOut()
{
    const auto catalog = test::catalogFromText(shop);
    Decisions decisions;
    const QString declared = QStringLiteral("orders.customer_id > customers.id");
    decide(*catalog, decisions, declared, DecisionKind::Confirmed);
    QVERIFY(decidedOf(*catalog, decisions).empty());
    // who rejects what is declared says something
    decide(*catalog, decisions, declared, DecisionKind::Rejected);
    QCOMPARE(decidedOf(*catalog, decisions).size(), 1U);
    // the same column to another table is another relationship
    decide(*catalog, decisions, QStringLiteral("orders.customer_id > notes.id"),
           DecisionKind::Added);
    QCOMPARE(decidedOf(*catalog, decisions).size(), 2U);
}

void TestDecided::leavesMissingOut()
{
    const auto catalog = test::catalogFromText(shop);
    Decisions decisions;
    decide(*catalog, decisions, QStringLiteral("orders.buyer > customers.id"),
           DecisionKind::Confirmed);
    const auto smaller = test::catalogFromText("orders\n  id bigint pk\n  buyer bigint\n");
    QVERIFY(decidedOf(*smaller, decisions).empty());
    QVERIFY(decidedOf(Catalog(), decisions).empty());
    const auto renamed = test::catalogFromText("customers\n  id bigint pk\n"
                                               "orders\n  id bigint pk\n  buyer_id bigint\n");
    QVERIFY(decidedOf(*renamed, decisions).empty());
}

void TestDecided::joinsPolymorphicTargets()
{
    const auto catalog = test::catalogFromText(shop);
    Decisions decisions;
    for (const auto& [table, value] :
         {std::pair("orders.id", "Order"), {"customers.id", "Customer"}}) {
        DecisionKey key;
        key.child = catalog->keyOf(test::tableNamed(*catalog, QStringLiteral("notes")));
        key.childColumns = {QStringLiteral("item_id")};
        key.typeColumn = QStringLiteral("item_type");
        const ColumnId target = test::columnNamed(*catalog, QString::fromLatin1(table));
        key.parent = catalog->keyOf(catalog->column(target).table);
        key.parentColumns = {QStringLiteral("id")};
        decisions.entries[key] = {DecisionKind::Confirmed, {}, QString::fromLatin1(value)};
    }
    const auto found = decidedOf(*catalog, decisions);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(test::relationshipText(*catalog, found.front()),
             QStringLiteral("notes.item_id by item_type > customers.id, orders.id"));
    // of another kind it is another relationship
    decisions.entries.begin()->second.kind = DecisionKind::Rejected;
    QCOMPARE(decidedOf(*catalog, decisions).size(), 2U);
}

QTEST_APPLESS_MAIN(TestDecided)
#include "tst_decided.moc"
