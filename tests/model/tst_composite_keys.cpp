// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// References to keys of several columns: the whole key, of the same types, and nobody else's.
#include "model/relations/composite_keys.h"

#include "tests/support/inference_fixture.h"
#include "tests/support/sql_fixture.h"

#include <QTest>

using namespace cadastre;

class TestCompositeKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void leavesLinkTables();
    void believesSql();
};

namespace {

constexpr const char* variants = R"(
variants
  product_no integer
  variant_no integer
  colour text
  unique product_no, variant_no
)";

void row(const char* name, const QString& schema, const char* expected)
{
    QTest::newRow(name) << schema << QString::fromLatin1(expected);
}

QStringList texts(const Catalog& catalog, const std::vector<Relationship>& found)
{
    QStringList lines;
    for (const Relationship& relationship : found)
        lines << test::relationshipText(catalog, relationship);
    return lines;
}

std::vector<Relationship> referencesOf(const Catalog& catalog,
                                       const std::vector<Relationship>& single = {},
                                       const SqlReading* sql = nullptr)
{
    return compositeReferences(catalog, inferenceScope(catalog), single, sql);
}

} // namespace

void TestCompositeKeys::finds_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("expected");
    const QString parent = QString::fromLatin1(variants);
    row("whole key",
        parent +
            QStringLiteral("stock\n  id bigint pk\n  product_no integer\n  variant_no integer"),
        "stock(product_no, variant_no) > variants(product_no, variant_no)");
    row("in the order of the key",
        parent +
            QStringLiteral("stock\n  id bigint pk\n  variant_no integer\n  product_no integer"),
        "stock(product_no, variant_no) > variants(product_no, variant_no)");
    row("letter case aside",
        parent +
            QStringLiteral("stock\n  id bigint pk\n  PRODUCT_NO integer\n  VARIANT_NO integer"),
        "stock(PRODUCT_NO, VARIANT_NO) > variants(product_no, variant_no)");
    row("half of the key", parent + QStringLiteral("stock\n  id bigint pk\n  product_no integer"),
        "");
    row("another type",
        parent + QStringLiteral("stock\n  id bigint pk\n  product_no integer\n  variant_no text"),
        "");
    row("another schema",
        parent + QStringLiteral(
                     "depot.stock\n  id bigint pk\n  product_no integer\n  variant_no integer"),
        "");
    row("a rival with the same key",
        parent +
            QStringLiteral("prices\n  product_no integer\n  variant_no integer\n"
                           "  unique product_no, variant_no\n"
                           "stock\n  id bigint pk\n  product_no integer\n  variant_no integer"),
        "");
    row("a part with the same key",
        parent + QStringLiteral("variant_texts\n  product_no integer\n  variant_no integer\n"
                                "  unique variant_no, product_no"),
        "variant_texts(product_no, variant_no) > variants(product_no, variant_no)");
    row("two keys of the same columns",
        parent +
            QStringLiteral("  unique variant_no, product_no\n"
                           "stock\n  id bigint pk\n  product_no integer\n  variant_no integer"),
        "stock(product_no, variant_no) > variants(product_no, variant_no)");
    row("singular and plural of one name",
        parent +
            QStringLiteral("variant\n  product_no integer\n  variant_no integer\n"
                           "  unique product_no, variant_no\n"
                           "stock\n  id bigint pk\n  product_no integer\n  variant_no integer"),
        "");
    QString many = parent;
    for (int i = 0; i < 10; ++i)
        many += QStringLiteral("t%1\n  id bigint pk\n  product_no integer\n  variant_no integer\n")
                    .arg(QChar(u'a' + i));
    row("so many tables have them that it says nothing", many, "");
    row("six columns",
        QStringLiteral("p\n  a integer\n  b integer\n  c integer\n  d integer\n  e integer\n"
                       "  f integer\n  unique a, b, c, d, e, f\n"
                       "q\n  id bigint pk\n  a integer\n  b integer\n  c integer\n  d integer\n"
                       "  e integer\n  f integer"),
        "");
}

void TestCompositeKeys::finds()
{
    QFETCH(QString, schema);
    QFETCH(QString, expected);
    const auto catalog = test::SchemaText::catalog(schema);
    const auto found = referencesOf(*catalog);
    QCOMPARE(texts(*catalog, found).join(QLatin1Char('\n')), expected);
    for (const Relationship& relationship : found)
        QVERIFY(!relationship.evidence.empty() && relationship.confidence < 0.95);
}

/// Where every column of the key, or of the child, points elsewhere on its own.
void TestCompositeKeys::leavesLinkTables()
{
    const auto catalog = test::catalogFromText(R"(
posts
  id bigint pk
tags
  id bigint pk
posts_tags
  post_id bigint > posts.id
  tag_id bigint > tags.id
  unique post_id, tag_id
votes
  id bigint pk
  post_id bigint
  tag_id bigint
)");
    QCOMPARE(texts(*catalog, referencesOf(*catalog, declaredRelationships(*catalog))),
             QStringList());
    // without that knowledge it looks like a reference
    QCOMPARE(texts(*catalog, referencesOf(*catalog)),
             QStringList{QStringLiteral("votes(post_id, tag_id) > posts_tags(post_id, tag_id)")});
}

void TestCompositeKeys::believesSql()
{
    const auto catalog = test::SchemaText::catalog(
        QString::fromLatin1(variants) +
        QStringLiteral("stock\n  id bigint pk\n  product_no integer\n  variant_no integer\n"));
    const auto alone = referencesOf(*catalog);
    SqlReading sql;
    SqlJoin join;
    join.left = alone.front().targets.front().columns;
    join.right = alone.front().childColumns;
    join.placeName = QStringLiteral("stock_view");
    sql.joins = {join};
    const auto joined = referencesOf(*catalog, {}, &sql);
    QCOMPARE(joined.size(), 1U);
    QVERIFY(joined.front().confidence > alone.front().confidence);
    QCOMPARE(joined.front().evidence.size(), alone.front().evidence.size() + 1);
    sql.joins.front().left.pop_back();
    sql.joins.front().right.pop_back();
    QCOMPARE(referencesOf(*catalog, {}, &sql), alone); // half of it says nothing
}

QTEST_APPLESS_MAIN(TestCompositeKeys)
#include "tst_composite_keys.moc"
