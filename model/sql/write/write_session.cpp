// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/write_session.h"

namespace cadastre {

WriteSession::WriteSession(QObject* parent)
    : QObject(parent)
    , m_worker(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("write"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

WriteSession::~WriteSession()
{
    if (m_control)
        m_control->cancel();
    m_thread.quit();
    m_thread.wait();
}

bool WriteSession::startWrite(const DatabaseAddress& address, const QString& password,
                              const CommentWriteRequest& request)
{
    return startReport(&writeComments, &WriteSession::writeFinished, address, password, request);
}

bool WriteSession::startResolve(const DatabaseAddress& address, const QString& password,
                                const CommentWriteRequest& request)
{
    return startReport(&resolveUnknown, &WriteSession::resolveFinished, address, password, request);
}

bool WriteSession::startReport(Call call, void (WriteSession::*finished)(const Report&),
                               const DatabaseAddress& address, const QString& password,
                               const CommentWriteRequest& request)
{
    if (isWriting())
        return false;
    start(true, [this, call, finished, address, password, request](const Control& control) {
        auto report =
            std::make_shared<Report>(call(address, password, told(request, control), *control));
        return [this, finished, report] { Q_EMIT(this->*finished)(*report); };
    });
    return true;
}

bool WriteSession::startPlan(const DatabaseAddress& address, const QString& password,
                             const CommentWriteRequest& request)
{
    if (isWriting())
        return false;
    start(false, [this, address, password, request](const Control& control) {
        auto plan = std::make_shared<Result<CommentPlan>>(
            planComments(address, password, request, *control));
        return [this, plan] { Q_EMIT planFinished(*plan); };
    });
    return true;
}

void WriteSession::cancel()
{
    if (!m_control)
        return;
    m_control->cancel();
    if (!m_isWriting)
        m_control.reset();
}

CommentWriteRequest WriteSession::told(const CommentWriteRequest& request,
                                       const std::weak_ptr<ReadControl>& control)
{
    CommentWriteRequest telling = request;
    telling.onResults = [this, control,
                         own = request.onResults](std::span<const CommentWrite> writes) {
        if (own)
            own(writes);
        tellLater(control, [this, list = std::vector(writes.begin(), writes.end())] {
            Q_EMIT settled(list);
        });
    };
    telling.onProgress = [this, control, own = request.onProgress](int done, int total) {
        if (own)
            own(done, total);
        tellLater(control, [this, done, total] { Q_EMIT progress(done, total); });
    };
    return telling;
}

void WriteSession::tellLater(const std::weak_ptr<ReadControl>& control, std::function<void()> tell)
{
    QMetaObject::invokeMethod(
        this,
        [this, control, tell = std::move(tell)] {
            if (const auto owner = control.lock(); owner && owner == m_control)
                tell();
        },
        Qt::QueuedConnection);
}

void WriteSession::start(bool isWriting, const Job& job)
{
    cancel();
    const auto control = std::make_shared<ReadControl>();
    m_control = control;
    m_isWriting = isWriting;
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, job, control, isWriting] {
            if (control->isCancelled() && !isWriting)
                return;
            const std::function<void()> tell = job(control);
            QMetaObject::invokeMethod(
                this,
                [this, control, tell] {
                    if (m_control != control)
                        return;
                    m_control.reset();
                    tell();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace cadastre
