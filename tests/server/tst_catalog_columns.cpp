// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Every PostgreSQL text uses only catalogs and columns that the versions have for which it is
// taken. The lists beside this file say what each version has: 15 from a live server, the others
// from the documentation.
#include "model/sql/sql_texts.h"
#include "tests/server/filled_example.h"
#include "tests/server/postgresql_test_database.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <memory>

using namespace cadastre;
using namespace cadastre::test;

namespace {

using Columns = QMap<QString, QSet<QString>>; // by catalog

constexpr int firstVersion = 12;
constexpr int lastVersion = 17;

QStringList linesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(path));
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

/// One line `[+-] catalog: column column`: adds, takes away, or (without sign) sets.
void applyLine(Columns& columns, const QString& line)
{
    const bool less = line.startsWith(QLatin1Char('-'));
    const QString rest = QString(line).remove(QRegularExpression(QStringLiteral("^[+-] ")));
    const QString catalog = rest.section(QLatin1Char(':'), 0, 0);
    const QStringList names =
        rest.section(QLatin1Char(':'), 1).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& name : names) {
        if (!less)
            columns[catalog].insert(name);
        else if (!columns[catalog].remove(name))
            qFatal("%s: there is no %s to take away", qPrintable(catalog), qPrintable(name));
    }
    if (columns[catalog].isEmpty())
        columns.remove(catalog);
}

Columns columnsOf(int version)
{
    Columns columns;
    const QString path = QStringLiteral(CADASTRE_SOURCE_DIR "/tests/server/catalog_columns/"
                                                            "postgresql-%1.txt")
                             .arg(version);
    for (const QString& line : linesOf(path)) {
        if (line.startsWith(QLatin1String("= ")))
            columns = columnsOf(line.mid(2).toInt());
        else if (!line.startsWith(QLatin1Char('#')))
            applyLine(columns, line);
    }
    return columns;
}

QString withoutComments(const QByteArray& sql)
{
    return QString::fromUtf8(sql).remove(
        QRegularExpression(QStringLiteral("--[^\n]*"), QRegularExpression::MultilineOption));
}

/// Catalogs that stand behind FROM, JOIN or a comma, by alias.
QMap<QString, QString> aliasesOf(const QString& sql)
{
    static const QRegularExpression source(
        QStringLiteral("(?:FROM|JOIN|,)\\s+(pg_[a-z_]+)\\s+(?:AS\\s+)?([a-z]+)\\b"));
    QMap<QString, QString> aliases;
    for (auto it = source.globalMatch(sql); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        aliases.insert(match.captured(2), match.captured(1));
    }
    return aliases;
}

/// What a text uses and a version does not have; also catalogs without an alias, which could not
/// be checked.
QStringList problemsOf(const QByteArray& text, const Columns& columns)
{
    static const QRegularExpression use(QStringLiteral("\\b([a-z]+)\\.([a-z_]+)"));
    static const QRegularExpression anySource(
        QStringLiteral("(?:FROM|JOIN)\\s+(pg_[a-z_]+)(?!\\w|\\()"));
    const QString sql = withoutComments(text);
    const QMap<QString, QString> aliases = aliasesOf(sql);
    QStringList problems;
    for (auto it = anySource.globalMatch(sql); it.hasNext();) {
        const QString catalog = it.next().captured(1);
        if (!columns.contains(catalog))
            problems << catalog;
        if (!aliases.values().contains(catalog))
            problems << catalog + QStringLiteral(" without alias");
    }
    for (auto it = use.globalMatch(sql); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString catalog = aliases.value(match.captured(1));
        if (!catalog.isEmpty() && !columns.value(catalog).contains(match.captured(2)))
            problems << catalog + QLatin1Char('.') + match.captured(2);
    }
    problems.removeDuplicates();
    return problems;
}

QStringList textNames()
{
    QStringList names;
    const QStringList files = QDir(QStringLiteral(":/sql/postgresql")).entryList(QDir::Files);
    for (const QString& file : files)
        names << file.section(QLatin1Char('.'), 0, 0);
    names.removeDuplicates();
    return names;
}

