// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comments written to MariaDB: every kind of object, every outcome, and what must not happen beside
// it. Every feature of tables is in the torture test, texts, races and cut connections by the
// thousand are in the soak tests.
#include "model/dialect/mariadb.h"
#include "model/notes/comment_home.h"
#include "model/sql/mariadb/mariadb_connection.h"
#include "model/sql/sql_log.h"
#include "tests/server/comment_writing.h"
#include "tests/server/mariadb_test_database.h"

#include <QElapsedTimer>
#include <QTest>

#include <set>
#include <thread>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString word(const char* text)
{
    return QString::fromUtf8(text);
}

const QByteArray objects = R"sql(
CREATE TABLE orders (id INT NOT NULL PRIMARY KEY COMMENT 'number', note VARCHAR(20), price INT DEFAULT 3 CHECK (price > 0), KEY by_note (note), KEY by_price (price)) COMMENT='What was ordered';
CREATE TABLE hostage (a INT);
CREATE SEQUENCE counter;
CREATE VIEW looking AS SELECT id FROM orders;
CREATE DEFINER=`nobody`@`localhost` PROCEDURE doing(IN `it` INT) DETERMINISTIC READS SQL DATA SQL SECURITY INVOKER COMMENT 'p' SELECT 'a';
CREATE FUNCTION computing(a INT) RETURNS INT DETERMINISTIC RETURN a + 1;
CREATE DEFINER=`nobody`@`localhost` EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2035-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE DO SELECT 1;
)sql";

CommentEdit back(const CommentEdit& edit)
{
    return {edit.key, edit.after, edit.before};
}

} // namespace

class TestMariaDbComments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyKindIsWrittenAndTakenBack();
    void conflictLeavesTheirs();
    void unchangedIsNotSent();
    void goneObjects();
    void busyIsReported_data();
    void busyIsReported();
    void withoutRightsIsRefused();
    void withoutLocksIsWarned();
    void oneRefusalHidesNoOther();
    void textsThatCannotBeStored_data();
    void textsThatCannotBeStored();
    void longestTexts();
    void allOrNothingIsRefused();
    void targetIsNamed();
    void notRecordedIsNotSent();
    void cancelBetweenTables();
    void cancelOnTheServer();
    void planSaysExactlyWhatIsSent();
    void planTakesItBack();
    void planRefusesBeforehand();
    void namesThatDifferByCase();
    void hostileNames();
    void procedureAndFunctionOfOneName();
    void readingSessionCannotWrite();
    void writingSessionTakesOneStatement();
    void resolvesWhatIsThere();
    void waitsForTheStatementLeftBehind();
    void keepsStatisticsOfIndexes();

private:
    MariaDbTestDatabase& database() { return *m_database; }
    QString url() { return m_database->url(); }
    QString key(const char* kindAndName)
    {
        QString text = word(kindAndName);
        return text.replace(QLatin1String("DB"), m_database->name());
    }
    CommentEdit edit(const Catalog& catalog, const char* kindAndName, const char* after)
    {
        return editOf(catalog, key(kindAndName), word(after));
    }
    Result<CommentWriteReport> write(const std::shared_ptr<const Catalog>& catalog,
                                     const CommentEdit& edit)
    {
        return writeTo(url(), writeRequest(catalog, {edit}));
    }
    QString definition(const QByteArray& what)
    {
        return database().session().secondColumn("SHOW CREATE " + what).value(0);
    }
    /// An account of this test with these rights; dropped by cleanup().
    QString account(const QByteArray& grants);

    std::unique_ptr<MariaDbTestDatabase> m_database;
    QStringList m_accounts;
};

void TestMariaDbComments::init()
{
    m_database = std::make_unique<MariaDbTestDatabase>(word("comments"));
    QVERIFY2(m_database->error().isEmpty(), qPrintable(m_database->error()));
    QCOMPARE(database().execute(objects), QString());
}

void TestMariaDbComments::cleanup()
{
    for (const QString& name : m_accounts)
        QCOMPARE(database().execute("DROP USER '" + name.toUtf8() + "'@'127.0.0.1'"), QString());
    m_accounts.clear();
    m_database.reset();
}

QString TestMariaDbComments::account(const QByteArray& grants)
{
    const QString name = m_database->name() + word("_u") + QString::number(m_accounts.size());
    const QByteArray user = "'" + name.toUtf8() + "'@'127.0.0.1'";
    QString error = database().execute("CREATE USER " + user);
    m_accounts << name;
    for (const QByteArray& grant : grants.split(';')) {
        if (error.isEmpty())
            error = database().execute("GRANT " + grant + " TO " + user);
    }
    if (!error.isEmpty())
        qWarning() << error;
    return urlWithUser(url(), name);
}

