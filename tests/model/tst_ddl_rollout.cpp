// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The statements around a change: what is dropped, made again and given back, per database.
#include "model/export/ddl_rollout.h"
#include "model/notes/commented_catalog.h"
#include "tests/support/impact_fixture.h"
#include "tests/support/sql_fixture.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestDdlRollout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresql();
    void mariadbNamesItsDatabases();
    void sqliteKeysCannotBeDropped();
    void namesAreQuoted();
    void namesThatCannotBeWritten();
    void missingDefinitionIsSaid();
    void whatRoutinesAndTriggersLose();
    void viewsOfMariaDbKeepTheirDefiner();
    void nothingDropsWhatIsKept();
    void nothingDropsWhatIsStagedToBeKept();
};

namespace {

SqlFixture ordersFixture(Engine engine)
{
    SqlFixture fixture("orders\n  id integer pk\nlines\n  id integer pk\n"
                       "  order_id integer > orders.id\nview v_orders\n  id integer\n"
                       "view v_deep\n  id integer\n",
                       engine);
    fixture.view(QStringLiteral("v_orders"), QStringLiteral("SELECT orders.id FROM orders"));
    fixture.view(QStringLiteral("v_deep"), QStringLiteral("SELECT v.id FROM v_orders v"));
    return fixture;
}

QString scriptOf(const ImpactFixture& fixture, const QString& object)
{
    const Result<QString> script = rolloutScript(fixture.catalog(), fixture.impact(object));
    return script ? *script : QString(QStringLiteral("ERROR ") + script.error().message);
}

/// Without comments and blank lines.
QStringList statementsOf(const QString& script)
{
    QStringList statements;
    for (const QString& line : script.split(QLatin1Char('\n'))) {
        if (!line.isEmpty() && !line.startsWith(QLatin1String("--")))
            statements << line;
    }
    return statements;
}

} // namespace

void TestDdlRollout::postgresql()
{
    SqlFixture fixture = ordersFixture(Engine::PostgreSql);
    CatalogObjects& objects = fixture.objects();
    const auto view = std::ranges::find(objects.tables, QStringLiteral("v_orders"), &Table::name);
    view->owner = QStringLiteral("shop_owner");
    view->properties = {{QStringLiteral("Options"), QStringLiteral("security_barrier=true")}};
    view->comment.text = QStringLiteral("It's a view.");
    for (const char* name : {"shop_owner", "Reader"}) {
        Role role;
        role.name = QLatin1String(name);
        objects.roles.push_back(role);
    }
    const TableId id{static_cast<int>(view - objects.tables.begin())};
    Grant grant;
    grant.object = id;
    grant.grantee = RoleId{1};
    grant.privileges = Privilege::Select;
    objects.grants.push_back(grant);
    grant.grantee.reset();
    objects.grants.push_back(grant);
    grant.grantee = RoleId{0}; // the owner may anyway
    objects.grants.push_back(grant);
    const ImpactFixture impacts(*fixture.catalog(), {});
    const QString script = scriptOf(impacts, QStringLiteral("orders"));
    QCOMPARE(statementsOf(script),
             (QStringList{
                 QStringLiteral("DROP VIEW public.v_deep;"),
                 QStringLiteral("DROP VIEW public.v_orders;"),
                 QStringLiteral("CREATE VIEW public.v_orders AS"),
                 QStringLiteral("SELECT orders.id FROM orders;"),
                 QStringLiteral("COMMENT ON VIEW public.v_orders IS 'It''s a view.';"),
                 QStringLiteral("ALTER VIEW public.v_orders SET (security_barrier=true);"),
                 QStringLiteral("GRANT SELECT ON public.v_orders TO PUBLIC;"),
                 QStringLiteral("GRANT SELECT ON public.v_orders TO \"Reader\";"),
                 QStringLiteral("ALTER VIEW public.v_orders OWNER TO shop_owner;"),
                 QStringLiteral("CREATE VIEW public.v_deep AS"),
                 QStringLiteral("SELECT v.id FROM v_orders v;"),
             }));
    QVERIFY(script.contains(
        QLatin1String("-- ALTER TABLE public.lines DROP CONSTRAINT lines_order_id_fkey;")));
    QVERIFY(script.contains(QLatin1String("-- Put the change here.")));
    QVERIFY(!script.contains(QLatin1String("CASCADE;")));
    QCOMPARE(script.count(QLatin1String("-- ---- Database")), 1);
}

