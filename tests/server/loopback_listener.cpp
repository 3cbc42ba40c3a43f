// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/server/loopback_listener.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace cadastre::test {

LoopbackListener::LoopbackListener(const QByteArray& answer)
    : m_answer(answer)
    , m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(m_socket, reinterpret_cast<sockaddr*>(&address), size);
    listen(m_socket, 5);
    getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

LoopbackListener::~LoopbackListener()
{
    m_stopped = true;
    m_thread.join();
    close(m_socket);
}

void LoopbackListener::serve()
{
    while (!m_stopped) {
        pollfd waiting{m_socket, POLLIN, 0};
        if (poll(&waiting, 1, 20) > 0)
            serveOne(accept(m_socket, nullptr, nullptr));
    }
}

void LoopbackListener::serveOne(int client)
{
    pollfd waiting{client, POLLIN, 0};
    std::array<char, 1024> heard{};
    while (!m_stopped && poll(&waiting, 1, 20) <= 0)
        ;
    const ssize_t count = recv(client, heard.data(), heard.size(), 0);
    if (count > 0 && !m_answer.isEmpty())
        send(client, m_answer.constData(), static_cast<std::size_t>(m_answer.size()), 0);
    while (!m_stopped && m_answer.isEmpty())
        poll(nullptr, 0, 20);
    close(client);
}

} // namespace cadastre::test
