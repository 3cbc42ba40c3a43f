// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What checks and types say of columns: values, and columns that exclude each other.
#include "model/relations/sql/check_lists.h"

#include "model/relations/sql/check_expression.h"
#include "tests/support/schema_text.h"

#include <QTest>

#include <random>

using namespace cadastre;

namespace {

const char* const schema = R"(
notes
  kind text
  a integer?
  b integer?
  c integer?
  Flag text
)";

CatalogObjects objectsOf(Engine engine)
{
    CatalogObjects objects = test::SchemaText::source(QString::fromUtf8(schema)).objects;
    objects.sources.front().engine = engine;
    return objects;
}

std::shared_ptr<const Catalog> catalogOf(const CatalogObjects& objects)
{
    return std::make_shared<const Catalog>(
        mergeSources({std::make_shared<const SourceCatalog>(finishSource(objects))}));
}

void addCheck(CatalogObjects& objects, const QString& expression)
{
    Constraint check;
    check.table = TableId{0};
    check.kind = ConstraintKind::Check;
    check.name = QStringLiteral("check_%1").arg(objects.constraints.size());
    check.expression = expression;
    objects.constraints.push_back(check);
}

Engine engineOf(const QString& name)
{
    return name == QLatin1String("postgresql") ? Engine::PostgreSql
           : name == QLatin1String("mariadb")  ? Engine::MariaDb
                                               : Engine::Sqlite;
}

void row(const char* engines, const char* expression, const char* expected)
{
    for (const QString& engine : QString::fromLatin1(engines).split(QLatin1Char(' ')))
        QTest::addRow("%s: %s", qPrintable(engine), expression)
            << engine << QString::fromUtf8(expression) << QString::fromUtf8(expected);
}

void columns()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("expected");
}

} // namespace

class TestCheckLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data();
    void values();
    void types();
    void several();
    void exclusive_data();
    void exclusive();
    void hostileTexts();
};

void TestCheckLists::values_data()
{
    columns();
    const char* const all = "postgresql mariadb sqlite";
    row(all, "kind IN ('a', 'b')", "kind: a|b");
    row(all, "(((kind) in ('a','b')))", "kind: a|b");
    row(all, "CHECK (kind = 'a')", "kind: a");
    row(all, "kind = 'a' OR kind = 'b' or kind in ('c')", "kind: a|b|c");
    row(all, "kind IS NULL OR kind IN ('a', 'it''s')", "kind: a|it's");
    row(all, "kind IN ('a', 'b') AND a IN (1, 2, -3) AND c > 5", "a: 1|2|-3; kind: a|b");
    row(all, "cast(kind as char(3)) IN ('a')", "kind: a");
    row(all, "'a' = kind", "kind: a");
    row(all, "kind NOT IN ('a', 'b')", "");
    row(all, "NOT (kind IN ('a', 'b'))", "");
    row(all, "kind <> 'a'", "");
    row(all, "kind IN ('a') OR a = 1", "");
    row(all, "kind IN ('a') OR length(kind) = 3", "");
    row(all, "lower(kind) IN ('a', 'b')", "");
    row(all, "kind LIKE 'a%'", "");
    row(all, "a BETWEEN 1 AND 3", "");
    row(all, "kind = Flag", "");
    row(all, "nothing IN ('a')", "");
    row(all, "kind IN ('a'", "");
    row("postgresql",
        "(kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])",
        "kind: a|b");
    row("postgresql", "kind = ANY (ARRAY['a'::text, 'b'::text])", "kind: a|b");
    row("postgresql", "kind = 'a'::text", "kind: a");
    row("postgresql", "kind <> ALL (ARRAY['a'::text])", "");
    row("postgresql", "\"Flag\" = ANY (ARRAY['y'::bpchar])", "Flag: y");
    row("mariadb", "`kind` in (_utf8mb4'a',_latin1'b')", "kind: a|b");
    row("mariadb sqlite", "flag IN ('y', 'n')", "Flag: y|n");
    row("sqlite", "[kind] IN ('a')", "kind: a");
}