void TestMariaDbComments::everyKindIsWrittenAndTakenBack()
{
    const QList<QByteArray> definitions{"DATABASE " + m_database->name().toUtf8(),
                                        "TABLE orders",
                                        "TABLE counter",
                                        "PROCEDURE doing",
                                        "FUNCTION computing",
                                        "EVENT nightly"};
    QStringList before;
    for (const QByteArray& what : definitions)
        before << definition(what) << database().session().column("SHOW CREATE " + what)
               << database().session().column(
                      "SELECT CONCAT_WS('|', DEFINER, SQL_MODE, SECURITY_TYPE) FROM "
                      "information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()");
    const auto catalog = catalogAt(url());
    std::vector<CommentEdit> edits{
        edit(*catalog, "schema:DB", "It's \\ a database"),
        edit(*catalog, "table:DB.orders", "It's \\ a\ntable"),
        edit(*catalog, "column:DB.orders.id", "It's \\ a\r\ncolumn  "),
        edit(*catalog, "column:DB.orders.price", "checked"),
        edit(*catalog, "index:DB.orders.PRIMARY", "primary"),
        edit(*catalog, "index:DB.orders.by_note", "first of two"),
        edit(*catalog, "sequence:DB.counter", "sequence"),
        editOf(*catalog, key("routine:DB.doing(int(11))"), word("It's \\ a\nprocedure ")),
        editOf(*catalog, key("routine:DB.computing(int(11))"), word("function €")),
        edit(*catalog, "event:DB.nightly", "It's \\ an\nevent"),
    };
    const auto report = writeTo(url(), writeRequest(catalog, edits));
    QVERIFY2(report, qPrintable(outcomesOf(report).join(QLatin1Char('\n'))));
    QCOMPARE(outcomesOf(report),
             QStringList(static_cast<qsizetype>(edits.size()), word("written")));
    QCOMPARE(report->warnings.size(), 1);
    QVERIFY(report->warnings[0].contains(word("could not be excluded")));
    const auto after = catalogAt(url());
    std::vector<CommentEdit> undo;
    for (const CommentEdit& written : edits) {
        QCOMPARE(after->base(*after->find(written.key)).comment.text, written.after);
        undo.push_back(back(written));
    }
    const QStringList columns = database().session().column(
        "SELECT COLUMN_COMMENT FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND "
        "TABLE_NAME = 'orders' ORDER BY ORDINAL_POSITION");
    QCOMPARE(columns, QStringList({word("It's \\ a\r\ncolumn  "), QString(), word("checked")}));
    QCOMPARE(outcomesOf(writeTo(url(), writeRequest(after, undo))),
             QStringList(static_cast<qsizetype>(edits.size()), word("written")));
    QStringList now;
    for (const QByteArray& what : definitions)
        now << definition(what) << database().session().column("SHOW CREATE " + what)
            << database().session().column(
                   "SELECT CONCAT_WS('|', DEFINER, SQL_MODE, SECURITY_TYPE) FROM "
                   "information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()");
    QCOMPARE(now, before);
    QVERIFY(isAsBefore(*catalogAt(url()), *catalog));
}

void TestMariaDbComments::conflictLeavesTheirs()
{
    const auto catalog = catalogAt(url());
    QCOMPARE(database().execute("ALTER TABLE orders COMMENT='theirs', MODIFY note VARCHAR(20) "
                                "COMMENT 'their''s', ADD INDEX other (price) COMMENT 'x'; "
                                "ALTER PROCEDURE doing COMMENT 'theirs'"),
             QString());
    const QString before = definition("TABLE orders");
    const auto report = writeTo(
        url(),
        writeRequest(catalog, {edit(*catalog, "table:DB.orders", "mine"),
                               edit(*catalog, "column:DB.orders.note", "mine"),
                               editOf(*catalog, key("routine:DB.doing(int(11))"), word("mine")),
                               edit(*catalog, "column:DB.orders.price", "mine too")}));
    QCOMPARE(countsOf(*report), word("written 1, conflict 3"));
    QCOMPARE(report->writes[0].theirs, word("theirs"));
    QCOMPARE(report->writes[1].theirs, word("their's"));
    QCOMPARE(report->writes[2].theirs, word("theirs"));
    QCOMPARE(report->writes[0].sql, QString());
    QString expected = before;
    expected.replace(word("DEFAULT 3 CHECK"), word("DEFAULT 3 COMMENT 'mine too' CHECK"));
    QCOMPARE(definition("TABLE orders"), expected);
}

void TestMariaDbComments::unchangedIsNotSent()
{
    const auto catalog = catalogAt(url());
    const CommentEdit mine = edit(*catalog, "column:DB.orders.note", "mine");
    QCOMPARE(database().execute("ALTER TABLE orders MODIFY note VARCHAR(20) COMMENT 'mine'"),
             QString());
    int statements = 0;
    const SqlRecorder recorder([&statements](const QByteArray& sql, const QStringList&) {
        statements += sql.startsWith("ALTER") ? 1 : 0;
    });
    const auto report = write(catalog, mine);
    QCOMPARE(outcomesOf(report), QStringList{word("unchanged")});
    const CommentEdit same{edit(*catalog, "table:DB.orders", "What was ordered")};
    QCOMPARE(outcomesOf(write(catalog, same)), QStringList{word("unchanged")});
    QCOMPARE(statements, 0);
}

