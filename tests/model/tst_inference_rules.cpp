// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What holds for every inference: decisions and declared keys teach, comments and SQL are believed,
// one accepted parent per column, the same result for the same input.
#include "model/relations/inference.h"

#include "tests/support/inference_fixture.h"
#include "tests/support/sql_fixture.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/synthetic_undeclared.h"

#include <QTest>

#include <set>

using namespace cadastre;
using test::acceptedOf;
using test::catalogFromText;
using test::decide;
using test::relationshipOf;

class TestInferenceRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsDecisionsIntoRelationships();
    void proposesAnotherAfterARejection();
    void generalisesDecisions_data();
    void generalisesDecisions();
    void learnsFromDeclaredKeys();
    void leavesDeclaredColumnsAlone();
    void hidesDeclaredOnes();
    void prefersPolymorphicReferences();
    void believesComments_data();
    void believesComments();
    void believesSql();
    void readsSqlOfTheCatalog();
    void neverProposesIdToId_data();
    void neverProposesIdToId();
    void showsAlternatives();
    void acceptsOneParent_data();
    void acceptsOneParent();
    void keepsEvidenceInOrder();
    void repeatsItself_data();
    void repeatsItself();
    void doesNotMindTheOrderOfTables();
    void leavesWeakOnesOut();
    void findsThoseOfTheSample();
};

namespace {

constexpr const char* desk = R"(
staff
  id bigint pk
  name text
clients
  id bigint pk
  name text
calls
  id bigint pk
  kd_id bigint
  client_id bigint
visits
  id bigint pk
  kd_id bigint
letters
  id bigint pk
  kd_id bigint
mails
  id bigint pk
  kd_id bigint
)";

double confidenceOf(const Catalog& catalog, const std::vector<Relationship>& found,
                    const QString& text)
{
    for (const Relationship& relationship : found) {
        if (test::relationshipText(catalog, relationship) == text)
            return relationship.confidence;
    }
    return 0;
}

std::shared_ptr<const Catalog> sampleCatalog()
{
    return std::make_shared<const Catalog>(
        test::catalogOf(QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite")));
}

std::shared_ptr<const Catalog> largeCatalog()
{
    test::UndeclaredOptions options;
    options.tables = 500;
    return test::syntheticUndeclared(options).catalog;
}

bool hasSignal(const Relationship& relationship, const QString& signal)
{
    return std::ranges::any_of(relationship.evidence,
                               [&](const Evidence& one) { return one.signal == signal; });
}

} // namespace

void TestInferenceRules::turnsDecisionsIntoRelationships()
{
    const auto catalog = catalogFromText(desk);
    Decisions decisions;
    decide(*catalog, decisions, QStringLiteral("calls.client_id > clients.id"),
           DecisionKind::Confirmed, QStringLiteral("obvious"));
    decide(*catalog, decisions, QStringLiteral("calls.kd_id > staff.id"), DecisionKind::Added);
    const auto found = inferRelationships(*catalog, decisions);
    const Relationship* confirmed =
        relationshipOf(*catalog, found, QStringLiteral("calls.client_id"));
    QVERIFY(confirmed);
    QCOMPARE(confirmed->origin, RelationshipOrigin::Confirmed);
    QCOMPARE(confirmed->confidence, 1.0);
    QCOMPARE(confirmed->reason, QStringLiteral("obvious"));
    const Relationship* added = relationshipOf(*catalog, found, QStringLiteral("calls.kd_id"));
    QVERIFY(added);
    QCOMPARE(added->origin, RelationshipOrigin::Added);
    const auto ofCalls = std::ranges::count_if(found, [&](const Relationship& one) {
        return one.child == test::tableNamed(*catalog, QStringLiteral("calls"));
    });
    QCOMPARE(ofCalls, 2); // nothing is inferred beside them
}

void TestInferenceRules::proposesAnotherAfterARejection()
{
    const auto catalog =
        catalogFromText("a.customers\n  id bigint pk\nb.customers\n  id bigint pk\n"
                        "c.orders\n  id bigint pk\n  customer_id bigint\n");
    const auto before = inferRelationships(*catalog, {});
    const Relationship* first =
        relationshipOf(*catalog, before, QStringLiteral("c.orders.customer_id"));
    QVERIFY(first && !first->alternatives.empty());
    const QString rejected = test::relationshipText(*catalog, *first);
    Decisions decisions;
    decide(*catalog, decisions, rejected, DecisionKind::Rejected, QStringLiteral("other shop"));
    int inferred = 0;
    bool isThere = false;
    for (const Relationship& one : inferRelationships(*catalog, decisions)) {
        const bool isSame = test::relationshipText(*catalog, one) == rejected;
        if (one.origin == RelationshipOrigin::Rejected) {
            QVERIFY(isSame);
            QCOMPARE(one.confidence, 0.0);
            QCOMPARE(one.reason, QStringLiteral("other shop"));
            isThere = true;
            continue;
        }
        QVERIFY2(!isSame, "a rejected target is proposed again");
        for (const RelationshipAlternative& other : one.alternatives)
            QVERIFY(other.target.columns != first->targets.front().columns);
        ++inferred;
    }
    QVERIFY(isThere);
    QCOMPARE(inferred, 1); // the second best
}

void TestInferenceRules::generalisesDecisions_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("decided"); // columns out of calls, visits, letters
    QTest::addColumn<int>("change");
    QTest::newRow("confirmed twice") << static_cast<int>(DecisionKind::Confirmed) << 2 << 1;
    QTest::newRow("added once") << static_cast<int>(DecisionKind::Added) << 1 << 1;
    QTest::newRow("rejected twice") << static_cast<int>(DecisionKind::Rejected) << 2 << -1;
}

