// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What views and bodies use: everything listed must be found, and nothing else. Builtin function
// calls are left to the caller and taken out here by name.
#include "model/dialect/mariadb_references.h"

#include <QTest>

#include <array>
#include <random>

using namespace cadastre::mariadb;

class TestMariaDbReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void references_data();
    void references();
    void assignedColumns();
    void unreadable_data();
    void unreadable();
    void modes();
    void anyWordsEnd();
};

namespace {

QString textOf(const Reference& reference)
{
    static const char* const words[] = {"reads ", "writes ", "calls "};
    QString text = QString::fromLatin1(words[static_cast<int>(reference.kind)]);
    for (const QString& part : {reference.schema, reference.name}) {
        if (!part.isEmpty())
            text += part + QLatin1Char('.');
    }
    text.chop(1);
    return reference.column.isEmpty() ? text : QString(text + QLatin1Char(':') + reference.column);
}

QStringList textsOf(const References& references)
{
    QStringList texts;
    for (const Reference& reference : references.all)
        texts << textOf(reference);
    texts.sort();
    return texts;
}

void row(const char* name, const char* sql, const char* expected)
{
    QStringList lines =
        QString::fromLatin1(expected).split(QLatin1String(", "), Qt::SkipEmptyParts);
    lines.sort();
    QTest::newRow(name) << QString::fromLatin1(sql) << lines;
}

} // namespace

void TestMariaDbReferences::references_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("expected");
    row("simple view", "select `x`.`a`.`id` AS `id` from `x`.`a`", "reads x.a, reads x.a:id");
    row("aliases",
        "select `p`.`id` AS `id`,`c`.`n` + 1 AS `m` from (`x`.`a` `p` join `y`.`b` `c` "
        "on(`p`.`id` = `c`.`aid`)) where `p`.`gone` is null",
        "reads x.a, reads y.b, reads x.a:id, reads x.a:gone, reads y.b:n, reads y.b:aid");
    row("derived table hides its columns",
        "select `d`.`n` AS `n` from (select count(0) AS `n` from `x`.`a` group by `x`.`a`.`k`) `d`",
        "reads x.a, reads x.a:k, calls count");
    row("common table expression",
        "with recursive c as (select `x`.`a`.`id` AS `id` from `x`.`a` union all select `t`.`id` "
        "from "
        "(`x`.`b` `t` join `c` on(`c`.`id` = `t`.`up`))) select `c`.`id` AS `id` from `c`",
        "reads x.a, reads x.a:id, reads x.b, reads x.b:id, reads x.b:up");
    row("two common table expressions",
        "with p as (select 1 from a), q as (select 2 from b) select q.x from p join q join c",
        "reads a, reads b, reads c");
    row("correlated subquery",
        "select `p`.`id` from `x`.`a` `p` where exists(select 1 from `x`.`b` where `x`.`b`.`pid` = "
        "`p`.`key`)",
        "reads x.a, reads x.a:id, reads x.a:key, reads x.b, reads x.b:pid");
    row("union uses one alias for two tables",
        "select `t`.`p` from `x`.`a` `t` union select `t`.`q` from `x`.`b` `t`",
        "reads x.a, reads x.a:p, reads x.b, reads x.b:q");
    row("FROM inside functions is no table list",
        "select extract(year from `x`.`a`.`d`), trim(both 'from b' from `x`.`a`.`s`) from `x`.`a`",
        "reads x.a, reads x.a:d, reads x.a:s, calls extract, calls trim");
    row("stored function", "select `x`.`f`(`x`.`a`.`id`) AS `v` from `x`.`a`",
        "calls x.f, reads x.a, reads x.a:id");
    row("strings and comments are not read",
        "select 'from z', \"join y\" from a -- from b\n # from c\n /* from d */ where 1",
        "reads a");
    row("left function beside left join", "select left(s, 2) from a left join b using (id)",
        "reads a, reads b, calls left");
    row("system time", "select 1 from t for system_time as of now(6) u where u.a = 1",
        "reads t, calls now");
    row("insert", "insert into log(a, b) values (NEW.id, now())", "writes log, calls now");
    row("insert select", "insert ignore into s.log select t.a from src t",
        "writes s.log, reads src, reads src:a");
    row("upsert", "insert into log set a = 1 on duplicate key update a = a + 1", "writes log");
    row("update", "update low_priority stock s set s.n = s.n - NEW.qty where s.id = NEW.id",
        "writes stock, reads stock:n, reads stock:id");
    row("read and then written", "select a from t; update t set a = 1", "reads t, writes t");
    row("update of one of two tables",
        "update a join b on a.id = b.aid set b.n = a.n, b.m = 1 where a.k = 3",
        "reads a, reads b, writes b, reads a:id, reads b:aid, reads a:n, reads a:k");
    row("delete", "delete from t where id = OLD.id", "writes t");
    row("delete of one of two tables", "delete p from parent p join child c on c.pid = p.id",
        "reads parent, writes parent, reads child, reads child:pid, reads parent:id");
    row("delete using", "delete from c using s.p join s.c on c.pid = p.id",
        "reads s.p, reads s.c, writes s.c, reads s.c:pid, reads s.p:id");
    row("replace, truncate, call", "replace into r values (1); truncate table t; call s.p(1)",
        "writes r, writes t, calls s.p");
    row("replace and insert as functions", "set NEW.a = replace(insert('x', 1, 1, 'y'), 'a', 'b')",
        "calls replace, calls insert");
    row("block",
        "begin declare n int default 0; declare c cursor for select id from src; "
        "if NEW.a > 1 then update t set n = 1; else delete from u; end if; "
        "fetch c into n; end",
        "reads src, writes t, writes u");
    row("temporary tables are nobody's",
        "begin create temporary table if not exists tmp select * from a; insert into tmp select 1 "
        "from b; drop temporary table tmp; end",
        "reads a, reads b");
    row("select for update", "select a from t where id = 1 for update", "reads t");
    row("executable comments are read", "select 1 from a /*!50001 join b */", "reads a, reads b");
    row("hostile names", "select `a``b`.`c.d` from `x``y`.`a``b`",
        "reads x`y.a`b, reads x`y.a`b:c.d");
}

