// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comments written to PostgreSQL: every kind of object, every outcome, and what must not happen
// beside it. Texts, races and cut connections by the thousand are in the soak tests.
#include "model/sql/write/postgresql/prepared_comments.h"
#include "tests/server/comment_writing.h"
#include "tests/server/postgresql_everything.h"

#include <QElapsedTimer>
#include <QTest>

#include <set>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString word(const char* text)
{
    return QString::fromUtf8(text);
}

bool isRoleOfOthers(const Catalog& catalog, ObjectRef object, const QString& own)
{
    return object.kind == ObjectKind::Role && catalog.base(object).name != own;
}

} // namespace

class TestPostgresqlComments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_everything.reset(); }
    void everyKindIsWrittenAndTakenBack();
    void heldObjectsStayUnknown();
    void conflictLeavesTheirs();
    void unchangedIsNotSent();
    void anotherObjectOfTheName();
    void goneObject();
    void nonOwnerIsRefused();
    void busyIsReported();
    void oneRefusalHidesNoOther();
    void allOrNothing();
    void tooManyForAllOrNothing();
    void textsThatCannotBeStored_data();
    void textsThatCannotBeStored();
    void encodingOfTheDatabase();
    void databaseWithoutEncoding();
    void readOnlyTarget();
    void anotherDatabase();
    void notRecordedIsNotSent();
    void cancelBetweenTransactions();
    void membersOfExtensions();
    void planSaysExactlyWhatIsSent();
    void namesThatDifferByCase();
    void serverLosesTheSession();
    void manyInOneBatch();

private:
    PostgresTestDatabase& database() { return m_everything->database(); }
    QString url() { return database().url(); }
    QString comment(const QByteArray& object, const QByteArray& catalog)
    {
        return database().session().value("SELECT obj_description('" + object + "'::regclass, '" +
                                          catalog + "')");
    }
    QString tableComment(const QByteArray& table) { return comment(table, "pg_class"); }
    Result<CommentWriteReport> write(const std::shared_ptr<const Catalog>& catalog,
                                     const CommentEdit& edit)
    {
        return writeTo(url(), writeRequest(catalog, {edit}));
    }

    std::unique_ptr<EverythingDatabase> m_everything;
};

void TestPostgresqlComments::initTestCase()
{
    m_everything = std::make_unique<EverythingDatabase>("comments");
    QVERIFY2(m_everything->error().isEmpty(), qPrintable(m_everything->error()));
    QCOMPARE(database().execute("CREATE TABLE public.hostage (a int)"), QString());
}

void TestPostgresqlComments::everyKindIsWrittenAndTakenBack()
{
    const auto before = catalogAt(url());
    std::vector<CommentEdit> edits;
    std::set<KeyKind> kinds;
    for (const ObjectRef ref : objectsInDatabase(*before)) {
        if (isRoleOfOthers(*before, ref, m_everything->owner()))
            continue;
        const ObjectKey key = before->keyOf(ref);
        kinds.insert(key.kind);
        edits.push_back(commentEditOf(*before, ref, QString(word("It's \\ ") + key.toString())));
    }
    QVERIFY(edits.size() > 100);
    QCOMPARE(kinds.size(), std::size_t(22)); // all but boundary, event and unknown
    const auto report = writeTo(url(), writeRequest(before, edits));
    QVERIFY2(report.has_value(), qPrintable(outcomesOf(report).value(0)));
    for (const CommentWrite& write : report->writes)
        QVERIFY2(write.outcome == WriteOutcome::Written,
                 qPrintable(write.edit.key.toString() + QLatin1String(" -> ") + write.reason +
                            write.theirs.value_or(QString())));

    const auto after = catalogAt(url());
    std::vector<CommentEdit> back;
    for (const CommentEdit& edit : edits) {
        const auto ref = after->find(edit.key);
        QVERIFY2(ref, qPrintable(edit.key.toString()));
        QCOMPARE(after->base(*ref).comment.text, edit.after);
        back.push_back(commentEditOf(*after, *ref, edit.before));
    }
    const auto undone = writeTo(url(), writeRequest(after, back));
    QVERIFY(undone.has_value());
    QCOMPARE(countsOf(*undone), QStringLiteral("written %1").arg(back.size()));
    const auto now = catalogAt(url());
    QVERIFY(isAsBefore(*now, *before));
    for (const CommentEdit& edit : edits) // roles, too
        QCOMPARE(now->base(*now->find(edit.key)).comment.text, edit.before);
}

