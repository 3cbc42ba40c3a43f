// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Exclusive arcs: which references of excluding columns belong together, and which do not.
#include "model/relations/structure/exclusive_arcs.h"

#include "model/relations/sql/check_lists.h"
#include "tests/support/schema_text.h"
#include "tests/support/sqlite_file.h"

#include <QTest>

using namespace cadastre;
using test::catalogFromText;

namespace {

const char* const entries = R"(
invoices
  id bigint pk
payments
  id bigint pk
refunds
  id bigint pk
entries
  id bigint pk
  invoice_id bigint? > invoices.id
  payment_id bigint? > payments.id
  refund_id bigint?
  free_text text?
  reversed_id bigint? > entries.id
)";

std::vector<ColumnId> columnsNamed(const Catalog& catalog, const QString& table,
                                   const QStringList& names)
{
    std::vector<ColumnId> ids;
    for (const QString& name : names) {
        const auto ref = catalog.resolve(QString(table + QLatin1Char('.') + name));
        if (!ref)
            qFatal("no column %s", qPrintable(name));
        ids.push_back(ColumnId{ref->index});
    }
    return ids;
}

Relationship inferred(const Catalog& catalog, const QString& column, const QString& parent,
                      double confidence)
{
    Relationship relationship;
    relationship.origin = RelationshipOrigin::Inferred;
    relationship.confidence = confidence;
    relationship.childColumns = columnsNamed(catalog, QStringLiteral("entries"), {column});
    relationship.child = catalog.column(relationship.childColumns.front()).table;
    const auto target = columnsNamed(catalog, parent, {QStringLiteral("id")});
    relationship.targets = {{catalog.column(target.front()).table, target, {}}};
    return relationship;
}

/// "invoice_id:0", by relationship; those without an arc are left out.
QStringList arcsOf(const Catalog& catalog, const std::vector<Relationship>& relationships)
{
    QStringList lines;
    for (const Relationship& relationship : relationships) {
        if (relationship.arc)
            lines << QStringLiteral("%1:%2").arg(
                catalog.column(relationship.childColumns.front()).name,
                QString::number(*relationship.arc));
    }
    return lines;
}

} // namespace

class TestExclusiveArcs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksDeclaredOnes();
    void needsTwoReferences();
    void takesTheBestGuess();
    void leavesRejectedAndPolymorphicAlone();
    void countsArcs();
    void findsThatOfTheSample();
};

void TestExclusiveArcs::marksDeclaredOnes()
{
    const auto catalog = catalogFromText(entries);
    auto relationships = declaredRelationships(*catalog);
    const auto set = columnsNamed(
        *catalog, QStringLiteral("entries"),
        {QStringLiteral("invoice_id"), QStringLiteral("payment_id"), QStringLiteral("free_text")});
    const auto arcs = markExclusiveArcs(*catalog, {set}, relationships);
    QCOMPARE(arcs.size(), std::size_t(1));
    QCOMPARE(arcs.front().columns, set);
    QCOMPARE(catalog->table(arcs.front().child).name, QStringLiteral("entries"));
    QCOMPARE(arcs.front().sentence,
             QStringLiteral("a check says that exactly one of `invoice_id`, `payment_id`, "
                            "`free_text` is set"));
    QCOMPARE(arcsOf(*catalog, relationships),
             (QStringList{QStringLiteral("invoice_id:0"), QStringLiteral("payment_id:0")}));
    for (std::size_t index : arcs.front().references)
        QCOMPARE(relationships[index].evidence.back().weight, 0.0); // known without a guess
}

void TestExclusiveArcs::needsTwoReferences()
{
    const auto catalog = catalogFromText(entries);
    auto relationships = declaredRelationships(*catalog);
    const auto set = columnsNamed(*catalog, QStringLiteral("entries"),
                                  {QStringLiteral("invoice_id"), QStringLiteral("free_text")});
    QVERIFY(markExclusiveArcs(*catalog, {set}, relationships).empty());
    QCOMPARE(relationships, declaredRelationships(*catalog));
}

