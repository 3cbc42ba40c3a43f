// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Databases through OpenSSH, with a real SSH server on loopback: both engines are read through it,
// nothing hangs and nothing outlives the program, a dead way is replaced, and what goes wrong is
// one sentence. Passwords never show in the process list.
#include "model/sql/ssh/ssh_host.h"
#include "model/sql/ssh/ssh_tunnel.h"
#include "tests/server/cutting_relay.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/own_sshd.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>

#include <unistd.h>

using namespace cadastre;
using namespace cadastre::test;

namespace {

const QString sshName = QStringLiteral("bastion");
const QString secret = QStringLiteral("unguessed-7f3-secret");

Result<ReadResult> readThrough(const QString& url, ReadControl& control, int timeoutMs = 8000)
{
    const Result<DatabaseAddress> address = parseDatabaseAddress(url);
    if (!address)
        return address.error();
    const Result<DatabaseAddress> through = throughSsh(*address, sshName);
    if (!through)
        return through.error();
    ReadOptions options;
    options.connectTimeoutMs = timeoutMs;
    // that server trusts who gives none, and refuses a wrong one
    const QString password = through->kind == AddressKind::PostgreSql ? secret : QString();
    return readSource(*through, password, options, control);
}

QByteArray fileOf(int process, const char* name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(process).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isGone(int process)
{
    const QByteArray state = fileOf(process, "stat");
    return state.isEmpty() || state.contains(") Z ");
}

/// For the test of a crash: opens a way, says the child's number, and waits to be killed.
int holdTunnel(int port)
{
    const Result<OpenedTunnel> opened = openTunnel({sshName, {}, port, {}}, {}, 8000);
    std::printf("%d\n", opened ? opened->tunnel->processId() : 0);
    std::fflush(stdout);
    pause();
    return 0;
}

} // namespace

class TestSshTunnel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void hosts_data();
    void hosts();
    void hostsOfAConfiguration();
    void writtenForm();
    void filesHaveNoSsh();
    void bothEnginesAreRead_data();
    void bothEnginesAreRead();
    void passwordIsInNoProcessList();
    void tunnelIsShared();
    void killedTunnelIsReplaced();
    void stuckTunnelIsReplaced();
    void sshServerRestarts();
    void mistakes_data();
    void mistakes();
    void nameOfTheCertificate();
    void mariaDbNameIsNotClaimed();
    void cancelled();
    void childEndsWithTheProgram();

private:
    OwnSshd m_sshd;
    std::unique_ptr<PostgresTestDatabase> m_postgres;
    std::unique_ptr<MariaDbTestDatabase> m_mariadb;
};

void TestSshTunnel::initTestCase()
{
    QVERIFY2(m_sshd.error().isEmpty(), qPrintable(m_sshd.error()));
    m_postgres = std::make_unique<PostgresTestDatabase>(QStringLiteral("ssh"));
    QVERIFY2(m_postgres->error().isEmpty(), qPrintable(m_postgres->error()));
    QCOMPARE(m_postgres->execute("CREATE TABLE far_away (id int PRIMARY KEY)"), QString());
    m_mariadb = std::make_unique<MariaDbTestDatabase>(QStringLiteral("ssh"));
    QVERIFY2(m_mariadb->error().isEmpty(), qPrintable(m_mariadb->error()));
    QCOMPARE(m_mariadb->execute("CREATE TABLE far_away (id int PRIMARY KEY)"), QString());
}

void TestSshTunnel::init()
{
    m_sshd.restoreKeys();
    QVERIFY(tunnelsThrough(sshName).empty()); // nobody holds one any more
}

void TestSshTunnel::hosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("fine");
    for (const char* host : {"bastion", "anna@bastion.example", "10.0.0.1",
                             "ssh://a@b.example:2222", "fe80::1", "ssh://[::1]:22"})
        QTest::newRow(host) << QString::fromLatin1(host) << true;
    for (const char* host :
         {"-oProxyCommand=touch /tmp/x", "--", "-F/tmp/x", "a b", "a;b", "$(b)", "`b`", "a@-b",
          "-a@b", "a\nb", "a|b", "a'b", "a\"b", "b:22", "ssh://-b", "ssh://a@b:22/x", ""})
        QTest::newRow(host) << QString::fromLatin1(host) << false;
}

