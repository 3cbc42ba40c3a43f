// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The layout worker: a child process of this program that runs Graphviz, and the parent's side that
// feeds it, watches the clock and replaces it when it hangs or dies. What a layout is made of lives
// elsewhere.
#pragma once

#include "diagram/layout_job.h"

#include <QString>

#include <atomic>
#include <memory>

class QProcess;

namespace cadastre {

/// The child: reads jobs from standard input until it ends, answers each on standard output. To be
/// called before any application object exists. Returns the exit status: 0 at the end of input, 2
/// when the input is not our protocol.
int runLayoutWorker();

/// The parent's side; blocks, and must be used from a thread that Qt knows.
class LayoutWorker
{
public:
    struct Limits
    {
        int jobMs = 2000;
        int totalMs = 20000;
    };

    /// `program` understands --layout-worker; empty for this program. No process is started before
    /// the first job.
    LayoutWorker(QString program, Limits limits, const std::atomic_bool& cancelled);
    ~LayoutWorker();
    LayoutWorker(const LayoutWorker&) = delete;
    LayoutWorker& operator=(const LayoutWorker&) = delete;

    /// One reply per job, in order; not succeeded for a job that failed, killed the child, took
    /// longer than its limit, or was not tried because of the total limit or a cancel.
    std::vector<LayoutReply> run(const std::vector<LayoutJob>& jobs);

private:
    [[nodiscard]] bool ensureStarted();
    void stop();
    [[nodiscard]] bool mayGoOn() const;
    std::size_t runUntilTrouble(const std::vector<QByteArray>& payloads, std::size_t first,
                                std::vector<LayoutReply>& replies,
                                const std::vector<LayoutJob>& jobs);

    QString m_program;
    Limits m_limits;
    const std::atomic_bool& m_cancelled;
    std::unique_ptr<QProcess> m_process;
    qint64 m_endsAtMs = 0;
};

} // namespace cadastre
