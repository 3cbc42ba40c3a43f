// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Findings and the summary page: what is told, what is not, and how it is printed.
#include "model/relations/findings.h"

#include "model/export/relations_summary.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

class tst_Findings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByRule_data();
    void findsByRule();
    void findsWhatCommentsNameInVain();
    void findsKindsWithoutTable();
    void findsOrphans();
    void weakAndRejectedAreQuiet();
    void summaryCountsEverything();
    void pageIsWhatItShouldBe();
    void pageEscapesAndStaysShort();
    void emptyCatalogHasAPage();
};

namespace {

constexpr const char* shop = R"(
customers
  id bigint pk
  kind text
companies
  id bigint pk
orders
  id bigint pk
  customer_id bigint?
  buyer_id bigint?
  seller_id character(36)
  subject_id bigint
  subject_type text
  key customer_id > customers.id
  index buyer_id
settings
  name text pk
view v_orders
  buyer_id bigint
)";

ColumnId columnNamed(const Catalog& catalog, const char* name)
{
    return ColumnId{catalog.resolve(QString::fromUtf8(name))->index};
}

Relationship guess(const Catalog& catalog, const char* child, const char* parent)
{
    const ColumnId from = columnNamed(catalog, child);
    const ColumnId to = columnNamed(catalog, parent);
    Relationship relationship;
    relationship.origin = RelationshipOrigin::Inferred;
    relationship.confidence = 0.8;
    relationship.child = catalog.column(from).table;
    relationship.childColumns = {from};
    relationship.targets = {{catalog.column(to).table, {to}, {}}};
    return relationship;
}

Relationship subject(const Catalog& catalog)
{
    Relationship relationship = guess(catalog, "orders.subject_id", "customers.id");
    relationship.typeColumn = columnNamed(catalog, "orders.subject_type");
    relationship.targets.front().typeValue = QStringLiteral("Customer");
    relationship.targets.push_back({TableId{}, {}, QStringLiteral("Ghost")});
    return relationship;
}

QStringList rulesOf(const std::vector<Finding>& findings)
{
    QStringList rules;
    for (const Finding& finding : findings)
        rules << finding.rule;
    return rules;
}

} // namespace

void tst_Findings::findsByRule_data()
{
    QTest::addColumn<QString>("child");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<QStringList>("rules");
    QTest::newRow("indexed, same type") << "orders.buyer_id"
                                        << "customers.id" << QStringList();
    QTest::newRow("not indexed") << "orders.subject_id"
                                 << "customers.id" << QStringList{QStringLiteral("missing-index")};
    QTest::newRow("types differ") << "orders.seller_id"
                                  << "customers.id"
                                  << QStringList{QStringLiteral("types-differ"),
                                                 QStringLiteral("missing-index")};
    QTest::newRow("view") << "v_orders.buyer_id"
                          << "customers.id" << QStringList();
    QTest::newRow("own key") << "companies.id"
                             << "customers.id" << QStringList();
}

void tst_Findings::findsByRule()
{
    QFETCH(QString, child);
    QFETCH(QString, parent);
    QFETCH(QStringList, rules);
    const auto catalog = test::catalogFromText(shop);
    const std::vector<Relationship> relationships{
        guess(*catalog, child.toUtf8().constData(), parent.toUtf8().constData())};
    const auto findings = relationshipFindings({*catalog, relationships});
    QCOMPARE(rulesOf(findings), rules);
    for (const Finding& finding : findings) {
        QVERIFY(finding.sentence.endsWith(QLatin1Char('.')));
        QVERIFY(finding.suggestion.endsWith(QLatin1Char('.')));
        QVERIFY2(finding.sentence.contains(child), qPrintable(finding.sentence));
        QCOMPARE(finding.relationship.value_or(-1), 0);
    }
}

void tst_Findings::findsWhatCommentsNameInVain()
{
    const auto catalog = test::catalogFromText(shop);
    CommentReading comments;
    comments.misstatements.push_back(
        {ObjectRef(columnNamed(*catalog, "orders.buyer_id")), true, QStringLiteral("@references x"),
         QStringLiteral("names `carrier_list`, which is not in this database")});
    const std::vector<Relationship> relationships = declaredRelationships(*catalog);
    QVERIFY(relationshipFindings({*catalog, relationships}).empty());
    const auto findings = relationshipFindings({*catalog, relationships, &comments});
    QCOMPARE(rulesOf(findings), QStringList{QStringLiteral("comment-names-nothing")});
    QCOMPARE(findings.front().sentence,
             QStringLiteral("The comment of orders.buyer_id names `carrier_list`, which is not in "
                            "this database."));
    QVERIFY(findings.front().severity == FindingSeverity::Warning);
}