void TestSshTunnel::hosts()
{
    QFETCH(QString, host);
    QFETCH(bool, fine);
    QCOMPARE(checkSshHost(host).has_value(), fine);
    const QString url = QStringLiteral("postgresql://anna@localhost/shop");
    if (fine)
        QCOMPARE(parseDatabaseAddress(QStringLiteral("%1 (ssh %2)").arg(url, host))->sshHost, host);
    const QByteArrayList command = sshCommand({host, QStringLiteral("db"), 5432, {}}, 4242, 5000);
    QCOMPARE(command.last(), host.toUtf8());
    QCOMPARE(command[command.size() - 2], QByteArray("--"));
    QVERIFY(command.contains("BatchMode=yes"));
    QVERIFY(command.contains("ExitOnForwardFailure=yes"));
    QVERIFY(!command.join(' ').contains("StrictHostKeyChecking"));
}

void TestSshTunnel::hostsOfAConfiguration()
{
    QCOMPARE(hostsOfSshConfig("Host bastion  jump\n\tHostName 10.0.0.1\nhost=work\nHost *\n"
                              "Host !no *.example \"quoted\"\n# Host comment\nMatch host x\n"),
             QStringList({QStringLiteral("bastion"), QStringLiteral("jump"), QStringLiteral("work"),
                          QStringLiteral("quoted")}));
    QCOMPARE(knownSshHosts(), QStringList({sshName, QStringLiteral("nowhere")}));
}

void TestSshTunnel::writtenForm()
{
    const auto plain = parseDatabaseAddress(QStringLiteral("mariadb://anna@localhost/shop"));
    const auto through = throughSsh(*plain, sshName);
    QCOMPARE(through->displayText(), QStringLiteral("mariadb://anna@localhost/shop (ssh bastion)"));
    QCOMPARE(*parseDatabaseAddress(through->displayText()), *through);
    QVERIFY(*plain != *through);
    QVERIFY(!parseDatabaseAddress(
        QStringLiteral("mariadb://anna@localhost/shop (ssh -oProxyCommand=x)")));
}

void TestSshTunnel::filesHaveNoSsh()
{
    DatabaseAddress file;
    file.path = QStringLiteral("/tmp/shop.sqlite");
    QVERIFY(!throughSsh(file, sshName));
    QVERIFY(throughSsh(file, {}).has_value());
}

void TestSshTunnel::bothEnginesAreRead_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("PostgreSQL") << m_postgres->url();
    QTest::newRow("MariaDB") << m_mariadb->url();
}

void TestSshTunnel::bothEnginesAreRead()
{
    QFETCH(QString, url);
    ReadControl control;
    const Result<ReadResult> result = readThrough(url, control);
    QVERIFY2(result.has_value(), result ? "" : qPrintable(errorText(result.error())));
    const Catalog catalog = catalogOf(*result);
    QVERIFY(std::ranges::any_of(catalog.objects().tables, [](const Table& table) {
        return table.name == QLatin1String("far_away");
    }));
    QVERIFY(catalog.source(SourceId{0}).location.endsWith(QLatin1String("(ssh bastion)")));
    QVERIFY(tunnelsThrough(sshName).empty()); // ended with the read
}

void TestSshTunnel::passwordIsInNoProcessList()
{
    const Result<QString> server = serverUrl(Engine::PostgreSql);
    CuttingRelay relay(QUrl(*server).port());
    relay.setFrozen(true);
    const QString url =
        QStringLiteral("postgresql://cadastre@127.0.0.1:%1/postgres").arg(relay.port());
    ReadControl control;
    std::thread reading([&] { (void)readThrough(url, control); });
    std::shared_ptr<SshTunnel> tunnel;
    [&] { QTRY_VERIFY(!tunnelsThrough(sshName).empty()); }();
    if (const auto tunnels = tunnelsThrough(sshName); !tunnels.empty())
        tunnel = tunnels.front();
    const QByteArray command = tunnel ? fileOf(tunnel->processId(), "cmdline") : QByteArray();
    const QByteArray environment = tunnel ? fileOf(tunnel->processId(), "environ") : QByteArray();
    control.cancel();
    reading.join();
    QVERIFY2(command.contains("bastion"), command.constData());
    QVERIFY(!command.contains(secret.toUtf8()));
    QVERIFY(!environment.contains(secret.toUtf8()));
    QVERIFY(command.contains(QByteArray("\0--\0bastion", 11)));
}