void TestExclusiveArcs::takesTheBestGuess()
{
    const auto catalog = catalogFromText(entries);
    auto relationships = declaredRelationships(*catalog);
    relationships.push_back(
        inferred(*catalog, QStringLiteral("refund_id"), QStringLiteral("payments"), 0.2));
    relationships.push_back(
        inferred(*catalog, QStringLiteral("refund_id"), QStringLiteral("refunds"), 0.8));
    const auto set = columnsNamed(*catalog, QStringLiteral("entries"),
                                  {QStringLiteral("refund_id"), QStringLiteral("invoice_id")});
    const auto arcs = markExclusiveArcs(*catalog, {set}, relationships);
    QCOMPARE(arcs.size(), std::size_t(1));
    QVERIFY(!relationships[relationships.size() - 2].arc);
    QCOMPARE(relationships.back().arc, 0);
    QVERIFY(relationships.back().evidence.back().weight > 0);
}

void TestExclusiveArcs::leavesRejectedAndPolymorphicAlone()
{
    const auto catalog = catalogFromText(entries);
    auto relationships = declaredRelationships(*catalog);
    Relationship rejected =
        inferred(*catalog, QStringLiteral("refund_id"), QStringLiteral("refunds"), 1);
    rejected.origin = RelationshipOrigin::Rejected;
    Relationship polymorphic =
        inferred(*catalog, QStringLiteral("refund_id"), QStringLiteral("refunds"), 1);
    polymorphic.typeColumn =
        columnsNamed(*catalog, QStringLiteral("entries"), {QStringLiteral("free_text")}).front();
    const auto set = columnsNamed(*catalog, QStringLiteral("entries"),
                                  {QStringLiteral("refund_id"), QStringLiteral("invoice_id")});
    for (const Relationship& other : {rejected, polymorphic}) {
        auto all = relationships;
        all.push_back(other);
        QVERIFY(markExclusiveArcs(*catalog, {set}, all).empty());
    }
}

void TestExclusiveArcs::countsArcs()
{
    const auto catalog = catalogFromText(entries);
    auto relationships = declaredRelationships(*catalog);
    relationships.push_back(
        inferred(*catalog, QStringLiteral("refund_id"), QStringLiteral("refunds"), 0.8));
    const auto set = [&](const QStringList& names) {
        return columnsNamed(*catalog, QStringLiteral("entries"), names);
    };
    // payment_id stands in both sets and belongs to the first, so the second has one left
    const std::vector<std::vector<ColumnId>> sets{
        set({QStringLiteral("free_text"), QStringLiteral("refund_id")}),
        set({QStringLiteral("invoice_id"), QStringLiteral("payment_id")}),
        set({QStringLiteral("payment_id"), QStringLiteral("refund_id")}),
        set({QStringLiteral("refund_id"), QStringLiteral("reversed_id")})};
    const auto arcs = markExclusiveArcs(*catalog, sets, relationships);
    QCOMPARE(arcs.size(), std::size_t(2));
    QCOMPARE(arcsOf(*catalog, relationships),
             (QStringList{QStringLiteral("invoice_id:0"), QStringLiteral("payment_id:0"),
                          QStringLiteral("reversed_id:1"), QStringLiteral("refund_id:1")}));
}

void TestExclusiveArcs::findsThatOfTheSample()
{
    const Catalog catalog =
        test::catalogOf(QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite"));
    auto relationships = declaredRelationships(catalog);
    const auto arcs = markExclusiveArcs(catalog, exclusiveSets(catalog), relationships);
    QCOMPARE(arcs.size(), std::size_t(1)); // coupons: percent or amount, which refer to nothing
    QCOMPARE(arcs.front().columns,
             columnsNamed(catalog, QStringLiteral("ledger_entries"),
                          {QStringLiteral("invoice_id"), QStringLiteral("payment_id"),
                           QStringLiteral("refund_id")}));
    QCOMPARE(arcs.front().references.size(), std::size_t(3));
}

QTEST_APPLESS_MAIN(TestExclusiveArcs)
#include "tst_exclusive_arcs.moc"
