// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Two writers race for the comments of one object of every kind: both this program, or one of them
// mariadb or libmariadb, which look at nothing. No text is replaced that was not
// shown as `before`; for databases, which no lock of the server covers, between two of this
// program.
#include "tests/server/mariadb_comment_objects.h"
#include "tests/support/soak.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <barrier>
#include <thread>

using namespace cadastre;
using namespace cadastre::test;

namespace {

const QByteArray objects = R"sql(
CREATE TABLE one (id INT PRIMARY KEY, a INT DEFAULT 3 CHECK (a > 0), b JSON, KEY ka (a), KEY kb (id, a));
CREATE TABLE two (id INT PRIMARY KEY, g POINT REF_SYSTEM_ID=4326);
CREATE SEQUENCE counter;
CREATE PROCEDURE doing() SELECT 1;
CREATE FUNCTION computing() RETURNS INT DETERMINISTIC RETURN 1;
CREATE EVENT nightly ON SCHEDULE EVERY 1 YEAR STARTS '2035-01-01 00:00:00' DISABLE DO SELECT 1;
)sql";

/// What the other program sends; %1 is its text.
const QList<QByteArray> plainStatements{
    "ALTER TABLE one COMMENT = '%1'",
    "ALTER TABLE one MODIFY a INT DEFAULT 3 COMMENT '%1' CHECK (a > 0)",
    "ALTER TABLE one MODIFY b JSON COMMENT '%1'",
    "ALTER TABLE one DROP KEY ka, DROP KEY kb, ADD KEY ka (a) COMMENT '%1', ADD KEY kb (id, a)",
    "ALTER TABLE two COMMENT = '%1', MODIFY g POINT REF_SYSTEM_ID=4326 COMMENT '%1'",
    "ALTER TABLE counter COMMENT = '%1'",
    "ALTER PROCEDURE doing COMMENT '%1'",
    "ALTER FUNCTION computing COMMENT '%1'",
    "ALTER EVENT nightly COMMENT '%1'",
};
/// And what each of them is about.
const QList<QStringList> plainKeys{
    {QStringLiteral("table:DB.one")},
    {QStringLiteral("column:DB.one.a")},
    {QStringLiteral("column:DB.one.b")},
    {QStringLiteral("index:DB.one.ka")},
    {QStringLiteral("table:DB.two"), QStringLiteral("column:DB.two.g")},
    {QStringLiteral("sequence:DB.counter")},
    {QStringLiteral("routine:DB.doing()")},
    {QStringLiteral("routine:DB.computing()")},
    {QStringLiteral("event:DB.nightly")}};

/// No lock of the server keeps others away from a database.
const QString databaseKey = QStringLiteral("schema:DB");

/// Its statements in an order of its own, by the command line client or by libmariadb.
void writePlainly(const QString& url, std::vector<QByteArray> statements, QRandomGenerator& random)
{
    std::shuffle(statements.begin(), statements.end(), random);
    if (random.bounded(4) == 0) {
        const QUrl parts(url);
        QProcess client;
        client.start(QStringLiteral("mariadb"),
                     {QStringLiteral("--no-defaults"), QStringLiteral("-h127.0.0.1"),
                      QStringLiteral("-P%1").arg(parts.port()), QStringLiteral("-ucadastre"),
                      parts.path().mid(1)});
        for (const QByteArray& statement : statements)
            client.write(statement + ";\n");
        client.closeWriteChannel();
        client.waitForFinished(60000);
        if (client.exitCode() != 0)
            qFatal("mariadb: %s", client.readAllStandardError().constData());
        return;
    }
    MariaDbSession session(url);
    for (const QByteArray& statement : statements) {
        const QString error = session.execute(statement);
        if (!error.isEmpty())
            qFatal("%s: %s", statement.constData(), qPrintable(error));
    }
}

} // namespace

class TestCommentRaceMariaDbSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_database.reset(); }
    void cleanupTestCase();
    void twoOfThisProgram();
    void withAndWithoutLocks();
    void againstAnotherProgram();

private:
    CommentWriteRequest request(const QStringList& keys, const QString& after);
    void race(const QStringList& keys, const QString& theirUrl, int round);
    QString stored(const Catalog& now, const CommentEdit& edit)
    {
        return now.base(*now.find(edit.key)).comment.text;
    }

    std::unique_ptr<MariaDbTestDatabase> m_database;
    std::map<WriteOutcome, int> m_outcomes;
};

void TestCommentRaceMariaDbSoak::init()
{
    m_database = std::make_unique<MariaDbTestDatabase>(QStringLiteral("race"));
    QVERIFY2(m_database->error().isEmpty(), qPrintable(m_database->error()));
    QCOMPARE(m_database->execute("SET sql_mode = ''; " + objects), QString());
}

void TestCommentRaceMariaDbSoak::cleanupTestCase()
{
    for (const auto& [outcome, count] : m_outcomes)
        qInfo("%s: %d", qPrintable(writeOutcomeName(outcome)), count);
}

