// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Type texts of every engine and the family and shape that they are given.
#include "model/relations/type_families.h"
#include "model/relations/type_words.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

class tst_TypeFamilies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void familyOfText_data();
    void familyOfText();
    void shapeOfText_data();
    void shapeOfText();
    void userTypesCountAsWhatTheyHold();
    void wordsOccurOnce();
    void namesAreUnique();
    void isFastForManyColumns();
};

namespace {

constexpr Engine pg = Engine::PostgreSql;
constexpr Engine my = Engine::MariaDb;
constexpr Engine lite = Engine::Sqlite;

} // namespace

void tst_TypeFamilies::familyOfText_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("type");
    QTest::addColumn<TypeFamily>("family");
    const auto row = [](Engine engine, const char* type, TypeFamily family) {
        QTest::addRow("%s %s", qPrintable(engineName(engine)), type)
            << engine << QString::fromUtf8(type) << family;
    };
    row(pg, "bigint", TypeFamily::Number);
    row(pg, "numeric(10,2)", TypeFamily::Number);
    row(pg, "double precision", TypeFamily::Number);
    row(pg, "boolean", TypeFamily::Bool);
    row(pg, "uuid", TypeFamily::Uuid);
    row(pg, "character varying(80)", TypeFamily::Text);
    row(pg, "character(36)", TypeFamily::Text);
    row(pg, "\"char\"", TypeFamily::Text);
    row(pg, "ext.citext", TypeFamily::Text);
    row(pg, "bytea", TypeFamily::Binary);
    row(pg, "timestamp(3) without time zone", TypeFamily::Date);
    row(pg, "time with time zone", TypeFamily::Date);
    row(pg, "interval day to second", TypeFamily::Other);
    row(pg, "bit(1)", TypeFamily::Other);
    row(pg, "jsonb", TypeFamily::Json);
    row(pg, "character varying(80)[]", TypeFamily::Array);
    row(pg, "integer[][]", TypeFamily::Array);
    row(pg, "point", TypeFamily::Other); // has the letters of "int"
    row(pg, "int4range", TypeFamily::Other);
    row(pg, "public.\"Mood\"", TypeFamily::Unknown);
    row(pg, "interval_id", TypeFamily::Unknown);
    row(my, "bigint(20) unsigned", TypeFamily::Number);
    row(my, "tinyint(1)", TypeFamily::Bool);
    row(my, "tinyint(4)", TypeFamily::Number);
    row(my, "tinyint(10)", TypeFamily::Number);
    row(my, "bit(1)", TypeFamily::Bool);
    row(my, "bit(8)", TypeFamily::Other);
    row(my, "enum('int','text')", TypeFamily::Enum);
    row(my, "set('a','b')", TypeFamily::Enum);
    row(my, "longtext", TypeFamily::Text);
    row(my, "varbinary(16)", TypeFamily::Binary);
    row(my, "datetime(6)", TypeFamily::Date);
    row(my, "year(4)", TypeFamily::Date);
    row(my, "point", TypeFamily::Other);
    row(my, "inet6", TypeFamily::Other);
    row(lite, "INTEGER", TypeFamily::Number);
    row(lite, "UNSIGNED BIG INT", TypeFamily::Number);
    row(lite, "NVARCHAR(160)", TypeFamily::Text);
    row(lite, "[nvarchar](50)", TypeFamily::Text);
    row(lite, "[int]", TypeFamily::Number);
    row(lite, "GUID", TypeFamily::Uuid);
    row(lite, "uniqueidentifier", TypeFamily::Uuid);
    row(lite, "BIT", TypeFamily::Bool);
    row(lite, "tinyint(1)", TypeFamily::Number);
    row(lite, "MONEY", TypeFamily::Number);
    row(lite, "LONG_DATE", TypeFamily::Date);
    row(lite, "", TypeFamily::Unknown);
    row(lite, "Тип", TypeFamily::Unknown);
    row(pg, "", TypeFamily::Unknown);
    row(pg, "(", TypeFamily::Unknown);
    row(pg, "]", TypeFamily::Unknown);
    row(pg, "[]", TypeFamily::Unknown);
    row(pg, "a_type_name_that_is_longer_than_any_word_of_the_table", TypeFamily::Unknown);
}

void tst_TypeFamilies::familyOfText()
{
    QFETCH(Engine, engine);
    QFETCH(QString, type);
    QFETCH(TypeFamily, family);
    const TypeShape shape = typeShape(type, engine);
    QVERIFY2(shape.family == family, qPrintable(typeFamilyName(shape.family)));
}

