// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What became of contracts between two catalogs: every kind of change, compatible ones apart, and
// nothing of objects that were no contracts.
#include "model/boundaries/contracts/contract_changes.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

Catalog catalogOfText(const QString& text, const char* source = "shop")
{
    CatalogObjects objects = test::SchemaText::source(text, QLatin1String(source)).objects;
    for (Table& table : objects.tables)
        table.comment.text.replace(QLatin1Char('|'), QLatin1Char('\n'));
    return mergeSources({std::make_shared<const SourceCatalog>(finishSource(objects))});
}

Boundaries publishing(const char* key)
{
    Boundaries boundaries;
    Boundary boundary;
    boundary.members = {QStringLiteral("*")};
    boundaries.entries[QStringLiteral("catalogue")] = boundary;
    if (*key)
        boundaries.exposures[*ObjectKey::fromString(QString::fromLatin1(key))] = {
            Exposure::Contract, QStringLiteral("v1"), {}};
    return boundaries;
}

/// "kind column: before -> after", "+" in front of compatible ones.
QStringList changeTexts(const std::vector<ContractChange>& changes)
{
    QStringList texts;
    for (const ContractChange& change : changes)
        texts << QStringLiteral("%1%2 %3: %4 -> %5")
                     .arg(change.compatible ? QStringLiteral("+") : QString(),
                          contractChangeKindName(change.kind), change.column, change.before,
                          change.after);
    return texts;
}

} // namespace

class TestContractChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columns_data();
    void columns();
    void removed();
    void renamed();
    void onlyContracts();
    void contractsByNote();
    void otherSourcesSayNothing();
    void brokenViewsSayNothing();
    void adviceNamesTheNextVersion();
};

void TestContractChanges::columns_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const char* before, const char* after,
                        const QStringList& expected) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after) << expected;
    };
    const char* const abc = "  a integer\n  b text\n  c date\n";
    row("the same", abc, abc, {});
    row("removed", abc, "  a integer\n  b text\n", {QStringLiteral("column-removed c: date -> ")});
    row("added at the end", abc, "  a integer\n  b text\n  c date\n  d text?\n",
        {QStringLiteral("+column-added d:  -> text")});
    row("added in the middle", abc, "  a integer\n  d text?\n  b text\n  c date\n",
        {QStringLiteral("order-changed : a, b, c -> a, d, b, c"),
         QStringLiteral("+column-added d:  -> text")});
    row("type", abc, "  a bigint\n  b text\n  c date\n",
        {QStringLiteral("type-changed a: integer -> bigint")});
    row("order", abc, "  a integer\n  c date\n  b text\n",
        {QStringLiteral("order-changed : a, b, c -> a, c, b")});
    row("nullable now", abc, "  a integer\n  b text?\n  c date\n",
        {QStringLiteral("nullable-now b: NOT NULL -> NULL")});
    row("no longer nullable", "  a integer\n  b text?\n", "  a integer\n  b text\n", {});
    row("renamed", abc, "  a integer\n  label text\n  c date\n",
        {QStringLiteral("column-renamed b: b -> label")});
    row("several", abc, "  a bigint\n  c date?\n",
        {QStringLiteral("column-removed b: text -> "),
         QStringLiteral("type-changed a: integer -> bigint"),
         QStringLiteral("nullable-now c: NOT NULL -> NULL")});
}

void TestContractChanges::columns()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QStringList, expected);
    const QString head = QStringLiteral("view v_products_v1\n");
    const auto changes =
        contractChanges(catalogOfText(QString(head + before)), catalogOfText(QString(head + after)),
                        publishing("shop/view:public.v_products_v1"));
    QCOMPARE(changeTexts(changes), expected);
    for (const ContractChange& change : changes) {
        QVERIFY(change.sentence.contains(QLatin1String("v_products_v1")));
        QVERIFY(!change.advice.isEmpty());
    }
}

