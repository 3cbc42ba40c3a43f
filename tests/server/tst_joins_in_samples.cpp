// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Every SELECT that a path between two tables or views of the samples gives, and many over three,
// is taken by the server whose dialect it is in; so are those over names that want to break out.
#include "model/dialect/quoting.h"
#include "model/export/path_formats.h"
#include "model/relations/inference.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"
#include "tests/server/sample_scripts.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <algorithm>
#include <set>

using namespace cadastre;
using namespace cadastre::test;

class TestJoinsInSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sqlite();
    void sqliteKeepsRows();
    void postgresql();
    void mariadb();
    void refusalsAreSeen();
    void hostileSqlite();
    void hostilePostgresql();
    void hostileMariadb();
};

namespace {

JoinFactsPointer factsOf(const Catalog& catalog)
{
    const std::atomic_bool cancelled = false;
    const auto shared = std::make_shared<const Catalog>(catalog);
    const SqlReading sql = readCatalogSql(catalog, cancelled);
    InferenceOptions options;
    options.sql = &sql;
    return makeJoinFacts(
        shared, std::make_shared<const Relationships>(allRelationships(catalog, {}, options)),
        cancelled);
}

std::vector<TableId> askedTables(const Catalog& catalog)
{
    std::vector<TableId> tables;
    const auto& all = catalog.objects().tables;
    for (int i = 0; i < int(all.size()); ++i) {
        const Table& table = all[std::size_t(i)];
        if (!table.system && table.kind != TableKind::ShadowTable && !table.broken)
            tables.push_back(TableId{i});
    }
    return tables;
}

struct Written
{
    std::set<QString> statements;
    std::set<int> allTargets; ///< relationships whose targets were all joined once
    int paths = 0;
    int polymorphic = 0; ///< steps
    int conditions = 0;  ///< on deleted rows
    int conversions = 0;
};

void writePath(const JoinFacts& facts, const JoinPath& path, Written& written)
{
    ++written.paths;
    SelectOptions whole;
    whole.softDeletes = softDeletesAlong(facts.softDeletes, path);
    written.conditions += int(whole.softDeletes.size());
    SelectOptions other;
    other.keepRows = false;
    other.limit.reset();
    std::vector<SelectOptions> variants{whole};
    if (written.paths % 5 == 0)
        variants.push_back(other);
    for (const SelectOptions& options : variants) {
        const Result<QString> sql = selectAlong(facts.graph, path, options);
        if (!sql)
            qFatal("%s", qPrintable(sql.error().message));
        written.conversions += sql->contains(QLatin1String("types differ")) ? 1 : 0;
        written.statements.insert(*sql);
    }
    for (const PathStep& step : path.steps)
        written.polymorphic += step.join.typeColumn ? 1 : 0;
    for (const int relationship : polymorphicOf(facts.graph, path)) {
        if (written.allTargets.insert(relationship).second)
            written.statements.insert(*selectAllTargets(facts.graph, relationship, whole));
    }
}

/// Of every pair of tables in both directions; of many tables in one, which one changes from pair
/// to pair. Every fifth pair gives its second-best path, too.
Written everyStatement(const JoinFacts& facts)
{
    constexpr std::size_t few = 12;
    const std::vector<TableId> tables = askedTables(facts.graph.catalog());
    const bool bothWays = tables.size() <= few;
    Written written;
    PathPreferences preferences;
    preferences.minimumConfidence = 0.3;
    const auto ask = [&](const std::vector<TableId>& asked, int alternatives) {
        for (const JoinPath& path :
             findPaths(facts.graph, {asked, preferences, alternatives}, std::atomic_bool(false))
                 .paths)
            writePath(facts, path, written);
    };
    for (std::size_t a = 0; a < tables.size(); ++a) {
        for (std::size_t b = a; b < tables.size(); ++b) {
            const bool turned = (a + b) % 2 == 1;
            const int alternatives = bothWays || (a + b) % 5 == 0 ? 2 : 1;
            ask({tables[turned ? b : a], tables[turned ? a : b]}, alternatives);
            if (bothWays && a != b)
                ask({tables[turned ? a : b], tables[turned ? b : a]}, alternatives);
        }
        ask({tables[a], tables[(a + 7) % tables.size()], tables[(a + 19) % tables.size()]}, 1);
    }
    return written;
}

/// The first statement that is refused, with the server's words; empty for none.
template <typename Execute>
QString firstRefused(const std::set<QString>& statements, Execute execute)
{
    constexpr int perBatch = 100;
    QByteArray batch;
    std::vector<QByteArray> waiting;
    const auto send = [&]() -> QString {
        if (execute(batch).isEmpty()) {
            batch.clear();
            waiting.clear();
            return {};
        }
        for (const QByteArray& one : waiting) {
            if (const QString refused = execute(one); !refused.isEmpty())
                return QString(refused + QLatin1Char('\n') + QString::fromUtf8(one));
        }
        return QStringLiteral("refused together, but not alone");
    };
    for (const QString& statement : statements) {
        waiting.push_back("EXPLAIN " + statement.toUtf8());
        batch += waiting.back();
        if (waiting.size() == perBatch) {
            if (const QString refused = send(); !refused.isEmpty())
                return refused;
        }
    }
    return batch.isEmpty() ? QString() : send();
}

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

class SqliteSession
{
public:
    explicit SqliteSession(const QString& path)
    {
        if (sqlite3_open(path.toUtf8().constData(), &m_handle) != SQLITE_OK)
            qFatal("cannot open %s", qPrintable(path));
    }
    ~SqliteSession() { sqlite3_close(m_handle); }
    Q_DISABLE_COPY_MOVE(SqliteSession)

