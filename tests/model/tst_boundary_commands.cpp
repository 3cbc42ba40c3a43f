// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Commands on boundaries: forward, backward, together with what a refresh did meanwhile; their
// names; and what a refresh with renamed objects does to the document.
#include "model/workspace/boundary_commands.h"
#include "model/workspace/boundary_refresh.h"
#include "tests/support/owned_catalog.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

Boundaries shopBoundaries()
{
    Boundaries boundaries =
        boundariesFromText({{"billing", "billing.* shop/table:public.rates"},
                            {"ordering", "shop/table:public.orders shop/table:public.carts"}});
    boundaries.exposures[objectKey("shop/view:public.v_orders")] = {
        Exposure::Contract, QStringLiteral("v1"), {}};
    boundaries.rules[{QStringLiteral("billing"), QStringLiteral("ordering"), std::nullopt}] = {};
    boundaries.decisions[crossingKey("read shop/view:billing.v -> shop/table:public.orders")] = {};
    boundaries.flows[QStringLiteral("checkout")].tables = {objectKey("shop/table:public.orders")};
    boundaries.baseline = {crossingKey("write shop/trigger:billing.a.t -> "
                                       "shop/table:public.orders")};
    return boundaries;
}

using Edit = void (*)(Boundaries&);

} // namespace

class TestBoundaryCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsComeAndGo_data();
    void editsComeAndGo();
    void unrelatedChangesStay();
    void pointlessCommandsAreSkipped();
    void refreshFollowsRenames();
    void refreshKeepsClashes();
    void refreshWithoutRenamesIsSilent();
};

Q_DECLARE_METATYPE(Edit)

void TestBoundaryCommands::editsComeAndGo_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* name, Edit edit) {
        QTest::newRow(name) << edit << QString::fromUtf8(name);
    };
    row("Add the boundary support", [](Boundaries& b) { b.entries[QStringLiteral("support")]; });
    row("Add 2 boundaries", [](Boundaries& b) {
        b.entries[QStringLiteral("x")];
        b.entries[QStringLiteral("y")];
    });
    row("Remove the boundary billing", [](Boundaries& b) {
        b.entries.erase(QStringLiteral("billing"));
        b.rules.clear();
    });
    row("Rename boundary billing to money", [](Boundaries& b) {
        auto node = b.entries.extract(QStringLiteral("billing"));
        node.key() = QStringLiteral("money");
        b.entries.insert(std::move(node));
        b.rules.clear();
        b.rules[{QStringLiteral("money"), QStringLiteral("ordering"), std::nullopt}] = {};
    });
    row("Move carts to billing", [](Boundaries& b) {
        b.entries[QStringLiteral("ordering")].members.removeOne(
            QStringLiteral("shop/table:public.carts"));
        b.entries[QStringLiteral("billing")].members << QStringLiteral("shop/table:public.carts");
    });
    row("Move 2 tables to ordering", [](Boundaries& b) {
        b.entries[QStringLiteral("billing")].members << QStringLiteral("!shop/table:billing.a")
                                                     << QStringLiteral("!shop/table:billing.b");
        b.entries[QStringLiteral("ordering")].members << QStringLiteral("shop/table:billing.a")
                                                      << QStringLiteral("shop/table:billing.b");
    });
    row("Take a out of billing", [](Boundaries& b) {
        b.entries[QStringLiteral("billing")].members << QStringLiteral("!shop/view:billing.a");
    });
    row("Change the boundary billing", [](Boundaries& b) {
        b.entries[QStringLiteral("billing")].members << QStringLiteral("inv_*");
    });
    row("Change boundaries", [](Boundaries& b) {
        b.entries[QStringLiteral("billing")].color = 1;
        b.entries[QStringLiteral("ordering")].color = 2;
    });
    row("Make v_orders private", [](Boundaries& b) { b.exposures.clear(); });
    row("Publish v_orders as contract v2", [](Boundaries& b) {
        b.exposures[objectKey("shop/view:public.v_orders")].version = QStringLiteral("v2");
    });
    row("Mark copy as replica", [](Boundaries& b) {
        b.exposures[objectKey("shop/table:public.copy")].exposure = Exposure::Replica;
    });
    row("Forbid crossings from * into billing", [](Boundaries& b) {
        b.rules[{QStringLiteral("*"), QStringLiteral("billing"), std::nullopt}].effect =
            RuleEffect::Forbid;
    });
    row("Remove the rule from billing into ordering", [](Boundaries& b) { b.rules.clear(); });
    row("Decide a crossing",
        [](Boundaries& b) { b.decisions.begin()->second.reason = QStringLiteral("because"); });
    row("Undecide a crossing", [](Boundaries& b) { b.decisions.clear(); });
    row("Remove the flow checkout", [](Boundaries& b) { b.flows.clear(); });
    row("Write the baseline", [](Boundaries& b) { b.baseline->clear(); });
}

