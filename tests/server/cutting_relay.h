// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CuttingRelay: stands between clients and a server on a port of its own, passes bytes as they are,
// and cuts one of the connections at exactly the byte that a test asks for, stops forwarding as a
// network does after sleep, or is gone as a server that stopped. Knows no protocol.
#pragma once

#include <QByteArray>

#include <atomic>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace cadastre::test {

enum class Direction : std::uint8_t { ToServer, ToClient };

/// Where a connection ends: when so many bytes of it have passed in that direction.
struct Cut
{
    int connection = 0; ///< in the order in which they were made, from 0 on
    Direction direction = Direction::ToServer;
    qint64 offset = 0;
};

/// What passed on one connection.
struct RelayedBytes
{
    QByteArray toServer;
    QByteArray toClient;
};

class CuttingRelay
{
public:
    /// `serverPort` on 127.0.0.1.
    explicit CuttingRelay(int serverPort);
    ~CuttingRelay();
    CuttingRelay(const CuttingRelay&) = delete;
    CuttingRelay& operator=(const CuttingRelay&) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// Forgets connections that ended, and counts from 0 again.
    void begin();
    /// As begin(), with a cut to come.
    void beginWithCut(const Cut& cut);
    /// Frozen: connections stay and are made, and nothing passes any more.
    void setFrozen(bool frozen) { m_frozen = frozen; }
    /// Gone: connections end, and new ones end at once.
    void setGone(bool gone) { m_gone = gone; }
    /// Of all connections since begin(), in the order in which they were made.
    [[nodiscard]] std::vector<RelayedBytes> recorded();
    /// Whether the cut happened.
    [[nodiscard]] bool hasCut() const { return m_hasCut; }

private:
    struct Line
    {
        int number = 0;
        int client = -1;
        int server = -1;
        RelayedBytes bytes;
        std::atomic_bool ended = false;
        std::thread thread;
    };

    void serve();
    void relay(Line& line);
    /// False at the end of the connection.
    bool pass(Line& line, Direction direction);
    void joinEnded(bool all);

    int m_serverPort;
    int m_listener = -1;
    int m_port = 0;
    std::atomic_bool m_stopped = false;
    std::atomic_bool m_hasCut = false;
    std::atomic_bool m_frozen = false;
    std::atomic_bool m_gone = false;
    std::mutex m_mutex; ///< for what is below
    std::list<Line> m_lines;
    int m_count = 0;
    bool m_cutting = false;
    Cut m_cut;
    std::thread m_thread;
};

} // namespace cadastre::test
