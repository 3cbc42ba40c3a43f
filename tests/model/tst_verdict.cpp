// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Verdicts: what the server checks, what could become a key, what never can, each with its reason.
#include "model/relations/verdict.h"

#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

class tst_Verdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void declaredSaysWhatTheServerDoes_data();
    void declaredSaysWhatTheServerDoes();
    void differentTypesAreJudgedByEngine_data();
    void differentTypesAreJudgedByEngine();
    void otherSourcesCannotBeReached();
    void storageWithoutKeysIsSeen();
    void obstaclesAreNamed_data();
    void obstaclesAreNamed();
    void parentsWithoutAKeyAreSaidFirst();
    void enginesSayHowAKeyIsAdded();
    void namesAreUniqueAndFound();
    void summaryCountsEachOnce();
};

namespace {

SourceCatalog shop()
{
    return test::SchemaText::source(QStringLiteral(R"(
customers
  id bigint pk
  code text
  unique code
users
  id uuid pk
notes
  id bigint pk
orders
  id bigint pk
  customer_id bigint?
  buyer_id bigint?
  user_id character(36)
  customer_code text
  customer_name text
  subject_id bigint
  subject_type text
  amount numeric
  key customer_id > customers.id on delete cascade
  index buyer_id
view v_orders
  customer_id bigint
)"));
}

ColumnId columnNamed(const Catalog& catalog, const char* name)
{
    const auto found = catalog.resolve(QString::fromUtf8(name));
    if (!found || found->kind != ObjectKind::Column)
        qFatal("no column %s", name);
    return ColumnId{found->index};
}

Relationship guess(const Catalog& catalog, const char* child, const char* parent)
{
    const ColumnId childColumn = columnNamed(catalog, child);
    const ColumnId parentColumn = columnNamed(catalog, parent);
    Relationship relationship;
    relationship.origin = RelationshipOrigin::Inferred;
    relationship.confidence = 0.8;
    relationship.child = catalog.column(childColumn).table;
    relationship.childColumns = {childColumn};
    relationship.targets = {{catalog.column(parentColumn).table, {parentColumn}, {}}};
    return relationship;
}

Catalog with(SourceCatalog source, const std::function<void(CatalogObjects&)>& change)
{
    change(source.objects);
    return Catalog(std::move(source.objects));
}

Constraint& foreignKey(CatalogObjects& objects)
{
    return *std::ranges::find(objects.constraints, ConstraintKind::ForeignKey, &Constraint::kind);
}

QStringList kindsOf(const RelationshipVerdict& judged)
{
    QStringList kinds;
    for (const KeyObstacle& obstacle : judged.obstacles)
        kinds << QString::number(static_cast<int>(obstacle.kind));
    return kinds;
}

QString number(KeyObstacleKind kind)
{
    return QString::number(static_cast<int>(kind));
}

} // namespace

void tst_Verdict::judges_data()
{
    QTest::addColumn<QString>("child");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char* child, const char* parent, Verdict verdict) {
        QTest::addRow("%s -> %s", child, parent)
            << QString::fromUtf8(child) << QString::fromUtf8(parent) << verdict;
    };
    row("orders.buyer_id", "customers.id", Verdict::CouldBeDeclared);
    row("orders.customer_code", "customers.code", Verdict::CouldBeDeclared);
    row("orders.amount", "customers.id", Verdict::CouldBeDeclared); // after a type is changed
    row("customers.code", "orders.customer_code", Verdict::CannotBeDeclared); // not unique
    row("orders.user_id", "users.id", Verdict::TypesDiffer);
    row("orders.customer_name", "customers.id", Verdict::TypesDiffer);
    row("v_orders.customer_id", "customers.id", Verdict::CannotBeDeclared);
    row("orders.buyer_id", "v_orders.customer_id", Verdict::CannotBeDeclared);
}