void TestBoundaryCommands::editsComeAndGo()
{
    QFETCH(Edit, edit);
    QFETCH(QString, name);
    const Boundaries before = shopBoundaries();
    Boundaries after = before;
    edit(after);
    for (auto& [key, boundary] : after.entries)
        boundary.members.sort();
    QCOMPARE(boundaryChangeName(before, after), name);
    Boundaries document = before;
    const Command command = changeBoundaries(document, after, name);
    QCOMPARE(command.name, name);
    QCOMPARE(document, before); // not yet
    for (int i = 0; i < 2; ++i) {
        QVERIFY(command.forward());
        QCOMPARE(document, after);
        QVERIFY(command.backward());
        QCOMPARE(document, before);
    }
    // The other way round is a command, too.
    document = after;
    const Command back = changeBoundaries(document, before, name);
    QVERIFY(back.forward());
    QCOMPARE(document, before);
    QVERIFY(back.backward());
    QCOMPARE(document, after);
}

void TestBoundaryCommands::unrelatedChangesStay()
{
    Boundaries document = shopBoundaries();
    Boundaries after = document;
    after.entries[QStringLiteral("billing")].owner = QStringLiteral("Cash");
    after.entries[QStringLiteral("billing")].members << QStringLiteral("shop/table:public.taxes");
    const Command command = changeBoundaries(document, after, QStringLiteral("Edit"));
    QVERIFY(command.forward());
    // Meanwhile a refresh renames another member, and another edit adds a note.
    Boundary& billing = document.entries[QStringLiteral("billing")];
    billing.members.replace(billing.members.indexOf(QStringLiteral("shop/table:public.rates")),
                            QStringLiteral("shop/table:public.tariffs"));
    billing.note = QStringLiteral("new");
    document.exposures.clear();
    QVERIFY(command.backward());
    QCOMPARE(billing.owner, QString());
    QCOMPARE(billing.note, QStringLiteral("new"));
    QCOMPARE(billing.members, (QStringList{QStringLiteral("billing.*"),
                                           QStringLiteral("shop/table:public.tariffs")}));
    QVERIFY(document.exposures.empty());
}

void TestBoundaryCommands::pointlessCommandsAreSkipped()
{
    Boundaries document = shopBoundaries();
    const Boundaries before = document;
    Boundaries after = document;
    after.entries[QStringLiteral("billing")].members << QStringLiteral("shop/table:public.gone");
    bool isAlive = false;
    const auto alive = [&isAlive](const ObjectKey&) { return isAlive; };
    const Command command =
        changeBoundaries(document, after, QStringLiteral("Move gone to billing"), alive);
    const Result<Nothing> result = command.forward();
    QVERIFY(!result);
    QCOMPARE(result.error().message, QStringLiteral("Move gone to billing was skipped: the "
                                                    "objects are no longer there."));
    QCOMPARE(document, before);
    isAlive = true;
    QVERIFY(command.forward());
    QVERIFY(document != before);
    QVERIFY(command.backward());
    // Rules and patterns do not need objects.
    isAlive = false;
    after = before;
    after.entries[QStringLiteral("billing")].members << QStringLiteral("inv_*");
    QVERIFY(changeBoundaries(document, after, QStringLiteral("Edit"), alive).forward());
}

