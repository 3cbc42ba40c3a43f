// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Servers that go away: refused, silent as after sleep, silent in the middle of reading, restarted.
// Nothing hangs, a cancel works, the sentence says what to do, and the next attempt works.
#include "tests/server/cutting_relay.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/own_postgresql.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QElapsedTimer>
#include <QTest>
#include <QUrl>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr int connectMs = 800;

Result<ReadResult> readAt(const QUrl& url, ReadControl& control)
{
    const Result<DatabaseAddress> address = parseDatabaseAddress(url.toString());
    if (!address)
        return address.error();
    ReadOptions options;
    options.connectTimeoutMs = connectMs;
    return readSource(*address, {}, options, control);
}

} // namespace

class TestConnectionLoss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void gone_data() { engines(); }
    void gone();
    void silentFromTheStart_data() { engines(); }
    void silentFromTheStart();
    void silentWhileConnectingIsCancelled_data() { engines(); }
    void silentWhileConnectingIsCancelled();
    void silentWhileReadingIsCancelled_data() { engines(); }
    void silentWhileReadingIsCancelled();
    void goneWhileReading_data() { engines(); }
    void goneWhileReading();
    void serverRestarts();

private:
    static void engines();

    std::unique_ptr<PostgresTestDatabase> m_postgres;
    std::unique_ptr<MariaDbTestDatabase> m_mariadb;
    std::unique_ptr<CuttingRelay> m_relay;
    QUrl m_url; ///< through the relay
};

void TestConnectionLoss::engines()
{
    QTest::addColumn<bool>("isPostgres");
    QTest::newRow("PostgreSQL") << true;
    QTest::newRow("MariaDB") << false;
}

void TestConnectionLoss::initTestCase()
{
    m_postgres = std::make_unique<PostgresTestDatabase>(QStringLiteral("loss"));
    QVERIFY2(m_postgres->error().isEmpty(), qPrintable(m_postgres->error()));
    m_mariadb = std::make_unique<MariaDbTestDatabase>(QStringLiteral("loss"));
    QVERIFY2(m_mariadb->error().isEmpty(), qPrintable(m_mariadb->error()));
}

void TestConnectionLoss::init()
{
    if (QTest::currentDataTag() == nullptr)
        return;
    const bool isPostgres = qstrcmp(QTest::currentDataTag(), "PostgreSQL") == 0;
    m_url = QUrl(isPostgres ? m_postgres->url() : m_mariadb->url());
    m_relay = std::make_unique<CuttingRelay>(m_url.port());
    m_url.setPort(m_relay->port());
}

/// Whatever happened before: it is back, and the next attempt works.
void TestConnectionLoss::cleanup()
{
    if (!m_relay)
        return;
    m_relay->setFrozen(false);
    m_relay->setGone(false);
    ReadControl control;
    const Result<ReadResult> again = readAt(m_url, control);
    m_relay.reset();
    QVERIFY2(again.has_value(), again ? "" : qPrintable(errorText(again.error())));
}

void TestConnectionLoss::gone()
{
    m_relay->setGone(true);
    ReadControl control;
    const Result<ReadResult> result = readAt(m_url, control);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Other);
    QVERIFY(!result.error().message.isEmpty());
}

void TestConnectionLoss::silentFromTheStart()
{
    m_relay->setFrozen(true);
    QElapsedTimer timer;
    timer.start();
    ReadControl control;
    const Result<ReadResult> result = readAt(m_url, control);
    QVERIFY(!result);
    QVERIFY2(timer.elapsed() < connectMs + 1500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(!result.error().message.isEmpty(), qPrintable(errorText(result.error())));
}

void TestConnectionLoss::silentWhileConnectingIsCancelled()
{
    m_relay->setFrozen(true);
    ReadControl control;
    std::thread person([&control] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        control.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    const Result<ReadResult> result = readAt(m_url, control);
    const qint64 took = timer.elapsed();
    person.join();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QVERIFY2(took < connectMs, qPrintable(QString::number(took)));
}

void TestConnectionLoss::silentWhileReadingIsCancelled()
{
    ReadControl control;
    std::atomic_bool frozen = false;
    control.onProgress = [&](const ReadProgress&) {
        if (!frozen.exchange(true))
            m_relay->setFrozen(true);
    };
    std::thread person([&] {
        while (!frozen)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        control.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    const Result<ReadResult> result = readAt(m_url, control);
    const qint64 took = timer.elapsed();
    person.join();
    QVERIFY(!result);
    QVERIFY2(took < 200 + connectMs + 1500, qPrintable(QString::number(took)));
}

void TestConnectionLoss::goneWhileReading()
{
    ReadControl control;
    control.onProgress = [&](const ReadProgress&) { m_relay->setGone(true); };
    const Result<ReadResult> result = readAt(m_url, control);
    QVERIFY(!result);
    QVERIFY2(!result.error().message.isEmpty(), qPrintable(errorText(result.error())));
}

void TestConnectionLoss::serverRestarts()
{
    OwnPostgres server;
    QVERIFY2(server.error().isEmpty(), qPrintable(server.error()));
    const QUrl url(server.url());
    ReadControl control;
    QVERIFY(readAt(url, control).has_value());
    server.stop();
    const Result<ReadResult> meanwhile = readAt(url, control);
    QVERIFY(!meanwhile);
    QVERIFY2(meanwhile.error().message.contains(QLatin1String("Nobody answers")),
             qPrintable(errorText(meanwhile.error())));
    server.start();
    QVERIFY2(server.error().isEmpty(), qPrintable(server.error()));
    QVERIFY(readAt(url, control).has_value());
}

QTEST_GUILESS_MAIN(TestConnectionLoss)

#include "tst_connection_loss.moc"