void tst_Verdict::judges()
{
    QFETCH(QString, child);
    QFETCH(QString, parent);
    QFETCH(Verdict, verdict);
    const Catalog catalog(shop().objects);
    Relationship relationship =
        guess(catalog, child.toUtf8().constData(), parent.toUtf8().constData());
    for (const RelationshipOrigin origin :
         {RelationshipOrigin::Inferred, RelationshipOrigin::Confirmed, RelationshipOrigin::Added}) {
        relationship.origin = origin;
        const RelationshipVerdict judged = judgeRelationship(catalog, relationship);
        QVERIFY2(judged.verdict == verdict, qPrintable(verdictName(judged.verdict)));
        QVERIFY(verdictOf(catalog, relationship) == verdict);
        QVERIFY2(judged.reason.endsWith(QLatin1Char('.')), qPrintable(judged.reason));
        QCOMPARE(judged.obstacles.empty(), verdict != Verdict::CouldBeDeclared);
    }
    relationship.origin = RelationshipOrigin::Rejected;
    relationship.reason = QStringLiteral("an old number");
    const RelationshipVerdict rejected = judgeRelationship(catalog, relationship);
    QVERIFY(rejected.verdict == Verdict::Rejected);
    QVERIFY(rejected.reason.contains(QStringLiteral("an old number")));
    relationship.origin = RelationshipOrigin::Inferred;
    relationship.typeColumn = columnNamed(catalog, "orders.subject_type");
    const RelationshipVerdict polymorphic = judgeRelationship(catalog, relationship);
    QVERIFY(polymorphic.verdict == Verdict::Polymorphic);
    QVERIFY(polymorphic.reason.contains(QStringLiteral("subject_type")));
}

void tst_Verdict::declaredSaysWhatTheServerDoes_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<bool>("enforced");
    QTest::addColumn<bool>("validated");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("words");
    QTest::newRow("checked") << Engine::PostgreSql << true << true << Verdict::Declared
                             << "PostgreSQL checks it: a delete deletes these rows too (CASCADE).";
    QTest::newRow("sqlite") << Engine::Sqlite << true << true << Verdict::Declared
                            << "for connections that switched foreign keys on";
    QTest::newRow("not enforced") << Engine::MySql << false << true << Verdict::DeclaredUnchecked
                                  << "MySQL does not enforce it";
    QTest::newRow("not validated")
        << Engine::PostgreSql << true << false << Verdict::DeclaredUnchecked
        << "were there before it was declared were never checked";
}

void tst_Verdict::declaredSaysWhatTheServerDoes()
{
    QFETCH(Engine, engine);
    QFETCH(bool, enforced);
    QFETCH(bool, validated);
    QFETCH(Verdict, verdict);
    QFETCH(QString, words);
    const Catalog catalog = with(shop(), [&](CatalogObjects& o) {
        o.sources.front().engine = engine;
        foreignKey(o).enforced = enforced;
        foreignKey(o).validated = validated;
    });
    const RelationshipVerdict judged =
        judgeRelationship(catalog, declaredRelationships(catalog).front());
    QVERIFY(judged.verdict == verdict);
    QVERIFY2(judged.reason.contains(words), qPrintable(judged.reason));
    QVERIFY(judged.obstacles.empty());
}

void tst_Verdict::differentTypesAreJudgedByEngine_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("words");
    QTest::newRow("PostgreSQL") << Engine::PostgreSql << "PostgreSQL refuses a key";
    QTest::newRow("MariaDB") << Engine::MariaDb << "does not begin with digits counts as 0";
    QTest::newRow("SQLite") << Engine::Sqlite << "affinity INTEGER";
}

void tst_Verdict::differentTypesAreJudgedByEngine()
{
    QFETCH(Engine, engine);
    QFETCH(QString, words);
    const Catalog catalog =
        with(shop(), [&](CatalogObjects& o) { o.sources.front().engine = engine; });
    const RelationshipVerdict judged =
        judgeRelationship(catalog, guess(catalog, "orders.user_id", "customers.id"));
    QVERIFY(judged.verdict == Verdict::TypesDiffer);
    QVERIFY2(judged.reason.contains(words), qPrintable(judged.reason));
    QVERIFY(judged.reason.contains(QStringLiteral("bigint")));
    QVERIFY(judged.reason.contains(QStringLiteral("character(36)")));
}

