// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Schemas that nobody would draw: inference takes them all, floods nothing, and says what it left
// out. What 66,000 columns take is printed, never asserted.
#include "model/relations/inference.h"

#include "tests/support/inference_fixture.h"
#include "tests/support/sql_fixture.h"
#include "tests/support/synthetic_undeclared.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;
using test::acceptedOf;

class TestInferenceBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void proposesGuessedKeys();
    void takesOddNames_data();
    void takesOddNames();
    void foldsHundredCopies();
    void foldsPartitions();
    void takesDecisionsAboutNothing();
    void takesViewsThatDoNotParse();
    void doesNotFlood_data();
    void doesNotFlood();
    void printsItsSpeed();
};

namespace {

void row(const char* name, const QString& schema, const char* expected)
{
    QTest::newRow(name) << schema
                        << QString::fromLatin1(expected).split(QLatin1Char('\n'),
                                                               Qt::SkipEmptyParts);
}

QString columns(int count, const QString& name)
{
    QString text;
    for (int i = 1; i <= count; ++i)
        text += QStringLiteral("  %1%2 bigint\n").arg(name, QString::number(i));
    return text;
}

} // namespace

void TestInferenceBadInput::accepts_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QStringList>("expected");
    row("empty catalog", QString(), "");
    row("table without columns", QStringLiteral("a\nb\n"), "");
    row("one column", QStringLiteral("a\n  a bigint\n"), "");
    row("tables of one column",
        QStringLiteral("customers\n  id bigint pk\norders\n  customer_id bigint\n"
                       "colours\n  colour text\n"),
        "orders.customer_id > customers.id");
    row("only keys", QStringLiteral("a\n  id bigint pk\nb\n  id bigint pk\n"), "");
    row("no keys, and nothing that looks like one",
        QStringLiteral("customers\n  name text\n  city text\n"
                       "orders\n  customer text\n  total numeric\n"),
        "");
    row("mutual",
        QStringLiteral("teams\n  id bigint pk\n  player_id bigint\n"
                       "players\n  id bigint pk\n  team_id bigint\n"),
        "players.team_id > teams.id\nteams.player_id > players.id");
    row("in a circle",
        QStringLiteral("cities\n  id bigint pk\n  region_id bigint\n"
                       "regions\n  id bigint pk\n  country_id bigint\n"
                       "countries\n  id bigint pk\n  city_id bigint\n"),
        "cities.region_id > regions.id\ncountries.city_id > cities.id\n"
        "regions.country_id > countries.id");
    row("declared in a circle",
        QStringLiteral("a\n  id bigint pk > b.id\nb\n  id bigint pk > a.id\n"), "");
    row("declared to itself", QStringLiteral("a\n  id bigint pk > a.id\n  a_id bigint > a.id\n"),
        "");
    row("key of a table that is not there",
        QStringLiteral("orders\n  id bigint pk\n  customer_id bigint > nobody.id\n"), "");
    row("1,600 columns",
        QStringLiteral("customers\n  id bigint pk\nwide\n") + columns(1599, QStringLiteral("c")) +
            QStringLiteral("  customer_id bigint\n"),
        "wide.customer_id > customers.id");
    row("1,600 columns of one name and a number",
        QStringLiteral("wide\n  id bigint pk\n") + columns(1599, QStringLiteral("wide_")), "");
    row("1,600 keys",
        QStringLiteral("wide\n") +
            columns(1600, QStringLiteral("k"))
                .replace(QStringLiteral("bigint\n"), QStringLiteral("bigint unique\n")),
        "");
    row("types that nobody knows",
        QStringLiteral("customers\n  id mystery pk\norders\n  id bigint pk\n"
                       "  customer_id mystery\n  customer mystery2\n"),
        "orders.customer_id > customers.id");
}

void TestInferenceBadInput::accepts()
{
    QFETCH(QString, schema);
    QFETCH(QStringList, expected);
    const auto catalog = test::SchemaText::catalog(schema);
    const auto found = inferRelationships(*catalog, {});
    const QStringList accepted = test::acceptedTexts(*catalog, found);
    if (accepted != expected)
        qWarning().noquote() << test::explainedText(*catalog, found).left(4000);
    QCOMPARE(accepted, expected);
}