    QString execute(const QByteArray& script)
    {
        char* message = nullptr;
        if (sqlite3_exec(m_handle, script.constData(), nullptr, nullptr, &message) == SQLITE_OK)
            return {};
        QString text = QString::fromUtf8(message);
        sqlite3_free(message);
        return text;
    }
    qint64 number(const QByteArray& sql)
    {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(m_handle, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sqlite3_errmsg(m_handle), sql.constData());
        const qint64 value =
            sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
        sqlite3_finalize(statement);
        return value;
    }

private:
    sqlite3* m_handle = nullptr;
};

/// "~": a line end, a comment, every quote and the end of a statement.
QString hostile(const QString& name)
{
    return QString(name).replace(QLatin1Char('~'),
                                 QStringLiteral("\n--\"`'*/;\\ DROP TABLE x; SELECT"));
}

/// Tables that refer to each other under such names, a type column of such values, and a view
/// that leaves out deleted rows.
QByteArray hostileScript(Engine engine)
{
    const auto name = [&](const char* text) {
        return quotedIdentifier(engine, hostile(QString::fromLatin1(text)))->toUtf8();
    };
    const auto value = [&](const char* text) {
        return quotedLiteral(engine, hostile(QString::fromLatin1(text)))->toUtf8();
    };
    const QByteArray text = "VARCHAR(120)";
    QByteArray script;
    for (const char* table : {"orders~", "customers~"})
        script += "CREATE TABLE " + name(table) + " (" + name("id~") + " INTEGER PRIMARY KEY, " +
                  name("name~") + ' ' + text + ", " + name("deleted_at") + " DATE);\n";
    script += "CREATE TABLE " + name("items~") + " (" + name("no~") + " INTEGER PRIMARY KEY, " +
              name("order~id") + " INTEGER, FOREIGN KEY (" + name("order~id") + ") REFERENCES " +
              name("orders~") + " (" + name("id~") + "));\n";
    script += "CREATE TABLE " + name("notes~") + " (" + name("id~") + " INTEGER PRIMARY KEY, " +
              name("owner_type") + ' ' + text + ", " + name("owner_id") + " INTEGER);\n";
    script += "CREATE VIEW " + name("live~") + " AS SELECT " + name("id~") + ", " + name("name~") +
              " FROM " + name("orders~") + " WHERE " + name("deleted_at") + " IS NULL;\n";
    script += "INSERT INTO " + name("notes~") + " VALUES (1, " + value("Order~") + ", 1);\n";
    return script;
}

/// The catalog of hostileScript() with a polymorphic reference, whose values are hostile, too.
JoinFactsPointer hostileFacts(const Catalog& catalog)
{
    const auto table = [&](const char* name) {
        const auto& all = catalog.objects().tables;
        for (int i = 0; i < int(all.size()); ++i) {
            if (all[std::size_t(i)].name == hostile(QString::fromLatin1(name)))
                return TableId{i};
        }
        qFatal("no %s", name);
    };
    const auto column = [&](TableId of, int position) {
        return ColumnId{catalog.firstColumn(of).index + position};
    };
    Relationships relationships = declaredRelationships(catalog);
    Relationship owner;
    owner.origin = RelationshipOrigin::Inferred;
    owner.confidence = 0.7;
    owner.child = table("notes~");
    owner.childColumns = {column(owner.child, 2)};
    owner.typeColumn = column(owner.child, 1);
    for (const char* target : {"orders~", "customers~"})
        owner.targets.push_back(
            {table(target), {column(table(target), 0)}, hostile(QString::fromLatin1(target))});
    owner.targets.push_back({{}, {}, hostile(QStringLiteral("nothing~"))});
    relationships.push_back(owner);
    return makeJoinFacts(std::make_shared<const Catalog>(catalog),
                         std::make_shared<const Relationships>(relationships),
                         std::atomic_bool(false));
}

} // namespace