/// Whoever lost a connection does not know whether the old transaction has ended: as long as it
/// holds an object, what the others see is not the last word.
void TestPostgresqlComments::heldObjectsStayUnknown()
{
    const auto catalog = catalogAt(url());
    PostgresSession other(url());
    CommentWriteRequest request = writeRequest(catalog, {});
    QCOMPARE(other.execute("BEGIN"), QString());
    for (const ObjectRef ref : objectsInDatabase(*catalog)) {
        if (isRoleOfOthers(*catalog, ref, m_everything->owner()))
            continue;
        request.edits.push_back(commentEditOf(*catalog, ref, word("held")));
        const auto statement = postgresql::commentStatement(*catalog, ref, word("held"));
        QCOMPARE(other.execute(statement->toUtf8()), QString());
    }
    const int count = static_cast<int>(request.edits.size());
    QCOMPARE(countsOf(*resolveAt(url(), request)), QStringLiteral("unknown %1").arg(count));
    QCOMPARE(other.execute("ROLLBACK"), QString());
    QCOMPARE(countsOf(*resolveAt(url(), request)), QStringLiteral("not tried %1").arg(count));
    // a lock that is not of a comment says nothing about it
    QCOMPARE(other.execute("BEGIN; LOCK TABLE shop.orders"), QString());
    QCOMPARE(countsOf(*resolveAt(url(), request)), QStringLiteral("not tried %1").arg(count));
    QCOMPARE(other.execute("ROLLBACK"), QString());
}

void TestPostgresqlComments::conflictLeavesTheirs()
{
    const auto catalog = catalogAt(url());
    const CommentEdit edit = editOf(*catalog, word("table:public.hostage"), word("mine"));
    QCOMPARE(database().execute("COMMENT ON TABLE public.hostage IS 'theirs'"), QString());
    const auto report = write(catalog, edit);
    QCOMPARE(outcomesOf(report), QStringList{word("conflict: Somebody changed it meanwhile.")});
    QCOMPARE(report->writes[0].theirs, std::optional(word("theirs")));
    QCOMPARE(report->writes[0].sql, QString());
    QCOMPARE(tableComment("public.hostage"), word("theirs"));
    QCOMPARE(database().execute("COMMENT ON TABLE public.hostage IS NULL"), QString());
}

void TestPostgresqlComments::unchangedIsNotSent()
{
    const auto catalog = catalogAt(url());
    const CommentEdit edit = editOf(*catalog, word("table:public.hostage"), word("mine"));
    QCOMPARE(database().execute("COMMENT ON TABLE public.hostage IS 'mine'"), QString());
    const auto report = write(catalog, edit);
    QCOMPARE(outcomesOf(report), QStringList{word("unchanged")});
    QCOMPARE(report->writes[0].sql, QString());
    QCOMPARE(database().execute("COMMENT ON TABLE public.hostage IS NULL"), QString());
    const CommentEdit nothing{edit.key, {}, {}, edit.identity};
    QCOMPARE(outcomesOf(write(catalog, nothing)), QStringList{word("unchanged")});
}

void TestPostgresqlComments::anotherObjectOfTheName()
{
    QCOMPARE(database().execute("CREATE TABLE public.swap (a int)"), QString());
    const auto catalog = catalogAt(url());
    const CommentEdit edit = editOf(*catalog, word("table:public.swap"), word("of the old one"));
    QCOMPARE(database().execute("ALTER TABLE public.swap RENAME TO swapped; "
                                "CREATE TABLE public.swap (a int)"),
             QString());
    const auto report = write(catalog, edit);
    QCOMPARE(outcomesOf(report), QStringList{word("conflict: Another object has this name now.")});
    QCOMPARE(tableComment("public.swap"), QString());
    QCOMPARE(tableComment("public.swapped"), QString());
    // the same when taking a comment away, and when the catalog is newer than the edit
    QCOMPARE(database().execute("COMMENT ON TABLE public.swapped IS 'old'; "
                                "COMMENT ON TABLE public.swap IS 'new'"),
             QString());
    const CommentEdit away{edit.key, word("old"), {}, edit.identity};
    QCOMPARE(outcomesOf(write(catalog, away)),
             QStringList{word("conflict: Another object has this name now.")});
    QCOMPARE(outcomesOf(write(catalogAt(url()), away)),
             QStringList{word("conflict: Another object has this name now.")});
    QCOMPARE(tableComment("public.swap"), word("new"));
    QCOMPARE(tableComment("public.swapped"), word("old"));
}

