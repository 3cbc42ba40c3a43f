// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Checks with data on SQLite files: the sample's planted orphans and sentinels come out exactly,
// large tables are sampled, nothing is written, and what goes wrong concerns one relationship.
#include "model/sql/sql_log.h"
#include "model/sql/verify/data_targets.h"
#include "model/sql/verify/type_value_match.h"
#include "tests/support/checked_relationships.h"
#include "tests/support/sqlite_file.h"

#include <QElapsedTimer>
#include <QtTest>

#include <thread>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestVerifySqlite : public QObject
{
    Q_OBJECT

private:
    SqliteFolder m_folder;

    CheckedDatabase make(const QByteArray& script)
    {
        QFile::remove(m_folder.path());
        return CheckedDatabase::read(m_folder.make(script));
    }

private Q_SLOTS:
    void sample_data()
    {
        QTest::addColumn<QString>("relationship");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* relationship, const char* expected) {
            QTest::newRow(relationship) << text(relationship) << text(expected);
        };
        row("order_items.product_id > products.id",
            "1502 rows whole; 1495 of 1502 (9001 9002 9003 9004 9005)");
        row("order_items(product_id, variant_no) > product_variants(product_id, variant_no)",
            "1502 rows whole; 1495 of 1502 ((9001, 1) (9002, 1) (9003, 1) (9004, 1) (9005, 1))");
        row("cart_items.product_id > products.id",
            "440 rows whole; 434 of 440 (8001 8002 8003 8004 8005)");
        row("cart_items(product_id, variant_no) > product_variants(product_id, variant_no)",
            "440 rows whole; 434 of 440 ((8001, 1) (8002, 1) (8003, 1) (8004, 1) (8005, 1))");
        row("invoice_lines.product_id > products.id",
            "1531 rows whole; 1523 of 1531 (9002 9001 9003 9004 9005)");
        row("\"KnowledgeArticles\".\"ProductId\" > products.id",
            "60 rows whole; 20 nulls; 38 of 40 (9001 9002)");
        row("shipments.warehouse_code > warehouses.code", "532 rows whole; 529 of 532 (OLD1)");
        row("invoices.order_id > tmp_orders.id",
            "649 rows whole; 637 of 649 (165 185 205 225 245)");
        row("invoices.customer_id > customers.id", "649 rows whole; 649 of 649");
        row("refunds.return_request_id > \"ReturnRequests\".\"ReturnRequestId\"",
            "76 rows whole; 14 nulls; 59 of 62 (8801 8802 8803)");
        row("tickets.customer_id > customers.id",
            "400 rows whole; 396 of 400 (9101 9102 9103 9104)");
        row("tickets.order_id > tmp_orders.id",
            "400 rows whole; 210 of 228 (170 180 200 210 220); sentinels '0' 172");
        row("notifications.customer_id > customers.id", "517 rows whole; 517 of 517");
        row("\"SatisfactionSurveys\".\"CustomerNo\" > customers.customer_no",
            "180 rows whole; 180 of 180");
        row("order_archive_2017.customer_id > customers.id", "60 rows whole; 60 of 60");
        row("\"orderNotes\".\"authorId\" > agents.id",
            "320 rows whole; 28 nulls; 287 of 292 (08D12DFD-08CB-4223-A645-5DA0FD1A0A05 "
            "BE1E0823-BE15-4BBD-ACDB-88D7994D711B D5336898-D528-4668-AA58-ACDA70CD9C58 "
            "E3779B10-E370-4EF0-A190-733C4B33BD90 F1BBCD88-F1B8-4778-A8C8-399E2599DEC8)");
        row("teams.lead_id > agents.id", "6 rows whole; 6 of 6");
        row("price_history.changed_by > agents.legacy_no",
            "600 rows whole; 400 of 400; sentinels '-1' 200");
        row("notifications.resource_id by resource_type: order > tmp_orders.id, "
            "invoice > invoices.id, ticket > tickets.id, shipment > shipments.id, voucher > ?",
            "517 rows whole; order: 199 of 204 (90407 90507 90607 90707 90807); invoice: 126 of "
            "129 (110100 110200 110300); ticket: 98 of 98; shipment: 64 of 66 (95040 95080); "
            "voucher: 0 of 20 (no table)");
        row("attachments.owner_id by owner_type: Ticket > tickets.id, "
            "TicketMessage > \"ticketMessages\".\"messageId\", "
            "ReturnRequest > \"ReturnRequests\".\"ReturnRequestId\", "
            "KnowledgeArticle > \"KnowledgeArticles\".\"ArticleId\"",
            "256 rows whole; Ticket: 100 of 100; TicketMessage: 56 of 60 (90150 90300 90450 "
            "90600); ReturnRequest: 66 of 66; KnowledgeArticle: 30 of 30");
        row("\"ticketMessages\".\"authorId\" by authorType: agent > agents.id, "
            "customer > customers.id",
            "802 rows whole; agent: 267 of 267; customer: 530 of 535 (9101 9102 9103 9104)");
        row("audit_log.row_id by table_name: products > products.id, customers > customers.id, "
            "tmp_orders > tmp_orders.id, invoices > invoices.id",
            "500 rows whole; products: 174 of 174; customers: 100 of 100; tmp_orders: 77 of 77; "
            "invoices: 125 of 125; shop_user: 0 of 24 (no table)");
        row("audit_log.row_id by table_name:  > ?",
            "500 rows whole; products: 174 of 174; invoices: 125 of 125; customers: 100 of 100; "
            "tmp_orders: 77 of 77; shop_user: 0 of 24 (no table)");
        row("notifications.resource_id by resource_type:  > ?",
            "517 rows whole; order: 199 of 204 (90407 90507 90607 90707 90807); invoice: 126 of "
            "129 (110100 110200 110300); ticket: 98 of 98; shipment: 64 of 66 (95040 95080); "
            "voucher: 0 of 20 (no table)");
    }

    void sample()
    {
        QFETCH(QString, relationship);
        QFETCH(QString, expected);
        static const CheckedDatabase sample =
            CheckedDatabase::read(text(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite"));
        QCOMPARE(sample.verify({relationship}), QStringList{expected});
    }

    void largeTableIsSampled_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::newRow("rowid") << QByteArray("id INTEGER PRIMARY KEY, p_id INT, filler");
        QTest::newRow("no key") << QByteArray("id, p_id INT, filler");
        QTest::newRow("hidden rowid")
            << QByteArray("rowid, p_id INT, _rowid_ DEFAULT 1, PRIMARY KEY (rowid)");
        QTest::newRow("without rowid")
            << QByteArray("id INT PRIMARY KEY, p_id INT, filler) WITHOUT ROWID; --");
        QTest::newRow("text key") << QByteArray(
            "id TEXT PRIMARY KEY, p_id INT, filler) WITHOUT ROWID; --");
    }

    void largeTableIsSampled()
    {
        QFETCH(QByteArray, table);
        const CheckedDatabase facts = make(
            "CREATE TABLE p (id INTEGER PRIMARY KEY);"
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
            " INSERT INTO p SELECT i FROM n;"
            "CREATE TABLE c (" +
            table +
            ");\n"
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)"
            " INSERT INTO c SELECT i, CASE WHEN i % 100 = 0 THEN 200000 + i % 7 WHEN i % 50 = 1"
            " THEN 0 ELSE i % 100000 + 1 END, 'filler' FROM n");
        ReadControl control;
        QElapsedTimer timer;
        timer.start();
        const auto result =
            verifyRelationships(facts.address, {}, facts.request({text("c.p_id > p.id")}), control);
        const qint64 elapsedMs = timer.elapsed();
        QVERIFY(result);
        const Verification& found = result->front();
        QVERIFY2(!found.hasFailed(), qPrintable(found.failure));
        qInfo("%lld of about %.0f rows in %lld ms: %s", found.sampledRows,
              found.approxTotal.value_or(0), elapsedMs, qPrintable(verificationSentence(found)));
        QVERIFY(!found.complete);
        QCOMPARE(found.sampledRows, 10000);
        QVERIFY(found.targets.front().distinctFound > 900);
        QVERIFY(found.targets.front().orphans() > 50 && found.targets.front().orphans() < 150);
        QCOMPARE(found.sentinels.size(), std::size_t(1));
    }

    void sparseKeysAreNoEstimate()
    {
        const CheckedDatabase facts =
            make("CREATE TABLE p (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1);"
                 "CREATE TABLE c (id INTEGER PRIMARY KEY, p_id INT);"
                 "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)"
                 " INSERT INTO c SELECT i, 1 FROM n;"
                 "INSERT INTO c VALUES (9223372036854775807, 1), (-9223372036854775807, 1)");
        ReadControl control;
        const auto result =
            verifyRelationships(facts.address, {}, facts.request({text("c.p_id > p.id")}), control);
        QVERIFY(result);
        QVERIFY(!result->front().complete);
        QVERIFY(!result->front().approxTotal);
        QVERIFY(result->front().sampledRows >= 500);
    }

    void affinitiesAreAppliedAsByKeys()
    {
        const CheckedDatabase facts =
            make("CREATE TABLE i (id INTEGER PRIMARY KEY); INSERT INTO i VALUES (1);"
                 "CREATE TABLE t (id TEXT PRIMARY KEY); INSERT INTO t VALUES ('1');"
                 "CREATE TABLE n (id TEXT PRIMARY KEY COLLATE NOCASE); INSERT INTO n VALUES ('a');"
                 "CREATE TABLE c (i INT, t TEXT, b); INSERT INTO c VALUES (1, '1', '1'),"
                 " (2, 'A', x'ff00')");
        QCOMPARE(facts.verify("c.i > i.id"), text("2 rows whole; 1 of 2 (2)"));
        QCOMPARE(facts.verify("c.t > i.id"), text("2 rows whole; 1 of 2 (A)"));
        QCOMPARE(facts.verify("c.i > t.id"), text("2 rows whole; 1 of 2 (2)"));
        QCOMPARE(facts.verify("c.b > t.id"), text("2 rows whole; 1 of 2 (0xff00)"));
        QCOMPARE(facts.verify("c.t > n.id"), text("2 rows whole; 1 of 2 (1)"));
    }

    void sentinelsThatTheParentHasAreValues()
    {
        const CheckedDatabase facts =
            make("CREATE TABLE p (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (0), (1);"
                 "CREATE TABLE q (a, b, PRIMARY KEY (a, b)); INSERT INTO q VALUES (1, 0);"
                 "CREATE TABLE c (p_id, a, b);"
                 "INSERT INTO c VALUES (0, 1, 0), (-1, 0, 0), ('', 5, 0), (9999, NULL, 0),"
                 " ('00000000-0000-0000-0000-000000000000', 0, NULL), (42, -1, 0)");
        QCOMPARE(facts.verify("c.p_id > p.id"),
                 text("6 rows whole; 1 of 2 (42); sentinels '-1' 1, '9999' 1, '' 1, "
                      "'00000000-0000-0000-0000-000000000000' 1"));
        QCOMPARE(facts.verify("c(a, b) > q(a, b)"),
                 text("6 rows whole; 2 nulls; 1 of 2 ((5, 0)); sentinels '(-1, 0)' 1, '(0, 0)' 1"));
    }

    void slowChecksConcernOneRelationship()
    {
        const CheckedDatabase facts = make(
            "CREATE TABLE p (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1);"
            "CREATE TABLE c (p_id INT); INSERT INTO c VALUES (1);"
            "CREATE VIEW slow AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            " WHERE i < 1000000000) SELECT max(i) AS p_id FROM n");
        VerifyOptions options;
        options.statementTimeoutMs = 200;
        QElapsedTimer timer;
        timer.start();
        const QStringList found =
            facts.verify({text("slow.p_id > p.id"), text("c.p_id > p.id")}, options);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(found, QStringList({text("failed: Not checked: the server did not finish within "
                                          "0.2 s."),
                                     text("1 rows whole; 1 of 1")}));
    }

    void cancelStopsIt()
    {
        const CheckedDatabase facts = make(
            "CREATE TABLE p (id INTEGER PRIMARY KEY);"
            "CREATE VIEW slow AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            " WHERE i < 1000000000) SELECT max(i) AS p_id FROM n");
        ReadControl control;
        QElapsedTimer sinceCancel;
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
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
        const CheckedDatabase facts = make(
            "CREATE TABLE \"p'); DROP TABLE x; --{child}\""
            " (\"{keys} %1 ?\" INTEGER PRIMARY KEY);"
            "CREATE TABLE \"line\nbreak \"\"?\" (k1 INT, \"a.b\" TEXT);"
            "INSERT INTO \"p'); DROP TABLE x; --{child}\" VALUES (1);"
            "INSERT INTO \"line\nbreak \"\"?\" VALUES (1, 'it''s {type}'), (2, 'q'' OR 1 --?')");
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
                 text("2 rows whole; it's {type}: 1 of 1; q' OR 1 --?: 0 of 1 (no table)"));
    }

    void typeValuesThatNobodyKnows()
    {
        const CheckedDatabase facts =
            make("CREATE TABLE a (id INTEGER PRIMARY KEY); INSERT INTO a VALUES (1);"
                 "CREATE TABLE c (kind, x_id INT); INSERT INTO c VALUES ('a', 1), ('a', 2),"
                 " ('b', 1), (NULL, 7), ('b', NULL), ('b', 0), (NULL, NULL)");
        QCOMPARE(facts.verify("c.x_id by kind: a > a.id"),
                 text("7 rows whole; 2 nulls; a: 1 of 2 (2); 0 of 1 (no table); b: 0 of 1 (no "
                      "table); sentinels '0' 1"));
        QCOMPARE(facts.verify("c.x_id by kind: misnamed > a.id"),
                 text("7 rows whole; 2 nulls; a: 1 of 2 (2); 0 of 1 (no table); b: 0 of 1 (no "
                      "table); sentinels '0' 1"));
        Relationship unknown =
            RelationshipText::parse(*facts.catalog, text("c.x_id by kind: q > c.x_id, q > c.x_id"));
        ReadControl control;
        const auto result =
            verifyRelationships(facts.address, {}, {facts.catalog, {unknown}, {}, {}}, control);
        QCOMPARE(result->front().failure,
                 text("Which value of c.kind means which table is not known yet, so nothing was "
                      "looked up."));
    }

    void typeValuesAreMatchedByWord_data()
    {
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QStringList& values, const char* named, const char* expected) {
            QTest::addRow("%s of %s", named, qPrintable(values.join(QLatin1Char(' '))))
                << values << text(named) << text(expected);
        };
        row({text("order"), text("Order")}, "Order", "Order");
        row({text("order")}, "Order", "order");
        row({text("App\\Models\\OrderItem")}, "", "App\\Models\\OrderItem");
        row({text("Spree::OrderItem")}, "", "Spree::OrderItem");
        row({text("order_items")}, "", "order_items");
        row({text("OrderItem"), text("order_item")}, "", "");
        row({text("item"), text("")}, "", "");
        row({text("reorderitem")}, "", "");
    }

    void typeValuesAreMatchedByWord()
    {
        QFETCH(QStringList, values);
        QFETCH(QString, named);
        QFETCH(QString, expected);
        static const CheckedDatabase facts =
            make("CREATE TABLE order_items (id INTEGER PRIMARY KEY);"
                 "CREATE TABLE c (kind, x_id INT)");
        Relationship relationship =
            RelationshipText::parse(*facts.catalog, text("c.x_id by kind: x > order_items.id"));
        relationship.targets.front().typeValue = named;
        const Relationship matched = withTypeValuesOfData(*facts.catalog, relationship, values);
        QCOMPARE(matched.targets.front().typeValue, expected);
    }

    void openTargetsAreNamedByTheData()
    {
        const CheckedDatabase facts =
            make("CREATE TABLE posts (id INTEGER PRIMARY KEY); INSERT INTO posts VALUES (1);"
                 "CREATE TABLE users (id INTEGER PRIMARY KEY); INSERT INTO users VALUES (5);"
                 "CREATE TABLE keyless (id INTEGER);"
                 "CREATE TABLE c (kind, x_id INT); INSERT INTO c VALUES ('App\\Models\\Post', 1),"
                 " ('App\\Models\\Post', 2), ('user', 5), ('keyless', 1), ('gone', 1), (NULL, 7)");
        const Relationship open =
            RelationshipText::parse(*facts.catalog, text("c.x_id by kind:  > ?"));
        ReadControl control;
        const auto result =
            verifyRelationships(facts.address, {}, {facts.catalog, {open}, {}, {}}, control);
        QVERIFY(result);
        QCOMPARE(
            verificationText(result->front()),
            text("6 rows whole; App\\Models\\Post: 1 of 2 (2); user: 1 of 1; 0 of 1 (no table);"
                 " gone: 0 of 1 (no table); keyless: 0 of 1 (no table)"));
        const DataTargets targets(*facts.catalog);
        const Relationship named = RelationshipText::parse(
            *facts.catalog, text("c.x_id by kind: App\\Models\\Post > posts.id, user > users.id"));
        QCOMPARE(targets.checked(open, result->front()).targets, named.targets);
        const Relationship one =
            RelationshipText::parse(*facts.catalog, text("c.x_id by kind: user > users.id"));
        QCOMPARE(targets.checked(one, result->front()).targets.size(), std::size_t(2));
        Relationship decided = one;
        decided.origin = RelationshipOrigin::Confirmed;
        QCOMPARE(targets.checked(decided, result->front()).targets, one.targets);
        Verification failed;
        failed.failure = text("Not checked.");
        QCOMPARE(targets.checked(open, failed).targets, open.targets);
        const Relationship plain =
            RelationshipText::parse(*facts.catalog, text("c.x_id > posts.id"));
        QCOMPARE(targets.withValues(plain, {text("user")}), plain);
    }

    void nothingIsLeftBehind()
    {
        const CheckedDatabase facts =
            make("PRAGMA journal_mode = WAL; CREATE TABLE p (id INTEGER PRIMARY KEY);"
                 "CREATE TABLE c (p_id INT); INSERT INTO c VALUES (1)");
        const QStringList files = m_folder.files();
        QFile file(facts.address.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        QCOMPARE(facts.verify("c.p_id > p.id"), text("1 rows whole; 0 of 1 (1)"));
        QCOMPARE(m_folder.files(), files);
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }

    void progressAndResultsComeOneByOne()
    {
        const CheckedDatabase facts =
            make("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p_id INT)");
        VerifyRequest request = facts.request({text("c.p_id > p.id"), text("p.id > p.id")});
        QStringList log;
        ReadControl control;
        control.onProgress = [&](const ReadProgress& progress) {
            log << QStringLiteral("%1/%2").arg(progress.phaseNumber).arg(progress.phaseCount);
        };
        request.onVerified = [&](std::size_t index, const Verification& verification) {
            log << QStringLiteral("%1 %2").arg(index).arg(verificationText(verification));
        };
        QVERIFY(verifyRelationships(facts.address, {}, request, control));
        QCOMPARE(log, QStringList({text("1/2"), text("0 0 rows whole; 0 of 0"), text("2/2"),
                                   text("1 0 rows whole; 0 of 0")}));
    }

    void anotherDatabaseCannotBeCompared()
    {
        const QString shop = m_folder.make("CREATE TABLE c (p_id INT)", text("shop2.db"));
        const QString other =
            m_folder.make("CREATE TABLE p (id INTEGER PRIMARY KEY)", text("other.db"));
        const Result<ReadResult> shopRead = readFile(shop);
        const Result<ReadResult> otherRead = readFile(other);
        QVERIFY(shopRead && otherRead);
        const auto both =
            std::make_shared<const Catalog>(mergeSources({shopRead->catalog, otherRead->catalog}));
        VerifyRequest request{both, {}, {}, {}};
        request.relationships = {
            RelationshipText::parse(*both, text("shop2/main.c.p_id > other/main.p.id"))};
        ReadControl control;
        const auto result = verifyRelationships(*parseDatabaseAddress(shop), {}, request, control);
        QVERIFY(result);
        QVERIFY2(result->front().failure.contains(text("in another database")),
                 qPrintable(result->front().failure));
    }

    void statementsStayFew()
    {
        const CheckedDatabase facts =
            make("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (a INT, b INT)");
        int statements = 0;
        const SqlRecorder recorder(
            [&](const QByteArray& sql, const QStringList&) { statements += sql.contains("few"); });
        (void)facts.verify({text("c.a > p.id"), text("c.b > p.id")});
        QCOMPARE(statements, 1); // the size of a table is asked once
    }
};

QTEST_GUILESS_MAIN(TestVerifySqlite)
#include "tst_verify_sqlite.moc"