void TestMariaDbComments::goneObjects()
{
    const auto catalog = catalogAt(url());
    const std::vector<CommentEdit> edits{
        edit(*catalog, "table:DB.hostage", "x"),
        edit(*catalog, "column:DB.orders.note", "x"),
        edit(*catalog, "index:DB.orders.by_note", "x"),
        edit(*catalog, "table:DB.orders", "y"),
        editOf(*catalog, key("routine:DB.doing(int(11))"), word("x")),
        edit(*catalog, "event:DB.nightly", "x")};
    QCOMPARE(database().execute("DROP TABLE hostage; ALTER TABLE orders DROP COLUMN note; DROP "
                                "PROCEDURE doing; DROP EVENT nightly; CREATE FUNCTION doing(a INT) "
                                "RETURNS INT RETURN 1"),
             QString());
    const auto report = writeTo(url(), writeRequest(catalog, edits));
    QCOMPARE(countsOf(*report), word("written 1, refused 5"));
    QCOMPARE(report->writes[3].outcome, WriteOutcome::Written);
    QVERIFY(report->warnings.isEmpty());
    for (const CommentWrite& write : report->writes)
        QVERIFY2(write.outcome == WriteOutcome::Written || write.reason.contains(word("any more")),
                 qPrintable(write.reason));
    const auto resolved = resolveAt(url(), writeRequest(catalog, {edits[1], edits[3]}));
    QCOMPARE(countsOf(*resolved), word("written 1, refused 1"));
}

void TestMariaDbComments::busyIsReported_data()
{
    QTest::addColumn<QByteArray>("holding");
    QTest::newRow("lock") << QByteArray("LOCK TABLES orders READ");
    QTest::newRow("transaction") << QByteArray("BEGIN; INSERT INTO orders (id) VALUES (7)");
    QTest::newRow("reading transaction") << QByteArray("BEGIN; SELECT COUNT(*) FROM orders");
}

void TestMariaDbComments::busyIsReported()
{
    QFETCH(QByteArray, holding);
    const auto catalog = catalogAt(url());
    const QString before = definition("TABLE orders");
    MariaDbSession other(url());
    QCOMPARE(other.execute(holding), QString());
    QElapsedTimer timer;
    timer.start();
    const auto report =
        writeTo(url(), writeRequest(catalog, {edit(*catalog, "table:DB.orders", "x"),
                                              edit(*catalog, "column:DB.orders.note", "x"),
                                              edit(*catalog, "table:DB.hostage", "not locked")}));
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(countsOf(*report), word("written 1, busy 2"));
    QVERIFY(report->writes[0].reason.contains(word("Another session holds")));
    QCOMPARE(report->writes[0].sql, QString());
    QCOMPARE(other.execute("ROLLBACK; UNLOCK TABLES"), QString());
    QCOMPARE(definition("TABLE orders"), before);
}

void TestMariaDbComments::withoutRightsIsRefused()
{
    const QByteArray db = m_database->name().toUtf8();
    const QString reader = account("SELECT, LOCK TABLES ON `" + db + "`.*");
    const QString keeper = account("ALTER ON `" + db + "`.`orders`");
    const auto catalog = catalogAt(url());
    const QString before = definition("TABLE orders");
    const auto report = writeTo(
        reader,
        writeRequest(catalog, {edit(*catalog, "table:DB.orders", "x"),
                               edit(*catalog, "column:DB.orders.note", "x"),
                               edit(*catalog, "schema:DB", "x"),
                               editOf(*catalog, key("routine:DB.computing(int(11))"), word("x")),
                               edit(*catalog, "event:DB.nightly", "x")}));
    QVERIFY2(report, qPrintable(outcomesOf(report).join(QLatin1Char('\n'))));
    QCOMPARE(countsOf(*report), word("refused 5"));
    for (const CommentWrite& write : report->writes)
        QVERIFY2((!write.reason.isEmpty() && !write.whoCould.isEmpty()) ||
                     write.reason.contains(word("not shown")),
                 qPrintable(write.edit.key.toString() + write.reason));
    QVERIFY2(report->writes[0].whoCould.contains(m_accounts[1]),
             qPrintable(report->writes[0].whoCould));
    QVERIFY(report->writes[0].reason.contains(m_accounts[0]));
    QCOMPARE(definition("TABLE orders"), before);
    // and nobody's name where nobody's rights were read
    const auto asReader = catalogAt(reader);
    const auto blind =
        writeTo(reader, writeRequest(asReader, {edit(*asReader, "table:DB.orders", "x")}));
    QVERIFY2(blind->writes[0].whoCould.contains(word("ALTER")),
             qPrintable(blind->writes[0].whoCould));
}