/// The same name in another table: what a person said moves it.
void TestInferenceRules::generalisesDecisions()
{
    QFETCH(int, kind);
    QFETCH(int, decided);
    QFETCH(int, change);
    const auto catalog = test::SchemaText::catalog(
        QString::fromUtf8(desk).replace(QStringLiteral("kd_id"), QStringLiteral("client")));
    InferenceOptions options;
    options.minimumConfidence = 0;
    Decisions decisions;
    const QStringList children{QStringLiteral("calls"), QStringLiteral("visits")};
    for (int i = 0; i < decided; ++i)
        decide(*catalog, decisions, QString(children[i] + QStringLiteral(".client > clients.id")),
               static_cast<DecisionKind>(kind));
    const QString sibling = QStringLiteral("mails.client > clients.id");
    const double before =
        confidenceOf(*catalog, inferRelationships(*catalog, {}, options), sibling);
    const double after =
        confidenceOf(*catalog, inferRelationships(*catalog, decisions, options), sibling);
    QVERIFY2(change > 0 ? after > before + 0.02 : after < before - 0.02,
             qPrintable(QStringLiteral("%1 became %2").arg(before).arg(after)));
}

void TestInferenceRules::learnsFromDeclaredKeys()
{
    const auto silent = catalogFromText(desk);
    QVERIFY(!acceptedOf(*silent).contains(QStringLiteral("mails.kd_id > clients.id")));
    QString text = QString::fromUtf8(desk);
    for (const char* child : {"calls", "visits", "letters"})
        text.replace(QStringLiteral("%1\n  id bigint pk\n  kd_id bigint").arg(QLatin1String(child)),
                     QStringLiteral("%1\n  id bigint pk\n  kd_id bigint > clients.id")
                         .arg(QLatin1String(child)));
    const auto catalog = test::SchemaText::catalog(text);
    QCOMPARE(acceptedOf(*catalog), (QStringList{QStringLiteral("calls.client_id > clients.id"),
                                                QStringLiteral("mails.kd_id > clients.id")}));
}

void TestInferenceRules::leavesDeclaredColumnsAlone()
{
    const auto catalog = catalogFromText(R"(
customers
  id bigint pk
people
  id bigint pk
variants
  product_id bigint
  no integer
  unique product_id, no
orders
  id bigint pk
  customer_id bigint > people.id
  product_id bigint
  no integer
  key product_id, no > variants.product_id, no
)");
    QCOMPARE(acceptedOf(*catalog), QStringList());
    for (const Relationship& one : inferRelationships(*catalog, {}))
        QVERIFY2(one.child != test::tableNamed(*catalog, QStringLiteral("orders")),
                 qPrintable(test::relationshipText(*catalog, one)));
    QCOMPARE(allRelationships(*catalog, {}).size(), 2U);
}

void TestInferenceRules::hidesDeclaredOnes()
{
    const auto catalog = catalogFromText("customers\n  id bigint pk\n"
                                         "orders\n  id bigint pk\n"
                                         "  customer_id bigint > customers.id\n");
    InferenceOptions options;
    options.hideDeclared = true;
    QCOMPARE(acceptedOf(*catalog, {}, options),
             QStringList{QStringLiteral("orders.customer_id > customers.id")});
    QCOMPARE(acceptedOf(*catalog), QStringList());
}

