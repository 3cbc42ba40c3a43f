// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/server/cutting_relay.h"

#include <array>
#include <chrono>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cadastre::test {

namespace {

sockaddr_in relayAddress(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool sendAll(int to, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t sent = send(to, bytes.constData() + done,
                                  static_cast<std::size_t>(bytes.size() - done), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        done += sent;
    }
    return true;
}

} // namespace

CuttingRelay::CuttingRelay(int serverPort)
    : m_serverPort(serverPort)
    , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = relayAddress(0);
    socklen_t length = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        listen(m_listener, 16) != 0 ||
        getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        return;
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

CuttingRelay::~CuttingRelay()
{
    m_stopped = true;
    if (m_thread.joinable())
        m_thread.join();
    joinEnded(true);
    close(m_listener);
}

void CuttingRelay::begin()
{
    joinEnded(true);
    const std::lock_guard lock(m_mutex);
    m_count = 0;
    m_cutting = false;
    m_hasCut = false;
}

void CuttingRelay::beginWithCut(const Cut& cut)
{
    begin();
    const std::lock_guard lock(m_mutex);
    m_cutting = true;
    m_cut = cut;
}

std::vector<RelayedBytes> CuttingRelay::recorded()
{
    const std::lock_guard lock(m_mutex);
    std::vector<RelayedBytes> all;
    for (const Line& line : m_lines)
        all.push_back(line.bytes);
    return all;
}

/// With `all` also waits for those that go on until their client ends.
void CuttingRelay::joinEnded(bool all)
{
    std::list<Line> over;
    {
        const std::lock_guard lock(m_mutex);
        for (auto line = m_lines.begin(); line != m_lines.end();) {
            const auto next = std::next(line);
            if (all || line->ended)
                over.splice(over.end(), m_lines, line);
            line = next;
        }
    }
    for (Line& line : over)
        line.thread.join();
}

void CuttingRelay::serve()
{
    while (!m_stopped) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (poll(&waiting, 1, 20) <= 0)
            continue;
        const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        const std::lock_guard lock(m_mutex);
        Line& line = m_lines.emplace_back();
        line.number = m_count++;
        line.client = client;
        line.server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        line.thread = std::thread([this, &line] { relay(line); });
    }
}

void CuttingRelay::relay(Line& line)
{
    const sockaddr_in address = relayAddress(m_serverPort);
    const int now = 1;
    bool open =
        connect(line.server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    setsockopt(line.server, IPPROTO_TCP, TCP_NODELAY, &now, sizeof now);
    setsockopt(line.client, IPPROTO_TCP, TCP_NODELAY, &now, sizeof now);
    while (open && !m_stopped && !m_gone) {
        if (m_frozen) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            continue;
        }
        std::array<pollfd, 2> waiting{pollfd{line.client, POLLIN, 0},
                                      pollfd{line.server, POLLIN, 0}};
        if (poll(waiting.data(), waiting.size(), 20) <= 0)
            continue;
        if (waiting[0].revents)
            open = pass(line, Direction::ToServer);
        if (open && waiting[1].revents)
            open = pass(line, Direction::ToClient);
    }
    close(line.server);
    close(line.client);
    line.ended = true;
}

bool CuttingRelay::pass(Line& line, Direction direction)
{
    const bool isToServer = direction == Direction::ToServer;
    QByteArray buffer(65536, Qt::Uninitialized);
    const ssize_t length = recv(isToServer ? line.client : line.server, buffer.data(),
                                static_cast<std::size_t>(buffer.size()), 0);
    if (length <= 0)
        return false;
    buffer.truncate(length);
    bool isCut = false;
    {
        const std::lock_guard lock(m_mutex);
        QByteArray& passed = isToServer ? line.bytes.toServer : line.bytes.toClient;
        const qint64 left = m_cut.offset - passed.size();
        isCut = m_cutting && m_cut.connection == line.number && m_cut.direction == direction &&
                left <= buffer.size();
        if (isCut)
            buffer.truncate(std::max<qint64>(left, 0));
        passed += buffer;
    }
    const bool isPassed = sendAll(isToServer ? line.server : line.client, buffer);
    m_hasCut = m_hasCut || isCut;
    return isPassed && !isCut;
}

} // namespace cadastre::test