void TestDdlRollout::mariadbNamesItsDatabases()
{
    SqlFixture fixture("orders\n  id integer pk\nview reports.v\n  id integer\n", Engine::MariaDb);
    for (Table& table : fixture.objects().tables) {
        if (table.name == QLatin1String("v"))
            table.viewDefinition = QStringLiteral("select `id` from `public`.`orders`");
    }
    const ImpactFixture impacts(*fixture.catalog(), {});
    const QString script = scriptOf(impacts, QStringLiteral("orders"));
    QCOMPARE(statementsOf(script), (QStringList{
                                       QStringLiteral("DROP VIEW `reports`.`v`;"),
                                       QStringLiteral("CREATE VIEW `reports`.`v` AS"),
                                       QStringLiteral("select `id` from `public`.`orders`;"),
                                   }));
    // reports, public, reports
    QCOMPARE(script.count(QLatin1String("-- ---- Database")), 3);
}

void TestDdlRollout::sqliteKeysCannotBeDropped()
{
    const ImpactFixture impacts(*ordersFixture(Engine::Sqlite).catalog(), {});
    const QString script = scriptOf(impacts, QStringLiteral("orders"));
    QCOMPARE(statementsOf(script).first(), QStringLiteral("DROP VIEW \"v_deep\";"));
    QVERIFY(script.contains(QLatin1String("-- The table has to be made anew without the key.")));
}

void TestDdlRollout::namesAreQuoted()
{
    SqlFixture fixture = ordersFixture(Engine::PostgreSql);
    CatalogObjects& objects = fixture.objects();
    const auto view = std::ranges::find(objects.tables, QStringLiteral("v_deep"), &Table::name);
    view->name = QStringLiteral("v\"; DROP TABLE x;\n-- %1");
    const ImpactFixture impacts(*fixture.catalog(), {});
    const QString script = scriptOf(impacts, QStringLiteral("orders"));
    QVERIFY2(script.contains(QLatin1String("DROP VIEW public.\"v\"\"; DROP TABLE x;\n-- %1\";")),
             qPrintable(script));
    // in the sentences, which are comments, it stays on its line
    for (const QString& line : script.split(QLatin1Char('\n')))
        QVERIFY(!line.startsWith(QLatin1String("DROP TABLE")));
}

void TestDdlRollout::namesThatCannotBeWritten()
{
    SqlFixture fixture = ordersFixture(Engine::PostgreSql);
    CatalogObjects& objects = fixture.objects();
    const auto view = std::ranges::find(objects.tables, QStringLiteral("v_deep"), &Table::name);
    view->name = QStringLiteral("v") + QChar(u'\0');
    const ImpactFixture impacts(*fixture.catalog(), {});
    QVERIFY(scriptOf(impacts, QStringLiteral("orders")).startsWith(QLatin1String("ERROR ")));
}

void TestDdlRollout::missingDefinitionIsSaid()
{
    SqlFixture fixture = ordersFixture(Engine::PostgreSql);
    CatalogObjects& objects = fixture.objects();
    const auto table = std::ranges::find(objects.tables, QStringLiteral("orders"), &Table::name);
    const auto view = std::ranges::find(objects.tables, QStringLiteral("v_orders"), &Table::name);
    view->viewDefinition.clear();
    objects.dependencies = {{TableId{static_cast<int>(view - objects.tables.begin())},
                             TableId{static_cast<int>(table - objects.tables.begin())},
                             DependencyKind::Reads}};
    const ImpactFixture impacts(*fixture.catalog(), {});
    const QString script = scriptOf(impacts, QStringLiteral("orders"));
    QVERIFY(script.contains(
        QLatin1String("-- Its definition was not read: it has to be written by hand.")));
}

void TestDdlRollout::whatRoutinesAndTriggersLose()
{
    SqlFixture fixture = ordersFixture(Engine::PostgreSql);
    CatalogObjects& objects = fixture.objects();
    const auto at = [&](const char* name) {
        return std::ranges::find(objects.tables, QLatin1String(name), &Table::name);
    };
    fixture.routine(QStringLiteral("f"),
                    QStringLiteral("CREATE FUNCTION public.f(integer) RETURNS bigint BEGIN ATOMIC "
                                   "SELECT id FROM v_orders; END"));
    Routine& routine = objects.routines.back();
    routine.argumentTypes = QStringLiteral("integer");
    routine.comment.text = QStringLiteral("Counts.");
    routine.owner = QStringLiteral("shop_owner");
    objects.dependencies.push_back(
        {RoutineId{0}, TableId{static_cast<int>(at("v_orders") - objects.tables.begin())},
         DependencyKind::Reads});
    fixture.trigger(QStringLiteral("v_orders"), QStringLiteral("DELETE FROM lines"));
    objects.triggers.back().definition =
        QStringLiteral("CREATE TRIGGER trg INSTEAD OF UPDATE ON public.v_orders ...");
    objects.triggers.back().comment.text = QStringLiteral("Instead.");
    const ImpactFixture impacts(*fixture.catalog(), {});
    const QStringList statements = statementsOf(scriptOf(impacts, QStringLiteral("orders")));
    const QStringList wanted{
        QStringLiteral("DROP ROUTINE public.f(integer);"),
        QStringLiteral("COMMENT ON ROUTINE public.f(integer) IS 'Counts.';"),
        QStringLiteral("REVOKE ALL ON ROUTINE public.f(integer) FROM PUBLIC;"),
        QStringLiteral("ALTER ROUTINE public.f(integer) OWNER TO shop_owner;"),
        QStringLiteral("COMMENT ON TRIGGER trg ON public.v_orders IS 'Instead.';")};
    for (const QString& statement : wanted)
        QVERIFY2(statements.contains(statement), qPrintable(statements.join(QLatin1Char('\n'))));
    QVERIFY(statements.indexOf(wanted[0]) <
            statements.indexOf(QStringLiteral("DROP VIEW public.v_orders;")));
}

