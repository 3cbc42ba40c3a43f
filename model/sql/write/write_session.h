// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// WriteSession: plans, writes and resolves comments on one thread of its own and tells the thread
// it lives on. Unlike reading, writing is never superseded or dropped: its report always comes.
#pragma once

#include "model/sql/write/write_comments.h"

#include <QObject>
#include <QThread>

namespace cadastre {

class WriteSession : public QObject
{
    Q_OBJECT

public:
    explicit WriteSession(QObject* parent = nullptr);
    /// Cancels what runs and waits for it.
    ~WriteSession() override;

    /// Starts writing; false while something is written or resolved. `onSending` and `onResults` of
    /// the request are called on the session's thread (the audit trail); then come the signals.
    [[nodiscard]] bool startWrite(const DatabaseAddress& address, const QString& password,
                                  const CommentWriteRequest& request);
    /// As startWrite().
    [[nodiscard]] bool startResolve(const DatabaseAddress& address, const QString& password,
                                    const CommentWriteRequest& request);
    /// The newest plan wins: the result of an older one that still runs is dropped. False while
    /// something is written or resolved.
    [[nodiscard]] bool startPlan(const DatabaseAddress& address, const QString& password,
                                 const CommentWriteRequest& request);
    /// Stops what runs, on the server too. A write and a resolve still finish with their report; a
    /// plan is dropped.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_control != nullptr; }
    /// Something is being written or resolved.
    [[nodiscard]] bool isWriting() const { return isRunning() && m_isWriting; }

Q_SIGNALS:
    void progress(int done, int total);
    /// Outcomes, as they become known.
    void settled(const std::vector<cadastre::CommentWrite>& writes);
    void writeFinished(const cadastre::Result<cadastre::CommentWriteReport>& result);
    void resolveFinished(const cadastre::Result<cadastre::CommentWriteReport>& result);
    void planFinished(const cadastre::Result<cadastre::CommentPlan>& result);

private:
    using Control = std::shared_ptr<ReadControl>;
    using Job = std::function<std::function<void()>(const Control&)>;
    using Report = Result<CommentWriteReport>;
    using Call = Report (*)(const DatabaseAddress&, const QString&, const CommentWriteRequest&,
                            ReadControl&);

    /// Runs the job on the session's thread; what it returns tells the result on this one.
    void start(bool isWriting, const Job& job);
    [[nodiscard]] bool startReport(Call call, void (WriteSession::*finished)(const Report&),
                                   const DatabaseAddress& address, const QString& password,
                                   const CommentWriteRequest& request);
    [[nodiscard]] CommentWriteRequest told(const CommentWriteRequest& request,
                                           const std::weak_ptr<ReadControl>& control);
    /// Calls `tell` on this object's thread, unless another request is the current one by then.
    void tellLater(const std::weak_ptr<ReadControl>& control, std::function<void()> tell);

    QThread m_thread;
    std::unique_ptr<QObject> m_worker; ///< lives on m_thread, runs the jobs there
    Control m_control;                 ///< of the running request; null when idle
    bool m_isWriting = false;
};

} // namespace cadastre