QByteArray fileText(const QString& name)
{
    QFile file(QStringLiteral(":/sql/postgresql/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCatalogColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextFitsItsVersions_data();
    void everyTextFitsItsVersions();
    void textsOfNewerVersionsDoNotFitOlderOnes_data();
    void textsOfNewerVersionsDoNotFitOlderOnes();
    void mistakesAreFound_data();
    void mistakesAreFound();
    void listIsWhatTheServerHas();
    void everyTextRunsOnTheServer_data();
    void everyTextRunsOnTheServer();

private:
    std::unique_ptr<PostgresTestDatabase> m_database; // with pg_stat_statements
};

void TestCatalogColumns::initTestCase()
{
    const Result<QString> url = serverUrl(Engine::PostgreSql);
    QVERIFY2(url.has_value(), url ? "" : qPrintable(url.error().message));
    m_database = std::make_unique<PostgresTestDatabase>(QStringLiteral("columns"));
    QVERIFY2(m_database->error().isEmpty(), qPrintable(m_database->error()));
    QCOMPARE(m_database->execute("CREATE EXTENSION pg_stat_statements"), QString());
}

void TestCatalogColumns::everyTextFitsItsVersions_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("text");
    QVERIFY(textNames().size() > 30);
    for (int version = firstVersion; version <= lastVersion; ++version) {
        for (const QString& name : textNames())
            QTest::addRow("%d %s", version, qPrintable(name)) << version << name;
    }
}

void TestCatalogColumns::everyTextFitsItsVersions()
{
    QFETCH(const int, version);
    QFETCH(const QString, text);
    const QByteArray sql = sqlText(QStringLiteral("postgresql"), text, version * 10000);
    QVERIFY(!sql.isEmpty());
    QCOMPARE(problemsOf(sql, columnsOf(version)), QStringList());
}

void TestCatalogColumns::textsOfNewerVersionsDoNotFitOlderOnes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("missing");
    QTest::newRow("15") << QStringLiteral("indexes.15.sql") << 14
                        << QStringLiteral("pg_index.indnullsnotdistinct");
    QTest::newRow("15 catalog") << QStringLiteral("publication_members.15.sql") << 14
                                << QStringLiteral("pg_publication_namespace");
    QTest::newRow("16") << QStringLiteral("roles.16.sql") << 15
                        << QStringLiteral("pg_auth_members.inherit_option");
    QTest::newRow("13") << QStringLiteral("triggers.13.sql") << 12
                        << QStringLiteral("pg_trigger.tgparentid");
}

void TestCatalogColumns::textsOfNewerVersionsDoNotFitOlderOnes()
{
    QFETCH(const QString, file);
    QFETCH(const int, version);
    QFETCH(const QString, missing);
    const QStringList problems = problemsOf(fileText(file), columnsOf(version));
    QVERIFY2(problems.contains(missing), qPrintable(problems.join(QLatin1Char(' '))));
}

void TestCatalogColumns::mistakesAreFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char* sql, const QStringList& problems) {
        QTest::newRow(sql) << QByteArray(sql) << problems;
    };
    row("SELECT c.oid FROM pg_class c", {});
    row("SELECT 1 -- FROM pg_nothing n", {});
    row("SELECT c.nothing FROM pg_class c", {QStringLiteral("pg_class.nothing")});
    row("SELECT n.x FROM pg_nothing n",
        {QStringLiteral("pg_nothing"), QStringLiteral("pg_nothing.x")});
    row("SELECT relname FROM pg_class WHERE true", {QStringLiteral("pg_class without alias")});
    row("SELECT s.query FROM pg_stat_statements s ORDER BY s.total_time",
        {QStringLiteral("pg_stat_statements.total_time")});
    row("SELECT 1 FROM pg_catalog.pg_class c",
        {QStringLiteral("pg_catalog"), QStringLiteral("pg_catalog without alias")});
    row("SELECT a.adsrc FROM pg_class c JOIN pg_attrdef a ON a.adrelid = c.oid",
        {QStringLiteral("pg_attrdef.adsrc")});
}

void TestCatalogColumns::mistakesAreFound()
{
    QFETCH(const QByteArray, sql);
    QTEST(problemsOf(sql, columnsOf(15)), "problems");
}

void TestCatalogColumns::listIsWhatTheServerHas()
{
    PostgresSession& session = m_database->session();
    const int version = session.value("SHOW server_version_num").toInt() / 10000;
    if (version > lastVersion)
        QSKIP("there is no list for this version yet");
    const Columns expected = columnsOf(version);
    for (const QString& catalog : expected.keys()) {
        const QStringList actual = session.column(
            "SELECT a.attname FROM pg_attribute a WHERE a.attrelid = '" + catalog.toLatin1() +
            "'::regclass AND a.attnum > 0 AND NOT a.attisdropped");
        QCOMPARE(QSet<QString>(actual.begin(), actual.end()), expected.value(catalog));
    }
}

void TestCatalogColumns::everyTextRunsOnTheServer_data()
{
    QTest::addColumn<QString>("text");
    for (const QString& name : textNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestCatalogColumns::everyTextRunsOnTheServer()
{
    QFETCH(const QString, text);
    PostgresSession session(m_database->url());
    const int version = session.value("SHOW server_version_num").toInt() / 10000;
    const QByteArray sql = filledExample(
        sqlText(QStringLiteral("postgresql"), text, version * 10000), QStringLiteral("pg_class"));
    QByteArray before = "BEGIN; SAVEPOINT kind; SAVEPOINT edit; ";
    if (text == QLatin1String("snapshot_begin"))
        before.clear();
    else if (withoutComments(sql).contains(QLatin1String("SELECT")))
        before = "PREPARE checked AS ";
    QCOMPARE(session.execute(before + sql), QString());
}

QTEST_GUILESS_MAIN(TestCatalogColumns)
#include "tst_catalog_columns.moc"
