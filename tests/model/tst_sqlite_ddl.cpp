// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The small parser of SQLite's CREATE texts: constraints with names, comments and their owners,
// expressions with everything that looks like their end inside.
#include "model/dialect/sqlite_ddl.h"
#include "model/dialect/sqlite_statements.h"
#include "model/dialect/sqlite_tokens.h"

#include <QtTest>

using namespace cadastre;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

/// Constraints as lines, for comparing.
QStringList constraintLines(const SqliteTableDdl& table)
{
    static const QStringList kinds{text("pk"), text("unique"), text("check"), text("fk")};
    QStringList lines;
    for (const SqliteConstraintDdl& one : table.constraints) {
        QStringList words{kinds.at(int(one.kind)),
                          one.name,
                          one.columns.join(QLatin1Char('+')),
                          one.expression,
                          one.referencedTable,
                          one.matchType};
        if (one.deferrable)
            words << (one.initiallyDeferred ? text("deferred") : text("deferrable"));
        words.removeAll(QString());
        lines << words.join(QLatin1Char(' '));
    }
    return lines;
}

QStringList columnNames(const SqliteTableDdl& table)
{
    QStringList names;
    for (const SqliteColumnDdl& column : table.columns)
        names << column.name;
    return names;
}

} // namespace

class TestSqliteDdl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void constraints_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* sql, const QStringList& expected) {
            QTest::newRow(sql) << text(sql) << expected;
        };
        row("CREATE TABLE t (id INTEGER)", {});
        row("CREATE TABLE t (id INTEGER CONSTRAINT k PRIMARY KEY DESC ON CONFLICT ABORT "
            "AUTOINCREMENT)",
            {text("pk k id")});
        row("CREATE TABLE t (a INT NOT NULL ON CONFLICT FAIL UNIQUE CHECK (a > 0), b)",
            {text("unique a"), text("check a > 0")});
        row("CREATE TABLE t (a TEXT DEFAULT 'x, CHECK (1)' CHECK (a <> ')') , UNIQUE (a, b))",
            {text("check a <> ')'"), text("unique a+b")});
        row("CREATE TABLE t (a INT DEFAULT -1 REFERENCES p (id) ON DELETE SET NULL ON UPDATE "
            "CASCADE MATCH full DEFERRABLE INITIALLY DEFERRED NOT NULL)",
            {text("fk a p FULL deferred")});
        row("CREATE TABLE t (a, FOREIGN KEY (a) REFERENCES \"p q\" NOT DEFERRABLE INITIALLY "
            "DEFERRED)",
            {text("fk a p q")});
        row("CREATE TABLE t (a, b, CONSTRAINT one CHECK (a) CONSTRAINT two CHECK (b))",
            {text("check one a"), text("check two b")});
        row("CREATE TABLE t(a DEFAULT (1 + (2)) CHECK ((a) IN (1,2)), PRIMARY KEY(a COLLATE nocase "
            "DESC, b))",
            {text("check (a) IN (1,2)"), text("pk a+b")});
        row("CREATE TABLE t (\"check\" INT, [primary] INT, `unique` INT)", {});
        row("CREATE TABLE t (a /* CHECK (1) */ INT -- UNIQUE\n)", {});
        row("create table t (a references p deferrable, b references q)",
            {text("fk a p deferrable"), text("fk b q")});
        row("CREATE TABLE t (a INT CHECK (a", {text("check a")});
        row("", {});
    }
    void constraints()
    {
        QFETCH(QString, sql);
        QTEST(constraintLines(parseSqliteTable(sql)), "expected");
    }

    void columns()
    {
        const SqliteTableDdl table = parseSqliteTable(
            text("CREATE TABLE IF NOT EXISTS main.\"a \"\"b\"\"\" (id INTEGER PRIMARY KEY "
                 "AUTOINCREMENT, \"we\"\"ird, (\" DECIMAL(10, 2) COLLATE nocase, [x]]y] TEXT, "
                 "'str' INT, `b``t` AS (id * ')') STORED, g INT GENERATED ALWAYS AS "
                 "(\"we\"\"ird, (\" || 'as') VIRTUAL, \xF0\x9F\x98\x80 x) WITHOUT ROWID"));
        // SQLite's [..] has no escape: `[x]` ends, `]y]` is unreadable and skipped with the type
        QCOMPARE(columnNames(table),
                 QStringList({text("id"), text("we\"ird, ("), text("x"), text("str"), text("b`t"),
                              text("g"), text("\xF0\x9F\x98\x80")}));
        QVERIFY(table.columns[0].autoIncrement);
        QVERIFY(!table.columns[1].autoIncrement);
        QCOMPARE(table.columns[1].collation, text("nocase"));
        QCOMPARE(table.columns[4].generationExpression, text("id * ')'"));
        QCOMPARE(table.columns[5].generationExpression, text("\"we\"\"ird, (\" || 'as'"));
        const SqliteTableDdl atEnd =
            parseSqliteTable(text("CREATE TABLE t (a INTEGER, PRIMARY KEY (A AUTOINCREMENT))"));
        QVERIFY(atEnd.columns[0].autoIncrement);
    }

    void virtualTable()
    {
        const SqliteTableDdl table = parseSqliteTable(
            text("CREATE VIRTUAL TABLE f USING fts5(title, body, tokenize = 'porter')"));
        QCOMPARE(table.module, text("fts5"));
        QCOMPARE(table.moduleArguments, text("title, body, tokenize = 'porter'"));
        QVERIFY(table.columns.empty());
    }

    void comments_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("tableComment");
        QTest::addColumn<QStringList>("columnComments");
        const auto row = [](const char* name, const char* sql, const char* table,
                            const QStringList& columns) {
            QTest::newRow(name) << text(sql) << text(table) << columns;
        };
        row("none", "CREATE TABLE t (a, b)", "", {text(""), text("")});
        row("trailing", "CREATE TABLE t (\n a INT, -- the a\n b INT -- the b\n)", "",
            {text("the a"), text("the b")});
        row("opening line", "CREATE TABLE t ( -- the table\n a INT,\n b INT)", "the table",
            {text(""), text("")});
        row("before the parenthesis", "CREATE TABLE t -- the table\n(\n a INT\n)", "the table",
            {text("")});
        row("behind the end", "CREATE TABLE t (a INT) -- the table", "the table", {text("")});
        row("lines before columns", "CREATE TABLE t (\n -- of a\n a INT,\n -- of b\n -- more\n b)",
            "", {text("of a"), text("of b\nmore")});
        row("line behind the opening only", "CREATE TABLE t (\n -- the table\n a INT, -- of a\n b)",
            "the table", {text("of a"), text("")});
        row("blank line behind the heading",
            "CREATE TABLE t (\n -- the table\n\n -- of a\n a INT,\n -- of b\n b)", "the table",
            {text("of a"), text("of b")});
        row("blank line before a column", "CREATE TABLE t (\n a,\n -- section\n\n b)", "",
            {text(""), text("")});
        row("inside a column", "CREATE TABLE t (\n a INT /* one */\n CHECK (a) -- two\n ,\n b)", "",
            {text("one\ntwo"), text("")});
        row("between two on one line", "CREATE TABLE t (a INT, /* of b */ b INT)", "",
            {text(""), text("of b")});
        row("before a column on its line", "CREATE TABLE t (\n /* of a */ a,\n /* of b */ b)", "",
            {text("of a"), text("of b")});
        row("of a constraint", "CREATE TABLE t (\n a,\n -- of the check\n CHECK (a) -- too\n)", "",
            {text("")});
        row("commented-out column at the end", "CREATE TABLE t (\n a INT\n -- , b INT\n)", "",
            {text("")});
        row("rulers", "CREATE TABLE t (\n a, -- -----\n /* ****\n  * of b\n  ****/\n b)", "",
            {text(""), text("of b")});
        row("in literals", "CREATE TABLE t (a DEFAULT '-- no', \"-- b\" INT /* yes */)", "",
            {text(""), text("yes")});
        row("minus one", "CREATE TABLE t (a, -- -1 is none\n b)", "",
            {text("-1 is none"), text("")});
    }
    void comments()
    {
        QFETCH(QString, sql);
        const SqliteTableDdl table = parseSqliteTable(sql);
        QTEST(table.comment, "tableComment");
        QStringList found;
        for (const SqliteColumnDdl& column : table.columns)
            found << column.comment;
        QTEST(found, "columnComments");
    }

    void commentOfAConstraint()
    {
        const SqliteTableDdl table =
            parseSqliteTable(text("CREATE TABLE t (\n a,\n -- why\n CHECK (a > 0)\n)"));
        QCOMPARE(table.constraints.front().comment, text("why"));
    }

    void indexes()
    {
        const SqliteIndexDdl index = parseSqliteIndex(
            text("CREATE UNIQUE INDEX IF NOT EXISTS main.i ON \"t(\" (a COLLATE nocase DESC, "
                 "lower(b || ') WHERE'), (c + 1) ASC) WHERE c IS NOT NULL -- only some\n AND d"));
        QCOMPARE(index.parts.size(), 3U);
        QCOMPARE(index.parts[0].expression, text("a"));
        QCOMPARE(index.parts[1].expression, text("lower(b || ') WHERE')"));
        QCOMPARE(index.parts[2].expression, text("(c + 1)"));
        QVERIFY(index.predicate.startsWith(text("c IS NOT NULL")));
        QVERIFY(index.predicate.endsWith(text("AND d")));
        QVERIFY(parseSqliteIndex(text("CREATE INDEX i ON t (a)")).predicate.isEmpty());
    }

    void triggers()
    {
        const SqliteTriggerDdl trigger = parseSqliteTrigger(
            text("CREATE TRIGGER \"BEGIN\" AFTER UPDATE OF price, \"on\" ON t FOR EACH ROW WHEN "
                 "new.a <> 'BEGIN'\nBEGIN\n  -- first\n  SELECT CASE WHEN 1 THEN 2 END;\nEND"));
        QCOMPARE(trigger.timing, text("AFTER"));
        QCOMPARE(trigger.events, text("UPDATE OF price, \"on\""));
        QCOMPARE(trigger.condition, text("new.a <> 'BEGIN'"));
        QCOMPARE(trigger.body, text("-- first\n  SELECT CASE WHEN 1 THEN 2 END;"));
        const SqliteTriggerDdl instead =
            parseSqliteTrigger(text("create trigger x instead of delete on v begin select 1; end"));
        QCOMPARE(instead.timing, text("INSTEAD OF"));
        QCOMPARE(instead.events, text("DELETE"));
        QCOMPARE(
            parseSqliteTrigger(text("CREATE TRIGGER x INSERT ON t BEGIN SELECT 1; END")).timing,
            text("BEFORE"));
    }

    void views()
    {
        const SqliteViewDdl view = parseSqliteView(
            text("CREATE VIEW v (a, \"b c\") AS -- what it is for\nSELECT 1, /* x */ 2"));
        QCOMPARE(view.columns, QStringList({text("a"), text("b c")}));
        QCOMPARE(view.definition, text("SELECT 1, /* x */ 2"));
        QCOMPARE(view.comment, text("what it is for"));
        QVERIFY(parseSqliteView(text("CREATE VIEW v AS SELECT 1")).columns.isEmpty());
    }

    void quoting()
    {
        QCOMPARE(sqliteQuotedName(text("a.b")), text("\"a.b\""));
        QCOMPARE(sqliteQuotedName(text("we\"ird")), text("\"we\"\"ird\""));
        QCOMPARE(sqliteQuotedName(text("back`tick")), text("\"back`tick\""));
        QCOMPARE(sqliteQuotedName(text("\"quoted\"")), text("\"\"\"quoted\"\"\""));
        QCOMPARE(sqliteQuotedName({}), text("\"\""));
        QCOMPARE(sqliteUpdateAll(text("t"), {text("a\""), text("b")}),
                 text("UPDATE main.\"t\" SET \"a\"\"\" = NULL, \"b\" = NULL"));
    }

    void anyTextEnds()
    {
        for (const char* sql : {"CREATE TABLE t (a '", "CREATE TABLE t (\"a", "CREATE TABLE t (((",
                                "CREATE TABLE", "/* open", "x'", "[", "CREATE TABLE t (,,)", ")",
                                "CREATE TRIGGER t BEGIN", "CREATE VIEW v AS", "-- only"}) {
            parseSqliteTable(text(sql));
            parseSqliteIndex(text(sql));
            parseSqliteTrigger(text(sql));
            parseSqliteView(text(sql));
            for (const SqliteToken& token : sqliteTokens(text(sql)))
                QVERIFY(token.end > token.begin && token.end <= text(sql).size());
        }
    }
};

QTEST_GUILESS_MAIN(TestSqliteDdl)
#include "tst_sqlite_ddl.moc"
