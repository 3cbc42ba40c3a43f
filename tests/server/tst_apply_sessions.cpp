// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which sessions the window opens at a server before somebody applies: none that could write. A
// relay sees every byte that planning sends. What applying does is in tst_apply_servers.
#include "tests/server/cutting_relay.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/support/apply_driver.h"

#include <QTemporaryDir>
#include <QUrl>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

/// What a session says that can never write, and what only one that means to says.
struct Words
{
    QByteArray reading;
    QByteArrayList writing;
};

const Words postgreSqlWords{
    "set_config('default_transaction_read_only', 'on'",
    {"COMMENT ON", "BEGIN ISOLATION LEVEL READ COMMITTED", "set_config('synchronous_commit'"}};
const Words mariaDbWords{"SET SESSION TRANSACTION READ ONLY",
                         {"ALTER TABLE", "SESSION autocommit = 1", "GET_LOCK("}};

} // namespace

class TestApplySessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_home->path().toUtf8());
    }

    void planningNeverOpensAWritingSession_data()
    {
        QTest::addColumn<bool>("postgreSql");
        QTest::addColumn<bool>("readOnly");
        QTest::newRow("PostgreSQL") << true << false;
        QTest::newRow("PostgreSQL, marked as read only") << true << true;
        QTest::newRow("MariaDB") << false << false;
        QTest::newRow("MariaDB, marked as read only") << false << true;
    }

    void planningNeverOpensAWritingSession()
    {
        QFETCH(bool, postgreSql);
        QFETCH(bool, readOnly);
        std::unique_ptr<PostgresTestDatabase> postgres;
        std::unique_ptr<MariaDbTestDatabase> mariaDb;
        QString url;
        if (postgreSql) {
            postgres = std::make_unique<PostgresTestDatabase>(text("plans"));
            QCOMPARE(postgres->error(), QString());
            QCOMPARE(postgres->execute("CREATE TABLE orders (id integer)"), QString());
            m_relay = std::make_unique<CuttingRelay>(QUrl(postgres->url()).port());
            url = text("postgresql://cadastre@127.0.0.1:%1/%2?sslmode=disable&gssencmode=disable")
                      .arg(m_relay->port())
                      .arg(postgres->name());
        } else {
            mariaDb = std::make_unique<MariaDbTestDatabase>(text("plans"));
            QCOMPARE(mariaDb->error(), QString());
            QCOMPARE(mariaDb->execute("CREATE TABLE orders (id int)"), QString());
            m_relay = std::make_unique<CuttingRelay>(QUrl(mariaDb->url()).port());
            url = text("mariadb://cadastre@127.0.0.1:%1/%2?ssl-mode=disabled")
                      .arg(m_relay->port())
                      .arg(mariaDb->name());
        }
        planAndApply(url, postgreSql ? postgreSqlWords : mariaDbWords, readOnly);
    }

private:
    void planAndApply(const QString& url, const Words& words, bool readOnly);
    /// Of all sessions since begin(): how many can never write, and which said a word of writing.
    int readingSessions(const Words& words, QStringList& writing);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<CuttingRelay> m_relay;
};

int TestApplySessions::readingSessions(const Words& words, QStringList& writing)
{
    int reading = 0;
    for (const RelayedBytes& session : m_relay->recorded()) {
        reading += session.toServer.contains(words.reading) ? 1 : 0;
        for (const QByteArray& word : words.writing) {
            if (session.toServer.contains(word))
                writing << QString::fromUtf8(word);
        }
    }
    return reading;
}

void TestApplySessions::planAndApply(const QString& url, const Words& words, bool readOnly)
{
    ApplyDriver driver;
    driver.apply.setMarks([readOnly](const QString&) { return SourceMarks{readOnly, false}; });
    QVERIFY2(driver.open(url), qPrintable(driver.failure));
    QVERIFY(driver.edit(text("orders"), text("words")));
    QVERIFY(driver.edit(text("orders.id"), text("more words")));
    m_relay->begin();
    QVERIFY(driver.plan());
    const PendingSource pending = driver.apply.state().sources.front();
    QCOMPARE(pending.planProblem, QString());
    for (const PendingRow& row : pending.rows)
        QVERIFY2(row.planned && !row.planned->sql.isEmpty(), qPrintable(row.name));
    QStringList writing;
    QCOMPARE(readingSessions(words, writing), 1);
    QCOMPARE(m_relay->recorded().size(), std::size_t(1));
    QCOMPARE(writing, QStringList());

    m_relay->begin();
    const Result<Nothing> begun = driver.apply.apply(text("shop"), driver.stagedKeys(), {});
    QCOMPARE(begun.has_value(), !readOnly);
    if (readOnly) { // not one byte
        QVERIFY(!driver.apply.isWriting());
        QVERIFY(m_relay->recorded().empty());
        QCOMPARE(driver.stagedKeys().size(), std::size_t(2));
        return;
    }
    QTRY_COMPARE_WITH_TIMEOUT(driver.reports.size(), std::size_t(1), ApplyDriver::patienceMs);
    QCOMPARE(outcomeLine(driver.reports.front().writes), text("2 written"));
    static_cast<void>(readingSessions(words, writing));
    QVERIFY(driver.settle());
    for (const QByteArray& word : words.writing) // or they would prove nothing
        QVERIFY2(writing.contains(QString::fromUtf8(word)), word.constData());
}

QTEST_GUILESS_MAIN(TestApplySessions)
#include "tst_apply_sessions.moc"
