// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What OpenSSH is started with, and what its words mean. Its configuration stays the person's own:
// only what would hang, outlive the tunnel or hand it to another process is switched off.
#include "model/sql/ssh/ssh_host.h"
#include "model/sql/ssh/ssh_tunnel.h"

#include <QByteArrayList>
#include <QFile>
#include <QStandardPaths>

#include <array>

namespace cadastre {

namespace {

/// Words of OpenSSH and the sentence for them; %1 is the host.
struct SshWording
{
    const char* words;
    const char* sentence;
};

constexpr std::array sshWordings{
    SshWording{"IDENTIFICATION HAS CHANGED",
               "The key of the SSH host %1 is another one than last time, so nothing was sent: ask "
               "who runs it before you go on."},
    SshWording{"Host key verification failed",
               "The key of the SSH host %1 is not known yet: run ssh %1 in a terminal once, "
               "compare the key, and try again."},
    SshWording{"Permission denied",
               "The SSH host %1 did not accept your keys: load the key into your agent (ssh-add), "
               "or see in a terminal what ssh %1 asks for."},
    SshWording{"Too many authentication failures",
               "The SSH host %1 was offered too many keys: name the right one in ~/.ssh/config "
               "(IdentityFile, IdentitiesOnly)."},
    SshWording{"administratively prohibited",
               "The SSH host %1 does not let connections through to the database "
               "(AllowTcpForwarding): ask who runs it."},
    SshWording{"open failed: connect failed",
               "The SSH host %1 does not reach the database server: check its host and port as "
               "they are seen from there."},
    SshWording{"Could not resolve hostname",
               "The SSH host %1 is not known: check its spelling, ~/.ssh/config and the network."},
    SshWording{"Connection refused",
               "Nobody answers at the SSH host %1: check its name and port, and whether it runs."},
    SshWording{"timed out", "The SSH host %1 does not answer: check the network, or the VPN."},
    SshWording{"No route to host",
               "There is no way to the SSH host %1: check the network, or the VPN."},
    SshWording{"Network is unreachable",
               "There is no way to the SSH host %1: check the network, or the VPN."},
    SshWording{"not responding", "The way through the SSH host %1 was lost: reconnect."},
    SshWording{"closed by remote host", "The SSH host %1 closed the connection: reconnect."},
    SshWording{"Bad configuration option",
               "Your configuration of SSH has a line that ssh does not understand."},
    SshWording{"Could not request local forwarding",
               "Your configuration of SSH forwards ports for %1 (LocalForward) that are in use."},
};

QByteArray forwarding(const SshWay& way, int port)
{
    QByteArray target = way.host.isEmpty() ? QByteArray("localhost") : way.host.toUtf8();
    if (target.contains(':') && !target.startsWith('['))
        target = '[' + target + ']';
    target += ':' + QByteArray::number(way.port);
    if (!way.socket.isEmpty())
        target = QFile::encodeName(way.socket);
    return "127.0.0.1:" + QByteArray::number(port) + ':' + target;
}

} // namespace

QByteArrayList sshCommand(const SshWay& way, int port, int timeoutMs)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ssh"));
    if (program.isEmpty())
        return {};
    const QByteArray seconds = QByteArray::number(qMax(1, (timeoutMs + 999) / 1000));
    QByteArrayList command{QFile::encodeName(program)};
    if (const QString config = chosenSshConfig(); !config.isEmpty())
        command << "-F" << QFile::encodeName(config);
    command << "-N"
            << "-T"
            << "-a"
            << "-x";
    for (const QByteArray& option :
         {QByteArray("BatchMode=yes"), QByteArray("ExitOnForwardFailure=yes"),
          QByteArray("ControlMaster=no"), QByteArray("ControlPath=none"),
          QByteArray("PermitLocalCommand=no"), QByteArray("RemoteCommand=none"),
          QByteArray("ServerAliveInterval=15"), QByteArray("ServerAliveCountMax=2"),
          QByteArray("LogLevel=INFO"), QByteArray("ConnectTimeout=" + seconds)})
        command << "-o" << option;
    return command << "-L" << forwarding(way, port) << "--" << way.sshHost.toUtf8();
}

Error sshError(const QString& sshHost, const QByteArray& words)
{
    const QString detail = QString::fromUtf8(words).trimmed();
    for (const SshWording& wording : sshWordings) {
        if (words.contains(wording.words))
            return {QString::fromUtf8(wording.sentence).arg(sshHost), detail};
    }
    return {QStringLiteral("The way through the SSH host %1 ended: see in a terminal what ssh %1 "
                           "says.")
                .arg(sshHost),
            detail};
}

} // namespace cadastre
