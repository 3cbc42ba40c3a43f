// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which types hold comparable values, and how values are looked up. That no server refuses the
// expressions is tested on the servers (tst_verify_postgresql, tst_verify_mariadb).
#include "model/dialect/value_lookup.h"

#include <QTest>

using namespace cadastre;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class tst_ValueLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void families_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("type");
        QTest::addColumn<ValueFamily>("expected");
        const auto row = [](Engine engine, const char* type, ValueFamily expected) {
            QTest::addRow("%d %s", static_cast<int>(engine), type)
                << engine << text(type) << expected;
        };
        row(Engine::PostgreSql, "integer", ValueFamily::Integer);
        row(Engine::PostgreSql, "numeric(10,2)", ValueFamily::Number);
        row(Engine::PostgreSql, "character varying(80)", ValueFamily::Text);
        row(Engine::PostgreSql, "timestamp(6) with time zone", ValueFamily::Moment);
        row(Engine::PostgreSql, "integer[]", ValueFamily::Other);
        row(Engine::PostgreSql, "jsonb", ValueFamily::Other);
        row(Engine::MariaDb, "int(10) unsigned zerofill", ValueFamily::Integer);
        row(Engine::MariaDb, "enum('a','b)c')", ValueFamily::Other);
        row(Engine::MariaDb, "enum('a','b')", ValueFamily::Text);
        row(Engine::MySql, "varbinary(16)", ValueFamily::Binary);
        row(Engine::Sqlite, "UNSIGNED BIG INT", ValueFamily::Integer);
        row(Engine::Sqlite, "NVARCHAR(100)", ValueFamily::Text);
        row(Engine::Sqlite, "", ValueFamily::Binary);
        row(Engine::Sqlite, "DECIMAL(10,5)", ValueFamily::Number);
    }

    void families()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, type);
        QFETCH(ValueFamily, expected);
        QCOMPARE(valueFamily(engine, type), expected);
    }

    void keysBetweenTypes_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("child");
        QTest::addColumn<QString>("parent");
        QTest::addColumn<bool>("expected");
        const auto row = [](Engine engine, const char* child, const char* parent, bool expected) {
            QTest::addRow("%d %s > %s", static_cast<int>(engine), child, parent)
                << engine << text(child) << text(parent) << expected;
        };
        row(Engine::PostgreSql, "integer", "bigint", true);
        row(Engine::PostgreSql, "bigint", "character(36)", false);
        row(Engine::PostgreSql, "text", "uuid", false);
        row(Engine::PostgreSql, "character varying(10)", "text", true);
        row(Engine::PostgreSql, "mood", "mood", true);
        row(Engine::PostgreSql, "mood", "text", false);
        row(Engine::MariaDb, "int(11)", "int", true);
        row(Engine::MariaDb, "int(10) unsigned", "int(11)", false);
        row(Engine::MariaDb, "bigint(20)", "char(36)", false);
        row(Engine::MariaDb, "varchar(10)", "char(36)", true);
        row(Engine::Sqlite, "INTEGER", "TEXT", false);
        row(Engine::Sqlite, "INT", "BIGINT", true);
    }

    void keysBetweenTypes()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, child);
        QFETCH(QString, parent);
        QFETCH(bool, expected);
        QCOMPARE(canReferenceType(engine, child, parent), expected);
    }

    void lookups()
    {
        const auto lookup = [](Engine engine, const char* child, const char* parent) {
            return valueLookup(engine, {text("g.k1"), text(child), false, {}, {}},
                               {text("p.id"), text(parent), false, {}, {}});
        };
        QCOMPARE(lookup(Engine::PostgreSql, "integer", "bigint")->child, text("g.k1"));
        QVERIFY(lookup(Engine::PostgreSql, "text", "uuid")->canUseIndex);
        QVERIFY(lookup(Engine::PostgreSql, "bigint", "character(36)")->canUseIndex);
        QVERIFY(!lookup(Engine::PostgreSql, "integer", "uuid"));
        QVERIFY(!lookup(Engine::PostgreSql, "boolean", "bigint"));
        QVERIFY(!lookup(Engine::PostgreSql, "text", "jsonb")->canUseIndex);
        QVERIFY(!lookup(Engine::MariaDb, "date", "bigint"));
        QVERIFY(lookup(Engine::MariaDb, "varchar(9)", "bigint")->canUseIndex);
        QCOMPARE(lookup(Engine::Sqlite, "INT", "TEXT")->child, text("CAST(g.k1 AS TEXT)"));
        QCOMPARE(lookup(Engine::Sqlite, "TEXT", "INT")->child, text("g.k1"));
    }

    void lists()
    {
        QCOMPARE(numberedList(2, text("k"), text("g")), text("g.k1, g.k2"));
        QCOMPARE(aliasedList({text("c.a"), text("c.b")}, text("k")), text("c.a AS k1, c.b AS k2"));
        QCOMPARE(noneOf(text("x"), {}), text("1 = 1"));
        QCOMPARE(noneOf(text("x"), {text("'%1'"), text("'b'")}), text("x NOT IN ('%1', 'b')"));
        QCOMPARE(anyIsNull({text("a"), text("b")}), text("a IS NULL OR b IS NULL"));
    }
};

QTEST_APPLESS_MAIN(tst_ValueLookup)
#include "tst_value_lookup.moc"