void TestContractChanges::removed()
{
    const auto changes = contractChanges(catalogOfText(QStringLiteral("view v\n  a integer\n")),
                                         catalogOfText(QStringLiteral("view w\n  z text\n")),
                                         publishing("shop/view:public.v"));
    QCOMPARE(changeTexts(changes), QStringList(QStringLiteral("removed :  -> ")));
    QCOMPARE(changes.front().sentence, QStringLiteral("Contract v is gone."));
}

void TestContractChanges::renamed()
{
    const QString columns = QStringLiteral("\n  a integer\n  b text\n  c text\n  d text\n");
    const auto changes = contractChanges(catalogOfText(QString(QStringLiteral("view v") + columns)),
                                         catalogOfText(QString(QStringLiteral("view w") + columns)),
                                         publishing("shop/view:public.v"));
    QCOMPARE(changeTexts(changes), QStringList(QStringLiteral("removed :  -> shop/view:public.w")));
}

void TestContractChanges::onlyContracts()
{
    const auto changes =
        contractChanges(catalogOfText(QStringLiteral("view v\n  a integer\nt\n  a integer\n")),
                        catalogOfText(QStringLiteral("view v\n  a bigint\nt\n  a bigint\n")),
                        publishing("shop/table:public.t"));
    QCOMPARE(changeTexts(changes),
             QStringList(QStringLiteral("type-changed a: integer -> bigint")));
    QCOMPARE(changes.front().contract.toString(), QStringLiteral("shop/table:public.t"));
}

void TestContractChanges::contractsByNote()
{
    const Catalog before =
        catalogOfText(QStringLiteral("view v // Stable.|@contract v1\n  a integer\n"));
    const Catalog after = catalogOfText(QStringLiteral("view v\n  a text\n"));
    QCOMPARE(contractChanges(before, after, publishing("")).size(), std::size_t(1));
    QVERIFY(contractChanges(after, before, publishing("")).empty());
}

void TestContractChanges::otherSourcesSayNothing()
{
    const Catalog before = catalogOfText(QStringLiteral("view v\n  a integer\n"));
    const Catalog after = catalogOfText(QStringLiteral("view v\n  a text\n"), "other");
    QVERIFY(contractChanges(before, after, publishing("shop/view:public.v")).empty());
}

void TestContractChanges::brokenViewsSayNothing()
{
    CatalogObjects objects =
        test::SchemaText::source(QStringLiteral("view v\n"), QStringLiteral("shop")).objects;
    objects.tables.front().broken = QStringLiteral("orders does not exist.");
    const Catalog after =
        mergeSources({std::make_shared<const SourceCatalog>(finishSource(objects))});
    const Catalog before = catalogOfText(QStringLiteral("view v\n  a integer\n"));
    QVERIFY(contractChanges(before, after, publishing("shop/view:public.v")).empty());
}

void TestContractChanges::adviceNamesTheNextVersion()
{
    const auto advice = [](const char* name) {
        const QString view = QString(QStringLiteral("view ") + QLatin1String(name));
        return contractChanges(
                   catalogOfText(QString(view + QStringLiteral("\n  a integer\n  b text\n"))),
                   catalogOfText(QString(view + QStringLiteral("\n  a integer\n"))),
                   publishing(QString(QStringLiteral("shop/view:public.") + QLatin1String(name))
                                  .toLatin1()
                                  .constData()))
            .front()
            .advice;
    };
    QVERIFY(advice("v_products_v1").contains(QLatin1String("v_products_v2")));
    QVERIFY(advice("v_products").contains(QLatin1String("v_products_v2")));
    QVERIFY(advice("x_v9").contains(QLatin1String("x_v10")));
    for (const char* word : {"Expand:", "Migrate:", "Contract:"})
        QVERIFY(advice("x_v9").contains(QLatin1String(word)));
}

QTEST_GUILESS_MAIN(TestContractChanges)
#include "tst_contract_changes.moc"
