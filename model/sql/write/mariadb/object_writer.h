// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ObjectWriter: writes the comment of one database, routine or event. Where the server gives no way
// to hold them, a named lock holds off other Cadastres, and the report says that nobody else was.
#pragma once

#include "model/sql/write/mariadb/alter_failures.h"
#include "model/sql/write/mariadb/catalog_hold.h"

namespace cadastre::mariadb {

/// What an object is beside its comment, compared before and after.
struct ObjectState
{
    bool isThere = false;
    QByteArray comment;
    QList<QByteArray> rest;
    QByteArray definer; ///< of an event, quoted
};

std::optional<SqlError> readObjectState(CommentSession& session, const CommentTarget& target,
                                        ObjectState& state);

/// The ALTER that gives the object this comment.
QByteArray objectStatement(const CommentTarget& target, const ObjectState& state,
                           const QByteArray& literal);
/// With what takes it back.
PlannedComment plannedObject(const PreparedEdit& edit, const ObjectState& state);

class ObjectWriter
{
public:
    /// `hold` makes a connection of its own where one is of use.
    ObjectWriter(CommentSession& session, CatalogHold& hold, const CommentWriteRequest& request,
                 WriteLedger& ledger);

    /// Settles the edit. False: nothing more can be sent.
    bool write(const PreparedEdit& edit);

private:
    void writeHeld(const PreparedEdit& edit);
    void alter(const PreparedEdit& edit, const ObjectState& before);
    /// What the server said to the ALTER; nothing where the edit is settled already.
    std::optional<std::optional<SqlError>> send(const PreparedEdit& edit, const ObjectState& before,
                                                const PlannedComment& planned, bool isHeld);
    void settleDiffering(const PreparedEdit& edit, const QByteArray& stored);
    void prove(const PreparedEdit& edit, const ObjectState& before,
               const std::optional<SqlError>& error);
    void settleUnread(const PreparedEdit& edit, const SqlError& error);

    CommentSession& m_session;
    CatalogHold& m_hold;
    const CommentWriteRequest& m_request;
    WriteLedger& m_ledger;
    bool m_ended = false;
};

} // namespace cadastre::mariadb
