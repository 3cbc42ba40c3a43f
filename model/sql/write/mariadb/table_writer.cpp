// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/mariadb/table_writer.h"

#include <algorithm>

namespace cadastre::mariadb {

const char* const unreadStatisticsSentence =
    "Writing the comment of an index drops engine-independent statistics of its table's indexes, "
    "and "
    "mysql.index_stats could not be read to see whether there are any.";

namespace {

/// Tables and columns in one, indexes in one, each that needs a copy alone.
std::vector<std::vector<TableChange>> statementsOf(std::vector<TableChange> changes)
{
    std::vector<TableChange> plain;
    std::vector<TableChange> indexes;
    std::vector<std::vector<TableChange>> statements;
    for (TableChange& change : changes) {
        if (change.algorithm != AlterAlgorithm::Instant)
            statements.push_back({std::move(change)});
        else if (change.isIndex())
            indexes.push_back(std::move(change));
        else
            plain.push_back(std::move(change));
    }
    if (!indexes.empty())
        statements.insert(statements.begin(), std::move(indexes));
    if (!plain.empty())
        statements.insert(statements.begin(), std::move(plain));
    return statements;
}

/// Where trying each alone could help.
bool mayBeOnesFault(const SqlError& error)
{
    return error.failure != SqlFailure::LockTimeout && error.failure != SqlFailure::Cancelled &&
           error.failure != SqlFailure::PermissionDenied;
}

} // namespace

std::optional<bool> hasIndexStatistics(CommentSession& session, const CommentUnit& unit)
{
    const bool hasIndexes = std::ranges::any_of(
        unit.edits, [](const PreparedEdit& edit) { return edit.target.kind == TargetKind::Index; });
    if (!hasIndexes || !session.isMariaDb())
        return false;
    bool has = false;
    const auto error =
        session.ask("write_index_statistics", {unit.target().schema, unit.target().object},
                    [&has](const Row& row) { has = row[0].integer() > 0; });
    return error ? std::nullopt : std::optional(has);
}

TableWriter::TableWriter(CommentSession& session, const CommentWriteRequest& request,
                         WriteLedger& ledger, ReadControl& control)
    : m_session(session)
    , m_request(request)
    , m_ledger(ledger)
    , m_control(control)
{
    m_rules.isMariaDb = session.isMariaDb();
    m_rules.keepsTimestamps = session.keepsTimestamps();
    m_rules.allowCopy = request.allowCopy;
}

bool TableWriter::write(const CommentUnit& unit)
{
    m_columns = columnsOf(unit);
    askIndexStatistics(unit); // not possible once it is held
    if (hold(unit)) {
        if (std::optional<Changes> changes = compare(unit)) {
            for (Changes& statement : statementsOf(std::move(*changes)))
                send(std::move(statement));
        }
    }
    if (!m_ended)
        m_session.release();
    m_ledger.tell();
    return !m_ended;
}

void TableWriter::askIndexStatistics(const CommentUnit& unit)
{
    const std::optional<bool> has = hasIndexStatistics(m_session, unit);
    m_rules.hasIndexStatistics = has.value_or(false);
    if (!has)
        m_ledger.warn(QString::fromLatin1(unreadStatisticsSentence));
}

bool TableWriter::hold(const CommentUnit& unit)
{
    const HoldResult held = m_session.holdTable(unit.target().path);
    if (held.hold == Hold::None)
        settleUnread(unit, *held.error);
    else if (held.hold == Hold::Cadastres)
        m_ledger.warn(notExcludedSentence(m_session.target().role, unit.target()));
    m_isLocked = held.hold == Hold::Everybody;
    return held.hold != Hold::None;
}

void TableWriter::settleUnread(const CommentUnit& unit, const SqlError& error)
{
    m_ended = m_ended || endsSession(error);
    for (const PreparedEdit& edit : unit.edits) {
        m_ledger.settle(edit.index, unreadSettlement(error, m_session.target().role,
                                                     *m_request.catalog, edit.target));
    }
}

std::optional<TableWriter::Changes> TableWriter::compare(const CommentUnit& unit)
{
    m_state = {};
    if (const auto error = readTableState(m_session, unit.target(), m_columns, m_state)) {
        settleUnread(unit, *error);
        return std::nullopt;
    }
    Changes changes;
    for (const PreparedEdit& edit : unit.edits)
        settleFound(edit, changes);
    return changes;
}

void TableWriter::settleFound(const PreparedEdit& edit, Changes& changes)
{
    const std::optional<QByteArray> stored = storedCommentOf(m_state.text, edit.target);
    if (!stored) {
        m_ledger.settle(edit.index,
                        {WriteOutcome::Refused,
                         QStringLiteral("There is no %1 in %2 any more. Read the database again.")
                             .arg(edit.target.part, edit.target.name())});
    } else if (*stored == edit.edit.after.toUtf8()) {
        m_ledger.settle(edit.index, {WriteOutcome::Unchanged});
    } else if (*stored != edit.edit.before.toUtf8()) {
        m_ledger.settle(edit.index,
                        {WriteOutcome::Conflict, QStringLiteral("Somebody changed it meanwhile."),
                         textOf(*stored)});
    } else {
        TableChange change = changeOf(m_state, edit, m_rules);
        if (change.refusal.isEmpty())
            changes.push_back(std::move(change));
        else
            m_ledger.settle(edit.index, {WriteOutcome::Refused, change.refusal});
    }
}

void TableWriter::send(Changes changes)
{
    if (m_ended || m_control.isCancelled())
        return;
    const QByteArray statement = alterStatement(m_state, changes, m_rules, Direction::Forward);
    std::vector<std::size_t> indexes;
    std::vector<PlannedComment> planned;
    for (const TableChange& change : changes) {
        indexes.push_back(change.edit->index);
        planned.push_back(plannedChange(m_state, change, m_rules, statement));
    }
    if (!m_ledger.announce(indexes, planned))
        m_ended = true;
    else
        alter(changes, statement);
}

void TableWriter::alter(const Changes& changes, const QByteArray& statement)
{
    const std::optional<SqlError> error = m_session.run(statement);
    if (!error) {
        prove(changes);
    } else if (endsSession(*error)) {
        m_ended = true;
        settleAll(changes, lostSettlement());
    } else {
        settleFailed(changes, *error);
    }
}

void TableWriter::settleFailed(Changes changes, const SqlError& error)
{
    TableState now;
    const auto unread = readTableState(m_session, changes.front().edit->target, m_columns, now);
    if (unread || holdsAll(now, changes)) {
        prove(changes); // the server may have done it before it said no
    } else if (changes.size() > 1 && mayBeOnesFault(error)) {
        for (TableChange& change : changes)
            send({std::move(change)});
    } else if (tryAgain(changes, error)) {
        send(std::move(changes));
    } else {
        for (const TableChange& change : changes)
            m_ledger.settle(change.edit->index, failureOf(change, error));
    }
}

Settlement TableWriter::failureOf(const TableChange& change, const SqlError& error) const
{
    if (wantsCopy(error) && hasHiddenMembers(change))
        return {WriteOutcome::Refused,
                QStringLiteral("The list of values of %1 has characters that the server does not "
                               "print, so its line cannot be sent back unchanged.")
                    .arg(change.edit->target.part)};
    return failedSettlement(error, m_session.target().role, *m_request.catalog,
                            change.edit->target);
}

/// One step further where the person agreed to it.
bool TableWriter::tryAgain(Changes& changes, const SqlError& error)
{
    if (!m_request.allowCopy || changes.size() > 1)
        return false;
    TableChange& change = changes.front();
    if (wantsHistoryKept(error) && !m_keepsHistory) {
        m_keepsHistory = !m_session.ask("write_keep_history", {}, [](const Row&) {});
        return m_keepsHistory;
    }
    if (!wantsCopy(error) || change.algorithm == AlterAlgorithm::Copy)
        return false;
    const bool isFirst = change.algorithm == AlterAlgorithm::Instant;
    const AlterAlgorithm gentle =
        m_rules.isMariaDb ? AlterAlgorithm::NoCopy : AlterAlgorithm::InPlace;
    change.algorithm = isFirst ? gentle : AlterAlgorithm::Copy;
    return !hasHiddenMembers(change);
}

/// The server takes the line that it printed for another type: what it printed is not what is
/// there.
bool TableWriter::hasHiddenMembers(const TableChange& change) const
{
    if (change.edit->target.kind != TargetKind::Column)
        return false;
    const TableItem* column = m_state.text.column(change.edit->target.part);
    return column && hasDoubtfulMembers(m_state.text, *column);
}

} // namespace cadastre::mariadb
