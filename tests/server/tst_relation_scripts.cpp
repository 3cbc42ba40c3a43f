// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Scripts of decided relationships, run by real servers on the sample and on hostile names: the
// keys and indexes exist afterwards, what the script only comments on the server would refuse, and
// no pair of types makes a statement that fails.
#include "model/export/relation_formats.h"
#include "model/relations/decision_text.h"
#include "model/relations/inference.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QDir>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Scripts of a sample in order, those up to `last` (a file name's beginning).
QStringList sampleScripts(const QString& engine, const QString& last)
{
    const QDir folder(QStringLiteral(CADASTRE_SOURCE_DIR "/resources/sample/") + engine);
    QStringList paths;
    for (const QString& name :
         folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        if (name.left(2) <= last)
            paths << folder.filePath(name);
    }
    return paths;
}

/// Runs a script as people do: psql, stopping at the first error. Empty, or what it said.
QString runPsql(const QString& url, const QByteArray& script)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("keys.sql")));
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
        return QStringLiteral("the script could not be written");
    file.close();
    QProcess psql;
    psql.setProcessChannelMode(QProcess::MergedChannels);
    psql.start(QStringLiteral("psql"),
               {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-v"),
                QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-f"), file.fileName(), url});
    if (!psql.waitForFinished(120000) || psql.exitCode() != 0)
        return QString::fromUtf8(psql.readAll()) + psql.errorString();
    return {};
}

/// Decisions from "schema.table (columns) -> schema.table (columns)" lines.
Decisions decisionsFrom(const QString& source, const QStringList& lines)
{
    Decisions decisions;
    for (const QString& line : lines) {
        const QStringList ends = line.split(QStringLiteral(" -> "));
        const QString prefix = source + QStringLiteral("/table:");
        const auto key = decisionKeyFromText(
            QString(prefix + ends.value(0) + QStringLiteral(" -> ") + prefix + ends.value(1)));
        if (!key)
            qFatal("%s", qPrintable(key.error().message));
        decisions.entries[*key] = {DecisionKind::Confirmed, QStringLiteral("tried"), {}};
    }
    return decisions;
}

/// A check with data that found a row without a parent.
Verification withOrphan()
{
    Verification verification;
    verification.sampledRows = 20;
    verification.targets.emplace_back();
    verification.targets.back().rows = 20;
    verification.targets.back().found = 19;
    return verification;
}

/// The script of the decided relationships; those whose child's name has `orphaned` in it were
/// checked, and have rows without a parent.
QByteArray scriptFor(const Catalog& catalog, const QStringList& lines, const char* orphaned = "-")
{
    const Decisions decisions = decisionsFrom(catalog.objects().sources.front().name, lines);
    const ResolvedDecisions resolved = resolveDecisions(catalog, decisions);
    if (!resolved.missing.empty())
        qFatal("no such objects: %s", qPrintable(decisionKeyText(resolved.missing.front())));
    std::vector<Relationship> relationships = inferRelationships(catalog, decisions, {});
    std::erase_if(relationships, [](const Relationship& relationship) {
        return relationship.origin == RelationshipOrigin::Inferred;
    });
    RelationExport relations{catalog, std::move(relationships), {}};
    for (const Relationship& relationship : relations.relationships) {
        const bool isOrphaned =
            catalog.displayName(relationship.child).contains(QLatin1String(orphaned));
        relations.verifications.push_back(isOrphaned ? std::optional(withOrphan()) : std::nullopt);
    }
    return relationsSql(relations);
}

/// The relationships of these lines as if nothing knew that some are declared.
std::vector<Relationship> asAdded(const Catalog& catalog, const QStringList& lines)
{
    const Decisions decisions = decisionsFrom(catalog.objects().sources.front().name, lines);
    std::vector<Relationship> relationships;
    for (const ResolvedDecision& decided : resolveDecisions(catalog, decisions).found) {
        Relationship& relationship = relationships.emplace_back();
        relationship.origin = RelationshipOrigin::Added;
        relationship.child = decided.child;
        relationship.childColumns = decided.childColumns;
        relationship.targets = {decided.target};
    }
    return relationships;
}

int statementsThatAddKeys(const QByteArray& script)
{
    return static_cast<int>(script.count("\n    ADD CONSTRAINT"));
}

/// Whether the catalog has a validated key of these names and an index that serves it.
bool hasKey(const Catalog& catalog, const QString& line, bool validated = true)
{
    const Decisions decisions =
        decisionsFrom(catalog.objects().sources.front().name, QStringList{line});
    const ResolvedDecisions resolved = resolveDecisions(catalog, decisions);
    if (resolved.found.empty())
        return false;
    const ResolvedDecision& decided = resolved.found.front();
    const auto keys = catalog.constraintsOf(decided.child);
    return std::ranges::any_of(keys, [&](const Constraint& key) {
        return key.kind == ConstraintKind::ForeignKey && key.validated == validated &&
               key.columns.size() == decided.childColumns.size() &&
               std::ranges::is_permutation(key.columns, decided.childColumns) &&
               std::ranges::is_permutation(key.referencedColumns, decided.target.columns);
    });
}

QByteArray columnKind(const Catalog& catalog, ColumnId id)
{
    const Column& column = catalog.column(id);
    const Table& table = catalog.table(column.table);
    return QStringList{column.type, column.collation, table.collation,
                       QString::number(static_cast<int>(column.generated))}
        .join(QLatin1Char('|'))
        .toUtf8();
}

/// One relationship for every pair of a column's type and a single-column key's type.
std::vector<Relationship> everyPairOfTypes(const Catalog& catalog)
{
    std::vector<Relationship> relationships;
    QSet<QByteArray> seen;
    const auto& constraints = catalog.objects().constraints;
    for (int i = 0; i < static_cast<int>(catalog.objects().columns.size()); ++i) {
        const ColumnId child{i};
        for (const Constraint& key : constraints) {
            const bool isKey =
                key.kind == ConstraintKind::PrimaryKey || key.kind == ConstraintKind::Unique;
            if (!isKey || key.columns.size() != 1 || key.columns.front() == child)
                continue;
            const QByteArray pair =
                columnKind(catalog, child) + " -> " + columnKind(catalog, key.columns.front());
            if (seen.contains(pair))
                continue;
            seen.insert(pair);
            Relationship relationship;
            relationship.origin = RelationshipOrigin::Added;
            relationship.child = catalog.column(child).table;
            relationship.childColumns = {child};
            relationship.targets = {{key.table, key.columns, {}}};
            relationships.push_back(std::move(relationship));
        }
    }
    return relationships;
}

const QByteArray hostileParent = "we\"ird\n; 'x' `y` \\ -- p";
const QByteArray hostileColumn = "sel\"ect\n; '`\\ */ id";

QByteArray quoted(QByteArray name, char quote)
{
    return quote + name.replace(quote, QByteArray(2, quote)) + quote;
}

/// Two tables with nasty and with long names, and a third that has taken the names of the first
/// key.
QByteArray hostileScript(char quote)
{
    const QByteArray parent = quoted(hostileParent, quote);
    const QByteArray column = quoted(hostileColumn, quote);
    const QByteArray longName = quoted(QByteArray(60, 'n'), quote);
    return "CREATE TABLE " + parent + " (" + column + " integer PRIMARY KEY);" + "CREATE TABLE " +
           longName + " (id integer PRIMARY KEY, " + column + " integer, " +
           quoted(QByteArray(60, 'a'), quote) + " integer, " + quoted("a_plain", quote) +
           " integer);" + "CREATE TABLE t (a integer, CONSTRAINT t_a_fkey CHECK (a > 0));" +
           "CREATE TABLE t_a_idx (id integer);";
}

QStringList hostileDecisions(const QString& schema)
{
    const auto part = [](const QByteArray& name) { return quotedKeyPart(QString::fromUtf8(name)); };
    const QString parent = schema + QLatin1Char('.') + part(hostileParent) + QStringLiteral(" (") +
                           part(hostileColumn) + QLatin1Char(')');
    const QString longTable = schema + QLatin1Char('.') + part(QByteArray(60, 'n'));
    const auto line = [&](const QString& table, const QByteArray& column) {
        return QString(table + QStringLiteral(" (") + part(column) + QStringLiteral(") -> ") +
                       parent);
    };
    return {line(longTable, hostileColumn), line(longTable, QByteArray(60, 'a')),
            line(longTable, "a_plain"), line(QString(schema + QStringLiteral(".t")), "a")};
}

Catalog read(const QString& url, const ReadOptions& options = {})
{
    const Result<ReadResult> result = readFrom({url, {}, options, {}});
    if (!result)
        qFatal("%s", qPrintable(errorText(result.error())));
    return mergeSources({result->catalog});
}

/// The sample's four databases on the MariaDB server under names of their own.
class MariaDbSample
{
public:
    explicit MariaDbSample(const QString& last)
        : m_database(QStringLiteral("keys"))
        , m_prefix(m_database.name().toLatin1() + "_shop_")
    {
        for (const QString& path : sampleScripts(QStringLiteral("mariadb"), last)) {
            const QByteArray script = contentOf(path).replace("shop_", m_prefix);
            const QString error = m_database.execute(script);
            if (!error.isEmpty())
                qFatal("%s: %s", qPrintable(path), qPrintable(error));
        }
        m_options.schemas = {QString(QString::fromLatin1(m_prefix) + QLatin1Char('*'))};
    }
    ~MariaDbSample()
    {
        for (const char* name : {"billing", "support", "ordering", "catalogue"})
            (void)m_database.execute("DROP DATABASE IF EXISTS " + m_prefix + name);
    }
    Q_DISABLE_COPY_MOVE(MariaDbSample)

    [[nodiscard]] Catalog catalog() const { return read(m_database.serverUrl(), m_options); }
    QString execute(const QByteArray& script) { return m_database.execute(script); }
    [[nodiscard]] QStringList names(QStringList lines) const
    {
        for (QString& line : lines)
            line.replace(QStringLiteral("shop_"), QString::fromLatin1(m_prefix));
        return lines;
    }

private:
    MariaDbTestDatabase m_database;
    QByteArray m_prefix;
    ReadOptions m_options;
};

} // namespace

class TestRelationScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresqlSample();
    void postgresqlHostileNames();
    void postgresqlTypes();
    void mariadbSample();
    void mariadbHostileNames();
    void mariadbTypes();
};

void TestRelationScripts::postgresqlSample()
{
    PostgresTestDatabase sample(QStringLiteral("keys"));
    QVERIFY2(sample.error().isEmpty(), qPrintable(sample.error()));
    for (const QString& path : sampleScripts(QStringLiteral("postgresql"), QStringLiteral("62")))
        QCOMPARE(sample.execute(contentOf(path)), QString());
    const QStringList possible{
        QStringLiteral("support.notifications (customer_id) -> ordering.customers (id)")};
    const QString orphaned = QStringLiteral("ordering.cart_items (product_id, variant_no) -> "
                                            "catalogue.product_variants (product_id, variant_no)");
    const QStringList impossible{
        QStringLiteral("ordering.order_items (product_id) -> ordering.carts (id)"),
        QStringLiteral("ordering.carts (channel) -> ordering.customers (phone)")};
    const Catalog before = read(sample.url());
    const QStringList all = possible + impossible + QStringList{orphaned};
    for (const QString& line : all)
        QVERIFY2(!hasKey(before, line), qPrintable(line));
    QVERIFY(runPsql(sample.url(), scriptFor(before, {orphaned})).contains(QStringLiteral("8007")));
    QCOMPARE(sample.execute("ALTER TABLE ordering.cart_items DROP CONSTRAINT "
                            "cart_items_product_id_variant_no_fkey"),
             QString());
    const QByteArray script = scriptFor(before, all, "cart_items");
    QCOMPARE(statementsThatAddKeys(script), 2);
    QCOMPARE(script.count("-- No key is written: "), 2);
    QCOMPARE(runPsql(sample.url(), script), QString());
    const Catalog after = read(sample.url());
    for (const QString& line : possible)
        QVERIFY2(hasKey(after, line), qPrintable(line));
    QVERIFY(hasKey(after, orphaned, false));
    for (const QString& line : impossible)
        QVERIFY2(!hasKey(after, line) && !hasKey(after, line, false), qPrintable(line));
    const QStringList done = possible + QStringList{orphaned};
    QCOMPARE(scriptFor(after, done), QByteArray("-- Nothing was decided that is not declared.\n"));
    const QByteArray again = relationsSql({after, asAdded(after, done), {}});
    QCOMPARE(again.count("it is a foreign key already"), 2);
    QCOMPARE(statementsThatAddKeys(again), 0);
}