void tst_Findings::findsKindsWithoutTable()
{
    const auto catalog = test::catalogFromText(shop);
    const std::vector<Relationship> polymorphic{subject(*catalog)};
    const auto values = relationshipFindings({*catalog, polymorphic});
    QCOMPARE(rulesOf(values), (QStringList{QStringLiteral("type-value-without-table"),
                                           QStringLiteral("missing-index")}));
    QVERIFY(values.front().sentence.contains(QStringLiteral("Ghost")));
    QVERIFY(!values.front().sentence.contains(QStringLiteral("Customer,")));

    std::vector<Relationship> subtypes{guess(*catalog, "companies.id", "customers.id")};
    subtypes.front().subtype = true;
    QHash<ColumnId, QStringList> allowed;
    allowed.insert(columnNamed(*catalog, "customers.kind"),
                   {QStringLiteral("company"), QStringLiteral("person")});
    const auto kinds = relationshipFindings({*catalog, subtypes, nullptr, &allowed});
    QCOMPARE(rulesOf(kinds), QStringList{QStringLiteral("subtype-without-table")});
    QVERIFY2(kinds.front().sentence.contains(QStringLiteral("person")),
             qPrintable(kinds.front().sentence));
}

void tst_Findings::findsOrphans()
{
    const auto catalog = test::catalogFromText(shop);
    const std::vector<Relationship> relationships{
        guess(*catalog, "orders.buyer_id", "customers.id")};
    Verification checked;
    checked.complete = true;
    checked.targets.resize(2);
    checked.targets[0].rows = 1649;
    checked.targets[0].found = 1649;
    checked.targets[1].rows = 20; // of a type value without a table
    checked.targets[1].hasTable = false;
    const VerificationLookup lookup = [&](const Relationship&) { return std::optional(checked); };
    const auto findings = [&] {
        return relationsSummary({*catalog, relationships}, lookup).findings;
    };
    QVERIFY(findings().empty());
    checked.targets[0].found = 1637;
    QCOMPARE(rulesOf(findings()), QStringList{QStringLiteral("orphans")});
    QVERIFY(findings().front().severity == FindingSeverity::Warning);
    QCOMPARE(
        findings().front().sentence,
        QStringLiteral("12 of 1,649 values in orders.buyer_id point at no row of customers.id."));
    checked.complete = false;
    checked.targets[0].found = 1648;
    QVERIFY2(findings().front().sentence.startsWith(
                 QStringLiteral("1 of the sampled 1,649 values in orders.buyer_id points at no ")),
             qPrintable(findings().front().sentence));
    checked.failure = QStringLiteral("Not checked.");
    QVERIFY(findings().empty());
    QVERIFY(relationsSummary({*catalog, relationships}).findings.empty());
}

void tst_Findings::weakAndRejectedAreQuiet()
{
    const auto catalog = test::catalogFromText(shop);
    std::vector<Relationship> relationships{guess(*catalog, "orders.seller_id", "customers.id")};
    relationships.front().confidence = 0.3;
    QVERIFY(relationshipFindings({*catalog, relationships}).empty());
    relationships.front().confidence = 0.9;
    relationships.front().origin = RelationshipOrigin::Rejected;
    QVERIFY(relationshipFindings({*catalog, relationships}).empty());
}

void tst_Findings::summaryCountsEverything()
{
    const auto catalog = test::catalogFromText(shop);
    std::vector<Relationship> relationships = declaredRelationships(*catalog);
    relationships.push_back(guess(*catalog, "orders.buyer_id", "customers.id"));
    relationships.push_back(guess(*catalog, "orders.subject_id", "companies.id"));
    relationships.back().confidence = 0.2;
    const RelationsSummary summary = relationsSummary({*catalog, relationships});
    QCOMPARE(summary.tables, 4);
    QCOMPARE(summary.views, 1);
    QCOMPARE(summary.weak, 1);
    const std::vector<OriginCount> origins{{RelationshipOrigin::Declared, 1},
                                           {RelationshipOrigin::Inferred, 1}};
    QVERIFY(summary.origins == origins);
    QCOMPARE(static_cast<int>(summary.concepts.size()), 1);
    QStringList unrelated;
    for (TableId table : summary.unrelated)
        unrelated << catalog->displayName(table);
    QCOMPARE(unrelated, (QStringList{QStringLiteral("companies"), QStringLiteral("settings")}));
}

