// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reading PostgreSQL when something is wrong with the database or happens meanwhile: one bad object
// never hides the others, nobody waits for the reader, and nothing is reported as read that was
// not.
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace cadastre;
using namespace cadastre::test;

namespace {

using Watcher = std::function<void(const ReadProgress&, ReadControl&)>;

/// Calls `act` once, when the reader begins with a kind.
Watcher onceAt(CatalogKind kind, const std::function<void(ReadControl&)>& act)
{
    auto done = std::make_shared<bool>(false);
    return [=](const ReadProgress& progress, ReadControl& control) {
        if (progress.phase != kind || *done)
            return;
        *done = true;
        act(control);
    };
}

const QByteArray terminateReader =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND "
    "application_name = 'cadastre'";

ReadOptions patience(int lockTimeoutMs)
{
    ReadOptions options;
    options.lockTimeoutMs = lockTimeoutMs;
    return options;
}

} // namespace

#define READ_OR_FAIL(name, ...)                                                                    \
    const Result<ReadResult> name##Read = readFrom({__VA_ARGS__});                                 \
    QVERIFY2(name##Read.has_value(), name##Read ? "" : qPrintable(errorText(name##Read.error()))); \
    const ReadResult& name = *name##Read

class TestPostgresqlBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyDatabase();
    void noColumnsAndManyColumns();
    void hostileNames_data();
    void hostileNames();
    void noPermissionOnHalfTheTables();
    void catalogThatMayNotBeRead();
    void serverDiesWhileReading();
    void cancelledBetweenKinds();
    void cancelledWhileTheServerWaits();
    void lockedTable();
    void nobodyWaitsForTheReader();
    void viewDroppedMeanwhile();
    void changingAllTheTime();
    void brokenView();
    void sqlAscii();
    void bytesWithoutPlaceInUtf8();
    void unknownRelationKind();

private:
    std::unique_ptr<PostgresTestDatabase> m_database;
};

void TestPostgresqlBadInput::init()
{
    m_database = std::make_unique<PostgresTestDatabase>(QStringLiteral("bad"));
    QVERIFY2(m_database->error().isEmpty(), qPrintable(m_database->error()));
}

void TestPostgresqlBadInput::cleanup()
{
    m_database.reset();
}

void TestPostgresqlBadInput::emptyDatabase()
{
    QCOMPARE(m_database->execute("DROP SCHEMA public"), QString());
    READ_OR_FAIL(result, m_database->url(), {}, {}, {});
    QCOMPARE(unreadKinds(result), QString());
    QVERIFY(result.catalog->objects.tables.empty());
    QVERIFY(result.catalog->objects.schemas.empty());
    QVERIFY(!result.catalog->objects.roles.empty());
    QCOMPARE(result.catalog->source().defaultSchema, QString());
}

void TestPostgresqlBadInput::noColumnsAndManyColumns()
{
    QByteArray columns;
    for (int i = 1; i <= 1600; ++i)
        columns += "c" + QByteArray::number(i) + " int" + (i < 1600 ? "," : "");
    QCOMPARE(m_database->execute("CREATE TABLE none(); CREATE TABLE many(" + columns + ")"),
             QString());
    READ_OR_FAIL(result, m_database->url(), {}, {}, {});
    const Catalog catalog = catalogOf(result);
    QCOMPARE(catalog.columnsOf(TableId{0}).size(), std::size_t(1600));
    QCOMPARE(catalog.columnsOf(TableId{0}).back().name, QStringLiteral("c1600"));
    QCOMPARE(catalog.table(TableId{1}).name, QStringLiteral("none"));
    QVERIFY(catalog.columnsOf(TableId{1}).empty());
}

void TestPostgresqlBadInput::hostileNames_data()
{
    QTest::addColumn<QString>("name");
    const auto row = [](const char* name) { QTest::newRow(name) << QString::fromUtf8(name); };
    row("a.b");
    row("we\"ird");
    row("\"quoted\"");
    row("back`tick");
    row("it's");
    row("'; DROP TABLE x; --");
    row("<b>|{}|</b>");
    row("line\nbreak\ttab");
    row("back\\slash");
    row("{1,2}");
    row("🐘 elephant");
    row("שולחן");
    row("select");
    row("Ünïcödé");
    row("sixty-three bytes of anything, which is what a name may be...");
    row(" leading and trailing ");
}

