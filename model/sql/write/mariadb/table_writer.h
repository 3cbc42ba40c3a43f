// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// TableWriter: writes the comments of one table at a time: holds it, compares, alters, and proves
// that nothing but the comments changed. Edits go together where the server takes them together;
// when it does not, each goes alone.
#pragma once

#include "model/sql/write/mariadb/alter_failures.h"
#include "model/sql/write/mariadb/table_changes.h"

namespace cadastre::mariadb {

class TableWriter
{
public:
    TableWriter(CommentSession& session, const CommentWriteRequest& request, WriteLedger& ledger,
                ReadControl& control);

    /// Settles the edits of the unit, unless the work was stopped. False: nothing more can be sent.
    bool write(const CommentUnit& unit);

private:
    using Changes = std::vector<TableChange>;

    void askIndexStatistics(const CommentUnit& unit);
    bool hold(const CommentUnit& unit);
    std::optional<Changes> compare(const CommentUnit& unit);
    void settleFound(const PreparedEdit& edit, Changes& changes);
    /// One ALTER; what fails together is tried alone.
    void send(Changes changes);
    void alter(const Changes& changes, const QByteArray& statement);
    /// After an ALTER that the server did not finish as asked.
    void settleFailed(Changes changes, const SqlError& error);
    bool tryAgain(Changes& changes, const SqlError& error);
    [[nodiscard]] bool hasHiddenMembers(const TableChange& change) const;
    [[nodiscard]] Settlement failureOf(const TableChange& change, const SqlError& error) const;
    void prove(const Changes& changes);
    void takeBack(const Changes& changes, const QString& why);
    /// In place of prove()'s verdict where others were not kept away: nothing is taken back.
    void settleUnlocked(const Changes& changes, const TableState& after);
    [[nodiscard]] bool holdsAll(const TableState& state, const Changes& changes) const;
    void settleAll(const Changes& changes, const Settlement& settlement);
    void settleUnread(const CommentUnit& unit, const SqlError& error);

    CommentSession& m_session;
    const CommentWriteRequest& m_request;
    WriteLedger& m_ledger;
    ReadControl& m_control;
    ChangeRules m_rules;
    TableState m_state; ///< of the table at hand, as it was read last
    QStringList m_columns;
    bool m_isLocked = false; ///< nobody else can have changed the table at hand
    bool m_keepsHistory = false;
    bool m_ended = false;
};

/// Whether an index's comment would cost statistics; absent where that cannot be known.
std::optional<bool> hasIndexStatistics(CommentSession& session, const CommentUnit& unit);
extern const char* const unreadStatisticsSentence;

} // namespace cadastre::mariadb