void TestBoundaryCommands::refreshFollowsRenames()
{
    const QHash<ObjectKey, ObjectKey> renamed{
        {objectKey("shop/table:public.orders"), objectKey("shop/table:sales.orders")},
        {objectKey("shop/view:public.v_orders"), objectKey("shop/view:sales.v_orders")},
        {objectKey("shop/trigger:billing.a.t"), objectKey("shop/trigger:billing.a.t2")},
        {objectKey("shop/table:billing.a"), objectKey("shop/table:billing.b")}};
    Boundaries before = shopBoundaries();
    before.entries[QStringLiteral("billing")].members << QStringLiteral("!shop/table:public.orders")
                                                      << QStringLiteral("table:public.v_orders")
                                                      << QStringLiteral("billing.a");
    before.exposures[objectKey("shop/table:public.x")] = {
        Exposure::Replica, {}, QStringLiteral("shop/table:public.orders")};
    const BoundaryRefresh refresh = refreshedBoundaries(before, renamed);
    const Boundaries& now = refresh.boundaries;
    QCOMPARE(now.entries.at(QStringLiteral("ordering")).members,
             (QStringList{QStringLiteral("shop/table:public.carts"),
                          QStringLiteral("shop/table:sales.orders")}));
    QCOMPARE(now.entries.at(QStringLiteral("billing")).members,
             (QStringList{QStringLiteral("!shop/table:sales.orders"), QStringLiteral("billing.*"),
                          QStringLiteral("billing.a"), // a pattern says what it says
                          QStringLiteral("shop/table:public.rates"),
                          QStringLiteral("shop/view:sales.v_orders")}));
    QVERIFY(now.exposures.contains(objectKey("shop/view:sales.v_orders")));
    QVERIFY(!now.exposures.contains(objectKey("shop/view:public.v_orders")));
    QCOMPARE(now.exposures.at(objectKey("shop/table:public.x")).replicaOf,
             QStringLiteral("shop/table:sales.orders"));
    QVERIFY(
        now.decisions.contains(crossingKey("read shop/view:billing.v -> shop/table:sales.orders")));
    QCOMPARE(now.flows.at(QStringLiteral("checkout")).tables,
             (std::vector{objectKey("shop/table:sales.orders")}));
    QCOMPARE(*now.baseline, (std::set{crossingKey("write shop/trigger:billing.a.t2 -> "
                                                  "shop/table:sales.orders")}));
    QCOMPARE(refresh.sentences,
             (QStringList{QStringLiteral(
                 "The boundaries follow renamed objects: shop/table:public.orders is now "
                 "shop/table:sales.orders; shop/trigger:billing.a.t is now "
                 "shop/trigger:billing.a.t2; shop/view:public.v_orders is now "
                 "shop/view:sales.v_orders; and 1 more.")}));
}

void TestBoundaryCommands::refreshKeepsClashes()
{
    Boundaries before;
    before.exposures[objectKey("shop/table:public.old")] = {Exposure::Contract, {}, {}};
    before.exposures[objectKey("shop/table:public.new")] = {Exposure::Replica, {}, {}};
    const BoundaryRefresh refresh = refreshedBoundaries(
        before, {{objectKey("shop/table:public.old"), objectKey("shop/table:public.new")}});
    QCOMPARE(refresh.boundaries, before);
    QCOMPARE(refresh.sentences.size(), 1);
    QVERIFY(refresh.sentences.last().contains(QLatin1String("stays under the old name")));
    // Two that change their names with each other do not clash.
    const BoundaryRefresh swapped = refreshedBoundaries(
        before, {{objectKey("shop/table:public.old"), objectKey("shop/table:public.new")},
                 {objectKey("shop/table:public.new"), objectKey("shop/table:public.old")}});
    QCOMPARE(swapped.boundaries.exposures.at(objectKey("shop/table:public.new")).exposure,
             Exposure::Contract);
    QCOMPARE(swapped.boundaries.exposures.size(), 2u);
    // What stays is in the way of what comes behind it.
    before.exposures[objectKey("shop/table:public.a")] = {
        Exposure::Contract, QStringLiteral("v9"), {}};
    const BoundaryRefresh chain = refreshedBoundaries(
        before, {{objectKey("shop/table:public.a"), objectKey("shop/table:public.old")},
                 {objectKey("shop/table:public.old"), objectKey("shop/table:public.new")}});
    QCOMPARE(chain.boundaries, before);
}

void TestBoundaryCommands::refreshWithoutRenamesIsSilent()
{
    const BoundaryRefresh refresh = refreshedBoundaries(shopBoundaries(), {});
    QCOMPARE(refresh.boundaries, shopBoundaries());
    QVERIFY(refresh.sentences.isEmpty());
    const BoundaryRefresh other = refreshedBoundaries(
        shopBoundaries(), {{objectKey("shop/table:x.y"), objectKey("shop/table:x.z")}});
    QCOMPARE(other.boundaries, shopBoundaries());
    QVERIFY(other.sentences.isEmpty());
}

QTEST_APPLESS_MAIN(TestBoundaryCommands)
#include "tst_boundary_commands.moc"