void TestMariaDbComments::withoutLocksIsWarned()
{
    const QByteArray db = m_database->name().toUtf8();
    const QString keeper = account("SELECT, ALTER, INDEX, INSERT ON `" + db + "`.*");
    const auto catalog = catalogAt(url());
    const auto report =
        writeTo(keeper, writeRequest(catalog, {edit(*catalog, "table:DB.orders", "x"),
                                               edit(*catalog, "table:DB.hostage", "y"),
                                               edit(*catalog, "column:DB.hostage.a", "z")}));
    QCOMPARE(countsOf(*report), word("written 3"));
    QCOMPARE(report->warnings.size(), 1);
    QVERIFY(report->warnings[0].contains(word("LOCK TABLES")));
    const auto index =
        writeTo(keeper, writeRequest(catalog, {edit(*catalog, "index:DB.orders.by_note", "i")}));
    QCOMPARE(countsOf(*index), word("written 1"));
    QVERIFY(index->warnings.join(QLatin1Char(' ')).contains(word("mysql.index_stats")));
    const auto locked = write(catalogAt(url()), edit(*catalogAt(url()), "table:DB.hostage", "w"));
    QVERIFY(locked->warnings.isEmpty());
}

void TestMariaDbComments::oneRefusalHidesNoOther()
{
    QCOMPARE(database().execute("CREATE TABLE mixed (a INT, v INT AS (a + 1) VIRTUAL, b INT, g INT "
                                "AS (a + 2) STORED, KEY (v), KEY (b)) COMMENT='x'"),
             QString());
    const auto catalog = catalogAt(url());
    const QString before = definition("TABLE mixed");
    const std::vector<CommentEdit> edits{
        edit(*catalog, "table:DB.mixed", "t"),    edit(*catalog, "column:DB.mixed.a", "a"),
        edit(*catalog, "column:DB.mixed.v", "v"), edit(*catalog, "column:DB.mixed.b", "b"),
        edit(*catalog, "column:DB.mixed.g", "g"), edit(*catalog, "index:DB.mixed.b", "i")};
    const auto report = writeTo(url(), writeRequest(catalog, edits));
    QCOMPARE(countsOf(*report), word("written 4, refused 2"));
    QCOMPARE(report->writes[2].outcome, WriteOutcome::Refused);
    QCOMPARE(report->writes[4].outcome, WriteOutcome::Refused);
    QVERIFY(report->writes[4].reason.contains(word("agreed")));
    QVERIFY(report->writes[4].reason.contains(word("--allow-copy")));
    ReadControl control;
    const auto plan = planComments(*parseDatabaseAddress(url()), {},
                                   writeRequest(catalog, {edits[3], edits[4]}), control);
    QVERIFY(plan && !plan->comments[0].needsCopy && plan->comments[1].needsCopy);
    CommentWriteRequest agreed = writeRequest(catalog, {edits[2], edits[4]});
    agreed.allowCopy = true;
    QCOMPARE(countsOf(*writeTo(url(), agreed)), word("written 2"));
    CommentWriteRequest undo = writeRequest(catalog, {});
    undo.allowCopy = true;
    for (const CommentEdit& written : edits)
        undo.edits.push_back(back(written));
    QCOMPARE(countsOf(*writeTo(url(), undo)), word("written 6"));
    QCOMPARE(definition("TABLE mixed"), before);
}

void TestMariaDbComments::textsThatCannotBeStored_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* object, const QString& text,
                        const char* says) {
        QTest::newRow(name) << QByteArray(object) << text << word(says);
    };
    row("emoji", "column:DB.orders.note", word("a \U0001F600"), "utf8mb3");
    row("emoji of a table", "table:DB.orders", word("a \U0001F600"), "utf8mb3");
    row("emoji of an event", "event:DB.nightly", word("a \U0001F600"), "utf8mb3");
    row("NUL", "table:DB.orders", QString(word("a") + QChar(0) + word("b")), "NUL");
    row("lone surrogate", "table:DB.orders", QString(word("a") + QChar(0xD800)), "surrogate");
    row("too long for a column", "column:DB.orders.note", QString(1025, QLatin1Char('x')), "1024");
    row("too long for a table", "table:DB.orders", QString(2049, QChar(0x20AC)), "2048");
    row("too long for an index", "index:DB.orders.by_note", QString(1025, QLatin1Char('x')),
        "1024");
    row("too long for a database", "schema:DB", QString(1025, QLatin1Char('x')), "1024");
    row("bytes of a database", "schema:DB", QString(1024, QChar(0x20AC)), "3072 bytes");
    row("lines of a database", "schema:DB", word("a\nb"), "line");
    row("blanks of a database", "schema:DB", word("a "), "blanks");
    row("too long for an event", "event:DB.nightly", QString(65, QLatin1Char('x')), "64");
    row("blanks of an event", "event:DB.nightly", word("a "), "blanks");
    row("too long for a routine", "routine:DB.doing(int(11))", QString(65536, QLatin1Char('x')),
        "65535");
}