void TestInferenceRules::prefersPolymorphicReferences()
{
    const auto catalog = catalogFromText(R"(
subjects
  id bigint pk
posts
  id bigint pk
photos
  id bigint pk
comments
  id bigint pk
  subject_type varchar(40)
  subject_id bigint
  post_id bigint
  index subject_type, subject_id
)");
    const auto found = inferRelationships(*catalog, {});
    bool polymorphic = false;
    for (const Relationship& one : found) {
        if (catalog->column(one.childColumns.front()).name != QStringLiteral("subject_id"))
            continue;
        QVERIFY2(one.typeColumn.has_value() || one.confidence < 0.5,
                 qPrintable(test::relationshipText(*catalog, one)));
        polymorphic = polymorphic || (one.typeColumn && one.confidence >= 0.5);
    }
    QVERIFY2(polymorphic, qPrintable(test::explainedText(*catalog, found)));
    QVERIFY(acceptedOf(*catalog).contains(QStringLiteral("comments.post_id > posts.id")));
}

void TestInferenceRules::believesComments_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<bool>("expected");
    QTest::newRow("tag") << "@references users(id)" << true;
    QTest::newRow("words") << "FK to users.id" << true;
    QTest::newRow("nothing") << "" << false;
    QTest::newRow("of no reference") << "who said it" << false;
    QTest::newRow("table that is not there") << "@references nobody(id)" << false;
}

void TestInferenceRules::believesComments()
{
    QFETCH(QString, comment);
    QFETCH(bool, expected);
    const auto catalog = test::SchemaText::catalog(
        QStringLiteral("users\n  id bigint pk\nlog\n  id bigint pk\n  x bigint%1\n")
            .arg(comment.isEmpty() ? QString() : QString(QStringLiteral(" // ") + comment)));
    const auto found = inferRelationships(*catalog, {});
    const Relationship* one = relationshipOf(*catalog, found, QStringLiteral("log.x"));
    QCOMPARE(one && one->confidence >= 0.5, expected);
    if (expected)
        QCOMPARE(one->evidence.front().signal, QStringLiteral("comments"));
}

void TestInferenceRules::believesSql()
{
    const auto catalog = catalogFromText("users\n  id bigint pk\n  name text\n"
                                         "log\n  id bigint pk\n  x bigint\n  y bigint\n");
    const auto join = [&](const char* left, const char* right) {
        SqlJoin made;
        made.left = {test::columnNamed(*catalog, QString::fromLatin1(left))};
        made.right = {test::columnNamed(*catalog, QString::fromLatin1(right))};
        made.placeName = QStringLiteral("v_log");
        return made;
    };
    SqlReading sql;
    sql.joins = {join("users.id", "log.x"), join("log.y", "users.name")};
    SqlReading twice = sql;
    twice.joins.push_back(join("log.x", "users.id"));
    twice.joins.back().placeName = QStringLiteral("v_other");
    InferenceOptions options;
    options.minimumConfidence = 0;
    const QString text = QStringLiteral("log.x > users.id");
    const double without = confidenceOf(*catalog, inferRelationships(*catalog, {}, options), text);
    options.sql = &sql;
    const auto found = inferRelationships(*catalog, {}, options);
    const double with = confidenceOf(*catalog, found, text);
    options.sql = &twice;
    const double withTwo = confidenceOf(*catalog, inferRelationships(*catalog, {}, options), text);
    QVERIFY2(with > without + 0.2 && without < 0.5 && withTwo >= 0.5,
             qPrintable(QStringLiteral("%1 %2 %3").arg(without).arg(with).arg(withTwo)));
    QVERIFY(hasSignal(*relationshipOf(*catalog, found, QStringLiteral("log.x")),
                      QStringLiteral("sql-joins")));
    // what is joined with no key is no reference
    QVERIFY(!relationshipOf(*catalog, found, QStringLiteral("log.y")));
}

void TestInferenceRules::readsSqlOfTheCatalog()
{
    test::SqlFixture fixture("users\n  id bigint pk\nlog\n  id bigint pk\n  x bigint\n"
                             "view v_log\n  id bigint\nview v_other\n  id bigint\n"
                             "view v_broken\n  id bigint\n",
                             Engine::PostgreSql);
    fixture.view(QStringLiteral("v_log"),
                 QStringLiteral("SELECT l.id FROM log l JOIN users u ON u.id = l.x"));
    fixture.view(QStringLiteral("v_other"),
                 QStringLiteral("SELECT u.id FROM users u, log l WHERE l.x = u.id"));
    fixture.view(QStringLiteral("v_broken"), QStringLiteral("SELECT FROM WHERE ((("));
    const auto catalog = fixture.catalog();
    const SqlReading sql = test::readFixtureSql(*catalog);
    QCOMPARE(sql.skipped.size(), 1U);
    QCOMPARE(sql.skipped.front().placeName, QStringLiteral("v_broken"));
    InferenceOptions options;
    options.sql = &sql;
    QCOMPARE(acceptedOf(*catalog, {}, options), QStringList{QStringLiteral("log.x > users.id")});
    QCOMPARE(acceptedOf(*catalog), QStringList());
}