void TestMariaDbReferences::references()
{
    QFETCH(QString, sql);
    QFETCH(QStringList, expected);
    const References references = referencesOf(sql);
    QCOMPARE(textsOf(references), expected);
    QCOMPARE(references.unreadable, QString());
    QVERIFY(!references.dynamicSql);
}

void TestMariaDbReferences::assignedColumns()
{
    const QString body = QStringLiteral(
        "begin set NEW.total = NEW.qty * 2, NEW.`when` = now(); set @x = NEW.other = 1; "
        "if NEW.a = 1 then set new.total = 0; end if; end");
    const QStringList expected{QStringLiteral("total"), QStringLiteral("when")};
    QCOMPARE(referencesOf(body).assignedColumns, expected);
}

void TestMariaDbReferences::unreadable_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("open quote") << QStringLiteral("select 'abc from t");
    QTest::newRow("open comment") << QStringLiteral("select 1 /* from t");
    QTest::newRow("open parenthesis") << QStringLiteral("select (1 from t");
    QTest::newRow("closed too often") << QStringLiteral("select 1) from t");
    QTest::newRow("ambiguous update") << QStringLiteral("update a join b set n = 1");
}

void TestMariaDbReferences::unreadable()
{
    QFETCH(QString, sql);
    QVERIFY(!referencesOf(sql).unreadable.isEmpty());
}

void TestMariaDbReferences::modes()
{
    QVERIFY(referencesOf(QStringLiteral("prepare s from 'delete from t'")).dynamicSql);
    QVERIFY(referencesOf(QStringLiteral("begin execute immediate @sql; end")).dynamicSql);
    QVERIFY(!referencesOf(QStringLiteral("select prepare from t")).dynamicSql);

    const SqlMode ansi = SqlMode::fromText(QStringLiteral("STRICT_TRANS_TABLES,ANSI_QUOTES"));
    const QStringList fromA{QStringLiteral("reads a")};
    QCOMPARE(textsOf(referencesOf(QStringLiteral("select 1 from \"a\""), ansi)), fromA);
    const SqlMode plain = SqlMode::fromText(QStringLiteral("NO_BACKSLASH_ESCAPES"));
    QCOMPARE(textsOf(referencesOf(QStringLiteral("select 'x\\' from a"), plain)), fromA);
}

void TestMariaDbReferences::anyWordsEnd()
{
    static constexpr std::array words{
        "select",      "from",    "join",      "(",     ")",     ",",      ";",        "update",
        "set",         "delete",  "using",     "with",  "as",    "insert", "into",     "a",
        "b.c",         "`x`",     "=",         ".",     "new.d", "union",  "where",    "call",
        "for",         "create",  "table",     "begin", "fetch", "'s'",    "on",       "left",
        "system_time", "prepare", "temporary", "*",     "@v",    "1.5",    "recursive"};
    std::mt19937 random(7);
    for (int i = 0; i < 20000; ++i) {
        QString sql;
        for (unsigned length = random() % 24; length > 0; --length)
            sql += QLatin1String(words[random() % words.size()]) + QLatin1Char(' ');
        const References references = referencesOf(sql); // ends, and says something sensible
        for (const Reference& reference : references.all)
            QVERIFY2(!reference.name.isEmpty(), qPrintable(sql));
    }
}

QTEST_APPLESS_MAIN(TestMariaDbReferences)
#include "tst_mariadb_references.moc"
