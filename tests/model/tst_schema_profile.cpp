// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What inference knows of a schema before it proposes anything: words, module and column prefixes,
// glued letters, keys declared and guessed.
#include "model/relations/profile/schema_profile.h"

#include "tests/support/inference_fixture.h"

#include <QTest>

using namespace cadastre;
using test::EngineFixture;

class TestSchemaProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsModulePrefixes_data();
    void findsModulePrefixes();
    void findsGluedLetter_data();
    void findsGluedLetter();
    void findsColumnPrefixes_data();
    void findsColumnPrefixes();
    void findsKeys_data();
    void findsKeys();
    void knowsColumnsOfKeys();
    void countsNames();
    void leavesOutWhatTakesNoPart();
    void readsDomains();
    void takesOddNames();
};

namespace {

QString tablesNamed(const QString& names)
{
    QString text;
    for (const QString& name : names.split(QLatin1Char(' ')))
        text += name + QStringLiteral("\n  id bigint pk\n");
    return text;
}

} // namespace

void TestSchemaProfile::findsModulePrefixes_data()
{
    QTest::addColumn<QString>("tables");
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("expected");
    QTest::newRow("three tables") << "crm_leads crm_calls crm_notes"
                                  << "crm_leads" << 1;
    QTest::newRow("two tables") << "crm_leads crm_calls notes"
                                << "crm_leads" << 0;
    QTest::newRow("two words") << "a_b_c a_b_d a_b_e"
                               << "a_b_c" << 2;
    QTest::newRow("two words of three") << "a_b_c a_b_d a_x_e"
                                        << "a_b_c" << 1;
    QTest::newRow("only a prefix is no prefix") << "crm crm_a crm_b crm_c"
                                                << "crm" << 0;
    QTest::newRow("other schemas count apart") << "s.crm_a t.crm_b u.crm_c"
                                               << "s.crm_a" << 0;
}

void TestSchemaProfile::findsModulePrefixes()
{
    QFETCH(QString, tables);
    QFETCH(QString, table);
    const EngineFixture fixture(tablesNamed(tables));
    QTEST(fixture.tableProfile(table).modulePrefix, "expected");
}

void TestSchemaProfile::findsGluedLetter_data()
{
    QTest::addColumn<QString>("tables");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all tables") << "tagente tusuario tgrupo talerta tevento tmodulo treporte tlocal"
                                << "tagente"
                                << "agente";
    QTest::newRow("one of ten is none")
        << "tagente tusuario tgrupo talerta tevento tmodulo treporte tlocal tplano other"
        << "other"
        << "other";
    QTest::newRow("too few tables") << "tagente tusuario tgrupo talerta tevento tmodulo treporte"
                                    << "tagente"
                                    << "tagente";
    QTest::newRow("a module of all tables is no letter")
        << "product product_a product_b product_c product_d product_e product_f product_g"
        << "product"
        << "product";
    QTest::newRow("letters of many kinds")
        << "agente usuario grupo alerta evento modulo reporte local"
        << "agente"
        << "agente";
}

void TestSchemaProfile::findsGluedLetter()
{
    QFETCH(QString, tables);
    QFETCH(QString, table);
    const EngineFixture fixture(tablesNamed(tables));
    QTEST(fixture.tableWords(table), "expected");
}

void TestSchemaProfile::findsColumnPrefixes_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all columns") << "i_item_sk i_brand i_class"
                                 << "i";
    QTest::newRow("four of five") << "i_item_sk i_brand i_class i_size id"
                                  << "i";
    QTest::newRow("three of four") << "i_item_sk i_brand i_class colour"
                                   << "";
    QTest::newRow("two columns") << "i_item_sk i_brand"
                                 << "";
    QTest::newRow("names of one word") << "item brand class"
                                       << "";
}

void TestSchemaProfile::findsColumnPrefixes()
{
    QFETCH(QString, columns);
    QString text = QStringLiteral("item\n");
    for (const QString& column : columns.split(QLatin1Char(' ')))
        text += QStringLiteral("  %1 bigint\n").arg(column);
    const EngineFixture fixture(text);
    const int prefix = fixture.tableProfile(QStringLiteral("item")).columnPrefix;
    QTEST(prefix < 0 ? QString() : fixture.profile.vocabulary[prefix].text, "expected");
}

void TestSchemaProfile::findsKeys_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("declared");
    QTest::newRow("primary key") << "t\n  id bigint pk\n  a bigint"
                                 << "t.id" << true;
    QTest::newRow("primary first, then unique")
        << "t\n  a bigint unique\n  b bigint unique\n  id bigint pk"
        << "t.id t.a t.b" << true;
    QTest::newRow("unique index") << "t\n  a bigint\n  unique index a"
                                  << "t.a" << true;
    QTest::newRow("index that is not unique") << "t\n  a bigint\n  index a"
                                              << "" << false;
    QTest::newRow("of two columns") << "t\n  a bigint\n  b bigint\n  unique a, b"
                                    << "" << false;
    QTest::newRow("constraint and index are one") << "t\n  a bigint unique\n  unique index a"
                                                  << "t.a" << true;
    QTest::newRow("guessed id") << "t\n  a bigint\n  id bigint"
                                << "t.id" << false;
    QTest::newRow("guessed by the table's name") << "room\n  a bigint\n  room_id bigint"
                                                 << "room.room_id" << false;
    QTest::newRow("nothing to guess") << "t\n  a bigint\n  b_id bigint"
                                      << "" << false;
    QTest::newRow("no guess beside a key") << "t\n  id bigint\n  code text unique"
                                           << "t.code" << true;
}

