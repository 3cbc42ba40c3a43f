// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PostgreSQL's writer: opens its sessions, makes sure of what they reached, and answers the three
// requests. The transactions are in comment_run.cpp.
#include "model/sql/server_cancel.h"
#include "model/sql/write/engine_writer.h"
#include "model/sql/write/postgresql/comment_failures.h"
#include "model/sql/write/postgresql/comment_run.h"

namespace cadastre {

namespace {

using namespace postgresql;

using Session = std::unique_ptr<PostgresConnection>;

/// A session and what it reached.
struct TargetSession
{
    Session connection;
    WriteTarget target;
    std::uint32_t databaseOid = 0;
    QString process;
    QString started;
    bool isStandby = false;
};

ReadOptions optionsOf(const CommentWriteRequest& request)
{
    ReadOptions options;
    options.lockTimeoutMs = request.lockTimeoutMs;
    options.connectTimeoutMs = request.connectTimeoutMs;
    return options;
}

Error notAsked(const DatabaseAddress& address, const SqlError& error)
{
    return {QStringLiteral("%1 could not be asked what can be written, so nothing was.")
                .arg(address.displayText()),
            error.message,
            error.failure == SqlFailure::Cancelled ? ErrorKind::Cancelled : ErrorKind::Other};
}

void takeTarget(TargetSession& session, const Row& row)
{
    const PostgresConnection& connection = *session.connection;
    session.target.server = connection.serverPlace();
    session.target.role = row[0].text();
    session.target.database = row[1].text();
    session.databaseOid = static_cast<std::uint32_t>(row[2].integer());
    session.isStandby = row[4].boolean();
    session.target.readOnly = row[3].boolean() || session.isStandby;
    session.process = row[5].text();
    session.started = row[6].text();
    session.target.engine =
        QStringLiteral("PostgreSQL ") + connection.versionText().section(QLatin1Char(' '), 0, 0);
}

Result<TargetSession> openTarget(const DatabaseAddress& address, const QString& password,
                                 const CommentWriteRequest& request, ReadControl& control,
                                 SessionUse use)
{
    auto connection = PostgresConnection::open(address, password, optionsOf(request), control, use);
    if (!connection)
        return connection.error();
    TargetSession session;
    session.connection = std::move(*connection);
    const auto error =
        session.connection->run(textOf(*session.connection, "write_target"), {},
                                [&session](const Row& row) { takeTarget(session, row); });
    if (error)
        return notAsked(address, *error);
    const auto& identity = request.catalog->source(request.source).identity;
    if (identity && identity->databaseOid != session.databaseOid)
        return Error{QStringLiteral("%1 is not the database that was read; read it again. Nothing "
                                    "was written.")
                         .arg(address.displayText()),
                     {}};
    return session;
}

Error readOnlyError(const DatabaseAddress& address, const TargetSession& session)
{
    const QString why =
        session.isStandby
            ? QStringLiteral("it is a standby; name the primary in the address")
            : QStringLiteral("sessions of %1 are read-only there").arg(session.target.role);
    return {QStringLiteral("%1 takes no changes: %2. Nothing was written.")
                .arg(address.displayText(), why),
            {}};
}

/// A second session of the server that the first one reached: of several hosts of an address it
/// could be another one, which knows less.
Result<Session> openWitness(const DatabaseAddress& address, const QString& password,
                            const CommentWriteRequest& request, const TargetSession& writing,
                            ReadControl& control)
{
    auto reading = PostgresConnection::open(address, password, optionsOf(request), control);
    if (!reading)
        return reading;
    bool isThere = false;
    const auto error =
        (*reading)->run(textOf(**reading, "write_seen"), {writing.process, writing.started},
                        [&isThere](const Row& row) { isThere = row[0].integer() == 1; });
    if (error)
        return notAsked(address, *error);
    if (!isThere)
        return Error{QStringLiteral("Two connections to %1 reached different servers, so nothing "
                                    "was written: give one host, without a pooler.")
                         .arg(address.displayText()),
                     {}};
    return reading;
}

Result<CommentWriteReport> writePostgreSql(const DatabaseAddress& address, const QString& password,
                                           const CommentWriteRequest& request, ReadControl& control)
{
    const Preparation preparation = prepareComments(request);
    const auto writing = openTarget(address, password, request, control, SessionUse::Writing);
    if (!writing)
        return writing.error();
    if (writing->target.readOnly)
        return readOnlyError(address, *writing);
    const auto reading = openWitness(address, password, request, *writing, control);
    if (!reading)
        return reading.error();
    WriteLedger ledger(request);
    for (const auto& [edit, settlement] : preparation.settled)
        ledger.settle(edit, settlement);
    for (const PreparedComment& comment : preparation.comments)
        for (const QString& warning : comment.planned.warnings)
            ledger.warn(QStringLiteral("%1: %2").arg(comment.planned.edit.key.toString(), warning));
    if (request.allOrNothing && !preparation.settled.empty())
        return ledger.finish(QStringLiteral("Another one of these could not be written, and it was "
                                            "to be all or nothing."));
    ledger.tell();
    const ServerCancel cancel(control, *writing->connection);
    CommentRun run({*writing->connection, **reading, writing->target.role}, request, ledger,
                   control);
    run.run(preparation.comments);
    return ledger.finish({});
}

Result<CommentPlan> planPostgreSql(const DatabaseAddress& address, const QString& password,
                                   const CommentWriteRequest& request, ReadControl& control)
{
    const auto session = openTarget(address, password, request, control, SessionUse::Reading);
    if (!session)
        return session.error();
    CommentPlan plan{session->target, {}};
    for (const CommentEdit& edit : request.edits)
        plan.comments.push_back(planComment(*request.catalog, edit));
    return plan;
}

Result<CommentWriteReport> resolvePostgreSql(const DatabaseAddress& address,
                                             const QString& password,
                                             const CommentWriteRequest& request,
                                             ReadControl& control)
{
    const auto session = openTarget(address, password, request, control, SessionUse::Reading);
    if (!session)
        return session.error();
    if (session->isStandby)
        return readOnlyError(address, *session); // it may know less than the one that was written
    const Preparation preparation = prepareComments(request);
    WriteLedger ledger(request);
    for (const auto& [edit, settlement] : preparation.settled)
        ledger.settle(edit, settlement);
    PreparedList comments;
    for (const PreparedComment& comment : preparation.comments)
        comments.push_back(&comment);
    std::vector<bool> held;
    std::vector<StoredComment> stored;
    // first who still holds something: whoever does not now, has ended before the texts are read
    if (const auto error = readHeld(*session->connection, comments, held))
        return notAsked(address, *error);
    if (const auto error = readStored(*session->connection, comments, stored))
        return notAsked(address, *error);
    for (std::size_t i = 0; i < comments.size(); ++i) {
        const CommentEdit& edit = request.edits[comments[i]->edit];
        if (held[i] && stored[i].text != comments[i]->after)
            ledger.settle(comments[i]->edit,
                          {WriteOutcome::Unknown,
                           QStringLiteral("A transaction still holds it; ask again in a moment.")});
        else if (!stored[i].readable)
            ledger.settle(comments[i]->edit, foundSettlement(stored[i], *comments[i]));
        else
            ledger.settle(comments[i]->edit, foundAfterwards(edit, stored[i].shown()));
    }
    return ledger.finish({});
}

} // namespace

EngineWriter postgreSqlWriter()
{
    return {&writePostgreSql, &planPostgreSql, &resolvePostgreSql};
}

} // namespace cadastre