void TestPostgresqlComments::goneObject()
{
    QCOMPARE(database().execute("CREATE TABLE public.leaving (a int)"), QString());
    const auto catalog = catalogAt(url());
    const std::vector<CommentEdit> edits{
        editOf(*catalog, word("table:public.leaving"), word("x")),
        editOf(*catalog, word("column:public.leaving.a"), word("x")),
        editOf(*catalog, word("table:public.hostage"), word("still here"))};
    QCOMPARE(database().execute("DROP TABLE public.leaving"), QString());
    const auto report = writeTo(url(), writeRequest(catalog, edits));
    QCOMPARE(countsOf(*report), word("written 1, refused 2"));
    QVERIFY(report->writes[0].reason.contains(word("not there any more")));
    CommentEdit unknown = edits[2];
    unknown.key.parts.last() = word("never");
    QCOMPARE(countsOf(*write(catalog, unknown)), word("refused 1"));
    QCOMPARE(database().execute("COMMENT ON TABLE public.hostage IS NULL"), QString());
}

void TestPostgresqlComments::nonOwnerIsRefused()
{
    const auto catalog = catalogAt(url());
    const std::vector<CommentEdit> edits{
        editOf(*catalog, word("table:shop.customers"), word("x")),
        editOf(*catalog, word("column:shop.customers.name"), word("x")),
        editOf(*catalog, word("constraint:shop.customers.balance_sane"), word("x")),
        editOf(*catalog, word("source:"), word("x")),
        editOf(*catalog, word("role:") + m_everything->owner(), word("x"))};
    const auto report =
        writeTo(urlWithUser(url(), m_everything->reader()), writeRequest(catalog, edits));
    QVERIFY2(report.has_value(), qPrintable(outcomesOf(report).value(0)));
    QCOMPARE(countsOf(*report), word("refused 5"));
    for (int i = 0; i < 3; ++i) {
        const CommentWrite& write = report->writes[static_cast<std::size_t>(i)];
        QVERIFY2(write.reason.startsWith(m_everything->reader()), qPrintable(write.reason));
        QVERIFY2(write.whoCould.contains(m_everything->owner()), qPrintable(write.whoCould));
    }
    QVERIFY(report->writes[3].whoCould.contains(word("cadastre")));
    QVERIFY(report->writes[4].whoCould.contains(word("CREATEROLE")));
    // and the owner may
    const auto owned =
        writeTo(urlWithUser(url(), m_everything->owner()), writeRequest(catalog, {edits[0]}));
    QCOMPARE(outcomesOf(owned), QStringList{word("written")});
    QCOMPARE(database().execute("COMMENT ON TABLE shop.customers IS NULL"), QString());
}

void TestPostgresqlComments::busyIsReported()
{
    const auto catalog = catalogAt(url());
    CommentWriteRequest request =
        writeRequest(catalog, {editOf(*catalog, word("table:shop.orders"), word("x")),
                               editOf(*catalog, word("column:shop.orders.id"), word("x")),
                               editOf(*catalog, word("column:shop.orders.line"), word("x")),
                               editOf(*catalog, word("table:public.hostage"), word("not locked"))});
    request.lockTimeoutMs = 100;
    PostgresSession other(url());
    QCOMPARE(other.execute("BEGIN; LOCK TABLE shop.orders IN SHARE MODE"), QString());
    const auto report = writeTo(url(), request);
    QCOMPARE(other.execute("ROLLBACK"), QString());
    QCOMPARE(countsOf(*report), word("written 1, busy 3"));
    QCOMPARE(outcomesOf(report).last(), word("written"));
    QCOMPARE(tableComment("public.hostage"), word("not locked"));
    QCOMPARE(database().execute("COMMENT ON TABLE public.hostage IS NULL"), QString());
}