void tst_Verdict::otherSourcesCannotBeReached()
{
    const auto part = [](const char* text, const char* name) {
        return std::make_shared<const SourceCatalog>(
            test::SchemaText::source(QString::fromUtf8(text), QString::fromUtf8(name)));
    };
    const Catalog catalog = mergeSources({part("orders\n  customer_id bigint\n", "shop"),
                                          part("customers\n  id bigint pk\n", "crm")});
    const RelationshipVerdict judged = judgeRelationship(
        catalog, guess(catalog, "shop/public.orders.customer_id", "crm/public.customers.id"));
    QVERIFY(judged.verdict == Verdict::AcrossDatabases);
    QVERIFY(judged.reason.contains(QStringLiteral("shop")));
    QVERIFY(judged.reason.contains(QStringLiteral("crm")));
}

void tst_Verdict::storageWithoutKeysIsSeen()
{
    const auto kept = [](const char* storage) {
        return with(shop(), [&](CatalogObjects& o) {
            o.sources.front().engine = Engine::MariaDb;
            for (Table& table : o.tables)
                table.properties = {{QStringLiteral("Engine"), QString::fromUtf8(storage)}};
        });
    };
    for (const auto& [storage, verdict] : {std::pair("InnoDB", Verdict::CouldBeDeclared),
                                           std::pair("MyISAM", Verdict::CannotBeDeclared)}) {
        const Catalog catalog = kept(storage);
        QVERIFY(verdictOf(catalog, guess(catalog, "orders.buyer_id", "customers.id")) == verdict);
    }
}

void tst_Verdict::obstaclesAreNamed_data()
{
    QTest::addColumn<QString>("child");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<int>("orphans"); // -1: nobody looked
    QTest::addColumn<QStringList>("kinds");
    const QString notChecked = number(KeyObstacleKind::NotChecked);
    const QString noIndex = number(KeyObstacleKind::MissingIndex);
    QTest::newRow("indexed") << "orders.buyer_id"
                             << "customers.id" << -1 << QStringList{notChecked};
    QTest::newRow("indexed, checked") << "orders.buyer_id"
                                      << "customers.id" << 0 << QStringList();
    QTest::newRow("orphans") << "orders.buyer_id"
                             << "customers.id" << 3
                             << QStringList{number(KeyObstacleKind::Orphans)};
    QTest::newRow("no index") << "orders.customer_code"
                              << "customers.code" << 0 << QStringList{noIndex};
    QTest::newRow("another number")
        << "orders.amount"
        << "customers.id" << -1
        << QStringList{number(KeyObstacleKind::TypeToChange), notChecked, noIndex};
}

void tst_Verdict::obstaclesAreNamed()
{
    QFETCH(QString, child);
    QFETCH(QString, parent);
    QFETCH(int, orphans);
    QFETCH(QStringList, kinds);
    const SourceCatalog source = shop();
    CatalogObjects objects = source.objects;
    for (Constraint& constraint : objects.constraints) { // the engine's index of a unique key
        if (constraint.kind != ConstraintKind::Unique)
            continue;
        Index index;
        index.table = constraint.table;
        index.unique = true;
        IndexPart part;
        part.column = constraint.columns.front();
        index.parts = {part};
        objects.indexes.push_back(index);
    }
    const Catalog catalog(finishSource(std::move(objects)).objects);
    Verification verification;
    verification.complete = true;
    verification.sampledRows = 10;
    verification.targets.resize(1);
    verification.targets.front().rows = 10;
    verification.targets.front().found = 10 - orphans;
    const RelationshipVerdict judged = judgeRelationship(
        catalog, guess(catalog, child.toUtf8().constData(), parent.toUtf8().constData()),
        orphans < 0 ? nullptr : &verification);
    QVERIFY(judged.verdict == Verdict::CouldBeDeclared);
    QCOMPARE(kindsOf(judged), kinds);
}

