// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How crossings change when tables move: by hand for what is easily told, and against the full
// search before and after on random catalogs.
#include "model/boundaries/crossings/what_if.h"

#include "model/boundaries/access/access.h"
#include "tests/support/crossing_fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>
#include <set>

using namespace cadastre;
using test::CrossingFixture;

class TestWhatIf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyKnowsNothing();
    void aKeyFollowsItsTables();
    void toNobodyIsNotResolved();
    void contractsStayContracts();
    void partitionsFollow();
    void grantsOfRoles();
    void agreesWithTheFullSearch_data();
    void agreesWithTheFullSearch();
    void aHundredLinksAreFast();
};

namespace {

using Keys = std::set<CrossingKey>;

Keys keysOf(const BoundaryFacts& facts)
{
    Keys keys;
    for (const Crossing& crossing : findCrossings(facts))
        keys.insert(crossingKeyOf(facts.catalog, crossing));
    for (const Crossing& crossing : accessCrossings(facts))
        keys.insert(crossingKeyOf(facts.catalog, crossing));
    return keys;
}

std::vector<int> byKind(const Keys& keys)
{
    std::vector<int> counts(crossingKindCount);
    for (const CrossingKey& key : keys)
        ++counts[static_cast<std::size_t>(key.kind)];
    return counts;
}

/// A catalog, uses, grants and owners drawn from a seed.
class RandomShop
{
public:
    explicit RandomShop(unsigned seed)
        : m_random(seed)
        , fixture("")
    {
        addTables();
        addPrograms();
        fixture.catalog();
        own();
        addUsesAndRelationships();
    }

private:
    std::mt19937 m_random;

public:
    CrossingFixture fixture;

    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    static constexpr int tables = 24;
    static constexpr int boundaryCount = 4;

private:
    void addTables()
    {
        QString text;
        for (int i = 0; i < tables; ++i) {
            const bool view = i % 5 == 4;
            text += QStringLiteral("%1s%2.t%3\n  id integer pk\n  a integer\n")
                        .arg(view ? QStringLiteral("view ") : QString())
                        .arg(i % 3)
                        .arg(i);
            if (!view && i > 0 && below(2) == 0)
                text += QStringLiteral("  key a > s%1.t%2.id%3\n")
                            .arg((i - 1) % 3)
                            .arg(i - 1)
                            .arg(below(2) == 0 ? QStringLiteral(" on delete cascade") : QString());
        }
        fixture.objects() = test::SchemaText::source(text).objects;
    }

    void addPrograms()
    {
        CatalogObjects& objects = fixture.objects();
        for (int i = 0; i < 8; ++i) {
            Trigger trigger;
            trigger.name = QStringLiteral("trg%1").arg(i);
            trigger.table = TableId{below(tables)};
            trigger.enabled = below(4) > 0;
            objects.triggers.push_back(trigger);
            Routine routine;
            routine.name = QStringLiteral("f%1").arg(i);
            routine.schema = SchemaId{below(3)};
            objects.routines.push_back(routine);
            UserType type;
            type.name = QStringLiteral("type%1").arg(i);
            type.schema = SchemaId{below(3)};
            objects.types.push_back(type);
            OtherObject rule;
            rule.name = QStringLiteral("rule%1").arg(i);
            rule.kind = CatalogKind::Rules;
            rule.kindName = QStringLiteral("rule");
            rule.about = TableId{below(tables)};
            objects.others.push_back(rule);
            Role role;
            role.name = QStringLiteral("role%1").arg(i);
            role.canLogin = true;
            objects.roles.push_back(role);
            for (int j = 0; j < 4; ++j) {
                Grant grant;
                grant.object = TableId{below(tables)};
                grant.grantee = RoleId{i};
                grant.privileges = below(2) ? Privileges(Privilege::Select)
                                            : Privilege::Select | Privilege::Insert;
                objects.grants.push_back(grant);
            }
        }
        for (Column& column : objects.columns) {
            if (below(4) == 0)
                column.userType = TypeId{below(8)};
        }
    }

