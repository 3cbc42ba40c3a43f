// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Every text for MariaDB and MySQL uses only tables and columns that the versions have for which it
// is taken. The lists beside this file say what each version has: MariaDB 10.11 from a live server,
// the others from the documentation.
#include "model/dialect/mariadb_tokens.h"
#include "model/sql/mariadb/mariadb_connection.h"
#include "model/sql/mariadb/mariadb_context.h"
#include "tests/server/filled_example.h"
#include "tests/server/mariadb_test_database.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <array>

using namespace cadastre;
using namespace cadastre::test;
using mariadb::Token;
using mariadb::TokenKind;

namespace {

using Columns = QMap<QString, QSet<QString>>; // by "database.table"; names in upper case

struct Version
{
    const char* list;
    Engine engine;
    int number;
};
constexpr std::array versions{
    Version{"mariadb-10.5", Engine::MariaDb, 100500},
    Version{"mariadb-10.6", Engine::MariaDb, 100600},
    Version{"mariadb-10.11", Engine::MariaDb, 101100},
    Version{"mariadb-11.4", Engine::MariaDb, 110400},
    Version{"mysql-8.0", Engine::MySql, 80019},
    Version{"mysql-8.4", Engine::MySql, 80400},
};

/// One line `[+-] table: column column`: adds, takes away, or (without sign) sets.
void applyLine(Columns& columns, const QString& line)
{
    const bool less = line.startsWith(QLatin1Char('-'));
    const QString rest =
        QString(line).remove(QRegularExpression(QStringLiteral("^[+-] "))).toUpper();
    QSet<QString>& names = columns[rest.section(QLatin1Char(':'), 0, 0)];
    for (const QString& name :
         rest.section(QLatin1Char(':'), 1).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!less)
            names.insert(name);
        else if (!names.remove(name))
            qFatal("there is no %s to take away", qPrintable(name));
    }
}

Columns columnsOf(const QString& list)
{
    QFile file(
        QStringLiteral(CADASTRE_SOURCE_DIR "/tests/server/catalog_columns/%1.txt").arg(list));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    Columns columns;
    for (const QString& line :
         QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.startsWith(QLatin1String("= ")))
            columns = columnsOf(line.mid(2));
        else if (!line.startsWith(QLatin1Char('#')))
            applyLine(columns, line);
    }
    return columns;
}

bool isKeyword(const QString& word)
{
    static const QSet<QString> words{
        QStringLiteral("SELECT"), QStringLiteral("FROM"),   QStringLiteral("WHERE"),
        QStringLiteral("AND"),    QStringLiteral("IN"),     QStringLiteral("NOT"),
        QStringLiteral("AS"),     QStringLiteral("NULL"),   QStringLiteral("IS"),
        QStringLiteral("ON"),     QStringLiteral("JOIN"),   QStringLiteral("ORDER"),
        QStringLiteral("BY"),     QStringLiteral("BINARY"), QStringLiteral("USING"),
        QStringLiteral("UNION"),  QStringLiteral("ALL"),    QStringLiteral("UTF8MB4"),
        QStringLiteral("LEFT"),   QStringLiteral("CASE"),   QStringLiteral("WHEN"),
        QStringLiteral("THEN"),   QStringLiteral("ELSE"),   QStringLiteral("END"),
        QStringLiteral("OR"),     QStringLiteral("DESC"),   QStringLiteral("LIMIT")};
    return words.contains(word);
}

/// One SELECT of a text: its tables by alias, and what it names.
class SelectCheck
{
public:
    SelectCheck(const std::vector<Token>& tokens, const Columns& columns)
        : m_tokens(tokens)
        , m_columns(columns)
    {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].isWord(QLatin1String("FROM")) || tokens[i].isWord(QLatin1String("JOIN")))
                addTable(i + 1);
        }
        for (std::size_t i = 0; i < tokens.size(); ++i)
            checkWord(i);
    }

    QStringList problems;

