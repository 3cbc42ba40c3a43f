// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Random texts on objects with random names: every one reads back byte for byte, on the right
// object, and nothing else of the database changes. Both defaults of standard_conforming_strings.
#include "tests/server/comment_writing.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/support/random_comments.h"
#include "tests/support/soak.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr int tableCount = 12;
constexpr int editsPerRound = 150;
constexpr std::uint32_t firstOwnOid = 16384;

/// Of the test's own, so that it shares no mistake with the program.
QString inQuotes(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) +
           QLatin1Char('"');
}

/// `@1`, `@2`, ... replaced by quoted names.
QByteArray filled(const QByteArray& sql, const QStringList& names)
{
    QByteArray text;
    for (qsizetype i = 0; i < sql.size(); ++i) {
        if (sql[i] == '@')
            text += inQuotes(names[sql[++i] - '1']).toUtf8();
        else
            text += sql[i];
    }
    return text;
}

/// The schema without comments, by pg_dump.
QByteArray dumpOf(const QString& url)
{
    QProcess dump;
    dump.start(QStringLiteral("pg_dump"),
               {QStringLiteral("--schema-only"), QStringLiteral("--no-comments"), url});
    if (!dump.waitForFinished(60000) || dump.exitCode() != 0)
        qFatal("pg_dump: %s", dump.readAllStandardError().constData());
    QByteArray schema;
    for (const QByteArray& line : dump.readAllStandardOutput().split('\n')) {
        if (!line.startsWith("\\restrict ") && !line.startsWith("\\unrestrict ")) // random keys
            schema += line + '\n';
    }
    return schema;
}

/// Everything that was made here, and lives in this database alone.
std::vector<ObjectRef> ownObjects(const Catalog& catalog)
{
    std::vector<ObjectRef> found;
    for (const ObjectRef ref : objectsInDatabase(catalog)) {
        const bool isOfServer = ref.kind == ObjectKind::Source || ref.kind == ObjectKind::Role;
        if (!isOfServer && catalog.base(ref).identity->objectOid >= firstOwnOid)
            found.push_back(ref);
    }
    return found;
}

QString identityText(const ServerIdentity& identity)
{
    return QStringLiteral("%1 %2 %3")
        .arg(identity.classOid)
        .arg(identity.objectOid)
        .arg(identity.subId);
}

} // namespace

class TestCommentTextsPostgresqlSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void textsReadBack_data();
    void textsReadBack();
    void ownersWithHostileNames();

private:
    QString url() { return m_database->url(); }
    void makeObjects(RandomComments& random);
    /// The digests of all comments, as the server sees them, by identity.
    QMap<QString, QString> digests();
    void check(const Catalog& catalog, const QMap<QString, QString>& expected);

    std::unique_ptr<PostgresTestDatabase> m_database;
};

void TestCommentTextsPostgresqlSoak::init()
{
    m_database = std::make_unique<PostgresTestDatabase>(QStringLiteral("texts"));
    QVERIFY2(m_database->error().isEmpty(), qPrintable(m_database->error()));
    QCOMPARE(m_database->execute("CREATE TABLE hostage (a int)"), QString());
}

void TestCommentTextsPostgresqlSoak::cleanup()
{
    m_database.reset();
}

