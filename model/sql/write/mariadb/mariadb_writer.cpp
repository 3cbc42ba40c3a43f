// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The writer of MariaDB and MySQL: opens its sessions, makes sure of what they reached, and answers
// the three requests. One table is in table_writer.cpp, every other object in object_writer.cpp.
#include "model/sql/server_cancel.h"
#include "model/sql/write/engine_writer.h"
#include "model/sql/write/mariadb/object_writer.h"
#include "model/sql/write/mariadb/table_writer.h"

namespace cadastre {

namespace {

using namespace mariadb;

Error readOnlyServer(const DatabaseAddress& address)
{
    return {QStringLiteral("%1 takes no changes: read_only is on there, as on a replica; name the "
                           "primary server in the address. Nothing was written.")
                .arg(address.displayText()),
            {}};
}

Error noTransactions(const DatabaseAddress& address)
{
    return {QStringLiteral("All or nothing is not possible on %1: the server commits every ALTER "
                           "at once. Apply each for itself.")
                .arg(address.displayText()),
            {}};
}

Result<CommentWriteReport> writeMariaDb(const DatabaseAddress& address, const QString& password,
                                        const CommentWriteRequest& request, ReadControl& control)
{
    if (request.allOrNothing && request.edits.size() > 1)
        return noTransactions(address);
    const auto session = CommentSession::open(address, password, request, SessionPurpose::Writing);
    if (!session)
        return session.error();
    if ((*session)->target().readOnly)
        return readOnlyServer(address);
    WriteLedger ledger(request);
    const Preparation preparation = prepareUnits(request);
    for (const auto& [edit, settlement] : preparation.refused)
        ledger.settle(edit, settlement);
    ledger.tell();
    const ServerCancel cancel(control, (*session)->connection());
    TableWriter tables(**session, request, ledger, control);
    CatalogHold hold(address, password, request);
    ObjectWriter objects(**session, hold, request, ledger);
    for (const CommentUnit& unit : preparation.units) {
        if (control.isCancelled())
            return ledger.finish(QStringLiteral("Stopped before it."));
        const bool goesOn = unit.isTable() ? tables.write(unit) : objects.write(unit.edits.front());
        if (!goesOn)
            break;
    }
    return ledger.finish(
        control.isCancelled()
            ? QStringLiteral("Stopped before it.")
            : QStringLiteral("The work ended before it, because nothing more could "
                             "be sent after what is reported for others."));
}

/// Fills the plan of one unit; what cannot be read is refused with the server's words.
class Planner
{
public:
    Planner(CommentSession& session, const CommentWriteRequest& request, CommentPlan& plan)
        : m_session(session)
        , m_request(request)
        , m_plan(plan)
    {
    }

    void plan(const CommentUnit& unit)
    {
        const std::optional<SqlError> error = unit.isTable() ? planTable(unit) : planObject(unit);
        if (!error)
            return;
        for (const PreparedEdit& edit : unit.edits) {
            const Settlement settlement =
                unreadSettlement(*error, m_session.target().role, *m_request.catalog, edit.target);
            planOf(edit).refusal = settlement.reason;
        }
    }

private:
    PlannedComment& planOf(const PreparedEdit& edit) { return m_plan.comments[edit.index]; }

    std::optional<SqlError> planTable(const CommentUnit& unit)
    {
        TableState state;
        if (auto error = readTableState(m_session, unit.target(), columnsOf(unit), state))
            return error;
        ChangeRules rules;
        rules.isMariaDb = m_session.isMariaDb();
        rules.allowCopy = m_request.allowCopy;
        const std::optional<bool> hasStatistics = hasIndexStatistics(m_session, unit);
        rules.hasIndexStatistics = hasStatistics.value_or(false);
        for (const PreparedEdit& edit : unit.edits) {
            if (!storedCommentOf(state.text, edit.target)) {
                planOf(edit).refusal = QStringLiteral("There is no %1 in %2 any more.")
                                           .arg(edit.target.part, edit.target.name());
                continue;
            }
            const TableChange change = changeOf(state, edit, rules);
            const QByteArray statement = alterStatement(state, {change}, rules, Direction::Forward);
            planOf(edit) = plannedChange(state, change, rules, statement);
            ChangeRules agreed = rules;
            agreed.allowCopy = true;
            planOf(edit).needsCopy =
                !change.refusal.isEmpty() && changeOf(state, edit, agreed).refusal.isEmpty();
            if (change.isIndex() && !hasStatistics)
                planOf(edit).warnings << QString::fromLatin1(unreadStatisticsSentence);
        }
        return std::nullopt;
    }

