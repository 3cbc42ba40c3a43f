// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is said of deletes is what the servers do: a row is deleted, and the rows that are left, set
// to null or gone are compared with what was foretold, triggers too.
#include "model/relations/delete_effects.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestDeleteEffectsServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresqlDoesWhatIsSaid();
    void mariaDbDoesWhatIsSaid();
};

namespace {

/// Every table has one row that hangs on the customer, directly or not.
const QByteArray tables =
    "CREATE TABLE customers (id int PRIMARY KEY);"
    "CREATE TABLE orders (id int PRIMARY KEY, customer_id int, FOREIGN KEY (customer_id) "
    "REFERENCES customers (id) ON DELETE CASCADE);"
    "CREATE TABLE order_lines (id int PRIMARY KEY, order_id int, FOREIGN KEY (order_id) "
    "REFERENCES orders (id) ON DELETE CASCADE);"
    "CREATE TABLE notes (id int PRIMARY KEY, order_id int, FOREIGN KEY (order_id) REFERENCES "
    "orders (id) ON DELETE SET NULL);"
    "CREATE TABLE visits (id int PRIMARY KEY, customer_id int);"
    "CREATE TABLE fired (name varchar(20));"
    "INSERT INTO customers VALUES (1); INSERT INTO orders VALUES (1, 1);"
    "INSERT INTO order_lines VALUES (1, 1); INSERT INTO notes VALUES (1, 1);"
    "INSERT INTO visits VALUES (1, 1);";

const QByteArray refusal = "CREATE TABLE invoices (id int PRIMARY KEY, order_id int, FOREIGN KEY "
                           "(order_id) REFERENCES orders (id));"
                           "INSERT INTO invoices VALUES (1, 1);";

/// Declared relationships, and the one of visits that nobody declared.
std::vector<Relationship> relationshipsOf(const Catalog& catalog)
{
    std::vector<Relationship> relationships = declaredRelationships(catalog);
    const ColumnId child{catalog.resolve(u"visits.customer_id")->index};
    const ColumnId parent{catalog.resolve(u"customers.id")->index};
    Relationship visits;
    visits.origin = RelationshipOrigin::Added;
    visits.child = catalog.column(child).table;
    visits.childColumns = {child};
    visits.targets = {{catalog.column(parent).table, {parent}, {}}};
    relationships.push_back(visits);
    return relationships;
}

DeleteEffects foretold(const Catalog& catalog)
{
    return deleteEffects(catalog, relationshipsOf(catalog),
                         TableId{catalog.resolve(u"customers")->index});
}

QStringList tablesWith(const Catalog& catalog, const DeleteEffects& effects, DeleteEffect effect)
{
    QStringList names;
    for (const DeleteReach& reach : effects.reached) {
        if (reach.effect == effect)
            names << catalog.displayName(reach.child);
    }
    return names;
}

QStringList triggersForetold(const Catalog& catalog, const DeleteEffects& effects)
{
    std::vector<TriggerId> ids = effects.triggers;
    if (effects.runsCascadeTriggers)
        ids.insert(ids.end(), effects.cascadeTriggers.begin(), effects.cascadeTriggers.end());
    QStringList names;
    for (TriggerId id : ids)
        names << catalog.trigger(id).name;
    names.sort();
    return names;
}

/// Deletes the customer and compares every table with what was said of it.
template <typename Database, typename Session>
void compareWithServer(Database& database, Session& session, const Catalog& catalog)
{
    const DeleteEffects effects = foretold(catalog);
    QVERIFY(tablesWith(catalog, effects, DeleteEffect::Refused).isEmpty());
    QCOMPARE(database.execute("DELETE FROM customers WHERE id = 1"), QString());
    const auto rowsOf = [&](const QString& table, const QByteArray& condition) {
        return session.value("SELECT count(*) FROM " + table.toUtf8() + " WHERE " + condition);
    };
    const QString none = QStringLiteral("0");
    const QString one = QStringLiteral("1");
    const QStringList deleted = tablesWith(catalog, effects, DeleteEffect::DeletedToo);
    QCOMPARE(deleted, (QStringList{QStringLiteral("orders"), QStringLiteral("order_lines")}));
    for (const QString& table : deleted)
        QCOMPARE(rowsOf(table, "true"), none);
    for (const QString& table : tablesWith(catalog, effects, DeleteEffect::SetToNull))
        QCOMPARE(rowsOf(table, "order_id IS NULL"), one);
    QCOMPARE(tablesWith(catalog, effects, DeleteEffect::LeftBehind),
             QStringList{QStringLiteral("visits")});
    QCOMPARE(rowsOf(QStringLiteral("visits"), "customer_id = 1"), one);
    QStringList fired = session.column("SELECT name FROM fired ORDER BY name");
    QCOMPARE(fired, triggersForetold(catalog, effects));
}

} // namespace

void TestDeleteEffectsServers::postgresqlDoesWhatIsSaid()
{
    PostgresTestDatabase database(QStringLiteral("deletes"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute(
                 tables +
                 "CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO "
                 "fired VALUES (TG_NAME); RETURN OLD; END';"
                 "CREATE TRIGGER of_customers AFTER DELETE ON customers FOR EACH ROW EXECUTE "
                 "FUNCTION tell();"
                 "CREATE TRIGGER of_lines AFTER DELETE ON order_lines FOR EACH ROW EXECUTE "
                 "FUNCTION tell();"),
             QString());
    const auto read = [&] { return catalogOf(*readFrom({database.url(), {}, {}, {}})); };
    QCOMPARE(database.execute(refusal), QString());
    const Catalog refused = read();
    QCOMPARE(tablesWith(refused, foretold(refused), DeleteEffect::Refused),
             QStringList{QStringLiteral("invoices")});
    QVERIFY(!database.execute("DELETE FROM customers WHERE id = 1").isEmpty());
    QCOMPARE(database.execute("DROP TABLE invoices"), QString());
    compareWithServer(database, database.session(), read());
}

void TestDeleteEffectsServers::mariaDbDoesWhatIsSaid()
{
    MariaDbTestDatabase database(QStringLiteral("deletes"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute(tables +
                              "CREATE TRIGGER of_customers AFTER DELETE ON customers FOR EACH ROW "
                              "INSERT INTO fired VALUES ('of_customers');"
                              "CREATE TRIGGER of_lines AFTER DELETE ON order_lines FOR EACH ROW "
                              "INSERT INTO fired VALUES ('of_lines');"),
             QString());
    QCOMPARE(database.execute(refusal), QString());
    const Catalog refused = catalogOf(database.url());
    QCOMPARE(tablesWith(refused, foretold(refused), DeleteEffect::Refused),
             QStringList{QStringLiteral("invoices")});
    QVERIFY(!database.execute("DELETE FROM customers WHERE id = 1").isEmpty());
    QCOMPARE(database.execute("DROP TABLE invoices"), QString());
    compareWithServer(database, database.session(), catalogOf(database.url()));
}

QTEST_GUILESS_MAIN(TestDeleteEffectsServers)
#include "tst_delete_effects_servers.moc"