void TestCommentTextsPostgresqlSoak::makeObjects(RandomComments& random)
{
    const QString schema = random.name();
    const QString function = random.name();
    const QString type = random.name();
    const auto run = [&](const char* sql, const QStringList& names) {
        const QByteArray text = filled(sql, names);
        const QString failure = m_database->execute(text);
        QVERIFY2(failure.isEmpty(), QByteArray(text + failure.toUtf8()).constData());
    };
    run("CREATE SCHEMA @1", {schema});
    run("CREATE FUNCTION @1.@2() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        {schema, function});
    run("CREATE TYPE @1.@2 AS ENUM ('a')", {schema, type});
    run("CREATE DOMAIN @1.@2 AS text", {schema, random.name()});
    run("CREATE SEQUENCE @1.@2", {schema, random.name()});
    run("CREATE FUNCTION @1.@2(@1.@3, text[], numeric) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        {schema, random.name(), type});
    for (int i = 0; i < tableCount; ++i) {
        const QString table = random.name();
        run("CREATE TABLE @1.@2 (@3 int, @4 text, @5 @1.@6, CONSTRAINT @7 CHECK (@3 > 0))",
            {schema, table, random.name(), random.name(), random.name(), type, random.name()});
        run("CREATE INDEX @3 ON @1.@2 ((1))", {schema, table, random.name()});
        run("CREATE TRIGGER @3 AFTER INSERT ON @1.@2 EXECUTE FUNCTION @1.@4()",
            {schema, table, random.name(), function});
        run("CREATE POLICY @3 ON @1.@2", {schema, table, random.name()});
        run("CREATE RULE @3 AS ON DELETE TO @1.@2 DO ALSO NOTHING", {schema, table, random.name()});
        run("CREATE VIEW @1.@3 AS TABLE @1.@2", {schema, table, random.name()});
        run("CREATE MATERIALIZED VIEW @1.@3 AS TABLE @1.@2", {schema, table, random.name()});
    }
}

QMap<QString, QString> TestCommentTextsPostgresqlSoak::digests()
{
    QMap<QString, QString> found;
    const QStringList lines = m_database->session().column(
        "SELECT classoid || ' ' || objoid || ' ' || objsubid || '=' || md5(description) "
        "FROM pg_description WHERE objoid >= 16384");
    for (const QString& line : lines)
        found.insert(line.section(QLatin1Char('='), 0, 0), line.section(QLatin1Char('='), 1));
    return found;
}

void TestCommentTextsPostgresqlSoak::check(const Catalog& catalog,
                                           const QMap<QString, QString>& expected)
{
    QMap<QString, QString> hashes;
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (!it.value().isEmpty())
            hashes.insert(it.key(),
                          QString::fromLatin1(
                              QCryptographicHash::hash(it.value().toUtf8(), QCryptographicHash::Md5)
                                  .toHex()));
    }
    const QMap<QString, QString> found = digests();
    for (auto it = hashes.begin(); it != hashes.end(); ++it)
        QVERIFY2(found.value(it.key()) == it.value(), qPrintable(it.key()));
    QCOMPARE(found.size(), hashes.size());
    for (const ObjectRef ref : ownObjects(catalog)) {
        const ObjectBase& base = catalog.base(ref);
        if (expected.contains(identityText(*base.identity)))
            QCOMPARE(base.comment.text, expected.value(identityText(*base.identity)));
    }
}

void TestCommentTextsPostgresqlSoak::textsReadBack_data()
{
    QTest::addColumn<QByteArray>("setting");
    QTest::newRow("standard strings on") << QByteArray("on");
    QTest::newRow("standard strings off") << QByteArray("off");
}

void TestCommentTextsPostgresqlSoak::textsReadBack()
{
    QFETCH(QByteArray, setting);
    const QByteArray database = m_database->name().toLatin1();
    QCOMPARE(m_database->execute(
                 "ALTER DATABASE " + database + " SET standard_conforming_strings = " + setting +
                 "; ALTER ROLE cadastre IN DATABASE " + database +
                 " SET standard_conforming_strings = " + setting + "; ALTER DATABASE " + database +
                 " SET backslash_quote = on; ALTER DATABASE " + database +
                 " SET escape_string_warning = on"),
             QString());
    RandomComments random(soakSeed());
    makeObjects(random);
    if (QTest::currentTestFailed())
        return;
    const QByteArray before = dumpOf(url());
    int left = soakCount(10000, 300);
    int longTexts = soakCount(20, 1);
    const int all = left;
    QMap<QString, QString> expected;
    while (left > 0) {
        const auto catalog = catalogAt(url());
        std::vector<ObjectRef> objects = ownObjects(*catalog);
        CommentWriteRequest request = writeRequest(catalog, {});
        for (int i = std::min(left, editsPerRound); i > 0 && !objects.empty(); --i) {
            const auto at = static_cast<std::size_t>(random.number(int(objects.size())));
            const bool isLong = longTexts > 0 && random.number(editsPerRound) == 0;
            longTexts -= isLong;
            const QString text = isLong ? random.textOfLength(1000000) : random.text();
            request.edits.push_back(commentEditOf(*catalog, objects[at], text));
            expected.insert(identityText(*request.edits.back().identity), text);
            objects.erase(objects.begin() + static_cast<std::ptrdiff_t>(at));
            --left;
        }
        const auto report = writeTo(url(), request);
        QVERIFY2(report.has_value(), qPrintable(outcomesOf(report).value(0)));
        for (const CommentWrite& write : report->writes) {
            const bool isSame = write.edit.before == write.edit.after;
            QVERIFY2(write.outcome == (isSame ? WriteOutcome::Unchanged : WriteOutcome::Written),
                     qPrintable(write.sql.left(2000) + write.reason));
        }
        check(*catalogAt(url()), expected);
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(dumpOf(url()), before);
    QCOMPARE(m_database->session().value("SELECT count(*) FROM public.hostage"),
             QStringLiteral("0"));
    qInfo("%d edits, 0 differences", all);
}

void TestCommentTextsPostgresqlSoak::ownersWithHostileNames()
{
    RandomComments random(soakSeed());
    for (int i = 0; i < soakCount(200, 5); ++i) {
        RandomNameRules rules;
        rules.longestBytes = 50;
        const QString owner =
            QString(random.name(rules) + QString::number(i) + m_database->name().right(8));
        const QString table = random.name();
        const QByteArray quotedOwner = inQuotes(owner).toUtf8();
        QCOMPARE(m_database->execute("CREATE ROLE " + quotedOwner + "; CREATE TABLE public." +
                                     inQuotes(table).toUtf8() + " (a int); ALTER TABLE public." +
                                     inQuotes(table).toUtf8() + " OWNER TO " + quotedOwner +
                                     "; GRANT USAGE ON SCHEMA public TO PUBLIC"),
                 QString());
        const auto catalog = catalogAt(url());
        const ObjectKey key{
            catalog->source({0}).name, KeyKind::Table, {QStringLiteral("public"), table}, {}};
        const CommentEdit edit = commentEditOf(*catalog, *catalog->find(key), random.text());
        const auto report = writeTo(m_database->urlFor(QStringLiteral("cadastre_clear")) +
                                        QStringLiteral("?sslmode=disable"),
                                    writeRequest(catalog, {edit}));
        m_database->execute("DROP TABLE public." + inQuotes(table).toUtf8() + "; DROP ROLE " +
                            quotedOwner);
        QVERIFY2(report.has_value(), qPrintable(outcomesOf(report).value(0)));
        if (edit.before == edit.after)
            continue;
        QCOMPARE(report->writes[0].outcome, WriteOutcome::Refused);
        QVERIFY2(report->writes[0].whoCould.contains(owner),
                 qPrintable(report->writes[0].whoCould));
    }
    QCOMPARE(m_database->session().value("SELECT count(*) FROM public.hostage"),
             QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(TestCommentTextsPostgresqlSoak)
#include "tst_comment_texts_postgresql_soak.moc"