void TestPostgresqlComments::oneRefusalHidesNoOther()
{
    const auto catalog = catalogAt(url());
    std::vector<CommentEdit> edits{editOf(*catalog, word("column:shop.customers.id"), word("a")),
                                   editOf(*catalog, word("table:shop.orders"), word("b")),
                                   editOf(*catalog, word("column:shop.customers.tags"), word("c"))};
    const auto report =
        writeTo(urlWithUser(url(), m_everything->owner()), writeRequest(catalog, edits));
    QCOMPARE(countsOf(*report), word("written 2, refused 1"));
    QCOMPARE(report->writes[1].outcome, WriteOutcome::Refused);
    QCOMPARE(tableComment("shop.orders"), word("What was ordered"));
    const auto now = catalogAt(url());
    for (const std::size_t i : {std::size_t(0), std::size_t(2)})
        QCOMPARE(now->base(*now->find(edits[i].key)).comment.text, edits[i].after);
    std::vector<CommentEdit> back;
    for (const std::size_t i : {std::size_t(0), std::size_t(2)})
        back.push_back({edits[i].key, edits[i].after, edits[i].before, edits[i].identity});
    QCOMPARE(countsOf(*writeTo(url(), writeRequest(now, back))), word("written 2"));
}

void TestPostgresqlComments::allOrNothing()
{
    const auto catalog = catalogAt(url());
    CommentWriteRequest request =
        writeRequest(catalog, {editOf(*catalog, word("column:shop.customers.id"), word("a")),
                               editOf(*catalog, word("table:shop.orders"), word("b")),
                               editOf(*catalog, word("column:shop.customers.tags"), word("c"))});
    request.allOrNothing = true;
    const QString owner = urlWithUser(url(), m_everything->owner());
    QCOMPARE(countsOf(*writeTo(owner, request)), word("refused 1, not tried 2"));
    request.edits[1].before = word("not what is there");
    QCOMPARE(countsOf(*writeTo(url(), request)), word("conflict 1, not tried 2"));
    QVERIFY(isAsBefore(*catalogAt(url()), *catalog));
    request.edits[1].before = word("What was ordered");
    QCOMPARE(countsOf(*writeTo(url(), request)), word("written 3"));
    for (CommentEdit& edit : request.edits)
        std::swap(edit.before, edit.after);
    QCOMPARE(countsOf(*writeTo(url(), request)), word("written 3"));
}

void TestPostgresqlComments::tooManyForAllOrNothing()
{
    const auto catalog = catalogAt(url());
    CommentWriteRequest request = writeRequest(catalog, {});
    request.edits.assign(allOrNothingLimit + 1,
                         editOf(*catalog, word("table:shop.orders"), word("b")));
    request.allOrNothing = true;
    const auto report = writeTo(url(), request);
    QVERIFY(!report.has_value());
    QVERIFY2(report.error().message.contains(word("2000")), qPrintable(report.error().message));
    QCOMPARE(tableComment("shop.orders"), word("What was ordered"));
}

void TestPostgresqlComments::textsThatCannotBeStored_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("NUL") << QString(word("a") + QChar(0) + word("b"));
    QTest::newRow("high surrogate alone") << QString(word("a") + QChar(0xd83e) + word("b"));
    QTest::newRow("low surrogate alone") << QString(word("a") + QChar(0xdd84));
}

void TestPostgresqlComments::textsThatCannotBeStored()
{
    QFETCH(QString, text);
    const auto catalog = catalogAt(url());
    const auto report = write(catalog, editOf(*catalog, word("table:public.hostage"), text));
    QCOMPARE(countsOf(*report), word("refused 1"));
    QVERIFY(!report->writes[0].reason.isEmpty());
    QCOMPARE(tableComment("public.hostage"), QString());
}

