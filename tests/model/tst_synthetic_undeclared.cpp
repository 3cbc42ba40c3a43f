// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The large schemas without foreign keys: the same every time, true to their own list, and read by
// the finders of structure as a person would read them.
#include "model/relations/structure/polymorphic.h"

#include "tests/support/synthetic_undeclared.h"

#include <QTest>

using namespace cadastre;
using test::syntheticUndeclared;

class TestSyntheticUndeclared : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameEveryTime();
    void hasTheTablesAskedFor_data();
    void hasTheTablesAskedFor();
    void keepsItsWord();
    void hasCopiesThatFold();
    void hasPairsThatAreFound();
};

void TestSyntheticUndeclared::isTheSameEveryTime()
{
    const auto first = syntheticUndeclared({});
    const auto second = syntheticUndeclared({});
    QVERIFY(*first.catalog == *second.catalog);
    QVERIFY(first.truth == second.truth && first.neutral == second.neutral);
    test::UndeclaredOptions other;
    other.seed = 7;
    QVERIFY(!(*first.catalog == *syntheticUndeclared(other).catalog));
}

void TestSyntheticUndeclared::hasTheTablesAskedFor_data()
{
    QTest::addColumn<int>("tables");
    for (int tables : {10, 100, 1000, 10000})
        QTest::newRow(qPrintable(QString::number(tables))) << tables;
}

void TestSyntheticUndeclared::hasTheTablesAskedFor()
{
    QFETCH(int, tables);
    test::UndeclaredOptions options;
    options.tables = tables;
    const auto schema = syntheticUndeclared(options);
    const auto count = static_cast<int>(schema.catalog->objects().tables.size());
    QVERIFY2(std::abs(count - tables) <= 2 + tables / 50, qPrintable(QString::number(count)));
    QVERIFY(schema.truth.size() > static_cast<std::size_t>(tables) / 2);
}

void TestSyntheticUndeclared::keepsItsWord()
{
    const auto schema = syntheticUndeclared({});
    const Catalog& catalog = *schema.catalog;
    for (const Constraint& constraint : catalog.objects().constraints)
        QVERIFY(constraint.kind == ConstraintKind::PrimaryKey);
    QSet<ColumnId> children;
    for (const test::UndeclaredReference& reference : schema.truth) {
        const Constraint* key = catalog.primaryKeyOf(catalog.column(reference.key).table);
        QVERIFY(key && key->columns == std::vector{reference.key});
        QCOMPARE(catalog.column(reference.child).type, catalog.column(reference.key).type);
        QVERIFY(!schema.neutral.contains(reference.child));
        QVERIFY(!children.contains(reference.child));
        children.insert(reference.child);
    }
}

void TestSyntheticUndeclared::hasCopiesThatFold()
{
    const auto schema = syntheticUndeclared({});
    const InferenceScope scope = inferenceScope(*schema.catalog);
    QVERIFY(scope.skipped.size() > 10);
    for (const test::UndeclaredReference& reference : schema.truth)
        QVERIFY(scope.includes(schema.catalog->column(reference.child).table));
}

void TestSyntheticUndeclared::hasPairsThatAreFound()
{
    const auto schema = syntheticUndeclared({});
    std::size_t found = 0;
    for (const Relationship& relationship : polymorphicReferences(*schema.catalog)) {
        const ColumnId id = relationship.childColumns.front();
        if (relationship.confidence < 0.5 || schema.neutral.contains(id))
            continue;
        const bool right = std::any_of(
            schema.polymorphic.begin(), schema.polymorphic.end(), [&](const auto& pair) {
                return pair.id == id && pair.type == relationship.typeColumn;
            });
        const Column& column = schema.catalog->column(id);
        QVERIFY2(right, qPrintable(schema.catalog->table(column.table).name + QLatin1Char('.') +
                                   column.name));
        ++found;
    }
    QVERIFY(!schema.polymorphic.empty());
    // modules that shorten words write OWNR_ID, of which no word tells that it can be anything
    QVERIFY(found * 10 >= schema.polymorphic.size() * 7);
}

QTEST_APPLESS_MAIN(TestSyntheticUndeclared)
#include "tst_synthetic_undeclared.moc"
