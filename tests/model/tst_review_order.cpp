// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which question comes first: what counts, what does not, and that a list that a person is walking
// does not jump.
#include "model/relations/relationship_names.h"
#include "model/relations/review_order.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

std::shared_ptr<const Catalog> shop()
{
    return test::catalogFromText("customers\n  id integer pk\n"
                                 "tags\n  id integer pk\n"
                                 "orders\n  id integer pk\n  customer_id integer\n"
                                 "invoices\n  id integer pk\n  customer_id integer\n"
                                 "items\n  id integer pk\n  tag_id integer\n  tenant integer\n");
}

ColumnId column(const Catalog& catalog, const char* name)
{
    return ColumnId{catalog.resolve(QString::fromUtf8(name))->index};
}

Relationship guess(const Catalog& catalog, const char* child, const char* parent, double confidence,
                   RelationshipOrigin origin = RelationshipOrigin::Inferred)
{
    Relationship relationship;
    relationship.origin = origin;
    relationship.confidence = confidence;
    relationship.childColumns = {column(catalog, child)};
    relationship.child = catalog.column(relationship.childColumns.front()).table;
    const ColumnId key = column(catalog, parent);
    relationship.targets = {{catalog.column(key).table, {key}, {}}};
    return relationship;
}

QStringList keys(const std::vector<ReviewGroup>& groups)
{
    QStringList list;
    for (const ReviewGroup& group : groups)
        list << group.key;
    return list;
}

} // namespace

class tst_ReviewOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameColumnsToOneTargetAreOneQuestion()
    {
        const auto catalog = shop();
        const auto groups =
            reviewOrder(*catalog, {guess(*catalog, "orders.customer_id", "customers.id", 0.8),
                                   guess(*catalog, "items.tag_id", "tags.id", 0.8),
                                   guess(*catalog, "invoices.customer_id", "customers.id", 0.8),
                                   guess(*catalog, "invoices.customer_id", "tags.id", 0.2)});
        QCOMPARE(groups.size(), std::size_t(3));
        QCOMPARE(groups[0].members, (std::vector<int>{0, 2})); // two columns settled at once
        QVERIFY(groups[0].usefulness > groups[1].usefulness);
    }

    void doubtComesBeforeCertainty()
    {
        const auto catalog = shop();
        const auto groups =
            reviewOrder(*catalog, {guess(*catalog, "items.tag_id", "tags.id", 0.99),
                                   guess(*catalog, "orders.customer_id", "customers.id", 0.55)});
        QCOMPARE(groups[0].members, std::vector<int>{1});
    }

    void decidedAndDeclaredOnesAreNoQuestion()
    {
        const auto catalog = shop();
        const auto groups = reviewOrder(
            *catalog,
            {guess(*catalog, "orders.customer_id", "customers.id", 1, RelationshipOrigin::Declared),
             guess(*catalog, "items.tag_id", "tags.id", 0, RelationshipOrigin::Rejected),
             guess(*catalog, "items.tenant", "tags.id", 0.5)});
        QCOMPARE(groups[0].members, std::vector<int>{2});
        QCOMPARE(groups[1].usefulness, 0.0);
        QCOMPARE(groups[2].usefulness, 0.0);
    }

    void alternativesMakeADecisionMoreUseful()
    {
        const auto catalog = shop();
        Relationship plain = guess(*catalog, "items.tag_id", "tags.id", 0.5);
        Relationship torn = plain;
        torn.alternatives = {{{}, 0.3, {}}, {{}, 0.2, {}}};
        QCOMPARE(uncertainty(plain), 1.0);
        QVERIFY(uncertainty(torn) > uncertainty(plain));
        torn.origin = RelationshipOrigin::Confirmed;
        QCOMPARE(uncertainty(torn), 0.0);
    }

    void importantTablesComeFirst()
    {
        const auto catalog = shop();
        const auto groups =
            reviewOrder(*catalog, {guess(*catalog, "items.tag_id", "tags.id", 0.6),
                                   guess(*catalog, "orders.customer_id", "customers.id", 0.6),
                                   guess(*catalog, "invoices.customer_id", "customers.id", 1,
                                         RelationshipOrigin::Confirmed)});
        QCOMPARE(groups[0].members, (std::vector<int>{1, 2}));
        QCOMPARE(groups[1].members, std::vector<int>{0});
    }

    void whatIsShownKeepsItsPlace()
    {
        const std::vector<ReviewGroup> now{{QStringLiteral("new"), {0}, 9},
                                           {QStringLiteral("b"), {1}, 8},
                                           {QStringLiteral("a"), {2}, 7},
                                           {QStringLiteral("weak"), {3}, 1}};
        const QStringList shown{QStringLiteral("a"), QStringLiteral("gone"), QStringLiteral("b")};
        QCOMPARE(keys(reviewOrderKept(now, shown)),
                 (QStringList{QStringLiteral("new"), QStringLiteral("a"), QStringLiteral("b"),
                              QStringLiteral("weak")}));
        QCOMPARE(keys(reviewOrderKept(now, {})), keys(now));
    }

    void relationshipsReadAsArrows()
    {
        const auto catalog = shop();
        Relationship one = guess(*catalog, "orders.customer_id", "customers.id", 0.8);
        QCOMPARE(arrowText(*catalog, one), QStringLiteral("orders.customer_id → customers.id"));
        one.typeColumn = column(*catalog, "items.tenant");
        one.targets.push_back({{}, {}, QStringLiteral("Photo")});
        QCOMPARE(targetsText(*catalog, one),
                 QStringLiteral("customers.id or “Photo” (no such table)"));
        one.targets.push_back(one.targets.front());
        QCOMPARE(targetsText(*catalog, one), QStringLiteral("3 tables, chosen by tenant"));
        one.childColumns.push_back(column(*catalog, "orders.id"));
        QCOMPARE(endText(*catalog, one.child, one.childColumns),
                 QStringLiteral("orders.(customer_id, id)"));
    }
};

QTEST_APPLESS_MAIN(tst_ReviewOrder)
#include "tst_review_order.moc"
