// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Pairs of types and whether a foreign key may stand between them. The servers' own answers for
// all pairs are compared in tests/server/tst_key_type_pairs.
#include "model/relations/key_types.h"

#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

class tst_KeyTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesPairs_data();
    void judgesPairs();
    void namesBothTypes();
    void comparesCharacterSets_data();
    void comparesCharacterSets();
    void takesTheWorstOfSeveral();
};

namespace {

constexpr Engine pg = Engine::PostgreSql;
constexpr Engine my = Engine::MariaDb;
constexpr Engine lite = Engine::Sqlite;
constexpr KeyTypeFit fits = KeyTypeFit::Declarable;
constexpr KeyTypeFit change = KeyTypeFit::NeedsChange;
constexpr KeyTypeFit differ = KeyTypeFit::TypesDiffer;

/// Tables "child" and "parent" with columns of these types.
Catalog catalogOf(Engine engine, const QStringList& childTypes, const QStringList& parentTypes)
{
    QString text;
    const auto addTable = [&](const QString& name, qsizetype count) {
        text += name + QLatin1Char('\n');
        for (qsizetype i = 0; i < count; ++i)
            text += QStringLiteral("  c%1 x\n").arg(i);
    };
    addTable(QStringLiteral("child"), childTypes.size());
    addTable(QStringLiteral("parent"), parentTypes.size());
    SourceCatalog source = test::SchemaText::source(text);
    source.objects.sources.front().engine = engine;
    const QStringList types = childTypes + parentTypes;
    for (qsizetype i = 0; i < types.size(); ++i)
        source.objects.columns[static_cast<std::size_t>(i)].type = types[i];
    return Catalog(std::move(source.objects));
}

} // namespace

void tst_KeyTypes::judgesPairs_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("child");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<KeyTypeFit>("fit");
    const auto row = [](Engine engine, const char* child, const char* parent, KeyTypeFit fit) {
        QTest::addRow("%s: %s -> %s", qPrintable(engineName(engine)), child, parent)
            << engine << QString::fromUtf8(child) << QString::fromUtf8(parent) << fit;
    };
    row(pg, "bigint", "bigint", fits);
    row(pg, "integer", "bigint", fits);
    row(pg, "bigint", "integer", fits);
    row(pg, "numeric", "bigint", change);
    row(pg, "bigint", "numeric", fits);
    row(pg, "double precision", "integer", change);
    row(pg, "bigint", "character(36)", differ);
    row(pg, "character(36)", "bigint", differ);
    row(pg, "character(36)", "uuid", differ);
    row(pg, "uuid", "uuid", fits);
    row(pg, "text", "character varying(20)", fits);
    row(pg, "text", "citext", change);
    row(pg, "boolean", "integer", differ);
    row(pg, "integer[]", "integer", differ);
    row(pg, "date", "timestamp without time zone", fits);
    row(pg, "timestamp without time zone", "bigint", differ);
    row(pg, "json", "json", change);
    row(pg, "jsonb", "uuid", differ);
    row(pg, "money", "integer", differ);
    row(pg, "no_such_type", "no_such_type", fits);
    row(pg, "no_such_type", "other_type", differ);
    row(my, "bigint(20)", "bigint(20)", fits);
    row(my, "int(11)", "int(10)", fits);
    row(my, "int(11)", "bigint(20)", change);
    row(my, "int(10) unsigned", "int(11)", change);
    row(my, "tinyint(1)", "tinyint(4)", fits);
    row(my, "bigint(20)", "char(36)", differ);
    row(my, "char(36)", "bigint(20)", differ);
    row(my, "char(36)", "varchar(255)", fits);
    row(my, "char(36)", "uuid", change);
    row(my, "binary(16)", "uuid", change);
    row(my, "binary(16)", "char(36)", differ);
    row(my, "binary(16)", "varbinary(16)", fits);
    row(my, "binary(16)", "binary(20)", change);
    row(my, "longtext", "varchar(36)", change);
    row(my, "decimal(10,2)", "decimal(12,2)", change);
    row(my, "datetime", "datetime(6)", change);
    row(my, "time", "datetime", differ);
    row(my, "enum('a','b')", "enum('a','b')", fits);
    row(my, "enum('a','b')", "enum('b','a')", differ);
    row(my, "mediumint(9)", "date", differ);
    row(lite, "INTEGER", "BIGINT", fits);
    row(lite, "INTEGER", "TEXT", differ);
    row(lite, "BIGINT", "CHAR(36)", differ);
    row(lite, "GUID", "TEXT", fits);
    row(lite, "GUID", "INTEGER", differ);
    row(lite, "BLOB", "TEXT", differ);
    row(lite, "", "INTEGER", fits);
    row(lite, "VARCHAR(10)", "NCHAR(55)", fits);
}