private:
    [[nodiscard]] QString word(std::size_t i) const
    {
        return i < m_tokens.size() && m_tokens[i].canBeName() ? m_tokens[i].text.toUpper()
                                                              : QString();
    }
    [[nodiscard]] bool isSymbol(std::size_t i, char symbol) const
    {
        return i < m_tokens.size() && m_tokens[i].isSymbol(symbol);
    }

    void addTable(std::size_t i)
    {
        const QString table = word(i) + QLatin1Char('.') + word(i + 2);
        if (!m_columns.contains(table))
            problems << table;
        const bool hasAs = word(i + 3) == QLatin1String("AS");
        const QString alias = word(hasAs ? i + 4 : i + 3);
        m_tables.insert(alias.isEmpty() || isKeyword(alias) ? word(i + 2) : alias, table);
        m_skip << i << i + 2 << (isKeyword(alias) ? i : i + 3);
    }

    void checkWord(std::size_t i)
    {
        const QString name = word(i);
        const bool isName = !name.isEmpty() && !isKeyword(name) && !m_skip.contains(i);
        const bool isAlias = i > 0 && m_tokens[i - 1].isWord(QLatin1String("AS"));
        const bool isList = i > 0 && isSymbol(i - 1, ':');
        if (!isName || isAlias || isList || isSymbol(i + 1, '(') || isSymbol(i + 1, '.'))
            return;
        const bool qualified = i > 1 && isSymbol(i - 1, '.');
        const auto has = [&](const QString& table) {
            return m_columns.value(table).contains(name);
        };
        const bool known =
            qualified ? has(m_tables.value(word(i - 2))) : std::ranges::any_of(m_tables, has);
        if (!known)
            problems << name;
    }

    const std::vector<Token>& m_tokens;
    const Columns& m_columns;
    QMap<QString, QString> m_tables;
    QSet<std::size_t> m_skip;
};

/// Databases of the server itself that a text names.
QStringList serverDatabasesIn(const QByteArray& text)
{
    static const QRegularExpression database(
        QStringLiteral("\\b(information_schema|mysql|performance_schema|sys)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList names;
    for (auto it = database.globalMatch(QString::fromUtf8(text)); it.hasNext();)
        names << it.next().captured(1).toUpper();
    return names;
}

/// Tables and columns that a text names and the version does not have. Texts with places for names
/// read people's tables: they may name nothing of the server's.
QStringList problemsOf(const QByteArray& text, const Columns& columns)
{
    if (hasPlaces(text))
        return serverDatabasesIn(text);
    QStringList problems;
    std::vector<Token> part;
    const auto check = [&] {
        if (!part.empty() && part.front().isWord(QLatin1String("SELECT")))
            problems += SelectCheck(part, columns).problems;
        part.clear();
    };
    for (const Token& token : mariadb::tokenize(QString::fromUtf8(text))) {
        if (token.isWord(QLatin1String("UNION")))
            check();
        else if (!(part.empty() && token.isWord(QLatin1String("ALL"))))
            part.push_back(token);
    }
    check();
    problems.removeDuplicates();
    return problems;
}

/// What only MariaDB has: CommentSession::isMariaDb() stands before each use.
bool isMariaDbOnly(const QString& name)
{
    static const QSet<QString> names{
        QStringLiteral("write_held_event"),
        QStringLiteral("write_held_routine"),
        QStringLiteral("write_index_statistics"),
        QStringLiteral("write_reference_systems"),
        QStringLiteral("write_state"),
    };
    return names.contains(name);
}

QStringList textNames()
{
    QStringList names;
    for (const QString& file : QDir(QStringLiteral(":/sql/mariadb")).entryList(QDir::Files))
        names << file.section(QLatin1Char('.'), 0, 0);
    names.removeDuplicates();
    return names;
}

} // namespace

class TestMariaDbCatalogColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextFitsItsVersions_data();
    void everyTextFitsItsVersions();
    void mysqlTextsReplaceMariaDbTexts();
    void textsOfOtherVersionsDoNotFit();
    void mistakesAreFound_data();
    void mistakesAreFound();
    void listIsWhatTheServerHas();
    void everyTextRunsOnTheServer_data();
    void everyTextRunsOnTheServer();
};

void TestMariaDbCatalogColumns::everyTextFitsItsVersions_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("text");
    QVERIFY(textNames().size() > 20);
    for (std::size_t i = 0; i < versions.size(); ++i) {
        for (const QString& name : textNames()) {
            if (versions[i].engine == Engine::MariaDb || !isMariaDbOnly(name))
                QTest::addRow("%s %s", versions[i].list, qPrintable(name)) << int(i) << name;
        }
    }
}

void TestMariaDbCatalogColumns::everyTextFitsItsVersions()
{
    QFETCH(const int, version);
    QFETCH(const QString, text);
    const Version& server = versions[static_cast<std::size_t>(version)];
    const QByteArray sql = mariaDbText(server.engine, server.number, text);
    QVERIFY(!sql.isEmpty());
    QCOMPARE(problemsOf(sql, columnsOf(QString::fromLatin1(server.list))), QStringList());
}

void TestMariaDbCatalogColumns::mysqlTextsReplaceMariaDbTexts()
{
    const QStringList files = QDir(QStringLiteral(":/sql/mysql")).entryList(QDir::Files);
    QVERIFY(files.size() > 5);
    for (const QString& file : files)
        QVERIFY2(textNames().contains(file.section(QLatin1Char('.'), 0, 0)), qPrintable(file));
}