void TestSshTunnel::tunnelIsShared()
{
    const SshWay way{sshName, QStringLiteral("127.0.0.1"), 4242, {}};
    const Result<OpenedTunnel> first = openTunnel(way, {}, 8000);
    QVERIFY2(first.has_value(), first ? "" : qPrintable(errorText(first.error())));
    const Result<OpenedTunnel> second = openTunnel(way, {}, 8000);
    QVERIFY(!first->reused && second->reused);
    QCOMPARE(second->tunnel, first->tunnel);
    SshWay other = way;
    other.port = 4243;
    const Result<OpenedTunnel> third = openTunnel(other, {}, 8000);
    QVERIFY(third->tunnel != first->tunnel);
    QCOMPARE(tunnelsThrough(sshName).size(), std::size_t(2));
}

void TestSshTunnel::killedTunnelIsReplaced()
{
    const QUrl url(m_postgres->url());
    const SshWay way{sshName, url.host(), url.port(), {}};
    const Result<OpenedTunnel> held = openTunnel(way, {}, 8000);
    QVERIFY(held.has_value());
    ReadControl control;
    QVERIFY(readThrough(m_postgres->url(), control).has_value());
    const int before = held->tunnel->processId();
    kill(before, SIGKILL);
    QTRY_VERIFY(!held->tunnel->isAlive());
    QVERIFY(held->tunnel->problem().has_value());
    QVERIFY(readThrough(m_postgres->url(), control).has_value());
}

/// As after sleep: the way is there, and nothing comes through it.
void TestSshTunnel::stuckTunnelIsReplaced()
{
    for (const QString& text : {m_postgres->url(), m_mariadb->url()}) {
        const QUrl url(text);
        const Result<OpenedTunnel> held =
            openTunnel({sshName, url.host(), url.port(), {}}, {}, 8000);
        QVERIFY(held.has_value());
        const int process = held->tunnel->processId();
        kill(process, SIGSTOP);
        ReadControl control;
        const Result<ReadResult> result = readThrough(text, control, 1000);
        kill(process, SIGCONT);
        QVERIFY2(result.has_value(), result ? "" : qPrintable(errorText(result.error())));
        QVERIFY(!held->tunnel->isAlive());
    }
}

void TestSshTunnel::sshServerRestarts()
{
    const QUrl url(m_mariadb->url());
    const Result<OpenedTunnel> held = openTunnel({sshName, url.host(), url.port(), {}}, {}, 8000);
    QVERIFY(held.has_value());
    m_sshd.stop();
    ReadControl control;
    const Result<ReadResult> meanwhile = readThrough(m_mariadb->url(), control, 2000);
    m_sshd.start();
    QVERIFY(m_sshd.error().isEmpty());
    const Result<ReadResult> after = readThrough(m_mariadb->url(), control);
    QVERIFY2(after.has_value(), after ? "" : qPrintable(errorText(after.error())));
    if (!meanwhile)
        QVERIFY2(meanwhile.error().message.contains(QLatin1String("SSH host bastion")),
                 qPrintable(errorText(meanwhile.error())));
}

void TestSshTunnel::mistakes_data()
{
    QTest::addColumn<QString>("mistake");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("unknown host key")
        << "hostkey"
        << "The key of the SSH host bastion is not known yet: run ssh bastion in a";
    QTest::newRow("key that is not accepted") << "key"
                                              << "The SSH host bastion did not accept your keys";
    QTest::newRow("server out of reach")
        << "target"
        << "The SSH host bastion does not reach the database server";
    QTest::newRow("SSH server is down") << "down"
                                        << "Nobody answers at the SSH host bastion";
}

