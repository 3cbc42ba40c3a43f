// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// LoopbackListener: something on a port of this machine that is no database: it accepts one
// connection after the other, answers each with fixed bytes, or with nothing at all.
#pragma once

#include <QByteArray>

#include <atomic>
#include <thread>

namespace cadastre::test {

class LoopbackListener
{
public:
    /// What is sent after the first bytes came in; empty: accepts and says nothing.
    explicit LoopbackListener(const QByteArray& answer);
    ~LoopbackListener();
    LoopbackListener(const LoopbackListener&) = delete;
    LoopbackListener& operator=(const LoopbackListener&) = delete;

    [[nodiscard]] int port() const { return m_port; }

private:
    void serve();
    void serveOne(int client);

    QByteArray m_answer;
    int m_socket = -1;
    int m_port = 0;
    std::atomic_bool m_stopped = false;
    std::thread m_thread;
};

} // namespace cadastre::test