void TestMariaDbComments::textsThatCannotBeStored()
{
    QFETCH(QByteArray, object);
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto catalog = catalogAt(url());
    const CommentEdit edit = editOf(*catalog, key(object.constData()), text);
    const auto report = write(catalog, edit);
    QCOMPARE(countsOf(*report), word("refused 1"));
    QVERIFY2(report->writes[0].reason.contains(says), qPrintable(report->writes[0].reason));
    QVERIFY(report->writes[0].sql.isEmpty());
    QVERIFY(isAsBefore(*catalogAt(url()), *catalog));
}

void TestMariaDbComments::longestTexts()
{
    const auto catalog = catalogAt(url());
    const auto longest = [&](const char* object, int length) {
        return editOf(*catalog, key(object), QString(length, QChar(0x20AC)));
    };
    const std::vector<CommentEdit> edits{
        longest("column:DB.orders.note", 1024),   longest("table:DB.orders", 2048),
        longest("index:DB.orders.by_note", 1024), longest("schema:DB", 341),
        longest("event:DB.nightly", 64),          longest("routine:DB.doing(int(11))", 21845)};
    QCOMPARE(countsOf(*writeTo(url(), writeRequest(catalog, edits))), word("written 6"));
    const auto now = catalogAt(url());
    for (const CommentEdit& edit : edits)
        QCOMPARE(now->base(*now->find(edit.key)).comment.text, edit.after);
}

void TestMariaDbComments::allOrNothingIsRefused()
{
    const auto catalog = catalogAt(url());
    CommentWriteRequest request = writeRequest(
        catalog, {edit(*catalog, "table:DB.orders", "x"), edit(*catalog, "table:DB.hostage", "y")});
    request.allOrNothing = true;
    const auto report = writeTo(url(), request);
    QVERIFY(!report);
    QVERIFY(report.error().message.contains(word("ALTER")));
    QVERIFY(isAsBefore(*catalogAt(url()), *catalog));
}

void TestMariaDbComments::targetIsNamed()
{
    const auto catalog = catalogAt(url());
    const auto plan = [&] {
        ReadControl control;
        return planComments(*parseDatabaseAddress(url()), {},
                            writeRequest(catalog, {edit(*catalog, "table:DB.hostage", "x")}),
                            control);
    };
    QVERIFY(!plan()->target.readOnly);
    QCOMPARE(plan()->target.database, m_database->name());
    QVERIFY(plan()->target.engine.startsWith(word("MariaDB 1")));
    QVERIFY(plan()->target.server.startsWith(word("127.0.0.1:")));
    QVERIFY(plan()->target.role.startsWith(word("cadastre@")));
}

void TestMariaDbComments::notRecordedIsNotSent()
{
    const auto catalog = catalogAt(url());
    CommentWriteRequest request =
        writeRequest(catalog, {edit(*catalog, "table:DB.orders", "x"),
                               edit(*catalog, "column:DB.orders.note", "x"),
                               edit(*catalog, "table:DB.hostage", "y"),
                               editOf(*catalog, key("routine:DB.doing(int(11))"), word("x"))});
    int calls = 0;
    request.onSending = [&calls](std::span<const PlannedComment>) -> Result<Nothing> {
        ++calls;
        return Error{word("The disk is full."), {}};
    };
    const auto report = writeTo(url(), request);
    QCOMPARE(countsOf(*report), word("not tried 4"));
    QCOMPARE(calls, 1);
    QVERIFY(report->writes[2].reason == word("The disk is full.") ||
            report->writes[0].reason == word("The disk is full.") ||
            report->writes[3].reason == word("The disk is full."));
    QVERIFY(isAsBefore(*catalogAt(url()), *catalog));
}

void TestMariaDbComments::cancelBetweenTables()
{
    for (int i = 0; i < 8; ++i)
        QCOMPARE(database().execute("CREATE TABLE many_" + QByteArray::number(i) + " (a INT)"),
                 QString());
    const auto catalog = catalogAt(url());
    std::vector<CommentEdit> edits;
    for (int i = 0; i < 8; ++i)
        edits.push_back(editOf(*catalog, key("table:DB.many_") + QString::number(i), word("x")));
    CommentWriteRequest request = writeRequest(catalog, edits);
    ReadControl control;
    int results = 0;
    int progress = 0;
    request.onResults = [&](std::span<const CommentWrite> writes) {
        results += static_cast<int>(writes.size());
        if (results == 3)
            control.cancel();
    };
    request.onProgress = [&progress](int done, int total) {
        QCOMPARE(total, 8);
        QVERIFY(done >= progress);
        progress = done;
    };
    const auto report = writeComments(*parseDatabaseAddress(url()), {}, request, control);
    QVERIFY(report);
    QCOMPARE(countsOf(*report), word("written 3, not tried 5"));
    QCOMPARE(results, 8);
    QCOMPARE(progress, 8);
    const auto now = catalogAt(url());
    for (const CommentWrite& write : report->writes) {
        const QString text = now->base(*now->find(write.edit.key)).comment.text;
        QCOMPARE(text == word("x"), write.outcome == WriteOutcome::Written);
    }
}

