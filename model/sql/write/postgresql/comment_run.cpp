// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/postgresql/comment_run.h"

#include "model/sql/write/postgresql/comment_failures.h"

#include <algorithm>

namespace cadastre::postgresql {

namespace {

constexpr qsizetype bytesPerTransaction = 16 * 1024 * 1024;
/// How long is waited for a lock after one was waited for in vain.
constexpr int shortLockTimeoutMs = 20;

/// The next ones for one transaction, from `start` on.
PreparedList nextTransaction(const std::vector<PreparedComment>& comments, std::size_t start,
                             bool isAll)
{
    PreparedList next;
    qsizetype bytes = 0;
    for (std::size_t i = start; i < comments.size(); ++i) {
        bytes += comments[i].statement.size();
        const bool isFull = next.size() == commentsPerTransaction || bytes > bytesPerTransaction;
        if (!isAll && isFull && !next.empty())
            break;
        next.push_back(&comments[i]);
    }
    return next;
}

} // namespace

CommentRun::CommentRun(const RunSessions& sessions, const CommentWriteRequest& request,
                       WriteLedger& ledger, const ReadControl& control)
    : m_writing(sessions.writing)
    , m_reading(sessions.reading)
    , m_role(sessions.role)
    , m_request(request)
    , m_ledger(ledger)
    , m_control(control)
{
}

void CommentRun::run(const std::vector<PreparedComment>& comments)
{
    std::size_t done = 0;
    while (done < comments.size()) {
        const PreparedList next = nextTransaction(comments, done, m_request.allOrNothing);
        done += next.size();
        if (mayGoOn())
            runTransaction(next);
        settleAll(next, WriteOutcome::NotTried, reasonOfRest());
        m_ledger.tell();
    }
}

QString CommentRun::reasonOfRest() const
{
    if (isStopped())
        return m_stopReason;
    if (m_control.isCancelled())
        return QStringLiteral("Stopped before it.");
    return QStringLiteral("Another one of these could not be written, and it was to be all or "
                          "nothing.");
}

void CommentRun::runTransaction(const PreparedList& comments)
{
    const PreparedList worth = worthTrying(comments);
    const bool isHopeless = m_request.allOrNothing && m_sawFailure;
    if (worth.empty() || isHopeless || !mayGoOn() || !announce(worth))
        return;
    const PreparedList held = hold(worth);
    if (!held.empty() && mayGoOn())
        commit(held);
    else
        rollBack();
}

PreparedList CommentRun::worthTrying(const PreparedList& comments)
{
    std::vector<StoredComment> stored;
    if (!passes(readStored(m_reading, comments, stored)))
        return {};
    for (std::size_t i = 0; i < comments.size(); ++i) {
        const bool isAsBefore = stored[i].readable && stored[i].text == comments[i]->before;
        if (!isAsBefore || comments[i]->before == comments[i]->after)
            settleFound(*comments[i], stored[i]);
    }
    return withoutSettled(comments);
}

bool CommentRun::announce(const PreparedList& comments)
{
    std::vector<std::size_t> edits;
    std::vector<PlannedComment> planned;
    for (const PreparedComment* comment : comments) {
        edits.push_back(comment->edit);
        planned.push_back(comment->planned);
    }
    return m_ledger.announce(edits, planned);
}

PreparedList CommentRun::hold(const PreparedList& comments)
{
    if (holdTogether(comments))
        return comments;
    rollBack();
    const PreparedList rest = withoutSettled(comments);
    if (m_request.allOrNothing || rest.empty() || !mayGoOn())
        return {};
    return holdOneByOne(rest);
}

bool CommentRun::holdTogether(const PreparedList& comments)
{
    std::vector<QByteArray> statements{textOf(m_writing, "write_begin")};
    for (const PreparedComment* comment : comments)
        statements.push_back(comment->statement);
    const TogetherOutcome outcome = m_writing.runTogether(statements);
    if (!outcome.error)
        return areAsSeen(comments);
    if (outcome.done == 0 || endsRun(*outcome.error))
        return passes(outcome.error);
    settleFailed(*comments[outcome.done - 1], *outcome.error);
    return false;
}

PreparedList CommentRun::holdOneByOne(const PreparedList& comments)
{
    PreparedList held;
    if (!passes(runText(m_writing, "write_begin")))
        return held;
    for (const PreparedComment* comment : comments) {
        if (!mayGoOn())
            break;
        waitShorter();
        if (holdOne(*comment, comment == comments.front()))
            held.push_back(comment);
        else if (!isStopped())
            passes(runText(m_writing, "write_savepoint_rollback"));
    }
    return held;
}

bool CommentRun::holdOne(const PreparedComment& comment, bool isFirst)
{
    std::vector<QByteArray> statements;
    if (!isFirst)
        statements.push_back(textOf(m_writing, "write_savepoint_release"));
    statements.push_back(textOf(m_writing, "write_savepoint"));
    statements.push_back(comment.statement);
    const TogetherOutcome outcome = m_writing.runTogether(statements);
    if (!outcome.error)
        return areAsSeen({&comment});
    if (outcome.done + 1 < statements.size() || endsRun(*outcome.error))
        return passes(outcome.error);
    settleFailed(comment, *outcome.error);
    return false;
}

bool CommentRun::areAsSeen(const PreparedList& comments)
{
    std::vector<StoredComment> own;
    std::vector<StoredComment> committed;
    if (!passes(readStored(m_writing, comments, own)) ||
        !passes(readStored(m_reading, comments, committed)))
        return false;
    bool areAll = true;
    for (std::size_t i = 0; i < comments.size(); ++i) {
        const PreparedComment& comment = *comments[i];
        const bool isAsBefore = committed[i].readable && committed[i].text == comment.before;
        if (isAsBefore && own[i].text == comment.after)
            continue;
        areAll = false;
        if (!isAsBefore)
            settleFound(comment, committed[i]);
        else if (own[i].text == comment.before)
            settle(comment,
                   {WriteOutcome::Conflict, QStringLiteral("Another object has this name now."),
                    committed[i].shown()});
        else
            settle(comment, {WriteOutcome::Refused,
                             QStringLiteral("The server would not keep this text as it is.")});
    }
    return areAll;
}

void CommentRun::commit(const PreparedList& held)
{
    if (!m_writing.isInSoundTransaction()) {
        m_stopReason = QStringLiteral("The server ended the transaction.");
        return;
    }
    const int sentBefore = m_writing.statementCount();
    const auto error = runText(m_writing, "write_commit");
    if (!error)
        return readBack(held);
    passes(error);
    const bool wasSent = m_writing.statementCount() > sentBefore;
    // without the server's own word that it failed, nobody knows
    if (wasSent && (error->code.isEmpty() || error->failure == SqlFailure::ConnectionLost))
        settleAll(held, WriteOutcome::Unknown,
                  QStringLiteral("The connection was lost while it was being committed."));
}

void CommentRun::readBack(const PreparedList& written)
{
    std::vector<StoredComment> stored;
    if (!passes(readStored(m_reading, written, stored)))
        return settleAll(written, WriteOutcome::Unknown,
                         QStringLiteral("It was committed, but could not be read back."));
    for (std::size_t i = 0; i < written.size(); ++i) {
        settle(*written[i], {WriteOutcome::Written});
        if (stored[i].text != written[i]->after)
            m_ledger.warn(QStringLiteral("The comment of %1 was written, and changed again by "
                                         "somebody else right after.")
                              .arg(written[i]->planned.edit.key.toString()));
    }
}

void CommentRun::rollBack()
{
    // what fails here ends with the connection
    static_cast<void>(runText(m_writing, "write_rollback"));
}

void CommentRun::waitShorter()
{
    if (m_sawBusy && m_request.lockTimeoutMs > shortLockTimeoutMs)
        passes(runText(m_writing, "lock_timeout", {QString::number(shortLockTimeoutMs)}));
}

PreparedList CommentRun::withoutSettled(const PreparedList& comments) const
{
    PreparedList rest;
    std::ranges::copy_if(comments, std::back_inserter(rest), [this](const PreparedComment* one) {
        return !m_ledger.isSettled(one->edit);
    });
    return rest;
}

void CommentRun::settle(const PreparedComment& comment, Settlement settlement)
{
    const bool isThere = settlement.outcome == WriteOutcome::Written ||
                         settlement.outcome == WriteOutcome::Unchanged;
    m_sawFailure = m_sawFailure || !isThere;
    m_sawBusy = m_sawBusy || settlement.outcome == WriteOutcome::Busy;
    m_ledger.settle(comment.edit, std::move(settlement));
}

void CommentRun::settleAll(const PreparedList& comments, WriteOutcome outcome,
                           const QString& reason)
{
    for (const PreparedComment* comment : comments)
        m_ledger.settle(comment->edit, {outcome, reason});
}

void CommentRun::settleFailed(const PreparedComment& comment, const SqlError& error)
{
    const auto object = m_request.catalog->find(comment.planned.edit.key);
    settle(comment, failedSettlement(error, m_role, whoMayComment(*m_request.catalog, *object)));
}

void CommentRun::settleFound(const PreparedComment& comment, const StoredComment& found)
{
    settle(comment, foundSettlement(found, comment));
}

bool CommentRun::passes(const std::optional<SqlError>& error)
{
    if (error && !isStopped())
        m_stopReason = stopSentence(*error);
    return !error;
}

bool CommentRun::mayGoOn() const
{
    return !isStopped() && !m_control.isCancelled();
}

} // namespace cadastre::postgresql
