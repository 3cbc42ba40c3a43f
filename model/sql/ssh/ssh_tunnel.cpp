// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/ssh/ssh_tunnel.h"

#include "model/sql/ssh/ssh_child.h"
#include "model/sql/ssh/ssh_host.h"

#include <QDeadlineTimer>
#include <QFile>

#include <chrono>
#include <map>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cadastre {

namespace {

constexpr int attempts = 3; ///< a port that was free may be somebody's a moment later
constexpr std::chrono::milliseconds slice(20);

int freeTunnelPort()
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    const bool known = bind(listener, reinterpret_cast<sockaddr*>(&address), length) == 0 &&
                       getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length) == 0;
    close(listener);
    return known ? ntohs(address.sin_port) : 0;
}

/// Whether a process of this person listens on the port of 127.0.0.1. Looked up, not tried: a
/// connection that is made to see would reach the server.
/// Source: Linux kernel documentation, "/proc/net/tcp and /proc/net/tcp6 variables".
bool isListening(int port)
{
    QFile table(QStringLiteral("/proc/net/tcp"));
    if (!table.open(QIODevice::ReadOnly))
        return false;
    const QByteArray place =
        "0100007F:" + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
    const QByteArray user = QByteArray::number(getuid());
    for (const QByteArray& line : table.readAll().split('\n')) {
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.size() > 7 && fields[1] == place && fields[3] == "0A" && fields[7] == user)
            return true;
    }
    return false;
}

bool isPortTaken(const QByteArray& words)
{
    return words.contains("Address already in use") || words.contains("cannot listen to port");
}

/// One way is opened by one at a time; others wait and use what comes of it.
struct TunnelSlot
{
    std::timed_mutex opening;
    std::weak_ptr<SshTunnel> tunnel; ///< under TunnelBook's mutex
};

struct TunnelBook
{
    std::mutex mutex;
    std::map<QString, std::shared_ptr<TunnelSlot>> known;
    std::vector<std::shared_ptr<SshTunnel>> kept;
    bool keeping = false;

    std::shared_ptr<TunnelSlot> slotOf(const SshWay& way)
    {
        const QString key =
            QStringList{way.sshHost, way.host, QString::number(way.port), way.socket}.join(
                QLatin1Char('\n'));
        const std::lock_guard lock(mutex);
        std::shared_ptr<TunnelSlot>& slot = known[key];
        if (!slot)
            slot = std::make_shared<TunnelSlot>();
        return slot;
    }
    std::shared_ptr<SshTunnel> tunnelOf(const TunnelSlot& slot)
    {
        const std::lock_guard lock(mutex);
        return slot.tunnel.lock();
    }
};

TunnelBook& tunnelBook()
{
    static TunnelBook book;
    return book;
}

Error cancelledError()
{
    return {QStringLiteral("Connecting was cancelled."), {}, ErrorKind::Cancelled};
}

} // namespace

SshTunnel::SshTunnel(SshWay way, int port)
    : m_way(std::move(way))
    , m_port(port)
{
}

SshTunnel::~SshTunnel() = default;

bool SshTunnel::isAlive() const
{
    return m_child && m_child->isRunning();
}

void SshTunnel::end()
{
    m_child->stop();
    // who asks next must not get this one
    while (m_child->isRunning())
        std::this_thread::sleep_for(slice);
}

int SshTunnel::processId() const
{
    return m_child->processId();
}

std::optional<Error> SshTunnel::problem() const
{
    const QByteArray words = m_child->words();
    if (isAlive() && !words.contains("open failed"))
        return std::nullopt;
    return sshError(m_way.sshHost, words);
}

/// Waits until the port is there.
Result<std::shared_ptr<SshTunnel>>
startTunnel(const SshWay& way, const std::function<bool()>& isCancelled, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    QByteArray words;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const QByteArrayList command = sshCommand(way, freeTunnelPort(), timeoutMs);
        if (command.isEmpty())
            return Error{QStringLiteral("The program ssh is not installed: install OpenSSH's "
                                        "client (openssh-client) to reach servers through it."),
                         {}};
        const int port = command.at(command.indexOf("-L") + 1).split(':').at(1).toInt();
        const std::shared_ptr<SshTunnel> tunnel(new SshTunnel(way, port));
        tunnel->m_child = std::make_unique<SshChild>(command);
        while (tunnel->isAlive() && !isListening(port)) {
            if (isCancelled && isCancelled())
                return cancelledError();
            if (deadline.hasExpired())
                return Error{QStringLiteral("The SSH host %1 did not answer within %2 seconds: "
                                            "check the network, or try it in a terminal.")
                                 .arg(way.sshHost)
                                 .arg((timeoutMs + 999) / 1000),
                             QString::fromUtf8(tunnel->m_child->words())};
            std::this_thread::sleep_for(slice);
        }
        if (tunnel->isAlive())
            return tunnel;
        words = tunnel->m_child->words();
        if (!isPortTaken(words))
            break;
    }
    return sshError(way.sshHost, words);
}

Result<OpenedTunnel> openTunnel(const SshWay& way, const std::function<bool()>& isCancelled,
                                int timeoutMs)
{
    TunnelBook& book = tunnelBook();
    const std::shared_ptr<TunnelSlot> slot = book.slotOf(way);
    std::unique_lock opening(slot->opening, std::defer_lock);
    while (!opening.try_lock_for(slice)) {
        if (isCancelled && isCancelled())
            return cancelledError();
    }
    if (const auto tunnel = book.tunnelOf(*slot); tunnel && tunnel->isAlive())
        return OpenedTunnel{tunnel, true};
    const Result<std::shared_ptr<SshTunnel>> started = startTunnel(way, isCancelled, timeoutMs);
    if (!started)
        return started.error();
    const std::lock_guard lock(book.mutex);
    slot->tunnel = *started;
    if (book.keeping)
        book.kept.push_back(*started);
    return OpenedTunnel{*started, false};
}

void keepTunnelsOpen(bool keep)
{
    TunnelBook& book = tunnelBook();
    const std::lock_guard lock(book.mutex);
    book.keeping = keep;
}

void releaseTunnels(const std::function<bool(const SshWay&)>& isWanted)
{
    TunnelBook& book = tunnelBook();
    std::vector<std::shared_ptr<SshTunnel>> released; // ended outside the lock
    const std::lock_guard lock(book.mutex);
    for (std::shared_ptr<SshTunnel>& tunnel : book.kept) {
        if (!tunnel->isAlive() || !isWanted(tunnel->way()))
            released.push_back(std::move(tunnel));
    }
    std::erase(book.kept, nullptr);
}

std::vector<std::shared_ptr<SshTunnel>> tunnelsThrough(const QString& sshHost)
{
    TunnelBook& book = tunnelBook();
    const std::lock_guard lock(book.mutex);
    std::vector<std::shared_ptr<SshTunnel>> tunnels;
    for (const auto& [key, slot] : book.known) {
        const auto tunnel = slot->tunnel.lock();
        if (tunnel && key.section(QLatin1Char('\n'), 0, 0) == sshHost)
            tunnels.push_back(tunnel);
    }
    return tunnels;
}

} // namespace cadastre
