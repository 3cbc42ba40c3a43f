// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Private objects and columns that nothing uses: what is listed, and what must not be.
#include "model/notes/commented_catalog.h"
#include "tests/support/impact_fixture.h"
#include "tests/support/sql_fixture.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

const char* const shop = R"(
orders
  id integer pk
  customer_id integer > customers.id
  total integer
  twice integer
  checked integer
  indexed integer
  set_by_trigger integer
  idle integer
  idle_too integer // Old. @keep
  index indexed
customers
  id integer pk
old_backup
  id integer
  a integer
kept_backup // Until the audit. @keep
  id integer
parent
  id integer pk
published
  id integer pk
view v_read
  total integer
view v_unread
  id integer
)";

SqlFixture shopFixture(Engine engine = Engine::Sqlite)
{
    SqlFixture fixture(shop, engine);
    fixture.view(QStringLiteral("v_read"), QStringLiteral("SELECT total FROM orders"));
    fixture.view(QStringLiteral("v_unread"), QStringLiteral("SELECT total FROM v_read"));
    fixture.trigger(QStringLiteral("orders"),
                    QStringLiteral("SELECT new.set_by_trigger; DELETE FROM customers"));
    CatalogObjects& objects = fixture.objects();
    for (Column& column : objects.columns) {
        column.comment.text.replace(QStringLiteral(" @"), QStringLiteral("\n@"));
        if (column.name == QLatin1String("twice"))
            column.generationExpression = QStringLiteral("2 * total");
    }
    for (std::size_t i = 0; i < objects.tables.size(); ++i) {
        objects.tables[i].comment.text.replace(QStringLiteral(" @"), QStringLiteral("\n@"));
        if (objects.tables[i].name != QLatin1String("orders"))
            continue;
        Constraint check;
        check.table = TableId{static_cast<int>(i)};
        check.kind = ConstraintKind::Check;
        check.expression = QStringLiteral("\"checked\" > 0");
        objects.constraints.push_back(check);
    }
    return fixture;
}

Boundaries shopBoundaries()
{
    Boundaries boundaries = boundariesFromText({{"shop", "*"}});
    boundaries.exposures[objectKey("shop/table:public.published")] = {Exposure::Contract, {}, {}};
    return boundaries;
}

QStringList namesOf(const Catalog& catalog, const std::vector<MayGo>& found)
{
    QStringList names;
    for (const MayGo& one : found)
        names << catalog.displayName(one.object);
    return names;
}

Relationship inferredKey(const ImpactFixture& fixture, const char* child, const char* parent)
{
    const auto column = [&](const char* name) {
        return ColumnId{fixture.object(QString::fromUtf8(name)).index};
    };
    Relationship relationship;
    relationship.origin = RelationshipOrigin::Inferred;
    relationship.confidence = 0.9;
    relationship.childColumns = {column(child)};
    relationship.child = fixture.catalog().column(column(child)).table;
    relationship.targets = {{fixture.catalog().column(column(parent)).table, {column(parent)}, {}}};
    return relationship;
}

} // namespace

class TestMayGo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listed();
    void whatIsStagedIsKept();
    void inferredChildrenAreUsers();
    void rolesOfOthersAreUsers();
    void columnsOfUnknownUseStay();
    void foreignTablesAndPartitionsStay();
    void whatIsNotKnown();
    void noColumnsWhereOthersMayRead();
    void onlyWhatIsOwnedAndCanBeChanged();
};

void TestMayGo::listed()
{
    const ImpactFixture fixture(*shopFixture().catalog(), shopBoundaries());
    const std::vector<MayGo> found = mayGo(fixture.facts());
    // not: customers (a key leads to it), kept_backup, published (a contract), v_read (is read)
    QCOMPARE(namesOf(fixture.catalog(), found),
             (QStringList{QStringLiteral("old_backup"), QStringLiteral("parent"),
                          QStringLiteral("v_unread"), QStringLiteral("orders.twice"),
                          QStringLiteral("orders.idle")}));
    QVERIFY(std::ranges::all_of(found, [](const MayGo& one) { return !one.unknown.isEmpty(); }));
    QVERIFY(found.front().sentence.startsWith(QLatin1String("No view, routine")));
}

