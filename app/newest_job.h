// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// NewestJob: runs work off the UI thread and hands its value back there. Starting again drops what
// ran before; the destructor stops it and waits. What the work is lives with its callers.
#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace cadastre {

template <typename Value> class NewestJob
{
public:
    using Work = std::function<Value(const std::atomic_bool& cancelled)>;
    using Done = std::function<void(Value)>;

    NewestJob() { m_pool.setMaxThreadCount(1); }
    ~NewestJob()
    {
        cancel();
        m_pool.waitForDone();
    }
    NewestJob(const NewestJob&) = delete;
    NewestJob& operator=(const NewestJob&) = delete;

    /// `done` is called on the thread that starts, unless something newer was started or the job
    /// was cancelled meanwhile.
    void start(Work work, Done done)
    {
        cancel();
        auto cancelled = std::make_shared<std::atomic_bool>(false);
        m_cancelled = cancelled;
        QObject* home = &m_home;
        m_pool.start([this, home, cancelled, work = std::move(work), done = std::move(done)] {
            if (*cancelled)
                return;
            auto value = std::make_shared<Value>(work(*cancelled));
            const auto deliver = [this, cancelled, value, done] {
                if (*cancelled)
                    return;
                m_cancelled.reset();
                done(std::move(*value));
            };
            QMetaObject::invokeMethod(home, deliver, Qt::QueuedConnection);
        });
    }

    void cancel()
    {
        if (m_cancelled)
            *m_cancelled = true;
        m_cancelled.reset();
    }

    /// Blocks until what runs has ended: for work that must not be lost at the program's end.
    void wait() { m_pool.waitForDone(); }

    [[nodiscard]] bool isRunning() const { return m_cancelled != nullptr; }

private:
    QObject m_home; ///< delivery happens on its thread
    std::shared_ptr<std::atomic_bool> m_cancelled;
    QThreadPool m_pool;
};

} // namespace cadastre