CommentWriteRequest TestCommentRaceMariaDbSoak::request(const QStringList& keys,
                                                        const QString& after)
{
    const auto catalog = catalogAt(m_database->url());
    CommentWriteRequest request = writeRequest(catalog, {});
    request.lockTimeoutMs = 20000; // who waits longest writes last
    for (QString key : keys)
        request.edits.push_back(
            editOf(*catalog, key.replace(QLatin1String("DB"), m_database->name()), after));
    return request;
}

/// Both are this program; exactly one of them gets to write each text.
void TestCommentRaceMariaDbSoak::race(const QStringList& keys, const QString& theirUrl, int round)
{
    const CommentWriteRequest mine = request(keys, QStringLiteral("mine %1").arg(round));
    CommentWriteRequest theirs = mine;
    for (CommentEdit& edit : theirs.edits)
        edit.after = QStringLiteral("theirs %1").arg(round);
    std::barrier start(2);
    std::optional<Result<CommentWriteReport>> theirReport;
    std::thread other([&] {
        start.arrive_and_wait();
        theirReport = writeTo(theirUrl, theirs);
    });
    start.arrive_and_wait();
    const auto myReport = writeTo(m_database->url(), mine);
    other.join();
    QVERIFY2(myReport, qPrintable(outcomesOf(myReport).value(0)));
    QVERIFY2(*theirReport, qPrintable(outcomesOf(*theirReport).value(0)));
    const auto now = catalogAt(m_database->url());
    for (std::size_t i = 0; i < mine.edits.size(); ++i) {
        const CommentWrite& my = myReport->writes[i];
        const CommentWrite& their = (*theirReport)->writes[i];
        ++m_outcomes[my.outcome];
        ++m_outcomes[their.outcome];
        const bool isMine = my.outcome == WriteOutcome::Written;
        const bool isTheirs = their.outcome == WriteOutcome::Written;
        QVERIFY2(isMine != isTheirs, qPrintable(my.edit.key.toString() + my.reason + their.reason));
        QCOMPARE(stored(*now, my.edit), isMine ? my.edit.after : their.edit.after);
        QCOMPARE((isMine ? their : my).theirs, (isMine ? my : their).edit.after);
    }
}

void TestCommentRaceMariaDbSoak::twoOfThisProgram()
{
    QStringList keys{databaseKey};
    for (const QStringList& some : plainKeys)
        keys += some;
    for (int round = 0; round < soakCount(400, 4); ++round) {
        race(keys, m_database->url(), round);
        if (QTest::currentTestFailed())
            return;
    }
}

/// One of the two may not lock tables.
void TestCommentRaceMariaDbSoak::withAndWithoutLocks()
{
    const QByteArray account = "'" + m_database->name().toUtf8() + "_u'@'127.0.0.1'";
    QCOMPARE(m_database->execute("CREATE USER " + account +
                                 "; GRANT SELECT, ALTER, INDEX, INSERT "
                                 "ON `" +
                                 m_database->name().toUtf8() + "`.* TO " + account),
             QString());
    QStringList keys;
    for (const QStringList& some : plainKeys)
        keys += some;
    keys.removeIf([](const QString& key) { // of these the other one may not
        return key.startsWith(QLatin1String("routine")) || key.startsWith(QLatin1String("event"));
    });
    for (int round = 0; round < soakCount(100, 3); ++round) {
        race(keys, urlWithUser(m_database->url(), m_database->name() + QStringLiteral("_u")),
             round);
        if (QTest::currentTestFailed())
            break;
    }
    QCOMPARE(m_database->execute("DROP USER " + account), QString());
}

void TestCommentRaceMariaDbSoak::againstAnotherProgram()
{
    QRandomGenerator random(soakSeed());
    QStringList keys;
    for (const QStringList& some : plainKeys)
        keys += some;
    int overwritten = 0;
    for (int round = 0; round < soakCount(500, 5); ++round) {
        const CommentWriteRequest mine = request(keys, QStringLiteral("mine too %1").arg(round));
        const QByteArray plain = "plain " + QByteArray::number(round);
        std::vector<QByteArray> statements;
        for (QByteArray statement : plainStatements)
            statements.push_back(statement.replace("%1", plain));
        std::barrier start(2);
        std::thread other([&] {
            start.arrive_and_wait();
            writePlainly(m_database->url(), statements, random);
        });
        start.arrive_and_wait();
        const auto report = writeTo(m_database->url(), mine);
        other.join();
        QVERIFY2(report, qPrintable(outcomesOf(report).value(0)));
        const auto now = catalogAt(m_database->url());
        for (const CommentWrite& write : report->writes) {
            ++m_outcomes[write.outcome];
            // the other one looks at nothing: it wrote last, or mine would have replaced its text
            QCOMPARE(stored(*now, write.edit), QString::fromUtf8(plain));
            if (write.outcome == WriteOutcome::Conflict)
                QCOMPARE(write.theirs, QString::fromUtf8(plain));
            else
                QVERIFY2(write.outcome == WriteOutcome::Written ||
                             write.outcome == WriteOutcome::Busy,
                         qPrintable(write.reason));
            overwritten += write.outcome == WriteOutcome::Written ? 1 : 0;
        }
    }
    qInfo("written, and then overwritten by the other program: %d", overwritten);
}

QTEST_GUILESS_MAIN(TestCommentRaceMariaDbSoak)
#include "tst_comment_race_mariadb_soak.moc"