void tst_KeyTypes::judgesPairs()
{
    QFETCH(Engine, engine);
    QFETCH(QString, child);
    QFETCH(QString, parent);
    QFETCH(KeyTypeFit, fit);
    const Catalog catalog = catalogOf(engine, {child}, {parent});
    const KeyTypeJudgement judgement = judgeKeyTypes(catalog, ColumnId{0}, ColumnId{1});
    QVERIFY2(judgement.fit == fit, qPrintable(judgement.reason));
    QVERIFY(judgement.fit == fits || !judgement.reason.isEmpty());
    QVERIFY(!judgement.reason.endsWith(QLatin1Char('.')));
}

void tst_KeyTypes::namesBothTypes()
{
    for (const Engine engine : {pg, my, lite}) {
        const Catalog catalog =
            catalogOf(engine, {QStringLiteral("bigint")}, {QStringLiteral("char(36)")});
        const QString reason = judgeKeyTypes(catalog, ColumnId{0}, ColumnId{1}).reason;
        QVERIFY2(reason.contains(QStringLiteral("bigint")), qPrintable(reason));
        QVERIFY2(reason.contains(QStringLiteral("char(36)")), qPrintable(reason));
        QVERIFY2(reason.contains(engineName(engine)), qPrintable(reason));
    }
}

void tst_KeyTypes::comparesCharacterSets_data()
{
    QTest::addColumn<QString>("childSet");
    QTest::addColumn<QString>("childCollation");
    QTest::addColumn<KeyTypeFit>("fit");
    QTest::newRow("the table's") << QString() << QString() << fits;
    QTest::newRow("the same") << "utf8mb4"
                              << "utf8mb4_general_ci" << fits;
    QTest::newRow("another set") << "latin1"
                                 << "latin1_swedish_ci" << change;
    QTest::newRow("another collation") << "utf8mb4"
                                       << "utf8mb4_bin" << change;
}

void tst_KeyTypes::comparesCharacterSets()
{
    QFETCH(QString, childSet);
    QFETCH(QString, childCollation);
    QFETCH(KeyTypeFit, fit);
    CatalogObjects o =
        catalogOf(my, {QStringLiteral("char(36)")}, {QStringLiteral("char(36)")}).objects();
    for (Table& table : o.tables) {
        table.characterSet = QStringLiteral("utf8mb4");
        table.collation = QStringLiteral("utf8mb4_general_ci");
    }
    o.columns[0].characterSet = childSet;
    o.columns[0].collation = childCollation;
    const Catalog catalog(std::move(o));
    const KeyTypeJudgement judgement = judgeKeyTypes(catalog, ColumnId{0}, ColumnId{1});
    QVERIFY2(judgement.fit == fit, qPrintable(judgement.reason));
    if (fit == change)
        QVERIFY(judgement.reason.contains(childCollation) || judgement.reason.contains(childSet));
}

void tst_KeyTypes::takesTheWorstOfSeveral()
{
    const Catalog catalog = catalogOf(
        my, {QStringLiteral("int(11)"), QStringLiteral("char(36)"), QStringLiteral("int(11)")},
        {QStringLiteral("int(11)"), QStringLiteral("bigint(20)"), QStringLiteral("bigint(20)")});
    const std::vector<ColumnId> child{ColumnId{0}, ColumnId{1}, ColumnId{2}};
    const std::vector<ColumnId> parent{ColumnId{3}, ColumnId{4}, ColumnId{5}};
    QVERIFY(judgeKeyTypes(catalog, child, parent).fit == differ);
    QVERIFY(judgeKeyTypes(catalog, {child[0], child[2]}, {parent[0], parent[2]}).fit == change);
    QVERIFY(judgeKeyTypes(catalog, {child[0]}, {parent[0]}).fit == fits);
}

QTEST_APPLESS_MAIN(tst_KeyTypes)
#include "tst_key_types.moc"