void TestPostgresqlComments::encodingOfTheDatabase()
{
    PostgresTestDatabase latin(word("latin"), "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'");
    QCOMPARE(latin.error(), QString());
    QCOMPARE(latin.execute("SET client_encoding = 'UTF8'; CREATE TABLE t (a int, b int)"),
             QString());
    const auto catalog = catalogAt(latin.url());
    const auto report =
        writeTo(latin.url(),
                writeRequest(catalog,
                             {editOf(*catalog, word("table:public.t"), word("caf\xc3\xa9")),
                              editOf(*catalog, word("column:public.t.a"), word("\xf0\x9f\xa6\x84")),
                              editOf(*catalog, word("column:public.t.b"), word("plain"))}));
    QCOMPARE(countsOf(*report), word("written 2, refused 1"));
    QVERIFY2(report->writes[1].reason.contains(word("encoding")),
             qPrintable(report->writes[1].reason));
    const auto now = catalogAt(latin.url());
    QCOMPARE(now->base(*now->find(catalog->keyOf(TableId{0}))).comment.text, word("caf\xc3\xa9"));
}

void TestPostgresqlComments::databaseWithoutEncoding()
{
    PostgresTestDatabase ascii(word("ascii"), "ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'");
    QCOMPARE(ascii.error(), QString());
    QCOMPARE(ascii.execute("CREATE TABLE t (a int, b int); COMMENT ON COLUMN t.b IS E'caf\\351'"),
             QString());
    const auto catalog = catalogAt(ascii.url());
    // the server's bytes are taken as they are; those that are no text are nobody's to edit
    const auto report =
        writeTo(ascii.url(),
                writeRequest(catalog,
                             {editOf(*catalog, word("table:public.t"), word("caf\xc3\xa9")),
                              editOf(*catalog, word("column:public.t.a"), word("\xf0\x9f\xa6\x84")),
                              editOf(*catalog, word("column:public.t.b"), word("plain"))}));
    QCOMPARE(countsOf(*report), word("written 2, refused 1"));
    QCOMPARE(report->writes[2].outcome, WriteOutcome::Refused);
    QCOMPARE(ascii.session().column("SELECT encode(description::bytea, 'hex') FROM pg_description "
                                    "WHERE objoid >= 16384 ORDER BY objsubid"),
             (QStringList{word("636166c3a9"), word("f09fa684"), word("636166e9")}));
    // an edit that was staged before the bytes came
    CommentEdit late = editOf(*catalog, word("column:public.t.a"), word("mine"));
    QCOMPARE(ascii.execute("COMMENT ON COLUMN t.a IS E'\\351'"), QString());
    QCOMPARE(countsOf(*writeTo(ascii.url(), writeRequest(catalog, {late}))), word("refused 1"));
}

void TestPostgresqlComments::readOnlyTarget()
{
    PostgresTestDatabase closed(word("closed"));
    QCOMPARE(closed.execute("CREATE TABLE t (a int); ALTER DATABASE " + closed.name().toLatin1() +
                            " SET default_transaction_read_only = on"),
             QString());
    const auto catalog = catalogAt(closed.url());
    CommentWriteRequest request =
        writeRequest(catalog, {editOf(*catalog, word("table:public.t"), word("x"))});
    int sending = 0;
    request.onSending = [&sending](std::span<const PlannedComment>) {
        ++sending;
        return ok();
    };
    const auto report = writeTo(closed.url(), request);
    QVERIFY(!report.has_value());
    QVERIFY2(report.error().message.contains(word("read-only")),
             qPrintable(report.error().message));
    QCOMPARE(sending, 0);
    ReadControl control;
    const auto plan = planComments(*parseDatabaseAddress(closed.url()), {}, request, control);
    QVERIFY(plan.has_value());
    QVERIFY(plan->target.readOnly);
}

void TestPostgresqlComments::anotherDatabase()
{
    PostgresTestDatabase twin(word("twin"));
    QCOMPARE(twin.execute("CREATE TABLE public.hostage (a int)"), QString());
    const auto catalog = catalogAt(url());
    const auto report =
        writeTo(twin.url(),
                writeRequest(catalog, {editOf(*catalog, word("table:public.hostage"), word("x"))}));
    QVERIFY(!report.has_value());
    QCOMPARE(twin.session().value("SELECT count(*) FROM pg_description WHERE objoid >= 16384"),
             word("0"));
}