    void own()
    {
        const Catalog& catalog = fixture.catalog();
        for (int i = 0; i < boundaryCount; ++i) {
            Boundary& boundary = fixture.boundaries.entries[QStringLiteral("b%1").arg(i)];
            boundary.kind = i == 3 && below(2) ? BoundaryKind::Shared : BoundaryKind::Service;
        }
        const auto give = [&](ObjectRef object) {
            const int boundary = below(boundaryCount + 1);
            if (boundary < boundaryCount)
                fixture.boundaries.entries[QStringLiteral("b%1").arg(boundary)].members
                    << catalog.keyOf(object).toString();
        };
        for (int i = 0; i < tables; ++i) {
            give(TableId{i});
            if (below(4) == 0)
                fixture.boundaries.exposures[catalog.keyOf(TableId{i})].exposure =
                    Exposure::Contract;
        }
        for (int i = 0; i < 8; ++i) {
            give(RoutineId{i});
            give(TypeId{i});
            fixture.boundaries.entries[QStringLiteral("b%1").arg(below(boundaryCount))].roles
                << QStringLiteral("role%1").arg(i);
        }
        for (auto& [name, boundary] : fixture.boundaries.entries)
            boundary.members.sort();
    }

    void addUsesAndRelationships()
    {
        const Catalog& catalog = fixture.catalog();
        std::set<std::tuple<ObjectRef, ObjectRef, UseKind>> seen;
        for (int i = 0; i < 60; ++i) {
            const std::vector<ObjectRef> users{TableId{below(tables)}, TriggerId{below(8)},
                                               RoutineId{below(8)}, OtherId{below(8)}};
            const std::vector<ObjectRef> used{TableId{below(tables)}, TableId{below(tables)},
                                              RoutineId{below(8)}, TypeId{below(8)}};
            ObjectUse use;
            use.user = users[static_cast<std::size_t>(below(4))];
            use.used = used[static_cast<std::size_t>(below(4))];
            use.kind = use.used.kind == ObjectKind::Routine ? UseKind::Calls
                       : use.used.kind == ObjectKind::Type  ? UseKind::Reads
                       : below(2)                           ? UseKind::Reads
                                                            : UseKind::Writes;
            use.actions =
                use.kind == UseKind::Writes ? Privileges(Privilege::Update) : Privileges();
            if (use.user != use.used && seen.insert({use.user, use.used, use.kind}).second)
                fixture.uses.uses.push_back(use);
        }
        std::ranges::sort(fixture.uses.uses, {}, [](const ObjectUse& one) {
            return std::tuple(one.user, one.used, one.kind);
        });
        for (int i = 0; i < 20; ++i) {
            const TableId child{below(tables)};
            const TableId parent{below(tables)};
            Relationship relationship;
            relationship.origin =
                below(3) ? RelationshipOrigin::Inferred : RelationshipOrigin::Rejected;
            relationship.confidence = below(10) / 10.0;
            relationship.child = child;
            relationship.childColumns = {catalog.firstColumn(child)};
            relationship.targets = {{parent, {catalog.firstColumn(parent)}, {}}};
            fixture.relationships.push_back(relationship);
        }
    }
};

} // namespace

void TestWhatIf::emptyKnowsNothing()
{
    CrossingFixture fixture("t\n  id integer pk\n");
    const WhatIf nothing(fixture.facts());
    const CrossingDelta delta = nothing.move({fixture.table("public.t")}, std::nullopt);
    QCOMPARE(delta.before, 0);
    QCOMPARE(delta.after, 0);
    QCOMPARE(delta.beforeByKind, std::vector<int>(crossingKindCount));
}

