// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/server/mariadb_relay.h"

#include <QByteArray>

#include <array>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cadastre::test {

namespace {

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// Protocol 10: length (4), protocol (1), version (until NUL), thread (4), scramble (8), filler
/// (1), capabilities (2); CLIENT_SSL is 0x0800.
void stripTls(QByteArray& greeting)
{
    const qsizetype capabilities = greeting.indexOf('\0', 5) + 1 + 4 + 8 + 1;
    if (capabilities + 1 < greeting.size())
        greeting[capabilities + 1] = static_cast<char>(greeting[capabilities + 1] & ~0x08);
}

/// Bytes passed; 0 at the end of the connection.
int pass(int from, int to, bool isGreeting)
{
    QByteArray buffer(65536, Qt::Uninitialized);
    const ssize_t length = read(from, buffer.data(), static_cast<std::size_t>(buffer.size()));
    if (length <= 0)
        return 0;
    buffer.truncate(length);
    if (isGreeting)
        stripTls(buffer);
    const ssize_t written = write(to, buffer.constData(), static_cast<std::size_t>(buffer.size()));
    return written == length ? static_cast<int>(length) : 0;
}

} // namespace

MariaDbRelay::MariaDbRelay(int serverPort)
    : m_serverPort(serverPort)
    , m_listener(socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        listen(m_listener, 4) != 0 ||
        getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        return;
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

MariaDbRelay::~MariaDbRelay()
{
    m_stopped = true;
    if (m_thread.joinable())
        m_thread.join();
    close(m_listener);
}

void MariaDbRelay::serve()
{
    while (!m_stopped) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (poll(&waiting, 1, 50) <= 0)
            continue;
        const int client = accept(m_listener, nullptr, nullptr);
        relay(client);
        close(client);
    }
}

void MariaDbRelay::relay(int client)
{
    const int server = socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(m_serverPort);
    bool open = connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    bool isGreeting = true;
    while (open && !m_stopped) {
        std::array<pollfd, 2> waiting{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
        if (poll(waiting.data(), waiting.size(), 50) <= 0)
            continue;
        if (waiting[0].revents) {
            const int bytes = pass(client, server, false);
            m_bytesFromClients += bytes;
            open = bytes > 0;
        }
        if (open && waiting[1].revents) {
            open = pass(server, client, isGreeting) > 0;
            isGreeting = false;
        }
    }
    close(server);
}

} // namespace cadastre::test