void TestSchemaProfile::findsKeys()
{
    QFETCH(QString, table);
    const EngineFixture fixture(table);
    const TableProfile& found = fixture.profile.tables.front();
    QTEST(fixture.names(found.keys).join(QLatin1Char(' ')), "expected");
    QTEST(found.keyDeclared, "declared");
}

void TestSchemaProfile::knowsColumnsOfKeys()
{
    SourceCatalog source = test::SchemaText::source(
        QStringLiteral("t\n  id bigint pk\n  code text unique\n  other bigint\n  part bigint\n"
                       "  free bigint\n  index other, free\n  unique index part\n"));
    source.objects.indexes.back().predicate = QStringLiteral("part > 0");
    source.objects.columns.front().columnIdentity = Identity::Always;
    const EngineFixture fixture(std::make_shared<const Catalog>(
        mergeSources({std::make_shared<const SourceCatalog>(source)})));
    const ColumnProfile& id = fixture.columnProfile(QStringLiteral("t.id"));
    QVERIFY(id.primaryAlone && id.singleKey && id.numbersItself && !id.indexed);
    const ColumnProfile& code = fixture.columnProfile(QStringLiteral("t.code"));
    QVERIFY(!code.primaryAlone && code.uniqueAlone && code.singleKey && !code.numbersItself);
    const ColumnProfile& other = fixture.columnProfile(QStringLiteral("t.other"));
    QVERIFY(other.indexed && !other.singleKey);
    const ColumnProfile& part = fixture.columnProfile(QStringLiteral("t.part"));
    QVERIFY(part.indexed && !part.singleKey); // of some rows only
    QVERIFY(!fixture.columnProfile(QStringLiteral("t.free")).indexed);
}

void TestSchemaProfile::countsNames()
{
    const EngineFixture fixture("a\n  code text unique\n  x text\nb\n  CODE text unique\n"
                                "s.c\n  code text\n");
    const ColumnName& code =
        fixture.profile.names[fixture.columnProfile(QStringLiteral("a.code")).name];
    QCOMPARE(code.columns.size(), 3U);
    QCOMPARE(code.keyCount, 2);
    QCOMPARE(fixture.profile.names[fixture.columnProfile(QStringLiteral("a.x")).name].keyCount, 0);
    const SchemaId other = fixture.catalog->table(fixture.table(QStringLiteral("s.c"))).schema;
    QCOMPARE(code.tables.value(other.index), 1);
    QCOMPARE(code.keyOwners.value(other.index), 0);
}

void TestSchemaProfile::leavesOutWhatTakesNoPart()
{
    const EngineFixture fixture("orders\n  id bigint pk\nview v_orders\n  id bigint\n");
    QCOMPARE(fixture.profile.tablesTakingPart, 1);
    QVERIFY(!fixture.tableProfile(QStringLiteral("v_orders")).takesPart);
    QCOMPARE(fixture.columnProfile(QStringLiteral("v_orders.id")).name, -1);
    QCOMPARE(fixture.profile.names.front().columns.size(), 1U);
}

void TestSchemaProfile::readsDomains()
{
    SourceCatalog source =
        test::SchemaText::source(QStringLiteral("t\n  id bigint pk\n  mail email\n  at place\n"));
    source.objects.types.resize(2);
    source.objects.types[0].name = QStringLiteral("email");
    source.objects.types[0].kind = TypeKind::Domain;
    source.objects.types[0].baseType = QStringLiteral("character varying(80)");
    source.objects.types[1].name = QStringLiteral("place");
    source.objects.types[1].kind = TypeKind::Enum;
    source.objects.columns[1].userType = TypeId{0};
    source.objects.columns[2].userType = TypeId{1};
    const Catalog catalog = mergeSources({std::make_shared<const SourceCatalog>(source)});
    const SchemaProfile profile = profileOf(catalog, {true});
    QCOMPARE(profile.columns[1].type, (ColumnType{ValueFamily::Text, 80}));
    QCOMPARE(profile.columns[2].type, ColumnType());
}

void TestSchemaProfile::takesOddNames()
{
    const EngineFixture fixture(QStringLiteral("___\n  _ bigint pk\n  __ bigint\n"
                                               "2019\n  1 bigint pk\n  22 bigint\n"
                                               "🦊\n  🦊🦊 bigint pk\n  🦊_id bigint\n"
                                               "%1\n  %1 bigint pk\n")
                                    .arg(QString(5000, QLatin1Char('x'))));
    QCOMPARE(fixture.profile.tablesTakingPart, 4);
    QCOMPARE(fixture.tableProfile(QStringLiteral("___")).words.size(), 0U);
    QCOMPARE(fixture.profile.tables.size(), 4U);
    QVERIFY(profileOf(Catalog(), {}).tables.empty());
}

QTEST_APPLESS_MAIN(TestSchemaProfile)
#include "tst_schema_profile.moc"
