// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Deletes followed from parent to child: what the keys do, what stops them, what is left behind.
#include "model/relations/delete_effects.h"

#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

class tst_DeleteEffects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsCascades_data();
    void followsCascades();
    void stopsAtTheDepth();
    void leavesGuessesBehind();
    void keysThatAreNotEnforcedLeaveRowsBehind();
    void cascadesRunTriggersOrNot_data();
    void cascadesRunTriggersOrNot();
};

namespace {

QString effectName(DeleteEffect effect)
{
    switch (effect) {
    case DeleteEffect::Refused:
        return QStringLiteral("refused");
    case DeleteEffect::DeletedToo:
        return QStringLiteral("deleted");
    case DeleteEffect::SetToNull:
        return QStringLiteral("null");
    case DeleteEffect::SetToDefault:
        return QStringLiteral("default");
    case DeleteEffect::LeftBehind:
        return QStringLiteral("left");
    }
    Q_UNREACHABLE();
}

TableId tableNamed(const Catalog& catalog, const char* name)
{
    return TableId{catalog.resolve(QString::fromUtf8(name))->index};
}

/// "1 deleted orders, 2 refused invoices"
QString asText(const Catalog& catalog, const DeleteEffects& effects)
{
    QStringList parts;
    for (const DeleteReach& reach : effects.reached)
        parts << QStringLiteral("%1 %2 %3")
                     .arg(reach.depth)
                     .arg(effectName(reach.effect), catalog.displayName(reach.child));
    return parts.join(QStringLiteral(", "));
}

constexpr const char* shop = R"(
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
logs
  id integer pk
  order_id integer?
  line_id integer?
  customer_id integer
)";

Relationship guess(const Catalog& catalog, const char* child, const char* parent, double confidence)
{
    const ColumnId from{catalog.resolve(QString::fromUtf8(child))->index};
    const ColumnId to{catalog.resolve(QString::fromUtf8(parent))->index};
    Relationship relationship;
    relationship.origin = RelationshipOrigin::Inferred;
    relationship.confidence = confidence;
    relationship.child = catalog.column(from).table;
    relationship.childColumns = {from};
    relationship.targets = {{catalog.column(to).table, {to}, {}}};
    return relationship;
}

} // namespace

void tst_DeleteEffects::followsCascades_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("effects");
    QTest::newRow("two steps") << QByteArray(shop) << "customers"
                               << "1 deleted orders, 2 refused invoices, 2 deleted lines";
    QTest::newRow("one step") << QByteArray(shop) << "orders"
                              << "1 refused invoices, 1 deleted lines";
    QTest::newRow("nothing") << QByteArray(shop) << "lines"
                             << "";
    QTest::newRow("itself") << QByteArray("t\n  id integer pk\n  parent_id integer\n"
                                          "  key parent_id > t.id on delete cascade\n")
                            << "t"
                            << "1 deleted t";
    QTest::newRow("in a circle") << QByteArray("a\n  id integer pk\n  b_id integer\n"
                                               "  key b_id > b.id on delete cascade\n"
                                               "b\n  id integer pk\n  a_id integer\n"
                                               "  key a_id > a.id on delete cascade\n")
                                 << "a"
                                 << "1 deleted b, 2 deleted a";
}

void tst_DeleteEffects::followsCascades()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, table);
    QFETCH(QString, effects);
    const auto catalog = test::catalogFromText(schema.constData());
    const DeleteEffects found = deleteEffects(*catalog, declaredRelationships(*catalog),
                                              tableNamed(*catalog, table.toUtf8().constData()));
    QCOMPARE(asText(*catalog, found), effects);
    QVERIFY(!found.cutOff);
}

void tst_DeleteEffects::stopsAtTheDepth()
{
    QByteArray schema = "t0\n  id integer pk\n";
    for (int i = 1; i < 6; ++i)
        schema += "t" + QByteArray::number(i) + "\n  id integer pk\n  p integer\n  key p > t" +
                  QByteArray::number(i - 1) + ".id on delete cascade\n";
    const auto catalog = test::catalogFromText(schema.constData());
    const auto relationships = declaredRelationships(*catalog);
    DeleteEffectOptions options;
    options.maximumDepth = 3;
    const DeleteEffects cut =
        deleteEffects(*catalog, relationships, tableNamed(*catalog, "t0"), options);
    QCOMPARE(static_cast<int>(cut.reached.size()), 3);
    QVERIFY(cut.cutOff);
    const DeleteEffects whole = deleteEffects(*catalog, relationships, tableNamed(*catalog, "t0"));
    QCOMPARE(static_cast<int>(whole.reached.size()), 5);
    QVERIFY(!whole.cutOff);
}

