// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/mariadb/catalog_hold.h"

#include <QDeadlineTimer>

#include <atomic>
#include <thread>

namespace cadastre::mariadb {

namespace {

constexpr auto pollInterval = std::chrono::microseconds(200);
constexpr int patiencePolls = 50;

void ignoreRow(const Row&) {}

bool isRoutine(const CommentTarget& target)
{
    return target.kind == TargetKind::Routine;
}

} // namespace

/// A statement under way on a session, on a thread of its own.
class CatalogHold::Running
{
public:
    Running(CommentSession& session, const QByteArray& statement)
        : m_thread([this, &session, statement] {
            m_error = session.run(statement);
            m_isDone = true;
        })
    {
    }
    ~Running()
    {
        if (m_thread.joinable())
            m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Running)

    [[nodiscard]] bool isDone() const { return m_isDone; }
    std::optional<SqlError> wait()
    {
        m_thread.join();
        return m_error;
    }

private:
    std::optional<SqlError> m_error;
    std::atomic_bool m_isDone = false;
    std::thread m_thread;
};

CatalogHold::CatalogHold(const DatabaseAddress& address, const QString& password,
                         const CommentWriteRequest& request)
    : m_address(address)
    , m_password(password)
    , m_request(request)
{
}

bool CatalogHold::begin(const CommentSession& session, const CommentTarget& target)
{
    m_wasBusy = false;
    const bool hasTable = isRoutine(target) || target.kind == TargetKind::Event;
    if (!hasTable || !session.isMariaDb() || m_isImpossible)
        return false;
    if (!m_guard) {
        auto guard =
            CommentSession::open(m_address, m_password, m_request, SessionPurpose::Writing);
        m_isImpossible = !guard;
        if (!guard)
            return false;
        m_guard = std::move(*guard);
    }
    const auto error =
        m_guard->ask(isRoutine(target) ? "write_hold_routine" : "write_hold_event", {}, ignoreRow);
    m_wasBusy = error && error->failure == SqlFailure::LockTimeout;
    m_isImpossible = error && !m_wasBusy;
    return !error;
}

void CatalogHold::end()
{
    (void)m_guard->run(unlockTables());
}

/// Until the statement has its object and waits for the catalog's table. Not for long where it
/// waits for the object itself: who has that may be waiting for us.
void CatalogHold::awaitHold(const Running& running, const QString& id, bool& isHeld)
{
    const QDeadlineTimer deadline(std::max(1000, m_request.lockTimeoutMs));
    int waitsForObject = 0;
    while (!running.isDone() && !deadline.hasExpired() && waitsForObject < patiencePolls) {
        QString state;
        if (m_guard->ask("write_state", {id}, [&](const Row& row) { state = row[0].text(); }))
            return;
        isHeld = state == QLatin1String("Waiting for table level lock") ||
                 state == QLatin1String("Waiting for table metadata lock");
        if (isHeld)
            return;
        waitsForObject += state.startsWith(QLatin1String("Waiting for ")) ? 1 : 0;
        std::this_thread::sleep_for(pollInterval);
    }
}

std::optional<QByteArray> CatalogHold::storedComment(const CommentTarget& target)
{
    std::optional<QByteArray> stored;
    QStringList parameters{target.schema, target.object};
    if (isRoutine(target))
        parameters << QString::fromLatin1(target.showKind);
    const auto error =
        m_guard->ask(isRoutine(target) ? "write_held_routine" : "write_held_event", parameters,
                     [&stored](const Row& row) { stored = row[0].bytes().toByteArray(); });
    return error ? std::nullopt : stored;
}

HeldAlterResult CatalogHold::alter(CommentSession& session, const CommentTarget& target,
                                   const QByteArray& statement, const QByteArray& expected)
{
    const QString id = QString::number(session.connectionId());
    Running running(session, statement);
    bool isHeld = false;
    awaitHold(running, id, isHeld);
    const std::optional<QByteArray> stored =
        isHeld ? storedComment(target) : std::optional<QByteArray>();
    const bool goesOn = running.isDone() || stored == expected;
    if (!goesOn && m_guard->ask("kill_query", {id}, ignoreRow))
        session.connection().canceller()(); // the guard is gone; so is its hold
    if (goesOn)
        end();
    const std::optional<SqlError> error = running.wait();
    if (!goesOn)
        end();
    const bool wasStopped = !goesOn && error && error->failure == SqlFailure::Cancelled;
    if (!wasStopped)
        return {HeldAlter::Sent, error};
    return stored ? HeldAlterResult{HeldAlter::Differs, std::nullopt, *stored}
                  : HeldAlterResult{HeldAlter::Busy};
}

} // namespace cadastre::mariadb
