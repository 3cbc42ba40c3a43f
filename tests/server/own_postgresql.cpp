// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/server/own_postgresql.h"

#include "tests/server/postgresql_test_database.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>

#include <libpq-fe.h>

#include <arpa/inet.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cadastre::test {

namespace {

constexpr int patienceMs = 30000;

/// The folder of the newest server that is installed.
QString programFolder()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    int newest = 0;
    for (const QString& version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (QFile::exists(versions.filePath(version + QStringLiteral("/bin/initdb"))))
            newest = std::max(newest, version.toInt());
    }
    return versions.filePath(QString::number(newest)) + QStringLiteral("/bin/");
}

int freePort()
{
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    bind(listener, reinterpret_cast<sockaddr*>(&address), length);
    getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length);
    close(listener);
    return ntohs(address.sin_port);
}

/// Whom a server runs as when the test is root, which PostgreSQL refuses.
const passwd* serverUser()
{
    const passwd* user = getuid() == 0 ? getpwnam("postgres") : nullptr;
    return user || getuid() != 0 ? user : getpwnam("nobody");
}

} // namespace

OwnPostgres::OwnPostgres()
    : m_programs(programFolder())
    , m_port(freePort())
{
    if (const passwd* user = serverUser()) {
        const int changed =
            chown(QFile::encodeName(m_folder.path()).constData(), user->pw_uid, user->pw_gid);
        if (changed != 0)
            m_error = QStringLiteral("The folder cannot be given to the server's user.");
    }
    run(QStringLiteral("initdb"),
        {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-U"),
         QStringLiteral("cadastre"), QStringLiteral("-A"), QStringLiteral("trust"),
         QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--locale=C"),
         QStringLiteral("--no-sync")});
    if (m_error.isEmpty())
        start();
}

OwnPostgres::~OwnPostgres()
{
    stop();
}

QString OwnPostgres::url() const
{
    return QStringLiteral("postgresql://cadastre@127.0.0.1:%1/postgres?sslmode=disable")
        .arg(m_port);
}

QStringList OwnPostgres::asItsUser(const QString& program, const QStringList& arguments) const
{
    QStringList command;
    if (const passwd* user = serverUser())
        command << QStringLiteral("--reuid=%1").arg(user->pw_uid)
                << QStringLiteral("--regid=%1").arg(user->pw_gid)
                << QStringLiteral("--clear-groups");
    command << QStringLiteral("--pdeathsig") << QStringLiteral("QUIT")
            << QString(m_programs + program);
    return command + arguments;
}

void OwnPostgres::run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("setpriv"), asItsUser(program, arguments));
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        m_error = QString(program + QLatin1String(": ") +
                          QString::fromLocal8Bit(process.readAllStandardError()));
}

void OwnPostgres::start()
{
    m_server.setWorkingDirectory(m_folder.path());
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setStandardErrorFile(QProcess::nullDevice());
    m_server.start(QStringLiteral("setpriv"),
                   asItsUser(QStringLiteral("postgres"),
                             {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")),
                              QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-h"),
                              QStringLiteral("127.0.0.1"), QStringLiteral("-k"), QString(),
                              QStringLiteral("-c"), QStringLiteral("fsync=off"),
                              QStringLiteral("-c"), QStringLiteral("shared_buffers=16MB")}));
    if (!awaitReady())
        m_error = QStringLiteral("The server did not start.");
}

void OwnPostgres::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_server.processId()), SIGINT); // ends sessions, shuts down
    if (!m_server.waitForFinished(patienceMs))
        m_server.kill();
}

int OwnPostgres::vitalProcess()
{
    return PostgresSession(url())
        .value("SELECT pid FROM pg_stat_activity WHERE backend_type = 'background writer'")
        .toInt();
}

bool OwnPostgres::awaitReady()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < patienceMs) {
        const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(
            PQconnectdb(url().toUtf8().constData()), &PQfinish);
        if (PQstatus(connection.get()) == CONNECTION_OK)
            return true;
        usleep(5000);
    }
    return false;
}

bool OwnPostgres::becomeStandby()
{
    stop();
    QFile mark(m_folder.filePath(QStringLiteral("data/standby.signal")));
    if (!mark.open(QIODevice::WriteOnly))
        return false;
    mark.close();
    start();
    return m_error.isEmpty();
}

} // namespace cadastre::test