void tst_Findings::pageIsWhatItShouldBe()
{
    const auto catalog = test::catalogFromText(shop);
    std::vector<Relationship> relationships = declaredRelationships(*catalog);
    relationships.push_back(guess(*catalog, "orders.buyer_id", "customers.id"));
    relationships.push_back(guess(*catalog, "orders.seller_id", "customers.id"));
    const QString page = QString::fromUtf8(
        relationsSummaryMarkdown(*catalog, relationsSummary({*catalog, relationships})));
    const char* const expected =
        "# Relationships\n\n"
        "4 tables (not counted: 1 view): 1 declared, 2 inferred.\n\n"
        "## What they are worth\n\n"
        "- 1 relationship is declared and checked by the server.\n"
        "- 1 relationship could be declared: none wholly checked with data yet.\n"
        "- 1 relationship cannot hold as it is: the types of the two ends differ.\n\n"
        "## Keys\n\n"
        "- Primary keys: number 3, text 1\n"
        "- Types: bigint 3, text 1\n\n"
        "## What is pointed at\n\n"
        "- customers: customer\\_id 1; buyer: buyer\\_id 1; seller: seller\\_id 1 (types: bigint "
        "2, "
        "character(36) 1) **1 of 3 do not fit bigint of the key**\n\n"
        "## To look at\n\n"
        "**types-differ: 1** Give orders.seller\\_id the type of customers.id, or reject the "
        "relationship.\n\n"
        "- orders.seller\\_id → customers.id cannot hold as it is: PostgreSQL refuses a key from "
        "character(36) to bigint: the two do not compare.\n\n"
        "**missing-index: 1** Add an index that begins with it: looking for the rows of one parent "
        "reads the whole table.\n\n"
        "- orders.seller\\_id points at customers.id without an index.\n\n"
        "## Tables without any relationship: 2\n\n"
        "companies, settings\n";
    QCOMPARE(page, QString::fromUtf8(expected));
}

void tst_Findings::pageEscapesAndStaysShort()
{
    QString text = QStringLiteral("users\n  id bigint pk\n");
    for (int i = 0; i < 300; ++i)
        text += QStringLiteral("t<b>%1\n  user_id character(36)\n").arg(i);
    const auto catalog = test::SchemaText::catalog(text);
    std::vector<Relationship> relationships;
    const ColumnId key = columnNamed(*catalog, "users.id");
    for (int i = 0; i < static_cast<int>(catalog->objects().columns.size()); ++i) {
        if (ColumnId{i} == key || i % 2 == 0)
            continue;
        Relationship relationship;
        relationship.origin = RelationshipOrigin::Inferred;
        relationship.confidence = 0.9;
        relationship.child = catalog->column(ColumnId{i}).table;
        relationship.childColumns = {ColumnId{i}};
        relationship.targets = {{catalog->column(key).table, {key}, {}}};
        relationships.push_back(relationship);
    }
    const QByteArray page =
        relationsSummaryMarkdown(*catalog, relationsSummary({*catalog, relationships}));
    QVERIFY(!page.contains("<b>"));
    QVERIFY(page.contains("\\<b\\>"));
    QVERIFY(page.count('\n') < 70);
    QVERIFY(page.contains("more"));
}

void tst_Findings::emptyCatalogHasAPage()
{
    const auto untyped = test::catalogFromText("t\n  id  pk\n");
    CatalogObjects objects = untyped->objects();
    objects.columns.front().type.clear();
    const Catalog noType(std::move(objects));
    const std::vector<Relationship> nothing;
    QVERIFY(relationsSummaryMarkdown(noType, relationsSummary({noType, nothing}))
                .contains("Types: no type 1"));
    const Catalog catalog;
    const std::vector<Relationship> none;
    QCOMPARE(relationsSummaryMarkdown(catalog, relationsSummary({catalog, none})),
             QByteArray("# Relationships\n\n0 tables: no relationships.\n"));
}

QTEST_APPLESS_MAIN(tst_Findings)
#include "tst_findings.moc"