void TestCheckLists::values()
{
    QFETCH(QString, engine);
    QFETCH(QString, expression);
    CatalogObjects objects = objectsOf(engineOf(engine));
    addCheck(objects, expression);
    const auto catalog = catalogOf(objects);
    QStringList found;
    const auto values = allowedValues(*catalog);
    for (auto it = values.begin(); it != values.end(); ++it)
        found << QString(catalog->column(it.key()).name + QStringLiteral(": ") +
                         it->join(QLatin1Char('|')));
    found.sort();
    QTEST(found.join(QLatin1String("; ")), "expected");
}

void TestCheckLists::types()
{
    CatalogObjects objects = objectsOf(Engine::MariaDb);
    objects.columns[0].type = QStringLiteral("enum('a','it''s','c\\d')");
    objects.columns[1].type = QStringLiteral("set('x')");
    objects.columns[2].type = QStringLiteral("varchar(20)");
    auto catalog = catalogOf(objects);
    QHash<ColumnId, QStringList> expected{
        {ColumnId{0}, {QStringLiteral("a"), QStringLiteral("it's"), QStringLiteral("c\\d")}},
        {ColumnId{1}, {QStringLiteral("x")}}};
    QCOMPARE(allowedValues(*catalog), expected);

    objects = objectsOf(Engine::PostgreSql);
    UserType color;
    color.name = QStringLiteral("color");
    color.kind = TypeKind::Enum;
    color.labels = {QStringLiteral("red"), QStringLiteral("blue")};
    UserType domain;
    domain.name = QStringLiteral("grade");
    domain.kind = TypeKind::Domain;
    domain.checks = {QStringLiteral("VALUE = ANY (ARRAY['1'::text, '2'::text])"),
                     QStringLiteral("length(VALUE) = 1")};
    objects.types = {color, domain};
    objects.columns[0].userType = TypeId{0};
    objects.columns[1].userType = TypeId{1};
    objects.columns[2].userType = TypeId{0};
    objects.columns[2].type = QStringLiteral("color[]");
    catalog = catalogOf(objects);
    expected = {{ColumnId{0}, {QStringLiteral("red"), QStringLiteral("blue")}},
                {ColumnId{1}, {QStringLiteral("1"), QStringLiteral("2")}}};
    QCOMPARE(allowedValues(*catalog), expected);
}

void TestCheckLists::several()
{
    CatalogObjects objects = objectsOf(Engine::Sqlite);
    addCheck(objects, QStringLiteral("kind IN ('a', 'b', 'c')"));
    addCheck(objects, QStringLiteral("kind IN ('c', 'b', 'x')"));
    addCheck(objects, QStringLiteral("a IN (1)"));
    objects.constraints.back().enforced = false;
    const QHash<ColumnId, QStringList> expected{
        {ColumnId{0}, {QStringLiteral("b"), QStringLiteral("c")}}};
    QCOMPARE(allowedValues(*catalogOf(objects)), expected);
}

