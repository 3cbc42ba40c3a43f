// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What another type means for the values in a column, within one engine and between two; and which
// defaults mean the same.
#include "model/diff/default_text.h"
#include "model/diff/type_change.h"

#include <QTest>

using namespace cadastre;

Q_DECLARE_METATYPE(cadastre::Engine)
Q_DECLARE_METATYPE(cadastre::TypeChange)

class TestTypeChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<TypeChange>("forth");
        QTest::addColumn<TypeChange>("back");
        const auto row = [](Engine engine, const char* before, const char* after, TypeChange forth,
                            TypeChange back) {
            QTest::addRow("%s to %s (%s)", before, after, qPrintable(engineName(engine)))
                << engine << QString::fromLatin1(before) << QString::fromLatin1(after) << forth
                << back;
        };
        const auto pg = Engine::PostgreSql;
        const auto maria = Engine::MariaDb;
        const auto same = TypeChange::Same;
        const auto spelled = TypeChange::Spelled;
        const auto wider = TypeChange::Widened;
        const auto narrower = TypeChange::Narrowed;
        const auto other = TypeChange::Changed;
        row(pg, "integer", "integer", same, same);
        row(pg, "integer", "bigint", wider, narrower);
        row(pg, "smallint", "integer", wider, narrower);
        row(pg, "integer", "numeric", wider, narrower);
        row(pg, "integer", "text", other, other);
        row(pg, "integer", "boolean", other, other);
        row(pg, "numeric(10,2)", "numeric(12,2)", wider, narrower);
        row(pg, "numeric(10,2)", "numeric(10,4)", narrower, narrower);
        row(pg, "numeric(10,2)", "numeric", wider, narrower);
        row(pg, "real", "double precision", wider, narrower);
        row(pg, "numeric(10,2)", "double precision", other, other);
        row(pg, "character varying(40)", "character varying(80)", wider, narrower);
        row(pg, "character varying(40)", "text", wider, narrower);
        row(pg, "varchar(40)", "character varying(40)", spelled, spelled);
        row(pg, "character varying(4)", "character(4)", other, other);
        row(pg, "date", "timestamp without time zone", other, other);
        row(pg, "timestamp without time zone", "timestamp with time zone", other, other);
        row(pg, "timestamp(0) without time zone", "timestamp(3) without time zone", wider,
            narrower);
        row(pg, "text", "text[]", other, other);
        row(pg, "jsonb", "json", other, other);
        row(pg, "uuid", "text", other, other);
        row(maria, "int(11)", "int", spelled, spelled);
        row(maria, "int(10) unsigned", "int(11)", narrower, narrower);
        row(maria, "tinyint(4)", "bigint(20)", wider, narrower);
        row(maria, "text", "longtext", wider, narrower);
        row(maria, "enum('a','b')", "enum('a','b','c')", wider, narrower);
        row(maria, "enum('a','b')", "enum('a','c')", narrower, narrower);
        row(maria, "varchar(20)", "enum('a')", narrower, wider);
        row(Engine::Sqlite, "INTEGER", "TEXT", other, other);
        row(Engine::Sqlite, "VARCHAR(80)", "VARCHAR(40)", narrower, wider);
    }

    void types()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(TypeChange, forth);
        QFETCH(TypeChange, back);
        QCOMPARE(typeChange(engine, before, engine, after), forth);
        QCOMPARE(typeChange(engine, after, engine, before), back);
    }

    void betweenEngines_data()
    {
        QTest::addColumn<Engine>("one");
        QTest::addColumn<QString>("type");
        QTest::addColumn<Engine>("other");
        QTest::addColumn<QString>("otherType");
        QTest::addColumn<bool>("isSame");
        const auto row = [](Engine one, const char* type, Engine other, const char* otherType,
                            bool isSame) {
            QTest::addRow("%s and %s", type, otherType) << one << QString::fromLatin1(type) << other
                                                        << QString::fromLatin1(otherType) << isSame;
        };
        const auto pg = Engine::PostgreSql;
        const auto maria = Engine::MariaDb;
        const auto lite = Engine::Sqlite;
        row(pg, "bigint", lite, "INTEGER", true);
        row(pg, "boolean", lite, "INTEGER", true);
        row(pg, "uuid", lite, "TEXT", true);
        row(pg, "jsonb", lite, "TEXT", true);
        row(pg, "timestamp with time zone", lite, "TEXT", true);
        row(pg, "timestamp with time zone", lite, "DATETIME", true);
        row(pg, "numeric(10,2)", lite, "NUMERIC", true);
        row(pg, "bytea", lite, "BLOB", true);
        row(pg, "timestamp with time zone", lite, "BLOB", false);
        row(pg, "integer", lite, "TEXT", false);
        row(pg, "character varying(80)", maria, "varchar(80)", true);
        row(pg, "character varying(80)", maria, "varchar(40)", false);
        row(pg, "integer", maria, "int(11)", true);
        row(pg, "bigint", maria, "int(11)", false);
        row(pg, "boolean", maria, "tinyint(1)", true);
        row(pg, "numeric(10,2)", maria, "decimal(10,2)", true);
        row(pg, "timestamp without time zone", maria, "varchar(30)", false);
        row(pg, "uuid", maria, "char(36)", true);
    }

    void betweenEngines()
    {
        QFETCH(Engine, one);
        QFETCH(QString, type);
        QFETCH(Engine, other);
        QFETCH(QString, otherType);
        QFETCH(bool, isSame);
        QCOMPARE(typeChange(one, type, other, otherType) == TypeChange::Same, isSame);
        QCOMPARE(typeChange(other, otherType, one, type) == TypeChange::Same, isSame);
    }

    void defaults_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char* one, const char* other, bool isSame) {
            QTest::addRow("%s and %s", one, other)
                << QString::fromLatin1(one) << QString::fromLatin1(other) << isSame;
        };
        row("now()", "CURRENT_TIMESTAMP", true);
        row("current_timestamp()", "CURRENT_TIMESTAMP", true);
        row("'open'::character varying", "'open'", true);
        row("'open'::text", "'paid'", false);
        row("(0)::numeric", "0", true);
        row("'0'", "0", true);
        row("true", "1", true);
        row("false", "1", false);
        row("NULL", "", true);
        row("nextval('orders_id_seq'::regclass)", "", true);
        row("0", "", false);
    }

    void defaults()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, isSame);
        QCOMPARE(meansTheSameDefault(one, other), isSame);
        QCOMPARE(meansTheSameDefault(other, one), isSame);
    }
};

QTEST_GUILESS_MAIN(TestTypeChange)
#include "tst_type_change.moc"