void TestMariaDbComments::cancelOnTheServer()
{
    const auto catalog = catalogAt(url());
    MariaDbSession other(url());
    QCOMPARE(other.execute("LOCK TABLES orders READ"), QString());
    CommentWriteRequest request = writeRequest(catalog, {edit(*catalog, "table:DB.orders", "x")});
    request.lockTimeoutMs = 60000;
    ReadControl control;
    std::thread canceller([&] {
        while (other
                   .column("SELECT 1 FROM information_schema.PROCESSLIST WHERE INFO LIKE 'LOCK "
                           "TABLES%' AND DB = '" +
                           m_database->name().toUtf8() + "'")
                   .isEmpty()) {
        }
        control.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    const auto report = writeComments(*parseDatabaseAddress(url()), {}, request, control);
    canceller.join();
    QVERIFY(timer.elapsed() < 20000);
    QCOMPARE(countsOf(*report), word("not tried 1"));
    QCOMPARE(other.execute("UNLOCK TABLES"), QString());
    QVERIFY(isAsBefore(*catalogAt(url()), *catalog));
}

void TestMariaDbComments::planSaysExactlyWhatIsSent()
{
    const auto catalog = catalogAt(url());
    for (const char* object :
         {"table:DB.orders", "column:DB.orders.price", "index:DB.orders.by_note", "schema:DB",
          "routine:DB.doing(int(11))", "event:DB.nightly", "sequence:DB.counter"}) {
        const CommentWriteRequest request =
            writeRequest(catalog, {edit(*catalog, object, "It's \\ a text")});
        ReadControl control;
        const auto plan = planComments(*parseDatabaseAddress(url()), {}, request, control);
        QVERIFY(plan);
        QCOMPARE(plan->comments[0].refusal, QString());
        QList<QByteArray> sent;
        {
            const SqlRecorder recorder([&sent](const QByteArray& sql, const QStringList&) {
                if (sql.startsWith("ALTER"))
                    sent << sql;
            });
            const auto report = writeTo(url(), request);
            QCOMPARE(countsOf(*report), word("written 1"));
            QCOMPARE(report->writes[0].sql, plan->comments[0].sql);
        }
        QCOMPARE(sent, QList<QByteArray>{plan->comments[0].sql.toUtf8()});
    }
}

void TestMariaDbComments::planTakesItBack()
{
    const auto catalog = catalogAt(url());
    const QString before = definition("TABLE orders");
    const QString event = database().session().value(
        "SELECT CONCAT(DEFINER, EVENT_COMMENT) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = "
        "DATABASE()");
    for (const char* object : {"table:DB.orders", "column:DB.orders.price", "column:DB.orders.id",
                               "index:DB.orders.by_note", "event:DB.nightly"}) {
        const CommentWriteRequest request = writeRequest(catalog, {edit(*catalog, object, "x")});
        ReadControl control;
        const auto plan = planComments(*parseDatabaseAddress(url()), {}, request, control);
        QCOMPARE(database().execute(plan->comments[0].sql.toUtf8()), QString());
        QCOMPARE(catalogAt(url())->base(*catalog->find(request.edits[0].key)).comment.text,
                 word("x"));
        QCOMPARE(database().execute(plan->comments[0].undoSql.toUtf8()), QString());
        QCOMPARE(definition("TABLE orders"), before);
    }
    QCOMPARE(database().session().value("SELECT CONCAT(DEFINER, EVENT_COMMENT) FROM "
                                        "information_schema.EVENTS WHERE EVENT_SCHEMA = "
                                        "DATABASE()"),
             event);
}

void TestMariaDbComments::planRefusesBeforehand()
{
    QCOMPARE(
        database().execute("CREATE TABLE odd (a INT, g INT AS (a + 1) STORED, t TIMESTAMP NULL "
                           "DEFAULT '2000-01-01 00:00:00'); CREATE TABLE versioned (a INT) "
                           "WITH SYSTEM VERSIONING"),
        QString());
    const auto catalog = catalogAt(url());
    const CommentWriteRequest request =
        writeRequest(catalog, {edit(*catalog, "column:DB.odd.g", "x"),
                               edit(*catalog, "column:DB.versioned.a", "x"),
                               edit(*catalog, "column:DB.odd.t", "x"),
                               edit(*catalog, "column:DB.orders.note", "\U0001F600")});
    ReadControl control;
    const auto plan = planComments(*parseDatabaseAddress(url()), {}, request, control);
    QVERIFY(plan);
    QVERIFY(plan->comments[0].refusal.contains(word("stored")));
    QVERIFY(plan->comments[1].refusal.contains(word("system-versioned")));
    QCOMPARE(plan->comments[2].refusal, QString());
    QVERIFY(plan->comments[2].warnings.value(0).contains(word("UTC")));
    QVERIFY(plan->comments[3].refusal.contains(word("utf8mb3")));
    QVERIFY(isAsBefore(*catalogAt(url()), *catalog));
}

void TestMariaDbComments::namesThatDifferByCase()
{
    if (database().session().value("SELECT @@lower_case_table_names") != word("0"))
        QSKIP("this server folds the case of table names");
    QCOMPARE(database().execute("CREATE TABLE `User` (`Name` INT, KEY `K` (`Name`)); CREATE TABLE "
                                "`user` (`name` INT, KEY `k` (`name`))"),
             QString());
    const auto catalog = catalogAt(url());
    const QString before = definition("TABLE `user`");
    QCOMPARE(countsOf(*writeTo(
                 url(), writeRequest(catalog, {edit(*catalog, "table:DB.\"User\"", "upper"),
                                               edit(*catalog, "column:DB.\"User\".\"Name\"", "N"),
                                               edit(*catalog, "index:DB.\"User\".\"K\"", "K")}))),
             word("written 3"));
    QCOMPARE(definition("TABLE `user`"), before);
    QVERIFY(definition("TABLE `User`").contains(word("COMMENT='upper'")));
    // renamed to another case: no longer the column that was seen
    const CommentEdit stale = edit(*catalog, "column:DB.user.name", "x");
    QCOMPARE(database().execute("ALTER TABLE `user` RENAME COLUMN `name` TO `NAME`"), QString());
    QCOMPARE(countsOf(*write(catalog, stale)), word("refused 1"));
}

void TestMariaDbComments::hostileNames()
{
    const QString evil = word("x`; DROP TABLE hostage; -- ' \" \\ \n*/");
    const QByteArray quoted = mariadb::quotedIdentifier(evil)->toUtf8();
    QCOMPARE(database().execute("CREATE TABLE " + quoted + " (" + quoted + " INT, KEY " + quoted +
                                " (" + quoted + ")); CREATE PROCEDURE " + quoted +
                                "() SELECT 1; CREATE EVENT " + quoted +
                                " ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1"),
             QString());
    const auto catalog = catalogAt(url());
    const QString attack = word("'; DROP TABLE hostage; -- \\'; DROP TABLE hostage; -- \\\\' */ x");
    const QString schema = m_database->name();
    std::vector<CommentEdit> edits;
    const auto add = [&](KeyKind kind, const QStringList& parts, const QString& text) {
        const auto object = catalog->find(ObjectKey{catalog->source({0}).name, kind, parts, {}});
        QVERIFY(object);
        edits.push_back(commentEditOf(*catalog, *object, text));
    };
    add(KeyKind::Table, {schema, evil}, attack);
    add(KeyKind::Column, {schema, evil, evil}, attack);
    add(KeyKind::Index, {schema, evil, evil}, attack);
    add(KeyKind::Routine, {schema, evil}, attack);
    add(KeyKind::Event, {schema, evil}, attack.left(40));
    QCOMPARE(countsOf(*writeTo(url(), writeRequest(catalog, edits))), word("written 5"));
    const auto now = catalogAt(url());
    for (const CommentEdit& edit : edits)
        QCOMPARE(now->base(*now->find(edit.key)).comment.text, edit.after);
    QCOMPARE(now->objects().tables.size(), catalog->objects().tables.size());
    QVERIFY(!definition("TABLE hostage").isEmpty());
}

void TestMariaDbComments::procedureAndFunctionOfOneName()
{
    QCOMPARE(database().execute("CREATE FUNCTION doing(a INT) RETURNS INT RETURN 1"), QString());
    const auto catalog = catalogAt(url());
    const CatalogObjects& all = catalog->objects();
    std::vector<CommentEdit> edits;
    std::set<QString> keys;
    for (std::size_t i = 0; i < all.routines.size(); ++i) {
        if (all.routines[i].name != word("doing"))
            continue;
        const ObjectRef ref(ObjectKind::Routine, static_cast<std::int32_t>(i));
        edits.push_back(commentEditOf(*catalog, ref, word("routine %1").arg(i)));
        keys.insert(edits.back().key.toString());
    }
    QCOMPARE(edits.size(), std::size_t{2});
    if (keys.size() < 2) // one key for both: whichever it finds, the other stays as it is
        edits.pop_back();
    const auto report = writeTo(url(), writeRequest(catalog, edits));
    QVERIFY(report);
    int changed = 0;
    for (const QString& comment : database().session().column(
             "SELECT ROUTINE_COMMENT FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = "
             "DATABASE() AND ROUTINE_NAME = 'doing'"))
        changed += comment.startsWith(word("routine ")) ? 1 : 0;
    int written = 0;
    for (const CommentWrite& write : report->writes)
        written += write.outcome == WriteOutcome::Written ? 1 : 0;
    QCOMPARE(changed, written);
}

void TestMariaDbComments::readingSessionCannotWrite()
{
    const auto options = mariaDbOptions(*parseDatabaseAddress(url()), {}, {});
    const auto session = MariaDbConnection::open(*options);
    QVERIFY(session);
    const QString before = definition("TABLE orders");
    for (const char* sql :
         {"ALTER TABLE orders COMMENT='x'", "INSERT INTO hostage VALUES (1)", "DROP TABLE hostage",
          "ALTER PROCEDURE doing COMMENT 'x'", "CREATE TABLE new_one (a INT)"}) {
        const auto error = (*session)->run(sql, {}, [](const Row&) {});
        QVERIFY2(error, sql);
        QCOMPARE(error->code, word("1792"));
    }
    QCOMPARE(definition("TABLE orders"), before);
}

void TestMariaDbComments::writingSessionTakesOneStatement()
{
    const auto options = mariaDbOptions(*parseDatabaseAddress(url()), {}, {});
    const auto session = MariaDbConnection::openForWriting(*options);
    QVERIFY(session);
    const auto error = (*session)->run("ALTER TABLE orders COMMENT='x'; DROP TABLE hostage", {},
                                       [](const Row&) {});
    QVERIFY(error);
    QVERIFY(!definition("TABLE hostage").isEmpty());
    QString mode = word("unread");
    QVERIFY(!(*session)->run("SELECT @@sql_mode", {},
                             [&mode](const Row& row) { mode = row[0].text(); }));
    QCOMPARE(mode, QString());
}

void TestMariaDbComments::resolvesWhatIsThere()
{
    const auto catalog = catalogAt(url());
    const CommentWriteRequest request = writeRequest(
        catalog, {edit(*catalog, "table:DB.orders", "written"),
                  edit(*catalog, "column:DB.orders.note", "not"),
                  edit(*catalog, "column:DB.orders.price", "mine"),
                  editOf(*catalog, key("routine:DB.doing(int(11))"), word("written"))});
    QCOMPARE(database().execute("ALTER TABLE orders COMMENT='written', MODIFY price INT DEFAULT 3 "
                                "COMMENT 'theirs' CHECK (price > 0); ALTER PROCEDURE doing COMMENT "
                                "'written'"),
             QString());
    const auto report = resolveAt(url(), request);
    QVERIFY(report);
    QCOMPARE(countsOf(*report), word("written 2, conflict 1, not tried 1"));
    QCOMPARE(report->writes[2].theirs, word("theirs"));
}

void TestMariaDbComments::waitsForTheStatementLeftBehind()
{
    const auto catalog = catalogAt(url());
    CommentWriteRequest request = writeRequest(catalog, {edit(*catalog, "table:DB.orders", "x")});
    QByteArray lockStatement;
    {
        const SqlRecorder recorder([&](const QByteArray& sql, const QStringList&) {
            if (sql.startsWith("SELECT GET_LOCK"))
                lockStatement = sql;
        });
        QCOMPARE(countsOf(*writeTo(url(), request)), word("written 1"));
    }
    MariaDbSession leftBehind(url());
    QCOMPARE(leftBehind.value(lockStatement), word("1"));
    const auto report = resolveAt(url(), request);
    QCOMPARE(countsOf(*report), word("unknown 1"));
    QVERIFY(!report->writes[0].reason.isEmpty());
    // nor does another Cadastre write meanwhile
    std::swap(request.edits[0].before, request.edits[0].after);
    QCOMPARE(countsOf(*writeTo(url(), request)), word("busy 1"));
}

void TestMariaDbComments::keepsStatisticsOfIndexes()
{
    QCOMPARE(database().execute("INSERT INTO orders (id, note) VALUES (1, 'a'), (2, 'b'); ANALYZE "
                                "TABLE orders PERSISTENT FOR ALL"),
             QString());
    const QByteArray count = "SELECT COUNT(*) FROM mysql.index_stats WHERE table_name = 'orders' "
                             "AND db_name = DATABASE()";
    const QString before = database().session().value(count);
    QVERIFY(before.toInt() > 1);
    const auto catalog = catalogAt(url());
    const auto report =
        writeTo(url(), writeRequest(catalog, {edit(*catalog, "index:DB.orders.by_note", "x"),
                                              edit(*catalog, "column:DB.orders.note", "x"),
                                              edit(*catalog, "table:DB.orders", "x")}));
    QCOMPARE(countsOf(*report), word("written 2, refused 1"));
    QVERIFY(report->writes[0].reason.contains(word("statistics")));
    QCOMPARE(database().session().value(count), before);
}

QTEST_GUILESS_MAIN(TestMariaDbComments)
#include "tst_mariadb_comments.moc"
