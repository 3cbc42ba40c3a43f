// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which tables take part in inference: copies, partitions and views do not, and each is said.
#include "model/relations/structure/representatives.h"

#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;
using test::catalogFromText;

namespace {

QStringList included(const Catalog& catalog, const InferenceScope& scope)
{
    QStringList names;
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        if (scope.includes(TableId{i}))
            names << catalog.table(TableId{i}).name;
    }
    return names;
}

QString orders(const QString& name)
{
    return QString(name +
                   QStringLiteral("\n  id bigint pk\n  customer_id bigint\n  total bigint\n"));
}

TableId tableNamed(const Catalog& catalog, const QString& name)
{
    const auto ref = catalog.resolve(name);
    if (!ref)
        qFatal("no table %s", qPrintable(name));
    return TableId{ref->index};
}

} // namespace

class TestInferenceScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutHundredCopies();
    void saysWhatWasLeftOut();
    void keepsWhatOnlyLooksLikeACopy();
    void leavesOutWhatBelongsToTheEngine();
    void findsColumnsOfCopies();
    void takesAnEmptyCatalog();
};

void TestInferenceScope::leavesOutHundredCopies()
{
    QString text = orders(QStringLiteral("orders"));
    for (int i = 0; i < 100; ++i)
        text += orders(QStringLiteral("orders_backup_%1").arg(1950 + i));
    const auto catalog = test::SchemaText::catalog(text);
    const InferenceScope scope = inferenceScope(*catalog);
    QCOMPARE(included(*catalog, scope), QStringList{QStringLiteral("orders")});
    QCOMPARE(scope.skipped.size(), 1);
    QVERIFY2(scope.skipped.front().startsWith(QStringLiteral("100 ")),
             qPrintable(scope.skipped.front()));
    const TableId original = tableNamed(*catalog, QStringLiteral("orders"));
    QCOMPARE(scope.representativeOf(tableNamed(*catalog, QStringLiteral("orders_backup_1999"))),
             original);
    QCOMPARE(scope.representativeOf(original), original);
}

void TestInferenceScope::saysWhatWasLeftOut()
{
    const auto catalog = test::SchemaText::catalog(
        orders(QStringLiteral("orders")) + orders(QStringLiteral("orders_bak")) +
        orders(QStringLiteral("orders_old")) +
        orders(QStringLiteral("partition orders_p1 of orders")) + orders(QStringLiteral("carts")) +
        orders(QStringLiteral("carts_copy")) + orders(QStringLiteral("view v_orders")));
    QCOMPARE(inferenceScope(*catalog).skipped,
             (QStringList{
                 QStringLiteral("1 copy of carts was left out; what is found for carts holds for "
                                "it."),
                 QStringLiteral("1 partition and 2 backup copies of orders were left out; what is "
                                "found for orders holds for them."),
                 QStringLiteral("1 view was left out: views have no keys; the joins in them are "
                                "read."),
             }));
}

void TestInferenceScope::keepsWhatOnlyLooksLikeACopy()
{
    const auto catalog = catalogFromText(R"(
orders
  id bigint pk
  total bigint
orders_backup
  job_id bigint pk
  started_at timestamp
  bytes bigint
fiscal_2019
  id bigint pk
  closed boolean
)");
    const InferenceScope scope = inferenceScope(*catalog);
    QCOMPARE(included(*catalog, scope).size(), 3);
    QCOMPARE(scope.skipped, QStringList());
}

void TestInferenceScope::leavesOutWhatBelongsToTheEngine()
{
    SourceCatalog source = test::SchemaText::source(
        orders(QStringLiteral("orders")) + orders(QStringLiteral("spatial_ref_sys")) +
        orders(QStringLiteral("docs")) + QStringLiteral("nothing\n"));
    for (Table& table : source.objects.tables) {
        if (table.name == QStringLiteral("spatial_ref_sys"))
            table.extension = QStringLiteral("postgis");
        if (table.name == QStringLiteral("docs"))
            table.kind = TableKind::VirtualTable;
    }
    const Catalog catalog = mergeSources({std::make_shared<const SourceCatalog>(source)});
    const InferenceScope scope = inferenceScope(catalog);
    QCOMPARE(included(catalog, scope), QStringList{QStringLiteral("orders")});
    QCOMPARE(scope.skipped,
             (QStringList{
                 QStringLiteral("1 table was left out: it belongs to the engine or to an "
                                "extension."),
                 QStringLiteral("1 virtual table was left out: a module makes its rows."),
                 QStringLiteral("1 table was left out: no columns were read."),
             }));
}

void TestInferenceScope::findsColumnsOfCopies()
{
    const auto catalog = catalogFromText(R"(
orders
  id bigint pk
  customer_id bigint
  total bigint
orders_bak
  ID bigint
  TOTAL bigint
)");
    const TableId original = tableNamed(*catalog, QStringLiteral("orders"));
    const TableId copy = tableNamed(*catalog, QStringLiteral("orders_bak"));
    const int first = catalog->firstColumn(original).index;
    const auto total = columnOfCopy(*catalog, ColumnId{first + 2}, copy);
    QVERIFY(total.has_value());
    QCOMPARE(catalog->column(*total).name, QStringLiteral("TOTAL"));
    QVERIFY(!columnOfCopy(*catalog, ColumnId{first + 1}, copy));
}

void TestInferenceScope::takesAnEmptyCatalog()
{
    const InferenceScope scope = inferenceScope(Catalog());
    QVERIFY(scope.takesPart.empty() && scope.representatives.empty() && scope.skipped.isEmpty());
}

QTEST_APPLESS_MAIN(TestInferenceScope)
#include "tst_inference_scope.moc"