void TestInferenceRules::neverProposesIdToId_data()
{
    QTest::addColumn<int>("tables");
    QTest::addColumn<QString>("key");
    for (const int tables : {2, 5, 12, 13, 60}) {
        for (const char* key : {"id", "uuid", "code", "pk"})
            QTest::addRow("%d tables, %s", tables, key) << tables << QString::fromLatin1(key);
    }
}

void TestInferenceRules::neverProposesIdToId()
{
    QFETCH(int, tables);
    QFETCH(QString, key);
    QString text;
    for (int i = 0; i < tables; ++i)
        text += QStringLiteral("%1%2\n  %3 bigint pk\n  label text\n")
                    .arg(QChar(u'a' + i % 26))
                    .arg(QString(3 + i / 26, QChar(u'z' - i % 26)), key);
    const auto catalog = test::SchemaText::catalog(text);
    const auto found = inferRelationships(*catalog, {});
    QVERIFY2(found.empty(), qPrintable(test::explainedText(*catalog, found)));
}

void TestInferenceRules::showsAlternatives()
{
    const auto catalog =
        catalogFromText("a.customers\n  id bigint pk\nb.customers\n  id bigint pk\n"
                        "c.orders\n  id bigint pk\n  customer_id bigint\n");
    const auto found = inferRelationships(*catalog, {});
    const Relationship* one =
        relationshipOf(*catalog, found, QStringLiteral("c.orders.customer_id"));
    QVERIFY(one);
    QCOMPARE(one->alternatives.size(), 1U);
    const RelationshipAlternative& other = one->alternatives.front();
    QVERIFY(other.target.columns != one->targets.front().columns);
    QVERIFY(other.confidence > 0.1 && other.confidence <= one->confidence);
    QVERIFY(!other.evidence.empty());
}

void TestInferenceRules::acceptsOneParent_data()
{
    QTest::addColumn<std::shared_ptr<const Catalog>>("catalog");
    QTest::newRow("sample") << sampleCatalog();
    QTest::newRow("large") << largeCatalog();
}

void TestInferenceRules::acceptsOneParent()
{
    QFETCH(std::shared_ptr<const Catalog>, catalog);
    InferenceOptions options;
    options.minimumConfidence = 0;
    options.hideDeclared = true;
    std::set<std::vector<ColumnId>> seen;
    const auto found = inferRelationships(*catalog, {}, options);
    QVERIFY(found.size() > 20);
    const Relationship* before = nullptr;
    for (const Relationship& one : found) {
        const QByteArray text = test::relationshipText(*catalog, one).toUtf8();
        QVERIFY2(one.confidence >= 0 && one.confidence < 1, text.constData());
        if (one.confidence >= 0.5)
            QVERIFY2(seen.insert(one.childColumns).second, text.constData());
        QVERIFY2(!before || before->child < one.child ||
                     (before->child == one.child && before->childColumns <= one.childColumns),
                 text.constData());
        before = &one;
        double total = one.confidence;
        double last = one.confidence;
        for (const RelationshipAlternative& other : one.alternatives) {
            QVERIFY2(other.confidence <= last, text.constData());
            last = other.confidence;
            total += other.confidence;
        }
        QVERIFY2(total <= 1 + 1e-9, qPrintable(QString::number(total)));
        for (const RelationshipTarget& target : one.targets) {
            QVERIFY2(!target.isResolved() || target.columns != one.childColumns, text.constData());
        }
    }
}

void TestInferenceRules::keepsEvidenceInOrder()
{
    const auto catalog = sampleCatalog();
    const SqlReading sql = test::readFixtureSql(*catalog);
    InferenceOptions options;
    options.sql = &sql;
    options.hideDeclared = true;
    for (const Relationship& one : inferRelationships(*catalog, {}, options)) {
        const QByteArray text = test::relationshipText(*catalog, one).toUtf8();
        QVERIFY2(!one.evidence.empty(), text.constData());
        QVERIFY2(std::ranges::is_sorted(one.evidence, std::ranges::greater{},
                                        [](const Evidence& e) { return std::abs(e.weight); }),
                 text.constData());
        for (const Evidence& evidence : one.evidence)
            QVERIFY2(!evidence.sentence.isEmpty() && !evidence.signal.isEmpty(), text.constData());
    }
}

