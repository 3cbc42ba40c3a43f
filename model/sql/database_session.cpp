// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/database_session.h"

namespace cadastre {

DatabaseSession::DatabaseSession(QObject* parent)
    : QObject(parent)
    , m_worker(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("database"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

DatabaseSession::~DatabaseSession()
{
    stopCurrent();
    m_thread.quit();
    m_thread.wait();
}

void DatabaseSession::startRead(const DatabaseAddress& address, const QString& password,
                                const ReadOptions& options)
{
    start([this, address, password, options](const Control& control) {
        auto result =
            std::make_shared<Result<ReadResult>>(readSource(address, password, options, *control));
        return [this, result] { Q_EMIT readFinished(*result); };
    });
}

void DatabaseSession::startTest(const DatabaseAddress& address, const QString& password,
                                const ReadOptions& options)
{
    start([this, address, password, options](const Control& control) {
        auto result = std::make_shared<Result<ConnectionTest>>(
            testConnection(address, password, options, *control));
        return [this, result] { Q_EMIT testFinished(*result); };
    });
}

void DatabaseSession::startVerify(const DatabaseAddress& address, const QString& password,
                                  const VerifyRequest& request)
{
    start([this, address, password, request](const Control& control) {
        VerifyRequest told = request;
        told.onVerified = [this, weak = std::weak_ptr(control)](std::size_t index,
                                                                const Verification& verification) {
            tellLater(weak, [this, index, verification] { Q_EMIT verified(index, verification); });
        };
        auto result = std::make_shared<Result<std::vector<Verification>>>(
            verifyRelationships(address, password, told, *control));
        return [this, result] { Q_EMIT verifyFinished(*result); };
    });
}

void DatabaseSession::startStatistics(const DatabaseAddress& address, const QString& password,
                                      const std::shared_ptr<const Catalog>& catalog,
                                      SourceId source)
{
    start([this, address, password, catalog, source](const Control& control) {
        auto result = std::make_shared<Result<StatisticsByColumn>>(
            readColumnStatistics(*catalog, source, address, password, {}, *control));
        return [this, result] { Q_EMIT statisticsFinished(*result); };
    });
}

void DatabaseSession::tellLater(const std::weak_ptr<ReadControl>& control,
                                std::function<void()> tell)
{
    QMetaObject::invokeMethod(
        this,
        [this, control, tell = std::move(tell)] {
            if (const auto owner = control.lock(); owner && isCurrent(owner))
                tell();
        },
        Qt::QueuedConnection);
}

void DatabaseSession::cancel()
{
    if (!isRunning())
        return;
    stopCurrent();
    QMetaObject::invokeMethod(this, &DatabaseSession::cancelled, Qt::QueuedConnection);
}

/// Runs the job on the worker thread. What it returns tells the result, and is called on this
/// object's thread when the request is still the newest one.
void DatabaseSession::start(const Job& job)
{
    stopCurrent();
    const auto control = std::make_shared<ReadControl>();
    m_control = control;
    control->onProgress = [this, weak = std::weak_ptr(control)](const ReadProgress& value) {
        tellLater(weak, [this, value] { Q_EMIT progress(value); });
    };
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, job, control] {
            if (control->isCancelled())
                return;
            const std::function<void()> tell = job(control);
            QMetaObject::invokeMethod(
                this,
                [this, control, tell] {
                    if (!isCurrent(control))
                        return;
                    m_control.reset();
                    tell();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void DatabaseSession::stopCurrent()
{
    if (!m_control)
        return;
    m_control->cancel();
    m_control.reset();
}

} // namespace cadastre