/// No table declares a key: what looks like one is proposed with doubt.
void TestInferenceBadInput::proposesGuessedKeys()
{
    const auto catalog = test::catalogFromText("customers\n  id bigint\n  name text\n"
                                               "orders\n  id bigint\n  customer_id bigint\n"
                                               "  total numeric\n");
    const auto found = inferRelationships(*catalog, {});
    QCOMPARE(test::acceptedTexts(*catalog, found, 0.25),
             QStringList{QStringLiteral("orders.customer_id > customers.id")});
    QVERIFY(found.front().confidence < 0.9);
}

void TestInferenceBadInput::takesOddNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("digits") << "2019";
    QTest::newRow("one digit") << "1";
    QTest::newRow("underscores") << "____";
    QTest::newRow("emoji") << "🦊";
    QTest::newRow("half of an emoji") << QString(QChar(0xD83E));
    QTest::newRow("combining mark") << QString(QChar(0x0301));
    QTest::newRow("no-break space") << QString(QChar(0x00A0));
    QTest::newRow("right to left") << "مستخدم";
    QTest::newRow("null character") << QString(QChar(0));
    QTest::newRow("quotation marks") << "\"'`";
    QTest::newRow("percent") << "%1";
    QTest::newRow("only a mark") << "id";
    QTest::newRow("only a filler") << "the";
    QTest::newRow("sharp s and dotted i") << "Straßeİ";
    QTest::newRow("very long") << QString(20'000, QLatin1Char('n'));
    QTest::newRow("very many words") << QStringLiteral("ab_").repeated(300);
}

/// Tables, keys and columns of such a name beside honest ones, which must still be found.
void TestInferenceBadInput::takesOddNames()
{
    QFETCH(QString, name);
    CatalogObjects objects =
        test::SchemaText::source(
            QStringLiteral("X\n  id bigint pk\n  X bigint\n  X_id bigint\n  XX text\n"
                           "X_X\n  X bigint pk\n  idX bigint\n"
                           "zX\n  X_id bigint pk\n  X_by bigint\n  parent_X bigint\n"
                           "customers\n  id bigint pk\n  name varchar(20)\n"
                           "orders\n  id bigint pk\n  customer_id bigint\n"))
            .objects;
    for (Table& table : objects.tables)
        table.name.replace(QLatin1Char('X'), name);
    for (Column& column : objects.columns)
        column.name.replace(QLatin1Char('X'), name);
    const auto catalog = std::make_shared<const Catalog>(
        mergeSources({std::make_shared<const SourceCatalog>(finishSource(std::move(objects)))}));
    const auto found = inferRelationships(*catalog, {});
    QVERIFY2(test::acceptedTexts(*catalog, found)
                 .contains(QStringLiteral("orders.customer_id > customers.id")),
             qPrintable(test::explainedText(*catalog, found).left(4000)));
    QVERIFY(found.size() <= catalog->objects().columns.size());
}

void TestInferenceBadInput::foldsHundredCopies()
{
    QString text =
        QStringLiteral("customers\n  id bigint pk\n  name text\n"
                       "orders\n  id bigint pk\n  customer_id bigint\n  total numeric\n");
    for (int i = 0; i < 100; ++i)
        text += QStringLiteral("orders_backup_%1\n  id bigint\n  customer_id bigint\n"
                               "  total numeric\n")
                    .arg(1920 + i);
    const auto catalog = test::SchemaText::catalog(text);
    const auto found = inferRelationships(*catalog, {});
    QCOMPARE(test::acceptedTexts(*catalog, found, 0),
             QStringList{QStringLiteral("orders.customer_id > customers.id")});
    const QStringList skipped = inferenceScope(*catalog).skipped;
    QCOMPARE(skipped.size(), 1);
    QVERIFY2(skipped.first().startsWith(QStringLiteral("100 ")), qPrintable(skipped.first()));
}

void TestInferenceBadInput::foldsPartitions()
{
    QString text = QStringLiteral("customers\n  id bigint pk\n"
                                  "orders\n  id bigint pk\n  customer_id bigint\n");
    for (int i = 0; i < 50; ++i)
        text +=
            QStringLiteral("partition orders_p%1 of orders\n  id bigint\n  customer_id bigint\n")
                .arg(i);
    const auto catalog = test::SchemaText::catalog(text);
    QCOMPARE(acceptedOf(*catalog),
             QStringList{QStringLiteral("orders.customer_id > customers.id")});
    QCOMPARE(inferenceScope(*catalog).skipped.size(), 1);
}

