// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Checks with data on PostgreSQL: the sample's planted orphans and sentinels come out exactly, a
// large table is sampled in bounded time, nothing can be written, and whatever goes wrong concerns
// one relationship only.
#include "model/relations/statistics_evidence.h"
#include "model/sql/verify/column_statistics_reader.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/support/checked_relationships.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <thread>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QByteArray fileContent(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestVerifyPostgresql : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PostgresTestDatabase> m_sample;
    CheckedDatabase m_sampleFacts;

private Q_SLOTS:
    void initTestCase()
    {
        m_sample = std::make_unique<PostgresTestDatabase>(text("verify_sample"));
        QVERIFY2(m_sample->error().isEmpty(), qPrintable(m_sample->error()));
        const QDir folder(text(CADASTRE_SOURCE_DIR "/resources/sample/postgresql"));
        for (const QString& file : folder.entryList({text("*.sql")}, QDir::Files, QDir::Name))
            QCOMPARE(m_sample->execute(fileContent(folder.filePath(file))), QString());
        m_sampleFacts = CheckedDatabase::read(m_sample->url());
    }
    void cleanupTestCase() { m_sample.reset(); }

    void sample_data()
    {
        QTest::addColumn<QString>("relationship");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* relationship, const char* expected) {
            QTest::newRow(relationship) << text(relationship) << text(expected);
        };
        row("ordering.order_items.product_id > catalogue.products.id",
            "150 rows whole; 147 of 150 (9001 9002 9003)");
        row("ordering.order_items(product_id, variant_no) > "
            "catalogue.product_variants(product_id, variant_no)",
            "150 rows whole; 147 of 150 ((9001, 1) (9002, 1) (9003, 1))");
        row("ordering.cart_items.product_id > catalogue.products.id",
            "60 rows whole; 58 of 60 (8007 8014)");
        row("billing.invoice_lines.product_id > catalogue.products.id",
            "140 rows whole; 137 of 140 (9001 9002 9003)");
        row("support.\"KnowledgeArticles\".\"ProductId\" > catalogue.products.id",
            "24 rows whole; 8 nulls; 15 of 16 (9001)");
        row("ordering.shipments.warehouse_code > catalogue.warehouses.code",
            "52 rows whole; 51 of 52 (OLD1)");
        row("billing.invoices.order_id > ordering.tmp_orders.id",
            "69 rows whole; 67 of 69 (25 35)");
        row("billing.refunds.return_request_id > "
            "ordering.\"ReturnRequests\".\"ReturnRequestId\"",
            "9 rows whole; 8 of 9 (8801)");
        row("support.tickets.customer_id > ordering.customers.id",
            "50 rows whole; 48 of 50 (9101 9102)");
        row("support.tickets.order_id > ordering.tmp_orders.id",
            "50 rows whole; 34 of 34; sentinels '0' 16");
        row("support.notifications.customer_id > ordering.customers.id", "61 rows whole; 61 of 61");
        row("support.\"SatisfactionSurveys\".\"CustomerNo\" > ordering.customers.customer_no",
            "21 rows whole; 21 of 21");
        row("ordering.\"orderNotes\".\"authorId\" > support.agents.id",
            "19 rows whole; 18 of 19 (50c1f58b-e7f5-e47e-0f53-d64c094783c2)");
        row("catalogue.price_history.changed_by > support.agents.legacy_no",
            "96 rows whole; 64 of 64; sentinels '-1' 32");
        row("catalogue.price_history.changed_by > support.agents.id",
            "failed: The types differ: no value of catalogue.price_history.changed_by (integer) "
            "equals one of support.agents.id (uuid).");
        row("ordering.order_archive.customer_id > ordering.customers.id",
            "20 rows whole; 20 of 20");
        row("support.notifications.resource_id by resource_type: order > ordering.tmp_orders.id, "
            "invoice > billing.invoices.id, ticket > support.tickets.id",
            "61 rows whole; order: 28 of 30 (90050 90060); invoice: 12 of 13 (90045); ticket: 13 "
            "of 13; voucher: 0 of 5 (no table)");
        row("support.attachments.owner_id by owner_type: Ticket > support.tickets.id, "
            "KnowledgeArticle > support.\"KnowledgeArticles\".\"ArticleId\"",
            "25 rows whole; Ticket: 13 of 13; KnowledgeArticle: 12 of 12");
        row("support.\"ticketMessages\".\"authorId\" by authorType: agent > support.agents.id, "
            "customer > ordering.customers.id",
            "75 rows whole; agent: 25 of 25; customer: 48 of 50 (9101 9102)");
        row("support.audit_log.row_id by table_name: products > catalogue.products.id, "
            "customers > ordering.customers.id, tmp_orders > ordering.tmp_orders.id, "
            "invoices > billing.invoices.id",
            "60 rows whole; products: 20 of 20; customers: 20 of 20; tmp_orders: 0 of 0; invoices: "
            "0 of 0; shop_user: 0 of 20 (no table)");
    }

    void sample()
    {
        QFETCH(QString, relationship);
        QFETCH(QString, expected);
        QCOMPARE(m_sampleFacts.verify({relationship}), QStringList{expected});
    }

    void typeValues()
    {
        ReadControl control;
        const Relationship relationship = RelationshipText::parse(
            *m_sampleFacts.catalog,
            text("support.notifications.resource_id by resource_type: x > ?"));
        const auto read = readTypeValues(m_sampleFacts.address, {}, *m_sampleFacts.catalog,
                                         {*relationship.typeColumn}, {}, control);
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t(1));
        QVERIFY(read->front().complete);
        const std::vector<std::pair<QString, qint64>> expected{
            {text("order"), 30}, {text("invoice"), 13}, {text("ticket"), 13}, {text("voucher"), 5}};
        QCOMPARE(read->front().values, expected);
    }

    void largeTableIsSampled_data()
    {
        QTest::addColumn<bool>("isAnalyzed");
        QTest::newRow("analyzed") << true;
        QTest::newRow("just restored") << false;
    }

    void largeTableIsSampled()
    {
        QFETCH(bool, isAnalyzed);
        PostgresTestDatabase database(text("verify_large"));
        QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
        QCOMPARE(database.execute(
                     "CREATE TABLE parents AS SELECT i AS id FROM generate_series(1, 500000) i;"
                     "ALTER TABLE parents ADD PRIMARY KEY (id);"
                     "CREATE TABLE children WITH (autovacuum_enabled = off) AS SELECT i AS id,"
                     " CASE WHEN i % 100 = 0 THEN 600000 + i % 7 WHEN i % 50 = 1 THEN 0"
                     " ELSE i::bigint * 7919 % 500000 + 1 END AS parent_id,"
                     " md5(i::text) AS filler FROM generate_series(1, 3000000) i"),
                 QString());
        if (isAnalyzed)
            QCOMPARE(database.execute("ANALYZE"), QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        const VerifyRequest request = facts.request({text("children.parent_id > parents.id")});
        ReadControl control;
        QElapsedTimer timer;
        timer.start();
        const auto result = verifyRelationships(facts.address, {}, request, control);
        const qint64 elapsedMs = timer.elapsed();
        QVERIFY(result);
        const Verification& found = result->front();
        qInfo("%lld of about %.0f rows in %lld ms: %s", found.sampledRows,
              found.approxTotal.value_or(0), elapsedMs, qPrintable(verificationSentence(found)));
        QVERIFY(!found.complete);
        QVERIFY(found.sampledRows > 4000 && found.sampledRows <= 20000);
        QVERIFY(*found.approxTotal > 2e6 && *found.approxTotal < 4e6);
        const double rows = static_cast<double>(found.sampledRows);
        const double orphans = static_cast<double>(found.targets.front().orphans());
        QVERIFY(orphans / rows > 0.005 && orphans / rows < 0.02);
        QCOMPARE(found.targets.front().orphanExamples.size(), 5);
        QCOMPARE(found.sentinels.size(), std::size_t(1));
        const auto again = verifyRelationships(facts.address, {}, request, control);
        QCOMPARE(again->front(), found);
        QCOMPARE(verificationText(
                     verifyRelationships(facts.address, {},
                                         facts.request({text("parents.id > children.id")}), control)
                         ->front()),
                 text("failed: Not checked: children.id has more than 200,000 rows and no index by "
                      "which values of this type could be found."));
    }

    void smallUnindexedParentIsRead()
    {
        PostgresTestDatabase database(text("verify_read"));
        QCOMPARE(database.execute("CREATE TABLE p (a int, b text);"
                                  "INSERT INTO p VALUES (1, 'x'), (1, 'x'), (2, NULL), (NULL, 'y');"
                                  "CREATE VIEW v AS SELECT * FROM p;"
                                  "CREATE TABLE c (a int, b text);"
                                  "INSERT INTO c VALUES (1, 'x'), (1, 'y'), (2, NULL), (3, 'x')"),
                 QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        QCOMPARE(facts.verify("c(a, b) > p(a, b)"),
                 text("4 rows whole; 1 nulls; 1 of 3 ((1, y) (3, x))"));
        QCOMPARE(facts.verify("c.a > v.a"), text("4 rows whole; 3 of 4 (3)"));
        QCOMPARE(facts.verify("v.b > c.b"), text("4 rows whole; 1 nulls; 3 of 3"));
    }

    void noPairOfTypesFails()
    {
        const std::vector<std::pair<QByteArray, QByteArray>> types{
            {"smallint", "1"},        {"bigint", "1"},
            {"numeric(10,2)", "1"},   {"double precision", "1"},
            {"text", "'1'"},          {"varchar(40)", "'1'"},
            {"char(36)", "'1'"},      {"uuid", "'00000000-0000-0000-0000-000000000001'"},
            {"date", "'2024-01-01'"}, {"timestamptz", "'2024-01-01'"},
            {"boolean", "true"},      {"bytea", "'1'"},
            {"mood", "'1'"},          {"money_id", "1"},
            {"int[]", "'{1}'"},       {"jsonb", "'1'"},
            {"inet", "'::1'"},        {"text COLLATE \"C\"", "'1'"},
            {"\"char\"", "'1'"},      {"name", "'1'"}};
        QByteArray script = "CREATE TYPE mood AS ENUM ('1'); CREATE DOMAIN money_id AS int;";
        QStringList relationships;
        for (std::size_t i = 0; i < types.size(); ++i) {
            const QByteArray n = QByteArray::number(static_cast<int>(i));
            script += "CREATE TABLE c" + n + " (v " + types[i].first + "); INSERT INTO c" + n +
                      " VALUES (" + types[i].second + ");" + "CREATE TABLE p" + n + " (v " +
                      types[i].first + " UNIQUE); INSERT INTO p" + n + " VALUES (" +
                      types[i].second + ");";
            for (std::size_t j = 0; j < types.size(); ++j)
                relationships << QStringLiteral("c%1.v > p%2.v").arg(i).arg(j);
        }
        PostgresTestDatabase database(text("verify_types"));
        QCOMPARE(database.execute(script), QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        const QStringList found = facts.verify(relationships);
        QCOMPARE(found.size(), relationships.size());
        int compared = 0;
        for (qsizetype i = 0; i < found.size(); ++i) {
            const bool isSound = found[i].startsWith(text("1 rows whole; ")) ||
                                 found[i].startsWith(text("failed: The types differ: "));
            const bool isTimeOfDay = found[i].contains(text("cannot be compared"));
            QVERIFY2(isSound || isTimeOfDay, qPrintable(relationships[i] + text(" ") + found[i]));
            compared += found[i] == text("1 rows whole; 1 of 1") ? 1 : 0;
            const auto size = static_cast<qsizetype>(types.size());
            if (i / size == i % size)
                QCOMPARE(found[i], text("1 rows whole; 1 of 1"));
        }
        QVERIFY2(compared > 100, qPrintable(QString::number(compared)));
    }

    void failuresConcernOneRelationship()
    {
        PostgresTestDatabase database(text("verify_failures"));
        QCOMPARE(database.execute(
                     "CREATE TABLE p (id int PRIMARY KEY); INSERT INTO p VALUES (1);"
                     "CREATE TABLE c (p_id int, gone int); INSERT INTO c VALUES (1, 1);"
                     "CREATE TABLE dropped (p_id int);"
                     "CREATE TABLE written (p_id int);"
                     "CREATE TABLE locked (p_id int);"
                     "CREATE FUNCTION writes() RETURNS int LANGUAGE sql AS"
                     " 'INSERT INTO public.written VALUES (1) RETURNING p_id';"
                     "CREATE VIEW writing AS SELECT writes() AS p_id;"
                     "CREATE VIEW slow AS SELECT CASE WHEN pg_sleep(0.01) IS NULL THEN 2 ELSE 1 END"
                     " AS p_id FROM generate_series(1, 10000)"),
                 QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        QCOMPARE(database.execute("DROP TABLE dropped; ALTER TABLE c DROP COLUMN gone"), QString());
        QCOMPARE(database.execute("BEGIN; LOCK TABLE locked"), QString());
        VerifyOptions options;
        options.statementTimeoutMs = 300;
        options.lockTimeoutMs = 100;
        const QStringList found = facts.verify(
            {text("dropped.p_id > p.id"), text("c.gone > p.id"), text("slow.p_id > p.id"),
             text("writing.p_id > p.id"), text("locked.p_id > p.id"), text("c.p_id > p.id")},
            options);
        QCOMPARE(database.execute("ROLLBACK"), QString());
        QCOMPARE(found.size(), 6);
        QVERIFY2(found[0].contains(text("missing")), qPrintable(found[0]));
        QVERIFY2(found[1].contains(text("a column is missing")), qPrintable(found[1]));
        QCOMPARE(found[2], text("failed: Not checked: the server did not finish within 0.3 s."));
        QVERIFY2(found[3].contains(text("read-only transaction")), qPrintable(found[3]));
        QVERIFY2(found[4].contains(text("locked by another session")), qPrintable(found[4]));
        QCOMPARE(found[5], text("1 rows whole; 1 of 1"));
        QCOMPARE(database.session().value("SELECT count(*) FROM written"), text("0"));
    }

    void hiddenRowsAreNoOrphans()
    {
        PostgresTestDatabase database(text("verify_rights"));
        const QByteArray role = database.name().toLatin1() + "_reader";
        QCOMPARE(database.execute(
                     "CREATE TABLE p (id int PRIMARY KEY); INSERT INTO p VALUES (1), (2);"
                     "CREATE TABLE secret (id int PRIMARY KEY); INSERT INTO secret VALUES (1);"
                     "CREATE TABLE c (p_id int); INSERT INTO c VALUES (1), (2);"
                     "CREATE TABLE open (p_id int); INSERT INTO open VALUES (1);"
                     "CREATE TABLE q (id int PRIMARY KEY); INSERT INTO q VALUES (1);"
                     "ALTER TABLE p ENABLE ROW LEVEL SECURITY;"
                     "CREATE POLICY first_only ON p USING (id = 1);"
                     "CREATE ROLE " +
                     role +
                     " LOGIN;"
                     "GRANT SELECT ON p, c, open, q TO " +
                     role),
                 QString());
        const CheckedDatabase facts =
            CheckedDatabase::read(database.urlFor(QString::fromLatin1(role)));
        const QStringList found =
            facts.verify({text("c.p_id > p.id"), text("c.p_id > secret.id"),
                          text("secret.id > q.id"), text("open.p_id > q.id")});
        QCOMPARE(database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role), QString());
        QCOMPARE(found.size(), 4);
        QVERIFY2(found[0].contains(text("row-level security")), qPrintable(found[0]));
        QVERIFY2(found[1].contains(text("permission denied")), qPrintable(found[1]));
        QVERIFY2(found[2].contains(text("permission denied")), qPrintable(found[2]));
        QCOMPARE(found[3], text("1 rows whole; 1 of 1"));
    }

    void cancelStopsTheServer()
    {
        PostgresTestDatabase database(text("verify_cancel"));
        QCOMPARE(database.execute("CREATE TABLE p (id int PRIMARY KEY);"
                                  "CREATE VIEW slow AS SELECT CASE WHEN pg_sleep(0.01) IS NULL"
                                  " THEN 2 ELSE 1 END AS p_id FROM generate_series(1, 10000)"),
                 QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        ReadControl control;
        QElapsedTimer sinceCancel;
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(400));
            sinceCancel.start();
            control.cancel();
        });
        const auto result = verifyRelationships(facts.address, {},
                                                facts.request({text("slow.p_id > p.id")}), control);
        const qint64 elapsedMs = sinceCancel.elapsed();
        canceller.join();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        qInfo("stopped %lld ms after the cancel", elapsedMs);
        QVERIFY2(elapsedMs < 1000, qPrintable(QString::number(elapsedMs)));
        QTRY_COMPARE(database.session().value("SELECT count(*) FROM pg_stat_activity WHERE state ="
                                              " 'active' AND query LIKE 'WITH picked%'"),
                     text("0"));
    }

    void hostileNames()
    {
        PostgresTestDatabase database(text("verify_names"));
        QCOMPARE(database.execute(
                     "CREATE SCHEMA \"s.\"\"{child}\";"
                     "CREATE TABLE \"s.\"\"{child}\".\"p'); DROP TABLE x; --\""
                     " (\"{keys} %1 $1\" int PRIMARY KEY);"
                     "CREATE TABLE \"s.\"\"{child}\".\"line\nbreak?\" (\"k1\" int, \"a.b\" text);"
                     "INSERT INTO \"s.\"\"{child}\".\"p'); DROP TABLE x; --\" VALUES (1);"
                     "INSERT INTO \"s.\"\"{child}\".\"line\nbreak?\" VALUES (1, 'it''s {type}'),"
                     " (2, E'\\\\'' OR true --')"),
                 QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        const Catalog& catalog = *facts.catalog;
        VerifyRequest request{facts.catalog, {}, {}, {}};
        Relationship relationship;
        for (int i = 0; i < static_cast<int>(catalog.objects().columns.size()); ++i) {
            const Column& column = catalog.column(ColumnId{i});
            if (column.name == text("k1")) {
                relationship.child = column.table;
                relationship.childColumns = {ColumnId{i}};
            } else if (column.name == text("a.b")) {
                relationship.typeColumn = ColumnId{i};
            } else {
                relationship.targets = {{column.table, {ColumnId{i}}, text("it's {type}")}};
            }
        }
        request.relationships = {relationship};
        relationship.typeColumn.reset();
        relationship.targets.front().typeValue.clear();
        request.relationships.push_back(relationship);
        ReadControl control;
        const auto result = verifyRelationships(facts.address, {}, request, control);
        QVERIFY(result);
        QCOMPARE(verificationText(result->at(0)),
                 text("2 rows whole; it's {type}: 1 of 1; \\' OR true --: 0 of 1 (no table)"));
        QCOMPARE(verificationText(result->at(1)), text("2 rows whole; 1 of 2 (2)"));
    }

    void partsOfOneTableCountTogether()
    {
        PostgresTestDatabase database(text("verify_parts"));
        QCOMPARE(
            database.execute(
                "CREATE TABLE p (id int PRIMARY KEY); INSERT INTO p SELECT generate_series(1, 100);"
                "CREATE TABLE c (p_id int, y int) PARTITION BY LIST (y);"
                "CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1);"
                "CREATE TABLE c2 PARTITION OF c FOR VALUES IN (2);"
                "INSERT INTO c SELECT i % 101, 1 + i % 2 FROM generate_series(1, 60000) i;"
                "ANALYZE"),
            QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        ReadControl control;
        const auto result =
            verifyRelationships(facts.address, {}, facts.request({text("c.p_id > p.id")}), control);
        QVERIFY(result);
        QVERIFY2(!result->front().hasFailed(), qPrintable(result->front().failure));
        QVERIFY(!result->front().complete);
        QCOMPARE(std::round(*result->front().approxTotal), 60000.0);
        QVERIFY(result->front().sampledRows > 3000);
    }

    void emptyAndNull()
    {
        PostgresTestDatabase database(text("verify_empty"));
        QCOMPARE(
            database.execute("CREATE TABLE p (id int PRIMARY KEY);"
                             "CREATE TABLE c (p_id int);"
                             "CREATE TABLE n (p_id int); INSERT INTO n VALUES (NULL), (0), (-1)"),
            QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        QCOMPARE(facts.verify("c.p_id > p.id"), text("0 rows whole; 0 of 0"));
        QCOMPARE(facts.verify("n.p_id > p.id"),
                 text("3 rows whole; 1 nulls; 0 of 0; sentinels '-1' 1, '0' 1"));
    }

    void serverIsGone()
    {
        const Result<DatabaseAddress> nowhere =
            parseDatabaseAddress(text("postgresql://nobody@127.0.0.1:9/none"));
        ReadControl control;
        const auto result =
            verifyRelationships(*nowhere, {}, {m_sampleFacts.catalog, {}, {}, {}}, control);
        QVERIFY(!result);
        QVERIFY(!result.error().message.isEmpty());
    }

    void columnStatistics()
    {
        PostgresTestDatabase database(text("verify_statistics"));
        const QByteArray role = database.name().toLatin1() + "_reader";
        QCOMPARE(database.execute(
                     "CREATE TABLE p (id int PRIMARY KEY); INSERT INTO p SELECT generate_series(1, "
                     "1000);"
                     "CREATE TABLE c (p_id int, on_day date, secret text, level int);"
                     "INSERT INTO c SELECT CASE WHEN i % 4 = 0 THEN NULL ELSE i % 500 + 1 END,"
                     " date '2024-01-01' + i % 100, 'secret' || i, i % 3 FROM generate_series(1, "
                     "5000) i;"
                     "ANALYZE; CREATE ROLE " +
                     role + " LOGIN; GRANT SELECT (p_id) ON c TO " + role),
                 QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        const auto column = [&](const char* name) {
            return ColumnId{facts.catalog->resolve(text(name))->index};
        };
        ReadControl control;
        const auto read =
            readColumnStatistics(*facts.catalog, SourceId{0}, facts.address, {}, {}, control);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->size(), 5);
        const ColumnStatistics child = read->value(column("c.p_id"));
        QVERIFY(std::abs(*child.nullShare - 0.25) < 0.05);
        QVERIFY(*child.distinctCount > 300 && *child.distinctCount < 600);
        QVERIFY(*child.minimum >= 1 && *child.maximum <= 501);
        const ColumnStatistics day = read->value(column("c.on_day"));
        QVERIFY(*day.minimum >= 1704067200 && *day.maximum < 1704067200 + 100 * 86400.0);
        QCOMPARE(read->value(column("c.level")).common.size(), std::size_t(3));
        const ColumnStatistics secret = read->value(column("c.secret"));
        QVERIFY(secret.distinctCount && !secret.minimum && secret.common.empty());
        const auto evidence =
            statisticsEvidence(*facts.catalog, *read, column("c.p_id"), column("p.id"));
        QVERIFY(evidence && evidence->weight > 0.5);

        const DatabaseAddress asReader =
            *parseDatabaseAddress(database.urlFor(QString::fromLatin1(role)));
        const auto allowed =
            readColumnStatistics(*facts.catalog, SourceId{0}, asReader, {}, {}, control);
        QVERIFY(allowed);
        QCOMPARE(allowed->keys(), QList<ColumnId>{column("c.p_id")});
        QCOMPARE(database.execute("REVOKE ALL ON c FROM " + role), QString());
        const auto refused =
            readColumnStatistics(*facts.catalog, SourceId{0}, asReader, {}, {}, control);
        QCOMPARE(database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role), QString());
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(text("no statistics of columns")),
                 qPrintable(refused.error().message));
    }
};

QTEST_GUILESS_MAIN(TestVerifyPostgresql)
#include "tst_verify_postgresql.moc"
