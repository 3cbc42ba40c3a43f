// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// EventLoopWatch: how long the thread it lives on kept its event loop waiting, in time of the
// processor: what other programs of a busy machine take is not counted. Waiting for a lock is not
// either; the time of the clock is told beside it.
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

#include <ctime>

namespace cadastre::test {

/// What the window's thread may do between two events, in milliseconds. Builds for development and
/// for sanitizers are several times as slow, and busy machines slower still.
#ifdef NDEBUG
constexpr double allowedStretchMs = 100;
#else
constexpr double allowedStretchMs = 400;
#endif

class EventLoopWatch
{
public:
    /// Begins to watch; the event loop has to run at least every now and then.
    EventLoopWatch()
    {
        m_clock.start();
        m_processor = processorMs();
        m_timer.setInterval(0);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { take(); });
        m_timer.start();
    }

    /// Milliseconds of the longest time between two events.
    [[nodiscard]] double longestMs() const { return m_longest; }
    [[nodiscard]] double longestOnClockMs() const { return m_longestOnClock; }

private:
    static double processorMs()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    void take()
    {
        const double now = processorMs();
        m_longest = std::max(m_longest, now - m_processor);
        m_longestOnClock =
            std::max(m_longestOnClock, static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
        m_processor = now;
        m_clock.restart();
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_processor = 0;
    double m_longest = 0;
    double m_longestOnClock = 0;
};

} // namespace cadastre::test