void TestInferenceRules::repeatsItself_data()
{
    acceptsOneParent_data();
    QString many = QStringLiteral("log\n  id bigint pk\n  x bigint\n");
    for (int i = 0; i < 40; ++i)
        many += QStringLiteral("t%1\n  id bigint pk\n").arg(i);
    QTest::newRow("joined with everything") << test::SchemaText::catalog(many);
}

/// Also with other seeds of the hash tables, which differ between runs of a program.
void TestInferenceRules::repeatsItself()
{
    QFETCH(std::shared_ptr<const Catalog>, catalog);
    SqlReading sql;
    if (catalog->objects().tables.size() == 41) {
        for (int i = 0; i < 40; ++i) {
            SqlJoin join;
            join.left = {test::columnNamed(*catalog, QStringLiteral("log.x"))};
            join.right = {test::columnNamed(*catalog, QStringLiteral("t%1.id").arg(i))};
            join.placeName = QStringLiteral("v");
            sql.joins.push_back(join);
        }
    }
    InferenceOptions options;
    options.minimumConfidence = 0;
    options.sql = &sql;
    QHashSeed::setDeterministicGlobalSeed();
    const auto first = inferRelationships(*catalog, {}, options);
    for (int i = 0; i < 3; ++i) {
        QHashSeed::resetRandomGlobalSeed();
        QVERIFY(inferRelationships(*catalog, {}, options) == first);
    }
}

void TestInferenceRules::doesNotMindTheOrderOfTables()
{
    const QString text = QString::fromUtf8(desk);
    QStringList tables;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (!line.startsWith(QLatin1Char(' ')))
            tables << QString();
        tables.last() += line + QLatin1Char('\n');
    }
    QCOMPARE(tables.size(), 6);
    const QStringList expected = acceptedOf(*test::SchemaText::catalog(text));
    QVERIFY(!expected.isEmpty());
    std::ranges::sort(tables);
    do {
        const auto catalog = test::SchemaText::catalog(tables.join(QString()));
        QCOMPARE(acceptedOf(*catalog), expected);
    } while (std::next_permutation(tables.begin(), tables.end()));
}

void TestInferenceRules::leavesWeakOnesOut()
{
    const auto catalog = largeCatalog();
    InferenceOptions options;
    std::size_t before = SIZE_MAX;
    for (const double least : {0.0, 0.1, 0.5, 0.9}) {
        options.minimumConfidence = least;
        const auto found = inferRelationships(*catalog, {}, options);
        QVERIFY(found.size() < before);
        for (const Relationship& one : found)
            QVERIFY(one.confidence >= least);
        before = found.size();
    }
}

void TestInferenceRules::findsThoseOfTheSample()
{
    const auto catalog = sampleCatalog();
    const auto found = inferRelationships(*catalog, {});
    const QStringList accepted = test::acceptedTexts(*catalog, found);
    const QByteArray all = accepted.join(QLatin1Char('\n')).toUtf8();
    for (const char* expected :
         {"invoices.customer_id > customers.id", "tickets.customer_id > customers.id",
          "order_items.product_id > products.id", "invoice_lines.product_id > products.id",
          "shipments.warehouse_code > warehouses.code", "teams.lead_id > agents.id",
          "refunds.return_request_id > ReturnRequests.ReturnRequestId",
          "KnowledgeArticles.ProductId > products.id", "customers.created_by > agents.id",
          "invoices.order_id > tmp_orders.id"})
        QVERIFY2(accepted.contains(QString::fromLatin1(expected)), all.constData());
    for (const char* never : {"billing_vat_id", "size_bytes", "order_archive_2018", "orders.email",
                              "payload", "v_orders"}) {
        for (const QString& one : accepted)
            QVERIFY2(!one.contains(QLatin1String(never)), qPrintable(one));
    }
    // declared ones are not proposed again
    QVERIFY(!accepted.contains(QStringLiteral("carts.customer_id > customers.id")));
    QCOMPARE(allRelationships(*catalog, {}).size(),
             declaredRelationships(*catalog).size() + found.size());
}

QTEST_APPLESS_MAIN(TestInferenceRules)
#include "tst_inference_rules.moc"
