// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DatabaseSession: reads, tests and checks databases on one thread of its own and tells the thread
// it lives on. The newest request wins. No connection stays open between requests.
#pragma once

#include "model/sql/source_reader.h"
#include "model/sql/verify/column_statistics_reader.h"
#include "model/sql/verify/verify.h"

#include <QObject>
#include <QThread>

namespace cadastre {

class DatabaseSession : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseSession(QObject* parent = nullptr);
    /// Stops what runs and waits for it.
    ~DatabaseSession() override;

    /// Starts reading; what ran before is stopped, and its result is dropped.
    void startRead(const DatabaseAddress& address, const QString& password,
                   const ReadOptions& options);
    /// Starts a connection test, as startRead().
    void startTest(const DatabaseAddress& address, const QString& password,
                   const ReadOptions& options);
    /// Starts checking relationships with data, as startRead(). `onVerified` of the request is
    /// replaced by the signal verified().
    void startVerify(const DatabaseAddress& address, const QString& password,
                     const VerifyRequest& request);
    /// Starts reading the statistics of a source's columns, as startRead().
    void startStatistics(const DatabaseAddress& address, const QString& password,
                         const std::shared_ptr<const Catalog>& catalog, SourceId source);
    /// Stops what runs, on the server too; its result is dropped and cancelled() is emitted.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_control != nullptr; }

Q_SIGNALS:
    void progress(const cadastre::ReadProgress& progress);
    void readFinished(const cadastre::Result<cadastre::ReadResult>& result);
    void testFinished(const cadastre::Result<cadastre::ConnectionTest>& result);
    /// One of the request's relationships is done.
    void verified(std::size_t index, const cadastre::Verification& verification);
    void verifyFinished(const cadastre::Result<std::vector<cadastre::Verification>>& result);
    void statisticsFinished(const cadastre::Result<cadastre::StatisticsByColumn>& result);
    /// After cancel() of a running request, instead of its result.
    void cancelled();

private:
    using Control = std::shared_ptr<ReadControl>;
    using Job = std::function<std::function<void()>(const Control&)>;

    void start(const Job& job);
    /// Calls `tell` on this object's thread, unless another request is the current one by then.
    void tellLater(const std::weak_ptr<ReadControl>& control, std::function<void()> tell);
    void stopCurrent();
    [[nodiscard]] bool isCurrent(const std::shared_ptr<ReadControl>& control) const
    {
        return m_control == control;
    }

    QThread m_thread;
    std::unique_ptr<QObject> m_worker;      ///< lives on m_thread, runs the jobs there
    std::shared_ptr<ReadControl> m_control; ///< of the running request; null when idle
};

} // namespace cadastre