void TestInferenceBadInput::takesDecisionsAboutNothing()
{
    const auto catalog = test::catalogFromText("customers\n  id bigint pk\norders\n  id bigint pk\n"
                                               "  customer_id bigint\n");
    const auto other = test::catalogFromText("a\n  id bigint pk\nb\n  a_id bigint\n");
    Decisions decisions;
    for (const DecisionKind kind :
         {DecisionKind::Confirmed, DecisionKind::Rejected, DecisionKind::Added})
        test::decide(*other, decisions, QStringLiteral("b.a_id > a.id"), kind);
    DecisionKey empty;
    empty.child = catalog->keyOf(test::tableNamed(*catalog, QStringLiteral("orders")));
    empty.parent = catalog->keyOf(test::tableNamed(*catalog, QStringLiteral("customers")));
    for (const DecisionKind kind : {DecisionKind::Confirmed, DecisionKind::Rejected}) {
        decisions.entries[empty] = {kind, {}, {}};
        QVERIFY(acceptedOf(*catalog, decisions)
                    .contains(QStringLiteral("orders.customer_id > customers.id")));
    }
    QVERIFY(inferRelationships(Catalog(), decisions).empty());
}

void TestInferenceBadInput::takesViewsThatDoNotParse()
{
    for (const Engine engine : {Engine::PostgreSql, Engine::MariaDb, Engine::Sqlite}) {
        test::SqlFixture fixture("customers\n  id bigint pk\norders\n  id bigint pk\n"
                                 "  customer_id bigint\nview v\n  id bigint\n",
                                 engine);
        fixture.view(QStringLiteral("v"), QStringLiteral("SELECT 'a FROM ((( \" --"));
        const auto catalog = fixture.catalog();
        const SqlReading sql = test::readFixtureSql(*catalog);
        if (engine != Engine::Sqlite) {
            QCOMPARE(sql.skipped.size(), 1U);
            QVERIFY(!sql.skipped.front().why.isEmpty());
        }
        InferenceOptions options;
        options.sql = &sql;
        QCOMPARE(acceptedOf(*catalog, {}, options),
                 QStringList{QStringLiteral("orders.customer_id > customers.id")});
    }
}

void TestInferenceBadInput::doesNotFlood_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<int>("most");
    QString twins;
    for (int i = 0; i < 300; ++i)
        twins += QStringLiteral("s%1.status\n  id bigint pk\n  label text\n").arg(i);
    QTest::newRow("one table in 300 schemas") << twins << 0;
    QString codes;
    for (int i = 0; i < 300; ++i)
        codes += QStringLiteral("t%1\n  code text unique\n  name text unique\n  status text\n"
                                "  created_at timestamp\n")
                     .arg(i);
    QTest::newRow("code, name and status everywhere") << codes << 0;
    QString numbers;
    for (int i = 0; i < 300; ++i)
        numbers += QStringLiteral("t%1\n  id bigint pk\n  amount bigint\n  position bigint\n"
                                  "  external_id bigint\n")
                       .arg(i);
    QTest::newRow("numbers that are no references") << numbers << 0;
}

void TestInferenceBadInput::doesNotFlood()
{
    QFETCH(QString, schema);
    QFETCH(int, most);
    const auto catalog = test::SchemaText::catalog(schema);
    const auto found = inferRelationships(*catalog, {});
    const QStringList accepted = test::acceptedTexts(*catalog, found);
    QVERIFY2(accepted.size() <= most,
             qPrintable(QStringLiteral("%1, the first %2")
                            .arg(QString::number(accepted.size()), accepted.value(0))));
}

void TestInferenceBadInput::printsItsSpeed()
{
    test::UndeclaredOptions options;
    options.tables = 10'000;
    const test::UndeclaredSchema schema = test::syntheticUndeclared(options);
    const auto count = schema.catalog->objects().columns.size();
    QElapsedTimer timer;
    timer.start();
    const auto found = inferRelationships(*schema.catalog, {});
    const qint64 took = timer.elapsed();
    qInfo("%zu columns of %d tables: %lld ms, %zu relationships", count, options.tables,
          static_cast<long long>(took), found.size());
    QVERIFY(!found.empty());
    QVERIFY(found.size() < count);
}

QTEST_APPLESS_MAIN(TestInferenceBadInput)
#include "tst_inference_bad_input.moc"
