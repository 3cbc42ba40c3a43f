// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CatalogHold: makes the ALTER of a routine or event wait until its comment was compared. MariaDB
// has no lock for them that a session could keep, but an ALTER first takes the object and then the
// catalog's own table: while another connection holds that one, the object is the ALTER's, nobody
// else can change it, and what it holds can be looked at. Then the ALTER is let go, or killed.
#pragma once

#include "model/sql/write/mariadb/comment_session.h"

namespace cadastre::mariadb {

enum class HeldAlter : std::uint8_t {
    NotPossible, ///< these tables cannot be held by this account: nothing was sent
    Sent,        ///< compared, and sent; `error` is what the server said to the ALTER
    Differs,     ///< it holds `stored` instead; the ALTER was stopped before it did anything
    Busy,        ///< somebody else has the object or the catalog; nothing was done
};

struct HeldAlterResult
{
    HeldAlter outcome = HeldAlter::NotPossible;
    std::optional<SqlError> error = std::nullopt;
    QByteArray stored = {};
};

class CatalogHold
{
public:
    CatalogHold(const DatabaseAddress& address, const QString& password,
                const CommentWriteRequest& request);

    /// Whether objects of this kind can be held; connects at the first call.
    bool begin(const CommentSession& session, const CommentTarget& target);
    /// After begin(): runs the statement on `session` as described above; ends the hold.
    HeldAlterResult alter(CommentSession& session, const CommentTarget& target,
                          const QByteArray& statement, const QByteArray& expected);
    /// After begin(), in place of alter().
    void end();
    [[nodiscard]] bool wasBusy() const { return m_wasBusy; }

private:
    class Running;
    void awaitHold(const Running& running, const QString& id, bool& isHeld);
    std::optional<QByteArray> storedComment(const CommentTarget& target);

    DatabaseAddress m_address;
    QString m_password;
    const CommentWriteRequest& m_request;
    std::unique_ptr<CommentSession> m_guard;
    bool m_isImpossible = false;
    bool m_wasBusy = false;
};

} // namespace cadastre::mariadb