void TestPostgresqlBadInput::hostileNames()
{
    QFETCH(const QString, name);
    const QByteArray quoted =
        '"' + QString(name).replace(QLatin1Char('"'), QLatin1String("\"\"")).toUtf8() + '"';
    const QByteArray script =
        "CREATE SCHEMA @; CREATE TABLE @.@ (@ int PRIMARY KEY, z text DEFAULT 'x' CONSTRAINT @ "
        "CHECK (z <> ''), y int REFERENCES @.@); CREATE INDEX ON @.@ (z, lower(z)) WHERE @ > 0; "
        "CREATE TYPE @.e AS ENUM (@@); CREATE VIEW @.v AS SELECT @ FROM @.@; COMMENT ON COLUMN "
        "@.@.@ IS @@";
    const QByteArray literal = "E'" +
                               QString(name)
                                   .replace(QLatin1Char('\\'), QLatin1String("\\\\"))
                                   .replace(QLatin1Char('\''), QLatin1String("''"))
                                   .toUtf8() +
                               '\'';
    QCOMPARE(m_database->execute(QByteArray(script).replace("@@", literal).replace("@", quoted)),
             QString());
    READ_OR_FAIL(result, m_database->url(), {}, {}, {});
    QCOMPARE(unreadKinds(result), QString());
    const Catalog catalog = catalogOf(result);
    const Table* table = findTable(catalog, name + QLatin1Char('.') + name);
    QVERIFY(table);
    const auto first = std::ranges::find(catalog.objects().columns, name, &Column::name);
    QVERIFY(first != catalog.objects().columns.end());
    QVERIFY(std::ranges::any_of(catalog.objects().columns, [&](const Column& column) {
        return column.name == name && column.comment.text == name;
    }));
    QCOMPARE(catalog.objects().types.front().labels.front(), name);
    const auto check =
        std::ranges::find(catalog.objects().constraints, ConstraintKind::Check, &Constraint::kind);
    QCOMPARE(check->name, name);
    QCOMPARE(check->expression, QStringLiteral("z <> ''::text"));
    QVERIFY(!catalog.objects().dependencies.empty());
}

void TestPostgresqlBadInput::noPermissionOnHalfTheTables()
{
    const QByteArray role =
        "cadastre_ordinary_" + QByteArray::number(QCoreApplication::applicationPid());
    QCOMPARE(m_database->execute("CREATE ROLE " + role + " LOGIN"), QString());
    QCOMPARE(
        m_database->execute(
            "CREATE SCHEMA closed; CREATE TABLE closed.a (id int CHECK (id > 0)); CREATE TABLE "
            "open (id int); CREATE VIEW closed.v AS SELECT id FROM closed.a; GRANT SELECT ON "
            "open TO " +
            role),
        QString());
    const Result<ReadResult> result =
        readFrom({m_database->urlFor(QString::fromLatin1(role)), {}, {}, {}});
    m_database->execute("REVOKE SELECT ON open FROM " + role + "; DROP ROLE " + role);
    QVERIFY2(result.has_value(), result ? "" : qPrintable(errorText(result.error())));
    QCOMPARE(unreadKinds(*result), QString());
    const Catalog catalog = catalogOf(*result);
    QVERIFY(findTable(catalog, QStringLiteral("public.open")));
    const Table* view = findTable(catalog, QStringLiteral("closed.v"));
    QVERIFY(view && view->viewDefinition.contains(QLatin1String("closed.a")));
    QCOMPARE(catalog.objects().constraints.front().expression, QStringLiteral("id > 0"));
}

void TestPostgresqlBadInput::catalogThatMayNotBeRead()
{
    const QByteArray role =
        "cadastre_hardened_" + QByteArray::number(QCoreApplication::applicationPid());
    QCOMPARE(m_database->execute("CREATE ROLE " + role + " LOGIN"), QString());
    QCOMPARE(m_database->execute("CREATE TABLE t (id int PRIMARY KEY); REVOKE SELECT ON "
                                 "pg_catalog.pg_policy, pg_catalog.pg_description FROM PUBLIC"),
             QString());
    const Result<ReadResult> result =
        readFrom({m_database->urlFor(QString::fromLatin1(role)), {}, {}, {}});
    m_database->execute("DROP ROLE " + role);
    QVERIFY2(result.has_value(), result ? "" : qPrintable(errorText(result.error())));
    for (const CatalogKind kind : {CatalogKind::Policies, CatalogKind::Comments}) {
        const QString text = kindText(*result, kind);
        QVERIFY2(text.contains(QLatin1String("permission denied")), qPrintable(text));
    }
    QCOMPARE(kindText(*result, CatalogKind::Columns), QStringLiteral("read"));
    QCOMPARE(kindText(*result, CatalogKind::Publications), QStringLiteral("read"));
    QCOMPARE(result->catalog->objects.constraints.size(), std::size_t(1));
}