void TestCheckLists::exclusive_data()
{
    columns();
    const char* const all = "postgresql mariadb sqlite";
    row(all, "(a IS NOT NULL) + (b IS NOT NULL) + (c IS NOT NULL) = 1", "a, b, c");
    row(all, "1 = ((a is not null) + (b is not null))", "a, b");
    row(all,
        "(CASE WHEN a IS NULL THEN 0 ELSE 1 END) + CASE WHEN b IS NOT NULL THEN 1 ELSE 0 END = 1",
        "a, b");
    row(all, "(a IS NOT NULL AND b IS NULL) OR (a IS NULL AND b IS NOT NULL)", "a, b");
    row(all,
        "(kind = 'x' AND a IS NOT NULL AND b IS NULL AND c IS NULL) OR (kind = 'y' AND a IS NULL "
        "AND b IS NOT NULL "
        "AND c IS NULL) OR (kind = 'z' AND (a IS NULL AND b IS NULL) AND c IS NOT NULL)",
        "a, b, c");
    row(all, "(a IS NULL) <> (b IS NULL)", "a, b");
    row(all, "(a IS NULL) = (b IS NOT NULL)", "a, b");
    row(all, "c > 3 AND (a IS NULL) != (b IS NULL)", "a, b");
    row("postgresql", "num_nonnulls(a, b, c) = 1", "a, b, c");
    row("postgresql", "num_nulls(a, b, c) = 2", "a, b, c");
    row("postgresql",
        "((((a IS NOT NULL))::integer + ((b IS NOT NULL))::integer) + ((c IS NOT NULL))::integer) "
        "= 1",
        "a, b, c");
    row("mariadb", "if(a is null,0,1) + if(b is not null,1,0) = 1", "a, b");
    row("mariadb", "`a` is null xor `b` is null", "a, b");
    row("sqlite", "iif(a IS NULL, 0, 1) + iif(b NOTNULL, 1, 0) == 1", "a, b");
    row("sqlite", "(a NOT NULL AND b ISNULL) OR (a ISNULL AND b NOT NULL)", "a, b");
    row(all, "(a IS NOT NULL) + (b IS NOT NULL) >= 1", "");
    row(all, "(a IS NOT NULL) + (b IS NOT NULL) = 2", "");
    row(all, "(a IS NULL) + (b IS NULL) + (c IS NULL) = 1", "");
    row(all, "(a IS NULL) = (b IS NULL)", "");
    row(all, "a IS NOT NULL OR b IS NOT NULL", "");
    row(all, "(a IS NOT NULL AND b IS NULL) OR (a IS NULL AND b IS NULL)", "");
    row(all, "(a IS NOT NULL AND b IS NOT NULL) OR (a IS NULL AND b IS NULL)", "");
    row(all, "(a IS NOT NULL AND b IS NULL) OR b IS NOT NULL", "");
    row(all, "a + b = 1", "");
    row("postgresql", "num_nonnulls(a, b, c) = 2", "");
    row("postgresql", "num_nonnulls(a) = 1", "");
    row("postgresql", "num_nulls(a, b, c) = 1", "");
}

void TestCheckLists::exclusive()
{
    QFETCH(QString, engine);
    QFETCH(QString, expression);
    CatalogObjects objects = objectsOf(engineOf(engine));
    addCheck(objects, expression);
    addCheck(objects, expression);
    const auto catalog = catalogOf(objects);
    QStringList found;
    for (const std::vector<ColumnId>& set : exclusiveSets(*catalog)) {
        QStringList names;
        for (ColumnId id : set)
            names << catalog->column(id).name;
        found << names.join(QLatin1String(", "));
    }
    QTEST(found.join(QLatin1String("; ")), "expected");
}

void TestCheckLists::hostileTexts()
{
    const QString good = QStringLiteral(
        "((kind)::text = ANY (ARRAY['a'::text, 'b'])) OR (CASE WHEN a IS NULL THEN 0 ELSE 1 END "
        "+ num_nonnulls(b, c[1]) = 1 AND NOT x BETWEEN 1 AND 2)");
    std::mt19937 random(5);
    for (int i = 0; i < 20000; ++i) {
        QString text = good;
        for (unsigned n = random() % 4; n > 0; --n)
            text[qsizetype(random() % unsigned(text.size()))] = QChar(ushort(random() % 0x80 + 1));
        text.truncate(qsizetype(random() % unsigned(text.size() + 1)));
        for (const Engine engine : {Engine::PostgreSql, Engine::MariaDb, Engine::Sqlite})
            parseCheck(text, engine); // ends
    }
    for (const char* part : {"(", "not ", "- ", "case when ", "cast(", "f(", "array[", "a + ",
                             "a or ", "::a", "[1", "a in "})
        QVERIFY(parseCheck(QString::fromLatin1(part).repeated(100000), Engine::PostgreSql)
                    .parts.empty());
}

QTEST_APPLESS_MAIN(TestCheckLists)
#include "tst_check_lists.moc"