void tst_DeleteEffects::leavesGuessesBehind()
{
    const auto catalog = test::catalogFromText(shop);
    std::vector<Relationship> relationships = declaredRelationships(*catalog);
    const auto effectsOf = [&](const Relationship& relationship) {
        std::vector<Relationship> all = relationships;
        all.push_back(relationship);
        return asText(*catalog, deleteEffects(*catalog, all, tableNamed(*catalog, "customers")));
    };
    const QString declaredOnly =
        QStringLiteral("1 deleted orders, 2 refused invoices, 2 deleted lines");
    Relationship direct = guess(*catalog, "logs.customer_id", "customers.id", 0.8);
    QCOMPARE(effectsOf(direct), QStringLiteral("1 deleted orders, 1 left logs, 2 refused invoices, "
                                               "2 deleted lines"));
    QCOMPARE(effectsOf(guess(*catalog, "logs.line_id", "lines.id", 0.8)),
             QString(declaredOnly + QStringLiteral(", 3 left logs")));
    direct.confidence = 0.4;
    QCOMPARE(effectsOf(direct), declaredOnly);
    direct.origin = RelationshipOrigin::Confirmed;
    QVERIFY(effectsOf(direct).contains(QStringLiteral("left logs")));
    direct.origin = RelationshipOrigin::Rejected;
    QCOMPARE(effectsOf(direct), declaredOnly);
    Relationship polymorphic = guess(*catalog, "logs.order_id", "orders.id", 0.9);
    polymorphic.targets.front().typeValue = QStringLiteral("Order");
    polymorphic.targets.push_back({tableNamed(*catalog, "customers"),
                                   {ColumnId{catalog->resolve(u"customers.id")->index}},
                                   QStringLiteral("Customer")});
    polymorphic.targets.push_back({TableId{}, {}, QStringLiteral("Ghost")});
    QCOMPARE(effectsOf(polymorphic),
             QStringLiteral("1 deleted orders, 1 left logs, 2 refused invoices, 2 deleted lines, 2 "
                            "left logs"));
}

void tst_DeleteEffects::keysThatAreNotEnforcedLeaveRowsBehind()
{
    SourceCatalog source = test::SchemaText::source(QString::fromUtf8(shop));
    for (Constraint& constraint : source.objects.constraints)
        constraint.enforced = false;
    const Catalog catalog(std::move(source.objects));
    QCOMPARE(asText(catalog, deleteEffects(catalog, declaredRelationships(catalog),
                                           tableNamed(catalog, "customers"))),
             QStringLiteral("1 left orders"));
}

void tst_DeleteEffects::cascadesRunTriggersOrNot_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<bool>("run");
    QTest::newRow("PostgreSQL") << Engine::PostgreSql << true;
    QTest::newRow("SQLite") << Engine::Sqlite << true;
    QTest::newRow("MariaDB") << Engine::MariaDb << false;
    QTest::newRow("MySQL") << Engine::MySql << false;
}

void tst_DeleteEffects::cascadesRunTriggersOrNot()
{
    QFETCH(Engine, engine);
    QFETCH(bool, run);
    SourceCatalog source = test::SchemaText::source(QString::fromUtf8(shop));
    CatalogObjects& o = source.objects;
    o.sources.front().engine = engine;
    const Catalog names(o);
    const auto addTrigger = [&](const char* table, const char* events, bool enabled) {
        Trigger trigger;
        trigger.table = tableNamed(names, table);
        trigger.name = QStringLiteral("%1_%2").arg(QString::fromUtf8(table)).arg(o.triggers.size());
        trigger.events = QString::fromUtf8(events);
        trigger.enabled = enabled;
        o.triggers.push_back(trigger);
    };
    addTrigger("customers", "DELETE", true);
    addTrigger("customers", "UPDATE OF deleted", true);
    addTrigger("customers", "DELETE", false);
    addTrigger("lines", "INSERT OR DELETE", true);
    addTrigger("invoices", "DELETE", true); // its rows stay
    const Catalog catalog(finishSource(std::move(o)).objects);
    const DeleteEffects effects =
        deleteEffects(catalog, declaredRelationships(catalog), tableNamed(catalog, "customers"));
    QCOMPARE(effects.runsCascadeTriggers, run);
    QCOMPARE(static_cast<int>(effects.triggers.size()), 1);
    QCOMPARE(catalog.trigger(effects.triggers.front()).name, QStringLiteral("customers_0"));
    QCOMPARE(static_cast<int>(effects.cascadeTriggers.size()), 1);
    QCOMPARE(catalog.trigger(effects.cascadeTriggers.front()).name, QStringLiteral("lines_3"));
}

QTEST_APPLESS_MAIN(tst_DeleteEffects)
#include "tst_delete_effects.moc"
