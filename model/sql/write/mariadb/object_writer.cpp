// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/mariadb/object_writer.h"

namespace cadastre::mariadb {

namespace {

/// While another session changes the object, too, it is done in a moment.
constexpr int mostAttempts = 4;

} // namespace

ObjectWriter::ObjectWriter(CommentSession& session, CatalogHold& hold,
                           const CommentWriteRequest& request, WriteLedger& ledger)
    : m_session(session)
    , m_hold(hold)
    , m_request(request)
    , m_ledger(ledger)
{
}

bool ObjectWriter::write(const PreparedEdit& edit)
{
    const HoldResult held = m_session.holdName(edit.target.showKind, edit.target.path);
    if (held.hold == Hold::None) {
        settleUnread(edit, *held.error);
    } else {
        writeHeld(edit);
    }
    if (!m_ended)
        m_session.release();
    m_ledger.tell();
    return !m_ended;
}

void ObjectWriter::settleUnread(const PreparedEdit& edit, const SqlError& error)
{
    m_ended = endsSession(error);
    m_ledger.settle(edit.index, unreadSettlement(error, m_session.target().role, *m_request.catalog,
                                                 edit.target));
}

void ObjectWriter::writeHeld(const PreparedEdit& edit)
{
    ObjectState before;
    if (const auto error = readObjectState(m_session, edit.target, before))
        return settleUnread(edit, *error);
    if (!before.isThere) {
        m_ledger.settle(edit.index,
                        {WriteOutcome::Refused,
                         QStringLiteral("%1 is not there any more, or its definition is not shown "
                                        "to %2. Read the database again.")
                             .arg(edit.target.name(), m_session.target().role)});
    } else if (before.comment == edit.edit.after.toUtf8()) {
        m_ledger.settle(edit.index, {WriteOutcome::Unchanged});
    } else if (before.comment != edit.edit.before.toUtf8()) {
        settleDiffering(edit, before.comment);
    } else {
        alter(edit, before);
    }
}

void ObjectWriter::settleDiffering(const PreparedEdit& edit, const QByteArray& stored)
{
    m_ledger.settle(edit.index, {WriteOutcome::Conflict,
                                 QStringLiteral("Somebody changed it meanwhile."), textOf(stored)});
}

void ObjectWriter::alter(const PreparedEdit& edit, const ObjectState& before)
{
    const PlannedComment planned = plannedObject(edit, before);
    if (!planned.refusal.isEmpty()) {
        m_ledger.settle(edit.index, {WriteOutcome::Refused, planned.refusal});
        return;
    }
    const bool isHeld = m_hold.begin(m_session, edit.target);
    if (!isHeld && m_hold.wasBusy()) {
        settleUnread(edit, {SqlFailure::LockTimeout, {}, {}});
        return;
    }
    if (!isHeld)
        m_ledger.warn(notExcludedSentence(m_session.target().role, edit.target));
    if (!m_ledger.announce(std::span(&edit.index, 1), std::span(&planned, 1))) {
        m_ended = true;
        if (isHeld)
            m_hold.end();
        return;
    }
    const auto answer = send(edit, before, planned, isHeld);
    if (!answer)
        return;
    if (*answer && endsSession(**answer)) {
        m_ended = true;
        m_ledger.settle(edit.index, lostSettlement());
        return;
    }
    prove(edit, before, *answer);
}

std::optional<std::optional<SqlError>> ObjectWriter::send(const PreparedEdit& edit,
                                                          const ObjectState& before,
                                                          const PlannedComment& planned,
                                                          bool isHeld)
{
    const QByteArray statement = planned.sql.toUtf8();
    if (!isHeld)
        return m_session.run(statement);
    HeldAlterResult result = m_hold.alter(m_session, edit.target, statement, before.comment);
    for (int attempt = 1; attempt < mostAttempts && result.outcome == HeldAlter::Busy; ++attempt) {
        if (m_hold.begin(m_session, edit.target))
            result = m_hold.alter(m_session, edit.target, statement, before.comment);
    }
    if (result.outcome == HeldAlter::Sent)
        return result.error;
    if (result.outcome == HeldAlter::Differs)
        settleDiffering(edit, result.stored);
    else
        settleUnread(edit, {SqlFailure::LockTimeout, {}, {}});
    return std::nullopt;
}

/// `error` is what the server said to the ALTER.
void ObjectWriter::prove(const PreparedEdit& edit, const ObjectState& before,
                         const std::optional<SqlError>& error)
{
    ObjectState after;
    if (const auto unread = readObjectState(m_session, edit.target, after)) {
        m_ended = endsSession(*unread);
        m_ledger.settle(
            edit.index,
            {WriteOutcome::Unknown,
             QStringLiteral("It was sent, but could not be read back: %1.").arg(unread->message)});
    } else if (error && after.comment == before.comment) {
        m_ledger.settle(edit.index, failedSettlement(*error, m_session.target().role,
                                                     *m_request.catalog, edit.target));
    } else if (after.comment == edit.edit.after.toUtf8()) {
        m_ledger.settle(edit.index, {WriteOutcome::Written});
        if (after.rest != before.rest)
            m_ledger.warn(QStringLiteral("%1 changed in other ways, too, while its comment was "
                                         "written: look at it.")
                              .arg(edit.target.name()));
    } else {
        // never taken back: what is there now may be somebody else's
        m_ledger.settle(edit.index,
                        {WriteOutcome::Conflict,
                         QStringLiteral("It was written, and somebody changed it right after."),
                         textOf(after.comment)});
    }
}

} // namespace cadastre::mariadb
