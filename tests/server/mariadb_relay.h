// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// MariaDbRelay: stands between a client and the real server on a port of its own and takes the
// offer of TLS out of the server's greeting, as somebody on the way would.
#pragma once

#include <QString>

#include <atomic>
#include <thread>

namespace cadastre::test {

class MariaDbRelay
{
public:
    /// `serverPort` on 127.0.0.1.
    explicit MariaDbRelay(int serverPort);
    ~MariaDbRelay();
    MariaDbRelay(const MariaDbRelay&) = delete;
    MariaDbRelay& operator=(const MariaDbRelay&) = delete;

    /// 0 when there is none.
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] int bytesFromClients() const { return m_bytesFromClients; }

private:
    void serve();
    void relay(int client);

    int m_serverPort;
    int m_listener = -1;
    int m_port = 0;
    std::atomic_int m_bytesFromClients = 0;
    std::atomic_bool m_stopped = false;
    std::thread m_thread;
};

} // namespace cadastre::test
