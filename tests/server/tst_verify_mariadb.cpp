// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Checks with data on MariaDB: the sample's planted orphans and sentinels come out exactly, a large
// table is sampled in bounded time, nothing can be written, and whatever goes wrong concerns one
// relationship only.
#include "model/sql/mariadb/mariadb_connection.h"
#include "model/sql/verify/column_statistics_reader.h"
#include "tests/server/mariadb_test_database.h"
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

/// The sample's databases under names of this test's own, so that other tests may load it, too.
QByteArray renamedSample(QByteArray script)
{
    for (const QByteArray name : {"catalogue", "ordering", "billing", "support"})
        script.replace(QByteArray("shop_" + name), QByteArray("checked_" + name));
    return script;
}

QStringList sampleScripts()
{
    const QDir folder(text(CADASTRE_SOURCE_DIR "/resources/sample/mariadb"));
    QStringList files;
    for (const QString& name : folder.entryList({text("*.sql")}, QDir::Files, QDir::Name)) {
        if (name < text("70")) // rows and views; no accounts, which belong to the whole server
            files << folder.filePath(name);
    }
    return files;
}

} // namespace

class TestVerifyMariaDb : public QObject
{
    Q_OBJECT

private:
    CheckedDatabase m_sample;

    static QString dropSample(MariaDbSession& session)
    {
        QString failures;
        for (const char* name : {"billing", "support", "ordering", "catalogue"})
            failures += session.execute(QByteArray("DROP DATABASE IF EXISTS checked_") + name);
        return failures;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Result<QString> server = serverUrl(Engine::MariaDb);
        QVERIFY2(server, server ? "" : qPrintable(server.error().message));
        MariaDbSession session(*server);
        QCOMPARE(dropSample(session), QString());
        for (const QString& path : sampleScripts()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(session.execute(renamedSample(file.readAll())), QString());
        }
        ReadOptions options;
        options.schemas = QStringList{text("checked_*")};
        m_sample = CheckedDatabase::read(*server, {}, options);
    }

    void cleanupTestCase()
    {
        MariaDbSession session(*serverUrl(Engine::MariaDb));
        QCOMPARE(dropSample(session), QString());
    }