void TestMayGo::whatIsStagedIsKept()
{
    const ImpactFixture fixture(*shopFixture().catalog(), shopBoundaries());
    const std::shared_ptr<const Catalog> catalog(&fixture.catalog(), [](const Catalog*) {});
    const auto found = [&](std::initializer_list<std::pair<const char*, const char*>> notes) {
        StagedEdits staged;
        for (const auto& [name, text] : notes)
            staged.stage({catalog->keyOf(fixture.object(QString::fromUtf8(name))),
                          {},
                          QString::fromUtf8(text)});
        const CommentedCatalog commented(catalog, staged);
        return namesOf(fixture.catalog(), mayGo(fixture.facts(), &commented));
    };
    const QStringList asRead = namesOf(fixture.catalog(), mayGo(fixture.facts()));
    QCOMPARE(found({}), asRead);
    QCOMPARE(found({{"parent", "Only words about keep."}}), asRead);
    QStringList fewer = asRead;
    fewer.removeOne(QStringLiteral("parent"));
    fewer.removeOne(QStringLiteral("orders.idle"));
    QCOMPARE(found({{"parent", "@keep"}, {"orders.idle", "@keep until 2030"}}), fewer);
    const QStringList column = found({{"old_backup.a", "@keep"}});
    QVERIFY(!column.contains(QStringLiteral("old_backup"))); // for its column
    QVERIFY(!column.contains(QStringLiteral("old_backup.a")));
    QVERIFY(column.contains(QStringLiteral("old_backup.id")));
    // a note that is only staged to go still holds
    QCOMPARE(found({{"kept_backup", "Nothing."}}), asRead);
    // nor does what is staged elsewhere count here
    const auto other = std::make_shared<const Catalog>();
    const CommentedCatalog elsewhere(other, {});
    QCOMPARE(namesOf(fixture.catalog(), mayGo(fixture.facts(), &elsewhere)), asRead);
}

void TestMayGo::inferredChildrenAreUsers()
{
    ImpactFixture fixture(*shopFixture().catalog(), shopBoundaries());
    fixture.relationships().push_back(inferredKey(fixture, "orders.idle", "parent.id"));
    QStringList names = namesOf(fixture.catalog(), mayGo(fixture.facts()));
    QVERIFY(!names.contains(QStringLiteral("parent")));
    QVERIFY(!names.contains(QStringLiteral("orders.idle")));
    fixture.relationships().back().confidence = 0.1;
    names = namesOf(fixture.catalog(), mayGo(fixture.facts()));
    QVERIFY(names.contains(QStringLiteral("parent")));
    QVERIFY(names.contains(QStringLiteral("orders.idle")));
}

void TestMayGo::rolesOfOthersAreUsers()
{
    SqlFixture fixture = shopFixture(Engine::PostgreSql);
    CatalogObjects& objects = fixture.objects();
    for (const char* name : {"svc_own", "svc_other", "svc_nobody"}) {
        Role role;
        role.name = QLatin1String(name);
        role.canLogin = true;
        objects.roles.push_back(role);
    }
    const auto grant = [&](const char* table, int role) {
        const auto at = std::ranges::find(objects.tables, QLatin1String(table), &Table::name);
        Grant one;
        one.object = TableId{static_cast<int>(at - objects.tables.begin())};
        one.grantee = RoleId{role};
        one.privileges = Privilege::Select;
        objects.grants.push_back(one);
    };
    grant("old_backup", 0);
    grant("parent", 1);
    grant("v_unread", 2);
    Boundaries boundaries = shopBoundaries();
    boundaries.entries[QStringLiteral("shop")].roles = {QStringLiteral("svc_own")};
    boundaries.entries[QStringLiteral("other")].roles = {QStringLiteral("svc_other")};
    const ImpactFixture impacts(*fixture.catalog(), boundaries);
    const std::vector<MayGo> found = mayGo(impacts.facts());
    const QStringList names = namesOf(impacts.catalog(), found);
    QVERIFY(names.contains(QStringLiteral("old_backup")));
    QVERIFY(!names.contains(QStringLiteral("parent")));
    const qsizetype view = names.indexOf(QStringLiteral("v_unread"));
    QVERIFY(view >= 0);
    QVERIFY(found[std::size_t(view)].unknown.contains(
        QStringLiteral("Role svc_nobody, which acts for no boundary, may use it.")));
}

