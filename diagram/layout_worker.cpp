// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_worker.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QProcess>

namespace cadastre {

namespace {

constexpr int pollMs = 20;
constexpr int startMs = 5000;

qint64 nowMs()
{
    return QDeadlineTimer::current(Qt::PreciseTimer).deadline();
}

} // namespace

LayoutWorker::LayoutWorker(QString program, Limits limits, const std::atomic_bool& cancelled)
    : m_program(program.isEmpty() ? QCoreApplication::applicationFilePath() : std::move(program))
    , m_limits(limits)
    , m_cancelled(cancelled)
    , m_endsAtMs(nowMs() + limits.totalMs)
{
}

LayoutWorker::~LayoutWorker()
{
    stop();
}

bool LayoutWorker::mayGoOn() const
{
    return !m_cancelled && nowMs() < m_endsAtMs;
}

bool LayoutWorker::ensureStarted()
{
    if (m_process)
        return true;
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(m_program);
    m_process->setArguments({QStringLiteral("--layout-worker")});
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->start(QIODevice::ReadWrite | QIODevice::Unbuffered);
    if (m_process->waitForStarted(startMs))
        return true;
    m_process.reset();
    return false;
}

/// The child keeps nothing, so it is killed rather than asked.
void LayoutWorker::stop()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished(startMs);
    m_process.reset();
}

std::vector<LayoutReply> LayoutWorker::run(const std::vector<LayoutJob>& jobs)
{
    std::vector<LayoutReply> replies(jobs.size());
    std::vector<QByteArray> payloads;
    payloads.reserve(jobs.size());
    for (const LayoutJob& job : jobs)
        payloads.push_back(encodeJob(job));
    std::size_t next = 0;
    while (next < jobs.size() && mayGoOn()) {
        if (!ensureStarted())
            break;
        next = runUntilTrouble(payloads, next, replies, jobs);
        if (next < jobs.size()) {
            stop();
            ++next; // the job that was being worked on is to blame
        }
    }
    return replies;
}

/// Sends the jobs from `first` on and collects replies in order; returns the index of the job that
/// got no sound reply in time, or their number.
std::size_t LayoutWorker::runUntilTrouble(const std::vector<QByteArray>& payloads,
                                          std::size_t first, std::vector<LayoutReply>& replies,
                                          const std::vector<LayoutJob>& jobs)
{
    for (std::size_t i = first; i < payloads.size(); ++i)
        m_process->write(encodeFrame({static_cast<std::uint32_t>(i), payloads[i]}));
    FrameReader reader;
    std::size_t next = first;
    qint64 jobEndsAtMs = nowMs() + m_limits.jobMs;
    while (next < payloads.size() && mayGoOn() && nowMs() < jobEndsAtMs) {
        const bool arrived = m_process->waitForReadyRead(pollMs);
        reader.append(m_process->readAllStandardOutput());
        while (const std::optional<LayoutFrame> frame = reader.next()) {
            std::optional<LayoutReply> reply = decodeReply(frame->payload);
            if (frame->sequence != next || !reply ||
                (reply->succeeded && reply->centres.size() != jobs[next].sizes.size()))
                return next;
            replies[next++] = std::move(*reply);
            jobEndsAtMs = nowMs() + m_limits.jobMs;
            if (next == payloads.size())
                return next;
        }
        if (reader.isBroken() || (!arrived && m_process->state() != QProcess::Running))
            return next;
    }
    return next;
}

} // namespace cadastre