void TestJoinsInSamples::sqlite()
{
    const Result<ReadResult> read = readFrom({sampleFile(), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const JoinFactsPointer facts = factsOf(catalogOf(*read));
    const Written written = everyStatement(*facts);
    QVERIFY2(written.paths > 2000, qPrintable(QString::number(written.paths)));
    QVERIFY(written.polymorphic > 0);
    QVERIFY(written.conditions > 0);
    SqliteSession session(sampleFile());
    QCOMPARE(firstRefused(written.statements,
                          [&](const QByteArray& sql) { return session.execute(sql); }),
             QString());
}

/// "Rows of the first table stay" is counted, not believed.
void TestJoinsInSamples::sqliteKeepsRows()
{
    const Result<ReadResult> read = readFrom({sampleFile(), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const JoinFactsPointer facts = factsOf(catalogOf(*read));
    const Catalog& catalog = facts->graph.catalog();
    SqliteSession session(sampleFile());
    int compared = 0;
    for (const TableId from : askedTables(catalog)) {
        const Constraint* key = catalog.primaryKeyOf(from);
        if (key == nullptr || key->columns.size() != 1 || isView(catalog.table(from)))
            continue;
        for (const int index : facts->graph.stepsFrom(from)) {
            const JoinStep& step = facts->graph.steps()[std::size_t(index)];
            if (step.origin != StepOrigin::Declared)
                continue;
            const JoinPath path{{from, step.to}, {{step, 0, 1}}, 100, {}, {}, {}};
            SelectOptions options;
            options.limit.reset();
            QByteArray sql = selectAlong(facts->graph, path, options)->trimmed().toUtf8();
            sql.chop(1);
            const QByteArray name =
                quotedIdentifier(Engine::Sqlite, catalog.table(from).name)->toUtf8();
            const QByteArray column =
                quotedIdentifier(Engine::Sqlite, catalog.column(key->columns.front()).name)
                    ->toUtf8();
            QCOMPARE(session.number("SELECT count(DISTINCT " + column + ") FROM (" + sql + ")"),
                     session.number("SELECT count(*) FROM " + name));
            ++compared;
        }
    }
    QVERIFY2(compared > 60, qPrintable(QString::number(compared)));
}

void TestJoinsInSamples::postgresql()
{
    PostgresTestDatabase database(QStringLiteral("sample_joins"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    for (const QString& path : scriptsOf("postgresql"))
        QCOMPARE(database.execute(contentOf(path)), QString());
    const Result<ReadResult> read = readFrom({database.url(), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const JoinFactsPointer facts = factsOf(catalogOf(*read));
    const Written written = everyStatement(*facts);
    QVERIFY2(written.paths > 2000, qPrintable(QString::number(written.paths)));
    QVERIFY(written.polymorphic > 0);
    QVERIFY(written.conditions > 0);
    QVERIFY(written.conversions > 0);
    QCOMPARE(firstRefused(written.statements,
                          [&](const QByteArray& sql) { return database.execute(sql); }),
             QString());
}

void TestJoinsInSamples::mariadb()
{
    MariaDbTestDatabase database(QStringLiteral("sample_joins"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    MariaDbSession session(database.serverUrl());
    const QByteArray drop =
        "DROP DATABASE IF EXISTS shop_billing; DROP DATABASE IF EXISTS shop_catalogue; "
        "DROP DATABASE IF EXISTS shop_ordering; DROP DATABASE IF EXISTS shop_support";
    QCOMPARE(session.execute(drop), QString());
    for (const QString& path : scriptsOf("mariadb"))
        QCOMPARE(session.execute(contentOf(path)), QString());
    ReadOptions options;
    options.schemas = {QStringLiteral("shop_*")};
    const JoinFactsPointer facts = factsOf(catalogOf(database.serverUrl(), options));
    const Written written = everyStatement(*facts);
    const QString refused = firstRefused(
        written.statements, [&](const QByteArray& sql) { return session.execute(sql); });
    (void)session.execute(drop);
    QCOMPARE(refused, QString());
    QVERIFY2(written.paths > 2000, qPrintable(QString::number(written.paths)));
    QVERIFY(written.polymorphic > 0);
    QVERIFY(written.conditions > 0);
    QVERIFY(written.conversions > 0);
}

/// What would be wrong is seen to be wrong.
void TestJoinsInSamples::refusalsAreSeen()
{
    SqliteSession session(sampleFile());
    QVERIFY(firstRefused({QStringLiteral("SELECT nothing FROM nowhere;\n")},
                         [&](const QByteArray& sql) { return session.execute(sql); })
                .contains(QStringLiteral("nowhere")));
}

void TestJoinsInSamples::hostileSqlite()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("hostile.sqlite"));
    SqliteSession session(path);
    QCOMPARE(session.execute(hostileScript(Engine::Sqlite)), QString());
    const Result<ReadResult> read = readFrom({path, {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const JoinFactsPointer facts = hostileFacts(catalogOf(*read));
    QCOMPARE(facts->softDeletes.size(), std::size_t(1));
    const Written written = everyStatement(*facts);
    QVERIFY(written.polymorphic > 3);
    QVERIFY(written.paths > 12);
    QCOMPARE(firstRefused(written.statements,
                          [&](const QByteArray& sql) { return session.execute(sql); }),
             QString());
}

void TestJoinsInSamples::hostilePostgresql()
{
    PostgresTestDatabase database(QStringLiteral("hostile_joins"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    QCOMPARE(database.execute(hostileScript(Engine::PostgreSql)), QString());
    const Result<ReadResult> read = readFrom({database.url(), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const JoinFactsPointer facts = hostileFacts(catalogOf(*read));
    QCOMPARE(facts->softDeletes.size(), std::size_t(1));
    const Written written = everyStatement(*facts);
    QVERIFY(written.polymorphic > 3);
    QCOMPARE(firstRefused(written.statements,
                          [&](const QByteArray& sql) { return database.execute(sql); }),
             QString());
}

void TestJoinsInSamples::hostileMariadb()
{
    MariaDbTestDatabase database(QStringLiteral("hostile_joins"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    QCOMPARE(database.execute(hostileScript(Engine::MariaDb)), QString());
    const JoinFactsPointer facts = hostileFacts(catalogOf(database.url()));
    QCOMPARE(facts->softDeletes.size(), std::size_t(1));
    const Written written = everyStatement(*facts);
    QVERIFY(written.polymorphic > 3);
    QCOMPARE(firstRefused(written.statements,
                          [&](const QByteArray& sql) { return database.execute(sql); }),
             QString());
}

QTEST_GUILESS_MAIN(TestJoinsInSamples)
#include "tst_joins_in_samples.moc"
