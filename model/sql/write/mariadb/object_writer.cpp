// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/mariadb/object_writer.h"

namespace cadastre::mariadb {

ObjectWriter::ObjectWriter(CommentSession& session, const CommentWriteRequest& request,
                           WriteLedger& ledger)
    : m_session(session)
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
        m_ledger.warn(notExcludedSentence(m_session.target().role, edit.target));
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
        m_ledger.settle(edit.index,
                        {WriteOutcome::Conflict, QStringLiteral("Somebody changed it meanwhile."),
                         QString::fromUtf8(before.comment)});
    } else {
        alter(edit, before);
    }
}

void ObjectWriter::alter(const PreparedEdit& edit, const ObjectState& before)
{
    const PlannedComment planned = plannedObject(edit, before);
    if (!planned.refusal.isEmpty()) {
        m_ledger.settle(edit.index, {WriteOutcome::Refused, planned.refusal});
        return;
    }
    if (!m_ledger.announce(std::span(&edit.index, 1), std::span(&planned, 1))) {
        m_ended = true;
        return;
    }
    const auto error = m_session.run(planned.sql.toUtf8());
    if (error && endsSession(*error)) {
        m_ended = true;
        m_ledger.settle(edit.index, lostSettlement());
        return;
    }
    prove(edit, before, error);
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
    } else if (after.comment == edit.edit.after.toUtf8() && after.rest == before.rest) {
        m_ledger.settle(edit.index, {WriteOutcome::Written});
    } else {
        takeBack(edit, before);
    }
}

void ObjectWriter::takeBack(const PreparedEdit& edit, const ObjectState& before)
{
    const QByteArray statement = objectStatement(edit.target, before, edit.undoLiteral);
    const auto error = m_session.insist(statement, [](const Row&) {});
    ObjectState now;
    const auto unread = readObjectState(m_session, edit.target, now);
    m_ended = (error && endsSession(*error)) || (unread && endsSession(*unread));
    if (!error && !unread && now.comment == before.comment && now.rest == before.rest) {
        m_ledger.settle(edit.index,
                        {WriteOutcome::Refused,
                         QStringLiteral("The server kept another text than was sent, or changed "
                                        "more than the comment, so it was taken back.")});
        return;
    }
    m_ledger.settle(edit.index,
                    {WriteOutcome::Unknown,
                     QStringLiteral("The server changed more than the comment, and it could not "
                                    "be taken back. Do it by hand: %1")
                         .arg(QString::fromUtf8(statement))});
}

} // namespace cadastre::mariadb
