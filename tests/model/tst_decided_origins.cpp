// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What can be shown at once when decisions change, and what has to wait for inference.
#include "model/relations/decided_origins.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

using Origin = RelationshipOrigin;

class Shop
{
public:
    Relationship guess(const char* child, const char* parent,
                       Origin origin = Origin::Inferred) const
    {
        Relationship relationship;
        relationship.origin = origin;
        relationship.childColumns = {column(child)};
        relationship.child = catalog->column(relationship.childColumns.front()).table;
        relationship.targets = {{catalog->column(column(parent)).table, {column(parent)}, {}}};
        return relationship;
    }

    Decisions decided(const Relationship& relationship, DecisionKind kind,
                      const QString& reason = {}) const
    {
        Decisions decisions;
        for (const DecisionKey& key : decisionKeys(*catalog, relationship))
            decisions.entries[key] = {kind, reason, {}};
        return decisions;
    }

    const std::shared_ptr<const Catalog> catalog =
        test::catalogFromText("customers\n  id integer pk\n"
                              "orders\n  id integer pk\n  customer_id integer\n  other integer\n"
                              "carts\n  id integer pk\n  customer_id integer > customers.id\n");

private:
    ColumnId column(const char* name) const
    {
        return ColumnId{catalog->resolve(QString::fromUtf8(name))->index};
    }
};

} // namespace

class tst_DecidedOrigins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatChangedIsTold()
    {
        const Shop shop;
        const Relationship order = shop.guess("orders.customer_id", "customers.id");
        const Relationship other = shop.guess("orders.other", "customers.id");
        const std::vector<Relationship> all{other, order};
        const Decisions confirmed = shop.decided(order, DecisionKind::Confirmed);
        QCOMPARE(decidedOrigins(*shop.catalog, all, {}, confirmed),
                 (std::vector<DecidedOrigin>{{1, Origin::Confirmed}}));
        QCOMPARE(decidedOrigins(*shop.catalog, all, confirmed, {}),
                 (std::vector<DecidedOrigin>{{1, Origin::Inferred}}));
        QVERIFY(decidedOrigins(*shop.catalog, all, confirmed, confirmed).empty());
    }

    void otherTargetsAndDeclaredOnesAreLeftAlone()
    {
        const Shop shop;
        const std::vector<Relationship> all{
            shop.guess("orders.customer_id", "carts.id"),
            shop.guess("carts.customer_id", "customers.id", Origin::Declared)};
        const Decisions rejected =
            shop.decided(shop.guess("orders.customer_id", "customers.id"), DecisionKind::Rejected);
        QVERIFY(decidedOrigins(*shop.catalog, all, {}, rejected).empty());
        QVERIFY(decidedOrigins(*shop.catalog, all, {}, shop.decided(all[1], DecisionKind::Rejected))
                    .empty());
    }

    void goneObjectsAreNoChange()
    {
        const Shop shop;
        Decisions gone;
        DecisionKey key =
            decisionKeys(*shop.catalog, shop.guess("orders.other", "carts.id")).front();
        key.childColumns = {QStringLiteral("dropped")};
        gone.entries[key] = {};
        QVERIFY(decidedOrigins(*shop.catalog, {shop.guess("orders.other", "carts.id")}, {}, gone)
                    .empty());
        QCOMPARE(changedDecisions({}, gone).size(), std::size_t(1));
    }

    void anotherReasonIsAChange()
    {
        const Shop shop;
        const Relationship order = shop.guess("orders.customer_id", "customers.id");
        const Decisions before = shop.decided(order, DecisionKind::Confirmed);
        const Decisions after =
            shop.decided(order, DecisionKind::Confirmed, QStringLiteral("asked Ann"));
        const auto changed = changedDecisions(before, after);
        QCOMPARE(changed.size(), std::size_t(1));
        QCOMPARE(changed.begin()->second->reason, QStringLiteral("asked Ann"));
        QCOMPARE(changedDecisions(after, {}).begin()->second, std::nullopt);
    }
};

QTEST_APPLESS_MAIN(tst_DecidedOrigins)
#include "tst_decided_origins.moc"
