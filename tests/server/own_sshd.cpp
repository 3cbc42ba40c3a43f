// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/server/own_sshd.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <arpa/inet.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cadastre::test {

namespace {

constexpr int patienceMs = 10000;

/// Whom the server runs as, who is also the one who logs in: root's would need a folder of the
/// system for separating privileges.
const passwd* sshdUser()
{
    return getuid() == 0 ? getpwnam("postgres") : getpwuid(getuid());
}

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int portForSshd()
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    bind(listener, reinterpret_cast<sockaddr*>(&address), length);
    getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length);
    close(listener);
    return ntohs(address.sin_port);
}

bool answers(int port)
{
    const int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    const bool connected =
        connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(client);
    return connected;
}

} // namespace

OwnSshd::OwnSshd()
    : m_program(qEnvironmentVariable("CADASTRE_TEST_SSHD", QStringLiteral("/usr/sbin/sshd")))
    , m_port(portForSshd())
{
    if (!QFile::exists(m_program)) {
        m_error = QStringLiteral("There is no sshd: run ./dev test, which unpacks one, or name it "
                                 "in CADASTRE_TEST_SSHD.");
        return;
    }
    for (const char* name : {"hostkey", "person", "stranger"})
        makeKey(QString::fromLatin1(name));
    writeConfigs();
    restoreKeys();
    QFile::copy(file(QStringLiteral("person.pub")), file(QStringLiteral("authorized")));
    qputenv("CADASTRE_SSH_CONFIG", QFile::encodeName(file(QStringLiteral("client.conf"))));
    for (const char* name : {".", "hostkey", "hostkey.pub", "authorized", "server.conf"}) {
        const QByteArray path = QFile::encodeName(file(QString::fromLatin1(name)));
        if (chown(path.constData(), sshdUser()->pw_uid, sshdUser()->pw_gid) != 0)
            m_error = QStringLiteral("The folder cannot be given to the server's user.");
    }
    if (m_error.isEmpty())
        start();
}

OwnSshd::~OwnSshd()
{
    stop();
    qunsetenv("CADASTRE_SSH_CONFIG");
}

void OwnSshd::makeKey(const QString& name)
{
    QProcess process;
    process.start(QStringLiteral("ssh-keygen"),
                  {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                   QStringLiteral("-N"), QString(), QStringLiteral("-f"), file(name)});
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0)
        m_error = QString::fromLocal8Bit(process.readAllStandardError());
}

bool OwnSshd::write(const QString& name, const QByteArray& text)
{
    QFile target(file(name));
    return target.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           target.write(text) == text.size();
}

void OwnSshd::writeConfigs()
{
    const QByteArray folder = QFile::encodeName(m_folder.path());
    const QByteArray port = QByteArray::number(m_port);
    write(QStringLiteral("server.conf"),
          "Port " + port + "\nListenAddress 127.0.0.1\nHostKey " + folder +
              "/hostkey\nAuthorizedKeysFile " + folder +
              "/authorized\nPidFile none\nUsePAM no\nStrictModes no\nPasswordAuthentication no\n"
              "KbdInteractiveAuthentication no\nMaxStartups 50\nLogLevel ERROR\n");
    write(QStringLiteral("client.conf"),
          "Host bastion\n  HostName 127.0.0.1\n  Port " + port + "\n  User " +
              QByteArray(sshdUser()->pw_name) + "\n  IdentityFile " + folder +
              "/identity\n  IdentityAgent none\n  IdentitiesOnly yes\n  UserKnownHostsFile " +
              folder + "/known\n  GlobalKnownHostsFile /dev/null\n\nHost *.example nowhere\n");
}

void OwnSshd::restoreKeys()
{
    QFile key(file(QStringLiteral("hostkey.pub")));
    const bool opened = key.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QByteArrayList words = key.readAll().split(' ');
    write(QStringLiteral("known"), "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' +
                                       words.value(0) + ' ' + words.value(1).trimmed() + '\n');
    QFile::remove(file(QStringLiteral("identity")));
    QFile::copy(file(QStringLiteral("person")), file(QStringLiteral("identity")));
}

void OwnSshd::forgetHostKey()
{
    write(QStringLiteral("known"), {});
}

void OwnSshd::useStrangeKey()
{
    QFile::remove(file(QStringLiteral("identity")));
    QFile::copy(file(QStringLiteral("stranger")), file(QStringLiteral("identity")));
}

void OwnSshd::start()
{
    QStringList command{QStringLiteral("--pdeathsig"), QStringLiteral("KILL")};
    if (getuid() == 0)
        command << QStringLiteral("--reuid=%1").arg(sshdUser()->pw_uid)
                << QStringLiteral("--regid=%1").arg(sshdUser()->pw_gid)
                << QStringLiteral("--clear-groups");
    command << m_program << QStringLiteral("-D") << QStringLiteral("-e") << QStringLiteral("-f")
            << file(QStringLiteral("server.conf"));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QDir libraries(QFileInfo(m_program).path() + QStringLiteral("/../lib"));
    QStringList folders;
    for (const QString& name : libraries.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        folders << libraries.absoluteFilePath(name);
    if (!m_program.startsWith(QLatin1String("/usr/sbin/")))
        environment.insert(QStringLiteral("LD_LIBRARY_PATH"), folders.join(QLatin1Char(':')));
    m_server.setProcessEnvironment(environment);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setWorkingDirectory(QStringLiteral("/"));
    m_server.start(QStringLiteral("setpriv"), command);
    const QDeadlineTimer deadline(patienceMs);
    while (!answers(m_port) && !deadline.hasExpired() && !m_server.waitForFinished(20))
        ;
    if (!answers(m_port))
        m_error = QString::fromLocal8Bit(m_server.readAll());
}

void OwnSshd::stop()
{
    m_server.kill();
    m_server.waitForFinished(patienceMs);
}

} // namespace cadastre::test