void TestPostgresqlComments::notRecordedIsNotSent()
{
    const auto catalog = catalogAt(url());
    CommentWriteRequest request =
        writeRequest(catalog, {editOf(*catalog, word("table:public.hostage"), word("x"))});
    request.onSending = [](std::span<const PlannedComment>) -> Result<Nothing> {
        return Error{QStringLiteral("The disk is full."), {}};
    };
    int told = 0;
    request.onResults = [&told](std::span<const CommentWrite> writes) {
        told += static_cast<int>(writes.size());
    };
    QCOMPARE(outcomesOf(writeTo(url(), request)),
             QStringList{word("not tried: The disk is full.")});
    QCOMPARE(told, 1);
    QCOMPARE(tableComment("public.hostage"), QString());
}

void TestPostgresqlComments::cancelBetweenTransactions()
{
    PostgresTestDatabase wide(word("wide"));
    QByteArray columns;
    for (int i = 0; i < 1200; ++i)
        columns += (i ? ",c" : "c") + QByteArray::number(i) + " int";
    QCOMPARE(wide.execute("CREATE TABLE t (" + columns + ")"), QString());
    const auto catalog = catalogAt(wide.url());
    CommentWriteRequest request = writeRequest(catalog, {});
    for (int i = 0; i < 1200; ++i)
        request.edits.push_back(commentEditOf(*catalog, ColumnId{i}, word("new")));
    ReadControl control;
    int told = 0;
    request.onResults = [&](std::span<const CommentWrite> writes) {
        told += static_cast<int>(writes.size());
        control.cancel();
    };
    QList<int> progress;
    request.onProgress = [&progress](int done, int) { progress << done; };
    const auto report = writeComments(*parseDatabaseAddress(wide.url()), {}, request, control);
    QVERIFY(report.has_value());
    QCOMPARE(countsOf(*report), word("written 500, not tried 700"));
    QCOMPARE(told, 1200);
    QCOMPARE(progress.last(), 1200);
    QCOMPARE(wide.session().value("SELECT count(*) FROM pg_description WHERE objoid >= 16384"),
             word("500"));
    QCOMPARE(countsOf(*resolveAt(wide.url(), request)), word("written 500, not tried 700"));
}

void TestPostgresqlComments::membersOfExtensions()
{
    ReadOptions options;
    options.systemObjects = true;
    const Result<ReadResult> all = readFrom({url(), {}, options, {}});
    QVERIFY(all.has_value());
    const auto catalog = std::make_shared<const Catalog>(catalogOf(*all));
    const CommentEdit edit = editOf(*catalog, word("type:tools.citext"), word("x"));
    const auto report = write(catalog, edit);
    QCOMPARE(outcomesOf(report), QStringList{word("written")});
    QCOMPARE(report->warnings.size(), 1);
    QVERIFY2(report->warnings.first().contains(word("citext: pg_dump does not carry it")),
             qPrintable(report->warnings.first()));
}

void TestPostgresqlComments::planSaysExactlyWhatIsSent()
{
    const auto catalog = catalogAt(url());
    CommentWriteRequest request = writeRequest(
        catalog, {editOf(*catalog, word("table:shop.orders"), word("It's\n")),
                  editOf(*catalog, word("routine:shop.twice(text,text)"), word("plain")),
                  editOf(*catalog, word("routine:shop.total(integer)"), {}),
                  editOf(*catalog, word("table:public.hostage"), QString(QChar(0)))});
    ReadControl control;
    const auto plan = planComments(*parseDatabaseAddress(url()), {}, request, control);
    QVERIFY(plan.has_value());
    QCOMPARE(plan->target.database, database().name());
    QCOMPARE(plan->target.role, word("cadastre"));
    QVERIFY(plan->target.engine.startsWith(word("PostgreSQL 1")));
    QVERIFY(plan->target.server.startsWith(word("127.0.0.1:")));
    QVERIFY(!plan->target.readOnly);
    QCOMPARE(plan->comments.size(), std::size_t(4));
    QCOMPARE(plan->comments[0].sql, word("COMMENT ON TABLE shop.orders IS E'It''s\\n';"));
    QCOMPARE(plan->comments[0].undoSql,
             word("COMMENT ON TABLE shop.orders IS 'What was ordered';"));
    QCOMPARE(plan->comments[1].sql, word("COMMENT ON FUNCTION shop.twice(text, text) IS 'plain';"));
    QCOMPARE(plan->comments[2].sql, word("COMMENT ON AGGREGATE shop.total(integer) IS NULL;"));
    QCOMPARE(plan->comments[3].sql, QString());
    QVERIFY(!plan->comments[3].refusal.isEmpty());
    QCOMPARE(tableComment("shop.orders"), word("What was ordered"));
}