void TestWhatIf::aKeyFollowsItsTables()
{
    CrossingFixture fixture("a.parents\n  id integer pk\n"
                            "b.children\n  id integer pk\n"
                            "  parent_id integer\n"
                            "  key parent_id > a.parents.id on delete cascade\n"
                            "b.others\n  id integer > b.children.id\n");
    fixture.owns("a", {QStringLiteral("a.*")}).owns("b", {QStringLiteral("b.*")});
    const WhatIf whatIf(fixture.facts());
    const TableId children = fixture.table("b.children");
    const CrossingDelta moved = whatIf.move({children}, 0);
    QCOMPARE(moved.before, 2); // the key and its cascade
    QCOMPARE(moved.after, 1);
    QCOMPARE(moved.resolved, 2);
    QCOMPARE(moved.added, 1); // from others
    QCOMPARE(moved.beforeByKind[static_cast<int>(CrossingKind::Cascade)], 1);
    QCOMPARE(moved.afterByKind[static_cast<int>(CrossingKind::ForeignKey)], 1);
    const CrossingDelta both = whatIf.move({fixture.table("b.others"), children, children}, 0);
    QCOMPARE(both.after, 0);
    QCOMPARE(both.resolved, 2);
    QCOMPARE(both.added, 0);
    const CrossingDelta stays = whatIf.move({children}, 1);
    QCOMPARE(stays.after, stays.before);
    QCOMPARE(stays.resolved + stays.added, 0);
}

void TestWhatIf::toNobodyIsNotResolved()
{
    CrossingFixture fixture("a.parents\n  id integer pk\n"
                            "b.children\n  parent_id integer > a.parents.id\n");
    fixture.owns("a", {QStringLiteral("a.*")}).owns("b", {QStringLiteral("b.*")});
    const CrossingDelta delta =
        WhatIf(fixture.facts()).move({fixture.table("b.children")}, std::nullopt);
    QCOMPARE(delta.before, 1);
    QCOMPARE(delta.after, 0);
    QCOMPARE(delta.resolved, 0);
}

void TestWhatIf::contractsStayContracts()
{
    CrossingFixture fixture("view a.v_x\n  id integer\nview b.v_y\n  id integer\n");
    fixture.owns("a", {QStringLiteral("a.*")})
        .owns("b", {QStringLiteral("b.*")})
        .owns("c", {})
        .publishes("view:a.v_x")
        .use("view:b.v_y", UseKind::Reads, "view:a.v_x");
    const CrossingDelta delta = WhatIf(fixture.facts()).move({fixture.table("view:a.v_x")}, 2);
    QCOMPARE(delta.beforeByKind[static_cast<int>(CrossingKind::ContractRead)], 1);
    QCOMPARE(delta.afterByKind[static_cast<int>(CrossingKind::ContractRead)], 1);
    QCOMPARE(delta.added + delta.resolved, 0);
}

void TestWhatIf::partitionsFollow()
{
    CrossingFixture fixture("a.parents\n  id integer pk\n"
                            "b.events\n  id integer pk\n"
                            "partition b.events_1 of b.events\n"
                            "  parent_id integer > a.parents.id\n");
    fixture.owns("a", {QStringLiteral("a.*")}).owns("b", {QStringLiteral("b.events")});
    const CrossingDelta delta = WhatIf(fixture.facts()).move({fixture.table("b.events")}, 0);
    QCOMPARE(delta.before, 1);
    QCOMPARE(delta.resolved, 1);
}

void TestWhatIf::grantsOfRoles()
{
    CrossingFixture fixture("a.t\n  id integer pk\nb.t\n  id integer pk\n");
    Role role;
    role.name = QStringLiteral("svc_a");
    role.canLogin = true;
    fixture.objects().roles = {role};
    for (int i = 0; i < 2; ++i) {
        Grant grant;
        grant.object = TableId{i};
        grant.grantee = RoleId{0};
        grant.privileges = Privilege::Select | Privilege::Update;
        fixture.objects().grants.push_back(grant);
    }
    fixture.owns("a", {QStringLiteral("a.*")}).owns("b", {QStringLiteral("b.*")});
    fixture.boundaries.entries[QStringLiteral("a")].roles = {role.name};
    const WhatIf whatIf(fixture.facts());
    const CrossingDelta home = whatIf.move({fixture.table("b.t")}, 0);
    QCOMPARE(home.before, 2); // reads and writes
    QCOMPARE(home.resolved, 2);
    const CrossingDelta away = whatIf.move({fixture.table("a.t")}, 1);
    QCOMPARE(away.added, 2);
}

