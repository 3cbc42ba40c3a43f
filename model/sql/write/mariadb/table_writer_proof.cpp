// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a TableWriter concludes after an ALTER: that nothing but the comments changed, or else that
// it has to be taken back; where others were not kept away, what is there now.
#include "model/sql/write/mariadb/table_writer.h"

#include <algorithm>

namespace cadastre::mariadb {

bool TableWriter::holdsAll(const TableState& state, const Changes& changes) const
{
    return std::ranges::all_of(changes, [&state](const TableChange& change) {
        return storedCommentOf(state.text, change.edit->target) == change.edit->edit.after.toUtf8();
    });
}

void TableWriter::prove(const Changes& changes)
{
    TableState after;
    if (const auto error =
            readTableState(m_session, changes.front().edit->target, m_columns, after)) {
        m_ended = endsSession(*error);
        settleAll(
            changes,
            {WriteOutcome::Unknown,
             QStringLiteral("It was sent, but could not be read back: %1.").arg(error->message)});
        return;
    }
    if (!m_isLocked)
        return settleUnlocked(changes, after);
    const QString unwanted = unwantedChange(m_state, after, partsOf(changes));
    if (!unwanted.isEmpty())
        return takeBack(changes, unwanted);
    if (!holdsAll(after, changes))
        return takeBack(changes, QStringLiteral("the text that it keeps differs from what was "
                                                "sent"));
    m_state = std::move(after);
    settleAll(changes, {WriteOutcome::Written});
}

void TableWriter::settleUnlocked(const Changes& changes, const TableState& after)
{
    const QString unwanted = unwantedChange(m_state, after, partsOf(changes));
    const QString table = changes.front().edit->target.name();
    if (!unwanted.isEmpty())
        m_ledger.warn(QStringLiteral("While comments of %1 were written, it changed in other ways, "
                                     "too (%2): look at it.")
                          .arg(table, unwanted));
    for (const TableChange& change : changes) {
        const std::optional<QByteArray> stored = storedCommentOf(after.text, change.edit->target);
        if (stored == change.edit->edit.after.toUtf8())
            m_ledger.settle(change.edit->index, {WriteOutcome::Written});
        else
            m_ledger.settle(change.edit->index,
                            {WriteOutcome::Conflict,
                             QStringLiteral("It was written, and somebody changed it right after."),
                             textOf(stored.value_or(QByteArray()))});
    }
    m_state = after;
}

void TableWriter::takeBack(const Changes& changes, const QString& why)
{
    const QByteArray statement = alterStatement(m_state, changes, m_rules, Direction::Back);
    const auto error = m_session.insist(statement, [](const Row&) {});
    TableState now;
    const auto unread = readTableState(m_session, changes.front().edit->target, m_columns, now);
    m_ended = (error && endsSession(*error)) || (unread && endsSession(*unread));
    if (!error && !unread && now.text.sql == m_state.text.sql) {
        settleAll(changes,
                  {WriteOutcome::Refused,
                   QStringLiteral("The server changed more than the comment (%1), so it was taken "
                                  "back.")
                       .arg(why)});
        return;
    }
    settleAll(changes,
              {WriteOutcome::Unknown,
               QStringLiteral("The server changed more than the comment (%1), and it could not be "
                              "taken back. Do it by hand: %2")
                   .arg(why, QString::fromUtf8(statement))});
}

void TableWriter::settleAll(const Changes& changes, const Settlement& settlement)
{
    for (const TableChange& change : changes)
        m_ledger.settle(change.edit->index, settlement);
}

} // namespace cadastre::mariadb
