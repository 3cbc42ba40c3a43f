// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/window_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSocketNotifier>

#include <array>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace cadastre {

namespace {

constexpr int answerMs = 500;
constexpr int requestMs = 200; ///< a request is there at once, or it is none
constexpr qsizetype longestToken = 256;
const QByteArray requestWord = "cadastre raise ";
const QByteArray answerWord = "cadastre raised\n";

std::optional<sockaddr_un> socketAddress(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || static_cast<std::size_t>(name.size()) >= sizeof address.sun_path)
        return std::nullopt;
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    return address;
}

/// Whether the other end is a process of this person.
bool isOurs(int connection)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    return getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 &&
           peer.uid == getuid();
}

QByteArray receiveLine(int connection, int timeoutMs)
{
    QByteArray line;
    std::array<char, 512> buffer{};
    pollfd waiting{connection, POLLIN, 0};
    while (!line.contains('\n') && line.size() < longestToken * 2 &&
           poll(&waiting, 1, timeoutMs) > 0) {
        const ssize_t length = recv(connection, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (length <= 0)
            break;
        line += QByteArrayView(buffer.data(), length);
    }
    return line.endsWith('\n') ? line : QByteArray();
}

/// The compositor's permission to come to the front, as the starter of a program passes it on.
bool isActivationToken(const QByteArray& token)
{
    return token.size() <= longestToken &&
           std::ranges::all_of(token, [](char letter) { return letter > ' ' && letter < 127; });
}

int connectTo(const QString& path)
{
    const auto address = socketAddress(path);
    if (!address)
        return -1;
    const int connection = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (connect(connection, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) == 0)
        return connection;
    close(connection);
    return -1;
}

} // namespace

QString instanceName(const QString& addressOrPath)
{
    if (addressOrPath.contains(QLatin1String("://")))
        return addressOrPath;
    const QString canonical = QFileInfo(addressOrPath).canonicalFilePath();
    return canonical.isEmpty() ? addressOrPath : canonical;
}

QString WindowInstance::socketPath(const QString& what)
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (what.isEmpty() || !QFileInfo(runtime).isDir())
        return {};
    const QByteArray hash =
        QCryptographicHash::hash(instanceName(what).toUtf8(), QCryptographicHash::Sha1);
    return QStringLiteral("%1/cadastre/%2").arg(runtime, QLatin1String(hash.toHex().left(24)));
}

bool WindowInstance::raiseOther(const QString& what)
{
    const int connection = connectTo(socketPath(what));
    if (connection < 0)
        return false;
    QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    if (!isActivationToken(token))
        token.clear();
    const QByteArray request = requestWord + token + '\n';
    const bool asked =
        isOurs(connection) && send(connection, request.constData(),
                                   static_cast<std::size_t>(request.size()), MSG_NOSIGNAL) > 0;
    const bool raised = asked && receiveLine(connection, answerMs) == answerWord;
    close(connection);
    return raised;
}

WindowInstance::~WindowInstance()
{
    stop();
}

void WindowInstance::setOpen(const QString& what)
{
    if (what == m_open)
        return;
    stop();
    m_open = what;
    const QString path = socketPath(what);
    if (!path.isEmpty())
        listenAt(path);
}

void WindowInstance::listenAt(const QString& path)
{
    const QString folder = QFileInfo(path).path();
    QDir().mkpath(folder);
    chmod(QFile::encodeName(folder).constData(), S_IRWXU);
    const auto address = socketAddress(path);
    QLockFile lock(path + QStringLiteral(".lock")); // two at a time would take each other's away
    if (!address || !lock.tryLock(answerMs))
        return;
    if (const int other = connectTo(path); other >= 0) {
        close(other); // it lives: a window that was asked for beside it
        return;
    }
    QFile::remove(path); // of a window that ended without saying so
    m_listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (bind(m_listener, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0 ||
        chmod(QFile::encodeName(path).constData(), S_IRUSR | S_IWUSR) != 0 ||
        listen(m_listener, 8) != 0) {
        close(m_listener);
        m_listener = -1;
        return;
    }
    m_path = path;
    m_notifier = new QSocketNotifier(m_listener, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &WindowInstance::serve);
}

void WindowInstance::stop()
{
    delete m_notifier;
    m_notifier = nullptr;
    if (m_listener >= 0) {
        close(m_listener);
        QFile::remove(m_path);
    }
    m_listener = -1;
    m_path.clear();
}

void WindowInstance::serve()
{
    const int connection = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0)
        return;
    const QByteArray line = isOurs(connection) ? receiveLine(connection, requestMs) : QByteArray();
    const QByteArray token = line.mid(requestWord.size()).trimmed();
    const bool valid = line.startsWith(requestWord) && isActivationToken(token);
    if (valid) {
        send(connection, answerWord.constData(), static_cast<std::size_t>(answerWord.size()),
             MSG_NOSIGNAL);
        if (!token.isEmpty())
            qputenv("XDG_ACTIVATION_TOKEN", token);
    }
    close(connection);
    if (valid)
        Q_EMIT raiseRequested();
}

} // namespace cadastre