void TestMayGo::columnsOfUnknownUseStay()
{
    SqlFixture fixture = shopFixture(Engine::PostgreSql);
    fixture.routine(QStringLiteral("r"), QStringLiteral("SELECT row_to_json(o) FROM orders o"));
    const ImpactFixture impacts(*fixture.catalog(), shopBoundaries());
    const QStringList names = namesOf(impacts.catalog(), mayGo(impacts.facts()));
    QVERIFY(names.filter(QStringLiteral("orders.")).isEmpty());
    QVERIFY(names.contains(QStringLiteral("old_backup")));
}

void TestMayGo::foreignTablesAndPartitionsStay()
{
    SqlFixture fixture = shopFixture();
    CatalogObjects& objects = fixture.objects();
    const auto at = [&](const char* name) {
        return std::ranges::find(objects.tables, QLatin1String(name), &Table::name);
    };
    at("old_backup")->partitionOf =
        TableId{static_cast<int>(at("parent") - objects.tables.begin())};
    at("v_unread")->system = true;
    const ImpactFixture impacts(*fixture.catalog(), shopBoundaries());
    QCOMPARE(namesOf(impacts.catalog(), mayGo(impacts.facts())),
             (QStringList{QStringLiteral("parent"), QStringLiteral("v_read"),
                          QStringLiteral("orders.twice"), QStringLiteral("orders.idle")}));
}

void TestMayGo::whatIsNotKnown()
{
    SqlFixture fixture = shopFixture(Engine::MariaDb);
    for (int i = 0; i < 5; ++i)
        fixture.routine(QStringLiteral("r%1").arg(i), QStringLiteral("PREPARE s FROM @x"));
    fixture.objects().sources.front().kinds = {
        {CatalogKind::Grants, ReadState::NotRead, QStringLiteral("No right."), {}},
        {CatalogKind::Events, ReadState::NotRead, QStringLiteral("No right."), {}}};
    const ImpactFixture impacts(*fixture.catalog(), shopBoundaries());
    const std::vector<MayGo> found = mayGo(impacts.facts());
    QVERIFY(!found.empty());
    QCOMPARE(found.front().unknown,
             (QStringList{
                 QStringLiteral("Programs outside of the database cannot be seen."),
                 QStringLiteral("Not all grants were read: other roles may use it."),
                 QStringLiteral("The events were not read: No right."),
                 QStringLiteral("Not wholly read, and may use it: r0(), r1(), r2() and 2 more."),
             }));
}

void TestMayGo::noColumnsWhereOthersMayRead()
{
    SqlFixture fixture = shopFixture(Engine::PostgreSql);
    CatalogObjects& objects = fixture.objects();
    Role role;
    role.name = QStringLiteral("svc_other");
    role.canLogin = true;
    objects.roles.push_back(role);
    const auto at = std::ranges::find(objects.tables, QStringLiteral("orders"), &Table::name);
    Grant grant;
    grant.object = TableId{static_cast<int>(at - objects.tables.begin())};
    grant.grantee = RoleId{0};
    grant.privileges = Privilege::Select;
    objects.grants.push_back(grant);
    Boundaries boundaries = shopBoundaries();
    boundaries.entries[QStringLiteral("other")].roles = {QStringLiteral("svc_other")};
    const ImpactFixture impacts(*fixture.catalog(), boundaries);
    const QStringList names = namesOf(impacts.catalog(), mayGo(impacts.facts()));
    QVERIFY(names.filter(QStringLiteral("orders.")).isEmpty());
}

void TestMayGo::onlyWhatIsOwnedAndCanBeChanged()
{
    Boundaries boundaries = boundariesFromText({{"elsewhere", "parent"}, {"shop", "v_*"}});
    boundaries.entries[QStringLiteral("elsewhere")].kind = BoundaryKind::External;
    const ImpactFixture fixture(*shopFixture().catalog(), boundaries);
    QCOMPARE(namesOf(fixture.catalog(), mayGo(fixture.facts())),
             QStringList{QStringLiteral("v_unread")});
    const ImpactFixture undrawn(*shopFixture().catalog(), {});
    QVERIFY(
        namesOf(undrawn.catalog(), mayGo(undrawn.facts())).contains(QStringLiteral("old_backup")));
}

QTEST_APPLESS_MAIN(TestMayGo)
#include "tst_may_go.moc"
