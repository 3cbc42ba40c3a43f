// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/mariadb/alter_failures.h"

namespace cadastre::mariadb {

namespace {

bool hasCode(const SqlError& error, const char* code)
{
    return error.code == QLatin1String(code);
}

Settlement refused(const QString& reason)
{
    return {WriteOutcome::Refused, reason};
}

QString withoutStop(QString words)
{
    while (words.endsWith(QLatin1Char('.')))
        words.chop(1);
    return words;
}

bool isMissing(const SqlError& error)
{
    return error.failure == SqlFailure::MissingObject || hasCode(error, "1305") || // routine
           hasCode(error, "1539") ||                                               // event
           hasCode(error, "1091") || hasCode(error, "1072");                       // index, column
}

bool isReadOnlyServer(const SqlError& error)
{
    return hasCode(error, "1290") || hasCode(error, "1792") || hasCode(error, "1836");
}

} // namespace

const char* const historySentence =
    "The table is system-versioned, and the server refuses every change of one; agree to a change "
    "that keeps the history as it is (\"Allow copying a table\" when applying, --allow-copy on the "
    "command line), or write a migration.";

bool endsSession(const SqlError& error)
{
    return error.failure == SqlFailure::ConnectionLost;
}

bool wantsCopy(const SqlError& error)
{
    return hasCode(error, "1845") || hasCode(error, "1846");
}

bool missesLockedTables(const SqlError& error)
{
    return hasCode(error, "1100");
}

bool wantsHistoryKept(const SqlError& error)
{
    return hasCode(error, "4119");
}

Settlement unreadSettlement(const SqlError& error, const QString& role, const Catalog& catalog,
                            const CommentTarget& target)
{
    if (error.failure == SqlFailure::Cancelled)
        return {WriteOutcome::NotTried, QStringLiteral("Stopped before it.")};
    if (error.failure == SqlFailure::ConnectionLost)
        return {WriteOutcome::NotTried,
                QStringLiteral("The connection was lost before anything was sent for it.")};
    return failedSettlement(error, role, catalog, target);
}

Settlement failedSettlement(const SqlError& error, const QString& role, const Catalog& catalog,
                            const CommentTarget& target)
{
    const QString words = withoutStop(error.message);
    switch (error.failure) {
    case SqlFailure::PermissionDenied:
        return {WriteOutcome::Refused,
                QStringLiteral("%1 may not change %2: %3.").arg(role, target.name(), words),
                std::nullopt, whoCouldWrite(catalog, target)};
    case SqlFailure::LockTimeout:
        return {WriteOutcome::Busy,
                QStringLiteral("Another session holds %1; try again later.").arg(target.name())};
    case SqlFailure::StatementTimeout:
        return {WriteOutcome::Busy, QStringLiteral("The server took too long: %1.").arg(words)};
    case SqlFailure::Cancelled:
        return {WriteOutcome::NotTried,
                QStringLiteral("Stopped while it was being written; the server took it back.")};
    default:
        break;
    }
    if (isMissing(error))
        return refused(
            QStringLiteral("It is not there any more: %1. Read the database again.").arg(words));
    if (isReadOnlyServer(error))
        return refused(QStringLiteral("The server takes no changes: %1.").arg(words));
    if (wantsHistoryKept(error))
        return refused(QString::fromLatin1(historySentence));
    if (wantsCopy(error))
        return refused(copySentence(words));
    return refused(QStringLiteral("The server refused it: %1 (error %2).").arg(words, error.code));
}

Settlement lostSettlement()
{
    return {WriteOutcome::Unknown,
            QStringLiteral("The connection was lost while it was being written; what the database "
                           "holds is looked up at the next connection.")};
}

QString copySentence(const QString& serverWords)
{
    return QStringLiteral("The server changes this comment only by writing the table or index "
                          "anew, which locks it and was not agreed to: %1. Agree by \"Allow "
                          "copying a table\" when applying, or by --allow-copy on the command "
                          "line.")
        .arg(withoutStop(serverWords));
}

QString notExcludedSentence(const QString& role, const CommentTarget& target)
{
    if (target.kind == TargetKind::Database || target.kind == TargetKind::Routine ||
        target.kind == TargetKind::Event)
        return QStringLiteral("Other programs could not be excluded while comments of databases, "
                              "routines or events were compared and written: the server has no "
                              "lock for them that %1 could use.")
            .arg(role);
    return QStringLiteral("Other programs could not be excluded while comments in %1 were compared "
                          "and written: LOCK TABLES was not possible there for %2.")
        .arg(target.schema, role);
}

} // namespace cadastre::mariadb
