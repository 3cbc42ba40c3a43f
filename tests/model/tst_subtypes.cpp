// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Subtypes: keys that are references, and the type values that name them or nothing.
#include "model/relations/structure/subtypes.h"

#include "model/relations/sql/check_lists.h"
#include "tests/support/schema_text.h"
#include "tests/support/sqlite_file.h"

#include <QTest>

using namespace cadastre;

namespace {

ColumnId columnOf(const Catalog& catalog, const QString& name)
{
    const auto ref = catalog.resolve(name);
    if (!ref)
        qFatal("no column %s", qPrintable(name));
    return ColumnId{ref->index};
}

/// "invoices by document_type: credit_notes=credit_note; missing pro_forma".
QStringList asText(const Catalog& catalog, const std::vector<SubtypeFamily>& families)
{
    QStringList lines;
    for (const SubtypeFamily& family : families) {
        QStringList subtypes;
        for (const Subtype& subtype : family.subtypes)
            subtypes << QString(catalog.table(subtype.child).name + QLatin1Char('=') +
                                subtype.typeValue);
        lines << QStringLiteral("%1 by %2: %3; missing %4")
                     .arg(catalog.table(family.parent).name,
                          family.typeColumn ? catalog.column(*family.typeColumn).name
                                            : QStringLiteral("?"),
                          subtypes.join(QLatin1Char(' ')),
                          family.missingValues.join(QLatin1Char(' ')));
    }
    return lines;
}

} // namespace

class TestSubtypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data();
    void marks();
    void marksNoRejectedOnes();
    void matchesValues_data();
    void matchesValues();
    void leavesDoubtfulOnesOut();
    void findsThatOfTheSample();
};

void TestSubtypes::marks_data()
{
    QTest::addColumn<QString>("tables");
    QTest::addColumn<bool>("expected");
    QTest::newRow("key is the reference")
        << QStringLiteral("people\n  id bigint pk\nstaff\n  id bigint pk > people.id") << true;
    QTest::newRow("to a unique column")
        << QStringLiteral("people\n  id bigint pk\n  no bigint unique\n"
                          "staff\n  no bigint pk > people.no")
        << true;
    QTest::newRow("composite, in another order")
        << QStringLiteral("p\n  a bigint\n  b bigint\n  unique a, b\n"
                          "c\n  id bigint pk\n  a bigint\n  b bigint\n  key b, a > p.b, a")
        << false;
    QTest::newRow("unique, but not the key")
        << QStringLiteral("people\n  id bigint pk\n"
                          "staff\n  id bigint pk\n  person_id bigint unique > people.id")
        << false;
    QTest::newRow("of itself") << QStringLiteral("people\n  id bigint pk > people.id") << false;
    QTest::newRow("many to one") << QStringLiteral("people\n  id bigint pk\nstaff\n  id bigint pk\n"
                                                   "  person_id bigint > people.id")
                                 << false;
}

void TestSubtypes::marks()
{
    QFETCH(QString, tables);
    QFETCH(bool, expected);
    const auto catalog = test::SchemaText::catalog(tables);
    auto relationships = declaredRelationships(*catalog);
    QCOMPARE(relationships.size(), std::size_t(1));
    markSubtypes(*catalog, relationships);
    QCOMPARE(relationships.front().subtype, expected);
}

void TestSubtypes::marksNoRejectedOnes()
{
    const auto catalog = test::SchemaText::catalog(
        QStringLiteral("people\n  id bigint pk\nstaff\n  id bigint pk > people.id"));
    auto relationships = declaredRelationships(*catalog);
    relationships.front().origin = RelationshipOrigin::Rejected;
    relationships.front().subtype = true;
    markSubtypes(*catalog, relationships);
    QVERIFY(!relationships.front().subtype);
}

void TestSubtypes::matchesValues_data()
{
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* values, const char* expected) {
        QTest::newRow(values) << QString::fromUtf8(values) << QString::fromUtf8(expected);
    };
    row("invoice credit_note pro_forma",
        "invoices by kind: credit_notes=credit_note savings_invoices=; missing pro_forma");
    row("CreditNote savings",
        "invoices by kind: credit_notes=CreditNote savings_invoices=savings; missing ");
    row("credit note", "invoices by kind: credit_notes=note savings_invoices=; missing credit");
    row("open closed", "invoices by ?: credit_notes= savings_invoices=; missing ");
    row("", "invoices by ?: credit_notes= savings_invoices=; missing ");
}

void TestSubtypes::matchesValues()
{
    QFETCH(QString, values);
    QFETCH(QString, expected);
    const auto catalog = test::SchemaText::catalog(QStringLiteral(R"(
invoices
  id bigint pk
  state varchar
  kind varchar
credit_notes
  invoice_id bigint pk > invoices.id
savings_invoices
  invoice_id bigint pk > invoices.id
)"));
    auto relationships = declaredRelationships(*catalog);
    markSubtypes(*catalog, relationships);
    const QHash<ColumnId, QStringList> allowed{
        {columnOf(*catalog, QStringLiteral("invoices.state")),
         {QStringLiteral("draft"), QStringLiteral("sent")}},
        {columnOf(*catalog, QStringLiteral("invoices.kind")),
         values.split(QLatin1Char(' '), Qt::SkipEmptyParts)}};
    QCOMPARE(asText(*catalog, subtypeFamilies(*catalog, relationships, allowed)),
             QStringList{expected});
}

void TestSubtypes::leavesDoubtfulOnesOut()
{
    const auto catalog = test::SchemaText::catalog(
        QStringLiteral("people\n  id bigint pk\nstaff\n  id bigint pk > people.id"));
    auto relationships = declaredRelationships(*catalog);
    relationships.front().origin = RelationshipOrigin::Inferred;
    relationships.front().confidence = 0.3;
    markSubtypes(*catalog, relationships);
    QVERIFY(relationships.front().subtype);
    QVERIFY(subtypeFamilies(*catalog, relationships, {}).empty());
    QCOMPARE(subtypeFamilies(*catalog, relationships, {}, 0.2).size(), std::size_t(1));
}

void TestSubtypes::findsThatOfTheSample()
{
    const Catalog catalog =
        test::catalogOf(QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite"));
    auto relationships = declaredRelationships(catalog);
    markSubtypes(catalog, relationships);
    const auto families = subtypeFamilies(catalog, relationships, allowedValues(catalog));
    QStringList lines = asText(catalog, families);
    QVERIFY2(lines.contains(QStringLiteral(
                 "invoices by document_type: credit_notes=credit_note; missing pro_forma")),
             qPrintable(lines.join(QLatin1Char('\n'))));
    for (const SubtypeFamily& family : families) {
        const QString sentence = missingSubtypesSentence(catalog, family);
        if (family.typeColumn)
            QCOMPARE(sentence,
                     QStringLiteral("`document_type` of invoices also allows `pro_forma`, for "
                                    "which there is no table."));
        else
            QCOMPARE(sentence, QString());
    }
}

QTEST_APPLESS_MAIN(TestSubtypes)
#include "tst_subtypes.moc"