void TestSshTunnel::mistakes()
{
    QFETCH(QString, mistake);
    QFETCH(QString, sentence);
    QString url = m_postgres->url();
    if (mistake == QLatin1String("hostkey"))
        m_sshd.forgetHostKey();
    if (mistake == QLatin1String("key"))
        m_sshd.useStrangeKey();
    if (mistake == QLatin1String("down"))
        m_sshd.stop();
    if (mistake == QLatin1String("target"))
        url = QStringLiteral("postgresql://cadastre@127.0.0.1:1/postgres");
    QElapsedTimer timer;
    timer.start();
    ReadControl control;
    const Result<ReadResult> result = readThrough(url, control);
    if (mistake == QLatin1String("down"))
        m_sshd.start();
    QVERIFY(!result);
    QVERIFY2(result.error().message.startsWith(sentence), qPrintable(errorText(result.error())));
    QVERIFY(timer.elapsed() < 8000);
    QVERIFY(!errorText(result.error()).contains(secret));
}

/// libpq checks the name of the address, not this machine's end of the way.
void TestSshTunnel::nameOfTheCertificate()
{
    const QString certificate = qEnvironmentVariable("CADASTRE_TEST_CERTIFICATE");
    QVERIFY(!certificate.isEmpty());
    const QString tls = QStringLiteral("?sslmode=verify-full&sslrootcert=%1").arg(certificate);
    QString named = m_postgres->url();
    named.replace(QLatin1String("127.0.0.1"), QLatin1String("localhost"));
    ReadControl control;
    const Result<ReadResult> right = readThrough(named + tls, control);
    QVERIFY2(right.has_value(), right ? "" : qPrintable(errorText(right.error())));
    QVERIFY(right->transportSecurity.startsWith(QLatin1String("TLS")));
    QString other = m_postgres->url();
    other.replace(QLatin1String("127.0.0.1"), QLatin1String("127.0.0.2"));
    const Result<ReadResult> wrong = readThrough(other + tls, control);
    QVERIFY(!wrong);
}

void TestSshTunnel::mariaDbNameIsNotClaimed()
{
    const QString certificate = qEnvironmentVariable("CADASTRE_TEST_CERTIFICATE");
    ReadControl control;
    const Result<ReadResult> name = readThrough(
        m_mariadb->url() + QStringLiteral("?ssl-mode=verify-identity&ssl-ca=") + certificate,
        control);
    QVERIFY(!name);
    QVERIFY2(name.error().message.contains(QLatin1String("cannot do through SSH")),
             qPrintable(errorText(name.error())));
    const Result<ReadResult> authority = readThrough(
        m_mariadb->url() + QStringLiteral("?ssl-mode=verify-ca&ssl-ca=") + certificate, control);
    QVERIFY2(authority.has_value(), authority ? "" : qPrintable(errorText(authority.error())));
    QVERIFY(authority->transportSecurity.startsWith(QLatin1String("TLS")));
}

void TestSshTunnel::cancelled()
{
    for (const Engine engine : {Engine::PostgreSql, Engine::MariaDb}) {
        const Result<QString> server = serverUrl(engine);
        CuttingRelay relay(QUrl(*server).port());
        relay.setFrozen(true);
        QUrl url(*server);
        url.setPort(relay.port());
        ReadControl control;
        std::thread stopping([&control] {
            std::this_thread::sleep_for(std::chrono::milliseconds(700));
            control.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        const Result<ReadResult> result = readThrough(url.toString(), control, 30000);
        const qint64 took = timer.elapsed();
        stopping.join();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QVERIFY2(took < 3000, qPrintable(QString::number(took)));
    }
}

void TestSshTunnel::childEndsWithTheProgram()
{
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--hold"), QStringLiteral("4242")});
    QVERIFY(program.waitForReadyRead(10000));
    const int child = program.readLine().trimmed().toInt();
    QVERIFY(child > 0);
    QVERIFY(!isGone(child));
    program.kill(); // as in a crash: nothing of it runs any more
    QVERIFY(program.waitForFinished(5000));
    QTRY_VERIFY(isGone(child));
}

int main(int argc, char** argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--hold") == 0)
        return holdTunnel(atoi(argv[2]));
    QCoreApplication application(argc, argv);
    TestSshTunnel test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ssh_tunnel.moc"