void tst_Verdict::parentsWithoutAKeyAreSaidFirst()
{
    const Catalog catalog(shop().objects);
    const Relationship relationship = guess(catalog, "customers.code", "orders.customer_code");
    const RelationshipVerdict judged = judgeRelationship(catalog, relationship);
    QCOMPARE(verdictTitle(judged.verdict), QStringLiteral("Cannot be declared as it is"));
    QCOMPARE(judged.reason,
             QStringLiteral("orders.customer_code is neither a primary key nor unique. A foreign "
                            "key needs a unique key there first."));
    const auto counts = verdictSummary(
        catalog, {relationship, guess(catalog, "v_orders.customer_id", "customers.id")});
    QCOMPARE(static_cast<int>(counts.size()), 1);
    QCOMPARE(counts[0].sentence,
             QStringLiteral("2 relationships cannot be declared as they are: 1 with a parent that "
                            "is neither a primary key nor unique, 1 with an end that takes no "
                            "foreign keys (a view, or a storage without them)."));
}

void tst_Verdict::enginesSayHowAKeyIsAdded()
{
    Verification verification;
    verification.complete = true;
    verification.targets.resize(1);
    for (const auto& [engine, words] :
         {std::pair(Engine::Sqlite, "SQLite adds none to a table that exists"),
          std::pair(Engine::PostgreSql, "PostgreSQL would take a foreign key today.")}) {
        const Catalog catalog =
            with(shop(), [&](CatalogObjects& o) { o.sources.front().engine = engine; });
        const QString reason =
            judgeRelationship(catalog, guess(catalog, "orders.customer_code", "customers.code"),
                              &verification)
                .reason;
        QVERIFY2(reason.contains(QString::fromUtf8(words)), qPrintable(reason));
        QVERIFY(!reason.contains(QStringLiteral("server")));
    }
}

void tst_Verdict::namesAreUniqueAndFound()
{
    QSet<QString> names;
    QSet<QString> titles;
    for (const Verdict verdict : allVerdicts) {
        names.insert(verdictName(verdict));
        titles.insert(verdictTitle(verdict));
        QVERIFY(verdictFromName(verdictName(verdict)) == verdict);
    }
    QCOMPARE(names.size(), static_cast<qsizetype>(std::size(allVerdicts)));
    QCOMPARE(titles.size(), names.size());
    QVERIFY(!verdictFromName(u"Declared"));
    QVERIFY(!verdictFromName(u""));
}

void tst_Verdict::summaryCountsEachOnce()
{
    const Catalog catalog(shop().objects);
    std::vector<Relationship> relationships = declaredRelationships(catalog);
    relationships.push_back(guess(catalog, "orders.buyer_id", "customers.id"));
    relationships.push_back(guess(catalog, "orders.customer_code", "customers.code"));
    relationships.push_back(guess(catalog, "orders.user_id", "users.id"));
    const auto counts = verdictSummary(catalog, relationships);
    QCOMPARE(static_cast<int>(counts.size()), 3);
    QVERIFY(counts[0].verdict == Verdict::Declared);
    QCOMPARE(counts[0].sentence,
             QStringLiteral("1 relationship is declared and checked by the server."));
    QVERIFY(counts[1].verdict == Verdict::CouldBeDeclared);
    QCOMPARE(counts[1].count, 2);
    QCOMPARE(counts[1].sentence,
             QStringLiteral("2 relationships could be declared: none wholly checked with "
                            "data yet, 1 without an index on the child."));
    QVERIFY(counts[2].verdict == Verdict::TypesDiffer);
    const auto checked = verdictSummary(catalog, relationships, [](const Relationship&) {
        Verification verification;
        verification.complete = true;
        return std::optional(verification);
    });
    QCOMPARE(checked[1].sentence,
             QStringLiteral("2 relationships could be declared: 1 as they are, 1 without an index "
                            "on the child."));
    QVERIFY(verdictSummary(catalog, {}).empty());
    const Catalog sqlite =
        with(shop(), [](CatalogObjects& o) { o.sources.front().engine = Engine::Sqlite; });
    QCOMPARE(verdictSummary(sqlite, declaredRelationships(sqlite)).front().sentence,
             QStringLiteral("1 relationship is declared, and checked for connections that switched "
                            "foreign keys on."));
}

QTEST_APPLESS_MAIN(tst_Verdict)
#include "tst_verdict.moc"