void TestPostgresqlBadInput::serverDiesWhileReading()
{
    QCOMPARE(m_database->execute("CREATE TABLE t (id int)"), QString());
    for (const CatalogKind kind : {CatalogKind::Columns, CatalogKind::Views}) {
        const auto kill = onceAt(kind, [&](ReadControl&) {
            QCOMPARE(m_database->session().value(terminateReader), QStringLiteral("t"));
        });
        const Result<ReadResult> result = readFrom({m_database->url(), {}, {}, kill});
        QVERIFY(!result);
        QVERIFY2(result.error().message.contains(QLatin1String("was lost while reading")),
                 qPrintable(errorText(result.error())));
        QVERIFY(result.error().message.contains(m_database->name()));
    }
}

void TestPostgresqlBadInput::cancelledBetweenKinds()
{
    const auto cancel =
        onceAt(CatalogKind::Indexes, [](ReadControl& control) { control.cancel(); });
    const Result<ReadResult> result = readFrom({m_database->url(), {}, {}, cancel});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
}

void TestPostgresqlBadInput::cancelledWhileTheServerWaits()
{
    QCOMPARE(m_database->execute("CREATE TABLE t (id int CHECK (id > 0))"), QString());
    QCOMPARE(m_database->execute("BEGIN"), QString());
    QCOMPARE(m_database->execute("LOCK TABLE t IN ACCESS EXCLUSIVE MODE"), QString());
    ReadControl control;
    std::thread canceller([&control] {
        std::this_thread::sleep_for(std::chrono::milliseconds(600));
        control.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    const auto result =
        readSource(*parseDatabaseAddress(m_database->url()), {}, patience(60000), control);
    canceller.join();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(m_database->execute("ROLLBACK"), QString());
}

void TestPostgresqlBadInput::lockedTable()
{
    QCOMPARE(m_database->execute(
                 "DO $$BEGIN FOR i IN 1 .. 60 LOOP EXECUTE format('CREATE TABLE t%s (id int "
                 "CONSTRAINT positive CHECK (id > 0), t text)', i); EXECUTE format('CREATE INDEX "
                 "i%s ON t%s (lower(t))', i, i); EXECUTE format('CREATE VIEW v%s AS SELECT id FROM "
                 "t%s', i, i); END LOOP; END$$"),
             QString());
    PostgresSession other(m_database->url());
    QCOMPARE(other.execute("BEGIN; LOCK TABLE t33 IN ACCESS EXCLUSIVE MODE"), QString());
    QElapsedTimer timer;
    timer.start();
    READ_OR_FAIL(result, m_database->url(), {}, patience(500), {});
    const qint64 elapsedMs = timer.elapsed();
    QCOMPARE(other.execute("ROLLBACK"), QString());

    const Catalog catalog = catalogOf(result);
    QCOMPARE(catalog.objects().tables.size(), std::size_t(120));
    const Table* locked = findTable(catalog, QStringLiteral("public.t33"));
    QVERIFY(locked && locked->notRead);
    QVERIFY2(locked->notRead->contains(QLatin1String("locked by another session")),
             qPrintable(*locked->notRead));
    const Table* view = findTable(catalog, QStringLiteral("public.v33"));
    QVERIFY(view && view->notRead && !view->broken);
    int unread = 0;
    for (const Constraint& check : catalog.objects().constraints)
        unread += check.expression.isEmpty();
    QCOMPARE(unread, 1);
    for (const Table& table : catalog.objects().tables)
        QCOMPARE(table.notRead.has_value(),
                 table.name == QLatin1String("t33") || table.name == QLatin1String("v33"));
    QVERIFY(kindText(result, CatalogKind::Constraints)
                .contains(QStringLiteral("public.t33.positive \u2014 locked by another session")));
    QVERIFY(kindText(result, CatalogKind::Indexes).contains(QLatin1String("public.t33.i33")));
    QVERIFY(kindText(result, CatalogKind::Views).contains(QLatin1String("public.v33")));
    QCOMPARE(kindText(result, CatalogKind::Columns), QStringLiteral("read"));
    QVERIFY2(elapsedMs < 500 + 2500, qPrintable(QString::number(elapsedMs)));
}

void TestPostgresqlBadInput::nobodyWaitsForTheReader()
{
    QCOMPARE(m_database->execute("CREATE TABLE locked (id int CHECK (id > 0)); CREATE TABLE free "
                                 "(id int CHECK (id > 0))"),
             QString());
    PostgresSession other(m_database->url());
    QCOMPARE(other.execute("BEGIN; LOCK TABLE locked IN ACCESS EXCLUSIVE MODE"), QString());
    Result<ReadResult> result = Error{};
    std::thread reader([&] { result = readFrom({m_database->url(), {}, patience(3000), {}}); });
    const auto waiting = [&] {
        return m_database->session().value(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
            "application_name = 'cadastre' AND wait_event_type = 'Lock'");
    };
    QTRY_COMPARE(waiting(), QStringLiteral("1"));
    QElapsedTimer timer;
    timer.start();
    const QString migration = m_database->execute("ALTER TABLE free ADD COLUMN more int");
    const qint64 migrationMs = timer.elapsed();
    QCOMPARE(other.execute("COMMIT"), QString());
    reader.join();
    QCOMPARE(migration, QString());
    QVERIFY2(migrationMs < 1000, qPrintable(QString::number(migrationMs)));
    QVERIFY2(result.has_value(), result ? "" : qPrintable(errorText(result.error())));
    QCOMPARE(unreadKinds(*result), QString()); // the lock was given back in time
}

void TestPostgresqlBadInput::viewDroppedMeanwhile()
{
    QCOMPARE(m_database->execute("CREATE TABLE t (id int); CREATE VIEW a AS SELECT id FROM t; "
                                 "CREATE VIEW b AS SELECT id FROM t"),
             QString());
    const auto drop = onceAt(CatalogKind::Views, [&](ReadControl&) {
        QCOMPARE(m_database->execute("DROP VIEW a"), QString());
    });
    READ_OR_FAIL(result, m_database->url(), {}, {}, drop);
    const Catalog catalog = catalogOf(result);
    QVERIFY(!findTable(catalog, QStringLiteral("public.a"))); // read again
    const Table* kept = findTable(catalog, QStringLiteral("public.b"));
    QVERIFY(kept && kept->viewDefinition.contains(QLatin1String("SELECT")));
    QVERIFY(!catalog.objects().sources.front().changedWhileReading);
    QCOMPARE(unreadKinds(result), QString());
}

void TestPostgresqlBadInput::changingAllTheTime()
{
    QCOMPARE(m_database->execute("CREATE VIEW v0 AS SELECT 1 AS x; CREATE VIEW v1 AS SELECT 1 AS "
                                 "x; CREATE VIEW stays AS SELECT 1 AS x"),
             QString());
    int dropped = 0;
    const auto drop = [&](const ReadProgress& progress, ReadControl&) {
        if (progress.phase == CatalogKind::Views && progress.objects == 0 && dropped < 2)
            m_database->execute("DROP VIEW v" + QByteArray::number(dropped++));
    };
    READ_OR_FAIL(result, m_database->url(), {}, {}, drop);
    const Catalog catalog = catalogOf(result);
    QCOMPARE(dropped, 2);
    QVERIFY(catalog.objects().sources.front().changedWhileReading);
    const Table* gone = findTable(catalog, QStringLiteral("public.v1"));
    QVERIFY(gone && gone->notRead);
    QVERIFY2(gone->notRead->contains(QLatin1String("dropped")), qPrintable(*gone->notRead));
    const Table* kept = findTable(catalog, QStringLiteral("public.stays"));
    QVERIFY(kept && !kept->notRead && !kept->viewDefinition.isEmpty());
}

void TestPostgresqlBadInput::brokenView()
{
    QCOMPARE(m_database->execute(
                 "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE VIEW broken "
                 "AS SELECT f() AS x; CREATE VIEW sound AS SELECT 1 AS x; SET "
                 "allow_system_table_mods = on; DELETE FROM pg_proc WHERE proname = 'f' AND "
                 "pronamespace = 'public'::regnamespace"),
             QString());
    READ_OR_FAIL(result, m_database->url(), {}, {}, {});
    const Catalog catalog = catalogOf(result);
    const Table* broken = findTable(catalog, QStringLiteral("public.broken"));
    QVERIFY(broken && broken->broken && broken->notRead);
    QVERIFY2(broken->broken->contains(QLatin1String("function")), qPrintable(*broken->broken));
    const Table* sound = findTable(catalog, QStringLiteral("public.sound"));
    QVERIFY(sound && !sound->broken && !sound->viewDefinition.isEmpty());
    QVERIFY(kindText(result, CatalogKind::Views).contains(QLatin1String("public.broken")));
}

void TestPostgresqlBadInput::sqlAscii()
{
    PostgresTestDatabase database(QStringLiteral("ascii"),
                                  "ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'");
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    QCOMPARE(
        database.execute("CREATE TABLE latin (a int, b int, \"gr\xf6\xdf\x65\" int); COMMENT ON "
                         "COLUMN latin.a IS 'Gr\xf6\xdf\x65'; COMMENT ON COLUMN latin.b IS "
                         "'Gr\xc3\xb6\xc3\x9f\x65'"),
        QString());
    READ_OR_FAIL(result, database.url(), {}, {}, {});
    QCOMPARE(unreadKinds(result), QString());
    QCOMPARE(result.catalog->source().encoding, QStringLiteral("SQL_ASCII"));
    const std::vector<Column>& columns = result.catalog->objects.columns;
    QCOMPARE(columns[0].comment.text, QString::fromUtf8("Größe"));
    QVERIFY(columns[0].comment.undecodable);
    QCOMPARE(columns[1].comment.text, QString::fromUtf8("Größe"));
    QVERIFY(!columns[1].comment.undecodable);
    QCOMPARE(columns[2].name, QString::fromUtf8("größe"));
    QVERIFY(columns[2].undecodableName);
    QVERIFY(!columns[1].undecodableName);
}

void TestPostgresqlBadInput::bytesWithoutPlaceInUtf8()
{
    PostgresTestDatabase database(QStringLiteral("windows"),
                                  "ENCODING 'WIN1252' LC_COLLATE 'C' LC_CTYPE 'C'");
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    QCOMPARE(database.execute("CREATE TABLE t (a int, b int); COMMENT ON COLUMN t.a IS 'x\x81y'; "
                              "COMMENT ON TABLE t IS 'plain'; CREATE VIEW v AS SELECT 'x\x81y' AS "
                              "c; CREATE VIEW w AS SELECT 'Gr\xf6\xdf\x65' AS c"),
             QString());
    READ_OR_FAIL(result, database.url(), {}, {}, {});
    QCOMPARE(unreadKinds(result), QString());
    const Catalog catalog = catalogOf(result);
    QVERIFY(catalog.objects().columns[0].comment.undecodable);
    QCOMPARE(catalog.objects().columns[0].comment.text, QString::fromLatin1("x\x81y"));
    const Table* table = findTable(catalog, QStringLiteral("public.t"));
    QVERIFY(table);
    QCOMPARE(table->comment.text, QStringLiteral("plain"));
    QVERIFY(!table->comment.undecodable);
    const Table* view = findTable(catalog, QStringLiteral("public.v"));
    QVERIFY(view && view->viewDefinition.contains(QLatin1String("SELECT")));
}

void TestPostgresqlBadInput::unknownRelationKind()
{
    QCOMPARE(m_database->execute("CREATE TABLE strange (id int); CREATE TABLE usual (id int CHECK "
                                 "(id > 0)); SET allow_system_table_mods = on; UPDATE pg_class SET "
                                 "relkind = 'Q' WHERE relname = 'strange'; UPDATE pg_constraint "
                                 "SET contype = 'Q' WHERE conname = 'usual_id_check'"),
             QString());
    READ_OR_FAIL(result, m_database->url(), {}, {}, {});
    const Catalog catalog = catalogOf(result);
    const Table* strange = findTable(catalog, QStringLiteral("public.strange"));
    QVERIFY(strange);
    QCOMPARE(strange->kind, TableKind::Unknown);
    QCOMPARE(strange->kindCode, QStringLiteral("Q"));
    QCOMPARE(catalog.objects().constraints.front().kind, ConstraintKind::Unknown);
    QVERIFY(findTable(catalog, QStringLiteral("public.usual")));
    m_database->execute("UPDATE pg_class SET relkind = 'r' WHERE relname = 'strange'");
}

QTEST_GUILESS_MAIN(TestPostgresqlBadInput)
#include "tst_postgresql_bad_input.moc"