void TestDdlRollout::viewsOfMariaDbKeepTheirDefiner()
{
    SqlFixture fixture = ordersFixture(Engine::MariaDb);
    CatalogObjects& objects = fixture.objects();
    std::ranges::find(objects.tables, QStringLiteral("v_orders"), &Table::name)->properties = {
        {QStringLiteral("Definer"), QStringLiteral("o`x@%")},
        {QStringLiteral("SQL security"), QStringLiteral("INVOKER")},
        {QStringLiteral("Check option"), QStringLiteral("CASCADED")},
        {QStringLiteral("Algorithm"), QStringLiteral("MERGE")}};
    const ImpactFixture impacts(*fixture.catalog(), {});
    const QString script = scriptOf(impacts, QStringLiteral("orders"));
    QVERIFY2(
        script.contains(QLatin1String(
            "CREATE ALGORITHM=MERGE DEFINER=`o``x`@`%` SQL SECURITY INVOKER VIEW "
            "`public`.`v_orders` AS\nSELECT orders.id FROM orders WITH CASCADED CHECK OPTION;")),
        qPrintable(script));
}

void TestDdlRollout::nothingDropsWhatIsKept()
{
    for (const Engine engine : {Engine::PostgreSql, Engine::MariaDb, Engine::Sqlite}) {
        SqlFixture fixture = ordersFixture(engine);
        const auto view =
            std::ranges::find(fixture.objects().tables, QStringLiteral("v_deep"), &Table::name);
        view->comment.text = QStringLiteral("Read by auditors.\n@keep until 2030\nDROP TABLE x;");
        const ImpactFixture words(*fixture.catalog(), {});
        QVERIFY(scriptOf(words, QStringLiteral("orders")).contains(QLatin1String("DROP VIEW")) ||
                engine != Engine::PostgreSql);
        view->comment.text = QStringLiteral("Read by auditors.\n@Keep until 2030");
        const ImpactFixture kept(*fixture.catalog(), {});
        const QString script = scriptOf(kept, QStringLiteral("orders"));
        for (const QString& statement : statementsOf(script))
            QVERIFY2(!statement.contains(QLatin1String("v_deep")), qPrintable(statement));
        if (script.contains(QLatin1String("v_deep")))
            QVERIFY2(script.contains(QLatin1String("@keep (until 2030)")), qPrintable(script));
    }
}

void TestDdlRollout::nothingDropsWhatIsStagedToBeKept()
{
    const SqlFixture fixture = ordersFixture(Engine::PostgreSql);
    const ImpactFixture same(*fixture.catalog(), {});
    StagedEdits staged;
    const ObjectRef view = same.object(QStringLiteral("v_deep"));
    staged.stage({same.catalog().keyOf(view), {}, QStringLiteral("@keep for audits")});
    // of this very catalog
    const std::shared_ptr<const Catalog> shared(&same.catalog(), [](const Catalog*) {});
    const CommentedCatalog commented(shared, staged);
    const ObjectRef orders = same.object(QStringLiteral("orders"));
    const Impact impact = impactOf(same.facts(), orders, &commented);
    const Result<QString> script = rolloutScript(same.catalog(), impact, &commented);
    QVERIFY(bool(script));
    QVERIFY2(script->contains(QLatin1String("@keep (for audits)")), qPrintable(*script));
    for (const QString& statement : statementsOf(*script))
        QVERIFY2(!statement.contains(QLatin1String("DROP VIEW")) ||
                     !statement.contains(QLatin1String("v_deep")),
                 qPrintable(statement));
    const bool isSaid = std::ranges::any_of(impact.rollout, [&](const RolloutStep& step) {
        return step.object == view && step.sentence.contains(QLatin1String("carries @keep"));
    });
    QVERIFY(isSaid);
    const Result<QString> asRead = rolloutScript(same.catalog(), impactOf(same.facts(), orders));
    QVERIFY(asRead->contains(QLatin1String("DROP VIEW")));
    QVERIFY(!asRead->contains(QLatin1String("@keep")));
}

QTEST_APPLESS_MAIN(TestDdlRollout)
#include "tst_ddl_rollout.moc"