void TestMariaDbCatalogColumns::textsOfOtherVersionsDoNotFit()
{
    const auto problems = [](Engine engine, int version, const char* text, const char* list) {
        return problemsOf(mariaDbText(engine, version, QString::fromLatin1(text)),
                          columnsOf(QString::fromLatin1(list)));
    };
    QCOMPARE(problems(Engine::MariaDb, 100600, "indexes", "mariadb-10.5"),
             QStringList{QStringLiteral("IGNORED")});
    QVERIFY(problems(Engine::MySql, 80000, "indexes", "mariadb-10.11")
                .contains(QStringLiteral("EXPRESSION")));
    QVERIFY(problems(Engine::MariaDb, 101100, "views", "mysql-8.0")
                .contains(QStringLiteral("ALGORITHM")));
    QVERIFY(problems(Engine::MariaDb, 101100, "role_members", "mysql-8.4")
                .contains(QStringLiteral("MYSQL.ROLES_MAPPING")));
}

void TestMariaDbCatalogColumns::mistakesAreFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char* sql, const QStringList& problems) {
        QTest::newRow(sql) << QByteArray(sql) << problems;
    };
    row("SELECT TABLE_NAME, NULL AS x FROM information_schema.TABLES WHERE ENGINE IN (:busy)", {});
    row("SELECT u.User FROM mysql.user u JOIN mysql.db d ON d.User = u.User", {});
    row("SELECT NOTHING FROM information_schema.TABLES", {QStringLiteral("NOTHING")});
    row("SELECT d.Super_priv FROM mysql.user u JOIN mysql.db d ON d.User = u.User",
        {QStringLiteral("SUPER_PRIV")});
    row("SELECT t.cardinality FROM mysql.column_stats AS s LEFT JOIN mysql.table_stats AS t"
        " ON t.db_name = s.db_name",
        {});
    row("SELECT s.cardinality FROM mysql.column_stats AS s LEFT JOIN mysql.table_stats AS t"
        " ON t.db_name = s.db_name",
        {QStringLiteral("CARDINALITY")});
    row("SELECT {keys} FROM {parent} AS p WHERE p.anything = {type}", {});
    row("SELECT {keys} FROM mysql.user AS p", {QStringLiteral("MYSQL")});
    row("SELECT 1 FROM mysql.nothing", {QStringLiteral("MYSQL.NOTHING")});
    row("SELECT ENGINE FROM information_schema.TABLES UNION ALL SELECT ENGINE FROM mysql.db",
        {QStringLiteral("ENGINE")});
}

void TestMariaDbCatalogColumns::mistakesAreFound()
{
    QFETCH(const QByteArray, sql);
    QTEST(problemsOf(sql, columnsOf(QStringLiteral("mariadb-10.11"))), "problems");
}

void TestMariaDbCatalogColumns::listIsWhatTheServerHas()
{
    const Result<QString> url = serverUrl(Engine::MariaDb);
    QVERIFY2(url.has_value(), url ? "" : qPrintable(url.error().message));
    MariaDbSession session(*url);
    const QString version = session.value("SELECT VERSION()");
    if (mariaDbEngine(version) != Engine::MariaDb || mariaDbVersionNumber(version) / 100 != 1011)
        QSKIP("the list from a live server is of MariaDB 10.11");
    const Columns expected = columnsOf(QStringLiteral("mariadb-10.11"));
    for (const QString& table : expected.keys()) {
        const QStringList actual = session.column(
            "SELECT UPPER(COLUMN_NAME) FROM information_schema.COLUMNS WHERE UPPER(CONCAT("
            "TABLE_SCHEMA, '.', TABLE_NAME)) = '" +
            table.toLatin1() + "'");
        QCOMPARE(QSet<QString>(actual.begin(), actual.end()), expected.value(table));
    }
}

void TestMariaDbCatalogColumns::everyTextRunsOnTheServer_data()
{
    QTest::addColumn<QString>("text");
    for (const QString& name : textNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestMariaDbCatalogColumns::everyTextRunsOnTheServer()
{
    QFETCH(const QString, text);
    MariaDbSession session(*serverUrl(Engine::MariaDb));
    const QString version = session.value("SELECT VERSION()");
    const QByteArray sql =
        filledExample(mariaDbText(mariaDbEngine(version), mariaDbVersionNumber(version), text),
                      QStringLiteral("(SELECT 1 AS id)"));
    const QByteArray bound =
        bindLists(sql, {{"schemas", {}}, {"busy", {}}, {"partitioned", {}}}).sql;
    static const QRegularExpression unboundList(QStringLiteral("\\W:[a-z]"));
    const QString code =
        QString::fromUtf8(bound.mid(bound.indexOf('\n'))); // behind the licence's line
    QVERIFY(!unboundList.match(code).hasMatch());
    QByteArray escaped = bound;
    escaped.replace("'", "''");
    QCOMPARE(session.execute("PREPARE checked FROM '" + escaped + "'"), QString());
}

QTEST_GUILESS_MAIN(TestMariaDbCatalogColumns)
#include "tst_mariadb_catalog_columns.moc"