    void sample_data()
    {
        QTest::addColumn<QString>("relationship");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* relationship, const char* expected) {
            QTest::newRow(relationship) << text(relationship) << text(expected);
        };
        row("checked_ordering.order_items.product_id > checked_catalogue.products.id",
            "150 rows whole; 147 of 150 (9001 9002 9003)");
        row("checked_ordering.order_items(product_id, variant_no) > "
            "checked_catalogue.product_variants(product_id, variant_no)",
            "150 rows whole; 147 of 150 ((9001, 1) (9002, 1) (9003, 1))");
        row("checked_ordering.cart_items.product_id > checked_catalogue.products.id",
            "60 rows whole; 58 of 60 (8007 8014)");
        row("checked_billing.invoice_lines.product_id > checked_catalogue.products.id",
            "140 rows whole; 137 of 140 (9001 9002 9003)");
        row("checked_support.\"KnowledgeArticles\".\"ProductId\" > checked_catalogue.products.id",
            "24 rows whole; 8 nulls; 15 of 16 (9001)");
        row("checked_ordering.shipments.warehouse_code > checked_catalogue.warehouses.code",
            "52 rows whole; 51 of 52 (OLD1)");
        row("checked_billing.invoices.order_id > checked_ordering.tmp_orders.id",
            "69 rows whole; 67 of 69 (25 35)");
        row("checked_billing.refunds.return_request_id > "
            "checked_ordering.\"ReturnRequests\".\"ReturnRequestId\"",
            "9 rows whole; 8 of 9 (8801)");
        row("checked_support.tickets.customer_id > checked_ordering.customers.id",
            "50 rows whole; 48 of 50 (9101 9102)");
        row("checked_support.tickets.order_id > checked_ordering.tmp_orders.id",
            "50 rows whole; 34 of 34; sentinels '0' 16");
        row("checked_support.notifications.customer_id > checked_ordering.customers.id",
            "61 rows whole; 61 of 61");
        row("checked_support.\"SatisfactionSurveys\".\"CustomerNo\" > "
            "checked_ordering.customers.customer_no",
            "21 rows whole; 21 of 21");
        row("checked_ordering.\"orderNotes\".\"authorId\" > checked_support.agents.id",
            "19 rows whole; 18 of 19 (50c1f58b-e7f5-447e-af53-d64c094783c2)");
        row("checked_catalogue.price_history.changed_by > checked_support.agents.legacy_no",
            "96 rows whole; 64 of 64; sentinels '-1' 32");
        row("checked_ordering.order_archive.customer_id > checked_ordering.customers.id",
            "20 rows whole; 20 of 20");
        row("checked_support.notifications.resource_id by resource_type: "
            "order > checked_ordering.tmp_orders.id, invoice > checked_billing.invoices.id, "
            "ticket > checked_support.tickets.id",
            "61 rows whole; order: 28 of 30 (90050 90060); invoice: 12 of 13 (90045); "
            "ticket: 13 of 13; voucher: 0 of 5 (no table)");
        row("checked_support.attachments.owner_id by owner_type: "
            "Ticket > checked_support.tickets.id, "
            "KnowledgeArticle > checked_support.\"KnowledgeArticles\".\"ArticleId\"",
            "25 rows whole; Ticket: 13 of 13; KnowledgeArticle: 12 of 12");
        row("checked_support.\"ticketMessages\".\"authorId\" by authorType: "
            "agent > checked_support.agents.id, customer > checked_ordering.customers.id",
            "75 rows whole; agent: 25 of 25; customer: 48 of 50 (9101 9102)");
        row("checked_support.audit_log.row_id by table_name: "
            "products > checked_catalogue.products.id, "
            "customers > checked_ordering.customers.id",
            "60 rows whole; products: 20 of 20; customers: 20 of 20; shop_user: 0 of 20 (no "
            "table)");
    }

    void sample()
    {
        QFETCH(QString, relationship);
        QFETCH(QString, expected);
        QCOMPARE(m_sample.verify({relationship}), QStringList{expected});
    }

    void typeValues()
    {
        ReadControl control;
        const Relationship relationship = RelationshipText::parse(
            *m_sample.catalog,
            text("checked_support.notifications.resource_id by resource_type: x > ?"));
        const auto read = readTypeValues(m_sample.address, {}, *m_sample.catalog,
                                         {*relationship.typeColumn}, {}, control);
        QVERIFY(read);
        QVERIFY(read->front().complete);
        const std::vector<std::pair<QString, qint64>> expected{
            {text("order"), 30}, {text("invoice"), 13}, {text("ticket"), 13}, {text("voucher"), 5}};
        QCOMPARE(read->front().values, expected);
    }

    void largeTableIsSampled()
    {
        MariaDbTestDatabase database(text("verify_large"));
        QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
        QCOMPARE(
            database.execute(
                "CREATE TABLE parents (id INT PRIMARY KEY);"
                "INSERT INTO parents SELECT seq FROM seq_1_to_200000;"
                "CREATE TABLE children (id BIGINT PRIMARY KEY, parent_id INT, t CHAR(36),"
                " filler VARCHAR(40));"
                "INSERT INTO children SELECT seq, CASE WHEN seq % 100 = 0 THEN 600000 + seq % 7"
                " WHEN seq % 50 = 1 THEN 0 ELSE seq * 7919 % 200000 + 1 END,"
                " CONCAT('', seq % 300000), md5(seq) FROM seq_1_to_2000000;"
                "CREATE TABLE keyed (name VARCHAR(20) PRIMARY KEY, parent_id INT);"
                "INSERT INTO keyed SELECT concat('n', seq), seq FROM seq_1_to_50000"),
            QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        const VerifyRequest request = facts.request(
            {text("children.parent_id > parents.id"), text("children.t > parents.id"),
             text("keyed.parent_id > parents.id"), text("parents.id > children.parent_id")});
        ReadControl control;
        QElapsedTimer timer;
        timer.start();
        const auto result = verifyRelationships(facts.address, {}, request, control);
        const qint64 elapsedMs = timer.elapsed();
        QVERIFY(result);
        const Verification& found = result->front();
        qInfo("%lld of about %.0f rows, four checks in %lld ms: %s", found.sampledRows,
              found.approxTotal.value_or(0), elapsedMs, qPrintable(verificationSentence(found)));
        QVERIFY(!found.complete);
        QCOMPARE(found.sampledRows, 10000);
        QVERIFY(*found.approxTotal > 1.5e6 && *found.approxTotal < 2.5e6);
        QVERIFY(found.targets.front().orphans() > 50 && found.targets.front().orphans() < 150);
        QCOMPARE(found.targets.front().orphanExamples.size(), 5);
        QCOMPARE(found.sentinels.size(), std::size_t(1));
        const TargetVerification& texts = result->at(1).targets.front();
        QVERIFY(texts.rows > 9000 && texts.found > 5000 && texts.found < texts.rows);
        QCOMPARE(verificationText(result->at(2)), text("10000 rows sampled; 10000 of 10000"));
        QCOMPARE(result->at(3).failure,
                 text("Not checked: children.parent_id has more than 200,000 rows and no index by "
                      "which values of this type could be found."));
        QCOMPARE(verifyRelationships(facts.address, {}, request, control)->front(), found);
    }

    void noPairOfTypesFails()
    {
        const std::vector<std::pair<QByteArray, QByteArray>> types{
            {"SMALLINT", "1"},
            {"BIGINT UNSIGNED", "1"},
            {"DECIMAL(10,2)", "1"},
            {"DOUBLE", "1"},
            {"VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", "'1'"},
            {"VARCHAR(40) CHARACTER SET latin1 COLLATE latin1_swedish_ci", "'1'"},
            {"CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci", "'1'"},
            {"UUID", "'00000000-0000-0000-0000-000000000001'"},
            {"DATE", "'2024-01-01'"},
            {"DATETIME", "'2024-01-01'"},
            {"BINARY(1)", "'1'"},
            {"ENUM('1')", "'1'"},
            {"INET6", "'::1'"}};
        QByteArray script;
        QStringList relationships;
        for (std::size_t i = 0; i < types.size(); ++i) {
            const QByteArray n = QByteArray::number(static_cast<int>(i));
            for (const char* table : {"c", "p"})
                script += "CREATE TABLE " + QByteArray(table) + n + " (v " + types[i].first +
                          (*table == 'p' ? " UNIQUE" : "") + "); INSERT INTO " + table + n +
                          " VALUES (" + types[i].second + ");";
            for (std::size_t j = 0; j < types.size(); ++j)
                relationships << QStringLiteral("c%1.v > p%2.v").arg(i).arg(j);
        }
        MariaDbTestDatabase database(text("verify_types"));
        QCOMPARE(database.execute(script), QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        const QStringList found = facts.verify(relationships);
        QCOMPARE(found.size(), relationships.size());
        const auto size = static_cast<qsizetype>(types.size());
        for (qsizetype i = 0; i < found.size(); ++i) {
            const bool isSound = found[i].startsWith(text("1 rows whole; ")) ||
                                 found[i].startsWith(text("failed: The types differ: "));
            QVERIFY2(isSound, qPrintable(relationships[i] + text(" ") + found[i]));
            const bool isOwn = i / size == i % size;
            const bool areTexts = i / size >= 4 && i / size <= 6 && i % size >= 4 && i % size <= 6;
            if (isOwn || areTexts)
                QCOMPARE(found[i], text("1 rows whole; 1 of 1"));
        }
    }

    void coercionIsNoMatch()
    {
        MariaDbTestDatabase database(text("verify_coercion"));
        QCOMPARE(database.execute("CREATE TABLE p (id INT PRIMARY KEY); INSERT INTO p VALUES (12);"
                                  "CREATE TABLE c (v VARCHAR(20));"
                                  "INSERT INTO c VALUES ('12'), ('12abc'), ('abc'), ('')"),
                 QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        QCOMPARE(facts.verify("c.v > p.id"),
                 text("4 rows whole; 1 of 3 (12abc abc); sentinels '' 1"));
    }

    void failuresConcernOneRelationship()
    {
        MariaDbTestDatabase database(text("verify_failures"));
        QCOMPARE(
            database.execute("CREATE TABLE p (id INT PRIMARY KEY); INSERT INTO p VALUES (1);"
                             "CREATE TABLE c (p_id INT, gone INT); INSERT INTO c VALUES (1, 1);"
                             "CREATE TABLE dropped (p_id INT);"
                             "CREATE VIEW slow AS SELECT sleep(0.01) AS p_id"
                             " FROM seq_1_to_100000"),
            QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        QCOMPARE(database.execute("DROP TABLE dropped; ALTER TABLE c DROP COLUMN gone"), QString());
        VerifyOptions options;
        options.statementTimeoutMs = 1000;
        const QStringList found = facts.verify({text("dropped.p_id > p.id"), text("c.gone > p.id"),
                                                text("slow.p_id > p.id"), text("c.p_id > p.id")},
                                               options);
        QCOMPARE(found.size(), 4);
        QVERIFY2(found[0].contains(text("missing")), qPrintable(found[0]));
        QVERIFY2(found[1].contains(text("a column is missing")), qPrintable(found[1]));
        QCOMPARE(found[2], text("failed: Not checked: the server did not finish within 1 s."));
        QCOMPARE(found[3], text("1 rows whole; 1 of 1"));
    }

    void nothingCanBeWritten()
    {
        MariaDbTestDatabase database(text("verify_write"));
        QCOMPARE(database.execute("CREATE TABLE t (id INT PRIMARY KEY)"), QString());
        const auto options =
            mariaDbOptions(*parseDatabaseAddress(database.url()), {}, ReadOptions());
        QVERIFY(options);
        const auto connection = MariaDbConnection::open(*options);
        QVERIFY(connection);
        const auto error = (*connection)->run("INSERT INTO t VALUES (1)", {}, [](const Row&) {});
        QVERIFY(error);
        QCOMPARE(error->code, text("1792"));
        QCOMPARE(database.session().value("SELECT count(*) FROM t"), text("0"));
    }

    void noPermission()
    {
        MariaDbTestDatabase database(text("verify_rights"));
        const QByteArray name = database.name().toUtf8();
        const QByteArray user = "'" + name + "'@'127.0.0.1'";
        QCOMPARE(
            database.execute("CREATE TABLE p (id INT PRIMARY KEY); INSERT INTO p VALUES (1);"
                             "CREATE TABLE c (p_id INT, other INT); INSERT INTO c VALUES (1, 1);"
                             "CREATE USER " +
                             user + ";" + "GRANT SELECT ON " + name + ".p TO " + user + ";" +
                             "GRANT SELECT (p_id) ON " + name + ".c TO " + user),
            QString());
        CheckedDatabase facts = CheckedDatabase::read(database.url());
        facts.address = *parseDatabaseAddress(urlWithUser(database.url(), database.name()));
        const QStringList found = facts.verify({text("c.other > p.id"), text("c.p_id > p.id")});
        QCOMPARE(database.execute("DROP USER " + user), QString());
        QCOMPARE(found.size(), 2);
        QVERIFY2(found[0].contains(text("permission denied")), qPrintable(found[0]));
        QCOMPARE(found[1], text("1 rows whole; 1 of 1"));
    }

    void cancelStopsTheServer()
    {
        MariaDbTestDatabase database(text("verify_cancel"));
        QCOMPARE(database.execute("CREATE TABLE p (id INT PRIMARY KEY);"
                                  "CREATE VIEW slow AS SELECT sleep(0.01) AS p_id"
                                  " FROM seq_1_to_100000"),
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
    }

    void hostileNames()
    {
        MariaDbTestDatabase database(text("verify_names"));
        QCOMPARE(database.execute("CREATE TABLE `p'); DROP TABLE x; -- {child}`"
                                  " (`{keys} %1 ?` INT PRIMARY KEY);"
                                  "CREATE TABLE `line\nbreak ``?` (k1 INT, `a.b` VARCHAR(40));"
                                  "INSERT INTO `p'); DROP TABLE x; -- {child}` VALUES (1);"
                                  "INSERT INTO `line\nbreak ``?` VALUES (1, 'it''s {type}'),"
                                  " (2, '\\\\'' OR true -- ?')"),
                 QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        const Catalog& catalog = *facts.catalog;
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
        ReadControl control;
        const auto result = verifyRelationships(facts.address, {},
                                                {facts.catalog, {relationship}, {}, {}}, control);
        QVERIFY(result);
        QCOMPARE(verificationText(result->front()),
                 text("2 rows whole; it's {type}: 1 of 1; \\' OR true -- ?: 0 of 1 (no table)"));
    }

    void smallUnindexedParentIsRead()
    {
        MariaDbTestDatabase database(text("verify_read"));
        QCOMPARE(database.execute("CREATE TABLE p (a INT, b TEXT);"
                                  "INSERT INTO p VALUES (1, 'x'), (1, 'x'), (2, NULL), (NULL, 'y');"
                                  "CREATE VIEW v AS SELECT * FROM p;"
                                  "CREATE TABLE c (a INT, b TEXT);"
                                  "INSERT INTO c VALUES (1, 'x'), (1, 'y'), (2, NULL), (3, 'x')"),
                 QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        QCOMPARE(facts.verify("c(a, b) > p(a, b)"),
                 text("4 rows whole; 1 nulls; 1 of 3 ((1, y) (3, x))"));
        QCOMPARE(facts.verify("c.a > v.a"), text("4 rows whole; 3 of 4 (3)"));
        QCOMPARE(facts.verify("v.b > c.b"), text("4 rows whole; 1 nulls; 3 of 3"));
    }

    void columnStatistics()
    {
        MariaDbTestDatabase database(text("verify_statistics"));
        QCOMPARE(database.execute("CREATE TABLE c (p_id INT, on_day DATE, secret VARCHAR(40));"
                                  "INSERT INTO c SELECT IF(seq % 4 = 0, NULL, seq % 500 + 1),"
                                  " '2024-01-01' + INTERVAL seq % 100 DAY, concat('secret', seq)"
                                  " FROM seq_1_to_5000"),
                 QString());
        const CheckedDatabase facts = CheckedDatabase::read(database.url());
        const auto column = [&](const char* name) {
            return ColumnId{facts.catalog->resolve(text(name))->index};
        };
        ReadControl control;
        const auto none =
            readColumnStatistics(*facts.catalog, SourceId{0}, facts.address, {}, {}, control);
        QVERIFY(!none);
        QVERIFY2(none.error().message.contains(text("PERSISTENT")),
                 qPrintable(none.error().message));
        QCOMPARE(database.execute("ANALYZE TABLE c PERSISTENT FOR ALL"), QString());
        const auto read =
            readColumnStatistics(*facts.catalog, SourceId{0}, facts.address, {}, {}, control);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->size(), 3);
        const ColumnStatistics child = read->value(column("c.p_id"));
        QVERIFY(std::abs(*child.nullShare - 0.25) < 0.01);
        QVERIFY(*child.distinctCount > 300 && *child.distinctCount < 600);
        QCOMPARE(child.minimum, std::optional(2.0));
        QCOMPARE(read->value(column("c.on_day")).minimum, std::optional(1704067200.0));
        const ColumnStatistics secret = read->value(column("c.secret"));
        QVERIFY(secret.distinctCount && !secret.minimum && !secret.maximum);
    }
};

QTEST_GUILESS_MAIN(TestVerifyMariaDb)
#include "tst_verify_mariadb.moc"
