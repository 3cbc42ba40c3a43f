// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Parts a request by where each comment lives: the engine's writer gets those of the database, the
// sidecar those that the engine cannot store. How either writes lives with it.
#include "model/sql/write/engine_writer.h"
#include "model/sql/write/write_ledger.h"

#include "model/notes/sidecar/sidecar.h"

#include <QFileInfo>

namespace cadastre {

namespace {

/// The edits of a request by place, as indexes into its edits.
struct RequestParts
{
    std::vector<std::size_t> database;
    std::vector<std::size_t> sidecar;
    std::vector<std::pair<std::size_t, QString>> refused; ///< with the reason
};

std::optional<EngineWriter> engineOf(const DatabaseAddress& address)
{
    switch (address.kind) {
    case AddressKind::PostgreSql:
        return postgreSqlWriter();
    case AddressKind::MariaDb:
        return mariaDbWriter();
    default:
        return std::nullopt;
    }
}

RequestParts partsOf(const CommentWriteRequest& request)
{
    RequestParts parts;
    const Catalog& catalog = *request.catalog;
    for (std::size_t i = 0; i < request.edits.size(); ++i) {
        const auto object = catalog.find(request.edits[i].key);
        if (!object) {
            parts.refused.emplace_back(
                i, QStringLiteral("There is no %1 any more.").arg(request.edits[i].key.toString()));
            continue;
        }
        const CommentHome home = commentHomeOf(catalog, *object);
        if (home.place == CommentPlace::Database)
            parts.database.push_back(i);
        else if (home.place == CommentPlace::None)
            parts.refused.emplace_back(i, home.sentence);
        else if (request.sidecarPath.isEmpty())
            parts.refused.emplace_back(
                i, QStringLiteral("%1 Save the workspace first (File > Save), so that there is a "
                                  "place for that file.")
                       .arg(home.sentence));
        else
            parts.sidecar.push_back(i);
    }
    return parts;
}

std::vector<CommentEdit> editsOf(const CommentWriteRequest& request,
                                 const std::vector<std::size_t>& indexes)
{
    std::vector<CommentEdit> edits;
    edits.reserve(indexes.size());
    for (const std::size_t index : indexes)
        edits.push_back(request.edits[index]);
    return edits;
}

CommentWriteRequest withEdits(const CommentWriteRequest& request,
                              const std::vector<std::size_t>& indexes)
{
    CommentWriteRequest part = request;
    part.edits = editsOf(request, indexes);
    return part;
}

Error noPlace(const DatabaseAddress& address)
{
    return {QStringLiteral("%1 is a file of Cadastre, not a database: its comments can only become "
                           "a migration.")
                .arg(address.displayText()),
            {}};
}

std::optional<Error> refusalOf(const DatabaseAddress& address, const CommentWriteRequest& request,
                               const RequestParts& parts)
{
    if (address.kind == AddressKind::Snapshot || address.kind == AddressKind::Workspace)
        return noPlace(address);
    if (request.allOrNothing && request.edits.size() > allOrNothingLimit)
        return Error{QStringLiteral("All or nothing is possible for at most %1 comments at once, "
                                    "and these are %2: they would hold too many locks of the "
                                    "server. Apply fewer, or each for itself.")
                         .arg(allOrNothingLimit)
                         .arg(request.edits.size()),
                     {}};
    if (request.allOrNothing && !parts.database.empty() && !parts.sidecar.empty())
        return Error{QStringLiteral("All or nothing is not possible for comments of which some go "
                                    "into the database and some into %1: apply them apart, or each "
                                    "for itself.")
                         .arg(request.sidecarPath),
                     {}};
    if (request.allOrNothing && !parts.refused.empty())
        return Error{QStringLiteral("Not all of these can be written, so nothing was: %1")
                         .arg(parts.refused.front().second),
                     {}};
    return std::nullopt;
}

void writeToSidecar(const CommentWriteRequest& request, const std::vector<std::size_t>& indexes,
                    WriteLedger& ledger)
{
    const std::vector<CommentEdit> edits = editsOf(request, indexes);
    std::vector<PlannedComment> planned;
    planned.reserve(edits.size());
    for (const CommentEdit& edit : edits)
        planned.push_back(planSidecar(*request.catalog, edit));
    if (!ledger.announce(indexes, planned))
        return;
    const std::vector<CommentWrite> writes =
        writeSidecar(request.sidecarPath, *request.catalog, request.source, edits);
    for (std::size_t i = 0; i < writes.size(); ++i)
        ledger.settle(indexes[i], {writes[i].outcome, writes[i].reason, writes[i].theirs, {}});
}

/// One call of the engine for its edits; what it says is the ledger's. Absent: it has spoken.
std::optional<Error> adoptFromEngine(const Result<CommentWriteReport>& report,
                                     const std::vector<std::size_t>& indexes, WriteLedger& ledger)
{
    if (!report)
        return report.error();
    for (std::size_t i = 0; i < indexes.size(); ++i)
        ledger.adopt(indexes[i], report->writes[i]);
    for (const QString& warning : report->warnings)
        ledger.warn(warning);
    return std::nullopt;
}

CommentWriteRequest engineRequest(const CommentWriteRequest& request,
                                  const std::vector<std::size_t>& indexes)
{
    CommentWriteRequest part = withEdits(request, indexes);
    part.onProgress = [&request](int done, int) {
        if (request.onProgress)
            request.onProgress(done, static_cast<int>(request.edits.size()));
    };
    return part;
}

void settleRefused(const RequestParts& parts, WriteLedger& ledger)
{
    for (const auto& [edit, reason] : parts.refused)
        ledger.settle(edit, {WriteOutcome::Refused, reason});
}

PlannedComment refusedPlan(const CommentEdit& edit, const QString& reason)
{
    return {edit, CommentPlace::None, {}, {}, reason, {}};
}

WriteTarget fileTarget(const DatabaseAddress& address, const CommentWriteRequest& request)
{
    const Source& source = request.catalog->source(request.source);
    WriteTarget target;
    target.server = request.sidecarPath.isEmpty() ? address.displayText() : request.sidecarPath;
    target.database = source.databaseName;
    target.engine = engineName(source.engine) + QLatin1Char(' ') + source.serverVersion;
    return target;
}

void resolveSidecar(const CommentWriteRequest& request, const std::vector<std::size_t>& indexes,
                    WriteLedger& ledger)
{
    const auto held = sidecarComments(request.sidecarPath, *request.catalog, request.source);
    for (const std::size_t index : indexes) {
        const CommentEdit& edit = request.edits[index];
        if (!held) {
            ledger.settle(index, {WriteOutcome::Unknown, held.error().message});
            continue;
        }
        const auto found = held->find(edit.key);
        ledger.settle(index,
                      foundAfterwards(edit, found == held->end() ? QString() : found->second));
    }
}

} // namespace

Result<CommentWriteReport> writeComments(const DatabaseAddress& address, const QString& password,
                                         const CommentWriteRequest& request, ReadControl& control)
{
    const RequestParts parts = partsOf(request);
    if (const auto refusal = refusalOf(address, request, parts))
        return *refusal;
    WriteLedger ledger(request);
    if (const auto engine = engineOf(address); engine && !parts.database.empty()) {
        const auto report =
            engine->write(address, password, engineRequest(request, parts.database), control);
        if (const auto error = adoptFromEngine(report, parts.database, ledger))
            return *error;
    }
    settleRefused(parts, ledger);
    ledger.tell();
    if (!parts.sidecar.empty() && !control.isCancelled())
        writeToSidecar(request, parts.sidecar, ledger);
    return ledger.finish(QStringLiteral("Stopped before it."));
}

Result<CommentPlan> planComments(const DatabaseAddress& address, const QString& password,
                                 const CommentWriteRequest& request, ReadControl& control)
{
    const RequestParts parts = partsOf(request);
    const auto engine = engineOf(address);
    if (!engine && address.kind != AddressKind::Sqlite)
        return noPlace(address);
    CommentPlan plan{fileTarget(address, request), {}};
    plan.comments.resize(request.edits.size());
    if (engine) {
        const auto planned =
            engine->plan(address, password, withEdits(request, parts.database), control);
        if (!planned)
            return planned.error();
        plan.target = planned->target;
        for (std::size_t i = 0; i < parts.database.size(); ++i)
            plan.comments[parts.database[i]] = planned->comments[i];
    }
    for (const std::size_t index : parts.sidecar)
        plan.comments[index] = planSidecar(*request.catalog, request.edits[index]);
    for (const auto& [index, reason] : parts.refused)
        plan.comments[index] = refusedPlan(request.edits[index], reason);
    return plan;
}

Result<CommentWriteReport> resolveUnknown(const DatabaseAddress& address, const QString& password,
                                          const CommentWriteRequest& request, ReadControl& control)
{
    const RequestParts parts = partsOf(request);
    WriteLedger ledger(request);
    if (const auto engine = engineOf(address); engine && !parts.database.empty()) {
        const auto report =
            engine->resolve(address, password, engineRequest(request, parts.database), control);
        if (const auto error = adoptFromEngine(report, parts.database, ledger))
            return *error;
    }
    settleRefused(parts, ledger);
    resolveSidecar(request, parts.sidecar, ledger);
    return ledger.finish({});
}

} // namespace cadastre