void TestPostgresqlComments::namesThatDifferByCase()
{
    QCOMPARE(database().execute("CREATE TABLE public.\"User\" (\"Id\" int, id int); "
                                "CREATE TABLE public.\"user\" (\"Id\" int, id int)"),
             QString());
    const auto catalog = catalogAt(url());
    std::vector<CommentEdit> edits;
    for (const char* key : {"table:public.\"User\"", "column:public.\"User\".id",
                            "table:public.\"user\"", "column:public.\"user\".\"Id\""})
        edits.push_back(editOf(*catalog, word(key), word(key)));
    QCOMPARE(countsOf(*writeTo(url(), writeRequest(catalog, edits))), word("written 4"));
    QCOMPARE(database().session().column("SELECT obj_description(c.oid, 'pg_class') || '|' || "
                                         "coalesce(col_description(c.oid, 1), '') || '|' || "
                                         "coalesce(col_description(c.oid, 2), '') FROM pg_class c "
                                         "WHERE lower(c.relname) = 'user' ORDER BY c.relname"),
             (QStringList{word("table:public.\"User\"||column:public.\"User\".id"),
                          word("table:public.\"user\"|column:public.\"user\".\"Id\"|")}));
}

void TestPostgresqlComments::serverLosesTheSession()
{
    const auto catalog = catalogAt(url());
    CommentWriteRequest request =
        writeRequest(catalog, {editOf(*catalog, word("table:public.hostage"), word("x")),
                               editOf(*catalog, word("table:shop.scratch"), word("x"))});
    request.onSending = [this](std::span<const PlannedComment>) {
        database().execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                           "current_database() AND application_name = 'cadastre'");
        return ok();
    };
    const auto report = writeTo(url(), request);
    QVERIFY(report.has_value());
    QCOMPARE(countsOf(*report), word("not tried 2"));
    QVERIFY2(report->writes[0].reason.contains(word("connection was lost")),
             qPrintable(report->writes[0].reason));
    QCOMPARE(tableComment("public.hostage"), QString());
}

void TestPostgresqlComments::manyInOneBatch()
{
    PostgresTestDatabase large(word("large"));
    QCOMPARE(large.execute("DO $$BEGIN FOR i IN 1..500 LOOP EXECUTE format('CREATE TABLE t%s (a "
                           "int, b int, c int, d int, e int, f int, g int, h int, i int)', i); "
                           "END LOOP; END$$"),
             QString());
    const auto catalog = catalogAt(large.url());
    CommentWriteRequest request = writeRequest(catalog, {});
    for (int i = 0; i < 500; ++i)
        request.edits.push_back(
            commentEditOf(*catalog, TableId{i}, QStringLiteral("table %1").arg(i)));
    for (int i = 0; i < 4500; ++i)
        request.edits.push_back(
            commentEditOf(*catalog, ColumnId{i}, QStringLiteral("column %1").arg(i)));
    QElapsedTimer timer;
    timer.start();
    const auto report = writeTo(large.url(), request);
    qInfo("5,000 comments in one batch: %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(countsOf(*report), word("written 5000"));
    QCOMPARE(large.session().value("SELECT count(*) FROM pg_description WHERE objoid >= 16384"),
             word("5000"));
}

QTEST_GUILESS_MAIN(TestPostgresqlComments)
#include "tst_postgresql_comments.moc"