    std::optional<SqlError> planObject(const CommentUnit& unit)
    {
        const PreparedEdit& edit = unit.edits.front();
        ObjectState state;
        if (auto error = readObjectState(m_session, edit.target, state))
            return error;
        if (state.isThere)
            planOf(edit) = plannedObject(edit, state);
        else
            planOf(edit).refusal =
                QStringLiteral("There is no %1 any more.").arg(edit.target.name());
        return std::nullopt;
    }

    CommentSession& m_session;
    const CommentWriteRequest& m_request;
    CommentPlan& m_plan;
};

Error stopped()
{
    return {QStringLiteral("Stopped."), {}, ErrorKind::Cancelled};
}

Result<CommentPlan> planMariaDb(const DatabaseAddress& address, const QString& password,
                                const CommentWriteRequest& request, ReadControl& control)
{
    const auto session = CommentSession::open(address, password, request, SessionPurpose::Reading);
    if (!session)
        return session.error();
    CommentPlan plan;
    plan.target = (*session)->target();
    plan.comments.reserve(request.edits.size());
    for (const CommentEdit& edit : request.edits) {
        PlannedComment planned;
        planned.edit = edit;
        plan.comments.push_back(std::move(planned));
    }
    const Preparation preparation = prepareUnits(request);
    for (const auto& [edit, settlement] : preparation.refused)
        plan.comments[edit].refusal = settlement.reason;
    const ServerCancel cancel(control, (*session)->connection());
    Planner planner(**session, request, plan);
    for (const CommentUnit& unit : preparation.units) {
        if (control.isCancelled())
            return stopped();
        planner.plan(unit);
    }
    return plan;
}

/// Looks up what one unit holds. A statement that a lost connection left behind on the server still
/// has the unit's named lock: until it is done, nothing is known.
std::optional<SqlError> resolveUnit(CommentSession& session, const CommentUnit& unit,
                                    WriteLedger& ledger)
{
    const CommentTarget& target = unit.target();
    const HoldResult held = session.holdName(target.showKind, target.path);
    if (held.hold == Hold::None)
        return held.error;
    TableState table;
    ObjectState object;
    const auto error = unit.isTable() ? readTableState(session, target, {}, table)
                                      : readObjectState(session, target, object);
    session.release();
    if (error)
        return error;
    for (const PreparedEdit& edit : unit.edits) {
        const std::optional<QByteArray> stored = unit.isTable()
                                                     ? storedCommentOf(table.text, edit.target)
                                                 : object.isThere ? std::optional(object.comment)
                                                                  : std::nullopt;
        if (stored)
            ledger.settle(edit.index, foundAfterwards(edit.edit, textOf(*stored)));
        else
            ledger.settle(edit.index,
                          {WriteOutcome::Refused,
                           QStringLiteral("%1 is not there any more.").arg(target.name())});
    }
    return std::nullopt;
}

Result<CommentWriteReport> resolveMariaDb(const DatabaseAddress& address, const QString& password,
                                          const CommentWriteRequest& request, ReadControl& control)
{
    const auto session = CommentSession::open(address, password, request, SessionPurpose::Reading);
    if (!session)
        return session.error();
    WriteLedger ledger(request);
    const Preparation preparation = prepareUnits(request);
    for (const auto& [edit, settlement] : preparation.refused)
        ledger.settle(edit, settlement);
    const ServerCancel cancel(control, (*session)->connection());
    for (const CommentUnit& unit : preparation.units) {
        const std::optional<SqlError> error =
            control.isCancelled()
                ? SqlError{SqlFailure::Cancelled, {}, QStringLiteral("it was stopped")}
                : resolveUnit(**session, unit, ledger);
        for (const PreparedEdit& edit : unit.edits) {
            if (error)
                ledger.settle(
                    edit.index,
                    {WriteOutcome::Unknown,
                     QStringLiteral("It could not be looked up: %1.").arg(error->message)});
        }
        ledger.tell();
    }
    return ledger.finish({});
}

} // namespace

EngineWriter mariaDbWriter()
{
    return {writeMariaDb, planMariaDb, resolveMariaDb};
}

} // namespace cadastre
