// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SshChild: OpenSSH as a child process that never outlives this program, however that ends. What
// it is asked for lives in ssh_tunnel.h.
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <atomic>
#include <mutex>
#include <thread>

namespace cadastre {

class SshChild
{
public:
    /// `command` is the absolute path of the program and its arguments.
    explicit SshChild(const QByteArrayList& command);
    /// Ends it and waits for its end.
    ~SshChild();
    Q_DISABLE_COPY_MOVE(SshChild)

    /// Asks it to end; returns at once.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Process id; 0 before it started.
    [[nodiscard]] int processId() const { return m_processId; }
    /// The last of what it wrote to standard error.
    [[nodiscard]] QByteArray words() const;

private:
    void run(const QByteArrayList& command);
    void watch(int errors);
    bool takeWords(int errors);

    std::atomic_bool m_running = true;
    std::atomic_int m_processId = 0;
    mutable std::mutex m_mutex;
    QByteArray m_words;
    int m_wake = -1; ///< an event that ends the waiting
    std::thread m_thread;
};

} // namespace cadastre