void tst_TypeFamilies::shapeOfText_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("length"); // -1: absent
    QTest::addColumn<int>("scale");
    QTest::addColumn<bool>("isUnsigned");
    QTest::addColumn<int>("dimensions");
    QTest::newRow("int") << "int(11)"
                         << "int" << 11 << -1 << false << 0;
    QTest::newRow("unsigned") << "bigint(20) unsigned"
                              << "bigint" << 20 << -1 << true << 0;
    QTest::newRow("zerofill") << "int(5) zerofill"
                              << "int" << 5 << -1 << true << 0;
    QTest::newRow("numeric") << "numeric(10,2)"
                             << "decimal" << 10 << 2 << false << 0;
    QTest::newRow("varchar") << "character varying(80)"
                             << "varchar" << 80 << -1 << false << 0;
    QTest::newRow("char") << "character(36)"
                          << "char" << 36 << -1 << false << 0;
    QTest::newRow("array") << "character varying(80)[]"
                           << "varchar" << 80 << -1 << false << 1;
    QTest::newRow("matrix") << "integer[][]"
                            << "int" << -1 << -1 << false << 2;
    QTest::newRow("moment") << "timestamp(3) with time zone"
                            << "timestamptz" << 3 << -1 << false << 0;
    QTest::newRow("plain moment") << "timestamp without time zone"
                                  << "timestamp" << -1 << -1 << false << 0;
    QTest::newRow("enum") << "enum('1','2')"
                          << "enum" << -1 << -1 << false << 0;
    QTest::newRow("one byte") << "\"char\""
                              << "\"char\"" << -1 << -1 << false << 0;
    QTest::newRow("open") << "numeric(10"
                          << "decimal" << -1 << -1 << false << 0;
    QTest::newRow("words") << "numeric(a,b)"
                           << "decimal" << -1 << -1 << false << 0;
    QTest::newRow("unknown") << "public.\"Mood\""
                             << "public.\"Mood\"" << -1 << -1 << false << 0;
}

void tst_TypeFamilies::shapeOfText()
{
    QFETCH(QString, type);
    QFETCH(QString, name);
    QFETCH(int, length);
    QFETCH(int, scale);
    QFETCH(bool, isUnsigned);
    QFETCH(int, dimensions);
    const TypeShape shape = typeShape(type, my);
    QCOMPARE(shape.name, name);
    QCOMPARE(shape.length.value_or(-1), length);
    QCOMPARE(shape.scale.value_or(-1), scale);
    QCOMPARE(shape.isUnsigned, isUnsigned);
    QCOMPARE(shape.dimensions, dimensions);
}

void tst_TypeFamilies::userTypesCountAsWhatTheyHold()
{
    SourceCatalog source = test::SchemaText::source(
        QStringLiteral("t\n  a mood\n  b positive\n  c point3\n  d mood[]\n  e public.citext\n"));
    CatalogObjects& o = source.objects;
    const auto add = [&](int column, TypeKind kind, const char* base) {
        UserType type;
        type.name = o.columns[column].type;
        type.kind = kind;
        type.baseType = QString::fromLatin1(base);
        o.types.push_back(type);
        o.columns[column].userType = TypeId{static_cast<int>(o.types.size()) - 1};
    };
    add(0, TypeKind::Enum, "");
    add(1, TypeKind::Domain, "numeric(8,2)");
    add(2, TypeKind::Composite, "");
    add(3, TypeKind::Enum, "");
    add(4, TypeKind::Base, "");
    const Catalog catalog(std::move(o));
    const auto family = [&](int column) {
        return typeFamily(catalog.column(ColumnId{column}), catalog);
    };
    QVERIFY(family(0) == TypeFamily::Enum);
    QVERIFY(family(1) == TypeFamily::Number);
    QVERIFY(family(2) == TypeFamily::Other);
    QVERIFY(family(3) == TypeFamily::Array);
    QVERIFY(family(4) == TypeFamily::Text);
    QCOMPARE(typeShape(catalog, ColumnId{0}).name, QStringLiteral("mood"));
    QCOMPARE(typeShape(catalog, ColumnId{1}).scale.value_or(0), 2);
    QCOMPARE(typeShape(catalog, ColumnId{4}).name, QStringLiteral("citext"));
}

void tst_TypeFamilies::wordsOccurOnce()
{
    QVERIFY(std::ranges::adjacent_find(typeWords, {}, &TypeWord::word) == typeWords.end());
    for (const TypeWord& word : typeWords)
        QVERIFY2(word.word.size() < 24, word.word.data());
}

void tst_TypeFamilies::namesAreUnique()
{
    QSet<QString> names;
    for (int i = 0; i < typeFamilyCount; ++i)
        names.insert(typeFamilyName(static_cast<TypeFamily>(i)));
    QCOMPARE(names.size(), typeFamilyCount);
}

void tst_TypeFamilies::isFastForManyColumns()
{
    const char* const types[] = {"bigint",
                                 "character varying(80)",
                                 "timestamp without time zone",
                                 "numeric(10,2)",
                                 "boolean",
                                 "some_type"};
    QString text = QStringLiteral("t\n");
    for (int i = 0; i < 1200; ++i)
        text += QStringLiteral("  c%1 x\n").arg(i);
    SourceCatalog source = test::SchemaText::source(text);
    for (std::size_t i = 0; i < source.objects.columns.size(); ++i)
        source.objects.columns[i].type = QString::fromLatin1(types[i % std::size(types)]);
    const Catalog catalog(std::move(source.objects));
    int numbers = 0;
    QBENCHMARK_ONCE
    {
        for (int round = 0; round < 167; ++round) {
            for (const Column& column : catalog.objects().columns)
                numbers += typeFamily(column, catalog) == TypeFamily::Number ? 1 : 0;
        }
    }
    QCOMPARE(numbers, 167 * 400);
}

QTEST_APPLESS_MAIN(tst_TypeFamilies)
#include "tst_type_families.moc"