void TestWhatIf::agreesWithTheFullSearch_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 40; ++seed)
        QTest::newRow(qPrintable(QStringLiteral("seed %1").arg(seed))) << seed;
}

void TestWhatIf::agreesWithTheFullSearch()
{
    QFETCH(unsigned, seed);
    RandomShop shop(seed);
    const BoundaryFacts facts = shop.fixture.facts();
    const WhatIf whatIf(facts);
    const Keys before = keysOf(facts);
    QVERIFY(!before.empty());
    for (int round = 0; round < 5; ++round) {
        std::vector<TableId> moved;
        for (int i = 0; i <= shop.below(4); ++i)
            moved.push_back(TableId{shop.below(RandomShop::tables)});
        const int target = shop.below(RandomShop::boundaryCount + 1) - 1;
        Boundaries changed = facts.boundaries;
        for (const TableId table : moved) {
            const QString key = facts.catalog.keyOf(table).toString();
            for (auto& [name, boundary] : changed.entries)
                boundary.members.removeAll(key);
            if (target >= 0)
                changed.entries[QStringLiteral("b%1").arg(target)].members << key;
        }
        const Ownership ownership = ownershipOf(facts.catalog, changed);
        const Keys after =
            keysOf({facts.catalog, facts.relationships, facts.uses, changed, ownership});
        const CrossingDelta delta =
            whatIf.move(moved, target < 0 ? std::nullopt : std::optional(target));

        std::vector<int> change = byKind(after);
        const std::vector<int> earlier = byKind(before);
        std::vector<int> told = delta.afterByKind;
        for (std::size_t i = 0; i < change.size(); ++i) {
            change[i] -= earlier[i];
            told[i] -= delta.beforeByKind[i];
        }
        QCOMPARE(told, change);
        QCOMPARE(delta.after - delta.before,
                 static_cast<int>(after.size()) - static_cast<int>(before.size()));
        // Read and ContractRead are one crossing that changes its kind.
        const auto plain = [](const Keys& keys) {
            Keys reads;
            for (CrossingKey key : keys) {
                if (key.kind == CrossingKind::ContractRead)
                    key.kind = CrossingKind::Read;
                reads.insert(key);
            }
            return reads;
        };
        const Keys old = plain(before);
        const auto isNew = [&](const CrossingKey& key) { return !old.contains(key); };
        QCOMPARE(delta.added, static_cast<int>(std::ranges::count_if(plain(after), isNew)));
    }
}

void TestWhatIf::aHundredLinksAreFast()
{
    QString text = QStringLiteral("a.hub\n  id integer pk\n");
    for (int i = 0; i < 100; ++i)
        text += QStringLiteral("b.t%1\n  hub_id integer > a.hub.id\n").arg(i);
    CrossingFixture fixture(text.toLatin1().constData());
    fixture.owns("a", {QStringLiteral("a.*")}).owns("b", {QStringLiteral("b.*")});
    const WhatIf whatIf(fixture.facts());
    const std::vector<TableId> hub{fixture.table("a.hub")};
    QCOMPARE(whatIf.move(hub, 1).resolved, 100);
    QElapsedTimer timer;
    timer.start();
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 20; ++i) {
        timer.restart();
        (void)whatIf.move(hub, 1);
        best = std::min(best, timer.nsecsElapsed());
    }
    qInfo("100 links: %lld microseconds", static_cast<long long>(best / 1000));
}

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_what_if.moc"
