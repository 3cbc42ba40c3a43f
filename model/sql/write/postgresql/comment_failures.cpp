// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/postgresql/comment_failures.h"

namespace cadastre::postgresql {

bool endsRun(const SqlError& error)
{
    return error.failure == SqlFailure::ConnectionLost || error.failure == SqlFailure::Cancelled;
}

QString stopSentence(const SqlError& error)
{
    if (error.failure == SqlFailure::Cancelled)
        return QStringLiteral("Stopped before it.");
    if (error.failure == SqlFailure::ConnectionLost)
        return QStringLiteral("The connection was lost before this was committed, so it is not in "
                              "the database.");
    return QStringLiteral("The server ended the transaction: %1.").arg(error.message);
}

Settlement failedSettlement(const SqlError& error, const QString& role, const QString& whoCould)
{
    const auto refused = [&error](const char* sentence) {
        return refusedFor(QString::fromLatin1(sentence).arg(error.message));
    };
    switch (error.failure) {
    case SqlFailure::PermissionDenied:
        return {WriteOutcome::Refused,
                QStringLiteral("%1 may not change this comment: %2.").arg(role, error.message),
                std::nullopt, whoCould};
    case SqlFailure::LockTimeout:
        return {WriteOutcome::Busy,
                QStringLiteral("Another session holds this object; try again later.")};
    case SqlFailure::StatementTimeout:
        return {WriteOutcome::Busy,
                QStringLiteral("The server took too long: %1.").arg(error.message)};
    case SqlFailure::MissingObject:
    case SqlFailure::Syntax: // undefined column or function
        return refused("It is not there any more: %1. Read the database again.");
    default:
        break;
    }
    if (error.code == QLatin1String("53200"))
        return {WriteOutcome::Busy, QStringLiteral("The server's table of locks is full; try again "
                                                   "later, or with fewer comments.")};
    if (error.code == QLatin1String("22P05") || error.code == QLatin1String("22021"))
        return refused("The database's encoding cannot hold this text: %1.");
    return refused("The server refused it: %1.");
}

Settlement foundSettlement(const StoredComment& found, const PreparedComment& comment)
{
    if (!found.readable)
        return {WriteOutcome::Refused,
                QStringLiteral("The comment that is there is not valid in the database's "
                               "encoding.")};
    if (found.text == comment.after)
        return {WriteOutcome::Unchanged};
    return {WriteOutcome::Conflict, QStringLiteral("Somebody changed it meanwhile."),
            found.shown()};
}

} // namespace cadastre::postgresql
