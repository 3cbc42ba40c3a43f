// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CommentRun: the transactions that write prepared comments: hold, compare, commit, read back. How
// connections are opened and requests answered lives in postgresql_writer.cpp.
//
// COMMENT ON locks its object against every other comment, rename and drop until the transaction
// ends. So once it has run, what a second connection reads as the committed comment stays so: when
// that is `before`, committing replaces exactly the text that a person has seen. And when the
// session that ran it sees `after` on the object with the expected oid, it was that very object
// that the name meant.
//
// First all objects of a transaction are held in one round trip and compared in one each. That
// mostly succeeds. When anything is refused, busy or another text, that transaction is rolled back
// as a whole, and its edits are held one by one, with a savepoint each.
#pragma once

#include "model/sql/write/postgresql/stored_comments.h"

namespace cadastre::postgresql {

struct RunSessions
{
    PostgresConnection& writing;
    PostgresConnection& reading; ///< of the same server: sees what is committed
    QString role;                ///< whom the writing one is
};

class CommentRun
{
public:
    CommentRun(const RunSessions& sessions, const CommentWriteRequest& request, WriteLedger& ledger,
               const ReadControl& control);

    /// Settles every one of these, those behind a stop as not tried.
    void run(const std::vector<PreparedComment>& comments);

private:
    /// Why what is not settled was not tried.
    [[nodiscard]] QString reasonOfRest() const;
    void runTransaction(const PreparedList& comments);
    /// Settles those that the database shows as done or changed already, and gives the others.
    PreparedList worthTrying(const PreparedList& comments);
    bool announce(const PreparedList& comments);
    /// What is held and as it should be, ready to be committed.
    PreparedList hold(const PreparedList& comments);
    /// False: not all are held and as they should be; those that are not are settled.
    bool holdTogether(const PreparedList& comments);
    PreparedList holdOneByOne(const PreparedList& comments);
    bool holdOne(const PreparedComment& comment, bool isFirst);
    /// Reads what is held in both ways; false when one of them is not as it should be.
    bool areAsSeen(const PreparedList& comments);
    void commit(const PreparedList& held);
    void readBack(const PreparedList& written);
    void rollBack();
    void waitShorter();

    [[nodiscard]] PreparedList withoutSettled(const PreparedList& comments) const;
    void settle(const PreparedComment& comment, Settlement settlement);
    void settleAll(const PreparedList& comments, WriteOutcome outcome, const QString& reason);
    void settleFailed(const PreparedComment& comment, const SqlError& error);
    void settleFound(const PreparedComment& comment, const StoredComment& found);
    /// False for an error, which stops the run.
    bool passes(const std::optional<SqlError>& error);
    [[nodiscard]] bool isStopped() const { return !m_stopReason.isEmpty(); }
    [[nodiscard]] bool mayGoOn() const;

    PostgresConnection& m_writing;
    PostgresConnection& m_reading;
    QString m_role;
    const CommentWriteRequest& m_request;
    WriteLedger& m_ledger;
    const ReadControl& m_control;
    QString m_stopReason;
    bool m_sawBusy = false;
    bool m_sawFailure = false; ///< an edit that ended without its text in the database
};

} // namespace cadastre::postgresql