void TestRelationScripts::postgresqlHostileNames()
{
    PostgresTestDatabase database(QStringLiteral("hostile"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    QCOMPARE(database.execute(hostileScript('"')), QString());
    QCOMPARE(database.execute("CREATE TABLE parted (id integer, a integer) PARTITION BY LIST (id);"
                              "CREATE TABLE target (id integer PRIMARY KEY)"),
             QString());
    QStringList lines = hostileDecisions(QStringLiteral("public"));
    lines << QStringLiteral("public.parted (a) -> public.target (id)");
    const QByteArray script = scriptFor(read(database.url()), lines);
    QCOMPARE(statementsThatAddKeys(script), 5);
    QCOMPARE(runPsql(database.url(), script), QString());
    const Catalog after = read(database.url());
    for (const QString& line : lines)
        QVERIFY2(hasKey(after, line), qPrintable(line));
    QCOMPARE(database.session().value("select count(*) from pg_index where not indisvalid"),
             QStringLiteral("0"));
    QCOMPARE(database.session().value("select count(*) from pg_index i join pg_class c on c.oid = "
                                      "indexrelid where c.relname like '%\\_idx' and c.relkind in "
                                      "('i', 'I')"),
             QStringLiteral("5"));
}

void TestRelationScripts::postgresqlTypes()
{
    PostgresTestDatabase sample(QStringLiteral("types"));
    QVERIFY2(sample.error().isEmpty(), qPrintable(sample.error()));
    for (const QString& path : sampleScripts(QStringLiteral("postgresql"), QStringLiteral("45")))
        QCOMPARE(sample.execute(contentOf(path)), QString());
    const Catalog catalog = read(sample.url());
    const QByteArray script = relationsSql({catalog, everyPairOfTypes(catalog)});
    QVERIFY(statementsThatAddKeys(script) > 30);
    QVERIFY(script.count("-- No key is written: ") > 100);
    QCOMPARE(runPsql(sample.url(), script), QString());
}

void TestRelationScripts::mariadbSample()
{
    MariaDbSample sample(QStringLiteral("62"));
    const QStringList possible = sample.names({QStringLiteral(
        "shop_support.notifications (customer_id) -> shop_ordering.customers (id)")});
    const QString orphaned = sample
                                 .names({QStringLiteral("shop_ordering.cart_items (product_id) -> "
                                                        "shop_catalogue.products (id)")})
                                 .first();
    const QStringList impossible = sample.names(
        {QStringLiteral("shop_ordering.order_items (product_id) -> shop_catalogue.products (id)"),
         QStringLiteral("shop_ordering.orders_bak_2019 (customer_id) -> shop_ordering.customers "
                        "(id)"),
         QStringLiteral("shop_ordering.order_archive (customer_id) -> shop_ordering.customers "
                        "(id)")});
    const Catalog before = sample.catalog();
    QVERIFY(!sample.execute(scriptFor(before, {orphaned})).isEmpty());
    const QByteArray script =
        scriptFor(before, possible + impossible + QStringList{orphaned}, "cart_items");
    QVERIFY(script.contains("-- 1 of 20 rows that were looked at have no parent"));
    QCOMPARE(statementsThatAddKeys(script), 1);
    QCOMPARE(script.count("-- No key is written: "), 3);
    QCOMPARE(sample.execute(script), QString());
    const Catalog after = sample.catalog();
    for (const QString& line : possible)
        QVERIFY2(hasKey(after, line), qPrintable(line));
    for (const QString& line : impossible)
        QVERIFY2(!hasKey(after, line), qPrintable(line));
}

void TestRelationScripts::mariadbHostileNames()
{
    MariaDbTestDatabase database(QStringLiteral("hostile"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    QCOMPARE(database.execute(hostileScript('`')), QString());
    const QStringList lines = hostileDecisions(database.name());
    const QByteArray script = scriptFor(read(database.url()), lines);
    QCOMPARE(statementsThatAddKeys(script), 4);
    QCOMPARE(database.execute(script), QString());
    const Catalog after = read(database.url());
    for (const QString& line : lines)
        QVERIFY2(hasKey(after, line), qPrintable(line));
}

void TestRelationScripts::mariadbTypes()
{
    MariaDbSample sample(QStringLiteral("40"));
    const Catalog catalog = sample.catalog();
    const QByteArray script = relationsSql({catalog, everyPairOfTypes(catalog)});
    QVERIFY(statementsThatAddKeys(script) > 20);
    QVERIFY(script.count("-- No key is written: ") > 100);
    QCOMPARE(sample.execute(script), QString());
}

QTEST_GUILESS_MAIN(TestRelationScripts)
#include "tst_relation_scripts.moc"
